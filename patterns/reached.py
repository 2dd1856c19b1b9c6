"""How reports say that a figure is an estimate, and what a share was made of."""

from __future__ import annotations

import regex

from patterns import numbers

# `ước đạt 92%`, a column `Ước TH 2025`; `ước mơ`, `điều ước` are wishes and treaties, `công ước`, `hiệp ước` treaties.
ESTIMATED = regex.compile(r"(?<!điều |công |hiệp |quy |mong |\p{L})(?:ước(?! mơ| nguyện| vọng)|uth)(?!\p{L})")
# `37/40 xã` behind a share: a part and its whole.
PART_OF = regex.compile(rf"(?<![\d/,.])(?P<part>{numbers.DIGITS})\s?/\s?(?P<whole>{numbers.DIGITS})(?![\d/]|[,.]\d)")
# How far a value may be off what its part and its whole give: it was rounded, to a tenth or to a whole number.
_TENTH, _WHOLE = 0.06, 0.5


def rounds(exact: float, value: float) -> bool:
    """Whether a value is what an exact one is rounded to.

    >>> rounds(92.31, 92.3), rounds(92.31, 92.0), rounds(92.31, 92.5)
    (True, True, False)
    """
    return abs(exact - value) <= (_WHOLE if value.is_integer() else _TENTH)


_ENDS = regex.compile(r"[;,.](?!\d)")


def estimated(low: str, start: int, end: int, at: int) -> bool:
    """Whether a value at `low[at]` is said to be an estimate, in its own part of the clause `low[start:end]`.

    >>> words = "năm 2023 đạt 91%, năm 2024 ước đạt 93%"
    >>> estimated(words, 0, len(words), words.index("91")), estimated(words, 0, len(words), words.index("93"))
    (False, True)
    """
    begin = max((match.end() for match in _ENDS.finditer(low, start, at)), default=start)
    return ESTIMATED.search(low, begin, at) is not None


# Sections of a report that tell what is to come, unless their titles speak of results.
TO_COME = regex.compile(r"phương hướng|nhiệm vụ|giải pháp|mục tiêu|kiến nghị|đề xuất|dự kiến|định hướng")
OF_RESULTS = regex.compile(r"kết quả|tình hình|đánh giá|thực trạng|đã ")
# What is said of the plan beside a figure that was reached.
SPEAKS_OF_PLAN = regex.compile(r"kế hoạch|chỉ tiêu|nghị quyết|mục tiêu|(?<!\p{L})kh(?!\p{L})")
# Words of what is still to come: the figure beside them was not reached.
FUTURE = regex.compile(r"phấn đấu|dự kiến|đặt mục tiêu|sẽ(?!\p{L})")
