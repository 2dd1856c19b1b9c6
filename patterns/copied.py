"""Words that a text copied from another's leaves over: of another level, another type of document, another place. Patterns read the text."""

from __future__ import annotations

import re

import regex

from patterns.sifting import Sifted

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
_DO = r"(?:đưa|căn cứ|xây dựng|lồng ghép|bố trí|(?:có|chịu) trách nhiệm|triển khai|tổ chức|rà soát|chủ (?:động|trì)|nghiêm túc|thực hiện|cụ thể hóa)"
# Departments of the province as the subject of a clause that lays a duty on them, which no level below the province can; whom one asks for something is none.
LAYS_ON_PROVINCE = regex.compile(
    r"(?:(?<=;\s)(?:[Cc]ác|[Mm]ỗi)|(?<=(?:^|\n|\.\s)(?:[-+•*]\s)?)(?:Các|Mỗi)) sở,\s*(?:ban,\s*)?ngành,?\s(?:(?:của|cấp|thuộc)\s)?tỉnh"
    rf"(?=\s{_DO}(?!\w))",
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
# The bodies of a district as the subject of such a clause, in a commune's text.
LAYS_ON_DISTRICT = regex.compile(
    r"(?:(?<=;\s)(?:[Cc]ác|[Mm]ỗi)|(?<=(?:^|\n|\.\s)(?:(?:[-+•*]|\d+[.)])\s)?)(?:Các|Mỗi)) phòng,\s*(?:ban(?:,\s*ngành)?|ngành),?\s(?:(?:chuyên môn\s)?(?:của|cấp|thuộc)\s)?huyện"
    rf"(?=\s{_DO}(?!\w))",
    regex.MULTILINE,
)
# A department of the province that a text of a level below charges: `Giao Sở Y tế …`, `5. Sở Y tế: …`.
CHARGES_DEPARTMENT = Sifted(
    regex.compile(
        r"(?<=(?:^|\n|[.;]\s)\W*(?:\d+[.)]\s)?)(?:(?:Giao|Yêu cầu|Phân công) (?:cho )?Sở \p{Lu}[^,.;:\n]{2,60}|Sở \p{Lu}[^.;:\n]{2,80}(?=:\s))",
        regex.MULTILINE,
    ),
    (re.compile(r"Sở "),),
)
# A locality by its kind alone, which is none of the text's own (`trên địa bàn huyện` in a commune's).
OF_NO_NAME = {
    "district": regex.compile(r"trên (?:toàn )?địa bàn tỉnh(?!\s+\p{Lu})"),
    "commune": regex.compile(r"trên (?:toàn )?địa bàn (?:tỉnh|huyện)(?!\s+\p{Lu})"),
}
# What such words speak of besides: what the level above has laid down.
LAID_DOWN = regex.compile(
    r"(?<!\p{L})(?:quy định|nghị quyết|kế hoạch|quyết định|đề án|chương trình|chỉ thị|hướng dẫn|hội thi|đoàn|đề nghị|phối hợp|theo|các (?:cơ quan|đơn vị|trường|cơ sở))(?!\p{L})",
    regex.IGNORECASE,
)
# A locality by its kind and name, which may be another's (where something takes place, `tại thành phố …`, may well be elsewhere); what makes of it a neighbour or an example; in the sentence.
PLACE = Sifted(
    regex.compile(
        r"(?:(?P<sure>trên (?:toàn )?địa bàn|UBND|Ủy ban nhân dân)|nhân dân|của|toàn) (?P<type>tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn) (?P<name>\p{Lu}\p{L}*(?:[ -]{1,3}\p{Lu}\p{L}*){0,4})"
    ),
    (re.compile(r"(?:bàn|UBND|dân|của|toàn) (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn) \w"),),
)
NEIGHBOUR = regex.compile(
    r"(?<!\p{L})(?:kinh nghiệm|giáp(?: ranh)?|liên kết|hợp tác|phối hợp|kết nghĩa|cùng với|mô hình|tham quan|đề nghị|cũ|trước đây|sáp nhập|các tỉnh|theo|đại học|bệnh viện|trường|trung tâm)(?!\p{L})",
    regex.IGNORECASE,
)
