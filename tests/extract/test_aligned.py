"""Tables whose columns are told by spaces alone, in texts and on pages: rows with cells, and what only looks like one."""

from __future__ import annotations

import pytest

from extract.readers import read
from extract.source import LineKind
from tests.plans import plan

_BY_PLACE = """\
 TT   Thôn                Số hộ có     Năm 2024   Năm 2025   Năm 2026
                          trẻ em
 1    Bãi Sậy              288          70         100        130
 2    Đồng Chiêm           240          60          85        110
 3    Gò Mít               265          65          90        120
      Cộng                 793         195         275        360
"""
_ROWS = [
    ["TT", "Thôn", "Số hộ có trẻ em", "Năm 2024", "Năm 2025", "Năm 2026"],
    ["1", "Bãi Sậy", "288", "70", "100", "130"],
    ["2", "Đồng Chiêm", "240", "60", "85", "110"],
    ["3", "Gò Mít", "265", "65", "90", "120"],
    ["", "Cộng", "793", "195", "275", "360"],
]


def _rows(raw: str, path: str = "a.txt") -> list[list[str]]:
    source = read(raw.encode(), path)
    out = []
    for line in source.lines:
        if line.kind is LineKind.ROW:
            more = line.more or ((),) * len(line.cells)
            parts = [(cell, *rest) for cell, rest in zip(line.cells, more, strict=True)]
            out.append([" ".join(source.raw[a:b] for a, b in part) for part in parts])
    return out


def test_fields_one_below_the_other_are_columns() -> None:
    assert _rows(f"Giao các thôn như sau:\n\n{_BY_PLACE}\n5. Theo dõi số liệu.\n") == _ROWS


def test_a_page_keeps_the_spaces_of_what_was_typed() -> None:
    page = f"<html><body><p>Giao các thôn như sau:</p><pre>\n{_BY_PLACE}</pre><p>5. Theo dõi số liệu.</p></body></html>"
    assert _rows(page, "a.html") == _ROWS
    lines = "".join(f"<p>{line.replace('  ', '&nbsp; ')}</p>" for line in _BY_PLACE.splitlines())
    assert _rows(f"<html><body>{lines}</body></html>", "a.html") == _ROWS


def test_rows_of_as_many_fields_need_not_stand_one_below_the_other() -> None:
    assert _rows(
        "TT  Trường  Số lớp  Kế hoạch 2024 (em)\n"
        "1  Tiểu học Gò Mít  12  340\n"
        "2  Trung học cơ sở Đồng Chiêm và Bãi Sậy  8  1.210\n"
        "3  Mầm non  6  95\n"
    ) == [
        ["TT", "Trường", "Số lớp", "Kế hoạch 2024 (em)"],
        ["1", "Tiểu học Gò Mít", "12", "340"],
        ["2", "Trung học cơ sở Đồng Chiêm và Bãi Sậy", "8", "1.210"],
        ["3", "Mầm non", "6", "95"],
    ]


def test_heads_over_several_columns_and_labels_over_several_lines() -> None:
    assert _rows(
        "TT    Chỉ tiêu                         ĐVT          Lộ trình\n"
        "                                              2022    2023    2024\n"
        "I. Y TẾ\n"
        "1     Tỷ lệ trẻ em dưới 5 tuổi          %      9,5     9,0     8,5\n"
        "      suy dinh dưỡng thể nhẹ cân\n"
        "2     Tỷ lệ trẻ em được quản lý sức khỏe %     80      85      90\n"
        "\n"
        "3     Số lớp dạy bơi                    lớp     4       5       6\n"
    ) == [
        ["TT", "Chỉ tiêu", "ĐVT", "Lộ trình", "", ""],
        ["", "", "", "2022", "2023", "2024"],
        ["I. Y TẾ", "", "", "", "", ""],
        ["1", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân", "%", "9,5", "9,0", "8,5"],
        ["2", "Tỷ lệ trẻ em được quản lý sức khỏe", "%", "80", "85", "90"],
        ["3", "Số lớp dạy bơi", "lớp", "4", "5", "6"],
    ]


def test_a_number_in_the_middle_of_its_words_takes_those_above_it() -> None:
    assert _rows(
        "STT   Nội dung                      Kế hoạch 2023   Kế hoạch 2024\n"
        "      Trẻ em từ 6 tuổi\n"
        "1     đến dưới 16 tuổi              120             140\n"
        "      được học bơi\n"
        "      Trẻ em khuyết tật\n"
        "2     được phục hồi chức năng       15              18\n"
    )[1:] == [
        ["1", "Trẻ em từ 6 tuổi đến dưới 16 tuổi được học bơi", "120", "140"],
        ["2", "Trẻ em khuyết tật được phục hồi chức năng", "15", "18"],
    ]


def test_heads_stand_over_the_years_below_them_and_drawn_lines_say_nothing() -> None:
    assert _rows(
        "                                        Chia theo năm\n"
        " TT        Đơn vị         Tổng số   -------------------------\n"
        "                           (em)      2024     2025     2026\n"
        "  1   Xã Gò Mít             120       30       40       50\n"
        "  2   Xã Bãi Sậy            90        20       30       40\n"
        "\n                    - 2 -\n\n"
        "  3   Xã Đồng Chiêm         60        10       20       30\n"
        "      Tổng cộng             270       60       90      120\n"
    ) == [
        ["TT", "Đơn vị", "Tổng số (em)", "Chia theo năm", "", ""],
        ["", "", "", "2024", "2025", "2026"],
        ["1", "Xã Gò Mít", "120", "30", "40", "50"],
        ["2", "Xã Bãi Sậy", "90", "20", "30", "40"],
        ["3", "Xã Đồng Chiêm", "60", "10", "20", "30"],
        ["", "Tổng cộng", "270", "60", "90", "120"],
    ]


def test_a_row_without_figures_below_the_head_is_none_of_it() -> None:
    assert _rows(
        "   Chỉ tiêu                              Đơn vị    Năm      Năm\n"
        "                                         tính      2024     2025\n"
        "   Tỷ lệ trẻ em suy dinh dưỡng            %\n"
        "   - Thể nhẹ cân                          %        9,5      9,0\n"
        "   Tỷ lệ trẻ em được tiêm chủng đầy       %        95       96\n"
        "   đủ các loại vắc xin\n"
    ) == [
        ["Chỉ tiêu", "Đơn vị tính", "Năm 2024", "Năm 2025"],
        ["Tỷ lệ trẻ em suy dinh dưỡng", "%", "", ""],
        ["- Thể nhẹ cân", "%", "9,5", "9,0"],
        ["Tỷ lệ trẻ em được tiêm chủng đầy đủ các loại vắc xin", "%", "95", "96"],
    ]


def test_tasks_whose_cells_go_on_over_lines_are_duties() -> None:
    found = plan(
        "I. MỤC TIÊU\n1. Giảm tai nạn.\nII. TỔ CHỨC THỰC HIỆN\n\n"
        "TT   Nội dung công việc                 Đơn vị chủ trì        Thời gian\n"
        "1    Tổ chức tập huấn cho cộng tác      Phòng Y tế            Tháng 5/2024\n"
        "     viên dân số, trẻ em\n"
        "2    Truyền thông phòng, chống đuối     Phòng Văn hóa -       Quý II/2024\n"
        "     nước                               Thông tin\n"
    )
    assert [(one.agencies, one.quote) for one in found.assignments] == [
        (("Phòng Y tế",), "1 | Tổ chức tập huấn cho cộng tác viên dân số, trẻ em | Phòng Y tế | Tháng 5/2024"),
        (
            ("Phòng Văn hóa - Thông tin",),
            "2 | Truyền thông phòng, chống đuối nước | Phòng Văn hóa - Thông tin | Quý II/2024",
        ),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ A                     Độc lập - Tự do\nSố: 1/KH-UBND          A, ngày 1 tháng 2 năm 2024\n",
        "Nơi nhận:              TM. ỦY BAN NHÂN DÂN\n- Như trên;            CHỦ TỊCH\n- Lưu: VT.             Nguyễn Văn A\n",
        "Nội dung:  Tổ chức  02 lớp.\n1.  Thời gian:  tháng 6.\n2.  Địa điểm:  Nhà văn hóa.\n",
        "TT   Thôn   Số hộ\nDanh sách ở phụ lục.\n",
    ],
)
def test_what_has_no_rows_below_heads_is_no_table(raw: str) -> None:
    assert _rows(raw) == []


def test_its_rows_are_targets_of_the_years_and_places_that_they_name() -> None:
    found = plan(
        f"I. MỤC TIÊU\nChỉ tiêu Ngôi nhà an toàn giao các thôn:\n\n{_BY_PLACE}\nII. NHIỆM VỤ\n1. Tuyên truyền."
    ).targets
    assert [(one.value, one.year, one.unit_name) for one in found] == [
        (value, year, place)
        for place, values in (("Bãi Sậy", (70, 100, 130)), ("Đồng Chiêm", (60, 85, 110)), ("Gò Mít", (65, 90, 120)), (None, (195, 275, 360)))
        for value, year in zip(values, (2024, 2025, 2026), strict=True)
    ]  # fmt: skip
    assert found[-1].quote == "| Cộng | 793 | 195 | 275 | 360"


def test_columns_that_cannot_be_told_are_said_not_to_be_read() -> None:
    found = plan(
        "I. MỤC TIÊU\n1. Chỉ tiêu:\n\n"
        "TT  Thôn  Số hộ  Năm 2023  Năm 2024\n1  Gò Mít và Đồng Chiêm  120  15\n2  Bãi Sậy  7  40\n3  A  40  16\n\n"
        "II. NHIỆM VỤ\n1. Tuyên truyền."
    )
    assert [one.code for one in found.warnings] == ["table-not-laid"]
    assert found.targets == ()
