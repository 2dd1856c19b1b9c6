"""Temporary folders that hold copies of documents: gone when their work is done, and swept by the next start where it was cut off.

A folder is locked as long as the process that made it lives; the system lets go of the lock however that process ends, so that a
folder without a lock belongs to no one.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl

PREFIX = "kehoach_"  # not that of versions before 0.2, whose folders bear no lock


def locked(file: int | IO[str]) -> bool:
    """Locks an open file or folder until it is closed; no where another process has. Windows knows no such locks: what is cut off there stays."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


class Scratch:
    """A temporary folder of this process."""

    def __init__(self) -> None:
        # It gets its name once it is locked: a sweep of another process must not find it before.
        made = Path(tempfile.mkdtemp(prefix=f"new-{PREFIX}"))
        self._lock = os.open(made, os.O_RDONLY) if sys.platform != "win32" else -1
        if self._lock >= 0:
            locked(self._lock)
        self.path = made.rename(made.with_name(made.name.removeprefix("new-")))

    def remove(self) -> None:
        """Deletes the folder with all in it; what does not go is left to a sweep."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


@contextmanager
def scratch() -> Iterator[Path]:
    """A temporary folder for the length of a block."""
    folder = Scratch()
    try:
        yield folder.path
    finally:
        folder.remove()


def sweep() -> int:
    """Deletes the folders of processes that are gone; gives how many there were."""
    if sys.platform == "win32":
        return 0
    swept = 0
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # another account's, or gone by now
            if folder.is_symlink() or folder.stat().st_uid != os.getuid() or not folder.is_dir():
                continue
            lock = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                if locked(lock):
                    shutil.rmtree(folder, ignore_errors=True)
                    swept += 1
            finally:
                os.close(lock)
    return swept
