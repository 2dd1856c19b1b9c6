"""What is worked out of the data once and given again until they change: rows that count everything, whole pages for people without an account.

While a load is at work the data change with every file. Then what there was is given, up to a minute old, and it is worked out anew beside, one
thing at a time: else all who read would count everything again at once, after each file. What people do (decide, correct, take back) is seen
at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

# While a load is at work: how old (seconds) what is given may be, and from when on it is worked out anew.
OLDEST, RIPE = 60.0, 10.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the data are like; another one says that they have changed.

    Attributes:
        acts: of what people do, and of the programmes.
        loads: of what loads write.
        loading: whether what a load has written is still to be worked out.
        loaded_at: when the last file was loaded.
    """

    acts: tuple[int | str, ...]
    loads: tuple[int | str | None, ...]
    loading: bool
    loaded_at: str | None


@dataclass(frozen=True, slots=True)
class _Entry:
    value: Any
    stamp: Stamp
    made: float
    weight: int


class Cache:
    """Values by key, the ones not asked for longest given up first.

    Args:
        most: the sum of their weights at most.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._entries: dict[Hashable, _Entry] = {}
        self._turns: dict[Hashable, asyncio.Lock] = {}
        self._anew: dict[Hashable, asyncio.Task[None]] = {}

    async def of(
        self,
        key: Hashable,
        stamp: Stamp,
        work: Callable[[], Awaitable[Any]],
        weighed: Callable[[Any], int | None] = lambda _: 1,
    ) -> Any:
        """The value of a key, worked out by one of those who ask for it at one time.

        Args:
            key: what is asked for.
            stamp: what the data are like now.
            work: works it out.
            weighed: the weight of a value; `None` where it is not to be kept.
        """

        async def worked_out() -> Any:
            value = await work()
            self._keep(key, value, stamp, weighed(value))
            return value

        entry = self._fitting(key, stamp)
        if entry is not None:
            if entry.stamp != stamp and time.monotonic() - entry.made >= RIPE:
                self._beside(key, worked_out)
            return entry.value
        turn = self._turns.setdefault(key, asyncio.Lock())
        try:
            async with turn:
                entry = self._fitting(key, stamp)
                return entry.value if entry is not None else await worked_out()
        finally:
            if not turn.locked():
                self._turns.pop(key, None)

    def _fitting(self, key: Hashable, stamp: Stamp) -> _Entry | None:
        entry = self._entries.get(key)
        if entry is None or entry.stamp.acts != stamp.acts:
            return None
        if entry.stamp != stamp and not (stamp.loading and time.monotonic() - entry.made < OLDEST):
            return None
        self._entries[key] = self._entries.pop(key)  # asked for last
        return entry

    def _beside(self, key: Hashable, work: Callable[[], Awaitable[Any]]) -> None:
        """Works something out anew while what there was is given: after what is being worked out so."""
        before = tuple(self._anew.values())

        async def in_turn() -> None:
            if before:
                await asyncio.wait(before)
            try:
                with suppress(Exception):  # who asks when it is too old is told
                    await work()
            finally:
                del self._anew[key]

        if key not in self._anew:
            self._anew[key] = asyncio.get_running_loop().create_task(in_turn())

    def _keep(self, key: Hashable, value: Any, stamp: Stamp, weight: int | None) -> None:
        self._forget(key)
        if weight is None or weight > self._most:
            return
        self._entries[key] = _Entry(value, stamp, time.monotonic(), weight)
        self._weight += weight
        while self._weight > self._most:
            self._forget(next(iter(self._entries)))

    def _forget(self, key: Hashable) -> None:
        entry = self._entries.pop(key, None)
        self._weight -= entry.weight if entry is not None else 0
