"""The process that runs people's SQL, by itself, and what is said of a request that raised: each bound where nothing else stands behind it."""

from __future__ import annotations

import asyncio
import json
import marshal
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from datasette.database import QueryInterrupted
from datasette.utils import InvalidSql
from datasette.utils.asgi import BadRequest, NotFound, Request
from datasette.views.base import DatasetteError

from db.site.guard import faults, free_sql, sql_worker
from db.site.guard.forms import Refused
from db.site.guard.free_sql import Asked, FreeSQL, _Process
from db.site.guard.gate import FAULT

N = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT "
ENDLESS = f"{N}count(*) FROM n"
QUADRATIC = "SELECT instr(zeroblob(8000000), zeroblob(4000000) || 'x')"
# Seconds after which what should have ended long ago is taken to hang.
PATIENCE = 20


@pytest.fixture
def database(tmp_path: Path) -> Path:
    with closing(sqlite3.connect(tmp_path / "a.db")) as db:
        db.execute("CREATE TABLE a (x)")
        db.commit()
    return tmp_path / "a.db"


class Worker:
    """The process, with other bounds if any are given, ended where it does not end by itself."""

    def __init__(self, database: Path, **bounds: Any) -> None:
        folder = Path(sql_worker.__file__).parent
        changed = "".join(f"; w.{name} = {value}" for name, value in bounds.items())
        code = f"import sys; sys.path.insert(0, {str(folder)!r}); import sql_worker as w{changed}; w.main()"
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", code, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def __call__(self, *statements: str, seconds: float = 5, rows: int = 10, **parameters: str) -> list[Any]:
        """The answers; fewer where the process ended over one."""
        assert self.process.stdin is not None
        for sql in statements:
            asked = {"sql": sql, "parameters": parameters, "rows": rows, "seconds": seconds}
            sql_worker.send(self.process.stdin, asked)
        try:
            out, _ = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise
        found = []
        while out:
            (size,) = sql_worker._HEAD.unpack(out[:8])
            found.append(marshal.loads(out[8 : 8 + size]))
            out = out[8 + size :]
        return found


@pytest.fixture
def worker(database: Path) -> Worker:
    return Worker(database)


def test_what_is_bounded_is_refused_and_what_is_not_is_answered(worker: Worker) -> None:
    bounded = {
        "length": "SELECT length(zeroblob(9000000))",
        "statement": "SELECT '" + "x" * sql_worker.LONGEST_SQL + "'",
        "pattern": f"SELECT 'x' LIKE '{'%' * (sql_worker.LONGEST_PATTERN + 1)}'",
        "depth": "SELECT " + "+".join("1" * 300),
        "another database": "ATTACH ':memory:' AS b",
        "two": "SELECT 1; SELECT 2",
        "nothing in it": "SELECT '\0'",
        "writes": "INSERT INTO a VALUES (1)",
        "none": "SELECT * FROM none",
    }
    said = worker(*bounded.values())
    assert {name: answer[0] for name, answer in zip(bounded, said, strict=True)} == dict.fromkeys(bounded, "error")


def test_answers_are_as_they_stand_within_their_size(worker: Worker) -> None:
    said = worker(
        "SELECT CAST(x'61ff' AS TEXT) AS a",
        f"{N}x FROM n",
        f"{N}zeroblob(4000000) FROM n LIMIT 9",
        "PRAGMA temp_store",
        "PRAGMA query_only",
        "SELECT escape_fts('a \"b')",
        "SELECT :x",
        "",
        x="7",
    )
    assert said == [
        ("rows", ["a"], [("a\ufffd",)], False),
        ("rows", ["x"], [(number,) for number in range(1, 11)], True),
        ("large",),
        ("rows", ["temp_store"], [(2,)], False),
        ("rows", ["query_only"], [(1,)], False),
        ("rows", ["escape_fts('a \"b')"], [('"a" """b"',)], False),
        ("rows", [":x"], [("7",)], False),
        ("rows", [], [], False),
    ]


def test_a_statement_ends_at_its_time_and_the_process_with_it_only_where_it_must(database: Path) -> None:
    assert Worker(database)(ENDLESS, "SELECT 1", seconds=0.1) == [("long",), ("rows", ["1"], [(1,)], False)]
    hangs = Worker(database, GRACE=0.1)
    assert hangs(QUADRATIC, seconds=0.1) == []
    assert hangs.process.returncode == -signal.SIGALRM


def test_memory_is_bounded(database: Path) -> None:
    distinct = f"{N}count(*) FROM (SELECT DISTINCT x, zeroblob(9999) || x FROM n)"
    assert Worker(database, MEMORY=150 * 2**20)(distinct) == [("large",)]


# --- from the site's side --------------------------------------------------------------------------------------------


@pytest.fixture
def free(database: Path) -> Iterator[FreeSQL]:
    made = FreeSQL(database, seconds=0.1, rows=10)
    yield made
    made.close()


def run(free: FreeSQL, sql: str, person: str = "lan") -> Any:
    return asyncio.run(free.run(Asked(sql, person), {})).first()[0]


def process_of(free: FreeSQL) -> subprocess.Popen[bytes]:
    run(free, "SELECT 1")
    (idle,) = free._idle
    return idle._process


def test_its_process_is_small_and_behind_the_pages_and_ends_with_the_site(free: FreeSQL) -> None:
    process = process_of(free)
    assert resource.prlimit(process.pid, resource.RLIMIT_AS) == (sql_worker.MEMORY, sql_worker.MEMORY)
    assert os.getpriority(os.PRIO_PROCESS, process.pid) == min(19, os.getpriority(os.PRIO_PROCESS, 0) + 5)
    assert os.getpgid(process.pid) != os.getpgid(0)
    process.send_signal(signal.SIGINT)
    assert run(free, "SELECT 2") == 2
    assert process_of(free) is process
    free.close()
    assert process.poll() == 0


def test_a_limit_does_not_outlive_its_statement(free: FreeSQL) -> None:
    process = process_of(free)
    time.sleep(0.7)
    assert process.poll() is None


def test_a_process_that_was_ended_while_it_waited_is_left(free: FreeSQL) -> None:
    process = process_of(free)
    process.kill()
    process.wait()
    assert run(free, "SELECT 2") == 2


def test_a_process_that_ends_over_a_statement_is_said_and_left(database: Path) -> None:
    process = _Process(database)
    process._process.kill()
    process._process.wait()
    assert process.ask({"sql": "SELECT 1", "parameters": {}, "rows": 1, "seconds": 1.0}) is None
    assert process.ended() == -signal.SIGKILL


@pytest.mark.parametrize(("how", "said"), [(signal.SIGALRM, free_sql.LONG), (signal.SIGKILL, free_sql.LARGE)])
def test_why_a_process_ended_is_said(
    free: FreeSQL, monkeypatch: pytest.MonkeyPatch, how: signal.Signals, said: str
) -> None:
    def ask(self: _Process, _: Any) -> None:
        self._process.send_signal(how)

    # Its answer to a signal is the system's own only once it has begun.
    process_of(free)
    monkeypatch.setattr(_Process, "ask", ask)
    with pytest.raises(Refused, match=said.partition(";")[0]):
        run(free, "SELECT 1")
    assert free._idle == []
    assert free._running == set()


def test_which_requests_are_statements() -> None:
    assert free_sql.is_free("/kehoach", "sql=select+1")
    assert free_sql.is_free("/x/kehoach.json", "a=1&sql=")
    assert not free_sql.is_free("/search", "sql=select+1")
    assert not free_sql.is_free("/kehoach", "q=sql")


def test_a_long_statement_from_elsewhere_is_shown_in_part() -> None:
    page = free_sql.Elsewhere(f"sql={'x' * 5000}&a=%22%3E").page()
    assert f"<pre>{'x' * 2000}</pre>" in page
    assert '">Chạy' in page


# --- what is said of what was raised ---------------------------------------------------------------------------------


def told(error: Exception, path: str = "/kehoach/a.json") -> tuple[int, str]:
    """The status and words of an answer in JSON, which needs no site."""
    site: Any = SimpleNamespace()
    answer = asyncio.run(faults.answer(site, Request.fake(path), error))
    return answer.status, json.loads(answer.body)["error"]


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (QueryInterrupted(Exception("bí mật"), "select 1", {}), 503, "Truy vấn vượt thời gian"),
        (Refused(429, "Hãy đợi. / Wait."), 429, "Hãy đợi. / Wait."),
        (DatasetteError("no such column", status=500), 400, "no such column"),
        (DatasetteError("<b>bí mật</b>", status=404, message_is_html=True), 404, "Không có trang này"),
        (NotFound("bí mật"), 404, "Không có trang này"),
        (BadRequest("a is no number"), 400, "a is no number"),
        (InvalidSql("must be a SELECT"), 400, "must be a SELECT"),
        (sqlite3.OperationalError("no such table"), 400, "no such table"),
        (ValueError("bí mật"), 400, "ValueError"),
        (ZeroDivisionError("bí mật"), 500, FAULT),
    ],
)
def test_what_became_of_a_request_that_raised(
    error: Exception, status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given, said = told(error)
    assert given == status
    assert said.startswith(words)
    log = capsys.readouterr().err
    assert log.startswith(f"{status} GET /kehoach/a.json")
    assert "bí mật" not in said + log


def test_what_our_own_pages_misread_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(ValueError("bí mật"), "/plans.json") == (500, FAULT)
    assert "ValueError" in capsys.readouterr().err


def test_a_line_of_the_log_is_short_and_holds_no_signs_of_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(NotFound(), "/\x1b[31m" + "é" * 5000 + ".json")[0] == 404
    said = capsys.readouterr().err
    assert said.isascii()
    assert "\x1b" not in said
    assert len(said) < 1500
