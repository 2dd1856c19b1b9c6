"""The stage that says which part of the population a value holds for (`nông thôn`, `học sinh tiểu học`): a group splits what is measured.

Words that only say whom or where a subject is of are no group: a count in a place (`360 trẻ em tại các xã ven sông`), a lone value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extract.records import Target
from extract.targets import confidence
from extract.targets.statements import Aim, Measured, Statement
from patterns import groups, targets

# How far before a value its group is looked for.
_NEAR = 160


def with_groups(statement: Statement) -> Statement:
    """Gives each value the part of the population that it holds for."""
    low = statement.clause.low
    found = [_groups_in(low, measure) for measure in statement.measures]
    for index in range(1, len(found)):
        found[index - 1 : index + 1] = _side_by_side(low, found[index - 1], found[index])
    return replace(statement, measures=tuple(_narrowed(low, measure, statement.clause.group) for measure in found))


def _narrowed(low: str, measure: Measured, whole: str | None) -> Measured:
    """The measure of a narrower group that governs its clause, or that stands behind its values and years; no count is of one."""
    aims, last = measure.aims, measure.aims[-1]
    if any(aim.group is not None for aim in aims) or _is_count(aims) or (measure.prefix and whole is None):
        return measure
    end = max([last.end, *(year.end for year in last.after)])
    said = groups.behind(low[end : measure.end]) if whole is None else None
    group = said[0] if said is not None else whole
    if group is None or targets.PREDICATE.search(group) is not None:
        return measure
    told = max(measure.told_end, end + said[1]) if said is not None else measure.told_end
    return replace(measure, aims=tuple(replace(aim, group=group) for aim in aims), told_end=told)


def _groups_in(low: str, measure: Measured) -> Measured:
    aims = (
        _named_groups(low, measure.aims)
        or _groups_again(low, measure.aims)
        or _bare_groups(low, measure)
        or tuple(_areas(low, measure))
    )
    if measure.quote_start < measure.start and aims[0].group is None:
        said = groups.GROUP_AFTER_IS.match(low, aims[0].end, measure.end)
        if said is not None and _is_part(said["group"]):
            aims = (replace(aims[0], group=said["group"].strip()), *aims[1:])
    # A number alone (`lớp 5`) names no part of a population.
    named = (aim if aim.group is None or any(map(str.isalpha, aim.group)) else replace(aim, group=None) for aim in aims)
    return replace(measure, aims=tuple(named))


def _is_part(words: str) -> bool:
    return targets.PREDICATE.search(words) is None or groups.NAMES_PEOPLE.match(words) is not None


def _is_count(aims: Sequence[Aim]) -> bool:
    return all(aim.quantity.value.unit is None and aim.quantity.value.total is None for aim in aims)


def _named_groups(low: str, aims: tuple[Aim, ...]) -> tuple[Aim, ...] | None:
    """The values, each followed by what it holds for (`95% ở cấp tiểu học và 90% ở cấp trung học cơ sở`); `None` where not all are."""
    found = [groups.HOLDS_FOR.match(low, aim.end) for aim in aims]
    if len(aims) < 2 or _is_count(aims) or not all(found) or all(groups.GROUP.match(low, aim.end + 1) for aim in aims):
        return None
    return tuple(
        replace(aim, group=match["group"].strip()) for aim, match in zip(aims, found, strict=True) if match is not None
    )


def _groups_again(low: str, aims: tuple[Aim, ...]) -> tuple[Aim, ...] | None:
    """The values, of which the first say what they hold for and those of later years are of the same, in their order (`60% ở thành thị
    và 40% ở nông thôn vào năm 2025, 90% và 80% vào năm 2030`); `None` where they are not.
    """
    years = list(dict.fromkeys(aim.years for aim in aims))
    count = sum(aim.years == years[0] for aim in aims)
    if len(years) < 2 or count < 2 or len(aims) != count * len(years) or _is_count(aims):
        return None
    turns = [aims[at : at + count] for at in range(0, len(aims), count)]
    if any(aim.years != turn[0].years for turn in turns for aim in turn):
        return None
    names = [_behind(low, aim) for aim in turns[0]]
    if None in names or len(set(names)) < count or any(_behind(low, aim) for aim in aims[count:]):
        return None
    first = [replace(aim, group=name) for aim, name in zip(turns[0], names, strict=True)]
    later = [
        replace(aim, group=name, inferred=aim.inferred + 1)
        for turn in turns[1:]
        for aim, name in zip(turn, names, strict=True)
    ]
    return (*first, *later)


def _behind(low: str, aim: Aim) -> str | None:
    """What a value is said to hold for right behind it: an area by its name, or any other."""
    area = groups.GROUP.match(low, aim.end + 1)
    match = area or groups.HOLDS_FOR.match(low, aim.end)
    return match["group"].strip() if match is not None else None


def _bare_groups(low: str, measure: Measured) -> tuple[Aim, ...] | None:
    """The values, each with the bare name of its area or level before it (`…: tiểu học 80%, trung học cơ sở 90%`), or of its area behind it."""
    aims = measure.aims
    if len(aims) < 2 or _is_count(aims) or groups.OF_ONE_LEVEL.search(low, measure.start, aims[0].start) is not None:
        return None
    since = [measure.start, *(aim.end for aim in aims[:-1])]
    names = [_name_before(low, start, aim) for start, aim in zip(since, aims, strict=True)]
    if None in names:
        names = [match["group"] if (match := groups.BARE_BEHIND.match(low, aim.end)) else None for aim in aims]
    if None in names or len(set(names)) < len(names):
        return None
    return tuple(replace(aim, group=name) for aim, name in zip(aims, names, strict=True))


def _name_before(low: str, since: int, aim: Aim) -> str | None:
    """The bare name of an area or a level of school that stands right before a value."""
    found = None
    for match in groups.BARE_BEFORE.finditer(low, max(since, aim.opens - _NEAR), aim.end):
        found = match if match.end() <= aim.quantity.opens <= match.end() + 2 else found
    return found["group"] if found is not None else None


def _side_by_side(low: str, left: Measured, right: Measured) -> list[Measured]:
    """Two measures of a value each, which differ in the area that they end with (`trẻ em nông thôn dưới 5% và trẻ em thành thị dưới 10%`)."""
    both = (left, right)
    if any(len(one.aims) > 1 or one.prefix or one.part for one in both) or right.aims[0].group is not None:
        return [left, right]
    if _is_count((left.aims[0], right.aims[0])) or groups.OF_ONE_LEVEL.search(low, left.start, right.aims[0].start):
        return [left, right]
    names = [_name_before(low, one.start, one.aims[0]) for one in both]
    if None in names or names[0] == names[1]:
        return [left, right]
    shares = low[right.start : right.aims[0].quantity.opens].strip(" ,").removesuffix(str(names[1])).removeprefix("và ")
    if shares.strip() and shares.strip() not in low[left.start : left.aims[0].start]:
        return [left, right]
    found = [replace(one, aims=(replace(one.aims[0], group=name),)) for one, name in zip(both, names, strict=True)]
    return [found[0], replace(found[1], quote_start=left.quote_start)]


def _areas(low: str, measure: Measured) -> list[Aim]:
    """The values with the area that each holds for, said before all of them or behind all (`ở nông thôn dưới 5%, dưới 4% …; ở thành thị …`)."""
    first, last = measure.aims[0], measure.aims[-1]
    since = max(measure.start, first.start - _NEAR)
    found = [*groups.GROUP.finditer(low, since, max(min(measure.end, last.end + 200), last.end))]
    if not found:
        return list(measure.aims)
    before = [
        match for match in found if match.end() <= first.start or any(_right_before(match, aim) for aim in measure.aims)
    ]
    behind = found[-1].start() >= last.end or not before
    out = []
    for aim in measure.aims:
        if behind:
            match = next((match for match in found if match.start() >= aim.end), None)
        else:
            of_it = (match for match in reversed(before) if match.end() <= aim.start)
            match = next((match for match in of_it if groups.CLOSES.search(low, match.end(), aim.start) is None), None)
        beside = match is not None and (_right_before(match, aim) or 0 <= match.start() - aim.end < 3)
        if aim.group is None and match is not None and (len(measure.aims) > 1 or beside):
            aim = replace(aim, group=match["group"])
        out.append(aim)
    names = {aim.group for aim in out if aim.group is not None}
    if _is_count(out) and len(names) == 1 and not measure.part:
        return list(measure.aims)  # a count in a place: of nothing that is split
    return out


def _right_before(match: regex.Match[str], aim: Aim) -> bool:
    return match.end() <= aim.start and aim.quantity.opens - match.end() <= 2


# --- groups that split nothing -------------------------------------------------------------------------------------


def doubted(records: Sequence[Target]) -> list[Target]:
    """The targets, less sure of a group that no other value of the same measure stands beside: it may only say whom the subject is of."""
    seen: dict[str, set[str | None]] = {}
    for record in records:
        seen.setdefault(_measured(record), set()).add(record.group)
    return [
        replace(record, confidence=min(record.confidence, confidence.DOUBTFUL))
        if record.group is not None and len(seen[_measured(record)]) < 2
        else record
        for record in records
    ]


def _measured(record: Target) -> str:
    """What is measured, without the words of the group."""
    words = (record.subject or "").lower()
    if record.group is not None:
        words = regex.sub(rf"\W*{groups.BEFORE_GROUP}{regex.escape(record.group.lower())}\W*", " ", words)
    return " ".join(words.split())
