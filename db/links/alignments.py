"""Targets to the measures of programmes: many to many, from the words that each target is stored with, without reading a file.

`of_plan` gives the rows of a plan that was just read. When a programme has changed, or the words by which it is recognised, `refresh`
aligns every stored target anew and says for which documents that changes something. What a reviewer corrected stays: `follow` carries a
corrected measure into the alignments.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from corpus import programme as shipped
from corpus.programme import Programme
from db.links.openings import Opening, openings
from db.links.stored import aligner, is_aligned, note_aligned, stamp, stored
from db.schema import programme_store
from db.schema.database import in_batches, insert_rows, rows, transaction
from extract.alignment import first_carried
from extract.records import Plan
from extract.vocabulary import Match

COLUMNS = ("id", "document", "target", "programme", "measure", "match", "score")
_BATCH = 200
# What is aligned: a target and, for each programme in which it measures something, programme, measure, match and score.
_Meaning = tuple[str, Match, float]


def of_plan(plan: Plan, document: str) -> list[tuple[Any, ...]]:
    """The rows of `alignments` of a plan that was just read."""
    return [
        _row(document, f"{document}-{target.key}", one.programme, (one.measure, one.match, one.score))
        for target in plan.targets
        for one in target.alignments
    ]


def _row(document: str, target: str, programme: str, meaning: _Meaning) -> tuple[Any, ...]:
    return (f"{target}-{programme}", document, target, programme, *meaning)


# --- aligned anew ----------------------------------------------------------------------------------------------------


def has_guests(db: Database) -> bool:
    """Whether the programmes of a database are others than those that ship, by which a plan is aligned when it is read."""
    return programme_store.known(db) != shipped.load_all()


def align(db: Database, documents: Sequence[str]) -> None:
    """Aligns the stored targets of some documents to the programmes of the database."""
    _write(db, differing(db, documents))


def refresh(db: Database, *, executor: Executor | None = None, path: Path | None = None) -> set[str]:
    """Aligns all stored targets anew where the programmes have changed since it was last done; gives the documents that this concerns.

    Args:
        db: the database.
        executor: aligns in processes that can open the database's file at `path`; by default this one does.
        path: the file of the database.
    """
    now = stamp(programme_store.known(db))
    if is_aligned(db, "targets", now):
        return set()
    documents = [row["id"] for row in rows(db, "SELECT id FROM documents ORDER BY id")]
    batches = [documents[start : start + _BATCH] for start in range(0, len(documents), _BATCH)]
    changed: set[str] = set()
    for found in _everywhere(db, batches, executor if path else None, path):
        with transaction(db):
            _write(db, found)
        changed |= {document for document, *_ in found}
    note_aligned(db, "targets", now)
    db.conn.commit()
    return changed


# A document, one of its targets, the programme that counts for it, and what the target means in each programme.
_Found = tuple[str, str, str | None, dict[str, _Meaning]]


def _everywhere(
    db: Database, batches: list[list[str]], executor: Executor | None, path: Path | None
) -> Iterator[list[_Found]]:
    if executor is None:
        for batch in batches:
            yield differing(db, batch)
        return
    submit: Callable[..., Any] = executor.submit
    for future in [submit(_elsewhere, path, batch) for batch in batches]:
        yield future.result()


def _elsewhere(path: Path, documents: list[str]) -> list[_Found]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return differing(Database(connection, recursive_triggers=False), documents)
    finally:
        connection.close()


def differing(db: Database, documents: Sequence[str]) -> list[_Found]:
    """The targets of some documents that mean something else now than what is stored; those that were stored without their words, by an
    older version, are left as they are until the plan is read again.
    """
    known = programme_store.known(db)
    found_by = aligner(known)
    carried = {one.document: _first(one, known) for one in openings(db, documents).values()}
    before: dict[str, dict[str, _Meaning]] = {}
    for row in in_batches(db, "SELECT * FROM alignments WHERE document IN ({})", documents):
        before.setdefault(row["target"], {})[row["programme"]] = (row["measure"], row["match"], row["score"])
    out: list[_Found] = []
    for row in in_batches(db, _TARGETS, documents):
        found = {one.programme: (one.code, one.match, one.score) for one in found_by.align(stored(row))}
        first = carried[row["document"]]
        if found != before.get(row["id"], {}) or first != row["programme"]:
            out.append((row["document"], row["id"], first, found))
    return out


def _first(opening: Opening, known: Sequence[Programme]) -> str | None:
    return first_carried(known, opening.references, title=opening.title, opening=opening.words)


_TARGETS = (
    'SELECT id, document, kind, quote, clause, above, indicator_no, unit, "change", subgroup, programme FROM targets '
    "WHERE clause IS NOT NULL AND document IN ({})"
)


def _write(db: Database, found: list[_Found]) -> None:
    """Writes what targets mean now; a field that a reviewer corrected keeps the correction and remembers the new value."""
    db.conn.executemany("DELETE FROM alignments WHERE target = ?", [(target,) for _, target, _, _ in found])
    insert_rows(
        db,
        "alignments",
        COLUMNS,
        [
            _row(document, target, programme, meaning)
            for document, target, _, meanings in found
            for programme, meaning in meanings.items()
        ],
    )
    for _, target, carried, meanings in found:
        measure, match, score = meanings.get(carried or "", (None, None, None))
        now = {"measure": measure, "match": match}
        extracted = json.loads(rows(db, "SELECT corrected FROM targets WHERE id = ?", [target])[0]["corrected"] or "{}")
        kept = {name: value for name, value in now.items() if name not in extracted}
        extracted |= {name: value for name, value in now.items() if name in extracted}
        values = kept | {"programme": carried, "measure_score": score}
        values["corrected"] = json.dumps(extracted, ensure_ascii=False) if extracted else None
        names = ", ".join(f'"{name}" = :{name}' for name in values)
        db.conn.execute(f"UPDATE targets SET {names} WHERE id = :id", values | {"id": target})


# --- corrections -----------------------------------------------------------------------------------------------------

# Alignments in the programme that counts for a target which are not what the target says.
_STALE = """
DELETE FROM alignments WHERE document = ? AND EXISTS (
    SELECT 1 FROM targets t WHERE t.id = alignments.target AND t.programme = alignments.programme
    AND (t.measure IS NOT alignments.measure OR coalesce(t.match, 'exact') IS NOT alignments.match)
)
"""
_MISSING = """
INSERT INTO alignments (id, document, target, programme, measure, match, score)
SELECT t.id || '-' || t.programme, t.document, t.id, t.programme, t.measure, coalesce(t.match, 'exact'), coalesce(t.measure_score, 1)
FROM targets t
JOIN measures m ON m.programme = t.programme AND m.code = t.measure
WHERE t.document = ?
  AND NOT EXISTS (SELECT 1 FROM alignments a WHERE a.target = t.id AND a.programme = t.programme)
"""


def follow(db: Database, documents: Sequence[str]) -> None:
    """Carries what the targets of some documents say of their measure, corrected by a reviewer perhaps, into the alignments."""
    for document in documents:
        db.conn.execute(_STALE, [document])
        db.conn.execute(_MISSING, [document])
