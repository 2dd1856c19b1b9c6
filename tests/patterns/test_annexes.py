"""Annexes and numbers of pages: what heads or names one, and what does not."""

from __future__ import annotations

import pytest

from patterns import annexes, pages


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("FORM", ["PHỤ LỤC 1", "- Mẫu số 2", "Biểu 3"], ["Phụ huynh", "theo Phụ lục"]),
        ("TITLE", ["phụ lục 02", "danh mục dự án", "mẫu số 1"], ["theo phụ lục", "biểu dương"]),
        ("HEADING", ["PHỤ LỤC I", "DANH MỤC"], ["Danh mục", "BIỂUX"]),
        (
            "HEADS_ANNEX",
            ["## Mục tiêu", "(Ban hành kèm theo Kế hoạch số 5)", "(Kèm theo Công văn"],
            ["kèm theo Kế hoạch"],
        ),
    ],
)
def test_annexes(name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(annexes, name)
    found = pattern.search if name == "HEADS_ANNEX" else pattern.match
    assert [words for words in yes if found(words) is None] == []
    assert [words for words in no if found(words) is not None] == []


def test_numbers_of_pages() -> None:
    for words in ("12", "- 3 -", "Trang 4/12", "trang 4"):
        assert pages.PAGE_NUMBER.fullmatch(words) is not None, words
        assert pages.PAGE_NUMBER_OF_TEXT.fullmatch(words) is not None, words
    assert pages.PAGE_NUMBER_OF_TEXT.fullmatch("- 2030") is None  # the rest of `2021 - 2030`
    assert pages.PAGE_NUMBER.fullmatch("Điều 4") is None
