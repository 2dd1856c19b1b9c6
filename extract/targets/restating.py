"""Clauses that say anew, for another year, what the clauses before them said (`…; đến năm 2030 các tỷ lệ tương ứng là 6% và 15%`): each of
their values is of one thing that is measured there, in order; where there is one value, it is of all of them (`… các tỷ lệ này cùng đạt 35%`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from extract.targets.quantities import is_plain
from extract.targets.statements import Aim, Measured, Statement
from patterns import numbers, restating, targets

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """One value that was said, and the measure that it is of."""

    measure: Measured
    aim: Aim


def restated(low: str, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a paragraph, where those that say others anew have the measures of these."""
    out: list[Statement] = []
    said: list[_Said] = []  # in the sentence at hand
    for statement in statements:
        if out and "." in low[out[-1].clause.end : statement.clause.start]:
            said = []
        found = _anew(low, statement, said)
        said += [_Said(measure, aim) for measure in statement.measures for aim in measure.aims]
        out.append(replace(statement, measures=found) if found else statement)
    return out


def _anew(low: str, statement: Statement, said: Sequence[_Said]) -> tuple[Measured, ...]:
    """What a clause measures that says others anew; nothing where it does not."""
    if len(statement.measures) != 1 or len({one.aim.years for one in said}) != 1:
        return ()
    measure = statement.measures[0]
    aims = measure.aims
    if any(aim.group is not None or aim.quantity.again for aim in aims) or len({aim.years for aim in aims}) != 1:
        return ()
    if not aims[0].years or aims[0].years == said[0].aim.years:
        return ()
    words = low[statement.clause.start : aims[0].quantity.opens]
    named = restating.NAMES_AGAIN.fullmatch(targets.without_years(words))
    if named is None and not (len(aims) >= _FEWEST and is_plain(words)):
        return ()
    if len(aims) == 1 and len(said) >= _FEWEST and named is not None and named["all"] is not None:
        aims = aims * len(said)
    if len(aims) != len(said) or len(aims) < _FEWEST:
        return ()
    return tuple(_of(low, one, aim, measure) for one, aim in zip(said, aims, strict=True))


def _of(low: str, said: _Said, aim: Aim, measure: Measured) -> Measured:
    """What was said, with the value that a later clause has for it."""
    one = said.measure
    last = one.aims[-1].end
    ends = one.end if one.own_end < 0 else max(one.own_end, last)
    subject_start, subject_end = one.subject_start, one.aims[0].subject_end
    if one.prefix:
        predicate = targets.PREDICATE.search(low, last, ends)
        subject_start, subject_end = last, predicate.start() if predicate is not None else ends
    return replace(
        one,
        aims=(replace(aim, group=said.aim.group, inferred=aim.inferred + 1),),
        end=measure.end,
        subject_start=subject_start,
        subject_end=subject_end,
        others=(*one.others, (max(one.end, last), aim.quantity.opens)),
        year_behind=None,
        restates=True,
    )


def says_anew(low: str, before: tuple[int, int], part: tuple[int, int]) -> bool:
    """Whether a clause that says nothing of its own has as many values as the one before it, and one year that is another."""
    first = next(numbers.candidates(low, *part), part[1])
    if restating.OPENS.match(targets.without_years(low[part[0] : first])) is not None:
        return True
    years = [[match.group() for match in targets.YEARS.finditer(low, *span)] for span in (before, part)]
    if len(years[0]) != 1 or len(years[1]) != 1:
        return False
    said, again = (_values(low, *span) for span in (before, part))
    if len(said) != len(again) or len(said) < _FEWEST:
        return False
    # `là 12‰ và 18‰ vào năm 2025`: of one measure, as those of the next year are
    return not any(is_plain(_NUMBER.sub(" ", low[one:other])) for one, other in pairwise(said))


_NUMBER = regex.compile(r"[\d.,]+\s?[%‰]?")


def _values(low: str, start: int, end: int) -> list[int]:
    """Where the values of a clause stand."""
    found = numbers.candidates(low, start, end)
    return [at for at in found if targets.no_value_until(low, start, at, end) is None]
