"""Words that a text copied from another's leaves over: of another level, another type of document, another place. Patterns read the text."""

from __future__ import annotations

import regex

# Bodies of a province, and of districts.
_DEPARTMENTS = r"(?:các )?[Ss]ở,\s*(?:ban,\s*)?ngành(?!,?\s*(?:(?:của|cấp|thuộc)\s*)?(?:tỉnh|thành phố))"
_DISTRICTS = r"UBND các (?:quận, )?huyện|[Cc]ác huyện, (?:thị xã|thành phố)"
_OFFICES = r"[Cc]ác phòng, ban (?:thuộc|của) UBND huyện"
_COMMUNES = r"(?:UBND|Ủy ban nhân dân|[Cc]hỉ đạo) các xã(?:, (?:phường|thị trấn))*"
# Level of a plan → bodies that have nothing to do with it.
OF_ANOTHER_LEVEL = {
    "district": regex.compile(rf"{_DEPARTMENTS}|{_DISTRICTS}"),
    "commune": regex.compile(rf"{_DEPARTMENTS}|{_DISTRICTS}|{_OFFICES}|{_COMMUNES}"),
}
# A commune right below its province works with the departments of that: only the level between is another's.
OF_ANOTHER_LEVEL_WITHOUT_DISTRICTS = regex.compile(rf"{_DISTRICTS}|{_OFFICES}|{_COMMUNES}")
# Departments of the province as the subject of a clause that lays a duty on them, which no level below the province can; whom one asks for something is none.
LAYS_ON_PROVINCE = regex.compile(
    r"(?:(?<=;\s)(?:[Cc]ác|[Mm]ỗi)|(?<=(?:^|\n|\.\s)(?:[-+•*]\s)?)(?:Các|Mỗi)) sở,\s*(?:ban,\s*)?ngành,?\s(?:(?:của|cấp|thuộc)\s)?tỉnh"
    r"(?=\s(?:đưa|căn cứ|xây dựng|lồng ghép|bố trí|(?:có|chịu) trách nhiệm|triển khai|tổ chức|rà soát|chủ (?:động|trì)|nghiêm túc|thực hiện|cụ thể hóa)(?!\w))",
    regex.MULTILINE,
)
# What makes of it a request, or work done together; in a sentence before it or the title of a section.
ASKS_OF_ABOVE = regex.compile(r"(?<!\w)(?:(?:đề|kiến) (?:nghị|xuất)|phối hợp|cùng với)(?!\w)", regex.IGNORECASE)
# Type of a document → what another calls itself, and the word with which a title says that it is meant.
OF_ANOTHER_TYPE = {
    "CTr": (regex.compile(r"\b[Kk]ế hoạch này\b"), "kế hoạch"),
    "KH": (regex.compile(r"\b(?:[Cc]hỉ thị|[Nn]ghị quyết|[Ll]uật) này\b"), ""),
    "CT": (regex.compile(r"\b[Kk]ế hoạch này\b"), "kế hoạch"),
}
# A province or city by its name, which may be another's.
PROVINCE = regex.compile(
    r"(?:trên địa bàn|UBND|Ủy ban nhân dân) (?:tỉnh|thành phố) (?P<name>\p{Lu}\p{L}*(?:[ -]{1,3}\p{Lu}\p{L}*){0,4})"
)
