"""Tables in the layouts that offices use: one grid, whatever the head, the merges, the groups and the words in its cells."""

from __future__ import annotations

from typing import Any

import pytest

from extract.pipeline import extract_bytes
from extract.records import Plan
from tests.plans import HEAD, TAIL, plan

_BOTH = [("1", 66.0, 2025, 1), ("1", 75.0, 2030, 1), ("11a", 545.0, 2025, 11), ("11a", 500.0, 2030, 11)]
_ROWS = (
    "| 1 | Tỷ lệ xã đạt tiêu chuẩn phù hợp với trẻ em | % | 66 | 75 |",
    "| 11 | Tỷ suất trẻ em bị tai nạn thương tích | trẻ/100.000 trẻ | 545 | 500 |",
)


def of_rows(*rows: str) -> Plan:
    return plan("\n".join(["I. MỤC TIÊU", "", *rows]))


def values(*rows: str) -> list[Any]:
    return [(t.measure, t.value, t.year, t.indicator_no) for t in of_rows(*rows).targets]


@pytest.mark.parametrize(
    "head",
    [
        "| Chỉ tiêu số | Nội dung | Đơn vị tính | Năm 2025 | Năm 2030 |",
        "| Chỉ tiêu | Tên chỉ tiêu | ĐVT | 2025 | 2030 |",
        "| Mã số | Chỉ tiêu | ĐVT | KH 2025 | KH 2030 |",
        "| | Chỉ tiêu | ĐVT | Lộ trình đến năm 2025 | Lộ trình đến năm 2030 |",
        "| HỆ THỐNG CHỈ TIÊU | | | | |\n| STT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2030 |",
        "| STT | Chỉ tiêu | Đơn vị | Lộ trình thực hiện | |\n| | | | 2025 | 2030 |",
        "| STT | Chỉ tiêu | Đơn vị | Mục tiêu | Mục tiêu |\n| STT | Chỉ tiêu | Đơn vị | Năm 2025 | Năm 2030 |",
        "| TT | Chỉ tiêu | Đơn vị | Năm 2025 | Năm 2030 |\n| A | B | C | 1 | 2 |",
        "| TT | Chỉ tiêu | Đơn vị | Năm 2025 | Năm 2030 |\n| (1) | (2) | (3) | (4) | (5)=(4)*1,1 |",
    ],
)
def test_heads_of_all_kinds_name_the_same_columns(head: str) -> None:
    assert values(head, *_ROWS) == _BOTH


@pytest.mark.parametrize("number", ["CT1. ", "Chỉ tiêu 1: ", "1. ", "1) "])
def test_the_number_may_stand_before_the_subject(number: str) -> None:
    row = f"| {number}Tỷ lệ xã đạt tiêu chuẩn phù hợp với trẻ em | % | 66 | 75 |"
    assert values("| Chỉ tiêu | ĐVT | 2025 | 2030 |", row) == _BOTH[:2]


@pytest.mark.parametrize(
    "head", ["Năm 2020 (thực hiện)", "TH 2020", "Ước TH 2020", "Số liệu năm 2020", "Hiện trạng 2020"]
)
def test_what_was_reached_is_a_baseline(head: str) -> None:
    found = of_rows(f"| TT | Chỉ tiêu | ĐVT | {head} | Năm 2025 |", "| 1 | Tỷ lệ xã phù hợp với trẻ em | % | 50 | 66 |")
    assert [(t.value, t.year, t.baseline_value, t.baseline_year) for t in found.targets] == [(66, 2025, 50, 2020)]


@pytest.mark.parametrize(
    ("note", "start"),
    [
        ("Đầu năm học: 9,1%", (9.1, None)),
        ("Năm 2023: 9,1%", (9.1, 2023)),
        ("Hiện trạng năm học 2022 - 2023 là 9,1%", (9.1, 2023)),
        ("Thực hiện 2023: 9,1%", (9.1, 2023)),
        ("Năm 2030: 5%", (None, None)),
        ("Ít nhất 01 lần/năm học", (None, None)),
        ("Từ lớp 3 trở lên", (None, None)),
        ("Năm 2023: 12 em", (None, None)),
    ],
)
def test_a_note_says_where_a_value_starts(note: str, start: tuple[float | None, int | None]) -> None:
    (found,) = of_rows(
        "| TT | Chỉ tiêu | ĐVT | Năm 2025 | Ghi chú |", f"| 1 | Tỷ lệ trẻ em suy dinh dưỡng | % | < 7,5 | {note} |"
    ).targets
    assert (found.value, found.baseline_value, found.baseline_year) == (7.5, *start)


@pytest.mark.parametrize(
    ("row", "group"),
    [
        ("Câu lạc bộ quyền trẻ em - khối tiểu học", "khối tiểu học"),
        ("Câu lạc bộ quyền trẻ em: cấp THCS", "cấp THCS"),
        ("Trường có phòng tư vấn - khối tiểu học, THCS", "khối tiểu học, THCS"),
        ("Tỷ lệ bỏ học - cấp tiểu học", None),
        ("Câu lạc bộ quyền trẻ em", None),
    ],
)
def test_a_level_of_school_behind_a_subject_is_its_group(row: str, group: str | None) -> None:
    (found,) = of_rows("| TT | Chỉ tiêu | ĐVT | Năm 2025 |", f"| 1 | {row} | cơ sở | 3 |").targets
    assert found.group == group


@pytest.mark.parametrize(
    ("lead", "number"),
    [
        ("Mục tiêu 3: Quyền tham gia của trẻ em, thực hiện theo bảng sau:", 3),
        ("Mục tiêu 3. Quyền tham gia của trẻ em (Bảng 2)", 3),
        ("- Mục tiêu 3: Trẻ em được tham gia:", 3),
        ("Các chỉ tiêu như sau:", None),
    ],
)
def test_a_table_has_the_objective_that_it_stands_under(lead: str, number: int | None) -> None:
    found = of_rows(lead, "", "| TT | Chỉ tiêu | ĐVT | Năm 2025 |", "| 1 | Trẻ em được hỏi ý kiến | % | 36 |").targets
    assert [one.objective_no for one in found if one.kind == "quantitative"] == [number]


def test_planned_to_be_reached_is_no_baseline() -> None:
    found = of_rows(
        "| TT | Chỉ tiêu | ĐVT | Kế hoạch thực hiện năm 2025 |", "| 1 | Tỷ lệ xã phù hợp với trẻ em | % | 66 |"
    )
    assert [(t.value, t.year, t.baseline_value) for t in found.targets] == [(66, 2025, None)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Giảm còn 17", ("=", 17)), ("Giảm xuống dưới 15", ("<", 15)), ("Duy trì 100", ("=", 100)), ("≥ 98,5", (">=", 98.5)), ("≥98,5%", (">=", 98.5)),
        ("Dưới 15", ("<", 15)), ("Không quá 500", ("<=", 500)), ("Phấn đấu đạt 65", ("=", 65)), ("10 trở lên", (">=", 10)), ("5 ÷ 7", ("range", 5)), ("> 50", (">", 50)),
    ],
)  # fmt: skip
def test_words_in_cells(cell: str, expected: tuple[str, float]) -> None:
    (target,) = of_rows(
        "| TT | Chỉ tiêu | ĐVT | Năm 2025 |", f"| 1 | Tỷ lệ xã phù hợp với trẻ em | % | {cell} |"
    ).targets
    assert (target.comparator, target.value) == expected


@pytest.mark.parametrize("ditto", ['"', "-nt-", "như trên", "nt", "//"])
def test_a_ditto_says_what_stands_above_it(ditto: str) -> None:
    rows = ("| 1 | Tỷ lệ xã phù hợp với trẻ em | % | 66 |", f"| 2 | Trẻ em được khai sinh đúng hạn | {ditto} | 98 |")
    assert [t.unit for t in of_rows("| TT | Chỉ tiêu | ĐVT | Năm 2025 |", *rows).targets] == ["percent", "percent"]


@pytest.mark.parametrize(
    "group",
    ["| A | Bảo vệ trẻ em |", "| II. Bảo vệ trẻ em | II. Bảo vệ trẻ em | II. Bảo vệ trẻ em | II. Bảo vệ trẻ em | II. Bảo vệ trẻ em |", "| II | Bảo vệ trẻ em | | | |", "| | Mục tiêu 2: Bảo vệ trẻ em | | | |", "| Mục tiêu 2: Bảo vệ |"],
)  # fmt: skip
def test_group_rows_of_any_width(group: str) -> None:
    found = of_rows("| TT | Chỉ tiêu | ĐVT | 2025 | 2030 |", _ROWS[0], group, _ROWS[1])
    assert [(t.measure, t.value, t.year, t.indicator_no) for t in found.targets] == _BOTH
    assert found.targets[2].objective_no == (2 if "Mục tiêu" in group else None)


@pytest.mark.parametrize("label", ["II", "B"])
@pytest.mark.parametrize("span", [3, 4])
def test_a_group_beside_its_label_may_be_merged_over_the_columns(label: str, span: int) -> None:
    title = f'<tr><td>{label}</td><td colspan="{span}">Mục tiêu 2: Bảo vệ trẻ em</td>{"<td></td>" * (4 - span)}</tr>'
    rows = [
        "<tr><td>TT</td><td>Chỉ tiêu</td><td>ĐVT</td><td>2025</td><td>2030</td></tr>",
        "<tr><td>I</td><td colspan='4'>Mục tiêu 1: Dinh dưỡng</td></tr>",
        "<tr><td>1</td><td>Tỷ lệ trẻ em thấp còi</td><td>%</td><td>17</td><td>15</td></tr>",
        title,
        "<tr><td>2</td><td>Tỷ lệ xã phù hợp với trẻ em</td><td>%</td><td>66</td><td>75</td></tr>",
    ]
    page = f"<html><body><p>I. MỤC TIÊU</p><table>{''.join(rows)}</table></body></html>"
    found = extract_bytes(page.encode(), path="x.html").targets
    assert [(t.objective_no, t.indicator_no, t.value) for t in found] == [
        (1, 1, 17),
        (1, 1, 15),
        (2, 2, 66),
        (2, 2, 75),
    ]


def test_rows_without_a_number_share_that_of_the_row_above_or_are_parts_of_it() -> None:
    rows = (
        "| 3 | Tỷ suất tử vong trẻ em | ‰ | | |",
        "| | - Trẻ sơ sinh | | < 9,2 | < 8,5 |",
        "| 8 | Tỷ lệ trẻ em có hoàn cảnh đặc biệt trên tổng số trẻ em | % | 6,4 | 6 |",
        "| | Tỷ lệ trẻ em có hoàn cảnh đặc biệt được chăm sóc | % | 90 | 95 |",
    )
    found = of_rows("| TT | Chỉ tiêu | ĐVT | 2025 | 2030 |", *rows).targets
    assert [(t.measure, t.value, t.unit, t.indicator_no) for t in found] == [
        ("3a", 9.2, "per", 3), ("3a", 8.5, "per", 3), ("8a", 6.4, "percent", 8), ("8a", 6, "percent", 8), ("8b", 90, "percent", 8), ("8b", 95, "percent", 8)
    ]  # fmt: skip
    assert found[0].quote.startswith("| - Trẻ sơ sinh") or found[0].quote.startswith("- Trẻ sơ sinh")


def test_a_subject_over_several_rows_is_split_by_groups() -> None:
    rows = ("| 4 | Tỷ lệ trẻ em dưới 5 tuổi béo phì | Nông thôn | % | <5 |", "| | | Thành thị | % | <10 |")
    found = of_rows("| TT | Chỉ tiêu | Khu vực | ĐVT | Năm 2025 |", *rows).targets
    assert [(t.measure, t.value, t.group, t.indicator_no) for t in found] == [
        ("4c", 5, "nông thôn", 4),
        ("4c", 10, "thành thị", 4),
    ]


def test_a_unit_said_once_holds_for_the_whole_table() -> None:
    rows = ("| TT | Chỉ tiêu | Năm 2025 |", "| 1 | Trẻ em được khai sinh đúng hạn | 98 |")
    found = plan("I. MỤC TIÊU\n\nĐơn vị tính: %\n\n" + "\n".join(rows)).targets
    assert [t.unit for t in found] == ["percent"]


def test_what_looks_like_a_value_and_is_not_read_is_a_warning() -> None:
    found = of_rows(
        "| TT | Chỉ tiêu | ĐVT | Năm 2025 |",
        "| 1 | Tỷ lệ xã phù hợp | % | 66 |",
        "| 2 | Tỷ lệ trẻ đến trường | % | chưa giao |",
    )
    (warning,) = [one for one in found.warnings if one.code == "value-not-read"]
    assert found.text[warning.start : warning.end] == "chưa giao"
    headless = of_rows(
        "| 1 | Tỷ lệ xã đạt tiêu chuẩn phù hợp với trẻ em | % | 66 |",
        "| 2 | Tỷ lệ trẻ em đến trường đúng tuổi | % | 90 |",
    )
    assert not headless.targets
    assert "table-without-head" in {one.code for one in headless.warnings}


def test_a_table_goes_on_behind_a_line_that_titles_a_part_of_it() -> None:
    found = plan(
        "I. MỤC TIÊU\n\n| TT | Chỉ tiêu | ĐVT | 2025 | 2030 |\n" + _ROWS[0] + "\n\nBảo vệ trẻ em\n\n" + _ROWS[1]
    ).targets
    assert [(t.measure, t.value, t.year, t.indicator_no) for t in found] == _BOTH


def test_merged_cells_of_a_page_hold_for_all_that_they_cover() -> None:
    page = f"""<html><body>{"".join(f"<p>{line}</p>" for line in HEAD.splitlines())}<p>I. MỤC TIÊU</p><table>
    <tr><td rowspan=2>TT</td><td rowspan=2>Chỉ tiêu</td><td rowspan=2>Khu vực</td><td colspan=2>Lộ trình (%)</td></tr>
    <tr><td>Năm 2025</td><td>Năm 2030</td></tr>
    <tr><td rowspan=2>4</td><td rowspan=2>Trẻ em dưới 5 tuổi béo phì</td><td>Nông thôn</td><td>&lt; 5</td><td>&lt; 4</td></tr>
    <tr><td>Thành thị</td><td colspan=2>&lt; 10</td></tr></table></body></html>"""
    found = extract_bytes(page.encode(), path="plan.html").targets
    assert [(t.measure, t.value, t.year, t.group, t.unit, t.indicator_no) for t in found] == [
        ("4c", 5, 2025, "nông thôn", "percent", 4), ("4c", 4, 2030, "nông thôn", "percent", 4),
        ("4c", 10, 2025, "thành thị", "percent", 4), ("4c", 10, 2030, "thành thị", "percent", 4),
    ]  # fmt: skip
    assert found[0].quote == "4 | Trẻ em dưới 5 tuổi béo phì | Nông thôn | < 5 | < 4"
    assert found[2].quote == "4 | Trẻ em dưới 5 tuổi béo phì | Thành thị | < 10 |"


@pytest.mark.parametrize(
    "rows",
    [
        ("| STT | Địa điểm quan trắc | Kinh độ | Vĩ độ |", "| 1 | Cửa sông Càn | 2210567 | 606959 |", "| 2 | Cửa sông Mã | 2209277 | 603812 |"),
        ("| STT | Tên đơn vị | Mức học phí năm học 2025-2026 |", "| 1 | Trường Mầm non A | 5.100.000 |", "| 2 | Trường Mầm non B | 4.300.000 |"),
        ("| STT | Địa điểm | Nước cấp nuôi tôm (vị trí) |", "| 1 | Cửa sông Càn | 1 |", "| 2 | Cửa sông Mã | 4 |"),
    ],
)  # fmt: skip
def test_figures_that_measure_nothing_are_no_targets(rows: tuple[str, ...]) -> None:
    assert not of_rows(*rows).targets


def test_rows_that_lost_the_cells_of_merged_ones_are_laid_where_they_fit() -> None:
    found = of_rows(
        "| TT | Chỉ tiêu | ĐVT | Lộ trình | Cơ quan theo dõi |",
        "| Năm 2025 | Năm 2030 |",
        "| 1 | Tỷ lệ xã phù hợp với trẻ em | % | 66 | 75 | Sở Y tế |",
        "| 3 | Tỷ suất tử vong trẻ sơ sinh | ‰ | 9,2 | 8,5 | Sở Y tế |",
        "| Tỷ suất tử vong trẻ em dưới 5 tuổi | ‰ | 18,5 | 15 |",
    ).targets
    assert [(t.measure, t.value, t.indicator_no, t.agencies) for t in found if t.year == 2025] == [
        ("1", 66, 1, ("Sở Y tế",)), ("3a", 9.2, 3, ("Sở Y tế",)), ("3c", 18.5, 3, ("Sở Y tế",)),
    ]  # fmt: skip
    assert len(found) == 6


def test_indicators_may_say_their_values_in_words() -> None:
    rows = ("| TT | Chỉ tiêu | Chủ trì |", "| | I. Xã hội số | |", "| 1 | Tỷ lệ trẻ em được cấp định danh đạt tối thiểu 80% | Công an tỉnh |", "| 2 | 100% trường học có nước sạch vào năm 2030. | Sở Giáo dục và Đào tạo |")  # fmt: skip
    found = of_rows(*rows)
    assert [(t.value, t.comparator, t.year, t.indicator_no) for t in found.targets] == [
        (80, ">=", None, 1),
        (100, "=", 2030, 2),
    ]
    assert found.targets[0].quote == "1 | Tỷ lệ trẻ em được cấp định danh đạt tối thiểu 80% | Công an tỉnh"
    assert not found.assignments


def test_what_a_task_brings_about_is_a_target_beside_the_duty() -> None:
    rows = ("| TT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Thời gian |", "| 1 | Lập sổ theo dõi | 80% xã có sổ theo dõi | Sở Y tế | Quý II/2024 |", "| 2 | Rà soát | 01 báo cáo | Sở Y tế | Tháng 6/2024 |")  # fmt: skip
    found = of_rows(*rows)
    assert [(t.value, t.unit) for t in found.targets] == [(80, "percent")]
    assert len(found.assignments) == len(found.deadlines) == 2


def test_a_group_over_the_whole_width_is_no_part_of_a_head_of_two_rows() -> None:
    group = "| I. Hạ tầng | I. Hạ tầng | I. Hạ tầng | I. Hạ tầng | I. Hạ tầng |"
    head = "| TT | Chỉ tiêu | ĐVT | Mục tiêu | Mục tiêu |", "| | | | 2025 | 2030 |"
    assert values(*head, group, *_ROWS) == _BOTH


def test_a_column_of_figures_that_is_not_understood_is_a_warning() -> None:
    found = of_rows("| TT | Chỉ tiêu | ĐVT | Năm 2025 | Hệ số |", "| 1 | Tỷ lệ xã phù hợp với trẻ em | % | 66 | 1,5 |")
    assert [t.value for t in found.targets] == [66]
    assert "column-not-understood" in {one.code for one in found.warnings}


def test_the_title_of_an_annex_gives_its_year_to_what_the_table_says() -> None:
    annex = "PHỤ LỤC\nPHÂN CÔNG THỰC HIỆN CÁC CHỈ TIÊU XÃ HỘI SỐ ĐẾN NĂM 2030\n(Ban hành kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2024)\n\n"
    words = annex + "| TT | Chỉ tiêu | Chủ trì |\n| 1 | Tỷ lệ trẻ em được cấp định danh đạt 80% | Công an tỉnh |"
    found = plan("I. MỤC TIÊU\nNêu tại Phụ lục.", tail=f"{TAIL}\n\n{words}").targets
    assert [(t.value, t.year) for t in found] == [(80, 2030)]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("Năm 2024 | Năm 2025", [True, True]),
        ("6 tháng đầu năm 2024 | Cả năm 2024", [False, True]),
        ("Kế hoạch năm 2024 | Phấn đấu", [True, False]),
        ("Kế hoạch năm 2024 | Phấn đấu năm 2024", [False, False]),
        ("Thực hiện năm 2023 | Kế hoạch năm 2024", [True]),
        ("Kế hoạch năm 2023 | Kế hoạch năm 2024", [False]),
        ("Thực hiện năm 2023 | Ước thực hiện năm 2023 | Kế hoạch năm 2024", [False]),
    ],
)
def test_values_are_sure_where_their_head_tells_them_apart(heads: str, expected: list[bool]) -> None:
    figures = " | ".join(["66", "70", "75"][: heads.count("|") + 1])
    found = of_rows(
        f"| TT | Chỉ tiêu | ĐVT | {heads} |", f"| 1 | Tỷ lệ xã phù hợp với trẻ em | % | {figures} |"
    ).targets
    assert [one.confidence >= 0.8 for one in found] == expected


def test_a_row_that_lost_its_unit_has_not_that_of_another_subject() -> None:
    rows = ("| 1 | Tỷ suất tử vong sơ sinh | ‰ | 9,2 | 8,5 |", "| 2 | Tỷ lệ trẻ em được khai sinh | 98 | 100 |", "| 3 | Tỷ lệ hoàn thành tiểu học | % | 97 | 99 |")  # fmt: skip
    found = of_rows("| TT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2030 |", *rows).targets
    assert [(one.value, one.unit, one.confidence >= 0.8) for one in found[2:4]] == [
        (98, "percent", False),
        (100, "percent", False),
    ]


def test_an_area_behind_the_subject_is_its_group_and_a_level_of_a_rate_its_subject() -> None:
    found = of_rows(
        "| TT | Chỉ tiêu | Đối tượng | ĐVT | Năm 2030 |",
        "| 1 | Tỷ lệ trẻ em dưới 5 tuổi béo phì - Nông thôn | | % | <5 |",
        "| 2 | Tỷ lệ bỏ học | Tiểu học | % | <0,1 |",
        "| 3 | Tỷ lệ trẻ em biết bơi | THCS | % | 70 |",
    ).targets
    assert [(one.measure, one.group) for one in found] == [("4c", "nông thôn"), ("17b", None), (None, "THCS")]


def test_how_many_there_are_in_a_locality_is_not_called_sure() -> None:
    rows = ("| 1 | Xã Hà Long | 1.200 | 99 |", "| 2 | Xã Hà Bắc | 900 | 98 |")
    found = of_rows("| STT | Tên xã | Tổng số trẻ em | Tỷ lệ trẻ em được khai sinh (%) |", *rows).targets
    assert [(one.value, one.confidence >= 0.8) for one in found] == [
        (1200, False),
        (99, True),
        (900, False),
        (98, True),
    ]


@pytest.mark.parametrize(
    ("title", "time"),
    [
        ("| I | Đến năm 2028 | | | |", (None, 2028)),
        ("| II | Giai đoạn 2026 - 2030 | | | |", (2026, 2030)),
        ("| III | Chỉ tiêu đến hết năm 2027 | | | |", (None, 2027)),
        ("| B | Năm 2025 | | | |", (None, 2025)),
    ],
)
def test_a_title_between_rows_says_by_when_they_hold(title: str, time: tuple[int | None, int]) -> None:
    """What is to come is aimed at, though its column be called a result."""
    row = "| 1 | Tỷ lệ trường có nước sạch | % | ≥ 80 | Sở Y tế |"
    found = of_rows("| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan theo dõi |", title, row)
    assert [(one.value, one.comparator, one.year_from, one.year) for one in found.targets] == [(80, ">=", *time)]
    assert not found.results


def test_a_title_of_the_past_leaves_a_result_what_it_is() -> None:
    row = "| 1 | Tỷ lệ trường có nước sạch | % | 80 | Sở Y tế |"
    found = of_rows("| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan theo dõi |", "| I | Năm 2022 | | | |", row)
    assert not found.targets
    assert [(one.value, one.year) for one in found.results] == [(80, 2022)]


def test_a_title_that_only_speaks_of_a_year_is_no_time() -> None:
    title = "| I | Khắc phục hạn chế của năm 2025 | | | |"
    found = of_rows("| TT | Chỉ tiêu | Đơn vị | Mục tiêu |", title, "| 1 | Tỷ lệ trường có nước sạch | % | 80 |")
    assert [one.year for one in found.targets] == [None]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("Người/vạn dân", ("per", 10_000)),
        ("bác sĩ/1 vạn dân", ("per", 10_000)),
        ("ca/triệu dân", ("per", 1_000_000)),
        ("triệu đồng/người", ("count", None)),
    ],
)
def test_a_denominator_may_be_a_word(unit: str, expected: tuple[str, int | None]) -> None:
    found = of_rows("| TT | Chỉ tiêu | ĐVT | Năm 2025 |", f"| 1 | Nhân lực y tế | {unit} | 12 |").targets
    assert [(one.unit, one.per) for one in found] == [expected]


def test_a_yearly_change_may_be_said_behind_its_subject() -> None:
    row = "| 1 | Số hồ sơ trực tuyến tăng bình quân | %/năm | 16 - 18 |"
    found = of_rows("| TT | Chỉ tiêu | ĐVT | Năm 2025 |", row).targets
    assert [(one.value, one.value_high, one.change, one.per_year) for one in found] == [(16, 18, "increase", True)]
