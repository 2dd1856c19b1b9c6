"""What the head of a column says that the column holds."""

from __future__ import annotations

import pytest

from patterns.tables import Column, column


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
