"""Clauses that say only what becomes of those whom the one before them names."""

from __future__ import annotations

import pytest

from tests.plans import objectives

_SPECIAL = "Trẻ em có hoàn cảnh đặc biệt trên tổng số trẻ em: 4,5% vào năm 2025"
_HELPED = "được chăm sóc, trợ giúp: 95% vào năm 2025, 98% vào năm 2030"


def test_what_becomes_of_those_before_is_of_them_and_aligned_and_quoted_with_them() -> None:
    first, *others = objectives(f"- {_SPECIAL}; {_HELPED}.").targets
    assert (first.subject, first.value, first.measure) == (
        "Trẻ em có hoàn cảnh đặc biệt trên tổng số trẻ em",
        4.5,
        "8a",
    )
    assert [(one.value, one.year, one.measure) for one in others] == [(95, 2025, "8b"), (98, 2030, "8b")]
    assert {one.subject for one in others} == {"Trẻ em có hoàn cảnh đặc biệt được chăm sóc, trợ giúp"}
    assert {one.quote for one in others} == {f"{_SPECIAL}; {_HELPED}"}
    assert all(one.confidence < 0.8 for one in others)


def test_those_of_the_clause_before_are_taken_up_by_a_word_that_stands_for_them() -> None:
    first, second = objectives(f"- {_SPECIAL}; số em được chăm sóc, trợ giúp đạt 95% vào năm 2025.").targets
    assert (first.measure, second.measure) == ("8a", "8b")
    assert objectives(f"- {_SPECIAL}; số hộ được chăm sóc, trợ giúp đạt 95% vào năm 2025.").targets[1].measure is None


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("Tỷ lệ trẻ em khuyết tật được đi học đạt 70%; được phục hồi chức năng: 60%", "Tỷ lệ trẻ em khuyết tật được phục hồi chức năng"),
        ("Giảm tỷ lệ trẻ em bị xâm hại còn 0,1%; được hỗ trợ, can thiệp kịp thời: 95%", "tỷ lệ trẻ em bị xâm hại được hỗ trợ, can thiệp kịp thời"),
        ("Đến năm 2025, tỷ lệ học sinh được học bơi 60%; biết bơi an toàn 50%", "tỷ lệ học sinh biết bơi an toàn"),
        ("Trẻ em bị xâm hại: dưới 4,5% tổng số trẻ em; 100% được can thiệp, hỗ trợ", "Trẻ em bị xâm hại"),
        ("100% trẻ em khuyết tật được quản lý; ít nhất 60% được phục hồi chức năng", "trẻ em khuyết tật"),
        ("80% trẻ em mồ côi được quản lý; và được nhận trợ cấp: 90%", "trẻ em mồ côi được nhận trợ cấp"),
    ],
)  # fmt: skip
def test_of_what_a_clause_says_of_its_subject_another_has_nothing(line: str, subject: str) -> None:
    found = objectives(f"- {line}.").targets
    assert len(found) == 2
    assert found[1].subject == subject


@pytest.mark.parametrize(
    "line",
    [
        f"{_SPECIAL}. Được chăm sóc, trợ giúp: 95% vào năm 2025",
        f"{_SPECIAL}; hộ nghèo được chăm sóc, trợ giúp: 95% vào năm 2025",
        f"{_SPECIAL}; được trên 95% hộ gia đình đồng thuận",
    ],
)
def test_a_sentence_and_a_clause_with_a_noun_have_a_subject_of_their_own(line: str) -> None:
    found = objectives(f"- {line}.").targets
    assert len(found) == 2
    assert "hoàn cảnh đặc biệt" not in (found[1].subject or "") + found[1].quote


@pytest.mark.parametrize(
    ("line", "values", "measure"),
    [
        ("- Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân mỗi năm 0,3%; đến năm 2030 còn dưới 6,5%.", [0.3, 6.5], "4a"),
        ("- Trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99,5% năm 2026; các năm sau 100%.", [99.5, 100], "14"),
    ],
)  # fmt: skip
def test_a_level_of_a_later_year_is_of_what_the_clause_before_measures(
    line: str, values: list[float], measure: str
) -> None:
    first, second = objectives(line).targets
    assert [first.value, second.value] == values
    assert first.measure == second.measure == measure
    assert second.quote == line.strip("- .")


def test_a_share_of_others_is_no_level_of_the_clause_before() -> None:
    first, second = objectives("- 90% trẻ em được tiêm chủng; đến năm 2030 có 40% bà mẹ được khám thai.").targets
    assert second.quote == "đến năm 2030 có 40% bà mẹ được khám thai"
    assert "tiêm chủng" in first.quote
