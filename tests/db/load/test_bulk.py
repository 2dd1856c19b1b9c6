"""A load as people start it: the command in a process of its own, Ctrl-C, the log, JSON, refreshing, watching."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from db.schema.database import open_existing, rows
from kehoach import main
from tests.conftest import PLANS, ROOT
from tests.db.load.test_dispatch import plan_file


@contextmanager
def kehoach(*arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kehoach", *map(str, arguments)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def rest_of(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What a process prints and complains of to its end, behind the lines that were read already.

    `communicate` reads past the stream, and so loses what a `readline` before it took into the stream's buffer.
    """
    assert process.stdout is not None
    assert process.stderr is not None
    out = process.stdout.read()
    err = process.stderr.read()
    process.wait(timeout=60)
    return out, err


def finished(*arguments: str | Path) -> tuple[int, str, str]:
    """The command in this process: what needs no signals is faster so."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def many(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True)
    for number in range(count):
        plan_file(folder, f"{number:03}.txt", str(number + 2))
    return folder


# Folders in folders, so that what is printed of few files does not fit into a pipe: a load of them cannot end before its lines are read.
DEEP, NO_PIPE_HOLDS = "/".join(["-" * 200] * 10), 48


def wait_for(lines: Iterator[str], words: str) -> str:
    return next(line for line in lines if words in line)


def test_json_lines_and_the_log_have_one_line_a_file(tmp_path: Path) -> None:
    folder = many(tmp_path / "plans", 4)
    (folder / "empty.txt").touch()
    code, out, err = finished("load", folder, "--db", tmp_path / "a.db", "--format", "json")
    outcomes = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert sorted((Path(one["path"]).name, one["result"], one["error"]) for one in outcomes) == [
        *((f"{number:03}.txt", "loaded", None) for number in range(4)),
        ("empty.txt", "failed", "empty"),
    ]
    assert err.count("empty.txt") == 1
    log = [line.split("\t") for line in (tmp_path / "a.db.log").read_text(encoding="utf-8").splitlines()]
    assert sorted((Path(line[3]).name, line[1]) for line in log) == sorted(
        (Path(one["path"]).name, one["result"]) for one in outcomes
    )
    assert {len(line) for line in log} == {6}
    code, out, _ = finished("load", folder, "--db", tmp_path / "a.db", "-q", "--log", tmp_path / "b.log")
    assert out.count("\n") == 1
    assert "4 không thay đổi (unchanged), 1 lỗi (failed)" in out
    assert len((tmp_path / "b.log").read_text(encoding="utf-8").splitlines()) == 5


def test_ctrl_c_finishes_what_is_in_hand_says_where_it_stands_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder = many(tmp_path / "plans" / DEEP, NO_PIPE_HOLDS)
    arguments = ("load", folder, "--db", tmp_path / "a.db", "--format", "json", "--workers", "1")
    with kehoach(*arguments) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, _ = rest_of(process)
    assert process.returncode == 130
    done = 1 + len(out.splitlines())
    assert done < NO_PIPE_HOLDS
    db = open_existing(tmp_path / "a.db")
    assert rows(db, "SELECT count(*) AS n FROM documents") == [{"n": done}]
    assert rows(db, "SELECT count(*) AS n FROM unsettled") == [{"n": 0}]
    db.close()
    code, out, _ = finished("load", folder, "--db", tmp_path / "a.db")
    assert code == 0
    assert (
        f"{NO_PIPE_HOLDS} tệp / files: {NO_PIPE_HOLDS - done} đã nạp (loaded), {done} không thay đổi (unchanged)" in out
    )


def test_a_loader_that_is_killed_leaves_no_worker_behind_and_nothing_half_written(tmp_path: Path) -> None:
    folder = many(tmp_path / "plans" / DEEP, NO_PIPE_HOLDS)
    with kehoach("load", folder, "--db", tmp_path / "a.db", "--format", "json", "--workers", "2") as process:
        assert process.stdout is not None
        process.stdout.readline()
        workers = descendants(process.pid)
        assert workers
        process.kill()
    for _ in range(50):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            break
        time.sleep(0.1)
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    code, _, _ = finished("load", folder, "--db", tmp_path / "a.db", "-q")
    assert code == 0
    db = open_existing(tmp_path / "a.db")
    assert rows(db, "PRAGMA foreign_key_check") == []
    counts = rows(db, "SELECT count(*) AS n, count(DISTINCT sha256) AS distinct_n, count(plan) AS plans FROM documents")
    assert counts == [{"n": NO_PIPE_HOLDS, "distinct_n": NO_PIPE_HOLDS, "plans": NO_PIPE_HOLDS}]
    db.close()


def descendants(process: int) -> list[int]:
    """The processes that a process started, and those that they did; one that ends meanwhile has none."""
    found = []
    with suppress(FileNotFoundError, ProcessLookupError):
        for task in Path(f"/proc/{process}/task").iterdir():
            with suppress(FileNotFoundError, ProcessLookupError):
                for child in map(int, (task / "children").read_text().split()):
                    found += [child, *descendants(child)]
    return found


def test_refresh_reads_again_what_an_older_version_read_from_wherever_it_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(PLANS, tmp_path / "plans")
    with monkeypatch.context() as there:
        there.chdir(tmp_path)
        assert finished("load", "plans", "--db", "a.db", "-q")[0] == 0
    db = open_existing(tmp_path / "a.db")
    db.conn.execute("UPDATE documents SET version = 'older' WHERE slug LIKE '%yen%' OR slug LIKE '%duc-co%'")
    db.conn.commit()
    db.close()
    (tmp_path / "plans/duc-co-kh-2022.txt").unlink()
    code, out, _ = finished("load", "--refresh", "--db", tmp_path / "a.db")
    assert code == 0
    assert "1 tệp / files: 1 đã nạp (loaded)" in out
    db = open_existing(tmp_path / "a.db")
    assert rows(db, "SELECT count(*) AS n FROM documents WHERE version = 'older'") == [{"n": 1}]
    assert rows(db, "SELECT count(*) AS n, count(document) AS held, count(error) AS errors FROM files") == [
        {"n": 5, "held": 5, "errors": 0}
    ]
    db.close()


def test_a_watched_folder_is_loaded_and_what_arrives_in_it(tmp_path: Path) -> None:
    folder = many(tmp_path / "plans", 1)
    with kehoach("watch", folder, "--db", tmp_path / "a.db", "--quiet-for", "0.3", "--workers", "1") as process:
        assert process.stderr is not None
        lines = iter(process.stderr)
        wait_for(lines, "watching")
        plan_file(folder, "new.txt", "99")
        (folder / "~$new.txt").touch()
        (folder / "below").mkdir()
        plan_file(folder / "below", "deep.txt", "98")
        seen = {wait_for(lines, "✓").split()[1] for _ in range(2)}
        assert {Path(name).name for name in seen} == {"new.txt", "deep.txt"}
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "3 tệp / files: 3 đã nạp (loaded)" in out
    assert not os.path.exists(tmp_path / "a.db-wal")
