"""Dates as plans write them, and what is left of those that no calendar has."""

from __future__ import annotations

import calendar

import pytest
import regex

from patterns import dates

_DATE = regex.compile(rf"(?:{dates.FULL}|{dates.MONTH_OF_YEAR}|{dates.ONLY_YEAR})")


@pytest.mark.parametrize(
    ("words", "iso", "real"),
    [
        ("07/01/2021", "2021-01-07", True),
        ("7 / 1 / 2021", "2021-01-07", True),
        ("07/01/21", "2021-01-07", True),
        ("16-5-2017", "2017-05-16", True),
        ("16.5.1998", "1998-05-16", True),
        ("07 tháng 01 năm 2021", "2021-01-07", True),
        ("05 tháng 11, năm 2012", "2012-11-05", True),
        ("15tháng 6 năm2004", "2004-06-15", True),
        ("tháng 12 năm 2023", "2023-12", True),
        ("tháng 12/2023", "2023-12", True),
        ("năm 2016", "2016", True),
        ("29/02/2024", "2024-02-29", True),
        ("29/02/2023", "2023-02", False),
        ("31/9/2021", "2021-09", False),
        ("45/9/2021", "2021-09", False),
        ("00/9/2021", "2021-09", False),
        ("15/13/2021", "2021", False),
        ("31 tháng 9 năm 2021", "2021-09", False),
        ("tháng 13 năm 2021", "2021", False),
    ],
)
def test_a_date_is_given_as_far_as_it_exists(words: str, iso: str, real: bool) -> None:
    match = _DATE.fullmatch(words)
    assert match is not None
    assert (dates.iso(match), dates.is_real(match)) == (iso, real)


@pytest.mark.parametrize(
    "words", ["12/34", "3.000.000", "1/5/100", "07/01/20211", "107/01/2021", "07/01-2021", "5/5/95%", "01/7/25/10"]
)
def test_what_is_no_date(words: str) -> None:
    assert _DATE.search(words) is None


def test_whatever_the_figures_what_comes_out_is_in_the_calendar() -> None:
    for month in range(100):
        for day in range(100):
            parts = [int(part) for part in dates.reduced(2023, month, day).split("-")]
            assert dates.exists(*parts)
            assert dates.exists(2023, month, day) == (
                1 <= month <= 12 and 1 <= day <= calendar.monthrange(2023, month)[1]
            )
