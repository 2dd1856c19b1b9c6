"""Dates in both spellings of Nghị định 30/2020/NĐ-CP, phụ lục I: `ngày 07/01/2021`, `ngày 05 tháng 11 năm 2012`, and reduced ones.

The pieces are for patterns over the view; groups are named `d`, `m`, `y`. They take whatever figures stand where a day and a month
do: a plan may write a date that does not exist, and `reduced` says what of it does.
"""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, MINYEAR

import regex

from patterns.sifting import Sifted

DAY = r"(?P<d>\d{1,2})"
MONTH = r"(?P<m>\d{1,2})"
YEAR = r"(?P<y>(?:19|20)\d\d)"
# Between figures a year may be short (`07/01/21`).
SHORT_YEAR = r"(?P<y>(?:19|20)\d\d|\d\d(?!\s?[/.\-,]?\s?\d|\s?%))"

# `ngày` may stand before each; the separators of one date are the same sort.
FULL = rf"(?<![\d/])(?:{DAY}\s?(?:/\s?{MONTH}\s?/|\.\s?{MONTH}\s?\.|-\s?{MONTH}\s?-)\s?{SHORT_YEAR}|{DAY}\s*tháng\s*{MONTH}\s*,?\s*năm\s*{YEAR})(?!\d)"
MONTH_OF_YEAR = rf"tháng\s+{MONTH}(?:\s?[/.\-]\s?|\s+năm\s+){YEAR}(?!\d)"
ONLY_YEAR = rf"năm\s+{YEAR}(?!\d)"

# A day or month called one, with its year or without (`ngày 31/11 hằng năm`, `tháng 13/2022`).
NAMED = Sifted(
    regex.compile(
        rf"(?<!\p{{L}})(?:ngày\s+{DAY}(?:\s?/\s?|\s+tháng\s+){MONTH}(?:(?:\s?/\s?|\s*,?\s+năm\s+){YEAR})?|tháng\s+{MONTH}(?:\s?/\s?|\s+năm\s+){YEAR})"
        r"(?!\s?/?\d|\p{L})",
        regex.IGNORECASE,
    ),
    (re.compile(r"g(?:ày)?\s+\d"), re.compile(r"G(?:ÀY)?\s+\d")),
)

# The years that two figures mean: those of the documents that are cited now, not those to come.
_SHORT_BEGINS = 1950
_LEAP = 2024


def year_of(figures: str) -> int:
    """The year that figures write, two of them a year of this century or the end of the last.

    >>> year_of("2021"), year_of("21"), year_of("98")
    (2021, 2021, 1998)
    """
    year = int(figures)
    return year if len(figures) > 2 else (year - _SHORT_BEGINS) % 100 + _SHORT_BEGINS


def exists(year: int, month: int | None = None, day: int | None = None) -> bool:
    """Whether the calendar has such a day, or such a month.

    >>> exists(2022, 9, 30), exists(2022, 9, 31), exists(2022, 13)
    (True, False, False)
    """
    if not MINYEAR <= year <= MAXYEAR or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or (month is not None and 1 <= day <= calendar.monthrange(year, month)[1])


def reduced(year: int, month: int | None = None, day: int | None = None) -> str:
    """A date in ISO 8601, as precise as it is written and as far as it exists.

    Where the calendar has no such day only its month is left, where it has no such month only the year. Every date that leaves
    extraction is made here; what is left out is to be said by a warning (`exists`).

    >>> reduced(2021, 1, 7), reduced(2021, 9, 31), reduced(2021, 13, 1), reduced(2023, 12)
    ('2021-01-07', '2021-09', '2021', '2023-12')
    """
    if month is None or not exists(year, month):
        return f"{year:04}"
    if day is None or not exists(year, month, day):
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def iso(match: regex.Match[str]) -> str | None:
    """The date of a match in ISO 8601, as far as it exists; `None` where no year is written."""
    parts = _parts(match)
    return reduced(*parts) if parts is not None else None


def is_real(match: regex.Match[str]) -> bool:
    """Whether the date of a match exists."""
    parts = _parts(match)
    return parts is None or exists(*parts)


def is_in_calendar(match: regex.Match[str]) -> bool:
    """Whether the day of `NAMED` is in the calendar of its year, of any year where it has none; a month past the twelfth without a year is no month.

    >>> [is_in_calendar(m) for m in NAMED.finditer("ngày 31/11 hằng năm, ngày 29/02 hằng năm, ngày 29/02/2023, ngày 15/13/2022, ngày 20/45")]
    [False, True, False, False, True]
    """
    groups = match.groupdict()
    day, month = groups.get("d"), int(groups["m"])
    if groups.get("y") is None and (month > 12 or int(day or 1) > 31):
        return True
    return exists(int(groups.get("y") or _LEAP), month, int(day) if day else None)


def _parts(match: regex.Match[str]) -> tuple[int, int | None, int | None] | None:
    groups = match.groupdict()
    year, month, day = groups.get("y"), groups.get("m"), groups.get("d")
    if year is None:
        return None
    return year_of(year), int(month) if month else None, int(day) if day else None


def written(year: int, month: int, day: int) -> regex.Pattern[str]:
    """How a day is written in folded words.

    >>> bool(written(2023, 12, 5).search("truoc ngay 05 12 2023")), bool(written(2023, 12, 5).search("ngay 5 thang 12 nam 2023"))
    (True, True)
    >>> bool(written(2023, 12, 5).search("ngay 15 12 2023"))
    False
    """
    return regex.compile(rf"\b0?{day} (?:thang )?0?{month} (?:nam )?{year}\b")
