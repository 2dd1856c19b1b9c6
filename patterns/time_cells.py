"""Cells of a column of times that hold a figure and nothing that says how it is meant: `2025`, `2026 - 2027`, `12/2025`.

In a sentence such figures say no time; below a head such as `Thời gian hoàn thành` they do.
"""

from __future__ import annotations

import regex

from patterns import recurrences, times, undated
from patterns.times import Time

_Y = r"(?:19|20)\d\d"
_YEAR = regex.compile(rf"(?:(?:năm|trong|đến|hết|từ|hoàn thành|xong)\s)*(?P<year>{_Y})\.?")
_SPAN = regex.compile(
    rf"(?:(?:giai đoạn|năm|trong|từ)\s)*(?P<from>{_Y})\s?(?:-|–|đến|,|và)\s?(?:(?:năm|hết)\s)*(?P<to>{_Y})\.?"
)
_MONTH = regex.compile(rf"(?P<month>0?[1-9]|1[0-2])\s?/\s?(?P<year>{_Y})\.?")
_FIGURE = regex.compile(r"\d\s?[/.\-]\s?\d{1,2}(?![\d,])|(?:ngày|tháng|quý|năm|tuần)\s+\d|(?<!\p{L}|\d)20\d\d(?!\d)")


def times_of_cell(low: str, year: int | None = None) -> list[Time]:
    """The times of a cell in lower case; `year` is that of a plan that covers one.

    >>> [(time.due, time.start_date, time.relation) for time in times_of_cell("2026 - 2027")]
    [('2027', '2026', 'within')]
    """
    found = recurrences.in_cell(low) or said(low, 0, len(low), year)
    if found:
        return found
    words = low.strip()
    span = _SPAN.fullmatch(words)
    if span is not None:
        return [Time(0, len(low), "within", due=span["to"], start_date=span["from"])]
    alone = _YEAR.fullmatch(words)
    if alone is not None:
        return [Time(0, len(low), "by", due=alone["year"])]
    month = _MONTH.fullmatch(words)
    if month is not None:
        due = f"{month['year']}-{int(month['month']):02}"
        return [Time(0, len(low), "within", due=due, start_date=due)]
    return []


def said(low: str, start: int, end: int, year: int | None) -> list[Time]:
    """The times of words that say when and nothing else: a cell, or what stands behind `Thời gian:`.

    >>> [time.due for time in said("xong trước 30/6", 0, 15, 2024)]
    ['2024-06-30']
    """
    found = times.times_in(low, start, end, table=True)
    return found if year is None else undated.joined(found, undated.undated_in(low, start, end, year, table=True))


def looks_like_time(low: str) -> bool:
    """Whether a cell of such a column should say a time: it has a day, month, quarter or year, and not how long something takes."""
    return _FIGURE.search(low) is not None
