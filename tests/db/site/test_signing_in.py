"""Signing in and out: nobody is let in who should not, nobody is shut out who should not, and nobody waits for another's password."""

from __future__ import annotations

import asyncio
import base64
import http.cookies
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from db.review import passwords, sessions
from db.review.accounts import Accounts
from db.review.sessions import Sessions
from db.site.guard import people
from db.site.guard.attempts import Attempts, delay
from db.site.guard.checking import Turns
from db.site.guard.people import Attempt, Busy, People
from tests.db.site.client import Person

PASSWORD = "mật khẩu dài"
RIGHT = {"username": "lan", "password": PASSWORD}
WRONG = {"username": "lan", "password": "sai"}
# Seconds after which what should have ended long ago is taken to hang.
PATIENCE = 4.0


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are compared, not hashed, and nobody sleeps: what is asked here is who is asked, and when."""
    monkeypatch.setattr(passwords, "hashed", lambda password: f"a$1$b${password}")
    monkeypatch.setattr(passwords, "matches", lambda password, kept: kept == f"a$1$b${password}")


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long answers were held back."""
    found: list[float] = []

    async def pause(_: Turns, seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr(Turns, "pause", pause)
    return found


@pytest.fixture
def person(own_database: Path, quick: None) -> Person:
    Accounts(own_database).add("lan", PASSWORD, ("reviewer",))
    return Person(own_database)


def flags(answer: Any, name: str) -> http.cookies.Morsel[str]:
    given = next(one for one in answer.headers.get_list("set-cookie") if one.startswith(f"{name}="))
    return http.cookies.SimpleCookie(given)[name]


def signed_in(person: Person) -> Any:
    answer = person.post("/-/login", RIGHT)
    assert answer.status_code == 302
    person.cookies[people.COOKIE] = flags(answer, people.COOKIE).value
    return answer


# --- failures, delays ------------------------------------------------------------------------------------------------


def test_answers_are_held_back_after_five_failures_for_five_seconds_at_most_and_the_right_password_is_taken(
    person: Person, slept: list[float]
) -> None:
    for _ in range(14):
        assert "Sai tên hoặc mật khẩu" in person.post("/-/login", WRONG).text
    assert slept[:5] == [0] * 5
    assert slept[5:] == sorted(slept[5:])
    assert slept[5] > 0
    assert slept[-1] == 5
    assert person.post("/-/login", RIGHT).status_code == 302
    assert slept[-1] == 5


def test_what_failed_is_forgotten_with_time_and_by_success() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    address, name = ("address", "10.0.0.1"), ("name", "lan")
    for count in range(3):
        assert attempts.begin([address, name]) == (count, count)
    attempts.begin([address, name])
    attempts.succeed([address, name], [name])
    assert (attempts.failures(address), attempts.failures(name)) == (3, 0)
    now[0] += 3600
    assert attempts.failures(address) == 0
    assert delay(10**9) == 5


def test_others_who_try_a_name_do_not_slow_down_the_browser_that_has_signed_in_with_it(
    person: Person, slept: list[float]
) -> None:
    answer = signed_in(person)
    for _ in range(12):
        person.post("/-/login", WRONG)
    person.post("/-/login", RIGHT)
    assert slept[-1] == 5
    person.cookies[people.DEVICE] = flags(answer, people.DEVICE).value
    assert person.post("/-/login", RIGHT).status_code == 302
    assert slept[-1] == 0


def test_who_waits_is_taken_by_rank() -> None:
    done: list[int] = []
    begin = threading.Event()

    async def run() -> None:
        turns = Turns(1)
        first = asyncio.create_task(turns.run((0,), begin.wait))
        await asyncio.sleep(0)
        others = [asyncio.create_task(turns.run((rank,), lambda rank=rank: done.append(rank))) for rank in (7, 3, 0, 5)]  # type: ignore[misc]
        await asyncio.sleep(0)
        others[1].cancel()
        begin.set()
        await asyncio.wait([first, *others], timeout=PATIENCE)
        turns.close()

    asyncio.run(run())
    assert done == [0, 5, 7]


def test_who_waits_is_sent_away_when_the_site_is_stopped(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """One is checked, one waits for a turn, one is held back, one comes too late; the first alone gets an answer about the password."""
    people, over = person.site.kehoach_people, threading.Event()
    people.turns = Turns(1)
    monkeypatch.setattr(passwords, "matches", lambda password, kept: over.wait(60))
    for _ in range(12):
        people.attempts.begin([("browser", "slow")])

    async def ask() -> list[object]:
        asked = [Attempt("lan", "x", "1", browser) for browser in ("first", "second", "slow", "late")]
        tasks = []
        for attempt in asked[:3]:
            tasks.append(asyncio.create_task(people.check(attempt)))
            await asyncio.sleep(0.01)
        people.turns.stop()
        tasks.append(asyncio.create_task(people.check(asked[3])))
        try:
            await asyncio.wait(tasks[1:], timeout=PATIENCE)
            said = [task.exception() if task.done() else task for task in tasks[1:]]
        finally:
            over.set()
        return [await tasks[0], *map(type, said)]

    assert asyncio.run(ask()) == [True, Busy, Busy, Busy]


def test_pages_are_answered_while_a_password_is_checked(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def slow(password: str, kept: str | None) -> bool:
        assert over.wait(60)
        return False

    monkeypatch.setattr(passwords, "matches", slow)
    token = person.get("/-/login").cookies["ds_csrftoken"]

    async def ask() -> tuple[int, int]:
        client = person.site.client
        waiting = asyncio.create_task(
            client.post("/-/login", data=WRONG, headers={"x-csrftoken": token}, cookies={"ds_csrftoken": token})
        )
        while not person.site.kehoach_people.attempts.failures(("name", "lan")):
            await asyncio.sleep(0)
        page = await client.get("/help")
        over.set()
        return page.status_code, (await waiting).status_code

    assert asyncio.run(ask()) == (200, 200)


def test_only_those_who_failed_before_are_told_to_come_back_and_nobody_else(
    own_database: Path, quick: None, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "_WAITING", 0)
    Accounts(own_database).add("lan", PASSWORD, ("reviewer",))
    those = People(own_database)

    async def ask() -> None:
        for _ in range(5):
            assert not await those.check(Attempt("lan", "sai", "10.0.0.1"))
        with pytest.raises(Busy):
            await those.check(Attempt("lan", "sai", "10.0.0.1"))
        assert await those.check(Attempt("lan", PASSWORD, "10.0.0.2", device="x"))

    asyncio.run(ask())
    those.close()


def test_who_shares_an_address_and_a_name_with_a_flood_is_checked(
    own_database: Path, quick: None, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    Accounts(own_database).add("lan", PASSWORD, ("reviewer",))
    those = People(own_database)

    async def ask() -> None:
        for _ in range(20):
            await those.check(Attempt("lan", "sai", "10.0.0.1", browser="flood"))
        those._waiting = people._WAITING
        with pytest.raises(Busy):
            await those.check(Attempt("lan", "sai", "10.0.0.1", browser="flood"))
        assert await those.check(Attempt("lan", PASSWORD, "10.0.0.1", browser="hers"))

    asyncio.run(ask())
    those.close()


def test_a_name_that_nobody_has_is_hashed_as_one_that_is_there(
    own_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []

    def verify(_: str, kept: str) -> bool:
        checked.append(kept)
        return True

    monkeypatch.setattr(passwords, "verify_password", verify)
    kept = passwords.hashed(PASSWORD)
    monkeypatch.setattr(passwords, "hashed", None)  # nothing more is hashed for it
    assert passwords.matches("x", kept)
    assert not passwords.matches("x", None)
    assert [one.split("$")[:2] for one in checked] == [["pbkdf2_sha256", "480000"]] * 2
    assert [len(part) for part in checked[0].split("$")] == [len(part) for part in checked[1].split("$")]


# --- forms -----------------------------------------------------------------------------------------------------------


def test_the_form_takes_four_kilobytes(person: Person) -> None:
    assert person.post("/-/login", {**RIGHT, "more": "x" * 3500}).status_code == 302
    assert person.post("/-/login", {**RIGHT, "more": "x" * 4096}).status_code == 413
    chunks = (b"x" * 1000 for _ in range(10))

    async def stream() -> Any:
        for chunk in chunks:
            yield chunk

    assert person.post("/review/decide", b"x" * 2**21).status_code == 413
    person.post("/-/login", RIGHT)
    token = person.cookies["ds_csrftoken"]
    sent = {"content-type": "application/x-www-form-urlencoded", "x-csrftoken": token}
    assert person._ask("post", "/-/login", content=stream(), headers=sent).status_code == 413


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9"},
        {"referer": "http://evil.example/-/login"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_what_is_sent_from_elsewhere_is_refused(person: Person, headers: dict[str, str]) -> None:
    answer = person.post("/-/login", RIGHT, headers=headers)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert person.post("/-/login", RIGHT, headers={"origin": "http://localhost"}).status_code == 302


def test_signing_in_needs_the_token(person: Person) -> None:
    assert person.post("/-/login", RIGHT, token=False).status_code == 403
    person.cookies["ds_csrftoken"] = person.get("/-/login").cookies["ds_csrftoken"]
    assert person.post("/-/login", RIGHT, token=False).status_code == 403
    in_form = {**RIGHT, "csrftoken": person.cookies["ds_csrftoken"]}
    assert person.post("/-/login", in_form, token=False).status_code == 302
    person.cookies["ds_csrftoken"] = "made-up"
    assert person.post("/-/login", {**RIGHT, "csrftoken": "made-up"}, token=False).status_code == 403


@pytest.mark.parametrize(
    "kind", ["application/json", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "x"]
)
@pytest.mark.parametrize("cookie", [None, "ds_csrftoken=x", "é=1", "[=1"])
def test_what_has_no_token_is_refused_whatever_its_kind(person: Person, kind: str, cookie: str | None) -> None:
    headers = [(b"content-type", kind.encode()), *([(b"cookie", cookie.encode("latin-1"))] if cookie else [])]
    for address in ("/-/login", "/review/decide", "/upload/new", "/kehoach/targets.json", "/none"):
        answer = person._ask("post", address, content=b'{"a": "\xff"}', headers=headers)
        assert answer.status_code == 403, address


# --- sessions --------------------------------------------------------------------------------------------------------


def test_cookies_are_of_no_use_to_scripts_and_other_sites_and_go_over_https_where_the_site_does(person: Person) -> None:
    answer = signed_in(person)
    for name in (people.COOKIE, people.DEVICE):
        cookie = flags(answer, name)
        assert cookie["httponly"]
        assert cookie["samesite"].lower() == "lax"
        assert int(cookie["max-age"]) > 0
        assert not cookie["secure"]
    token = flags(Person(person.path).get("/-/login"), "ds_csrftoken")
    assert token["httponly"]
    assert token["samesite"].lower() == "lax"
    assert all(
        flags(signed_in(Person(person.path, https=True)), name)["secure"] for name in (people.COOKIE, people.DEVICE)
    )


def test_a_cookie_that_was_copied_before_signing_out_is_of_no_use(person: Person) -> None:
    signed_in(person)
    copied = dict(person.cookies)
    assert person.get("/-/actor.json").json()["actor"]["id"] == "lan"
    other = Person(person.path)
    other.cookies = dict(copied)
    assert other.get("/-/actor.json").json()["actor"]["id"] == "lan", "a restart signs nobody out"
    answer = person.post("/-/logout")
    assert flags(answer, people.COOKIE)["max-age"] == "0"
    for one in (person, other):
        one.cookies = dict(copied)
        assert one.get("/-/actor.json").json() == {"actor": None}
        assert one.post("/review/decide", {"finding": "x", "state": "accepted"}).status_code == 403


def test_signing_out_of_one_browser_leaves_the_others(person: Person) -> None:
    signed_in(person)
    other = Person(person.path)
    signed_in(other)
    person.post("/-/logout")
    assert other.get("/-/actor.json").json()["actor"]["id"] == "lan"
    Sessions(person.path).end_all("lan")
    assert other.get("/-/actor.json").json() == {"actor": None}


def test_sessions_end_by_themselves_with_the_password_and_with_the_account(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(person)
    now = time.time()
    with monkeypatch.context() as later:
        later.setattr(time, "time", lambda: now + sessions.HOURS * 3600 + 1)
        assert person.get("/-/actor.json").json() == {"actor": None}
    assert person.get("/-/actor.json").json()["actor"]["id"] == "lan"
    Accounts(person.path).change("lan", password="mật khẩu khác")
    assert person.get("/-/actor.json").json() == {"actor": None}
    Accounts(person.path).change("lan", password=PASSWORD)
    signed_in(person)
    Accounts(person.path).remove("lan")
    assert person.get("/-/actor.json").json() == {"actor": None}


def test_a_forged_cookie_is_nobodys(person: Person) -> None:
    signed_in(person)
    session = person.cookies[people.COOKIE]
    since = Accounts(person.path).actor("lan")["since"]
    for forged in (
        session[:-12] + "x" * 12,
        person.site.sign({"a": {"id": "lan", "since": since}, "s": "made-up"}, "actor"),
        person.site.sign({"a": {"id": "lan", "since": since}}, "actor"),
        person.site.sign({"a": {"id": "root"}}, "actor"),
        person.site.sign([1], "actor"),
        "x",
    ):
        person.cookies[people.COOKIE] = forged
        assert person.get("/-/actor.json").json() == {"actor": None}


def test_sessions_stand_in_a_file_that_only_its_owner_reads_and_that_names_none(person: Person) -> None:
    signed_in(person)
    path = sessions.path_for(person.path)
    assert path.stat().st_mode & 0o777 == 0o600
    said = person.site.unsign(person.cookies[people.COOKIE], "actor")["s"]
    assert said not in path.read_text(encoding="utf-8")
    path.write_text("{", encoding="utf-8")
    assert person.get("/-/actor.json").json() == {"actor": None}
    signed_in(person)
    assert person.get("/-/actor.json").json()["actor"]["id"] == "lan"


# --- HTTP Basic ------------------------------------------------------------------------------------------------------


def basic(name: str, password: str) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


def test_scripts_sign_in_with_their_password_which_is_hashed_once(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = passwords.matches
    hashed: list[str] = []

    def matches(given: str, kept: str | None) -> bool:
        hashed.append(given)
        return plain(given, kept)

    monkeypatch.setattr(passwords, "matches", matches)
    for _ in range(3):
        assert person.get("/-/actor.json", headers=basic("lan", PASSWORD)).json()["actor"]["id"] == "lan"
    assert hashed == [PASSWORD]
    assert person.get("/-/actor.json", headers=basic("lan", "sai")).json() == {"actor": None}
    assert person.get("/-/actor.json", headers=basic("ai", PASSWORD)).json() == {"actor": None}
    Accounts(person.path).change("lan", password="mật khẩu khác")
    assert person.get("/-/actor.json", headers=basic("lan", PASSWORD)).json() == {"actor": None}
    for header in ("Basic", "Basic !", "Basic /w==", "Basic bGFu", "Bearer x"):
        assert person.get("/-/actor.json", headers={"authorization": header}).json() == {"actor": None}
