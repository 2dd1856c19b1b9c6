"""Loading synthetic plans: documents a second, memory, the writer's share, size of the database, the second run, other formats."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench import render
from tests.bench.processes import Watched, watched
from tests.bench.synthetic import plans
from tests.bench.table import Line, number

ROOT = Path(__file__).resolve().parents[2]


def lines(count: int, folder: Path) -> Iterator[Line]:
    """The lines of the table for so many plans as text and a hundredth of them in the other formats."""
    few, many = max(count // 10, 100), count
    for made in plans(few):
        render.write(made, folder / "few", "txt")
    small, _ = _load(folder / "few", folder / "few.db")
    for made in plans(many):
        render.write(made, folder / "many", "txt")
    large, database = _load(folder / "many", folder / "many.db")
    over = f"{number(many)} synthetic plans as text, 2 workers"
    total = sum(large.processor.values())
    yield Line(
        "loading text",
        f"{(large.seconds / many) / (small.seconds / few):.2f} times a document's time at {number(few)}",
        f"{many / large.seconds:.1f} documents/s",
        over,
    )
    yield Line(
        "the writer's share",
        f"{large.main_processor / large.seconds:.0%} of the wall clock, {large.main_processor / total:.0%} of all processor time",
        f"{large.main_processor / many * 1000:.1f} ms a document",
        "below 25 % is wanted",
    )
    yield Line(
        "memory of the main process",
        f"{large.main_peak / small.main_peak:.2f} times that at {number(few)}",
        f"{large.main_peak:.0f} MB beside {small.main_peak:.0f} MB",
        "below 300 MB and flat is wanted",
    )
    yield Line(
        "memory of a worker",
        f"{large.worker_peak / small.worker_peak:.2f} times that at {number(few)}",
        f"{large.worker_peak:.0f} MB beside {small.worker_peak:.0f} MB",
        over,
    )
    texts = sum(path.stat().st_size for path in (folder / "many").rglob("*.txt"))
    yield Line(
        "the database",
        f"{database / texts:.1f} times its text files",
        f"{database / many / 1024:.0f} KB a plan",
        f"text, records, comparisons, findings, indexes; {number(database / (1 << 20))} MB in all",
    )
    again, _ = _load(folder / "many", folder / "many.db")
    yield Line(
        "the second run",
        f"{large.seconds / again.seconds:.0f} times as fast as the first",
        f"{many / again.seconds:,.0f} files/s",
        f"{number(many)} unchanged files, start of the program included; 2,000 is wanted",
    )
    per_text = small.seconds / few
    for form in ("docx", "pdf"):
        yield _format(form, max(count // 100, 20), folder, per_text)


def _load(folder: Path, database: Path) -> tuple[Watched, int]:
    found = watched(["load", str(folder), "--db", str(database), "--workers", "2", "--quiet"], ROOT)
    return found, database.stat().st_size


def _format(form: str, count: int, folder: Path, per_text: float) -> Line:
    over = f"{number(count)} synthetic plans, 2 workers, start of the program included"
    try:
        for made in plans(count):
            render.write(made, folder / form, form)
    except render.NoFont as error:
        return Line(f"loading {form}", "not measured", str(error), over)
    found, _ = _load(folder / form, folder / f"{form}.db")
    shutil.rmtree(folder / form)
    each = found.seconds / count
    return Line(f"loading {form}", f"{each / per_text:.1f} times text", f"{1 / each:.1f} documents/s", over)
