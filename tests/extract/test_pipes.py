"""Tables written one cell a line, heads and closes in rows, cards of portals: what is a row, and what is no text at all."""

from __future__ import annotations

import pytest

from extract import readers
from extract.readers import pipes
from extract.source import LineKind
from extract.structure import text


def dump(rows: list[list[str]], *, gap: str = "\n") -> str:
    """A table as a portal writes it: each bar and each cell on a line of its own; an empty cell has no line."""
    return "".join("|\n" + "".join(f"{cell}{gap}|\n" if cell else "|\n" for cell in row) for row in rows)


def rows(raw: str) -> list[list[str]]:
    return [[" ".join(raw[a:b].split()) for a, b in row.cells] for row in pipes.read(raw).rows]


HEAD = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"]
TASKS = [
    HEAD,
    ["I. TRUYỀN THÔNG"],
    ["1", "Mở chuyên mục trên\nđài truyền thanh", "Phòng Văn hóa", "Quý I/2026"],
    ["2", "Tập huấn cộng tác viên", "", "Hằng năm"],
    ["3", "In tờ gấp", "Phòng Y tế", ""],
    ["II. CHĂM SÓC"],
    ["4", "Khám sức khỏe", "Trung tâm Y tế", "2026"],
]


def whole(table: list[list[str]]) -> list[list[str]]:
    return [[" ".join(cell.split()) for cell in row] for row in table]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "blank lines"])
def test_rows_are_found_by_their_cells(gap: str) -> None:
    raw = f"Danh mục nhiệm vụ\n\n{dump(TASKS, gap=gap)}\nKế hoạch này được gửi các phòng.\n"
    assert rows(raw) == whole(TASKS)


def test_short_rows_of_merged_cells_stay_short() -> None:
    table = [HEAD, ["1", "Khám", "Phòng Y tế", "2026"], ["Tư vấn", "Trạm y tế"], ["2", "Tiêm", "Trạm y tế", "2027"]]
    assert rows(dump(table)) == table


def test_values_that_stand_in_the_first_short_columns_are_no_row_of_their_own() -> None:
    table = [
        ["TT", "Xã", "Thôn", "Trường", "Trạm", "Chợ"],
        *([str(n), f"Xã {n}", "", "2", "", "1"] for n in range(1, 6)),
    ]
    assert rows(dump(table)) == table


def test_rows_that_no_second_bar_parts_are_told_by_the_number_of_cells_and_what_counts_on() -> None:
    cells = [
        cell for row in [HEAD, *([str(n), f"Việc {n}", "Phòng Y tế", "2026"] for n in range(1, 5))] for cell in row
    ]
    raw = "|\n" + "".join(f"{cell}\n|\n" for cell in cells)
    assert [row[0] for row in rows(raw)] == ["TT", "1", "2", "3", "4"]


def test_words_between_two_tables_are_text() -> None:
    between = "**PHỤ LỤC II**\n\nChỉ tiêu năm 2026\n\n(Kèm theo Kế hoạch số 12/KH-UBND)\n"
    raw = (
        f"{dump(TASKS)}\n\n{between}\n{dump([['TT', 'Chỉ tiêu', 'Năm 2026'], ['1', 'Trẻ em được tiêm chủng', '95%']])}"
    )
    read = text.build(readers.read(raw.encode()))
    kinds = [paragraph.kind for paragraph in read.paragraphs]
    assert "PHỤ LỤC II\nChỉ tiêu năm 2026\n(Kèm theo Kế hoạch số 12/KH-UBND)\nTT | Chỉ tiêu | Năm 2026" in read.text
    assert kinds.count(LineKind.BODY) == 3
    assert len({paragraph.table for paragraph in read.paragraphs if paragraph.cells}) == 2


def test_a_head_in_a_table_is_read_column_by_column() -> None:
    head = [
        ["**ỦY BAN NHÂN\nDÂN**\nTỈNH BÌNH MINH\n-------", "**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n-------"],
        ["Số:\n12/KH-UBND", "*Bình Minh, ngày\n05 tháng 3 năm 2026*"],
    ]  # fmt: skip
    close = [
        [
            "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
            "**TM. ỦY BAN NHÂN\nDÂN**\n**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\nNguyễn Thị Mẫu",
        ]
    ]
    raw = f"{dump(head)}\n**KẾ HOẠCH**\n\nChăm sóc trẻ em\n\n{dump(close)}"
    assert text.build(readers.read(raw.encode())).text.split("\n") == [
        "ỦY BAN NHÂN DÂN", "TỈNH BÌNH MINH", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Bình Minh, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Chăm sóc trẻ em", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Mẫu",
    ]  # fmt: skip


def test_a_head_and_a_signature_in_one_row_are_parted() -> None:
    raw = (
        "| **ỦY BAN NHÂN DÂN TỈNH BÌNH MINH** ------- | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** Độc lập - Tự do - Hạnh phúc |\n| --- | --- |\n"
        "| Số: 12/KH-UBND | *Bình Minh, ngày 05 tháng 3 năm 2026* |\n\n**KẾ HOẠCH**\n\nChăm sóc trẻ em\n\n"
        "| Nơi nhận: - Như trên; - Lưu: VT. | **TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH** Nguyễn Thị Mẫu |\n| --- | --- |\n"
    )
    assert text.build(readers.read(raw.encode())).text.split("\n") == [
        "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Bình Minh, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Chăm sóc trẻ em", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Mẫu",
    ]  # fmt: skip


def test_a_card_before_the_head_is_no_text() -> None:
    card = [
        ["**Số hiệu:**", "12/KH-UBND"],
        ["**Loại văn bản:**", "Kế hoạch", "**Nơi ban hành:**", "Tỉnh Bình Minh"],
        ["**Người ký:**", "Nguyễn Thị Mẫu"],
    ]
    head = [
        ["**ỦY BAN NHÂN DÂN**\nTỈNH BÌNH MINH", "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc"]
    ]
    for raw in (dump(card + head), f"{dump(card)}\n{dump(head)}"):
        assert text.build(readers.read(raw.encode())).text.startswith("ỦY BAN NHÂN DÂN\n")


def test_a_few_bars_in_a_text_are_no_table() -> None:
    assert pipes.read("Trang chủ | Văn bản\n|\nKế hoạch\n").rows == ()


def test_lines_of_a_cell_that_name_an_office_each_are_two() -> None:
    table = [
        HEAD,
        ["1", "Mở lớp kỹ năng", "Sở Y tế\nSở Xây dựng", "2026"],
        ["2", "Khám", "Ban Chỉ huy\nPhòng thủ dân sự", "2027"],
    ]
    built = text.build(readers.read(dump(table).encode()))
    assert "Sở Y tế;Sở Xây dựng" in built.view
    assert "Sở Y tế Sở Xây dựng" in built.text
    assert "Ban Chỉ huy Phòng thủ dân sự" in built.view


def test_a_signature_an_annex_title_and_a_table_without_a_blank_line_are_three() -> None:
    close = [["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "**KT. CHỦ TỊCH**\n**PHÓ CHỦ TỊCH**\nNguyễn Thị Mẫu"]]
    title = "# DANH MỤC NHIỆM VỤ\n*(Kèm theo Kế hoạch số 12/KH-UBND)*\n"
    built = text.build(readers.read(f"KẾ HOẠCH\nChăm sóc trẻ em\n{dump(close)}{title}{dump(TASKS)}".encode()))
    assert (
        "\nPHÓ CHỦ TỊCH\nNguyễn Thị Mẫu\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND)\nTT | Nội dung |"
        in built.text
    )


def test_a_close_whose_row_runs_over_lines_and_blank_ones_is_read_column_by_column() -> None:
    raw = (
        "Các đơn vị thực hiện Kế hoạch này./.\n\n| ***Nơi nhận:***\n- Sở Y tế;\n- Lưu: VT (An). | **TM. ỦY BAN NHÂN DÂN\n"
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\n\n**Lê Thị Bình** |\n"
    )
    assert text.build(readers.read(raw.encode())).text.split("\n") == [
        "Các đơn vị thực hiện Kế hoạch này./.", "Nơi nhận:", "- Sở Y tế;", "- Lưu: VT (An).",
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Bình",
    ]  # fmt: skip
