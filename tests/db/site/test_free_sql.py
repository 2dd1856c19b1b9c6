"""SQL of people's own: it reads, in bounds, in processes of its own, asked for by the person and by no page elsewhere."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from db.site.guard import free_sql, sql_worker
from db.site.guard.forms import Refused
from db.site.guard.free_sql import Asked, FreeSQL
from tests.db.site.client import REVIEWER, Person

# What gets past a limit on time alone: one call each that takes very long or very much room.
COSTLY = {
    "blob": "SELECT hex(zeroblob(1000000000))",
    "random": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(randomblob(8000000)) FROM n",
    "quadratic": "SELECT instr(zeroblob(8000000), zeroblob(4000000) || 'x')",
    "endless": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
    "memory": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM (SELECT DISTINCT x, zeroblob(9999) || x FROM n)",
    "joined": "SELECT count(*) FROM targets a, targets b, targets c, targets d, targets e",
    "wide": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 99) SELECT zeroblob(8000000) FROM n",
}  # fmt: skip


@pytest.fixture
def free(site_database: Path) -> Iterator[FreeSQL]:
    made = FreeSQL(site_database, seconds=0.3, rows=10)
    yield made
    made.close()


def run(free: FreeSQL, sql: str, person: str = "lan", **parameters: str) -> Any:
    return asyncio.run(free.run(Asked(sql, person), parameters))


@pytest.mark.parametrize("sql", COSTLY.values(), ids=COSTLY)
def test_what_costs_much_is_ended_and_the_next_statement_runs(free: FreeSQL, sql: str) -> None:
    with pytest.raises((Refused, sqlite3.OperationalError)):
        run(free, sql)
    assert [tuple(row) for row in run(free, "SELECT :a", a="1").rows] == [("1",)]


@pytest.mark.parametrize(
    "sql", ["SELECT length(printf('%1000000000d', 1))", f"SELECT hex(zeroblob(4000000)) LIKE '{'%0' * 90}%1'"]
)
def test_what_looks_costly_is_answered_or_ended(free: FreeSQL, sql: str) -> None:
    with suppress(Refused, sqlite3.OperationalError):
        assert run(free, sql).first()[0] in (None, 0)
    assert run(free, "SELECT 1").first()[0] == 1


@pytest.mark.parametrize("module", ["struct", "sitecustomize"])
def test_the_process_loads_no_module_of_others(
    site_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    seen = tmp_path / "seen"
    (tmp_path / f"{module}.py").write_text(f"open({str(seen)!r}, 'w')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    made = FreeSQL(site_database, seconds=5, rows=10)
    try:
        assert run(made, "SELECT 1").first()[0] == 1
    finally:
        made.close()
    assert not seen.exists()


def test_rows_are_as_datasette_wants_them(free: FreeSQL) -> None:
    found = run(
        free, "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 11) SELECT x, x'ff' b FROM n"
    )
    assert found.columns == ["x", "b"]
    assert found.truncated
    assert len(found) == 10
    assert found.rows[1]["x"] == 2
    assert found.rows[1][1] == b"\xff"
    assert not run(free, "SELECT 1").truncated
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        run(free, "SELECT * FROM none_such")
    with pytest.raises(sqlite3.OperationalError, match=r"readonly|authorized|attached"):
        run(free, "DELETE FROM targets")
    with pytest.raises(sqlite3.OperationalError):
        run(free, "ATTACH '/etc/passwd' AS x")
    with pytest.raises(sqlite3.OperationalError):
        run(free, "SELECT " + "1+" * sql_worker.LONGEST_SQL + "1")


def test_one_statement_a_person_at_a_time_and_few_that_wait(free: FreeSQL) -> None:
    async def ask(persons: list[str]) -> list[str]:
        asked = [free.run(Asked(COSTLY["endless"], person), {}) for person in persons]
        return [str(one) for one in await asyncio.gather(*asked, return_exceptions=True)]

    said = asyncio.run(ask(["lan", "lan", "minh"]))
    assert sorted(said) == sorted([free_sql.LONG, free_sql.BUSY, free_sql.LONG])
    many = asyncio.run(ask([str(number) for number in range(30)]))
    assert many.count(free_sql.BUSY) == 30 - free_sql.PROCESSES - free_sql.WAITING
    assert many.count(free_sql.LONG) == free_sql.PROCESSES + free_sql.WAITING


def test_the_site_runs_it_beside_its_own_threads(own_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person(own_database)
    asked: list[str] = []
    plain = FreeSQL.run

    async def noted(self: FreeSQL, what: Asked, parameters: Any) -> Any:
        asked.append(what.person)
        return await plain(self, what, parameters)

    monkeypatch.setattr(FreeSQL, "run", noted)
    for form in ("json", "csv", ""):
        address = f"/kehoach{'.' + form if form else ''}?sql={quote('select :a as a, zeroblob(3) as b')}&a=7"
        assert person.get(address).status_code in (200, 400), form
    assert person.get("/kehoach.json?_shape=array&sql=select+:a+as+a&a=7").json() == [{"a": "7"}]
    assert asked == ["address 127.0.0.1"] * 4
    assert Person(own_database, REVIEWER).get("/kehoach.json?sql=select+1").json()["rows"] == [[1]]
    assert asked[-1] == "name lan"
    assert person.get("/kehoach/targets.json?_size=1").status_code == 200
    assert person.get("/kehoach/plan_list.json").status_code == 200
    assert len(asked) == 5
    long = person.get(f"/kehoach.json?sql={quote(COSTLY['blob'])}")
    assert long.status_code == 400
    assert not long.json()["ok"]


ELSEWHERE = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"referer": "http://evil.example/"},
    {"user-agent": "Mozilla/5.0"},
]
HERE: list[dict[str, str]] = [
    {},
    {"sec-fetch-site": "none", "user-agent": "Mozilla/5.0"},
    {"sec-fetch-site": "same-origin"},
    {"referer": "http://localhost/kehoach", "user-agent": "Mozilla/5.0"},
]


def test_a_statement_comes_from_here_alone(visitor: Person) -> None:
    for headers in ELSEWHERE:
        for address in (
            "/kehoach?sql=select+1%3C2",
            "/kehoach.json?sql=select+1",
            "/kehoach.csv?a=1&sql=",
            "/kehoach/?sql=x",
        ):
            answer = visitor.get(address, headers=headers)
            assert answer.status_code == 403, (address, headers)
        assert visitor.get("/kehoach/plan_list.json", headers=headers).status_code == 200
    shown = visitor.get("/kehoach?sql=select+1%3C2&x=%22%3E", headers=ELSEWHERE[0]).text
    assert '<a href="?sql=select+1%3C2&amp;x=%22%3E">' in shown
    assert "<pre>select 1&lt;2</pre>" in shown
    for headers in HERE:
        assert visitor.get("/kehoach.json?sql=select+1", headers=headers).status_code == 200, headers


def test_there_is_no_other_spelling_of_where_statements_are_run(visitor: Person) -> None:
    for address in ("/~6Behoach.json?sql=select+1", "/kehoac~68?sql=select+1", "/~6Behoach/targets.json?_where=1"):
        for headers in ({}, *ELSEWHERE):
            assert visitor.get(address, headers=headers).status_code == 400, address
    assert visitor.post("/~6Behoach/targets", {}).status_code == 400


def test_conditions_of_ones_own_on_tables_are_statements_as_well(visitor: Person) -> None:
    assert visitor.get("/kehoach/targets.json?_where=1").status_code == 400


def test_what_sqlite_will_not_have_is_not_logged_with_its_values(
    visitor: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    statement = visitor.site.get_database("kehoach").execute("SELECT none FROM targets WHERE id = :a", {"a": "bí mật"})
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        asyncio.run(statement)
    assert capsys.readouterr() == ("", "")
