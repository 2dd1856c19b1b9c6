"""Where a citation tells of an earlier time."""

from __future__ import annotations

import pytest
import regex

from patterns import grounds


@pytest.mark.parametrize(
    ("pattern", "found", "left"),
    [
        (grounds.CARRIES_OUT, ["Tiếp tục thực hiện ", "- Căn cứ "], ["Huyện thực hiện ", "Thực hiệnh "]),
        (grounds.OPENS_WITH_TIME, ["Giai đoạn trước, huyện", "Trong những năm qua", "Từ năm 2016 đến năm 2020, ", "Năm 2020, "], ["Giai đoạn 1", "Năm học mới", "Huyện"]),
    ],
)  # fmt: skip
def test_patterns_match_at_their_beginning_and_leave_others(
    pattern: regex.Pattern[str], found: list[str], left: list[str]
) -> None:
    assert [words for words in found if pattern.match(words) is None] == []
    assert [words for words in left if pattern.match(words) is not None] == []
