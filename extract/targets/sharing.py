"""Clauses that are read with the subject of one before them (`…; thấp còi 17%`, `…; được trợ giúp: 95%`), and which words of that are theirs."""

from __future__ import annotations

from dataclasses import replace

import regex

from extract.structure.clauses import trim
from extract.targets.clauses import is_bare
from extract.targets.quantities import is_plain
from extract.targets.statements import Measured, Statement
from patterns import aiming, joining, numbers, subjects, targets

# A number with the sign of a rate.
_RATED = regex.compile(r"\d[\d.,]*\s?(?:[%‰]|/\s?\d)")
_RATED_VALUE = regex.compile(r"\d[\d.,]*(?:\s?-\s?\d[\d.,]*)?\s?(?:[%‰]|/\s?\d[\d.]*)")
# A clause and a part: where they begin and end.
_Span = tuple[int, int]


def shares(low: str, subject: int, before: _Span, part: _Span) -> bool:
    """Whether a clause is read with the subject of the one before it, which began at `subject`."""
    if subjects.SHARES.match(low, *part) is not None or is_bare(low, *part):
        return True
    if "." in low[before[1] : part[0]]:
        return False  # a sentence has a subject of its own
    if _says_only_level(low, before, part):
        return True
    return (
        subjects.SAYS_WHAT_BECOMES.match(low, *part) is not None
        or _repeats(low, before, part)
        or _names_only_who(low, subject, before, part)
    )


def _says_only_level(low: str, before: _Span, part: _Span) -> bool:
    """Whether a clause begins with nothing but a year and the level that what the one before it measures comes to (`…; đến năm 2030 còn dưới 6,5%,
    thể thấp còi còn 14%`, `…; các năm sau 100%`).
    """
    first = next(numbers.candidates(low, max(part[0], _after_years(low, part)), part[1]), None)
    if first is None or _RATED.match(low, first, part[1]) is None or _RATED.search(low, *before) is None:
        return False
    words = subjects.LATER_YEARS.sub(" ", low[part[0] : first])
    said = (
        subjects.LATER_YEARS.search(low, part[0], first) is not None
        or targets.YEARS.search(low, part[0], first) is not None
    )
    value = _RATED_VALUE.match(low, first, part[1])
    return (
        said
        and is_plain(words)
        and value is not None
        and subjects.NO_SUBJECT.match(low, value.end(), part[1]) is not None
    )


def _after_years(low: str, part: _Span) -> int:
    """Where the years end that a clause begins with."""
    match = targets.YEARS.search(low, part[0], min(part[1], part[0] + 60))
    return match.end() if match is not None else part[0]


def _names_only_who(low: str, subject: int, before: _Span, part: _Span) -> bool:
    """Whether a clause only says for whom the rate of the one before is another (`tỷ suất tử vong sơ sinh xuống 9‰; trẻ dưới 5 tuổi 15‰`)."""
    who = targets.NAMES_WHO.match(low, *part)
    rate = targets.RATE.search(low, max(subject, 0), before[1])
    if rate is None or who is None:
        return False
    value = next(numbers.candidates(low, who.end(), part[1]), None)
    return value is not None and _RATED.match(low, value, part[1]) is not None


def _repeats(low: str, before: _Span, part: _Span) -> bool:
    """Whether a clause begins inside the subject of the one before (`tỷ lệ hộ thiếu hụt nhà ở 14%; thiếu hụt thông tin 9%`)."""
    start, end = part
    first = next(numbers.candidates(low, start, min(end, start + 300)), None)
    words = low[start:first].split(maxsplit=2)[:2] if first is not None else []
    if joining.HAS_OWN_VERB.match(f" {low[start:first]}") is not None:
        return False  # `…; đăng ký khai sinh đúng hạn đạt 95%`: a statement of its own
    if (
        len(words) < 2
        or targets.COMMITS.match(low, start) is not None
        or targets.SUBJECT_HEAD.match(low, start, first) is not None
    ):
        return False
    return f" {words[0]} {words[1]} " in low[slice(*before)] and targets.AIM.match(low, start) is None


def with_subject(low: str, measure: Measured, shared: int, owner: Statement | None, end: int) -> Measured:
    """The first measure of a clause that ends at `end` and shares the subject of the one that begins at `shared` and states `owner`."""
    own = replace(measure, quote_start=shared)
    if is_bare(low, measure.start, end):
        return replace(own, subject_start=shared)
    verb = subjects.SAYS_WHAT_BECOMES.match(low, measure.start, end)
    if verb is None or owner is None or owner.clause.start != shared or not owner.measures:
        return own
    noun = _noun(low, owner, verb["verb"])
    if noun is None:
        return own
    says = min(verb.start("verb"), measure.aims[0].subject_end)
    return replace(own, subject_start=noun[0], others=((noun[1], says), *own.others))


def _noun(low: str, owner: Statement, verb: str) -> _Span | None:
    """Whom or what a clause is about, without what it says of them itself; `None` where nothing names them."""
    first = owner.measures[0].aims[0]
    start, stop = owner.measures[0].subject_start, first.subject_end
    if owner.measures[0].prefix:
        start, stop = first.end, owner.measures[0].end
    for year in owner.years:
        if joining.OPENS.fullmatch(low, start, year.start) is not None:
            start = year.end
        elif start < year.start < stop:
            stop = year.start
    says = subjects.says_of_them(low, start, stop, verb)
    if says is None and owner.measures[0].prefix:
        return None
    named = trim(low, start, says if says is not None else stop)
    aim = aiming.VERB.match(low[slice(*named)]) if named is not None else None
    return (named[0] + aim.end(), named[1]) if named is not None and aim is not None else named
