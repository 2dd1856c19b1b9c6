"""Groups: what splits one measure, and not what only says whom or where a subject is of."""

from __future__ import annotations

import pytest

from tests.plans import objectives, plan

_SPLIT: list[tuple[str, list[tuple[float, str | None]]]] = [
    ("Tỷ lệ hộ có nước sạch đạt 95%; khu vực nông thôn đạt 80%", [(95, None), (80, "nông thôn")]),
    ("Tỷ lệ dân số dùng nước sạch đạt 90%, khu vực đô thị 98%, khu vực nông thôn 85%", [(90, None), (98, "đô thị"), (85, "nông thôn")]),
    ("Tỷ lệ béo phì trẻ em nông thôn dưới 5% và trẻ em thành thị dưới 10%", [(5, "nông thôn"), (10, "thành thị")]),
    ("Tỷ lệ học sinh được tư vấn: tiểu học 80%, trung học cơ sở 90%, THPT 95%", [(80, "tiểu học"), (90, "trung học cơ sở"), (95, "THPT")]),
    ("Phấn đấu 50% xã vùng cao, 70% xã vùng thấp có điểm vui chơi cho trẻ em", [(50, "vùng cao"), (70, "vùng thấp")]),
    ("100% trường tiểu học và 95% trường trung học cơ sở có nhà vệ sinh", [(100, "tiểu học"), (95, "trung học cơ sở")]),
    ("Tỷ lệ thấp còi dưới 18%, đối với trẻ em dân tộc thiểu số dưới 25%", [(18, None), (25, "trẻ em dân tộc thiểu số")]),
    ("Tỷ lệ trẻ em được khai sinh đạt 98% (trong đó vùng sâu, vùng xa đạt 95%)", [(98, None), (95, "vùng sâu, vùng xa")]),
    ("Tỷ lệ thấp còi còn 23%, riêng các huyện Mường Tè, Sìn Hồ còn 28%", [(23, None), (28, "các huyện Mường Tè, Sìn Hồ")]),
    ("Huy động 99,5% trẻ em 5 tuổi đi học, riêng các thôn đồng bào K'Ho đạt 97%", [(99.5, None), (97, "các thôn đồng bào K'Ho")]),
    ("Tỷ lệ thấp còi còn 17% (vùng miền núi 25%) năm 2025 và 15% (vùng miền núi 22%) năm 2030", [(17, None), (25, "miền núi"), (15, None), (22, "miền núi")]),
    ("Tỷ lệ trẻ em béo phì: thành thị <10%; nông thôn <5%", [(10, "thành thị"), (5, "nông thôn")]),
    ("Tỷ lệ thấp còi: toàn tỉnh 17%, vùng núi 22%, vùng đồng bằng 15%", [(17, None), (22, "vùng núi"), (15, "đồng bằng")]),
    ("Vùng đồng bằng: tỷ lệ thấp còi 15%; vùng núi: tỷ lệ thấp còi 22%", [(15, "đồng bằng"), (22, "vùng núi")]),
    ("95% trường mầm non, 90% trường tiểu học, 85% trường trung học cơ sở có nhà vệ sinh", [(95, "mầm non"), (90, "tiểu học"), (85, "trung học cơ sở")]),
    ("Hỗ trợ 500 trẻ em, trong đó có 200 em là trẻ em có hoàn cảnh đặc biệt", [(500, None), (200, "trẻ em có hoàn cảnh đặc biệt")]),
    ("Tỷ lệ biết bơi đạt 55%, trong đó vùng ven hồ, ven suối đạt 65%, miền núi (Trung Lý, Mường Lý, Pù Nhi) 30%", [(55, None), (65, "vùng ven hồ, ven suối"), (30, "miền núi (Trung Lý, Mường Lý, Pù Nhi)")]),
    ("Tỷ lệ biết bơi đạt 60%, trong đó các phường (Bắc Lý, Nam Lý) đạt 90%, các xã còn lại 70%", [(60, None), (90, "các phường (Bắc Lý, Nam Lý)"), (70, "các xã còn lại")]),
    ("90% cha mẹ được tuyên truyền, trong đó tổ dân phố Tân Lập, Tân Tiến đạt 95%", [(90, None), (95, "tổ dân phố Tân Lập, Tân Tiến")]),
    ("Tỷ lệ thấp còi còn 23%, riêng ba huyện Mường Tè, Sìn Hồ, Nậm Nhùn còn 28%", [(23, None), (28, "ba huyện Mường Tè, Sìn Hồ, Nậm Nhùn")]),
    ("100% trường mầm non, tiểu học và 90% trường THCS có hàng rào", [(100, "mầm non, tiểu học"), (90, "THCS")]),
    ("Ít nhất 95% học sinh tiểu học, trung học cơ sở và 90% học sinh THPT được khám", [(95, "học sinh tiểu học, trung học cơ sở"), (90, "học sinh THPT")]),
    ("98% cơ sở giáo dục mầm non, 95% trường phổ thông có nhà vệ sinh", [(98, "cơ sở giáo dục mầm non"), (95, "trường phổ thông")]),
    ("Ít nhất 75% trẻ mẫu giáo và 40% trẻ nhà trẻ được uống sữa; riêng các điểm trường lẻ đạt 30%", [(75, "trẻ mẫu giáo"), (40, "trẻ nhà trẻ"), (30, "các điểm trường lẻ")]),
    ("98% trẻ em gái và 99% trẻ em trai được học bơi", [(98, "trẻ em gái"), (99, "trẻ em trai")]),
    ("98% trẻ em được khai sinh, trong đó trẻ em là con của công nhân ngoại tỉnh tối thiểu 95%", [(98, None), (95, "trẻ em là con của công nhân ngoại tỉnh")]),
    ("Tỷ lệ trẻ em được khám đạt 95%, trong đó trẻ em là con hộ nghèo, cận nghèo đạt 100%", [(95, None), (100, "trẻ em là con hộ nghèo, cận nghèo")]),
    ("95% trẻ em được trợ giúp, riêng trẻ em mồ côi, trẻ em khuyết tật nặng 100%", [(95, None), (100, "trẻ em mồ côi, trẻ em khuyết tật nặng")]),
    ("Tỷ lệ ra lớp của trẻ mẫu giáo đạt 95% (riêng trẻ 5 tuổi 99%)", [(95, None), (99, "trẻ 5 tuổi")]),
    ("Phổ cập bơi cho 600 học sinh, trong đó có 250 học sinh nữ", [(600, None), (250, "học sinh nữ")]),
    ("Dạy bơi cho 5.500 trẻ em, trong đó 1.200 trẻ em nghèo, cận nghèo được miễn phí", [(5500, None), (1200, "trẻ em nghèo, cận nghèo")]),
    ("Nhận đỡ đầu 60 trẻ em, trong đó ít nhất 40 em mồ côi cả cha và mẹ", [(60, None), (40, "em mồ côi cả cha và mẹ")]),
    ("100% trẻ em được trợ giúp, trong đó ít nhất 30 trẻ em được nhận học bổng", [(100, None), (30, None)]),
    ("70% trẻ nhỏ được bú mẹ, trong đó trẻ em gái là người dân tộc thiểu số đạt 60%", [(70, None), (60, "trẻ em gái là người dân tộc thiểu số")]),
    ("Hỗ trợ 100 trẻ em, trong đó có 40 trẻ em khuyết tật, 30 trẻ em mồ côi", [(100, None), (40, "trẻ em khuyết tật"), (30, None)]),
    ("Tỷ lệ đi học đạt 99%; riêng vùng dân tộc Dao tỷ lệ này đạt 95%", [(99, None), (95, "vùng dân tộc Dao")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), _SPLIT)
def test_each_value_has_the_group_that_it_holds_for(line: str, expected: list[tuple[float, str | None]]) -> None:
    found = objectives(f"- {line}.").targets
    assert [(one.value, one.group) for one in found] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Mở 12 lớp dạy bơi cho 360 trẻ em tại các xã ven sông",
        "Dạy bơi cho 500 trẻ em, trong đó 360 trẻ em tại các xã ven sông",
        "Xây dựng 03 mô hình ở khu vực nông thôn đến năm 2025, 05 mô hình đến năm 2030",
        "Số ca mắc giảm còn 20 ở vùng cao",
        "Tỷ lệ hoàn thành cấp học: tiểu học 99%, trung học cơ sở 93%",
    ],
)
def test_a_count_in_a_place_and_a_rate_of_one_level_have_no_group(line: str) -> None:
    found = objectives(f"- {line}.").targets
    assert found
    assert {one.group for one in found} == {None}


def test_a_group_without_another_beside_it_is_not_called_sure() -> None:
    alone = objectives("- Tỷ lệ béo phì ở nông thôn dưới 5%.").targets
    both = objectives("- Tỷ lệ béo phì ở nông thôn dưới 5%.", "- Tỷ lệ béo phì ở thành thị dưới 10%.").targets
    assert [(one.group, one.confidence >= 0.8) for one in alone] == [("nông thôn", False)]
    assert [(one.group, one.confidence >= 0.8) for one in both] == [("nông thôn", True), ("thành thị", True)]


@pytest.mark.parametrize(
    ("part", "group"),
    [
        ("riêng trẻ em dân tộc Khơ Mú thể thấp còi còn dưới 21%", "trẻ em dân tộc Khơ Mú"),
        ("riêng học sinh bán trú tỷ lệ bỏ học còn 2%", "học sinh bán trú"),
        ("trẻ em dân tộc Mảng tỷ suất tử vong dưới 1 tuổi còn 20‰", "trẻ em dân tộc Mảng"),
    ],
)
def test_a_part_that_says_what_is_measured_of_it_is_quoted_alone(part: str, group: str) -> None:
    lead = "" if part.startswith("riêng") else "trong đó "
    last = objectives(f"- Tỷ lệ suy dinh dưỡng thể nhẹ cân còn 8,5%, thể thấp còi còn 18%; {lead}{part}.").targets[-1]
    assert (last.group, last.quote) == (group, part)


_HMONG = "trẻ em dân tộc Mông tại các xã Suối Mây, Bản Đá, Nà Khoang"
_STUNTED = "tỷ lệ suy dinh dưỡng thể thấp còi"


@pytest.mark.parametrize(
    ("line", "group"),
    [
        (f"Riêng {_HMONG}: {_STUNTED} giảm còn 26% vào năm 2025", _HMONG),
        (f"Riêng {_HMONG}: {_STUNTED} giảm còn 26% vào năm 2025 và 22% vào năm 2030", _HMONG),
        (f"Đối với trẻ em hộ nghèo, {_STUNTED} giảm còn 26% vào năm 2025", "trẻ em hộ nghèo"),
        (f"Tại các xã Suối Mây, Bản Đá: phấn đấu giảm {_STUNTED} xuống còn 26%", "các xã Suối Mây, Bản Đá"),
        (f"Trẻ em thuộc hộ nghèo, hộ cận nghèo: {_STUNTED} còn 26% năm 2025", "Trẻ em thuộc hộ nghèo, hộ cận nghèo"),
        (f"{_STUNTED} giảm còn 26% vào năm 2025 đối với trẻ em dân tộc Dao", "trẻ em dân tộc Dao"),
        (f"{_STUNTED} giảm còn 26% ở {_HMONG}", _HMONG),
    ],
)
def test_who_is_fewer_than_all_is_a_group_and_only_near_the_measure(line: str, group: str) -> None:
    found = objectives(f"- {line[0].upper()}{line[1:]}.").targets
    assert {(one.group, one.measure, one.match) for one in found} == {(group, "4b", "near")}
    assert all(group in one.quote for one in found)


def test_a_part_of_a_people_in_named_places_stands_beside_the_whole() -> None:
    found = objectives(f"- {_STUNTED.capitalize()} còn 17% vào năm 2025; riêng {_HMONG}: 26%.").targets
    assert [(one.value, one.group, one.measure, one.match) for one in found] == [
        (17, None, "4b", "exact"),
        (26, _HMONG, "4b", "near"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Tại các xã Suối Mây, Bản Đá, mở 12 lớp dạy bơi cho 360 trẻ em",
        f"Trên địa bàn huyện, {_STUNTED} còn 17% vào năm 2025",
        f"Đối với trẻ em dưới 5 tuổi: {_STUNTED} còn 17% vào năm 2025",
        f"Tại các xã, phường, thị trấn: {_STUNTED} còn 17% vào năm 2025",
    ],
)
def test_places_of_counts_and_those_who_are_all_are_no_group(line: str) -> None:
    found = objectives(f"- {line}.").targets
    assert found
    assert {(one.group, one.match == "near") for one in found} == {(None, False)}


_UNDERWEIGHT = "tỷ lệ suy dinh dưỡng thể nhẹ cân"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Riêng {_HMONG}: {_STUNTED} 26%; {_UNDERWEIGHT} 30%", [_HMONG, _HMONG]),
        (f"Riêng {_HMONG}: {_STUNTED} 26%. {_UNDERWEIGHT.capitalize()} 30%", [_HMONG, _HMONG]),
        (f"Riêng {_HMONG}: {_STUNTED} 26%; 80% trẻ em được khai sinh; {_UNDERWEIGHT} 30%", [_HMONG, _HMONG, _HMONG]),
        (f"Riêng {_HMONG}: {_STUNTED} 26%; tỷ lệ thể nhẹ cân, thể gầy còm còn 30% và 9%", [_HMONG, _HMONG, _HMONG]),
        (f"Đến năm 2025, đối với trẻ em hộ nghèo, {_STUNTED} 26%; {_UNDERWEIGHT} 30%", ["trẻ em hộ nghèo"] * 2),
        (f"Riêng các xã đặc biệt khó khăn - {_STUNTED} 26%; {_UNDERWEIGHT} 30%", ["các xã đặc biệt khó khăn"] * 2),
        (f"Tại khu vực biên giới, {_STUNTED} 26%; {_UNDERWEIGHT} 30%", ["biên giới"] * 2),
        ("Đối với trẻ em di cư: 90% trẻ em được đi học; 95% trẻ em được khai sinh", ["trẻ em di cư"] * 2),
        # until another group, or all
        (f"Riêng {_HMONG}: {_STUNTED} 26%; riêng trẻ em dân tộc Dao: {_STUNTED} 30%", [_HMONG, "trẻ em dân tộc Dao"]),
        (f"Riêng {_HMONG}: {_STUNTED} 26%; {_STUNTED} toàn tỉnh 17%; {_UNDERWEIGHT} 9%", [_HMONG, None, None]),
        (f"Riêng {_HMONG}: {_STUNTED} 26%; đối với trẻ em nói chung, {_STUNTED} 17%", [_HMONG, None]),
        (f"Riêng {_HMONG}: {_STUNTED} 26%; mở 12 lớp dạy bơi", [_HMONG, None]),
        # behind a comma it is that of its sentence
        (f"Đối với trẻ em hộ nghèo, {_STUNTED} 26%. {_UNDERWEIGHT.capitalize()} 9%", ["trẻ em hộ nghèo", None]),
    ],
)
def test_a_group_before_a_colon_holds_until_another_one(line: str, expected: list[str | None]) -> None:
    found = objectives(f"- {line}.", f"- {_STUNTED.capitalize()} 17%.").targets
    assert [one.group for one in found] == [*expected, None]
    assert {one.match for one in found if one.group is not None and one.measure is not None} == {"near"}
    assert all(one.group in one.quote for one in found if one.group is not None)


def test_an_area_before_a_colon_is_the_group_of_all_clauses_of_its_item() -> None:
    found = objectives(
        f"- Đối với vùng đồng bào dân tộc thiểu số: {_STUNTED} dưới 25%, {_UNDERWEIGHT} dưới 18%."
    ).targets
    assert [(one.group, one.measure, one.confidence < 0.8) for one in found] == [
        ("vùng đồng bào dân tộc thiểu số", "4b", True),
        ("vùng đồng bào dân tộc thiểu số", "4a", True),
    ]


def test_those_of_whom_a_share_says_what_becomes_are_its_subject_and_no_group() -> None:
    found = objectives("- Đối với trẻ em khuyết tật, 100% được trợ cấp xã hội.").targets
    assert [(one.group, one.subject) for one in found] == [(None, "Đối với trẻ em khuyết tật")]


def test_schools_of_one_level_are_fewer_than_all() -> None:
    one, both = objectives(
        "- 100% trường tiểu học có nhà vệ sinh.", "- 100% trường mầm non, tiểu học có nhà vệ sinh."
    ).targets
    assert [(each.measure, each.match) for each in (one, both)] == [("7", "near"), ("7", "exact")]


def test_the_subject_of_a_people_is_near_without_a_group() -> None:
    (found,) = objectives(f"- {_STUNTED.capitalize()} của trẻ em dân tộc Dao dưới 26% vào năm 2025.").targets
    assert (found.group, found.measure, found.match) == (None, "4b", "near")


def test_the_row_of_a_part_has_its_narrower_group() -> None:
    rows = [
        "| TT | Chỉ tiêu | Đơn vị | Năm 2025 |",
        "|---|---|---|---|",
        "| 1 | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi | % | 17 |",
    ]
    rows += [
        "|  | Trong đó: trẻ em dân tộc Mông | % | 26 |",
        "| 2 | Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh | % | 98 |",
    ]
    found = plan("I. MỤC TIÊU\n1. Mục tiêu cụ thể\n" + "\n".join(rows)).targets
    assert [(one.value, one.group, one.measure, one.match) for one in found[:2]] == [
        (17, None, "4b", "exact"),
        (26, "trẻ em dân tộc Mông", "4b", "near"),
    ]


_CITY, _COUNTRY = "khu vực thành phố ở mức dưới 11%", "khu vực nông thôn ở mức dưới 7%"


def test_areas_in_brackets_share_the_years_behind_them() -> None:
    line = f"- Tỷ lệ béo phì ở mức dưới 10% ({_CITY} và {_COUNTRY}) vào năm 2025 và duy trì ở mức đó đến năm 2030."
    assert [(one.value, one.group, one.year) for one in objectives(line).targets] == [
        (value, group, year)
        for value, group in ((10, None), (11, "thành phố"), (7, "nông thôn"))
        for year in (2025, 2030)
    ]


def test_a_city_by_its_name_is_no_area() -> None:
    (found,) = objectives("- Tỷ lệ hộ dùng nước sạch ở khu vực thành phố Thủ Đức đạt 98% vào năm 2026.").targets
    assert found.group is None


@pytest.mark.parametrize(
    "line",
    [
        "Tỷ lệ trạm có máy đạt 90% đối với tuyến trung ương, tuyến tỉnh; 75% đối với tuyến huyện vào năm 2025 và đạt 100% đối với tuyến trung ương, tuyến tỉnh; 80% đối với tuyến huyện vào năm 2030",
        "Tỷ lệ trạm có máy đạt 90% ở tuyến trung ương, tuyến tỉnh và 75% ở tuyến huyện năm 2025; 100% và 80% năm 2030",
    ],
)  # fmt: skip
def test_groups_of_two_years_follow_in_one_order(line: str) -> None:
    first, second = "tuyến trung ương, tuyến tỉnh", "tuyến huyện"
    assert [(one.value, one.group, one.year) for one in objectives(f"- {line}.").targets] == [
        (90, first, 2025),
        (75, second, 2025),
        (100, first, 2030),
        (80, second, 2030),
    ]


def test_pupils_that_an_item_names_are_the_group_of_what_stands_below_it() -> None:
    found = objectives(
        "- Khối 6-9 (120 học sinh):",
        "  + Học tập: Tốt 31,26%; Khá 34,65%.",
        "  + Không có học sinh Chưa đạt.",
        "- Tốt nghiệp đạt 100%.",
    ).targets
    assert [(one.group, one.value) for one in found] == [
        ("Khối 6-9", 31.26),
        ("Khối 6-9", 34.65),
        ("Khối 6-9", None),
        (None, 100),
    ]
