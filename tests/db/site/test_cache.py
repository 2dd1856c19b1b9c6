"""What is kept until the data change: rows that count everything, and whole pages for people without an account."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db import site
from db.site import cache, queries
from db.site.cache import Cache, Stamp
from db.site.pages import collect
from db.site.serve import warm
from tests.db.site.client import REVIEWER, Person

QUIET = Stamp(acts=(1,), loads=(10, 0), loading=False, loaded_at=None)
LOADING = replace(QUIET, loads=(11, 1), loading=True)


class Counted:
    """Work that counts how often it is done."""

    def __init__(self) -> None:
        self.times = 0

    async def __call__(self) -> int:
        self.times += 1
        await asyncio.sleep(0)
        return self.times


def asked(known: Cache, work: Callable[[], Awaitable[Any]], *stamps: Stamp) -> list[Any]:
    async def one_after_the_other() -> list[Any]:
        return [await known.of("key", stamp, work) for stamp in stamps]

    return asyncio.run(one_after_the_other())


def test_it_is_worked_out_again_when_a_load_or_an_act_has_changed_the_data() -> None:
    others = replace(QUIET, loads=(12, 0)), replace(QUIET, acts=(2,))
    assert asked(Cache(5), Counted(), QUIET, QUIET, *others, others[1]) == [1, 1, 2, 3, 3]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which goes on when a test says so."""
    now = [100.0]
    monkeypatch.setattr("db.site.cache.time.monotonic", lambda: now[0])
    return now


def test_while_a_load_is_at_work_what_there_was_is_given_and_no_older_than_a_minute(clock: list[float]) -> None:
    known, work = Cache(5), Counted()
    assert asked(known, work, QUIET, LOADING, replace(LOADING, loads=(12, 2))) == [1, 1, 1]
    assert asked(known, work, replace(LOADING, acts=(2,))) == [2], "what somebody has decided meanwhile is seen"
    clock[0] += cache.OLDEST
    assert asked(known, work, replace(LOADING, acts=(2,), loads=(13, 3))) == [3]
    assert asked(known, work, replace(QUIET, acts=(2,), loads=(13, 0))) == [4], "and so is the end of the load"


def test_one_works_it_out_for_all_who_ask_at_once() -> None:
    known, work = Cache(5), Counted()

    async def many() -> list[Any]:
        return await asyncio.gather(*(known.of("key", QUIET, work) for _ in range(20)))

    assert asyncio.run(many()) == [1] * 20


def test_while_a_load_is_at_work_one_thing_at_a_time_is_worked_out_anew_beside(clock: list[float]) -> None:
    known, at_once, most = Cache(5), 0, 0

    async def work() -> float:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0)
        at_once -= 1
        return clock[0]

    async def ask(stamp: Stamp) -> list[Any]:
        found = [await known.of(key, stamp, work) for key in "abc" for _ in range(3)]
        for _ in range(20):
            await asyncio.sleep(0)
        return found

    assert asyncio.run(ask(QUIET)) == [100.0] * 9
    clock[0] += cache.RIPE - 1
    asyncio.run(ask(LOADING))
    assert asyncio.run(ask(LOADING)) == [100.0] * 9, "not yet ripe"
    clock[0] += 1
    assert asyncio.run(ask(LOADING)) == [100.0] * 9, "worked out beside"
    assert asyncio.run(ask(LOADING)) == [110.0] * 9
    assert most == 1


def test_what_cannot_be_worked_out_beside_is_tried_again(clock: list[float]) -> None:
    known, work = Cache(5), Counted()

    async def fails() -> int:
        raise sqlite3.OperationalError("interrupted")

    async def ask(work: Callable[[], Awaitable[Any]]) -> Any:
        found = await known.of("key", LOADING, work)
        for _ in range(5):
            await asyncio.sleep(0)
        return found

    asked(known, work, QUIET)
    clock[0] += cache.RIPE
    assert [asyncio.run(ask(one)) for one in (fails, work, work)] == [1, 1, 2]


def test_what_raises_is_not_kept_and_the_next_one_tries() -> None:
    known, work = Cache(5), Counted()

    async def fails() -> int:
        raise sqlite3.OperationalError("interrupted")

    with pytest.raises(sqlite3.OperationalError):
        asked(known, fails, QUIET)
    assert asked(known, work, QUIET) == [1]


def test_what_was_asked_for_longest_ago_is_given_up_first_and_what_is_too_large_is_not_kept() -> None:
    known, work = Cache(2), Counted()

    async def ask(*keys: str) -> list[Any]:
        return [await known.of(key, QUIET, work) for key in keys]

    assert asyncio.run(ask("a", "b", "a", "c", "a", "b")) == [1, 2, 1, 3, 1, 4]

    async def large() -> list[Any]:
        return [await known.of("large", QUIET, work, lambda _: 3) for _ in range(2)]

    assert asyncio.run(large()) == [5, 6]
    assert asyncio.run(ask("a")) == [1]


# --- the site --------------------------------------------------------------------------------------------------------


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the queries that the site runs."""
    names: list[str] = []
    run = queries.run

    async def noted(datasette: Any, name: str, given: Any, **options: Any) -> Any:
        names.append(name)
        return await run(datasette, name, given, **options)

    monkeypatch.setattr(queries, "run", noted)
    return names


def test_a_page_is_made_once_for_all_without_an_account_until_something_is_decided(
    own_database: Path, ran: list[str]
) -> None:
    visitor = Person(own_database)
    first = visitor.get("/review")
    assert "review_queue" in ran
    ran.clear()
    again = visitor.get("/review")
    assert (again.text, again.headers["content-security-policy"]) == (
        first.text,
        first.headers["content-security-policy"],
    )
    assert ran == []
    with closing(sqlite3.connect(own_database)) as db, db:
        (key,) = db.execute("SELECT key FROM findings WHERE gone = 0 AND under IS NULL LIMIT 1").fetchone()
        db.execute(
            "INSERT INTO reviews (finding, state, reviewer, decided_at) VALUES (?, 'accepted', 'lan', '2026-01-01')",
            [key],
        )
    visitor.get("/review")
    assert "review_queue" in ran


def test_what_one_who_is_signed_in_sees_is_nobody_elses(own_database: Path) -> None:
    person = Person(own_database, REVIEWER)
    mine, person.cookies = person.cookies, {}
    for cookies, signed_in in ((mine, True), ({}, False), (mine, True), ({}, False)):
        person.cookies = cookies
        assert ("Đăng xuất" in person.text("/plans")) is signed_in


def test_each_address_language_and_name_of_the_site_has_its_own(own_database: Path) -> None:
    visitor = Person(own_database)
    assert visitor.get("/plans?lang=en").text != visitor.get("/plans").text
    for name in ("localhost:8001", "127.0.0.1:8002"):
        assert (
            f"://{name}/" in visitor.get("/measures/13?figure=ranked&programme=qd-23-2021", headers={"host": name}).text
        )


def test_a_page_with_the_token_of_a_browser_is_not_kept(own_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "SAME_FOR_ALL", frozenset({collect.collect}))
    visitor = Person(own_database)
    tokens = [visitor.page("/comments").xpath("//input[@name='csrftoken']/@value") for _ in range(2)]
    assert all(tokens)
    assert tokens[0] != tokens[1]


def test_what_counts_everything_is_counted_before_the_first_reader_comes(own_database: Path, ran: list[str]) -> None:
    visitor = Person(own_database)
    asyncio.run(warm(visitor.site))
    counting = {"home_figures", "home_levels", "compare_kinds", "measure_list", "cascade_provinces", "review_counts"}
    assert counting <= set(ran)
    ran.clear()
    for address in ("/", "/compare", "/measures", "/cascade", "/review", "/progress"):
        visitor.get(address, headers={"host": "127.0.0.1"})
    assert not counting & set(ran)


def test_what_is_not_there_is_asked_for_again(own_database: Path, ran: list[str]) -> None:
    visitor = Person(own_database)
    for _ in range(2):
        ran.clear()
        assert visitor.get("/plans/khong-co").status_code == 404
        assert "plan" in ran
