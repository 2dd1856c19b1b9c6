"""Tables copied into a text with one cell a line: the grid comes back, or one warning says that it does not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plans import plan

_ROWS = (
    ("Học sinh biết bơi", "%", "40", "45", "70"),
    ("Trẻ em có thẻ bảo hiểm y tế", "%", "97,5", "98", "100"),
    ("Số vụ đuối nước", "vụ", "≤ 5", "≤ 4", "≤ 1"),
)
_EXPECTED = [
    (value, sign, unit, year, number)
    for number, sign, unit, values in (
        (1, "=", "percent", (40, 45, 70)),
        (2, "=", "percent", (97.5, 98, 100)),
        (3, "<=", "count", (5, 4, 1)),
    )
    for value, year in zip(values, (2024, 2026, 2030), strict=True)
]


def _plan(*cells: str, gap: str = "\n") -> Any:
    return plan("I. MỤC TIÊU\n1. Mục tiêu cụ thể\n\n" + gap.join(cells) + "\n\nII. NHIỆM VỤ\n1. Tuyên truyền.")


def _found(*cells: str, gap: str = "\n") -> list[tuple[Any, ...]]:
    return [
        (t.value, t.comparator, t.unit, t.year, t.indicator_no)
        for t in _plan(*cells, gap=gap).targets
        if t.kind == "quantitative"
    ]


def _numbered(mark: str = ". ") -> list[str]:
    return [words for number, row in enumerate(_ROWS, 1) for words in (f"{number}{mark}{row[0]}", *row[1:])]


def _in_column(*more: str) -> list[str]:
    return [words for number, row in enumerate(_ROWS, 1) for words in (str(number), *row, *more)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_period_of_the_lines_is_the_width_of_the_table(gap: str) -> None:
    assert _found("Chỉ tiêu", "Đơn vị", "2024", "2026", "2030", *_numbered(), gap=gap) == _EXPECTED


def test_each_row_is_its_own_quote() -> None:
    found = _plan("Chỉ tiêu", "Đơn vị", "2024", "2026", "2030", *_numbered()).targets
    assert found[0].quote == "1. Học sinh biết bơi | % | 40 | 45 | 70"


@pytest.mark.parametrize("columns", [("TT", "Chỉ tiêu", "ĐVT", "2024", "2026", "2030", "Theo dõi"), ("TT", "Nội dung", "ĐVT", "Kế hoạch", "Theo dõi", "2024", "2026", "2030")])  # fmt: skip
def test_heads_of_one_row_and_of_two(columns: tuple[str, ...]) -> None:
    assert _found(*columns, *_in_column("Trạm Y tế")) == _EXPECTED


def test_titles_of_groups_stand_between_rows() -> None:
    rows = _in_column()
    cells = ("TT", "Chỉ tiêu", "ĐVT", "2024", "2026", "2030", "I", "An toàn", *rows[:6], "II", "Sức khỏe", *rows[6:])
    assert _found(*cells) == _EXPECTED


def test_a_lost_last_cell_shifts_nothing() -> None:
    rows = [cell for cell in _in_column("Trạm Y tế") if cell != "Trạm Y tế"]
    rows.insert(6, "Đoàn xã")
    assert _found("TT", "Chỉ tiêu", "ĐVT", "2024", "2026", "2030", "Theo dõi", *rows) == _EXPECTED


def test_a_cell_that_goes_on_over_a_line_is_one() -> None:
    rows = _numbered()
    rows[5:6] = ["2. Trẻ em có thẻ", "bảo hiểm y tế"]
    assert _found("Chỉ tiêu", "Đơn vị", "2024", "2026", "2030", *rows) == _EXPECTED


def test_a_row_that_lost_a_value_gives_none() -> None:
    rows = _in_column()
    del rows[9]
    plan = _plan("TT", "Chỉ tiêu", "ĐVT", "2024", "2026", "2030", *rows)
    assert [t.indicator_no for t in plan.targets] == [1, 1, 1, 3, 3, 3]
    assert "row-not-laid" in {one.code for one in plan.warnings}


def test_lines_without_a_period_give_one_warning_and_no_target() -> None:
    cells = ("Chỉ tiêu", "2024", "2030", "Học sinh biết bơi", "40", "Vụ đuối nước", "≤ 5", "≤ 4", "≤ 1", "98%")
    plan = _plan(*cells)
    assert plan.targets == ()
    assert [one.code for one in plan.warnings if "table" in one.code] == ["table-not-laid"]


def test_a_heading_and_a_list_are_no_table() -> None:
    lines = ("Chỉ tiêu", "- Năm 2025: 40% học sinh biết bơi", "- Năm 2030: 70% học sinh biết bơi")
    assert [(t.value, t.year) for t in _plan(*lines).targets] == [(40, 2025), (70, 2030)]


def test_parts_of_a_row_have_no_number_of_their_own() -> None:
    rows = (
        "1",
        "Tỷ lệ thấp còi",
        "%",
        "18",
        "15",
        "- Thành thị",
        "%",
        "12",
        "10",
        "2",
        "Tỷ lệ bỏ học",
        "Tiểu học",
        "%",
        "0,1",
        "0,05",
    )
    found = _plan("TT", "Chỉ tiêu", "ĐVT", "2025", "2030", *rows).targets
    assert [(t.value, t.year, t.indicator_no, t.group) for t in found] == [
        (18, 2025, 1, None), (15, 2030, 1, None), (12, 2025, 1, "thành thị"), (10, 2030, 1, "thành thị"), (0.1, 2025, 2, None), (0.05, 2030, 2, None),
    ]  # fmt: skip


def test_rows_of_years_go_on_with_the_subject_above() -> None:
    rows = (
        "1",
        "Trẻ em biết bơi (%)",
        "2025",
        "60",
        "40",
        "2030",
        "75",
        "55",
        "2",
        "Trẻ em có thẻ (%)",
        "2025",
        "98",
        "96",
    )
    found = _plan("TT", "Chỉ tiêu", "Năm", "Thành thị", "Nông thôn", *rows).targets
    assert [(t.value, t.year, t.group, t.indicator_no) for t in found if t.group == "nông thôn"] == [
        (40, 2025, "nông thôn", 1), (55, 2030, "nông thôn", 1), (96, 2025, "nông thôn", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (("TT", "Xã", "Trẻ em biết bơi (%)", "Trẻ em có thẻ (%)", "2025", "2030", "2025", "2030"), [(1, 2025), (2, 2030), (3, 2025), (4, 2030)]),
        (("TT", "Chỉ tiêu năm 2025", "Toàn huyện", "Chia ra", "Xã An Phú", "Xã An Bình", "Xã Cầu"), [(1, 2025), (2, 2025), (3, 2025), (4, 2025)]),
    ],
)  # fmt: skip
def test_several_heads_may_span_others(head: tuple[str, ...], expected: list[tuple[float, int]]) -> None:
    places = "Xã" in head
    first, second = ("An Phú", "An Bình") if places else ("Trẻ em biết bơi (%)", "Trẻ em có thẻ (%)")
    rows = ("1", first, "1", "2", "3", "4", "2", second, "5", "6", "7", "8")
    assert [(t.value, t.year) for t in _plan(*head, *rows).targets][:4] == expected


def test_what_is_left_behind_a_table_is_told_of() -> None:
    cells = ("TT", "Chỉ tiêu", "ĐVT", "2024", "2026", "2030", *_in_column(), "Số lớp", "4", "5", "chưa rõ", "7", "8")
    plan = _plan(*cells)
    assert len(plan.targets) == len(_EXPECTED)
    assert "table-not-laid" in {one.code for one in plan.warnings}


def test_heads_stand_over_rising_years_and_a_span() -> None:
    head = ("Đơn vị", "Số trẻ em được tặng sách", "Tủ sách", "2024", "2025", "2024 - 2025")
    found = _plan(*head, "Xã An Phú", "62", "70", "3", "Xã An Bình", "51", "56", "2", "Tổng", "113", "126", "5").targets
    assert [(t.unit_name, t.value, t.year, t.year_from, t.subject) for t in found if t.unit_name != "Xã An Bình"] == [
        (place, value, year, first, subject)
        for place, values in (("Xã An Phú", (62, 70, 3)), (None, (113, 126, 5)))
        for value, year, first, subject in (
            (values[0], 2024, None, head[1]), (values[1], 2025, None, head[1]), (values[2], 2025, 2024, head[2]),
        )
    ]  # fmt: skip
