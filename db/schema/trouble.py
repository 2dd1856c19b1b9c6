"""What is wrong with the machine or the database and no fault of ours, in one line that says what to do."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from extract.opening import no_room


class Trouble(Exception):
    """Something outside ended what was being done; the message is for the person at the terminal or on the page."""


@contextmanager
def writing(path: Path | str, raised: type[Exception], advice: str = "") -> Iterator[None]:
    """Says of what the system raises in the block that a file could not be written.

    Args:
        path: the file or folder, as the message names it.
        raised: what is raised instead, with the message.
        advice: what to do, Vietnamese and English between ` / `.
    """
    try:
        yield
    except OSError as error:
        vi, _, en = advice.partition(" / ")
        said = (f"{path}: không ghi được ({error.strerror or error})", vi), ("cannot be written", en)
        raise raised(" / ".join("; ".join(part for part in parts if part) for parts in said)) from error


def logged(lines: str) -> None:
    """Writes to standard error, the log of a server; what is being done goes on where nobody reads it any more.

    A pipe has ended, a terminal is gone, or there was none from the beginning.
    """
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(lines)


def words(error: BaseException) -> str | None:
    """The line for an error, `None` where it is a fault of the program."""
    if isinstance(error, Trouble):
        return str(error)
    chain = _chain(error)
    if any(_full(one) for one in chain):
        return (
            "hết chỗ trên đĩa; những gì đã nạp được giữ, hãy dọn đĩa rồi chạy lại để nạp tiếp / "
            "the disk is full; what was loaded is kept, make room and run again to go on"
        )
    for one in chain:
        if isinstance(one, sqlite3.OperationalError) or type(one) is sqlite3.DatabaseError:
            return (
                f"cơ sở dữ liệu không dùng được ({one}); những gì đã nạp được giữ, chạy lại để nạp tiếp / "
                "the database cannot be used; what was loaded is kept, run again to go on"
            )
    return None


def _chain(error: BaseException) -> list[BaseException]:
    """An error with those that led to it."""
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain:
        chain.append(one)
        one = one.__cause__ or one.__context__
    return chain


def _full(error: BaseException) -> bool:
    """Whether an error says that there is no room: SQLite calls a failed write a disk I/O error where the system is not clear."""
    if no_room(error):
        return True
    return isinstance(error, sqlite3.OperationalError) and getattr(error, "sqlite_errorname", "") in (
        "SQLITE_FULL",
        "SQLITE_IOERR_WRITE",
    )
