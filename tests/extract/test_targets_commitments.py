"""Targets as plans of other fields write them: several commitments in a sentence, levels in physical units, titles among the aims, ranks,
years and yearly changes that a heading or the beginning of a sentence says.
"""

from __future__ import annotations

import pytest

from tests.plans import objectives, plan


def _said(*lines: str) -> list[tuple[float | None, str]]:
    return [(target.value, target.quote) for target in objectives(*lines).targets]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- Hình thành mới 03 cụm làng nghề, nâng tổng số lên 09 cụm làng nghề; tỷ lệ lấp đầy đạt trên 70%.",
            [(3, "Hình thành mới 03 cụm làng nghề"), (9, "Hình thành mới 03 cụm làng nghề, nâng tổng số lên 09 cụm làng nghề"), (70, "tỷ lệ lấp đầy đạt trên 70%")],
        ),
        (
            "- Xây dựng 10 bể bơi, đưa tổng số bể bơi toàn huyện lên 25 bể bơi.",
            [(10, "Xây dựng 10 bể bơi"), (25, "đưa tổng số bể bơi toàn huyện lên 25 bể bơi")],
        ),
        (
            "- Thành lập 4 đội cứu hộ và duy trì 12 đội xung kích.",
            [(4, "Thành lập 4 đội cứu hộ"), (12, "duy trì 12 đội xung kích")],
        ),
        (
            "- Hình thành ít nhất 30 tổ hợp tác trồng nấm, 12 doanh nghiệp khoa học công nghệ.",
            [(30, "Hình thành ít nhất 30 tổ hợp tác trồng nấm"), (12, "12 doanh nghiệp khoa học công nghệ")],
        ),
        (
            "- Có ít nhất 8 trang trại trở thành điểm tham quan, trong đó có 4 trang trại hữu cơ giữ vai trò dẫn dắt.",
            [(8, "Có ít nhất 8 trang trại trở thành điểm tham quan"), (4, "có 4 trang trại hữu cơ giữ vai trò dẫn dắt")],
        ),
        (
            "- Nâng tổng công suất toàn huyện lên 3.400 m3 (gồm 12 công trình cấp xã; 05 công trình liên xã).",
            [(3400, "Nâng tổng công suất toàn huyện lên 3.400 m3"), (12, "12 công trình cấp xã"), (5, "05 công trình liên xã")],
        ),
        (
            "- Xây dựng 20 điểm đọc sách (gồm: 12 điểm ở xã, 8 điểm ở phường).",
            [(20, "Xây dựng 20 điểm đọc sách"), (12, "12 điểm ở xã"), (8, "8 điểm ở phường")],
        ),
        (
            "- Xây mới 3 trường mầm non, sửa chữa 5 trường tiểu học, nâng cấp 2 trạm y tế.",
            [(3, "Xây mới 3 trường mầm non"), (5, "sửa chữa 5 trường tiểu học"), (2, "nâng cấp 2 trạm y tế")],
        ),
        (
            "- Hoàn thành 100% kế hoạch trồng rừng: trồng 300 ha keo, 200 ha quế.",
            [(100, "Hoàn thành 100% kế hoạch trồng rừng"), (300, "trồng 300 ha keo, 200 ha quế"), (200, "trồng 300 ha keo, 200 ha quế")],
        ),
        # a subject or a predicate that several values share stays with each
        (
            "- Mỗi phường có ít nhất 02 bể bơi và 01 sân chơi.",
            [(2, "Mỗi phường có ít nhất 02 bể bơi và 01 sân chơi"), (1, "Mỗi phường có ít nhất 02 bể bơi và 01 sân chơi")],
        ),
        (
            "- 80 giáo viên và 20 cán bộ được tập huấn về sơ cứu.",
            [(80, "80 giáo viên và 20 cán bộ được tập huấn về sơ cứu"), (20, "80 giáo viên và 20 cán bộ được tập huấn về sơ cứu")],
        ),
    ],
)  # fmt: skip
def test_each_commitment_has_its_own_words(line: str, expected: list[tuple[float, str]]) -> None:
    assert _said(line) == expected


def test_a_year_behind_a_list_holds_for_all_of_it() -> None:
    found = objectives("- Cấp phát 500 tờ gấp, 20 video, 15 pa nô trong năm 2025.").targets
    assert [(target.value, target.year) for target in found] == [(500, 2025), (20, 2025), (15, 2025)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("- Diện tích rừng trồng mới đạt 450 ha.", 450),
        ("- Sản lượng cá tra đạt 12.000 tấn.", 12000),
        ("- Nâng cấp 35 km đường giao thông nông thôn.", 35),
        ("- Hoàn thành các nhà máy nước với tổng công suất khoảng 1.250,5 m3.", 1250.5),
        ("- Tổng vốn đầu tư thu hút đạt 1.500 tỷ đồng.", 1_500_000),  # in millions
        ("- Thu nhập bình quân đầu người đạt trên 65 triệu đồng/người/năm.", 65),
    ],
)
def test_levels_in_physical_units_and_money(line: str, value: float) -> None:
    (target,) = objectives(line).targets
    assert (target.value, target.unit) == (value, "count")


@pytest.mark.parametrize(
    "line",
    [
        "- Kinh phí thực hiện đạt 500 triệu đồng.",
        "- Mức hỗ trợ tăng lên 5 triệu đồng/hộ.",
        "- Học phí tăng thêm 200 nghìn đồng.",
    ],
)
def test_what_it_costs_is_no_aim(line: str) -> None:
    assert not objectives(line).targets


def test_levels_outside_the_objectives() -> None:
    found = plan(
        """I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Tạo sự thống nhất, phấn đấu hoàn thành các việc, góp phần đạt chỉ số phát triển trẻ em tăng bình quân 12%/năm trong giai đoạn 2026-2030.
II. NHIỆM VỤ
- Trồng rừng để diện tích rừng phòng hộ đến năm 2030 đạt 900 ha.
- Triển khai Kế hoạch hành động về rác thải đến năm 2030. Đến năm 2030, tỷ lệ thu gom rác đạt 95%.
- Mời gọi đầu tư và đổi mới trên 4 ngành chính: dệt, may, da, giày.
- Tham mưu xóa trắng nhóm từ 30 hộ trở lên chưa có điện.
- Sửa các đoạn đường hiện có bề rộng 3 m."""
    ).targets
    assert [(target.value, target.year, target.per_year) for target in found] == [
        (12, 2030, True),
        (900, 2030, False),
        (95, 2030, False),
    ]
    assert found[0].quote == "chỉ số phát triển trẻ em tăng bình quân 12%/năm trong giai đoạn 2026-2030"
    assert found[2].quote == "Đến năm 2030, tỷ lệ thu gom rác đạt 95%"


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        (
            "- 100% bến xe ứng dụng công nghệ số (vé điện tử, bản đồ số).",
            "100% bến xe ứng dụng công nghệ số (vé điện tử, bản đồ số)",
        ),
        ("- 90% trẻ em được khám sức khỏe (năm 2023 là 85%).", "90% trẻ em được khám sức khỏe (năm 2023 là 85%)"),
        ("- 90% trường có nhà vệ sinh (Sở Giáo dục và Đào tạo chủ trì).", "90% trường có nhà vệ sinh"),
        ("- Dạy học ở vùng cao: 100% điểm trường có lớp thông minh.", "100% điểm trường có lớp thông minh"),
        ("- Dạy nghề: Tổ chức 12 lớp dạy thêu.", "Tổ chức 12 lớp dạy thêu"),
        ("- Trẻ em khuyết tật: 90% được đi học.", "Trẻ em khuyết tật: 90% được đi học"),
        ("- Đối với cấp xã: 80% hồ sơ được xử lý.", "Đối với cấp xã: 80% hồ sơ được xử lý"),
        ("- Tỷ lệ điểm trường có mạng: 100%.", "Tỷ lệ điểm trường có mạng: 100%"),
        ("- Diện tích trồng nấm: trên 2.000 ha.", "Diện tích trồng nấm: trên 2.000 ha"),
    ],
)
def test_the_quote_has_what_is_meant_and_no_title(line: str, quote: str) -> None:
    assert [target.quote for target in objectives(line).targets] == [quote]


def test_titles_of_groups_are_no_aims() -> None:
    found = objectives(
        "1.1. Đến năm 2030",
        "",
        "- Nông nghiệp công nghệ cao của huyện",
        "",
        "Hình thành 20 mô hình trồng nấm.",
        "",
        "- Phát triển du lịch và dịch vụ",
        "",
        "Vận hành hiệu quả mạng lưới điểm đón khách, kết nối với bến thuyền của tỉnh.",
        "",
    ).targets
    assert [(target.kind, target.year, target.quote[:9]) for target in found] == [
        ("quantitative", 2030, "Hình thàn"),
        ("qualitative", 2030, "Vận hành "),
    ]
    assert "Nông nghiệp công nghệ cao của huyện" in found[0].above


def test_a_title_above_items_of_its_own_kind_is_no_aim() -> None:
    found = objectives(
        "- Hệ sinh thái khởi nghiệp của huyện", "- Nâng cao năng lực cho thanh niên khởi nghiệp."
    ).targets
    assert [target.quote for target in found] == ["Nâng cao năng lực cho thanh niên khởi nghiệp"]


@pytest.mark.parametrize(
    "line",
    [
        "- Huyện trở thành địa phương thuộc top 05 của tỉnh về chuyển đổi số.",
        "- Chỉ số cải cách hành chính đứng trong nhóm 10 huyện dẫn đầu cả tỉnh.",
        "- Phấn đấu xếp hạng trong 15 huyện dẫn đầu về chăm sóc trẻ em.",
    ],
)
def test_a_rank_is_no_value(line: str) -> None:
    assert [(target.kind, target.value) for target in objectives(line).targets] == [("qualitative", None)]


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        (
            "- Huyện thuộc top 05 của tỉnh về chuyển đổi số. Tỷ lệ trường có mạng đạt 40%.",
            "Huyện thuộc top 05 của tỉnh về chuyển đổi số",
        ),
        (
            "- Hằng năm, giảm số trẻ em bị tai nạn; phấn đấu đến năm 2030 đạt ít nhất 50% xã có bể bơi.",
            "Hằng năm, giảm số trẻ em bị tai nạn",
        ),
        (
            "- Ngăn ngừa lao động trẻ em ở làng nghề; ở các phường, bảo đảm 100% cơ sở được kiểm tra.",
            "Ngăn ngừa lao động trẻ em ở làng nghề",
        ),
    ],
)
def test_an_aim_without_a_number_beside_values(line: str, quote: str) -> None:
    assert [target.quote for target in objectives(line).targets if target.kind == "qualitative"] == [quote]


def test_headings_that_are_a_period_date_the_tasks_under_them() -> None:
    found = plan(
        """I. MỤC TIÊU
1. Giảm số trẻ em bị tai nạn.
II. LỘ TRÌNH
1. Giai đoạn 2025 - 2030
- Bảo đảm 100% xã có điểm vui chơi.
2. Giai đoạn 2 (2031 - 2035):
2.1. Phổ cập bơi
- Đưa tỷ lệ trẻ em biết bơi lên tối thiểu 80%.
3. Kế hoạch năm 2041
- Bảo đảm 90% xã có điểm vui chơi."""
    ).targets
    numbered = [(target.value, target.year, target.year_from) for target in found if target.value is not None]
    assert numbered == [(100, 2030, 2025), (80, 2035, 2031), (90, None, None)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                "- Hằng năm, số vụ bạo lực được phát hiện tăng trên 3%; số vụ xâm hại được xử lý tăng trên 5%. Tỷ lệ bỏ học giảm 2%."
            ],
            [(3, True), (5, True), (2, False)],
        ),
        (
            [
                "Hằng năm:",
                "- Giảm 5% số trẻ em bị đuối nước.",
                "- Số trẻ em được hỗ trợ tăng 3%; 90% xã có điểm vui chơi.",
            ],
            [(5, True), (3, True), (90, False)],
        ),
        (
            [
                "1.1. Hằng năm",
                "- Giảm 5% số trẻ em bị đuối nước.",
                "1.2. Đến năm 2030",
                "- Giảm 15% số trẻ em bị bắt nạt.",
            ],
            [(5, True), (15, False)],
        ),
    ],
)
def test_what_begins_with_each_year_makes_changes_yearly(lines: list[str], expected: list[tuple[float, bool]]) -> None:
    assert [(target.value, target.per_year) for target in objectives(*lines).targets] == expected


def test_what_befalls_those_who_are_meant_is_no_predicate() -> None:
    line = (
        "100% hộ dân ở ven sông; các thôn thường xuyên bị ngập và ít nhất 50% hộ dân ở thôn khác được tập huấn sơ cứu"
    )
    assert _said(f"- {line}.") == [(100, line), (50, line)]


def test_a_yearly_rate_of_growth_is_a_change() -> None:
    (target,) = objectives("- Tốc độ tăng trưởng bình quân giai đoạn 2026-2030 đạt 10%/năm.").targets
    assert (target.change, target.per_year, target.year_from, target.year) == ("increase", True, 2026, 2030)


def test_a_work_table_with_several_figures_sets_no_targets() -> None:
    found = plan(
        """I. MỤC TIÊU
1. Giảm ô nhiễm.
PHỤ LỤC
LỊCH LẤY MẪU NĂM 2026

| TT | Đối tượng lấy mẫu | Thông số | Tần suất | Thời gian | Số lượng mẫu/lần | Tổng số (mẫu) |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | Nước giếng ở thôn: 15 vị trí (01 mẫu/vị trí) | pH, độ mặn | 02 lần/tháng | 08 tháng | 15 | 240 |
| 2 | Nước ao nuôi cá: 21 vị trí (01 mẫu/vị trí) | pH, oxy | 02 lần/năm | 02 tháng | 21 | 42 |"""
    )
    assert [target for target in found.targets if target.value is not None] == []
    assert "column-not-understood" in {warning.code for warning in found.warnings}


def test_shares_of_one_verb_change_alike() -> None:
    found = objectives(
        "- Giảm ít nhất 30% thời gian, 20% chi phí tuân thủ thủ tục.", "- Giảm 30% số vụ và 90% trẻ em được học bơi."
    ).targets
    assert [(target.value, target.change) for target in found] == [
        (30, "decrease"),
        (20, "decrease"),
        (30, "decrease"),
        (90, None),
    ]


def test_what_a_share_has_come_to_is_no_target() -> None:
    found = plan(
        """I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Tổng kết việc trồng rừng, trong đó 90% xã đã hoàn thành.
II. NHIỆM VỤ
- Hỗ trợ kịp thời 95% trẻ em đã phát hiện được cai nghiện."""
    ).targets
    assert [target.value for target in found] == [95]


@pytest.mark.parametrize(
    "remark",
    [
        "Đây là chỉ tiêu được giao theo Quyết định số 12/QĐ-UBND.",
        "Trường hợp không đạt phải báo cáo nguyên nhân cho Phòng Y tế.",
        "Các chỉ tiêu này được cập nhật hằng quý.",
    ],
)
def test_a_sentence_that_only_explains_is_no_aim(remark: str) -> None:
    assert [target.value for target in objectives(f"- Tỷ lệ trẻ em biết bơi đạt 60%. {remark}").targets] == [60]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Giảm ít nhất 1,5 lần số vụ bạo lực.", (1.5, "times", ">=", "decrease", False)),
        ("- Tăng 2 lần số trẻ em được học bơi.", (2, "times", "=", "increase", False)),
        ("- Dùng biểu đồ tăng trưởng cho 98% trẻ em hằng tháng, hằng năm.", (98, "percent", "=", None, False)),
        ("- Vận động xây dựng 02 nhóm trẻ ở làng nghề.", (2, "count", "=", None, False)),
    ],
)
def test_times_and_nouns_that_hold_a_verb(line: str, expected: tuple[object, ...]) -> None:
    (target,) = objectives(line).targets
    assert (target.value, target.unit, target.comparator, target.change, target.per_year) == expected


def test_a_situation_beside_the_purpose_sets_no_targets() -> None:
    found = plan(
        """I. MỤC ĐÍCH VÀ CHỈ TIÊU
1. Đặc điểm tình hình
Xã có 09 thôn, 1.046 hộ, trong đó 52,4% là hộ nghèo.
2. Mục đích
Phấn đấu 90% trẻ em biết bơi.
II. VIỆC LÀM TRONG NĂM
- Mở lớp dạy bơi."""
    ).targets
    assert [target.value for target in found if target.value is not None] == [90]


def test_a_comparator_carries_to_the_parts_that_say_none() -> None:
    found = objectives("- Ít nhất 75% hộ dân dùng nước sạch; trong đó nông thôn 65%, thành thị 85%.").targets
    assert [(target.value, target.comparator) for target in found] == [(75, ">="), (65, ">="), (85, ">=")]
