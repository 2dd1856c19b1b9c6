"""Stages that say what holds for a value: where it starts from, its years, whether it is a change."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

import regex

from extract.targets.quantities import Quantity, is_plain
from extract.targets.statements import Aim, Measured, Statement
from extract.targets.years import Year
from patterns import groups, joining, targets

# --- where a value starts ------------------------------------------------------------------------------------------

# Between the two ends of a way there are few words.
_LONGEST_WAY = 70
_PARTS = regex.compile(r"[;,]\s")


def with_baselines(statement: Statement) -> Statement:
    """`từ 13,2% năm 2022 xuống dưới 12,5%`: the first value is where the second starts; so is a value of the past before one."""
    low = statement.clause.low
    out: list[Aim] = []
    taken: set[Year] = set()
    waiting: Quantity | None = None
    found = [one for one in statement.quantities if one.role in ("value", "past") or _starts_uncounted(low, one)]
    for quantity, following in zip(found, [*found[1:], None], strict=True):
        if waiting is not None:
            year = _year_of_start(statement.years, waiting, quantity)
            out.append(_started(quantity, waiting, year))
            taken |= {year} if year is not None else set()
            waiting = None
        elif following and following.role == "value" and _starts(low, quantity, following):
            waiting = quantity
        elif quantity.role == "value":
            out.append(Aim(quantity))
    return replace(statement, aims=tuple(out), years=tuple(year for year in statement.years if year not in taken))


def _starts_uncounted(low: str, quantity: Quantity) -> bool:
    """Whether what is counted is no value where it stands alone, but may be where another one starts (`từ 46 nhóm … xuống dưới 15 nhóm`)."""
    return quantity.role == "uncounted" and _has_from(low, quantity)


def _has_from(low: str, quantity: Quantity) -> bool:
    return targets.FROM_BEFORE.search(low, max(0, quantity.start - 6), quantity.start) is not None


def _noun(low: str, quantity: Quantity) -> str:
    """The first word of what a number counts."""
    return next(iter(low[quantity.value.end : quantity.value.end + 20].split()), "")


def _started(quantity: Quantity, start: Quantity, year: Year | None) -> Aim:
    """The value with where it starts; it has the unit of its start where it names none."""
    if quantity.value.unit is None:
        quantity = replace(quantity, value=replace(quantity.value, unit=start.value.unit, per=start.value.per))
    return Aim(
        quantity,
        baseline=start.value.value,
        baseline_year=year.year if year is not None else None,
        starts_at=start.opens if start.role != "past" else -1,
    )


def _year_of_start(years: tuple[Year, ...], start: Quantity, quantity: Quantity) -> Year | None:
    """The year of the value where another starts: behind it, or, for a value of the past, right behind or before it."""
    after = bisect_left(years, start.end, key=lambda year: year.start)
    behind = years[after] if after < len(years) and years[after].start < quantity.start else None
    if start.role != "past":
        return behind if behind is not None and not behind.base else None
    if behind is not None and behind.start - start.end <= 2:
        return behind
    before = years[after - 1] if after else None
    return before if before is not None and before.start >= start.value.start - 60 else None


def _starts(low: str, quantity: Quantity, following: Quantity) -> bool:
    """Whether a value is where the next one starts."""
    gap = low[quantity.end : following.value.start]
    same = following.value.unit in (None, quantity.value.unit) or quantity.value.unit is None
    if quantity.role == "past":
        parts = _PARTS.split(low[quantity.end : following.opens])
        return same and len(gap) < 2 * _LONGEST_WAY and is_plain(parts[-1])
    if not _has_from(low, quantity):
        return False
    if quantity.role == "uncounted" and _noun(low, quantity) != _noun(low, following):
        return False
    if low[quantity.value.end : quantity.end].endswith(("trở lên", "trở xuống")):  # `từ 98% trở lên` starts nothing
        return False
    return targets.FROM_TO.search(gap) is not None and len(gap) < _LONGEST_WAY and "%" not in gap


# --- years ---------------------------------------------------------------------------------------------------------

_COMMA = regex.compile(r",|→| - ")


def _parts(words: str) -> int:
    """How strongly words part what stands before from what stands behind them."""
    return 3 if ";" in words else 2 if _COMMA.search(words) else 1 if joining.AND.search(words) else 0


def with_years_beside(statement: Statement) -> Statement:
    """Gives each value the years that stand right before and right after it: a year between two values goes with the one from which
    less parts it.
    """
    low = statement.clause.low
    dated = [year for year in statement.years if not year.base]
    starts = [year.start for year in dated]
    aims = list(statement.aims)
    aims[0] = replace(aims[0], before=tuple(dated[: bisect_left(starts, aims[0].start)]))
    for index, aim in enumerate(aims):
        since = bisect_left(starts, aim.start)
        if index + 1 == len(aims):
            aims[index] = replace(aim, after=tuple(_held(low, dated[since:])))
            break
        following = aims[index + 1]
        between = dated[since : bisect_left(starts, following.start)]
        cut = _cut(low, aim, following, between)
        aims[index] = replace(aim, after=tuple(between[:cut]))
        aims[index + 1] = replace(following, before=tuple(between[cut:]))
    return replace(statement, aims=tuple(aims))


def _held(low: str, behind: list[Year]) -> list[Year]:
    """The years behind the last value that are its own: not those of what is said next (`… năm 2026 và xây dựng lộ trình đến năm 2030`)."""
    for index, (year, following) in enumerate(pairwise(behind)):
        if not following.keep and not is_plain(low[year.end : following.start]):
            return behind[: index + 1]
    return behind


def _cut(low: str, aim: Aim, following: Aim, between: list[Year]) -> int:
    """How many of the years between two values go with the first."""
    index = 0
    while index < len(between):
        joined = index  # `năm 2023, 2024 và 2025` go together
        while joined + 1 < len(between) and _goes_on(low, between[joined], between[joined + 1]):
            joined += 1
        left = between[index - 1].end if index else aim.end
        right = between[joined + 1].start if joined + 1 < len(between) else following.start
        if not between[index].keep:
            mark = joining.MARK_BEFORE.search(low, left, between[index].start)
            before = _parts(mark.group()) if mark is not None else 0
            if _opens_brackets(low, left, between[index].start, following.start):
                before = 4  # `… đạt 98% (trong đó năm 2023: 97%)`: the brackets hold the year and its value
            after = _parts(low[between[joined].end : right])
            if before > after or (before == after > 0 and (aim.before or index > 0)):
                return index
            if (
                joined > index
                and after == 0
                and right == following.start
                and is_plain(low[between[joined].end : right])
            ):
                return joined  # `vào năm 2025 và năm 2030 là 70%`
        index = joined + 1
    return len(between)


def _opens_brackets(low: str, left: int, at: int, right: int) -> bool:
    """Whether brackets open in `low[left:at]` that do not close before `right`."""
    opening = low.rfind("(", left, at)
    return opening >= 0 and ")" not in low[opening:right]


def _goes_on(low: str, year: Year, following: Year) -> bool:
    return (
        joining.ONLY_JOINS.fullmatch(low, year.end, following.start) is not None
        and joining.HAS_LEAD.match(low, following.start) is None
    )


def with_years(statement: Statement) -> Statement:
    """Gives each value the years that it holds for."""
    found = [_years_in(measure, statement.clause.low) for measure in statement.measures]
    opening = _opening(statement)
    for index in range(
        len(found) - 2, -1, -1
    ):  # `50 tờ gấp, 20 video … trong năm 2025`: the year stands in the words that are shared
        measure, following = found[index], found[index + 1]
        joined = measure.shares_end or (measure.own_end >= 0 and measure.end == following.end)
        parts = statement.clause.low[measure.aims[-1].end : following.aims[0].opens].rstrip()
        joined = joined and not parts.endswith(":")  # `08 bể bơi: 03 bể năm 2024, 05 bể năm 2025`: what it is made of
        if any(aim.years for aim in measure.aims):
            continue
        if joined:
            behind = following.aims[-1].after
            found[index] = _inherit(measure, behind or following.aims[-1].years)
            listed = measure.shares_end and len(behind) == 1 and following.aims[-1].quantity.value.unit is None
            if listed and ")" not in statement.clause.low[measure.aims[-1].end : behind[0].start]:
                found[index] = replace(found[index], year_behind=(behind[0].start, behind[0].end))
        elif _ends_with_year_of_both(statement.clause.low, measure, following):
            found[index] = _dated_behind(measure, following)
    found = _with_years_behind_brackets(statement.clause.low, found)
    for index in range(1, len(found)):  # `Mở 02 lớp trong hè 2024 cho 40 trẻ em`: the year of both
        found[index] = _dated_with(statement.clause.low, found[index - 1], found[index])
    for index, measure in enumerate(found):
        whole = found[index - 1].aims if measure.part and index else ()
        inherited = whole[0].years if len(whole) == 1 else ()
        found[index] = _inherit(measure, inherited or opening)
    return replace(statement, measures=tuple(found))


def _ends_with_year_of_both(low: str, measure: Measured, following: Measured) -> bool:
    """Whether the year behind the value of one measure is that of the one before it too, which names none (`A còn 16‰ và B còn 22‰ vào năm 2025`)."""
    last, first = measure.aims[-1], following.aims[0]
    years = following.aims[-1].years
    alike = len(years) == 1 and all(aim.years == years for aim in following.aims)
    if not alike or years[0].start < first.end or years[0].keep or measure.part or following.part:
        return False
    if measure.prefix != following.prefix or any(aim.starts_at >= 0 or aim.undated for aim in measure.aims):
        return False
    gap = regex.sub(r":\s*\Z", " ", low[last.end : first.opens])
    return joining.LISTS.search(gap) is not None and joining.AIMS_ANEW.search(gap) is None


def _dated_with(low: str, before: Measured, measure: Measured) -> Measured:
    """The measure with the year behind the value before it, where it only says for how many that is done."""
    years = before.aims[-1].after
    if not years or not measure.prefix or any(aim.years for aim in measure.aims):
        return measure
    gap = low[years[-1].end : measure.aims[0].start]
    return _inherit(measure, before.aims[-1].years) if joining.FOR_SO_MANY.fullmatch(gap) is not None else measure


def _dated_behind(measure: Measured, following: Measured) -> Measured:
    """The measure with the year behind the one after it, up to which it is quoted."""
    years = following.aims[-1].years
    return replace(_inherit(measure, years), year_behind=(years[0].start, years[0].end))


def _with_years_behind_brackets(low: str, found: list[Measured]) -> list[Measured]:
    """The measures; a year behind brackets that hold the parts is that of the whole too (`65% (trong đó phường 80%, xã 60%) vào năm 2025`)."""
    out = [*found]
    for index, part in enumerate(found):
        last = part.aims[-1]
        closing = low.find(")", last.end, last.after[0].start) if part.part and last.after else -1
        opening = low.rfind("(", 0, closing) if closing >= 0 else -1
        if opening < 0:
            continue
        inside = [at for at in range(index) if out[at].aims[0].start > opening]
        whole = min([index, *inside]) - 1
        if whole >= 0 and out[whole].aims[-1].end <= opening and not out[whole].aims[-1].years:
            out[whole:index] = [_inherit(one, last.after) for one in out[whole:index]]
    return out


def _inherit(measure: Measured, years: tuple[Year, ...]) -> Measured:
    if not years:
        return measure
    return replace(
        measure,
        aims=tuple(aim if aim.years else replace(aim, years=years, inferred=aim.inferred + 1) for aim in measure.aims),
    )


def leading_year(low: str, start: int, first: int, years: tuple[Year, ...]) -> Year | None:
    """The year that a clause begins with, before its first value: it holds for all that the clause says."""
    year = years[0] if years else None
    if year is None or year.base or year.start >= first or joining.OPENS.fullmatch(low, start, year.start) is None:
        return None
    return year


def _opening(statement: Statement) -> tuple[Year, ...]:
    clause = statement.clause
    year = leading_year(clause.low, clause.start, statement.aims[0].start, statement.years)
    return (year,) if year is not None else ()


def _years_in(measure: Measured, low: str) -> Measured:
    """The measure whose values have the years that its own words name."""
    aims = measure.aims
    first, last = aims[0], aims[-1]
    inner = any(aim.after for aim in aims[:-1]) or any(aim.before for aim in aims[1:])
    if len(aims) > 1 and not inner:
        if len(first.before) == len(aims) and not last.after:  # `năm 2025 và năm 2030 lần lượt đạt 98% và 99%`
            return _in_order(measure, first.before)
        if len(last.after) == len(aims) and not first.before and not _grouped(aims, low):
            return _in_order(measure, last.after)
        dated = [year for year in last.after if not year.keep]
        if len(dated) > 1 and not first.before and not _grouped(aims, low):
            return unpaired(measure)
        if len(first.before) > 1 and not last.after and not _grouped(aims, low):
            return unpaired(measure)
    out = [replace(aim, years=_own_years(aim, low)) for aim in aims]
    for index in range(
        len(out) - 2, -1, -1
    ):  # `3% ở nông thôn và 7% ở thành thị vào năm 2025`: a year behind holds for those before
        following = out[index + 1]
        if (
            not out[index].years
            and following.years
            and not following.quantity.milestone
            and not (following.before and following.years[0] in following.before)
        ):
            out[index] = replace(out[index], years=following.years, after=following.after)
    for index in range(1, len(out)):
        if not out[index].years and out[index - 1].years:
            out[index] = replace(out[index], years=out[index - 1].years, inferred=out[index].inferred + 1)
    return replace(measure, aims=tuple(out))


def _in_order(measure: Measured, years: tuple[Year, ...]) -> Measured:
    return replace(
        measure, aims=tuple(replace(aim, years=(year,)) for aim, year in zip(measure.aims, years, strict=True))
    )


# What makes a value unsure enough that nobody takes it for certain.
_UNSURE = 9


def unpaired(measure: Measured) -> Measured:
    """More years than values, or fewer (`năm 2023, 2024, 2025 lần lượt đạt 80%; 85%`): which belong together nobody can say."""
    aims = (replace(aim, before=(), years=(), undated=True, inferred=aim.inferred + _UNSURE) for aim in measure.aims)
    return replace(measure, aims=tuple(aims))


def _own_years(aim: Aim, low: str) -> tuple[Year, ...]:
    """The years beside a value that it holds for."""
    before = _last_joined(aim.before, low)
    if aim.quantity.milestone:  # what stands behind its brackets dates what stands before them
        return before or aim.after[:1]
    if not aim.before or not aim.after:
        return aim.after or before
    if all(year.keep for year in aim.after):  # `đến năm 2028 đạt 90% và duy trì đến năm 2030`
        return (*before, *aim.after)
    return aim.after if aim.after[0].start - aim.end <= aim.start - aim.before[-1].end else before


def _last_joined(years: tuple[Year, ...], low: str) -> tuple[Year, ...]:
    """The last of several years, with those that are joined to it (`năm 2025 và năm 2030`)."""
    since = len(years) - 1
    while since > 0 and joining.ONLY_JOINS.fullmatch(low, years[since - 1].end, years[since].start) is not None:
        since -= 1
    return years[max(since, 0) :]


def _grouped(aims: tuple[Aim, ...], low: str) -> bool:
    return groups.GROUP.search(low, aims[0].end, aims[-1].end + 60) is not None
