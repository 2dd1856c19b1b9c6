"""A load as people start it: workers or a cluster, what is known of the run so far, Ctrl-C, a log with one line a file."""

from __future__ import annotations

import itertools
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sqlite_utils import Database

from corpus import names
from corpus.files import Found, walk
from db.load import lock
from db.load import log as logs
from db.load.dispatch import load
from db.load.faults import Fault
from db.load.limits import Limits
from db.load.stopping import Stop
from db.load.workers import WorkerPool
from db.load.writer import Outcome
from db.schema.database import file_of, for_much_writing, is_part_of, rows, transaction
from extract import scratch
from extract.version import version

# Outcomes that the closing table shows, and failures that are printed; the log has all of them.
_KEPT = 50
_FAILURES = 200


class Listener(Protocol):
    """Is told what happens, for a progress bar or for lines of JSON."""

    def began(self, total: int | None) -> None:
        """The load begins; `total` is how many files there are."""

    def outcome(self, outcome: Outcome, tally: Tally) -> None:
        """A file is done."""

    def deriving(self, done: int, of: int) -> None:
        """So many documents of so many are compared and checked."""

    def fault(self, fault: Fault) -> None:
        """Something raised while a document was linked, compared or checked; the rest of it and all others are derived."""

    def waiting(self, message: str) -> None:
        """Another load of the database is waited for; the message says whose."""

    def stopping(self, in_hand: int) -> None:
        """Ctrl-C was pressed; so many documents are finished first."""

    def watching(self, tally: Tally) -> None:
        """All that is there is loaded; a folder is watched for more."""


@dataclass(slots=True)
class Tally:
    """What a load has come to: files by what became of them, the first outcomes, the failures; it does not grow with the files."""

    began: float = field(default_factory=time.monotonic)
    total: int | None = None
    counts: Counter[str] = field(default_factory=Counter)
    outcomes: list[Outcome] = field(default_factory=list)
    failures: list[Outcome] = field(default_factory=list)
    faults: dict[tuple[str, str, str], Fault] = field(default_factory=dict)
    stopped: bool = False

    def add(self, outcome: Outcome) -> None:
        """Counts a file."""
        self.counts[outcome.result] += 1
        if len(self.outcomes) <= _KEPT:
            self.outcomes.append(outcome)
        if outcome.error is not None and len(self.failures) < _FAILURES:
            self.failures.append(outcome)

    def add_fault(self, fault: Fault) -> bool:
        """Keeps a fault; says whether it is the first of its document, stage and rule: a load derives more than once."""
        key = fault.document, fault.stage, fault.rule
        new = key not in self.faults
        if new and len(self.faults) < _FAILURES:
            self.faults[key] = fault
        return new

    @property
    def done(self) -> int:
        """Files that are done."""
        return sum(self.counts.values())

    @property
    def failed(self) -> int:
        """Files that could not be read, those that wait for OCR among them."""
        return self.counts["failed"] + self.counts["waiting"]

    @property
    def rate(self) -> float:
        """Files a second since the load began."""
        return self.done / max(time.monotonic() - self.began, 1e-6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """How a load is run.

    `workers` processes on this machine; `dask` is the address of a scheduler whose cluster reads instead; `log` takes one line a file;
    `wait` for another load of the database to end.
    """

    workers: int
    dask: str | None = None
    allowed: Limits = field(default_factory=Limits)
    log: Path | None = None
    wait: bool = True


def settings(
    database: Path,
    *,
    workers: int | None = None,
    dask: str | None = None,
    timeout: float | None = None,
    memory: int | None = None,
    max_pages: int | None = None,
    log: Path | None = None,
    wait: bool = True,
) -> Bulk:
    """How a load is run, from what the command line says; the log stands beside the database."""
    return Bulk(
        workers=workers or cores(),
        dask=dask,
        allowed=Limits(seconds=timeout, megabytes=memory, pages=max_pages),
        log=log or database.with_name(f"{database.name}.log"),
        wait=wait,
    )


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def files(
    db: Database,
    database: Path,
    paths: Sequence[Path],
    *,
    refresh: bool = False,
    follow: bool = False,
    log: Path | None = None,
) -> Callable[[], Iterator[Found]]:
    """What is to be loaded, walked anew at each call: the files under paths (with `follow` those that
    symbolic links out of a folder lead to; neither the database nor the log is among them) and, with `refresh`, those an older version read.
    """

    def found() -> Iterator[Found]:
        yield from walk(paths, leave_out=lambda path: _is_own(path, database, log), follow=follow)
        if refresh:
            yield from outdated(db, database)

    return found


def _is_own(path: Path, database: Path, log: Path | None) -> bool:
    """Whether a file is the database, the log, or one that is kept beside them."""
    if is_part_of(path, database):
        return True
    if log is None or path.name not in (log.name, f"{log.name}.1", f"{log.name}.lock"):
        return False
    return path.resolve().parent == log.resolve().parent


def outdated(db: Database, database: Path) -> Iterator[Found]:
    """The files whose documents an older version of the extraction read, where they can still be found.

    Paths are kept as they were given: they are looked for from where we are, then from where the database is. What is no longer
    there keeps the records it has.
    """
    shown = rows(
        db,
        "SELECT f.path FROM files f JOIN documents d ON d.id = f.document WHERE d.version <> ? AND f.error IS NULL ORDER BY f.path",
        [version()],
    )
    seen: set[str] = set()
    for row in shown:
        container = _on_disk(row["path"], database.parent)
        if container is not None and container.shown not in seen:
            seen.add(container.shown)
            yield container


def _on_disk(shown: str, beside: Path) -> Found | None:
    """The file under a name that was shown: itself, or the archive or message that it is in; `None` where neither is there."""
    for name in (shown, *(above.as_posix() for above in Path(shown).parents)):
        for path in map(names.on_disk, (Path(name), beside / name)):
            if path is not None and path.is_file():
                return Found(path, name)
    return None


def run(db: Database, found: Callable[[], Iterable[Found]], bulk: Bulk, listener: Listener) -> Tally:
    """Loads what `found` walks over and gives what it has come to.

    Raises:
        LoadRuns: another load of the database is at work, and it is not to be waited for.
    """
    with lock.held(file_of(db), wait=bulk.wait, waiting=listener.waiting), _begun(db, bulk, listener) as work:
        work.load(found(), sum(1 for _ in found()))
    return work.tally


def watch(
    db: Database,
    database: Path,
    folder: Path,
    bulk: Bulk,
    listener: Listener,
    *,
    polling: bool = False,
    quiet: float = 2.0,
    follow: bool = False,
) -> Tally:
    """Loads a folder, then what arrives in it, until Ctrl-C; other loads get their turns in between.

    Raises:
        LoadRuns: another load of the database is at work, and it is not to be waited for.
    """
    from db.load.watch import arrivals

    found = files(db, database, [folder], follow=follow, log=bulk.log)
    with _begun(db, bulk, listener) as work:
        # Listening begins before the folder is looked through, so that nothing arrives unseen in between.
        news = arrivals(
            folder,
            leave_out=lambda path: _is_own(path, database, bulk.log),
            stop=work.stop.event,
            quiet=quiet,
            polling=polling,
            follow=follow,
        )
        early = next(news, [])
        work.take_turn(found(), sum(1 for _ in found()))
        for arrived in itertools.chain([early], news):
            listener.watching(work.tally)
            if arrived:
                work.take_turn(arrived, len(arrived))
    return work.tally


@contextmanager
def _begun(db: Database, bulk: Bulk, listener: Listener) -> Iterator[_Work]:
    scratch.sweep()
    for_much_writing(db)
    stop = Stop(listener, bulk.workers)
    with stop, executors(bulk) as (readers, derivers, at_once), logs.log(bulk.log) as log:
        stop.pool = derivers
        work = _Work(db, bulk, listener, stop, readers, derivers, at_once, log)
        yield work
    # Sizes of tables and indexes, by which SQLite plans its queries: without them it walks through indexes of few values.
    # In a transaction that writes from the beginning: it reads first, and would be refused at once where somebody decides in between.
    db.conn.execute("PRAGMA analysis_limit = 1000")
    with transaction(db):
        db.conn.execute("PRAGMA optimize = 0x10002")
    work.tally.stopped = stop.asked() and work.tally.done < (work.tally.total or 0)


@dataclass(slots=True)
class _Work:
    """A run with what it stands on."""

    db: Database
    bulk: Bulk
    listener: Listener
    stop: Stop
    readers: Executor
    derivers: Executor
    at_once: int
    log: Callable[[Outcome | Fault], None]
    tally: Tally = field(default_factory=Tally)

    def take_turn(self, found: Iterable[Found], total: int) -> None:
        """Loads some files once no other load is at work."""
        with lock.held(
            file_of(self.db), wait=self.bulk.wait, waiting=self.listener.waiting, stop=self.stop.asked
        ) as got:
            if got:
                self.load(found, total)

    def load(self, found: Iterable[Found], total: int) -> None:
        """Loads some files and tells of each."""
        self.tally.total = (self.tally.total or 0) + total
        self.listener.began(self.tally.total)
        for outcome in load(
            self.db,
            found,
            executor=self.readers,
            derivers=self.derivers,
            allowed=self.bulk.allowed,
            at_once=self.at_once,
            stop=self.stop.asked,
            deriving=self.listener.deriving,
            at_fault=self._fault,
        ):
            self.tally.add(outcome)
            self.tally.total = max(self.tally.total, self.tally.done)  # an archive holds more files than the one it is
            self.log(outcome)
            self.listener.outcome(outcome, self.tally)

    def _fault(self, fault: Fault) -> None:
        if self.tally.add_fault(fault):
            self.log(fault)
            self.listener.fault(fault)


@contextmanager
def executors(bulk: Bulk) -> Iterator[tuple[Executor, WorkerPool, int]]:
    """What reads files, the workers on this machine that compute from the database, and how many documents are read at once."""
    pool = WorkerPool(bulk.workers, megabytes=bulk.allowed.megabytes)
    try:
        if bulk.dask is None:
            yield pool, pool, bulk.workers
        else:
            from db.load.cluster import cluster

            with cluster(bulk.dask) as (readers, at_once):
                yield readers, pool, at_once
    except BaseException:
        pool.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
