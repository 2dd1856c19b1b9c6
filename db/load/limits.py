"""Limits for one document: time, memory, pages. The first two are the operating system's to enforce, not ours to ask for."""

from __future__ import annotations

import faulthandler
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from extract.errors import ReadError

# A line of a traceback as `faulthandler` writes it.
_FRAME = re.compile(r'\s*File "(?P<path>[^"]+)", line (?P<line>\d+)')


class TooManyPages(ReadError):
    """The file has more pages than the load allows."""

    code = "too-many-pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may take; `None` is no limit.

    `seconds` of wall clock, `megabytes` of data for the whole worker process (some 150 of them are the program itself),
    `pages` of a PDF.
    """

    seconds: float | None = 600
    megabytes: int | None = 2048
    pages: int | None = 1000


def check_pages(data: bytes, pages: int | None) -> None:
    """Refuses a PDF of too many pages before anything is read from it.

    Raises:
        TooManyPages: it has more than `pages`.
    """
    if pages is None or b"%PDF-" not in data[:1024]:
        return
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return  # the reader says what is wrong with it
    try:
        count = len(document)
    finally:
        document.close()
    if count > pages:
        raise TooManyPages(
            f"{count} trang, nhiều hơn mức cho phép ({pages}); tách tệp hoặc tăng --max-pages / "
            f"{count} pages, more than allowed ({pages}); split the file or raise --max-pages"
        )


def out_of_memory(allowed: Limits) -> str:
    """What people are told of a document that wanted too much memory."""
    return (
        f"cần nhiều bộ nhớ hơn mức cho phép ({allowed.megabytes} MB); tách tệp hoặc tăng --memory / "
        f"needs more memory than allowed ({allowed.megabytes} MB); split the file or raise --memory"
    )


def out_of_time(allowed: Limits, place: str) -> str:
    """What people are told of a document that took too long; `place` is where it was."""
    at = f" ({place})" if place else ""
    return (
        f"đọc quá {allowed.seconds:g} giây{at}; tách tệp hoặc tăng --timeout / "
        f"took longer than {allowed.seconds:g} seconds; split the file or raise --timeout"
    )


def limit_memory(megabytes: int | None) -> None:
    """Lets this process, and what it starts, have no more than so much data (Linux; elsewhere there is no such limit)."""
    if megabytes is None or not sys.platform.startswith("linux"):
        return
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))


# --- time ------------------------------------------------------------------------------------------------------------


class _Trace:
    """Where this process writes what it hung in: a file of the pool's, else standard error."""

    file: IO[bytes] | None = None


def trace_into(folder: Path) -> None:
    """Lets this process write what it hangs in to a file of its own in a folder, where `last_words` finds it."""
    _Trace.file = (folder / str(os.getpid())).open("wb")


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Ends the process when the work within takes longer, whatever it hangs in."""
    if seconds is None:
        yield
        return
    faulthandler.dump_traceback_later(seconds, exit=True, file=_Trace.file or sys.stderr)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def last_words(folder: Path, process: int) -> str | None:
    """Where a process was when its time ran out, `folder/module.py:line`; `None` where it did not end for that."""
    try:
        lines = (folder / str(process)).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    if not any(line.startswith("Timeout (") for line in lines):
        return None
    mine = max(at for at, line in enumerate(lines) if line.startswith("Thread 0x"))  # the first thread comes last
    frames = [match for line in lines[mine:] if (match := _FRAME.match(line)) is not None]
    ours = [frame for frame in frames if "/lib/python" not in frame["path"]]
    frame = next(iter(ours or frames), None)
    if frame is None:
        return ""
    path = Path(frame["path"])
    return f"{path.parent.name}/{path.name}:{frame['line']}"
