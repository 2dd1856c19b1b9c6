"""Occurrences: recurrences expanded within a plan's period, reduced dates on their last day, precision said."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from db.links.occurrences import days
from db.schema.database import rows

PLAN = {"issued_on": "2021-03-08", "period_start": 2021, "period_end": 2023}


def due(
    due: str | None = None, *, start: str | None = None, rule: str | None = None, plan: dict[str, object] | None = None
) -> list[str]:
    deadline = {"due": due, "start_date": start, "recurrence": rule}
    return [
        f"{first}..{last} {precision}" if first else f"{last} {precision}"
        for first, last, precision in days(plan or PLAN, deadline)
    ]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (due("2021-03-31"), ["2021-03-31 day"]),
        (due("2024-02"), ["2024-02-29 month"]),
        (due("2025"), ["2025-12-31 year"]),
        (due("2024-06", start="2024-04"), ["2024-04-01..2024-06-30 month"]),
        (due("2024-13"), []),
        (
            due(rule="FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20"),
            ["2021-11-20 day", "2022-11-20 day", "2023-11-20 day"],
        ),
        (due(rule="FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"), ["2022-01-15 day", "2023-01-15 day"]),
        (due(rule="FREQ=YEARLY;BYMONTH=7"), ["2021-07-31 month", "2022-07-31 month", "2023-07-31 month"]),
        (due(rule="FREQ=YEARLY;INTERVAL=2"), ["2021-12-31 year", "2023-12-31 year"]),
        (due(rule="FREQ=YEARLY"), ["2021-12-31 year", "2022-12-31 year", "2023-12-31 year"]),
        (
            due(
                rule="FREQ=MONTHLY;INTERVAL=3",
                plan={"issued_on": "2022-05-10", "period_start": 2022, "period_end": 2022},
            ),
            ["2022-06-30 quarter", "2022-09-30 quarter", "2022-12-31 quarter"],
        ),
        (
            due(rule="FREQ=MONTHLY;INTERVAL=6", plan={"issued_on": "2022", "period_start": None, "period_end": None}),
            ["2022-06-30 half", "2022-12-31 half"],
        ),
        (
            due(rule="FREQ=MONTHLY", plan={"issued_on": "2022-10-02", "period_start": 2022, "period_end": 2022}),
            ["2022-10-31 month", "2022-11-30 month", "2022-12-31 month"],
        ),
        (due(rule="FREQ=YEARLY", plan={"issued_on": None, "period_start": None, "period_end": None}), []),
        (
            due(
                rule="FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20",
                plan={"issued_on": "2022-05-10", "period_start": 2022, "period_end": 2022},
            ),
            ["2022-06-20 day", "2022-09-20 day", "2022-12-20 day"],
        ),
        (due(rule="FREQ=NEVER"), []),
        (due(), []),
    ],
)
def test_days(found: list[str], expected: list[str]) -> None:
    assert found == expected


def test_a_period_that_never_ends_has_an_end() -> None:
    endless = {"issued_on": "2021-01-01", "period_start": 2021, "period_end": 9999}
    assert len(due(rule="FREQ=MONTHLY", plan=endless)) < 1000


def test_the_shipped_plans_have_occurrences_within_their_periods(loaded: Database) -> None:
    found = rows(
        loaded, "SELECT o.*, d.period_end FROM occurrences o JOIN documents d ON d.id = o.document WHERE o.recurring"
    )
    assert found
    assert all(int(row["due_on"][:4]) <= row["period_end"] for row in found if row["period_end"])
    assert (
        rows(loaded, "SELECT count(*) AS n FROM occurrence")[0]["n"]
        == rows(loaded, "SELECT count(*) AS n FROM occurrences")[0]["n"]
    )
