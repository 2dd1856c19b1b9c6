"""Days, months and quarters without a year: they fall in the year of a plan that covers one (`trước ngày 10/6`, `trong quý II`).

Patterns read the view in lower case. What comes back (`hằng năm`, `định kỳ`) is read in `patterns.times`.
"""

from __future__ import annotations

import regex

from patterns import dates
from patterns.recurrences import DAY_WORD, HOUR, RELATION, ROUND, D, M, Time, relation_of

_NO_YEAR = r"(?!\s?[/.\-]\s?\d|\s*,?\s+(?:của\s+)?(?:mỗi\s+|các\s+)?(?:năm|h[ằà]ng)|\d)"
_DAY_OF_MONTH = rf"(?<![\d/.]){D}(?:\s?/\s?|\s+tháng\s+){M}{_NO_YEAR}"
# Two figures with a stroke are a day only where a word says so: `đến 2/3 số xã` is a share.
_DAY = regex.compile(
    rf"{RELATION}\s*{HOUR}(?:ngày\s+|(?<=(?:trước|chậm nhất|muộn nhất)\s+(?:là\s+|hết\s+)?)){_DAY_OF_MONTH}"
)
_CELL_DAY = regex.compile(rf"\s*{RELATION}\s*{HOUR}{DAY_WORD}{_DAY_OF_MONTH}(?=\s*(?:$|[.;,]))")
_MORE = r"(?:\s*(?:,|và)\s+(?:tháng\s+)?(?:0?[1-9]|1[0-2])(?![\d/]))*"
# `6, 7/2024`: the year behind the last month is that of all.
_MONTHS_WITH_YEAR = (
    r"(?:\s*(?:,|và)\s+(?:tháng\s+)?\d{1,2})*\s*(?:,|và)\s+(?:tháng\s+)?\d{1,2}(?:\s?/\s?|\s*,?\s+năm\s+)20\d\d"
)
_SPAN = r"\s*(?:-|–|đến)\s*(?:hết\s+)?"
_MONTH = regex.compile(
    rf"{RELATION}\s*(?<!\d\s)tháng\s+(?P<months>(?:0?[1-9]|1[0-2])(?!\d){_MORE}){_NO_YEAR}(?!\s*(?:-|–|đến|hoặc)\s*(?:tháng\s+)?\d)(?!{_MONTHS_WITH_YEAR})"
)
_CELL_MONTHS = regex.compile(
    rf"\s*(?:từ\s+|trong\s+)?tháng\s+(?P<a>0?[1-9]|1[0-2]){_SPAN}(?:tháng\s+)?(?P<b>0?[1-9]|1[0-2]){_NO_YEAR}\s*\.?\s*$"
)
_Q = r"(?:i{1,3}|iv|[1-4])(?!\w)"
_QUARTER = regex.compile(rf"{RELATION}\s*qu[ýí]\s+(?P<q>{_Q}){_NO_YEAR}(?!\s*(?:-|–|,|và|đến|hoặc)\s*qu[ýí])")
_CELL_QUARTERS = regex.compile(
    rf"\s*(?:từ\s+|trong\s+)?qu[ýí]\s+(?P<a>{_Q})(?:{_SPAN}|\s*,\s*|\s+và\s+)(?:qu[ýí]\s+)?(?P<b>{_Q}){_NO_YEAR}\s*\.?\s*$"
)
_FIGURES = regex.compile(r"\d+")
_HAS_FIGURE = regex.compile(r"\d\s?/\s?\d|tháng\s+\d|qu[ýí]\s+[i1-4]")
_COMES_BACK = regex.compile(
    r"h[ằà]ng (?:năm|quý|tháng)|mỗi (?:năm|quý|tháng)|định kỳ|năm (?:sau|trước(?!\s+(?:ngày\s+)?\d))"
)
_YEAR = regex.compile(r"(?<!\p{L})20\d\d")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def undated_in(low: str, start: int, end: int, year: int, *, table: bool = False) -> list[Time]:
    """The times without a year of a sentence, or of a cell, in a plan for `year` alone.

    None where something comes back, or where another year is written.
    """
    if _HAS_FIGURE.search(low, start, end) is None or _comes_back(low, start, end):
        return []
    written = {int(match.group()) for match in _YEAR.finditer(low, start, end)}
    if written - {year}:
        return []
    if table and (spans := _cell_spans(low, start, end, year)):
        return spans
    found = [
        *_days(low, start, end, year, table),
        *_months(low, start, end, year, table),
        *_quarters(low, start, end, year, table),
    ]
    return sorted(found, key=lambda time: time.start)


# A day with its year, which is no date of a document.
_DATED = regex.compile(r"(?:trước|chậm nhất|muộn nhất)\s(?:là\s|hết\s)?(?:ngày\s+)?\d{1,2}\s?/\s?\d{1,2}\s?/\s?20\d\d")


def _comes_back(low: str, start: int, end: int) -> bool:
    """Whether something comes back; reports called periodic do not where their clause writes the year of one of them."""
    for match in _COMES_BACK.finditer(low, start, end):
        stop = low.find(";", match.end(), end)
        if match.group() != "định kỳ" or _DATED.search(low, match.end(), stop if stop >= 0 else end) is None:
            return True
    return False


def joined(found: list[Time], more: list[Time]) -> list[Time]:
    """Times with a year and without, in reading order.

    Where two overlap, the one without says more than a guess that it comes back, also than the period right before it
    (`định kỳ 6 tháng trước ngày 31/5`).
    """

    def is_said(time: Time) -> bool:
        bare = time.relation == "every" and "BY" not in (time.recurrence or "")
        return any(
            (time.start < other.end and other.start < time.end) or (bare and 0 <= other.start - time.end <= 2)
            for other in more
        )

    return sorted([*(time for time in found if not is_said(time)), *more], key=lambda time: time.start)


def _said(match: regex.Match[str], *, table: bool = False) -> str:
    """What relates the duty to the time; nothing where the time stands alone in a sentence, or only begins something."""
    words = (match["relation"] or "").strip()
    return "" if words == "từ" else words or ("trong" if table else "")


def _cell_spans(low: str, start: int, end: int, year: int) -> list[Time]:
    """`Tháng 4 - 5`, `Quý II - III`: a cell that is one span."""
    if (match := _CELL_MONTHS.match(low, start, end)) is not None:
        first, last = int(match["a"]), int(match["b"])
    elif (match := _CELL_QUARTERS.match(low, start, end)) is not None:
        first, last = _quarter(match["a"]) * 3 - 2, _quarter(match["b"]) * 3
    else:
        return []
    if first >= last:
        return []
    return [Time(start, end, "within", due=f"{year}-{last:02}", start_date=f"{year}-{first:02}")]


_AND_DAY = regex.compile(rf"(?:\s\([^()]{{1,60}}\))?(?:\s*,|\s+và)\s+{DAY_WORD}{D}(?:\s?/\s?|\s+tháng\s+){M}{_NO_YEAR}")


def _days(low: str, start: int, end: int, year: int, table: bool) -> list[Time]:
    out = []
    for match in (_CELL_DAY if table else _DAY).finditer(low, start, end):
        said = _said(match)
        relation, at = relation_of(said, "by" if table and match["relation"] is None else None), match.start()
        day: regex.Match[str] | None = match
        while relation is not None and day is not None:  # `trước ngày 10/6 và 10/12`
            d, m = int(day["d"]), int(day["m"])
            due = f"{year}-{m:02}-{d:02}" if dates.exists(year, m, d) else None
            out.append(Time(at, day.end(), relation, due=due, impossible=due is None))
            day = _AND_DAY.match(low, day.end(), end)
            at = day.start("d") if day is not None else at
    return out


def _months(low: str, start: int, end: int, year: int, table: bool) -> list[Time]:
    out = []
    for match in _MONTH.finditer(low, start, end):
        round_of = ROUND.search(low, start, match.start()) is not None
        said = _said(match, table=table or round_of)
        if not said or _OF_DAY.search(low, max(start, match.start("months") - 20), match.start("months")) is not None:
            continue
        relation = relation_of(said, "by")
        months = [int(month) for month in _FIGURES.findall(match["months"])]
        if relation == "within" and len(months) > 1 and months == list(range(months[0], months[-1] + 1)):
            first, last = f"{year}-{months[0]:02}", f"{year}-{months[-1]:02}"
            out.append(Time(match.start(), match.end(), relation, due=last, start_date=first))
            continue
        for month in months:
            due = f"{year}-{month:02}"
            begin = due if relation == "within" else None
            out.append(Time(match.start(), match.end(), relation, due=due, start_date=begin))
    return out


_OF_DAY = regex.compile(r"ngày\s+\d+\s+tháng\s+$")


def _quarters(low: str, start: int, end: int, year: int, table: bool) -> list[Time]:
    out = []
    for match in _QUARTER.finditer(low, start, end):
        if _said(match, table=table):
            last = 3 * _quarter(match["q"])
            relation = relation_of(_said(match), "within")
            first = f"{year}-{last - 2:02}"
            due = first if relation == "before" else f"{year}-{last:02}"
            out.append(
                Time(match.start(), match.end(), relation, due=due, start_date=first if relation == "within" else None)
            )
    return out


def _quarter(words: str) -> int:
    return _QUARTERS.get(words) or int(words)
