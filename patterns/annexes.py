"""Annexes: how one is named, headed and tied to the document that it comes with. Patterns read the view; those on it in lower case say so."""

from __future__ import annotations

import regex

# The heading of an annex or a form, which may have a head of its own.
FORM = regex.compile(r"\W*(?:PHỤ LỤC|Phụ lục|MẪU|Mẫu|BIỂU|Biểu)\b")

# What the title of an annex begins with; in lower case.
TITLE = regex.compile(r"(?:phụ lục|biểu mẫu|biểu số|danh mục|bảng phân công|mẫu số)\b")

# The title of an annex, or a heading of Markdown.
HEADS_ANNEX = regex.compile(
    r"^\s*#{1,6}\s|\(\**(?:Ban hành )?[Kk]èm theo (?:Kế hoạch|Quyết định|Công văn|Nghị quyết|Tờ trình)", regex.MULTILINE
)

# The heading of an annex, which stands over both columns.
HEADING = regex.compile(r"(?:PHỤ LỤC|Phụ lục|BIỂU|DANH MỤC)\b")
