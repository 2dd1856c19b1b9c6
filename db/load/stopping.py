"""How a load hears that it shall stop: Ctrl-C, the end of a service, the end of a terminal."""

from __future__ import annotations

import os
import signal
import stat
import threading
from contextlib import suppress
from types import FrameType
from typing import Any, Protocol

from db.load.workers import WorkerPool


class Told(Protocol):
    """Is told that a load stops."""

    def stopping(self, in_hand: int) -> None:
        """So many documents are finished first."""


class Stop:
    """Ctrl-C once finishes the documents in hand; twice ends at once. What is written stays either way.

    The end of a service (SIGTERM) and of a terminal (SIGHUP) are heard as Ctrl-C is.
    """

    def __init__(self, listener: Told, in_hand: int) -> None:
        self.event = threading.Event()
        self.pool: WorkerPool | None = None
        self._listener = listener
        self._in_hand = in_hand
        self._before: dict[signal.Signals, Any] = {}

    def asked(self) -> bool:
        """Whether the load shall stop."""
        return self.event.is_set()

    def __enter__(self) -> Stop:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
                if signal.getsignal(number) is not signal.SIG_IGN:  # `nohup` wants the load to go on
                    self._before[number] = signal.signal(number, self._heard)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _heard(self, number: int, frame: FrameType | None) -> None:
        hung_up = hasattr(signal, "SIGHUP") and number == signal.SIGHUP
        if hung_up:
            _without_terminal()
        # systemd sends SIGTERM and then SIGHUP, a closed terminal SIGHUP to all: only a person means it twice.
        if self.asked() and number == signal.SIGINT:
            if self.pool is not None:
                self.pool.kill()
            raise KeyboardInterrupt
        if not self.asked():
            self.event.set()
            self._listener.stopping(self._in_hand)


def _without_terminal() -> None:
    """Sends to nowhere what would be written to a terminal that has gone: writing to it fails."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        with suppress(OSError):
            if stat.S_ISCHR(os.fstat(stream).st_mode):
                os.dup2(nowhere, stream)
    os.close(nowhere)
