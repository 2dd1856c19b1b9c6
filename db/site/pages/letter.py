"""The comments on a plan as an official letter: who sends it, what is of this one letter, its words, and the Word file."""

from __future__ import annotations

import re
import sqlite3
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs

from datasette.utils.asgi import Response
from sqlite_utils import Database

from db.letters import kept
from db.letters import letter as letters
from db.letters import sender as senders
from db.letters.annex import cells, sent
from db.letters.terms import day_vi
from db.site import queries
from db.site.exports import headers
from db.site.page import Page
from db.site.pages.plan import missing

Row = dict[str, Any]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What is of one letter, in its address.
_DETAILS = ("to", "number", "day", "request")


async def letter(page: Page, slug: str) -> Response:
    """The letter before it is taken home."""
    found = await page.query("plan", plan=slug, show=False)
    if not found:
        return await missing(page, slug)
    rows = await page.query("letter_reasons", plan=slug)
    sender, details = await _asked(page)
    made = letters.letter_of(found[0], sent(rows), sender, details)
    return await page.render(
        "letter",
        title=page.say("Công văn gửi ý kiến", "The comments as a letter"),
        plan=found[0],
        letter=made,
        day=day_vi(details.day),
        details=details,
        sender=sender,
        fields=senders.WORDS,
        comments=[cells(number, row, made.terms) for number, row in enumerate(made.rows, 1)],
        given={name: page.text(name) for name in _DETAILS},
        accepted=sum(row["state"] == "accepted" for row in rows),
    )


async def file(page: Page, slug: str) -> Response:
    """The letter as a Word file."""
    found = await page.query("plan", plan=slug, show=False)
    if not found:
        return await missing(page, slug)
    rows = await page.query("letter_reasons", show=False, plan=slug)
    out = BytesIO()
    letters.write(found[0], sent(rows), *await _asked(page), out)
    return Response(out.getvalue(), headers=headers(f"gop-y-{slug}.docx"), content_type=WORD)


async def _asked(page: Page) -> tuple[senders.Sender, letters.Details]:
    """Who sends, and what the address says of this letter."""
    known = await page.query("letter_sender", show=False)
    sender = senders.sender_of({row["field"]: row["value"] for row in known})
    day = page.text("day")
    if day and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        page.notes.append(page.say("Ngày ký không đúng dạng; bỏ qua.", "No day of signing; ignored."))
        day = ""
    to = tuple(part.strip() for part in page.text("to").split(";") if part.strip())
    return sender, letters.Details(to=to, number=page.text("number"), day=day or None, request=page.text("request"))


async def keep(page: Page, slug: str) -> Response:
    """Keeps who sends, and leads back."""
    back = page.redirect(page.url(f"/plans/{slug}/gop-y"))
    if page.request.method != "POST":
        return back
    if not await page.may("review"):
        return await page.refuse(page.say("Cần đăng nhập với vai trò rà soát.", "Sign in as a reviewer first."))
    body = parse_qs((await page.request.post_body()).decode("utf-8", "replace"), keep_blank_values=True)
    changes = {name: " ".join(body[name][0].split())[:300] for name in senders.FIELDS if name in body}
    reviewer = str(page.request.actor["id"])

    def write(connection: sqlite3.Connection) -> None:
        kept.keep(Database(connection, recursive_triggers=False), changes, by=reviewer)

    await queries.write(page.datasette, write)
    return back
