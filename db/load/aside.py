"""Plans read aside: in a database of their own in memory, with what they carry out and nothing else, so that two versions are judged alike.

In the database one version stands for a plan and has findings; here each of two does, beside the same plans above them. Findings that
come of other plans of the database (copied text, another plan of the unit) are none of a diff.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from corpus.files import given, sha256
from db.comparison.compare import Yardstick
from db.comparison.diff import Diff, Side, diff
from db.load import registers
from db.load.derive import derive
from db.load.dispatch import load
from db.load.rows import document_id, owned
from db.schema.database import in_batches, insert, open_database, rows, transaction
from extract import record_types

Row = dict[str, Any]

# What is computed anew, and what must not come along: it would say again what stands for what.
_COMPUTED = {"occurrences", "progresses", "result_units", "faults"}
_KNOWN = ("programmes", "measures", "milestones", "linked")


class UnreadableError(Exception):
    """A file cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Source:
    """One of two plans: a document of the database (its id), or a file."""

    document: str | None = None
    path: Path | None = None


def compare(db: Database | None, old: Source, new: Source, *, seconds: float | None = None) -> Diff:
    """What two plans say differently.

    Args:
        db: the database of documents; `None` where both are files.
        old: the earlier one.
        new: the later one.
        seconds: how long the deriving may take.

    Raises:
        UnreadableError: one of them is a file that cannot be read.
        sqlite3.OperationalError: it took longer.
    """
    until = None if seconds is None else time.monotonic() + seconds
    above = _above(db, [one.document for one in (old, new) if one.document]) if db is not None else []
    with _aside(db, until) as scratch:
        measures = Yardstick(scratch).measured
    return diff(_side(db, old, above, until), _side(db, new, above, until), measures)


def _side(db: Database | None, source: Source, above: Sequence[str], until: float | None) -> Side:
    """A plan with its findings, read aside, beside the plans above it (ids)."""
    with _aside(db, until) as scratch:
        if db is not None:
            _copy(db, scratch, [*above, *([source.document] if source.document else [])])
        document = _load(scratch, source.path) if source.path is not None else str(source.document)
        derive(scratch, [*above, document])
        return read(scratch, document)


def in_database(db: Database, path: Path) -> str | None:
    """The id of the document that the database has of the bytes of a file."""
    found = rows(db, "SELECT id FROM documents WHERE id = ?", [document_id(sha256(path.read_bytes()))])
    return str(found[0]["id"]) if found else None


def read(db: Database, document: str) -> Side:
    """A stored plan as a side of a diff."""
    head = rows(db, "SELECT * FROM documents WHERE id = ?", [document])[0]
    records = {
        kind.name: rows(db, f"SELECT * FROM {kind.name} WHERE document = ? ORDER BY position", [document])
        for kind in record_types.in_tables()
    }
    meanings: dict[str, dict[str, tuple[str, str]]] = {}
    for row in rows(db, "SELECT target, programme, measure, match FROM alignments WHERE document = ?", [document]):
        meanings.setdefault(row["target"], {})[row["programme"]] = (row["measure"], row["match"])
    names = {(row["programme"], row["code"]): row for row in rows(db, "SELECT * FROM measures")}
    for row in records["targets"]:
        row["meanings"] = meanings.get(row["id"], {})
        named = names.get((row["programme"], row["measure"]), {})
        row |= {"short_vi": named.get("short_vi"), "name_en": named.get("name_en")}
    agencies: dict[str, set[str]] = {}
    sql = "SELECT record, coalesce(agency, as_written) AS agency FROM agency_mentions WHERE document = ? AND holds = 'agency'"
    for row in rows(db, sql, [document]):
        agencies.setdefault(row["record"], set()).add(row["agency"])
    for row in records["assignments"]:
        row["agency_ids"] = frozenset(agencies.get(row["id"], json.loads(row["agencies"] or "[]")))
    text = rows(db, "SELECT text FROM texts WHERE document = ?", [document])
    findings = rows(
        db,
        "SELECT f.*, r.name_vi AS rule_vi, r.name_en AS rule_en FROM findings f JOIN rules r ON r.code = f.rule "
        "WHERE f.document = ? AND f.gone = 0 ORDER BY f.position",
        [document],
    )
    return Side(head=head, records=records, findings=findings, text=str(text[0]["text"]) if text else "")


# --- databases in memory -------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _empty() -> bytes:
    with closing(open_database(None)) as db:
        with transaction(db):
            registers.store(db)
        return bytes(db.conn.serialize())


# Steps of SQLite's machine between looks at the clock; a statement of fewer is not looked at.
_STEPS = 1_000


@contextmanager
def _aside(db: Database | None, until: float | None = None) -> Iterator[Database]:
    """A database in memory without plans, with the programmes of another one; it is of no use after a moment (`time.monotonic`)."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(_empty())
        if until is not None:
            connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
        scratch = Database(connection, recursive_triggers=False)
        if db is not None:
            for table in _KNOWN:
                scratch.conn.execute(f"DELETE FROM {table}")
                insert(scratch, table, rows(db, f"SELECT * FROM {table}"))
        yield scratch
    finally:
        connection.close()


def _above(db: Database, documents: Collection[str]) -> list[str]:
    """The plans that some documents carry out, and what these do; not the documents themselves, nor versions of theirs."""
    plans = {row["plan"] for row in in_batches(db, "SELECT plan FROM documents WHERE id IN ({})", documents)}
    found: set[str] = set()
    below = {*documents, *(plan for plan in plans if plan)}
    while below:
        parents = in_batches(db, "SELECT parent FROM cascades WHERE parent IS NOT NULL AND child IN ({})", below)
        below = {row["parent"] for row in parents} - found - plans - set(documents)
        found |= below
    return sorted(found)


def _copy(db: Database, scratch: Database, documents: Sequence[str]) -> None:
    """Documents with their records, as they stand in the database: corrected."""
    with transaction(scratch):
        heads = list(in_batches(db, "SELECT * FROM documents WHERE id IN ({})", documents))
        insert(scratch, "documents", [row | {"plan": None, "relation": None} for row in heads])
        for table in owned():
            if table not in _COMPUTED:
                insert(
                    scratch, table, list(in_batches(db, f"SELECT * FROM {table} WHERE document IN ({{}})", documents))
                )
        named = {
            row["agency"]
            for row in rows(scratch, "SELECT DISTINCT agency FROM agency_mentions WHERE agency IS NOT NULL")
        }
        insert(scratch, "agencies", list(in_batches(db, "SELECT * FROM agencies WHERE id IN ({})", named)))


def _load(scratch: Database, path: Path) -> str:
    """Loads a file; gives its document."""
    outcomes = list(load(scratch, [given(path)]))
    found = rows(scratch, "SELECT document FROM files WHERE document IS NOT NULL AND error IS NULL ORDER BY path")
    if not found or any(one.error for one in outcomes):
        said = next((one.message for one in outcomes if one.message), "không có văn bản nào / no document in it")
        raise UnreadableError(f"{path}: {said}")
    if len(found) > 1:
        raise UnreadableError(
            f"{path}: có {len(found)} văn bản, hãy đưa từng tệp / {len(found)} documents; give one file each"
        )
    return str(found[0]["document"])
