"""Reading one file: bytes in, rows out. What worker processes do; it touches no database and keeps nothing between files."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from corpus.files import sha256
from db.load import limits
from db.load.limits import Limits
from db.load.rows import Table
from extract.errors import MissingFile, MissingProgram, ReadError

Result = Literal["loaded", "waiting", "failed", "changed"]

# spaCy's pipeline is built once a process and read by one thread at a time (a Dask worker may have several).
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to read: from `path`, or `data` where the bytes travel with it; `shown` is the name that errors may look at.

    `sha256` is what the loader saw: a worker on another machine that finds other bytes, or none, under `path` says `changed`.
    """

    path: str
    shown: str
    sha256: str
    data: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one file in a worker: its rows by table, or `error` (a code) and `message`."""

    sha256: str
    result: Result
    version: str = ""
    size: int | None = None
    document: str | None = None
    title: str | None = None
    slug: str | None = None
    error: str | None = None
    message: str | None = None
    seconds: float = 0.0
    counts: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, Table] = field(default_factory=dict)


def read(job: Job, allowed: Limits) -> Reading:
    """Reads a file and extracts its records; every failure but a time that ran out becomes a reading that says so.

    A file that takes longer than `allowed.seconds` ends the process: nothing in Python can interrupt a library that hangs.
    """
    with _ONE_AT_A_TIME, limits.time_limit(allowed.seconds):
        began = time.perf_counter()
        try:
            return _read(job, allowed, began)
        except ReadError as error:
            waiting = isinstance(error, MissingProgram)
            return _failure(job, error.code, str(error), began, result="waiting" if waiting else "failed")
        except MemoryError:
            return _failure(job, "memory", limits.out_of_memory(allowed), began)
        except Exception as error:  # one bad file must not stop a night's load; the row says what to report
            return _failure(job, "internal", fault(error), began)


def fault(error: BaseException) -> str:
    """What people are told of an error that no one foresaw."""
    return f"lỗi của chương trình, xin báo lại / a fault of the program, please report: {type(error).__name__}: {error}"


def _read(job: Job, allowed: Limits, began: float) -> Reading:
    from db.load import rows
    from extract.pipeline import extract_bytes

    data = _bytes(job)
    if data is None:
        return Reading(sha256=job.sha256, result="changed")
    limits.check_pages(data, allowed.pages)
    plan = extract_bytes(data, path=job.shown)
    tables = rows.of_plan(plan)
    return Reading(
        sha256=plan.source.sha256,
        result="loaded",
        version=plan.version,
        size=len(data),
        document=rows.document_id(plan.source.sha256),
        title=plan.document.title,
        slug=plan.document.slug,
        seconds=time.perf_counter() - began,
        counts={name: len(tables[name].rows) for name in COUNTED},
        rows=tables,
    )


# The records that an outcome counts.
COUNTED = ("targets", "deadlines", "legal_refs", "assignments", "warnings")


def _bytes(job: Job) -> bytes | None:
    """The bytes that the loader saw, `None` where they are not there (any more)."""
    if job.data is not None:
        return job.data
    try:
        data = Path(job.path).read_bytes()
    except OSError:
        return None
    return data if sha256(data) == job.sha256 else None


def _failure(job: Job, code: str, message: str, began: float, *, result: Result = "failed") -> Reading:
    from extract.version import version

    return Reading(
        sha256=job.sha256,
        result=result,
        version=version(),
        error=code,
        message=message,
        seconds=time.perf_counter() - began,
    )


def open_failure(error: OSError) -> MissingFile:
    """Why a file cannot be opened, in words that say what to do."""
    if isinstance(error, FileNotFoundError | IsADirectoryError | NotADirectoryError):
        return MissingFile("không tìm thấy tệp; kiểm tra lại đường dẫn / no such file; check the path")
    return MissingFile(
        f"không đọc được tệp ({error.strerror}); kiểm tra quyền đọc / the file cannot be read; check its permissions"
    )
