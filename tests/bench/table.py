"""The table that `make bench` prints: a line a measurement, its ratio first."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured; its ratio to something of the same run; the figure itself; over what, and what is wanted."""

    what: str
    ratio: str
    figure: str
    over: str


def number(value: float) -> str:
    """A number with thousands apart: `1,234`."""
    return f"{value:,.0f}" if value >= 100 else f"{value:,.1f}"


def markdown(lines: Iterable[Line]) -> str:
    """The table in Markdown."""
    head = ("measured", "ratio", "figure", "over")
    rows = [head, ("---",) * 4, *((one.what, one.ratio, one.figure, one.over) for one in lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def machine() -> str:
    """The machine and the day: processor, cores, memory, system, Python; nothing that names it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    processor = platform.machine()
    for line in _read("/proc/cpuinfo"):
        if line.startswith("model name"):
            processor = line.partition(":")[2].strip()
            break
    memory = next(
        (int(line.split()[1]) / (1 << 20) for line in _read("/proc/meminfo") if line.startswith("MemTotal")), 0
    )
    day = datetime.now(UTC).date().isoformat()
    return (
        f"{day}, {processor}, {cores} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"
    )


def _read(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
