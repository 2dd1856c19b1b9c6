"""The last stage: values that stand in the order of the things named before them (`thể nhẹ cân, thấp còi còn 9% và 17%`) are a measure each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extract.targets.statements import Aim, Measured, Statement
from patterns import pairing


def with_parts(statement: Statement) -> Statement:
    """Parts a measure whose values are each of one of its things; the measures share their quote."""
    return replace(statement, measures=tuple(part for one in statement.measures for part in _parts(statement, one)))


def _parts(statement: Statement, measure: Measured) -> list[Measured]:
    low, aims, first = statement.clause.low, measure.aims, measure.aims[0]
    count = _values_a_year(aims)
    whole = {aim.group for aim in aims} in ({None}, {statement.clause.group})
    if count < 2 or measure.prefix or not whole or any(aim.change or aim.starts_at >= 0 for aim in aims):
        return [measure]
    found = pairing.things(low, measure.subject_start, first.quantity.opens, count)
    if found is None:
        return [measure]
    return [
        replace(
            measure,
            aims=tuple(_of_unit(aim, aims[-1]) for aim in aims[at::count]),
            others=_others(found, at),
            subject_end=first.quantity.opens,
        )
        for at in range(count)
    ]


def _values_a_year(aims: Sequence[Aim]) -> int:
    """How many values stand for each of the years, in turn (`97%, 88% năm 2025 và 99%, 93% năm 2030`: two); 0 where they differ."""
    turns = [len([*those]) for _, those in groupby(aims, key=lambda aim: aim.years)]
    years = {aim.years for aim in aims}
    return turns[0] if len(set(turns)) == 1 and len(years) == len(turns) else 0


def _of_unit(aim: Aim, last: Aim) -> Aim:
    """The value with the unit that stands behind the last alone (`lần lượt là 9; 12; 18/1.000`)."""
    value, unit = aim.quantity.value, last.quantity.value
    if value.unit is None and value.total is None and unit.unit in ("percent", "per"):
        value = replace(value, unit=unit.unit, per=unit.per)
    return replace(aim, quantity=replace(aim.quantity, value=value), inferred=aim.inferred + 1)


def _others(found: list[tuple[int, int]], own: int) -> tuple[tuple[int, int], ...]:
    """The words of the other things, with the marks that join them."""
    before = [(found[0][0], found[own][0])] if own else []
    behind = [(found[own][1], found[-1][1])] if own < len(found) - 1 else []
    return (*before, *behind)
