"""Groups: parts of the population that a value holds for (`nông thôn`, `vùng ven sông`, `học sinh tiểu học`), by the structure they stand in,
and the names that offices give to the same group.

All patterns read the view in lower case (`patterns.spelling.lower`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

# Areas that are known by name lose the word before them (`khu vực nông thôn`: nông thôn); any other group keeps its words.
_AREAS = (
    r"nông thôn|thành thị|đô thị|nội thành|ngoại thành|miền núi|đồng bằng|vùng sâu,? vùng xa|vùng cao|vùng thấp|vùng núi|vùng sâu|nam|nữ|trẻ em nữ|trẻ em nam|trẻ em gái|trẻ em trai|"
    r"dân tộc thiểu số|đồng bào dân tộc thiểu số|hải đảo|ven biển|biên giới"
)
_AREA = r"(?:khu vực|vùng|địa bàn)"
_PREPOSITION = r"(?:đối với|ở|tại|cho|riêng|với)"
_BEFORE_VALUE = (
    r"\s*(?:$|:|\d|[≤≥<>]|(?:đạt|còn|là|dưới|trên|không|ít nhất|tối thiểu|tối đa|xuống|lên|từ|đến|ở mức|mức)\b)"
)
# Where peoples live keeps its words: `các xã vùng đồng bào dân tộc thiểu số`.
_OF_PEOPLES = r"(?:các (?:xã|thôn|huyện|địa bàn|địa phương) )?(?:vùng|khu vực|địa bàn) (?:có (?:đông )?)?đồng bào (?:dân tộc thiểu số|dtts)(?: và miền núi)?"
GROUP = regex.compile(
    rf"\b(?P<group>{_OF_PEOPLES})\b|(?:{_PREPOSITION}\s+(?:các\s+)?(?:(?:{_AREA}|các|phường|xã)\s+)*|\b{_AREA}\s+|\((?:{_PREPOSITION}\s+)?(?:{_AREA}\s+)?(?=[\p{{L}} ]+\))|"
    rf"(?:(?<=[:;,(]\s?)|(?<=\bvà\s))(?=(?:{_AREAS}){_BEFORE_VALUE}))"
    rf"(?P<group>{_AREAS})\b\)?"
    # an area where it stands alone, and no city by its name
    rf"|\bkhu vực\s+(?P<group>thành phố)\b(?={_BEFORE_VALUE}|\s*\)|\s(?:và|vào)\b)"
)
GROUP_AFTER_IS = regex.compile(
    r"(?:\s*(?:lượt|người|trẻ em|cán bộ|hộ|em))?\s*(?:là|cho)\s+(?P<group>[^;.,()%\d]{3,60}(?:, (?:\p{L}+ ?){1,3}(?=[;.]|$))*)"
)
# An area or a level of school by its name alone, before a value (`trẻ em nông thôn dưới 5%`, `tiểu học 80%`) or right behind it.
_LEVELS = r"(?:(?:cấp|bậc|học sinh|trường|trẻ)\s+)?(?:mầm non|mẫu giáo|nhà trẻ|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt|phổ thông)"
BARE_BEFORE = regex.compile(rf"\b(?P<group>{_AREAS}|{_LEVELS})\b(?={_BEFORE_VALUE})")
BARE_BEHIND = regex.compile(rf"\s(?P<group>{_AREAS})\b(?=\s*(?:$|[,;.(]|và\b|vào\b|đến\b|trong\b))")
# An area, or a level of school or several of them (`trường mầm non, tiểu học và 90% trường THCS`).
LEVEL_OR_AREA = regex.compile(rf"(?:{_AREAS}|{_LEVELS}(?:(?:,| và|, và) {_LEVELS}){{0,3}})")
# What children are called by behind their noun: a level of school, or their sex.
LEVEL_OR_SEX = regex.compile(rf"(?:{_LEVELS}(?:(?:,| và|, và) {_LEVELS}){{0,3}}|gái|trai|nam|nữ)\b")
# Schools of some level under whatever they are called.
_SCHOOLS = rf"(?:cơ sở giáo dục|cơ sở|trường(?: học)?)\s{_LEVELS}(?:\s(?:công lập|ngoài công lập|tư thục|dân lập))?"
SCHOOLS = regex.compile(_SCHOOLS)
# Rates that each level of school has of its own: their parts are measures, not groups of one.
OF_ONE_LEVEL = regex.compile(
    r"hoàn thành|bỏ học|tốt nghiệp|lưu ban|chuyển cấp|lên lớp|phổ cập|đi học|đến trường|nhập học|huy động|đúng độ tuổi|ra lớp"
)
# Brackets close behind a group and its value: it holds for nothing behind them (`17% (miền núi 25%) năm 2025, 15% năm 2030`).
CLOSES = regex.compile(r"\d[^()]*\)")
# What a value holds for, said right behind it, or in brackets.
HOLDS_FOR = regex.compile(
    r"\s(?:ở|đối với|tại)\s+(?P<group>(?P<head>\p{L}+)\s?[^,;.()%\d]{2,49}?(?:,\s(?P=head)\s[^,;.()%\d]{2,30}?)*)(?=\s(?:và|đạt|là|còn|vào|đến|trong|suốt|giai đoạn|năm)\s|[,;.]|\s*$)"
    r"|\s?\((?:(?:ở|đối với|tại)\s+)?(?P<group>[^,;.()%\d]{3,40})\)"
)
# Whom or where what is said holds for, with what tells which of them are meant (`đối với các địa bàn có tỷ lệ này còn cao`).
OF_WHOM = regex.compile(r"\s(?:đối với|ở|tại|thuộc)\s")
# A part of what was measured follows: `trong đó …`, `riêng …`, `…, đối với trẻ em …`; not `riêng năm 2026`.
PART_OPENS = regex.compile(
    r"(?:,|;|\()?\s*(?:\btrong (?:đó|số đó)|(?<=[,;]\s?)đối với(?!\s+(?:các\s+)?(?:khu vực|vùng|địa bàn|nông thôn|thành thị|đô thị|miền núi|năm)\b)|\briêng(?!\s+(?:năm|giai đoạn|trong)\b|\s+(?:và|độc|biệt)\b))\s*[,:]?\s*"
)
_SAID = r"(?:đạt|là|chiếm|còn(?! lại)|được|có|bị|biết|giảm|tăng|xuống|lên|phải|ở mức|bằng|khoảng|từ)"
# Who or where the part is: a noun phrase without a verb or a rate of its own.
_NO_GROUP = (
    r"(?:tỷ lệ|tỉ lệ|tỷ suất|tỷ trọng|số|mức|do|vì|phấn đấu|đảm bảo|bảo đảm|duy trì|giảm|tăng|nâng|mỗi|ít nhất|tối thiểu|trên|dưới|không|khoảng|hơn|có|được|"
    r"biết|đạt|bị|tham gia|hoàn thành|tổ chức|xây dựng|thành lập|hỗ trợ|tiếp tục|năm|đến|trong|vào|hằng|hàng|giai đoạn|từ|cả|nhằm|đăng ký|tập huấn|và|là|còn|thể|cấp phát|sử dụng|thực hiện|trẻ em được|sau đó|tương ứng|lần lượt|bằng)"
)
# What becomes of them, behind the name of those who are counted.
_BECOMES_OF = r"(?:được|bị|tham gia|hoàn thành|miễn phí|vào|trong|năm|đến)"
# Localities by their names, a list of them too: `các huyện Mường Tè, Nậm Nhùn và Sìn Hồ`.
_WORD = r"\p{L}+(?:['’]\p{L}+)*+"  # `K'Ho`, `H’Mông` too
_NAME = rf"{_WORD}(?: (?!{_SAID}\b|và\b){_WORD}){{0,4}}"
_PLACES = rf"(?:các |những )?(?:(?:hai|ba|bốn|năm) )?(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|buôn|ấp|khóm|xóm|khu phố|tổ dân phố) {_NAME}(?:(?:,| và|, và) {_NAME}){{1,8}}"
# Words of what is measured behind the group (`trẻ em dân tộc Dao thể thấp còi`, `vùng cao tỷ lệ này`).
_MEASURED = r"(?:thể|tỷ lệ|tỉ lệ|tỷ suất|tỉ suất)"
_OPEN_WORDS = rf"{_WORD}(?:[ -](?!(?:{_SAID}|{_MEASURED})\b){_WORD}){{0,8}}"
# Several areas or groups of people side by side, under one head (`vùng ven sông, ven phá`, `trẻ em mồ côi, trẻ em khuyết tật nặng`).
_SIDE_BY_SIDE = rf"(?=(?:(?:các|những) )?(?:vùng|khu vực|địa bàn|miền|xã|huyện|phường|thôn|bản|trẻ|trẻ em|học sinh|hộ|phụ nữ|bà mẹ|con)\b){_OPEN_WORDS}(?:(?:,| và) {_OPEN_WORDS}){{1,3}}"
# Who they are whose group says so itself (`trẻ em là con của công nhân`).
_WHO_ARE = rf"(?:trẻ em|trẻ|học sinh|em|người|phụ nữ|bà mẹ|lao động|hộ)(?: gái| trai| nữ| nam)? là (?!{_SAID}\b){_WORD}(?:(?:[ -]|, )(?!{_SAID}\b){_WORD}){{0,9}}"
_OF_AGE = (
    r"(?:trẻ em|trẻ|học sinh)(?: em)? (?:(?:từ|dưới|trên) )?\d{1,2}(?: (?:đến|-) (?:dưới )?\d{1,2})? (?:tháng )?tuổi"
)
_NAMES_IN_BRACKETS = r"\s?\([^()\d%]{3,120}\)"
_PART = regex.compile(
    rf"(?:{_PREPOSITION}\s+)?(?:(?P<known>{_OF_PEOPLES})|(?:các\s+)?(?:{_AREA}\s+)?(?P<known>{_AREAS})|(?P<places>{_PLACES})|(?!{_NO_GROUP}\b)(?P<open>(?:{_SIDE_BY_SIDE}|{_WHO_ARE}|{_OF_AGE}|{_OPEN_WORDS}(?: (?:tại|ở|thuộc) {_PLACES})?)(?:{_NAMES_IN_BRACKETS})?))"
    rf"(?:\s+{_MEASURED}(?:\s+(?:(?!{_SAID}\b){_WORD}|\d{{1,2}}(?= tuổi))){{0,8}})?(?:\s*[,:]|\s+{_SAID})*\s*\Z"
)


def part(words: str) -> str | None:
    """The group that the words before the value of a part name; `None` where they name none (`biết bơi`, `do đuối nước`).

    >>> part("vùng dân tộc thiểu số đạt "), part("vùng ven sông "), part("có "), part("tỷ lệ trẻ em gái ")
    ('dân tộc thiểu số', 'vùng ven sông', None, None)
    >>> part("các huyện mường tè, nậm nhùn, sìn hồ ")
    'các huyện mường tè, nậm nhùn, sìn hồ'
    """
    match = _PART.match(words)
    if match is None:
        return None
    group: str = match["known"] or match["places"] or match["open"]
    return group.strip()


# What of a group is measured is said behind its name: another kind of what was measured, or another measure.
MEASURED_ANEW = regex.compile(r"\s*\b(?P<kind>thể|tỷ lệ|tỉ lệ|tỷ suất|tỉ suất)\b(?! (?:này|đó|trên))")

_COUNTED_PEOPLE = regex.compile(
    r"\s*(?P<group>(?>trẻ em|trẻ|học sinh|em|cháu|sinh viên|thiếu nhi|thanh niên|phụ nữ|người|lượt (?:người|em|trẻ em|cán bộ)|cán bộ|giáo viên|hộ gia đình|hộ|cha mẹ|bà mẹ|hội viên|đoàn viên)"
    rf" (?!{_SAID}\b|là\b|cho\b|tại\b|ở\b|của\b){_WORD}(?:(?:[ -]|, )(?!(?:{_SAID}|{_BECOMES_OF}|cho)\b){_WORD}){{0,9}})"
    rf"(?=\s*(?:[.;)]|,?\s*\Z|(?:,\s|\s){_BECOMES_OF}\b))"
)


def people_counted(low: str, start: int, end: int) -> str | None:
    """Who they are of whom a part of a whole counts so many, as far as it says more than that they are people.

    >>> words = "250 học sinh nữ."
    >>> people_counted(words, 3, len(words)), people_counted("70 em.", 2, 6)
    ('học sinh nữ', None)
    """
    match = _COUNTED_PEOPLE.match(low, start, end)
    return match["group"].strip() if match is not None else None


def is_area(group: str) -> bool:
    """Whether a group is an area or a part of the population that any plan may name: no name with capitals."""
    return _ONLY_AREA.fullmatch(group) is not None


_ONLY_AREA = regex.compile(rf"{_AREAS}|thành phố")


# Whom or where fewer than all are: a people by its name, households, places by their names.
_NARROW = regex.compile(
    r"\bdân tộc (?!thiểu số|ít người|rất ít|nội trú|bán trú|và\b)\p{L}+|\bhộ (?:cận )?nghèo\b|\b(?:mồ côi|khuyết tật|di cư|nhập cư|lang thang)\b|\bkhó khăn\b"
    rf"|(?:\A|\b(?:tại|ở|thuộc) ){_PLACES}"
)
_RATE = r"(?:tỷ|tỉ) (?:lệ|suất)\b"
# Behind a share, of whom the words before it name: what becomes of them.
_BECOMES = r"(?:được|có|bị|biết|đạt|mắc|tham gia|hoàn thành|sử dụng|so với|vào|năm|trở lên|tổng số|trong|và|trên)"
# Who all of a clause holds for, before its rate: `Riêng trẻ em dân tộc Mông tại các xã A, B: tỷ lệ …`, a year perhaps before them.
_OPENS = regex.compile(
    r"\W*(?:(?:phấn đấu\s+)?(?:đến|vào|trong)\s+(?:(?:hết|cuối)\s+)?năm \d{4}\s?[,:]?\s+)?"
    r"(?P<of>(?:(?:riêng|đối với|ở|tại|với)\s+){0,2})(?P<group>[^;:.%\d()]{3,160}?)(?:\s?(?P<mark>[:,])|\s(?P<mark>[-–—]))\s+"
    rf"(?=(?:(?:phấn đấu|giảm|tăng|nâng|hạ|duy trì|bảo đảm|đảm bảo|đến|năm \d{{4}},?|có|ít nhất|tối thiểu|trên)\s+)*"
    rf"(?:{_RATE}|\d[\d.,]*\s?%\s(?!{_BECOMES}\b)\p{{L}}))"
)
# What ends it for the clauses behind: another group, or all of the plan's own area.
_ENDS = regex.compile(
    r"\W*(?:và\s+)?(?:riêng|đối với|ở|tại|trên (?:địa bàn|phạm vi)|khu vực|vùng)\b(?! (?:các )?(?:năm|giai đoạn)\b)"
)
_OF_ALL = regex.compile(
    r"\b(?:toàn|cả|chung (?:của|trong|trên)(?: địa bàn)?) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|thị trấn|vùng|nước)\b"
)
# The same behind a value and its year.
_BEHIND = regex.compile(r"\s?,?\s(?:riêng\s)?(?:đối với|ở|tại)\s+(?P<group>[^;:.%\d()]{3,160}?)(?=\s*(?:[.;]|\Z))")


def narrows(group: str) -> bool:
    """Whether a group is fewer than all, of no common name (`trẻ em dân tộc Mông`): no other plan splits its measure by it.

    >>> narrows("trẻ em dân tộc mông"), narrows("các xã pà cò, hang kia"), narrows("trẻ em dân tộc thiểu số")
    (True, True, False)
    """
    return canonical(group) not in _PATTERNS and (is_area(group) or _NARROW.search(group.lower()) is not None)


class Opening(NamedTuple):
    """The narrower group that a clause begins with: its words, where they begin, and whether a colon makes it hold beyond its sentence."""

    group: str
    start: int
    of_item: bool


def opening(low: str, start: int, end: int) -> Opening | None:
    """The narrower group that a clause about a rate begins with.

    >>> words = "riêng trẻ em dân tộc mông tại các xã pà cò, hang kia: tỷ lệ thấp còi 26%"
    >>> opening(words, 0, len(words))
    Opening(group='trẻ em dân tộc mông tại các xã pà cò, hang kia', start=0, of_item=True)
    >>> opening("tỷ lệ trẻ em hộ nghèo, tỷ lệ khác", 0, 33)
    """
    match = _OPENS.match(low, start, end)
    if match is None or regex.search(_RATE, match["group"]) is not None:
        return None
    of_item = match["mark"] != ","
    area = _AREA_ALONE.fullmatch(match["group"])
    if area is not None:
        return Opening(area["group"], start, of_item) if match["of"] or of_item else None
    whom = match["of"] or (of_item and NAMES_PEOPLE.match(match["group"]) is not None)
    return Opening(match["group"], start, of_item) if whom and narrows(match["group"]) else None


def ends_opening(low: str, start: int, end: int) -> bool:
    """Whether a clause is of another group than the one before it began with, or of all.

    >>> [ends_opening(words, 0, len(words)) for words in ("tỷ lệ thấp còi 26%", "toàn tỉnh 17%", "đối với trẻ em: 5%", "riêng năm 2025 9%")]
    [False, True, True, False]
    """
    return _ENDS.match(low, start, end) is not None or _OF_ALL.search(low, start, end) is not None


def behind(words: str) -> tuple[str, int] | None:
    """The narrower group that words behind a value name, and where it ends.

    >>> behind(" đối với trẻ em hộ nghèo.")
    ('trẻ em hộ nghèo', 24)
    """
    match = _BEHIND.match(words)
    return (match["group"], match.end("group")) if match is not None and narrows(match["group"]) else None


# Canonical name → what else it is called, in lower case.
_CANONICAL = {
    "thành thị": r"thành thị|nội thành|nội thị|đô thị|thành phố|các phường|phường|khu vực (?:thành thị|đô thị|nội thành)|vùng đô thị",
    "nông thôn": r"nông thôn|ngoại thành|ngoại thị|các xã|xã|khu vực (?:nông thôn|ngoại thành)|vùng nông thôn",
    "nam": r"nam|nam giới|trẻ em nam|trẻ em trai|em trai|trẻ trai|học sinh nam",
    "nữ": r"nữ|nữ giới|trẻ em nữ|trẻ em gái|em gái|trẻ gái|học sinh nữ",
    "miền núi": r"miền núi|vùng cao|vùng núi|khu vực miền núi|vùng miền núi",
    "đồng bằng": r"đồng bằng|vùng đồng bằng|khu vực đồng bằng",
    "dân tộc thiểu số": r"(?:các (?:xã|thôn|huyện|địa bàn|địa phương) )?(?:vùng |khu vực |địa bàn |trẻ em |trẻ |người |là |có |đông )*(?:đồng bào )?(?:dân tộc thiểu số|dtts)(?: và miền núi)?",
}
_PATTERNS = {name: regex.compile(rf"(?:ở |tại |đối với )?(?:{words})") for name, words in _CANONICAL.items()}


@lru_cache(maxsize=4096)
def canonical(group: str | None) -> str | None:
    """The common name of a group; a group that has none keeps its own words.

    >>> canonical("ở nội thành"), canonical("trẻ em người DTTS") == canonical("trẻ em dân tộc thiểu số")
    ('thành thị', True)
    """
    if group is None:
        return None
    words = " ".join(group.lower().split())
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(words)), words)


_FORMS = regex.compile(
    r"\W*(?P<group>(?:học sinh )?(?:khối|cấp|bậc)\s(?:lớp\s)?(?:\d{1,2}(?:\s?(?:-|,|và|đến)\s?\d{1,2})*|mầm non|tiểu học|thcs|thpt|trung học cơ sở|trung học phổ thông))\s*(?:\([^()]*\))?\W*"
)


def of_forms(words: str) -> str | None:
    """The forms of a school that a heading names and nothing else, as written: what stands below it is of these pupils.

    >>> of_forms("Khối 10-12 (530 học sinh):"), of_forms("Khối lượng công việc")
    ('Khối 10-12', None)
    """
    match = _FORMS.fullmatch(words.lower())
    return words[slice(*match.span("group"))] if match is not None else None


_AREA_ALONE = regex.compile(
    rf"(?:(?:đối với|ở|tại)\s)?(?:(?P<group>{_OF_PEOPLES})|(?:các\s)?(?:{_AREA}\s)?(?P<group>{_AREAS}))"
)
_IN_BRACKETS = regex.compile(r"\(([^()]+)\)")


def named(words: str) -> str | None:
    """The group that words (in lower case) name and nothing else, an area by its name alone; `None` where they say more.

    >>> named("- khu vực nông thôn"), named("trẻ em được khai sinh")
    ('nông thôn', None)
    """
    bare = _IN_BRACKETS.sub(" ", words).strip(" -–+•*:;.,()")
    if not any(pattern.fullmatch(bare) for pattern in _PATTERNS.values()):
        return None
    area = _AREA_ALONE.fullmatch(bare)
    return area["group"] if area is not None else bare


def ending(low: str, words: str | None = None) -> str | None:
    """The area or level of school that stands behind a subject, parted from it: `tỷ lệ béo phì - nông thôn`, `câu lạc bộ - khối tiểu học`.

    >>> ending("tỷ lệ béo phì - khu vực nông thôn"), ending("lao động nông thôn"), ending("tỷ lệ bỏ học - cấp tiểu học")
    ('nông thôn', None, None)
    >>> ending("câu lạc bộ - khối thcs", "Câu lạc bộ - khối THCS")
    'khối THCS'
    """
    match = _ENDING.search(low)
    if match is None or match["area"] is not None:
        return match["area"] if match is not None else None
    if OF_ONE_LEVEL.search(low) is not None:
        return None
    return (words or low)[slice(*match.span("level"))]


# A row that names an area, and what else it says of it: `Vùng cao (Mù Cang Chải)`, `Khu vực biên giới`.
ROW_OF_AREA = regex.compile(r"\W*(?P<group>(?:vùng|khu vực|miền|địa bàn)\s[^:;%\d]{2,60})")
# Localities of one kind that a subject ends with: `béo phì ở thị trấn`.
ENDS_IN_PLACES = regex.compile(
    r"\s(?:ở|tại|đối với)\s(?P<group>(?:các\s)?(?:thị trấn|phường|xã|thị xã|thành phố))\W*\Z"
)

_ENDING = regex.compile(
    rf"(?:\s[-–—]|[,:])\s+(?:(?:{_AREA}\s)?(?P<area>{_AREAS})|(?P<level>(?:khối|cấp|bậc|lứa tuổi)\s{_LEVELS}(?:(?:,| và) {_LEVELS})*))\W*\Z"
)


def in_brackets(words: str) -> str | None:
    """The group that stands in brackets: `% (nông thôn)`."""
    return next((group for match in _IN_BRACKETS.finditer(words) if (group := named(match[1])) is not None), None)


# Who a part is may have a predicate of its own: `trong đó 200 em là trẻ em có hoàn cảnh đặc biệt`.
NAMES_PEOPLE = regex.compile(r"(?:trẻ em|trẻ|em|học sinh|người|phụ nữ|hộ|lao động|thanh niên|cán bộ)\b")
# What may stand before the name of a group.
BEFORE_GROUP = r"(?:(?:đối với|ở|tại|cho|riêng|các|khu vực|vùng|địa bàn)\s+)*"
