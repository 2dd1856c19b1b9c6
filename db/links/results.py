"""Results to the measures of programmes, and to the localities that they hold for.

Measures are found as those of targets are (`alignments`): from the words that a result is stored with, anew when a programme has changed.
A result of a row or column of its own locality holds for that one; any other for the unit of its document.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from corpus import units
from corpus.programme import Programme
from corpus.programme.alignment import Aligner
from db.links.alignments import stamp
from db.schema import programme_store
from db.schema.database import in_batches, insert_rows, rows, transaction
from extract.records import Plan

COLUMNS = ("id", "document", "result", "programme", "measure", "match", "score")
Row = dict[str, Any]
_Link = tuple[Any, ...]


def of_plan(plan: Plan, document: str) -> list[_Link]:
    """The rows of `result_alignments` of a document that was just read."""
    return [
        _row(document, f"{document}-{result.key}", one.programme, one.measure, one.match, one.score)
        for result in plan.records.get("results", ())
        for one in getattr(result, "alignments", ())
    ]


def _row(document: str, result: str, programme: str, *meaning: Any) -> _Link:
    return (f"{result}-{programme}", document, result, programme, *meaning)


# --- measures ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stored:
    """A result as the database keeps it, with what it takes to say what it means."""

    quote: str
    clause: str | None
    above: tuple[str, ...]
    indicator_no: int | None
    unit: str | None
    group: str | None
    kind: str = "quantitative"
    change: str | None = None


@lru_cache(maxsize=4)
def _aligner(known: tuple[Programme, ...]) -> Aligner:
    return Aligner(known)


def _stored(row: Row) -> _Stored:
    return _Stored(**row | {"above": tuple(json.loads(row["above"] or "[]"))})


def measures(db: Database, row: Row) -> list[tuple[str, str]]:
    """The measures (programme, code) that a row of `results` means which is not stored yet."""
    names = ("quote", "clause", "above", "indicator_no", "unit")
    stored = _stored({name: row[name] for name in names} | {"group": row["subgroup"]})
    return [(one.programme, one.code) for one in _aligner(programme_store.known(db)).align(stored)]


_RESULTS = (
    'SELECT id, document, quote, clause, above, indicator_no, unit, subgroup AS "group" FROM results '
    "WHERE clause IS NOT NULL AND document IN ({})"
)


def align(db: Database, documents: Collection[str]) -> set[str]:
    """Aligns the stored results of some documents to the programmes of the database; gives those for which that changes something.

    Results that were entered for a target (`results template`) mean what the target means.
    """
    aligner = _aligner(programme_store.known(db))
    before: dict[str, set[_Link]] = {}
    for row in in_batches(db, "SELECT * FROM result_alignments WHERE document IN ({})", documents):
        before.setdefault(row["document"], set()).add(tuple(row[name] for name in COLUMNS))
    now: dict[str, set[_Link]] = {}
    for row in in_batches(db, _RESULTS, documents):
        identity, document = row.pop("id"), row.pop("document")
        for one in aligner.align(_stored(row)):
            link = _row(document, identity, one.programme, one.code, one.match, one.score)
            now.setdefault(document, set()).add(link)
    changed = {one for one in before.keys() | now.keys() if before.get(one) != now.get(one)}
    for document in sorted(changed):
        db.conn.execute("DELETE FROM result_alignments WHERE document = ?", [document])
        insert_rows(db, "result_alignments", COLUMNS, sorted(now.get(document, ())))
    return changed


def refresh(db: Database) -> set[str]:
    """Aligns all stored results anew where the programmes have changed since it was last done; gives the documents that this concerns."""
    now = stamp(programme_store.known(db))
    if [row["digest"] for row in rows(db, "SELECT digest FROM linked WHERE name = 'results'")] == [now]:
        return set()
    with transaction(db):
        changed = align(db, [row["document"] for row in rows(db, "SELECT DISTINCT document FROM results")])
        db.conn.execute("INSERT OR REPLACE INTO linked (name, digest) VALUES ('results', ?)", [now])
    return changed


# --- localities ----------------------------------------------------------------------------------------------------------


def place(db: Database, documents: Collection[str]) -> None:
    """Finds anew the units that the results of some documents hold for; what fits none, or several, has none."""
    db.conn.executemany("DELETE FROM result_units WHERE document = ?", [(one,) for one in sorted(documents)])
    insert_rows(db, "result_units", ("result", "document", "unit"), list(_placed(db, documents)))


def _placed(db: Database, documents: Collection[str]) -> Iterator[tuple[str, str, str]]:
    sql = (
        "SELECT r.id, r.document, r.unit_name, d.unit FROM results r JOIN documents d ON d.id = r.document "
        "WHERE d.unit IS NOT NULL AND d.relation IS NOT 'removed' AND r.document IN ({})"
    )
    for row in in_batches(db, sql, documents):
        unit = row["unit"] if row["unit_name"] is None else _below(row["unit"], row["unit_name"])
        if unit is not None:
            yield row["id"], row["document"], unit


@lru_cache(maxsize=4096)
def _below(unit: str, name: str) -> str | None:
    """The code of the unit of a name within another, or of that one itself; `None` where none or several are called so."""
    register = units.load()
    home = register.get(unit)
    found = [one for one in register.find(name) if one.code == unit or home in register.ancestors(one)]
    return found[0].code if len(found) == 1 else None


def touched(db: Database, documents: Sequence[str] | Collection[str]) -> set[str]:
    """The plans whose progress may change with some documents: themselves, and those of the units of their results and of the units above."""
    found = {
        row["unit"]
        for row in in_batches(db, "SELECT DISTINCT unit FROM result_units WHERE document IN ({})", documents)
    }
    for sql in (
        "SELECT province AS one, parent AS other FROM units WHERE code IN ({})",
        "SELECT unit AS one, NULL AS other FROM unit_changes WHERE became IN ({})",
        "SELECT became AS one, NULL AS other FROM unit_changes WHERE unit IN ({})",
    ):
        found |= {unit for row in in_batches(db, sql, found) for unit in row.values() if unit}
    return set(documents) | {row["id"] for row in in_batches(db, "SELECT id FROM documents WHERE unit IN ({})", found)}
