"""What all times are built from: day, month, quarter, the hour before them, what relates a duty to them, and the search near figures.

Patterns read the view in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import overload

import regex

from patterns import dates
from patterns.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Time:
    """A time in its place: `due` and `start_date` ISO 8601 as precise as written, `recurrence` an RRULE.

    `impossible` says that the calendar has no such day (31/9): then it has no date.
    """

    start: int
    end: int
    relation: Relation
    due: str | None = None
    start_date: str | None = None
    recurrence: str | None = None
    impossible: bool = False


# Brackets that hold months, quarters or days of a year, and nothing else: `(tháng 10 và tháng 11/2025)`.
ONLY_TIMES = regex.compile(
    r"\((?:(?:trong|vào|từ|đến|hết|trước|cuối|đầu|và|hoặc)\s)*(?:(?:tháng|quý|ngày)\s(?:\d{1,2}|[ivx]{1,3})(?:\s?/\s?\d{1,2})?(?:\s?(?:,|;|-|và|đến|hoặc)\s?(?:đến\s)?)?)+"
    r"(?:\s?/\s?|\s(?:các\s)?năm\s)(?:19|20)\d\d\s?\)"
)

# --- pieces --------------------------------------------------------------------------------------------------------

D = r"(?P<d>0?[1-9]|[12]\d|3[01])"
M = r"(?P<m>0?[1-9]|1[0-2])"
DAY_WORD = r"(?:ngày\s+)?"
# A day of a month, without a year (`DAY`), whose figures `ONE_DAY` gives, and what joins the next of several: `15/6 (6 tháng) và ngày 15/12`.
DAY_AND_MONTH = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?/\s?|\s+tháng\s+)(?:0?[1-9]|1[0-2])"
DAY = rf"{DAY_AND_MONTH}(?![\d/])"
ONE_DAY = regex.compile(r"(?P<d>\d{1,2})(?:\s?/\s?|\s+tháng\s+)(?P<m>\d{1,2})")
AND_DAY = rf"(?:\s\((?:(?!\d\s?/)[^()]){{1,60}}\))?(?:\s*,\s*|\s+và\s+)(?:trước\s+)?{DAY_WORD}"
# What joins the first and the last of a span.
TO = r"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?"
# The months of a list, and its quarters, as `MONTH` and `QUARTER` give them one by one.
MONTH = r"(?:0?[1-9]|1[0-2])(?![\d/])"
QUARTER = r"(?:i{1,3}|iv|[1-4])(?!\w)"
ONE_QUARTER = regex.compile(rf"(?<!\w){QUARTER}")
LIST = r"\s*(?:,|và)\s+"
FIGURES = regex.compile(r"\d+")
# What shows that no year stands behind a day, month or quarter, nor that it comes back every year.
NO_YEAR = regex.compile(r"(?!\s?[/.\-]\s?\d|\s*,?\s+(?:của\s+)?(?:mỗi\s+|các\s+)?(?:năm|h[ằà]ng)|\d)")
# The hour that stands before a day: `trước 17 giờ 00 ngày 20/11`.
HOUR = r"(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s+)?(?:(?:lúc\s+)?\d{1,2}\s?(?:giờ|h(?=\d|\s))\s?(?:\d{2}(?:\s?phút)?)?\s*,?\s+)?"
# Spans with the year behind their last day or month, or without: `từ ngày 15 đến ngày 20/11/2025`, `tháng 6 - 8`.
_IN = r"(?:\s?[/.]\s?|\s*,?\s+năm\s+)"
_OF = r"(?:\s?[/.]\s?|\s+tháng\s+)"
SPAN_OF_DAYS = regex.compile(
    rf"(?:(?P<from>từ)\s+|trong\s+|vào\s+)?{HOUR}(?P<word>ngày\s+)?(?<![\d/.])(?P<d1>\d{{1,2}})(?:{_OF}(?P<m1>\d{{1,2}})(?:{_IN}(?P<y1>20\d\d))?)?{TO}{HOUR}"
    rf"(?P<word>ngày\s+)?(?P<d2>\d{{1,2}}){_OF}(?P<m2>\d{{1,2}})(?:{_IN}(?P<y2>20\d\d))?(?!\d)"
)
SPAN_OF_MONTHS = regex.compile(
    rf"(?:(?:từ|trong|vào)\s+)?(?<!ngày\s\d{{1,2}}\s)tháng\s+(?P<a>0?[1-9]|1[0-2])(?:(?:\s?/\s?|\s+năm\s+)(?P<y1>20\d\d))?{TO}"
    rf"(?:tháng\s+)?(?P<b>0?[1-9]|1[0-2])(?![\d])(?:(?:\s?/\s?|\s+năm\s+)(?P<y2>20\d\d))?"
)
# What numbers a time of several: `đợt 1 ngày …, đợt 2 tháng 12/2026`.
ROUND = regex.compile(r"(?<!\p{L})(?:đợt|lần|giai đoạn|vòng)\s(?:\d{1,2}|[iv]+)\s?:?\s*$")
# The session of an assembly by which something is put before it.
SESSION = regex.compile(
    r"kỳ họp(?:\s+(?:thường lệ|thường kỳ|thứ\s\S+|lần thứ\s\S+))?,?\s+(?:(?:vào|tổ chức)\s+)*(?:giữa|cuối|đầu)\s+năm(?:\s+(?P<y>20\d\d)(?![\d/]|\s?-)|(?!\s+20\d\d))"
)
YEARLY = r"(?:h[ằà]ng năm|mỗi năm|từng năm|các năm)"
RELATION = (
    r"(?P<relation>(?:xong\s+|hoàn thành\s+|chậm nhất\s+)?trước(?:\s+hoặc)?(?:\s+thời điểm)?(?:\s+(?:cuối|hết))?|chậm nhất(?:\s+(?:là|vào|đến|trong))*(?:\s+hết)?|muộn nhất(?:\s+(?:là|vào))?|"
    r"(?:cho\s+)?đến\s+(?:hết|cuối)|đến|hết|vào|trong|dự kiến(?:\s+(?:vào|trong|tổ chức|diễn ra|hoàn thành|thực hiện))*|định kỳ(?:\s+vào)?|xong\s+(?:trong|vào)|từ|cuối|giữa|đầu|khoảng)?"
)


@overload
def relation_of(words: str | None, default: Relation) -> Relation: ...
@overload
def relation_of(words: str | None, default: Relation | None) -> Relation | None: ...
def relation_of(words: str | None, default: Relation | None) -> Relation | None:
    """What relates a duty to a day: `before`, `within` or `by`; `default` where no words do."""
    words = (words or "").strip()
    if "trước" in words:
        return "before"
    if words.endswith("trong"):
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


def day(year: str | int, month: str | int, number: str | int) -> str | None:
    """A day in ISO 8601; `None` where the calendar has no such day. A year of two figures is one of this century.

    >>> day("24", "6", "1"), day(2024, 2, 30)
    ('2024-06-01', None)
    """
    y = dates.year_of(year) if isinstance(year, str) and len(year) == 2 else int(year)
    m, d = int(month), int(number)
    return f"{y:04}-{m:02}-{d:02}" if dates.exists(y, m, d) else None


def quarter(words: str) -> int:
    """The number of a quarter, Roman or not.

    >>> quarter("iii"), quarter("2")
    (3, 2)
    """
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(words) or int(words)


def runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of numbers that follow one another.

    >>> list(runs([5, 6, 8]))
    [(5, 6), (8, 8)]
    """
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def months_of_year(months: list[int], year: int | str, relation: Relation, place: tuple[int, int]) -> Iterator[Time]:
    """Times of months of one year: those that follow one another are a span where something is done within them."""
    for first, last in runs(months) if relation == "within" else zip(months, months, strict=True):
        since = f"{year}-{first:02}" if relation == "within" else None
        yield Time(*place, relation, due=f"{year}-{last:02}", start_date=since)


def quarters_of_year(numbers: list[int], year: int | str, relation: Relation, place: tuple[int, int]) -> Iterator[Time]:
    """The same of quarters: before one is before its first month, by one is by its last."""
    for first, last in runs(numbers) if relation == "within" else zip(numbers, numbers, strict=True):
        begin, end = f"{year}-{first * 3 - 2:02}", f"{year}-{last * 3:02}"
        due = begin if relation == "before" else end
        yield Time(*place, relation, due=due, start_date=begin if relation == "within" else None)
