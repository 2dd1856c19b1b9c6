"""What reviewers send: decisions about one finding or many, undoing them, giving findings and plans to people.

Whatever is not kept (nothing ticked, no reason, others were quicker, no longer signed in) comes back on its page with all that was written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

from datasette.utils.asgi import Response
from sqlite_utils import Database

from db.review import assigning, decisions
from db.review.assigning import AssignmentError
from db.review.decisions import Conflict, Decision, ReviewError
from db.schema.database import transaction
from db.site import queries
from db.site.page import Page
from db.site.pages.review import Sent, review
from db.site.pages.review_progress import progress
from db.site.shown import half

# What one request may decide at most: a page and a few more.
_MOST = 500
_LONGEST = 2000
_WORDING = "wording-"


async def decide(page: Page) -> Response:
    """Keeps decisions about one finding or many, and leads back to the queue."""
    if page.request.method != "POST":
        return page.redirect(page.action("/review"))
    form = await _form(page)
    sent, state = _sent(form), _first(form, "state")
    if not state and sent.person:  # Enter in the field of the name
        return await _assign(page, form)
    if not await page.may("review"):
        return await _again(page, sent, page.say(*_SIGN_IN), 403)
    if not sent.keys:
        return await _again(page, replace(sent, state=state), "", 400)
    decision = Decision(state=state, grounds=sent.grounds, note=sent.note, wordings=sent.wordings)
    reviewer, seen = str(page.request.actor["id"]), _first(form, "seen")

    def keep(db: Database) -> int:
        known = int(seen) if seen.isdecimal() else None
        return decisions.decide(db, sent.keys, decision, reviewer=reviewer, seen=known)

    try:
        act = await _written(page, keep)
    except ReviewError as error:
        return await _again(page, sent, half(str(error), page.lang), 409 if isinstance(error, Conflict) else 400)
    page.log("decided", about=" ".join(sent.keys), more=state)
    return page.redirect(page.action("/review", finding=_first(form, "next") or None, done=act))


async def undo(page: Page) -> Response:
    """Takes back what the person has decided, and leads to the finding."""
    if page.request.method != "POST":
        return page.redirect(page.action("/review"))
    form = await _form(page)
    if not await page.may("review"):
        return await _again(page, Sent(), page.say(*_SIGN_IN), 403)
    act, reviewer = _first(form, "act"), str(page.request.actor["id"])

    def keep(db: Database) -> tuple[int, list[str]]:
        return decisions.undo(db, int(act) if act.isdecimal() else -1, reviewer=reviewer)

    try:
        new, keys = await _written(page, keep)
    except ReviewError as error:
        return await _again(page, Sent(), half(str(error), page.lang), 400)
    page.log("decision-undone", about=" ".join(keys))
    return page.redirect(page.action("/review", finding=keys[0], done=new))


async def assign(page: Page) -> Response:
    """Gives findings or plans to a person, or to nobody, and leads back."""
    if page.request.method != "POST":
        return page.redirect(page.action(_page(page), **{"from": None}))
    return await _assign(page, await _form(page))


async def _assign(page: Page, form: dict[str, list[str]]) -> Response:
    sent = _sent(form)
    if not await page.may("review"):
        return await _again(page, sent, page.say(*_SIGN_IN), 403)
    to = _first(form, "to")
    person = {"me": str(page.request.actor["id"]), "nobody": ""}.get(to, sent.person)
    by = str(page.request.actor["id"])

    def keep(db: Database) -> int:
        if not person and to != "nobody":
            raise AssignmentError("chưa chọn hay ghi tên người được giao / choose or write a name first")
        return assigning.assign(db, person, findings=() if sent.plans else sent.keys, plans=sent.plans, by=by)

    try:
        given = await _written(page, keep)
    except AssignmentError as error:
        return await _again(page, sent, half(str(error), page.lang), 400)
    page.log("assigned", about=" ".join(sent.plans or sent.keys), more=person)
    shown = _first(form, "finding_shown")
    more = {"finding": shown} if shown else {}
    return page.redirect(page.action(_page(page), given=given, **{"from": None}, **more))


_SIGN_IN = (
    "Cần đăng nhập với vai trò rà soát; chưa có gì được ghi, những gì đã viết còn nguyên dưới đây.",
    "Sign in as a reviewer first; nothing was kept, what you wrote is still below.",
)


async def _form(page: Page) -> dict[str, list[str]]:
    return parse_qs((await page.request.post_body()).decode("utf-8", "replace"), keep_blank_values=True)


def _first(form: dict[str, list[str]], name: str) -> str:
    return " ".join((form.get(name) or [""])[0].split())[:_LONGEST]


def _sent(form: dict[str, list[str]]) -> Sent:
    wordings = {name.removeprefix(_WORDING): _first(form, name) for name in form if name.startswith(_WORDING)}
    return Sent(
        keys=tuple(dict.fromkeys(form.get("finding", ())))[:_MOST],
        plans=tuple(dict.fromkeys(form.get("plan", ())))[:_MOST],
        note=_first(form, "note"),
        grounds=_first(form, "grounds"),
        person=_first(form, "person"),
        wordings=wordings,
        many=_first(form, "form") == "many",
    )


async def _again(page: Page, sent: Sent, wrong: str, status: int) -> Response:
    """The page once more with what was sent."""
    page.path = _page(page)
    shown = progress if page.path.endswith("progress") else review
    return await shown(page, replace(sent, wrong=wrong, status=status))


def _page(page: Page) -> str:
    """The page that a form stands on."""
    return "/review/progress" if page.text("from") == "progress" else "/review"


async def _written(page: Page, work: Callable[[Database], Any]) -> Any:
    """Writes all or nothing."""

    def keep(connection: sqlite3.Connection) -> Any:
        db = Database(connection, recursive_triggers=False)
        with transaction(db):
            return work(db)

    return await queries.write(page.datasette, keep)
