"""What was reached before the plan beside what it aims at, the same value said twice, values that do not pair: text → records."""

from __future__ import annotations

import pytest

from extract.records import Target
from tests.plans import objectives, plan


def _found(line: str) -> list[Target]:
    return [one for one in objectives(f"- {line}.").targets if one.value is not None]


@pytest.mark.parametrize(
    ("line", "values", "start"),
    [
        ("Tỷ lệ bú mẹ hoàn toàn đạt 45% vào năm 2025 và 55% vào năm 2030 (năm 2021: 38,2%)", [45, 55], (38.2, 2021)),
        ("Tỷ lệ trẻ em có thẻ bảo hiểm y tế đạt 95% (thực hiện năm 2023: 91%)", [95], (91, 2023)),
        ("Tỷ lệ trẻ em biết bơi đạt 60% (2022 là 41%)", [60], (41, 2022)),
        ("Tỷ lệ trẻ em biết bơi đạt 60% (năm 2026: 70%)", [60, 70], (None, None)),  # a year of the plan's own
        ("Năm 2023 đạt 92%; năm 2024 phấn đấu 95% trẻ em có thẻ bảo hiểm y tế", [95], (92, 2023)),
        ("Tỷ lệ trẻ em biết bơi năm 2022 là 30%, phấn đấu năm 2024 đạt 45%", [45], (30, 2022)),
    ],
)
def test_a_value_of_an_earlier_year_is_where_the_others_start(
    line: str, values: list[float], start: tuple[float | None, int | None]
) -> None:
    found = _found(line)
    assert [one.value for one in found] == values
    assert {(one.baseline_value, one.baseline_year) for one in found} == {start}
    assert start[0] is None or all(one.quote == line for one in found)


def test_a_count_and_its_share_in_brackets_are_two_records_and_neither_is_sure() -> None:
    line = "Tỷ lệ xã, thị trấn phù hợp với trẻ em: 13/16 xã, thị trấn (đạt 81,25%)"
    found = _found(line)
    assert [(one.value, one.unit, one.quote) for one in found] == [(13, "count", line), (81.25, "percent", line)]
    assert all(one.confidence < 0.8 for one in found)


@pytest.mark.parametrize("figure", ["98,S%", "9,o%", "97.B %"])
def test_a_letter_among_figures_gives_a_warning_and_no_target(figure: str) -> None:
    found = objectives(f"- Tỷ lệ trẻ em có thẻ bảo hiểm y tế đạt {figure}.")
    assert not found.targets
    assert "suspect-reading" in [one.code for one in found.warnings]


def test_the_value_of_an_area_in_brackets_is_its_own() -> None:
    found = _found("Tỷ lệ trẻ em được dùng nước sạch đạt 40% (nông thôn 30%)")
    assert [(one.value, one.group) for one in found] == [(40, None), (30, "nông thôn")]


def test_more_years_than_values_pair_with_none() -> None:
    found = _found("Tỷ lệ trẻ em biết bơi đạt 9% và 17% vào năm 2025, 2027 và 2030")
    assert [(one.value, one.year) for one in found] == [(9, None), (17, None)]
    assert all(one.confidence < 0.7 for one in found)


@pytest.mark.parametrize(
    "line",
    [
        "Giảm tỷ lệ thấp còi ở trẻ em dưới 5 tuổi bình quân 0,5%/năm",
        "Giảm tỷ lệ trẻ em từ 5 đến dưới 16 tuổi lao động trái quy định mỗi năm 0,3% hằng năm",
        "Hạ tỷ lệ tử vong ở trẻ em dưới 1 tuổi trung bình 0,2% mỗi năm",
    ],
)
def test_so_much_a_year_behind_a_verb_of_change_is_a_yearly_change(line: str) -> None:
    (one,) = _found(line)
    assert (one.change, one.per_year) == ("decrease", True)


@pytest.mark.parametrize("verb", ["nhận đỡ đầu", "xây dựng", "vận động"])
def test_so_many_more_is_an_increase_that_nobody_is_sure_of(verb: str) -> None:
    (one,) = _found(f"Phấn đấu {verb} thêm 25 nhà tình thương cho trẻ em mồ côi")
    assert one.change == "increase"
    assert one.confidence < 0.8


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("Tỷ lệ khai sinh đạt 99%; đăng ký khai sinh đúng hạn đạt 95%", "đăng ký khai sinh đúng hạn đạt 95%"),
        ("Trẻ em 5 tuổi ra lớp đạt 99,8%, hoàn thành chương trình tiểu học 99,9%", "hoàn thành chương trình tiểu học 99,9%"),
        (
            "Số vụ bạo lực học đường giảm 15% mỗi năm, đến năm 2027 còn dưới 30 vụ",
            "Số vụ bạo lực học đường giảm 15% mỗi năm, đến năm 2027 còn dưới 30 vụ",
        ),
    ],
)  # fmt: skip
def test_a_second_value_is_quoted_from_its_own_subject_or_the_one_it_shares(line: str, quote: str) -> None:
    assert _found(line)[-1].quote == quote


def test_a_level_of_what_was_said_before_is_quoted_with_it() -> None:
    line = "Đẩy mạnh cấp thẻ căn cước cho trẻ em dưới 6 tuổi, phấn đấu đạt 60% trong năm 2026"
    found = plan(f"I. MỤC TIÊU\n1. Giảm số trẻ em bị tai nạn.\nII. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Truyền thông\n- {line}.")
    assert [one.quote for one in found.targets if one.value == 60] == [line]
