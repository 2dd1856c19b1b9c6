"""What a line's end and the next line's beginning say."""

from __future__ import annotations

import pytest

from patterns import line_ends as signs


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("SENTENCE_END", ["theo quy định.", "hằng năm;", "gồm:", "thực hiện./."], ["theo quy định", "năm 2025,"]),
        ("FULL_STOP", ["theo quy định.", "thực hiện./.", "(bản sao.)"], ["hằng năm;", "gồm:"]),
        ("DANGLING", ["Sở Y tế và", "Lao động -", "Ủy ban nhân dân (", "xã,"], ["Sở Y tế", "-----", "trẻ em"]),
        ("NAME_COMES", ["phối hợp với Phòng", "Bộ trưởng", "Ban Chỉ huy"], ["Phòng Y tế", "phòng", "Sở Y tế tỉnh"]),
        ("NUMBER_COMES", ["Nghị quyết số", "Số:", "đến năm", "ngày"], ["thời số hóa", "Sở Y tế"]),
    ],
)
def test_ends(name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(signs, name)
    assert [words for words in yes if pattern.search(words) is None] == []
    assert [words for words in no if pattern.search(words) is not None] == []


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("NUMBER", ["24/2021/QH15", "IV của"], ["Quốc hội"]),
        ("REST", [", xã", "% trẻ em", "- 2030", "-CP ngày", ") của"], ["- Sở Y tế", "2030"]),
        ("LABELLED", ["Đơn vị chủ trì: Sở Y tế", "Thời gian thực hiện:"], ["lúc 7:30", "Sở Y tế chủ trì"]),
        ("OFFICE", ["Sở Y tế", "Các sở, ngành", "Công an tỉnh"], ["Phòng, chống", "Phòng thủ", "Soát xét"]),
        ("AFTER_TITLE", ["Thực hiện Kế", "Căn cứ"], ["Thực phẩm", "Chăm sóc"]),
        ("STANDS_ALONE", ["Nơi nhận:", "KT. CHỦ TỊCH", "TM. ỦY BAN", "(Đã ký)", "Số: 12"], ["Sở Y tế", "Thực hiện"]),
    ],
)
def test_beginnings(name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(signs, name)
    assert [words for words in yes if pattern.match(words) is None] == []
    assert [words for words in no if pattern.match(words) is not None] == []


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("BARE_LABEL", ["I.", "1.2", "a)", "Điều 5.", "-"], ["I. MỤC TIÊU", "Sở Y tế", "2025"]),
        ("SIGNER", ["PHÓ CHỦ TỊCH", "GIÁM ĐỐC SỞ", "Q. CHỦ TỊCH"], ["Chủ tịch tỉnh", "CHỦ TRÌ"]),
        ("OWN_LINE", ["PHỤ LỤC", "Phụ lục số 2", "BIỂU 1a"], ["PHỤ LỤC DANH MỤC"]),
    ],
)
def test_whole_lines(name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(signs, name)
    assert [words for words in yes if pattern.fullmatch(words) is None] == []
    assert [words for words in no if pattern.fullmatch(words) is not None] == []


@pytest.mark.parametrize("words", ["Sở Lao động", "Phát thanh", "giai đoạn 2021"])
def test_names_that_go_on_behind_a_dash(words: str) -> None:
    assert signs.BEFORE_DASH.search(words) is not None
    assert signs.BEFORE_DASH.search("các đơn vị") is None
