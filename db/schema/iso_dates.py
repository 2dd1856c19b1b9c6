"""Dates as precise as texts are: first and last day of a day, a month or a year; how they are written.

Whatever a column of dates holds, nothing here raises: one plan's odd value must not end the findings of all. What does not exist is
taken as far as it does (`2021-09-31` is some day of September), and what is no date at all lies between the first day and the last
that there are, so that no comparison with it is sure.
"""

from __future__ import annotations

import calendar
from datetime import date

import regex

from patterns import dates

_ISO = regex.compile(r"\s*(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?!\d)")


def first_day(iso: str | None) -> date:
    """The first day of an ISO date, reduced or whole.

    >>> first_day("2023-12"), first_day("2021"), first_day("2021-09-31")
    (datetime.date(2023, 12, 1), datetime.date(2021, 1, 1), datetime.date(2021, 9, 1))
    """
    parts = _parts(iso)
    return date(*parts, *(1, 1)[len(parts) - 1 :]) if parts else date.min


def last_day(iso: str | None) -> date:
    """The last day of an ISO date, reduced or whole.

    >>> last_day("2024-02"), last_day("2021"), last_day("2021-09-31")
    (datetime.date(2024, 2, 29), datetime.date(2021, 12, 31), datetime.date(2021, 9, 30))
    """
    parts = _parts(iso)
    if not parts:
        return date.max
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def _parts(iso: str | None) -> tuple[int, ...]:
    """Year, month and day as far as they are given and exist; nothing where there is no year."""
    match = _ISO.match(str(iso or ""))
    if match is None or not dates.exists(int(match[1])):
        return ()
    return tuple(int(part) for part in dates.reduced(*(int(part) for part in match.groups() if part)).split("-"))


def date_vi(iso: str | None) -> str:
    """An ISO date, reduced or whole, as it is written in Vietnam, and on English pages too: `dd/mm/yyyy`.

    >>> date_vi("2021-01-07"), date_vi("2023-12"), date_vi("2016"), date_vi(None)
    ('07/01/2021', '12/2023', '2016', '')
    """
    return "/".join(reversed(str(iso).split("-"))) if iso else ""


def agree(one: str | None, other: str | None) -> bool:
    """Whether two ISO dates may be one day: equal as far as both go; an unknown one agrees with all.

    >>> agree("2016", "2016-04-05"), agree("2017", "2016-04-05")
    (True, False)
    """
    if not one or not other:
        return True
    length = min(len(one), len(other))
    return one[:length] == other[:length]
