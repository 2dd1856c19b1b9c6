"""Which way values should move, for how long documents hold, and what a copied text leaves over."""

from __future__ import annotations

import pytest

from patterns import copied, directions, periods


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("RISING", ["Tăng tỷ lệ", "nâng lên"], ["tầng"]),
        ("FALLING", ["kéo giảm số ca", "hạ còn"], ["giảng dạy"]),
        (
            "LESS_IS_BETTER",
            ["tỷ lệ trẻ em bị xâm hại", "không quá 5%", "dưới 18/100.000 trẻ em"],
            ["trang bị máy tính", "trẻ được học"],
        ),
        ("MORE_IS_BETTER", ["đạt 90%", "có ít nhất 3"], ["tỷ lệ tử vong"]),
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
    ("name", "yes", "no"),
    [
        ("AFTER_CITATION", ["giai đoạn 2016 - 2020"], ["giai đoạn 2016 - 2020, định hướng đến 2030"]),
        ("BEFORE_CITATION", ["giai đoạn 2016-2020 ban hành theo "], ["giai đoạn 2016-2020 của "]),
        ("UNTIL", ["Chương trình hành động đến năm 2020"], ["Đề án có tầm nhìn đến năm 2030"]),
        ("TITLE_ENDS", ["; x", " và Quyết định số 5"], [" quyết định"]),
        ("OF_SUBJECT", ["giai đoạn 2021-2025", "đến năm 2030"], ["năm 2030"]),
        ("IN_FORCE_FROM", ["hiệu lực 01/7/2025"], ["hết hiệu lực"]),
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
    assert copied.OF_ANOTHER_TYPE["CTr"][0].search("Kế hoạch này") is not None
    assert copied.PROVINCE.search("trên địa bàn tỉnh Lào Cai")["name"] == "Lào Cai"  # type: ignore[index]
    assert copied.PROVINCE.search("trên địa bàn tỉnh") is None
