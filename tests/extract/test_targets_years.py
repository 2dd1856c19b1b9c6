"""Years of targets, and what several years, groups and brackets do to them: text → records."""

from __future__ import annotations

import pytest

from tests.plans import objectives

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
