"""Loads that are stopped from outside: signals, a full disk, killed programs. One line is said, nothing is lost, the next run goes on."""

from __future__ import annotations

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
from sqlite_utils import Database

from corpus.files import Found
from db.load import limits
from db.load.dispatch import load
from db.load.limits import Limits
from db.load.log import log
from db.load.workers import WorkerLost, WorkerPool
from db.load.writer import Outcome
from db.schema.database import open_existing, rows
from extract import scratch
from extract.errors import DamagedFile
from extract.readers.word import office
from tests.conftest import ROOT
from tests.db.load.test_bulk import DEEP, NO_PIPE_HOLDS, descendants, finished, many, rest_of
from tests.db.load.test_dispatch import plan_file, run


@contextmanager
def started(folder: Path, *arguments: str | Path, limit: str = "") -> Iterator[subprocess.Popen[str]]:
    """`kehoach load` in a session and a temporary folder of its own."""
    (folder / "tmp").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "kehoach", "load", *map(str, arguments)]
    process = subprocess.Popen(
        ["sh", "-c", f'{limit} exec "$@"', "sh", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(folder / "tmp")},
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def left_over(folder: Path) -> list[str]:
    return [path.name for path in (folder / "tmp").glob("*kehoach_*")]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_service_that_is_ended_finishes_what_is_in_hand_and_the_next_run_goes_on(tmp_path: Path, name: str) -> None:
    """systemd sends the signal to all processes of the service at once."""
    folder = many(tmp_path / "plans" / DEEP, NO_PIPE_HOLDS)
    arguments = (folder, "--db", tmp_path / "a.db", "--format", "json", "--workers", "2")
    with started(tmp_path, *arguments) as process:
        assert process.stdout is not None
        process.stdout.readline()
        for one in (process.pid, *descendants(process.pid)):
            with suppress(ProcessLookupError):  # one that has ended meanwhile
                os.kill(one, getattr(signal, name))
        out, err = rest_of(process)
    assert (process.returncode, err) == (130, "")
    done = 1 + len(out.splitlines())
    assert done < NO_PIPE_HOLDS
    assert left_over(tmp_path) == []
    db = open_existing(tmp_path / "a.db")
    assert rows(db, "SELECT count(*) AS n, count(error) AS errors FROM files") == [{"n": done, "errors": 0}]
    db.close()
    assert finished("load", *arguments[:3], "-q")[0] == 0


def test_a_load_that_is_killed_leaves_folders_that_the_next_one_sweeps(tmp_path: Path) -> None:
    folder = many(tmp_path / "plans" / DEEP, NO_PIPE_HOLDS)
    arguments = (folder, "--db", tmp_path / "a.db", "--format", "json", "--workers", "1")
    with started(tmp_path, *arguments) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    assert left_over(tmp_path)
    with started(tmp_path, *arguments) as process:
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert left_over(tmp_path) == []


def test_a_folder_in_use_is_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "tmp_kehoach_of_the_dead").mkdir()
    (tmp_path / "kehoach-of-another-version").mkdir()
    with scratch.scratch() as folder:
        assert scratch.sweep() == 1
        assert {path.name for path in tmp_path.iterdir()} == {
            folder.name, f"{folder.name}.lock", "kehoach-of-another-version",
        }  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["kehoach-of-another-version"]


def test_a_link_is_not_followed_by_a_sweep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/plan.txt").write_text("x", encoding="utf-8")
    (tmp_path / "tmp/tmp_kehoach_a").symlink_to(tmp_path / "mine")
    (tmp_path / "tmp/tmp_kehoach_b").mkdir()
    (tmp_path / "tmp/tmp_kehoach_b.lock").symlink_to(tmp_path / "mine/plan.txt")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    assert scratch.sweep() == 0
    assert (tmp_path / "mine/plan.txt").read_text(encoding="utf-8") == "x"


def test_a_lock_whose_folder_is_gone_is_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp_kehoach_a.lock").touch()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert scratch.sweep() == 0
    assert list(tmp_path.iterdir()) == []


# --- a full disk -----------------------------------------------------------------------------------------------------


def test_a_full_disk_is_one_line_and_what_was_loaded_is_kept(tmp_path: Path) -> None:
    folder = many(tmp_path / "plans", 14)
    for number, path in enumerate(folder.iterdir()):
        filler = "".join(f"- Tổ chức hội nghị số {number}-{line} về công tác trẻ em.\n" for line in range(3000))
        path.write_text(
            path.read_text(encoding="utf-8").replace("\nI. MỤC TIÊU", f"\n{filler}I. MỤC TIÊU"), encoding="utf-8"
        )
    assert finished("load", folder / "000.txt", "--db", tmp_path / "a.db", "-q")[0] == 0
    room = (tmp_path / "a.db").stat().st_size // 512
    arguments = (folder, "--db", tmp_path / "a.db", "-q", "--workers", "1")
    with started(tmp_path, *arguments, limit=f"ulimit -f {room};") as process:
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.count("\n") == 1
    assert "the disk is full" in err
    code, out, _ = finished("load", folder, "--db", tmp_path / "a.db", "-q")
    assert code == 0
    assert "14 tệp / files" in out
    db = open_existing(tmp_path / "a.db")
    assert rows(db, "SELECT count(*) AS n, count(plan) AS plans FROM documents") == [{"n": 14, "plans": 14}]
    db.close()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="a device of Linux")
def test_a_log_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    plan = plan_file(tmp_path)
    code, _, err = finished("load", plan, "--db", tmp_path / "a.db", "-q", "--log", "/dev/full")
    assert code == 1
    assert err.count("\n") == 1
    assert "/dev/full" in err
    assert Path("/dev/full").is_char_device()


def test_a_second_load_writes_behind_the_log_of_the_running_one(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    for name in ("before", "now"):
        with log(path) as first:
            first(Outcome(path=name, result="loaded"))
            with log(path) as second:
                second(Outcome(path=f"{name} too", result="loaded"))
            first(Outcome(path=f"{name} again", result="loaded"))
    assert [line.split("\t")[3] for line in path.read_text().splitlines()] == ["now", "now too", "now again"]
    before = path.with_name("a.log.1").read_text().splitlines()
    assert [line.split("\t")[3] for line in before] == ["before", "before too", "before again"]


# --- programs of others ----------------------------------------------------------------------------------------------


def _program(folder: Path, script: str) -> None:
    """LibreOffice, as far as we can tell."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def _read_with(folder: Path, seconds: float) -> None:
    os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"
    with limits.time_limit(seconds):
        office.read(b"{\\rtf1 x}", "rtf")


def _gone(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] == "Z"
    except OSError:
        return True


def test_a_program_ends_with_its_document_when_the_time_of_that_runs_out(tmp_path: Path) -> None:
    _program(tmp_path, f'sleep 300 & echo $! > "{tmp_path}/pid"; wait')
    pool = WorkerPool(1)
    with pytest.raises(WorkerLost):
        pool.submit(_read_with, tmp_path, 1.0).result()
    pool.shutdown()
    process = int((tmp_path / "pid").read_text())
    for _ in range(50):
        if _gone(process):
            break
        time.sleep(0.1)
    assert _gone(process)


def test_a_program_that_takes_too_long_ends_with_what_it_has_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, f'sleep 300 & echo $! > "{tmp_path}/pid"; wait')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(office, "TIMEOUT", 0.5)
    with pytest.raises(DamagedFile):
        office.read(b"{\\rtf1 x}", "rtf")
    assert _gone(int((tmp_path / "pid").read_text()))


def test_a_document_whose_program_was_killed_is_read_again(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made.docx"
    shutil.copy(ROOT / "tests/data/formats/duc-co-kh-2022.docx", made)
    _program(
        tmp_path,
        f'if mkdir "{tmp_path}/seen" 2>/dev/null; then kill -9 $$; fi\n'
        'while [ "$1" != "--outdir" ]; do shift; done\n'
        f'mkdir -p "$2" && cp "{made}" "$2/plan.docx"',
    )
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 x}")
    stopped = load(
        db, [Found(tmp_path / "a.rtf", "a.rtf")], allowed=Limits(), stop=lambda: (tmp_path / "seen").exists()
    )
    assert list(stopped) == []
    assert rows(db, "SELECT * FROM files") == []
    shutil.rmtree(tmp_path / "seen")
    (outcome,) = run(db, tmp_path / "a.rtf")
    assert (outcome.result, outcome.error) == ("loaded", None)
