"""Writing what was read: one writer, one transaction a batch, every file accounted for.

A file whose bytes are known is only noted; changed bytes replace what the file stood for, and what it held before stays as
history; a file that cannot be read leaves a row that says why, and what was loaded from it before stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlite_utils import Database

from corpus.files import Found
from db import findings
from db.links import agency_mentions, alignments, results
from db.load import rows as plan_rows
from db.load.reading import Reading, counted
from db.load.rows import document_id
from db.schema.database import insert, insert_rows, rows
from extract.version import version

Result = Literal["loaded", "unchanged", "duplicate", "waiting", "failed"]

# What is wrong with the bytes themselves: reading them again with the same program says the same.
_LASTING = frozenset({"empty", "damaged", "encrypted", "unknown-kind", "classified"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file.

    `counts` are of its records and warnings, `error` is a code of `extract.errors` or of the loader, `trace` the traceback of an error that no one
    foresaw, `same_as` the file that a duplicate has the content of.
    """

    path: str
    result: Result
    title: str | None = None
    slug: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    error: str | None = None
    message: str | None = None
    seconds: float = 0.0
    same_as: str | None = None
    trace: str | None = None

    def told(self) -> dict[str, Any]:
        """What scripts and pages are told of it: all but the traceback, which is the log's."""
        told = {name: value for name, value in asdict(self).items() if name not in ("trace", "counts")}
        return told | {name: self.counts.get(name, 0) for name in counted()}


def known(db: Database, found: Found, digest: str, size: int) -> Outcome | None:
    """The outcome of a file whose bytes this very version has read before, noted where the file is new; `None` for others."""
    before = _file_row(db, found.shown)
    if (
        before is not None
        and before["sha256"] == digest
        and before["error"] in _LASTING
        and before["version"] == version()
    ):
        return Outcome(path=found.shown, result="failed", error=before["error"], message=before["message"])
    document = document_id(digest)
    head = _head(db, document, digest)
    if head is None:
        return None
    outcome = Outcome(path=found.shown, result="unchanged", **head)
    if before is not None and before["document"] == document and before["sha256"] == digest and before["error"] is None:
        return outcome
    _attach(db, found, document, digest, size, 0.0)
    return replace(outcome, result="duplicate", same_as=_twin(db, found.shown, document))


def _twin(db: Database, path: str, document: str) -> str | None:
    """Another file of the same document, the one that was loaded where there are several."""
    found = rows(
        db,
        "SELECT path FROM files WHERE document = ? AND path <> ? AND error IS NULL ORDER BY outcome <> 'loaded', path LIMIT 1",
        [document, path],
    )
    return found[0]["path"] if found else None


def _file_row(db: Database, path: str) -> dict[str, Any] | None:
    found = rows(db, "SELECT document, sha256, outcome, error, message, version FROM files WHERE path = ?", [path])
    return found[0] if found else None


def _head(db: Database, document: str, digest: str) -> dict[str, Any] | None:
    counts = ", ".join(f"(SELECT count(*) FROM {name} WHERE document = d.id) AS {name}" for name in counted())
    found = rows(
        db,
        f"SELECT d.title, d.slug, {counts} FROM documents d WHERE d.id = ? AND d.sha256 = ? AND d.version = ?",
        [document, digest, version()],
    )
    if not found:
        return None
    return {
        "title": found[0]["title"],
        "slug": found[0]["slug"],
        "counts": {name: found[0][name] for name in counted()},
    }


def write(db: Database, founds: Sequence[Found], reading: Reading, size: int | None) -> list[Outcome]:
    """Writes a reading for all files that hold its bytes; gives their outcomes, the first by path as the one that was loaded."""
    founds = sorted(founds, key=lambda found: found.shown)
    if reading.document is None:
        return [_refuse(db, found, reading, size) for found in founds]
    before = rows(db, _KEPT, [reading.document])
    if before:
        mark(db, delete_document(db, reading.document, keep_files=True))
    guests = alignments.has_guests(db)
    for name, table in reading.rows.items():
        if guests and name in ("alignments", "result_alignments"):
            continue
        shared = agency_mentions.CONFLICT if name == "agencies" else ""
        insert_rows(db, name, table.columns, table.rows, conflict=shared)
    if guests:  # it was read beside the programmes that ship
        alignments.align(db, [reading.document])
        results.align(db, [reading.document])
    for row in before:
        db.conn.execute(
            "UPDATE documents SET established = :established, identity = coalesce(:identity, identity) WHERE id = :id",
            row,
        )
    mark(db, [reading.document])
    for found in founds:
        _attach(db, found, reading.document, reading.sha256, reading.size, reading.seconds)
    first = Outcome(
        path=founds[0].shown,
        result="loaded",
        title=reading.title,
        slug=reading.slug,
        counts=reading.counts,
        seconds=reading.seconds,
    )
    return [first, *(replace(first, path=found.shown, result="duplicate", same_as=first.path) for found in founds[1:])]


# What a document keeps when a newer version of the program reads it: that it stood for its plan, and the identity that decisions,
# corrections or the names of who reviews it hang on.
_KEPT = """
SELECT id, established, CASE WHEN EXISTS (SELECT 1 FROM corrections c WHERE c.plan = d.identity) OR EXISTS (
    SELECT 1 FROM findings f JOIN reviews r ON r.finding = f.key WHERE f.document = d.id
) OR EXISTS (SELECT 1 FROM review_assignments a WHERE a.plan = d.identity) OR EXISTS (
    SELECT 1 FROM findings f JOIN review_assignments a ON a.finding = f.key WHERE f.document = d.id
) THEN identity END AS identity FROM documents d WHERE id = ?
"""


def _refuse(db: Database, found: Found, reading: Reading, size: int | None) -> Outcome:
    if reading.error == "classified" and reading.sha256:
        mark(db, delete_document(db, document_id(reading.sha256)))  # an earlier version of the program kept it
    before = _file_row(db, found.shown)
    result: Result = "waiting" if reading.result == "waiting" else "failed"
    _file(
        db,
        found,
        outcome=result,
        sha256=reading.sha256 or None,
        size=size,
        error=reading.error,
        message=reading.message,
        document=before["document"] if before else None,
        version=reading.version or version(),
        seconds=reading.seconds,
    )
    return Outcome(
        path=found.shown,
        result=result,
        error=reading.error,
        message=reading.message,
        seconds=reading.seconds,
        trace=reading.trace,
    )


# --- files and what they stand for -----------------------------------------------------------------------------------


def _attach(db: Database, found: Found, document: str, digest: str, size: int | None, seconds: float) -> None:
    """Lets a file stand for a document; what it stood for before becomes history."""
    before = _file_row(db, found.shown)
    _file(
        db,
        found,
        outcome="duplicate",
        sha256=digest,
        size=size,
        document=document,
        version=version(),
        seconds=seconds,
    )
    _name_the_first(db, document)
    mark(db, [document])
    if before is not None and before["document"] not in (None, document):
        insert(
            db,
            "replacements",
            [
                {
                    "path": found.shown,
                    "document": before["document"],
                    "sha256": before["sha256"],
                    "replaced_by": document,
                    "replaced_at": _now(),
                }
            ],
        )
        _name_the_first(db, before["document"])
        mark(db, [before["document"]])


def _name_the_first(db: Database, document: str) -> None:
    """Of the files of one document the first by path is `loaded`, the others are `duplicate`, whichever came first."""
    db.conn.execute(
        "UPDATE files SET outcome = CASE WHEN path = (SELECT min(path) FROM files WHERE document = :document AND error IS NULL) "
        "THEN 'loaded' ELSE 'duplicate' END WHERE document = :document AND error IS NULL",
        {"document": document},
    )


def _file(db: Database, found: Found, **fields: Any) -> None:
    row: dict[str, Any] = dict.fromkeys(
        ("sha256", "size", "outcome", "error", "message", "document", "version", "seconds")
    )
    row |= {"path": found.shown, "offered_at": _now(), **fields}
    row["seconds"] = round(row["seconds"], 4)
    db.conn.execute("DELETE FROM files WHERE path = ?", [found.shown])
    insert(db, "files", [row])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


# --- documents -------------------------------------------------------------------------------------------------------


def mark(db: Database, documents: Iterable[str]) -> None:
    """Notes that what is computed from some documents has to be brought up to date (`derive`), even after a crash."""
    db.conn.executemany(
        "INSERT INTO unsettled (document, stage) VALUES (?, 0) ON CONFLICT (document) DO UPDATE SET stage = 0",
        [(document,) for document in documents],
    )


def delete_document(db: Database, document: str, *, keep_files: bool = False) -> set[str]:
    """Deletes a document with all that hangs on it; gives the documents whose computed rows are concerned.

    With `keep_files` the rows of `files` go on pointing to it (it is about to be written again).
    """
    concerned = {row["id"] for row in rows(db, _CONCERNED, {"document": document})} | results.touched(db, [document])
    concerned.discard(document)
    execute = db.conn.execute
    execute("PRAGMA defer_foreign_keys = ON")
    execute("UPDATE comparisons SET parent = NULL, parent_target = NULL WHERE parent = ?", [document])
    execute(
        "UPDATE progresses SET result = NULL WHERE result IN (SELECT id FROM results WHERE document = ?)", [document]
    )
    execute("UPDATE cascades SET parent = NULL WHERE parent = ?", [document])
    execute("UPDATE findings SET against = NULL WHERE against = ?", [document])
    execute("UPDATE documents SET plan = NULL, relation = NULL WHERE plan = ?", [document])
    execute("DELETE FROM version_questions WHERE one = :id OR other = :id", {"id": document})
    findings.forget(db, [document])
    execute("DELETE FROM comparisons WHERE document = ?", [document])
    execute("DELETE FROM cascades WHERE child = ?", [document])
    execute("DELETE FROM carried WHERE document = ?", [document])
    for table in plan_rows.owned():
        execute(f'DELETE FROM "{table}" WHERE document = ?', [document])
    if not keep_files:
        execute("UPDATE files SET document = NULL WHERE document = ?", [document])
        execute("UPDATE replacements SET replaced_by = NULL WHERE replaced_by = ?", [document])
        execute("DELETE FROM replacements WHERE document = ?", [document])
        execute("DELETE FROM unsettled WHERE document = ?", [document])
    execute("DELETE FROM documents WHERE id = ?", [document])
    return concerned


# Who carries a document out, shares its plan or its address, or was found to contradict it.
_CONCERNED = """
SELECT child AS id FROM cascades WHERE parent = :document
UNION SELECT id FROM documents WHERE plan = :document
UNION SELECT d.plan FROM documents d WHERE d.id = :document AND d.plan IS NOT NULL
UNION SELECT other.id FROM documents d JOIN documents other ON other.plain_slug = d.plain_slug WHERE d.id = :document
UNION SELECT document FROM findings WHERE against = :document AND document IS NOT NULL
"""
