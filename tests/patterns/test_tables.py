"""What the head of a column says that the column holds."""

from __future__ import annotations

import pytest

from patterns.tables import (
    GRAND_TOTAL,
    NAMES_YEAR,
    Column,
    column,
    has_decimal_comma,
    in_decimals,
    is_comparison,
    is_quotient,
)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("STT", "NUMBER"), ("TT", "NUMBER"), ("Chỉ tiêu", "SUBJECT"), ("Nội dung công việc", "SUBJECT"), ("Đơn vị tính", "UNIT"), ("ĐVT", "UNIT"),
        ("Năm 2025", "YEAR"), ("2030", "YEAR"), ("Thực hiện năm 2020", "BASELINE"), ("Hiện trạng 2020", "BASELINE"),
        ("Cơ quan chủ trì", "LEAD"), ("Đơn vị thực hiện", "IMPLEMENT"), ("Cơ quan phối hợp", "PARTNERS"), ("Thời gian hoàn thành", "TIME"),
        ("Sản phẩm", "PRODUCT"), ("Ghi chú", "NOTE"),
    ],
)  # fmt: skip
def test_columns(head: str, kind: str) -> None:
    assert column(head.lower()) is Column[kind]


@pytest.mark.parametrize("head", ["dt 2026 với uth 2025 (%)", "so sánh năm 2026 với năm 2025", "% thực hiện"])
def test_heads_of_columns_that_compare_two_others(head: str) -> None:
    assert is_comparison(head)


@pytest.mark.parametrize("head", ["dự toán năm 2026", "giai đoạn 2021 - 2025", "năm 2026"])
def test_heads_that_compare_nothing(head: str) -> None:
    assert not is_comparison(head)


@pytest.mark.parametrize("label", ["4=3/2", "(6) = (4):(3)", "5=4/3*100"])
def test_labels_of_columns_that_are_quotients(label: str) -> None:
    assert is_quotient(label)


@pytest.mark.parametrize("label", ["4", "4=3+2", "(5)=(4)*1,1", "a"])
def test_labels_that_are_none(label: str) -> None:
    assert not is_quotient(label)


@pytest.mark.parametrize("words", ["tổng cộng", "tổng số:", "cộng", "tổng (i+ii)"])
def test_rows_that_add_up_all(words: str) -> None:
    assert GRAND_TOTAL.fullmatch(words)


@pytest.mark.parametrize("words", ["tổng số trường", "tổng sản phẩm", "cộng đồng"])
def test_rows_that_count_something(words: str) -> None:
    assert GRAND_TOTAL.fullmatch(words) is None


def test_a_cell_may_name_a_year() -> None:
    assert NAMES_YEAR.fullmatch("năm 2027")
    assert NAMES_YEAR.fullmatch("năm 27") is None


def test_decimal_commas() -> None:
    assert has_decimal_comma(["1.250", "3,5"])
    assert not has_decimal_comma(["1,250", "3,5"])
    assert in_decimals("%", [])
    assert in_decimals("triệu người", ["2,150", "3,5"])
    assert not in_decimals("triệu người", ["2,150"])
    assert not in_decimals("người", ["3,5"])
