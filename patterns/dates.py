"""Dates in both spellings of Nghị định 30/2020/NĐ-CP, phụ lục I: `ngày 07/01/2021`, `ngày 05 tháng 11 năm 2012`, and reduced ones.

The pieces are for patterns over the view; groups are named `d`, `m`, `y`.
"""

from __future__ import annotations

from datetime import date

import regex

DAY = r"(?P<d>0?[1-9]|[12]\d|3[01])"
MONTH = r"(?P<m>0?[1-9]|1[0-2])"
YEAR = r"(?P<y>(?:19|20)\d\d)"

# `ngày` may stand before each; the separators of one date are the same sort.
FULL = rf"(?:{DAY}\s?[/.\-]\s?{MONTH}\s?[/.\-]\s?{YEAR}|{DAY}\s+tháng\s+{MONTH}\s+năm\s+{YEAR})(?!\d)"
MONTH_OF_YEAR = rf"tháng\s+{MONTH}(?:\s?[/.\-]\s?|\s+năm\s+){YEAR}(?!\d)"
ONLY_YEAR = rf"năm\s+{YEAR}(?!\d)"

DATE = rf"(?:(?:ngày\s+)?{FULL}|(?:ngày\s+)?(?:{MONTH_OF_YEAR})|{ONLY_YEAR})"
_DATE = regex.compile(DATE, regex.IGNORECASE)


def iso(match: regex.Match[str]) -> str | None:
    """The date of a match in ISO 8601, as precise as it is written; `None` where the calendar has no such day."""
    groups = match.groupdict()
    year, month, day = groups.get("y"), groups.get("m"), groups.get("d")
    if year is None:
        return None
    if month is None:
        return str(year)
    if day is None:
        return f"{year}-{int(month):02}"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def at(text: str, position: int, end: int) -> tuple[str | None, int] | None:
    """The date that begins at a position: its ISO form and where it ends; `None` where no date begins there."""
    match = _DATE.match(text, position, end)
    return (iso(match), match.end()) if match is not None else None
