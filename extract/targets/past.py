"""The stage that tells what was reached before the plan from what it aims at: a value of an earlier year is where the others start."""

from __future__ import annotations

from dataclasses import replace

from extract.targets.quantities import Quantity
from extract.targets.statements import Aim, Measured, Statement
from patterns import values


def with_past(statement: Statement) -> Statement:
    """Makes a baseline of the value of a year before the plan that stands beside those of its own years (`Năm 2023 đạt 92%; năm 2024 …`), or in
    brackets behind them (`đạt 95% (năm 2023: 91,3%)`); nothing where it is not known for which years the plan is made.
    """
    first = statement.clause.first_year
    if first is None:
        return statement
    found = [_without_past(statement.clause.low, measure, first) for measure in statement.measures]
    for quantity in statement.quantities:
        index = next((i for i in range(len(found) - 1, -1, -1) if found[i].aims[-1].end <= quantity.start), None)
        if quantity.role == "remark" and index is not None:
            found[index] = _told_behind(statement.clause.low, found[index], quantity, first)
    return replace(statement, measures=tuple(found))


def _without_past(low: str, measure: Measured, first: int) -> Measured:
    """The measure without its values of earlier years, where others are dated later and an aim is said to begin with them."""
    reached = [aim for aim in measure.aims if aim.years and all(year.year < first for year in aim.years)]
    kept = [aim for aim in measure.aims if aim not in reached]
    if not reached or not kept or not all(aim.years for aim in kept):
        return measure
    start, following = reached[-1], kept[0]
    if start.start > following.start or values.AIMS_ONLY.search(low, start.end, following.start) is None:
        return measure
    if values.AIMS_ONLY.search(low, measure.start, start.start) is not None:
        return measure  # `phấn đấu năm 2023 đạt 92%`: of a plan that is made late
    value, year = start.quantity.value, start.years[-1].year
    aims = [
        replace(_started(aim, value.value, year), starts_at=start.opens)
        if aim.quantity.value.unit == value.unit
        else aim
        for aim in kept
    ]
    return replace(measure, aims=tuple(aims))


def _told_behind(low: str, measure: Measured, quantity: Quantity, first: int) -> Measured:
    """The measure whose values start from one that brackets behind them tell of an earlier year."""
    opening = low.rfind("(", measure.aims[-1].end, quantity.value.start)
    match = values.REACHED_IN_BRACKETS.match(low, opening) if opening >= 0 else None
    if match is None or match.end() != quantity.value.start or int(match["year"]) >= first:
        return measure
    value, year = quantity.value, int(match["year"])
    aims = tuple(
        _started(aim, value.value, year) if aim.quantity.value.unit == value.unit else aim for aim in measure.aims
    )
    closing = low.find(")", quantity.end, quantity.end + 2)
    return replace(measure, aims=aims, told_end=closing + 1 if closing >= 0 else quantity.end)


def _started(aim: Aim, value: float, year: int) -> Aim:
    """The value with where it starts, unless it says so itself."""
    return aim if aim.baseline is not None else replace(aim, baseline=value, baseline_year=year)
