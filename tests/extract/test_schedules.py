"""Schedules: tables of what is done when, by their titles, their charts and the lines that are left of them."""

from __future__ import annotations

import pytest

from extract.records import Plan
from tests.plans import HEAD, plan

# A plan of several years: only the title of a table says in which of them its days lie.
_HEAD = HEAD.replace("trẻ em năm 2024", "trẻ em giai đoạn 2024 - 2026")
_ROWS = (
    ("Tháng 5", "Hội nghị triển khai", "Phòng Y tế"),
    ("Từ 05/6 đến 15/8", "Tổ chức 7 lớp dạy bơi", "Huyện đoàn"),
    ("Trước 15/12", "Khen thưởng", "Phòng Y tế"),
)


def _table(title: str, head: str, *rows: str) -> Plan:
    rule = "|" + "---|" * (head.count("|") - 1)
    body = "I. MỤC TIÊU\n1. Giảm tai nạn.\nII. TỔ CHỨC THỰC HIỆN\n1. UBND các xã\n- Xây dựng kế hoạch.\n"
    return plan(body + "\n".join([title, head, rule, *rows]), head=_HEAD)


def _when(found: Plan) -> list[tuple[str, str | None, str | None]]:
    return [(d.relation, d.due or d.recurrence, d.actor) for d in found.deadlines]


def test_the_title_of_a_schedule_says_the_year_of_its_days() -> None:
    rows = ["| " + " | ".join(row) + " |" for row in _ROWS]
    found = _table("LỊCH TRIỂN KHAI NĂM 2025", "| Thời gian | Công việc | Đơn vị phụ trách |", *rows)
    assert _when(found) == [
        ("within", "2025-05", "Phòng Y tế"),
        ("within", "2025-08-15", "Huyện đoàn"),
        ("before", "2025-12-15", "Phòng Y tế"),
    ]


def test_the_title_of_a_table_is_no_duty_and_who_is_in_charge_implements() -> None:
    row = "| Tháng 5 | Hội nghị triển khai | Phòng Y tế |"
    found = _table("LỊCH TRIỂN KHAI NĂM 2025", "| Thời gian | Công việc | Đơn vị phụ trách |", row).assignments
    assert [(a.agencies, a.role) for a in found] == [(("UBND các xã",), "implement"), (("Phòng Y tế",), "implement")]


def test_crosses_of_a_chart_do_not_hide_by_when() -> None:
    found = _table(
        "Bảng 1. Tiến độ",
        "| TT | Hoạt động | Đơn vị thực hiện | Tiến độ quý III | Tiến độ quý IV | Thời hạn hoàn thành |",
        "| 1 | In tờ rơi | Phòng Y tế | x | x | Trước 15/9/2024 |",
        "| 2 | Khảo sát | Huyện đoàn |  | x | 31/10/2024 |",
    )
    assert _when(found) == [("before", "2024-09-15", "Phòng Y tế"), ("by", "2024-10-31", "Huyện đoàn")]


@pytest.mark.parametrize(
    ("task", "when", "due"),
    [
        ("Tháng hành động vì trẻ em", "Tháng 6/2024", []),
        ("Lễ phát động Tháng hành động vì trẻ em", "Tháng 6/2024", ["2024-06"]),
        ("Tháng hành động vì trẻ em", "Trước 25/6/2024", ["2024-06-25"]),
    ],
)
def test_a_theme_month_is_no_task_to_be_done_in_it(task: str, when: str, due: list[str]) -> None:
    found = _table(
        "Phân công", "| TT | Nội dung | Đơn vị thực hiện | Thời gian |", f"| 1 | {task} | Phòng Y tế | {when} |"
    )
    assert [d.due for d in found.deadlines] == due


_STACKED = (
    *("Phát động chương trình", "Tuần 4 tháng 3", "Phòng Y tế"),
    *("Tập huấn (06 lớp)", "Tháng 4 - tháng 5", "Huyện đoàn"),
    *("Trao học bổng", "Trước 05/9", "Văn phòng UBND huyện"),
)


def _stacked(*cells: str) -> Plan:
    lines = "\n".join(("Nội dung", "Thời gian", "Phụ trách", *cells))
    return plan(
        f"I. NHIỆM VỤ\n1. Tuyên truyền.\n\nII. LỊCH HOẠT ĐỘNG NĂM 2025\n\n{lines}\n\nTrên đây là Kế hoạch.", head=_HEAD
    )


def test_a_schedule_with_one_cell_a_line_is_laid_by_its_times() -> None:
    found = _stacked(*_STACKED)
    assert _when(found) == [
        ("within", "2025-03", "Phòng Y tế"),
        ("within", "2025-05", "Huyện đoàn"),
        ("before", "2025-09-05", "Văn phòng UBND huyện"),
    ]
    assert found.deadlines[0].quote == "Phát động chương trình | Tuần 4 tháng 3 | Phòng Y tế"


def test_lines_whose_second_of_three_is_no_time_are_no_schedule() -> None:
    assert _stacked(*_STACKED[:6], "Trao học bổng", "Văn phòng UBND huyện", "Trước 05/9").deadlines == ()


@pytest.mark.parametrize(
    "total", ["| Tổng cộng |  |  |  |  | 655 |", "|  | Tổng cộng |  |  |  | 655 |", "|  | Cộng: |  |  |  | 655 |"]
)
def test_a_row_that_sums_up_is_no_task(total: str) -> None:
    found = plan(
        "I. MỤC TIÊU\n1. Giảm tai nạn.\nII. PHÂN CÔNG NHIỆM VỤ\n"
        "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian | Kinh phí (triệu đồng) |\n|---|---|---|---|---|---|\n"
        f"| 1 | Tập huấn kỹ năng | Phòng Y tế | Huyện đoàn | Tháng 6/2024 | 630 |\n| 2 | Hội nghị tổng kết | Huyện đoàn | Phòng Y tế | Tháng 12/2024 | 25 |\n{total}"
    )
    assert [d.due for d in found.deadlines] == ["2024-06", "2024-12"]
    assert [a.agencies for a in found.assignments] == [("Phòng Y tế",), ("Huyện đoàn",)]
