"""Deadlines whose dates lean on other words: a year written once or in the title alone, a season in front, a term in working days."""

from __future__ import annotations

import pytest

from extract.records import Deadline
from tests.plans import HEAD, TAIL, organisation, read

_HEADED = "1. Phòng Y tế\n"
_OF_SEVERAL_YEARS = HEAD.replace("trẻ em năm 2024", "trẻ em giai đoạn 2024 - 2028")


def _times(records: tuple[Deadline, ...]) -> list[tuple[str, str, str | None, str | None]]:
    return [(d.kind, d.relation, d.due or d.recurrence, d.start_date) for d in records]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # a year written behind the last of several days holds for all of them
        ("Báo cáo kết quả 6 tháng, năm về Sở Y tế trước ngày 05/6 và 30/11/2024.", [("report", "before", "2024-06-05", None), ("report", "before", "2024-11-30", None)]),
        ("Gửi số liệu về Sở Y tế chậm nhất ngày 10/4, 10/7 và 10/10/2024.", [("report", "by", "2024-04-10", None), ("report", "by", "2024-07-10", None), ("report", "by", "2024-10-10", None)]),
        ("Báo cáo Sở Y tế trước ngày 15/6 (6 tháng) và ngày 15/12/2024 (năm).", [("report", "before", "2024-06-15", None), ("report", "before", "2024-12-15", None)]),
        # reports of a plan for one year fall in it, however periodic they are called
        ("Báo cáo định kỳ 6 tháng trước ngày 31/5, báo cáo năm trước ngày 15/11/2024.", [("report", "before", "2024-05-31", None), ("report", "before", "2024-11-15", None)]),
        ("Định kỳ báo cáo quý I trước ngày 20/3, báo cáo năm chậm nhất ngày 01/12/2024.", [("report", "before", "2024-03-20", None), ("report", "by", "2024-12-01", None)]),
        ("Báo cáo định kỳ 6 tháng trước ngày 31/5, báo cáo năm trước ngày 15/11 hằng năm.", [("report", "before", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31", None), ("report", "before", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15", None)]),
        # a day in brackets behind the season or event that it stands for
        ("Cắm biển cảnh báo tại các hồ trước mùa mưa lũ (30/4/2024).", [("task", "before", "2024-04-30", None)]),
        ("Sửa chữa phòng học trước năm học mới (trước ngày 25/8/2024).", [("task", "before", "2024-08-25", None)]),
        ("Hoàn thành việc tiêm chủng trước kỳ nghỉ hè (ngày 31/5/2024).", [("task", "before", "2024-05-31", None)]),
        ("Trao học bổng vào dịp khai giảng (05/9/2024).", [("task", "by", "2024-09-05", None)]),
        ("Rà soát các điểm nguy hiểm (30/4/2024).", []),
        # terms in working days need no beginning
        ("Tiếp nhận, cấp số định danh cho trẻ trong 01 ngày làm việc.", [("task", "within", None, None)]),
        ("Trả kết quả không quá 03 ngày làm việc.", [("task", "within", None, None)]),
        ("Giải quyết hồ sơ tối đa 05 ngày làm việc; lưu trữ theo quy định.", [("task", "within", None, None)]),
        ("Tổ chức tập huấn trong 02 ngày.", []),
        # how many are won a year is a target
        ("Mỗi năm vận động nhận đỡ đầu 15 trẻ mồ côi.", []),
        ("Hằng năm phối hợp vận động trao tặng 120 suất học bổng.", []),
        ("Mỗi năm tổ chức tổng kết một lần.", [("task", "every", "FREQ=YEARLY", None)]),
    ],
)  # fmt: skip
def test_days_that_lean_on_other_words(line: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert _times(organisation(f"{_HEADED}- {line}").deadlines) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tháng 6, 7/2024.", ("2024-06", "2024-07")),
        ("Tháng 6 và tháng 7/2024.", ("2024-06", "2024-07")),
        ("tháng 3, 4, 5 năm 2024.", ("2024-03", "2024-05")),
    ],
)
def test_months_that_follow_one_another_are_one_span(words: str, expected: tuple[str, str]) -> None:
    found = organisation(f"{_HEADED}- Mở lớp dạy bơi.\n+ Thời gian: {words}").deadlines
    assert [(d.start_date, d.due) for d in found] == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Nghiên cứu, trình HĐND tỉnh ban hành mức hỗ trợ cộng tác viên trong năm 2025.", ["2025"]),
        ("Phê duyệt Đề án tìm kiếm hài cốt liệt sĩ trong năm 2026.", ["2026"]),
        ("Thành lập tổ công tác trong năm 2025; duy trì hoạt động.", ["2025"]),
        ("Tiếp tục triển khai chính sách trong năm 2025.", []),
        ("Phấn đấu giảm tỷ lệ tảo hôn trong năm 2025.", []),
        ("Xây dựng 25 điểm vui chơi trong năm 2025.", []),
    ],
)
def test_a_task_of_a_year_of_a_longer_plan(line: str, expected: list[str]) -> None:
    body = f"I. MỤC TIÊU\n1. Giảm tai nạn.\nII. TỔ CHỨC THỰC HIỆN\n{_HEADED}- {line}"
    found = read(_OF_SEVERAL_YEARS + body + TAIL).deadlines
    assert [d.due for d in found] == expected
    assert all((d.relation, d.start_date, d.actor) == ("within", d.due, "Phòng Y tế") for d in found)


def test_who_receives_what_a_task_of_a_year_hands_in() -> None:
    line = "- Lập đề án trình HĐND tỉnh thông qua trong năm 2025."
    body = f"I. MỤC TIÊU\n1. Giảm tai nạn.\nII. TỔ CHỨC THỰC HIỆN\n{_HEADED}{line}"
    assert [d.recipient for d in read(_OF_SEVERAL_YEARS + body + TAIL).deadlines] == ["HĐND tỉnh"]


def test_the_year_of_a_plan_says_no_time_in_it() -> None:
    assert organisation(f"{_HEADED}- Thành lập tổ công tác trong năm 2024.").deadlines == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tổ chức các lớp dạy bơi từ tháng 6 đến tháng 8.", [("task", "within", "2024-08", "2024-06")]),
        ("Mở các lớp dạy bơi từ ngày 01/6 đến hết ngày 30/6.", [("task", "within", "2024-06-30", "2024-06-01")]),
        ("Mở lớp dạy bơi từ ngày 10 đến ngày 15/6.", [("task", "within", "2024-06-15", "2024-06-10")]),
        ("Rà soát các hồ, ao từ quý II đến quý IV.", [("task", "within", "2024-12", "2024-04")]),
        ("Rà soát các hồ, ao trong quý I, III.", [("task", "within", "2024-03", "2024-01"), ("task", "within", "2024-09", "2024-07")]),
        ("Rà soát các hồ, ao trong quý II và quý III.", [("task", "within", "2024-09", "2024-04")]),
        ("Rà soát các hồ, ao trong quý I và quý III năm 2024.", [("task", "within", "2024-03", "2024-01"), ("task", "within", "2024-09", "2024-07")]),
        ("Báo cáo Sở Y tế trước ngày 10/6, 10/12.", [("report", "before", "2024-06-10", None), ("report", "before", "2024-12-10", None)]),
        # over New Year nobody says of which
        ("Tuyên truyền phòng, chống rét từ tháng 11 đến tháng 2.", []),
        ("Hằng năm, từ tháng 11 đến tháng 02 năm sau, kiểm tra các điểm trường.", [("task", "within", "FREQ=YEARLY;BYMONTH=2", None)]),
        ("Mở lớp học bơi từ ngày 06/6 đến ngày 30/7 hằng năm.", [("task", "within", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=30", None)]),
        ("Kiểm tra các điểm trường trong tháng 6 - 8 hằng năm.", [("task", "within", "FREQ=YEARLY;BYMONTH=8", None)]),
    ],
)  # fmt: skip
def test_spans_and_lists_without_a_year(line: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert _times(organisation(f"{_HEADED}- {line}").deadlines) == expected


@pytest.mark.parametrize(
    ("cell", "of_one_year", "of_several"),
    [
        (
            "Trước ngày 10/6 và 10/12",
            [("before", "2024-06-10", None), ("before", "2024-12-10", None)],
            [("before", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10", None), ("before", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10", None)],
        ),
        (
            "trước ngày 10/6, 10/12",
            [("before", "2024-06-10", None), ("before", "2024-12-10", None)],
            [("before", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10", None), ("before", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10", None)],
        ),
        ("Trước 10/6; 10/12", [("before", "2024-06-10", None), ("before", "2024-12-10", None)], None),
        ("10/6, 10/12", [("by", "2024-06-10", None), ("by", "2024-12-10", None)], []),
        ("Quý I, III", [("within", "2024-03", "2024-01"), ("within", "2024-09", "2024-07")], []),
        ("Quý II, quý III", [("within", "2024-09", "2024-04")], []),
        ("Quý I, II, III, IV", [("within", "2024-12", "2024-01")], []),
        ("Quý III - IV", [("within", "2024-12", "2024-07")], []),
        ("6 tháng đầu năm", [("within", "2024-06", "2024-01")], []),
        ("Tháng 6 - 8", [("within", "2024-08", "2024-06")], []),
        ("Tháng 5, 6, 9", [("within", "2024-06", "2024-05"), ("within", "2024-09", "2024-09")], []),
        ("Từ ngày 01/6 đến ngày 30/6", [("within", "2024-06-30", "2024-06-01")], [("within", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30", None)]),
        ("01/6 - 30/6", [("within", "2024-06-30", "2024-06-01")], []),
    ],
)  # fmt: skip
def test_cells_without_a_year(
    cell: str, of_one_year: list[tuple[str, str, str | None]], of_several: list[tuple[str, str, str | None]] | None
) -> None:
    table = f"| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Rà soát hồ, ao | Phòng Y tế | {cell} |"
    for head, expected in ((HEAD, of_one_year), (_OF_SEVERAL_YEARS, of_several)):
        found = read(f"{head}I. MỤC TIÊU\n1. Giảm tai nạn.\nII. PHÂN CÔNG NHIỆM VỤ\n{table}{TAIL}").deadlines
        assert expected is None or [(d.relation, d.due or d.recurrence, d.start_date) for d in found] == expected
