"""Times by which something is due: days, months, quarters, spans, terms of days, and recurrences as RFC 5545 rules.

Patterns read the view in lower case. Built from named pieces: a day or month, what relates the duty to it (`trước`, `chậm nhất`,
`trong`), and how often it comes back (`hằng năm`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class Time:
    """A time in its place: `due` and `start_date` ISO 8601 as precise as written, `recurrence` an RRULE."""

    start: int
    end: int
    relation: str
    due: str | None = None
    start_date: str | None = None
    recurrence: str | None = None


# Words and figures without one of which no time is said.
_WORDS = (
    "ngày", "tháng", "quý", "giờ kể", "giờ sau", "giờ từ", "giờ tính", "tuần kể", "hằng", "hàng", "mỗi năm", "định kỳ", "sơ kết", "tổng kết",
    "hoàn thành", "xong", "năm 20", "một lần", "1 lần", "/lần", "/ lần",
)  # fmt: skip
_DAY_AND_MONTH = regex.compile(r"\d/\d")


def may_say_time(low: str, start: int, end: int) -> bool:
    """Whether words have anything that a time is said with: the one pass over a text, before any pattern of a kind."""
    words = low[start:end]
    return any(word in words for word in _WORDS) or ("/" in words and _DAY_AND_MONTH.search(words) is not None)


# A quick look before the pattern of a kind, which has to try every word that may relate a duty to a time.
_HAS_FULL = regex.compile(r"\d\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?20\d\d|tháng\s+\d{1,2}\s+năm\s+20\d\d")
_HAS_OFTEN = regex.compile(
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
_CLAUSE_START = regex.compile(r"(?:^|[;:.(]|,)\s*(?:và\s+)?$")


_BARE_YEAR = regex.compile(r"\s*(?:năm\s+)?(20\d\d)\s*$")


def find(low: str, start: int, end: int, *, table: bool = False) -> list[Time]:
    """The times in a sentence, or in the cell of a table, in reading order; where two overlap, the one that says more."""
    if not may_say_time(low, start, end):
        return []
    found: list[Time] = []
    for times in (
        _spans, _full, _parts, _days, _quarters, _months, _of_quarter, _terms, _years, _days_of_month, _often,
    ):  # fmt: skip
        for time in times(low, start, end, table):
            apart = all(
                time.end <= other.start or time.start >= other.end or time.start == other.start for other in found
            )
            if apart and not any(_same_place(time, other) for other in found):
                found.append(time)
    if table and not found:
        bare = _BARE_YEAR.match(low[start:end])
        if bare is not None:
            found.append(Time(start, end, "by", due=bare[1]))
    return _merged(low, start, end, sorted(found, key=lambda time: time.start))


def _same_place(a: Time, b: Time) -> bool:
    return a.start == b.start and (a.due, a.recurrence) == (b.due, b.recurrence)


def _relation(words: str | None, default: str) -> str:
    words = (words or "").strip()
    if "trước" in words:
        return "before"
    if words.endswith("trong") and "dự kiến" not in words:
        return "within"
    return "by" if words else default


# How far before its figures the words of a time may begin (`trước thời điểm ngày`).
_REACH = 48


def _near(
    hint: regex.Pattern[str], pattern: regex.Pattern[str], low: str, start: int, end: int
) -> Iterator[regex.Match[str]]:
    """The matches of a pattern, looked for only where its figures are: each is as `finditer` gives it."""
    at = start
    for place in hint.finditer(low, start, end):
        if place.start() < at:
            continue
        match = pattern.search(low, max(at, place.start() - _REACH), end)
        if match is None:
            return
        yield match
        at = match.end()


def _full(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    for match in _near(_HAS_FULL, _FULL, low, start, end):
        if not table and not (match["relation"] or "").strip() and not low.startswith("ngày", match.start()):
            continue
        relation = (match["relation"] or "").strip()
        if relation == "từ" or (not relation and not table):
            continue
        due = f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}"
        yield Time(match.start(), match.end(), _relation(relation, "by"), due=due)
        at = match.end()
        while (other := _AND_DAY.match(low, at, end)) is not None:  # `trước ngày 05/6/2026 và ngày 25/11/2026`
            due = f"{other['y']}-{int(other['m']):02}-{int(other['d']):02}"
            yield Time(other.start("d"), other.end(), _relation(relation, "by"), due=due)
            at = other.end()


def _spans(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    if _ANY_YEAR.search(low, start, end) is None:
        return
    for match in _SPAN_MONTHS.finditer(low, start, end):
        first = f"{match['y1'] or match['y2']}-{int(match['m1']):02}"
        yield Time(match.start(), match.end(), "within", due=f"{match['y2']}-{int(match['m2']):02}", start_date=first)
    for match in _SPAN_DAYS.finditer(low, start, end):
        first = f"{match['y1'] or match['y2']}-{int(match['m1']):02}-{int(match['d1']):02}"
        due = f"{match['y2']}-{int(match['m2']):02}-{int(match['d2']):02}"
        yield Time(match.start(), match.end(), "within", due=due, start_date=first)


_YEARLY = regex.compile(YEARLY)


def _days(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    every = _YEARLY.search(low[start:end]) is not None
    for match in _near(_HAS_DAY, _DAYS, low, start, end):
        relation = (match["relation"] or "").strip()
        if not relation or relation == "từ":
            continue
        for day in _ONE_DAY.finditer(match["days"]):
            d, m = int(day["d"]), int(day["m"])
            if match["y"]:
                yield Time(match.start(), match.end(), _relation(relation, "by"), due=f"{match['y']}-{m:02}-{d:02}")
            elif match["yearly"] or every or _is_periodic(low, start, end, relation):
                rule = f"FREQ=YEARLY;BYMONTH={m};BYMONTHDAY={d}"
                yield Time(match.start(), match.end(), _relation(relation, "by"), recurrence=rule)


_ANY_YEAR = regex.compile(r"20\d\d")


def _is_periodic(low: str, start: int, end: int, relation: str) -> bool:
    """Whether a sentence without any year speaks of reports that come every year (`báo cáo 6 tháng trước ngày 10/6`)."""
    words = low[start:end]
    reports = "báo cáo" in words and _PERIODIC.search(words) is not None
    return reports and _relation(relation, "") in ("before", "by") and _ANY_YEAR.search(words) is None


def _parts(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trong 6 tháng đầu năm 2024`: the first or last months of a year as a span."""
    for match in _near(_HAS_PART, _PART_OF_YEAR, low, start, end):
        relation = _relation(match["relation"], "within" if table else "")
        if not relation:
            continue
        months, year = int(match["n"]), match["y"]
        first, last = (1, months) if match["which"] == "đầu" else (13 - months, 12)
        within = relation == "within"
        begin = f"{year}-{first:02}" if within else None
        yield Time(match.start(), match.end(), relation, due=f"{year}-{last:02}", start_date=begin)


def _quarters(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    for match in _near(_HAS_QUARTER, _QUARTERS, low, start, end):
        first, year = match["q"] or match["q3"], match["y"] or match["y3"]
        last = match["q2"] or first
        relation = _relation(match["relation"] or match["relation2"], "within")
        a, b = _quarter(first), _quarter(last)
        due = f"{year}-{b * 3:02}"
        if relation == "before":
            yield Time(match.start(), match.end(), relation, due=f"{year}-{a * 3 - 2:02}")
        else:
            span = relation == "within" or (
                relation == "by" and (match["relation"] or match["relation2"] or "").strip() == "vào"
            )
            begin = f"{year}-{a * 3 - 2:02}" if span else None
            yield Time(match.start(), match.end(), "within" if span else relation, due=due, start_date=begin)


def _quarter(words: str) -> int:
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(words) or int(words)


_FIGURES = regex.compile(r"\d+")


def _months(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    for match in _near(_HAS_MONTH, _MONTH, low, start, end):
        words = (match["relation"] or "").strip()
        if words == "từ":
            continue
        relation = _relation(words, "within" if table else "by")
        for month in _FIGURES.findall(match["months"]):
            if match["yearly"]:
                rule = f"FREQ=YEARLY;BYMONTH={int(month)}"
                yield Time(match.start(), match.end(), relation if words else "every", recurrence=rule)
            else:
                due = f"{match['y']}-{int(month):02}"
                if not words and not table:
                    continue
                yield Time(
                    match.start(), match.end(), relation, due=due, start_date=due if relation == "within" else None
                )
    if low.find("tháng", start, end) < 0:
        return
    for match in _YEARLY_MONTH.finditer(low, start, end):
        yield Time(match.start(), match.end(), "every", recurrence=f"FREQ=YEARLY;BYMONTH={int(match['m'])}")


def _of_quarter(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    for match in _near(_HAS_END, _OF_QUARTER, low, start, end):
        rule = f"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY={int(match['d'])}"
        yield Time(match.start(), match.end(), _relation(match["relation"], "by"), recurrence=rule)


_QUARTERLY = regex.compile(r"(?:h[ằà]ng|mỗi)\s+quý")
_MONTHLY = regex.compile(r"(?:h[ằà]ng|mỗi)\s+tháng")


def _days_of_month(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước ngày 18` in a sentence that says `hằng tháng`."""
    monthly = _MONTHLY.search(low[start:end]) is not None
    quarterly = _QUARTERLY.search(low[start:end]) is not None
    if not monthly and not quarterly:
        return
    for match in _near(_HAS_ANY_DAY, _OF_MONTH, low, start, end):
        if (match["relation"] or "").strip():
            rule = "FREQ=MONTHLY;" + ("" if monthly else "INTERVAL=3;") + f"BYMONTHDAY={int(match['d'])}"
            yield Time(match.start(), match.end(), _relation(match["relation"], "by"), recurrence=rule)


def _terms(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    for match in _TERM.finditer(low, start, end):
        yield Time(match.start(), match.end(), "within")


def _years(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    if low.find("năm", start, end) < 0 or not any(low.find(word, start, end) >= 0 for word in _ENDINGS):
        return
    for match in _YEAR.finditer(low, start, end):
        yield Time(match.start(), match.end(), "by", due=match["y"])


def _often(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    for match in _near(_HAS_OFTEN, _OFTEN, low, start, end):
        before = low[start : match.start()]
        at_start = _CLAUSE_START.search(before) is not None or match["lead"] is not None or table
        if _OF_TARGET.match(low, match.end(), end) is not None and "định kỳ" not in match.group():
            continue
        if match["lead"] is None and _OF_TARGET_BEFORE.search(before) is not None:
            continue
        if "theo" in match["list"][:4] and match["lead"] is None:
            continue
        named = _NAME_BEFORE.search(before) is not None or _NAME_AFTER.match(low, match.end(), end) is not None
        if named and not at_start:
            continue
        for period in _PERIOD.finditer(match["list"]):
            if period["years"] is not None:
                rule = f"FREQ=YEARLY;INTERVAL={_NUMBERS.get(period['years']) or int(period['years'])}"
            elif period["n"] is not None:
                number = _NUMBERS.get(period["n"]) or int(period["n"])
                rule = "FREQ=YEARLY" if number == 12 else "FREQ=MONTHLY" + (f";INTERVAL={number}" if number > 1 else "")
            else:
                rule = _RULES[period["unit"]]
            yield Time(match.start(), match.end(), "every", recurrence=rule)


_OPENS_BRACKET = regex.compile(r"\s*\(")


def _merged(low: str, start: int, end: int, times: list[Time]) -> list[Time]:
    """Without the recurrence that another time of the same clause says already (`hằng tháng … trước ngày 18`)."""
    out = []
    for time in times:
        if time.relation == "every" and time.recurrence is not None and "BY" not in time.recurrence:
            clause_end = low.find(";", time.end, end)
            limit = clause_end if clause_end >= 0 else end
            clause_start = low.rfind(";", start, time.start) + 1 or start
            frequency = time.recurrence.split(";")[0]
            bracket = _OPENS_BRACKET.match(low[time.end : end])
            if bracket is not None and any(
                0 < other.start - time.end < 4 and "BY" in (other.recurrence or "") for other in times
            ):
                continue  # `6 tháng (trước ngày 15/6)`
            if any(
                other.recurrence is not None
                and "BY" in other.recurrence
                and other.recurrence.startswith(frequency)
                and clause_start <= other.start < limit
                for other in times
            ):
                continue
        out.append(time)
    return out
