"""Words of what targets are about, each pattern with what it must find and what it must leave."""

from __future__ import annotations

import pytest
import regex

from patterns import subjects

_PARTS = subjects.shares_subject(["thể", "cân nặng"])


@pytest.mark.parametrize(
    ("pattern", "found", "left"),
    [
        (subjects.NARROWER, ["trẻ em dân tộc thiểu số", "học sinh nữ", "xã đặc biệt khó khăn", "trẻ em khmer", "học sinh người hoa"], ["trẻ em có hoàn cảnh đặc biệt khó khăn", "trẻ em thái nguyên", "trẻ em lào cai", "mọi trẻ em"]),
        (subjects.HAS_PREDICATE, ["trẻ em được tiêm chủng"], ["tử vong sơ sinh"]),
        (subjects.AGES, ["trẻ em dưới 5 tuổi", "từ 3 đến 5 tuổi", "12 tháng tuổi"], ["5 xã"]),
        (subjects.HAS_SOME, ["mỗi xã có 02 điểm vui chơi", "phấn đấu có ít nhất 3 câu lạc bộ"], ["toàn tỉnh có 144 xã"]),
        (subjects.EACH, ["mỗi xã một điểm"], ["mỗi năm giảm 2%"]),
        (subjects.PERIOD, ["chuong trinh giai doan 2021 2030", "giai doan 2021 den nam 2025"], ["giai doan 1", "nam 2021"]),
        (subjects.RATE, ["tỷ lệ tảo hôn", "tỷ suất tử vong"], ["số vụ tảo hôn"]),
    ],
)  # fmt: skip
def test_patterns_find_their_words_and_leave_others(
    pattern: regex.Pattern[str], found: list[str], left: list[str]
) -> None:
    assert [words for words in found if pattern.search(words) is None] == []
    assert [words for words in left if pattern.search(words) is not None] == []


def test_a_clause_shares_its_subject_by_reference_or_by_the_words_of_a_programme() -> None:
    assert [bool(_PARTS.match(words)) for words in ("; thể thấp còi còn 17%", "năm 2030, tỷ lệ này còn 9%", "cân nặng theo tuổi")] == [True] * 3  # fmt: skip
    assert [bool(_PARTS.match(words)) for words in ("tỷ lệ thể thấp còi", "thểu", "chiều cao")] == [False] * 3
    assert subjects.shares_subject([]).match("thể thấp còi") is None


def test_a_shared_subject_ends_before_the_words_of_a_programme() -> None:
    end = subjects.subject_end(["thể", "bị suy dinh dưỡng"])
    assert end is not None
    words = "tỷ lệ trẻ em bị suy dinh dưỡng thể thấp còi"
    assert words[: end.search(words).start()] == "tỷ lệ trẻ em "  # type: ignore[union-attr]
    assert subjects.subject_end([]) is None
