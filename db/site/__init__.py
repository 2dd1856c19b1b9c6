"""The site: a Datasette plugin with pages for people without SQL, on top of Datasette's own for people with it."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from db.schema.database import PATIENCE_MS
from db.site import access
from db.site.page import OTHERS, Page
from db.site.routes import OPEN, ROUTES
from patterns.fold import slug

Handler = Callable[..., Awaitable[Response]]


def _view(handler: Handler, *, guarded: bool = True) -> Callable[[Datasette, Request], Awaitable[Response]]:
    """A page as Datasette calls it: reading is asked for first, a query that runs out of time is said."""

    async def answer(datasette: Datasette, request: Request) -> Response:
        if guarded and not await datasette.permission_allowed(request.actor, "view-instance", default=True):
            return sign_in_first(datasette, request)
        page = Page(datasette, request)
        try:
            if guarded:
                await page.know_programmes()
            if page.lacks_programme and request.method == "GET":
                return page.redirect(page.here(), status=302)
            return await handler(page, **request.url_vars)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                return await page.render("busy", status=503, title=page.say("Đang nạp dữ liệu", "A load is writing"))
            if "interrupted" not in str(error):
                raise
            return await page.render("slow", status=503, title=page.say("Truy vấn quá lâu", "The query took too long"))

    return answer


def sign_in_first(datasette: Datasette, request: Request) -> Response:
    """To the form for signing in, and back to where one was."""
    back = urlencode({"next": request.full_path.removeprefix(datasette.setting("base_url").rstrip("/"))})
    return Response.redirect(datasette.urls.path(f"/-/login?{back}"), status=302)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The addresses of the pages."""
    return [
        *((pattern, _view(handler)) for pattern, handler in ROUTES),
        *((pattern, _view(handler, guarded=False)) for pattern, handler in OPEN),
    ]


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request | None, template: str) -> Any:
    """What our frame needs around the form for signing in, which is another plugin's."""

    async def shared() -> dict[str, Any]:
        if template != "password_login.html" or request is None:
            return {}
        return await Page(datasette, request).shared()

    return shared


@hookimpl
def permission_allowed(datasette: Datasette, actor: dict[str, Any] | None, action: str) -> bool | None:
    """What roles allow."""
    return access.decide(datasette, actor, action)


@hookimpl
def forbidden(datasette: Datasette, request: Request) -> Response | None:
    """Where all reading needs signing in, the form comes up."""
    closed = access.decide(datasette, request.actor, "view-instance") is False
    return sign_in_first(datasette, request) if closed and request.method == "GET" else None


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[Any], Any]:
    """What browsers may keep, and for Datasette's own pages, too, that nothing is loaded from elsewhere."""
    static = datasette.urls.path("/static/").encode()

    def wrap(app: Any) -> Any:
        async def answer(scope: Any, receive: Any, send: Any) -> None:
            async def with_headers(message: Any) -> None:
                if message["type"] == "http.response.start":
                    given = {name.lower() for name, _ in message["headers"]}
                    added = []
                    if scope["raw_path"].startswith(static):
                        added.append((b"cache-control", b"public, max-age=86400"))
                    if b"content-security-policy" not in given:
                        added.append((b"content-security-policy", OTHERS.encode()))
                    message = {**message, "headers": [*message["headers"], *added]}
                await send(message)

            await app(_readable(scope), receive, with_headers if scope["type"] == "http" else send)

        return answer

    return wrap


def _readable(scope: Any) -> Any:
    """A request without a Basic header that datasette-auth-passwords, which knows ASCII alone, would stumble over."""
    kept = [(name, value) for name, value in scope.get("headers", ()) if name != b"authorization" or _is_ascii(value)]
    return {**scope, "headers": kept} if len(kept) < len(scope.get("headers", ())) else scope


def _is_ascii(header: bytes) -> bool:
    if not header.startswith(b"Basic "):
        return True
    try:
        return base64.b64decode(header[6:], validate=True).isascii()
    except ValueError:
        return False


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """Filters of ours."""
    env.filters["slug"] = slug
    env.trim_blocks = env.lstrip_blocks = True


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """The same rules for writing as the loader's: keys hold, and one waits for the other."""
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
