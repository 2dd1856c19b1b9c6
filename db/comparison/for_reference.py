"""What other programmes ask of the same, for reference: beside what judges a plan, never a verdict."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from sqlite_utils import Database

from corpus.programme import Measure, Programme
from db.comparison import compare
from db.schema.database import rows

Row = dict[str, Any]

_LEVELS = """
SELECT s.id, s.year AS programme_year, s.comparator AS programme_comparator, s.value AS programme_value,
    s.value_high AS programme_value_high, s.subgroup AS programme_subgroup, m.unit AS programme_unit, m.per AS programme_per, m.short_vi,
    m.name_en
FROM milestones s JOIN measures m ON m.programme = s.programme AND m.code = s.measure
"""


def today() -> date:
    """The day on which programmes are over or not; `docs/build.py` puts a fixed one in its place, so that examples stay as they are."""
    return date.today()


def ended(period_end: int) -> bool:
    """Whether the period of a programme is over."""
    return period_end < today().year


def values(db: Database, documents: Collection[str], of: tuple[str, str] | None = None) -> list[Row]:
    """What plans (ids) set of measures of programmes that do not judge them, each with the level that the programme asks.

    Rows of `compare.beside` with the level in `programme_…` and the names of the measure; what has no figure or meets no level is left out. Of
    one measure alone where its programme and code are given (`of`).
    """
    levels = {row.pop("id"): row for row in rows(db, _LEVELS)}
    return [
        row | levels[row["milestone"]]
        for row in compare.beside(db, sorted(documents), of=of)
        if row["value"] is not None and row["milestone"] is not None
    ]


def same(known: Sequence[Programme], programme: str, code: str) -> Iterator[tuple[Programme, Measure]]:
    """The measures of other programmes that are said to measure the same as one (`same_as`), by either file."""
    own = f"{programme}:{code}"
    mine = {
        name
        for one in known
        if one.id == programme
        for measure in one.measures
        if measure.code == code
        for name in measure.same_as
    }
    for other in known:
        for measure in other.measures:
            if other.id != programme and (own in measure.same_as or f"{other.id}:{measure.code}" in mine):
                yield other, measure
