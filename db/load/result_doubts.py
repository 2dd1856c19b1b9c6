"""Shares that may be fractions of one: `0,92` below `%` where 98 % was asked is hardly 0,92 %."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from corpus.units import Unit
from db.links import results as links
from db.load.result_sheets import Entry, Problem
from db.schema.database import rows
from patterns.fold import fold
from patterns.result_heads import scale_of

Row = dict[str, Any]


def of_share(db: Database, entry: Entry, row: Row, home: Unit) -> Problem | None:
    """The doubt about a value of at most 1 in per cent, where what was asked is nearer to a hundred times as much.

    A cell that says itself that it is a share (its format, a sign) is not doubted, nor one that its parts give.

    Args:
        db: what was asked is looked up in it.
        entry: the row of the workbook.
        row: its columns of `results`.
        home: whose results they are.
    """
    value = entry.value
    if value is None or not 0 < value <= 1 or entry.percent or scale_of(entry.unit) != 100.0:
        return None
    if entry.numerator is not None and entry.denominator is not None:
        return None
    asked = entry.asked or _planned(db, row, home)
    # nearer by ratio: beyond the geometric mean of the two readings
    if not asked or min(asked) <= 10 * value:
        return None
    plain, whole = (f"{one:.10g}".replace(".", ",") for one in (value, 100 * value))
    return Problem(
        cell=entry.cell,
        message=f"{plain}% hay {whole}%? ghi {whole}, hoặc ghi cả dấu % ({plain}%) / {plain} % or {whole} %? write it with its sign",
    )


def _planned(db: Database, row: Row, home: Unit) -> tuple[float, ...]:
    """The shares that plans of the unit ask in the same words or of the same measure, else those that programmes ask of it."""
    sql = (
        "SELECT t.value, t.subject, t.clause, a.programme, a.measure FROM targets t JOIN documents d ON d.id = t.document "
        "LEFT JOIN alignments a ON a.target = t.id WHERE d.unit = ? AND t.unit = 'percent' AND t.value IS NOT NULL"
    )
    measures = set(links.measures(db, row))
    said = fold(row["subject"])
    own = tuple(
        one["value"]
        for one in rows(db, sql, [home.code])
        if (one["programme"], one["measure"]) in measures
        or said in (fold(one["subject"] or ""), fold(one["clause"] or ""))
    )
    if own:
        return own
    sql = (
        "SELECT l.value, l.programme, l.measure FROM milestones l JOIN measures m ON m.programme = l.programme AND m.code = l.measure "
        "WHERE m.unit = 'percent' AND l.value IS NOT NULL"
    )
    return tuple(one["value"] for one in rows(db, sql) if (one["programme"], one["measure"]) in measures)
