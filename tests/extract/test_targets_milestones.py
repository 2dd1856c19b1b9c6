"""What brackets behind a value say: to what it is to come year by year, the same as a share, what was reached before."""

from __future__ import annotations

import pytest

from extract.records import Target
from tests.plans import HEAD, plan

_HEAD = HEAD.replace("công tác trẻ em năm 2024", "công tác trẻ em giai đoạn 2024-2028")


def _found(line: str) -> tuple[Target, ...]:
    return plan(f"I. MỤC TIÊU\n1. Mục tiêu cụ thể đến năm 2028\n- {line}.", head=_HEAD).targets


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ít nhất 40% trẻ em biết bơi an toàn (năm 2025: 25%, năm 2026: 30%)", [(">=", 40, 2028), ("=", 25, 2025), ("=", 30, 2026)]),
        ("Trên 90% cán bộ cơ sở được bồi dưỡng (đến năm 2026 đạt 60%)", [(">", 90, 2028), ("=", 60, 2026)]),
        ("Tỷ lệ trẻ em thấp còi còn 18% (cụ thể: 21% năm 2025; dưới 20% vào năm 2026)", [("=", 18, 2028), ("=", 21, 2025), ("<", 20, 2026)]),
        ("Xây dựng 12 điểm vui chơi cho trẻ em (trong đó năm 2025 là 04 điểm, năm 2026 là 05 điểm)", [("=", 12, 2028), ("=", 4, 2025), ("=", 5, 2026)]),
        ("Tỷ lệ trẻ em biết bơi đạt 40% (năm 2022: 19%, năm 2023: 21%)", [("=", 40, 2028)]),
        ("Tỷ lệ trẻ em biết bơi đạt 40% (năm 2024: 21%)", [("=", 40, 2028), ("=", 21, 2024)]),  # issued in 2024
        ("Bồi dưỡng 650 giáo viên về sơ cấp cứu (giai đoạn 2024-2026: 400 giáo viên)", [("=", 650, 2028), ("=", 400, 2026)]),
        ("100% trạm y tế có góc tư vấn dinh dưỡng (năm 2025: 85/102 trạm)", [("=", 100, 2028), ("=", 85, 2025)]),
    ],
)  # fmt: skip
def test_values_of_years_on_the_way_are_targets_of_these_years(
    line: str, expected: list[tuple[str, float, int]]
) -> None:
    found = _found(line)
    assert [(one.comparator, one.value, one.year) for one in found] == expected
    assert {one.quote for one in found} == {line.partition(" (năm 202")[0] if len(found) == 1 else line}


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Có 66/75 xã, phường, thị trấn trên địa bàn đạt tiêu chuẩn phù hợp với trẻ em (88%)", [66, 88]),
        ("Có 66/75 xã, phường, thị trấn trên địa bàn đạt tiêu chuẩn phù hợp với trẻ em (đạt tỷ lệ 88%)", [66, 88]),
        ("Có 66/75 xã, phường, thị trấn trên địa bàn đạt tiêu chuẩn phù hợp với trẻ em (tăng 12%)", [66]),
    ],
)
def test_brackets_say_a_part_of_a_whole_again_as_a_share(line: str, values: list[float]) -> None:
    assert [one.value for one in _found(line)] == values
