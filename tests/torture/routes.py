"""Every address × role × method, every parameter with odd values, the headers of every answer: who may does, who may not does not, no 500."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from unittest import mock
from urllib.parse import quote, urlencode

from db.review.accounts import ROLES, Accounts
from db.site.guard import people
from db.site.page import Page
from db.site.routes import OPEN, ROUTES, WRITES
from db.site.serve import Site, application
from db.site.uploads import Upload
from tests.conftest import PLANS
from tests.torture.kills import load
from tests.torture.part import Part, Step

# Roles that may read and that may send something; `*`: everybody who may come in at all, `-`: nobody sends anything.
TABLE: dict[str, tuple[str, str]] = {
    "/": ("*", "-"), "/compare": ("*", "-"), "/compare.csv": ("*", "-"), "/compare.xlsx": ("*", "-"), "/compare/cell?cell={cell}": ("*", "-"),
    "/diff?a={plan}&b={other}": ("*", "-"), "/diff.json?a={plan}&b={other}": ("*", "-"), "/plans": ("*", "-"), "/plans/{plan}": ("*", "-"),
    "/plans/{plan}/file": ("*", "-"), "/plans/{plan}/pages/1.png": ("*", "-"), "/plans/{plan}/gop-y.docx": ("*", "-"), "/plans/{plan}/gop-y": ("*", "-"), "/plans/{plan}/gop-y/sender": ("*", "reviewer"), "/plans/{plan}/so-ket.docx": ("*", "-"),
    "/export/plan_list.json": ("*", "-"), "/export/targets.csv": ("*", "-"), "/review": ("*", "-"), "/search?q=tr%E1%BA%BB": ("*", "-"),
    "/measures": ("*", "-"), "/measures/4a": ("*", "-"), "/cascade": ("*", "-"), "/deadlines": ("*", "-"), "/deadlines.ics?plan={plan}": ("*", "-"),
    "/coverage": ("*", "-"), "/progress": ("*", "-"), "/agencies": ("*", "-"), "/agencies/so-y-te": ("*", "-"), "/laws": ("*", "-"),
    "/laws/20-ct-tw": ("*", "-"), "/files": ("*", "-"), "/corrections": ("*", "-"), "/help": ("*", "-"),
    "/plans/{plan}/remove": ("*", "staff"), "/plans/{plan}/restore": ("*", "staff"), "/plans/{plan}/confirm": ("*", "staff"),
    "/files/versions": ("*", "reviewer staff"), "/review/decide": ("*", "reviewer"),
    "/review/undo": ("*", "reviewer"), "/review/assign": ("*", "reviewer"), "/review/progress": ("*", "-"),
    "/correct/targets/{target}": ("reviewer", "reviewer"), "/upload": ("staff", "-"), "/upload/new": ("", "staff"),
    "/upload/{upload}": ("staff", "-"), "/upload/{upload}/errors.csv": ("staff", "-"), "/upload/{upload}/file?name=a.txt": ("", "staff"),
    "/upload/{none}/start": ("", "staff"), "/account": (" ".join(ROLES), " ".join(ROLES)), "/audit": ("admin", "-"),
    "/-/login": ("*", "*"), "/-/logout": ("*", "*"), "/-/allow-debug": ("*", "-"),
    "/kehoach": ("*", "-"), "/kehoach.json?sql=select+1": ("*", "-"), "/kehoach/targets": ("*", "-"), "/kehoach/targets.json": ("*", "-"),
    "/kehoach/targets.csv": ("*", "-"), "/kehoach/comparison": ("*", "-"), "/kehoach/plan_list": ("*", "-"), "/kehoach/targets/{target}": ("*", "-"),
    "/compare/bieu.xlsx": ("*", "-"), "/compare/plans": ("*", "-"), "/compare/plans.json": ("*", "-"), "/comments": ("*", "*"),
    "/comments.docx": ("*", "*"), "/measures/4a/ranked.svg": ("*", "-"),
    "/-/versions.json": ("*", "-"), "/-/metadata.json": ("*", "-"), "/-/actor.json": ("*", "-"), "/.json": ("*", "-"),
}  # fmt: skip
ODD = (
    "", "0", "-1", "9" * 30, "1e309", "NaN", "'", '"', "a\x00b", "../../etc/passwd", "<script>alert(1)</script>", "e\u0301\ufeff", "🜏", "a" * 3000,
    "{{7*7}}", "%s%n", "[", '{"a": 1}', "2024-13-45", "*\" OR (", "đuối:nước NEAR",
)  # fmt: skip
# What Datasette's own pages take.
DATASETTES = (
    "_size", "_next", "_sort", "_sort_desc", "_facet", "_facet_array", "_facet_date", "_facet_size", "_search", "_search_text", "_searchmode", "_shape", "_json",
    "_nl", "_labels", "_label", "_col", "_nocol", "_timelimit", "_ttl", "_trace", "_through", "_where", "_nofacet", "_nosuggest", "_nocount", "_stream", "_header",
    "_dl", "_json_infinity", "_blob_column", "_filter_column", "_filter_op", "_extra", "year", "year__gt", "quote__like", "quote__arraycontains", "year__in",
    "year__date", "plan__nothing", "none", "plan", "document", "sql", "lang", "programme",
)  # fmt: skip
METHODS = ("TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "BREW")


class Ground:
    """A site with an account of every role, open or for people with an account."""

    def __init__(self, path: Path, *, private: bool) -> None:
        self.private = private
        self.site: Site = application(path, loopback=not private, reading=not private)
        self.cookies: dict[str, dict[str, str]] = {"": {}}
        for role in ROLES:
            self.cookies[role] = {people.COOKIE: people.session_cookie(self.site, role)}
        with closing(sqlite3.connect(path)) as db:
            slugs = [row[0] for row in db.execute("SELECT slug FROM documents ORDER BY slug")]
            self.known = {
                "plan": slugs[0], "other": slugs[1], "target": db.execute("SELECT id FROM targets").fetchone()[0],
                "cell": "1", "upload": Upload.new(path, "staff").id, "none": "20240101-000000-ffffff",
            }  # fmt: skip

    async def ask(self, method: str, address: str, role: str = "", *, token: bool = True, **options: Any) -> Any:
        """An answer; what is sent bears its token."""
        cookies, headers = dict(self.cookies[role]), dict(options.pop("headers", {}))
        if method == "POST" and token:
            known = (await self.site.client.get("/-/login")).cookies["ds_csrftoken"]
            cookies["ds_csrftoken"] = headers["x-csrftoken"] = known
        return await self.site.client.request(method, address, cookies=cookies, headers=headers, **options)

    def address(self, pattern: str) -> str:
        """An address of the table with what there is in the database."""
        return re.sub(r"\{(\w+)\}", lambda match: quote(str(self.known[match[1]])), pattern)


# Where people come in, and what is there for nobody.
_OPEN = ("/-/login", "/-/logout", "/-/allow-debug")


def allowed(ground: Ground, pattern: str, who: str, role: str) -> bool:
    """What the table says of a role."""
    if who == "*":
        return bool(role) or not ground.private or pattern in _OPEN
    return role in who.split()


def wrong_with(answer: Any, what: str, *, may: bool | None) -> list[str]:
    """What is wrong with an answer; `may` says whether the person may what was asked."""
    said = []
    status = answer.status_code
    if status >= 500:
        said.append(f"{status}")
    refused = status in (403, 405) or (status == 302 and "/-/login" in answer.headers["location"])
    if may is False and not refused:
        said.append(f"{status} for one who may not")
    if may and status in (403, 405):
        said.append(f"{status} for one who may")
    for name, value in (
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
    ):
        if answer.headers.get_list(name) != [value]:
            said.append(f"{name}: {answer.headers.get_list(name)}")
    if len(answer.headers.get_list("content-security-policy")) != 1:
        said.append("no policy, or two")
    return [f"{what}: {one}" for one in said]


async def by_role(ground: Ground, pattern: str) -> list[str]:
    """One address by every role and method."""
    reads, writes = TABLE[pattern]
    address, wrong = ground.address(pattern), []
    for role in ground.cookies:
        may = allowed(ground, pattern, reads, role) if reads else None
        for method in ("GET", "HEAD"):
            wrong += wrong_with(await ground.ask(method, address, role), f"{method} {address} {role or '–'}", may=may)
        for other in METHODS:
            answer = await ground.ask(other, address, role)
            if answer.status_code != 405:
                wrong.append(f"{other} {address} {role or '–'}: {answer.status_code}")
        if role in ROLES and pattern in ("/-/logout", "/account"):
            continue  # signs the role out
        may = allowed(ground, pattern, writes, role)
        wrong += wrong_with(await ground.ask("POST", address, role), f"POST {address} {role or '–'}", may=may)
        for kind, body in (("application/json", json.dumps({"state": "accepted"})), ("multipart/form-data", "x")):
            bare = await ground.ask("POST", address, role, token=False, content=body, headers={"content-type": kind})
            if bare.status_code != 403:
                wrong.append(f"POST {address} {role or '–'} of {kind} without token: {bare.status_code}")
    return wrong


async def with_odd_values(ground: Ground, pattern: str, few: bool = False) -> list[str]:
    """One address with every parameter that it takes, and with every part of its path, as something odd."""
    path, _, query = ground.address(pattern).partition("?")
    given = dict(one.split("=") for one in query.split("&")) if query else {}
    wrong: list[str] = []
    for name in (*_parameters(ground, ground.address(pattern)), *(DATASETTES if path.startswith("/kehoach") else ())):
        for odd in ODD[::5] if few else ODD:
            asked = f"{path}?{urlencode({**given, name: odd})}"
            wrong += wrong_with(await ground.ask("GET", asked, "admin"), f"GET {asked[:200]}", may=None)
    parts = path.strip("/").split("/")
    for place in range(1, len(parts)):
        for odd in ODD:
            asked = "/" + "/".join(
                quote(odd, safe="") if number == place else part for number, part in enumerate(parts)
            )
            wrong += wrong_with(await ground.ask("GET", asked, "admin"), f"GET {asked[:200]}", may=None)
    return wrong


def _parameters(ground: Ground, address: str) -> list[str]:
    """What a page of ours asks its address for."""
    asked: set[str] = set()
    plain = Page.text

    def noted(page: Page, name: str) -> str:
        asked.add(name)
        return plain(page, name)

    with mock.patch.object(Page, "text", noted):
        _run(ground.ask("GET", address, "admin"))
    return sorted(asked | {"lang", "programme"})


def _run(asked: Any) -> Any:
    """An answer, from within a loop that runs: in a loop of its own beside it."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


def unlisted() -> list[str]:
    """Patterns of routes that no address of the table is of, or whose row says otherwise than the site whether something may be sent there."""
    paths = {
        re.sub(r"\{\w+\}", "20240101-000000-ffffff", pattern).partition("?")[0]: row for pattern, row in TABLE.items()
    }
    wrong = []
    for pattern, handler in (*ROUTES, *OPEN):
        sends = [writes != "-" for path, (_, writes) in paths.items() if re.match(pattern, path)]
        if not sends or sends != [handler in WRITES] * len(sends):
            wrong.append(pattern)
    return wrong


@contextmanager
def opened() -> Iterator[Step]:
    """An open site and a private one; a step is an address of the table."""
    folder = Path(mkdtemp(prefix="torture-"))
    try:
        (folder / "tmp").mkdir()
        shutil.copytree(PLANS, folder / "plans")
        load(folder, "plans.db")
        accounts = Accounts(folder / "plans.db")
        for role in ROLES:
            accounts.add(role, "mật khẩu dài", (role,))
        grounds = [Ground(folder / "plans.db", private=private) for private in (False, True)]

        async def asked(number: int) -> list[str]:
            pattern = list(TABLE)[number]
            wrong = [one for ground in grounds for one in await by_role(ground, pattern)]
            return wrong + await with_odd_values(grounds[0], pattern)

        yield lambda number: asyncio.run(asked(number))
        for ground in grounds:
            ground.site.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_EACH = 2 * 6 * (3 + len(METHODS) + 2) + len(ODD) * 10
PARTS = (
    Part(
        "access.routes",
        "addresses by role and method, every parameter with odd values, headers",
        len(TABLE),
        _EACH,
        opened,
    ),
)
