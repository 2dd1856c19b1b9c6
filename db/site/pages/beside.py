"""What other programmes ask of the same, shown on pages as *tham khảo* (for reference): beside what judges a plan, never a verdict."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from corpus.programme import Measure, Programme
from db.comparison import for_reference
from db.schema import programme_store
from db.site import queries
from db.site.page import Page

Row = dict[str, Any]


async def values(page: Page, documents: Collection[str], of: tuple[str, str] | None = None) -> list[Row]:
    """What plans (ids) set of programmes that do not judge them, with the level asked (`for_reference.values`)."""

    def work(connection: sqlite3.Connection) -> list[Row]:
        return for_reference.values(Database(connection, recursive_triggers=False), documents, of)

    found: list[Row] = await queries.read(page.datasette, work)
    return found


async def files(page: Page) -> tuple[Programme, ...]:
    """The programmes with all that their files say."""

    def work(connection: sqlite3.Connection) -> tuple[Programme, ...]:
        return programme_store.known(Database(connection, recursive_triggers=False))

    found: tuple[Programme, ...] = await queries.read(page.datasette, work)
    return found


async def same(page: Page, measures: Iterable[tuple[str, str]]) -> list[Row]:
    """Pairs of measures (programme, code) and what measures the same in another programme, each with its levels.

    Rows with `own` and `other`; each is `programme` (its row), `code`, the names and `levels` (rows of a value, year, group).
    A pair is there once, whichever side was asked for.
    """
    known = await files(page)
    return list(_pairs(page, known, list(dict.fromkeys(measures))))


def _pairs(page: Page, known: tuple[Programme, ...], measures: list[tuple[str, str]]) -> Iterator[Row]:
    heads = {row["id"]: row for row in page.programmes}
    by_id = {one.id: one for one in known}
    told: set[frozenset[tuple[str, str]]] = set()
    for programme, code in measures:
        own = by_id[programme].measure(code) if programme in by_id else None
        for other, measure in for_reference.same(known, programme, code):
            pair = frozenset({(programme, code), (other.id, measure.code)})
            if own is not None and pair not in told:
                told.add(pair)
                yield {"own": _side(heads[programme], own), "other": _side(heads[other.id], measure)}


def _side(programme: Row, measure: Measure) -> Row:
    levels = [
        {
            "year": one.year,
            "year_from": one.year_from,
            "subgroup": one.group,
            "comparator": one.comparator,
            "value": one.value,
            "value_high": one.value_high,
            "unit": measure.unit,
            "per": measure.per,
        }
        for one in sorted(measure.milestones, key=lambda one: one.year or 0)
    ]
    names = {"code": measure.code, "short_vi": measure.short_vi, "name_en": measure.name_en}
    return {"programme": programme, "levels": levels} | names
