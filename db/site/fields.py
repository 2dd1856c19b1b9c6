"""Fields of records in words: what they are called, what their values mean, how a person types them."""

from __future__ import annotations

import json
from typing import Any

from db.review.correctable import correctable
from db.schema.iso_dates import date_vi
from db.site import shown
from db.views import metadata
from db.views.words import VALUES
from extract import record_types

_LABELS = {
    "genre": ("thể loại", "genre"), "level": ("cấp", "level"), "plan_kind": ("loại kế hoạch", "kind of plan"), "status": ("trạng thái", "status"),
    "match": ("khớp với chỉ tiêu", "match with the measure"), "comparator": ("so với giá trị", "comparator"), "unit": ("đơn vị", "unit"),
    "per_year": ("là mức thay đổi mỗi năm", "a change each year"), "change": ("mức tăng hay giảm", "a rise or a fall"),
    "relation": ("quan hệ với thời hạn", "relation to the date"), "role": ("vai trò", "role"), "kind": ("loại", "kind"),
    "requested": ("là đề nghị, không phải giao", "asked, not ordered"),
}  # fmt: skip


def kinds() -> dict[str, tuple[str, str]]:
    """What a record of each kind that may be corrected is called, in Vietnamese and English."""
    return {"documents": ("phần đầu văn bản", "head of the document")} | {
        kind.name: kind.label for kind in record_types.in_tables()
    }


def label(kind: str, name: str) -> tuple[str, str]:
    """What a field is called, in Vietnamese and English."""
    if name in _LABELS:
        return _LABELS[name]
    words = metadata.column(kind, name)
    return words["vi"], words["en"]


def typed(value: Any, kind: str) -> str:
    """A value as a person would type it: what `corrections.parse` reads."""
    if value is None:
        return ""
    if kind == "number":
        return shown.number(float(value)).replace(".", "")
    if kind == "date":
        return date_vi(str(value))
    if kind == "list":
        return "; ".join(str(one) for one in json.loads(value or "[]"))
    return str(value)


def said(kind: str, name: str, value: Any, lang: str) -> str:
    """A value of a field as people read it; `–` for none."""
    field = correctable()[kind][name]
    if value in (None, ""):
        return "–"
    if str(value) in VALUES and field.type == "choice":
        return VALUES[str(value)][lang != "vi"]
    if field.type == "flag":
        return ("có", "yes")[lang != "vi"] if str(value) == "1" else ("không", "no")[lang != "vi"]
    if field.type in ("number", "integer"):
        return shown.number(float(value), lang) if field.type == "number" else str(int(float(value)))
    return typed(value, field.type)
