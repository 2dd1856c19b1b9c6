"""Figures alone in a column of times."""

from __future__ import annotations

import pytest

from patterns.time_cells import times_of_cell


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2025", ("2025", None, "by")), ("Năm 2027", ("2027", None, "by")), ("2026 - 2027", ("2027", "2026", "within")),
        ("Giai đoạn 2026-2030", ("2030", "2026", "within")), ("12/2025", ("2025-12", "2025-12", "within")),
        ("Quý I/2026", ("2026-03", "2026-01", "within")), ("Thường xuyên", None), ("15 ngày làm việc", None), ("52/2015/NĐ-CP", None),
    ],
)  # fmt: skip
def test_figures_alone_are_times(cell: str, expected: tuple[str, str | None, str] | None) -> None:
    found = [(time.due, time.start_date, time.relation) for time in times_of_cell(cell.lower())]
    assert found == ([expected] if expected else [])


def test_years_named_one_by_one_are_a_span_where_they_follow_one_another() -> None:
    cells = {
        cell: [(t.due, t.start_date) for t in times_of_cell(cell)] for cell in ("năm 2022 và năm 2025", "2024, 2025")
    }
    assert cells == {"năm 2022 và năm 2025": [("2022", None), ("2025", None)], "2024, 2025": [("2025", "2024")]}


def test_a_month_of_every_year_in_a_cell_is_a_span() -> None:
    (found,) = times_of_cell("quý iii hằng năm")
    assert (found.relation, found.recurrence) == ("within", "FREQ=YEARLY;BYMONTH=9")


def test_a_cell_of_periods_alone_says_how_often() -> None:
    rules = ["FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"]
    assert [time.recurrence for time in times_of_cell("6 tháng, năm")] == rules
    assert [time.recurrence for time in times_of_cell("định kỳ 6 tháng và hằng năm")] == rules
    assert times_of_cell("6 tháng") == []


@pytest.mark.parametrize("year", [None, 2024, 2025])
@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("quý ii, quý iv/2024", ["2024-06", "2024-12"]), ("quý i và quý iii năm 2024", ["2024-03", "2024-09"]),
        ("tháng 6, 10/2024", ["2024-06", "2024-10"]), ("tháng 3; tháng 5 và tháng 9 năm 2024", ["2024-05", "2024-09"]),
    ],
)  # fmt: skip
def test_the_last_of_a_list_names_the_year_for_all_whatever_year_the_plan_has(
    cell: str, due: list[str], year: int | None
) -> None:
    assert [time.due for time in times_of_cell(cell, year)][-len(due) :] == due
