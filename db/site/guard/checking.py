"""Checking passwords: in few threads beside the event loop, those first that least speaks against."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")

# One core is left to the pages.
THREADS = max(1, min(2, (os.cpu_count() or 2) - 1))


def _behind_the_pages() -> None:
    """Where cores are short, pages come first: Linux has a rank for each thread."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)


class Stopped(Exception):
    """Nothing is begun any more."""


class Turns:
    """Work that is slow on purpose, so many at a time; who waits has a rank, and the lowest comes next."""

    def __init__(self, threads: int = THREADS) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="passwords", initializer=_behind_the_pages)
        self._free = threads
        self._order = itertools.count()
        self._waiting: list[tuple[tuple[int, ...], int, asyncio.Future[None]]] = []
        self._pausing: set[asyncio.Future[None]] = set()
        self._stopped = False

    async def pause(self, seconds: float) -> None:
        """Waits so long.

        Raises:
            Stopped: the site is being stopped.
        """
        if self._stopped:
            raise Stopped
        if not seconds:
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._pausing.add(mine)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(mine, seconds)
        finally:
            self._pausing.discard(mine)

    async def run(self, rank: tuple[int, ...], work: Callable[[], Result]) -> Result:
        """Does some work when its turn has come.

        Raises:
            Stopped: the site is being stopped.
        """
        await self._turn(rank)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._next()

    def stop(self) -> None:
        """Begins nothing more: who waits is told so, and holds up nobody who stops the site."""
        self._stopped = True
        for one in (*self._pausing, *(waiting for _, _, waiting in self._waiting)):
            if not one.done():
                one.set_exception(Stopped())

    async def _turn(self, rank: tuple[int, ...]) -> None:
        if self._stopped:
            raise Stopped
        if self._free:
            self._free -= 1
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._order), mine))
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():
                self._next()
            raise

    def _next(self) -> None:
        while self._waiting:
            _, _, first = heapq.heappop(self._waiting)
            if not first.done():
                first.set_result(None)
                return
        self._free += 1

    def close(self) -> None:
        """Ends the threads."""
        self._pool.shutdown()
