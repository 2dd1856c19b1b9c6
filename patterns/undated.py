"""Days, months and quarters without a year: they fall in the year of a plan that covers one (`trước ngày 10/6`, `trong quý II`).

Patterns read the view in lower case. What comes back (`hằng năm`, `định kỳ`, `báo cáo 6 tháng`) is read in `patterns.times`.
"""

from __future__ import annotations

import regex

from patterns import dates
from patterns.recurrences import DAY_WORD, HOUR, RELATION, D, M, Time, relation_of

_NO_YEAR = r"(?!\s?[/.\-]\s?\d|\s*,?\s+(?:của\s+)?(?:mỗi\s+|các\s+)?(?:năm|h[ằà]ng)|\d)"
# Two figures with a stroke are a day only where a word says so: `đến 2/3 số xã` is a share.
_DAY = regex.compile(
    rf"{RELATION}\s*{HOUR}(?:ngày\s+|(?<=(?:trước|chậm nhất|muộn nhất)\s+(?:là\s+|hết\s+)?))(?<![\d/.]){D}(?:\s?/\s?|\s+tháng\s+){M}{_NO_YEAR}"
)
_MORE = r"(?:\s*(?:,|và)\s+(?:tháng\s+)?(?:0?[1-9]|1[0-2])(?![\d/]))*"
_MONTH = regex.compile(
    rf"{RELATION}\s*(?<!\d\s)tháng\s+(?P<months>(?:0?[1-9]|1[0-2])(?!\d){_MORE}){_NO_YEAR}(?!\s*(?:-|–|đến|hoặc)\s*(?:tháng\s+)?\d)"
)
_QUARTER = regex.compile(
    rf"{RELATION}\s*qu[ýí]\s+(?P<q>i{{1,3}}|iv|[1-4])(?!\w){_NO_YEAR}(?!\s*(?:-|–|,|và|đến|hoặc)\s*qu[ýí])"
)
_FIGURES = regex.compile(r"\d+")
_HAS_FIGURE = regex.compile(r"\d\s?/\s?\d|tháng\s+\d|qu[ýí]\s+[i1-4]")
_COMES_BACK = regex.compile(
    r"h[ằà]ng (?:năm|quý|tháng)|mỗi (?:năm|quý|tháng)|định kỳ|năm (?:sau|trước)|(?<!\p{L})20\d\d|báo cáo (?:0?6 tháng|sáu tháng|quý|năm)"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def find(low: str, start: int, end: int, year: int) -> list[Time]:
    """The times of a sentence that names no year and says of nothing that it comes back, in a plan for `year` alone."""
    if _HAS_FIGURE.search(low, start, end) is None or _COMES_BACK.search(low, start, end) is not None:
        return []
    found = [*_days(low, start, end, year), *_months(low, start, end, year), *_quarters(low, start, end, year)]
    return sorted(found, key=lambda time: time.start)


def _said(match: regex.Match[str]) -> str:
    """What relates the duty to the time; nothing where the time stands alone, or only begins something."""
    words = (match["relation"] or "").strip()
    return "" if words == "từ" else words


_AND_DAY = regex.compile(rf"(?:\s\([^()]{{1,60}}\))?(?:\s*,|\s+và)\s+{DAY_WORD}{D}(?:\s?/\s?|\s+tháng\s+){M}{_NO_YEAR}")


def _days(low: str, start: int, end: int, year: int) -> list[Time]:
    out = []
    for match in _DAY.finditer(low, start, end):
        relation, at = relation_of(_said(match), ""), match.start()
        day: regex.Match[str] | None = match
        while relation and day is not None:  # `trước ngày 10/6 và 10/12`
            d, m = int(day["d"]), int(day["m"])
            due = f"{year}-{m:02}-{d:02}" if dates.exists(year, m, d) else None
            out.append(Time(at, day.end(), relation, due=due, impossible=due is None))
            day = _AND_DAY.match(low, day.end(), end)
            at = day.start("d") if day is not None else at
    return out


def _months(low: str, start: int, end: int, year: int) -> list[Time]:
    out = []
    for match in _MONTH.finditer(low, start, end):
        if (
            not _said(match)
            or _OF_DAY.search(low, max(start, match.start("months") - 20), match.start("months")) is not None
        ):
            continue
        relation = relation_of(_said(match), "by")
        for month in _FIGURES.findall(match["months"]):
            due = f"{year}-{int(month):02}"
            begin = due if relation == "within" else None
            out.append(Time(match.start(), match.end(), relation, due=due, start_date=begin))
    return out


_OF_DAY = regex.compile(r"ngày\s+\d+\s+tháng\s+$")


def _quarters(low: str, start: int, end: int, year: int) -> list[Time]:
    out = []
    for match in _QUARTER.finditer(low, start, end):
        if _said(match):
            last = 3 * (_QUARTERS.get(match["q"]) or int(match["q"]))
            relation = relation_of(_said(match), "within")
            first = f"{year}-{last - 2:02}"
            due = first if relation == "before" else f"{year}-{last:02}"
            out.append(
                Time(match.start(), match.end(), relation, due=due, start_date=first if relation == "within" else None)
            )
    return out
