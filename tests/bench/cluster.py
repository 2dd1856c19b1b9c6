"""A Dask cluster on this machine against worker processes, on the same files: what a document costs more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

from corpus.files import Found, files_in
from db.load.cluster import cluster
from db.load.dispatch import load
from db.load.workers import WorkerPool
from db.schema.database import open_database
from tests.bench import render
from tests.bench.synthetic import plans
from tests.bench.table import Line, number

_WARM = 20


def lines(count: int, folder: Path) -> Iterator[Line]:
    """The line of the table."""
    from distributed import LocalCluster

    for made in plans(count + _WARM):
        render.write(made, folder / "dask", "txt")
    files = files_in([folder / "dask"])
    pool = WorkerPool(2)
    mine = _seconds(files, folder / "pool.db", pool)
    pool.shutdown()
    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as local,
        cluster(local.scheduler_address) as (executor, _),
    ):
        theirs = _seconds(files, folder / "cluster.db", executor)
    yield Line(
        "Dask cluster of 2 processes",
        f"{theirs / mine:.2f} times the worker processes",
        f"{(theirs - mine) / count * 1000:+.1f} ms a document ({theirs / count * 1000:.1f} beside {mine / count * 1000:.1f})",
        f"{number(count)} synthetic plans as text, scheduler on the same machine, reading and writing without what is computed after",
    )


def _seconds(files: list[Found], path: Path, executor: Executor) -> float:
    """Seconds from the first files on, so that the start of the workers does not count."""
    db = open_database(path)
    began = 0.0
    for done, _ in enumerate(load(db, files, executor=executor, at_once=2), 1):
        if done == _WARM:
            began = time.perf_counter()
        if done == len(files):
            ended = time.perf_counter()
    db.close()
    return ended - began
