"""A person at the site, in process: addresses in, answers out, signed in or not."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from lxml import html

from db.review.accounts import Accounts
from db.site.guard import people
from db.site.serve import Site, application

# Those who visit, so that what their sites have opened is closed.
VISITORS: list[Person] = []

REVIEWER = {"id": "lan", "name": "lan", "roles": ["reviewer", "staff"]}


class Person:
    """Asks for pages; with an `actor` as one who has signed in."""

    def __init__(self, path: Path, actor: dict[str, Any] | None = None, **options: Any) -> None:
        self.path = path
        self.site: Site = application(path, **options)
        self.cookies: dict[str, str] = {}
        VISITORS.append(self)
        if actor:
            accounts = Accounts(path)
            if not accounts.has(actor["id"]):
                accounts.add(actor["id"], "mật khẩu dài", tuple(actor["roles"]))
            self.cookies[people.COOKIE] = people.session_cookie(self.site, actor["id"])

    def get(self, address: str, **options: Any) -> Any:
        """The answer to an address; one of a page about a programme that names none leads to the same with the default."""
        answer = self._ask("get", address, **options)
        if answer.status_code == 302 and "programme=" in answer.headers["location"] and "programme=" not in address:
            return self._ask("get", answer.headers["location"])
        return answer

    def page(self, address: str, status: int = 200) -> Any:
        """The tree of a page, whose status must be as expected."""
        answer = self.get(address)
        assert answer.status_code == status, (address, answer.status_code, answer.text[:400])
        return html.fromstring(answer.text)

    def text(self, address: str, status: int = 200) -> str:
        """The words of a page, white space made one."""
        return " ".join(self.page(address, status).text_content().split())

    def post(
        self, address: str, data: dict[str, Any] | bytes | None = None, *, token: bool = True, **options: Any
    ) -> Any:
        """Sends a form with its token, as a page of the site does."""
        headers = {"content-type": "application/x-www-form-urlencoded", **options.pop("headers", {})}
        if token:
            answer = self.get("/-/login")
            self.cookies["ds_csrftoken"] = answer.cookies.get("ds_csrftoken") or self.cookies["ds_csrftoken"]
            headers["x-csrftoken"] = self.cookies["ds_csrftoken"]
        body = data if isinstance(data, bytes) else urlencode(data or {}, doseq=True).encode()
        return self._ask("post", address, content=body, headers=headers, **options)

    def _ask(self, method: str, address: str, **options: Any) -> Any:
        async def ask() -> Any:
            return await self.site.client.request(method.upper(), address, cookies=self.cookies, **options)

        return asyncio.run(ask())
