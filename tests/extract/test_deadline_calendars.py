"""Calendars of reports: a table with a column of times for each who sends."""

from __future__ import annotations

import pytest

from extract.records import Plan
from tests.plans import HEAD, TAIL, plan, read

_LEAD = "I. MỤC TIÊU\n1. Giảm tai nạn.\nII. CHẾ ĐỘ BÁO CÁO\nCác phòng, ban, UBND các xã gửi báo cáo về Phòng Giáo dục và Đào tạo theo lịch sau:\n"
_SENT = ("Các phòng, ban, UBND các xã", "Phòng Giáo dục và Đào tạo")


def _read(head: str, *rows: str, over: str = "") -> Plan:
    lines = [over, head] if over else [head]
    rule = "|" + "---|" * (head.count("|") - 1)
    return plan(_LEAD + "\n".join([lines[0], rule, *lines[1:], *rows]))


def _found(records: Plan) -> list[tuple[str, str, str | None, str | None, str | None]]:
    return [(d.kind, d.relation, d.due or d.recurrence, d.actor, d.recipient) for d in records.deadlines]


def test_each_column_whose_head_names_who_sends_sets_a_deadline() -> None:
    found = _read(
        "| TT | Kỳ báo cáo | Số liệu từ - đến | Đơn vị gửi trước ngày | Phòng GD&ĐT gửi trước ngày |",
        "| 1 | Báo cáo quý I | 01/01 - 15/3 | 20/3 | 25/3 |",
        "| 2 | Báo cáo 6 tháng | 01/01 - 15/6 | 20/6 | 25/6 |",
    )
    assert [(d.kind, d.relation, d.due, d.actor) for d in found.deadlines] == [
        ("report", "before", "2024-03-20", "Đơn vị"),
        ("report", "before", "2024-03-25", "Phòng Giáo dục và Đào tạo"),
        ("report", "before", "2024-06-20", "Đơn vị"),
        ("report", "before", "2024-06-25", "Phòng Giáo dục và Đào tạo"),
    ]
    assert found.assignments == () == found.targets
    assert found.deadlines[0].recipient == "Phòng Giáo dục và Đào tạo"
    assert found.deadlines[1].recipient is None


def test_a_head_over_several_columns_says_how_often() -> None:
    found = _read(
        "|  |  |  | Gửi Phòng GD&ĐT | Phòng GD&ĐT trình UBND huyện |",
        "| 1 | Báo cáo đầu năm học | Từ 15/6 đến 14/9 | Trước ngày 20/9 | Trước ngày 30/9 |",
        "| 2 | Báo cáo học kỳ I | Từ 15/9 đến 14/01 | Trước ngày 20/01 | Chậm nhất 31/01 |",
        over="| TT | Loại báo cáo | Kỳ số liệu | Thời hạn hằng năm |  |",
    )
    onward = ("Phòng Giáo dục và Đào tạo", "UBND huyện")
    assert _found(found) == [
        ("report", "before", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=20", *_SENT),
        ("report", "before", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30", *onward),
        ("report", "before", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=20", *_SENT),
        ("report", "by", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", *onward),
    ]
    assert found.assignments == ()


def test_a_column_of_a_period_of_figures_alone_sets_no_deadline() -> None:
    found = _read(
        "| TT | Loại báo cáo | Thời gian lấy số liệu |",
        "| 1 | Báo cáo 6 tháng | Từ 15/12/2023 đến 14/6/2024 |",
        "| 2 | Báo cáo năm | Từ 15/12/2023 đến 14/12/2024 |",
    )
    assert found.deadlines == ()


@pytest.mark.parametrize("head", ["Thời hạn gửi", "Nộp trước ngày", "Gửi báo cáo trước"])
def test_a_column_that_names_nobody_takes_both_from_the_words_above(head: str) -> None:
    found = _read(
        f"| TT | Tên báo cáo | {head} |", "| 1 | Báo cáo quý | 15/3/2024 |", "| 2 | Báo cáo năm | 15/11/2024 |"
    )
    assert [(d.kind, d.due, d.actor, d.recipient) for d in found.deadlines] == [
        ("report", "2024-03-15", *_SENT),
        ("report", "2024-11-15", *_SENT),
    ]


def test_a_plan_of_several_years_repeats_its_calendar_only_where_it_says_so() -> None:
    head = HEAD.replace("trẻ em năm 2024", "trẻ em giai đoạn 2024 - 2028")
    table = "| TT | Kỳ báo cáo | Phòng Y tế gửi trước ngày |\n|---|---|---|\n| 1 | Báo cáo năm | 15/12 |\n| 2 | Báo cáo 6 tháng | 15/6 |"
    found = read(head + _LEAD + table + TAIL)
    assert [(d.relation, d.recurrence, d.actor) for d in found.deadlines] == [
        ("before", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "Phòng Y tế"),
        ("before", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", "Phòng Y tế"),
    ]


@pytest.mark.parametrize("head", ["Thời gian trình", "Gửi trước ngày", "Thời hạn gửi UBND huyện"])
def test_who_sends_is_named_by_its_row_where_rows_have_a_column_for_it(head: str) -> None:
    found = plan(
        "I. MỤC TIÊU\n1. Giảm tai nạn.\nII. DANH MỤC ĐỀ ÁN\n"
        f"| TT | Tên đề án | Cơ quan chủ trì | Cơ quan phối hợp | {head} |\n|---|---|---|---|---|\n"
        "| 1 | Đề án trường học an toàn | Phòng Giáo dục và Đào tạo | Công an huyện | 15/7/2024 |\n"
        "| 2 | Kế hoạch phòng, chống đuối nước | Huyện đoàn | UBND các xã | 31/8/2024 |"
    )
    assert [(d.due, d.actor) for d in found.deadlines] == [
        ("2024-07-15", "Phòng Giáo dục và Đào tạo"),
        ("2024-08-31", "Huyện đoàn"),
    ]
