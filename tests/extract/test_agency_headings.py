"""Headings of agencies: the names take up their whole line, whatever they are called."""

from __future__ import annotations

import pytest

from tests.plans import organisation, plan


@pytest.mark.parametrize(
    ("heading", "agencies"),
    [
        ("Phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới", ["Phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới"]),
        ("Phòng Văn hóa và Thông tin - Phòng Kinh tế và Hạ tầng", ["Phòng Văn hóa và Thông tin", "Phòng Kinh tế và Hạ tầng"]),
        ("Chi cục Dân số - Trẻ em và Phòng, chống tệ nạn xã hội", ["Chi cục Dân số - Trẻ em và Phòng, chống tệ nạn xã hội"]),
        ("Trung tâm Dịch vụ việc làm, Trung tâm Cung ứng dịch vụ công", ["Trung tâm Dịch vụ việc làm", "Trung tâm Cung ứng dịch vụ công"]),
        ("Các sở, ngành chủ trì, quản lý, tham gia thực hiện các dự án", ["Các sở, ngành chủ trì, quản lý, tham gia thực hiện các dự án"]),
        ("Các doanh nghiệp hoạt động trong lĩnh vực vận tải, kho bãi", ["Các doanh nghiệp hoạt động trong lĩnh vực vận tải, kho bãi"]),
        ("Các phòng, ban căn cứ chức năng, nhiệm vụ được giao", ["Các phòng, ban"]),
        ("Phòng Y tế – Cơ quan thường trực", ["Phòng Y tế"]),
        ("Phòng Y tế (Cơ quan thường trực Ban Chỉ đạo):", ["Phòng Y tế"]),
        ("Phòng Y tế chủ trì, phối hợp với các đơn vị", ["Phòng Y tế"]),
        ("Đồng chí Trần Văn B, Trưởng ban Tuyên giáo", ["Đồng chí Trần Văn B, Trưởng ban Tuyên giáo"]),
        ("Các chi, đảng bộ trực thuộc", ["Các chi, đảng bộ trực thuộc"]),
        ("Hạt Kiểm lâm và Trạm Chăn nuôi; Đội Quản lý trật tự đô thị", ["Hạt Kiểm lâm", "Trạm Chăn nuôi", "Đội Quản lý trật tự đô thị"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("label", ["1. ", "1/ ", "a) "])
def test_a_line_above_its_duties_is_made_of_names(heading: str, agencies: list[str], label: str) -> None:
    found = organisation(f"{label}{heading}\n- Rà soát số liệu trẻ em.\n- Báo cáo kết quả.")
    assert [(list(one.agencies), one.quote) for one in found.assignments] == [
        (agencies, "Rà soát số liệu trẻ em."),
        (agencies, "Báo cáo kết quả."),
    ]


@pytest.mark.parametrize(
    ("line", "agencies", "quote"),
    [
        ("1. Các cơ quan, đơn vị xây dựng kế hoạch của mình.", ["Các cơ quan, đơn vị"], "Các cơ quan, đơn vị xây dựng kế hoạch của mình."),
        ("1. Phòng Y tế nhân dịp này thăm trẻ em.", ["Phòng Y tế"], "Phòng Y tế nhân dịp này thăm trẻ em."),
        ("1. Trung tâm Văn hóa - Thể thao và Truyền thanh: mở lớp.", ["Trung tâm Văn hóa - Thể thao và Truyền thanh"], "mở lớp."),
        ("1. Hội Bảo vệ thiên nhiên, môi trường và Người cao tuổi: trồng cây.", ["Hội Bảo vệ thiên nhiên, môi trường và Người cao tuổi"], "trồng cây."),
    ],
)  # fmt: skip
def test_duties_behind_the_names(line: str, agencies: list[str], quote: str) -> None:
    assert [(list(one.agencies), one.quote) for one in organisation(line).assignments] == [(agencies, quote)]


def test_the_closing_paragraph_addresses_those_of_all_its_sentences() -> None:
    body = """1. Phòng Y tế
- Rà soát số liệu.
Trên đây là Kế hoạch của huyện. Đề nghị các cơ quan, đơn vị triển khai thực hiện. Trong quá trình thực hiện, nếu cần bổ sung các phòng, ban chủ động đề xuất gửi Phòng Y tế."""
    assert [one.agencies for one in organisation(body).assignments][1:] == [("các cơ quan, đơn vị", "các phòng, ban")]


@pytest.mark.parametrize("mark", [":", ""])
def test_under_a_group_each_item_that_opens_with_an_office_is_for_that_office(mark: str) -> None:
    body = f"""1. Các phòng thuộc Sở
- Phòng Trẻ em{mark}{"" if mark else " chủ trì"} rà soát số liệu.
- Báo cáo Giám đốc Sở.
- Phòng Kế hoạch:
+ Lập dự toán.
- Lưu hồ sơ.
2. Các doanh nghiệp
- Doanh nghiệp bố trí kinh phí."""
    assert [one.agencies for one in organisation(body).assignments] == [
        ("Phòng Trẻ em",),
        ("Các phòng thuộc Sở",),
        ("Phòng Kế hoạch",),
        ("Các phòng thuộc Sở",),
        ("Các doanh nghiệp",),
    ]


def test_a_part_all_of_whose_headings_are_offices_lays_duties_beside_the_one_that_says_so() -> None:
    body = """I. MỤC TIÊU
1. Giảm số trẻ em bị tai nạn.
II. NHIỆM VỤ CHỦ YẾU
1. Phòng Y tế
- Cân đo trẻ em.
2. Công an huyện: tuần tra.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ: theo dõi.
IV. CHẾ ĐỘ BÁO CÁO
1. Phòng Y tế: báo cáo.
2. Công an huyện: báo cáo."""
    assert [one.agencies for one in plan(body).assignments] == [("Phòng Y tế",), ("Công an huyện",), ("Phòng Nội vụ",)]


def test_a_part_of_what_offices_are_in_charge_of_lays_duties_whatever_it_is_called() -> None:
    found = plan(
        "Phần I\nNHÌN LẠI\nTrẻ em ngày càng được quan tâm.\nPhần II\nAI LÀM GÌ\n1. Phòng Y tế chủ trì chỉ tiêu 3.\n2. Công an huyện phụ trách chỉ tiêu 9.\n"
        "3. Phòng Tư pháp chịu trách nhiệm về chỉ tiêu 14."
    )
    assert [(one.agencies, one.indicators) for one in found.assignments] == [
        (("Phòng Y tế",), (3,)), (("Công an huyện",), (9,)), (("Phòng Tư pháp",), (14,)),
    ]  # fmt: skip
    assert [one.title for one in found.sections if "." not in one.path] == ["NHÌN LẠI", "AI LÀM GÌ"]


def test_names_that_no_list_knows_are_read_to_the_verb() -> None:
    body = "1. Đề nghị Văn phòng Tỉnh ủy và các Ban Xây dựng Đảng, Kiểm toán nhà nước khu vực II, Ngân hàng nhà nước khu vực 8 tăng cường công tác bảo vệ trẻ em."
    (one,) = organisation(body).assignments
    assert one.agencies == (
        "Văn phòng Tỉnh ủy", "Ban Xây dựng Đảng", "Kiểm toán nhà nước khu vực II", "Ngân hàng nhà nước khu vực 8",
    )  # fmt: skip


def test_a_heading_whose_last_name_goes_on_in_the_line_below() -> None:
    body = "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Liên hiệp\n\nPhụ nữ tỉnh và các tổ chức thành viên của Mặt trận\n\n- Giám sát việc thực hiện.\n\n- Vận động hội viên."
    found = organisation(body).assignments
    names = (
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "Hội Liên hiệp Phụ nữ tỉnh",
        "các tổ chức thành viên của Mặt trận",
    )
    assert [(one.agencies, one.quote) for one in found] == [
        (names, "Giám sát việc thực hiện."),
        (names, "Vận động hội viên."),
    ]


def test_brackets_of_a_name_are_not_taken_apart() -> None:
    found = organisation(
        "1. Các doanh nghiệp viễn thông (Viễn thông A, Công ty B và doanh nghiệp khác)\n- Bảo đảm thông tin."
    )
    assert [one.agencies for one in found.assignments] == [
        ("Các doanh nghiệp viễn thông (Viễn thông A, Công ty B và doanh nghiệp khác)",)
    ]


@pytest.mark.parametrize("label", ["1.1. ", "a) "])
def test_numbered_parts_below_an_office_alone_on_its_line_are_those_of_its_offices(label: str) -> None:
    body = f"1. Sở Giáo dục và Đào tạo\n{label}Phòng Chính trị tư tưởng - Công tác học sinh, sinh viên: Tổng hợp báo cáo.\n2. Công an tỉnh\n- Tuần tra."
    assert [one.agencies for one in organisation(body).assignments] == [
        ("Phòng Chính trị tư tưởng - Công tác học sinh, sinh viên",),
        ("Công an tỉnh",),
    ]


@pytest.mark.parametrize(
    ("asks", "asked"),
    [
        ("Phòng Giáo dục và Đào tạo yêu cầu Trưởng các phòng thuộc Sở, thủ trưởng các đơn vị", ("Trưởng các phòng thuộc Sở", "thủ trưởng các đơn vị")),
        ("Ban Thường vụ Hội Liên hiệp Phụ nữ huyện đề nghị các cơ sở Hội", ("các cơ sở Hội",)),
        ("Ủy ban nhân dân huyện yêu cầu các phòng, ban", ("các phòng, ban",)),
    ],
)  # fmt: skip
def test_who_is_asked_behind_a_requested_heading_is_not_under_it(asks: str, asked: tuple[str, ...]) -> None:
    body = f"1. Phòng Y tế\n- Rà soát.\n2. Đề nghị Hội Khuyến học huyện: tuyên truyền kiến thức.\n{asks} nghiêm túc triển khai thực hiện."
    last = organisation(body).assignments[-1]
    assert (last.agencies, last.requested) == (asked, False)


@pytest.mark.parametrize(
    ("duty", "partners"),
    [
        ("Phối hợp với Ban đại diện cha mẹ học sinh giám sát học sinh.", ("Ban đại diện cha mẹ học sinh",)),
        ("Phối hợp với Tổ tư vấn học đường, Đội thiếu niên tiền phong rà soát học sinh.", ("Tổ tư vấn học đường", "Đội thiếu niên tiền phong")),
        ("Phối hợp với các địa phương có đông đồng bào Khmer thực hiện chỉ tiêu 13.", ("các địa phương có đông đồng bào Khmer",)),
        ("Phối hợp tổ chức lễ hội. Ban hành kế hoạch.", ()),
    ],
)  # fmt: skip
def test_partners_called_in_small_letters(duty: str, partners: tuple[str, ...]) -> None:
    assert [one.partners for one in organisation(f"1. Phòng Y tế\n- {duty}").assignments] == [partners]


def test_a_line_that_begins_with_an_indicator_in_small_letters_goes_on() -> None:
    found = organisation("1. Phòng Văn hóa: Chủ trì thực hiện\nchỉ tiêu 19. Quản lý trò chơi.").assignments
    assert [(one.role, one.indicators) for one in found] == [("lead", (19,))]


@pytest.mark.parametrize(
    ("line", "agency", "sure"),
    [
        ("Đội Quản lý trật tự đô thị thu gom bảng quảng cáo sai phép.", "Đội Quản lý trật tự đô thị", True),
        ("Hạt Kiểm lâm huyện trồng 500 cây xanh tại các trường.", "Hạt Kiểm lâm huyện", True),
        ("Đội Quản lý trật tự đô thị dẫn đường cho đoàn xe.", "Đội Quản lý trật tự đô thị dẫn đường", False),
    ],
)
def test_a_name_that_may_have_taken_in_its_verb_is_not_called_sure(line: str, agency: str, sure: bool) -> None:
    first = organisation(f"1. {line}\n2. Phòng Y tế: Rà soát.").assignments[0]
    assert (first.agencies, first.quote, first.confidence > 0.6) == ((agency,), line, sure)


@pytest.mark.parametrize(
    ("order", "agencies"),
    [
        ("Ủy ban thường vụ Quốc hội yêu cầu Chính phủ, Thủ tướng Chính phủ tập trung thực hiện một số nhiệm vụ sau đây:", ("Chính phủ", "Thủ tướng Chính phủ")),
        ("Thủ tướng Chính phủ giao Bộ Y tế, Bộ Công an thực hiện các nhiệm vụ sau:", ("Bộ Y tế", "Bộ Công an")),
    ],
)  # fmt: skip
def test_who_is_asked_by_the_highest_bodies_has_the_duties_below(order: str, agencies: tuple[str, ...]) -> None:
    found = organisation(f"1. {order}\n- Nâng mức trợ cấp cho trẻ em.\n- Rà soát hồ sơ còn tồn đọng.").assignments
    assert [one.agencies for one in found] == [agencies, agencies]
