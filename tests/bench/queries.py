"""Queries of comparison, cascade, coverage and findings on databases of growing size: p95 of each, and how it grows."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.load.workers import WorkerPool
from tests.bench import records
from tests.bench.table import Line

ASKED = 40
_PAGE = 50


@dataclass(frozen=True, slots=True)
class Query:
    """A query of a page: its SQL, and where its parameters come from (SQL that gives a column of possible values)."""

    what: str
    sql: str
    parameters: str | None = None


QUERIES = (
    Query(
        "comparison of one plan",
        "SELECT * FROM comparison WHERE plan = ?",
        "SELECT slug FROM documents WHERE plan = id",
    ),
    Query(
        "comparison: a measure in all provinces",
        "SELECT * FROM comparison WHERE level = 'province' AND measure = ?",
        "SELECT code FROM measures",
    ),
    Query(
        "comparison: all measures in a province's districts",
        "SELECT * FROM comparison WHERE level = 'district' AND province = ?",
        "SELECT name FROM units WHERE level = 'province' AND valid_to IS NOT NULL",
    ),
    Query(
        "comparison: weaker values of a measure, first page",
        f"SELECT * FROM comparison WHERE measure = ? AND stance = 'weaker' LIMIT {_PAGE}",
        "SELECT code FROM measures",
    ),
    Query(
        "cascade: what a plan carries out",
        "SELECT * FROM cascade WHERE plan = ?",
        "SELECT slug FROM documents WHERE plan = id",
    ),
    Query(
        "cascade: who carries out a plan",
        "SELECT * FROM cascade WHERE parent = ?",
        "SELECT d.slug FROM documents d WHERE d.id IN (SELECT parent FROM cascades)",
    ),
    Query(
        "findings of one plan",
        "SELECT * FROM finding WHERE plan = ? ORDER BY position",
        "SELECT slug FROM documents WHERE plan = id",
    ),
    Query(
        "findings: a rule, first page",
        f"SELECT * FROM reason WHERE rule = ? LIMIT {_PAGE}",
        "SELECT DISTINCT rule FROM findings",
    ),
    Query("findings by rule", "SELECT rule, severity, count(*) FROM findings WHERE gone = 0 GROUP BY rule, severity"),
    Query(
        "coverage of a province's districts",
        "SELECT * FROM coverage WHERE level = 'district' AND province = ?",
        "SELECT name FROM units WHERE level = 'province' AND valid_to IS NOT NULL",
    ),
    Query("plans, first page", f"SELECT * FROM plans WHERE relation = 'current' ORDER BY plan LIMIT {_PAGE}"),
    Query(
        "duties of an agency, first page",
        f"SELECT * FROM duties WHERE agency_id = ? LIMIT {_PAGE}",
        "SELECT id FROM agencies",
    ),
    Query(
        "adoption of a measure at each level",
        "SELECT * FROM adoption WHERE measure = ? AND programme = (SELECT id FROM programmes WHERE is_default = 1)",
        "SELECT code FROM measures",
    ),
    Query("adoption of all measures", "SELECT * FROM adoption"),
)


def lines(sizes: list[int], folder: Path, *, progress: Callable[[str], None] = lambda _: None) -> Iterator[Line]:
    """The lines of the table for databases of so many plans each."""
    measured: dict[str, list[float]] = {query.what: [] for query in QUERIES}
    pool = WorkerPool(2)
    for size in sizes:
        path = folder / f"records-{size}.db"
        began = time.perf_counter()
        records.fill(path, size, pool)
        progress(
            f"{size:,} plans of records in {time.perf_counter() - began:.0f} s, {path.stat().st_size / (1 << 20):.0f} MB"
        )
        for query in QUERIES:
            measured[query.what].append(p95(path, query))
        path.unlink()
    pool.shutdown()
    over = f"p95 of {ASKED} on " + ", ".join(f"{size:,}" for size in sizes) + " plans"
    for what, found in measured.items():
        growth = f"{found[-1] / max(found[0], 1e-4):.1f} times from {sizes[0]:,} to {sizes[-1]:,}"
        yield Line(what, growth, " → ".join(f"{one * 1000:.1f}" for one in found) + " ms", over)


def p95(path: Path, query: Query) -> float:
    """Seconds that nineteen of twenty such queries stay below, on a connection that only reads."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    values: list[tuple[Any, ...]] = [()]
    if query.parameters is not None:
        values = db.execute(query.parameters).fetchall()
    rng = random.Random(query.what)
    seconds = []
    for _ in range(ASKED if query.parameters is not None else 5):
        value = rng.choice(values)
        began = time.perf_counter()
        db.execute(query.sql, value).fetchall()
        seconds.append(time.perf_counter() - began)
    db.close()
    return sorted(seconds)[int(len(seconds) * 0.95)]
