"""The part of a document that a citation names before it: `khoản 1 và khoản 3 Điều 54`. Patterns read the view in lower case."""

from __future__ import annotations

import regex

from patterns.compiled import compiled

# A provision before the mention, in lower case: lists of numbers at each level, the levels in any order.
_LETTERS, _FIGURES = r"[a-zđ]\d?(?!\p{L})", r"\d{1,3}[a-zđ]?(?!\p{L})"
_MORE = r"(?:(?:,|\svà|,\svà|\s-|\sđến)\s"


def _level(words: str, number: str) -> str:
    return rf"(?:các\s)?(?:{words})\s{number}{_MORE}(?:(?:{words})\s)?{number}(?!\s(?:{words})))*"


_LEVELS = "|".join(
    (_level("tiết|điểm", rf"(?:{_LETTERS}|{_FIGURES})"), _level("khoản|điều", _FIGURES), _level("mục|chương|phần|phụ lục", r"(?:[ivx]{1,6}|\d{1,3})(?!\p{L})"))
)  # fmt: skip
_PROVISION = compiled(
    "citations-provision",
    rf"(?<!\p{{L}})(?P<provision>(?:{_LEVELS})(?:(?:,\s|\s|\svà\s|,\svà\s|\scủa\s)(?:{_LEVELS}))*)(?:,?\s(?:của|tại|trong|thuộc|ban hành kèm theo)|,)?\s(?:các\s)?$",
)
_PROVISION_REACH = 100
_PROVISION_WORD = regex.compile(r"(?:điều|khoản|chương|mục|phần|phụ lục|điểm)\s")


def provision(low: str, start: int, position: int) -> tuple[int, int] | None:
    """The provision that stands before a mention: `khoản 1 và khoản 3 Điều 54`."""
    since = max(start, position - _PROVISION_REACH)
    if _PROVISION_WORD.search(low, since, position) is None:
        return None
    match = _PROVISION.search(low[since:position])
    return (since + match.start("provision"), since + match.end("provision")) if match is not None else None
