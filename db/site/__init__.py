"""The site: a Datasette plugin with pages for people without SQL, on top of Datasette's own for people with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Forbidden, Request, Response

from db.schema.database import PATIENCE_MS
from db.site import access
from db.site.cache import Cache
from db.site.guard import faults, free_sql, people
from db.site.guard.forms import FIELD
from db.site.page import Page
from db.site.routes import OPEN, ROUTES, SAME_FOR_ALL, WRITES, WRITTEN
from db.views import metadata
from patterns.fold import slug

Handler = Callable[..., Awaitable[Response]]

# How much of the database's file a connection looks at in place, and what else it keeps in memory.
_IN_SIGHT_MB, _CACHE_MB = 2000, 16


def _view(handler: Handler, *, guarded: bool = True) -> Callable[[Datasette, Request], Awaitable[Response]]:
    """A page as Datasette calls it: reading is asked for first, a query that runs out of time is said."""

    async def answer(datasette: Datasette, request: Request) -> Response:
        if request.method == "POST" and handler not in WRITES:
            return Response.text(
                "Trang này chỉ để đọc. / This page is for reading.\n", status=405, headers={"allow": "GET, HEAD"}
            )
        page = Page(datasette, request)
        if guarded and not await datasette.permission_allowed(request.actor, "view-instance", default=True):
            return await _give_back(page) if handler in WRITTEN else sign_in_first(datasette, request)
        try:
            if guarded:
                await page.know_programmes()
            if page.lacks_programme and request.method == "GET":
                return page.redirect(page.here(), status=302)
            if handler in SAME_FOR_ALL and request.method in ("GET", "HEAD") and request.actor is None:
                return await _as_last_made(page, handler)
            return await handler(page, **request.url_vars)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                return await page.render("busy", status=503, title=page.say("Đang nạp dữ liệu", "A load is writing"))
            if "interrupted" not in str(error):
                raise
            return await page.render("slow", status=503, title=page.say("Truy vấn quá lâu", "The query took too long"))

    return answer


async def _as_last_made(page: Page, handler: Handler) -> Response:
    """A page for people without an account, made once for all of them until the data change."""
    request = page.request
    personal: list[str] = []  # tokens of forms, which are the browser's own
    token = request.scope["csrftoken"]

    def noted() -> str:
        personal.append(token())
        return personal[-1]

    def weighed(made: Response) -> int | None:
        return len(made.body) + _ADDRESS if made.status == 200 and not personal else None

    request.scope["csrftoken"] = noted
    address = (request.scheme, request.host, request.full_path)
    kept: Cache = page.datasette.kehoach_pages
    made: Response = await kept.of(address, await page.stamp(), lambda: handler(page, **request.url_vars), weighed)
    return Response(made.body, made.status, dict(made.headers), made.content_type)


# What a page that is kept takes beside its own length.
_ADDRESS = 2_000


async def _give_back(page: Page) -> Response:
    """What was written by one who is no longer signed in: to be sent again, from this page, after signing in in another tab."""
    if page.request.method != "POST":
        return sign_in_first(page.datasette, page.request)
    form = parse_qsl((await page.request.post_body()).decode("utf-8", "replace"), keep_blank_values=True)
    return await page.render(
        "written",
        status=403,
        title=page.say("Hãy đăng nhập rồi gửi lại", "Sign in, then send again"),
        form=[(name, value) for name, value in form if name != FIELD],
    )


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
def permission_allowed(datasette: Datasette, actor: dict[str, Any] | None, action: str) -> bool | None:
    """What roles allow."""
    return access.decide(datasette, actor, action)


@hookimpl
def forbidden(datasette: Datasette, request: Request) -> Response | Awaitable[Response]:
    """Where reading, or SQL of one's own, needs signing in, the form comes up; the rest is said in the site's own frame."""
    closed = access.decide(datasette, request.actor, "view-instance") is False
    statement = not request.actor and free_sql.is_free(request.path, request.query_string)
    if (closed or (statement and not request.path.endswith((".json", ".csv")))) and request.method == "GET":
        return sign_in_first(datasette, request)
    return faults.answer(datasette, request, Forbidden())


@hookimpl(trylast=True)
def asgi_wrapper(datasette: Datasette) -> Callable[[Any], Any]:
    """The gate, around everything else."""
    wrap: Callable[[Any], Any] = datasette.kehoach_gate.wrap
    return wrap


@hookimpl(hookwrapper=True)
def actor_from_request(datasette: Datasette, request: Request) -> Iterator[None]:
    """Who asks; what others make of cookies and headers counts for nothing."""
    outcome: Any = yield
    outcome.force_result([_known(datasette, request)])


async def _known(datasette: Datasette, request: Request) -> dict[str, Any] | None:
    actor = await people.actor_of(datasette, request)
    free_sql.note(request, actor)
    return actor


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Iterator[None]:
    """What is answered and logged; Datasette's own would log every value that the program had in hand."""
    outcome: Any = yield
    outcome.force_result([faults.answer(datasette, request, exception)])


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """Filters of ours."""
    env.filters["slug"] = slug
    env.trim_blocks = env.lstrip_blocks = True


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """The same rules for writing as the loader's: keys hold, and one waits for the other."""
    if database == metadata.NAME:  # Datasette's own tables are deleted parents first whenever the schema changes
        conn.execute("PRAGMA foreign_keys = ON")
        # what pages read lies all over a file of a gigabyte: it is looked at where the system has it, and not copied page by page
        conn.execute(f"PRAGMA mmap_size = {_IN_SIGHT_MB << 20}")
        conn.execute(f"PRAGMA cache_size = {-(_CACHE_MB << 10)}")
    conn.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
