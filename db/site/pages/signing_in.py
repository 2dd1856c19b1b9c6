"""Signing in and out, and back to where one was."""

from __future__ import annotations

import asyncio
import re

from datasette.utils.asgi import Response

from db.review.sessions import SessionError
from db.site.guard import forms, people
from db.site.guard.attempts import FREE
from db.site.guard.people import Attempt, Busy
from db.site.page import Page
from db.site.shown import half


async def login(page: Page) -> Response:
    """The form, and what comes of it."""
    problem = page.datasette.kehoach_accounts.problem()
    if problem:
        title = page.say("Chưa đăng nhập được", "Nobody can sign in")
        return await page.render("refused", status=503, title=title, message=half(problem, page.lang), closed=True)
    if page.request.method != "POST":
        return await _form(page)
    sent = await page.request.post_vars()
    name, request = sent.get("username", ""), page.request
    attempt = Attempt(
        name,
        sent.get("password", ""),
        people.address_of(request),
        browser=request.cookies.get(forms.COOKIE, ""),
        device=people.device_of(page.datasette, request, name),
    )
    try:
        right = await page.datasette.kehoach_people.check(attempt)
        cookie = await asyncio.to_thread(people.session_cookie, page.datasette, name) if right else ""
    except Busy:
        return _busy(page)
    except SessionError as error:
        return await _unkept(page, error)
    if not right:
        _log_failure(page, attempt)
        return await _form(page, wrong=True)
    page.log("signed-in", who=name)
    response = page.redirect(_safe(page, page.request.args.get("next") or ""), status=302)
    people.sign_in(page.datasette, response, name, cookie)
    return response


async def logout(page: Page) -> Response:
    """Ends the session, here and wherever its cookie was copied to."""
    response = page.redirect(page.url("/"), status=302)
    if page.request.method == "POST":
        session = people.session_of(page.datasette, page.request)
        await asyncio.to_thread(page.datasette.kehoach_people.sessions.end, session)
        if page.request.actor:
            page.log("signed-out")
        people.sign_out(response)
    return response


async def closed(page: Page, name: str) -> Response:
    """What is not shown on this site."""
    return await page.missing(page.say("trang", "page"), name, [])


async def _form(page: Page, *, wrong: bool = False) -> Response:
    some = bool(page.datasette.kehoach_accounts.names())
    return await page.render("login", title=page.say("Đăng nhập", "Sign in"), wrong=wrong, no_accounts=not some)


def _log_failure(page: Page, attempt: Attempt) -> None:
    """The first failures each, then every doubling of them: a flood of them is no flood of lines.

    A name that is no account's may be a password that was typed into the wrong field.
    """
    attempts = page.datasette.kehoach_people.attempts
    count = max(attempts.failures(key) for key in attempt.counted_by())
    if count <= FREE or count & (count - 1) == 0:
        known = page.datasette.kehoach_accounts.has(attempt.name)
        page.log("sign-in-failed", who=attempt.name if known else "?", more=str(count))


async def _unkept(page: Page, error: SessionError) -> Response:
    title = page.say("Chưa đăng nhập được", "Not signed in yet")
    return await page.render("refused", status=503, title=title, message=half(str(error), page.lang), closed=True)


def _busy(page: Page) -> Response:
    """A line and no page: it is given a hundred times a second where passwords are tried so often."""
    words = page.say(
        "Nhiều người đang thử mật khẩu cùng lúc nên mật khẩu này chưa được kiểm tra; hãy thử lại sau vài giây.",
        "Many passwords are being tried at once, so that this one was not checked; try again in some seconds.",
    )
    return Response.text(f"{words}\n", status=503, headers={"retry-after": "5"})


_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")


def _safe(page: Page, wanted: str) -> str:
    """An address on this site alone: nobody is sent elsewhere by a link to the form."""
    # Browsers drop tabs and line ends, and take `\\` for `/`: what has any of them is not looked at further.
    inside = wanted.startswith("/") and not wanted.startswith("//") and _UNSAFE.search(wanted) is None
    root = page.datasette.urls.path("/").rstrip("/")
    if not inside:
        return page.url("/")
    return wanted if root and wanted.startswith(f"{root}/") else f"{root}{wanted}"
