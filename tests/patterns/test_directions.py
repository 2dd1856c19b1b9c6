"""Which way values should move, for how long documents hold, and what a copied text leaves over."""

from __future__ import annotations

import pytest

from patterns import copied, directions, periods
from patterns.vocabulary import Comparator, Direction


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        (
            "RISING",
            ["Tăng tỷ lệ", "nâng lên", "lên 82%", "nâng cao tỷ lệ"],
            ["tầng", "tăng cường", "5 tuổi trở lên 3", "nâng cấp"],
        ),
        (
            "FALLING",
            ["kéo giảm số ca", "hạ còn", "hạ 5%", "xuống dưới 6%"],
            ["giảng dạy", "hạ tầng", "giảm nghèo", "xuống cấp"],
        ),
        ("ILL", ["tỷ lệ trẻ em bị xâm hại", "trẻ mắc bệnh"], ["trang bị máy tính", "trẻ được học"]),
        ("REACHED", ["đạt 90%", "có ít nhất 3"], ["tỷ lệ tử vong"]),
        ("ALL", ["100% xã"], ["2.100% xã", "90% xã"]),
        ("HELPED", ["bỏ học được vận động trở lại lớp"], ["bỏ học còn 2%"]),
        ("FOUGHT", ["phòng, chống tai nạn"], ["phòng học"]),
        ("EVENTS", ["10 lớp tập huấn", "500 tờ rơi"], ["tỷ lệ trẻ em"]),
        ("MAY_DIFFER", ["đến năm 2025", "45%", "duy trì"], ["trẻ em"]),
    ],
)
def test_directions(name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(directions, name)
    assert [words for words in yes if pattern.search(words) is None] == []
    assert [words for words in no if pattern.search(words) is not None] == []


@pytest.mark.parametrize(
    ("clause", "comparators", "direction"),
    [
        # The bound is first, a floor under what falls by its verb too.
        ("Tỷ lệ hộ dùng bếp than dưới 10%", ["<", "="], "less"),
        ("Tỷ lệ hộ dùng bếp than không quá 10%", ["<="], "less"),
        ("Trên 90% trẻ em bị xâm hại", [">"], "more"),
        ("Bounds that disagree: tỷ lệ hộ dùng bếp than", ["<", ">"], None),
        # Then the verb: the first is that of the aim, and what is no verb moves nothing.
        ("Giảm tỷ lệ trẻ em tăng cân chậm đạt 5%", ["="], "less"),
        ("Nâng tỷ lệ trẻ em được giảm lo âu", ["="], "more"),
        ("Hạ tỷ lệ hộ dùng bếp than xuống 10%", ["="], "less"),
        ("Tỷ lệ thôn có hạ tầng số: 10%", ["="], "more"),
        ("Hạ tầng số: 10%", ["="], None),
        ("Khống chế tỷ lệ hộ dùng bếp than ở mức 10%", ["="], "less"),
        # Then what is measured.
        ("Tỷ lệ trẻ em bị xâm hại là 4%", ["="], "less"),
        ("Trẻ em bị xâm hại được hỗ trợ: 90%", ["="], "more"),
        ("Số xã đạt tiêu chuẩn phòng, chống xâm hại: 10", ["="], "more"),
        ("100% hộ dùng bếp than", ["="], "more"),
        ("10% hộ dùng bếp than", ["="], None),
    ],
)
def test_which_way_is_better(clause: str, comparators: list[Comparator], direction: Direction | None) -> None:
    assert directions.better(clause, *comparators) == direction


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("AFTER_CITATION", ["giai đoạn 2016 - 2020"], ["giai đoạn 2016 - 2020, định hướng đến 2030"]),
        ("BEFORE_CITATION", ["giai đoạn 2016-2020 ban hành theo "], ["giai đoạn 2016-2020 của "]),
        ("UNTIL", ["Chương trình hành động đến năm 2020"], ["Đề án có tầm nhìn đến năm 2030"]),
        ("TITLE_ENDS", ["; x", " và Quyết định số 5"], [" quyết định"]),
        ("OF_SUBJECT", ["giai đoạn 2021-2025", "đến năm 2030"], ["năm 2030"]),
    ],
)
def test_periods(name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(periods, name)
    assert [words for words in yes if pattern.search(words) is None] == []
    assert [words for words in no if pattern.search(words) is not None] == []


def test_what_is_left_over() -> None:
    district, commune = copied.OF_ANOTHER_LEVEL["district"], copied.OF_ANOTHER_LEVEL["commune"]
    assert district.search("các sở, ban, ngành phối hợp") is not None
    assert district.search("các sở, ngành của tỉnh") is None
    assert commune.search("chỉ đạo các xã, thị trấn") is not None
    assert district.search("chỉ đạo các xã, thị trấn") is None
    lays = copied.LAYS_ON_PROVINCE
    assert lays.search("chính quyền; các sở, ban, ngành của tỉnh đưa chỉ tiêu vào kế hoạch") is not None
    assert lays.search("- Các sở, ngành tỉnh bố trí kinh phí") is not None
    assert lays.search("phối hợp với các sở, ban, ngành của tỉnh tổ chức") is None
    assert lays.search("Các sở, ban, ngành của tỉnh đã tổ chức") is None
    assert copied.ASKS_OF_ABOVE.search("Đề nghị tỉnh") is not None
    assert copied.ASKS_OF_ABOVE.search("nâng cao trách nhiệm") is None
    assert copied.OF_ANOTHER_TYPE["CTr"][0].search("Kế hoạch này") is not None
    place = copied.PLACE.search("nhân dân huyện Tam Nông có trách nhiệm")
    assert place is not None
    assert (place["sure"], place["type"], place["name"]) == (None, "huyện", "Tam Nông")
    assert copied.PLACE.search("trên địa bàn tỉnh") is None
    assert copied.NEIGHBOUR.search("học tập kinh nghiệm của tỉnh Vĩnh Phúc") is not None
    assert copied.NEIGHBOUR.search("cho trẻ em của tỉnh Vĩnh Phúc") is None
    assert copied.OF_NO_NAME["commune"].search("truyền thông trên địa bàn huyện cho các xã") is not None
    assert copied.OF_NO_NAME["commune"].search("trên địa bàn huyện Tam Nông") is None
    assert copied.LAID_DOWN.search("theo quy định trên địa bàn tỉnh") is not None
    assert copied.LAID_DOWN.search("truyền thông trên địa bàn tỉnh") is None
    charges = copied.CHARGES_DEPARTMENT
    assert charges.search("3. Giao Sở Y tế chủ trì") is not None
    assert charges.search("5. Sở Y tế: chỉ đạo các trạm") is not None
    assert charges.search("Báo cáo Sở Y tế: trước ngày 15/12") is None
    assert copied.LAYS_ON_DISTRICT.search("Các phòng, ban, ngành huyện chủ động xây dựng kế hoạch") is not None
    assert copied.LAYS_ON_DISTRICT.search("phối hợp với các phòng, ban của huyện tổ chức") is None
