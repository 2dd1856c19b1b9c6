"""Files beside the database that only their owner reads (mode 0600), each one JSON object that is replaced in one step.

Whoever changes one holds a lock from reading to writing, so that of several changes at once none is lost.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from db.schema.trouble import writing

# Seconds that a change waits for others.
_PATIENCE = 30


def exposed(database: Path) -> list[Path]:
    """The database, what stands beside it under its name, and its uploads, as far as others could read them."""
    beside = [
        path
        for path in database.parent.glob(f"{database.name}*")
        if path.name == database.name or path.name[len(database.name)] in "-."
    ]
    found = []
    for path in (*beside, *(inner for top in beside if top.is_dir() for inner in top.rglob("*"))):
        with suppress(OSError):  # gone meanwhile
            mode = path.lstat().st_mode
            if not stat.S_ISLNK(mode) and mode & 0o077:
                found.append(path)
    return found


def keep_private(database: Path) -> list[Path]:
    """Takes them from everybody but their owner; gives what others could read."""
    changed = []
    for path in exposed(database):
        with suppress(OSError):  # another's file is not ours to change
            path.chmod(stat.S_IMODE(path.lstat().st_mode) & 0o700)
            changed.append(path)
    return changed


class PrivateFile:
    """One such file, read again whenever it has changed."""

    def __init__(self, path: Path, raised: type[Exception], checked: Callable[[Any], dict[str, Any]]) -> None:
        """Takes the file as it is, there or not.

        Args:
            path: where it stands.
            raised: what is raised, with a line for people, where it cannot be written.
            checked: gives what was read as it is wanted; raises `ValueError` where it is something else.
        """
        self.path = path
        self._raised = raised
        self._checked = checked
        self._stamp: tuple[int, int, int] | None = None
        self._data: dict[str, Any] = {}

    def read(self) -> dict[str, Any] | None:
        """What it holds, `None` where it is not there.

        Raises:
            OSError: it cannot be read.
            ValueError: it holds something else.
        """
        try:
            now = self.path.stat()
            stamp = (now.st_ino, now.st_mtime_ns, now.st_size)
            if stamp != self._stamp:
                self._data = self._checked(json.loads(self.path.read_text(encoding="utf-8")))
                self._stamp = stamp
        except FileNotFoundError:
            return None
        return self._data

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else changes it meanwhile."""
        with writing(self.path.name, self._raised):
            try:
                with FileLock(f"{self.path}.lock", timeout=_PATIENCE, mode=0o600):
                    yield
            except Timeout as error:
                raise self._raised(
                    f"{self.path.name}: tiến trình khác đang giữ tệp này; thử lại sau / another process holds the file; try again"
                ) from error

    def write(self, data: dict[str, Any]) -> None:
        """Replaces it in one step, never readable by others; called by the one who holds the lock."""
        for left in self.path.parent.glob(f"{self.path.name}.*.new"):  # of one who was killed while writing
            left.unlink(missing_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"{self.path.name}.", suffix=".new", dir=self.path.parent)  # mode 0600
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(handle)
        Path(name).replace(self.path)
