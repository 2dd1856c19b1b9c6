"""Loading: files in, rows out; one transaction a document, every file accounted for.

A file whose bytes were read by this very version of the extraction is skipped; changed bytes replace the records of the
file; a file that cannot be read leaves a row in `files` that says why, and what was loaded from it before stays.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlite_utils import Database

from corpus.files import Found, sha256
from db import findings
from db import rows as plan_rows
from db.database import insert, rows, transaction
from db.settle import settle
from extract.errors import MissingFile, NoTextLayer, ReadError
from extract.pipeline import extract_bytes
from extract.records import Plan
from extract.version import version

Result = Literal["loaded", "unchanged", "duplicate", "waiting", "failed"]

# How many documents are loaded before what is computed from them is brought up to date.
_SETTLE_EVERY = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file: the counts are of its records, `error` a code of `extract.errors` or `internal`."""

    path: str
    result: Result
    title: str | None = None
    slug: str | None = None
    targets: int = 0
    deadlines: int = 0
    legal_refs: int = 0
    assignments: int = 0
    warnings: int = 0
    error: str | None = None
    message: str | None = None
    seconds: float = 0.0


def load(db: Database, files: Sequence[Found]) -> Iterator[Outcome]:
    """Loads files one after the other and says of each what became of it; computed tables are settled at the end.

    Stopping the iteration early loses nothing: what was loaded is settled.
    """
    changed: set[str] = set()
    try:
        for found in files:
            outcome, concerned = _load_one(db, found)
            changed |= concerned
            if len(changed) >= _SETTLE_EVERY:
                settle(db, changed)
                changed.clear()
            yield outcome
    finally:
        settle(db, changed)


def _load_one(db: Database, found: Found) -> tuple[Outcome, set[str]]:
    began = time.perf_counter()
    digest: str | None = None
    size: int | None = None
    try:
        data = _read(found)
        size, digest = len(data), sha256(data)
        known = _known(db, digest)
        if known is not None:
            return _keep(db, found, known, digest, size, began)
        plan = extract_bytes(data, path=found.shown)
    except ReadError as error:
        result: Result = "waiting" if isinstance(error, NoTextLayer) else "failed"
        return _refuse(db, found, result, error.code, str(error), digest, size, began), set()
    except Exception as error:  # one bad file must not stop a night's load; the row says what to report
        message = f"lỗi của chương trình, xin báo lại / a fault of the program, please report: {type(error).__name__}: {error}"
        return _refuse(db, found, "failed", "internal", message, digest, size, began), set()
    return _store(db, found, plan, size, began)


def _read(found: Found) -> bytes:
    try:
        return found.path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise MissingFile("không tìm thấy tệp; kiểm tra lại đường dẫn / no such file; check the path") from None
    except OSError as error:
        raise MissingFile(
            f"không đọc được tệp ({error.strerror}); kiểm tra quyền đọc / the file cannot be read; check its permissions"
        ) from None


def _known(db: Database, digest: str) -> dict[str, Any] | None:
    """The document of these bytes, where this version read it."""
    found = rows(
        db,
        """
        SELECT d.id, d.title, d.slug,
               (SELECT count(*) FROM targets WHERE document = d.id) AS targets,
               (SELECT count(*) FROM deadlines WHERE document = d.id) AS deadlines,
               (SELECT count(*) FROM legal_refs WHERE document = d.id) AS legal_refs,
               (SELECT count(*) FROM assignments WHERE document = d.id) AS assignments,
               (SELECT count(*) FROM warnings WHERE document = d.id) AS warnings
        FROM documents d WHERE d.sha256 = ? AND d.version = ?
        """,
        [digest, version()],
    )
    return found[0] if found else None


def _keep(
    db: Database, found: Found, known: dict[str, Any], digest: str, size: int, began: float
) -> tuple[Outcome, set[str]]:
    """A file whose bytes are in the database: unchanged, or the same bytes under another name."""
    document = known.pop("id")
    before = rows(db, "SELECT document, sha256, outcome FROM files WHERE path = ?", [found.shown])
    if before and before[0]["document"] == document and before[0]["outcome"] in ("loaded", "duplicate"):
        return Outcome(path=found.shown, result="unchanged", seconds=time.perf_counter() - began, **known), set()
    seconds = time.perf_counter() - began
    with transaction(db):
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
        concerned = _drop_orphan(db, before[0]["document"] if before else None)
    return Outcome(path=found.shown, result="duplicate", seconds=seconds, **known), concerned


def _store(db: Database, found: Found, plan: Plan, size: int | None, began: float) -> tuple[Outcome, set[str]]:
    tables = plan_rows.of_plan(plan)
    document = tables["documents"][0]["id"]
    concerned = {document}
    before = rows(db, "SELECT document FROM files WHERE path = ?", [found.shown])
    seconds = time.perf_counter() - began
    with transaction(db):
        concerned |= delete_document(db, document, keep_files=True)
        for name, many in tables.items():
            insert(db, name, many)
        _file(
            db,
            found,
            outcome="loaded",
            sha256=plan.source.sha256,
            size=size,
            document=document,
            version=plan.version,
            seconds=seconds,
        )
        concerned |= _drop_orphan(db, before[0]["document"] if before else None)
    outcome = Outcome(
        path=found.shown,
        result="loaded",
        title=plan.document.title,
        slug=plan.document.slug,
        targets=len(plan.targets),
        deadlines=len(plan.deadlines),
        legal_refs=len(plan.legal_refs),
        assignments=len(plan.assignments),
        warnings=len(plan.warnings),
        seconds=seconds,
    )
    return outcome, concerned


def _refuse(
    db: Database,
    found: Found,
    result: Result,
    code: str,
    message: str,
    digest: str | None,
    size: int | None,
    began: float,
) -> Outcome:
    seconds = time.perf_counter() - began
    before = rows(db, "SELECT document FROM files WHERE path = ?", [found.shown])
    with transaction(db):
        _file(
            db,
            found,
            outcome=result,
            sha256=digest,
            size=size,
            error=code,
            message=message,
            document=before[0]["document"] if before else None,
            seconds=seconds,
        )
    return Outcome(path=found.shown, result=result, error=code, message=message, seconds=seconds)


def _file(db: Database, found: Found, **fields: Any) -> None:
    row: dict[str, Any] = dict.fromkeys(
        ("sha256", "size", "outcome", "error", "message", "document", "version", "seconds")
    )
    row |= {"path": found.shown, "offered_at": datetime.now(UTC).isoformat(timespec="seconds"), **fields}
    row["seconds"] = round(row["seconds"], 4)
    db.conn.execute("DELETE FROM files WHERE path = ?", [found.shown])
    insert(db, "files", [row])


def _drop_orphan(db: Database, document: str | None) -> set[str]:
    """Deletes a document that no file stands for any more."""
    if document is None or rows(db, "SELECT 1 FROM files WHERE document = ?", [document]):
        return set()
    return delete_document(db, document)


def delete_document(db: Database, document: str, *, keep_files: bool = False) -> set[str]:
    """Deletes a document with all that hangs on it; gives the documents whose computed rows are concerned.

    With `keep_files` the rows of `files` go on pointing to it (it is about to be written again).
    """
    concerned = {
        row["id"]
        for row in rows(
            db,
            "SELECT child AS id FROM cascades WHERE parent = :document UNION SELECT id FROM documents WHERE plan = :document "
            "UNION SELECT document AS id FROM findings WHERE against = :document AND document IS NOT NULL",
            {"document": document},
        )
    } - {document}
    execute = db.conn.execute
    execute("PRAGMA defer_foreign_keys = ON")
    execute("UPDATE comparisons SET parent = NULL, parent_target = NULL WHERE parent = ?", [document])
    execute("UPDATE cascades SET parent = NULL WHERE parent = ?", [document])
    execute("UPDATE findings SET against = NULL WHERE against = ?", [document])
    execute("UPDATE documents SET plan = NULL WHERE plan = ?", [document])
    findings.forget(db, document)
    execute("DELETE FROM comparisons WHERE document = ?", [document])
    execute("DELETE FROM cascades WHERE child = ?", [document])
    for table in plan_rows.OWNED:
        execute(f'DELETE FROM "{table}" WHERE document = ?', [document])
    if not keep_files:
        execute("UPDATE files SET document = NULL WHERE document = ?", [document])
    execute("DELETE FROM documents WHERE id = ?", [document])
    return concerned
