"""Forms of plans for several years: heads over heads, formulas, what was planned and estimated before, rows that lost a cell."""

from __future__ import annotations

from typing import Any

import pytest

from extract.records import Plan
from tests.plans import HEAD, plan


def of(*rows: str) -> Plan:
    head = HEAD.replace("Thực hiện công tác trẻ em năm 2024", "Phát triển thủy lợi giai đoạn 2026 - 2028")
    return plan("\n".join(["I. MỤC TIÊU", "", *rows]), head=head)


def values(*rows: str) -> list[Any]:
    return [(t.value, t.unit, t.year, t.baseline_value, t.baseline_year) for t in of(*rows).targets]


_HEAD = (
    "| STT | Nội dung | Đơn vị tính | Năm 2025 | Năm 2026 | Năm 2027 | Năm 2028 |",
    "| Kế hoạch | Ước thực hiện |",
    "| A | B | C | 1 | 2 | 3 | 4 | 5 |",
)
_ROWS = (
    "| 1 | Số hồ chứa được kiểm định | Hồ | 12 | 10 | 14 | 16 | 18 |",
    "| 2 | Tỷ lệ kênh mương kiên cố | % | 40,5 | 41 | 42 | 43,5 | 45 |",
)
_READ = [
    (14, "count", 2026, 10, 2025),
    (16, "count", 2027, 10, 2025),
    (18, "count", 2028, 10, 2025),
    (42, "percent", 2026, 41, 2025),
    (43.5, "percent", 2027, 41, 2025),
    (45, "percent", 2028, 41, 2025),
]


def test_what_was_planned_and_estimated_stands_below_the_year_before_the_plan() -> None:
    assert values(*_HEAD, *_ROWS) == _READ


def test_heads_may_span_unlike_numbers_of_others() -> None:
    found = values(
        "| STT | Nội dung | Năm 2025 | Dự kiến ba năm |",
        "| Dự toán | Đánh giá thực hiện | Năm 2026 | Năm 2027 | Năm 2028 |",
        "| 1 | Số hồ chứa được kiểm định | 12 | 10 | 14 | 16 | 18 |",
        "| 2 | Số trạm bơm | 22 | 20 | 24 | 26 | 28 |",
    )
    assert found[:3] == _READ[:3]


@pytest.mark.parametrize(
    ("head", "label"), [("Đối chiếu", "4=3/2"), ("So sánh 2026 và 2025", "4"), ("KH 2026 với ƯTH 2025 (%)", "4")]
)
def test_a_share_of_two_other_columns_is_no_value(head: str, label: str) -> None:
    found = values(
        f"| STT | Nội dung | Kế hoạch 2025 | Ước TH 2025 | Kế hoạch 2026 | {head} | Kế hoạch 2027 |",
        f"| A | B | 1 | 2 | 3 | {label} | 5 |",
        "| 1 | Số hồ chứa được kiểm định | 12 | 10 | 14 | 140,0 | 16 |",
        "| 2 | Số trạm bơm | 22 | 20 | 24 | 120,0 | 26 |",
    )
    assert found[:2] == _READ[:2]


def test_a_row_that_lost_the_cell_of_its_number_is_laid_by_what_its_cells_are() -> None:
    found = values(*_HEAD, *_ROWS, "| - Kênh loại lớn | % | 30,5 | 31 | 32 | 33 | 35 | |")
    assert found[:6] == _READ
    assert found[6:] == [
        (32, "percent", 2026, 31, 2025),
        (33, "percent", 2027, 31, 2025),
        (35, "percent", 2028, 31, 2025),
    ]


@pytest.mark.parametrize("rest", ["| 3 | Số đập tràn | Đập | 7 | 8 |", "| 7 | 8 | 9 | 9 |"])
def test_a_row_whose_figures_may_stand_elsewhere_gives_a_warning_and_no_value(rest: str) -> None:
    found = of(*_HEAD, *_ROWS, rest)
    assert len(found.targets) == 6
    assert "row-not-laid" in {one.code for one in found.warnings}


def test_a_share_in_the_name_of_a_row_is_no_unit() -> None:
    found = values(
        "| STT | Nội dung | Năm 2026 | Năm 2027 |",
        "| 1 | Số trạm bơm (xã quản lý 100%) | 14 | 16 |",
        "| 2 | Số hồ | 24 | 26 |",
    )
    assert [unit for _, unit, *_ in found] == ["count"] * 4
