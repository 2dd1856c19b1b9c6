"""What a file is: plans, reports, letters, allocations, resolutions, and what is no document of an office."""

from __future__ import annotations

import pytest

from tests.plans import TAIL, read

_HEAD = "ỦY BAN NHÂN DÂN\nTỈNH CAO LÃNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
_DATE = "Cao Lãnh, ngày 14 tháng 10 năm 2023\n"
_ARTICLES = (
    "ỦY BAN NHÂN DÂN TỈNH CAO LÃNH\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nQUYẾT ĐỊNH:\nĐiều 1. "
)


def _document(number: str, title: str, body: str) -> str:
    return f"{_HEAD}Số: {number}\n{_DATE}{title}\n{body}{TAIL}"


@pytest.mark.parametrize(
    ("genre", "text"),
    [
        ("plan", _document("7/KH-UBND", "KẾ HOẠCH\nBảo vệ trẻ em năm 2024", "I. MỤC TIÊU\n- 90% trẻ em được khám.")),
        ("plan", _document("7/ĐA-UBND", "ĐỀ ÁN\nDạy bơi cho trẻ em", "I. MỤC TIÊU\n- 90% trẻ em biết bơi.")),
        ("plan", _document("8/QĐ-UBND", "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch dạy bơi năm 2024", f"{_ARTICLES}Ban hành Kế hoạch.")),
        ("plan", _document("8/QĐ-UBND", "QUYẾT ĐỊNH\nPHÊ DUYỆT ĐỀ ÁN DẠY BƠI CHO TRẺ EM", f"{_ARTICLES}Phê duyệt Đề án.")),
        ("allocation", _document("9/QĐ-UBND", "QUYẾT ĐỊNH\nVề việc giao chỉ tiêu kế hoạch năm 2024", f"{_ARTICLES}Giao chỉ tiêu.")),
        ("allocation", _document("9/QĐ-UBND", "QUYẾT ĐỊNH\nPhân bổ kinh phí năm 2024", f"{_ARTICLES}Phân bổ.")),
        ("letter", _document("9/QĐ-UBND", "QUYẾT ĐỊNH\nVề việc kiện toàn Ban Chỉ đạo thực hiện Chương trình dạy bơi", f"{_ARTICLES}Kiện toàn.")),
        ("letter", _document("9/CT-UBND", "CHỈ THỊ\nVề tăng cường phòng, chống đuối nước", "1. Sở Y tế bảo đảm 100% trạm có thuốc.")),
        ("letter", _document("9/TB-UBND", "THÔNG BÁO\nKết luận cuộc họp", "1. Sở Y tế bảo đảm 100% trạm có thuốc.")),
        ("resolution", _document("9/NQ-HĐND", "NGHỊ QUYẾT\nVề Chương trình bảo vệ trẻ em", "Điều 1. Thông qua Chương trình.")),
        ("report", _document("9/BC-UBND", "BÁO CÁO\nKết quả công tác trẻ em năm 2023", "I. KẾT QUẢ\n- 93% trẻ em được khám.")),
        ("other", "Bài văn tả con mèo\nNhà em có nuôi một con mèo. Nó ăn 90% phần cơm.\nEm rất yêu nó."),
        ("other", "KẾ HOẠCH BÀI DẠY\nMôn: Toán\nI. MỤC TIÊU\n1. Kiến thức: học sinh biết cộng.\n2. Năng lực: tự học."),
        ("plan", "| TT | Chỉ tiêu | ĐVT | 2026 |\n| --- | --- | --- | --- |\n| 1 | Tỷ lệ trẻ em được khám | % | 95 |"),
        ("other", "| TT | Họ tên | Ngày sinh |\n| --- | --- | --- |\n| 1 | A | 2001 |"),
        ("plan", "I. MỤC TIÊU\n- 90% trẻ em được khám.\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Chủ trì thực hiện."),
    ],
)  # fmt: skip
def test_genre(genre: str, text: str) -> None:
    assert read(text).document.genre == genre


def test_figures_of_reports_and_letters_are_no_targets() -> None:
    body = "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Tỷ lệ trẻ em được khám đạt 93%."
    assert read(_document("9/BC-UBND", "BÁO CÁO\nKết quả công tác trẻ em năm 2023", body)).targets == ()
    assert read(_document("9/TB-UBND", "THÔNG BÁO\nKết luận cuộc họp", body)).targets == ()
    assert len(read(_document("9/KH-UBND", "KẾ HOẠCH\nCông tác trẻ em năm 2023", body)).targets) == 1
