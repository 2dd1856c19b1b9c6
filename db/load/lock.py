"""One load of a database at a time: a lock that ends with its process, and a note that says who holds it.

Reviewing, correcting and uploading need no such lock: they write between the loader's transactions.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from db.schema.database import DatabaseError

# Seconds between two looks whether the load is still wanted.
_LOOK = 0.5


class LoadRuns(DatabaseError):
    """Another load of the database is at work; the message says whose."""


def _lock(database: Path) -> FileLock:
    return FileLock(database.with_name(f"{database.name}-load.lock"), mode=0o600)


@contextmanager
def held(
    database: Path | None,
    *,
    wait: bool = True,
    waiting: Callable[[str], None] = lambda message: None,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[bool]:
    """Holds the lock of a database while its files are loaded; says whether it has got it.

    Args:
        database: the database's file; one in memory needs no lock.
        wait: whether to wait for another load to end.
        waiting: is told, once, that another load is waited for, and whose it is.
        stop: asked while waiting; once it says yes, the lock is given up.

    Raises:
        LoadRuns: another load is at work, and it is not waited for.
    """
    if database is None:
        yield True
        return
    lock = _lock(database)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        who = _holder(database)
        if not wait:
            raise LoadRuns(
                f"{database}: đang có lần nạp khác ({who}); thử lại sau, hoặc bỏ --no-wait để chờ / "
                f"another load is at work ({who}); try again later, or leave --no-wait out to wait for it"
            ) from None
        waiting(
            f"{database}: đang có lần nạp khác ({who}); chờ đến lượt, Ctrl-C để thôi / another load is at work ({who}); "
            "waiting for it, Ctrl-C to give up"
        )
        while not stop() and not lock.is_locked:
            _try(lock)
    if not lock.is_locked:
        yield False
        return
    try:
        note = {
            "user": user(),
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "since": datetime.now(UTC).isoformat(),
        }
        handle = os.open(note_of(database), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(note, file)
        yield True
    finally:
        note_of(database).unlink(missing_ok=True)
        lock.release()


def is_held(database: Path | None) -> bool:
    """Whether a load is at work, of this process or another."""
    if database is None:
        return False
    lock = _lock(database)
    if _try(lock, 0):
        lock.release()
        return False
    return True


def _try(lock: FileLock, seconds: float = _LOOK) -> bool:
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        return False
    return True


def note_of(database: Path) -> Path:
    """Where it stands who loads a database."""
    return database.with_name(f"{database.name}-load.json")


def _holder(database: Path) -> str:
    """Who loads: `lan@may-chu, 1234, 20:31 30/11/2026`."""
    try:
        note = json.loads(note_of(database).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(note["since"]).astimezone()
        return f"{note['user']}@{note['host']}, {note['pid']}, {since:%H:%M %d/%m/%Y}"
    except (OSError, ValueError, KeyError, TypeError):  # it has just begun
        return "?"


def user() -> str:
    """The name of whoever runs this process."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a user without a name
        return str(os.getuid())
