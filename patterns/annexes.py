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

_ANNEX = r"(?:phụ lục|biểu mẫu|biểu|bảng phân công(?: nhiệm vụ)?|danh mục)"
_WITH = r"(?:kèm theo|đính kèm|gửi kèm|ban hành kèm theo)"
# An annex that a text names as its own: `(kèm theo Phụ lục)`, `04 Phụ lục kèm theo`, `tại Phụ lục II`.
NAMED = regex.compile(
    rf"(?:(?P<count>\d{{1,2}})\s+(?:\p{{L}}+\s+)?)?{_ANNEX}(?:\s+(?:số\s*)?(?P<no>[IVX]+|\d{{1,2}}))?(?:\s*,?\s*(?:\p{{L}}+\s+){{0,3}})?{_WITH}"
    rf"|{_WITH}(?:\s+(?:là|tại|các|theo))*\s+{_ANNEX}(?:\s+(?:số\s*)?(?P<no2>[IVX]+|\d{{1,2}}))?"
    r"|(?:theo|tại|ở|xem)\s+phụ lục(?:\s+(?:số\s*)?(?P<no3>[IVX]+|\d{1,2}))?(?=\s*[).;,]|\s*$)",
    regex.IGNORECASE,
)
# What stands behind an annex of another document: `Phụ lục III Nghị định …`.
OF_ANOTHER = regex.compile(
    r"\s*(?:,?\s*ban hành)?\s*(?:theo|của|tại)?\s*(?:Quyết định|Nghị định|Thông tư|Công văn|Văn bản|Kế hoạch số|Chương trình số|Nghị quyết|Hướng dẫn)"
)
# The heading of a numbered annex or form: `Mẫu biểu số 04`, `PHỤ LỤC II`.
NUMBERED_HEAD = regex.compile(
    r"^\s*(?:PHỤ LỤC|Phụ lục|(?:MẪU )?BIỂU|(?:Mẫu b|B)iểu)(?: (?:mẫu|MẪU))?\s+(?:(?:số|SỐ)\s*)?(?:[IVX]+|\d{1,2})\b",
    regex.MULTILINE,
)
# The heading of an annex on a line of its own.
HEAD_IN_TEXT = regex.compile(
    r"^\s*(?:PHỤ LỤC|Phụ lục|BIỂU|(?:Mẫu b|B)iểu (?:số|mẫu)|DANH MỤC|BẢNG PHÂN CÔNG)\b", regex.MULTILINE
)
