"""Comments of several agencies, read out of Word files and put together; nothing is lost, what is not understood is told."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
import pytest

from db.letters import collected, collection, letter, received
from db.letters.collected import Collected
from tests.db.letters import reading
from tests.db.letters.test_letter import DRAFT, FOUND, SENDER

TEXT = "I. MỤC TIÊU\n2. Mục tiêu cụ thể\na) Giảm suy dinh dưỡng xuống dưới 10% vào năm 2025.\nb) Giảm đuối nước 5% vào năm 2025."
ISSUED_WITH = "(Kèm theo Công văn số 77/STP-XDKT ngày 01 tháng 3 năm 2024 của Sở Tư pháp)"


def word_file(head: Sequence[str], *rows: Sequence[str], before: Sequence[str] = ()) -> bytes:
    document = docx.Document()
    for line in before:
        document.add_paragraph(line)
    if head:
        table = document.add_table(rows=0, cols=len(head))
        for row in (head, *rows):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def own() -> bytes:
    """A letter that the program wrote."""
    out = io.BytesIO()
    letter.write(DRAFT, FOUND, SENDER, letter.Details(), out)
    return out.getvalue()


JUSTICE = word_file(
    ["TT", "Điều, khoản", "Nội dung dự thảo", "Nội dung đề nghị sửa đổi, bổ sung", "Lý do", "Mức độ"],
    ["1", "Điểm b khoản 2 Mục I", "Giảm đuối nước 5% vào năm 2025", "Nêu số liệu gốc", "Khó đánh giá", "cao"],
    ["2", "Mục II", "", "Bổ sung nguồn lực", "", ""],
    ["3", "Mục III", "Tổ chức thực hiện", "", "", ""],
    before=["SỞ TƯ PHÁP", "V/v góp ý dự thảo Kế hoạch thực hiện công tác trẻ em năm 2024", ISSUED_WITH],
)
COMMUNES = word_file(
    ["STT", "Đơn vị góp ý", "Nội dung góp ý", "Giải trình"],
    ["1", "UBND xã Cao Thượng", "Nhất trí với dự thảo", ""],
    ["2", "UBND xã Ngọc Thiện", "Mục I.2.b: giảm chỉ tiêu", "Giữ nguyên"],
)


def together(*files: tuple[str, bytes], text: str = "") -> Collected:
    return collected.collect([received.read(name, data) for name, data in files], text)


def said(found: Collected) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [(spot.place, spot.text, [(one.agency, one.opinion) for one in spot.comments]) for spot in found.spots]


def test_a_letter_of_the_program_is_read_back_whole() -> None:
    found = received.read("so-y-te.docx", own())
    assert found.problems == []
    assert found.about == "dự thảo Kế hoạch thực hiện công tác trẻ em năm 2024"
    assert [(one.agency, one.place, one.text) for one in found.comments] == [
        ("Sở Y tế", "Toàn văn bản", ""),
        ("Sở Y tế", "Mục I.2", "câu của weaker-than-national"),
        ("Sở Y tế", "Trang 3", "câu của citation-date"),
    ]
    assert found.comments[1].opinion == (
        "Đề nghị kiểm tra lại số liệu.\nĐề nghị giải trình: Câu về weaker-than-national.\nCăn cứ, lý do: Quyết định 23/QĐ-TTg."
    )


def test_tables_of_other_agencies_are_read_with_all_their_columns() -> None:
    first, second = received.read("stp.docx", JUSTICE).comments
    assert (first.agency, first.place, first.text) == (
        "Sở Tư pháp",
        "Điểm b khoản 2 Mục I",
        "Giảm đuối nước 5% vào năm 2025",
    )
    assert first.opinion == "Nêu số liệu gốc\nCăn cứ, lý do: Khó đánh giá\nMức độ: cao"
    assert (second.place, second.opinion) == ("Mục II", "Bổ sung nguồn lực")
    communes = received.read("cac-xa.docx", COMMUNES).comments
    assert [(one.agency, one.place, one.reply) for one in communes] == [
        ("UBND xã Cao Thượng", "", ""), ("UBND xã Ngọc Thiện", "Mục I.2.b", "Giữ nguyên"),
    ]  # fmt: skip


def test_a_row_or_file_that_is_not_understood_is_told() -> None:
    prose = word_file([], before=["Hội Phụ nữ nhất trí với dự thảo."])
    other = word_file(["TT", "Hoạt động", "Kinh phí"], ["1", "Hội nghị", "10 triệu"], before=["Dự toán"])
    found = together(
        ("stp.docx", JUSTICE), ("hoi.docx", prose), ("du-toan.docx", other), ("hong.docx", b"PK\x03\x04 hong")
    )
    told = [(one.file, one.row, one.words) for one in found.problems]
    assert told == [
        ("stp.docx", 4, "3 | Mục III | Tổ chức thực hiện"),
        ("hoi.docx", None, ""),
        ("du-toan.docx", None, ""),
        ("du-toan.docx", 1, "TT | Hoạt động | Kinh phí"),
        ("hong.docx", None, ""),
    ]  # fmt: skip
    assert all(one.why_vi and one.why_en for one in found.problems)


def test_a_file_that_does_not_say_whose_it_is_says_so() -> None:
    nameless = word_file(["Mục", "Ý kiến góp ý"], ["I", "Bổ sung căn cứ"])
    found = received.read("thu-muc/phong-a.docx", nameless)
    assert [one.agency for one in found.comments] == ["phong-a"]
    assert [one.why_vi for one in found.problems] == ["không rõ cơ quan góp ý; lấy tên tệp"]


def test_comments_on_one_place_stand_together_in_the_order_of_the_draft() -> None:
    wounds = word_file(
        ["Mục, trang", "Nội dung dự thảo", "Ý kiến góp ý"],
        ["", "“Giảm đuối nước 5%  vào năm 2025.”", "Cụ thể theo xã"],
        ["Mục I.2.a", "Giảm suy dinh dưỡng xuống dưới 10% vào năm 2025", "Đề nghị dưới 9%"],
        ["", "Giảm đuối nước 6% vào năm 2025", "Câu khác"],
        before=["(Kèm theo Công văn số 5/CAT ngày 02 tháng 3 năm 2024 của Công an tỉnh)"],
    )
    found = together(("ca.docx", wounds), ("stp.docx", JUSTICE), ("xa.docx", COMMUNES), text=TEXT)
    assert [(place, [agency for agency, _ in comments]) for place, _, comments in said(found)] == [
        ("Ý kiến chung", ["UBND xã Cao Thượng"]),
        ("Mục I.2.a", ["Công an tỉnh"]),
        ("Mục I.2.b", ["UBND xã Ngọc Thiện"]),
        ("Điểm b khoản 2 Mục I", ["Công an tỉnh", "Sở Tư pháp"]),
        ("Mục II", ["Sở Tư pháp"]),
        ("", ["Công an tỉnh"]),
    ]
    assert found.agencies == {"Công an tỉnh": 3, "Sở Tư pháp": 2, "UBND xã Cao Thượng": 1, "UBND xã Ngọc Thiện": 1}
    assert found.about == "dự thảo Kế hoạch thực hiện công tác trẻ em năm 2024"


def test_headings_between_rows_say_whose_comments_follow_and_on_what() -> None:
    document = docx.Document(io.BytesIO(word_file(["TT", "Nội dung dự thảo", "Ý kiến góp ý"])))
    table: Any = document.tables[0]
    for words in (
        "I. Sở Nội vụ",
        "1|Câu một của dự thảo|Sửa",
        "II. Sở Tài chính",
        "Phần II. Kinh phí",
        "1||Bổ sung dự toán",
    ):
        cells = table.add_row().cells
        parts = words.split("|")
        if len(parts) == 1:
            cells[0].merge(cells[2]).text = words
        else:
            for cell, part in zip(cells, parts, strict=True):
                cell.text = part
    out = io.BytesIO()
    document.save(out)
    found = received.read("tong.docx", out.getvalue())
    assert [(one.agency, one.text, one.opinion) for one in found.comments] == [
        ("Sở Nội vụ", "Câu một của dự thảo", "Sửa"), ("Sở Tài chính", "", "Bổ sung dự toán"),
    ]  # fmt: skip
    assert found.comments[1].place == "Phần II. Kinh phí"


@pytest.fixture(scope="module")
def table() -> Any:
    found = together(("so-y-te.docx", own()), ("stp.docx", JUSTICE), ("xa.docx", COMMUNES))
    out = io.BytesIO()
    collection.write(found, "", out)
    return docx.Document(io.BytesIO(out.getvalue()))


def test_the_table_has_a_row_for_each_comment_and_room_for_the_reply(table: Any) -> None:
    words = [one.text for one in table.paragraphs if one.text]
    assert (
        words[0]
        == "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý ĐỐI VỚI DỰ THẢO KẾ HOẠCH THỰC HIỆN CÔNG TÁC TRẺ EM NĂM 2024"
    )
    assert words[2] == (
        "1. Tổng số cơ quan, đơn vị có ý kiến: 04; tổng số ý kiến: 07, gồm: Sở Y tế (03 ý kiến); Sở Tư pháp (02 ý kiến); "
        "UBND xã Cao Thượng (01 ý kiến); UBND xã Ngọc Thiện (01 ý kiến)."
    )
    (made,) = table.tables
    rows = [[cell.text for cell in row.cells] for row in made.rows]
    assert rows[0] == ["STT", "Nội dung dự thảo", "Cơ quan góp ý", "Nội dung góp ý", "Tiếp thu, giải trình"]
    assert len(rows) == 1 + 7
    assert rows[1][:3] == ["1", "Ý kiến chung", "Sở Y tế"]
    assert rows[2][:3] == ["1", "Ý kiến chung", "UBND xã Cao Thượng"]  # merged with the row above
    (kept,) = (row for row in rows if row[4] and row[4] != "Tiếp thu, giải trình")
    assert kept[2:] == ["UBND xã Ngọc Thiện", "Mục I.2.b: giảm chỉ tiêu", "Giữ nguyên"]


def test_the_table_is_laid_out_as_the_letters_are(table: Any) -> None:
    assert reading.fonts(table) == {"Times New Roman"}
    assert all(map(reading.is_true, reading.tables(table)))
    (section,) = table.sections
    assert reading.margins(section) == (20, 20, 30, 20)
    assert section.page_width > section.page_height
    sizes = {
        size
        for row in table.tables[0].rows
        for cell in row.cells
        for one in cell.paragraphs
        for size in reading.sizes(one)
    }
    assert sizes <= {13, 14}
