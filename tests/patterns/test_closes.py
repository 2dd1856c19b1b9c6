"""The close of a document: offices, names, signatures, recipients."""

from __future__ import annotations

import pytest

from patterns import closes


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("OFFICES", ["PHÓ CHỦ TỊCH", "Q. GIÁM ĐỐC", "TRƯỞNG PHÒNG"], ["CHỦ TRÌ", "PHÒNG Y TẾ"]),
        ("NO_NAME", ["TM. ỦY BAN", "T/M Ủy ban", "(Đã ký)", "SỞ Y TẾ"], ["Nguyễn Văn An"]),
        ("SIGNATURE_BESIDE", ["- Lưu: VT. CHỦ TỊCH", "- UBND huyện; KT. GIÁM ĐỐC"], ["- Chủ tịch huyện", "- Lưu: VT."]),
        ("HEAD_OR_CLOSE", ["CỘNG HÒA", "Dộc lập Số: 5", "Nơi nhận:", "TM. ỦY BAN"], ["Số lượng trẻ em"]),
        ("IN_COLUMNS", ["Noi nhận:", "KT. CHỦ TỊCH", "GIÁM ĐỐC"], ["Chủ tịch tỉnh"]),
        ("CLOSES_TABLE", ["nơi nhận:", "x\ntm. ủy ban"], ["chủ tịch"]),
        ("CLOSE_OF_PAGE", ["noi nhân", "kt. chủ tịch"], ["nơi nhậnra", "chủ tịch"]),
    ],
)
def test_found_in_a_line(name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(closes, name)
    assert [words for words in yes if pattern.search(words) is None] == []
    assert [words for words in no if pattern.search(words) is not None] == []


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("NAME", ["Nguyễn Văn An", "PGS.TS. Trần Thị Bình", "LÊ VĂN CƯỜNG"], ["An", "Nguyễn Văn An, Chủ tịch"]),
        ("ON_BEHALF", ["TM. ỦY BAN", "K/T CHỦ TỊCH"], ["TM. ủy ban", "ỦY BAN"]),
        ("RECIPIENTS", ["nơi nhận:"], ["gửi nơi nhận"]),
        ("RECIPIENTS_READ", ["noi nhân:"], ["gửi nơi nhận"]),
        ("RECIPIENTS_HEAD", ["Nơi nhận:", "NƠI NHẬN"], ["- Nơi nhận"]),
        ("RECIPIENT", ["- Sở Y tế;", "Nơi nhận:"], ["Sở Y tế;"]),
        ("SIGNATURE", ["tm. ủy ban", "k/t chủ tịch", "phó chủ tịch"], ["chủ tịchh", "sở y tế"]),
        ("SIGNED", ["(Đã ký)", "(ký tên, đóng dấu)"], ["Nguyễn Văn Ký"]),
    ],
)
def test_begins_a_line(name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(closes, name)
    assert [words for words in yes if pattern.match(words) is None] == []
    assert [words for words in no if pattern.match(words) is not None] == []


@pytest.mark.parametrize(
    "words",
    ["TM. ỦY BAN", "KT. CỤC TRƯỞNG", "TUQ. BỘ TRƯỞNG", "TL . CHỦ TỊCH", "K/T CHỦ TỊCH", "T/L. GIÁM ĐỐC", "Q. GIÁM ĐỐC"],
)
def test_on_whose_behalf_one_signs_is_read_alike_everywhere(words: str) -> None:
    for name in ("NO_NAME", "ON_BEHALF", "HEAD_OR_CLOSE", "IN_COLUMNS"):
        assert getattr(closes, name).search(words) is not None, name
    for name in ("SIGNATURE", "CLOSE_OF_PAGE", "CLOSES_TABLE"):
        assert getattr(closes, name).search(words.lower()) is not None, name


def test_a_district_is_no_signature() -> None:
    assert closes.CLOSE_OF_PAGE.search("q. tân bình") is None
