"""Money that a plan sets out to raise or to give, in millions of đồng; what things cost is none."""

from __future__ import annotations

import pytest

from tests.plans import plan


def _found(line: str) -> list[tuple[float | None, float | None, str | None]]:
    found = plan(f"I. MỤC TIÊU\n1. Giảm tai nạn.\nII. NHIỆM VỤ\n1. Nguồn lực\n{line}").targets
    return [(one.value, one.value_high, one.counted) for one in found]


@pytest.mark.parametrize(
    ("line", "value", "high"),
    [
        ("- Vận động Quỹ Bảo trợ trẻ em tỉnh đạt từ 3 tỷ đồng trở lên.", 3000, None),
        ("- Vận động Quỹ Bảo trợ trẻ em huyện mỗi năm từ 200 đến 250 triệu đồng.", 200, 250),
        ("- Huy động kinh phí xã hội hóa 80 triệu đồng/năm để mua áo phao.", 80, None),
        ("- Mức hỗ trợ vận động tối thiểu 500.000 đồng/trẻ/tháng.", 0.5, None),
        ("- Ngân sách xã bố trí tối thiểu 120 triệu đồng/năm cho công tác trẻ em.", 120, None),
        ("- Quyên góp ít nhất 15 triệu đồng mỗi năm.", 15, None),
    ],
)
def test_what_is_raised_or_set_aside_is_counted_in_millions(line: str, value: float, high: float | None) -> None:
    assert _found(line) == [(value, high, "triệu đồng")]


def test_what_each_gift_is_worth_is_said_beside_how_many_there_are() -> None:
    found = _found("- Tặng 60 suất quà, mỗi suất 200.000 đồng cho trẻ em nghèo dịp Tết Trung thu.")
    assert [(value, counted) for value, _, counted in found] == [(60, "suất"), (0.2, "triệu đồng")]


@pytest.mark.parametrize(
    "line",
    [
        "- Tổng kinh phí dự kiến 150 triệu đồng, trong đó vận động xã hội hóa 50 triệu đồng.",
        "- Kinh phí thực hiện là 32.500.000 đồng từ ngân sách xã.",
        "- Chi bồi dưỡng cộng tác viên 200.000 đồng/tháng.",
        "- Hỗ trợ bữa ăn bán trú 160.000 đồng/trẻ/tháng theo quy định.",
    ],
)
def test_what_things_cost_is_no_target(line: str) -> None:
    assert _found(line) == []
