"""The evidence of a value: its sentence in its paragraph, and both sides of the comparison."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from db.site.page import Page

Row = dict[str, Any]

REASONS = {
    "unit": ("đơn vị không quy đổi được", "the unit cannot be converted"),
    "change-against-level": ("mức thay đổi không so được với mức đạt", "a change cannot be held against a level"),
    "yearly-against-period": (
        "mức mỗi năm không so được với mức cả giai đoạn",
        "a yearly value against one over a period",
    ),
    "no-reference": ("chương trình không đặt mức cho nhóm này", "the programme sets no value for this group"),
    "groups-differ": ("chương trình đặt mức khác nhau cho từng nhóm", "the programme's values differ by group"),
}


async def evidence(page: Page, cell: str) -> Row | None:
    """What is known of one compared value, with its paragraph; `None` where there is none."""
    found = await page.query("evidence", show=False, cell=cell)
    if not found:
        return None
    row = found[0]
    row["paragraph"] = paragraph(row["before"], row["quote"], row["after"]) if row["target"] else None
    row["why"] = page.say(*REASONS[row["reason"]]) if row["reason"] in REASONS else row["reason"]
    return row


def paragraph(before: str | None, quote: str, after: str | None) -> Markup:
    """A quote marked in the words around it, within its own paragraph and its neighbours' edges."""
    left, right = before or "", after or ""
    head = left.rpartition("\n")[2]
    tail = right.partition("\n")[0]
    cut_left = "… " if len(head) == len(left) and len(left) >= 700 else ""
    cut_right = " …" if len(tail) == len(right) and len(right) >= 700 else ""
    return Markup("{}{}<mark>{}</mark>{}{}").format(cut_left, head, quote, tail, escape(cut_right))
