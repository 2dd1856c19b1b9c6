"""Dates that a database may hold, whole, reduced and none: first and last day never raise and never cross."""

from __future__ import annotations

from datetime import date

import pytest

from db.schema.iso_dates import first_day, last_day


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2021-02-03", date(2021, 2, 3), date(2021, 2, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2022-09-31", date(2022, 9, 1), date(2022, 9, 30)),
        ("2022-13-01", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-00-00", date(2022, 1, 1), date(2022, 12, 31)),
        ("0000-01-01", date.min, date.max),
        ("12345", date.min, date.max),
        ("không rõ", date.min, date.max),
        ("", date.min, date.max),
        (None, date.min, date.max),
    ],
)
def test_whatever_is_stored_has_a_first_and_a_last_day(iso: str | None, first: date, last: date) -> None:
    assert (first_day(iso), last_day(iso)) == (first, last)
