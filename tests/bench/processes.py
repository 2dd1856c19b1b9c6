"""A command with the processes that it starts: their processor time and the most memory each has had (Linux)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Watched:
    """What a command took: seconds of wall clock; by process, seconds of processor and megabytes at most; the first is the command."""

    seconds: float = 0.0
    processor: dict[int, float] = field(default_factory=dict)
    peak: dict[int, float] = field(default_factory=dict)
    output: str = ""
    main: int = 0

    @property
    def main_peak(self) -> float:
        """Megabytes of the command's own process."""
        return self.peak[self.main]

    @property
    def worker_peak(self) -> float:
        """Megabytes of the largest of the others."""
        return max((peak for process, peak in self.peak.items() if process != self.main), default=0.0)

    @property
    def main_processor(self) -> float:
        """Seconds of processor of the command's own process."""
        return self.processor[self.main]


def watched(arguments: Sequence[str], cwd: Path) -> Watched:
    """Runs `python -m kehoach` with arguments and watches it and its children."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "kehoach", *arguments],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    found = Watched(main=process.pid)
    while process.poll() is None:
        for one in (process.pid, *descendants(process.pid)):
            _note(one, found)
        time.sleep(0.1)
    found.seconds = time.perf_counter() - began
    found.output = process.communicate()[0]
    if process.returncode not in (0, 1):
        raise RuntimeError(found.output)
    return found


def descendants(process: int) -> list[int]:
    """The processes that a process started, and those that they did."""
    found = []
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                found += [child, *descendants(child)]
    except (OSError, ProcessLookupError):
        pass
    return found


def _note(process: int, found: Watched) -> None:
    try:
        status = Path(f"/proc/{process}/status").read_text()
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (OSError, ProcessLookupError):
        return
    for line in status.splitlines():
        if line.startswith("VmHWM"):
            found.peak[process] = max(found.peak.get(process, 0.0), int(line.split()[1]) / 1024)
    found.processor[process] = (int(fields[11]) + int(fields[12])) / _TICKS
