"""Administrative units as words: types of units, levels, and proper names of places.

Luật Tổ chức chính quyền địa phương: until 30 June 2025 province, district, commune; since 1 July 2025 province and commune.
"""

from __future__ import annotations

import re
from typing import Literal

import regex

from patterns.issuers import PLACE
from patterns.sifting import Sifted
from patterns.vocabulary import Level

# Type of unit in lower case → level. A `thành phố` is a province where it is under the centre, else a district.
LEVELS: dict[str, Level | Literal["city"]] = {
    "tỉnh": "province",
    "thành phố": "city",
    "tp": "city",
    "tp.": "city",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}
# Cities under the centre, and since when where that is of late (Huế: Nghị quyết 175/2024/QH15).
CENTRAL_CITIES = {"hà nội": "", "hồ chí minh": "", "hải phòng": "", "đà nẵng": "", "cần thơ": "", "huế": "2025-01-01"}

_DISTRICT, _COMMUNE = r"huyện|quận|thị xã", r"xã|phường|thị trấn|đặc khu"
TYPE = rf"(?:tỉnh|thành phố|tp\.?|{_DISTRICT}|{_COMMUNE})"
# A unit with its name, over the view: `huyện Đức Cơ`, `THỊ XÃ LA GI`, `Thị trấn Hà Trung`.
NAMED_UNIT = regex.compile(rf"(?<![\p{{L}}])(?P<type>(?i:{TYPE}))\s+(?P<name>{PLACE})(?![\p{{L}}])")


def level(unit_type: str, name: str, on: str | None = None) -> Level:
    """The level of a unit on a day (ISO 8601, reduced or not): `province`, `district` or `commune`.

    >>> level("thành phố", "Huế", "2022-03-15"), level("thành phố", "Huế", "2025-08-01")
    ('district', 'province')
    """
    found = LEVELS.get(unit_type.lower().strip(), "district")
    if found == "city":
        since = CENTRAL_CITIES.get(name.lower())
        return "province" if since is not None and (on is None or on >= since) else "district"
    return found


def titled(name: str) -> str:
    """A name in capitals as it is written in a sentence: `LA GI` → `La Gi`."""
    return " ".join(word[:1].upper() + word[1:].lower() for word in name.split()) if name.isupper() else name


# Where a unit stands in the name of a body or in a title in capitals. `XÃ HỘI` is society, unless the name of a commune goes on
# behind it; `HUYỆN ỦY` is a committee.
UNIT_TYPE = regex.compile(
    rf"(?<!\p{{L}})(?P<type>{TYPE})\s+(?!ỦY\b|ĐOÀN\b|ĐỘI\b)(?=[\p{{L}}\d])"
    r"(?!HỘI\b(?:\s*(?:$|[,;.&\-]|(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|CHỦ NGHĨA|HÓA|SỐ|VÀ|CHO|CỦA|TRÊN|GIAI|NĂM|ĐẾN|VIỆT)\b)))"
    r"(?<!(?:\bVÀ|\bHIỂM|\bHÓA|\bHÒA|\bTÁC|\bKINH TẾ|\bAN SINH|[-&,])\s+XÃ\s+(?=HỘI\b))",
    regex.IGNORECASE,
)
# Where the name of a unit cannot go on.
AFTER_NAME = regex.compile(
    r"\s+(?:GIAI ĐOẠN|NĂM|ĐẾN|TRONG|THEO|VỀ|VÀ|TRÊN|THỰC HIỆN|TỪ|VỚI|CÁC|CHO|LẦN|KHÓA|NHIỆM KỲ|SỞ|PHÒNG(?=\s\p{L})|BAN|TRUNG TÂM|CHI CỤC)\b.*|\s*[,;(\n\"].*|\s-\s*$",
    regex.IGNORECASE | regex.DOTALL,
)
# The type of a unit without its name, at the end of the name of a body (`ỦY BAN NHÂN DÂN TỈNH`).
BARE_TYPE = regex.compile(rf"\b(?P<type>{TYPE})\W*$", regex.IGNORECASE)

# The type of a unit before its name, at the beginning of a place (`tỉnh Sóc Trăng, ngày …`).
TYPE_BEFORE = regex.compile(rf"^{TYPE}\s+", regex.IGNORECASE)
# The same where a line of a head begins with it: it goes on the name of the body above.
TYPE_FIRST = regex.compile(rf"{TYPE}\s", regex.IGNORECASE)

# Bodies and units below the issuer, whose time may be another; in any case.
LOCAL_BODY = regex.compile(
    rf"\b(?:UBND|Ủy ban nhân dân|các (?:địa phương|đơn vị)|địa phương|{_DISTRICT}|{_COMMUNE})\b",
    regex.IGNORECASE,
)

# Units of administration and facilities: what a locality has one number of, also several in a row (`xã, phường và thị trấn`); in any case.
_UNIT = rf"(?:{_COMMUNE}|{_DISTRICT}|thành phố|thôn|bản|làng|buôn|ấp|khóm|xóm|khối phố|khu phố|tiểu khu|tổ dân phố|khu dân cư|trạm y tế)"
_KIND = rf"{_UNIT}(?:(?:,\s+(?:và\s+)?|\s+(?:và|hoặc)\s+){_UNIT}(?!\p{{L}}))*+"
BETWEEN_UNITS = regex.compile(r",\s+(?:và\s+)?|\s+(?:và|hoặc)\s+", regex.IGNORECASE)
KIND_OF_UNIT = regex.compile(rf"(?<!\p{{L}}){_KIND}(?!\p{{L}})", regex.IGNORECASE)

# What a locality says it has, all of it: the clause ends behind the kind (`Huyện có 15 xã, 2 thị trấn.`, not `có 10 thôn đặc biệt khó khăn`). Any
# words may name the kind, but people and households, whose number is seldom that of all.
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d+)"
_ANY_KIND = r"(?!hộ(?!\p{L}))\p{L}+(?:\s(?!(?:và|với|có)(?!\p{L}))\p{L}+){0,5}+"
_ALL = r"(?=\s*(?:[.;:,()\n]|(?:với|và)(?!\p{L})|\Z))"
SAYS_WHOLE = Sifted(
    regex.compile(
        rf"(?:^|[.;:]\s+)[^\p{{L}}\d\n]{{0,4}}(?:(?:hiện nay|đến nay|hiện tại),?\s+)?(?:toàn\s+)?(?P<type>{TYPE})(?P<name>\s(?!(?:hiện|có|gồm|bao)\s)[^\d.;:,()\n]{{1,40}}?)?"
        # what the unit is besides, and then, with the same subject, what it has: `Xã Mường Than thành lập năm 2025 từ …; hiện có 31 bản`
        rf"(?:\s\((?!(?:[^()\n]*\s)?(?:cũ|trước)(?!\p{{L}}))[^()\n]*\))?(?:\s(?-i:\p{{Ll}})[^.;\n]{{0,160}}(?:\.\d[^.;\n]{{0,80}})?;(?=\s+hiện\s))?\s+(?:hiện\s+)?(?:có|gồm|bao gồm)\s+(?:tất cả\s+|tổng số\s+)?"
        rf"(?:[\d.]+\s+đơn vị (?:hành chính )?(?:cấp (?:xã|huyện)|trực thuộc),?\s+(?:gồm|bao gồm|trong đó có)\s+)?"
        rf"{_NUMBER}\s+(?P<kind>(?>{_KIND}(?!\p{{L}})|{_ANY_KIND}))(?:(?:,\s+(?:và\s+)?|\s+và\s+){_NUMBER}\s+(?P<kind>{_KIND})(?!\p{{L}}))*+{_ALL}",
        regex.IGNORECASE | regex.MULTILINE,
    ),
    (re.compile(r"(?:có|gồm)\s+(?:\d|tất|tổng)"), re.compile(r"(?:CÓ|GỒM)\s+(?:\d|TẤT|TỔNG)")),
)
# All communes, whatever they are called.
COMMUNES = regex.compile(r"đơn vị (?:hành chính )?cấp xã")
# What the sentence goes on with (`; có 03 trường học`), as far as it speaks of the whole.
AND_WHOLE = regex.compile(
    rf"(?:,|;|(?<!\p{{L}})và)\s+(?:có\s+)?{_NUMBER}\s+(?P<kind>(?>{_KIND}(?!\p{{L}})|{_ANY_KIND})){_ALL}",
    regex.IGNORECASE,
)
# A number of a kind wherever the text has one, `all` where it is called all of them (`cả 12 xã`, `toàn bộ 11 xã, thị trấn`).
NUMBER_OF_KIND = regex.compile(
    rf"(?<![\d/.,\p{{L}}])(?P<all>(?:toàn bộ|tất cả|(?:tại|ở|cho|của|trong) cả)\s+(?:các\s+)?)?0*{_NUMBER}\s+(?P<kind>{_KIND})(?!\p{{L}})",
    regex.IGNORECASE,
)
# What is no number of today's units: of units that were, or counted again and again.
OF_OTHER_UNITS = regex.compile(
    r"(?<!\p{L})(?:cũ|trước|sáp nhập|sắp xếp|hợp nhất|lượt|tỉnh|toàn quốc|cả nước)(?!\p{L})", regex.IGNORECASE
)
OF_THE_WHOLE = regex.compile(r"(?<!\p{L})trong (?:đó|số)(?!\p{L})", regex.IGNORECASE)
# Where a kind ends that nothing narrows, but for what it does (`thôn có …`).
NOTHING_NARROWS = regex.compile(r"\s*(?:[.;:,()|]|(?:vào|đến|đạt|không|đã|đều)(?!\p{L})|\Z)", regex.IGNORECASE)

# Words in the name of an issuer that tell its level: a province or city, a district; in any case.
NAMES_PROVINCE = regex.compile(r"tỉnh|thành ủy|thành phố", regex.IGNORECASE)
NAMES_DISTRICT = regex.compile(_DISTRICT, regex.IGNORECASE)

# What may stand before the name of a unit: whose committee it is, its type, abbreviated or not; folded.
PREFIX = regex.compile(
    r"^(?:ubnd |uy ban nhan dan |hdnd )?(?P<type>tinh|thanh pho|tp|huyen|quan|thi xa|tx|xa|phuong|p|thi tran|tt|dac khu)\s+(?=\w)"
)
# Bodies of districts alone, no communes among them: `Ủy ban nhân dân các huyện, thị xã`.
DISTRICTS_ALONE = regex.compile(
    rf"(?=.*(?:{_DISTRICT}))(?!.*(?:(?<!thị )xã(?!\p{{L}})|phường|thị trấn|địa phương))", regex.IGNORECASE
)
