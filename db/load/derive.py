"""What is computed once after a load, for the plans concerned: addresses, corrections, versions, cascade, comparison, findings.

Which documents wait for it stands in the table `unsettled`, written with the documents themselves, so that a load that was cut
off is derived by the next one. It goes in four stages, each of which needs the one before for all documents: links (addresses,
corrections of reviewers, versions, occurrences, cascade; one transaction), comparisons, progress, findings. The last three are computed
document by document, by other processes where there are any, and written in batches.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sqlite_utils import Database

from db import findings
from db.comparison import compare, progress
from db.links import agency_mentions, cascade, issuing_unit, occurrences, results, versions
from db.links import alignments as links
from db.load import as_stored, faults, registers
from db.load.faults import Computed, Fault
from db.load.workers import WorkerLost
from db.load.writer import mark
from db.review import corrections
from db.schema.database import file_of, in_batches, insert, rows, transaction
from db.views import search

# How many documents are computed at a time, and how many such batches are with the executor at once.
_BATCH = 100
_IN_HAND = 4
_TURNS = 4
# Rounds in which what changed meanwhile is taken.
_ROUNDS = 10

_LINKS, _COMPARISONS, _PROGRESS, _FINDINGS = 0, 1, 2, 3


class Deriving(Protocol):
    """Is told how far the computing has come."""

    def __call__(self, done: int, of: int) -> None:
        """So many documents of so many are derived."""


def waiting(db: Database) -> int:
    """How many documents wait to be derived."""
    return int(rows(db, "SELECT count(*) AS n FROM unsettled")[0]["n"])


def derive(
    db: Database,
    changed: Collection[str] = (),
    *,
    executor: Executor | None = None,
    deriving: Deriving | None = None,
    at_fault: Callable[[Fault], None] = lambda _: None,
) -> None:
    """Brings everything computed up to date for the documents that wait for it, and those given (ids).

    Args:
        db: the database.
        changed: documents that changed or went by other ways than the loader's.
        executor: computes comparisons and findings in processes that can open the database's file; by default this one does.
        deriving: told how far it has come.
        at_fault: told of each document, or rule of findings, at which something raised; the others are derived.
    """
    realigned = links.refresh(db, executor=executor, path=file_of(db)) | results.refresh(db)
    with transaction(db):
        mark(db, {*changed, *realigned, *_at_fault(db)})
    # What a reviewer corrects while this goes on waits as well, and is taken in a further round.
    for _ in range(_ROUNDS):
        if not waiting(db):
            break
        with transaction(db):
            registers.store(db)
            findings.store_rules(db)
        for one in _linked(db, _waiting_at(db, _LINKS)):
            at_fault(one)
        _compute_all(db, executor, deriving, at_fault)


# More documents than these that wait are a load under way; it computes what follows from a change with the rest.
_OWN_WORK = 100


def follow(db: Database, changed: Collection[str]) -> None:
    """Brings up to date what follows from a change that a person made, at once, or leaves it to the load that is at work."""
    if waiting(db) > _OWN_WORK:
        with transaction(db):
            mark(db, changed)
    else:
        derive(db, changed)


def _compute_all(
    db: Database, executor: Executor | None, deriving: Deriving | None, at_fault: Callable[[Fault], None]
) -> None:
    """Comparisons, progress, then findings, of the documents that wait for them."""
    of = waiting(db)
    executor = executor if file_of(db) else None
    for stage in _STAGES:
        for documents, found in _computed(db, stage, executor):
            with transaction(db):
                stage.write(db, stage, documents, found)
                told = faults.store(db, stage.name, documents, found.faults)
            for one in told:
                at_fault(one)
            if deriving is not None:
                deriving(of - waiting(db), of)


def _waiting_at(db: Database, stage: int) -> list[str]:
    return [
        row["document"] for row in rows(db, "SELECT document FROM unsettled WHERE stage = ? ORDER BY document", [stage])
    ]


# --- links -----------------------------------------------------------------------------------------------------------


def _linked(db: Database, documents: list[str]) -> list[Fault]:
    """Links documents, all in one transaction; where that raises they are halved until those at fault stand alone."""
    try:
        with transaction(db):
            _link(db, set(documents))
            faults.store(db, "links", documents, ())
        return []
    except Exception as error:
        if faults.of_database(error):
            raise
        if len(documents) > 1:
            half = len(documents) // 2
            return _linked(db, documents[:half]) + _linked(db, documents[half:])
        with transaction(db):
            _drop(db, documents)
            return faults.store(db, "links", documents, [faults.fault(one, "links", error) for one in documents])


# Documents that no one has linked yet, but for those that wait for it or cannot be linked.
_WITHOUT_PLAN = """
SELECT id FROM documents
WHERE plan IS NULL AND relation IS NULL
  AND id NOT IN (SELECT document FROM unsettled WHERE stage = 0)
  AND id NOT IN (SELECT document FROM faults WHERE stage = 'links')
"""


def _at_fault(db: Database) -> list[str]:
    """Documents at which something raised: they are tried again, the program may have been mended."""
    return [row["document"] for row in rows(db, "SELECT DISTINCT document FROM faults")]


def _drop(db: Database, documents: list[str]) -> None:
    db.conn.executemany("DELETE FROM unsettled WHERE document = ? AND stage = ?", [(one, _LINKS) for one in documents])


def _link(db: Database, marked: set[str]) -> None:
    """Addresses, versions and cascade of the documents that wait; what else they concern waits with them from now on."""
    there = {row["id"] for row in in_batches(db, "SELECT id FROM documents WHERE id IN ({})", marked)}
    there |= {row["id"] for row in rows(db, _WITHOUT_PLAN)}
    renamed = _slugs(db, there)
    corrected, found = _corrected_versions(db, there)
    links.follow(db, sorted(corrected))
    realigned = results.follow(db, there | corrected)
    issuing_unit.link(db, corrected)
    agency_mentions.link(db, corrected)
    search.refresh(db, corrected | (behind(db) & there))
    there |= corrected | found | realigned
    before = results.touched(db, there)  # what is taken out counts no more where it did
    results.place(db, there)
    occurrences.refresh(db, there)
    linked = cascade.concerned(db, there)
    cascade.refresh(db, linked)
    cascade.follow(db)
    compared = compare.concerned(db, linked)
    followed = before | results.touched(db, compared)
    checked = findings.concerned(db, followed | renamed)
    _drop(db, sorted(marked))
    db.conn.executemany(
        "INSERT INTO unsettled (document, stage) VALUES (?, ?) ON CONFLICT (document) DO UPDATE SET stage = min(stage, excluded.stage)",
        [
            (one, _COMPARISONS if one in compared else _PROGRESS if one in followed else _FINDINGS)
            for one in sorted(checked)
        ],
    )


def _corrected_versions(db: Database, documents: set[str]) -> tuple[set[str], set[str]]:
    """Corrections, and the versions of plans, which inherit them; gives the documents that either has changed.

    A correction may change which versions belong together, and so which corrections count: a few turns, and it stands.
    """
    corrected: set[str] = set()
    found: set[str] = set()
    concerned = set(documents)
    for _ in range(_TURNS):
        corrected |= (now := corrections.apply(db, concerned))
        moved = versions.refresh(db, concerned | now)
        found |= moved
        if not moved:
            break
        concerned |= moved
    return corrected, found


def behind(db: Database) -> set[str]:
    """Documents that an older version of the program wrote: what the site needs was not computed for them."""
    return {row["id"] for row in rows(db, "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM searchable)")}


def _slugs(db: Database, documents: Collection[str]) -> set[str]:
    """Makes addresses unique: of documents with one slug the first by id keeps it, the others get digits of theirs.

    Gives the documents whose address changed.
    """
    plains = {
        row["plain"]
        for row in in_batches(
            db,
            "SELECT DISTINCT plain_slug AS plain FROM documents WHERE plain_slug IS NOT NULL AND id IN ({})",
            documents,
        )
    }
    by_slug: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    found = in_batches(db, "SELECT id, slug, plain_slug AS plain FROM documents WHERE plain_slug IN ({})", plains)
    for row in found:
        by_slug[row["plain"]].append((row["id"], row["slug"]))
    changed = []
    for plain, group in by_slug.items():
        for position, (document, slug) in enumerate(sorted(group)):
            wanted = plain if position == 0 else f"{plain}-{document[:6]}"
            if slug != wanted:
                changed.append((wanted, document))
    nameless = in_batches(
        db, "SELECT id FROM documents WHERE plain_slug IS NULL AND slug IS NULL AND id IN ({})", documents
    )
    changed += [(f"van-ban-{row['id'][:12]}", row["id"]) for row in nameless]
    db.conn.executemany("UPDATE documents SET slug = ? WHERE id = ?", changed)
    return {document for _, document in changed}


# --- comparisons and findings ----------------------------------------------------------------------------------------


def _comparisons(db: Database, documents: Sequence[str], tell: faults.Tell) -> list[dict[str, Any]]:
    return compare.compute(db, documents)


def _progress(db: Database, documents: Sequence[str], tell: faults.Tell) -> list[dict[str, Any]]:
    return progress.compute(db, documents)


def _computed(db: Database, stage: _Stage, executor: Executor | None) -> Iterator[tuple[list[str], Computed]]:
    """Batches of the documents that wait at a stage with their rows, in any order."""
    documents, path = _waiting_at(db, stage.number), file_of(db)
    batches = [documents[start : start + _BATCH] for start in range(0, len(documents), _BATCH)]
    if executor is None or path is None:
        for batch in batches:
            yield batch, _computed_here(db, batch, stage)
        return
    waiting_for: dict[Future[Computed], list[str]] = {}
    while batches or waiting_for:
        while batches and len(waiting_for) < _IN_HAND * getattr(executor, "workers", 1):
            batch = batches.pop()
            waiting_for[executor.submit(_elsewhere, path, batch, stage)] = batch
        done, _ = wait(waiting_for, return_when=FIRST_COMPLETED)
        for future in done:
            batch = waiting_for.pop(future)
            try:
                found = future.result()
            except WorkerLost:  # killed for want of memory, say: this process has its own
                found = _computed_here(db, batch, stage)
            yield batch, found


def _computed_here(db: Database, documents: list[str], stage: _Stage) -> Computed:
    found = faults.computed(db, documents, stage.compute, stage.name)
    return as_stored.without(db, stage.table, documents, found) if stage.table is not None else found


def _elsewhere(path: Path, documents: list[str], stage: _Stage) -> Computed:
    """Computes in a process of its own, from a connection that only reads."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return _computed_here(Database(connection, recursive_triggers=False), documents, stage)
    finally:
        connection.close()


def _write_rows(db: Database, stage: _Stage, documents: list[str], found: Computed) -> None:
    """Writes the rows of those documents whose rows are not those stored; all go on to the next stage."""
    unchanged = _unchanged(db, documents, stage.number)
    others = [(document,) for document in found.others if document in unchanged]
    db.conn.executemany(f'DELETE FROM "{stage.table}" WHERE document = ?', others)
    insert(db, str(stage.table), [row for row in found.rows if row["document"] in unchanged])
    db.conn.executemany(
        "UPDATE unsettled SET stage = ? WHERE document = ?", [(stage.number + 1, one) for one in sorted(unchanged)]
    )


def _write_findings(db: Database, stage: _Stage, documents: list[str], found: Computed) -> None:
    unchanged = _unchanged(db, documents, stage.number)
    findings.write(db, sorted(unchanged), [row for row in found.rows if row["document"] in unchanged])
    db.conn.executemany("DELETE FROM unsettled WHERE document = ?", [(one,) for one in sorted(unchanged)])


def _unchanged(db: Database, documents: list[str], stage: int) -> set[str]:
    """Of the documents from which something was computed those that nobody has changed meanwhile; the others wait again, or were derived by
    who changed them.
    """
    sql = f"SELECT document FROM unsettled WHERE stage = {stage} AND document IN ({{}})"
    return {row["document"] for row in in_batches(db, sql, documents)}


@dataclass(frozen=True, slots=True)
class _Stage:
    """One of the stages that are computed document by document: where documents wait for it, and the table of its rows."""

    number: int
    name: str
    compute: faults.Compute
    write: Callable[[Database, _Stage, list[str], Computed], None]
    table: str | None = None


_STAGES = (
    _Stage(_COMPARISONS, "comparisons", _comparisons, _write_rows, "comparisons"),
    _Stage(_PROGRESS, "progress", _progress, _write_rows, "progresses"),
    _Stage(_FINDINGS, "findings", findings.compute, _write_findings),
)
