"""Who asks, how often they failed and whose turn it is, each by itself: no site, and no password is hashed."""

from __future__ import annotations

import asyncio
import base64
import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from datasette.utils.asgi import Request
from itsdangerous import URLSafeSerializer

from db.review import passwords
from db.review.accounts import Accounts
from db.site.guard import attempts, people
from db.site.guard.attempts import FREE, Attempts
from db.site.guard.checking import Stopped, Turns
from db.site.guard.people import Attempt, Busy, People

PASSWORD = "mật khẩu dài"
# Seconds after which what should have ended long ago is taken to hang.
PATIENCE = 4.0


# --- failures --------------------------------------------------------------------------------------------------------


def test_of_more_than_can_be_remembered_what_was_tried_longest_ago_is_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(attempts, "_MOST", 2)
    known = Attempts()
    for name in ("an", "binh", "an", "chi"):
        known.begin([("name", name)])
    assert [known.failures(("name", name)) for name in ("an", "binh", "chi")] == [2, 0, 1]


# --- turns -----------------------------------------------------------------------------------------------------------


def test_a_turn_that_is_given_to_one_who_has_gone_goes_to_the_next() -> None:
    async def run() -> set[str]:
        turns = Turns(1)
        await turns._turn((0,))
        first, second = (asyncio.create_task(turns.run((rank,), lambda: None), name=str(rank)) for rank in (1, 2))
        await asyncio.sleep(0)
        turns._next()
        first.cancel()
        done, _ = await asyncio.wait([first, second], timeout=PATIENCE)
        third = asyncio.create_task(turns.run((3,), lambda: None), name="3")
        done |= (await asyncio.wait([third], timeout=PATIENCE))[0]
        turns.close()
        return {task.get_name() for task in done if not task.cancelled()}

    assert asyncio.run(run()) == {"2", "3"}


def test_who_has_gone_is_not_told_that_the_site_stops_and_what_was_waited_for_is_forgotten() -> None:
    async def run() -> list[bool]:
        turns = Turns(1)
        await turns.pause(0.001)
        assert turns._pausing == set()
        await turns._turn((0,))
        gone, there = (asyncio.create_task(turns.run((rank,), lambda: None)) for rank in (1, 2))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.sleep(0)
        turns.stop()
        await asyncio.wait([gone, there], timeout=PATIENCE)
        turns.close()
        for late in (turns.pause(0), turns.run((0,), lambda: None)):
            with pytest.raises(Stopped):
                await asyncio.wait_for(late, PATIENCE)
        return [gone.cancelled(), isinstance(there.exception(), Stopped)]

    assert asyncio.run(run()) == [True, True]


def test_passwords_are_checked_in_threads_behind_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    ranks: list[tuple[int, int, int]] = []

    def refused(*given: int) -> None:
        ranks.append(given)  # type: ignore[arg-type]
        raise PermissionError

    monkeypatch.setattr(os, "setpriority", refused)

    async def run() -> int:
        turns = Turns(1)
        ident = await turns.run((0,), threading.get_native_id)
        turns.close()
        return ident

    ident = asyncio.run(run())
    assert ident != threading.get_native_id()
    assert ranks == [(os.PRIO_PROCESS, ident, 10)]


# --- attempts --------------------------------------------------------------------------------------------------------


def test_what_an_attempt_is_counted_by() -> None:
    assert Attempt("lan", "x", "10.0.0.7", browser="b").counted_by() == [
        ("browser", "b"), ("address", "10.0.0.7"), ("name", "lan"),
    ]  # fmt: skip
    assert Attempt("lan", "x", "2001:db8::1").counted_by() == [("address", "2001:db8::/64"), ("name", "lan")]
    assert Attempt("lan", "x", "10.0.0.7", browser="b", device="d").counted_by() == [("device", "d")]


def test_who_is_checked_first() -> None:
    one = Attempt("lan", "x", "1", browser="b")
    known = Attempt("lan", "x", "1", device="d")
    ranks = [
        people._rank(known, (0,)),
        people._rank(one, (0, FREE - 1, 0)),
        people._rank(one, (0, 0, FREE)),
        people._rank(one, (0, FREE, 0)),
        people._rank(one, (FREE, 0, 0)),
    ]
    assert ranks == sorted(ranks)
    assert ranks[1] == people._rank(one, (0, 0, 0))
    assert ranks[0] < ranks[1] < ranks[2] < ranks[3] < ranks[4]
    assert people._rank(known, (FREE,)) > ranks[1]


@pytest.fixture
def those(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    async def pause(_: Turns, __: float) -> None:
        return

    monkeypatch.setattr(Turns, "pause", pause)
    monkeypatch.setattr(passwords, "hashed", lambda password: f"a$1$b${password}")
    monkeypatch.setattr(passwords, "matches", lambda password, kept: kept == f"a$1$b${password}")
    Accounts(tmp_path / "plans.db").add("lan", PASSWORD, ("reviewer",))
    made = People(tmp_path / "plans.db")
    yield made
    made.close()


def check(those: People, **given: str) -> bool | type[Exception]:
    asked = Attempt(**{"name": "lan", "password": PASSWORD, "address": "10.0.0.1", **given})
    try:
        return asyncio.run(those.check(asked))
    except Busy:
        return Busy


def fail(those: People, *keys: attempts.Key, times: int = 20) -> None:
    for _ in range(times):
        those.attempts.begin(keys)


def test_who_has_not_failed_is_checked_however_many_wait(those: People) -> None:
    those._waiting = 10 * people._WAITING
    assert check(those) is True
    assert those._waiting == 10 * people._WAITING


def test_who_shares_a_name_or_an_address_with_those_who_fail_is_sent_away_late(those: People) -> None:
    fail(those, ("name", "lan"))
    those._waiting = people._WAITING
    assert check(those, address="10.0.0.2", password="sai") is False
    assert check(those, address="10.0.0.2", browser="b") is True
    fail(those, ("address", "10.0.0.3"))
    assert check(those, address="10.0.0.3") is True
    fail(those, ("name", "lan"), ("address", "10.0.0.3"))
    assert check(those, address="10.0.0.3") is Busy
    those._waiting = 10 * people._WAITING
    assert check(those, address="10.0.0.4", browser="c") is Busy


def test_a_right_password_forgives_a_name_and_not_an_address_and_a_wrong_one_nothing(those: People) -> None:
    for _ in range(3):
        assert check(those, password="sai", browser="b") is False
    assert those.attempts.failures(("name", "lan")) == 3
    assert check(those, browser="b") is True
    known = [those.attempts.failures(key) for key in (("browser", "b"), ("address", "10.0.0.1"), ("name", "lan"))]
    assert known == [0, 3, 0]


def test_of_a_very_long_password_only_its_beginning_is_hashed(those: People, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []

    def matches(password: str, _: str | None) -> bool:
        lengths.append(len(password))
        return False

    monkeypatch.setattr(passwords, "matches", matches)
    check(those, password="x" * 10**6)
    assert lengths == [passwords.LONGEST + 1]


# --- HTTP Basic ------------------------------------------------------------------------------------------------------


def test_only_a_right_password_is_remembered_and_for_a_while(those: People, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    plain = passwords.matches

    def matches(given: str, kept: str | None) -> bool:
        hashed.append(given)
        return plain(given, kept)

    monkeypatch.setattr(passwords, "matches", matches)

    def basic(password: str) -> bool:
        return asyncio.run(those.basic("lan", password, "10.0.0.1"))

    assert [basic("sai"), basic("sai"), basic(PASSWORD), basic(PASSWORD), basic("sai")] == [
        False,
        False,
        True,
        True,
        False,
    ]
    assert hashed == ["sai", "sai", PASSWORD, "sai"]
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + people._BASIC + 1)
    assert basic(PASSWORD)
    assert hashed[4:] == [PASSWORD]


def test_a_script_that_is_sent_away_is_nobody(those: People) -> None:
    fail(those, ("name", "lan"), ("address", "10.0.0.1"))
    those._waiting = people._WAITING
    assert not asyncio.run(those.basic("lan", PASSWORD, "10.0.0.1"))


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (base64.b64encode(b"lan:a:b").decode(), ("lan", "a:b")),
        (base64.b64encode("lân:mật".encode()).decode(), ("lân", "mật")),
        (base64.b64encode(b"lan").decode(), None),
        (base64.b64encode(b"lan:\xff").decode(), None),
        ("bGFu*Ong=", None),
        ("é", None),
        ("", None),
    ],
)
def test_a_header_of_http_basic(header: str, found: tuple[str, str] | None) -> None:
    assert people._basic(f"basic {header}") == people._basic(f"Basic {header}") == found
    assert people._basic(f"Bearer {header}") is None


# --- cookies ---------------------------------------------------------------------------------------------------------


class Signing:
    """What of Datasette signs cookies, with the people of a site."""

    def __init__(self, those: People) -> None:
        self.kehoach_people = those

    def sign(self, value: Any, namespace: str) -> str:
        return str(URLSafeSerializer("s", namespace).dumps(value))

    def unsign(self, signed: str, namespace: str) -> Any:
        return URLSafeSerializer("s", namespace).loads(signed)


def bearing(cookie: str, value: str) -> Request:
    return Request.fake("/", method="GET") if not value else _with(Request.fake("/"), f"{cookie}={value}")


def _with(request: Request, cookie: str) -> Request:
    request.scope["headers"] = [(b"cookie", cookie.encode())]
    return request


def test_a_browser_is_known_for_the_account_that_signed_in_with_it_alone(those: People) -> None:
    site = Signing(those)
    device = bearing(people.DEVICE, site.sign({"n": "lan", "d": "x"}, "device"))
    assert people.device_of(site, device, "lan") == "x"
    assert people.device_of(site, device, "minh") == ""
    for value in (site.sign({"n": "lan", "d": "x"}, "actor"), site.sign(["n"], "device"), "x", ""):
        assert people.device_of(site, bearing(people.DEVICE, value), "lan") == ""


def test_what_is_signed_and_no_session_is_nobodys(those: People) -> None:
    site = Signing(those)
    since = those.accounts.actor("lan")["since"]
    session = those.sessions.begin("lan")
    right = {"a": {"id": "lan", "since": since}, "s": session}

    def who(said: Any, namespace: str = "actor") -> Any:
        return asyncio.run(people.actor_of(site, bearing(people.COOKIE, site.sign(said, namespace))))

    assert who(right)["id"] == "lan"
    assert people.session_of(site, bearing(people.COOKIE, site.sign(right, "actor"))) == session
    for wrong in (
        {**right, "a": "lan"},
        {**right, "a": {"id": ["lan"], "since": since}},
        {**right, "a": {"id": "lan", "since": "x"}},
        {**right, "s": "x"},
        {**right, "s": [session]},
        [right],
        "lan",
    ):
        assert who(wrong) is None, wrong
    assert who(right, "device") is None
    assert people.session_of(site, bearing(people.COOKIE, site.sign({"s": ["x"]}, "actor"))) is None
