"""Stages that say whether a value is a change and not a level, whether it comes each year, and what it is held against."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from extract.targets.statements import Measured, Statement
from extract.targets.years import Year
from patterns import groups, subjects, targets


def with_changes(statement: Statement) -> Statement:
    """Says which values are changes and not levels, and which measures change yearly."""
    low = statement.clause.low
    found = [_changes_in(low, measure) for measure in statement.measures]
    for index in range(1, len(found)):
        found[index] = _changed_alike(low, found[index - 1], found[index])
    return replace(statement, measures=tuple(found))


def _changed_alike(low: str, before: Measured, measure: Measured) -> Measured:
    """`Giảm 30% thời gian, 30% chi phí`: a share without words of its own is changed by the verb that it shares."""
    aim, change = measure.aims[0], before.aims[-1].change
    bare = measure.prefix and before.prefix and measure.quote_start < measure.start == aim.start
    value = aim.quantity.value
    if change is None or aim.change is not None or not bare or value.unit != "percent" or value.value == 100:
        return measure
    # `giảm 5% số trẻ em bị bạo lực và 10% số trẻ em bị xâm hại`: both are numbers that fall
    numbers = all(subjects.COUNTS.match(low, one.aims[-1].end + 1) is not None for one in (before, measure))
    whose = groups.OF_WHOM.search(low, aim.end, measure.end)
    stop = whose.start() if whose is not None else max(measure.end, aim.end)
    if not numbers and targets.PREDICATE.search(low, aim.end, stop) is not None:
        return measure
    alike = replace(aim, change=change, per_year=before.aims[-1].per_year, inferred=aim.inferred + 1)
    return replace(measure, aims=(alike, *measure.aims[1:]))


def _changes_in(low: str, measure: Measured) -> Measured:
    since, change = measure.start, None
    yearly = _yearly(low, measure)
    stop = max(measure.end, measure.aims[-1].end)
    words = low[measure.start : min(stop, measure.start + 600)]
    counts = subjects.COUNTS.search(words) is not None and subjects.NAMES_RATE.search(words) is None
    aims = []
    for aim, per_year in zip(measure.aims, yearly, strict=True):
        value = aim.quantity.value
        # a rate falls to what is written, unless it falls so much each year: `giảm tỷ suất sinh hằng năm 0,5‰`
        if (value.unit != "per" or per_year) and aim.baseline is None and measure.aims[0].baseline is None:
            each_year = value.unit in ("percent", "per") and targets.EACH_YEAR_BEHIND.match(low, value.end) is not None
            outright = (counts and value.unit == "percent") or targets.AGAINST_AFTER.match(low, value.end) is not None
            outright = outright or each_year
            before = low[max(since, value.start - 400) : value.start]
            found = targets.change(
                targets.without_ages(before) if per_year else before,
                targets.TO_LEVEL_OUTRIGHT if outright else targets.TO_LEVEL,
            )
            change = found if found != "same" else change
            more = value.unit is None and targets.LAYS_ON_MORE.search(low[measure.start : aim.start]) is not None
            if more and change is None:
                change = "increase"
            if per_year and change is None and value.unit == "percent":
                change = targets.growth(low[measure.start : value.start])
            aim = replace(aim, change=change, per_year=change is not None and per_year)
        aims.append(aim)
        since = aim.end
    return replace(measure, aims=tuple(aims))


def _yearly(low: str, measure: Measured) -> list[bool]:
    """Which values are said to hold each year: those with the words beside them, all where the words stand before the first or come last."""
    if any(aim.quantity.beside for aim in measure.aims):  # what stands beside a value says nothing of it
        whole = replace(measure, aims=tuple(aim for aim in measure.aims if not aim.quantity.beside))
        if whole.aims:
            own = iter(_yearly(low, replace(whole, end=min(aim.opens for aim in measure.aims if aim.quantity.beside))))
            return [False if aim.quantity.beside else next(own) for aim in measure.aims]
    aims = measure.aims
    ends = [*(aim.opens for aim in aims[1:]), max(measure.end, aims[-1].end)]
    ends = [_before_brackets(low, aim.end, end) for aim, end in zip(aims, ends, strict=True)]
    beside = [targets.YEARLY.search(low, aim.end, end) is not None for aim, end in zip(aims, ends, strict=True)]
    for index, (aim, following) in enumerate(pairwise(aims)):
        if targets.CHANGES_EACH_YEAR.search(low, aim.end, following.start) is not None:
            beside[index : index + 2] = [False, True]  # `còn 14% năm 2025; mỗi năm giảm 0,4%`
    if targets.YEARLY.search(low, measure.start, aims[0].start) is not None or (
        beside[-1] and not any(aim.years for aim in aims)
    ):
        return [True] * len(aims)
    if len(aims) > 1 and not any(beside):
        between = [targets.YEARLY.search(low, a.end, b.start) is not None for a, b in pairwise(aims)]
        return [*between, False]
    return beside


def _before_brackets(low: str, start: int, end: int) -> int:
    """How far the words behind a value go: up to brackets that hold a figure of their own (`giảm 25% … (không quá 20 em/năm)`)."""
    brackets = targets.BRACKETS_WITH_FIGURE.search(low, start, end)
    return brackets.start() if brackets is not None else end


def with_bases(statement: Statement) -> Statement:
    """Gives changes the year that they are held against: the one behind them, or behind the last of several."""
    base = [year for year in statement.years if year.base]
    if not base:
        return statement
    return replace(statement, measures=tuple(_bases_in(measure, base) for measure in statement.measures))


def _bases_in(measure: Measured, base: list[Year]) -> Measured:
    aims = measure.aims
    end = max(measure.end if measure.own_end < 0 else measure.own_end, aims[-1].end)
    starts = [year.start for year in base]
    first, last = bisect_left(starts, measure.start), bisect_left(starts, end)
    if first == last:
        return measure
    out = []
    for index, aim in enumerate(aims):
        if aim.quantity.beside and aim.change is None:
            out.append(aim)
            continue
        limit = aims[index + 1].start if index + 1 < len(aims) else end
        own = base[min(bisect_left(starts, aim.start), last - 1)]
        if not aim.start <= own.start < limit:
            own = base[first] if starts[first] < aims[0].start else base[last - 1]
            if aim.per_year and len(aims) > 1:
                out.append(aim)
                continue
        if aim.baseline_year is None:
            aim = replace(aim, baseline_year=own.year)
        out.append(aim)
    return replace(measure, aims=tuple(out))
