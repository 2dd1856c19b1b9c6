"""Letters: what they ask of those whom they address, and by when."""

from __future__ import annotations

import pytest

from extract.records import Plan
from tests.plans import HEAD, TAIL, plan, read

_HEAD = (
    "BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 99/BYT-BMTE\n"
    "V/v tăng cường phòng, chống đuối nước trẻ em\nHà Nội, ngày 20 tháng 4 năm 2025\n"
    "Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương\n"
)
_TAIL = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nNguyễn Thị Hà"
_ASKED = "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"


def _letter(body: str) -> Plan:
    return read(_HEAD + body + _TAIL)


@pytest.mark.parametrize(("verb", "requested"), [("đề nghị", True), ("yêu cầu", False)])
def test_a_sentence_that_asks_for_all_below_it_lays_each_item_on_those_it_asks(verb: str, requested: bool) -> None:
    found = _letter(
        f"Bộ Y tế {verb} {_ASKED} chỉ đạo thực hiện các nội dung sau:\n"
        "1. Rà soát các hồ, ao, hoàn thành trước ngày 30/5/2025.\n"
        "2. Báo cáo kết quả về Bộ Y tế (qua Cục Bà mẹ và Trẻ em) trước ngày 15/12/2025 để tổng hợp.\n"
        "Trân trọng cảm ơn./."
    )
    assert [(duty.agencies, duty.requested, duty.quote[:7]) for duty in found.assignments] == [
        ((_ASKED,), requested, "Rà soát"),
        ((_ASKED,), requested, "Báo cáo"),
    ]
    assert [(time.kind, time.due, time.actor, time.recipient) for time in found.deadlines] == [
        ("task", "2025-05-30", _ASKED, None),
        ("report", "2025-12-15", _ASKED, "Bộ Y tế"),
    ]


_FLOODS = "Thực hiện Công văn số 25/VP-VX ngày 08/4/2025 của Văn phòng UBND tỉnh, UBND huyện yêu cầu Phòng Y tế chủ trì, phối hợp với UBND các xã cắm biển cảnh báo, báo cáo UBND huyện trước ngày 30/6/2025."


@pytest.mark.parametrize(
    ("line", "agencies", "role", "partners", "requested"),
    [
        (_FLOODS, ("Phòng Y tế",), "lead", ("UBND các xã",), False),
        (_FLOODS.replace("yêu cầu", "đề nghị"), ("Phòng Y tế",), "lead", ("UBND các xã",), True),
        ("Giao Sở Y tế: Chủ trì, phối hợp với các địa phương tiếp nhận thông tin.", ("Sở Y tế",), "lead", ("các địa phương",), False),
        ("Giao Công an tỉnh điều tra, báo cáo UBND tỉnh trước ngày 30/6/2025.", ("Công an tỉnh",), "implement", (), False),
        ("Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Y tế dạy bơi.", ("Sở Giáo dục và Đào tạo",), "lead", ("Sở Y tế",), False),
        ("UBND tỉnh yêu cầu các sở, ngành, UBND các huyện triển khai công tác trẻ em.", ("các sở, ngành", "UBND các huyện"), "implement", (), False),
    ],
)  # fmt: skip
def test_a_paragraph_of_a_letter_lays_its_duty(
    line: str, agencies: tuple[str, ...], role: str, partners: tuple[str, ...], requested: bool
) -> None:
    found = _letter(f"Trẻ em đuối nước còn nhiều.\n{line}\nTrân trọng cảm ơn./.").assignments
    assert [(one.agencies, one.role, one.partners, one.requested) for one in found] == [
        (agencies, role, partners, requested)
    ]


def test_who_is_asked_in_a_letter_acts_and_who_asks_issued_nothing() -> None:
    read = _letter(f"{_FLOODS}\nTrân trọng./.")
    assert [(one.actor, one.recipient, one.due) for one in read.deadlines] == [
        ("Phòng Y tế", "UBND huyện", "2025-06-30")
    ]
    assert [one.issuer for one in read.legal_refs] == ["Văn phòng UBND tỉnh"]


def test_place_and_date_below_what_a_letter_is_about_are_no_part_of_it() -> None:
    head = "ỦY BAN NHÂN DÂN\nHUYỆN TIÊN PHƯỚC\nSố: 412/UBND-VX\nV/v phòng, chống đuối nước trẻ em\nTiên Phước, ngày 12 tháng 6 năm 2022\n"
    said = read(f"{head}Kính gửi: Phòng Y tế.\n{_FLOODS}{_TAIL}").document
    assert (said.title, said.issued_on) == ("Công văn về việc phòng, chống đuối nước trẻ em", "2022-06-12")


def test_an_item_that_charges_another_office_is_its_duty() -> None:
    found = _letter(
        f"Bộ Y tế đề nghị {_ASKED} thực hiện một số nội dung sau:\n1. Rà soát các hồ, ao nguy hiểm.\n"
        "2. Giao Sở Giáo dục và Đào tạo tổ chức dạy bơi:\na) Mở lớp trong dịp hè.\n3. Tuyên truyền."
    )
    assert [duty.agencies for duty in found.assignments] == [(_ASKED,), ("Sở Giáo dục và Đào tạo",), (_ASKED,)]


def test_whom_a_letter_addresses_without_a_name_acts() -> None:
    found = _letter("Bộ Y tế đề nghị Quý Cơ quan báo cáo kết quả về Bộ Y tế trước ngày 20/5/2025.").deadlines
    assert [(time.actor, time.recipient) for time in found] == [("Quý Cơ quan", "Bộ Y tế")]


def test_a_list_that_nobody_is_asked_for_lays_no_duties() -> None:
    found = _letter("Bộ Y tế hướng dẫn thực hiện các nội dung sau:\n1. Rà soát các hồ, ao.\n2. Tuyên truyền.")
    assert found.assignments == ()


_OF_THE_MONTH = HEAD.replace("Thực hiện công tác trẻ em năm 2024", "Tổ chức Tháng hành động vì trẻ em năm 2024")


def test_when_the_theme_month_of_a_plan_is_binds_no_one() -> None:
    when = "II. THỜI GIAN, CHỦ ĐỀ\n1. Thời gian: từ ngày 01/6 đến ngày 30/6/2024.\nIII. NHIỆM VỤ\n1. Treo băng rôn.\n"
    task = "Thời gian: trước ngày 25/5/2024."
    text = f"I. MỤC ĐÍCH\n1. Giảm tai nạn.\n{when}{task}"
    assert [one.due for one in read(_OF_THE_MONTH + text + TAIL).deadlines] == ["2024-05-25"]
    assert [one.due for one in plan(text).deadlines] == ["2024-06-30", "2024-05-25"]


def test_until_when_results_are_told_is_no_time_to_act_by() -> None:
    asks = f"Bộ Y tế đề nghị {_ASKED} báo cáo các nội dung sau:\n"
    told = _letter(f"{asks}1. Cập nhật kết quả thực hiện đến hết tháng 3/2025.\n2. Đăng ký chỉ tiêu.")
    assert told.deadlines == ()
    to_come = _letter(f"{asks}1. Cập nhật kết quả thực hiện đến hết tháng 5/2025.\n2. Đăng ký chỉ tiêu.")
    assert [time.due for time in to_come.deadlines] == ["2025-05"]


def test_the_year_of_an_aim_among_tasks_is_no_deadline() -> None:
    tasks = "I. MỤC TIÊU\n1. Mục tiêu chung\nAn toàn.\n2. Nhiệm vụ và chỉ tiêu cụ thể\n"
    assert plan(f"{tasks}- Đến năm 2025: Giảm tỷ lệ tảo hôn xuống dưới 18%.").deadlines == ()
    assert [time.due for time in plan(f"{tasks}- Đến năm 2025: Hoàn thành việc cắm biển.").deadlines] == ["2025"]


def test_items_of_a_letter_that_say_who_answers_for_them_are_duties() -> None:
    body = "Bộ Y tế có ý kiến như sau:\n1. Tăng mức trợ cấp từ ngày 01/6/2025.\n2. Sở Y tế các tỉnh chủ trì, phối hợp với Công an tỉnh kiểm tra các bể bơi.\na) Các bệnh viện có trách nhiệm:\n- Trực cấp cứu.\n- Dự trữ thuốc."
    assert [(duty.agencies, duty.role, duty.quote[:12]) for duty in _letter(body).assignments] == [
        (("Sở Y tế các tỉnh",), "lead", "Sở Y tế các "),
        (("Các bệnh viện",), "implement", "Trực cấp cứu"),
        (("Các bệnh viện",), "implement", "Dự trữ thuốc"),
    ]


def test_a_sentence_beside_what_a_letter_asks_of_all_is_a_duty_where_it_says_so() -> None:
    asks = f"Bộ Y tế đề nghị {_ASKED} thực hiện các nội dung sau:\n1. Về bể bơi\na) Rà soát các bể bơi.\nCác trường tự quyết định việc dạy bơi.\n2. Về hồ, ao\nThủ trưởng các đơn vị có trách nhiệm cắm biển cảnh báo."
    assert ("Thủ trưởng các đơn vị",) in [duty.agencies for duty in _letter(asks).assignments]
    assert ("Các trường",) not in [duty.agencies for duty in _letter(asks).assignments]


_RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
TỈNH LÀO CAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/NQ-HĐND
Lào Cai, ngày 05 tháng 12 năm 2024
NGHỊ QUYẾT
Về Chương trình vì trẻ em giai đoạn 2025 - 2030
Căn cứ Luật Trẻ em ngày 05/4/2016;
QUYẾT NGHỊ:
Điều 1. Thông qua Chương trình vì trẻ em giai đoạn 2025 - 2030.
"""
_COUNCIL = ("Thường trực HĐND tỉnh", "các Ban HĐND tỉnh", "các đại biểu HĐND tỉnh")


@pytest.mark.parametrize(
    "last",
    [
        "Điều 2. Tổ chức thực hiện\nHội đồng nhân dân tỉnh giao:\n1. UBND tỉnh tổ chức thực hiện Nghị quyết.\n2. Thường trực HĐND tỉnh, các Ban HĐND tỉnh và các đại biểu HĐND tỉnh giám sát việc thực hiện.",
        "Điều 2. Giao UBND tỉnh tổ chức thực hiện Nghị quyết.\nĐiều 3. Thường trực HĐND tỉnh, các Ban HĐND tỉnh và các đại biểu HĐND tỉnh giám sát việc thực hiện.\nNghị quyết có hiệu lực từ ngày 15/12/2024.",
    ],
)
def test_who_carries_out_a_resolution_and_who_watches_over_it(last: str) -> None:
    found = read(_RESOLUTION + last + TAIL).assignments
    assert [duty.agencies for duty in found] == [("UBND tỉnh",), _COUNCIL]
