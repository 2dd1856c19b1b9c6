"""The clauses of a paragraph that states targets: parts between semicolons, with what only goes on with the part before it."""

from __future__ import annotations

import regex

from extract.structure.clauses import split
from extract.targets import restating
from patterns import aiming, groups, numbers, subjects, targets, values

_FIGURES = regex.compile(r"[\d.,%‰÷½⅓⅔¼¾]+")
_DIGIT = regex.compile(r"[\d½⅓⅔¼¾]")
_LONGEST_BARE = 160


def clauses(view: str, low: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of `low[start:end]`; a part that has values and no words of its own stays with the one before it."""
    out: list[tuple[int, int]] = []
    for part_start, part_end in split(view, low, start, end, ".;!?"):
        for match in subjects.STATES_AFTER_COLON.finditer(low, part_start, part_end):
            if _DIGIT.search(low, part_start, match.start()):
                out.append((part_start, match.start()))
                part_start = match.end()
                break
        if out and _goes_on(low, out[-1], part_start, part_end):
            out[-1] = (out[-1][0], part_end)
        else:
            out.append((part_start, part_end))
    return [part for clause in out for turn in _turns(low, *clause) for part in _without_nothing_left(low, *turn)]


def _turns(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """A clause, parted from the times of what it says is done so often (`… 02 đợt: đợt 1 trong tháng 10, đợt 2 …`)."""
    match = values.TURNS_AFTER.search(low, start, end)
    return [(start, end)] if match is None else [(start, match.start()), (match.end(), end)]


def has_value(low: str, start: int, end: int) -> bool:
    """Whether any number of a clause may be a value: no year, no label, no rank."""
    return any(
        targets.no_value_until(low, start, at, end) is None and not values.is_rank(low, start, at, end)
        for at in numbers.candidates(low, start, end)
    )


# An aim in fewer words says too little to be one of its own.
_LEAST_WORDS = 4


def _without_nothing_left(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """A clause, parted from the aim behind its values that nothing is left of something (`… còn 15 nhóm, đến năm 2025 không còn nhóm …`)."""
    match = aiming.NOTHING_LEFT_BETWEEN.search(low, start, end) or aiming.NOTHING_LEFT_BEHIND.search(low, start, end)
    if match is None or len(match["aim"].split()) < _LEAST_WORDS:
        return [(start, end)]
    if not has_value(low, start, match.start()) or low.count('"', start, match.start()) % 2:
        return [(start, end)]
    if match.re is aiming.NOTHING_LEFT_BETWEEN:
        return [(start, match.start()), match.span("aim"), *_without_nothing_left(low, match.end(), end)]
    return [(start, match.start()), (match.start("aim"), end)]


# Statements of hundreds of values are none: so far a clause grows.
_LONGEST_CLAUSE = 3000


def _goes_on(low: str, before: tuple[int, int], start: int, end: int) -> bool:
    if end - before[0] > _LONGEST_CLAUSE or "." in low[before[1] : start].strip()[:1]:
        return False
    if restating.says_anew(low, before, (start, end)):
        return False
    if groups.opening(low, start, end) is not None:
        return False  # `…; riêng trẻ em hộ nghèo: tỷ lệ …`: of a group of its own
    if next(numbers.candidates(low, start, end), None) is None:
        return _lacks_predicate(low, *before) and _goes_on_naming(low, before, start)
    if is_bare(low, start, end) or subjects.PART.match(low, start, end):
        return next(numbers.candidates(low, *before), None) is not None
    if _lacks_predicate(low, *before):
        return subjects.VALUE_FIRST.match(low, start, end) is not None or _goes_on_naming(low, before, start)
    return is_bare(low, *before)


# `100% cán bộ, công chức; người lao động … được …`: few words name some of those whom the predicate is about.
_FEW_WORDS = 14


def _goes_on_naming(low: str, before: tuple[int, int], start: int) -> bool:
    """Whether a clause goes on naming those whom the one before began to name."""
    return (
        len(low[slice(*before)].split()) <= _FEW_WORDS
        and targets.AIM.match(low, start) is None
        and targets.COMMITS.match(low, start) is None
        and subjects.RATE_OR_COUNT.match(low, start) is None
    )


def _lacks_predicate(low: str, start: int, end: int) -> bool:
    """`100% công chức cấp tỉnh; 80% cán bộ cấp xã được tập huấn`: the first clause shares the predicate of the next."""
    value = subjects.VALUE_FIRST.match(low, start, end)
    return value is not None and targets.PREDICATE.search(low, value.end(), end) is None


def is_bare(low: str, start: int, end: int) -> bool:
    """Whether a clause has values and years and says nothing else (`…; ≤ 10‰ vào năm 2030`)."""
    if end - start > _LONGEST_BARE or _DIGIT.search(low, start, end) is None:
        return False
    words = f"; {low[start:end]}"  # as it stands: an area is named by its name alone behind a mark
    if not targets.may_only_join(words):
        return False
    words = groups.HOLDS_FOR.sub(" ", groups.GROUP.sub(" ", targets.without_years(words)))
    return not targets.CONNECTORS.sub("", _FIGURES.sub(" ", words)).strip()
