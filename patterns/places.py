"""Administrative units as words: types of units, levels, and proper names of places.

Luật Tổ chức chính quyền địa phương: until 30 June 2025 province, district, commune; since 1 July 2025 province and commune.
"""

from __future__ import annotations

import regex

from patterns.issuers import PLACE

# Type of unit in lower case → level. A `thành phố` is a province where it is under the centre, else a district.
LEVELS: dict[str, str] = {
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
# Cities under the centre (Thừa Thiên Huế became one on 1 January 2025, Nghị quyết 175/2024/QH15).
CENTRAL_CITIES = frozenset({"hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế"})

TYPE = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
# A unit with its name, over the view: `huyện Đức Cơ`, `THỊ XÃ LA GI`, `Thị trấn Hà Trung`.
NAMED_UNIT = regex.compile(rf"(?<![\p{{L}}])(?P<type>(?i:{TYPE}))\s+(?P<name>{PLACE})(?![\p{{L}}])")
_CAPITALS_TYPE = r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)"
CAPITALS_UNIT = regex.compile(
    rf"(?<![\p{{L}}])(?P<type>{_CAPITALS_TYPE})\s+"
    rf"(?P<name>(?!{_CAPITALS_TYPE}\b)\p{{Lu}}+(?:['’]\p{{Lu}}+)?(?:[ ]-?[ ]?(?!(?:{_CAPITALS_TYPE}|SỞ|PHÒNG(?=\s\p{{Lu}}))\b)\p{{Lu}}+){{0,5}}|\d{{1,2}})"
)


def level(unit_type: str, name: str) -> str:
    """The level of a unit: `province`, `district` or `commune`."""
    found = LEVELS.get(unit_type.lower().strip(), "district")
    if found == "city":
        return "province" if name.lower() in CENTRAL_CITIES else "district"
    return found


def titled(name: str) -> str:
    """A name in capitals as it is written in a sentence: `LA GI` → `La Gi`."""
    return " ".join(word[:1].upper() + word[1:].lower() for word in name.split()) if name.isupper() else name
