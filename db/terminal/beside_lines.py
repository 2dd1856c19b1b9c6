"""What other programmes ask of the same, for reference: lines below a comparison on the terminal, never a verdict."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from rich.markup import escape
from sqlite_utils import Database

from corpus.programme import Measure, Milestone, Programme
from db.comparison import compare
from db.schema import programme_store
from db.schema.database import in_batches, rows
from db.terminal.console import level_words, value_words

Row = dict[str, Any]

ENDED = "đã kết thúc / ended"


def ended(period_end: int, today: date | None = None) -> bool:
    """Whether the period of a programme is over."""
    return period_end < (today or date.today()).year


def of_plans(db: Database, programme: str, plans: Collection[str]) -> dict[str, list[str]]:
    """By plan (its address), what plans that a programme does not judge set of its measures, with the level that it asks."""
    documents = {
        row["id"]: row["slug"] for row in in_batches(db, "SELECT id, slug FROM documents WHERE slug IN ({})", plans)
    }
    levels = {row["id"]: row for row in rows(db, "SELECT * FROM milestones WHERE programme = ?", [programme])}
    names = {row["code"]: row for row in rows(db, "SELECT * FROM measures WHERE programme = ?", [programme])}
    out: dict[str, list[str]] = {}
    for row in compare.beside(db, sorted(documents)):
        if row["programme"] != programme or row["value"] is None or row["milestone"] is None:
            continue
        measure, level = names[row["measure"]], levels[row["milestone"]]
        asked = value_words(level | {"unit": measure["unit"], "per": measure["per"]})
        year = f" năm {row['year']}" if row["year"] else ""
        due = f" ({level['year']})" if level["year"] and level["year"] != row["year"] else ""
        said = f"{row['measure']} {escape(measure['short_vi'])}{year}: {escape(value_words(row))}"
        line = f"  [bright_black]≈ {said}, tham khảo / for reference {escape(asked)}{due}[/]"
        out.setdefault(documents[row["document"]], []).append(line)
    return out


def of_measures(known: Sequence[Programme], programme: str, codes: Sequence[str]) -> Iterator[str]:
    """A line for each measure of other programmes that measures the same as one of these (`same_as`), with both levels."""
    by_id = {one.id: one for one in known}
    chosen = by_id[programme]
    for code in codes:
        measure = chosen.measure(code)
        for other, same in _same(known, programme, code):
            if measure is not None:
                over = f" ({ENDED})" if ended(other.period[1]) else ""
                yield (
                    f"  [bright_black]≈ {code} {escape(measure.short_vi)}: {_levels(measure)}; "
                    f"{escape(other.kind_vi)} {escape(other.number)} {same.code}: {_levels(same)}{over}[/]"
                )


def _same(known: Sequence[Programme], programme: str, code: str) -> Iterator[tuple[Programme, Measure]]:
    """The measures of other programmes that are said to measure the same, by either file."""
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


def _levels(measure: Measure) -> str:
    ordered: list[Milestone] = sorted(measure.milestones, key=lambda one: one.year or 0)
    return escape(", ".join(level_words(measure, one) for one in ordered))


def known(db: Database) -> tuple[Programme, ...]:
    """The programmes of the database with all that their files say."""
    return programme_store.known(db)
