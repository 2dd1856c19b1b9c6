"""What portals put around a document, and how they run its head together."""

from __future__ import annotations

import pytest

from patterns import portals


@pytest.mark.parametrize(
    "line", ["Văn bản liên quan", "**Tải về**", "Hỏi đáp", "Thưa Quý khách,", "Tình trạng: Đã biết"]
)
def test_lines_of_a_portal(line: str) -> None:
    assert portals.is_portals(line)


@pytest.mark.parametrize("line", ["Tỷ lệ trẻ em", "I. MỤC TIÊU", "Hỏi đáp " + "về trẻ em " * 12])
def test_lines_of_a_document(line: str) -> None:
    assert not portals.is_portals(line)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH BÌNH MINH -------", ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH MINH", ""]),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập"]),
        ("Nơi nhận: - Như trên; - Lưu: VT.", ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]),
        ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Thị Mẫu", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Mẫu"]),
        ("SỞ Y TẾ", ["SỞ Y TẾ"]),
    ],
)
def test_lines_that_were_run_together(words: str, parts: list[str]) -> None:
    assert portals.PARTS.split(words) == parts


def test_a_card_has_several_labels() -> None:
    assert portals.is_card(["Số hiệu:", "12/KH-UBND", "**Người ký:**", "A", "Ngày ban hành:", "B"])
    assert not portals.is_card(["TT", "Nội dung", "Địa chỉ"])


def test_the_motto_and_the_close() -> None:
    assert portals.MOTTO.search("CỘNG\nHÒA XÃ\nHỘI") is not None
    assert portals.MOTTO.search("Cộng đồng") is None
    assert portals.CLOSE.match("**TM. ỦY BAN") is not None
    assert portals.CLOSE.match("Sở Y tế") is None
