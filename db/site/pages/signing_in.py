"""Signing in: datasette-auth-passwords' own, and back to where one was."""

from __future__ import annotations

import re

from datasette.utils.asgi import Response
from datasette_auth_passwords import password_login

from db.site.page import Page
from db.site.shown import half


async def login(page: Page) -> Response:
    """The form, and what comes of it."""
    problem = page.datasette.kehoach_accounts.problem()
    if problem:
        title = page.say("Chưa đăng nhập được", "Nobody can sign in")
        return await page.render("refused", status=503, title=title, message=half(problem, page.lang), closed=True)
    response: Response = await password_login(page.request, page.datasette)
    if response.status == 302:
        response.headers["Location"] = _safe(page, page.request.args.get("next") or "")
    return response


_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")


def _safe(page: Page, wanted: str) -> str:
    """An address on this site alone: nobody is sent elsewhere by a link to the form."""
    # Browsers drop tabs and line ends, and take `\\` for `/`: what has any of them is not looked at further.
    inside = wanted.startswith("/") and not wanted.startswith("//") and _UNSAFE.search(wanted) is None
    root = page.datasette.urls.path("/").rstrip("/")
    if not inside:
        return page.url("/")
    return wanted if root and wanted.startswith(f"{root}/") else f"{root}{wanted}"
