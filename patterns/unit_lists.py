"""Lists of kinds of units or people that count as one noun: `26 xã, thị trấn`, `100% huyện, thị xã và thành phố`, `90% cha mẹ, người chăm sóc trẻ`.

All patterns read the view in lower case (`patterns.spelling.lower`).
"""

from __future__ import annotations

import regex

_UNITS = (
    r"tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|làng|buôn|ấp|khóm|xóm|khu phố|khu dân cư|tiểu khu|tổ dân phố|tổ nhân dân|"
    r"sở|ban|ngành|đoàn thể|cơ quan|đơn vị|địa phương"
)
_PEOPLE = (
    r"cán bộ|công chức|viên chức|người lao động|công nhân viên|đảng viên|giáo viên|nhân viên|cha mẹ|cha|mẹ|ông bà|phụ huynh|người giám hộ|người chăm sóc trẻ(?: em)?|"
    r"trẻ em|trẻ|học sinh|thiếu niên|nhi đồng|thiếu nhi|đoàn viên|hội viên|thanh niên|cộng tác viên|tình nguyện viên|người dân"
)
# What counts them stands right before: a number or a share, `mỗi`, `số`.
_COUNTED_BY = r"(?<=(?:\d|%|\bmỗi|\bsố|\btoàn bộ|\btất cả)\s)"
_JOINS = r"(?P<joins>(?:,\s(?:và\s)?|\svà\s))"
_LISTS = regex.compile(
    rf"{_COUNTED_BY}(?:(?:{_UNITS})(?:{_JOINS}(?=(?:{_UNITS})\b)(?:{_UNITS}))+|(?:{_PEOPLE})(?:{_JOINS}(?=(?:{_PEOPLE})\b)(?:{_PEOPLE}))+)\b"
)
_JOIN = "·"


def as_one(low: str) -> str:
    """The text in which such lists are one noun, of the same length: no comma and no `và` inside them parts what is said of them.

    >>> as_one("26 xã, thị trấn có điểm dạy bơi, 3 xã và 2 phường có sân")
    '26 xã· thị trấn có điểm dạy bơi, 3 xã và 2 phường có sân'
    >>> as_one("90% cha, mẹ và người chăm sóc trẻ được tập huấn")
    '90% cha· mẹ ·· người chăm sóc trẻ được tập huấn'
    """
    return _LISTS.sub(_joined, low)


def _joined(match: regex.Match[str]) -> str:
    words: str = match.group()
    for start, end in match.spans("joins"):
        at, stop = start - match.start(), end - match.start()
        words = words[:at] + words[at:stop].replace(",", _JOIN).replace("và", 2 * _JOIN) + words[stop:]
    return words
