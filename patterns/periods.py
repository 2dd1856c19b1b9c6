"""For how long a document holds: the years that it or who cites it names."""

from __future__ import annotations

import regex

# The period in the title of a programme; an outlook beyond it goes on in force.
AFTER_CITATION = regex.compile(
    r"giai đoạn\s+((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\s*(?:,|và)\s*(?:định hướng|tầm nhìn))", regex.IGNORECASE
)
# The same before the citation: `Chương trình … giai đoạn 2016 - 2020 ban hành theo Quyết định số …`.
BEFORE_CITATION = regex.compile(
    r"giai đoạn\s+((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)\s*,?\s*\(?(?:(?:được\s+)?(?:ban hành|phê duyệt)\s+)?(?:kèm\s+)?(?:theo|tại)\s*$",
    regex.IGNORECASE,
)
# A programme named by where it ends: `Chương trình … đến năm 2020`.
UNTIL = regex.compile(
    r"(?:chương trình|đề án|chiến lược|dự án)\b[^;.]*?(?<!định hướng |tầm nhìn )đến năm ((?:19|20)\d\d)(?!\s*(?:,|và)\s*(?:định hướng|tầm nhìn))",
    regex.IGNORECASE,
)
# Where the title of the cited document ends and another citation or thought begins.
TITLE_ENDS = regex.compile(
    r"[;.](?=\s|$)|\b(?:Quyết định|Nghị quyết|Thông tư|Kế hoạch|Nghị định|Chỉ thị|Công văn) số|\btrên địa bàn\b"
)

# The years in the subject of a programme in the register of laws.
OF_SUBJECT = regex.compile(r"(20\d\d)\s*-\s*(20\d\d)|đến năm (?P<end>20\d\d)")
