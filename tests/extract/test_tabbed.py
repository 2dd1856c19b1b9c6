"""Tables copied into a text, their cells parted by tabs: rows with cells, and what only looks like one."""

from __future__ import annotations

from extract.pipeline import extract_bytes
from extract.readers import plain
from extract.source import LineKind

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
