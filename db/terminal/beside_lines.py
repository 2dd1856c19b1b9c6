"""What other programmes ask of the same, for reference: lines below a comparison on the terminal, never a verdict."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rich.markup import escape
from sqlite_utils import Database

from corpus.programme import Measure, Milestone, Programme
from db.comparison import for_reference
from db.schema import programme_store
from db.schema.database import in_batches
from db.terminal.console import level_words, value_words

ENDED = "đã kết thúc / ended"


def of_plans(db: Database, programme: str, plans: Collection[str]) -> dict[str, list[str]]:
    """By plan (its address), what plans that a programme does not judge set of its measures, with the level that it asks."""
    documents = {
        row["id"]: row["slug"] for row in in_batches(db, "SELECT id, slug FROM documents WHERE slug IN ({})", plans)
    }
    out: dict[str, list[str]] = {}
    for row in for_reference.values(db, documents):
        if row["programme"] != programme:
            continue
        asked = value_words(row | {"unit": row["programme_unit"], "per": row["programme_per"]}, "programme_")
        year = f" năm {row['year']}" if row["year"] else ""
        due = f" ({row['programme_year']})" if row["programme_year"] and row["programme_year"] != row["year"] else ""
        said = f"{row['measure']} {escape(row['short_vi'])}{year}: {escape(value_words(row))}"
        line = f"  [bright_black]≈ {said}, tham khảo / for reference {escape(asked)}{due}[/]"
        out.setdefault(documents[row["document"]], []).append(line)
    return out


def of_measures(known: Sequence[Programme], programme: str, codes: Sequence[str]) -> Iterator[str]:
    """A line for each measure of other programmes that measures the same as one of these (`same_as`), with both levels."""
    by_id = {one.id: one for one in known}
    chosen = by_id[programme]
    for code in codes:
        measure = chosen.measure(code)
        for other, same in for_reference.same(known, programme, code):
            if measure is not None:
                over = f" ({ENDED})" if for_reference.ended(other.period[1]) else ""
                yield (
                    f"  [bright_black]≈ {code} {escape(measure.short_vi)}: {_levels(measure)}; "
                    f"{escape(other.kind_vi)} {escape(other.number)} {same.code}: {_levels(same)}{over}[/]"
                )


def _levels(measure: Measure) -> str:
    ordered: list[Milestone] = sorted(measure.milestones, key=lambda one: one.year or 0)
    return escape(", ".join(level_words(measure, one) for one in ordered))


def known(db: Database) -> tuple[Programme, ...]:
    """The programmes of the database with all that their files say."""
    return programme_store.known(db)
