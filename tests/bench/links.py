"""Links anew: what it takes to align every stored target after a programme changed, with the comparisons and findings that follow."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from db.links import alignments as links
from db.load.derive import derive
from db.load.workers import WorkerPool
from db.schema.database import for_much_writing, open_existing, rows, transaction
from tests.bench import records
from tests.bench.table import Line, number


def lines(count: int, folder: Path) -> Iterator[Line]:
    """The lines of the table for the records of so many plans."""
    path = folder / "links.db"
    pool = WorkerPool(2)
    records.fill(path, count, pool)
    over = f"{number(count)} plans, {number(_targets(path))} targets, 2 workers, no file read"
    with closing(open_existing(path)) as db:
        for_much_writing(db)  # as where a programme is changed
        _forget(db)
        begun = time.perf_counter()
        changed = links.refresh(db, executor=pool, path=path)
        yield Line(
            "targets aligned anew",
            f"{number(len(changed))} plans changed",
            f"{time.perf_counter() - begun:.1f} s",
            over,
        )
        _forget(db)
        begun = time.perf_counter()
        derive(db, [row["id"] for row in rows(db, "SELECT id FROM documents")], executor=pool)
        yield Line("links, comparisons and findings anew", "all plans", f"{time.perf_counter() - begun:.1f} s", over)
    pool.shutdown()


def _forget(db: Database) -> None:
    with transaction(db):
        db.conn.execute("DELETE FROM linked")


def _targets(path: Path) -> int:
    with closing(open_existing(path)) as db:
        return int(rows(db, "SELECT count(*) AS n FROM targets")[0]["n"])
