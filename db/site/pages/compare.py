"""Comparison: measures (by objective) × plans, each cell with its values and their stance; a cell opens its evidence.

Turned (`by=plan`), plans are rows and measures columns, sorted by any of them; a few measures show their sentences.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import Response

from db.comparison.stances import STANCES
from db.letters.comparison_form import LEVELS
from db.site import filters
from db.site.evidence import evidence
from db.site.filters import Filters
from db.site.matrix import by_objective, matrix, measure_rows
from db.site.page import Page
from db.site.picked import MOST, picked
from db.site.queries import all_queries

Row = dict[str, Any]

# Columns on one page: more would be slow to draw and no one reads them side by side. Rows of the turned matrix: all 34 provinces of
# today stand on one page; more where few measures are chosen.
COLUMNS, ROWS, ROWS_OF_FEW = 40, 40, 100

# So many measures at most show the sentences of their values.
FEW = 3


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the address asks for, checked."""

    filters: Filters
    kind: str
    only: str
    turned: bool
    measures: list[str]
    sort: str
    down: str
    number: int

    @property
    def size(self) -> int:
        """How many plans stand on a page."""
        if not self.turned:
            return COLUMNS
        return ROWS_OF_FEW if 0 < len(self.measures) <= FEW else ROWS

    def parameters(self, programme: str) -> Row:
        """As the named queries take them."""
        return {
            "programme": programme,
            **self.filters.parameters,
            "only": self.only,
            "measures": json.dumps(self.measures) if self.measures else "",
            "sort": self.sort,
            "down": self.down,
        }


async def compare(page: Page) -> Response:
    """The page."""
    compared = page.programme()
    there = await filters.options(page)
    programme = await page.query("programme", programme=compared["id"])
    asked = _asked(page, there, programme)
    cell = page.text("cell")
    parameters = asked.parameters(compared["id"])
    paged = {**parameters, "limit": asked.size, "offset": (asked.number - 1) * asked.size}
    plans = await page.query("compare_plans", **paged)
    kinds = {
        row["kind"]: row["plans"]
        for row in await page.kept("compare_kinds", {**parameters, "kind": "", "sort": ""}, show=False)
    }
    few = asked.turned and 0 < len(asked.measures) <= FEW
    values = await page.query(
        "compare_cells",
        show=False,
        programme=compared["id"],
        year=asked.filters.year,
        measures=parameters["measures"] if few else "",
        documents=json.dumps([plan["id"] for plan in plans]),
    )
    # The foot leads to the same cells with their quotes.
    page.used.append((all_queries()["compare_values"], {key: value for key, value in paged.items() if value}))
    shown_evidence = await evidence(page, cell) if cell else None
    if cell and shown_evidence is None:
        page.notes.append(page.say("Không còn giá trị được chọn.", "The chosen value is not there any more."))
    found = plans[0]["found"] if plans else 0
    rows = [
        row
        for row in measure_rows(programme, values, only="" if asked.turned else asked.only, year=asked.filters.year)
        if not asked.measures or row["measure"] in asked.measures
    ]
    return await page.render(
        "compare",
        title=page.say(
            f"Địa phương nào phấn đấu cao hơn, bằng hay chưa bảo đảm mức của {compared['kind_vi']}?",
            f"Which localities aim higher than the {compared['kind_en']}, as high, or lower?",
        ),
        compared=compared,
        there=there,
        chosen=asked.filters,
        asked=asked,
        only=asked.only,
        few=few,
        plans=plans,
        found=found,
        pages=-(-found // asked.size),
        number=asked.number,
        first=(asked.number - 1) * asked.size + 1,
        objectives=by_objective(rows),
        all_measures=by_objective(measure_rows(programme, [])),
        folded=page.texts("fold"),
        matrix=matrix(page, plans, values, rows, cell),
        evidence=shown_evidence,
        kind_counts=kinds,
        kinds=filters.KINDS,
        units=filters.UNITS,
        picked=await picked(page),
        most=MOST,
        forms=LEVELS,
        export={**asked.filters.parameters, "kind": asked.kind, "only": asked.only, "programme": compared["id"]},
    )


def _asked(page: Page, there: dict[str, list[Row]], programme: list[Row]) -> _Asked:
    codes = list(dict.fromkeys(row["measure"] for row in programme))
    chosen, kind = filters.read_compared(page, there)
    measures = page.texts("measure")
    for code in measures:
        if code not in codes:
            page.notes.append(
                page.say(f"Bỏ qua measure={code}: không có.", f"measure={code} was ignored: there is none.")
            )
    return _Asked(
        filters=chosen,
        kind=kind,
        only=page.choice("only", list(STANCES)),
        turned=page.choice("by", ("plan",)) == "plan",
        measures=[code for code in codes if code in measures],
        sort=page.choice("sort", codes),
        down=page.choice("down", ("1",)),
        number=page.integer("page", 1, 100_000) or 1,
    )


async def cell(page: Page) -> Response:
    """The evidence of one cell alone, for the script that shows it beside the matrix."""
    found = await evidence(page, page.text("cell"))
    if found is None:
        return Response.text(page.say("Không còn giá trị này.", "This value is not there any more."), status=404)
    return await page.render("evidence_only", evidence=found)
