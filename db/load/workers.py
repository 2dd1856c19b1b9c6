"""Worker processes that can hang or die without taking more than the document in hand with them.

`concurrent.futures.ProcessPoolExecutor` breaks as a whole when one of its processes ends; here each worker is a pool of one, so
that only its own future fails, with `WorkerLost`, and a new process takes its place.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, TypeVar

from db.load import limits
from extract import scratch

T = TypeVar("T")

_UNHEARD = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


class WorkerLost(Exception):
    """The process that worked on a task ended; `place` says where its time had run out, `None` where it ended for another reason."""

    def __init__(self, place: str | None = None) -> None:
        super().__init__("the worker process ended" if place is None else f"out of time in {place or 'unknown'}")
        self.place = place


class InProcess(Executor):
    """Does the work at once, here: for few files, for tests, and where processes cannot be had."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """The future of a call that has been made already."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class WorkerPool(Executor):
    """So many worker processes, each started when it is first needed and replaced when it ends.

    Args:
        workers: how many.
        megabytes: data that each may have; `None` is no limit.
    """

    def __init__(self, workers: int, *, megabytes: int | None = None) -> None:
        self.workers = workers
        self._megabytes = megabytes
        self._scratch = scratch.Scratch()
        self._folder = self._scratch.path
        self._context = _context()
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="worker")
        self._mine = threading.local()
        self._pools: dict[int, ProcessPoolExecutor] = {}

    @property
    def processes(self) -> tuple[int, ...]:
        """The ids of the processes that are there now."""
        return tuple(self._pools)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """The future of a call in a worker; it fails with `WorkerLost` where the worker ends before it is done."""
        return self._threads.submit(self._call, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends the workers when what was submitted is done; with `cancel_futures`, when what is in hand is."""
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
        for pool in list(self._pools.values()):
            pool.shutdown(wait)
        self._scratch.remove()

    def kill(self) -> None:
        """Ends the workers now, whatever they do."""
        for process in self.processes:
            _end(process)

    def _call(self, fn: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        """A call in the process of this thread."""
        process = getattr(self._mine, "process", None)
        if process not in self._pools:
            process = self._mine.process = self._start()
        try:
            return self._pools[process].submit(fn, *args, **kwargs).result()
        except BrokenProcessPool:
            self._pools.pop(process).shutdown(wait=False)
            _end(process)  # what it had started, a text recognition say, goes with it
            lost = WorkerLost(limits.last_words(self._folder, process))
            scratch.sweep()  # and so does what it had unpacked
            raise lost from None

    def _start(self) -> int:
        pool = ProcessPoolExecutor(
            1, mp_context=self._context, initializer=_begin, initargs=(self._megabytes, self._folder)
        )
        try:
            process = pool.submit(os.getpid).result()
        except BrokenProcessPool:
            pool.shutdown(wait=False)
            raise WorkerLost from None
        self._pools[process] = pool
        return process


def _context() -> BaseContext:
    """How workers are started: copies of a process that has read the program once, or from nothing where there is no such thing."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["db.load.warm"])
    # Both are started behind closed ears: what is sent to all processes of a service must not end them before they are deaf.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _UNHEARD)
    try:
        resource_tracker.ensure_running()
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return context


def _begin(megabytes: int | None, folder: Path) -> None:
    """What a worker does first."""
    deaf()
    if hasattr(os, "setpgrp"):
        os.setpgrp()
    limits.trace_into(folder)
    limits.limit_memory(megabytes)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()


def deaf() -> None:
    """Ctrl-C, an end of the service or of the terminal are the loader's to answer: documents in hand are finished.

    Programs that this process starts inherit that.
    """
    for number in _UNHEARD:
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _UNHEARD)


def _end_with_parent() -> None:
    """A worker whose loader was killed has no one to read for; what it has started ends with it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        _end(os.getpid())
        os._exit(1)


def _end(process: int) -> None:
    """Kills a worker and what it has started."""
    try:
        if sys.platform == "win32":
            os.kill(process, signal.SIGTERM)
        else:
            os.killpg(process, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


__all__ = ["InProcess", "WorkerLost", "WorkerPool"]
