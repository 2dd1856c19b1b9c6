"""Numbers of documents of all kinds, and the numbers that are none; laws by name."""

from __future__ import annotations

import pytest

from patterns import document_numbers, law_names, spelling


@pytest.mark.parametrize(
    ("number", "doc_type"),
    [
        ("23/QĐ-TTg", "QĐ"), ("56/2017/NĐ-CP", "NĐ"), ("102/2016/QH13", "L"), ("20-CT/TW", "CT"), ("122-KH/TU", "KH"),
        ("488/UBND-KVGX", "CV"), ("636/LĐTBXH-TE", "CV"), ("52/KH-UBND", "KH"), ("14/2020/TT-BLĐTBXH", "TT"),
        ("05-KH/BCĐTW", "KH"), ("16/NQ-HĐND", "NQ"),
    ],
)  # fmt: skip
def test_numbers_and_what_their_symbols_say(number: str, doc_type: str) -> None:
    words = f"số {number} ngày 07/01/2021"
    match = document_numbers.number_at(words, 3, len(words))
    assert match is not None
    assert match.group() == number
    assert document_numbers.type_of_symbol(number) == doc_type


@pytest.mark.parametrize(
    "words", ["10/10 xã", "550/100.000 trẻ em", "05/4/2016", "3/4.000", "24/7", "0987/654.321", "2021-2030"]
)
def test_what_is_no_number_of_a_document(words: str) -> None:
    assert document_numbers.number_at(words, 0, len(words)) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Luật Trẻ em năm 2016", "Luật Trẻ em"),
        ("Luật Hôn nhân và gia đình", "Luật Hôn nhân và gia đình"),
        ("Luật Phòng, chống mua bán người.", "Luật Phòng, chống mua bán người"),
    ],
)
def test_laws_by_name(words: str, name: str) -> None:
    view = spelling.view(words)
    found = law_names.law_at(view, spelling.lower(view), 0, len(view))
    assert found is not None
    assert words[: found[1]] == name


@pytest.mark.parametrize("words", ["Luật sư", "Luật pháp hiện hành", "Luật gia"])
def test_what_is_no_law(words: str) -> None:
    view = spelling.view(words)
    assert law_names.law_at(view, spelling.lower(view), 0, len(view)) is None
