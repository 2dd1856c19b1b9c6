"""Server time of the site's pages on synthetic plans that were loaded from files: p95 beside Datasette's plain page of a table.

Requests go through Datasette's own client, one after the other, so that what is measured is the server's work: routing, queries,
templates. Pages are drawn by a seeded choice of plans, filters and words.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from db.site.cache import Cache
from db.site.serve import Site, application, settle
from tests.bench import render
from tests.bench.addresses import PLAIN, pages
from tests.bench.processes import watched
from tests.bench.synthetic import plans
from tests.bench.table import Line, number

ROOT = Path(__file__).resolve().parents[2]
REQUESTS = 150
READERS, SERVED = 8, 15.0


def lines(count: int, folder: Path, database: Path | None = None) -> Iterator[Line]:
    """The lines of the table on so many plans, or on a database that there is.

    What `loading` has left in the folder is used, else they are loaded first.
    """
    path = database or _database(count, folder)
    asked = pages(path)
    site = application(path)
    settle()  # as where it is served
    kept, site.kehoach_pages = (
        site.kehoach_pages,
        Cache(0),
    )  # each page is made, also where it has just been made for others
    over = f"{number(count)} synthetic plans" if database is None else database.name
    found = {name: asyncio.run(_measured(site, address)) for name, address in asked.items()}
    plain = _p95([wall for wall, _ in found[PLAIN]])
    measured = f"{over}, p95 of {REQUESTS} requests, one at a time"
    for name, seconds in found.items():
        wall, processor = ([one[at] for one in seconds] for at in (0, 1))
        ratio = "1" if name == PLAIN else f"{_p95(wall) / plain:.2f} times {PLAIN}"
        figure = f"{_p95(wall) * 1000:.0f} ms (median {statistics.median(wall) * 1000:.0f} ms; of the processor {_p95(processor) * 1000:.0f} ms)"
        yield Line(f"site: {name}", ratio, figure, measured if name == PLAIN else f"{measured}; below 150 ms is wanted")

    site.kehoach_pages = kept
    one, many = (asyncio.run(_served(site, asked, readers)) for readers in (1, READERS))
    yield Line(
        "site: several readers",
        f"{many / one:.2f} times the pages of one reader who waits for each",
        f"{many:.1f} pages/s for {READERS} at a time, {one:.1f} for one",
        f"{over}, one process, pages in turn, for {SERVED:.0f} s",
    )


def _database(count: int, folder: Path) -> Path:
    path = folder / "many.db"
    if not path.exists():
        for made in plans(count):
            render.write(made, folder / "many", "txt")
        watched(["load", str(folder / "many"), "--db", str(path), "--workers", "2", "--quiet"], ROOT)
        shutil.rmtree(folder / "many")
    return path


async def _measured(site: Site, address: Callable[[], str]) -> list[tuple[float, float]]:
    """Seconds of each request, of the wall clock and of the processor, after a few that warm caches of the system up."""
    await site.invoke_startup()
    seconds = []
    for attempt in range(REQUESTS + 5):
        asked = address()
        began = time.perf_counter(), time.process_time()
        answer = await site.client.get(asked)
        taken = time.perf_counter() - began[0], time.process_time() - began[1]
        if answer.status_code != 200:
            raise RuntimeError(f"{asked}: {answer.status_code}")
        if attempt >= 5:
            seconds.append(taken)
    return seconds


async def _served(site: Site, pages: dict[str, Callable[[], str]], readers: int) -> float:
    """Pages a second that some readers get at once, each asking for one after the other."""
    await site.invoke_startup()
    asked = [address for name, address in pages.items() if name != PLAIN]
    began = time.perf_counter()
    done = 0

    async def read(place: int) -> None:
        nonlocal done
        while time.perf_counter() - began < SERVED:
            await site.client.get(asked[place % len(asked)]())
            place += 1
            done += 1

    await asyncio.gather(*(read(place) for place in range(readers)))
    return done / (time.perf_counter() - began)


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]
