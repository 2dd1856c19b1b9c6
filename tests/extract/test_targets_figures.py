"""Which figures are values, and the words that their quotes need: text → records."""

from __future__ import annotations

import pytest

from tests.plans import objectives, plan


def _quoted(line: str) -> list[tuple[float | None, str]]:
    return [(target.value, target.quote) for target in objectives(f"- {line}.").targets]


def _tasks(line: str) -> list[float]:
    found = plan(f"I. MỤC TIÊU\n1. Giảm số trẻ em bị tai nạn.\nII. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Truyền thông\n- {line}.")
    return [target.value for target in found.targets if target.value is not None]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "100% trẻ em dưới 6 tuổi có thẻ, 95% trẻ em từ 6 tuổi trở lên tham gia bảo hiểm y tế học sinh",
            [(100, "100% trẻ em dưới 6 tuổi có thẻ"), (95, "95% trẻ em từ 6 tuổi trở lên tham gia bảo hiểm y tế học sinh")],
        ),
        (
            "Khám sàng lọc cho 500 trẻ em, phẫu thuật cho 20 trẻ em",
            [(500, "Khám sàng lọc cho 500 trẻ em"), (20, "phẫu thuật cho 20 trẻ em")],
        ),
        ("Toàn bộ trường học (100%) lồng ghép kỹ năng phòng tránh đuối nước vào bài học", [(100, "")]),
        ("Tất cả các xã (100%) có cộng tác viên được tập huấn; xây dựng quy chế", [(100, "Tất cả các xã (100%) có cộng tác viên được tập huấn")]),
        ("Phấn đấu 90% (năm 2025), 95% (năm 2030) trẻ em được trợ giúp", [(90, ""), (95, "")]),
        ("Đạt 100% trong các năm 2024, 2025 tỷ lệ trẻ em có thẻ bảo hiểm y tế", [(100, ""), (100, "")]),
        ("Tổ chức đối thoại với trẻ em (mỗi năm 01 hội nghị)", [(1, "")]),
        ("Phấn đấu 8/10 xã, đạt tỷ lệ 80%, đạt chuẩn phù hợp với trẻ em", [(8, "")]),
        ("Phấn đấu 80%, tương ứng 8/10 xã, đạt chuẩn phù hợp với trẻ em", [(80, "")]),
        ("Tổ chức 01 diễn đàn trẻ em với sự tham gia của 150 em", [(1, "")]),
        ("100% xã có trên 30% trẻ em dân tộc thiểu số được hỗ trợ", [(100, "")]),
        ("Hiện toàn huyện có 12.500 trẻ em; phấn đấu 100% được cấp thẻ", [(100, "phấn đấu 100% được cấp thẻ")]),
    ],
)  # fmt: skip
def test_values_and_their_quotes(line: str, parts: list[tuple[float, str]]) -> None:
    """An empty quote stands for the whole line."""
    found = [(value, quote) for value, quote in _quoted(line) if value is not None]
    assert found == [(value, quote or line) for value, quote in parts]


def test_shares_that_agree_by_chance_are_both_values() -> None:
    assert [value for value, _ in _quoted("8/10 xã đạt chuẩn, 80% trẻ em được khám sức khỏe")] == [8, 80]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Biên soạn 01 bộ tài liệu kỹ năng sống", [1]),
        ("Treo 50 băng rôn, 20 pa nô tại các trục đường chính", [50, 20]),
        ("Vẽ 12 bức tranh bích họa", [12]),
        ("Truyền thông trên sóng phát thanh (mỗi tháng 02 chuyên mục)", [2]),
        ("Phấn đấu mỗi xã có 01 điểm vui chơi", [1]),
        ("Huyện có 125 trường với 45.000 học sinh", []),
        ("Trên địa bàn có 12 câu lạc bộ đang hoạt động", []),
        ("Thành phần tham dự 120 người", []),
        ("Thời gian: 02 ngày; thành phần: 50 người", []),
    ],
)
def test_counts_among_the_tasks(line: str, expected: list[float]) -> None:
    assert _tasks(line) == expected


def test_what_is_said_in_turn_has_the_comparator_said_once() -> None:
    found = objectives("- Tỷ lệ suy dinh dưỡng thể nhẹ cân và thể thấp còi lần lượt dưới 9% và 17%.").targets
    assert [(target.value, target.comparator) for target in found] == [(9, "<"), (17, "<")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Giảm tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi thể nhẹ cân, thấp còi còn 9% và 17% vào năm 2025", [(9, "4a"), (17, "4b")]),
        ("Tỷ lệ suy dinh dưỡng thể nhẹ cân và thấp còi ở trẻ em dưới 5 tuổi giảm còn 9% và 17%", [(9, "4a"), (17, "4b")]),
        ("Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi, thể nhẹ cân còn 17%, 9%", [(17, "4b"), (9, "4a")]),
        ("Tỷ lệ hoàn thành cấp tiểu học, trung học cơ sở đạt 97% và 88% vào năm 2025", [(97, "17a"), (88, "18a")]),
        ("Tỷ suất tử vong trẻ em sơ sinh, dưới 1 tuổi, dưới 5 tuổi lần lượt là 9; 12; 18/1.000", [(9, "3a"), (12, "3b"), (18, "3c")]),
        ("Tỷ lệ hoàn thành cấp tiểu học, trung học cơ sở lần lượt đạt 97%, 88% năm 2025 và 99%, 93% năm 2030", [(97, "17a"), (99, "17a"), (88, "18a"), (93, "18a")]),
        ("Tỷ suất tử vong trẻ em dưới 1 tuổi, dưới 5 tuổi là 12‰ và 18‰ vào năm 2025; 10‰ và 15‰ vào năm 2030", [(12, "3b"), (10, "3b"), (18, "3c"), (15, "3c")]),
        # of two years it is one measure; two things that are one are not told apart
        ("Tỷ lệ suy dinh dưỡng thể thấp còi còn 17% năm 2025 và 15% năm 2030", [(17, "4b"), (15, "4b")]),
        ("Tỷ suất trẻ em bị tai nạn, thương tích còn 550/100.000 và 500/100.000", [(550, "11a"), (500, "11a")]),
    ],
)  # fmt: skip
def test_values_in_the_order_of_the_things_named_before_them(line: str, expected: list[tuple[float, str]]) -> None:
    found = objectives(f"- {line}.").targets
    assert [(target.value, target.measure) for target in found] == expected
    assert {target.quote for target in found} == {line}
    assert len({target.unit for target in found}) == 1


def test_two_numbers_that_fall_share_the_verb_and_are_no_groups_of_one() -> None:
    fall = "Giảm bình quân 2% - 3%/năm số cặp tảo hôn và 3% - 5%/năm số cặp kết hôn cận huyết thống đối với các xã có tỷ lệ còn cao"
    found = objectives(f"- {fall}.").targets
    assert [(one.value, one.value_high, one.change, one.per_year, one.group) for one in found] == [
        (2, 3, "decrease", True, None),
        (3, 5, "decrease", True, None),
    ]
    assert [one.measure for one in found] == ["13", None]
    found = objectives("- Giảm 5% số trẻ em bị bạo lực và 10% số trẻ em bị xâm hại so với năm 2020.").targets
    assert [(one.value, one.change, one.measure) for one in found] == [(5, "decrease", None), (10, "decrease", None)]


@pytest.mark.parametrize(
    ("level", "change"), [("xuống 2%", "decrease"), ("xuống còn 2%", None), ("còn 2%", None), ("2%", "decrease")]
)
def test_down_to_a_share_against_a_year_may_be_by_so_much(level: str, change: str | None) -> None:
    (found,) = objectives(f"- Giảm tỷ lệ suy dinh dưỡng thể thấp còi {level} so với năm 2024.").targets
    assert (found.value, found.change, found.baseline_year) == (2, change, 2024)
    if level == "xuống 2%":
        assert found.confidence < 0.8


def test_a_share_of_all_is_no_change() -> None:
    (found,) = objectives("- Giảm tỷ lệ trẻ em có hoàn cảnh đặc biệt xuống dưới 5% so với tổng số trẻ em.").targets
    assert (found.value, found.change, found.measure) == (5, None, "8a")


def test_units_named_behind_a_semicolon_do_what_is_said_of_all_each_year() -> None:
    line = "Hàng năm, 100% các huyện, thị xã, thành phố; các xã, phường, thị trấn tổ chức lễ phát động"
    assert [(one.value, one.quote) for one in objectives(f"- {line}.").targets] == [(100, line)]


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("Giảm tỷ suất sinh bình quân hằng năm 0,5‰", "decrease"),
        ("Giảm tỷ suất sinh 0,1‰/năm", "decrease"),
        ("Giảm tỷ suất sinh hằng năm xuống còn 15‰", None),
        ("Giảm tỷ suất tử vong trẻ em 9,5‰", None),
    ],
)
def test_a_rate_falls_by_what_is_said_of_each_year(line: str, change: str | None) -> None:
    (target,) = objectives(f"- {line}.").targets
    assert (target.change, target.per_year) == (change, change is not None)


def test_the_sign_of_a_rate_in_thousands_is_no_footnote() -> None:
    (target,) = objectives("- Giảm tỷ suất tử vong trẻ em dưới 5 tuổi xuống 18,5%0 vào năm 2025.").targets
    assert (target.unit, target.per) == ("per", 1000)
    (target,) = objectives("- Giảm tỷ suất tử vong trẻ em dưới 5 tuổi xuống 18,5%0.").targets
    assert target.quote.endswith("18,5%0")


def test_each_of_several_things_has_its_own_words() -> None:
    light, short = objectives("- Giảm tỷ lệ suy dinh dưỡng trẻ em thể nhẹ cân, thấp còi còn 9% và 17%.").targets
    assert (light.subject, short.subject) == (
        "tỷ lệ suy dinh dưỡng trẻ em thể nhẹ cân",
        "tỷ lệ suy dinh dưỡng trẻ em thể thấp còi",
    )
    assert "thấp còi" not in (light.clause or "")
    assert "nhẹ cân" not in (short.clause or "")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi dưới 24%1", 24),
        ("Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi dưới 24,5%12", 24.5),
    ],
)
def test_the_mark_of_a_footnote_is_no_value(line: str, value: float) -> None:
    (target,) = objectives(f"- {line}; tiếp tục tuyên truyền.").targets[:1]
    assert (target.value, target.confidence, target.quote) == (value, 0.95, line[: line.index("%") + 1])
    assert len([one for one in objectives(f"- {line}.").targets if one.kind == "quantitative"]) == 1


@pytest.mark.parametrize("words", ["10 bác sĩ trên 10.000 dân", "10 bác sĩ trên vạn dân", "10 giường bệnh/10.000 dân"])
def test_what_serves_so_many_people_is_a_rate(words: str) -> None:
    (target,) = objectives(f"- Phấn đấu đạt {words} vào năm 2025.").targets
    assert (target.value, target.unit, target.per) == (10, "per", 10000)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Phấn đấu tỷ lệ trẻ em được tiêm chủng đầy đủ ít nhất 8 bệnh đạt trên 95%", [(95, "")]),
        ("Tỷ lệ phụ nữ được khám ít nhất 4 lần trong 3 thai kỳ đạt 90%", [(90, "")]),
        ("90% trẻ sơ sinh được tầm soát ít nhất 5 bệnh bẩm sinh", [(90, "")]),
        ("80% trường học triển khai ít nhất 02 mô hình an toàn", [(80, "")]),
        ("Tổng tỷ suất sinh đạt 2,1 con/phụ nữ", [(2.1, "")]),
        ("Tuổi kết hôn trung bình lần đầu đạt 25 tuổi", [(25, "")]),
        ("Tỷ suất tử vong trẻ em: 12,5‰ (2025), 10‰ (2030)", [(12.5, ""), (10, "")]),
        (
            "Duy trì 15 xã đã đạt và phấn đấu thêm 03 xã đạt chuẩn phù hợp với trẻ em",
            [(15, "Duy trì 15 xã đã đạt"), (3, "phấn đấu thêm 03 xã đạt chuẩn phù hợp với trẻ em")],
        ),
        (
            "Phấn đấu đến năm 2025: 40% xã; đến năm 2030: 45% xã có điểm vui chơi",
            [(40, ""), (45, "")],
        ),
    ],
)  # fmt: skip
def test_counts_inside_a_measure_and_what_values_share(line: str, parts: list[tuple[float, str]]) -> None:
    assert _quoted(line) == [(value, quote or line) for value, quote in parts]


def test_a_rate_among_the_tasks_opens_behind_the_colon() -> None:
    lead = "Tập trung các giải pháp để duy trì mức sinh thay thế, cụ thể:"
    found = plan(
        f"I. MỤC TIÊU\n1. Giảm số ca mắc.\nII. NHIỆM VỤ\n1. Dân số\n- {lead} Phấn đấu tổng tỷ suất sinh đạt 2,1 con/phụ nữ."
    )
    (target,) = [target for target in found.targets if target.value is not None]
    assert target.quote == "Phấn đấu tổng tỷ suất sinh đạt 2,1 con/phụ nữ"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Tỷ lệ học sinh (tiểu học, trung học cơ sở) bỏ học không quá 0,2% và 0,5%.", ["<=", "<="]),
        ("- Tỷ lệ thừa cân dưới 10% (nội thành), 5% (ngoại thành) vào năm 2025.", ["<", "<"]),
        ("- Tỷ lệ thất nghiệp dưới 3,5% vào năm 2025 và 2,5% vào năm 2030.", ["<", "="]),
        ("- Tỷ lệ thất nghiệp dưới 3,5% và 2,5% vào năm 2025 và năm 2030.", ["<", "="]),
    ],
)
def test_a_comparator_carries_over_a_list_and_not_over_years(line: str, expected: list[str]) -> None:
    assert [target.comparator for target in objectives(line).targets] == expected


@pytest.mark.parametrize("dash", ["-", "–", "—", " – "])
def test_a_range_with_another_dash_is_read_for_certain(dash: str) -> None:
    found = objectives(f"- Tỷ lệ trẻ em biết bơi đạt 50{dash}60% vào năm 2025.")
    (target,) = found.targets
    assert (target.value, target.value_high, target.confidence >= 0.8) == (50, 60, True)
    assert [warning.code for warning in found.warnings] == []


@pytest.mark.parametrize("figures", ["9O", "l00", "1OO"])
def test_a_letter_among_figures_is_repaired_said_and_not_believed(figures: str) -> None:
    found = objectives(f"- Tỷ lệ trẻ em biết bơi đạt {figures}% vào năm 2025.")
    (target,) = found.targets
    assert target.value in (90, 100)
    assert f"{figures}%" in target.quote, "the quote is as written"
    assert target.confidence < 0.8
    assert [found.text[one.start : one.end] for one in found.warnings if one.code == "suspect-reading"] == [
        f"{figures}%"
    ]


@pytest.mark.parametrize(
    ("line", "unit", "value", "per", "total", "sure"),
    [
        ("Đến năm 2025, có 1.200/2.000 trường đạt chuẩn an toàn", "count", 1200, None, 2000, True),
        ("Đến năm 2025, có 1.500/3.000 hộ gia đình đạt chuẩn an toàn", "count", 1500, None, 3000, True),
        ("Đến năm 2025, 750/1.000 trẻ em từ 6 tuổi trở lên được học bơi", "count", 750, None, 1000, True),
        ("Đến năm 2025, tỷ suất trẻ em tử vong do tai nạn còn 16/100.000 trẻ em", "per", 16, 100_000, None, True),
        ("Đến năm 2025, tỷ lệ trẻ em được học bơi đạt 750/1.000 trẻ em", "count", 750, None, 1000, False),
        ("Đến năm 2025, có ít nhất 50/1.000 hộ gia đình được hỗ trợ", "count", 50, None, 1000, False),
    ],
)
def test_figures_over_a_round_number(
    line: str, unit: str, value: float, per: int | None, total: float | None, sure: bool
) -> None:
    (found,) = objectives(f"- {line}.").targets
    assert (found.unit, found.value, found.per, found.total) == (unit, value, per, total)
    assert (found.confidence >= 0.8) is sure


def test_a_row_that_measures_a_rate_settles_what_figures_over_a_round_number_are() -> None:
    rows = (
        "| STT | Chỉ tiêu | Đơn vị tính | Năm 2025 |",
        "| --- | --- | --- | --- |",
        "| 1 | Tỷ suất trẻ em bị tai nạn, thương tích | | 5/1.000 trẻ em |",
        "| 2 | Trẻ em được hỗ trợ học bơi | | 5/1.000 trẻ em |",
    )
    found = [(one.value, one.per, one.confidence >= 0.8) for one in objectives(*rows).targets]
    assert found == [(5, 1000, True), (5, 1000, False)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ lệ trẻ 6-23 tháng có chế độ ăn đúng, đủ đạt 65%", [65]),
        ("Trẻ từ 6 đến 36 tháng được uống vitamin A đạt 98%", [98]),
        ("90% trẻ 6 - 59 tháng được tẩy giun", [90]),
        ("Bà mẹ có con 0-24 tháng được tư vấn đạt 70%", [70]),
        ("Phụ nữ 15-49 được khám thai đạt 80%", [80]),
        ("Thiếu niên lứa tuổi 11-15 biết bơi đạt 60%", [60]),
        ("Tỷ lệ trạm có bác sĩ đạt 70% đối với vùng 1, 90% đối với vùng 2", [70, 90]),
        ("Chương trình giai đoạn 201 1-2030 đạt 80% chỉ tiêu", [80]),
        ("Hỗ trợ trẻ em 10 - 15 suất quà mỗi tháng", [10]),
        ("Tỷ lệ trẻ em 10 - 12% bị béo phì", [10]),
    ],
)
def test_ages_without_their_word_are_no_values(line: str, expected: list[float]) -> None:
    assert [value for value, _ in _quoted(line) if value is not None] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ lệ hộ thiếu nước giảm đưới 8% (khu vực miễn núi xuống đưới 25%) đên năm 2030", [("<", 8, None, 2030), ("<", 25, "miền núi", 2030)]),
        ("TY lệ trẻ được tiêm chủng dat 95% dén năm 2030", [("=", 95, None, 2030)]),
        ("Ty lê trẻ biết bơi đat 60% đối với nam và 50% đôi với nữ", [("=", 60, "nam", None), ("=", 50, "nữ", None)]),
        ("Tỷ lệ trạm có máy đạt 90% đối với ¡ tuyên tỉnh; 75% đối với tuyên huyện", [("=", 90, "tuyên tỉnh", None), ("=", 75, "tuyên huyện", None)]),
    ],
)  # fmt: skip
def test_words_of_the_frame_may_be_misread_and_their_values_are_not_sure(
    line: str, expected: list[tuple[str, float, str | None, int | None]]
) -> None:
    found = objectives(f"- {line}.").targets
    assert [(one.comparator, one.value, one.group, one.year) for one in found] == expected
    assert all(one.confidence < 0.8 for one in found)
    assert found[0].quote == line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Giảm tỷ lệ trẻ em dưới 5 tuổi thấp còi mỗi năm 0,3%", [("decrease", True)]),
        ("Giảm tỷ lệ trẻ em dưới 5 tuổi thấp còi mỗi năm 0,2 - 0,3%", [("decrease", True)]),
        ("Giảm tỷ lệ trẻ em dưới 5 tuổi thấp còi 17%", [(None, False)]),
        ("Tỷ lệ thấp còi còn 14% vào năm 2025; mỗi năm giảm bình quân 0,4%", [(None, False), ("decrease", True)]),
        (
            "Giảm 25% số trẻ tử vong do đuối nước so với năm 2023 (không quá 20 em/năm)",
            [("decrease", False), (None, False)],
        ),
    ],
)
def test_what_changes_each_year_is_no_level(line: str, expected: list[tuple[str | None, bool]]) -> None:
    """The bound of an age bounds no value, and what stands in brackets with a figure of its own says nothing of the one before."""
    assert [(one.change, one.per_year) for one in objectives(f"- {line}.").targets] == expected


@pytest.mark.parametrize("words", ["96% trong số đó được nhận đỡ đầu", "trên 96% số trẻ này được nhận đỡ đầu"])
def test_a_share_of_those_before_is_quoted_with_them(words: str) -> None:
    found = objectives(f"- Tỷ lệ trẻ em mồ côi còn 1,5% tổng số trẻ em; {words}.").targets
    assert [one.value for one in found] == [1.5, 96]
    assert found[1].quote == f"Tỷ lệ trẻ em mồ côi còn 1,5% tổng số trẻ em; {words}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("90% trẻ em tại 05 xã khó khăn được khám sức khỏe", [90]),
        ("Ít nhất 30% giáo viên ở 2 điểm trường còn lại được dự giờ", [30]),
        ("100% học sinh của 12 trường được học bơi", [100]),
        ("80% hộ nghèo thuộc 04 xã biên giới được vay vốn", [80]),
        ("100% trẻ em ở 3 thôn có điểm vui chơi, xây dựng 02 bể bơi", [100, 2]),
        ("100% trẻ em biết bơi, xây dựng bể bơi tại 3 xã", [100, 3]),
    ],
)
def test_a_share_of_those_of_some_places_counts_no_places(line: str, expected: list[float]) -> None:
    found = [(value, quote) for value, quote in _quoted(line) if value is not None]
    assert [value for value, _ in found] == expected
    assert len(expected) > 1 or found[0][1] == line
