"""What became of a request that raised: one line in the log, a page in the site's own frame, never a value that somebody sent."""

from __future__ import annotations

import json
import sqlite3

from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.utils import InvalidSql
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError

from db.schema.trouble import logged
from db.site.guard.forms import Refused
from db.site.guard.gate import FAULT, said
from db.site.guard.headers import is_datasettes
from db.site.page import Page
from db.site.shown import half

_WORDS = {
    400: "Yêu cầu không hiểu được. / The request was not understood.",
    403: "Chưa được phép. / Not allowed.",
    404: "Không có trang này. / There is no such page.",
    405: "Không có phương thức này. / There is no such method.",
    503: "Truy vấn vượt thời gian cho phép; hãy lọc hẹp hơn. / The query took too long; narrow it.",
}

# What Datasette's own pages raise over parameters that they cannot read (`_timelimit=x`, `_json_infinity=x`).
_MISREAD = (TypeError, ValueError, AttributeError, LookupError, AssertionError, sqlite3.Error)


async def answer(datasette: Datasette, request: Request, error: Exception) -> Response:
    """The answer to a request that raised, after its line in the log."""
    status, detail = _what(error)
    if status == 500 and is_datasettes(request.path) and isinstance(error, _MISREAD):
        status, detail = 400, type(error).__name__
    if status == 500:
        said(request.scope, error)
    else:
        logged(f"{status} {request.method} {ascii(request.path[:200])[1:-1]}\n")
    message = FAULT if status == 500 else _WORDS.get(status, _WORDS[400])
    if isinstance(error, Refused):
        message = str(error)
    if request.path.endswith(".json"):
        body = {"ok": False, "error": detail or message, "status": status, "title": None}
        return Response(json.dumps(body), status=status, content_type="application/json; charset=utf-8")
    page = Page(datasette, request)
    title = {403: page.say("Chưa được phép", "Not allowed"), 404: page.say("Không tìm thấy", "Not found")}.get(
        status, page.say("Không trả lời được", "No answer")
    )
    return await page.render("fault", status=status, title=title, message=half(message, page.lang), detail=detail)


def _what(error: Exception) -> tuple[int, str]:
    """The status of an error, and what Datasette or SQLite says of it where it is about what was asked."""
    if isinstance(error, QueryInterrupted):
        return 503, ""
    if isinstance(error, Refused):
        return error.status, ""
    if isinstance(error, DatasetteError):
        # A column by which nothing can be sorted is a 500 to Datasette.
        return 400 if error.status == 500 else error.status, "" if error.message_is_html else str(error.message)
    if isinstance(error, Base400):
        return error.status, str(error.args[0]) if error.args and error.status != 404 else ""
    if isinstance(error, InvalidSql | sqlite3.OperationalError):
        return 400, str(error)
    return 500, ""
