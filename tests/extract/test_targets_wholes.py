"""Targets: lists of kinds of units that are one noun, aims that nothing is left behind a value, how often something is done, what stands already."""

from __future__ import annotations

import pytest

from tests.plans import objectives, plan

_WHOLES: list[tuple[str, list[tuple[float, str]]]] = [
    ("26 xã, thị trấn đều có ít nhất 01 điểm dạy bơi", [(26, "26 xã, thị trấn đều có ít nhất 01 điểm dạy bơi")]),
    ("Phấn đấu 60% trẻ em biết bơi và 15 phường, xã có ít nhất 02 điểm vui chơi", [(60, "Phấn đấu 60% trẻ em biết bơi"), (15, "15 phường, xã có ít nhất 02 điểm vui chơi")]),
    ("100% huyện, thị xã và thành phố tổ chức diễn đàn trẻ em ít nhất 2 năm một lần", [(100, "100% huyện, thị xã và thành phố tổ chức diễn đàn trẻ em ít nhất 2 năm một lần")]),
    ("100% xã, phường, thị trấn đối thoại với trẻ em ít nhất 01 lần mỗi năm", [(100, "100% xã, phường, thị trấn đối thoại với trẻ em ít nhất 01 lần mỗi năm")]),
    ("Phấn đấu 7/12 xã, thị trấn đạt tiêu chuẩn phù hợp với trẻ em", [(7, "Phấn đấu 7/12 xã, thị trấn đạt tiêu chuẩn phù hợp với trẻ em")]),
    ("Cả 40 thôn, tổ dân phố có 01 tủ sách", [(40, "Cả 40 thôn, tổ dân phố có 01 tủ sách")]),
    ("24/24 trẻ em mồ côi có người nhận đỡ đầu", [(24, "24/24 trẻ em mồ côi có người nhận đỡ đầu")]),
    ("24/24 xã, phường có tổ tư vấn", [(24, "24/24 xã, phường có tổ tư vấn")]),
    ("Bố trí đủ 22 công chức ở cấp xã và 100% thôn, xóm có cộng tác viên", [(22, "Bố trí đủ 22 công chức ở cấp xã"), (100, "100% thôn, xóm có cộng tác viên")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), _WHOLES)
def test_a_list_of_kinds_of_units_is_one_noun(line: str, expected: list[tuple[float, str]]) -> None:
    found = objectives(f"- {line}.").targets
    assert [(one.value, one.quote) for one in found] == expected


def test_the_hours_of_a_day_are_no_part_of_a_whole() -> None:
    found = objectives("- Tổng đài bảo vệ trẻ em trực 24/24 và tiếp nhận mọi thông tin.").targets
    assert [one.kind for one in found] == ["qualitative"]


_NOTHING_LEFT: list[tuple[str, int | None, str, int | None]] = [
    ("Giảm 50% số trẻ em tử vong so với năm 2022, không để xảy ra đuối nước tập thể", None, "không để xảy ra đuối nước tập thể", None),
    ("Tỷ lệ trẻ em bị xâm hại dưới 0,1% vào năm 2027, tiến tới không còn trẻ em bị xâm hại vào năm 2030", 2027, "tiến tới không còn trẻ em bị xâm hại vào năm 2030", 2030),
    ("Giảm số vụ bạo lực còn 5 vụ, tiến tới chấm dứt tình trạng này vào năm 2030", None, "tiến tới chấm dứt tình trạng này vào năm 2030", 2030),
    ("Giảm số điểm nguy cơ còn 10 điểm năm 2023, đến hết năm 2024 không còn điểm nguy cơ chưa rào chắn", 2023, "đến hết năm 2024 không còn điểm nguy cơ chưa rào chắn", 2024),
    ("Đến năm 2026, 90% trẻ em được khám, không có trẻ em bị bỏ sót khi tiêm chủng", 2026, "không có trẻ em bị bỏ sót khi tiêm chủng", 2026),
    ("Giảm 10% số vụ xâm hại và không để xảy ra vụ đặc biệt nghiêm trọng", None, "không để xảy ra vụ đặc biệt nghiêm trọng", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "year", "quote", "own_year"), _NOTHING_LEFT)
def test_nothing_left_behind_a_value_is_an_aim_of_its_own(
    line: str, year: int | None, quote: str, own_year: int | None
) -> None:
    value, aim = objectives(f"- {line}.").targets
    assert (value.kind, value.year) == ("quantitative", year)
    assert (aim.kind, aim.quote, aim.year) == ("qualitative", quote, own_year)


def test_nothing_left_between_two_values_is_of_neither() -> None:
    line = "- Tỷ lệ bỏ học dưới 0,1%, đến năm 2027 không còn học sinh bỏ học ở tiểu học, 100% học sinh được khám."
    assert [(one.kind, one.value, one.year) for one in objectives(line).targets] == [
        ("quantitative", 0.1, None),
        ("qualitative", None, 2027),
        ("quantitative", 100, None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Trong giai đoạn 2026 - 2030, không có trẻ em tử vong do đuối nước",
        'Nhân rộng 10 mô hình "Xóm an toàn, không có trẻ em bị tai nạn thương tích"',
    ],
)
def test_nothing_left_without_a_value_before_it_or_in_a_name_parts_nothing(line: str) -> None:
    assert len(objectives(f"- {line}.").targets) == 1


def test_an_aim_that_a_bare_paragraph_follows_is_no_heading() -> None:
    found = objectives(
        "1. Phấn đấu 50% trẻ em biết bơi.",
        "2. Duy trì và nâng cao chất lượng hoạt động của đội ngũ cộng tác viên.",
        "Đến năm 2025, 60% trẻ em biết bơi.",
    ).targets
    assert [(one.kind, one.value) for one in found] == [
        ("quantitative", 50),
        ("qualitative", None),
        ("quantitative", 60),
    ]


def test_a_value_starts_from_what_is_no_value_alone() -> None:
    (found,) = objectives("- Giảm số nhóm trẻ chưa cấp phép từ 46 nhóm năm 2021 xuống dưới 15 nhóm năm 2024.").targets
    assert (found.value, found.year, found.baseline_value, found.baseline_year) == (15, 2024, 46, 2021)


def _of_task(line: str) -> list[tuple[float | None, str | None, str]]:
    found = plan(
        f"I. MỤC TIÊU\n1. Giảm số trẻ em bị tai nạn.\nII. NHIỆM VỤ, GIẢI PHÁP\n1. Tuyên truyền\n- {line}."
    ).targets
    return [(one.value, one.comparator, one.quote) for one in found if one.kind == "quantitative"]


_OFTEN: list[tuple[str, float, str, str | None]] = [
    ("Phát thanh mỗi tuần 02 lần trong tháng 6", 2, "=", None),
    ("Xây dựng chuyên mục “Vì trẻ em” trên sóng đài tỉnh, phát mỗi tháng 02 kỳ", 2, "=", None),
    ("Mở chuyên mục “Vì trẻ em” phát 02 lần/tuần", 2, "=", None),
    ("Tẩy giun định kỳ cho trẻ 24-60 tháng tuổi, 2 lần/năm", 2, "=", None),
    ("Tẩy giun cho học sinh tiểu học 02 đợt: đợt 1 trong tháng 10/2022, đợt 2 trong tháng 4/2023", 2, "=", "Tẩy giun cho học sinh tiểu học 02 đợt"),
    ("Tổ chức uống vitamin A 02 đợt/năm vào ngày 01 - 02 tháng 6 và ngày 01 - 02 tháng 12", 2, "=", "Tổ chức uống vitamin A 02 đợt/năm"),
    ("Rà soát trẻ em mồ côi, trẻ em sống với ông bà 02 lần/năm (tháng 5 và tháng 11)", 2, "=", None),
    ("Các thành viên dự họp, kiểm tra địa bàn ít nhất 02 lần trong năm", 2, ">=", "kiểm tra địa bàn ít nhất 02 lần trong năm"),
    ("Mỗi chi bộ có ít nhất 02 kỳ sinh hoạt chuyên đề trong năm", 2, ">=", None),
    ("Mỗi nhiệm kỳ, ban thường vụ kiểm tra hoặc giám sát chuyên đề ít nhất 01 lần", 1, ">=", None),
    ("Phối hợp với Công an thành phố kiểm tra các nhóm trẻ độc lập ít nhất 02 lần/năm học", 2, ">=", "kiểm tra các nhóm trẻ độc lập ít nhất 02 lần/năm học"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "value", "comparator", "quote"), _OFTEN)
def test_how_often_is_counted_from_two_on_or_with_a_bound(
    line: str, value: float, comparator: str, quote: str | None
) -> None:
    assert _of_task(line) == [(value, comparator, quote or line)]


@pytest.mark.parametrize(
    "line",
    [
        "Trẻ dưới 36 tháng tuổi được cân, đo mỗi tháng 01 lần, trẻ mẫu giáo mỗi quý 01 lần",
        "Gửi số liệu cân, đo về Sở Y tế mỗi năm 02 lần, trước ngày 30/9 và 30/4",
        "Sử dụng có hiệu quả 11 bể bơi hiện có trong trường học",
        "Duy trì hoạt động của 05 câu lạc bộ trẻ em hiện có",
        "Khai thác 03 sân chơi sẵn có tại các thôn",
        "Diễn đàn trẻ em cấp phường tổ chức trong tháng 6, khoảng 60 em dự",
        "Tổ chức Diễn đàn trẻ em xã trung tuần tháng 6, khoảng 120 em tham gia",
        "Trại hè tổ chức vào tháng 7 (khoảng 80 học sinh, giáo viên tham gia)",
    ],
)
def test_once_in_a_period_reports_what_stands_and_who_comes_are_no_targets(line: str) -> None:
    assert _of_task(line) == []


def test_what_is_mended_of_what_stands_is_a_target() -> None:
    assert _of_task("Nâng cấp 11 bể bơi hiện có trong trường học") == [
        (11, "=", "Nâng cấp 11 bể bơi hiện có trong trường học")
    ]


def test_how_often_a_share_gets_something_is_its_own() -> None:
    assert [value for value, *_ in _of_task("98% trẻ em uống vitamin A liều cao 2 lần/năm")] == [98]


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("Chủ trì, phối hợp với Công an xã, Hội Chữ thập đỏ tập huấn kỹ năng cứu đuối cho 150 đoàn viên", "tập huấn kỹ năng cứu đuối cho 150 đoàn viên"),
        ("Chủ trì hoạt động hè, phối hợp Ban điều hành các tổ dân phố thành lập 11 điểm sinh hoạt", "thành lập 11 điểm sinh hoạt"),
        ("Thí điểm 03 điểm can thiệp sớm cho trẻ khuyết tật", "Thí điểm 03 điểm can thiệp sớm cho trẻ khuyết tật"),
    ],
)  # fmt: skip
def test_work_with_partners_is_quoted_from_its_own_verb(line: str, quote: str) -> None:
    assert [words for *_, words in _of_task(line)] == [quote]
