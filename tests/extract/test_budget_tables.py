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


def test_a_comma_is_a_decimal_mark_where_the_table_separates_thousands_with_points() -> None:
    found = values(
        *_HEAD,
        "| 1 | Số hồ chứa được kiểm định | Hồ | 1.200 | 1.000 | 1.400 | 1.600 | 1.800 |",
        "| 2 | Tỷ lệ kênh mương kiên cố | % | 40,5 | 41 | 42 | 43,5 | 45 |",
        "| 3 | Lượng nước trữ | Triệu khối | 2,150 | 2,145 | 2,155 | 2,160 | 2,175 |",
    )
    assert [value for value, *_ in found[-3:]] == [2.155, 2.16, 2.175]


def test_a_comma_that_may_be_either_is_not_sure() -> None:
    rows = ("| STT | Nội dung | Đơn vị tính | Năm 2026 | Năm 2027 |", "| 1 | Số hồ | Hồ | 2,150 | 2,160 |")
    assert {one.confidence for one in of(*rows).targets} == {0.6}


def test_values_without_any_unit_are_not_sure_and_many_of_them_are_a_warning() -> None:
    found = of(
        "| STT | Nội dung | Năm 2026 | Năm 2027 |",
        "| 1 | Tỷ lệ kênh mương kiên cố | 42 | 43 |",
        "| 2 | Nạo vét kênh | 24 | 26 |",
        "| 3 | Gia cố bờ bao | 34 | 36 |",
    )
    assert [one.confidence for one in found.targets] == [0.9, 0.9, 0.6, 0.6, 0.6, 0.6]
    assert "table-doubtful" in {one.code for one in found.warnings}


@pytest.mark.parametrize("row", ["| | Tổng cộng | Hồ | 12 | 14 |", "| Tổng cộng | | Hồ | 12 | 14 |"])
def test_a_grand_total_has_a_subject_and_no_number_of_its_own(row: str) -> None:
    found = of(
        "| STT | Nội dung | Đơn vị tính | Năm 2026 | Năm 2027 |",
        "| 1 | Số hồ loại lớn | Hồ | 4 | 5 |",
        "| 2 | Số hồ loại nhỏ | Hồ | 8 | 9 |",
        row,
    )
    assert [(one.value, one.indicator_no, one.subject) for one in found.targets[4:]] == [
        (12, None, "Tổng cộng"),
        (14, None, "Tổng cộng"),
    ]


def test_rows_may_be_hamlets() -> None:
    found = of(
        "| TT | Khóm | Số hộ dùng nước sạch (hộ) | Tỷ lệ (%) |",
        "| 1 | Khóm Đông Lân 1 | 215 | 98 |",
        "| 2 | Khóm Đông Lân 2 | 188 | 97 |",
    )
    assert [(one.value, one.unit, one.indicator_no) for one in found.targets] == [
        (215, "count", None),
        (98, "percent", None),
        (188, "count", None),
        (97, "percent", None),
    ]


@pytest.mark.parametrize("title", ["Dự toán chi ngân sách địa phương", "Kế hoạch vay và trả nợ"])
def test_a_table_of_money_taken_in_and_spent_sets_no_target(title: str) -> None:
    rows = (
        "| STT | Nội dung | Ước thực hiện 2025 | Năm 2026 |",
        "| 1 | Sự nghiệp giáo dục | 10.500 | 11.000 |",
        "| 2 | Sự nghiệp y tế | 300 | 320 |",
    )
    assert not values(title, "Đơn vị tính: triệu đồng", "", *rows)
    assert values("Sản lượng", "Đơn vị tính: tấn", "", *rows)


def test_an_index_of_the_year_before_is_a_level() -> None:
    head = (
        "| STT | Nội dung | Đơn vị tính | Ước thực hiện 2025 | Năm 2026 |",
        "| 1 | Tốc độ tăng kim ngạch | % | {} | {} |",
    )
    found = [
        of(head[0], head[1].format(*figures)).targets[0].change for figures in (("106,9", "107,2"), ("6,9", "7,2"))
    ]
    assert found == [None, "increase"]
