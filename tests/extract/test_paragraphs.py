"""Pages → reading order: columns of head and close wherever they stand, paragraphs, what runs on over a page."""

from __future__ import annotations

from extract.readers.page import paragraphs, ruled
from extract.readers.page.pages import NO_WORDS, Page, PageLine, Piece, Table, Words, type_box
from extract.structure import text

_SIZE = 13.0
_ADVANCE = 6.0  # points of a character


def piece(x: float, y: float, words: str, right: float | None = None) -> Piece:
    return Piece(Words(words), type_box(x, right or x + _ADVANCE * len(words), y, _SIZE), _SIZE)


def page(number: int, *lines: list[Piece] | Piece) -> Page:
    return Page(number, 595, 842, [PageLine(line if isinstance(line, list) else [line]) for line in lines])


def read(*pages: Page) -> list[str]:
    return text.build(paragraphs.source(pages, "application/pdf", "pdf")).text.split("\n")


def head(y: float) -> list[list[Piece]]:
    return [
        [piece(90, y, "ỦY BAN NHÂN DÂN"), piece(300, y, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
        [piece(100, y + 18, "TỈNH HẢI LONG"), piece(340, y + 18, "Độc lập - Tự do - Hạnh phúc")],
    ]


HEAD = ["ỦY BAN NHÂN DÂN", "TỈNH HẢI LONG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


def test_a_head_below_a_close_on_the_same_page_begins_anew() -> None:
    """A decision ends and the plan that it encloses begins: three blocks of columns, words between and below them."""
    wide = "Các sở, ban, ngành và Ủy ban nhân dân các huyện chịu trách nhiệm thi hành"
    found = read(
        page(1, *head(60), piece(270, 120, "QUYẾT ĐỊNH"), piece(110, 150, wide)),
        page(
            2,
            [piece(90, 100, "Nơi nhận:"), piece(360, 100, "TM. ỦY BAN NHÂN DÂN")],
            [piece(90, 118, "- Như Điều 3;"), piece(400, 118, "CHỦ TỊCH")],
            *head(200),
            piece(270, 260, "KẾ HOẠCH"),
            piece(110, 300, wide),
            piece(110, 330, "1. Tuyên truyền."),
        ),
    )
    close = ["Nơi nhận:", "- Như Điều 3;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert found == [*HEAD, "QUYẾT ĐỊNH", wide, *close, *HEAD, "KẾ HOẠCH", wide, "1. Tuyên truyền."]


def test_recipients_that_run_on_over_the_page_stand_before_the_signature() -> None:
    found = read(
        page(1, *head(60), piece(110, 150, "Trên đây là Kế hoạch.")),
        page(
            2,
            [piece(90, 760, "Nơi nhận:"), piece(360, 760, "TM. ỦY BAN NHÂN DÂN")],
            [piece(90, 778, "- Các huyện;"), piece(400, 778, "CHỦ TỊCH")],
        ),
        page(3, [piece(90, 80, "- Lưu: VT."), piece(390, 80, "Nguyễn Văn An")]),
    )
    assert found[-6:] == [
        "Nơi nhận:", "- Các huyện;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An"
    ]  # fmt: skip


def test_a_name_and_a_date_too_long_for_their_column_are_one_line() -> None:
    found = read(
        page(
            1,
            [piece(90, 60, "TRUNG TÂM Y TẾ HUYỆN BÌNH"), piece(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA")],
            [piece(140, 78, "MINH"), piece(370, 78, "VIỆT NAM")],
            [piece(110, 96, "Số: 5/KH-TTYT"), piece(330, 96, "Bình Minh, ngày 05 tháng 12")],
            piece(380, 114, "năm 2025"),
            piece(270, 150, "KẾ HOẠCH"),
        )
    )
    assert found == [
        "TRUNG TÂM Y TẾ HUYỆN BÌNH MINH", "Số: 5/KH-TTYT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Bình Minh, ngày 05 tháng 12 năm 2025", "KẾ HOẠCH",
    ]  # fmt: skip


def test_items_of_a_symbol_font_begin_paragraphs_and_their_lines_hang_also_over_a_page() -> None:
    full = "\uf0b7 Tỷ lệ trẻ em được tiêm chủng đạt 95% vào năm 2025 và"
    found = read(
        page(
            1,
            piece(85, 100, "I. MỤC TIÊU"),
            piece(85, 130, "\uf0b7 Mọi xã có điểm vui chơi.", 530),
            piece(85, 148, full, 530),
        ),
        page(2, piece(103, 80, "98% vào năm 2030."), piece(85, 98, "\uf0b7 Mọi xã có cán bộ.")),
    )
    assert found[1:] == [
        "\uf0b7 Mọi xã có điểm vui chơi.", f"{full} 98% vào năm 2030.", "\uf0b7 Mọi xã có cán bộ."
    ]  # fmt: skip


def test_a_row_that_a_page_break_cut_is_one_row_even_when_nothing_follows_it() -> None:
    def row(*cells: str) -> tuple[Words, ...]:
        return tuple(Words(cell) if cell else NO_WORDS for cell in cells)

    above = Table((80, 100, 540, 780), [row("TT", "Nội dung", "Cơ quan"), row("1", "Đánh giá việc thực", "Sở Y tế")])
    rest = Table((80, 60, 540, 90), [row("", "hiện", "")])
    elsewhere = Table((80, 60, 400, 90), [row("", "hiện", "")])
    assert ruled.is_end_of(above, rest)
    assert not ruled.is_end_of(above, elsewhere)
    rows = ruled.joined([(1, [above]), (2, [rest])])
    assert [cell.text for cell in rows[1][0][1][-1]] == ["1", "Đánh giá việc thực hiện", "Sở Y tế"]
    assert rows[2][0][1] == []
