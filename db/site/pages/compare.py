"""Comparison: measures (by objective) × plans, each cell with its values and their stance; a cell opens its evidence."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from datasette.utils.asgi import Response
from markupsafe import Markup, escape

from db.comparison.stances import STANCES
from db.site import filters, shown
from db.site.evidence import evidence
from db.site.page import Page
from db.site.queries import all_queries
from db.views import words

Row = dict[str, Any]

# Columns on one page: more would be slow to draw and no one reads them side by side.
COLUMNS = 40

# Digits after the comma in a cell, so that 13 communes of 17 are `76,47 %`; the evidence has the value as it was read.
_DIGITS = 2

# A value of a column: the lines of a cell, in the order of years.
Cells = dict[tuple[str, str], list[Row]]


async def compare(page: Page) -> Response:
    """The page."""
    compared = page.programme()
    there = await filters.options(page)
    chosen = filters.read(page, there)
    only = page.choice("only", list(STANCES))
    number = page.integer("page", 1, 100_000) or 1
    cell = page.text("cell")
    asked = {"programme": compared["id"], **chosen.parameters, "only": only}
    paged = {**asked, "limit": COLUMNS, "offset": (number - 1) * COLUMNS}
    plans = await page.query("compare_plans", **paged)
    values = await page.query(
        "compare_cells",
        show=False,
        programme=compared["id"],
        year=chosen.year,
        documents=json.dumps([plan["id"] for plan in plans]),
    )
    # The foot leads to the same cells with their quotes.
    page.used.append((all_queries()["compare_values"], {key: value for key, value in paged.items() if value}))
    programme = await page.query("programme", programme=compared["id"])
    shown_evidence = await evidence(page, cell) if cell else None
    if cell and shown_evidence is None:
        page.notes.append(page.say("Không còn giá trị được chọn.", "The chosen value is not there any more."))
    found = plans[0]["found"] if plans else 0
    rows = measure_rows(programme, values, only=only, year=chosen.year)
    return await page.render(
        "compare",
        title=page.say(
            f"Địa phương nào phấn đấu cao hơn, bằng hay chưa bảo đảm mức của {compared['kind_vi']}?",
            f"Which localities aim higher than the {compared['kind_en']}, as high, or lower?",
        ),
        compared=compared,
        there=there,
        chosen=chosen,
        only=only,
        plans=plans,
        found=found,
        pages=-(-found // COLUMNS),
        number=number,
        first=(number - 1) * COLUMNS + 1,
        objectives=by_objective(rows),
        cells=cells(page, plans, values, cell),
        evidence=shown_evidence,
        cell=cell,
        kinds=filters.KINDS,
        units=filters.UNITS,
        export={**asked},
    )


def measure_rows(programme: list[Row], values: list[Row], *, only: str = "", year: int | None = None) -> list[Row]:
    """A row a measure, with what the programme asks; of one stance alone where `only` says so."""
    by_measure: dict[str, list[Row]] = defaultdict(list)
    for row in programme:
        by_measure[row["measure"]].append(row)
    wanted = {row["measure"] for row in values if row["stance"] == only} if only else set(by_measure)
    return [
        {**asked[0], "asked": [one for one in asked if year is None or one["year"] in (None, year)] or asked}
        for code, asked in by_measure.items()
        if code in wanted
    ]


def by_objective(rows: list[Row]) -> list[tuple[Row, list[Row]]]:
    """The rows in groups of one objective, each with its first row (for the names)."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["objective"]].append(row)
    return [(group[0], group) for group in groups.values()]


def cells(page: Page, plans: list[Row], values: list[Row], selected: str) -> dict[str, Markup]:
    """The cells of each measure, plan by plan, as HTML.

    Built here and not in the template: forty columns hold some three thousand values.
    """
    grouped: Cells = defaultdict(list)
    for row in values:
        grouped[row["measure"], row["plan"]].append(row)
    signs = {code: (word.sign, escape(page.say(word.short_vi, word.en))) for code, word in words.STANCES.items()}
    slugs = [plan["plan"] for plan in plans]
    return {
        measure: Markup(  # noqa: S704 (every part is escaped)
            "".join(f"<td>{_cell(page, grouped.get((measure, plan), []), signs, selected)}</td>" for plan in slugs)
        )
        for measure in {row["measure"] for row in values}
    }


def _cell(page: Page, rows: list[Row], signs: dict[str, tuple[str, Markup]], selected: str) -> str:
    parts = []
    for row in rows:
        sign, said = signs[row["stance"]]
        if row["stance"] == "absent":
            parts.append(f'<span class="v s-absent" title="{said}"><i>{sign}</i><b class="vh">{said}</b></span>')
            continue
        value = escape(shown.value(row, lang=page.lang, digits=_DIGITS)) or f"<small>{said}</small>"
        group = f" <small>{escape(row['subgroup'])}</small>" if row["subgroup"] else ""
        year = f"<u>{row['year']}</u> " if row["year"] and not timeless(row) else ""
        mark = ' <small class="corrected">✎</small>' if row["corrected"] else ""
        current = ' aria-current="true"' if row["id"] == selected else ""
        parts.append(
            f'<button class="v s-{row["stance"]}" name="cell" value="{row["id"]}"{current}>{year}<i title="{said}">{sign}</i>'
            f'<b class="vh">{said}</b> {value}{group}{mark}</button>'
        )
    return "".join(parts)


def timeless(row: Row) -> bool:
    """Whether the year is only the plan's last and the programme names none either."""
    return row["year_basis"] == "period" and bool(row["due"]) and row["programme_year"] is None


async def cell(page: Page) -> Response:
    """The evidence of one cell alone, for the script that shows it beside the matrix."""
    found = await evidence(page, page.text("cell"))
    if found is None:
        return Response.text(page.say("Không còn giá trị này.", "This value is not there any more."), status=404)
    return await page.render("evidence_only", evidence=found)
