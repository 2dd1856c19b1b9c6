"""Numbers, shares, rates and ranges as officialese writes them, and what is none."""

from __future__ import annotations

import pytest

from patterns import numbers


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("99,99", 99.99), ("0,05", 0.05), ("0.05", 0.05), ("1.500", 1500), ("1,500", 1500), ("100.000", 100000),
        ("1.234,5", 1234.5), ("04", 4), ("65", 65), ("1 500", 1500), ("12.345.678", 12345678), ("0.125", 0.125),
    ],
)  # fmt: skip
def test_figures(figures: str, value: float) -> None:
    assert numbers.parse(figures) == value


@pytest.mark.parametrize(
    ("words", "value", "high", "unit", "per", "total"),
    [
        ("65%", 65, None, "percent", None, None),
        ("0,05 %", 0.05, None, "percent", None, None),
        ("99,5 phần trăm", 99.5, None, "percent", None, None),
        ("6,5‰", 6.5, None, "per", 1000, None),
        ("550/100.000 trẻ em", 550, None, "per", 100000, None),
        ("04/4.000", 4, None, "per", 4000, None),
        ("6,5 trẻ /1.000 trẻ đẻ sống", 6.5, None, "per", 1000, None),
        ("6,5 ca trên 1.000 trẻ đẻ sống", 6.5, None, "per", 1000, None),
        ("10/10 xã", 10, None, "count", None, 10),
        ("1.000/1.000 trường", 1000, None, "count", None, 1000),
        ("1.100 xe/1.000 dân", 1100, None, "per", 1000, None),
        ("2.150/2.000 hồ sơ", 2150, None, "count", None, 2000),
        ("2/3 số trường", 2, None, "count", None, 3),
        ("một phần ba số xã", 1, None, "count", None, 3),
        ("một nửa số xã", 1, None, "count", None, 2),
        ("1.500 lượt", 1500, None, None, None, None),
        ("5-10%", 5, 10, "percent", None, None),
        ("2 đến 3%", 2, 3, "percent", None, None),
        ("2% đến 3%", 2, 3, "percent", None, None),
    ],
)
def test_values(
    words: str, value: float, high: float | None, unit: str | None, per: int | None, total: float | None
) -> None:
    found = numbers.at(words, 0, len(words))
    assert found is not None
    assert (found.value, found.high, found.unit, found.per, found.total) == (value, high, unit, per, total)


@pytest.mark.parametrize(
    ("words", "per", "total", "is_open"),
    [
        # a part of a total: places, schools, households, people, by what is counted
        ("có 1.200/2.000 trường đạt chuẩn", None, 2000, False),
        ("có 1.500/3.000 hộ được cấp nước", None, 3000, False),
        ("có 750/1.000 trẻ em được học bơi", None, 1000, False),
        ("có 95/100 hộ được cấp nước", None, 100, False),
        ("có 100/100 trường đạt chuẩn", None, 100, False),
        ("có 50/2.000 hộ được cấp nước", None, 2000, False),
        ("có 1.200 trên 2.000 trường đạt chuẩn", None, 2000, False),
        ("có 1.200 trường/2.000 trường", None, 2000, False),
        ("tỷ lệ trường đạt chuẩn là 1.200/2.000 trường", None, 2000, False),
        # a rate: births, one sex over the other, inhabitants, a word of rate, a fraction, one thing over another
        ("tử vong còn 6/1.000 trẻ đẻ sống", 1000, None, False),
        ("tử vong là 7,5/1.000 trẻ em", 1000, None, False),
        ("tỷ số giới tính là 98/100 bé gái", 100, None, False),
        ("còn 112/100 bé gái", 100, None, False),
        ("có 32/10.000 dân", 10_000, None, False),
        ("tỷ suất là 16/100.000 trẻ em", 100_000, None, False),
        ("trẻ em tử vong còn 16/100.000 trẻ em", 100_000, None, False),
        ("tỷ suất còn 04/4.000 trẻ em", 4000, None, False),
        ("tỷ suất trẻ em bị tai nạn còn 5/1.000 trẻ em", 1000, None, False),
        ("sách bị mất xuống dưới 4/1.000 lượt mượn", 1000, None, False),
        # nothing tells which
        ("tỷ lệ trẻ em được học bơi là 750/1.000 trẻ em", None, 1000, True),
        ("có 750/1.000 trẻ em gái được học bơi", None, 1000, True),
        ("có 350/1.000 dân", 1000, None, True),
        ("có 5/1.000 trẻ em được hỗ trợ", 1000, None, True),
        ("có 50/1.000 hộ được hỗ trợ", None, 1000, True),
        ("số hộ nghèo giảm còn 50/1.000 hộ", None, 1000, True),
        ("còn 50/1.000 vào năm 2030", 1000, None, True),
    ],
)
def test_a_rate_or_a_part_of_a_total(words: str, per: int | None, total: float | None, is_open: bool) -> None:
    at = next(numbers.candidates(words, 0, len(words)))
    found = numbers.at(words, at, len(words))
    assert found is not None
    assert (found.per, found.total, found.open) == (per, total, is_open)


@pytest.mark.parametrize("words", ["xã", "/100", "a5", "%"])
def test_what_is_no_number(words: str) -> None:
    assert numbers.at(words, 0, len(words)) is None
