"""Titles: years that a plan covers, names and symbols in a title that is set in capitals. Patterns read the title in lower case."""

from __future__ import annotations

import regex

from patterns.issuers import PROPER_FUNCTIONS

YEAR = regex.compile(r"(?:19|20)\d\d")
# `giai đoạn 2021-2025`, `từ năm 2021 đến năm 2025`, `năm học 2025 - 2026`.
SPAN = regex.compile(
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|các năm|từ năm)?\s*(?:từ )?(?:năm )?(?<![\d/])(?P<a>(?:19|20)\d\d)\s?(?:-|đến)\s?(?:hết )?(?:năm )?(?P<b>(?:19|20)\d\d)(?![\d/])"
)
# `năm 2024, 2025`, `hai năm 2024 và 2025`, `năm 2024 và năm 2025`.
SEVERAL_YEARS = regex.compile(r"năm (?:19|20)\d\d(?:(?:,? và |, ?)(?:năm )?(?:19|20)\d\d)+(?![\d/])")
ONE_YEAR = regex.compile(
    r"(?P<until>(?:đến|tới|hướng tới|tầm nhìn|trước|sau|từ)\s+(?:hết )?)?năm (?:học )?(?P<y>(?:19|20)\d\d)(?![\d/])"
)
# Dates and numbers of documents that a title cites are no years of the plan.
DATES_AND_NUMBERS = regex.compile(
    r"ngày\s*\d{1,2}\s*(?:/\s*\d{1,2}\s*/\s*\d{4}|tháng\s*\d{1,2}\s*năm\s*\d{4})|(?<!\d)\d{1,5}[a-z]?/(?:\d{4}/)?[\p{L}][\p{L}\d\-/]*|tháng\s*\d{1,2}\s*(?:/|năm\s*)\d{4}"
)
# A span of years may be that of the programme that a yearly plan carries out.
OF_A_PROGRAMME = regex.compile(
    r"(?:chương trình|đề án|chiến lược|kế hoạch (?:hành động|tổng thể|số)|nghị quyết|quyết định).{0,200}(?:19|20)\d\d\s?(?:-|đến)"
)

# Symbols of numbers as documents write them, where capitals hid it.
SYMBOLS = {"V/V": "v/v", "QĐ-TTG": "QĐ-TTg", "CT-TTG": "CT-TTg", "CTR": "CTr", "TTR": "TTr", "IOT": "IoT", "TP": "TP"}
_SYMBOL_PARTS = {"TTG": "TTg", "CTR": "CTr", "TTR": "TTr", "TTRI": "TTri"}
_PART = regex.compile(r"\p{L}+")


def symbol(word: str) -> str:
    """A number or abbreviation in capitals with the small letters that its symbol has (`1863/QĐ-TTG` → `1863/QĐ-TTg`)."""
    return _PART.sub(lambda match: _SYMBOL_PARTS.get(match.group(), match.group()), word)


# Names that a sentence writes with capitals, in lower case → as written; longer ones first.
_NAMES = {
    "chương trình hành động quốc gia": "Chương trình hành động quốc gia", "chương trình mục tiêu quốc gia": "Chương trình mục tiêu quốc gia", "thủ tướng chính phủ": "Thủ tướng Chính phủ", "chính phủ": "Chính phủ",
    "quốc hội": "Quốc hội", "bộ chính trị": "Bộ Chính trị", "ban bí thư": "Ban Bí thư", "ban chấp hành trung ương đảng": "Ban Chấp hành Trung ương Đảng",
    "ủy ban nhân dân": "Ủy ban nhân dân", "hội đồng nhân dân": "Hội đồng nhân dân", "ban thường vụ tỉnh ủy": "Ban Thường vụ Tỉnh ủy",
    "tỉnh ủy": "Tỉnh ủy", "thành ủy": "Thành ủy", "huyện ủy": "Huyện ủy", "liên hợp quốc": "Liên hợp quốc", "việt nam": "Việt Nam",
    "luật trẻ em": "Luật Trẻ em", "đảng cộng sản": "Đảng Cộng sản",
}  # fmt: skip
_NAME = regex.compile(rf"\b(?:{'|'.join(_NAMES)})\b")
# A type of document is a name where its number stands behind it, or where a plan carries it out.
_CITED = regex.compile(
    r"\b(?P<type>nghị quyết|quyết định|chỉ thị|kế hoạch|chương trình|đề án|nghị định|thông tư|kết luận|công văn|luật|chiến lược)(?= (?:số \d|liên tịch số|hành động số))"
)
_CARRIED_OUT = regex.compile(
    r"(?<=\b(?:thực hiện|triển khai|ban hành|phê duyệt|thông qua) )(?P<type>chương trình|đề án|chiến lược|kế hoạch|dự án|nghị quyết|chỉ thị|luật)\b(?! (?:tuyên truyền|phối hợp)\b)"
)


# Bodies by their function (`bộ tài chính`), one that no list knows behind `của`; laws by name (`luật việc làm`).
_FUNCTIONS = {name.lower(): name for name in PROPER_FUNCTIONS}
_BODY = regex.compile(
    rf"\b(?P<head>bộ|sở|phòng|ban|cục) (?P<function>{'|'.join(regex.escape(name) for name in sorted(_FUNCTIONS, key=len, reverse=True))})\b"
)
_OTHER_BODY = regex.compile(r"(?<=\b(?:của|thuộc) )(?P<head>bộ|sở) (?P<first>\p{Ll})")
_LAW = regex.compile(
    r"(?<!\b(?:pháp|kỷ|quy|định|theo|dự án|dự thảo) )\bluật (?!sư\b|pháp\b|gia\b|về\b|và\b|số\b)(?P<first>\p{Ll})"
)


_QUOTED = regex.compile(r"(?:“|(?:^|(?<=\s))\")\p{Ll}")


def _body(match: regex.Match[str]) -> str:
    return f"{match['head'].capitalize()} {_FUNCTIONS[match['function']]}"


def with_names(lowered: str) -> str:
    """A title in small letters with the capitals of the bodies and documents that it names.

    >>> with_names("triển khai luật việc làm thuộc thẩm quyền của sở nội vụ")
    'triển khai Luật Việc làm thuộc thẩm quyền của Sở Nội vụ'
    """
    lowered = _BODY.sub(_body, lowered)
    lowered = _OTHER_BODY.sub(lambda match: f"{match['head'].capitalize()} {match['first'].upper()}", lowered)
    lowered = _LAW.sub(lambda match: f"Luật {match['first'].upper()}", lowered)
    lowered = _QUOTED.sub(lambda match: match.group().upper(), lowered)
    for pattern in (_CITED, _CARRIED_OUT):
        lowered = pattern.sub(lambda match: match["type"].capitalize(), lowered)
    return _NAME.sub(lambda match: _NAMES[match.group()], lowered)


# Titles of plans on all that concerns children, not on one matter of it; in lower case.
WHOLE_FIELD = regex.compile(
    r"(?:hành động|mục tiêu)[\w ,]{0,30} vì trẻ em|công tác (?:bảo vệ,? )?(?:chăm sóc,? )?(?:và )?(?:giáo dục )?trẻ em|bảo vệ,? chăm sóc"
)

# How letters and decisions abbreviate what they are about.
ABBREVIATED = regex.compile(r"^v/v\s*:?\s*", regex.IGNORECASE)
# How far a title looks beyond its period: `định hướng đến năm 2030`.
_LOOKS_BEYOND = regex.compile(r"(?:định hướng|tầm nhìn|hướng tới)\s*$")


def last_year(title: str) -> int | None:
    """The last year that a title names for the plan itself, its outlook included; years of programmes that it carries out are none.

    >>> last_year("Kế hoạch công tác trẻ em năm 2023 và nhiệm vụ trọng tâm năm 2024"), last_year("Kế hoạch thực hiện Đề án đến năm 2030 năm 2023")
    (2024, 2023)
    """
    low = SPAN.sub(" ", DATES_AND_NUMBERS.sub(" ", title.lower().replace("–", "-")))
    years = [
        int(match["y"])
        for match in ONE_YEAR.finditer(low)
        if not match["until"]
        or _LOOKS_BEYOND.search(low, 0, match.start())
        or match["until"].startswith(("hướng", "tầm"))
    ]
    years += [int(year) for match in SEVERAL_YEARS.finditer(low) for year in YEAR.findall(match.group())]
    return max(years, default=None)
