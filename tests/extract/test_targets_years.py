"""Years of targets, and what several years, groups and brackets do to them: text → records."""

from __future__ import annotations

import pytest

from tests.plans import objectives, plan

# value, year, first year of the span, group
_Said = tuple[float | None, int | None, int | None, str | None]


def _read(*lines: str) -> list[_Said]:
    return [(target.value, target.year, target.year_from, target.group) for target in objectives(*lines).targets]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Trong năm học 2024-2025, 100% trường học có phòng tư vấn.", [(100, 2025, None, None)]),
        ("- Đến hết năm học 2025 - 2026, 60% học sinh biết bơi.", [(60, 2026, None, None)]),
        ("- 85% học sinh biết bơi vào cuối năm học 2024/2025.", [(85, 2025, None, None)]),
        (
            "- Tỷ lệ chuyên cần: năm học 2024-2025: 98%; năm học 2025-2026: 99%.",
            [(98, 2025, None, None), (99, 2026, None, None)],
        ),
        ("- Từ năm học 2024-2025, 100% trường mầm non tổ chức bán trú.", [(100, 2025, 2025, None)]),
        (
            "- Từ năm học 2024-2025 đến năm học 2026-2027, 90% trường có thư viện xanh.",
            [(90, 2027, 2025, None)],
        ),
        ("- Từ năm 2023, 100% trẻ em khuyết tật được cấp thẻ bảo hiểm y tế.", [(100, 2023, 2023, None)]),
        ("- 100% trẻ em mồ côi được hỗ trợ hằng tháng kể từ năm 2023.", [(100, 2023, 2023, None)]),
        ("- Từ năm 2022 đến năm 2025, 80% trẻ em được học bơi.", [(80, 2025, 2022, None)]),
    ],
)
def test_school_years_and_open_starts(line: str, expected: list[_Said]) -> None:
    assert _read(line) == expected


def test_later_years_of_a_part_are_of_the_same_group() -> None:
    line = "- Tỷ lệ thấp còi còn 17% năm 2025, riêng trẻ em người Dao giảm từ 31% năm 2020 xuống 24% năm 2025 và 19% năm 2030."
    dao = "trẻ em người Dao"
    assert _read(line) == [(17, 2025, None, None), (24, 2025, None, dao), (19, 2030, None, dao)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- 90% hồ bơi bảo đảm điều kiện theo Thông tư số 03/2018/TT-BVHTTDL ngày 19 tháng 01 năm 2018.", [(90, None)]),
        ("- 100% trẻ em được bảo vệ theo Luật Trẻ em ngày 05 tháng 4 năm 2016.", [(100, None)]),
        (
            "- Theo Quyết định số 23/QĐ-TTg ngày 07 tháng 01 năm 2021, 85% trẻ em được tiêm chủng vào năm 2025.",
            [(85, 2025)],
        ),
        ("- Theo Kế hoạch số 12/KH-UBND, trước ngày 30 tháng 6 năm 2025 có 90% xã có cộng tác viên.", [(90, 2025)]),
    ],
)
def test_the_day_of_a_document_dates_no_target(line: str, expected: list[tuple[float, int | None]]) -> None:
    assert [(value, year) for value, year, _, _ in _read(line)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- Tỷ lệ xã đạt chuẩn đến 2025 là 65%, 2030 là 75%.",
            [(65, 2025, None, None), (75, 2030, None, None)],
        ),
        (
            "- Tỷ lệ xã đạt chuẩn đến 2025 đạt trên 65% và 2030 đạt trên 75%.",
            [(65, 2025, None, None), (75, 2030, None, None)],
        ),
        (
            "- Tỷ lệ khai sinh đạt 98,5% (trong đó năm 2023: 97%; năm 2024: 98%).",
            [(98.5, None, None, None), (97, 2023, None, None), (98, 2024, None, None)],
        ),
        (
            "- Tỷ lệ khai sinh 98% trong các năm 2024, 2025.",
            [(98, 2024, None, None), (98, 2025, None, None)],
        ),
    ],
)
def test_bare_years_and_milestones_in_brackets(line: str, expected: list[_Said]) -> None:
    assert _read(line) == expected


def test_the_quote_keeps_the_year_in_brackets() -> None:
    (target,) = objectives("- Tỷ lệ chuyên cần đạt 98% (năm học 2024-2025).").targets
    assert target.quote == "Tỷ lệ chuyên cần đạt 98% (năm học 2024-2025)"


def test_one_quote_for_bare_years_that_follow() -> None:
    line = "Tỷ lệ xã đạt chuẩn đến năm 2025 là 65%, 2030 là 75%"
    assert [target.quote for target in objectives(f"- {line}.").targets] == [line, line]


@pytest.mark.parametrize(
    "said", ["tăng dần (năm 2023: 80%; năm 2024: 85%)", "tăng qua các năm: năm 2023 80%; năm 2024 85%"]
)
def test_levels_behind_a_verb_of_change_are_no_changes(said: str) -> None:
    found = objectives(f"- Tỷ lệ trẻ em biết bơi {said}.").targets
    assert [(target.value, target.year, target.change) for target in found] == [(80, 2023, None), (85, 2024, None)]


@pytest.mark.parametrize(
    "line",
    [
        "- Tỷ lệ béo phì ở nông thôn dưới 5% vào năm 2025, dưới 4% vào năm 2030; ở thành thị dưới 10% vào năm 2025, dưới 8% vào năm 2030.",
        "- Tỷ lệ béo phì dưới 5% vào năm 2025, dưới 4% vào năm 2030 ở nông thôn; dưới 10% vào năm 2025, dưới 8% vào năm 2030 ở thành thị.",
    ],
)
def test_a_group_holds_for_all_of_its_years(line: str) -> None:
    assert _read(line) == [
        (5, 2025, None, "nông thôn"),
        (4, 2030, None, "nông thôn"),
        (10, 2025, None, "thành thị"),
        (8, 2030, None, "thành thị"),
    ]


def test_a_value_before_those_of_groups_is_of_no_group() -> None:
    assert _read("- Tỷ lệ béo phì dưới 8%, ở nông thôn dưới 5%, ở thành thị dưới 10%.") == [
        (8, None, None, None),
        (5, None, None, "nông thôn"),
        (10, None, None, "thành thị"),
    ]


@pytest.mark.parametrize(
    "lead",
    ["Mục tiêu cụ thể đến năm 2030 như sau", "Các chỉ tiêu chủ yếu đến năm 2030", "Chỉ tiêu phấn đấu đến năm 2030 là"],
)
def test_what_leads_in_on_the_same_line_gives_its_year_to_all(lead: str) -> None:
    found = objectives(f"{lead}: giảm 50% số trẻ em bị đuối nước; 60% trẻ em biết bơi an toàn.").targets
    assert [(target.value, target.year) for target in found] == [(50, 2030), (60, 2030)]


def test_of_how_many_behind_the_last_value_is_no_subject_of_its_own() -> None:
    line = "- Đến năm 2025 và 2030, tỷ lệ trẻ em bị xâm hại giảm còn 4,5% và 4% trên tổng số trẻ em."
    assert _read(line) == [(4.5, 2025, None, None), (4, 2030, None, None)]


def test_a_year_behind_the_brackets_of_the_parts_is_that_of_the_whole_too() -> None:
    assert _read("- Phấn đấu 65% xã, phường phù hợp với trẻ em (trong đó phường 80%, xã 60%) vào năm 2025.") == [
        (65, 2025, None, None),
        (80, 2025, None, "phường"),
        (60, 2025, None, "xã"),
    ]


_OF_INFANTS = "Tỷ suất tử vong sơ sinh dưới 9‰ vào năm 2025 và dưới 8‰ vào năm 2030"
_BORN = "Tỷ lệ trẻ em có giấy khai sinh đạt 95% vào năm 2025 và 97% vào năm 2030"


@pytest.mark.parametrize(
    "line",
    [
        f"{_OF_INFANTS}; tỷ suất tử vong trẻ em dưới 1 tuổi không quá 12‰ và 10‰",
        f"{_OF_INFANTS}; tỷ suất tử vong trẻ em dưới 1 tuổi không quá 12‰ và 10‰ vào các năm tương ứng",
        f"{_OF_INFANTS}; tỷ suất tử vong trẻ em dưới 1 tuổi 12‰ và 10‰ (tương ứng)",
        f"{_OF_INFANTS}; tỷ suất tử vong trẻ em dưới 1 tuổi lần lượt là 12‰ và 10‰",
        f"{_OF_INFANTS}. Tỷ suất tử vong trẻ em dưới 1 tuổi là 12‰ và 10‰ vào các mốc tương ứng",
        "Tỷ suất tử vong sơ sinh dưới 9‰ và 8‰ vào năm 2025 và 2030; tỷ suất tử vong trẻ em dưới 1 tuổi còn 12‰ và 10‰",
        "Tỷ suất tử vong sơ sinh năm 2025, 2030 lần lượt là 9‰ và 8‰; tỷ suất tử vong trẻ em dưới 1 tuổi còn 12‰ và 10‰",
    ],
)
@pytest.mark.parametrize("lead", ["", "Đến năm 2030:"])
def test_values_take_the_years_of_a_neighbour_in_order(line: str, lead: str) -> None:
    found = objectives(*filter(None, [lead]), f"- {line}.").targets
    assert [(one.value, one.year, one.confidence >= 0.8) for one in found] == [
        (9, 2025, True),
        (8, 2030, True),
        (12, 2025, True),
        (10, 2030, True),
    ]


def test_years_go_on_over_three_clauses_and_the_quote_has_the_words_that_name_them_again() -> None:
    last = "tỷ suất tử vong trẻ em dưới 5 tuổi dưới 18‰ và dưới 15‰ vào các năm tương ứng"
    found = objectives(f"- {_OF_INFANTS}; tỷ suất tử vong trẻ em dưới 1 tuổi 12‰ và 10‰; {last}.").targets
    assert [(one.value, one.year) for one in found[2:]] == [(12, 2025), (10, 2030), (18, 2025), (15, 2030)]
    assert found[-1].quote == last


@pytest.mark.parametrize(
    ("line", "without"),
    [
        (f"{_BORN}; tỷ lệ trẻ em biết bơi đạt 40%, 45% và 50%", 3),
        (f"{_BORN}; tỷ lệ trẻ em biết bơi đạt 40%, 45% và 50% vào các năm tương ứng", 3),
        ("Tỷ lệ trẻ em biết bơi đạt 40% và 50% vào các năm tương ứng", 2),
        ("Tỷ lệ trẻ em biết bơi đạt 40% và 50% vào năm 2030", 2),
        ("Tỷ lệ trẻ em biết bơi đạt 40%, 45% và 50% vào năm 2025 và 2030", 3),
    ],
)
@pytest.mark.parametrize("lead", ["", "Đến năm 2030:"])
def test_values_and_years_that_do_not_agree_give_no_year(line: str, without: int, lead: str) -> None:
    found = objectives(*filter(None, [lead]), f"- {line}.")
    assert [(one.year, one.confidence < 0.8) for one in found.targets[-without:]] == [(None, True)] * without
    assert [one.code for one in found.warnings].count("years-not-paired") == 1


def test_a_value_alone_and_values_of_groups_take_no_years_of_a_neighbour() -> None:
    assert [one.year for one in objectives(f"- {_BORN}; tỷ lệ trẻ em biết bơi đạt 50%.").targets] == [2025, 2030, None]
    of_groups = objectives(f"- {_BORN}; tỷ lệ béo phì ở nông thôn dưới 5%, ở thành thị dưới 10%.")
    assert [one.year for one in of_groups.targets] == [2025, 2030, None, None]
    assert "years-not-paired" not in {one.code for one in of_groups.warnings}


def test_values_are_of_the_subject_before_them_however_short() -> None:
    line = "Tỷ lệ trẻ nhẹ cân còn 9% năm 2025 và 6% năm 2030; thấp còi còn 16% và 14% (tương ứng)"
    found = objectives(f"- {line}.").targets
    assert [(one.value, one.year, one.subject) for one in found[2:]] == [
        (16, 2025, "thấp còi"),
        (14, 2030, "thấp còi"),
    ]


def test_a_rate_before_a_colon_gives_the_year_at_the_end_to_all_whom_it_is_of() -> None:
    line = "Tỷ lệ biết bơi: học sinh tiểu học 40%; học sinh trung học cơ sở 60%; học sinh trung học phổ thông 70% đến năm 2027"
    assert [(one.value, one.year) for one in objectives(f"- {line}.").targets] == [(40, 2027), (60, 2027), (70, 2027)]


@pytest.mark.parametrize(
    "line",
    [
        "Tỷ lệ đi học đúng độ tuổi: mầm non đạt 95%; tỷ lệ bỏ học dưới 0,2% vào năm 2028",
        "Tỷ lệ biết bơi: học sinh tiểu học 40%. Học sinh trung học cơ sở 60% vào năm 2028",
        "Trẻ em biết bơi đạt 40%; học sinh trung học cơ sở 60% vào năm 2028",
    ],
)
def test_a_year_of_another_rate_or_sentence_is_no_ones_else(line: str) -> None:
    assert [one.year for one in objectives(f"- {line}.").targets] == [None, 2028]


@pytest.mark.parametrize("label", ["1- ", "1. ", "a) ", "* ", ""])
def test_a_period_alone_on_its_line_governs_what_follows(label: str) -> None:
    lines = (
        f"{label}Giai đoạn 2024 - 2025",
        "100% chi bộ tổ chức học tập chỉ thị. 90% đảng ủy xã đưa chỉ tiêu về trẻ em",
        "vào nghị quyết lãnh đạo.",
        "Giảm 50% số vụ đuối nước trẻ em so với năm 2023.",
    )
    found = plan("II. CHỈ TIÊU CHỦ YẾU\n" + "\n".join(lines)).targets
    assert [(t.value, t.year, t.year_from) for t in found] == [(100, 2025, 2024), (90, 2025, 2024), (50, 2025, 2024)]
    assert found[0].quote.startswith("100%")


def test_a_span_cut_at_the_end_of_a_line_is_no_heading() -> None:
    found = plan("II. CHỈ TIÊU\n1. Chỉ tiêu cụ thể\nTrong giai đoạn 2026\n- 2030 phấn đấu có ít nhất 10% cán bộ được tập huấn.").targets  # fmt: skip
    assert [(t.value, t.year) for t in found] == [(10, 2030)]


@pytest.mark.parametrize(
    "line",
    [
        "- Tử vong trẻ em dưới 1 tuổi giảm còn 16‰ và tử vong trẻ em dưới 5 tuổi còn 22‰ vào năm 2025.",
        "- Tỷ lệ hộ có nhà tiêu hợp vệ sinh đạt 16%, sử dụng nước sạch đạt 22% vào năm 2025.",
        "- 16% trẻ em được học bơi và 22% trẻ em được học kỹ năng sống vào năm 2025.",
    ],
)
def test_one_year_behind_two_measures_dates_both(line: str) -> None:
    first, second = objectives(line).targets
    assert [(first.value, first.year), (second.value, second.year)] == [(16, 2025), (22, 2025)]
    assert first.quote == line.strip("- .")
    assert "22" not in (first.subject or "") + (first.clause or "")


@pytest.mark.parametrize(
    "line",
    [
        "- 90% trẻ em được khám sức khỏe và phấn đấu 50% trẻ em được học bơi vào năm 2025.",
        "- 90% trẻ em được khám sức khỏe; 50% trẻ em được học bơi vào năm 2025.",
    ],
)
def test_a_year_dates_no_aim_that_is_set_apart_from_its_own(line: str) -> None:
    assert _read(line) == [(90, None, None, None), (50, 2025, None, None)]


_RESTATED = (
    (
        "- Đến năm 2025, 60% học sinh lớp 5 được học bơi, 70% phụ huynh được tập huấn; đến năm 2030 các tỷ lệ tương ứng là 80% và 90%.",
        [(60, 2025), (70, 2025), (80, 2030), (90, 2030)],
    ),
    (
        "- Tử vong trẻ em dưới 1 tuổi 14‰, dưới 5 tuổi 20‰ vào năm 2025; tương ứng 12‰ và 17‰ vào năm 2030.",
        [(14, 2025), (20, 2025), (12, 2030), (17, 2030)],
    ),
    (
        "- Đến năm 2025 có 30% trẻ em được hỏi ý kiến, 25% trẻ em tham gia câu lạc bộ; đến năm 2030 các tỷ lệ này cùng đạt 35%.",
        [(30, 2025), (25, 2025), (35, 2030), (35, 2030)],
    ),
    (
        "- Đến năm 2025, 60% trường ở thành thị và 40% trường ở nông thôn có bếp ăn; phấn đấu đến năm 2030 đạt 90% và 80%.",
        [(60, 2025), (40, 2025), (90, 2030), (80, 2030)],
    ),
)


@pytest.mark.parametrize(("line", "expected"), _RESTATED)
def test_what_is_said_anew_for_another_year_is_of_the_same_measures(
    line: str, expected: list[tuple[float, int]]
) -> None:
    found = sorted(objectives(line).targets, key=lambda one: one.year or 0)
    assert [(one.value, one.year) for one in found] == expected
    said = {one.subject: one for one in found[:2]}
    for one, of in zip(found[2:], found[:2], strict=True):
        assert (one.group, one.measure, one.quote[:20]) == (of.group, of.measure, of.quote[:20])
        assert one.quote.endswith(line[-12:].strip(" ."))
    assert len(said) == 2


def test_three_values_say_two_not_anew() -> None:
    line = "- Đến năm 2025, 60% học sinh được học bơi, 70% phụ huynh được tập huấn; đến năm 2030 các tỷ lệ tương ứng là 80%, 85% và 90%."
    assert [(one.value, one.year) for one in objectives(line).targets][:2] == [(60, 2025), (70, 2025)]
    assert all(one.confidence < 0.8 for one in objectives(line).targets[2:])
