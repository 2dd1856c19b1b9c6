"""Comparison: measures (by objective) × plans, each cell with its values and their stance; a cell opens its evidence.

Turned (`by=plan`), plans are rows and measures columns, sorted by any of them; a few measures show their sentences.
"""

from __future__ import annotations

import json
from typing import Any

from datasette.utils.asgi import Response

from db.letters.comparison_form import LEVELS
from db.site import filters
from db.site.compared import FEW, read
from db.site.evidence import evidence
from db.site.matrix import by_objective, matrix, measure_rows
from db.site.page import Page
from db.site.picked import MOST, picked
from db.site.queries import all_queries

Row = dict[str, Any]


async def compare(page: Page) -> Response:
    """The page."""
    compared = page.programme()
    there = await filters.options(page)
    programme = await page.query("programme", programme=compared["id"])
    asked = read(page, there, programme)
    cell = page.text("cell")
    parameters = asked.parameters(compared["id"])
    paged = {**parameters, "limit": asked.size, "offset": (asked.number - 1) * asked.size}
    plans = await page.query("compare_plans", **paged)
    # The kinds are counted the same whatever they are sorted by; the measures count where a stance of them is asked for.
    counted = {
        **parameters,
        "kind": "",
        "sort": "",
        "down": "",
        "measures": parameters["measures"] if asked.only else "",
    }
    kinds = {row["kind"]: row["plans"] for row in await page.kept("compare_kinds", counted, show=False)}
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
    rows = measure_rows(asked.of(programme), values, only="" if asked.turned else asked.only, year=asked.filters.year)
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
        export=asked.address(compared["id"]),
    )


async def cell(page: Page) -> Response:
    """The evidence of one cell alone, for the script that shows it beside the matrix."""
    found = await evidence(page, page.text("cell"))
    if found is None:
        return Response.text(page.say("Không còn giá trị này.", "This value is not there any more."), status=404)
    return await page.render("evidence_only", evidence=found)
