"""Money that a plan sets out to raise or to give, which is counted in millions of đồng; what things cost or are thought to cost is no aim.

Patterns read the view in lower case (`patterns.spelling.lower`).
"""

from __future__ import annotations

import regex

_SCALES = {"tỷ": 1000.0, "triệu": 1.0, "nghìn": 0.001, "ngàn": 0.001, "": 0.000001}
_DONG = regex.compile(r"\s?(?:(?P<scale>tỷ|triệu|nghìn|ngàn)\s)?đồng\b(?! chí| bào| nghiệp| hồ)")


def millions(low: str, value_end: int) -> float | None:
    """By what a number before an amount is multiplied to be in millions of đồng; `None` where no đồng follow it.

    >>> millions("3 tỷ đồng", 1), millions("500.000 đồng/trẻ", 7), millions("3 tỷ usd", 1)
    (1000.0, 1e-06, None)
    """
    match = _DONG.match(low, value_end)
    return _SCALES[match["scale"] or ""] if match is not None else None


# Who gives is asked to; what is set aside.
_PLEDGED = (
    r"(?:vận động|huy động|quyên góp|kêu gọi|gây quỹ|tiết kiệm|đóng góp|ủng hộ|xây dựng quỹ|thu quỹ)"
    r"(?:\s(?:thêm|được|các|nguồn|từ|kinh phí|vốn|xã hội hóa))*"
)
_COSTS = r"(?:kinh phí|chi phí|dự toán|ngân sách|trị giá|định mức|mức chi|đơn giá|tổng (?:chi|mức|số tiền)|dự kiến|ước tính|ước khoảng)"
_SAID = regex.compile(rf"\b(?:(?P<pledged>{_PLEDGED})|(?P<costs>{_COSTS}))(?!\p{{L}})")
_ESTIMATED = regex.compile(r"\b(?:tổng kinh phí|dự toán|dự kiến|ước tính|nhu cầu kinh phí|kinh phí thực hiện)\b")
_SET_ASIDE = regex.compile(r"\b(?:bố trí|dành|trích|cân đối|cấp|chi|hỗ trợ|mức hỗ trợ|đỡ đầu|trợ giúp)\b[^;.:]{0,60}\Z")
_EACH_GIFT = regex.compile(
    r"\b(?:mỗi|một|từng)\s(?:suất|phần|phần quà|suất quà|suất học bổng|học bổng|sổ|sổ tiết kiệm|em|cháu|trẻ|hộ)"
    r"(?:\s(?:quà|học bổng))?(?:\s(?:trị giá|là|được|ít nhất|tối thiểu|từ|không dưới|trên))*\s\Z"
)
_GIVEN = regex.compile(r"\b(?:tặng|trao|vận động|hỗ trợ|đỡ đầu|ủng hộ|thăm)\b")


def is_of_gift(low: str, start: int, position: int) -> bool:
    """Whether an amount is what each of the gifts before it is worth (`60 suất quà, mỗi suất 200.000 đồng`)."""
    return _EACH_GIFT.search(low, start, position) is not None


def is_pledged(low: str, start: int, position: int, *, at_least: bool) -> bool:
    """Whether an amount of `low[start:]` at a position is one that the plan sets out to raise or to give; `at_least` says that a bound
    stands before it.

    >>> words = "vận động quỹ bảo trợ trẻ em đạt từ "
    >>> is_pledged(words, 0, len(words), at_least=False)
    True
    >>> words = "tổng kinh phí dự kiến "
    >>> is_pledged(words, 0, len(words), at_least=False)
    False
    """
    before = low[start:position]
    if _EACH_GIFT.search(before) is not None:
        return _GIVEN.search(before) is not None
    said = [match.lastgroup for match in _SAID.finditer(before)]
    if said and said[-1] == "pledged":
        return _ESTIMATED.search(before) is None
    return at_least and _SET_ASIDE.search(before) is not None
