"""Several processes on one database: loads take turns, decisions and corrections during a load are kept, readers read on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.files import files_in
from db.load import lock
from db.load.derive import derive, waiting
from db.load.dispatch import load
from db.review import corrections, decisions
from db.schema.database import DatabaseError, open_database, open_existing, open_to_read, rows, transaction
from kehoach import main
from tests.conftest import ROOT, few_units
from tests.plans import CARRYING, TAIL

BODY = "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- {}% trẻ em dưới 1 tuổi được tiêm đầy đủ 8 loại vắc xin vào năm 2025.\n"


def plans(folder: Path, numbers: range) -> Path:
    """A folder of small plans that differ in number and value."""
    folder.mkdir()
    for number in numbers:
        head = CARRYING.replace("12/KH-UBND", f"{number}/KH-UBND")
        (folder / f"{number}.txt").write_text(head + BODY.format(number) + TAIL, encoding="utf-8")
    return folder


def started(*arguments: str | Path) -> subprocess.Popen[str]:
    """A command of the program in a process of its own."""
    command = [sys.executable, "-m", "kehoach", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ended(process: subprocess.Popen[str]) -> str:
    """What it said on standard error, once it has ended well."""
    _, said = process.communicate(timeout=300)
    assert process.returncode == 0, said
    return said


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of one plan, loaded and derived."""
    folder = tmp_path_factory.mktemp("made")
    path = folder / "plans.db"
    with closing(open_database(path)) as db:
        list(load(db, files_in([plans(folder / "first", range(50, 51))])))
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def database(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(made, tmp_path))


def test_two_loads_at_once_take_turns_and_load_everything(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    folders = [plans(tmp_path / "a", range(10, 14)), plans(tmp_path / "b", range(20, 24))]
    both = [started("load", "-q", "--workers", "1", folder, "--db", path) for folder in folders]
    for process in both:
        assert "Traceback" not in ended(process)
    with closing(open_to_read(path)) as db:
        assert rows(db, "SELECT count(*) AS n FROM documents WHERE plan = id") == [{"n": 8}]
        assert rows(db, "SELECT count(DISTINCT document) AS n FROM findings") == [{"n": 8}]
        assert waiting(db) == 0


def test_a_load_says_whose_load_it_waits_for_or_that_it_does_not(tmp_path: Path, database: Path) -> None:
    folder = plans(tmp_path / "a", range(10, 11))
    with lock.held(database):
        refused = CliRunner().invoke(main, ["load", "--no-wait", str(folder), "--db", str(database)])
        assert refused.exit_code == 2
        said = " ".join(refused.stderr.split())
        assert f", {os.getpid()}, " in said
        assert "another load is at work" in said
        waits = started("load", "-q", "--workers", "1", folder, "--db", database)
        assert waits.stderr is not None
        line = waits.stderr.readline()
        assert "chờ đến lượt" in line
        assert f", {os.getpid()}, " in line
        assert waits.poll() is None
    ended(waits)
    with closing(open_to_read(database)) as db:
        assert rows(db, "SELECT count(*) AS n FROM documents") == [{"n": 2}]


def test_several_processes_may_make_one_database(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    code = "import sys; from pathlib import Path; from db.schema.database import open_database; open_database(Path(sys.argv[1])).close()"
    made = [
        subprocess.Popen([sys.executable, "-c", code, path], cwd=ROOT, text=True, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [process.communicate()[1] for process in made] == [""] * 4


def test_decisions_and_corrections_during_a_load_are_never_refused(tmp_path: Path, database: Path) -> None:
    loads = started("load", "-q", "--workers", "1", plans(tmp_path / "a", range(60, 80)), "--db", database)
    decided = 0
    with closing(open_existing(database)) as db:
        key = rows(db, "SELECT key FROM findings")[0]["key"]
        target = rows(db, "SELECT id FROM targets")[0]["id"]
        while loads.poll() is None:
            decided += 1
            said = decisions.Decision(state=("accepted", "dismissed")[decided % 2], note=str(decided))
            decisions.decide(db, [key], said)
            derive(db, [corrections.correct(db, "targets", target, "value", str(decided))])
            time.sleep(0.1)  # more than a room full of people decides
        ended(loads)
        assert decided > 10
        assert rows(db, "SELECT count(*) AS n, max(CAST(note AS INTEGER)) AS last FROM reviews") == [
            {"n": decided, "last": decided}
        ]
        assert rows(db, "SELECT value FROM targets WHERE id = ?", [target]) == [{"value": decided}]
        assert rows(db, "SELECT value FROM comparisons WHERE target = ?", [target]) == [{"value": decided}]
        assert rows(db, "SELECT count(*) AS n FROM documents WHERE plan = id") == [{"n": 21}]
        assert waiting(db) == 0


def test_what_is_computed_from_a_plan_that_was_corrected_meanwhile_is_not_written(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One computes, another corrects and derives, the first comes to write what it has computed: too old, it must not count."""
    from db.comparison import compare

    with closing(open_existing(database)) as loader, closing(open_existing(database)) as reviewer:
        document = rows(loader, "SELECT id FROM documents")[0]["id"]
        target = rows(loader, "SELECT id FROM targets")[0]["id"]
        computing = compare.compute

        def corrected_meanwhile(*arguments: object) -> object:
            found = computing(*arguments)  # type: ignore[arg-type]
            monkeypatch.undo()
            derive(reviewer, [corrections.correct(reviewer, "targets", target, "value", "99")])
            return found

        monkeypatch.setattr(compare, "compute", corrected_meanwhile)
        derive(loader, [document])
        assert rows(loader, "SELECT value FROM comparisons WHERE target = ?", [target]) == [{"value": 99}]


def test_a_transaction_writes_from_its_beginning(database: Path) -> None:
    """One that reads first, then writes, is not refused because another wrote in between: the other waits."""
    with closing(open_existing(database)) as one, closing(sqlite3.connect(database, timeout=0)) as other:
        with transaction(one):
            rows(one, "SELECT count(*) FROM rules")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("DELETE FROM rules")
            one.conn.execute("DELETE FROM rules WHERE position = 0")
        other.execute("DELETE FROM rules WHERE position = 1")


# --- reading alone ---------------------------------------------------------------------------------------------------


@contextmanager
def unprivileged() -> Iterator[None]:
    """As a user who may not write other people's files, also where tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def small(database: Path) -> None:
    """The database with few units."""
    with closing(sqlite3.connect(database)) as connection:
        few_units(connection)


@pytest.fixture
def read_only(database: Path) -> Iterator[Path]:
    """The database in a folder where nobody may write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "db"
        folder.mkdir()
        path = folder / "plans.db"
        shutil.copy(database, path)
        path.chmod(0o444)
        folder.chmod(0o555)
        Path(name).chmod(0o755)
        yield path
        folder.chmod(0o755)


@pytest.mark.parametrize("command", ["compare", "check", "coverage", "cascade", "export"])
def test_commands_that_read_need_not_write_the_database(
    small: None, database: Path, read_only: Path, tmp_path: Path, command: str
) -> None:
    before = read_only.read_bytes()
    # Once as who we are: what is imported late may stand where the other may not read.
    CliRunner().invoke(main, [command, *([f"{tmp_path}/xuat"] if command == "export" else []), "--db", str(database)])
    with tempfile.TemporaryDirectory() as out:
        Path(out).chmod(0o777)
        arguments = [command, *([f"{out}/xuat"] if command == "export" else []), "--db", str(read_only)]
        with unprivileged():
            result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert read_only.read_bytes() == before
    assert [path.name for path in read_only.parent.iterdir()] == ["plans.db"]


def test_an_older_database_that_cannot_be_written_is_one_line(read_only: Path) -> None:
    read_only.parent.chmod(0o755)
    read_only.chmod(0o644)
    with closing(sqlite3.connect(read_only)) as connection:
        connection.execute("PRAGMA application_id = 7")
        connection.commit()
    for left in read_only.parent.glob("*-*"):
        left.unlink()
    read_only.chmod(0o444)
    read_only.parent.chmod(0o555)
    with unprivileged(), pytest.raises(DatabaseError, match="made by an older version"):
        open_to_read(read_only)


def test_a_command_that_reads_brings_an_older_database_up_to_date(database: Path) -> None:
    with closing(open_database(database)) as db:
        db.conn.execute("DROP VIEW finding")
        db.conn.execute("PRAGMA application_id = 7")
    with closing(open_to_read(database)) as db:
        assert rows(db, "SELECT count(*) AS n FROM finding")
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            db.conn.execute("DELETE FROM documents")
