"""What comes from outside while a load runs: every signal, a full disk, a locked database, a second load, decisions of reviewers."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from tests.db.load.test_bulk import descendants
from tests.torture.kills import command, content_of, differences, ground, load, started
from tests.torture.part import Part, Step

FILES = 60
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGKILL")
# To whom a signal goes: the loader, all of its processes (as systemd sends it), one that works for it.
WHOM = ("loader", "all", "worker")
# What ends a load without asking it; nothing is expected of what it prints then.
_DEADLY = frozenset({"SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGKILL"})


def _signalled(folder: Path, number: int) -> list[str]:
    name, whom = SIGNALS[number % len(SIGNALS)], WHOM[number // len(SIGNALS) % len(WHOM)]
    chance = random.Random(number)
    with started(folder, "a.db") as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 2)
        family = descendants(process.pid)
        told = {"loader": [process.pid], "all": [process.pid, *family], "worker": family[-1:]}[whom]
        for one in told:
            try:
                os.kill(one, getattr(signal, name))
            except ProcessLookupError:
                continue
        _, err = process.communicate(timeout=120)
    if "Traceback" in err and not (name in _DEADLY and whom != "worker"):
        return [f"{name} to {whom}: {err[-400:]}"]
    return []


def _full(folder: Path, number: int) -> list[str]:
    """A limit on the size of files stands for a full disk: the database cannot grow beyond it."""
    (folder / "a.db").unlink(missing_ok=True)
    blocks = 9_000 + number * 500
    done = subprocess.run(
        ["sh", "-c", f'ulimit -f {blocks}; exec "$@"', "sh", *command(folder, "a.db")],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    wrong = ["traceback: " + done.stderr[-400:]] if "Traceback" in done.stderr else []
    if "disk is full" in done.stderr and done.stderr.count("\n") > 2:
        wrong.append(f"more than a line: {done.stderr[-400:]}")
    return wrong


def _locked(folder: Path, number: int) -> list[str]:
    """Another program holds the database for some seconds, again and again."""
    load_one(folder)
    over = threading.Event()

    def hold() -> None:
        with closing(sqlite3.connect(folder / "a.db", timeout=30, isolation_level=None)) as connection:
            while not over.is_set():
                connection.execute("BEGIN IMMEDIATE")
                time.sleep(0.5 + number % 4)
                connection.execute("COMMIT")
                time.sleep(0.2)

    return _beside(folder, hold, over)


def _decisions(folder: Path, number: int) -> list[str]:
    """A reviewer decides all the time; none of it is refused, none is lost."""
    load_one(folder)
    over, refused, made = threading.Event(), list[str](), [0]

    def decide() -> None:
        with closing(sqlite3.connect(folder / "a.db", timeout=10)) as connection:
            while not over.is_set():
                try:
                    with connection:
                        connection.execute(
                            "INSERT INTO reviews (finding, state, decided_at) VALUES (?, 'accepted', '2024')",
                            [f"x-{number}-{made[0]}"],
                        )
                    made[0] += 1
                except sqlite3.OperationalError as error:
                    refused.append(str(error))
                time.sleep(0.02)

    wrong = _beside(folder, decide, over)
    with closing(sqlite3.connect(folder / "a.db")) as connection, connection:
        (kept,) = connection.execute("SELECT count(*) FROM reviews WHERE finding LIKE 'x-%'").fetchone()
        connection.execute("DELETE FROM reviews WHERE finding LIKE 'x-%'")
    if refused or kept != made[0]:
        wrong.append(f"{len(refused)} of {made[0] + len(refused)} decisions refused, {kept} kept: {refused[:1]}")
    return wrong


def _two(folder: Path, number: int) -> list[str]:
    """Two loads of one folder into one database at once."""
    with started(folder, "a.db") as one:
        time.sleep(number % 5 * 0.5)
        with started(folder, "a.db") as other:
            said = [process.communicate(timeout=600)[1] for process in (one, other)]
    return [f"traceback: {err[-400:]}" for err in said if "Traceback" in err]


def load_one(folder: Path) -> None:
    """The database with one plan, so that its tables are there."""
    with started(folder, "a.db", "--max-pages", "1") as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)


def _beside(folder: Path, does: Callable[[], None], over: threading.Event) -> list[str]:
    thread = threading.Thread(target=does)
    thread.start()
    try:
        code, _, err = load(folder, "a.db")
    finally:
        over.set()
        thread.join()
    return (
        [f"ended with {code}: {err[-400:]}"] if code != 1 or "Traceback" in err else []
    )  # the empty file is a failure


def _opened(disturb: Callable[[Path, int], list[str]]) -> Callable[[], AbstractContextManager[Step]]:
    @contextmanager
    def opened() -> Iterator[Step]:
        with ground(FILES) as (folder, wanted):

            def step(number: int) -> list[str]:
                for path in folder.glob("a.db*"):
                    path.unlink()
                wrong = disturb(folder, number)
                code, _, err = load(folder, "a.db")
                if code != 1 or "Traceback" in err:
                    wrong.append(f"the rerun ended with {code}: {err[-300:]}")
                return wrong + differences(content_of(folder / "a.db"), wanted)

            yield step

    return opened


_PARTS: tuple[tuple[str, str, int, Callable[[Path, int], list[str]]], ...] = (
    ("signals", "each signal to the loader, to all of its processes, to one of them", len(SIGNALS) * len(WHOM), _signalled),
    ("full", "a disk that is full at another place each time", 12, _full),
    ("locked", "a database that others hold for seconds", 8, _locked),
    ("two", "two loads into one database at once", 10, _two),
    ("decisions", "a load beside a reviewer who decides all the time", 8, _decisions),
)  # fmt: skip
PARTS = tuple(Part(f"outside.{name}", says, steps, 1, _opened(disturb)) for name, says, steps, disturb in _PARTS)
