"""PDF files: raised figures, signs of symbol fonts, fields filled in over a page, stamps, pages and rows that a break cut."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extract import readers
from extract.readers.page import ruled
from extract.readers.page.pages import Table, Words
from tests.plans import words

_WIDTH, _HEIGHT = A4


@pytest.fixture(scope="module", autouse=True)
def _registered(serif: str) -> None:
    pdfmetrics.registerFont(TTFont("Serif", serif))


def drawn(*pages: Callable[[Canvas], None]) -> bytes:
    """A PDF of pages, each drawn by its function."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for draw in pages:
        canvas.setFont("Serif", 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _runs(canvas: Canvas, y: float, *runs: tuple[str, bool]) -> None:
    """A line of runs, those that are raised small and above the base line."""
    x = 80.0
    for content, raised in runs:
        size = 7 if raised else 12
        canvas.setFont("Serif", size)
        canvas.drawString(x, _HEIGHT - y + (4.5 if raised else 0), content)
        x += pdfmetrics.stringWidth(content, "Serif", size)


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        ([("giảm còn 550", False), ("1", True), ("/100.000 trẻ em.", False)], "giảm còn 550/100.000 trẻ em."),
        ([("đạt 65", False), ("12", True), (" xã, phường.", False)], "đạt 65 xã, phường."),
        ([("trẻ em", False), ("3", True), (" được khai sinh.", False)], "trẻ em được khai sinh."),
        ([("rộng 500 m", False), ("2", True), (" cho trẻ em.", False)], "rộng 500 m2 cho trẻ em."),
    ],
)
def test_raised_figures_are_marks(runs: list[tuple[str, bool]], read: str) -> None:
    data = drawn(lambda canvas: _runs(canvas, 100, *runs))
    assert words(data) == [read]


def test_what_is_typed_over_a_page_stands_in_its_line() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(80, _HEIGHT - 100, "Số:")
        canvas.drawString(140, _HEIGHT - 100, "/KH-UBND")
        canvas.drawString(80, _HEIGHT - 130, "Kế hoạch này có hiệu lực.")
        canvas.acroForm.textfield(
            value="45", x=108, y=_HEIGHT - 104, width=28, height=16, borderWidth=0, fontSize=10, name="so"
        )

    assert words(drawn(page))[0].replace(" ", "") == "Số:45/KH-UBND"


def test_the_stamp_of_who_received_it_is_no_part_of_the_head() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Serif", 8)
        for y, line in zip(
            (40, 50, 60, 70), ("CÔNG VĂN ĐẾN", "Số: 1234", "Ngày: 28/3/2022", "Chuyển: Phòng A"), strict=True
        ):
            canvas.drawString(60, _HEIGHT - y, line)
        canvas.setFont("Serif", 12)
        canvas.drawString(90, _HEIGHT - 90, "ỦY BAN NHÂN DÂN")
        canvas.drawString(300, _HEIGHT - 90, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        canvas.drawString(90, _HEIGHT - 110, "Số: 45/KH-UBND")
        canvas.drawString(300, _HEIGHT - 110, "Yên Lập, ngày 15 tháng 3 năm 2022")
        canvas.drawString(260, _HEIGHT - 150, "KẾ HOẠCH")

    read = words(drawn(page))
    assert read[:2] == ["ỦY BAN NHÂN DÂN", "Số: 45/KH-UBND"]
    assert not [line for line in read if "1234" in line or "28/3" in line or "Chuyển" in line]


def test_a_page_without_anything_is_named_unless_it_is_the_last() -> None:
    def full(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "Kế hoạch này được gửi các xã.")

    def empty(canvas: Canvas) -> None:
        pass

    middle = readers.read(drawn(full, empty, full)).notes
    assert [note.code for note in middle] == ["page-not-read"]
    assert middle[0].message.startswith("trang 2 ")
    assert readers.read(drawn(full, empty)).notes == ()


def test_attached_files_are_named() -> None:
    document = pypdfium2.PdfDocument(drawn(lambda canvas: canvas.drawString(80, 700, "Kế hoạch này được gửi các xã.")))
    document.new_attachment("phu-luc.xlsx").set_data(b"abc")
    out = io.BytesIO()
    document.save(out)
    notes = readers.read(out.getvalue()).notes
    assert [(note.code, "phu-luc.xlsx" in note.message) for note in notes] == [("attachment-not-read", True)]


def _table(*rows: tuple[str, ...]) -> Table:
    return Table((0, 0, 100, 100), [tuple(map(Words, row)) for row in rows])


@pytest.mark.parametrize(
    ("last", "first", "together"),
    [
        (("1", "Mở lớp dạy bơi cho", "Sở A"), ("", "trẻ em vùng lũ", ""), True),
        (("1", "Mở lớp dạy bơi và", "Sở A,"), ("", "Học sinh", "Sở B"), True),
        (("1", "Mở lớp dạy bơi", "Sở A"), ("", "2", "Sở B"), False),  # numbered in another column
        (("1", "Mở lớp dạy bơi", "Sở A"), ("", "Tổ chức trại hè", "Sở B"), False),  # a row without a number
        (("1", "Mở lớp dạy bơi", ""), ("", "cho trẻ em", "Sở B"), False),  # words where the row above has none
        (("", "Mở lớp", "Sở A"), ("", "cho trẻ em", ""), False),
    ],
)
def test_a_row_that_the_page_cut(last: tuple[str, ...], first: tuple[str, ...], together: bool) -> None:
    head = ("TT", "Nội dung", "Cơ quan")
    joined = ruled.joined([(1, [_table(head, last)]), (2, [_table(head, first, ("3", "Ba", "Sở C"))])])
    rows = [tuple(cell.text for cell in row) for found in joined.values() for _, rows in found for row in rows]
    assert len(rows) == (3 if together else 4)


def test_a_line_that_ends_in_the_dash_of_a_name_goes_on() -> None:
    def page(canvas: Canvas) -> None:
        lines = (
            "- Chủ trì tham mưu triển khai Kế hoạch; hướng dẫn Phòng Lao động -",
            "Thương binh và Xã hội các huyện tổ chức thực hiện Kế hoạch này trên địa bàn, kịp",
            "thời báo cáo.",
            "- Tổng hợp kết quả.",
        )
        for number, line in enumerate(lines):
            canvas.drawString(80, _HEIGHT - 100 - 18 * number, line)

    assert words(drawn(page)) == [
        "- Chủ trì tham mưu triển khai Kế hoạch; hướng dẫn Phòng Lao động - Thương binh và Xã hội các huyện tổ chức thực hiện "
        "Kế hoạch này trên địa bàn, kịp thời báo cáo.",
        "- Tổng hợp kết quả.",
    ]


def test_a_field_higher_than_its_line_is_one_line_all_the_same() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(80, _HEIGHT - 100, "ngày")
        canvas.drawString(135, _HEIGHT - 100, "tháng 3 năm 2026")
        canvas.acroForm.textfield(
            value="14", x=110, y=_HEIGHT - 113, width=24, height=30, borderWidth=0, fontSize=10, name="ngay"
        )

    assert words(drawn(page)) == ["ngày 14 tháng 3 năm 2026"]
