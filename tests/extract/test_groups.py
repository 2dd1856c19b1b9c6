"""Groups: what splits one measure, and not what only says whom or where a subject is of."""

from __future__ import annotations

import pytest

from tests.plans import objectives

_SPLIT: list[tuple[str, list[tuple[float, str | None]]]] = [
    ("Tỷ lệ hộ có nước sạch đạt 95%; khu vực nông thôn đạt 80%", [(95, None), (80, "nông thôn")]),
    ("Tỷ lệ dân số dùng nước sạch đạt 90%, khu vực đô thị 98%, khu vực nông thôn 85%", [(90, None), (98, "đô thị"), (85, "nông thôn")]),
    ("Tỷ lệ béo phì trẻ em nông thôn dưới 5% và trẻ em thành thị dưới 10%", [(5, "nông thôn"), (10, "thành thị")]),
    ("Tỷ lệ học sinh được tư vấn: tiểu học 80%, trung học cơ sở 90%, THPT 95%", [(80, "tiểu học"), (90, "trung học cơ sở"), (95, "THPT")]),
    ("Phấn đấu 50% xã vùng cao, 70% xã vùng thấp có điểm vui chơi cho trẻ em", [(50, "vùng cao"), (70, "vùng thấp")]),
    ("100% trường tiểu học và 95% trường trung học cơ sở có nhà vệ sinh", [(100, "tiểu học"), (95, "trung học cơ sở")]),
    ("Tỷ lệ thấp còi dưới 18%, đối với trẻ em dân tộc thiểu số dưới 25%", [(18, None), (25, "trẻ em dân tộc thiểu số")]),
    ("Tỷ lệ trẻ em được khai sinh đạt 98% (trong đó vùng sâu, vùng xa đạt 95%)", [(98, None), (95, "vùng sâu, vùng xa")]),
    ("Tỷ lệ thấp còi còn 23%, riêng các huyện Mường Tè, Sìn Hồ còn 28%", [(23, None), (28, "các huyện Mường Tè, Sìn Hồ")]),
    ("Hỗ trợ 500 trẻ em, trong đó có 200 em là trẻ em có hoàn cảnh đặc biệt", [(500, None), (200, "trẻ em có hoàn cảnh đặc biệt")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), _SPLIT)
def test_each_value_has_the_group_that_it_holds_for(line: str, expected: list[tuple[float, str | None]]) -> None:
    found = objectives(f"- {line}.").targets
    assert [(one.value, one.group) for one in found] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Mở 12 lớp dạy bơi cho 360 trẻ em tại các xã ven sông",
        "Dạy bơi cho 500 trẻ em, trong đó 360 trẻ em tại các xã ven sông",
        "Xây dựng 03 mô hình ở khu vực nông thôn đến năm 2025, 05 mô hình đến năm 2030",
        "Số ca mắc giảm còn 20 ở vùng cao",
        "Tỷ lệ hoàn thành cấp học: tiểu học 99%, trung học cơ sở 93%",
    ],
)
def test_a_count_in_a_place_and_a_rate_of_one_level_have_no_group(line: str) -> None:
    found = objectives(f"- {line}.").targets
    assert found
    assert {one.group for one in found} == {None}


def test_a_group_without_another_beside_it_is_not_called_sure() -> None:
    alone = objectives("- Tỷ lệ béo phì ở nông thôn dưới 5%.").targets
    both = objectives("- Tỷ lệ béo phì ở nông thôn dưới 5%.", "- Tỷ lệ béo phì ở thành thị dưới 10%.").targets
    assert [(one.group, one.confidence >= 0.8) for one in alone] == [("nông thôn", False)]
    assert [(one.group, one.confidence >= 0.8) for one in both] == [("nông thôn", True), ("thành thị", True)]
