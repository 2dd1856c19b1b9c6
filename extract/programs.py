"""Programs that read a file for us (tesseract, LibreOffice): limited in time, and ended with all that they have started.

They stay in the process group of whoever starts them, so that they end with a worker that is killed; within a time limit of their
own they are ended one by one, together with their children.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from extract.errors import ProgramStopped

# Signals by which a program is ended from outside, as it says so itself or a shell around it does.
_ENDED = (signal.SIGTERM, signal.SIGINT, signal.SIGKILL, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))
_STOPPED = frozenset(code for number in _ENDED for code in (-number, 128 + number))


class OutOfTime(Exception):
    """The program took longer than it was given."""


def run(
    command: Sequence[str],
    *,
    seconds: float,
    data: bytes | None = None,
    output: bool = False,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Runs a program to its end; `data` is its standard input, `output` says that its standard output is wanted.

    Raises:
        OutOfTime: it was ended because it took too long.
        ProgramStopped: it was ended from outside; the document has to be read again.
    """
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL if data is None else subprocess.PIPE,
        stdout=subprocess.PIPE if output else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    ) as process:
        try:
            out, _ = process.communicate(data, seconds)
        except subprocess.TimeoutExpired:
            end(process.pid)
            raise OutOfTime from None
        except BaseException:
            end(process.pid)
            raise
    if process.returncode in _STOPPED:
        raise ProgramStopped(
            f"{Path(command[0]).name} bị dừng giữa chừng; nạp lại để đọc tiếp / {Path(command[0]).name} was ended from outside; load the file again"
        )
    return subprocess.CompletedProcess(command, process.returncode, out or b"", b"")


def end(process: int) -> None:
    """Kills a program and all that it has started."""
    for one in (process, *_descendants(process)):
        with suppress(ProcessLookupError, PermissionError):
            os.kill(one, signal.SIGKILL)


def _descendants(process: int) -> list[int]:
    """The processes that a process has started, and those that they have (Linux; elsewhere none are known)."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                found += [child, *_descendants(child)]
    return found
