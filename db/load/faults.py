"""Errors that no one foresaw: what people are told of them, and where whoever mends them finds the rest.

Everything that is done with one file or one document stands behind a guard that makes a fault of whatever is raised. The message
ends with a reference; the log holds the traceback under it. The same error at the same place has the same reference.
"""

from __future__ import annotations

import hashlib
import sqlite3
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from sqlite_utils import Database

from db.schema.database import insert, rows

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What went wrong after a document was read: in which stage of deriving it, and in which rule of findings, if in one."""

    document: str
    stage: str
    rule: str
    message: str
    reference: str
    trace: str
    path: str = ""

    def row(self) -> Row:
        """The row of the table `faults`."""
        return {name: getattr(self, name) for name in ("document", "stage", "rule", "message", "reference")}


def trace_of(error: BaseException) -> str:
    """The traceback of an error, of its innermost hundred lines at most."""
    lines = "".join(traceback.format_exception(error)).splitlines()
    return "\n".join(lines[-100:]).encode("utf-8", "backslashreplace").decode()


def reference_of(error: BaseException) -> str:
    """Six digits that stand for an error at its place, whatever the file it met with."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    place = "|".join(f"{frame.filename.rsplit('/', 2)[-2:]}:{frame.lineno}" for frame in frames)
    return hashlib.blake2b(f"{type(error).__name__}|{place}".encode(), digest_size=3).hexdigest()


def message_of(error: BaseException, said: str = "lỗi của chương trình", en: str = "a fault of the program") -> str:
    """What people are told of an error that no one foresaw, in one line."""
    words = " ".join(f"{type(error).__name__}: {error}".split())[:300].encode("utf-8", "backslashreplace").decode()
    reference = reference_of(error)
    return (
        f"{said}, xin báo lại kèm mã {reference} trong nhật ký / {en}; please report {reference} from the log: {words}"
    )


def of_database(error: BaseException) -> bool:
    """Whether an error is the database's (full, locked, damaged) and would meet every other document as well."""
    return isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError


# --- guards over documents -------------------------------------------------------------------------------------------


class Compute(Protocol):
    """Computes rows of some documents; what fails in one part of one document is told and left out."""

    def __call__(self, db: Database, documents: Sequence[str], tell: Tell, /) -> list[Row]:
        """The rows."""


Tell = Callable[[str, str, Exception], None]


@dataclass(slots=True)
class Computed:
    """Rows of some documents, and what went wrong with them; `others` are the documents whose rows are not those stored (`as_stored`)."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def computed(db: Database, documents: Sequence[str], compute: Compute, stage: str) -> Computed:
    """What `compute` gives for documents; where it raises, the documents are halved until those at fault stand alone."""
    out = Computed()

    def tell(document: str, rule: str, error: Exception) -> None:
        out.faults.append(fault(document, stage, error, rule))

    try:
        out.rows = compute(db, documents, tell)
    except Exception as error:
        if of_database(error):
            raise
        if len(documents) == 1:
            return Computed([], [fault(documents[0], stage, error)])
        half = len(documents) // 2
        first, second = (computed(db, some, compute, stage) for some in (documents[:half], documents[half:]))
        return Computed(first.rows + second.rows, first.faults + second.faults)
    return out


_STAGES = {
    "links": ("không liên kết được với văn bản khác", "not linked to other documents"),
    "comparisons": ("không so sánh được với chương trình", "not compared with the programme"),
    "progress": ("không tính được kết quả thực hiện", "progress not worked out"),
    "findings": ("không rà soát được", "not checked"),
}


def fault(document: str, stage: str, error: Exception, rule: str = "") -> Fault:
    """The fault of a document in a stage."""
    vi, en = _STAGES[stage]
    if rule:
        vi, en = f"quy tắc {rule} không chạy được", f"the rule {rule} failed"
    return Fault(
        document=document,
        stage=stage,
        rule=rule,
        message=message_of(error, f"{vi} do lỗi của chương trình", f"{en} by a fault of the program"),
        reference=reference_of(error),
        trace=trace_of(error),
    )


def store(db: Database, stage: str, documents: Sequence[str], found: Sequence[Fault]) -> list[Fault]:
    """Writes the faults of documents in a stage in the place of those before; gives them with the paths of their files."""
    db.conn.executemany("DELETE FROM faults WHERE document = ? AND stage = ?", [(one, stage) for one in documents])
    insert(db, "faults", [one.row() for one in found])
    return [replace(one, path=_path(db, one.document)) for one in found]


def _path(db: Database, document: str) -> str:
    return str(rows(db, "SELECT min(path) AS path FROM files WHERE document = ?", [document])[0]["path"] or "")
