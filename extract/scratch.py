"""Temporary folders that hold copies of documents: gone when their work is done, and swept by the next start where it was cut off.

A file beside each folder is locked as long as the process that made it lives; the system lets go of the lock however that process
ends, so that a folder without a lock belongs to no one.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

PREFIX = "tmp_kehoach_"  # not those of earlier versions, whose folders are not locked by a file
_LOCK = ".lock"


def try_lock(path: Path) -> FileLock | None:
    """The lock of a file, held until it is released or this process ends; `None` where another process has it."""
    lock = FileLock(path, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return None
    return lock


class Scratch:
    """A temporary folder of this process."""

    def __init__(self) -> None:
        self._file, self._lock = _locked_file()
        self.path = self._file.with_suffix("")
        self.path.mkdir(mode=0o700)

    def remove(self) -> None:
        """Deletes the folder with all in it; what does not go is left to a sweep."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._file.unlink(missing_ok=True)
        self._lock.release()


def _locked_file() -> tuple[Path, FileLock]:
    """A new file and its lock. A sweep may come between the two and take the file away; then there is another."""
    while True:
        handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=_LOCK)
        os.close(handle)
        path = Path(name)
        lock = try_lock(path)
        if lock is not None:
            if path.exists():
                return path, lock
            lock.release()


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
    swept = 0
    for folder in {path.with_suffix("") for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*")}:
        file = folder.with_suffix(_LOCK)
        with suppress(OSError):  # another account's, or gone by now
            if not (_is_ours(folder, stat.S_ISDIR) and _is_ours(file, stat.S_ISREG)):
                continue
            lock = try_lock(file)
            if lock is not None:
                swept += folder.is_dir()
                shutil.rmtree(folder, ignore_errors=True)
                file.unlink(missing_ok=True)
                lock.release()
    return swept


def _is_ours(path: Path, kind: Callable[[int], bool]) -> bool:
    """Whether a path is this account's and of a kind, no link to something else; what is not there is nobody else's."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return True
    mine = (
        sys.platform == "win32" or found.st_uid == os.getuid()
    )  # on Windows each account has its own temporary folder
    return mine and kind(found.st_mode)
