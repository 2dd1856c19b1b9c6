"""First stage: the quantities of a clause in reading order, each with its comparator, its unit and what it is (`roles`)."""

from __future__ import annotations

from dataclasses import replace

import regex

from extract.targets.quantities import NEAR, Clause, Quantity, is_plain
from extract.targets.roles import Judge
from extract.vocabulary import Comparator
from patterns import numbers, subjects, targets, values
from patterns.numbers import Value


def quantities(clause: Clause) -> tuple[Quantity, ...]:
    """The quantities of a clause in reading order, each with its role."""
    judge = Judge(clause)
    low, end = clause.low, clause.end
    out: list[Quantity] = []
    at = clause.start
    for position in numbers.candidates(low, clause.start, end):
        if position < at:
            continue
        passed = targets.no_value_until(low, clause.start, position, end)
        if passed is not None and values.LIFE_BEFORE.search(low, max(clause.start, position - 80), position) is None:
            at = passed
            continue
        value = numbers.at(low, position, end)
        if value is None:
            continue
        before = out[-1] if out else None
        since = max(clause.start, position - NEAR, before.end if before is not None else 0)
        found = _unit(low, before, since, end, _compared(low, since, end, value))
        role = judge.role(found, before)
        found = replace(
            found,
            role="value" if role in ("again", "milestone", "beside") else role,
            again=role == "again",
            milestone=role == "milestone",
            beside=role == "beside",
        )
        at = found.end
        out.append(found)
    return tuple(out)


def _compared(low: str, since: int, end: int, value: Value) -> Quantity:
    """The value with the comparator that stands before or after it."""
    window = low[since : value.start]
    start, stop, explicit = value.start, value.end, False
    comparator: Comparator = "="
    match = targets.COMPARATOR.search(window)
    if match is not None:
        comparator, explicit, start = targets.sign(match["words"]), True, since + match.start()
    level = targets.LEVEL_BEFORE.search(window[: start - since])
    lead = since + level.start() if level is not None else -1
    if value.high is not None:
        return Quantity(value, start, stop, "range", True, lead)
    from_before = targets.FROM_BEFORE.search(window) is not None
    if from_before and not explicit and targets.GOES_TO.match(low, value.end, end) is None:
        comparator, explicit = ">=", True  # `phát triển từ 05 bộ dữ liệu`: five or more
    bounds: tuple[tuple[regex.Pattern[str], Comparator], ...] = ((targets.OR_MORE, ">="), (targets.OR_LESS, "<="))
    for pattern, sign in bounds:
        after = pattern.match(low, value.end, end)
        if after is not None and (from_before or len(after.group()) < 26):
            comparator, explicit = sign, True
            if len(after.group()) < 26:
                stop = after.end()
    return Quantity(value, start, stop, comparator, explicit, lead)


def _unit(low: str, before: Quantity | None, since: int, end: int, found: Quantity) -> Quantity:
    """The quantity with the unit that the words before it give: a denominator in the name of what is measured, the unit of the value before."""
    value = found.value
    if (
        value.unit == "times"
        and value.value.is_integer()
        and values.TIMES_BEFORE.search(low, since, found.start) is None
    ):
        often = (
            value.end - len("lần") - (low[value.end - len("lần") - 1] == " ")
        )  # `ít nhất 02 lần trong năm`: how often
        return replace(found, value=replace(value, unit=None, end=often), end=max(often, found.end - value.end + often))
    if value.unit is not None:
        return found
    times = values.TIMES_AFTER.match(low, value.end, end)
    if times is not None and values.TIMES_BEFORE.search(low, since, found.start) is not None:
        return replace(found, value=replace(value, unit="times", end=times.end()), end=max(found.end, times.end()))
    if before is None or before.value.unit == "per":
        denominator = targets.DENOMINATOR.search(low, since, value.start)
        if denominator is not None:
            return replace(
                found,
                value=replace(
                    value, unit="per", per=10_000 if denominator["myriad"] else int(numbers.parse(denominator["per"]))
                ),
            )
    if (
        before is not None
        and is_plain(low[before.end : found.start])
        and subjects.NO_SUBJECT.match(low, value.end, end) is not None
    ):
        return replace(found, value=replace(value, unit=before.value.unit, per=before.value.per))
    return found
