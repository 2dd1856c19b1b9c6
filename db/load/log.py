"""The log of a load: one line a file, below it the traceback of a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from filelock import FileLock

from db.load.faults import Fault
from db.load.writer import Outcome
from db.schema.trouble import Trouble, writing
from extract.scratch import try_lock

_KEPT = "những gì đã nạp được giữ, chạy lại để nạp tiếp / what was loaded is kept, run again to go on"


@contextmanager
def log(path: Path | None) -> Iterator[Callable[[Outcome | Fault], None]]:
    """Writes one line a file, its parts between tabs; the log of the run before is kept under the same name with `.1`.

    Where another load writes the log of this name, this one writes behind its lines.
    """
    if path is None:
        yield lambda told: None
        return
    with writing(path, Trouble, _KEPT):
        file, lock = _opened(path)

    def write(told: Outcome | Fault) -> None:
        with writing(path, Trouble, _KEPT):
            _line(file, told)

    try:
        yield write
    finally:
        with writing(path, Trouble, _KEPT):
            file.close()
        if lock is not None:
            lock.release()


def _opened(path: Path) -> tuple[IO[str], FileLock | None]:
    """The log, and the lock that a log that is a file has as long as it is open; `None` where another load has it."""
    is_file = path.is_file() or not path.exists()  # a device stays where it is
    lock = try_lock(path.with_name(f"{path.name}.lock")) if is_file else None
    if lock is not None and path.is_file() and path.stat().st_size:
        path.replace(path.with_name(f"{path.name}.1"))
    return path.open("a", encoding="utf-8", newline="\n"), lock


def _line(file: IO[str], told: Outcome | Fault) -> None:
    """A line of the log: time, outcome, seconds, path, code of the error, what was said; below it the traceback of a fault, line by line."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if isinstance(told, Fault):
        parts = (now, "fault", "", told.path, told.rule or told.stage, told.message)
        trace: str | None = told.trace
    else:
        said = told.message or told.slug or ""
        parts = (now, told.result, f"{told.seconds:.3f}", told.path, told.error or "", said)
        trace = told.trace
    file.write("\t".join(" ".join(part.split()) for part in parts) + "\n")
    if trace is not None:
        file.write("".join(f"    {line}\n" for line in trace.splitlines()))
    file.flush()
