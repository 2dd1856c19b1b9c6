"""The gate, hosts, headers and forms by themselves, around an application that answers everything: each guard where nothing stands behind it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from db.site.guard import forms
from db.site.guard.forms import Refused
from db.site.guard.gate import Gate
from db.site.guard.headers import completed
from db.site.guard.hosts import Hosts

HOSTS = Hosts((), loopback=True, machine="")
TOKEN = "abc"
BEARS = {"cookie": f"ds_csrftoken={TOKEN}", "content-type": "application/x-www-form-urlencoded"}


def packed(given: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode("latin-1")) for name, value in given.items()]


class Asked:
    """A request to an application behind a gate, and what came of it."""

    def __init__(
        self,
        app: Callable[..., Awaitable[None]] | None = None,
        *,
        method: str = "GET",
        path: str = "/help",
        given: dict[str, str] | None = None,
        body: bytes = b"",
        https: bool = False,
        **scope: Any,
    ) -> None:
        self.scopes: list[Any] = []
        self.sent: list[Any] = []
        self._app = app
        whole = {
            "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"", "scheme": "http",
            "headers": packed({"host": "localhost", **(given or {})}), **scope,
        }  # fmt: skip

        async def receive() -> Any:
            return {"type": "http.request", "body": body}

        async def send(message: Any) -> None:
            self.sent.append(message)

        asyncio.run(Gate(HOSTS, https=https).wrap(self._answer)(whole, receive, send))

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        self.scopes.append(scope)
        if self._app is not None:
            await self._app(send)
        else:
            await send({"type": "http.response.start", "status": 200, "headers": [(b"set-cookie", b"a=b")]})
            await send({"type": "http.response.body", "body": b"x"})

    @property
    def status(self) -> int:
        (start,) = (message for message in self.sent if message["type"] == "http.response.start")
        return int(start["status"])

    @property
    def headers(self) -> dict[bytes, bytes]:
        return dict(self.sent[0]["headers"])


async def half(send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})


def test_what_is_no_request_passes() -> None:
    passed: list[Any] = []

    async def app(*given: Any) -> None:
        passed.extend(given)

    given = ({"type": "lifespan"}, object(), object())
    asyncio.run(Gate(HOSTS, https=False).wrap(app)(*given))
    assert passed == list(given)


def test_an_answer_that_has_begun_is_not_begun_again(capsys: pytest.CaptureFixture[str]) -> None:
    async def fault(send: Any) -> None:
        await half(send)
        raise ZeroDivisionError

    async def cut_off(send: Any) -> None:
        await half(send)
        raise asyncio.CancelledError

    with pytest.raises(ZeroDivisionError):
        Asked(fault)
    assert len(Asked(cut_off).sent) == 1
    assert capsys.readouterr().err == "503 GET /help\n"


def test_lines_of_the_log_are_short_and_hold_no_signs_of_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    secret = "bí" + " mật"

    async def fault(_: Any) -> None:
        raise ZeroDivisionError(secret)

    async def cut_off(_: Any) -> None:
        raise asyncio.CancelledError

    for app, status in ((fault, 500), (cut_off, 503)):
        assert Asked(app, path="/\x1b[31m" + "x" * 5000, raw_path=b"/x").status == status
        said = capsys.readouterr().err
        assert "\x1b" not in said
        assert secret not in said
        assert len(said.splitlines()[0]) < 300


def test_a_refusal_is_as_who_asks_can_read_it() -> None:
    for asked in (
        Asked(method="PUT", given={"accept": "application/json"}),
        Asked(method="PUT", path="/kehoach/targets.json"),
    ):
        assert asked.headers[b"content-type"].startswith(b"application/json")
        assert json.loads(asked.sent[1]["body"])["status"] == 405
    assert Asked(method="PUT").headers[b"allow"] == b"GET, HEAD, POST"
    head = Asked(method="HEAD", given={"host": "evil.example"})
    assert (head.status, head.sent[1]["body"]) == (421, b"")
    large = Asked(method="POST", path="/-/login", given={**BEARS, "x-csrftoken": TOKEN}, body=b"x" * 5000)
    assert (large.status, large.headers[b"connection"]) == (413, b"close")
    reading = Asked(method="POST", path="/kehoach/targets", given={**BEARS, "x-csrftoken": TOKEN})
    assert (reading.status, reading.headers[b"allow"]) == (405, b"GET, HEAD")


def test_the_pages_behind_get_one_token() -> None:
    for given, body in (({"x-csrftoken": TOKEN}, b""), ({}, b"csrftoken=abc")):
        asked = Asked(method="POST", given={**BEARS, **given}, body=body)
        assert [value for name, value in asked.scopes[0]["headers"] if name == b"x-csrftoken"] == [b"abc"]


@pytest.mark.parametrize(("https", "scheme"), [(False, "http"), (True, "http"), (False, "https")])
def test_cookies_go_over_https_where_the_browser_came_so(https: bool, scheme: str) -> None:
    cookie = Asked(https=https, scheme=scheme).headers[b"set-cookie"]
    assert (b"Secure" in cookie) == (https or scheme == "https")


# --- headers ---------------------------------------------------------------------------------------------------------


def test_every_header_is_there_once_with_what_it_must_say() -> None:
    out = completed([(b"X-Frame-Options", b"SAMEORIGIN"), (b"A", b"b")], path="/plans", status=200, secure=False)
    found = dict(out)
    assert len(found.pop(b"content-security-policy")) > 0
    assert found == {
        b"a": b"b", b"x-content-type-options": b"nosniff", b"x-frame-options": b"DENY", b"referrer-policy": b"same-origin",
        b"cross-origin-opener-policy": b"same-origin", b"cross-origin-resource-policy": b"same-origin",
    }  # fmt: skip
    assert len(out) == 1 + len(found)
    own = completed([(b"content-security-policy", b"x")], path="/plans", status=200, secure=False)
    assert [value for name, value in own if name == b"content-security-policy"] == [b"x"]


@pytest.mark.parametrize(
    ("path", "inline"),
    [("/", False), ("/plans", False), ("/static/x.js", False), ("/kehoach", True), ("/-/versions", True), ("/_memory", True), ("/.json", True)],
)  # fmt: skip
def test_policies(path: str, inline: bool) -> None:
    said = dict(completed([], path=path, status=200, secure=False))[b"content-security-policy"].decode()
    rules = {name: " ".join(values) for name, *values in (rule.split() for rule in said.split(";"))}
    nothing = {"object-src": "'none'", "base-uri": "'none'", "form-action": "'self'", "frame-ancestors": "'none'"}
    assert rules.items() >= {**nothing, "img-src": "'self' data:"}.items()
    assert rules["default-src"] == ("'self' 'unsafe-inline'" if inline else "'self'")
    assert ("unsafe" in said) == inline
    assert "http" not in said


def test_what_has_an_address_of_its_own_is_kept_by_browsers_and_nothing_else_is() -> None:
    def kept(path: str, status: int) -> bytes | None:
        return dict(completed([(b"cache-control", b"no")], path=path, status=status, secure=False))[b"cache-control"]

    assert kept("/static/a.css", 200) == b"public, max-age=86400"
    assert kept("/static/a.css", 404) == kept("/plans", 200) == b"no"


@pytest.mark.parametrize(
    ("given", "secure", "cookie"),
    [
        (b"a=b", False, b"a=b; HttpOnly; SameSite=Lax"),
        (b"a=b", True, b"a=b; HttpOnly; SameSite=Lax; Secure"),
        (b"a=b; httponly; samesite=strict; path=/", True, b"a=b; httponly; samesite=strict; path=/; Secure"),
    ],
)
def test_a_cookie_has_each_flag_once(given: bytes, secure: bool, cookie: bytes) -> None:
    assert (b"set-cookie", cookie) in completed([(b"Set-Cookie", given)], path="/", status=200, secure=secure)


# --- hosts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("origin", "host", "same"),
    [
        ("http://localhost:80", "localhost", True),
        ("http://LOCALHOST/help", "localhost:80", True),
        ("https://localhost", "localhost:443", True),
        ("https://kehoach.tinh.vn/plans", "127.0.0.1:8001", True),
        ("http://localhost:9", "localhost:8001", False),
        ("http://[", "localhost", False),
        ("ftp://localhost", "localhost", False),
        ("null", "localhost", False),
        ("http:///x", "localhost", False),
        ("http://kehoach.tinh.vn.evil.example", "kehoach.tinh.vn", False),
    ],
)
def test_what_comes_from_the_site_itself(origin: str, host: str, same: bool) -> None:
    assert Hosts(("kehoach.tinh.vn",), loopback=False, machine="").same(origin, host) == same


def test_names_as_people_write_them() -> None:
    hosts = Hosts.of(("KeHoach.tinh.vn",), loopback=True)
    assert hosts.knows("kehoach.TINH.vn:8001")
    assert hosts.machine == ""
    assert Hosts.of((), loopback=False).machine


# --- forms -----------------------------------------------------------------------------------------------------------


def accepted(path: str, body: bytes = b"", *, unread: bool = False, **given: Any) -> tuple[str, bytes]:
    """The token of what was sent, and its body as the page gets it."""
    messages = [{"type": "http.request", "body": body}, {"type": "http.disconnect"}]

    async def receive() -> Any:
        assert not unread
        return messages.pop(0)

    async def ask() -> tuple[str, bytes]:
        named = {name.replace("_", "-"): value for name, value in given.items()}
        token, received = await forms.accepted(path, {"host": "localhost", **BEARS, **named}, receive, HOSTS)
        return token, b"" if unread else (await received())["body"]

    return asyncio.run(ask())


def refused(path: str, body: bytes = b"", **given: Any) -> int:
    with pytest.raises(Refused) as error:
        accepted(path, body, **given)
    return error.value.status


def test_what_says_that_it_is_too_large_is_not_read() -> None:
    for path, most in (("/-/login", 2**12), ("/account", 2**12), ("/review/decide", 2**20), ("/comments", 40 * 2**20)):
        assert refused(path, unread=True, content_length=str(most + 1), x_csrftoken=TOKEN) == 413
    assert refused("/account", b"x" * 5000, x_csrftoken=TOKEN) == 413
    assert accepted("/comments", b"x" * 2**21, x_csrftoken=TOKEN)[0] == TOKEN


def test_files_are_not_read_here_and_need_their_token_in_a_header() -> None:
    assert accepted("/upload/x/file", unread=True, x_csrftoken=TOKEN)[0] == TOKEN
    assert refused("/upload/x/file", b"csrftoken=abc") == 403
    assert refused("/upload/x/file/y", b"csrftoken=none") == 403


def test_a_token_is_taken_from_where_forms_of_the_site_have_it() -> None:
    assert accepted("/x", b"csrftoken=abc") == (TOKEN, b"csrftoken=abc")
    field = b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    kind: dict[str, Any] = {"content_type": "multipart/form-data; boundary=b"}
    whole = field % (b"csrftoken", b"abc") + b"--b--"
    assert accepted("/comments", whole, **kind) == (TOKEN, whole)
    assert refused("/comments", field % (b"a", b"b") + whole, **kind) == 403
    assert refused("/x", b"csrftoken=abc", content_type="text/plain") == 403
    assert refused("/x", b"csrftoken=abc&x=\xff") == 403
    assert refused("/x", x_csrftoken="é") == 403
    assert refused("/x", x_csrftoken="", cookie="ds_csrftoken=") == 403
    assert refused("/x", x_csrftoken="Ã©", cookie='ds_csrftoken="\\303\\251"') == 403


def test_what_is_broken_off_is_no_form() -> None:
    async def receive() -> Any:
        return {"type": "http.disconnect"}

    with pytest.raises(Refused) as error:
        asyncio.run(forms.accepted("/x", {"host": "localhost", **BEARS, "x-csrftoken": TOKEN}, receive, HOSTS))
    assert error.value.status == 400


def test_where_a_request_comes_from() -> None:
    def own(**given: str) -> bool:
        return forms.is_own(
            {"host": "localhost", **{name.replace("_", "-"): value for name, value in given.items()}}, HOSTS
        )

    assert own()
    assert own(origin="http://localhost", referer="http://evil.example/")
    assert own(sec_fetch_site="same-origin")
    assert own(sec_fetch_site="none")
    assert not own(origin="http://evil.example", referer="http://localhost/")
    assert not own(referer="http://evil.example/")
    assert not own(sec_fetch_site="same-site", origin="http://localhost")
    assert not own(sec_fetch_site="cross-site")


def test_cookies_that_are_none() -> None:
    assert forms.cookies_of("a,b=1") == {}
    assert forms.cookies_of("a=1; b=2") == {"a": "1", "b": "2"}
