"""Server time of the site's pages on synthetic plans that were loaded from files: p95 beside Datasette's plain page of a table.

Requests go through Datasette's own client, one after the other, so that what is measured is the server's work: routing, queries,
templates. Pages are drawn by a seeded choice of plans, filters and words.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from corpus.programme import load_all
from db.schema.database import open_existing, rows
from db.site.serve import Site, application
from tests.bench import render
from tests.bench.processes import watched
from tests.bench.synthetic import plans
from tests.bench.table import Line, number

ROOT = Path(__file__).resolve().parents[2]
REQUESTS = 150
READERS, SERVED = 8, 15.0
_PLAIN = "Datasette's page of a table"
_WORDS = (
    "đuối nước", "duoi nuoc", "23/QĐ-TTg", "tảo hôn", "suy dinh dưỡng", "trẻ em", "lao động trẻ em", "Sở Y tế", "môi trường sống an toàn",
    "diễn đàn", "khai sinh", "bạo lực", "20-CT/TW", "Quảng Ninh", "mẫu giáo", "câu lạc bộ trẻ em", "dạy bơi", "xâm hại",
)  # fmt: skip


def lines(count: int, folder: Path) -> Iterator[Line]:
    """The lines of the table on so many plans; what `loading` has left in the folder is used, else they are loaded first."""
    path = _database(count, folder)
    pages = _pages(path, count)
    site = application(path)
    found = {name: asyncio.run(_measured(site, address)) for name, address in pages.items()}
    plain = _p95(found[_PLAIN])
    over = f"{number(count)} synthetic plans, p95 of {REQUESTS} requests, one at a time"
    for name, seconds in found.items():
        ratio = "1" if name == _PLAIN else f"{_p95(seconds) / plain:.2f} times {_PLAIN}"
        figure = f"{_p95(seconds) * 1000:.0f} ms (median {statistics.median(seconds) * 1000:.0f} ms)"
        yield Line(f"site: {name}", ratio, figure, over if name == _PLAIN else f"{over}; below 150 ms is wanted")

    one, many = (asyncio.run(_served(site, pages, readers)) for readers in (1, READERS))
    yield Line(
        "site: several readers",
        f"{many / one:.2f} times the pages of one reader who waits for each",
        f"{many:.1f} pages/s for {READERS} at a time, {one:.1f} for one",
        f"{number(count)} synthetic plans, one process, pages in turn, for {SERVED:.0f} s",
    )


def _database(count: int, folder: Path) -> Path:
    path = folder / "many.db"
    if not path.exists():
        for made in plans(count):
            render.write(made, folder / "many", "txt")
        watched(["load", str(folder / "many"), "--db", str(path), "--workers", "2", "--quiet"], ROOT)
        shutil.rmtree(folder / "many")
    return path


@dataclass(frozen=True, slots=True)
class _There:
    """What addresses are made of."""

    plans: list[str]
    provinces: list[str]
    findings: list[str]
    cells: list[str]
    targets: int

    @classmethod
    def of(cls, path: Path) -> _There:
        db = open_existing(path)

        def column(sql: str) -> list[str]:
            return [next(iter(row.values())) for row in rows(db, sql)]

        try:
            return cls(
                column("SELECT slug FROM documents WHERE slug IS NOT NULL ORDER BY id"),
                column("SELECT DISTINCT province FROM documents WHERE province IS NOT NULL ORDER BY 1"),
                column("SELECT key FROM findings WHERE gone = 0 ORDER BY key LIMIT 5000"),
                column("SELECT id FROM comparisons WHERE target IS NOT NULL ORDER BY id LIMIT 5000"),
                rows(db, "SELECT count(*) AS n FROM targets")[0]["n"],
            )
        finally:
            db.close()


# The programme that the plans are held against.
_PROGRAMME = load_all()[0].id


def _pages(path: Path, count: int) -> dict[str, Callable[[], str]]:
    """How the addresses of each page are drawn."""
    there = _There.of(path)
    dice = random.Random(23)

    def province() -> str:
        return quote(dice.choice(there.provinces))

    def comparison() -> str:
        return dice.choice(
            (
                f"/compare?programme={_PROGRAMME}&page={dice.randint(1, max(count // 50, 1))}",
                f"/compare?programme={_PROGRAMME}&province={province()}",
                f"/compare?programme={_PROGRAMME}&province={province()}&only=weaker",
                f"/compare?programme={_PROGRAMME}&level=district&only=weaker&page={dice.randint(1, 10)}",
                f"/compare?programme={_PROGRAMME}&year=2025&level=commune&page={dice.randint(1, 40)}",
                f"/compare?programme={_PROGRAMME}&province={province()}&cell={dice.choice(there.cells)}",
            )
        )

    def review() -> str:
        return dice.choice(
            (
                f"/review?page={dice.randint(1, 60)}",
                f"/review?finding={dice.choice(there.findings)}",
                f"/review?province={province()}",
                f"/review?severity={dice.choice(('error', 'warning', 'notice'))}&page={dice.randint(1, 5)}",
                f"/review?plan={dice.choice(there.plans)}&state=all",
            )
        )

    def search() -> str:
        return (
            f"/search?q={quote(dice.choice(_WORDS))}&page={dice.randint(1, 5)}&province={dice.choice(('', province()))}"
        )

    return {
        "comparison": comparison,
        "plan": lambda: f"/plans/{dice.choice(there.plans)}",
        "review": review,
        "search": search,
        "home": lambda: "/",
        "deadlines": lambda: f"/deadlines?month=2025-{dice.randint(1, 12):02d}",
        "cascade": lambda: f"/cascade?province={province()}",
        _PLAIN: lambda: f"/kehoach/targets?_next={dice.randint(0, there.targets // 50) * 50}",
    }


async def _measured(site: Site, address: Callable[[], str]) -> list[float]:
    """Seconds of each request, after a few that warm caches of the system up."""
    await site.invoke_startup()
    seconds = []
    for attempt in range(REQUESTS + 5):
        asked = address()
        began = time.perf_counter()
        answer = await site.client.get(asked)
        taken = time.perf_counter() - began
        if answer.status_code != 200:
            raise RuntimeError(f"{asked}: {answer.status_code}")
        if attempt >= 5:
            seconds.append(taken)
    return seconds


async def _served(site: Site, pages: dict[str, Callable[[], str]], readers: int) -> float:
    """Pages a second that some readers get at once, each asking for one after the other."""
    await site.invoke_startup()
    asked = [address for name, address in pages.items() if name != _PLAIN]
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
