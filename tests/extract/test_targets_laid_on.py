"""Targets that a plan lays on outside its objectives: how often, how many for each, where, within which time; and what is no target there."""

from __future__ import annotations

import pytest

from tests.plans import objectives, plan


def _laid_on(line: str) -> list[tuple[str | None, float | None, int | None, int | None, str]]:
    found = plan(f"IV. NHIỆM VỤ, GIẢI PHÁP\n1. Truyền thông\n{line}").targets
    return [(one.comparator, one.value, one.year_from, one.year, one.quote) for one in found]


@pytest.mark.parametrize(
    ("line", "comparator", "value"),
    [
        ("- Thăm hỏi trẻ được đỡ đầu ít nhất 01 lần/tháng.", ">=", 1),
        ("- Sinh hoạt câu lạc bộ tối thiểu 2 lần mỗi tháng.", ">=", 2),
        ("- Tẩy giun cho học sinh mầm non, tiểu học 02 đợt/năm.", "=", 2),
        ("- Cho trẻ uống vitamin A 2 đợt trong năm.", "=", 2),
        ("- Tiếp nhận, tư vấn cho trẻ em tối thiểu 1.500 lượt/năm.", ">=", 1500),
        ("- Tuyên truyền lưu động tại các chợ 04 buổi/tháng.", "=", 4),
    ],
)
def test_how_often_in_a_period_is_a_target(line: str, comparator: str, value: float) -> None:
    assert [(said, number) for said, number, *_ in _laid_on(line)] == [(comparator, value)]


@pytest.mark.parametrize(
    "line",
    [
        "- 95% trẻ em được khám sức khỏe ít nhất 01 lần/năm.",
        "- Học sinh được khám mắt tối thiểu 02 lần/năm học: 95%.",
        "- Tỷ lệ trẻ em được uống vitamin A tối thiểu 2 lần/năm đạt 95%.",
    ],
)
def test_how_often_belongs_to_the_share_that_is_said_of_it(line: str) -> None:
    assert [target.value for target in objectives(line).targets] == [95]


def test_an_amount_for_each_is_a_target_where_it_is_a_bound_among_the_objectives() -> None:
    line = "- Vận động nguồn lực hỗ trợ tối thiểu 500.000 đồng/trẻ/tháng."
    assert [(one.comparator, one.value) for one in objectives(line).targets] == [(">=", 0.5)]  # in millions of đồng
    assert not objectives("- Hỗ trợ bữa ăn bán trú 160.000 đồng/trẻ/tháng theo quy định.").targets


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("- Nhân rộng mô hình, phấn đấu mỗi phường có từ 01 đến 02 nhóm.", ["phấn đấu mỗi phường có từ 01 đến 02 nhóm"]),
        ("- Chỉ đạo mỗi xã xây dựng ít nhất 01 nhóm cha mẹ nòng cốt.", ["mỗi xã xây dựng ít nhất 01 nhóm cha mẹ nòng cốt"]),
        ("- Nhiệm vụ được chia theo 04 nhóm giải pháp.", []),
        ("- 9/9 huyện có mô hình trường học an toàn, mỗi huyện có ít nhất 02 trường tham gia.",
         ["9/9 huyện có mô hình trường học an toàn", "mỗi huyện có ít nhất 02 trường tham gia"]),
        ("- Hỗ trợ học nghề cho thành viên hộ nghèo, mỗi năm khoảng 150 hộ.", ["Hỗ trợ học nghề cho thành viên hộ nghèo, mỗi năm khoảng 150 hộ"]),
        ("- Dạy bơi cho trẻ em trong dịp hè, mỗi xã 02 lớp.", ["Dạy bơi cho trẻ em trong dịp hè, mỗi xã 02 lớp"]),
        ("- Củng cố đội ngũ cộng tác viên, mỗi năm tập huấn 200 lượt người.", ["mỗi năm tập huấn 200 lượt người"]),
    ],
)  # fmt: skip
def test_what_each_is_to_have(line: str, quotes: list[str]) -> None:
    assert [quote for *_, quote in _laid_on(line)] == quotes


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("- Xây dựng 30 mô hình điểm tại 10 huyện, thành phố.", [30]),
        ("- Mở 40 lớp dạy bơi tại 16 bể bơi trường học.", [40]),
        ("- Tổ chức 12 buổi truyền thông ở 6 xã ven biển.", [12]),
        ("- Tập huấn cho 500 cha mẹ của 12 trường mầm non.", [500]),
        ("- Nâng cấp mạng nội bộ tại 06 phường.", [6]),
        ("- Trao 50 suất quà, xây dựng sân chơi tại 06 phường.", [50, 6]),
        ("- Kêu gọi xã hội hỗ trợ trẻ em mồ côi, nhất là 217 trẻ mồ côi do dịch bệnh.", []),
        ("- Quan tâm chăm sóc, hỗ trợ trẻ em, đặc biệt là 45 trẻ em khuyết tật nặng.", []),
        ("- Từ 15/11 đến 15/12/2023: Kiểm tra chéo công tác y tế.", []),
        ("- Từ 01/6 - 30/6/2024: Tháng hành động vì trẻ em.", []),
    ],
)
def test_where_and_who_is_meant_and_days_are_no_values(line: str, values: list[float]) -> None:
    assert [value for _, value, *_ in _laid_on(line)] == values


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("- Mở 03 lớp dạy bơi, từ ngày 08/6/2026 đến ngày 18/7/2026.", (None, 2026)),
        ("- Khám sàng lọc cho 1.200 trẻ từ 01/3 đến 30/5/2025.", (None, 2025)),
        ("- Bồi dưỡng dạy bơi cho 60 giáo viên trong 02 năm 2022 và 2023.", (2022, 2023)),
        ("- Bồi dưỡng 90 cán bộ trong 3 năm 2022, 2023 và 2024.", (2022, 2024)),
        ("- Sản xuất 200 tin, bài trong 04 năm từ 2022 đến 2025.", (2022, 2025)),
        ("- Mở 40 lớp dạy bơi trong hè 2024.", (None, 2024)),
        ("- Trao 120 suất học bổng trong dịp Tết Nguyên đán 2025.", (None, 2025)),
    ],
)
def test_the_time_in_which_it_is_done_gives_the_year(line: str, years: tuple[int | None, int]) -> None:
    assert [(since, year) for _, _, since, year, _ in _laid_on(line)] == [years]


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("- Lồng ghép nội dung vào giờ sinh hoạt, 100% học sinh được hướng dẫn kỹ năng trong năm học.",
         "100% học sinh được hướng dẫn kỹ năng trong năm học"),
        ("- Đến năm 2025, 100% xã có cộng tác viên.", "Đến năm 2025, 100% xã có cộng tác viên"),
        ("- Tuyên truyền, vận động 80% cha mẹ tham gia.", "Tuyên truyền, vận động 80% cha mẹ tham gia"),
    ],
)  # fmt: skip
def test_a_share_behind_the_work_is_a_clause_of_its_own(line: str, quote: str) -> None:
    assert [found for *_, found in _laid_on(line)] == [quote]


@pytest.mark.parametrize(
    "lead",
    ["Định hướng đến năm 2030: phấn đấu", "Tầm nhìn đến năm 2030:", "Định hướng đến năm 2030,"],
)
def test_a_period_that_leads_in_is_no_aim_and_gives_its_year(lead: str) -> None:
    found = objectives(f"- {lead} tỷ lệ lao động trẻ em dưới 1%; cơ bản không còn trẻ em bỏ học trên địa bàn.").targets
    assert [(one.kind, one.value, one.year) for one in found] == [
        ("quantitative", 1, 2030),
        ("qualitative", None, 2030),
    ]


def test_what_is_to_be_no_more_is_an_aim() -> None:
    found = objectives(
        "- Giảm tỷ lệ lao động trẻ em xuống dưới 2%; không còn trẻ em dưới 13 tuổi làm việc ở làng nghề."
    ).targets
    assert found[1].quote == "không còn trẻ em dưới 13 tuổi làm việc ở làng nghề"


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("- Thành đoàn chủ trì quản lý sinh hoạt hè, 16/16 phường, xã có đội thanh niên trực tại các hồ nước.",
         "16/16 phường, xã có đội thanh niên trực tại các hồ nước"),
        ("- Tỉnh đoàn chủ trì nhân rộng mô hình, đến năm 2024 có 11/11 huyện thành lập Hội đồng trẻ em.",
         "đến năm 2024 có 11/11 huyện thành lập Hội đồng trẻ em"),
        ("- Phấn đấu tỷ lệ điều tra, khám phá án xâm hại trẻ em đạt từ 95% trở lên.",
         "Phấn đấu tỷ lệ điều tra, khám phá án xâm hại trẻ em đạt từ 95% trở lên"),
        ("- Đồng thời, 90% trường học có đội cờ đỏ.", "90% trường học có đội cờ đỏ"),
    ],
)  # fmt: skip
def test_where_the_words_of_a_commitment_begin(line: str, quote: str) -> None:
    assert [found for *_, found in _laid_on(line)] == [quote]


def test_what_is_foreseen_or_composes_a_whole_is_not_sure() -> None:
    lines = ("- Dự báo tốc độ tăng trưởng đạt 10%/năm.", "- Xây dựng 20 công trình (gồm 12 công trình cấp xã).")
    found = objectives(*lines).targets
    assert [(one.value, one.confidence < 0.8) for one in found] == [(10, True), (20, False), (12, True)]


def test_a_clause_that_only_says_for_whom_shares_the_rate_before_it() -> None:
    line = (
        "- Tỷ suất tử vong trẻ sơ sinh xuống 9‰ vào năm 2025; trẻ em dưới 01 tuổi xuống 11‰; trẻ em dưới 5 tuổi: 17‰."
    )
    found = objectives(line).targets
    assert [(one.value, one.measure) for one in found] == [(9, "3a"), (11, "3b"), (17, "3c")]
    assert found[1].quote == "Tỷ suất tử vong trẻ sơ sinh xuống 9‰ vào năm 2025; trẻ em dưới 01 tuổi xuống 11‰"
    other = objectives("- Tỷ lệ trẻ em đi học đạt 98%; trẻ em khuyết tật được hỗ trợ đạt 90%.").targets
    assert other[1].quote == "trẻ em khuyết tật được hỗ trợ đạt 90%"


@pytest.mark.parametrize(
    ("line", "comparators"),
    [
        ("- Tối thiểu 90% phụ huynh ký cam kết, 80% học sinh được phổ biến kỹ năng.", [">=", "="]),
        ("- Ít nhất 45% học sinh tiểu học, 60% học sinh THCS biết bơi.", [">=", ">="]),
    ],
)
def test_a_comparator_goes_no_further_than_its_statement(line: str, comparators: list[str]) -> None:
    assert [one.comparator for one in objectives(line).targets] == comparators


def test_groups_of_pupils_are_whole_and_two_kinds_of_institutions_none() -> None:
    pupils = objectives("- Ít nhất 45% học sinh tiểu học, 60% học sinh THCS biết bơi an toàn.").targets
    assert [one.group for one in pupils] == ["học sinh tiểu học", "học sinh THCS"]
    kinds = objectives("- Trên 95% cơ sở giáo dục, 100% cơ sở trợ giúp xã hội có quy tắc ứng xử.").targets
    assert [one.group for one in kinds] == [None, None]


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("- 100% trẻ suy dinh dưỡng, thừa cân, béo phì được can thiệp tại trường.", None),
        ("- 100% trẻ em bị xâm hại trên môi trường mạng được tư vấn tâm lý.", None),
        ("- 80% trẻ em từ đủ 15 tuổi thuộc nhóm này được học nghề phù hợp.", None),
        ("- 98% trẻ mầm non được tiêm chủng đầy đủ theo độ tuổi.", "5b"),
        ("- Tỷ lệ trẻ em béo phì được khống chế dưới 5%.", "4c"),
    ],
)
def test_what_is_done_for_some_is_not_how_many_they_are(line: str, measure: str | None) -> None:
    assert [one.measure for one in objectives(line).targets] == [measure]


def test_a_row_of_tasks_lays_on_what_it_counts_by_its_time() -> None:
    found = plan(
        "IV. NHIỆM VỤ\n\n| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |\n| --- | --- | --- | --- | --- | --- |\n"
        "| 1 | Tập huấn 120 cán bộ trẻ em | Sở Y tế | Sở Tài chính | Tháng 10/2025 - 11/2025 | Lớp tập huấn |\n"
        "| 2 | Thiết lập phòng lấy lời khai | Công an tỉnh | Sở Tư pháp | Trước 30/6/2026 | 02 phòng |\n"
        "| 3 | Xây dựng kế hoạch hằng năm | Sở Nội vụ | Sở Tài chính | Năm 2026 | Kế hoạch |\n"
    ).targets
    assert [(one.value, one.year) for one in found] == [(120, 2025), (2, 2026)]
    assert found[0].quote.startswith("1 | Tập huấn 120 cán bộ trẻ em | Sở Y tế")


def test_a_note_sets_no_target() -> None:
    assert not objectives("Ghi chú: Số liệu lấy theo báo cáo; toàn tỉnh có 208 trường mầm non.").targets


def test_a_value_of_a_year_before_the_plan_is_not_sure() -> None:
    found = objectives("- Năm 2022 tỷ lệ trẻ em biết bơi đạt 40%; năm 2024 phấn đấu đạt 50%.").targets
    assert all(one.confidence < 0.8 for one in found if one.year == 2022)
    assert [one.confidence >= 0.8 for one in found if one.year == 2024] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "- Điều tra dinh dưỡng 30 cụm theo hướng dẫn của tuyến trên.",
        "- Cấp phát sản phẩm theo Quyết định số 12/QĐ-BYT, ưu tiên 25 xã khu vực III.",
        "- Kiểm tra các cơ sở độc lập, nhất là nhóm, lớp có dưới 07 trẻ.",
        "- Các lớp dạy bơi theo giáo trình chung, mỗi lớp không quá 25 em.",
        "- Tổ chức Diễn đàn trẻ em huyện vào tháng 6, dự kiến có 70 trẻ em tham gia.",
        "- Chỉ đạo 12 trạm y tế quản lý, theo dõi sức khỏe của trẻ.",
        "- Công tác quản lý còn khó khăn, tỷ lệ hồ sơ được số hóa mới đạt 64,1%.",
    ],
)
def test_what_only_says_which_or_how_large_or_how_far_is_no_target(line: str) -> None:
    assert not _laid_on(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Xây dựng tối thiểu 03 cụm pa nô trước ngày 15/6/2025.", (3, None, 2025)),
        ("- Đến 30/11/2025 phải khắc phục xong ít nhất 85% điểm nguy cơ.", (85, None, 2025)),
        ("- Bố trí phòng tư vấn ở 6/6 trường trước khai giảng năm học 2025-2026.", (6, None, 2025)),
        ("- Trao 300 suất học bổng vào dịp khai giảng năm học 2023-2024.", (300, None, 2023)),
        ("- Tặng 20 xe đạp nhân lễ khai giảng năm học 2026 - 2027.", (20, None, 2026)),
        ("- Mở 05 lớp tập huấn trong hai năm 2024, 2025.", (5, 2024, 2025)),
    ],
)
def test_the_day_by_which_or_the_years_over_which_it_is_done_date_it(
    line: str, expected: tuple[float, int | None, int]
) -> None:
    assert [(value, since, year) for _, value, since, year, _ in _laid_on(line)] == [expected]


def test_the_day_of_a_document_dates_nothing_that_is_laid_on() -> None:
    line = "- Tổ chức 02 lớp học theo Kế hoạch số 12/KH-UBND ngày 15/6/2025."
    assert [(value, year) for _, value, _, year, _ in _laid_on(line)] == [(2, None)]


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        (
            "- Phối hợp với Công an huyện kiểm tra 100% bến đò ngang, xử lý phương tiện không bảo đảm an toàn.",
            ["kiểm tra 100% bến đò ngang"],
        ),
        (
            "- Chủ trì, phối hợp với Phòng Giáo dục và Đào tạo xây dựng 90 ngôi nhà an toàn.",
            ["xây dựng 90 ngôi nhà an toàn"],
        ),
        (
            "- 100% trẻ em bị xâm hại được phát hiện, xử lý kịp thời.",
            ["100% trẻ em bị xâm hại được phát hiện, xử lý kịp thời"],
        ),
        (
            "- Treo 50 băng rôn, 20 giàn phao cứu sinh tại bến đò.",
            ["Treo 50 băng rôn, 20 giàn phao cứu sinh tại bến đò"] * 2,
        ),
        (
            "- Tập huấn cho 64 hướng dẫn viên dạy bơi an toàn.",
            ["Tập huấn cho 64 hướng dẫn viên dạy bơi an toàn"],
        ),
    ],
)
def test_a_commitment_is_quoted_from_its_own_verb_to_the_next(line: str, quotes: list[str]) -> None:
    assert [quote for *_, quote in _laid_on(line)] == quotes
