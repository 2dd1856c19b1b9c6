"""Reading one file: bytes in, rows out. What worker processes do; it touches no database and keeps nothing between files."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from corpus.files import sha256
from db.load import faults, limits
from db.load.limits import Limits
from db.load.rows import Table
from extract import record_types
from extract.errors import MissingProgram, ReadError
from extract.opening import check_regular, no_room, open_failure

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
    trace: str | None = None
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
        except Exception as error:  # one bad file must not stop a night's load
            return failure(error, job.sha256, allowed, seconds=time.perf_counter() - began)


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
        counts={name: len(tables[name].rows) for name in counted()},
        rows=tables,
    )


def counted() -> tuple[str, ...]:
    """What an outcome counts: records of the types that a load shows, and warnings."""
    return (*(kind.name for kind in record_types.in_tables() if kind.heading is not None), "warnings")


def _bytes(job: Job) -> bytes | None:
    """The bytes that the loader saw, `None` where they are not there (any more)."""
    if job.data is not None:
        return job.data
    check_regular(Path(job.path))
    try:
        data = Path(job.path).read_bytes()
    except OSError:
        return None
    return data if sha256(data) == job.sha256 else None


def failure(error: Exception, digest: str, allowed: Limits, *, seconds: float = 0.0) -> Reading:
    """The reading of a file that cannot be read or written: in words for what was foreseen, with a reference for what was not."""
    from extract.version import version

    known = error if isinstance(error, ReadError) else open_failure(error) if no_room(error) else None
    result: Result = "waiting" if isinstance(error, MissingProgram) else "failed"
    trace = None
    if known is not None:
        code, message = known.code, str(known)
    elif isinstance(error, MemoryError):
        code, message = "memory", limits.out_of_memory(allowed)
    else:
        code, message, trace = "internal", faults.message_of(error), faults.trace_of(error)
    return Reading(
        sha256=digest, result=result, version=version(), error=code, message=message, trace=trace, seconds=seconds
    )
