"""Aims without a number: what the specific objectives state and do not quantify, alone or beside values."""

from __future__ import annotations

import regex

from extract.structure.clauses import trim
from extract.targets import titles
from extract.targets.clauses import has_value
from extract.targets.statements import Measured
from patterns import aiming, joining, targets, values

_DIGIT = regex.compile(r"\d")


def is_silent(view: str, low: str, start: int, end: int) -> bool:
    """Whether a clause beside quantified ones states an aim of its own without a number: it opens with the verb of an aim, or is a
    sentence that says something of what is to be.
    """
    if len(low[start:end].split()) < 5 or has_value(low, start, end):
        return False
    opens = (aiming.OPENS_WITH_AIM, aiming.NOTHING_LEFT, aiming.WINS_TITLE)
    if any(pattern.match(low, start, end) is not None for pattern in opens):
        return True
    return (
        view[start].isupper()
        and aiming.REMARK.match(low, start) is None
        and values.PAST.search(low, start, end) is None
        and aiming.NOTHING_TO_REACH.match(low, start, end) is None
    )


def leading(low: str, start: int, measure: Measured) -> tuple[int, int] | None:
    """`từng bước xóa bỏ tình trạng tảo hôn, duy trì mức giảm …`: an aim without a number before the first value."""
    words = low[start : measure.aims[0].start]
    match = aiming.NEXT_AIM.search(words)
    if (
        match is None
        or targets.AIM.match(words) is None
        or len(targets.YEARS.sub("", words[: match.start()]).split()) < 4
        or _DIGIT.search(targets.YEARS.sub("", words[: match.start()])) is not None
    ):
        return None
    if aiming.AIM_OF_RATE.match(words):
        return None
    return trim(low, start, start + match.start())


def trailing(low: str, measure: Measured, end: int) -> tuple[int, int] | None:
    """`… đạt trên 95% và giảm thiểu tỷ lệ …`: an aim without a number after the last value."""
    inside = aiming.ALSO_LESS.search(low, measure.aims[-1].end, measure.end) if measure.prefix else None
    if inside is not None:  # `giảm 10% số … và giảm số … so với năm 2024`
        return trim(low, inside.start("aim"), measure.end)
    match = joining.JOINER.match(low, measure.end, end)
    if match is None:
        return None
    words = low[match.end() : end]
    if targets.PURPOSE.match(", " + words) or targets.AIM.match(words) is None or len(words.split()) < 4:
        return None
    return trim(low, match.end(), end)


_NUMBER = regex.compile(r"\d[\d.,]*")


def whole(view: str, low: str, start: int, end: int) -> tuple[int, int] | None:
    """The range of an item that is an aim as a whole: it says something, not of the past, and is no line of particulars or reference."""
    title = titles.before_colon(view, low, start, end)
    span = trim(low, title[1] if title is not None else start, end)
    if span is None or len(low[span[0] : span[1]].split()) < 5:
        return None
    if any(values.MONEY.match(low, match.end(), span[1]) is not None for match in _NUMBER.finditer(low, *span)):
        return None  # a number that is no target is no aim without a number
    if values.MISREAD.search(low, *span) is not None:
        return None
    past = targets.AIM.match(low, *span) is None and values.PAST.search(low, *span) is not None
    if past or aiming.NOTHING_TO_REACH.match(low, *span) is not None:
        return None
    remark = _REMARK.search(low, *span)
    return (span[0], remark.start()) if remark is not None else span


# Brackets at the end that explain (`hệ thống cáp quang … (cho phép truyền dữ liệu …)`).
_REMARK = regex.compile(r"\s*\((?=(?:[^\s()]+\s+){3})(?:[^()]|\([^()]*\))*\)?[\s.;]*\Z")
