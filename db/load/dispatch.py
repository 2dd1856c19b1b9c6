"""Loading: files in, rows out, however many; any executor reads, one writer writes.

Files are fingerprinted first, so that what is known is passed over; the others are read by an executor, a bounded number at a
time, and written as they come. Ids derive from content and what depends on other documents is computed afterwards, so that the
same files give the same rows in any order, with any number of workers.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field, replace

from sqlite_utils import Database

from corpus.files import Found
from db.links import versions
from db.load import faults, limits, reading, registers, writer
from db.load.derive import Deriving, derive, waiting
from db.load.faults import Fault
from db.load.limits import Limits
from db.load.reading import Job, Reading
from db.load.workers import InProcess, WorkerLost
from db.load.writer import Outcome
from db.schema.database import transaction
from extract.containers import unpacked
from extract.opening import open_failure, refusal

UNLIMITED = Limits(seconds=None, megabytes=None, pages=None)

# Documents that wait for what is computed from them: at least so many, and at least as many as have been derived in this load,
# so that a document is computed anew only a few times while more of its neighbours come in.
_DERIVE_FROM = 2000
# Documents that one worker has in hand or waiting, and files that are fingerprinted ahead.
_EACH_WORKER = 3
_AHEAD = 64
# Documents that are written together, and seconds that one waits for others at most.
_TOGETHER = 16
_LINGER = 0.5


class ExecutorBroken(Exception):
    """The executor takes no more work; what was loaded is kept, and the next run goes on."""


@dataclass(slots=True)
class _Task:
    """Files of the same bytes that are being read."""

    job: Job
    size: int
    founds: list[Found] = field(default_factory=list)
    tries: int = 0


def load(
    db: Database,
    files: Iterable[Found],
    *,
    executor: Executor | None = None,
    derivers: Executor | None = None,
    allowed: Limits | None = None,
    at_once: int = 1,
    stop: Callable[[], bool] = lambda: False,
    deriving: Deriving | None = None,
    at_fault: Callable[[Fault], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Loads files, and those inside archives and messages, and says of each what became of it, in the order in which they are done.

    Computed tables are derived at the end.

    Stopping the iteration early loses nothing: what was loaded is derived.

    Args:
        db: the database; nothing else may write documents into it at the same time.
        files: what to load; they are looked at one by one, so that there may be any number.
        executor: reads the files (`db.load.workers.WorkerPool`, a Dask cluster's executor, …); by default this process does.
        derivers: computes comparisons and findings from the database's file; by default this process does.
        allowed: limits for one document; by default those of `Limits` with an executor, none without.
        at_once: how many documents the executor reads at once; it is given three times as many to hold.
        stop: asked between documents; once it says yes, the documents in hand are finished and no others begun.
        deriving: told how far the computing after the loading has come.
        at_fault: told of what went wrong with a document in that computing.

    Raises:
        ExecutorBroken: the executor takes no more work.
    """
    loader = _Loader(
        db,
        executor or InProcess(),
        allowed or (Limits() if executor is not None else UNLIMITED),
        _EACH_WORKER * at_once if executor is not None else 1,
        stop,
    )
    with transaction(db):
        registers.store(db)
    cut_off = False
    try:
        derived = 0
        with unpacked(files) as members:
            for outcomes in loader.run(members):
                yield from outcomes
                loader.since += len(outcomes)
                if loader.since >= _DERIVE_FROM and (open_ := waiting(db)) >= max(_DERIVE_FROM, derived):
                    derive(db, executor=derivers, deriving=deriving, at_fault=at_fault)
                    derived += open_
                if loader.since >= _DERIVE_FROM:
                    loader.since = 0
    except (KeyboardInterrupt, sqlite3.Error):
        cut_off = True  # the second Ctrl-C, a full disk: what was loaded is derived by the next run
        raise
    finally:
        loader.cancel()
        if not cut_off:
            derive(db, executor=derivers, deriving=deriving, at_fault=at_fault)
    if not stop():
        with transaction(db):
            versions.establish(db)


class _Loader:
    """One load: what is in hand, and what is to be tried again."""

    def __init__(
        self, db: Database, executor: Executor, allowed: Limits, in_hand: int, stop: Callable[[], bool]
    ) -> None:
        self._db = db
        self._executor = executor
        self._allowed = allowed
        self._in_hand = in_hand
        self._stop = stop
        self._tasks: dict[Future[Reading], _Task] = {}
        self._by_digest: dict[str, _Task] = {}
        self._again: deque[_Task] = deque()
        self._ready: list[tuple[_Task, Reading]] = []
        self._written = time.monotonic()
        self._send = False
        self.since = 0

    def run(self, files: Iterable[Found]) -> Iterator[list[Outcome]]:
        """The outcomes, batch by batch as they are written."""
        for print_ in fingerprints(files):
            if self._stop():
                break
            yield self._take(print_)
            yield self._collect(block=False)
            while len(self._tasks) >= self._in_hand:
                yield self._collect(block=True)
        while self._tasks or self._again or self._ready:
            if self._stop():
                self._again.clear()
            while self._again and len(self._tasks) < self._in_hand:
                self._submit(self._again.popleft())
            yield self._collect(block=True)

    def cancel(self) -> None:
        """Takes back what no worker has begun."""
        for future in self._tasks:
            future.cancel()

    # --- one file in ------------------------------------------------------------------------------------------------

    def _take(self, print_: Fingerprint) -> list[Outcome]:
        """Outcomes of a file that need no reading; else it is handed to the executor."""
        found = print_.found
        if print_.error is not None:
            return self._refuse([found], print_.error)
        same = self._by_digest.get(print_.sha256)
        if same is not None:
            same.founds.append(found)
            return []
        try:
            with transaction(self._db):
                outcome = writer.known(self._db, found, print_.sha256, print_.size)
        except Exception as error:
            return self._refuse([found], error, print_.sha256, print_.size)
        if outcome is not None:
            _discard(found)
            return [outcome]
        job = Job(path=str(found.path.absolute()), shown=found.shown, sha256=print_.sha256)
        if self._send:
            with suppress(OSError):  # a file that has just gone: the worker will say so
                job = replace(job, data=found.path.read_bytes())
        self._submit(_Task(job, print_.size, [found]))
        return []

    def _submit(self, task: _Task) -> None:
        task.tries += 1
        self._by_digest[task.job.sha256] = task
        try:
            future = self._executor.submit(reading.read, task.job, self._allowed)
        except RuntimeError as error:
            raise ExecutorBroken(
                f"các tiến trình đọc tệp không còn hoạt động; chạy lại để nạp tiếp / the workers are gone; run again to go on: {error}"
            ) from error
        self._tasks[future] = task

    # --- readings out -----------------------------------------------------------------------------------------------

    def _collect(self, *, block: bool) -> list[Outcome]:
        """Takes what is done, with `block` waiting for something to be, and writes it once there is enough or it has waited enough.

        What waits to be written waits here and not in an open transaction, so that others can write as well.
        """
        if block and self._tasks:
            wait(self._tasks, timeout=_LINGER if self._ready else None, return_when=FIRST_COMPLETED)
        for future in [future for future in self._tasks if future.done()]:
            task = self._tasks.pop(future)
            result = self._result(future, task)
            if result is not None:
                self._ready.append((task, result))
        due = time.monotonic() - self._written > _LINGER or not (self._tasks or self._again)
        return self._write() if self._ready and (due or len(self._ready) >= _TOGETHER) else []

    def _write(self) -> list[Outcome]:
        """Writes what is ready in one transaction."""
        outcomes: list[Outcome] = []
        with transaction(self._db):
            for task, result in self._ready:
                outcomes += self._store(task, result)
        for task, _ in self._ready:
            self._by_digest.pop(task.job.sha256, None)
            for found in task.founds:
                _discard(found)
        self._ready.clear()
        self._written = time.monotonic()
        return outcomes

    def _store(self, task: _Task, result: Reading) -> list[Outcome]:
        """Writes one reading; where that fails, nothing of it stays but a line that says so."""
        try:
            with transaction(self._db):
                return writer.write(self._db, task.founds, result, task.size)
        except Exception as error:
            return self._refuse(task.founds, error, task.job.sha256, task.size)

    def _refuse(
        self, founds: list[Found], error: Exception, digest: str = "", size: int | None = None
    ) -> list[Outcome]:
        """Notes that files cannot be read or written; an error of the database is raised, it would meet all others as well."""
        if faults.of_database(error):
            raise error
        with transaction(self._db):
            return writer.write(self._db, founds, reading.failure(error, digest, self._allowed), size)

    def _result(self, future: Future[Reading], task: _Task) -> Reading | None:
        """What a worker says of a file; `None` where it is to be tried again."""
        try:
            result = future.result()
        except CancelledError:
            return None
        except Exception as error:  # the worker is gone, or what it said did not arrive
            result = _lost(task, error, self._allowed)
        if result.result == "changed":
            return self._other_bytes(task)
        if result.error not in _TRIED_TWICE:
            return result
        if self._stop():
            return None  # what ended the load may have ended this as well: the next run reads it
        if task.tries == 1:
            self._again.append(task)
            return None
        return result

    def _other_bytes(self, task: _Task) -> Reading | None:
        """A worker found other bytes than we did: the file has just changed, or the worker sees another disk. The bytes are sent."""
        if task.tries > 2:
            return _failure(
                task, "changing", "tệp đang thay đổi; nạp lại sau / the file keeps changing; load it again later"
            )
        try:
            data = task.founds[0].path.read_bytes()
        except OSError as error:
            return reading.failure(open_failure(error), task.job.sha256, self._allowed)
        digest = hashlib.sha256(data).hexdigest()
        self._send = self._send or digest == task.job.sha256
        self._by_digest.pop(task.job.sha256, None)
        self._by_digest[digest] = task
        task.job = replace(task.job, data=data, sha256=digest)
        task.size = len(data)
        self._again.append(task)
        return None


def _discard(found: Found) -> None:
    """Deletes a file that was taken out of an archive, so that a load of many archives needs room for what is in hand alone."""
    if found.unpacked:
        found.path.unlink(missing_ok=True)


# Failures that may be a hiccup of the machine and not the document's own.
_TRIED_TWICE = frozenset({"timeout", "worker-lost", "memory", "stopped"})


def _failure(task: _Task, code: str, message: str) -> Reading:
    return Reading(sha256=task.job.sha256, result="failed", error=code, message=message)


def _lost(task: _Task, error: Exception, allowed: Limits) -> Reading:
    """The reading of a document whose worker did not come back."""
    if isinstance(error, WorkerLost) and error.place is not None:
        return replace(
            _failure(task, "timeout", limits.out_of_time(allowed, error.place)), seconds=allowed.seconds or 0.0
        )
    return _failure(
        task,
        "worker-lost",
        "tiến trình đọc tệp này bị dừng đột ngột, có thể do thiếu bộ nhớ; các tệp khác không bị ảnh hưởng / "
        f"the process that read this file ended, perhaps for want of memory; no other file is affected ({type(error).__name__})",
    )


# --- fingerprints ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A file with the SHA-256 of its bytes and their number, or why it cannot be read."""

    found: Found
    sha256: str = ""
    size: int = 0
    error: Exception | None = None


def fingerprint(found: Found) -> Fingerprint:
    """The fingerprint of a file, read in pieces: a large file takes no more memory than a small one."""
    if found.refused is not None:
        return Fingerprint(found, error=refusal(found.refused) or found.refused)
    try:
        with found.path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return Fingerprint(found, digest, file.tell())
    except OSError as error:
        return Fingerprint(found, error=open_failure(error))
    except Exception as error:
        return Fingerprint(found, error=error)


def fingerprints(files: Iterable[Found]) -> Iterator[Fingerprint]:
    """The fingerprints of files, in their order; a few are taken ahead while the writer is busy."""
    with ThreadPoolExecutor(2, thread_name_prefix="fingerprint") as threads:
        ahead: deque[Future[list[Fingerprint]]] = deque()
        try:
            for some in _batches(files, 16):
                ahead.append(threads.submit(lambda many: [fingerprint(one) for one in many], some))
                if len(ahead) * 16 >= _AHEAD:
                    yield from ahead.popleft().result()
            while ahead:
                yield from ahead.popleft().result()
        finally:
            for future in ahead:
                future.cancel()


def _batches(files: Iterable[Found], size: int) -> Iterator[list[Found]]:
    batch: list[Found] = []
    for found in files:
        batch.append(found)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
