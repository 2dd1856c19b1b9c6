"""Layouts of tables that offices use: rows of years, columns of groups, heads over heads, and what merged cells say again."""

from __future__ import annotations

import pytest

from extract.pipeline import extract_bytes
from extract.records import Plan
from tests.plans import HEAD, plan


def of_rows(*rows: str) -> Plan:
    return plan("\n".join(["I. MỤC TIÊU", "", *rows]))


# --- rows of years, columns of groups ------------------------------------------------------------------------------------

_OF_YEARS = """<table><tr><td rowspan=2>Chỉ tiêu</td><td rowspan=2>Năm</td><td colspan=2>Phổ thông</td><td rowspan=2>Chung toàn ngành</td></tr>
    <tr><td>Tiểu học</td><td>THCS</td></tr>
    <tr><td rowspan=3>Tỷ lệ học sinh biết bơi (%)</td><td>{first}</td><td>30</td><td>35</td><td>33</td></tr>
    <tr><td>2025</td><td>-</td><td>50</td><td>45</td></tr>
    <tr><td>2030</td><td>60</td><td>70</td><td>65</td></tr></table>"""


def of_page(table: str) -> Plan:
    lines = "".join(f"<p>{line}</p>" for line in [*HEAD.splitlines(), "I. MỤC TIÊU"])
    return extract_bytes(f"<html><body>{lines}{table}<p>II. NHIỆM VỤ</p></body></html>".encode(), path="x.html")


def test_a_row_names_its_year_and_a_column_its_group() -> None:
    found = of_page(_OF_YEARS.format(first="2024")).targets
    assert [(t.value, t.year, t.group, t.unit) for t in found] == [
        (30, 2024, "Tiểu học", "percent"), (35, 2024, "THCS", "percent"), (33, 2024, None, "percent"),
        (50, 2025, "THCS", "percent"), (45, 2025, None, "percent"),
        (60, 2030, "Tiểu học", "percent"), (70, 2030, "THCS", "percent"), (65, 2030, None, "percent"),
    ]  # fmt: skip


def test_a_row_of_values_says_again_what_a_merged_cell_measures() -> None:
    found = of_page(_OF_YEARS.format(first="2024")).targets
    assert found[-1].quote == "Tỷ lệ học sinh biết bơi (%) | 2030 | 60 | 70 | 65"


def test_what_a_row_of_the_past_reached_is_where_the_others_start() -> None:
    found = of_page(_OF_YEARS.format(first="Thực hiện 2023")).targets
    assert [(t.value, t.year, t.baseline_value, t.baseline_year) for t in found if t.group == "THCS"] == [
        (50, 2025, 35, 2023),
        (70, 2030, 35, 2023),
    ]


def test_times_of_tasks_are_no_years_of_rows() -> None:
    found = of_rows(
        "| TT | Nhiệm vụ | Chủ trì | Thời gian | Số lớp |",
        "| 1 | Mở lớp dạy bơi | Đoàn xã | 2025 | 3 |",
        "| 2 | Tập huấn cộng tác viên | Trạm Y tế | 2026 | 2 |",
    )
    assert [one.due for one in found.deadlines] == ["2025", "2026"]


@pytest.mark.parametrize("heads", [("Công lập", "Tư thục"), ("Mầm non", "Tiểu học")])
def test_heads_below_one_year_that_say_no_measure_are_groups(heads: tuple[str, str]) -> None:
    found = of_page(
        "<table><tr><td rowspan=2>TT</td><td rowspan=2>Chỉ tiêu</td><td colspan=2>Năm 2025</td></tr>"
        f"<tr><td>{heads[0]}</td><td>{heads[1]}</td></tr>"
        "<tr><td>1</td><td>Tỷ lệ trường có phòng tư vấn</td><td>40%</td><td>30%</td></tr></table>"
    ).targets
    assert [(t.value, t.year, t.group) for t in found] == [(40, 2025, heads[0]), (30, 2025, heads[1])]


def test_a_head_with_blank_cells_opens_a_table_of_tabs() -> None:
    rows = ("TT\tChỉ tiêu\tĐVT\tLộ trình\t\tGhi chú", "\t\t\t2025\t2030\t", "1\tTrẻ em biết bơi\t%\t40\t60\t")
    found = plan("I. MỤC TIÊU\n\n" + "\n".join(rows) + "\n\nII. NHIỆM VỤ\n1. Tuyên truyền.").targets
    assert [(t.value, t.year, t.unit) for t in found] == [(40, 2025, "percent"), (60, 2030, "percent")]


# --- what is measured stands in the heads --------------------------------------------------------------------------------


def test_rows_may_be_years_alone() -> None:
    found = of_rows(
        "| Năm | Tỷ lệ thấp còi (%) | Số trẻ tử vong do đuối nước (em) |",
        "| Thực hiện 2023 | 18,2 | 4 |",
        "| 2025 | 17,5 | 3 |",
        "| 2030 | 15 | ≤ 1 |",
    ).targets
    assert [(t.subject, t.value, t.unit, t.year, t.baseline_value, t.baseline_year) for t in found] == [
        ("Tỷ lệ thấp còi (%)", 17.5, "percent", 2025, 18.2, 2023),
        ("Số trẻ tử vong do đuối nước (em)", 3, "count", 2025, 4, 2023),
        ("Tỷ lệ thấp còi (%)", 15, "percent", 2030, 18.2, 2023),
        ("Số trẻ tử vong do đuối nước (em)", 1, "count", 2030, 4, 2023),
    ]


@pytest.mark.parametrize("units", ["| Đơn vị tính | % | em |", "| ĐVT | (%) | (em) |"])
def test_units_may_stand_in_a_row_of_their_own(units: str) -> None:
    rows = ("| Chỉ tiêu | Trẻ em biết bơi | Trẻ mồ côi được đỡ đầu |", units, "| Năm 2025 | 45 | 20 |", "| Năm 2030 | 70 | 40 |")  # fmt: skip
    found = of_rows(*rows).targets
    assert [(t.value, t.unit, t.year) for t in found] == [
        (45, "percent", 2025), (20, "count", 2025), (70, "percent", 2030), (40, "count", 2030),
    ]  # fmt: skip


def test_a_head_that_ends_in_its_unit_measures_in_rows_of_localities() -> None:
    rows = ("| TT | Xã | Trẻ em được đỡ đầu (em) | Giảm số cặp tảo hôn (cặp) |", "| 1 | An Phú | 3 | 1 |", "| 2 | An Bình | 2 | 0 |")  # fmt: skip
    found = of_rows(*rows).targets
    assert [(t.value, t.unit_name, t.change) for t in found] == [
        (3, "An Phú", None), (1, "An Phú", "decrease"), (2, "An Bình", None), (0, "An Bình", "decrease"),
    ]  # fmt: skip


@pytest.mark.parametrize(("bound", "sign"), [("≥", ">="), ("tối thiểu", ">="), ("không quá", "<=")])
def test_a_bound_in_a_head_holds_for_its_values(bound: str, sign: str) -> None:
    found = of_rows(
        f"| TT | Chỉ tiêu | ĐVT | Năm 2030 ({bound}) |", "| 1 | Biết bơi | % | 60 |", "| 2 | Có thẻ | % | < 9 |"
    )
    assert [t.comparator for t in found.targets] == [sign, "<"]


def test_the_head_of_what_is_measured_may_name_the_year() -> None:
    found = of_rows("| TT | Chỉ tiêu năm 2025 | ĐVT | Xã An | Xã Bình |", "| 1 | Trẻ em biết bơi | % | 40 | 45 |")
    assert [(t.value, t.year, t.unit_name) for t in found.targets] == [(40, 2025, "Xã An"), (45, 2025, "Xã Bình")]


def test_two_tables_side_by_side_are_two() -> None:
    found = of_rows(
        "| TT | Chỉ tiêu | Năm 2030 | TT | Chỉ tiêu | Năm 2030 |",
        "| 1 | Trẻ em được khai sinh (%) | 100 | 3 | Trẻ em biết bơi (%) | 60 |",
        "| 2 | Trẻ em có thẻ (%) | 99 | | | |",
    )
    assert [(t.subject, t.value, t.indicator_no) for t in found.targets] == [
        ("Trẻ em được khai sinh (%)", 100, 1),
        ("Trẻ em biết bơi (%)", 60, 3),
        ("Trẻ em có thẻ (%)", 99, 2),
    ]


# --- localities, a row each ---------------------------------------------------------------------------------------------

_ALLOCATION = """<p>Biểu 1. Giao chỉ tiêu cho các xã</p>
    <table><tr><td rowspan=3>STT</td><td rowspan=3>Đơn vị</td><td colspan=4>Số lớp học kỹ năng (lớp)</td><td rowspan=2 colspan=2>Sân chơi an toàn (sân)</td></tr>
    <tr><td colspan=2>2024</td><td colspan=2>2025</td></tr>
    <tr><td>Tổng</td><td>Nữ</td><td>Tổng</td><td>Nữ</td><td>Hiện có</td><td>Đến 2025</td></tr>
    <tr><td>I</td><td colspan=7>Cụm phía đông</td></tr>
    <tr><td>1</td><td>Xã Hòa An</td><td>9</td><td>4</td><td>12</td><td>6</td><td>20</td><td>31</td></tr>
    <tr><td>2</td><td>Xã Phú Lộc</td><td>8</td><td>3</td><td>11</td><td>5</td><td>18</td><td>27</td></tr>
    <tr><td>3</td><td>5 xã còn lại</td><td>7</td><td>2</td><td>10</td><td>4</td><td>16</td><td>25</td></tr>
    <tr><td colspan=2>Tổng cộng</td><td>24</td><td>9</td><td>33</td><td>15</td><td>54</td><td>83</td></tr></table>"""


def test_localities_have_measures_over_years_over_groups() -> None:
    found = of_page(_ALLOCATION).targets
    assert len(found) == 20
    assert [(t.unit_name, t.value, t.year, t.group, t.baseline_value) for t in found if t.unit_name != "Xã Phú Lộc"] == [
        (place, value, year, group, start)
        for place, values in (
            ("Xã Hòa An", (9, 4, 12, 6, 31, 20)), ("5 xã còn lại", (7, 2, 10, 4, 25, 16)), (None, (24, 9, 33, 15, 83, 54)),
        )
        for value, year, group, start in (
            (values[0], 2024, None, None), (values[1], 2024, "nữ", None), (values[2], 2025, None, None), (values[3], 2025, "nữ", None),
            (values[4], 2025, None, values[5]),
        )
    ]  # fmt: skip
    assert {(t.subject, t.confidence) for t in found if t.group is None} == {
        ("Số lớp học kỹ năng (lớp)", 0.9), ("Sân chơi an toàn (sân)", 0.9),
    }  # fmt: skip


_BY_DISTRICT = (
    "Biểu 2. Tỷ lệ trẻ em có sân chơi theo huyện (%)",
    "",
    "| Khu vực | Đơn vị | 2023 (thực hiện) | 2024 | 2025 |",
    "|---|---|---|---|---|",
    "| Vùng 1 | Hoàn Kiếm | 19,8 | 21,2 | ≥ 25 |",
    "| Vùng 1 | Ba Đình | 18,8 | 20,2 | ≥ 24 |",
    "| Vùng 2 | Cầu Giấy | 17,8 | 19,2 | ≥ 23 |",
)


def test_a_title_says_what_localities_measure_below_years_alone() -> None:
    found = of_rows(*_BY_DISTRICT).targets
    assert [(t.unit_name, t.value, t.unit, t.year, t.baseline_value) for t in found][:3] == [
        ("Hoàn Kiếm", 21.2, "percent", 2024, 19.8), ("Hoàn Kiếm", 25, "percent", 2025, 19.8), ("Ba Đình", 20.2, "percent", 2024, 18.8),
    ]  # fmt: skip
    assert all("có sân chơi" in (t.subject or "") for t in found)


def test_units_of_measure_are_no_localities() -> None:
    rows = ("| Khai sinh đúng hạn | % | 90 | 95 |", "| Lớp học bơi | lớp | 12 | 15 |")
    found = of_rows("| Lĩnh vực | Đơn vị | 2024 | 2025 |", "|---|---|---|---|", *rows).targets
    assert [(t.unit_name, t.value, t.unit) for t in found] == [
        (None, 90, "percent"), (None, 95, "percent"), (None, 12, "count"), (None, 15, "count"),
    ]  # fmt: skip


def test_units_below_one_title_are_no_localities() -> None:
    rows = ("| Khai sinh | % | 90 | 95 |", "| Khai sinh | trẻ | 12 | 15 |", "| Khai sinh | lượt | 13 | 16 |")
    found = of_rows("| Lĩnh vực | Đơn vị | 2024 | 2025 |", "|---|---|---|---|", *rows)
    assert not found.targets
    assert [one.code for one in found.warnings if one.code.startswith("table")] == ["table-without-records"]


def test_the_head_of_what_is_measured_says_its_unit() -> None:
    rows = ("| Trẻ em có sân chơi | 20 | 30 |", "| Số lớp học bơi | 12 | 15 |", "| Sân chơi mới (sân) | 2 | 3 |")
    found = of_rows("| Nội dung chỉ tiêu (%) | 2024 | 2025 |", "|---|---|---|", *rows).targets
    assert [t.unit for t in found] == ["percent", "percent", "count", "count", "count", "count"]


def test_years_without_a_column_of_subjects_are_told_of() -> None:
    rows = ("| 1 | 90 | 95 |", "| 2 | 80 | 85 |", "| 3 | 70 | 75 |")
    found = of_rows("| STT | Năm 2024 | Năm 2025 |", "|---|---|---|", *rows)
    assert not found.targets
    assert [one.code for one in found.warnings if one.code.startswith("table")] == ["table-without-records"]


@pytest.mark.parametrize("head", ["Cụm xã", "Tên cụm", "Nhóm các xã", "Cụm thôn, bản"])
def test_a_row_of_a_cluster_of_units_is_a_locality_and_its_number_no_indicators(head: str) -> None:
    found = plan(
        "I. MỤC TIÊU\n1. Dạy bơi cho trẻ em năm 2024 như sau:\n"
        f"| TT | {head} | Số lớp dạy bơi | Số trẻ em được học bơi |\n|---|---|---|---|\n"
        "| 1 | Cụm ven biển (Xã An, Xã Bình) | 16 | 400 |\n| 2 | Cụm thị trấn và các xã còn lại | 18 | 450 |"
    ).targets
    assert [(t.indicator_no, t.unit_name, t.value) for t in found] == [
        (None, "Cụm ven biển (Xã An, Xã Bình)", 16),
        (None, "Cụm ven biển (Xã An, Xã Bình)", 400),
        (None, "Cụm thị trấn và các xã còn lại", 18),
        (None, "Cụm thị trấn và các xã còn lại", 450),
    ]
