"""Worker processes and the loader over them: what hangs, dies or eats memory takes only its document; order does not matter."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from corpus.files import Found, files_in
from db.load import dispatch, limits
from db.load.dispatch import load
from db.load.limits import Limits
from db.load.reading import Job, Reading
from db.load.workers import WorkerLost, WorkerPool
from db.load.writer import Outcome
from db.schema.database import open_database, rows
from tests.db.load.test_dispatch import content, plan_file

LIMITS = Limits(seconds=1, megabytes=700, pages=3)


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    pool = WorkerPool(2, megabytes=LIMITS.megabytes)
    yield pool
    pool.shutdown()


# --- what workers do in these tests ----------------------------------------------------------------------------------


def _hang(seconds: float) -> None:
    with limits.time_limit(seconds):
        time.sleep(60)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _eat(path: str) -> int:
    return len(bytearray(2 << 30))


def _die_once(mark: Path, job: Job, allowed: Limits) -> Reading:
    from db.load.reading import read

    if not mark.exists():
        mark.touch()
        _die()
    return read(job, allowed)


class Trapped(Executor):
    """A pool in which files of some names meet with an accident."""

    def __init__(self, pool: WorkerPool, marks: Path) -> None:
        self._pool = pool
        self._marks = marks
        self.submitted: list[str] = []

    def submit(self, fn: Any, /, *args: Any, **_: Any) -> Future[Any]:
        job, allowed = args
        name = Path(job.shown).name
        self.submitted.append(name)
        if name.startswith("hang"):
            return self._pool.submit(_hang, allowed.seconds)
        if name.startswith("die"):
            return self._pool.submit(_die)
        if name.startswith("hiccup"):
            return self._pool.submit(_die_once, self._marks / name, job, allowed)
        return self._pool.submit(fn, job, allowed)


# --- the pool --------------------------------------------------------------------------------------------------------


def test_a_worker_that_ends_fails_its_own_task_and_no_other(pool: WorkerPool) -> None:
    futures: list[Future[Any]] = [
        pool.submit(os.getpid),
        pool.submit(_die),
        *(pool.submit(os.getpid) for _ in range(6)),
    ]
    with pytest.raises(WorkerLost) as lost:
        futures[1].result()
    assert lost.value.place is None
    assert all(isinstance(future.result(), int) for number, future in enumerate(futures) if number != 1)


def test_a_worker_that_hangs_is_ended_and_says_where(pool: WorkerPool) -> None:
    with pytest.raises(WorkerLost) as lost:
        pool.submit(_hang, 0.3).result()
    assert lost.value.place is not None
    assert lost.value.place.startswith("load/test_workers.py:")


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="only Linux limits the data of a process")
def test_a_worker_that_wants_too_much_memory_does_not_get_it(pool: WorkerPool) -> None:
    with pytest.raises(MemoryError):
        pool.submit(_eat, "").result()


def test_ctrl_c_at_the_terminal_does_not_reach_the_workers(pool: WorkerPool) -> None:
    process = pool.submit(os.getpid).result()
    os.kill(process, signal.SIGINT)
    assert os.getpgid(process) != os.getpgid(0)
    assert pool.submit(os.getpid).result() in pool.processes
    assert process in pool.processes


# --- the loader over it ----------------------------------------------------------------------------------------------


def test_what_hangs_or_dies_is_reported_and_retried_once_and_all_others_are_loaded(
    db: Database, tmp_path: Path, pool: WorkerPool
) -> None:
    folder, marks = tmp_path / "plans", tmp_path / "marks"
    folder.mkdir()
    marks.mkdir()
    for number, name in enumerate(("a", "die", "b", "hang", "c", "hiccup", "d")):
        plan_file(folder, f"{name}.txt", str(number + 2))
    trapped = Trapped(pool, marks)
    outcomes = {
        Path(outcome.path).stem: outcome
        for outcome in load(db, files_in([folder]), executor=trapped, allowed=LIMITS, at_once=2)
    }
    assert {name: outcome.error for name, outcome in outcomes.items() if outcome.error} == {
        "die": "worker-lost",
        "hang": "timeout",
    }
    assert {outcome.result for name, outcome in outcomes.items() if not outcome.error} == {"loaded"}
    assert {name: trapped.submitted.count(name) for name in set(trapped.submitted)} == {
        "a.txt": 1, "b.txt": 1, "c.txt": 1, "d.txt": 1, "die.txt": 2, "hang.txt": 2, "hiccup.txt": 2,
    }  # fmt: skip
    assert "1 seconds" in str(outcomes["hang"].message)
    stored = {row["path"]: row["error"] for row in rows(db, "SELECT path, error FROM files")}
    assert sorted(filter(None, stored.values())) == ["timeout", "worker-lost"]


def test_a_pdf_of_too_many_pages_is_refused_before_it_is_read(db: Database, pool: WorkerPool) -> None:
    pdf = Path(__file__).parents[2] / "data/formats/quang-ninh-52-kh-ubnd-2021.pdf"
    (outcome,) = load(db, [Found(pdf, "plan.pdf")], executor=pool, allowed=LIMITS)
    assert outcome.error == "too-many-pages"
    assert "--max-pages" in str(outcome.message)


def _mixed(folder: Path) -> list[Found]:
    """Plans that depend on one another, copies, drafts, the same bytes twice, files that fail."""
    for number in range(5):
        plan_file(folder, f"{number}.txt", str(number + 5))
    (folder / "copy.txt").write_bytes((folder / "3.txt").read_bytes())
    (folder / "0-copy.txt").write_bytes((folder / "3.txt").read_bytes())
    (folder / "empty.txt").touch()
    for path in (*(Path(__file__).parents[3] / "corpus/plans").glob("*.txt"),):
        (folder / path.name).write_bytes(path.read_bytes())
    draft = (folder / "tan-yen-ctr-ubnd-2021.txt").read_text(encoding="utf-8").replace("ngày 20 tháng", "ngày   tháng")
    (folder / "draft.txt").write_text(draft, encoding="utf-8")
    return files_in([folder])


def test_the_rows_are_the_same_with_one_process_and_with_many_in_any_order(
    tmp_path: Path, pool: WorkerPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        dispatch, "_DERIVE_FROM", 3
    )  # so that deriving falls between documents that depend on one another
    folder = tmp_path / "plans"
    folder.mkdir()
    files = _mixed(folder)
    alone = open_database(tmp_path / "alone.db")
    list(load(alone, files))
    wanted = content(alone)
    assert {row["outcome"] for row in wanted["files"]} == {"loaded", "duplicate", "failed"}
    assert wanted["unsettled"] == []
    for seed in range(2):
        other = open_database(tmp_path / f"{seed}.db")
        shuffled = random.Random(seed).sample(files, len(files))
        list(load(other, shuffled, executor=pool, derivers=pool, at_once=2))
        found = content(other)
        for table, many in wanted.items():
            assert found[table] == many, table
        other.close()
    alone.close()


def test_stopping_finishes_what_is_in_hand_and_the_next_run_goes_on(
    db: Database, tmp_path: Path, pool: WorkerPool
) -> None:
    for number in range(60):
        plan_file(tmp_path, f"{number:02}.txt", str(number + 2))
    outcomes: list[Outcome] = []
    for outcome in load(db, files_in([tmp_path]), executor=pool, at_once=2, stop=lambda: len(outcomes) >= 1):
        outcomes.append(outcome)
    assert 1 <= len(outcomes) < 60
    assert {outcome.result for outcome in outcomes} == {"loaded"}
    assert rows(db, "SELECT count(*) AS n FROM documents WHERE plan IS NULL") == [{"n": 0}]
    rest = [outcome.result for outcome in load(db, files_in([tmp_path]), executor=pool, at_once=2)]
    assert (rest.count("unchanged"), rest.count("loaded")) == (len(outcomes), 60 - len(outcomes))


def test_a_load_that_was_cut_off_is_derived_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plans.db"
    folder = tmp_path / "plans"
    folder.mkdir()
    plan_file(folder)
    db = open_database(path)

    def cut(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(dispatch, "derive", cut)
        with pytest.raises(KeyboardInterrupt):
            list(load(db, files_in([folder])))
    db.close()
    db = open_database(path)
    assert rows(db, "SELECT count(*) AS n FROM comparisons") == [{"n": 0}]
    assert [outcome.result for outcome in load(db, files_in([folder]))] == ["unchanged"]
    assert rows(db, "SELECT count(*) AS n FROM comparisons WHERE stance <> 'absent'") == [{"n": 1}]
    db.close()


def test_a_file_that_changes_while_it_is_loaded_is_read_as_it_is_then(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = plan_file(tmp_path, value="8")
    real = dispatch.fingerprints

    def late(files: Any) -> Iterator[dispatch.Fingerprint]:
        for print_ in list(real(files)):
            plan_file(tmp_path, value="7")
            yield print_

    monkeypatch.setattr(dispatch, "fingerprints", late)
    assert [outcome.result for outcome in load(db, files_in([path]))] == ["loaded"]
    assert rows(db, "SELECT value FROM targets") == [{"value": 7}]


def test_no_transaction_is_open_while_the_loader_waits_or_speaks(tmp_path: Path, pool: WorkerPool) -> None:
    """Reviewers write decisions during a load of hours."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(4):
        plan_file(folder, f"{number}.txt", str(number + 2))
    path = tmp_path / "out.db"
    db = open_database(path)
    other = sqlite3.connect(path, timeout=0.2)
    for _ in load(db, files_in([folder]), executor=pool, at_once=2):
        other.execute("INSERT INTO reviews (finding, state, decided_at) VALUES ('x', 'accepted', '2024')")
        other.commit()
    assert rows(db, "SELECT count(*) AS n FROM reviews") == [{"n": 4}]
    other.close()
    db.close()
