"""Text: words in reading order, cut sentences rejoined, every character with its way back to the source."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from extract import readers
from extract.structure import text
from extract.structure.text import Text
from tests.conftest import PLANS, ROOT


def build(raw: str, *, markdown: bool = False) -> Text:
    return text.from_string(raw, markdown=markdown)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Sở Y tế.\nSở Tư pháp.", "Sở Y tế.\nSở Tư pháp."),
        ("- Một;\n- Hai.", "- Một;\n- Hai."),
        ("hai  ba\u00a0bốn", "hai ba bốn"),
        ("I. MỤC TIÊU\nGiảm số trẻ em.", "I. MỤC TIÊU\nGiảm số trẻ em."),
    ],
)
def test_lines_become_paragraphs(raw: str, words: str) -> None:
    assert build(raw).text == words


# What tells a reader how wide the lines of a file are.
_LONG_LINES = "Sở Y tế chủ trì, phối hợp với các sở, ngành liên quan triển khai các nội dung.\n" * 6


def test_a_sentence_cut_by_a_page_break_is_rejoined_and_the_page_number_dropped() -> None:
    raw = (
        _LONG_LINES
        + "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao xây dựng\n\n2\n\f\nkế hoạch và tổ chức thực hiện nghiêm túc."
    )
    built = text.build(readers.read(raw.encode()))
    assert built.text.endswith(
        "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao xây dựng kế hoạch và tổ chức thực hiện nghiêm túc."
    )


@pytest.mark.parametrize(
    "mark", ["--- PAGE BREAK ---", "=== Trang 3/10 ===", "<!-- page 3 -->", "[Trang 3]", "--- Ngắt trang ---"]
)
def test_what_programs_write_between_two_pages_is_no_line(mark: str) -> None:
    raw = f"{_LONG_LINES}Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao xây dựng\n\n{mark}\n\n3\n\nkế hoạch và thực hiện."
    built = text.build(readers.read(raw.encode()))
    assert built.text.endswith("nhiệm vụ được giao xây dựng kế hoạch và thực hiện.")


def test_first_lines_that_are_set_in_tell_where_paragraphs_begin() -> None:
    item = "    - Tỷ lệ trẻ em có hoàn cảnh đặc biệt được chăm sóc, trợ giúp, nuôi dưỡng,\nphục hồi chức năng đạt mức của toàn tỉnh.\n"
    raw = (
        item * 8
        + "    - Hạ tỷ lệ trẻ em bị xâm hại trên tổng số trẻ em của toàn tỉnh xuống\n4% vào năm 2025; ban hành Chỉ thị số 20-CT/TW ngày\n05 tháng 11 năm 2012.\n    Đoạn khác."
    )
    *_, last, other = text.build(readers.read(raw.encode())).text.split("\n")
    assert last.endswith("xuống 4% vào năm 2025; ban hành Chỉ thị số 20-CT/TW ngày 05 tháng 11 năm 2012.")
    assert other == "Đoạn khác."


def test_lines_that_were_wrapped_by_hand_go_on_although_a_short_word_had_room() -> None:
    raw = (
        "- Tuyên truyền cho cha mẹ, người chăm sóc về quyền trẻ em; kiểm tra các cơ sở\ntrợ giúp trẻ em trên địa bàn, nhất là ở những nơi xa trung tâm của xã và các\nthôn.\n"
        * 6
        + "- Tỷ suất trẻ em bị tai nạn thương tích dưới 480/100.000 trẻ em; không quá\n01 em tử vong do đuối nước trong các hồ, đập, sông và suối của xã trong năm nay.\n"
        + "- Thống kê số trẻ em bị tai nạn, thương tích; gửi số liệu hằng tháng cho Phòng\nVăn hóa - Xã hội.\nYêu cầu các thôn thực hiện."
    )
    *_, rate, figures, closing = text.build(readers.read(raw.encode())).text.split("\n")
    assert "không quá 01 em tử vong" in rate
    assert figures.endswith("cho Phòng Văn hóa - Xã hội.")
    assert closing == "Yêu cầu các thôn thực hiện."


def test_a_span_of_years_cut_at_its_dash_is_no_page_number() -> None:
    raw = _LONG_LINES + "Thực hiện Chương trình hành động quốc gia vì trẻ em giai đoạn 2021\n- 2030\n"
    assert text.build(readers.read(raw.encode())).text.endswith("giai đoạn 2021 - 2030")


def test_an_item_cut_after_a_semicolon_by_a_page_break_goes_on() -> None:
    raw = _LONG_LINES + "b) Vận động học sinh đi học chuyên cần;\n\n3\n\f\nlồng ghép giáo dục kỹ năng sống."
    assert text.build(readers.read(raw.encode())).text.endswith("đi học chuyên cần; lồng ghép giáo dục kỹ năng sống.")


def test_marks_of_markdown_go_and_the_numbers_inside_them_stay() -> None:
    built = build("## I. CĂN CỨ\n\nQuyết định số **23/QĐ-TTg** ngày 07/01/2021", markdown=True)
    assert built.text == "I. CĂN CỨ\nQuyết định số 23/QĐ-TTg ngày 07/01/2021"
    start = built.text.index("23/QĐ")
    assert "".join(built.source.raw[a:b] for a, b in built.raw_ranges(start, start + 9)) == "23/QĐ-TTg"


def test_emphasis_comes_in_pairs() -> None:
    assert build("_Phụ lục_ kèm theo; Lưu: VT, VX_(VA).", markdown=True).text == "Phụ lục kèm theo; Lưu: VT, VX_(VA)."


def test_decomposed_letters_are_composed() -> None:
    built = build(unicodedata.normalize("NFD", "Tỷ lệ trẻ em"))
    assert built.text == "Tỷ lệ trẻ em"
    assert built.source.raw[slice(*built.raw_ranges(0, 2)[0])] == unicodedata.normalize("NFD", "Tỷ")


_FILES = [
    *sorted(PLANS.glob("*.txt")),
    *sorted((ROOT / "tests/data").glob("*/*.txt")),
    *sorted((ROOT / "tests/data/formats").glob("*.docx")),
]


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_the_map_leads_from_every_word_to_the_same_word_of_the_source(path: Path) -> None:
    built = text.build(readers.read(path.read_bytes(), path.name))
    assert unicodedata.is_normalized("NFC", built.text)
    for start in range(0, len(built.text), 97):
        end = min(start + 40, len(built.text))
        words = built.text[start:end]
        raw = "".join(built.source.raw[a:b] for a, b in built.raw_ranges(start, end))
        assert _letters(words) == _letters(unicodedata.normalize("NFC", raw).replace("<br>", " "))


def _letters(words: str) -> str:
    """Letters and digits alone: marks of tables and Markdown are no words."""
    return "".join(character for character in words if character.isalnum())


def test_the_view_that_patterns_read_is_as_long_as_the_text() -> None:
    for path in _FILES:
        built = text.build(readers.read(path.read_bytes(), path.name))
        assert len(built.view) == len(built.text) == len(built.lower)


def test_a_quote_of_which_a_part_was_recognised_comes_from_recognition() -> None:
    source = replace(readers.read("Tỷ lệ đạt\n90% số xã.".encode()), ocr_ranges=((10, 13),))
    built = text.build(source)
    at = built.text.index("90%")
    assert source.raw[10:13] == built.text[at : at + 3] == "90%"
    assert [built.is_ocr(*span) for span in ((0, at), (0, len(built.text)), (at, at + 3), (at + 3, at + 9))] == [
        False, True, True, False,
    ]  # fmt: skip
