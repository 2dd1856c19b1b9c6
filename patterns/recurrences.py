"""How often something is due, as RFC 5545 rules: `hằng năm`, `định kỳ 6 tháng`, `ngày 05 hằng tháng`, `ngày 14 của tháng cuối quý`.

Patterns read the view in lower case. Holds what all times share: the pieces, the relation, the search near figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class Time:
    """A time in its place: `due` and `start_date` ISO 8601 as precise as written, `recurrence` an RRULE.

    `impossible` says that the calendar has no such day (31/9): then it has no date.
    """

    start: int
    end: int
    relation: str
    due: str | None = None
    start_date: str | None = None
    recurrence: str | None = None
    impossible: bool = False


# --- pieces --------------------------------------------------------------------------------------------------------

D = r"(?P<d>0?[1-9]|[12]\d|3[01])"
M = r"(?P<m>0?[1-9]|1[0-2])"
DAY_WORD = r"(?:ngày\s+)?"
# The hour that stands before a day: `trước 17 giờ 00 ngày 20/11`.
HOUR = r"(?:\d{1,2}\s?(?:giờ|h(?=\d|\s))\s?(?:\d{2}(?:\s?phút)?)?\s*,?\s+)?"
YEARLY = r"(?:h[ằà]ng năm|mỗi năm|từng năm|các năm)"
RELATION = (
    r"(?P<relation>(?:xong\s+|hoàn thành\s+|chậm nhất\s+)?trước(?:\s+hoặc)?(?:\s+thời điểm)?(?:\s+(?:cuối|hết))?|chậm nhất(?:\s+(?:là|vào|đến|trong))*(?:\s+hết)?|muộn nhất(?:\s+(?:là|vào))?|"
    r"(?:cho\s+)?đến\s+(?:hết|cuối)|đến|hết|vào|trong|dự kiến(?:\s+(?:vào|trong|tổ chức|diễn ra|hoàn thành|thực hiện))*|định kỳ(?:\s+vào)?|xong\s+(?:trong|vào)|từ|cuối|đầu|khoảng)?"
)


def relation_of(words: str | None, default: str) -> str:
    """What relates a duty to a day: `before`, `within` or `by`; `default` where no words do."""
    words = (words or "").strip()
    if "trước" in words:
        return "before"
    if words.endswith("trong") and "dự kiến" not in words:
        return "within"
    return "by" if words else default


# How far before its figures the words of a time may begin (`trước thời điểm ngày`).
_REACH = 48


def near(
    hint: regex.Pattern[str], pattern: regex.Pattern[str], low: str, start: int, end: int
) -> Iterator[regex.Match[str]]:
    """The matches of a pattern, looked for only where its figures are: each is as `finditer` gives it."""
    at = start
    for place in hint.finditer(low, start, end):
        if place.start() < at:
            continue
        match = pattern.search(low, max(at, place.start() - _REACH), min(end, place.end() + _AHEAD))
        if match is None:
            continue
        yield match
        at = match.end()


_AHEAD = 400

_HAS_END = regex.compile(r"tháng\s+(?:cuối|đầu)")
_OF_QUARTER = regex.compile(
    rf"{RELATION}\s*{HOUR}ngày\s+{D}\s+(?:của\s+)?tháng\s+(?:cuối|đầu)(?:\s+(?:cùng|tiên))?\s+(?:của\s+)?(?:mỗi\s+|h[ằà]ng\s+)?quý(?:\s+(?:sau|tiếp theo|kế tiếp|liền kề))?"
)
_HAS_ANY_DAY = regex.compile(r"ngày\s+\d")
_OF_MONTH = regex.compile(
    rf"{RELATION}\s*{HOUR}ngày\s+{D}(?![\d/])(?P<tail>\s+(?:(?:của\s+)?(?:h[ằà]ng tháng|mỗi tháng)|(?:của\s+)?tháng (?:sau|kế tiếp|tiếp theo|kế tiếp|liền kề|kế)(?: (?:h[ằà]ng|mỗi) tháng)?))?(?!\s*(?:(?:của\s+)?tháng (?:\d|cuối|đầu)|/))"
)


def of_quarter(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`ngày 14 của tháng cuối quý`, `ngày 05 của tháng đầu quý sau`."""
    for match in near(_HAS_END, _OF_QUARTER, low, start, end):
        rule = f"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY={int(match['d'])}"
        yield Time(match.start(), match.end(), relation_of(match["relation"], "by"), recurrence=rule)


_QUARTERLY = regex.compile(r"(?:h[ằà]ng|mỗi)\s+quý")
_MONTHLY = regex.compile(r"(?:h[ằà]ng|mỗi)\s+tháng")


def days_of_month(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước ngày 18` in a sentence that says `hằng tháng`; `ngày 05 của tháng liền kề` in any."""
    monthly = _MONTHLY.search(low, start, end) is not None
    quarterly = _QUARTERLY.search(low, start, end) is not None
    for match in near(_HAS_ANY_DAY, _OF_MONTH, low, start, end):
        if not (match["relation"] or "").strip() or not (monthly or quarterly or match["tail"]):
            continue
        every_month = monthly or not quarterly
        rule = "FREQ=MONTHLY;" + ("" if every_month else "INTERVAL=3;") + f"BYMONTHDAY={int(match['d'])}"
        yield Time(match.start(), match.end(), relation_of(match["relation"], "by"), recurrence=rule)


# --- how often -----------------------------------------------------------------------------------------------------

_HAS_OFTEN = regex.compile(
    r"h[ằà]ng |mỗi |từng |theo (?:tuần|tháng|quý|năm)|định kỳ |sáu tháng|[1369] tháng|năm\s*(?:một|0?1|/)\s*lần"
)
_OFTEN = regex.compile(
    r"h[ằà]ng |mỗi |từng |theo (?:tuần|tháng|quý|năm)|định kỳ |sáu tháng|[1369] tháng|năm\s*(?:một|0?1|/)\s*lần"
)
_HAS_QUARTER = regex.compile(r"quý\s+[i1-4]")
_HAS_MONTH = regex.compile(r"tháng\s+\d")
_HAS_PART = regex.compile(r"[369]\s+tháng\s+[đc]")
_HAS_END = regex.compile(r"tháng\s+(?:cuối|đầu)")
_HAS_ANY_DAY = regex.compile(r"ngày\s+\d")
_HAS_DAY = regex.compile(r"\d\s?/\s?\d|\d\s+tháng\s+\d")

# --- atomic pieces -------------------------------------------------------------------------------------------------

D = r"(?P<d>0?[1-9]|[12]\d|3[01])"
M = r"(?P<m>0?[1-9]|1[0-2])"
Y = r"(?P<y>20\d\d)"
DAY_WORD = r"(?:ngày\s+)?"
YEARLY = r"(?:h[ằà]ng năm|mỗi năm|từng năm|các năm)"
RELATION = (
    r"(?P<relation>(?:xong\s+|hoàn thành\s+|chậm nhất\s+)?trước(?:\s+hoặc)?(?:\s+thời điểm)?|chậm nhất(?:\s+(?:là|vào|đến|trong))*(?:\s+hết)?|muộn nhất(?:\s+(?:là|vào))?|"
    r"(?:cho\s+)?đến\s+(?:hết|cuối)|đến|hết|vào|trong|dự kiến(?:\s+(?:vào|trong))?|định kỳ(?:\s+vào)?|xong\s+(?:trong|vào)|từ|cuối|đầu|khoảng)?"
)
QUARTER = r"(?P<q>i{1,3}|iv|[1-4])"

_FULL = regex.compile(
    rf"{RELATION}\s*{DAY_WORD}(?<![\d/])(?:{D}\s?[/.\-]\s?{M}\s?[/.\-]\s?{Y}|{D}\s+tháng\s+{M}\s+năm\s+{Y})(?![\d/])"
)
_AND_DAY = regex.compile(
    rf"(?:\s\([^()]{{1,60}}\))?(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?(?:{D}\s?[/.\-]\s?{M}\s?[/.\-]\s?{Y}|{D}\s+tháng\s+{M}\s+năm\s+{Y})(?![\d/])"
)
_DAYS = regex.compile(  # 15/6 và 15/12 hằng năm; 15/6 và 15/12 năm 2023
    rf"{RELATION}\s*{DAY_WORD}(?<![\d/])(?P<days>(?:0?[1-9]|[12]\d|3[01])(?:\s?/\s?|\s+tháng\s+)(?:0?[1-9]|1[0-2])(?![\d/])"
    rf"(?:(?:\s\([^()\d]{{0,60}}\d{{0,2}}[^()\d]{{0,20}}\))?(?:\s*,\s*|\s+và\s+)(?:trước\s+)?{DAY_WORD}(?:0?[1-9]|[12]\d|3[01])(?:\s?/\s?|\s+tháng\s+)(?:0?[1-9]|1[0-2])(?![\d/]))*)"
    rf"(?:\s*,?\s*(?P<yearly>{YEARLY}|của năm|của mỗi năm)|\s+(?:của\s+)?năm\s+{Y})?"
)
_ONE_DAY = regex.compile(r"(?P<d>\d{1,2})(?:\s?/\s?|\s+tháng\s+)(?P<m>\d{1,2})")
_OF_QUARTER = regex.compile(
    rf"{RELATION}\s*ngày\s+{D}\s+(?:của\s+)?tháng\s+(?:cuối|cuối cùng|đầu)(?:\s+(?:của\s+)?(?:mỗi\s+)?quý)"
)
_OF_MONTH = regex.compile(
    rf"{RELATION}\s*ngày\s+{D}(?![\d/])(?:\s+(?:của\s+)?(?:h[ằà]ng tháng|mỗi tháng|tháng (?:sau|kế tiếp|tiếp theo|liền kề)))?(?!\s*(?:(?:của\s+)?tháng (?:\d|cuối|đầu)|/))"
)
_SPAN_MONTHS = regex.compile(
    r"(?:từ\s+)?tháng\s+(?P<m1>\d{1,2})(?:(?:\s?[/]\s?|\s+năm\s+)(?P<y1>20\d\d))?\s*(?:đến|tới|-)\s*(?:hết\s+)?(?:tháng\s+)?(?P<m2>\d{1,2})(?:\s?/\s?|\s+năm\s+)(?P<y2>20\d\d)"
)
_SPAN_DAYS = regex.compile(
    r"từ\s+(?:ngày\s+)?(?P<d1>\d{1,2})[/.](?P<m1>\d{1,2})(?:[/.](?P<y1>20\d\d))?\s*(?:đến|-)\s*(?:hết\s+)?(?:ngày\s+)?(?P<d2>\d{1,2})[/.](?P<m2>\d{1,2})[/.](?P<y2>20\d\d)"
)
_MONTH = regex.compile(
    rf"{RELATION}\s*tháng\s+(?P<months>(?:0?[1-9]|1[0-2])(?:(?:\s*,\s*|\s+và\s+)(?:tháng\s+)?(?:0?[1-9]|1[0-2]))*)(?![\d])(?:\s?[/\-]\s?{Y}|\s+(?:của\s+)?năm\s+{Y}|\s+(?P<yearly>{YEARLY}))(?!\d)"
)
_YEARLY_MONTH = regex.compile(rf"{YEARLY}\s*[(,]?\s*(?:vào\s+)?tháng\s+{M}(?!\s?[/\d])\)?")
_QUARTERS = regex.compile(
    rf"{RELATION}\s*quý\s+{QUARTER}(?:(?P<y1>\s?/\s?20\d\d|\s+năm\s+20\d\d))?(?:\s*(?:,|-|và|đến)\s*(?:quý\s+)?(?P<q2>i{{1,3}}|iv|[1-4])(?!\w))?(?:\s?/\s?|\s+năm\s+|\s*-\s*){Y}"
    rf"|{RELATION.replace('relation', 'relation2')}\s*quý\s+(?P<q3>i{{1,3}}|iv|[1-4])(?:\s?/\s?|\s+năm\s+|\s*-\s*)(?P<y3>20\d\d)"
)
_PART_OF_YEAR = regex.compile(
    rf"{RELATION}\s*(?P<n>0?[369])\s+tháng\s+(?P<which>đầu|cuối)\s+(?:của\s+)?năm\s+{Y}(?!\d)"
)
_PERIODIC = regex.compile(r"\b(?:0?6|sáu) tháng\b|\bnăm\b(?! 20)|\bquý\b(?! [iv\d])")
_TERM = regex.compile(
    r"(?:trong\s+(?:vòng|thời hạn|thời gian)|chậm nhất(?:\s+(?:là|sau))?|sau|không quá|tối đa)\s+(?:\w+\s+)?\(?\d{1,3}\)?\s+(?:ngày|tháng|tuần|giờ)(?:\s+làm việc)?,?\s+(?:kể\s+|tính\s+)?(?:từ|khi|sau)"
)
_YEAR = regex.compile(
    rf"(?<!\p{{L}})(?:(?:sơ kết|tổng kết|đánh giá giữa kỳ|đánh giá cuối kỳ|kết thúc)(?:\s+(?!công tác)\p{{L}}+){{0,4}}?|(?:hoàn thành|xong)(?:,?\s+(?!công tác|giai đoạn)\p{{L}}+){{0,24}}?)\s+(?:vào\s+|trong\s+|đến\s+(?:hết\s+)?|cuối\s+)*năm\s+{Y}(?![\d/]|\s?-)"
)
_ENDINGS = ("kết", "đánh giá", "hoàn thành", "xong")  # what `_YEAR` begins with
_OFTEN = regex.compile(
    r"(?P<lead>(?:theo\s+)?(?:báo cáo\s+)?định kỳ\s+(?:theo\s+)?(?:vào\s+)?)?"
    r"(?P<list>(?:h[ằà]ng|mỗi|từng|theo)\s+(?:tuần|tháng|quý|năm)(?:(?:\s*,\s*|\s+và\s+|\s+hoặc\s+)(?:h[ằà]ng\s+)?(?:tuần|tháng|quý|(?:0?6|sáu)\s+tháng|(?:0?1\s+|một\s+)?năm)(?!\s+20\d\d|\s+\d)(?!\p{L}))*"
    r"|(?<=định kỳ\s+(?:theo\s+)?)(?:quý|(?:0?[1369]|sáu|ba)\s+tháng|tháng|(?:0?1\s+|một\s+)?năm)(?:\s+(?:một|1|01)\s+lần|/lần)?(?:(?:\s*,\s*|\s+và\s+|\s+hoặc\s+)(?:quý|(?:0?[1369]|sáu|ba)\s+tháng|tháng|(?:0?1\s+|một\s+|cả\s+|h[ằà]ng\s+)?năm)(?!\s+20\d\d|\s+\d)(?!\p{L}))*"
    r"|(?:0?6|sáu)\s+tháng\s*(?:,|và)\s*(?:0?1\s+|một\s+)năm(?=\s+(?:báo cáo|tổng hợp|gửi))"
    r"|(?:0?[2-5]|hai|ba)\s+năm\s*(?:(?:một|1|01|/)\s*lần)|(?:0?[1369]|sáu|ba)\s+tháng\s*(?:một|1|01|/)\s*lần|mỗi\s+(?:0?[1369]|sáu|ba)\s+tháng)(?!\p{L})"
)
_PERIOD = regex.compile(
    r"(?P<years>0?[2-5]|hai|ba)\s+năm\s*(?:một|1|01|/)\s*lần|(?P<n>0?\d|sáu|ba)\s+tháng|(?P<unit>tuần|tháng|quý|năm)"
)
_RULES = {"tuần": "FREQ=WEEKLY", "tháng": "FREQ=MONTHLY", "quý": "FREQ=MONTHLY;INTERVAL=3", "năm": "FREQ=YEARLY"}
_NUMBERS = {"hai": 2, "ba": 3, "sáu": 6}

# After a recurrence, what makes it part of a target or of the name of a thing; before it, what makes it part of a name.
_OF_TARGET = regex.compile(
    r"\s*(?:,\s*)?(?!(?:0?1|một) lần(?!\w))(?:ít nhất|tối thiểu|trên|từ|giảm|tăng|có|học|đạt|\d|"
    r"(?:(?!báo|gửi|tổng|lập|trình|trước|chậm|đến|vào)\p{L}+,?\s+){1,16}(?:ít nhất|tối thiểu|không dưới|không ít hơn|từ|trên|khoảng)\s+\d|"
    r"(?:(?!báo|gửi|tổng|lập|trình|trước|chậm|đến|vào|ngày|tháng|quý|năm|lần)\p{L}+\s+){1,4}\d[\d.]*\s+(?!tháng|ngày|năm|lần)\p{L})"
)
# The same before it: `tổ chức ít nhất 03 đoàn kiểm tra mỗi năm`.
_OF_TARGET_BEFORE = regex.compile(r"(?:ít nhất|tối thiểu|không dưới|trên|từ)\s+\d[\d.]*\s[^;.\d]{0,120}$")
_NAME_AFTER = regex.compile(r"\s*(?:của|và 5 năm|, 5 năm|và giai đoạn)\b")
_NAME_BEFORE = regex.compile(
    r"(?:kế hoạch|dự toán|ngân sách|trợ cấp|tết|trung thu|kinh tế\s*-\s*xã hội|chương trình công tác|ngày quốc tế|lễ|tháng hành động|5 năm,?|"
    r"bình quân|giảm|tăng|mức|nghị quyết|chỉ tiêu|thường niên|giai đoạn|chế độ|diễn đàn|chính sách|hưởng|tiền lương|mức đóng)"
    r"(?:[^,;.]{0,40})?\s*,?\s*(?:và\s+)?$"
)
_REPEATS = regex.compile(
    r"(?:sơ kết|tổng kết|bố trí kinh phí|rà soát|cập nhật|báo cáo|kiểm tra|đánh giá|tập huấn|tổ chức)"
)
# `bố trí ngân sách hằng năm`: money is given every year. `… 5 năm, hằng năm của ngành`: still the name.
_GIVES_MONEY = regex.compile(r"bố trí (?:đủ |nguồn |đảm bảo )*(?:ngân sách|kinh phí)\s*$")
_YEARS_BEFORE = regex.compile(r"(?:5|0?5|năm) năm,?\s*(?:và\s+)?$")
_CLAUSE_START = regex.compile(r"(?:^|[;:.(]|,)\s*(?:và\s+)?$")


# How far back the words before a recurrence are read.
_BACK = 200


def often(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """How often the duty is done, where no day is said; not in the name of a thing, nor in a target."""
    for match in near(_HAS_OFTEN, _OFTEN, low, start, end):
        before = low[max(start, match.start() - _BACK) : match.start()]
        if _OF_TARGET.match(low, match.end(), end) is not None and "định kỳ" not in match.group():
            continue
        if match["lead"] is None and _OF_TARGET_BEFORE.search(before) is not None:
            continue
        if "theo" in match["list"][:4] and match["lead"] is None:
            continue
        if _is_named(low, match, before, end) and not table:
            continue
        for period in _PERIOD.finditer(match["list"]):
            yield Time(match.start(), match.end(), "every", recurrence=_rule(period))


def _is_named(low: str, match: regex.Match[str], before: str, end: int) -> bool:
    """Whether the words are part of the name of a thing (`kế hoạch phát triển kinh tế - xã hội hằng năm`)."""
    if match["lead"] is not None or _GIVES_MONEY.search(before) is not None:
        return False
    if _NAME_BEFORE.search(before) is None and _NAME_AFTER.match(low, match.end(), end) is None:
        return False
    return _YEARS_BEFORE.search(before) is not None or _CLAUSE_START.search(before) is None


def _rule(period: regex.Match[str]) -> str:
    if period["years"] is not None:
        return f"FREQ=YEARLY;INTERVAL={_NUMBERS.get(period['years']) or int(period['years'])}"
    if period["n"] is not None:
        number = _NUMBERS.get(period["n"]) or int(period["n"])
        return "FREQ=YEARLY" if number == 12 else "FREQ=MONTHLY" + (f";INTERVAL={number}" if number > 1 else "")
    return _RULES[period["unit"]]
