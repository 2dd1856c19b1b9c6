"""One's own account with its password; for administrators the accounts there are, and the log of who did what."""

from __future__ import annotations

import asyncio
from itertools import islice

from datasette.utils.asgi import Response

from db.review import audit
from db.review.accounts import AccountError
from db.review.sessions import HOURS
from db.site.guard import forms, people
from db.site.guard.people import Attempt, Busy
from db.site.page import Page
from db.site.shown import half
from db.views import words

# Lines of the log on a page.
LINES = 100


async def account(page: Page) -> Response:
    """The form for a new password, and what comes of it."""
    actor = page.request.actor
    if not actor:
        return page.redirect(page.url("/-/login", next="/account"), status=302)
    if page.request.method == "POST":
        wrong = await _changed(page)
        if wrong is None:
            return await _renewed(page)
        return await _shown(page, wrong=wrong)
    return await _shown(page)


async def _shown(page: Page, wrong: str | None = None) -> Response:
    accounts = page.datasette.kehoach_accounts.names()
    return await page.render(
        "account",
        status=400 if wrong else 200,
        title=page.say("Tài khoản", "Account"),
        wrong=half(wrong, page.lang) if wrong else None,
        done=page.text("done") == "1",
        roles=accounts.get(page.request.actor["id"], ()),
        accounts=accounts if await page.may("accounts") else {},
        hours=HOURS,
    )


async def _changed(page: Page) -> str | None:
    """Gives the account its new password; why not, where not."""
    sent, request, name = await page.request.post_vars(), page.request, page.request.actor["id"]
    new = sent.get("new", "")
    if new != sent.get("again", ""):
        return "hai lần nhập mật khẩu mới không giống nhau / the new password was not typed the same twice"
    attempt = Attempt(
        name,
        sent.get("current", ""),
        people.address_of(request),
        browser=request.cookies.get(forms.COOKIE, ""),
        device=people.device_of(page.datasette, request, name),
    )
    try:
        if not await page.datasette.kehoach_people.check(attempt):
            return "mật khẩu hiện tại không đúng / the current password is wrong"
        await asyncio.to_thread(page.datasette.kehoach_accounts.change, name, password=new)
    except Busy:
        return "máy chủ đang bận; hãy thử lại sau vài giây / the server is busy; try again in some seconds"
    except AccountError as error:
        return str(error)
    page.log("password-changed", about=name)
    return None


async def _renewed(page: Page) -> Response:
    """A new session for this browser; those of the old password are over."""
    name = page.request.actor["id"]
    response = page.redirect(page.url("/account", done=1))
    cookie = await asyncio.to_thread(people.session_cookie, page.datasette, name)
    people.sign_in(page.datasette, response, name, cookie)
    return response


async def log(page: Page) -> Response:
    """Who did what: for administrators."""
    if not await page.may("accounts"):
        return await page.refuse(page.say("Cần đăng nhập với vai trò quản trị.", "Sign in as an administrator first."))
    who, act, about = page.text("who"), page.choice("act", audit.ACTS), page.text("about")
    number = page.integer("page", 1, 10_000) or 1

    def chosen() -> list[audit.Entry]:
        found = (
            entry
            for entry in audit.entries(page.datasette.kehoach_path)
            if (not who or entry.who == who) and (not act or entry.act == act) and about in entry.about
        )
        return list(islice(found, (number - 1) * LINES, number * LINES + 1))

    found = await asyncio.to_thread(chosen)
    return await page.render(
        "audit",
        title=page.say("Nhật ký", "Log"),
        entries=found[:LINES],
        acts=words.ACTS,
        more=len(found) > LINES,
        number=number,
        who=who,
        act=act,
        about=about,
    )
