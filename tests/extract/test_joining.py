"""Where a line goes on and where a paragraph ends: portals break lines anywhere, and language decides as well as width."""

from __future__ import annotations

import pytest

from extract import readers
from extract.structure import text


def paragraphs(raw: str) -> list[str]:
    return text.build(readers.read(raw.encode())).text.split("\n")


# What tells a reader that a file sets its paragraphs apart and breaks its lines.
_DUMP = (
    "**I. MỤC\nTIÊU**\n\n- Rà soát các nhóm trẻ ở khu\ncông nghiệp và báo cáo kết quả.\n\n"
    "- Nâng cao kiến thức của cha mẹ và người\nchăm sóc trẻ.\n\n**1. Sở Y\ntế**\n\n"
)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Nghị quyết số\n24/2021/QH15", "Nghị quyết số 24/2021/QH15"),
        ("Bình Minh, ngày\n05 tháng 3 năm 2026", "Bình Minh, ngày 05 tháng 3 năm 2026"),
        ("Số:\n88/KH-UBND", "Số: 88/KH-UBND"),
        ("**V. TỔ CHỨC\nTHỰC HIỆN**", "V. TỔ CHỨC THỰC HIỆN"),
        ("**III.\nPHÁT TRIỂN HẠ TẦNG**", "III. PHÁT TRIỂN HẠ TẦNG"),
        ("**Điều 2.****\n**Quyết định này có hiệu lực.", "Điều 2. Quyết định này có hiệu lực."),
        ("**5. **100% trẻ em trong diện\nBảo trợ.", "5. 100% trẻ em trong diện Bảo trợ."),
        ("- Giao cho Bộ\nChính trị theo dõi.", "- Giao cho Bộ Chính trị theo dõi."),
        ("Chương trình giai đoạn 2021\n- 2030 của tỉnh", "Chương trình giai đoạn 2021 - 2030 của tỉnh"),
        ("**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (
            "- Tuyên truyền rộng rãi trong toàn tỉnh.\nTổ chức lễ phát động hằng năm.",
            "- Tuyên truyền rộng rãi trong toàn tỉnh. Tổ chức lễ phát động hằng năm.",
        ),
    ],
)
def test_in_a_dump_with_blank_lines_nothing_else_ends_a_paragraph(cut: str, whole: str) -> None:
    assert paragraphs(f"{_DUMP}{cut}\n")[-1] == whole


@pytest.mark.parametrize(
    "lines",
    [
        "**ỦY BAN NHÂN DÂN**\nTỈNH BÌNH MINH",
        "**1. Mục đích**\nNâng cao nhận thức của cộng đồng.",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
        "**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\nNguyễn Thị Mẫu",
        "**KẾ HOẠCH**\nCHĂM SÓC TRẺ EM NĂM 2026",
        "**PHỤ LỤC I\nDANH MỤC NHIỆM VỤ**",
        "Đơn vị chủ trì: Sở Y tế.\nĐơn vị phối hợp: Sở Tư pháp.",
        "(Đã ký)\nNguyễn Thị Mẫu",
    ],
)
def test_lines_of_a_dump_that_stand_for_themselves(lines: str) -> None:
    whole = lines.replace("**", "")
    assert "\n".join(paragraphs(f"{_DUMP}{lines}\n")).endswith(f"\n{whole}")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Thực hiện Nghị quyết số\n\n24/2021/QH15 của Quốc hội", "Thực hiện Nghị quyết số 24/2021/QH15 của Quốc hội"),
        ("Chương trình hành động của\n\nBộ Y tế", "Chương trình hành động của Bộ Y tế"),
        ("Tổ chức Tháng hành động vì trẻ em trên\n\nđịa bàn", "Tổ chức Tháng hành động vì trẻ em trên địa bàn"),
        ("**V. TỔ CHỨC\n\nTHỰC HIỆN**", "V. TỔ CHỨC THỰC HIỆN"),
    ],
)
def test_a_blank_line_inside_a_sentence_ends_nothing(cut: str, whole: str) -> None:
    assert paragraphs(f"I. MỤC TIÊU\n\n{cut}\n")[-1] == whole


def test_each_line_of_an_unwrapped_text_is_a_paragraph() -> None:
    raw = "Trang chủ\nVăn bản pháp luật\n\nI. MỤC TIÊU\n\n1. Sở Y tế\n\n2. Sở Tư pháp\n\n3. Công an tỉnh\nSở Xây dựng\n"
    assert paragraphs(raw) == [line for line in raw.split("\n") if line]


def test_a_slip_of_emphasis_joins_nothing() -> None:
    raw = f"{_DUMP}**1. Sở Nội vụ theo dõi\n\n2. Sở Tài chính bố trí kinh phí\n\nNguồn kinh phí khác\n"
    assert paragraphs(raw)[-3:] == ["1. Sở Nội vụ theo dõi", "2. Sở Tài chính bố trí kinh phí", "Nguồn kinh phí khác"]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff"])
def test_characters_that_are_not_seen_part_no_number(unseen: str) -> None:
    assert paragraphs(f"Tỷ lệ tr{unseen}ẻ em đạt 9{unseen}8,5%.") == ["Tỷ lệ trẻ em đạt 98,5%."]


def test_a_space_of_no_width_still_parts_two_words() -> None:
    assert paragraphs("Sở Y tế,\u200bSở Tư pháp\u200bHuyện") == ["Sở Y tế, Sở Tư pháp Huyện"]


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        (  # a lead-in behind an item leads in the next ones
            "- Tỷ lệ hộ nghèo tối đa 7,6%.\nĐến năm 2030:\n- Tỷ lệ che phủ rừng đạt 50%.",
            ["- Tỷ lệ hộ nghèo tối đa 7,6%.", "Đến năm 2030:", "- Tỷ lệ che phủ rừng đạt 50%."],
        ),
        (  # a dash behind a year begins an item unless a year follows it
            "2. Mục tiêu cụ thể đến năm 2027\n- Đến năm 2027, tỷ lệ tiêm chủng đạt 95%.",
            ["2. Mục tiêu cụ thể đến năm 2027", "- Đến năm 2027, tỷ lệ tiêm chủng đạt 95%."],
        ),
        ("2. Mục tiêu giai đoạn 2021\n- 2030", ["2. Mục tiêu giai đoạn 2021 - 2030"]),
        (  # a star that begins an item of Markdown is its sign
            "**II. MỤC TIÊU**\n\n* Từng bước hình thành *thói quen* đọc sách.\n* Mở lớp.",
            ["II. MỤC TIÊU", "* Từng bước hình thành thói quen đọc sách.", "* Mở lớp."],
        ),
    ],
)
def test_items_and_what_leads_them_in_stand_apart(raw: str, lines: list[str]) -> None:
    assert text.build(readers.read(raw.encode())).text.split("\n") == lines
