"""Correct: a reviewer's value for a field of a record, beside its sentence and what was extracted."""

from __future__ import annotations

import json
import sqlite3
from typing import Any
from urllib.parse import parse_qs

from datasette.utils.asgi import Response
from sqlite_utils import Database

from db import corrections, metadata
from db.corrections import FIELDS, CorrectionError
from db.database import rows, transaction
from db.settle import settle, waiting
from db.site import queries, shown
from db.site.page import Page
from db.writer import mark

Row = dict[str, Any]

KINDS = {
    "documents": ("phần đầu văn bản", "head of the document"),
    "targets": ("chỉ tiêu", "target"),
    "deadlines": ("thời hạn", "deadline"),
    "legal_refs": ("văn bản viện dẫn", "citation"),
    "assignments": ("phân công", "duty"),
}

# Words of the values that a field may have, and of fields whose description speaks of those values.
VALUES = {
    "central": ("trung ương", "central"), "province": ("tỉnh", "province"), "district": ("huyện", "district"), "commune": ("xã", "commune"),
    "multi_year": ("nhiều năm", "several years"), "annual": ("hằng năm", "one year"), "thematic": ("chuyên đề", "on one matter"),
    "draft": ("dự thảo", "draft"), "issued": ("đã ban hành", "issued"),
    "quantitative": ("định lượng", "with a number"), "qualitative": ("định tính", "without a number"),
    "exact": ("đúng chỉ tiêu này", "this very measure"), "near": ("gần giống, chỉ để tham khảo", "something near it"),
    "=": ("bằng", "equal"), "<": ("dưới (<)", "below (<)"), "<=": ("không quá (≤)", "at most (≤)"), ">": ("trên (>)", "above (>)"),
    ">=": ("ít nhất (≥)", "at least (≥)"), "range": ("trong khoảng", "in a range"),
    "percent": ("%", "%"), "per": ("tỷ suất (trên 1.000, 100.000 …)", "a rate (per 1,000, 100,000 …)"), "count": ("số lượng", "a count"),
    "decrease": ("giảm", "a fall"), "increase": ("tăng", "a rise"),
    "report": ("báo cáo", "report"), "budget": ("dự toán", "budget"), "task": ("nhiệm vụ", "task"),
    "before": ("trước ngày", "before"), "by": ("đến hết ngày", "by"), "within": ("trong thời gian", "within"), "every": ("định kỳ", "every"),
    "implements": ("thực hiện", "carries out"), "basis": ("căn cứ", "basis"), "mention": ("nhắc đến", "mention"),
    "lead": ("chủ trì", "lead"), "coordinate": ("phối hợp", "coordinate"), "implement": ("thực hiện", "implement"),
}  # fmt: skip
_LABELS = {
    "level": ("cấp", "level"), "plan_kind": ("loại kế hoạch", "kind of plan"), "status": ("trạng thái", "status"),
    "match": ("khớp với chỉ tiêu", "match with the measure"), "comparator": ("so với giá trị", "comparator"), "unit": ("đơn vị", "unit"),
    "per_year": ("là mức thay đổi mỗi năm", "a change each year"), "change": ("mức tăng hay giảm", "a rise or a fall"),
    "relation": ("quan hệ với thời hạn", "relation to the date"), "role": ("vai trò", "role"), "kind": ("loại", "kind"),
    "requested": ("là đề nghị, không phải giao", "asked, not ordered"),
}  # fmt: skip

# More documents than these that wait are a load under way; it computes what follows from a correction with the rest.
_OWN_WORK = 100


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
            slug = await _slug(page, row)
            return page.redirect(page.url(f"/plans/{slug}", tab="source" if kind == "documents" else None) + anchor)
    return await page.render(
        "correct",
        status=400 if error else 200,
        title=page.say(f"Sửa dữ liệu: {KINDS[kind][0]}", f"Correct: {KINDS[kind][1]}"),
        kind=kind,
        row=row,
        slug=await _slug(page, row),
        fields=[_field(page, kind, name, row, sent) for name in FIELDS[kind]],
        measures=await page.query("measure_names", show=False),
        error=error,
        note=sent.get("note", ""),
    )


def _record(connection: sqlite3.Connection, kind: str, record: str) -> Row | None:
    if kind not in FIELDS:
        return None
    found = rows(Database(connection, recursive_triggers=False), f"SELECT * FROM {kind} WHERE id = ?", [record])
    if not found:
        return None
    return found[0] | {"known": json.loads(found[0]["corrected"] or "{}")}


async def _slug(page: Page, row: Row) -> str:
    found = await page.query("plan_addresses", show=False)
    document = row.get("document") or row["id"]
    return next((str(one["slug"]) for one in found if one["id"] == document), "")


def _field(page: Page, kind: str, name: str, row: Row, sent: dict[str, str]) -> Row:
    field = FIELDS[kind][name]
    words = metadata.column(kind, name)
    return {
        "name": name,
        "label": page.say(*_LABELS.get(name, (words["vi"], words["en"]))),
        "type": field.type,
        "choices": [(one, page.say(*VALUES[one])) for one in field.choices]
        or [("0", page.say("không", "no")), ("1", page.say("có", "yes"))],
        "required": field.required,
        "value": sent.get(name, typed(row[name], field.type)),
        "corrected": name in row["known"],
        "extracted": typed(row["known"].get(name), field.type) or "–",
    }


def typed(value: Any, kind: str) -> str:
    """A value as a person would type it: what `corrections.parse` reads."""
    if value is None:
        return ""
    if kind == "number":
        return shown.number(float(value)).replace(".", "")
    if kind == "date":
        return shown.day(str(value))
    if kind == "list":
        return "; ".join(str(one) for one in json.loads(value or "[]"))
    return str(value)


def _keep(connection: sqlite3.Connection, kind: str, row: Row, sent: dict[str, str], reviewer: str) -> None:
    """Keeps every field that was changed, all or none, and settles what follows from them."""
    db = Database(connection, recursive_triggers=False)
    with transaction(db):
        if sent.get("withdraw"):
            changed = {corrections.withdraw(db, kind, row["id"], sent["withdraw"], reviewer=reviewer)}
        else:
            changed = set()
            for name in FIELDS[kind]:
                if name in sent and corrections.parse(db, kind, name, sent[name]) != row[name]:
                    note = " ".join(sent.get("note", "").split())[:2000]
                    changed.add(
                        corrections.correct(db, kind, row["id"], name, sent[name], note=note, reviewer=reviewer)
                    )
        if waiting(db) > _OWN_WORK:
            mark(db, changed)
        else:
            settle(db, changed)
