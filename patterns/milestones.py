"""Milestones in brackets behind a value: `40% trẻ em biết bơi (năm 2025: 25%, năm 2026: 30%)`, `(đến năm 2027 đạt 60%)`.

Patterns read the view in lower case (`patterns.spelling.lower`).
"""

from __future__ import annotations

import regex

_YEAR = r"(?:19|20)\d\d"
_LEVELS = r"(?:đạt|là|còn|giảm|tăng|xuống|lên|ở mức|khoảng|trên|dưới|hơn|ít nhất|tối thiểu|không quá|tối đa|từ|[<>≤≥=])"
_VALUE = rf"(?:{_LEVELS}\s?)*\d[\d.,/]*(?:\s?[%‰])?(?:\s(?!(?:năm|vào|đến|trong|cuối|hết|và)\b)\p{{L}}+){{0,4}}"
_WHEN = r"(?:đến|vào|trong|hết|cuối|tới|mục tiêu|phấn đấu|kế hoạch)"
_ITEM = rf"(?:(?:{_WHEN}\s)*(?:năm\s|giai đoạn\s)?(?:{_YEAR}\s?-\s?)?(?P<year>{_YEAR})\s*[:=\-]?\s*{_VALUE}|{_VALUE}\s(?:{_WHEN}\s)*(?:năm\s)(?P<year>{_YEAR}))"
_OPENS = r"(?:(?:trong đó|cụ thể|lộ trình|chia ra|phân kỳ|riêng)\s*[:,]?\s)?"
IN_BRACKETS = regex.compile(rf"\(\s?{_OPENS}{_ITEM}(?:\s?[,;]\s?(?:và\s)?{_ITEM}|\svà\s{_ITEM})*\s?[.;]?\)")
_AHEAD = regex.compile(r"\((?:[^()\d]*\s)?(?:đến|tới|hết|phấn đấu|mục tiêu|kế hoạch|lộ trình)\b")


def are_ahead(low: str, start: int, end: int, first: int | None, issued: int | None = None) -> bool:
    """Whether the brackets `low[start:end]` hold values with their years and nothing else, of a plan made for `first` and later, in the year
    `issued`.

    One value of the plan's first year alone may be what was reached by then, unless it was issued in that year or words say that it lies ahead.

    >>> words = "(năm 2022: 25%, năm 2023: 30%)"
    >>> are_ahead(words, 0, len(words), 2022), are_ahead(words, 0, len(words), 2023)
    (True, False)
    >>> are_ahead("(đến năm 2027 đạt 60%)", 0, 22, None), are_ahead("(năm 2022 là 12 em)", 0, 19, 2022)
    (True, False)
    """
    match = IN_BRACKETS.fullmatch(low, start, end)
    if match is None:
        return False
    years = [int(year) for year in match.captures("year")]
    ahead = _AHEAD.match(low, start, end) is not None
    if first is None:
        return ahead
    return min(years) >= first and (
        ahead or len(years) > 1 or years[0] > first or (issued is not None and years[0] >= issued)
    )
