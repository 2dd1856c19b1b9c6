"""How a plan says what its locality has of a kind."""

from __future__ import annotations

import pytest
import regex

from patterns import places


@pytest.mark.parametrize(
    ("words", "numbers", "kinds"),
    [
        ("Xã có 10 thôn.", ["10"], ["thôn"]),
        ("1.1. Xã có 9 khu dân cư, 1.730 hộ.", ["9"], ["khu dân cư"]),
        ("Huyện có 12 xã, thị trấn với trên 36.000 trẻ em", ["12"], ["xã, thị trấn"]),
        ("Tỉnh An Bình (hợp nhất hai tỉnh) có 82 xã và 10 phường.", ["82", "10"], ["xã", "phường"]),
        ("Toàn tỉnh hiện có 1.730 trường học;", ["1.730"], ["trường học"]),
        ("Xã có 10 thôn đặc biệt khó khăn.", [], []),  # a part of them
        ("Xã có 10 thôn, 2 bản đặc biệt khó khăn.", [], []),
        ("Huyện có 12 xã, thị trấn đạt chuẩn.", [], []),
        ("Năm 2020, huyện có 15 xã.", [], []),  # of another time
        ("Tỉnh An Bình (cũ) có 92 xã.", [], []),
        ("Xã có 1.730 hộ.", [], []),
    ],
)
def test_a_clause_that_says_the_whole_ends_behind_its_kind(words: str, numbers: list[str], kinds: list[str]) -> None:
    match = places.SAYS_WHOLE.search(words)
    assert (match.captures("number") if match else []) == numbers
    assert (match.captures("kind") if match else []) == kinds


@pytest.mark.parametrize(
    ("pattern", "found", "left"),
    [
        (places.AND_WHOLE, ["; có 03 trường học.", ", 10 thôn."], [", 10 thôn đặc biệt khó khăn thuộc vùng cao nay", " có 3 thôn."]),
        (places.OF_THE_WHOLE, ["trong đó có 3 xã", "Trong số này"], ["trong đợt"]),
        (places.NOTHING_NARROWS, [" vào năm 2025", ".", ""], [" đặc biệt khó khăn", " vùng cao"]),
    ],
)  # fmt: skip
def test_patterns_match_at_their_beginning_and_leave_others(
    pattern: regex.Pattern[str], found: list[str], left: list[str]
) -> None:
    assert [words for words in found if pattern.match(words) is None] == []
    assert [words for words in left if pattern.match(words) is not None] == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("phường, xã và thị trấn có điểm vui chơi", "phường, xã và thị trấn"),
        ("thôn, tổ dân phố", "thôn, tổ dân phố"),
        ("khu dân cư có tủ sách", "khu dân cư"),
        ("xãm", None),
    ],
)
def test_units_side_by_side_are_one_kind(words: str, kind: str | None) -> None:
    match = places.KIND_OF_UNIT.search(words)
    assert (match.group() if match else None) == kind
