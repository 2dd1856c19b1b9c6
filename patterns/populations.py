"""Whom a measure is about: the people, institutions or places that a share is of, their ages, and who stands before a predicate.

Patterns read words in lower case in the one spelling of `patterns.spelling`.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

# What is counted, by kind: a share of one kind is no count of another.
_KINDS = {
    "people": r"trẻ em|trẻ|em|cháu|học sinh|thiếu nhi|thiếu niên|thanh thiếu niên|người chưa thành niên|người|lượt trẻ|lượt người|lượt",
    "places": r"xã|phường|thị trấn|đặc khu|đơn vị|huyện|quận|thị xã|thành phố|địa phương",
    "schools": r"trường|cơ sở|điểm trường|lớp học",
}
_KIND = {name: regex.compile(rf"(?:{words})\b") for name, words in _KINDS.items()}


def kind(words: str) -> str | None:
    """The kind of what words begin with: `people`, `places` or `schools`; `None` for anything else (`mô hình`, `buổi`)."""
    return next((name for name, pattern in _KIND.items() if pattern.match(words) is not None), None)


def pattern(name: str) -> str:
    """The pattern of those of a kind, as the file of a programme writes one."""
    return rf"\b(?:{_KINDS[name]})\b"


_OF = regex.compile(r"\b(?:" + "|".join(_KINDS.values()) + r")\b")


def of_measure(name: str) -> str | None:
    """The kind of those that a measure is a share of, by its name.

    >>> of_measure("tỷ lệ cơ sở giáo dục cho trẻ em có công trình vệ sinh"), of_measure("mức giảm số cuộc tảo hôn")
    ('schools', None)
    """
    match = _OF.search(name)
    return kind(match.group()) if match is not None else None


# Grown-ups whom a target may be about, where a measure is of children: said first, before any predicate.
_GROWN_UPS = (
    r"cha mẹ|cha, mẹ|bố mẹ|ông bà|phụ huynh|bà mẹ|phụ nữ|thai phụ|người chăm sóc|giáo viên|cán bộ|công chức|viên chức|nhân viên|cộng tác viên|tình nguyện viên|"
    r"người lao động|lao động(?! trẻ em)|người dân|hộ gia đình|gia đình|cặp vợ chồng|huấn luyện viên|điều tra viên"
)
_OPENS_WITH = regex.compile(
    r"\W*(?:(?:phấn đấu|bảo đảm|đảm bảo|duy trì|nâng|tăng|đạt|có|trên|ít nhất|tối thiểu|tỷ lệ|số|các|mỗi năm|hằng năm|đến|năm|từ|hơn|khoảng|và|[\d.,%‰/()-]+)\s*)*"
    rf"(?P<who>{_GROWN_UPS})\b"
)


def grown_ups(words: str) -> str | None:
    """The grown-ups whom a clause is about; `None` where it begins with somebody else.

    >>> grown_ups("90% cha mẹ có con dưới 5 tuổi được tập huấn"), grown_ups("90% trẻ em có cha mẹ đi làm xa")
    ('cha mẹ', None)
    """
    match = _OPENS_WITH.match(words)
    return match["who"] if match is not None else None


_ADULTS = regex.compile(
    r"\b(?:người (?:trưởng thành|lớn|cao tuổi|già)|(?:từ )?(?:1[89]|[2-9]\d) ?(?:-|đến|tới) ?(?:dưới )?\d\d tuổi)\b"
)
_CHILDREN = regex.compile(r"\b(?:trẻ|học sinh|thiếu nhi|thiếu niên|sơ sinh|người chưa thành niên)\b")


def only_adults(words: str) -> bool:
    """Whether words name grown people by their age, wherever it is said, and no children beside them.

    >>> only_adults("tỷ lệ béo phì ở người trưởng thành 19 - 64 tuổi"), only_adults("trẻ em sống cùng người cao tuổi")
    (True, False)
    """
    return _ADULTS.search(words) is not None and _CHILDREN.search(words) is None


_AGE = regex.compile(
    r"(?:(?P<low>\d{1,2})\s?(?:-|đến|tới)\s?(?:dưới |đủ |hết )?|(?P<since>\b(?:từ|trên) (?:đủ |trên )?))?(?P<age>\d{1,2})\s(?P<months>tháng )?tuổi(?P<on> trở lên)?"
)
# Where childhood begins and ends: an age of its own for no measure.
_ALL_CHILDREN = frozenset({0, 16, 17, 18})


class Age(NamedTuple):
    """An age in years, and whether those meant begin at it."""

    years: int
    begins: bool


def ages(words: str) -> frozenset[Age]:
    """The ages that words name, without those that begin or end childhood.

    >>> sorted(ages("từ đủ 11 đến dưới 16 tuổi")), sorted(ages("dưới 12 tháng tuổi")), ages("từ 11 tuổi") == ages("11-16 tuổi")
    ([Age(years=11, begins=True)], [Age(years=1, begins=False)], True)
    """
    found: set[Age] = set()
    for match in _AGE.finditer(words):
        whole = 12 if match["months"] else 1
        begins = match["since"] is not None or match["on"] is not None
        found.add(Age(int(match["age"]) // whole, begins))
        if match["low"]:
            found.add(Age(int(match["low"]) // whole, begins=True))
    return frozenset(age for age in found if age.years not in _ALL_CHILDREN)


# Each of the places has something: all of them, where a measure is a share of them.
EACH_HAS = regex.compile(r"\bmỗi\s(?P<of>\p{L}+)[^;.\d]{0,40}?\s(?:đều )?có\b")
# A number with what it counts right behind it.
_COUNTS = regex.compile(
    r"(?<![\d.,/])\d[\d.]*\s(?!(?:năm|vào|đến|lên|xuống|và|trong|so|hằng|mỗi|trở|tuổi|tháng)\b)(?=\p{L})"
)
_OF_TOTAL = regex.compile(r"\d\s?/\s?\d+\s\p{L}")


def counts_share(words: str, population: str | None) -> bool:
    """Whether what the first number of words counts is what a share is of; true where nothing stands behind the number.

    A number of people laid on (`hỗ trợ 120 trẻ em …`) is no share of them, one that is reached (`số trẻ em tử vong còn 12 em`) may be.
    """
    match = _COUNTS.search(words)
    if match is None or population is None or _OF_TOTAL.search(words) is not None:
        return True
    return kind(words[match.end() :]) == population and (
        population != "people" or _OF.search(words, 0, match.start()) is not None
    )
