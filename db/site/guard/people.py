"""Who asks: cookies of sessions that the server knows, HTTP Basic for scripts and calendars, and what signing in comes to."""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from itsdangerous import BadSignature

from db.review import passwords
from db.review.accounts import ServedAccounts
from db.review.sessions import HOURS, Sessions
from db.site.guard.attempts import FREE, Attempts, Key, delay, network
from db.site.guard.checking import Stopped, Turns

COOKIE = "ds_actor"
# A browser in which somebody has signed in before: others who try the name from elsewhere do not slow it down.
DEVICE = "kehoach_device"
_YEAR = 365 * 24 * 3600
# Attempts of those who have failed before that wait at a time; more are told to come back.
_WAITING = 200
# Seconds that a right HTTP Basic password is remembered.
_BASIC = 600


class Busy(Exception):
    """Too many wrong passwords are being tried; it says nothing about this one."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at signing in, and what it came with."""

    name: str
    password: str
    address: str
    browser: str = ""
    device: str = ""

    def counted_by(self) -> list[Key]:
        """What its failure is counted by."""
        if self.device:
            return [("device", self.device)]
        known = [("browser", self.browser)] if self.browser else []
        return [*known, ("address", network(self.address)), ("name", self.name)]


class People:
    """The people of one site."""

    def __init__(self, database: Path) -> None:
        self.accounts = ServedAccounts(database)
        self.sessions = Sessions(database)
        self.attempts = Attempts()
        self.turns = Turns()
        self._waiting = 0
        self._key = secrets.token_bytes(32)
        self._basic: dict[str, tuple[bytes, float]] = {}

    async def check(self, attempt: Attempt) -> bool:
        """Whether an attempt has the password of its name; it takes longer the more have failed before it, and as long for a name
        that nobody has.

        Raises:
            Busy: too many wait, and this one has failed before; or the site is being stopped.
        """
        keys = attempt.counted_by()
        before = self.attempts.begin(keys)
        slow = delay(max(before))
        # Who shares an address or a name with those who fail is not one of them: that is known of the browser alone.
        own = before[0] if attempt.device or attempt.browser else min(before)
        if slow and self._waiting >= (_WAITING if delay(own) else 10 * _WAITING):
            raise Busy
        self._waiting += 1
        try:
            await self.turns.pause(slow)
            kept = self.accounts.hash_of(attempt.name)
            right = await self.turns.run(
                _rank(attempt, before), lambda: passwords.matches(attempt.password[: passwords.LONGEST + 1], kept)
            )
        except Stopped:
            raise Busy from None
        finally:
            self._waiting -= 1
        if right:
            self.attempts.succeed(keys, [key for key in keys if key[0] != "address"])
        return right

    async def basic(self, name: str, password: str, address: str) -> bool:
        """The same for HTTP Basic, which sends the password with every request: a right one is remembered for a while."""
        kept = self.accounts.hash_of(name)
        proof = hashlib.blake2b(f"{name}\0{password}\0{kept}".encode(), key=self._key).digest()
        known, until = self._basic.get(name, (b"", 0.0))
        if kept is not None and until > time.monotonic() and secrets.compare_digest(known, proof):
            return True
        try:
            right = await self.check(Attempt(name, password, address))
        except Busy:
            return False
        if right:
            self._basic[name] = (proof, time.monotonic() + _BASIC)
        return right

    def close(self) -> None:
        """Ends the threads."""
        self.turns.close()


def _rank(attempt: Attempt, before: tuple[int, ...]) -> tuple[int, ...]:
    """Who is checked first: browsers that have signed in before, then those whose browser, address, name have failed least."""
    counts = tuple(0 if count < FREE else count for count in before)
    return (0 if attempt.device and not any(counts) else 1, *counts)


# --- cookies ---------------------------------------------------------------------------------------------------------


def session_cookie(datasette: Datasette, name: str) -> str:
    """Begins a session of an account; gives what its cookie says."""
    people: People = datasette.kehoach_people
    said = {"a": {"id": name, "since": people.accounts.actor(name)["since"]}, "s": people.sessions.begin(name)}
    return str(datasette.sign(said, "actor"))


def sign_in(datasette: Datasette, response: Response, name: str, cookie: str) -> None:
    """Gives a browser its session, and makes it one that is known for the account."""
    response.set_cookie(COOKIE, cookie, max_age=HOURS * 3600, httponly=True)
    device = datasette.sign({"n": name, "d": secrets.token_urlsafe(12)}, "device")
    response.set_cookie(DEVICE, device, max_age=_YEAR, httponly=True)


def sign_out(response: Response) -> None:
    """Takes the session's cookie from a browser."""
    response.set_cookie(COOKIE, "", max_age=0, expires=0, httponly=True)


def session_of(datasette: Datasette, request: Request) -> str | None:
    """The name of the session in a request, whether it is over or not."""
    said = _unsigned(datasette, request.cookies.get(COOKIE), "actor")
    return said.get("s") if isinstance(said.get("s"), str) else None


def device_of(datasette: Datasette, request: Request, name: str) -> str:
    """The browser of a request, if an account has signed in with it before."""
    said = _unsigned(datasette, request.cookies.get(DEVICE), "device")
    return str(said.get("d", "")) if said.get("n") == name else ""


def _unsigned(datasette: Datasette, cookie: str | None, purpose: str) -> dict[str, Any]:
    try:
        said = datasette.unsign(cookie or "", purpose)
    except BadSignature:
        return {}
    return said if isinstance(said, dict) else {}


# --- who it is -------------------------------------------------------------------------------------------------------


async def actor_of(datasette: Datasette, request: Request) -> dict[str, Any] | None:
    """Who asks: of a session that is not over, or with a password; what the account is now, not what it was."""
    people: People = datasette.kehoach_people
    said = _unsigned(datasette, request.cookies.get(COOKIE), "actor")
    actor = said.get("a")
    if isinstance(actor, dict) and isinstance(actor.get("id"), str) and people.accounts.is_current(actor):
        return people.accounts.actor(actor["id"]) if people.sessions.holds(said.get("s"), actor["id"]) else None
    given = _basic(request.headers.get("authorization", ""))
    if given and await people.basic(*given, address_of(request)) and people.accounts.has(given[0]):
        return people.accounts.actor(given[0])
    return None


def address_of(request: Request) -> str:
    """The address that a request comes from: of `X-Forwarded-For` where a named proxy says so (uvicorn has put it here)."""
    client = request.scope.get("client")
    return str(client[0]) if client else "?"


def _basic(header: str) -> tuple[str, str] | None:
    """Name and password of HTTP Basic (RFC 7617), accents and all."""
    kind, _, value = header.partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        decoded = base64.b64decode(value, validate=True).decode("utf-8")
    except ValueError:
        return None
    name, colon, password = decoded.partition(":")
    return (name, password) if colon else None
