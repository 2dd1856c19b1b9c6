"""Two to six plans side by side: for each measure all values, all sentences, how far each is off the first plan's; as a page and as files."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from datasette.utils.asgi import Response
from sqlite_utils import Database

from db.comparison.side_by_side import Line, side_by_side
from db.site import exports, queries
from db.site.matrix import by_objective
from db.site.page import Page
from db.site.picked import MOST, picked
from db.site.queries import all_queries

Row = dict[str, Any]

COLUMNS = (
    "programme", "measure", "measure_vi", "year", "subgroup", "plan", "comparator", "value", "value_high", "unit", "per", "stance", "silence",
    "difference", "beside", "quote", "section", "page",
)  # fmt: skip


async def plans(page: Page) -> Response:
    """The page; where fewer than two plans are chosen it says how to choose."""
    compared = page.programme()
    chosen = await picked(page)
    differ = page.choice("differ", ("1",))
    lines = await _lines(page, chosen, compared["id"]) if len(chosen) > 1 else []
    asked = await _asked(page, compared["id"])
    shown_lines = [line for line in lines if not (differ and line.same)]
    by_measure: dict[str, list[Line]] = defaultdict(list)
    for line in shown_lines:
        by_measure[line.measure].append(line)
    speaking = {line.measure for line in lines}
    page.used.append((all_queries()["side_by_side_plans"], {"plans": json.dumps([plan["slug"] for plan in chosen])}))
    return await page.render(
        "side_by_side",
        title=page.say("Các kế hoạch này đặt mức khác nhau ở đâu?", "Where do these plans set other values?"),
        compared=compared,
        chosen=chosen,
        most=MOST,
        differ=differ,
        objectives=by_objective([rows[0] | {"asked": rows} for code, rows in asked.items() if code in by_measure]),
        by_measure=by_measure,
        silent=[rows[0] for code, rows in asked.items() if code not in speaking],
        same=sum(line.same for line in lines),
        found=len(lines),
        versions=_versions(chosen),
        slugs=[plan["slug"] for plan in chosen],
    )


async def file(page: Page, form: str) -> Response:
    """All values as CSV, JSON or a workbook: a row a measure, a year, a group and a plan."""
    compared = page.programme()
    chosen = await picked(page)
    lines = await _lines(page, chosen, compared["id"])
    names = {code: rows[0]["short_vi"] for code, rows in (await _asked(page, compared["id"])).items()}
    rows = [
        tuple(row[name] for name in COLUMNS) for line in lines for row in _flat(line, chosen, compared["id"], names)
    ]
    return exports.table(form, "dat-canh-nhau", COLUMNS, rows)


async def _asked(page: Page, programme: str) -> dict[str, list[Row]]:
    """What the programme asks, by measure in its order."""
    by_measure: dict[str, list[Row]] = defaultdict(list)
    for row in await page.query("programme", show=False, programme=programme):
        by_measure[row["measure"]].append(row)
    return by_measure


async def _lines(page: Page, chosen: list[Row], programme: str) -> list[Line]:
    def work(connection: sqlite3.Connection) -> list[Line]:
        return side_by_side(Database(connection, recursive_triggers=False), chosen, programme)

    found: list[Line] = await queries.read(page.datasette, work)
    return found


def _versions(chosen: list[Row]) -> list[tuple[Row, Row]]:
    """Pairs of the chosen that are versions of one plan: what stands for the plan comes second."""
    pairs = [
        (one, other)
        for place, one in enumerate(chosen)
        for other in chosen[place + 1 :]
        if one["plan"] == other["plan"]
    ]
    return [(other, one) if one["relation"] == "current" else (one, other) for one, other in pairs if one["plan"]]


def _flat(line: Line, chosen: list[Row], programme: str, names: dict[str, str]) -> Iterator[Row]:
    head = {
        "programme": programme,
        "measure": line.measure,
        "measure_vi": names[line.measure],
        "year": line.year,
        "subgroup": line.group,
    }
    for plan, cell in zip(chosen, line.cells, strict=True):
        beside = {
            "plan": plan["slug"],
            "silence": cell.silence,
            "difference": cell.beside.difference if cell.beside else None,
            "beside": cell.beside.stance if cell.beside else None,
        }
        for value in cell.values or ({},):
            of_value = {name: value.get(name) for name in COLUMNS if name in value and name not in head}
            sentence = {name: value["sentence"][name] for name in ("quote", "section", "page")} if value else {}
            yield dict.fromkeys(COLUMNS) | of_value | sentence | head | beside
