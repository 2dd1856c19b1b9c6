"""Tasks anywhere in a plan that name who does them, by a line or a bracket."""

from __future__ import annotations

import pytest

from extract.records import Plan
from tests.plans import plan


def tasks(body: str) -> Plan:
    return plan(f"I. MỤC TIÊU\n1. Giảm số trẻ em bị tai nạn.\nII. NHIỆM VỤ\n{body}\nIII. KINH PHÍ\nTừ ngân sách huyện.")


def said(body: str) -> list[tuple[str, tuple[str, ...], str, tuple[str, ...]]]:
    return [(one.quote, one.agencies, one.role, one.partners) for one in tasks(body).assignments]


_A, _B = "Rà soát trẻ em lang thang", "Mở lớp dạy bơi"
_LEAD = "Đơn vị chủ trì: Phòng Y tế.\nĐơn vị phối hợp: Công an huyện; các đơn vị liên quan.\nThời gian thực hiện: Thường xuyên."
_WHO = (("Phòng Y tế",), "lead", ("Công an huyện", "các đơn vị liên quan"))


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        (f"1. Công tác trẻ em\n- {_A}.\n{_LEAD}", [f"{_A}."]),
        (f"1. Công tác trẻ em\n- {_A}.\n{_LEAD}\n- {_B}.\n{_LEAD}", [f"{_A}.", f"{_B}."]),
        (f"1. Công tác trẻ em\n- {_A}.\n- {_B}.\n{_LEAD}", ["Công tác trẻ em"]),
        (f"1. Hoạt động 1\n- Nội dung: {_A}.\n{_LEAD}", [f"{_A}."]),
        (f"1. Hoạt động 1\n- Nội dung:\n+ {_A}.\n+ {_B}.\n{_LEAD}", [f"{_A}.\n+ {_B}."]),
        (f"1. {_A}\n{_LEAD}", [_A]),
        (f"1. Công tác trẻ em\na) {_A}.\n{_LEAD}\nb) {_B}.\n{_LEAD}", [f"{_A}.", f"{_B}."]),
        (f"1. Công tác trẻ em\n{_A}.\n{_LEAD}", [f"{_A}."]),
        (f"1. Công tác trẻ em\n1.1. {_A}.\n1.2. {_B}.\n{_LEAD}\n2. Khác\n- Làm việc.", ["Công tác trẻ em"]),
        (f"1. Công tác trẻ em\n1.1. Tuyên truyền.\n1.2. {_A}.\n{_LEAD}\n1.3. {_B}.\n{_LEAD}\n2. Khác\n- Làm việc.", [f"{_A}.", f"{_B}."]),
        (f"1. Công tác trẻ em\n- {_A}. Đơn vị chủ trì: Phòng Y tế; phối hợp: Công an huyện, các đơn vị liên quan.", [f"{_A}."]),
        (f"1. Công tác trẻ em\n- {_A} (Phòng Y tế chủ trì, phối hợp với Công an huyện và các đơn vị liên quan).", [_A]),
    ],
)  # fmt: skip
def test_a_line_charges_the_task_above_it(body: str, quotes: list[str]) -> None:
    assert said(body) == [(quote, *_WHO) for quote in quotes]


def test_who_does_a_task_without_leading_it_implements_it() -> None:
    assert said(f"1. Trẻ em\n- {_A}.\nĐơn vị thực hiện: UBND các xã.") == [
        (f"{_A}.", ("UBND các xã",), "implement", ())
    ]


def test_bullets_of_a_line_charge_the_task_or_say_what_their_agency_does() -> None:
    body = f"1. Trẻ em\n- {_A}.\n- Cơ quan thực hiện:\n+ Phòng Y tế chủ trì, phối hợp với Công an huyện.\n+ Phòng Nội vụ bố trí nhân lực."
    assert said(body) == [
        (f"{_A}.", ("Phòng Y tế",), "lead", ("Công an huyện",)),
        ("Phòng Nội vụ bố trí nhân lực.", ("Phòng Nội vụ",), "implement", ()),
    ]


def test_a_sentence_with_an_agency_as_its_subject_is_no_duty_outside_the_organising_part() -> None:
    assert said("1. Trẻ em\n- Phòng Y tế chủ trì tổ chức 10 buổi truyền thông.") == []


def test_the_time_of_a_task_binds_those_whom_its_line_charges() -> None:
    body = f"1. Trẻ em\n- {_A}.\nĐơn vị chủ trì: Phòng Y tế.\nThời gian thực hiện: Tháng 12/2024."
    assert [(one.quote, one.due, one.start_date, one.relation, one.actor) for one in tasks(body).deadlines] == [
        ("Thời gian thực hiện: Tháng 12/2024.", "2024-12", "2024-12", "within", "Phòng Y tế")
    ]


def test_under_the_heading_of_an_agency_a_bracket_changes_nothing() -> None:
    found = plan(f"I. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- {_A} (Công an huyện chủ trì).\n2. Phòng Nội vụ\n- {_B}.")
    assert [one.agencies for one in found.assignments] == [("Phòng Y tế",), ("Phòng Nội vụ",)]


def test_lines_with_labels_of_their_own_serve_what_stands_above_them() -> None:
    body = f"""1. Công tác trẻ em
1.1. Trẻ em lang thang
a) Nhiệm vụ:
- {_A}.
- {_B}.
b) Cơ quan thực hiện:
- Đơn vị chủ trì: Phòng Y tế.
- Đơn vị phối hợp: Công an huyện; các đơn vị liên quan.
c) Thời gian thực hiện: Hoàn thành trong năm 2025.
1.2. Bể bơi
a) Nhiệm vụ: {_B}.
b) Cơ quan thực hiện:
- Đơn vị chủ trì: Phòng Y tế.
- Đơn vị phối hợp: Công an huyện; các đơn vị liên quan."""
    assert said(body) == [("Trẻ em lang thang", *_WHO), (f"{_B}.", *_WHO)]
    assert [(one.due, one.actor) for one in tasks(body).deadlines] == [("2025", "Phòng Y tế")]


@pytest.mark.parametrize(
    ("bracket", "agency", "role", "due"),
    [
        ("Phòng Quản lý đô thị chủ trì, xong trước 15/5/2024", "Phòng Quản lý đô thị", "lead", "2024-05-15"),
        ("UBND các xã; hoàn thành trong tháng 5/2024", "UBND các xã", "implement", "2024-05"),
        ("Giao Phòng Y tế thực hiện, trước ngày 30/6/2024", "Phòng Y tế", "implement", "2024-06-30"),
    ],
)
def test_a_bracket_says_who_and_by_when(bracket: str, agency: str, role: str, due: str) -> None:
    found = plan(f"I. MỤC ĐÍCH\n1. Nâng cao nhận thức.\nII. NỘI DUNG\n1. Rà soát biển báo ({bracket}).")
    assert [(a.quote, a.agencies, a.role) for a in found.assignments] == [("Rà soát biển báo", (agency,), role)]
    assert [(d.actor, d.due) for d in found.deadlines] == [(agency, due)]


def test_lines_without_a_colon_above_bullets_charge_the_heading_of_the_items() -> None:
    found = tasks(
        "I. CÔNG TÁC TUYÊN TRUYỀN\n1. Nội dung\na) Phát tờ rơi;\nb) Treo áp phích.\n2. Cơ quan chủ trì, phối hợp\na) Cơ quan chủ trì\n- Phòng Y tế.\n"
        "- Phòng Tư pháp; Công an huyện.\nb) Cơ quan phối hợp\n- Hội Nông dân huyện.\n3. Thời gian thực hiện: Tháng 12/2024 và thường xuyên."
    )
    assert [(a.quote, a.agencies, a.role, a.partners) for a in found.assignments] == [
        ("CÔNG TÁC TUYÊN TRUYỀN", ("Phòng Y tế", "Phòng Tư pháp", "Công an huyện"), "lead", ("Hội Nông dân huyện",))
    ]
    assert [(d.due, d.actor) for d in found.deadlines] == [("2024-12", "Phòng Y tế; Phòng Tư pháp; Công an huyện")]


@pytest.mark.parametrize(
    "bracket", ["Giao Công an huyện tham mưu", "Giao Công an huyện chủ trì, phối hợp với Phòng Tư pháp tham mưu"]
)
def test_a_bracket_that_orders_names_who_does_it(bracket: str) -> None:
    found = tasks(f"1. Thành lập đoàn kiểm tra ({bracket}).")
    assert [(a.quote, a.agencies) for a in found.assignments] == [("Thành lập đoàn kiểm tra", ("Công an huyện",))]


def test_a_row_whose_agency_no_grammar_knows_is_less_sure() -> None:
    rows = "| 1 | Tổ chức lớp bơi cho trẻ em | Sở Y tế |\n| 2 | Tặng sách cho trẻ em | Nhóm thiện nguyện Hoa Sen |"
    annex = f"PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n| STT | Nhiệm vụ | Cơ quan chủ trì |\n| --- | --- | --- |\n{rows}"
    known, unknown = plan(f"I. NHIỆM VỤ\n1. Tuyên truyền.\n{annex}").assignments
    assert (known.agencies, unknown.agencies) == (("Sở Y tế",), ("Nhóm thiện nguyện Hoa Sen",))
    assert unknown.confidence < 0.9 <= known.confidence


@pytest.mark.parametrize(
    ("line", "quote", "due"),
    [
        ("- Mở 02 lớp tập huấn (trong quý II/2024).\n(Phòng Y tế chủ trì, phối hợp với Công an huyện)", "Mở 02 lớp tập huấn (trong quý II/2024).", "2024-06"),
        ("- Rà soát quy chế phối hợp (Phòng Y tế chủ trì, phối hợp với Công an huyện); hoàn thành trong quý II/2024.", "Rà soát quy chế phối hợp", "2024-06"),
    ],
)  # fmt: skip
def test_a_bracket_on_a_line_of_its_own_or_before_the_time(line: str, quote: str, due: str) -> None:
    found = plan(f"II. NHIỆM VỤ\n1. Truyền thông\n{line}\n2. Tập huấn\n- Tập huấn cho cộng tác viên.")
    assert [(a.quote, a.role, a.agencies, a.partners) for a in found.assignments] == [
        (quote, "lead", ("Phòng Y tế",), ("Công an huyện",))
    ]
    assert [(d.due, d.actor) for d in found.deadlines] == [(due, "Phòng Y tế")]
