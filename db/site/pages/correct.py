"""Correct: a reviewer's value for a field of a record, beside its sentence and what was extracted."""

from __future__ import annotations

import json
import sqlite3
from typing import Any
from urllib.parse import parse_qs

from datasette.utils.asgi import Response
from sqlite_utils import Database

from db.load.derive import follow
from db.review import corrections
from db.review.correctable import correctable
from db.review.corrections import CorrectionError
from db.schema.database import rows, transaction
from db.site import fields, queries
from db.site.page import Page
from db.views import words

Row = dict[str, Any]


async def correct(page: Page, kind: str, record: str) -> Response:
    """The form for one record, and what is sent with it."""
    if not await page.may("correct"):
        return await page.refuse(page.say("Cần đăng nhập với vai trò rà soát.", "Sign in as a reviewer first."))
    row = await queries.read(page.datasette, lambda connection: _record(connection, kind, record))
    if row is None:
        return await page.missing(page.say("bản ghi", "record"), record, [])
    error = None
    sent: dict[str, str] = {}
    if page.request.method == "POST":
        body = parse_qs((await page.request.post_body()).decode("utf-8", "replace"), keep_blank_values=True)
        sent = {name: values[0] for name, values in body.items()}
        try:
            await queries.write(
                page.datasette, lambda connection: _keep(connection, kind, row, sent, str(page.request.actor["id"]))
            )
        except CorrectionError as wrong:
            error = str(wrong)
        else:
            anchor = "" if kind == "documents" else f"#r-{row['key']}"
            slug = (await _plan(page, row))["slug"]
            page.log("corrected", about=f"{slug} {kind} {record}", more=sent.get("withdraw", ""))
            return page.redirect(page.url(f"/plans/{slug}", tab="source" if kind == "documents" else None) + anchor)
    plan = await _plan(page, row)
    return await page.render(
        "correct",
        status=400 if error else 200,
        title=page.say(f"Sửa dữ liệu: {fields.kinds()[kind][0]}", f"Correct: {fields.kinds()[kind][1]}"),
        kind=kind,
        row=row,
        slug=plan["slug"],
        plan=plan,
        fields=[_field(page, kind, name, row, sent) for name in correctable()[kind]],
        measures=await page.query("measure_names", show=False, programme=row.get("programme")),
        error=error,
        note=sent.get("note", ""),
    )


def _record(connection: sqlite3.Connection, kind: str, record: str) -> Row | None:
    if kind not in correctable():
        return None
    found = rows(Database(connection, recursive_triggers=False), f"SELECT * FROM {kind} WHERE id = ?", [record])
    if not found:
        return None
    return found[0] | {"known": json.loads(found[0]["corrected"] or "{}")}


async def _plan(page: Page, row: Row) -> Row:
    """The plan that a record is of."""
    found = await page.query("plan_addresses", show=False)
    document = row.get("document") or row["id"]
    return next((one for one in found if one["id"] == document), {"slug": "", "title": None})


def _field(page: Page, kind: str, name: str, row: Row, sent: dict[str, str]) -> Row:
    field = correctable()[kind][name]
    return {
        "name": name,
        "label": page.say(*fields.label(kind, name)),
        "type": field.type,
        "choices": [(one, page.say(*words.VALUES[one])) for one in field.choices]
        or [("0", page.say("không", "no")), ("1", page.say("có", "yes"))],
        "required": field.required,
        "value": sent.get(name, fields.typed(row[name], field.type)),
        "corrected": name in row["known"],
        "extracted": fields.typed(row["known"].get(name), field.type) or "–",
    }


def _keep(connection: sqlite3.Connection, kind: str, row: Row, sent: dict[str, str], reviewer: str) -> None:
    """Keeps every field that was changed, all or none, and derives what follows from them."""
    db = Database(connection, recursive_triggers=False)
    with transaction(db):
        if sent.get("withdraw"):
            changed = {corrections.withdraw(db, kind, row["id"], sent["withdraw"], reviewer=reviewer)}
        else:
            changed = set()
            for name in correctable()[kind]:
                if name in sent and corrections.parse(db, kind, name, sent[name]) != row[name]:
                    note = " ".join(sent.get("note", "").split())[:2000]
                    changed.add(
                        corrections.correct(db, kind, row["id"], name, sent[name], note=note, reviewer=reviewer)
                    )
        follow(db, changed)
