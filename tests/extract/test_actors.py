"""Who acts and who receives: items with a subject of their own, bodies that are charged, persons in office, names of several."""

from __future__ import annotations

import pytest

from tests.plans import HEAD, organisation, plan, read


@pytest.mark.parametrize(
    ("body", "actor"),
    [
        ("1. Đề nghị Ủy ban MTTQ Việt Nam huyện và các tổ chức chính trị - xã hội\n- Huyện đoàn chủ trì tổ chức diễn đàn trẻ em trong tháng 7/2024.", "Huyện đoàn"),
        ("1. Các phòng, ban\n- Phòng Y tế lập danh sách trẻ em trước ngày 15/3/2024.", "Phòng Y tế"),
        ("1. Các đoàn thể huyện\n- Hội Liên hiệp Phụ nữ huyện gửi báo cáo trước ngày 15/3/2024.", "Hội Liên hiệp Phụ nữ huyện"),
        ("1. Các phòng, ban\n- Lập danh sách trẻ em trước ngày 15/3/2024.", "Các phòng, ban"),
        ("1. Phòng Y tế\n- UBND các xã gửi danh sách trước ngày 15/3/2024.", "UBND các xã"),
        ("1. UBND các xã, thị trấn\n- Rà soát trẻ em.\n- UBND huyện tổ chức sơ kết vào quý IV/2024.", "UBND huyện"),
        ("1. Đảng ủy Công an huyện\n- Lãnh đạo Công an huyện xử lý xong các vụ việc trước ngày 15/3/2024.", "Đảng ủy Công an huyện"),
        ("1. Các sở, ban, ngành tỉnh, UBND các xã\n- Trên cơ sở Kế hoạch này, các sở, ban, ngành tỉnh xây dựng kế hoạch trước ngày 15/3/2024.", "Các sở, ban, ngành tỉnh, UBND các xã"),
        ("1. Phòng Y tế\n- Mỗi xã, thị trấn cắm 20 biển cảnh báo trước ngày 15/6/2024.", "Mỗi xã, thị trấn"),
        ("1. Phòng Y tế\n- Hai ngành tổ chức sơ kết vào tháng 6 năm 2024.", "Hai ngành"),
        ("1. Phòng Y tế\n- Căn cứ nhiệm vụ được giao, hằng năm các đơn vị xây dựng dự toán trước ngày 20/7.", "các đơn vị"),
        ("1. Phòng Y tế\n- Trong vòng 24 giờ kể từ khi phát hiện, nhà trường phải báo UBND xã.", "nhà trường"),
        ("1. Phòng Y tế\n- Khi xảy ra vụ việc, thôn phải báo ngay cho UBND xã trong vòng 24 giờ.", "thôn"),
        ("1. Phòng Y tế\n- Tuyến tỉnh giám sát ít nhất 02 lần/năm; tuyến huyện giám sát 100% trạm y tế, mỗi quý 01 lần.", "tuyến huyện"),
        ("1. Ban Thường vụ Huyện đoàn\n- Phân công Ban Thanh thiếu nhi làm đầu mối theo dõi, tổng hợp, báo cáo Trung ương Đoàn trước ngày 05/9/2024.", "Ban Thanh thiếu nhi"),
        ("1. UBND huyện\n- Giao Phòng Y tế tổng hợp kết quả, báo cáo Sở Y tế trước ngày 05/9/2024.", "Phòng Y tế"),
        ("1. Phòng Y tế\n- Phân công cán bộ phụ trách, báo cáo kết quả trước ngày 05/9/2024.", "Phòng Y tế"),
    ],
)  # fmt: skip
def test_who_acts_below_a_heading(body: str, actor: str) -> None:
    assert [d.actor for d in organisation(body).deadlines] == [actor]


@pytest.mark.parametrize(
    ("line", "actor"),
    [
        ("Trong 10 ngày kể từ ngày nhận đủ hồ sơ, Hội đồng đánh giá cấp huyện thẩm định, trình UBND huyện.", "Hội đồng đánh giá cấp huyện"),
        ("Lãnh đạo quận thăm trẻ em tại Bệnh viện Nhi vào ngày 01/6/2024; các phường thăm trẻ em tại nhà.", "Lãnh đạo quận"),
    ],
)  # fmt: skip
def test_a_body_without_a_name_and_those_who_lead_act(line: str, actor: str) -> None:
    found = plan(f"I. MỤC TIÊU\n1. Giảm tai nạn.\nII. NHIỆM VỤ\n1. {line}").deadlines
    assert [one.actor for one in found] == [actor]


@pytest.mark.parametrize(
    ("line", "recipient"),
    [
        ("Báo cáo biến động trẻ em cho công chức phụ trách trước ngày 20 hằng tháng.", "công chức phụ trách"),
        ("Gửi số liệu cho cán bộ đầu mối của xã trước ngày 15/6/2024.", "cán bộ đầu mối của xã"),
        ("Nộp báo cáo cho giáo viên được phân công theo dõi, chậm nhất ngày 15/6/2024.", "giáo viên được phân công theo dõi"),
        ("Gửi báo cáo kết quả cho người trước ngày 15/6/2024.", None),
    ],
)  # fmt: skip
def test_a_person_in_office_receives(line: str, recipient: str | None) -> None:
    assert [d.recipient for d in organisation(f"1. Trường Mầm non Hoa Sen\n- {line}").deadlines] == [recipient]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Các huyện, thành Đoàn, Đoàn trực thuộc", ("Các huyện, thành Đoàn", "Đoàn trực thuộc")),
        ("Các huyện, thị, thành đoàn", ("Các huyện, thị, thành đoàn",)),
        ("Các Huyện, Thị, Thành ủy, Đảng ủy trực thuộc", ("Các Huyện, Thị, Thành ủy", "Đảng ủy trực thuộc")),
        ("Các huyện, thành phố", ("Các huyện, thành phố",)),
    ],
)
def test_unions_and_committees_of_several_units(heading: str, names: tuple[str, ...]) -> None:
    assert [a.agencies for a in organisation(f"1. {heading}\n- Phân công người phụ trách.").assignments] == [names]


def test_whoever_answers_for_something_is_named_apart() -> None:
    found = organisation(
        "1. Phòng Y tế\n- Hướng dẫn chuyên môn.\nYêu cầu thủ trưởng các cơ quan, đơn vị, Trưởng các thôn, Tổ trưởng tổ dân phố triển khai thực hiện."
    ).assignments
    assert found[-1].agencies == ("thủ trưởng các cơ quan, đơn vị", "Trưởng các thôn", "Tổ trưởng tổ dân phố")


@pytest.mark.parametrize("station", ["Đồn Công an thủy điện", "Đồn Công an Khu kinh tế", "Trạm Công an cửa khẩu"])
def test_a_station_of_the_police_helps(station: str) -> None:
    found = organisation(f"1. Công an huyện\n- Tuần tra; phối hợp với {station} kiểm tra các bến đò.").assignments
    assert [a.partners for a in found] == [(station,)]


def test_those_who_help_carry_a_task_out() -> None:
    found = organisation("1. Phòng Y tế\n- Hướng dẫn.").assignments
    assert len(found) == 1
    task = "II. NHIỆM VỤ\n1. Mở lớp phổ cập bơi. (Đoàn TNCS Hồ Chí Minh xã chủ trì, phối hợp với các trường học thực hiện)\n2. Tuyên truyền."
    charged = read(HEAD + "I. MỤC TIÊU\n1. Giảm tai nạn.\n" + task).assignments
    assert [(a.quote, a.agencies, a.role, a.partners) for a in charged] == [
        ("Mở lớp phổ cập bơi.", ("Đoàn TNCS Hồ Chí Minh xã",), "lead", ("các trường học",))
    ]


def test_notice_of_money_is_about_the_budget() -> None:
    found = organisation("1. Phòng Tài chính\n- Gửi thông báo kinh phí cho các đơn vị trước ngày 25/12/2024.").deadlines
    assert [(d.kind, d.recipient) for d in found] == [("budget", "các đơn vị")]


def test_what_the_issuers_of_a_joint_plan_do_together_is_a_duty_of_each() -> None:
    found = organisation(
        "1. Trách nhiệm chung\n- Khen thưởng tập thể có thành tích trước ngày 15/6/2024.\n"
        "2. Công an tỉnh\n- Điều tra các vụ việc.\n3. Hội Phụ nữ tỉnh\n- Vận động hội viên.\n"
        "4. Công an, Hội Phụ nữ các huyện\n- Lập kế hoạch."
    )
    assert [a.agencies for a in found.assignments][:3] == [
        ("Công an tỉnh", "Hội Phụ nữ tỉnh"),
        ("Công an tỉnh",),
        ("Hội Phụ nữ tỉnh",),
    ]
    assert [d.actor for d in found.deadlines] == [None]
