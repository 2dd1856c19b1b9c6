"""Tables copied into a text, their cells parted by tabs: rows with cells, and what only looks like one."""

from __future__ import annotations

from extract.pipeline import extract_bytes
from extract.readers import plain
from extract.source import LineKind
from tests.plans import plan

_SCHEDULE = """\
LỊCH CÔNG VIỆC NĂM 2026

TT\tNội dung\tThời gian\tChủ trì\tPhối hợp
I. Truyền thông
1\tTreo pa nô ở chợ\tTrước ngày 10/02/2026\tPhòng Kinh tế\tCông an xã
2\tThi vẽ tranh\tQuý II\tTrường Tiểu học số 2
3\tPhát tờ rơi\tThường xuyên\tTrạm Y tế\t
Danh sách này thay danh sách cũ.
"""


def _rows(raw: str) -> list[list[str]]:
    source = plain.read(raw.encode())
    return [[source.raw[a:b] for a, b in line.cells] for line in source.lines if line.kind is LineKind.ROW]


def test_lines_with_the_tabs_of_their_head_are_rows() -> None:
    assert _rows(_SCHEDULE) == [
        ["TT", "Nội dung", "Thời gian", "Chủ trì", "Phối hợp"],
        ["I. Truyền thông", "", "", "", ""],
        ["1", "Treo pa nô ở chợ", "Trước ngày 10/02/2026", "Phòng Kinh tế", "Công an xã"],
        ["2", "Thi vẽ tranh", "Quý II", "Trường Tiểu học số 2", ""],
        ["3", "Phát tờ rơi", "Thường xuyên", "Trạm Y tế", ""],
    ]


def test_the_rows_give_records() -> None:
    plan = extract_bytes(_SCHEDULE.encode(), path="lich.txt")
    assert [(duty.agencies, duty.partners) for duty in plan.assignments] == [
        (("Phòng Kinh tế",), ("Công an xã",)),
        (("Trường Tiểu học số 2",), ()),
        (("Trạm Y tế",), ()),
    ]
    assert plan.deadlines[0].due == "2026-02-10"


def test_lists_and_the_two_sides_of_a_head_are_no_tables() -> None:
    assert _rows("UBND XÃ A\tCỘNG HÒA\nSố: 1/KH-UBND\tA, ngày 1\n1.\tMục đích\n2.\tYêu cầu\n") == []
    assert _rows("UBND XÃ A\t\t\tCỘNG HÒA\nSố: 1/KH-UBND\t\tA, ngày 1\n") == []
    assert _rows("Họ và tên\tChức vụ\tKý tên\nNgười lập biểu ghi ở đây.\n") == []


def test_a_second_row_of_the_head_says_years_and_remarks() -> None:
    table = (
        "Thôn\tTổng số trẻ em\tHọc vẽ\t\tKhám mắt\n\t\t2024\t2025\t(mỗi năm)\n"
        "Thôn Đông\t90\t10\t20\t88\nThôn Đoài\t80\t9\t19\t78\nCộng\t170\t19\t39\t166\n"
    )
    found = plan(f"I. MỤC TIÊU\n1. Chỉ tiêu các thôn\n{table}\nII. NHIỆM VỤ\n1. Tuyên truyền.").targets
    assert [(t.unit_name, t.value, t.year, t.subject) for t in found] == [
        (place, value, year, subject)
        for place, values in (("Thôn Đông", (10, 20, 88)), ("Thôn Đoài", (9, 19, 78)), (None, (19, 39, 166)))
        for value, year, subject in zip(
            values, (2024, 2025, None), ("Học vẽ", "Học vẽ", "Khám mắt (mỗi năm)"), strict=True
        )
    ]  # how many there are (`Tổng số trẻ em`) is no target
