"""Loads that are killed at random moments: what was written stays and is whole, and in the end all is as if nothing had happened."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from db.load.rows import owned
from db.schema.database import open_database
from tests.conftest import ROOT
from tests.db.load.test_dispatch import content, plan_file
from tests.torture.part import Part, Step

FILES = 200
# Kills of one database in a row, every second of them while it is derived, before it is loaded to its end.
KILLS = 4

Rows = list[dict[str, Any]]


@contextmanager
def ground(files: int) -> Iterator[tuple[Path, dict[str, Rows]]]:
    """A folder with plans, the database of an undisturbed load of it, and what is in that."""
    folder = Path(mkdtemp(prefix="torture-"))
    try:
        (folder / "plans").mkdir()
        (folder / "tmp").mkdir()
        for number in range(files):
            # Some are alike, so that deriving has versions to find; some are copies, some cannot be read.
            plan_file(folder / "plans", f"{number:03}.txt", str(number // 2 + 2) if number % 5 else str(number + 2))
        (folder / "plans/empty.txt").touch()
        load(folder, "whole.db")
        yield folder, content_of(folder / "whole.db")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def command(folder: Path, database: str, *options: str) -> list[str]:
    """A load of the folder's plans by two workers."""
    return [sys.executable, "-m", "kehoach", "load", str(folder / "plans"), "--db", str(folder / database), "--format", "json", "--workers", "2", *options]  # fmt: skip


def started(folder: Path, database: str, *options: str) -> subprocess.Popen[str]:
    """Such a load in a session of its own."""
    return subprocess.Popen(
        command(folder, database, *options), cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(folder / "tmp")}, start_new_session=True,
    )  # fmt: skip


def load(folder: Path, database: str) -> tuple[int, str, str]:
    """A load to its end: its code, what it printed and what it complained of."""
    with started(folder, database) as process:
        out, err = process.communicate(timeout=600)
    return process.returncode, out, err


def content_of(path: Path) -> dict[str, Rows]:
    """What is in a database; how SQLite counted its indexes depends on when it did."""
    db = open_database(path)
    try:
        return {name: many for name, many in content(db).items() if not name.startswith("sqlite_")}
    finally:
        db.close()


def differences(found: dict[str, Rows], wanted: dict[str, Rows]) -> list[str]:
    """The tables that differ."""
    return [f"table {name}: {len(found.get(name, []))} rows, {len(many)} wanted" for name, many in wanted.items() if found.get(name) != many]  # fmt: skip


def half_written(path: Path, wanted: dict[str, Rows]) -> tuple[set[str], list[str]]:
    """The documents that are there, and what is wrong with what an interrupted load has left."""
    wrong = []
    with closing(sqlite3.connect(path)) as connection:
        (state,) = connection.execute("PRAGMA integrity_check").fetchone()
        if state != "ok":
            wrong.append(f"integrity: {state}")
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            wrong.append("dangling keys")
        documents = {row[0] for row in connection.execute("SELECT id FROM documents")}
        for table in owned():
            if table in ("searchable", "occurrences", "faults", "agency_mentions"):
                continue  # computed when the load derives
            counted = dict(connection.execute(f'SELECT document, count(*) FROM "{table}" GROUP BY document').fetchall())
            for document in documents:
                whole = sum(row["document"] == document for row in wanted[table])
                if counted.get(document, 0) != whole:
                    wrong.append(f"{document}: {counted.get(document, 0)} {table}, {whole} wanted")
        files = {row[0] for row in connection.execute("SELECT document FROM files WHERE document IS NOT NULL")}
        if files != documents:
            wrong.append("files and documents differ")
    return documents, wrong


def kill(folder: Path, database: str, chance: random.Random, files: int, *, deriving: bool) -> str:
    """Kills a load at a random moment: anywhere, or once all files are read; says which."""
    with started(folder, database) as process:
        assert process.stdout is not None
        if deriving:
            for _ in range(files + 1):
                if not process.stdout.readline():
                    break
            time.sleep(chance.random() * 1.5)
        else:
            time.sleep(chance.random() * 6)
        running = process.poll() is None
        os.killpg(process.pid, signal.SIGKILL) if chance.random() < 0.3 and running else process.kill()
        process.communicate()
    return f"{'deriving' if deriving else 'anywhere'}{'' if running else ', too late'}"


@contextmanager
def opened(files: int = FILES, kills: int = KILLS) -> Iterator[Step]:
    with ground(files) as (folder, wanted):

        def step(number: int) -> list[str]:
            chance = random.Random(number)
            database, wrong = "killed.db", list[str]()
            for path in folder.glob(f"{database}*"):
                path.unlink()
            before: set[str] = set()
            for turn in range(kills):
                deriving = turn % 2 == 1
                if deriving:  # all is loaded, nothing is derived: the load goes straight to deriving
                    _unsettle(folder / database, folder)
                kill(folder, database, chance, files, deriving=deriving)
                if not (folder / database).exists():
                    continue
                try:
                    now, bad = half_written(folder / database, wanted)
                except sqlite3.OperationalError:
                    continue  # killed before the tables were there
                wrong += bad
                if before - now:
                    wrong.append(f"{len(before - now)} documents lost")
                before = now
            code, _, err = load(folder, database)
            if code != 1 or "Traceback" in err:  # the empty file is a failure
                wrong.append(f"the rerun ended with {code}: {err[-300:]}")
            return wrong + differences(content_of(folder / database), wanted)

        yield step


def _unsettle(path: Path, folder: Path) -> None:
    if not path.exists():
        load(folder, path.name)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO unsettled (document, stage) SELECT id, 0 FROM documents")


PARTS = (
    Part(
        "kills", "SIGKILL at random moments of a load of 200 files, half while it derives", 200 // KILLS, KILLS, opened
    ),
)
