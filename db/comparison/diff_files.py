"""A diff as a file: CSV, JSON or a workbook with a sheet for each part."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from db.comparison.diff_words import COLUMNS, for_files, state_word
from db.views import words
from db.views.spreadsheet import Sheet, csv_of, new_book, saved

Row = dict[str, Any]
_HEADS = {
    "state": ("Thay đổi", "Change", 16), "about": ("Nội dung", "About", 40), "old": ("Bản trước", "Before", 34), "new": ("Bản sau", "After", 34),
    "stance": ("Mức phấn đấu", "Aim", 14), "old_quote": ("Trích bản trước", "Quote before", 60), "old_section": ("Mục", "Section", 8),
    "old_page": ("Trang", "Page", 8), "new_quote": ("Trích bản sau", "Quote after", 60), "new_section": ("Mục", "Section", 8),
    "new_page": ("Trang", "Page", 8),
}  # fmt: skip


def as_file(lines: Sequence[Row], form: str, lang: str = "vi") -> str | bytes:
    """The lines of a diff as a file: `csv` and `json` have codes and words, `xlsx` is for people; `lang` is that of the lines."""
    if form == "xlsx":
        return _workbook(lines, lang)
    kept = for_files(lines)
    if form == "csv":
        return csv_of([COLUMNS, *(row.values() for row in kept)])
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def _workbook(lines: Sequence[Row], lang: str) -> bytes:
    """A sheet for each part that differs: words, not codes."""
    english = lang != "vi"
    heads = [((vi, en)[english], width) for vi, en, width in _HEADS.values()]
    book = new_book()
    shown = [row for row in lines if row["state"] != "same" or row["part"] == "comments"]
    for part, said in words.DIFF_PARTS.items():
        mine = [row for row in shown if row["part"] == part]
        if not mine:
            continue
        sheet = Sheet(book, said[english], heads)
        sheet.landscape()
        for row in mine:
            word, aim = state_word(row), words.TENDENCIES.get(row["stance"] or "")
            told = row | {
                "state": word.en if english else word.vi,
                "stance": (aim.en if english else aim.short_vi) if aim else "",
            }
            sheet.append(sheet.cell(told[name]) if isinstance(told[name], str) else told[name] for name in _HEADS)
    if not book.sheetnames:
        name = ("Không khác nhau", "No difference")[english]
        Sheet(book, name, [(("Hai bản không khác nhau", "The two do not differ")[english], 40)])
    return saved(book)
