"""Duties as different offices word them: names whole, subjects of sentences, what lays none."""

from __future__ import annotations

import pytest

from tests.plans import organisation, plan


@pytest.mark.parametrize(
    ("heading", "agencies"),
    [
        ("Trách nhiệm của Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",)),
        ("Các tỉnh, thành phố trực thuộc trung ương", ("Các tỉnh, thành phố trực thuộc trung ương",)),
        ("Các trường Mầm non, Tiểu học số 1, Tiểu học số 2 và THCS trên địa bàn", ("Các trường Mầm non, Tiểu học số 1, Tiểu học số 2 và THCS trên địa bàn",)),
        ("Phòng Nghiệp vụ Y, Sở Y tế", ("Phòng Nghiệp vụ Y, Sở Y tế",)),
        ("Phòng Y tế, Sở Y tế", ("Phòng Y tế", "Sở Y tế")),
        ("Chủ tịch UBND xã, trưởng thôn", ("Chủ tịch UBND xã", "trưởng thôn")),
        ("Tổ đảng ở Thường trực Hội đồng Dân tộc", ("Tổ đảng ở Thường trực Hội đồng Dân tộc",)),
    ],
)  # fmt: skip
def test_names_keep_what_they_are_under_and_where_they_are(heading: str, agencies: tuple[str, ...]) -> None:
    found = organisation(f"1. {heading}\na) Lập danh sách;\nb) Chỉ đạo thực hiện.").assignments
    assert [record.agencies for record in found] == [agencies, agencies]


@pytest.mark.parametrize("office", ["Sở Xây dựng", "Phòng Tổ chức", "Ban Tổ chức", "Phòng Tham mưu"])
def test_an_office_that_is_called_by_a_verb_heads_its_duties(office: str) -> None:
    found = organisation(f"1. Sở Y tế:\n- Khám.\n2. {office}:\n- Rà soát.\n3. Công an tỉnh:\n- Tuần tra.").assignments
    assert [(record.agencies, record.confidence > 0.9) for record in found] == [
        (("Sở Y tế",), True),
        ((office,), True),
        (("Công an tỉnh",), True),
    ]


_OFFICES = [
    "Các cơ quan, đơn vị liên quan",
    "Các cơ sở giáo dục mầm non, tiểu học, trung học cơ sở",
    "Cộng tác viên trẻ em các thôn",
    "Chi cục Dân số - Trẻ em và Phòng, chống tệ nạn xã hội",
    "Phòng Bảo trợ xã hội và Trẻ em",
    "Trường Chính trị tỉnh",
    "Thuế tỉnh Lào Cai",
    "Thuế cơ sở 5",
    "Thi hành án dân sự tỉnh",
]


@pytest.mark.parametrize("office", _OFFICES)
@pytest.mark.parametrize(
    "style", ["1. {0}:\n- Rà soát.", "1. {0}: Rà soát.", "1. {0} rà soát số liệu.", "1. Giao {0} rà soát số liệu."]
)
def test_offices_are_named_whole_in_every_style_of_heading(style: str, office: str) -> None:
    found = organisation(f"{style.format(office)}\n2. Công an tỉnh\n- Tuần tra.").assignments
    assert [record.agencies for record in found] == [(office,), ("Công an tỉnh",)]


@pytest.mark.parametrize(
    ("duty", "agencies", "role"),
    [
        ("Ủy ban nhân dân huyện tổ chức thực hiện giao nhiệm vụ cho từng xã.", ("Ủy ban nhân dân huyện",), "implement"),
        ("Thông tấn xã Việt Nam và các cơ quan thông tin đại chúng chú trọng tuyên truyền.", ("Thông tấn xã Việt Nam", "các cơ quan thông tin đại chúng"), "implement"),
        ("Đề nghị các tổ chức chính trị - xã hội, hiệp hội phối hợp với Sở Y tế vận động hội viên.", ("các tổ chức chính trị - xã hội, hiệp hội",), "coordinate"),
        ("Phòng Y tế theo chức năng nhiệm vụ được giao phối hợp với Công an huyện tuần tra.", ("Phòng Y tế",), "coordinate"),
        ("Phòng Y tế tăng cường phối hợp giữa nhà trường và gia đình.", ("Phòng Y tế",), "implement"),
    ],
)  # fmt: skip
def test_who_does_what_a_sentence_says(duty: str, agencies: tuple[str, ...], role: str) -> None:
    (found,) = organisation(f"1. {duty}").assignments
    assert (found.agencies, found.role) == (agencies, role)


@pytest.mark.parametrize(
    ("duty", "role"),
    [
        ("Đầu mối tham mưu Ủy ban nhân dân huyện triển khai Kế hoạch.", "lead"),
        ("Cập nhật phần mềm; đầu mối tổng hợp số liệu của các xã.", "lead"),
        ("Cử cán bộ đầu mối tổng hợp số liệu.", "implement"),
    ],
)
def test_who_is_the_hub_leads_with_and_without_a_verb(duty: str, role: str) -> None:
    assert [record.role for record in organisation(f"1. Phòng Y tế\n- {duty}").assignments] == [role]


@pytest.mark.parametrize(
    ("duty", "partners"),
    [
        ("Phối hợp với Phòng Giáo dục Trung học - Giáo dục thường xuyên của Sở Giáo dục và Đào tạo thống kê học sinh.", ("Phòng Giáo dục Trung học - Giáo dục thường xuyên của Sở Giáo dục và Đào tạo",)),
        ("Phối hợp với các Bộ, ngành liên quan: Tài chính, Nội vụ hướng dẫn các xã.", ("các Bộ, ngành liên quan: Tài chính, Nội vụ",)),
        ("Phối hợp với Phòng Y tế - Theo dõi trẻ em.", ("Phòng Y tế",)),
    ],
)  # fmt: skip
def test_names_of_partners_are_whole(duty: str, partners: tuple[str, ...]) -> None:
    assert [record.partners for record in organisation(f"1. Công an huyện\n- {duty}").assignments] == [partners]


def test_all_that_stand_below_a_request_are_requested() -> None:
    body = "1. Đề nghị Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội\na) Đoàn Thanh niên xã: tổ chức hoạt động hè.\nb) Hội Nông dân xã: vận động hội viên.\n2. Trạm Y tế xã\n- Khám cho trẻ em."
    found = organisation(body).assignments
    assert [(record.agencies, record.requested) for record in found] == [
        (("Đoàn Thanh niên xã",), True),
        (("Hội Nông dân xã",), True),
        (("Trạm Y tế xã",), False),
    ]


@pytest.mark.parametrize(
    ("closing", "agencies"),
    [
        ("UBND xã sẽ tổ chức sơ kết vào quý IV/2024. Quá trình thực hiện nếu có vướng mắc, các ngành phản ánh về UBND xã.", ("UBND xã", "các ngành")),
        ("Ban Thường vụ Hội LHPN tỉnh tổ chức tổng kết vào tháng 12/2024. Đề nghị các đơn vị triển khai.", ("Ban Thường vụ Hội LHPN tỉnh", "các đơn vị")),
    ],
)  # fmt: skip
def test_the_issuer_that_sums_up_at_the_end_has_a_duty_of_its_own(closing: str, agencies: tuple[str, ...]) -> None:
    last = organisation(
        f"1. Trạm Y tế xã\n- Khám cho trẻ em.\n2. Ban nhân dân các thôn\nHọp dân.\n{closing}"
    ).assignments[-1]
    assert last.agencies == agencies


def test_the_role_of_a_closing_paragraph_is_that_of_whom_it_asks() -> None:
    closing = "Trên đây là Kế hoạch, đề nghị các đơn vị phối hợp triển khai thực hiện."
    assert organisation(f"1. Phòng Y tế\n- Khám cho trẻ em.\n{closing}").assignments[-1].role == "coordinate"


def test_reporting_is_a_duty_as_an_item_and_none_as_a_section() -> None:
    said = "Các đơn vị gửi báo cáo về Phòng Y tế trước ngày 01/6/2024."
    item = organisation(f"1. Phòng Y tế\n- Khám cho trẻ em.\n2. Chế độ báo cáo: {said}").assignments
    assert [(record.agencies, record.quote) for record in item[1:]] == [(("Các đơn vị",), said)]
    section = "PHẦN III\nTỔ CHỨC THỰC HIỆN\nI. TRÁCH NHIỆM\n1. Phòng Y tế: khám cho trẻ em.\n2. Công an huyện: tuần tra.\nII. CHẾ ĐỘ BÁO CÁO"
    found = plan(
        f"PHẦN I\nMỤC TIÊU\n1. Giảm tai nạn.\nPHẦN II\nNHIỆM VỤ\n1. Tuyên truyền.\n{section}\n{said}"
    ).assignments
    assert [record.quote for record in found] == ["khám cho trẻ em.", "tuần tra."]


def test_a_plan_closes_behind_a_schedule_too() -> None:
    schedule = (
        "IV. LỊCH HOẠT ĐỘNG\nTháng 3: Phát động.\nTrên đây là Kế hoạch. UBND huyện yêu cầu các ban, đơn vị triển khai."
    )
    assert organisation(f"1. Phòng Y tế\n- Khám cho trẻ em.\n{schedule}").assignments[-1].agencies == (
        "các ban, đơn vị",
    )


def test_from_when_a_document_holds_is_no_duty() -> None:
    found = organisation(
        "1. Phòng Y tế\n- Tuyên truyền.\nQuyết định này có hiệu lực thi hành kể từ ngày ký."
    ).assignments
    assert [record.quote for record in found] == ["Tuyên truyền."]
