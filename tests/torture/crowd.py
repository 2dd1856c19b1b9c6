"""Many at once at a site that is served as `kehoach serve` does: readers and reviewers during loads, floods of wrong passwords, costly SQL.

Each campaign gives its figures, and what of them is worse than wanted; `make torture` prints the former as it goes.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp
from typing import IO, Any
from urllib.parse import urlencode

import httpx

from db.review.accounts import Accounts
from db.site.guard import people
from db.site.serve import application
from tests.bench import render
from tests.bench.synthetic import plans
from tests.conftest import ROOT
from tests.torture.part import Part, Step

PASSWORD = "mật khẩu dài"
PAGES = (
    "/",
    "/compare",
    "/plans",
    "/review",
    "/deadlines",
    "/measures",
    "/search?q=tr%E1%BA%BB+em",
    "/agencies",
    "/laws",
    "/cascade",
)
# How often a reader follows a link of the page, and those that lead to one thing: no two readers come to the same.
FOLLOWED = 0.4
_LEADS = re.compile(r'href="(/(?:plans|measures|laws|agencies)/[^"?#/]+)"')
COSTLY = (
    "SELECT hex(zeroblob(1000000000))",
    "SELECT instr(zeroblob(8000000), zeroblob(4000000) || 'x')",
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(randomblob(8000000)) FROM n",
    "SELECT count(*) FROM targets a, targets b, targets c, targets d",
    "SELECT printf('%900000000d', 1)",
)  # fmt: skip


@dataclass(slots=True)
class Figures:
    """What a campaign measured: seconds by kind, counts, what is wrong, and what is slower than wanted."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)

    def took(self, kind: str, seconds: float) -> None:
        """Notes how long something took."""
        self.seconds.setdefault(kind, []).append(seconds)

    def count(self, kind: str, by: int = 1) -> None:
        """Counts something."""
        self.counts[kind] = self.counts.get(kind, 0) + by

    def p95(self, kind: str) -> float:
        """What 95 of 100 took at most."""
        found = sorted(self.seconds.get(kind, [float("inf")]))
        return found[min(len(found) - 1, int(0.95 * len(found)))]

    def want(self, said: str, right: bool) -> None:
        """Notes what is wrong."""
        if not right:
            self.wrong.append(said)

    def within(self, kind: str, seconds: float) -> None:
        """Notes where more than 5 of 100 take longer than wanted."""
        if self.p95(kind) >= seconds:
            self.slow.append(f"p95 of {kind}: {self.p95(kind):.2f} s, {seconds} wanted")

    def __str__(self) -> str:
        """One line."""
        times = [
            f"{kind}: {len(found)}, p95 {self.p95(kind):.2f} s, most {max(found):.2f} s"
            for kind, found in self.seconds.items()
        ]
        return "; ".join([*times, *(f"{kind}: {count}" for kind, count in self.counts.items())])


# --- the site and those who come to it -----------------------------------------------------------------------------------


@contextmanager
def served(database: Path, log: IO[bytes], *options: str) -> Iterator[str]:
    """The address of the site, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "kehoach", "serve", "--db", str(database), "--port", str(port), *options],
        cwd=ROOT, stdout=log, stderr=log, start_new_session=True,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 120
        while time.monotonic() < until and process.poll() is None:
            try:
                httpx.get(f"{address}/help", timeout=5)
                break
            except httpx.HTTPError:
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise


def written(folder: Path, count: int, seed: int = 0) -> Path:
    """A folder of synthetic plans."""
    folder.mkdir(parents=True)
    for number, plan in enumerate(plans(count, seed)):
        (folder / f"{number:05}.txt").write_bytes(render.as_text(plan))
    return folder


def loading(database: Path, folder: Path) -> subprocess.Popen[bytes]:
    """A load that runs beside."""
    command = [sys.executable, "-m", "kehoach", "load", str(folder), "--db", str(database), "--workers", "1", "--quiet"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def cookies(database: Path, names: list[str], *roles: str) -> dict[str, dict[str, str]]:
    """Accounts of some names, signed in."""
    accounts = Accounts(database)
    for name in names:
        accounts.add(name, PASSWORD, roles)
    with closing(application(database)) as site:
        return {name: {people.COOKIE: people.session_cookie(site, name)} for name in names}


async def token(client: httpx.AsyncClient) -> dict[str, str]:
    """The header that forms of a browser need."""
    answer = await client.get("/-/login")
    return {"x-csrftoken": answer.cookies.get("ds_csrftoken") or client.cookies["ds_csrftoken"]}


async def timed(figures: Figures, kind: str, asked: Awaitable[httpx.Response]) -> httpx.Response | None:
    """An answer with how long it took; none is an error."""
    began = time.monotonic()
    try:
        answer = await asked
    except httpx.HTTPError as error:
        figures.count(f"{kind}: {type(error).__name__}")
        return None
    figures.took(kind, time.monotonic() - began)
    if answer.status_code >= 500 and kind == "pages":
        figures.count(f"pages: {answer.status_code}")
    return answer


async def read(figures: Figures, address: str, until: Callable[[], bool], thought: float, seed: int = 0) -> None:
    """One reader: a page, a thought, then a page of the menu or one that the page before leads to."""
    chance, leads = random.Random(seed), list[str]()
    async with httpx.AsyncClient(base_url=address, timeout=60, follow_redirects=True) as client:
        await asyncio.sleep(chance.random() * thought)
        while not until():
            asked = chance.choice(leads) if leads and chance.random() < FOLLOWED else chance.choice(PAGES)
            answer = await timed(figures, "pages", client.get(asked))
            leads = _LEADS.findall(answer.text) if answer is not None else []
            await asyncio.sleep(thought)


def after(seconds: float) -> Callable[[], bool]:
    """Whether so many seconds are over."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


# --- campaigns -----------------------------------------------------------------------------------------------------------


async def readers(address: str, database: Path, more: Path, count: int, seconds: float) -> Figures:
    """Readers with a second of thought between pages, during a load."""
    figures, until = Figures(), after(seconds)
    with loading(database, more) as load:
        await asyncio.gather(*(read(figures, address, until, 1.0, seed) for seed in range(count)))
        load.terminate()
    errors = sum(figures.counts.values())
    figures.want(f"{errors} errors", errors == 0)
    figures.within("pages", 1)
    return figures


async def decisions(
    address: str, database: Path, more: Path, reviewers: dict[str, dict[str, str]], each: int
) -> Figures:
    """Reviewers who decide while plans are loaded: every decision is kept."""
    figures = Figures()
    with closing(sqlite3.connect(database)) as db:
        keys = [row[0] for row in db.execute("SELECT key FROM findings ORDER BY key LIMIT 500")]

    async def decide(name: str) -> None:
        async with httpx.AsyncClient(base_url=address, timeout=150, cookies=reviewers[name]) as client:
            headers = await token(client)
            for number in range(each):
                sent = {"finding": keys[number % len(keys)], "state": "accepted", "note": f"{name} {number}"}
                answer = await timed(figures, "decisions", client.post("/review/decide", data=sent, headers=headers))
                figures.count("kept" if answer is not None and answer.status_code == 303 else "refused")

    with loading(database, more) as load:
        await asyncio.gather(*(decide(name) for name in reviewers))
        figures.count("loads that still ran", int(load.poll() is None))
        load.wait()
    with closing(sqlite3.connect(database)) as db:
        (there,) = db.execute("SELECT count(DISTINCT reviewer || note) FROM reviews").fetchone()
    wanted = each * len(reviewers)
    figures.want(f"{figures.counts.get('kept', 0)} of {wanted} taken", figures.counts.get("kept") == wanted)
    figures.want(f"{there} of {wanted} in the database", there == wanted)
    return figures


async def logins(address: str, rate: int, seconds: float) -> Figures:
    """Wrong passwords for `lan`, so many a second; meanwhile pages, and right passwords: of another, of her in a new browser, in her own.

    Pages are asked for by a process of its own: what the flood costs here would be taken for what it costs the site.
    """
    figures = Figures()
    async with httpx.AsyncClient(base_url=address, timeout=60) as known, reading_beside(figures, address, seconds):
        await _right(figures, known, "lan", "right, before")
        flood = asyncio.create_task(_flood(figures, address, known.cookies["ds_csrftoken"], rate, seconds))
        await _right_ones(figures, address, known, seconds)
        await flood
    figures.within("pages", 0.5)
    for kind in ("right, another name", "right, the name, a new browser", "right, the name, her browser"):
        figures.within(kind, 6)
    return figures


@asynccontextmanager
async def reading_beside(figures: Figures, address: str, seconds: float) -> AsyncIterator[None]:
    """A reader in another process for so long; what it saw is added to the figures in the end."""
    command = [sys.executable, "-m", "tests.torture.crowd", address, str(seconds)]
    reader = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=subprocess.PIPE)
    yield
    out, _ = await reader.communicate()
    said = json.loads(out)
    for kind, found in said["seconds"].items():
        figures.seconds.setdefault(kind, []).extend(found)
    for kind, count in said["counts"].items():
        figures.count(kind, count)


async def _flood(figures: Figures, address: str, token_: str, rate: int, seconds: float) -> None:
    """Wrong passwords at a rate, each on a connection of its own, whether those before it were answered or not."""
    over, sent = time.monotonic() + seconds, 0
    began = time.monotonic()
    tasks: set[asyncio.Task[None]] = set()
    while time.monotonic() < over:
        sent += 1
        task = asyncio.create_task(_wrong(figures, address, token_, f"sai {sent}"))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        await asyncio.sleep(max(0.0, began + sent / rate - time.monotonic()))
    figures.count("wrong passwords sent", sent)
    for task in list(tasks):
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _wrong(figures: Figures, address: str, token_: str, password: str) -> None:
    """One wrong password, sent as cheaply as can be."""
    host = address.removeprefix("http://")
    body = urlencode({"username": "lan", "password": password}).encode()
    head = (
        f"POST /-/login HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        f"Cookie: ds_csrftoken={token_}\r\nX-CSRFToken: {token_}\r\nConnection: close\r\n\r\n"
    )
    try:
        source, out = await asyncio.open_connection(*host.split(":"))
    except OSError as error:
        figures.count(f"wrong: {type(error).__name__}")
        return
    try:
        out.write(head.encode() + body)
        line = await source.readline()
        figures.count(f"wrong: {line.split()[1].decode() if line else 'no answer'}")
    except OSError as error:
        figures.count(f"wrong: {type(error).__name__}")
    finally:
        out.close()


async def _right_ones(figures: Figures, address: str, known: httpx.AsyncClient, seconds: float) -> None:
    await asyncio.sleep(seconds / 3)
    for kind, name in (("another name", "minh"), ("the name, a new browser", "lan")):
        async with httpx.AsyncClient(base_url=address, timeout=60) as client:
            await _right(figures, client, name, f"right, {kind}")
    await _right(figures, known, "lan", "right, the name, her browser")


async def _right(figures: Figures, client: httpx.AsyncClient, name: str, kind: str) -> None:
    headers = await token(client)
    sent = {"username": name, "password": PASSWORD}
    answer = await timed(figures, kind, client.post("/-/login", data=sent, headers=headers))
    figures.want(f"{kind}: {answer and answer.status_code}", answer is not None and answer.status_code == 302)


async def costly(address: str, those: dict[str, dict[str, str]], count: int) -> Figures:
    """Costly statements at once, each person's own; meanwhile pages."""
    figures, over = Figures(), asyncio.Event()

    async def run(number: int) -> None:
        name = list(those)[number % len(those)]
        async with httpx.AsyncClient(base_url=address, timeout=120, cookies=those[name]) as client:
            asked = client.get("/kehoach.json", params={"sql": COSTLY[number % len(COSTLY)]})
            answer = await timed(figures, "statements", asked)
            figures.count(f"statements: {answer.status_code if answer is not None else 'none'}")

    reader = asyncio.create_task(read(figures, address, over.is_set, 0.1))
    await asyncio.gather(*(run(number) for number in range(count)))
    over.set()
    await reader
    ended = sum(figures.counts.get(f"statements: {status}", 0) for status in (200, 400, 429))
    figures.want(f"{ended} of {count} ended", ended == count)
    figures.within("pages", 1)
    return figures


# --- parts ---------------------------------------------------------------------------------------------------------------

NAMES = ["an", "binh", "chi", "dung", "giang"]
# Plans in the database, and those that are loaded beside.
MANY, FEW, MORE = 10_000, 200, 300


@contextmanager
def opened(name: str, many: int, **sizes: Any) -> Iterator[Step]:
    """A database of so many plans and its site; a step is one campaign."""
    folder = Path(mkdtemp(prefix="torture-"))
    try:
        database = folder / "plans.db"
        loading(database, written(folder / "plans", many)).wait()

        def step(number: int) -> list[str]:
            with TemporaryFile() as log:
                figures = campaign(name, folder, database, log, number, **sizes)
                sys.stderr.write(f"  access.{name}: {figures}; load of the machine {os.getloadavg()[0]:.1f}\n")
                log.seek(0)
                faults = b"\n500 " in log.read()
            return [*figures.wrong, *figures.slow, *(["a fault in the log"] if faults else [])]

        yield step
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def campaign(name: str, folder: Path, database: Path, log: IO[bytes], number: int = 0, **sizes: Any) -> Figures:
    """One campaign on a database."""
    more = folder / f"more-{number}"
    if name in ("readers", "decisions"):
        written(more, sizes.pop("more", MORE), seed=number + 1)
    if name == "decisions":
        sizes["reviewers"] = cookies(database, NAMES, "reviewer")
    if name == "logins":
        cookies(database, ["lan", "minh"], "reviewer")
    if name == "costly":
        sizes["those"] = cookies(database, [f"u{one}" for one in range(sizes.pop("people"))], "reader")
    with served(database, log) as address:
        work: dict[str, Callable[[], Any]] = {
            "readers": lambda: readers(address, database, more, **sizes),
            "decisions": lambda: decisions(address, database, more, **sizes),
            "logins": lambda: logins(address, **sizes),
            "costly": lambda: costly(address, **sizes),
        }
        found: Figures = asyncio.run(work[name]())
        return found


PARTS = (
    Part("access.readers", "50 readers for a minute, 10,000 plans, during a load", 1, 50, lambda: opened("readers", MANY, count=50, seconds=60)),
    Part("access.decisions", "500 decisions by 5 reviewers during loads", 1, 500, lambda: opened("decisions", FEW, each=100)),
    Part("access.logins", "100 wrong passwords a second for a minute", 1, 6000, lambda: opened("logins", FEW, rate=100, seconds=60)),
    Part("access.sql", "30 costly statements at once, of 30 people", 1, 30, lambda: opened("costly", FEW, people=30, count=30)),
)  # fmt: skip


def main() -> None:
    """A reader by itself, for so many seconds: `python -m tests.torture.crowd ADDRESS SECONDS`; prints what it saw."""
    address, seconds = sys.argv[1:]
    figures = Figures()
    asyncio.run(read(figures, address, after(float(seconds)), 0.2))
    sys.stdout.write(json.dumps({"seconds": figures.seconds, "counts": figures.counts}))


if __name__ == "__main__":
    main()
