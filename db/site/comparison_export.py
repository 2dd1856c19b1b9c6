"""The comparison as files: the matrix as people see it, with every plan that the filters leave, and its values with quotes."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Any

from datasette.utils.asgi import Response
from openpyxl import Workbook

from db.letters import comparison_form
from db.site import filters, shown
from db.site.compared import Asked, read
from db.site.exports import TYPES, headers
from db.site.matrix import by_objective, measure_rows, timeless
from db.site.page import Page
from db.views import unit_names, words
from db.views.spreadsheet import BYTE_ORDER_MARK, Sheet, csv_of, new_book, saved

Row = dict[str, Any]


async def matrix(page: Page, form: str) -> Response:
    """The whole comparison as XLSX or CSV."""
    compared, programme, asked = await _asked_for(page)
    parameters = asked.parameters(compared["id"])
    plans = await page.query("compare_plans", show=False, limited=False, **parameters)
    values = await page.query("compare_values", show=False, limited=False, **parameters)
    rows = measure_rows(asked.of(programme), values, only=asked.only, year=asked.filters.year)
    make = _csv if form == "csv" else _xlsx
    # Seconds of work for thousands of plans: in a thread, so that the site goes on answering.
    body = await asyncio.get_running_loop().run_in_executor(
        page.datasette.executor, lambda: make(page, compared, plans, rows, values)
    )
    return Response(body, headers=headers(f"so-sanh-{compared['id']}.{form}"), content_type=TYPES[form])


async def form(page: Page) -> Response:
    """The localities of one level as a form for printing (*biểu so sánh*)."""
    compared, programme, asked = await _asked_for(page)
    level = asked.filters.level if asked.filters.level in comparison_form.LEVELS else "commune"
    parameters = {**asked.parameters(compared["id"]), "level": level, "only": ""}
    held = comparison_form.Compared(
        programme=compared,
        asked=asked.of(programme),
        plans=await page.query("compare_plans", show=False, limited=False, **parameters),
        values=await page.query("compare_values", show=False, limited=False, **parameters),
        level=level,
        province=asked.filters.province,
    )
    body = await asyncio.get_running_loop().run_in_executor(
        page.datasette.executor, lambda: comparison_form.workbook(held)
    )
    return Response(body, headers=headers(f"bieu-so-sanh-{level}.xlsx"), content_type=TYPES["xlsx"])


async def _asked_for(page: Page) -> tuple[Row, list[Row], Asked]:
    """The programme, its measures, and what the address asks for."""
    compared = page.programme()
    programme = await page.query("programme", show=False, programme=compared["id"])
    return compared, programme, read(page, await filters.options(page), programme)


def _cells(page: Page, values: list[Row]) -> dict[tuple[str, str], tuple[str, str]]:
    """The words and the gravest stance of each cell, by measure and plan."""
    grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in values:
        grouped[row["measure"], row["plan"]].append(row)
    return {
        key: (
            "\n".join(_value(page, row) for row in rows),
            next((stance for stance in comparison_form.FILLS if any(row["stance"] == stance for row in rows)), ""),
        )
        for key, rows in grouped.items()
    }


def _value(page: Page, row: Row) -> str:
    word = words.STANCES[row["stance"]]
    year = f"{row['year']}: " if row["year"] and not timeless(row) else ""
    said = shown.value(row, lang=page.lang) or page.say(word.short_vi, word.en)
    group = f" ({row['subgroup']})" if row["subgroup"] else ""
    return f"{year}{word.sign} {said}{group}"


def _asked(page: Page, row: Row) -> str:
    return "\n".join(
        f"{one['year'] or ''}{': ' if one['year'] else ''}{shown.value(one, lang=page.lang)}"
        f"{' (' + one['subgroup'] + ')' if one['subgroup'] else ''}"
        for one in row["asked"]
    )


def _heads(page: Page, compared: Row, plans: list[Row]) -> list[str]:
    return [
        page.say("Mã", "Code"),
        page.say("Chỉ tiêu thành phần", "Measure"),
        page.say(compared["decision_vi"], compared["decision_en"]),
        *(
            "\n".join(part for part in (unit_names.place(plan), unit_names.above(plan), shown.period(plan)) if part)
            for plan in plans
        ),
    ]


def _csv(page: Page, compared: Row, plans: list[Row], rows: list[Row], values: list[Row]) -> str:
    cells = _cells(page, values)
    lines = [[head.replace("\n", ", ") for head in _heads(page, compared, plans)]]
    for row in rows:
        words_ = [cells.get((row["measure"], plan["plan"]), ("", ""))[0] for plan in plans]
        line = [row["measure"], page.say(row["short_vi"], row["name_en"]), _asked(page, row), *words_]
        lines.append([str(one).replace("\n", "; ") for one in line])
    return BYTE_ORDER_MARK + csv_of(lines)


def _xlsx(page: Page, compared: Row, plans: list[Row], rows: list[Row], values: list[Row]) -> bytes:
    book = new_book()
    _matrix_sheet(book, page, compared, plans, rows, _cells(page, values))
    _values_sheet(book, page, compared, values)
    return saved(book)


def _matrix_sheet(
    book: Workbook,
    page: Page,
    compared: Row,
    plans: list[Row],
    rows: list[Row],
    cells: dict[tuple[str, str], tuple[str, str]],
) -> None:
    heads = [(head, {0: 6, 1: 32}.get(place, 20)) for place, head in enumerate(_heads(page, compared, plans))]
    sheet = Sheet(book, page.say("So sánh", "Comparison"), heads, freeze="D2")
    sheet.landscape()
    styled = sheet.cell
    for first, group in by_objective(rows):
        name = page.say(first["objective_vi"], first["objective_en"])
        sheet.append(
            [styled(""), styled(f"{page.say('Mục tiêu', 'Objective')} {first['objective']}. {name}", bold=True)]
        )
        for row in group:
            line = [
                styled(row["measure"]),
                styled(page.say(row["short_vi"], row["name_en"])),
                styled(_asked(page, row)),
            ]
            for plan in plans:
                said, gravest = cells.get((row["measure"], plan["plan"]), ("", ""))
                line.append(styled(said, fill=comparison_form.FILLS.get(gravest, "")))
            sheet.append(line)
    sheet.append()
    for word in words.STANCES.values():
        sheet.append([styled(word.sign), styled(page.say(word.vi, word.en))])


def _values_sheet(book: Workbook, page: Page, compared: Row, values: list[Row]) -> None:
    heads = (
        (page.say("Kế hoạch", "Plan"), 30), (page.say("Địa phương", "Locality"), 24), (page.say("Thuộc", "Of"), 30),
        (page.say("Mã", "Code"), 6), (page.say("Chỉ tiêu", "Measure"), 30), (page.say("Năm", "Year"), 8),
        (page.say("Mức phấn đấu", "Value"), 16), (page.say("So sánh", "Stance"), 18),
        (page.say(compared["decision_vi"], compared["decision_en"]), 16),
        (page.say("Chênh lệch", "Difference"), 12), (page.say("Mục", "Section"), 10), (page.say("Trang", "Page"), 8),
        (page.say("Trích nguyên văn", "Verbatim"), 80),
    )  # fmt: skip
    sheet = Sheet(book, page.say("Trích nguyên văn", "Quotes"), heads)
    for row in values:
        if row["stance"] == "absent":
            continue
        line = (
            row["plan"], unit_names.place(row), unit_names.above(row), row["measure"], page.say(row["measure_vi"], row["measure_en"]), row["year"],
            shown.value(row, lang=page.lang), page.word(words.STANCES, row["stance"], short=True),
            shown.value(row, "programme_", page.lang), row["difference"], row["section"], row["page"], row["quote"],
        )  # fmt: skip
        sheet.append(line)
