"""The view is as long as the text and says each thing in one way; folding for lookup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patterns import fold, groups, issuers, spelling


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Uỷ ban", "Ủy ban"), ("hoà", "hòa"), ("hoàn thành", "hoàn thành"), ("quý II", "quý II"), ("2021–2030", "2021-2030"),
        ("phần đầu", "phấn đấu"), ("l00%", "100%"), ("2O25", "2025"), ("“Đề án”", '"Đề án"'), ("phần lớn", "phần lớn"), ("l2/1.000", "12/1.000"),
        ("\u00d0ức Cơ", "Đức Cơ"), ("\u00f0ạt", "đạt"),
    ],
)  # fmt: skip
def test_view(text: str, seen: str) -> None:
    assert spelling.view(text) == seen


@pytest.mark.parametrize(
    ("name", "same"), [("Hoà Bình", "Hòa Bình"), ("Thuỷ Nguyên", "Thủy Nguyên"), ("Quý Lộc", "Quý Lộc")]
)
def test_names_in_one_spelling(name: str, same: str) -> None:
    assert spelling.one_tone(name) == same


@given(st.text(alphabet="aàáảãạoòóuùúyỳýhqtlIO0123456789%– phấnđầ"))
def test_the_view_is_as_long_as_the_text(text: str) -> None:
    assert len(spelling.view(text)) == len(text)
    assert len(fold.fold_same_length(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"), [("Đuối nước", "duoi nuoc"), ("Bà Rịa - Vũng  Tàu", "ba ria vung tau"), ("ĐẮK LẮK", "dak lak")]
)
def test_fold(text: str, folded: str) -> None:
    assert fold.fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh Bắc Giang", "Ủy ban nhân dân tỉnh Bắc Giang"),
        ("Chủ tịch UBND TP. Hải Phòng", "Uỷ ban nhân dân thành phố Hải Phòng"),
        ("TTg", "Thủ tướng Chính phủ"),
    ],
)
def test_one_issuer_in_two_spellings(one: str, other: str) -> None:
    assert issuers.identity(one) == issuers.identity(other)


def test_issuers_of_two_units_differ() -> None:
    assert issuers.identity("UBND tỉnh Bắc Giang") != issuers.identity("UBND tỉnh Bắc Ninh")


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("nội thành", "thành thị"),
        ("ở nông thôn", "nông thôn"),
        ("trẻ em gái", "nữ"),
        ("khối lớp 5", "khối lớp 5"),
        (None, None),
    ],
)
def test_groups(group: str | None, name: str | None) -> None:
    assert groups.canonical(group) == name
