"""Whether a document counts as a plan: taking back, bringing back, confirming, and whether two documents are one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from urllib.parse import parse_qs

from datasette.utils.asgi import Response
from sqlite_utils import Database

from db.load.derive import follow
from db.review import answers, corrections, removal
from db.review.answers import AnswerError
from db.review.audit import Act
from db.review.corrections import CorrectionError
from db.review.removal import RemovalError
from db.schema.database import transaction
from db.site import queries
from db.site.page import Page
from db.site.pages.plan import missing
from db.views.selection import SelectionError, document


async def remove(page: Page, slug: str) -> Response:
    """Takes a plan back, for a reason."""

    def work(db: Database, found: str, sent: dict[str, str]) -> set[str]:
        other = document(db, sent["replaced_by"])["id"] if sent.get("replaced_by") else None
        return removal.remove(db, found, reason=sent.get("reason", ""), replaced_by=other, reviewer=_who(page))

    return await _changed(page, slug, "removed", work)


async def restore(page: Page, slug: str) -> Response:
    """Brings a plan back."""

    def work(db: Database, found: str, sent: dict[str, str]) -> set[str]:
        return removal.restore(db, found, reason=sent.get("reason", ""), reviewer=_who(page))

    return await _changed(page, slug, "restored", work)


async def confirm(page: Page, slug: str) -> Response:
    """Confirms that a document is a plan: a correction of its genre."""

    def work(db: Database, found: str, sent: dict[str, str]) -> set[str]:
        note = sent.get("reason", "")
        return {corrections.correct(db, "documents", found, "genre", "plan", note=note, reviewer=_who(page))}

    return await _changed(page, slug, "confirmed", work)


async def answer(page: Page) -> Response:
    """Keeps whether two documents are one plan."""
    if page.request.method != "POST":
        return page.redirect(page.url("/files"))
    if not await page.may("answer"):
        return await page.refuse(page.say("Cần đăng nhập để trả lời.", "Sign in to answer."))
    sent = await _sent(page)

    def work(db: Database) -> set[str]:
        pair = (sent.get("one", ""), sent.get("other", ""))
        return answers.answer(db, *pair, sent.get("answer", ""), note=sent.get("note"), reviewer=_who(page))

    refused = await _written(page, work)
    if refused is None:
        page.log("answered", about=f"{sent.get('one', '')} {sent.get('other', '')}", more=sent.get("answer", ""))
    return refused or page.redirect(page.url("/files") + "#versions")


async def _changed(
    page: Page, slug: str, act: Act, work: Callable[[Database, str, dict[str, str]], set[str]]
) -> Response:
    """Does something with the document of an address, and leads back to where it was asked for."""
    if page.request.method != "POST":
        return page.redirect(page.url(f"/plans/{slug}"))
    if not await page.may("remove"):
        return await page.refuse(page.say("Cần đăng nhập với vai trò tải lên.", "Sign in as staff first."))
    found = await page.query("plan", plan=slug, show=False)
    if not found:
        return await missing(page, slug)
    sent = await _sent(page)
    refused = await _written(page, lambda db: work(db, found[0]["id"], sent))
    if refused is None:
        page.log(act, about=slug, more=sent.get("reason", ""))
    back = "/files" if sent.get("back") == "files" else f"/plans/{slug}"
    return refused or page.redirect(page.url(back))


async def _written(page: Page, work: Callable[[Database], set[str]]) -> Response | None:
    """Writes and derives what follows, all or nothing; an answer where it is refused."""

    def keep(connection: sqlite3.Connection) -> None:
        db = Database(connection, recursive_triggers=False)
        with transaction(db):
            follow(db, work(db))

    try:
        await queries.write(page.datasette, keep)
    except (AnswerError, CorrectionError, RemovalError, SelectionError) as error:
        title = page.say("Không ghi được", "Not kept")
        return await page.render("refused", status=400, title=title, message=str(error))
    return None


async def _sent(page: Page) -> dict[str, str]:
    body = parse_qs((await page.request.post_body()).decode("utf-8", "replace"))
    return {name: " ".join(values[0].split())[:2000] for name, values in body.items()}


def _who(page: Page) -> str:
    return str(page.request.actor["id"])
