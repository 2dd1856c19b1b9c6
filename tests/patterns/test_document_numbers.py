"""Numbers of documents of all kinds, and the numbers that are none."""

from __future__ import annotations

import pytest

from patterns import document_numbers


@pytest.mark.parametrize(
    ("number", "doc_type"),
    [
        ("23/QĐ-TTg", "QĐ"), ("56/2017/NĐ-CP", "NĐ"), ("102/2016/QH13", "L"), ("20-CT/TW", "CT"), ("122-KH/TU", "KH"),
        ("488/UBND-KVGX", "CV"), ("636/LĐTBXH-TE", "CV"), ("52/KH-UBND", "KH"), ("14/2020/TT-BLĐTBXH", "TT"),
        ("05-KH/BCĐTW", "KH"), ("16/NQ-HĐND", "NQ"), ("20-KH/BCĐ57", "KH"), ("41-QĐi/TU", "QyĐ"), ("8935/BNV-CTTN&BĐG", "CV"),
        ("01/2022/TTLT-VKSNDTC-TANDTC-BCA-BTP-BLĐTBXH", "TTLT"), ("12/VP.UBND-VX", "CV"), ("100/KH-BCĐ389/ĐP", "KH"),
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
    ("printed", "number"),
    [
        ("27/NQ- TW", "27/NQ-TW"), ("71/NQ -CP", "71/NQ-CP"), ("23/QĐ - TTg", "23/QĐ-TTg"), ("22/2023/QĐ-\nUBND", "22/2023/QĐ-UBND"),
        ("20 CT/TW", "20-CT/TW"), ("23QĐ-TTg", "23/QĐ-TTg"), ("23/QĐ-TTg1", "23/QĐ-TTg"), ("12 /KH-UBND", "12/KH-UBND"),
    ],
)  # fmt: skip
def test_a_broken_number_is_written_whole(printed: str, number: str) -> None:
    match = document_numbers.number_at(printed + " ngày", 0, len(printed) + 5)
    assert match is not None
    assert match.group() == printed
    assert document_numbers.written(printed) == number


def test_a_dash_behind_a_number_does_not_go_on() -> None:
    words = "12/KH-UBND - UBND tỉnh"
    match = document_numbers.number_at(words, 0, len(words))
    assert match is not None
    assert match.group() == "12/KH-UBND"
