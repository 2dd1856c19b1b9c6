"""Values of which one field may well be meant otherwise are not called sure; what says all of it is."""

from __future__ import annotations

import pytest

from tests.plans import objectives


def sure(line: str) -> list[bool]:
    found = objectives(f"- {line}.").targets
    assert found
    return [one.confidence >= 0.8 for one in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tập huấn cho 500 cán bộ, trong đó 200 cán bộ cấp xã", [True, False]),
        ("Phấn đấu có thêm 04 điểm vui chơi dành cho trẻ em", [False]),
        ("Có 02 xã đạt chuẩn nâng cao, nâng tổng số lên 08 xã", [True, False]),
        ("Tỷ lệ hài lòng đạt 90%; trong đó lĩnh vực y tế, giáo dục đạt 92%", [True, False]),
        ("Tỷ lệ lao động qua đào tạo đạt 70%; có bằng cấp, chứng chỉ đạt 30%", [True, False]),
        ("Giảm tỷ lệ hộ nghèo 1,5%", [False]),
        ("Tỷ lệ trẻ em được đăng ký khai sinh đạt 9O% vào năm 2025", [False]),
        ("Ưu tiên 500 hộ nghèo có trẻ em khuyết tật được vay vốn", [False]),
    ],
)
def test_what_may_be_meant_otherwise_is_not_sure(line: str, expected: list[bool]) -> None:
    assert sure(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Tỷ lệ suy dinh dưỡng thể nhẹ cân còn 9% vào năm 2025 và 8% vào năm 2030",
        "Tỷ lệ béo phì dưới 5% ở nông thôn và dưới 10% ở thành thị",
        "Tỷ lệ suy dinh dưỡng thể nhẹ cân, thấp còi giảm xuống còn 9% và 17%",
        "60% trẻ em được học kỹ năng, trong đó 40% biết bơi",
        "Giảm tỷ lệ hộ nghèo 1,5% so với năm 2023",
        "Tỷ lệ hộ nghèo giảm còn 1,5%",
    ],
)
def test_what_says_all_of_itself_is_sure(line: str) -> None:
    assert all(sure(line))
