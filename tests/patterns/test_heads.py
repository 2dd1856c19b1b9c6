"""Pieces of heads and titles: what matches and what does not."""

from __future__ import annotations

import pytest

from patterns import heads, issuers, places, titles
from patterns.fold import fold_same_length


@pytest.mark.parametrize(
    ("line", "number", "year", "symbol"),
    [
        ("Số: 57/KH-UBND", "57", None, "KH-UBND"),
        ("Số 15-KH/HU", "15", None, "KH/HU"),
        ("Số: 09/2020/NQ-HĐND", "09", "2020", "NQ-HĐND"),
        ("Số:\n88/KH-UBND", "88", None, "KH-UBND"),
        ("Só: …… /KH-UBND", None, None, "KH-UBND"),
        ("Số: 2210/BYT-BMTE", "2210", None, "BYT-BMTE"),
    ],
)
def test_numbers(line: str, number: str | None, year: str | None, symbol: str) -> None:
    match = heads.NUMBER.search(line)
    assert match is not None
    assert (match["number"], match["year"], match["symbol"]) == (number, year, symbol)


@pytest.mark.parametrize("line", ["SỞ Y TẾ", "Số lượng trẻ em là 57", "Số hiệu: 57/KH-UBND", "chuyển đổi số 5 năm"])
def test_what_is_no_number(line: str) -> None:
    assert heads.NUMBER.search(line) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("CỘNG HOÀ XÃ HỘI", True),
        ("Độc lập – Tự do - Hạnh phúc", True),
        ("ĐẢNG CỘNG SẢN\nVIỆT NAM", True),
        ("Bảo đảm an sinh xã hội", False),
    ],
)
def test_mottos(words: str, found: bool) -> None:
    assert (heads.MOTTO.search(fold_same_length(words)) is not None) is found


@pytest.mark.parametrize(
    ("line", "sure", "named"),
    [
        ("KẾ HOẠCH", 2, "kế hoạch"),
        ("KÉ HOẠCH", 2, "kế hoạch"),
        ("K Ế  H O Ạ C H", 2, "kế hoạch"),
        ("KẾ HOẠCH Thực hiện công tác trẻ em", 2, "kế hoạch"),
        ("Chương trình hành động", 1, "chương trình hành động"),
        ("Kế hoạch này phổ biến đến các xã", 0, "kế hoạch"),
        ("QUYẾT ĐỊNH:", 0, "quyết định"),
        ("KẾT QUẢ", 0, None),
    ],
)
def test_types_of_documents_in_titles(line: str, sure: int, named: str | None) -> None:
    found = heads.type_at(line)
    assert (heads.names_type(line), found[0] if found is not None else None) == (sure, named)


@pytest.mark.parametrize(
    "line", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "(MẬT)", "T Ố I  M Ậ T", "ĐỘ MẬT: MẬT", "Độ mật: Tối mật"]
)
def test_stamps_of_secrecy(line: str) -> None:
    assert heads.SECRET.fullmatch(line) is not None


@pytest.mark.parametrize("line", ["Mật", "BÍ MẬT", "Độ mật: Không", "bảo đảm bí mật", "MẬT ONG", "Mật độ dân số"])
def test_what_is_no_stamp_of_secrecy(line: str) -> None:
    assert heads.SECRET.fullmatch(line) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("UBND TỈNH NAM ĐỊNH", "committee"),
        ("HỘI ĐỒNG NHÂN DÂN", "council"),
        ("SỞ Y TẾ", "department"),
        ("BỘ Y TẾ", "ministry"),
        ("BỘ CHỈ HUY QUÂN SỰ TỈNH", "department"),
        ("VĂN PHÒNG CHÍNH PHỦ", "ministry"),
        ("CHÍNH PHỦ", "government"),
        ("HUYỆN ỦY BẢO LÂM", "party"),
        ("ĐẢNG ỦY XÃ LAO BẢO", "party"),
        ("HỘI NÔNG DÂN VIỆT NAM", "organisation"),
        ("TỈNH ĐOÀN NAM ĐỊNH", "organisation"),
        ("CÔNG TY CỔ PHẦN AN PHÚ", None),
    ],
)
def test_kinds_of_bodies(name: str, kind: str | None) -> None:
    assert issuers.body_kind(name) == kind


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("UBND PHƯỜNG 7 QUẬN TÂN BÌNH", ["PHƯỜNG", "QUẬN"]),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", []),
        ("PHÁT TRIỂN XÃ HỘI SỐ TRÊN ĐỊA BÀN TỈNH NAM ĐỊNH", ["TỈNH"]),
        ("UBND XÃ HỘI SƠN", ["XÃ"]),
        ("HUYỆN ỦY BẢO LÂM", []),
    ],
)
def test_types_of_units_in_capitals(words: str, types: list[str]) -> None:
    assert [match["type"] for match in places.UNIT_TYPE.finditer(words)] == types


def test_names_in_a_title_in_capitals() -> None:
    said = titles.with_names("triển khai quyết định số 1863/QĐ-TTg của thủ tướng chính phủ")
    assert said == "triển khai Quyết định số 1863/QĐ-TTg của Thủ tướng Chính phủ"
