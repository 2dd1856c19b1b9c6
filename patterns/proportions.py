"""`1.200/2.000 trường` and `16/100.000 trẻ em`: whether figures before a round number are a part of a total or a rate.

What is counted decides, and a word of rate before the figures; where neither tells, the size of the share does, and the
reading is open. Patterns read the view (`patterns.spelling`) in lower case.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

# Live births are denominators of rates; so is one sex where the other is more, or where a ratio is said.
_OVER_BIRTHS = regex.compile(r"\s*(?:trẻ|ca|em|con)\s(?:em\s)?(?:đẻ|(?:sơ\s)?sinh)\s(?:ra\s)?(?:còn\s)?sống\b")
_OVER_SEX = regex.compile(r"\s*(?:bé|em|trẻ(?:\s(?:em|sơ\ssinh))?)\s(?:gái|trai)\b")
# The population of a place: `32 giường/10.000 dân`.
_OVER_INHABITANTS = regex.compile(r"\s*dân(?!\p{L}|\s(?:tộc|quân|công))")
# Words of the sentence that goes on behind a figure: nothing is counted there.
_GOES_ON = regex.compile(
    r"\s*+(?:\P{L}|(?:vào|đến|tới|trong|so|năm|và|hoặc|ở|tại|theo|của|trở|mỗi|hằng|hàng|từ|còn|xuống)\b|\Z)"
)
_PEOPLE = regex.compile(r"\s*(?:trẻ|em|người|phụ nữ|bà mẹ|học sinh|cháu|bé)\b")
_NOUN = regex.compile(r"\s*(?P<noun>\p{L}+)")
# What says that the figures are a rate; a share (`tỷ lệ`) may be told by its part and its total too.
_RATE = regex.compile(r"\b(?:t[ỷỉ] (?:suất|số)|tần suất|mật độ|bình quân)\b")
_SHARE = regex.compile(r"\bt[ỷỉ] lệ\b")
# A ceiling before the figures: what is to be rare is told as a rate.
_CEILING = regex.compile(r"\b(?:dưới|không quá|không vượt quá|còn|xuống|giảm|khống chế)\b")
_SENTENCE_ENDS = regex.compile(r"[;\n]|\.\s")
# How far before the figures the word of rate may stand, in characters.
_FAR = 200
# From here on a share is one of a total, not of what is rare; and below here it is what is counted per 100,000.
_LARGE, _RARE = 0.1, 0.01
_CUSTOMARY = 100_000


class Proportion(NamedTuple):
    """Whether figures over a round number are a rate, else a part of a total; `open` where both may be meant."""

    rate: bool
    open: bool


def _said_before(low: str, start: int) -> str:
    since = max(0, start - _FAR)
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(low, since, start)]
    return low[ends[-1] if ends else since : start]


def _is_power_of_ten(whole: int) -> bool:
    return str(whole).strip("0") == "1"


def over_round(low: str, start: int, part: float, whole: int, behind: int) -> Proportion:
    """What `part` over `whole` (at least 100) is; `start` is where the figures begin, `behind` where the denominator ends.

    >>> words = "đạt 1.200/2.000 trường"
    >>> over_round(words, 4, 1200.0, 2000, words.index(" trường"))
    Proportion(rate=False, open=False)
    >>> words = "tỷ suất mắc 16/100.000 trẻ em"
    >>> over_round(words, 12, 16.0, 100_000, words.index(" trẻ em"))
    Proportion(rate=True, open=False)
    """
    if not part.is_integer():
        return Proportion(rate=True, open=False)
    is_power, share = _is_power_of_ten(whole), part / whole
    before = _said_before(low, start)
    rate = _RATE.search(before) is not None
    said = rate or _SHARE.search(before) is not None
    if _OVER_SEX.match(low, behind):
        return Proportion(rate=rate or share > 1, open=not rate and share <= 1)
    if _OVER_BIRTHS.match(low, behind) or (is_power and _OVER_INHABITANTS.match(low, behind)):
        return Proportion(rate=True, open=share >= _LARGE)
    if share >= _LARGE:
        return Proportion(rate=rate and is_power, open=said and is_power)
    return _few(low, before, share, whole, behind, said=said)


def _few(low: str, before: str, share: float, whole: int, behind: int, *, said: bool) -> Proportion:
    """The same of few in a round number; `said` is that a word of rate or share stands before them."""
    counted = None if _GOES_ON.match(low, behind) else _NOUN.match(low, behind)
    is_power = _is_power_of_ten(whole)
    if counted is None:
        return Proportion(rate=True, open=not said and whole < _CUSTOMARY)
    people, again = _PEOPLE.match(low, behind) is not None, counted["noun"] in before.split()
    if said:
        return Proportion(rate=is_power or people, open=not people and (again or not is_power))
    if people and is_power and whole >= _CUSTOMARY and share < _RARE:
        return Proportion(rate=True, open=False)
    if is_power and not again and _CEILING.search(before) is not None:
        return Proportion(rate=True, open=False)  # `sách mất giảm xuống dưới 4/1.000 lượt mượn`: one thing over another
    return Proportion(rate=is_power and people, open=is_power or people)


def counts_again(low: str, part: str, behind: int) -> bool:
    """Whether the denominator that ends at `behind` counts what is counted before the bar: `1.200 trường/2.000 trường`.

    >>> words = "1.200 trường/2.000 trường mầm non"
    >>> counts_again(words, " trường", words.index(" trường mầm"))
    True
    """
    counted = _NOUN.match(low, behind)
    return counted is not None and counted["noun"] == part.split()[0]
