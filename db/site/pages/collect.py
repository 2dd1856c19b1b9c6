"""Comments of several agencies put together: files in, the table with room for replies out; nothing of it is kept."""

from __future__ import annotations

import asyncio
import io
import json
from typing import Any

from datasette.utils.asgi import Response
from python_multipart import parse_form
from python_multipart.exceptions import FormParserError

from db.letters import collected, collection, received
from db.letters.collected import Collected
from db.letters.received import Heard, Problem, Received
from db.letters.terms import terms_of
from db.site import addresses
from db.site.exports import headers
from db.site.page import Page
from db.site.pages.letter import WORD

Row = dict[str, Any]

# What one request may hold: files, bytes of one; how many bytes in all says `db.site.guard.forms`.
MOST, LARGEST = 60, 10 * 2**20


async def collect(page: Page) -> Response:
    """The page: a form for files; after they were sent what they say, and what of it was not understood."""
    if page.request.method != "POST":
        return await _shown(page, None, page.text("plan"))
    try:
        fields, files = _sent(page.request.headers.get("content-type", ""), await page.request.post_body())
    except (FormParserError, ValueError) as error:
        page.notes.append(page.say(f"Không nhận được: {error}", f"Not taken: {error}"))
        return await _shown(page, None, "")
    plan = " ".join(fields.get("plan", "").split())
    found = await page.query("plan", plan=plan, show=False) if plan else []
    if plan and not found:
        await _say_what_is_near(page, plan)
    text = (await page.query("plan_text", plan=plan, show=False))[0]["text"] if found else ""
    heard = await asyncio.to_thread(lambda: [_read(name, data) for name, data in files])
    made = collected.collect(heard, text)
    named = terms_of(found[0]).named if found else made.about or ""
    return await _shown(page, made, plan, named=named, kept=json.dumps(_as_json(heard), ensure_ascii=False))


async def _say_what_is_near(page: Page, plan: str) -> None:
    near = addresses.near(plan, await page.query("plan_addresses", show=False))
    slugs = ", ".join(slug for slug, _ in near)
    page.notes.append(
        page.say(
            f"Không có kế hoạch {plan}; bỏ qua.{f' Gần nhất: {slugs}.' if slugs else ''}",
            f"There is no plan {plan}; ignored.{f' What comes near: {slugs}.' if slugs else ''}",
        )
    )


async def _shown(page: Page, made: Collected | None, plan: str, *, named: str = "", kept: str = "") -> Response:
    return await page.render(
        "collect",
        title=page.say("Tổng hợp ý kiến góp ý của các cơ quan", "Comments of several agencies in one table"),
        made=made,
        plan=plan,
        offered=addresses.offered(await page.query("plan_addresses", show=False)),
        named=named,
        kept=kept,
        summary=collection.summary(made) if made else [],
        most=MOST,
        largest=LARGEST // 2**20,
    )


async def file(page: Page) -> Response:
    """The table as a Word file, out of what the page was sent before."""
    if page.request.method != "POST":
        return page.redirect(page.url("/comments"))
    try:
        sent, _ = _sent(page.request.headers.get("content-type", ""), await page.request.post_body())
        heard = _of_json(json.loads(sent["kept"]))
    except (FormParserError, KeyError, TypeError, ValueError):
        return page.redirect(page.url("/comments"))
    plan = sent.get("plan", "")
    found = await page.query("plan", plan=plan, show=False) if plan else []
    text = (await page.query("plan_text", plan=plan, show=False))[0]["text"] if found else ""
    out = io.BytesIO()
    collection.write(collected.collect(heard, text), sent.get("named", "")[:500], out)
    return Response(out.getvalue(), headers=headers("tong-hop-y-kien.docx"), content_type=WORD)


def _sent(kind: str, body: bytes) -> tuple[dict[str, str], list[tuple[str, bytes]]]:
    """The fields and files of a form.

    Raises:
        FormParserError: it is no form with files.
        ValueError: there are too many files.
    """
    fields: dict[str, str] = {}
    files: list[tuple[str, bytes]] = []

    def keep_field(field: Any) -> None:
        fields[(field.field_name or b"").decode()] = (field.value or b"").decode("utf-8", "replace")

    def keep_file(sent: Any) -> None:
        sent.file_object.seek(0)
        name = (sent.file_name or b"").decode("utf-8", "replace").replace("\\", "/").rsplit("/", 1)[-1]
        if name:
            files.append((name[-120:], sent.file_object.read()))

    parse_form({"Content-Type": kind.encode()}, io.BytesIO(body), keep_field, keep_file)
    if len(files) > MOST:
        raise ValueError(f"{MOST} tệp mỗi lần / files at a time")
    return fields, files


def _read(name: str, data: bytes) -> Heard:
    """What a Word file says; others take too long to read while somebody waits."""
    if len(data) > LARGEST or not data.startswith(b"PK\x03\x04") or not name.lower().endswith((".docx", ".docm")):
        vi = f"trên trang này chỉ nhận tệp Word .docx đến {LARGEST // 2**20} MB; tệp khác dùng lệnh kehoach comments"
        en = f"this page takes Word files (.docx) up to {LARGEST // 2**20} MB; for others there is kehoach comments"
        return Heard([], [Problem(file=name, why_vi=vi, why_en=en)], None)
    return received.read(name, data)


def _as_json(heard: list[Heard]) -> list[Row]:
    return [{"about": one.about, "comments": [_fields(comment) for comment in one.comments]} for one in heard]


def _fields(comment: Received) -> Row:
    return {name: getattr(comment, name) for name in Received.__slots__}


def _of_json(sent: list[Row]) -> list[Heard]:
    """What a page kept in its form.

    Raises:
        KeyError, TypeError, ValueError: it is something else.
    """
    return [
        Heard([_comment(row) for row in one["comments"]], [], str(one["about"]) if one["about"] else None)
        for one in sent
    ]


def _comment(row: Row) -> Received:
    words = {name: str(row[name]) for name in Received.__slots__ if name != "row"}
    return Received(row=int(row["row"]), **words)
