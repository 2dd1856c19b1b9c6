"""Columns that count the whole beside the part of it that is to be reached: one value, of so many."""

from __future__ import annotations

import pytest

from tests.plans import plan


@pytest.mark.parametrize(
    "head",
    [
        "| TT | Đơn vị | Tổng số xã | Số xã đạt chuẩn năm 2024 |",
        "| TT | Huyện | Số xã | Số xã đạt năm 2024 |",
        "| TT | Địa phương | Tổng số | Trong đó: số xã đạt chuẩn phù hợp với trẻ em |",
    ],
)
def test_a_column_of_totals_is_the_whole_of_the_part_beside_it(head: str) -> None:
    table = f"{head}\n|---|---|---|---|\n| 1 | Huyện Đông | 9 | 8 |\n| 2 | Huyện Đoài | 12 | 12 |\n| | Toàn tỉnh | 21 | 20 |"
    found = plan(f"I. MỤC TIÊU\n1. Chỉ tiêu năm 2024 giao các địa phương\n{table}").targets
    assert [(one.unit_name, one.value, one.total, one.unit) for one in found] == [
        ("Huyện Đông", 8, 9, "count"),
        ("Huyện Đoài", 12, 12, "count"),
        (None, 20, 21, "count"),
    ]


def test_a_total_beside_its_groups_is_a_value_of_its_own() -> None:
    table = "| TT | Đơn vị | Tổng số trẻ em học bơi (em) | Trong đó nữ (em) |\n|---|---|---|---|\n| 1 | Xã Đông | 90 | 40 |\n| 2 | Xã Đoài | 80 | 50 |"
    found = plan(f"I. MỤC TIÊU\n1. Chỉ tiêu trẻ em học bơi năm 2024 giao các xã\n{table}").targets
    assert [(one.value, one.total) for one in found] == [(90, None), (40, None), (80, None), (50, None)]
