"""Which measure of the national programme the words of a target mean, by kinds of wording, and which look like one and mean none."""

from __future__ import annotations

import pytest

from corpus import programme
from corpus.programme.alignment import Aligner
from tests.corpus.test_programme import SMALL
from tests.plans import objectives


def meaning(line: str) -> set[tuple[str | None, str | None]]:
    found = objectives(f"- {line}.").targets
    assert found
    return {(one.measure, one.match) for one in found}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Phấn đấu 12/15 xã đạt 15 tiêu chí xã phù hợp với trẻ em", ("1", "exact")),
        ("90% trẻ em dưới 5 tuổi được tiếp cận các dịch vụ chăm sóc phát triển toàn diện", ("2", "near")),
        ("Tỷ lệ trẻ em từ 0 đến 8 tuổi được hưởng các dịch vụ hỗ trợ phát triển toàn diện đạt 90%", ("2", "exact")),
        ("Trẻ dưới 12 tháng tuổi tử vong dưới 11‰", ("3b", "exact")),
        ("Tỷ lệ lây nhiễm HIV từ mẹ sang con dưới 2%", ("6", "exact")),
        ("Duy trì tỷ lệ trẻ em có hoàn cảnh đặc biệt dưới 2% tổng số trẻ em", ("8a", "exact")),
        ("Trẻ em có HCĐB được chăm sóc, trợ giúp bằng các hình thức đạt 92%", ("8b", "exact")),
        ("90% trẻ em khuyết tật có hoàn cảnh đặc biệt được trợ giúp", ("8b", "near")),
        ("Số trẻ em tử vong do tai nạn thương tích còn 12 em", ("11b", "near")),
        ("Giảm bình quân 2 - 3%/năm số cặp tảo hôn", ("13", "exact")),
        ("Huy động trẻ mẫu giáo ra lớp đạt 95%", ("16", "near")),
        ("Huy động 99,5% trẻ 5 tuổi ra lớp mẫu giáo", ("16", "exact")),
        ("Trẻ em mẫu giáo đạt 88%", ("16", "near")),
        ("Tiến tới không còn trẻ em bị xâm hại vào năm 2030", ("9", "exact")),
        ("Mỗi xã, phường có ít nhất 01 sân chơi dành cho trẻ em", ("21", "near")),
    ],
)
def test_a_wording_means_its_measure(line: str, expected: tuple[str, str]) -> None:
    assert meaning(line) == {expected}


@pytest.mark.parametrize(
    "line",
    [
        "100% trẻ em bị xâm hại được hỗ trợ, can thiệp kịp thời",
        "Xây dựng 02 mô hình xã phù hợp với trẻ em",
        "100% xã triển khai Kế hoạch xây dựng xã phù hợp với trẻ em",
        "100% cha mẹ có con dưới 8 tuổi được cung cấp kiến thức về phát triển toàn diện trẻ em",
        "100% bà mẹ có con dưới 2 tuổi được tư vấn phòng, chống suy dinh dưỡng thấp còi",
        "Hỗ trợ 120 trẻ em có hoàn cảnh đặc biệt về sinh kế",
        "80% trẻ em bị tai nạn thương tích tử vong được thống kê",
        "100% trẻ mẫu giáo được theo dõi biểu đồ tăng trưởng",
        "Tỷ lệ trẻ em 5 tuổi hoàn thành chương trình giáo dục mầm non đạt 100%",
        "Tỷ lệ học sinh hoàn thành tiểu học vào học lớp 6 đạt 99%",
        "Đầu tư 10 điểm vui chơi, giải trí cho trẻ em tại các xã",
        "Mỗi xã xây dựng 01 sân chơi cho trẻ em",
        "98% trẻ dưới 2 tuổi được theo dõi cân nặng",
        "Tổ chức 02 diễn đàn trẻ em lấy ý kiến với 200 trẻ em tham gia",
        "Tỷ lệ béo phì ở người trưởng thành dưới 12%",
        "Khống chế tỷ lệ thừa cân, béo phì nhóm từ 20 đến 60 tuổi dưới 20%",
        "Tỷ lệ thừa cân, béo phì ở trẻ 5-18 tuổi dưới 12%",
        "Thừa cân, béo phì ở trẻ em tiểu học dưới 10%",
        "98% cơ sở giáo dục mầm non đạt tiêu chuẩn Trường học an toàn",
        "Tuyển sinh vào lớp 10 đạt 90% số học sinh tốt nghiệp THCS",
        "Không có trẻ sơ sinh tử vong do uốn ván",
        "Giảm số học sinh bị tai nạn thương tích từ 126 em năm học trước xuống còn dưới 90 em",
        "Huy động trẻ trong độ tuổi nhà trẻ ra lớp đạt 28%",
        "100% trẻ em có số định danh ngay khi khai sinh",
        "Hoàn thành số hóa 100% sổ gốc khai sinh",
        "100% trẻ em được hỗ trợ trong các vụ việc liên quan đến nhận cha, mẹ và khai sinh",
        "Xử lý dứt điểm tình trạng trẻ em chưa có giấy khai sinh",
        "10/10 xã giữ vững chuẩn phổ cập giáo dục mầm non cho trẻ 5 tuổi",
    ],
)
def test_what_only_looks_like_a_measure_means_none(line: str) -> None:
    assert meaning(line) == {(None, None)}


# Two measures whose words may stand in one clause.
_LIBRARY = f"""{SMALL}all = ['có thư viện']
[indicators.2]
objective = 1
name_vi = "Tủ sách"
name_en = "Shelves"
[measures.2]
indicator = 2
name_vi = "Tỷ lệ trường có tủ sách"
name_en = "Schools with shelves"
direction = "more"
unit = "percent"
values.2025 = 50
key = ["tỷ lệ"]
all = ['tủ sách']
"""


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("Tỷ lệ trường có thư viện hoặc tủ sách đạt 90%", "1"),  # the longer words
        ("Chỉ tiêu 2: Tỷ lệ trường có thư viện hoặc tủ sách đạt 90%", "2"),
        ("Chỉ tiêu 1: Tỷ lệ trường có thư viện hoặc tủ sách đạt 90%", "1"),
        ("Chỉ tiêu 2: Tỷ lệ trường có thư viện đạt 90%", "1"),  # never by the number alone
    ],
)
def test_the_number_of_an_indicator_decides_only_between_measures_that_the_words_mean(line: str, measure: str) -> None:
    (target,) = objectives(f"- {line}.").targets
    (found,) = Aligner([programme.parse(_LIBRARY, "p.toml")]).align(target)
    assert found.code == measure
