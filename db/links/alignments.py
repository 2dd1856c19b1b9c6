"""Targets to the measures of programmes: many to many, from the words that each target is stored with, without reading a file.

`of_plan` gives the rows of a plan that was just read. When a programme has changed, or the words by which it is recognised, `refresh`
aligns every stored target anew and says for which documents that changes something. What a reviewer corrected stays: `follow` carries a
corrected measure into the alignments.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from corpus import programme as shipped
from corpus.programme import Programme
from corpus.programme.alignment import Aligner
from db.links.openings import Opening, openings
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


def stamp(known: Sequence[Programme]) -> str:
    """Digits that change with some programmes, their order, and the code that recognises their measures."""
    digest = hashlib.sha256(_code())
    for programme in known:
        digest.update(programme.text.encode() + b"\0")
    return digest.hexdigest()[:16]


@lru_cache(maxsize=1)
def _code() -> bytes:
    digest = hashlib.sha256()
    folder = resources.files("corpus.programme")
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".py"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.digest()


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
    if [row["digest"] for row in rows(db, "SELECT digest FROM linked WHERE name = 'targets'")] == [now]:
        return set()
    documents = [row["id"] for row in rows(db, "SELECT id FROM documents ORDER BY id")]
    batches = [documents[start : start + _BATCH] for start in range(0, len(documents), _BATCH)]
    changed: set[str] = set()
    for found in _everywhere(db, batches, executor if path else None, path):
        with transaction(db):
            _write(db, found)
        changed |= {document for document, *_ in found}
    db.conn.execute("INSERT OR REPLACE INTO linked (name, digest) VALUES ('targets', ?)", [now])
    db.conn.commit()
    return changed


@dataclass(frozen=True, slots=True)
class _Stored:
    """A target as the database keeps it, with what it takes to say what it means."""

    kind: str
    quote: str
    clause: str | None
    above: tuple[str, ...]
    indicator_no: int | None
    unit: str | None
    change: str | None
    group: str | None


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


@lru_cache(maxsize=4)
def _aligner(known: tuple[Programme, ...]) -> Aligner:
    return Aligner(known)


def differing(db: Database, documents: Sequence[str]) -> list[_Found]:
    """The targets of some documents that mean something else now than what is stored; those that were stored without their words, by an
    older version, are left as they are until the plan is read again.
    """
    known = programme_store.known(db)
    aligner = _aligner(known)
    carried = {one.document: _first(one, known) for one in openings(db, documents).values()}
    stored: dict[str, dict[str, _Meaning]] = {}
    for row in in_batches(db, "SELECT * FROM alignments WHERE document IN ({})", documents):
        stored.setdefault(row["target"], {})[row["programme"]] = (row["measure"], row["match"], row["score"])
    out: list[_Found] = []
    for row in in_batches(db, _TARGETS, documents):
        target = _Stored(**{name: row[name] for name in _SAID}, above=tuple(json.loads(row["above"] or "[]")))
        found = {one.programme: (one.code, one.match, one.score) for one in aligner.align(target)}
        first = carried[row["document"]]
        if found != stored.get(row["id"], {}) or first != row["programme"]:
            out.append((row["document"], row["id"], first, found))
    return out


def _first(opening: Opening, known: Sequence[Programme]) -> str | None:
    return first_carried(known, opening.references, title=opening.title, opening=opening.words)


_SAID = ("kind", "quote", "clause", "indicator_no", "unit", "change", "group")
_TARGETS = (
    'SELECT id, document, kind, quote, clause, above, indicator_no, unit, "change", subgroup AS "group", programme FROM targets '
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
