"""A diff as a file: CSV, JSON or a workbook with a sheet for each part."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db.comparison.diff_words import COLUMNS, for_files, state_word
from db.views import words
from db.views.spreadsheet import Sheet, csv_of, new_book, saved

Row = dict[str, Any]
_HEADS = {
    "state": ("Thay đổi", 16), "about": ("Nội dung", 40), "old": ("Bản trước", 34), "new": ("Bản sau", 34), "stance": ("Mức phấn đấu", 14),
    "old_quote": ("Trích bản trước", 60), "old_section": ("Mục", 8), "old_page": ("Trang", 8), "new_quote": ("Trích bản sau", 60),
    "new_section": ("Mục", 8), "new_page": ("Trang", 8),
}  # fmt: skip


def as_csv(lines: Sequence[Row]) -> str:
    """Codes and words, a head."""
    return csv_of([COLUMNS, *(row.values() for row in for_files(lines))])


def as_json(lines: Sequence[Row]) -> str:
    """An array of objects, one a line of the diff."""
    return json.dumps(for_files(lines), ensure_ascii=False, indent=2) + "\n"


def as_xlsx(lines: Sequence[Row]) -> bytes:
    """A sheet for each part that differs, for people: words, not codes."""
    book = new_book()
    shown = [row for row in lines if row["state"] != "same" or row["part"] == "comments"]
    for part, (vi, _) in words.DIFF_PARTS.items():
        mine = [row for row in shown if row["part"] == part]
        if not mine:
            continue
        sheet = Sheet(book, vi, list(_HEADS.values()))
        sheet.landscape()
        for row in mine:
            said = row | {
                "state": state_word(row).vi,
                "stance": words.TENDENCIES[row["stance"]].short_vi if row["stance"] else "",
            }
            sheet.append(sheet.cell(said[name]) if isinstance(said[name], str) else said[name] for name in _HEADS)
    if not book.sheetnames:
        Sheet(book, "Không khác nhau", [("Hai bản không khác nhau", 40)])
    return saved(book)


WRITERS: Mapping[str, Callable[[Sequence[Row]], str | bytes]] = {"csv": as_csv, "json": as_json, "xlsx": as_xlsx}
