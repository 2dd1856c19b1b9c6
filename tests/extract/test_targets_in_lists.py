"""Values beside each other in tasks and aims: where the words of one end, which year, group and sign are shared."""

from __future__ import annotations

import pytest

from extract.records import Target
from tests.plans import objectives, plan


def _of_task(line: str) -> tuple[Target, ...]:
    return plan(f"I. MỤC TIÊU\n1. Giảm tai nạn.\nII. NHIỆM VỤ\n1. Truyền thông\n- {line}").targets


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Phấn đấu 7/12 xã, thị trấn đạt chuẩn, tăng 01 đơn vị so với năm 2023", [(7, "Phấn đấu 7/12 xã, thị trấn đạt chuẩn"), (1, "Phấn đấu 7/12 xã, thị trấn đạt chuẩn, tăng 01 đơn vị so với năm 2023")]),
        ("100% trẻ em mồ côi cả cha và mẹ; từ 85% trở lên trẻ em mồ côi cha được đỡ đầu", [(100, "100% trẻ em mồ côi cả cha và mẹ"), (85, "100% trẻ em mồ côi cả cha và mẹ; từ 85% trở lên trẻ em mồ côi cha được đỡ đầu")]),
        ("Trên 70% cha, mẹ (thành thị 80%, nông thôn 65%) được truyền thông", [(70, "Trên 70% cha, mẹ (thành thị 80%, nông thôn 65%) được truyền thông")] * 1),
    ],
)  # fmt: skip
def test_the_words_of_a_value_go_on_over_the_commas_of_what_it_counts(
    line: str, expected: list[tuple[float, str]]
) -> None:
    found = objectives(f"- {line}.").targets
    assert [(one.value, one.quote) for one in found if one.group is None] == expected


def test_areas_in_brackets_inside_a_sentence_have_their_own_values_and_the_sign_of_the_whole() -> None:
    found = objectives("- Trên 70% cha, mẹ (thành thị 80%, nông thôn 65%) được truyền thông vào năm 2026.").targets
    assert [(one.comparator, one.value, one.group, one.year) for one in found] == [
        (">", 70, None, 2026),
        (">", 80, "thành thị", 2026),
        (">", 65, "nông thôn", 2026),
    ]
    assert {one.subject for one in found} == {"cha, mẹ"}


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Tổ chức 04 hội nghị về phòng, chống xâm hại trẻ em (tháng 10 và tháng 11/2025).", [2025]),
        ("Tổ chức 04 hội nghị về phòng, chống xâm hại trẻ em (quý III năm 2025).", [2025]),
        ("Cấp phát 1.500 tờ rơi, lắp mới 18 biển cảnh báo; hoàn thành trước ngày 01/6/2025.", [2025, 2025]),
        ("Cấp phát 1.500 tờ rơi; thực hiện xong trong quý II/2025.", [2025]),
        ("Mở 02 lớp dạy bơi trong hè 2025 cho 40 trẻ em.", [2025, 2025]),
        ("Cấp phát 1.500 tờ rơi; báo cáo trước ngày 01/6/2025.", [None]),
    ],
)
def test_a_time_at_the_end_dates_what_is_done_by_then(line: str, years: list[int | None]) -> None:
    assert [one.year for one in _of_task(line)] == years


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Tổ chức 108 buổi truyền thông, thực hành dinh dưỡng tại các xã cho 3.240 bà mẹ.", ["Tổ chức 108 buổi truyền thông, thực hành dinh dưỡng tại các xã cho 3.240 bà mẹ"] * 2),
        ("Cho trẻ uống vitamin A hai đợt mỗi năm, đạt trên 98% đối tượng.", ["Cho trẻ uống vitamin A hai đợt mỗi năm, đạt trên 98% đối tượng"]),
        ("Nhân rộng mô hình “Xóm an toàn” ra 60 xóm.", ["Nhân rộng mô hình “Xóm an toàn” ra 60 xóm"]),
        ("Xây dựng điểm 10 mô hình.", ["Xây dựng điểm 10 mô hình"]),
    ],
)  # fmt: skip
def test_one_event_for_so_many_is_quoted_whole(line: str, quotes: list[str]) -> None:
    assert [one.quote for one in _of_task(line)] == quotes


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("Tỷ lệ thấp còi dưới 20%, riêng vùng đồng bào dân tộc thiểu số dưới 25%", [None, "vùng đồng bào dân tộc thiểu số"]),
        ("Tỷ lệ thấp còi còn 20%, trong đó hai huyện Mường Tè, Sìn Hồ còn 32%", [None, "hai huyện Mường Tè, Sìn Hồ"]),
        ("95% trẻ em nghèo được trợ giúp, riêng trẻ em mồ côi, trẻ em khuyết tật nặng 100%", [None, "trẻ em mồ côi, trẻ em khuyết tật nặng"]),
        ("98% trẻ từ 6 đến 36 tháng tuổi uống vitamin A; 95% trẻ từ 24 đến 60 tháng tuổi được tẩy giun", [None, None]),
        ("Bảo đảm 95% sản phụ sinh thường, 80% sản phụ sinh mổ được chăm sóc thiết yếu", [None, None]),
    ],
)  # fmt: skip
def test_groups_keep_their_words_and_ages_and_single_words_are_none(line: str, groups: list[str | None]) -> None:
    assert [one.group for one in objectives(f"- {line}.").targets] == groups


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Duy trì 109 “Địa chỉ tin cậy”, mỗi xã 01 địa chỉ.", ["Duy trì 109 “Địa chỉ tin cậy”", "Duy trì 109 “Địa chỉ tin cậy”, mỗi xã 01 địa chỉ"]),
        ("Vận động đỡ đầu thêm 120 em, nâng tổng số lên 607 em.", ["Vận động đỡ đầu thêm 120 em", "Vận động đỡ đầu thêm 120 em, nâng tổng số lên 607 em"]),
        ("Xây dựng 12 điểm vui chơi, mỗi xã có ít nhất 01 điểm.", ["Xây dựng 12 điểm vui chơi", "mỗi xã có ít nhất 01 điểm"]),
        ("Lắp đặt 08 bể bơi: 03 bể trong năm 2025, 05 bể trước tháng 4/2026.", ["Lắp đặt 08 bể bơi", *["Lắp đặt 08 bể bơi: 03 bể trong năm 2025, 05 bể trước tháng 4/2026"] * 2]),
        ("Tặng 60 suất quà, mỗi suất 200.000 đồng cho trẻ em nghèo.", ["Tặng 60 suất quà, mỗi suất 200.000 đồng cho trẻ em nghèo"] * 2),
        ("Phát thanh trên hệ thống của xã mỗi tuần ít nhất 02 lần.", ["Phát thanh trên hệ thống của xã mỗi tuần ít nhất 02 lần"]),
        ("Phẫu thuật tim cho 25 trẻ em.", ["Phẫu thuật tim cho 25 trẻ em"]),
        ('Nhân rộng mô hình "Bữa ăn cho con" ở 20 xã miền núi.', ['Nhân rộng mô hình "Bữa ăn cho con" ở 20 xã miền núi']),
    ],
)  # fmt: skip
def test_what_only_says_how_many_is_quoted_with_what_it_is_of(line: str, quotes: list[str]) -> None:
    assert [one.quote for one in _of_task(line)] == quotes


def test_what_a_number_is_made_of_has_its_own_years_and_the_number_none_of_them() -> None:
    found = _of_task("Lắp đặt 08 bể bơi: 03 bể trong năm 2025, 05 bể trước tháng 4/2026.")
    assert [(one.value, one.year) for one in found] == [(8, None), (3, 2025), (5, 2026)]


def test_about_how_many_a_share_are_is_said_in_brackets() -> None:
    found = objectives("- Giảm 25% số trẻ em đuối nước so với năm 2023 (không quá 25 em/năm).").targets
    assert [(one.comparator, one.value, one.unit, one.change, one.per_year, one.baseline_year) for one in found] == [
        ("=", 25, "percent", "decrease", False, 2023),
        ("<=", 25, "count", None, False, None),
    ]
    assert [one.value for one in objectives("- 88% trẻ em nghèo được trợ giúp (khoảng 990 em).").targets] == [88, 990]
    assert [one.value for one in objectives("- 88% trẻ em nghèo được trợ giúp (hiện có 990 em).").targets] == [88]


def test_aims_without_a_number_beside_those_that_have_one() -> None:
    found = objectives(
        "- Giảm 10% số trẻ em đuối nước và giảm số vụ trẻ em bị xâm hại so với năm 2023.",
        "- 4/4 trường đạt chuẩn; xã đạt tiêu chuẩn Cộng đồng an toàn.",
    ).targets
    assert [one.quote for one in found if one.kind == "qualitative"] == [
        "giảm số vụ trẻ em bị xâm hại so với năm 2023",
        "xã đạt tiêu chuẩn Cộng đồng an toàn",
    ]


@pytest.mark.parametrize(
    ("line", "measures"),
    [
        ("Giảm số cặp tảo hôn từ 46 cặp năm 2023 xuống còn 40 cặp", ["13"]),
        ("17/17 huyện ban hành kế hoạch giảm thiểu tảo hôn", [None]),
        ("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99%, trong đó đăng ký đúng hạn 96%", ["14", "14"]),
        ("Đăng ký khai sinh lưu động tại 06/06 thôn", [None]),
        ("Tỷ lệ TECHCĐB được trợ giúp đạt 98%", ["8b"]),
    ],
)
def test_measures_by_cases_by_parts_and_by_shortened_words(line: str, measures: list[str | None]) -> None:
    assert [one.measure for one in objectives(f"- {line}.").targets] == measures
