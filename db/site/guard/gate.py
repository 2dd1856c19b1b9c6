"""The outermost layer of the site (ASGI): what is asked for is looked at before Datasette sees it, what is answered afterwards."""

from __future__ import annotations

import asyncio
import json
import traceback
from dataclasses import dataclass
from typing import Any

from db.schema.trouble import logged
from db.site.guard import forms, free_sql, headers
from db.site.guard.forms import Refused
from db.site.guard.free_sql import Elsewhere
from db.site.guard.hosts import Hosts

METHODS = ("GET", "HEAD", "POST")


@dataclass(frozen=True, slots=True)
class Gate:
    """What the gate of a site knows of it."""

    hosts: Hosts
    https: bool

    def wrap(self, app: Any) -> Any:
        """An ASGI application behind the gate."""

        async def answer(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            path = scope["path"]
            started = False

            async def told(message: Any) -> None:
                nonlocal started
                if message["type"] == "http.response.start":
                    started = True
                    whole = headers.completed(
                        message.get("headers", []), path=path, status=message["status"], secure=self._is_secure(scope)
                    )
                    message = {**message, "headers": whole}
                await send(message)

            try:
                await app(*await self._looked_at(scope, receive, path), told)
            except Refused as error:
                await _refuse(scope, told, error)
            except asyncio.CancelledError:  # the site is being stopped, and this took too long
                logged(f"503 {scope['method']} {ascii(path[:200])[1:-1]}\n")
                if not started:
                    await _refuse(scope, told, Refused(503, STOPPING))
            except Exception as error:
                if started:
                    raise
                said(scope, error)
                await _refuse(scope, told, Refused(500, FAULT))

        return answer

    def _is_secure(self, scope: Any) -> bool:
        return self.https or scope.get("scheme") == "https"

    async def _looked_at(self, scope: Any, receive: Any, path: str) -> tuple[Any, Any]:
        """A request as Datasette gets it.

        Raises:
            Refused: it is not for this site, or not sent as the site's pages send.
        """
        if scope["method"] not in METHODS:
            raise Refused(405, "Không có phương thức này. / There is no such method.")
        # Datasette reads `~6B` as `k`: there is one spelling of its addresses, the one that is looked at here.
        if not scope.get("raw_path", b"").isascii() or "~" in path.removeprefix("/").partition("/")[0]:
            raise Refused(400, "Địa chỉ không hợp lệ. / No address.")
        given = _readable(scope["headers"])
        known = {name.decode("latin-1"): value.decode("latin-1") for name, value in given}
        if not self.hosts.knows(known.get("host", "")):
            raise Refused(
                421,
                "Trang này không có tên ấy; người quản trị thêm bằng kehoach serve --host-name TÊN. / "
                "This site has another name; whoever runs it adds one with kehoach serve --host-name NAME.",
            )
        free_sql.check(path, scope.get("query_string", b"").decode("latin-1"), known, self.hosts)
        if scope["method"] == "POST":
            token, receive = await forms.accepted(path, known, receive, self.hosts)
            if headers.is_datasettes(path) and not forms.is_signing_in(path):
                raise Refused(405, "Trang này chỉ để đọc. / This page is for reading.")
            given = [(name, value) for name, value in given if name != b"x-csrftoken"]
            given.append((b"x-csrftoken", token.encode()))
        return {**scope, "headers": given}, receive


STOPPING = "Trang đang dừng; hãy thử lại sau. / The site is being stopped; try again later."
FAULT = (
    "Có lỗi trong chương trình; đã ghi vào nhật ký của máy chủ. / A fault of the program; the log of the server has it."
)


def said(scope: Any, error: BaseException) -> None:
    """A fault of ours in the log: where it was, what it was, from which lines; never the values that people sent."""
    where = f"{scope['method']} {ascii(scope['path'][:200])[1:-1]}"
    trace = "".join(traceback.format_tb(error.__traceback__))
    logged(f"500 {where}: {type(error).__name__}\n{trace}")


def _readable(given: Any) -> list[tuple[bytes, bytes]]:
    """Headers without cookies that Datasette would stumble over."""
    out = []
    for name, value in given:
        if name == b"cookie":
            try:
                value.decode("utf-8")
            except UnicodeDecodeError:
                continue
            if not forms.cookies_of(value.decode("latin-1")):
                continue
        out.append((name, value))
    return out


def told(refused: Refused) -> dict[str, Any]:
    """A refusal as JSON, as Datasette gives its errors."""
    return {"ok": False, "error": str(refused), "status": refused.status, "title": None}


async def _refuse(scope: Any, send: Any, refused: Refused) -> None:
    """A line in both languages, or the same as JSON."""
    wanted = dict(scope.get("headers", ())).get(b"accept", b"")
    if b"application/json" in wanted or scope["path"].endswith(".json"):
        kind, body = "application/json", json.dumps(told(refused))
    elif isinstance(refused, Elsewhere):
        kind, body = "text/html", refused.page()
    else:
        kind, body = "text/plain", str(refused).replace(" / ", "\n\n") + "\n"
    more = {
        405: [(b"allow", ", ".join(one for one in METHODS if one != scope["method"]).encode())],
        413: [(b"connection", b"close")],
    }.get(refused.status, [])
    start = {
        "type": "http.response.start",
        "status": refused.status,
        "headers": [(b"content-type", f"{kind}; charset=utf-8".encode()), *more],
    }
    await send(start)
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body.encode()})
