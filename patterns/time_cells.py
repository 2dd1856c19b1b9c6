"""Cells of a column of times that hold a figure and nothing that says how it is meant: `2025`, `2026 - 2027`, `12/2025`.

In a sentence such figures say no time; below a head such as `Thời gian hoàn thành` they do.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from patterns import recurrences, times, undated
from patterns.time_pieces import runs
from patterns.times import Time

_Y = r"(?:19|20)\d\d"
_YEAR = regex.compile(rf"(?:(?:năm|trong|đến|hết|từ|hoàn thành|xong)\s)*(?P<year>{_Y})\.?")
_SPAN = regex.compile(
    rf"(?:(?:giai đoạn|năm|trong|từ)\s)*(?P<from>{_Y})\s?(?:-|–|đến)\s?(?:(?:năm|hết)\s)*(?P<to>{_Y})\.?"
)
# Years named one by one: those that follow one another are a span, the others a time each (`Năm 2022 và năm 2025`).
_YEARS = regex.compile(rf"(?:(?:trong|các|vào)\s)*(?:năm\s?:?\s)?{_Y}(?:\s?(?:,|;|và|&)\s?(?:năm\s)?{_Y})+\.?")
_EACH_YEAR = regex.compile(_Y)
_MONTH = regex.compile(rf"(?P<month>0?[1-9]|1[0-2])\s?/\s?(?P<year>{_Y})\.?")
# The week of a month: the day of none of its ends is written, so that the month says when.
_WEEK_OF_MONTH = regex.compile(r"(?<!\p{L})tuần\s(?:thứ\s)?(?:\d|\p{L}+)\s(?:của\s)?tháng(?=\s\d)")
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
    if _YEARS.fullmatch(words) is not None:
        return list(_named(low, sorted({int(year) for year in _EACH_YEAR.findall(words)})))
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


def _named(low: str, years: list[int]) -> Iterator[Time]:
    """The times of years that a cell names one by one."""
    for first, last in runs(years):
        if first == last:
            yield Time(0, len(low), "by", due=str(last))
        else:
            yield Time(0, len(low), "within", due=str(last), start_date=str(first))


def said(low: str, start: int, end: int, year: int | None) -> list[Time]:
    """The times of words that say when and nothing else: a cell, or what stands behind `Thời gian:`.

    >>> [time.due for time in said("xong trước 30/6", 0, 15, 2024)]
    ['2024-06-30']
    """
    low = _WEEK_OF_MONTH.sub(lambda match: " " * (len(match.group()) - len("tháng")) + "tháng", low)
    found = times.times_in(low, start, end, table=True)
    return found if year is None else undated.joined(found, undated.undated_in(low, start, end, year, table=True))


# The year of a schedule in its title; a day, a span, the year of a document say another.
_YEAR_OF_TITLE = regex.compile(r"(?<!\p{L})(?<!tháng \d{1,2},? )năm (?P<year>20\d\d)(?!\s?[-–/]|\d)")
_ANY_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_LONGEST_TITLE = 30  # words


def year_of_title(low: str) -> int | None:
    """The one year that a title names; `None` where it names none or several, or is a sentence.

    >>> year_of_title("lịch triển khai năm 2024"), year_of_title("lịch triển khai giai đoạn 2024 - 2026")
    (2024, None)
    """
    words = low.strip()
    found = _YEAR_OF_TITLE.search(words)
    if found is None or words.endswith((".", ";")) or len(words.split()) > _LONGEST_TITLE:
        return None
    year = int(found["year"])
    return year if {int(one) for one in _ANY_YEAR.findall(words)} == {year} else None


def looks_like_time(low: str) -> bool:
    """Whether a cell of such a column should say a time: it has a day, month, quarter or year, and not how long something takes."""
    return _FIGURE.search(low) is not None
