"""Dates as precise as texts are: first and last day of a day, a month or a year."""

from __future__ import annotations

import calendar
from datetime import date


def first_day(iso: str) -> date:
    """The first day of an ISO date, reduced or whole.

    >>> first_day("2023-12"), first_day("2021")
    (datetime.date(2023, 12, 1), datetime.date(2021, 1, 1))
    """
    parts = [int(part) for part in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(iso: str) -> date:
    """The last day of an ISO date, reduced or whole.

    >>> last_day("2024-02"), last_day("2021")
    (datetime.date(2024, 2, 29), datetime.date(2021, 12, 31))
    """
    parts = [int(part) for part in iso.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1])


def agree(one: str | None, other: str | None) -> bool:
    """Whether two ISO dates may be one day: equal as far as both go; an unknown one agrees with all.

    >>> agree("2016", "2016-04-05"), agree("2017", "2016-04-05")
    (True, False)
    """
    if not one or not other:
        return True
    length = min(len(one), len(other))
    return one[:length] == other[:length]
