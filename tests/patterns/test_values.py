"""What a number is by the words beside it: each pattern with examples and counter-examples; `#` is where the number stands."""

from __future__ import annotations

import pytest
import regex

from patterns import groups, numbers, targets, values

_BEFORE: list[tuple[regex.Pattern[str], tuple[str, ...], tuple[str, ...]]] = [
    (values.NAME_BEFORE, ("thực hiện tại Xã Đông Hải #", "ở Phường Bến #", "tại Hải Châu #"), ("Có #", "đạt #", "Phấn đấu #")),
    (values.TIMES_BEFORE, ("tăng gấp #", "còn #"), ("tối thiểu #", "kiểm tra #")),
    (values.NOUN_BEFORE, ("đối tượng #", "mức độ #"), ("có #", "tổ chức #", "ít nhất #", "lần lượt #")),
    (values.SIZE_BEFORE, ("hồ sơ gồm #", "quy mô khoảng #", "với tốc độ tối thiểu #", "trong nhóm #"), ("tổ chức #", "đạt #")),
    (values.ATTEND_BEFORE, ("với khoảng #", "với sự tham gia của #"), ("mở #", "đối với các xã #")),
    (values.PLACE_BEFORE, ("tập huấn cho cán bộ y tế tại #",), ("nâng cấp mạng tại #", "hỗ trợ cho #")),
    (values.CONDITION_BEFORE, ("tại các xã có tỷ lệ thấp còi #", "đối với ngành có tỷ lệ nữ thấp #"), ("các xã có tỷ lệ nhập học đạt #", "tỷ lệ trẻ em có sổ đạt #")),
    (values.CONDITION_OPENS, ("nếu vượt #", "hỗ trợ, trường hợp giảm #"), ("tỷ số giới tính khi sinh ở mức #",)),
    (values.PAYS_BEFORE, ("hỗ trợ tối đa #", "bằng #"), ("đạt #",)),
    (values.PAST_VALUE, ("năm 2021 đã có #", "hiện nay tỷ lệ này là #", "ước đạt #"), ("tỷ lệ nạn nhân đã được xác minh đạt #", "thực hiện đạt #")),
    (values.LIFE_BEFORE, ("tuổi thọ trung bình đạt #",), ("trẻ em dưới #",)),
    (values.OBJECT_OF, ("xã có #", "mỗi quý có #"), ("tổ chức các #",)),
    (values.OBJECT_OF_COUNT, ("sản phẩm đạt #",), ("lớp tập huấn cho #",)),
    (values.PAST_OPENS, ("hiện nay #", "tính đến nay #"), ("phấn đấu đến nay #",)),
    (values.COST_BEFORE, ("kinh phí đạt #", "mức hỗ trợ tăng lên #"), ("thu nhập bình quân đạt #", "vốn đầu tư thu hút đạt #")),
    (values.LEVEL_OF_MONEY, ("doanh thu đạt khoảng #", "thu hút #"), ("trị giá #", "mức #")),
    (values.LEVEL_REACHED, ("đến năm 2030 diện tích đạt #", "phấn đấu nâng lên trên #"), ("bề rộng đường đạt #", "phấn đấu trồng #")),
    (values.SLOGANS, ("thông điệp truyền thông #", "các khẩu hiệu #"), ("truyền thông #",)),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "yes", "no"), _BEFORE)
def test_words_before_a_number(pattern: regex.Pattern[str], yes: tuple[str, ...], no: tuple[str, ...]) -> None:
    assert [words for words in yes if pattern.search(words.removesuffix("#")) is None] == []
    assert [words for words in no if pattern.search(words.removesuffix("#")) is not None] == []


_AFTER: list[tuple[regex.Pattern[str], tuple[str, ...], tuple[str, ...]]] = [
    (values.FOOTNOTE, ("[3] cán bộ", "[12"), ("(3)", "3]")),
    (values.GLUED, ("5G", "01 gb/s", "100mbps"), ("5 giáo viên", "95%", "10 km")),
    (values.ATTEND_AFTER, (" đại biểu tham dự", " người dân trên địa bàn tham gia"), (" lớp học",)),
    (values.PRIZE_AFTER, (" tập thể", " cá nhân", " giải"), (" giải pháp", " lớp")),
    (values.PRIZE_ITSELF, (" giải nhất",), (" giải pháp",)),
    (values.CONDITION_AFTER, (" có thể điều chỉnh mục tiêu",), (" vào năm 2025",)),
    (values.PAYS_AFTER, (" mức đóng", " kinh phí", " mức thu học phí"), (" xã", " mức độ 4")),
    (values.EXISTING_AFTER, (" xã, phường đã được công bố",), (" xã được công nhận",)),
    (values.MEASURED, (" triệu đồng/năm", " km", " ha", " m2/người"), (" kmm", " hộ", " đồng chí")),
    (values.OCCASIONS, (" lần/năm", " lần trở lên"), (" lượt người", " lớp")),
    (values.MONEY, (" triệu đồng", " đồng"), (" ha",)),
    (targets.GOES_TO, (" dự án đến 7 dự án", "% lên 9%"), (" bộ dữ liệu",)),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "yes", "no"), _AFTER)
def test_words_after_a_number(pattern: regex.Pattern[str], yes: tuple[str, ...], no: tuple[str, ...]) -> None:
    assert [words for words in yes if pattern.match(words.lower()) is None] == []
    assert [words for words in no if pattern.match(words.lower()) is not None] == []


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("ít nhất ", ">="), ("=> ", ">="), ("⩾ ", ">="), ("trên hoặc bằng ", ">="), ("dưới hoặc bằng ", "<="), ("không lớn hơn ", "<="),
        ("đạt trên ", ">"), ("còn dưới ", "<"), ("xuống không quá ", "<="), ("ít nhất vào năm 2025 đạt ", ">="), ("đạt ", "="), ("trên địa bàn đạt ", "="),
    ],
)  # fmt: skip
def test_comparators_before_a_number(words: str, sign: str) -> None:
    match = targets.COMPARATOR.search(words)
    assert (targets.sign(match["words"]) if match is not None else "=") == sign


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("vùng ven sông đạt ", "vùng ven sông"), ("khu vực nông thôn ", "nông thôn"), ("vùng đồng bào Dao là ", "vùng đồng bào Dao"),
        ("ở thành thị đạt ", "thành thị"), ("trẻ em dân tộc Khmer đạt ", "trẻ em dân tộc Khmer"), ("do đuối nước ", None), ("biết bơi ", None),
        ("tỷ lệ nữ đạt ", None), ("có ", None), ("", None),
    ],
)  # fmt: skip
def test_groups_of_a_part(words: str, group: str | None) -> None:
    assert groups.part(words) == group


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        (", trong đó nữ", True), ("; riêng trường", True), (" (trong đó 30", True), (", riêng năm 2026", False), ("; trường tư", False),
    ],
)  # fmt: skip
def test_what_opens_a_part(words: str, opens: bool) -> None:
    assert (groups.PART_OPENS.search(words) is not None) is opens


@pytest.mark.parametrize(
    ("words", "value", "unit", "per", "high"),
    [
        ("98,125%", 98.125, "percent", None, None), ("95÷98%", 95, "percent", None, 98), ("3~5%", 3, "percent", None, 5),
        ("12,5%o", 12.5, "per", 1000, None), ("10%0 ", 10, "per", 1000, None), ("1,7 lần vào", 1.7, "times", None, None),
        ("107 trẻ trai/100 trẻ gái", 107, "per", 100, None), ("10 bác sĩ/vạn dân", 10, "per", 10_000, None), ("3 lần/năm", 3, None, None, None),
        ("18 ca sinh/1.000 phụ nữ", 18, "per", 1000, None),
    ],
)  # fmt: skip
def test_signs_of_numbers(words: str, value: float, unit: str | None, per: int | None, high: float | None) -> None:
    found = numbers.at(words, 0, len(words))
    assert found is not None
    assert (found.value, found.unit, found.per, found.high) == (value, unit, per, high)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("còn18%", ["18%"]), ("phủ sóng5 trạm", []), ("ít nhất một cơ sở", ["một cơ sở"]), ("ít nhất một trong các", []), ("có một cơ sở", []),
        ("½ số xã", ["½ số xã"]),
    ],
)  # fmt: skip
def test_where_values_may_begin(words: str, found: list[str]) -> None:
    assert [words[at:] for at in numbers.candidates(words, 0, len(words))] == found


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("thuộc top 03 vùng về đổi mới", True),
        ("đứng trong nhóm 10 tỉnh dẫn đầu", True),
        ("xếp thứ 5 cả nước", True),
        ("thuộc 15 xã có chỉ số cao nhất", True),
        ("trong 15 xã có 3 xã đạt", False),
        ("thuộc 12 xã vùng cao", False),
    ],
)
def test_a_place_among_others(words: str, rank: bool) -> None:
    at = next(numbers.candidates(words, 0, len(words)))
    assert values.is_rank(words, 0, at, len(words)) is rank


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("giai đoạn 2031 - 2035", True),
        ("2.2. định hướng đến năm 2035", True),
        ("tầm nhìn đến năm 2045", True),
        ("giai đoạn 1 (2026-2028):", True),
        ("kế hoạch năm 2041", False),
        ("đến năm 2030 trồng rừng", False),
    ],
)
def test_a_heading_that_is_a_period(title: str, period: bool) -> None:
    assert (targets.PERIOD.fullmatch(title) is not None) is period
