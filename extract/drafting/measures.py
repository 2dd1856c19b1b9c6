"""The measures of a decision: its targets with figures, those of one thing together, with code, name, direction and levels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from extract.drafting import naming
from extract.records import Plan, Section, Target
from patterns import directions, drafting, spelling
from patterns.fold import fold
from patterns.vocabulary import Change, Direction, MeasureUnit

# Below this a record is one that a person should look at.
_SURE = 0.8
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# The letters of Vietnamese lists, in their order.
_LABELS = "abcdđeghiklmnopqrstuvxy"


@dataclass(kw_only=True)
class Level:
    """One value asked: `year` `None` where it holds throughout."""

    said: str
    value: float
    year: int | None
    year_from: int | None
    group: str | None


@dataclass(kw_only=True)
class Drafted:
    """One measure with what it was drafted from. `left_out` is the reason why it stands in the file as a comment alone."""

    code: str
    indicator: int
    objective: int
    name: str
    unit: MeasureUnit
    per: int | None
    per_year: bool
    change: Change | None
    of: str | None
    direction: Direction
    levels: list[Level]
    targets: list[Target]
    same_as: list[str] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)
    key: list[str] = field(default_factory=list)
    all: list[str] = field(default_factory=list)
    none: list[str] = field(default_factory=list)
    doubts: dict[str, str] = field(default_factory=dict)
    left_out: str | None = None

    @property
    def sentences(self) -> list[str]:
        """The sentences that it was drafted from, each once."""
        return list(dict.fromkeys(" ".join(target.quote.split()) for target in self.targets))


@dataclass(kw_only=True)
class Draft:
    """Measures in reading order, the objectives that they stand under, and the sentences that gave none, with the reason; `parts` are words that name
    a part of a subject.
    """

    measures: list[Drafted]
    objectives: dict[int, str]
    unused: list[tuple[str, str]]
    parts: list[str]


def drafted(plan: Plan) -> Draft:
    """The measures of a decision."""
    unused: list[tuple[str, str]] = []
    taken = [target for target in plan.targets if _is_measured(target, plan, unused)]
    found = [_measure(targets) for targets in _of_one_thing(taken)]
    objectives = _number(found, plan.sections)
    parts = dict.fromkeys(part for target in taken if (part := naming.part_of(target)) is not None)
    return Draft(measures=found, objectives=objectives, unused=unused, parts=list(parts))


def _is_measured(target: Target, plan: Plan, unused: list[tuple[str, str]]) -> bool:
    """Whether a target is one of a measure; those that are none are kept with the reason."""
    roles = {section.path: section.role for section in plan.sections}
    aims = any(roles.get(one.section) == "objectives" for one in plan.targets)
    if target.kind == "qualitative" or target.value is None:
        reason = "không có số / no figure"
    elif target.unit not in ("percent", "per", "count"):
        reason = "đơn vị không dùng được cho chỉ tiêu / no unit of a measure"
    elif aims and roles.get(target.section) != "objectives" and target.indicator_no is None:
        reason = "ngoài phần mục tiêu / outside the objectives"
    elif not naming.name_of(target):
        reason = "không rõ đo cái gì / what is measured is not clear"
    else:
        return True
    unused.append((" ".join(target.quote.split()), reason))
    return False


def _of_one_thing(targets: Sequence[Target]) -> list[list[Target]]:
    """Targets by what they measure: the same words, unit and kind of value, wherever they stand."""
    found: dict[tuple[object, ...], list[Target]] = defaultdict(list)
    for target in targets:
        found[fold(naming.name_of(target)), target.unit, target.per, target.change, target.per_year].append(target)
    return list(found.values())


def _measure(targets: list[Target]) -> Drafted:
    first = targets[0]
    name = naming.name_of(first)
    measure = Drafted(
        code="",
        indicator=first.indicator_no or 0,
        objective=first.objective_no or 0,
        name=name,
        unit=cast(MeasureUnit, first.unit),
        per=first.per,
        per_year=first.per_year,
        change=first.change,
        of=_units_of(name) if first.unit == "percent" else None,
        direction="more",
        levels=[],
        targets=targets,
    )
    for target in targets:
        _add_level(measure, target)
    measure.direction = _direction(measure)
    if measure.unit == "count":
        measure.doubts["unit"] = (
            "số đếm của cả nước, cả tỉnh không phải mức của từng địa phương / a count of the whole is no level of one locality"
        )
    if any(target.ocr for target in targets):
        measure.doubts["values"] = "đọc từ bản quét; đối chiếu từng số / read from a scan; compare each figure"
    doubtful = [target.doubt for target in targets if target.doubt]
    if doubtful:
        measure.doubts["values"] = f"hai lần đọc khác nhau / two readings differ: {'; '.join(doubtful)}"
    elif min(target.confidence for target in targets) < _SURE and "values" not in measure.doubts:
        measure.doubts["values"] = (
            "câu có nhiều cách hiểu; đối chiếu từng mức / the sentence can be read in several ways"
        )
    return measure


def _units_of(name: str) -> str | None:
    bare = drafting.RATE.sub("", _low(name))
    return next((level for level, pattern in drafting.SHARE_OF.items() if pattern.match(bare)), None)


def _add_level(measure: Drafted, target: Target) -> None:
    """Adds what a target asks; the same year and group with another value is a doubt, and the first one stays."""
    level = Level(
        said=_said(target), value=target.value or 0.0, year=target.year, year_from=target.year_from, group=target.group
    )
    for other in measure.levels:
        if (other.year, other.year_from, other.group) == (level.year, level.year_from, level.group):
            if other.said != level.said:
                measure.doubts["values"] = f"{level.said} cũng được nêu cho cùng năm / is said for the same year too"
            return
    measure.levels.append(level)


def _said(target: Target) -> str:
    """A level as the file writes it: `65`, `< 9.5`, `2-3`."""
    value = f"{target.value:.10g}"
    if target.comparator == "range" and target.value_high is not None:
        return f"{value}-{target.value_high:.10g}"
    return f"{target.comparator} {value}" if target.comparator in ("<", "<=", ">", ">=") else value


def _low(words: str) -> str:
    return spelling.lower(spelling.view(words))


# --- which way is better -------------------------------------------------------------------------------------------


def _direction(measure: Drafted) -> Direction:
    """Which way is better: of a change more of it; else what verbs, bounds and the way of the levels say, in doubt where they disagree."""
    if measure.change is not None:
        return "more"
    said: list[Direction] = list(dict.fromkeys(_signs(measure)))
    if len(said) > 1:
        measure.doubts["direction"] = "động từ, dấu và các mức không thống nhất / verb, bound and levels disagree"
        return _of_levels(measure) or said[0]
    if said:
        return said[0]
    if any(level.value == 100 for level in measure.levels):
        return "more"
    name = directions.of_name(_low(measure.name))
    if name == "less":
        measure.doubts["direction"] = "đoán theo tên chỉ tiêu / guessed from the name"
    elif name is None:
        measure.doubts["direction"] = "câu không nói tăng hay giảm / the sentence does not say which way"
    return name or "more"


def _signs(measure: Drafted) -> Iterator[Direction]:
    for target in measure.targets:
        verb = directions.of_verb(_low(target.clause or target.quote))
        bound = directions.of_bound(target.comparator)
        yield from (one for one in (verb, bound) if one is not None)
    of_levels = _of_levels(measure)
    if of_levels is not None:
        yield of_levels


def _of_levels(measure: Drafted) -> Direction | None:
    """The way that the levels of one group go over the years."""
    for group in dict.fromkeys(level.group for level in measure.levels):
        ordered = sorted(
            (level for level in measure.levels if level.group == group and level.year is not None),
            key=lambda level: level.year or 0,
        )
        if ordered and ordered[0].value != ordered[-1].value:
            return "more" if ordered[-1].value > ordered[0].value else "less"
    return None


# --- codes ---------------------------------------------------------------------------------------------------------


def _number(found: list[Drafted], sections: Sequence[Section]) -> dict[int, str]:
    """Gives each measure its code and indicator by the decision's own numbering; the objectives by their number."""
    titles = {section.path: section.title for section in sections}
    places: dict[tuple[str, int], list[Drafted]] = defaultdict(list)
    for one in found:
        places[_place(one)].append(one)
    used: set[int] = set()
    taken: set[int] = {number for (kind, number) in places if kind == "indicator"}
    objectives: dict[int, str] = {}
    for (kind, number), measures in places.items():
        if kind == "indicator":
            at = number
        else:
            at = number if number and number not in used else next(n for n in range(1, 1000) if n not in used)
            used.add(at)
        lettered = len(measures) > 1 or kind == "objective"
        for position, one in enumerate(measures):
            one.code = f"{at}{_letter(position)}" if lettered else str(at)
            if kind != "indicator":
                one.indicator = next(n for n in range(1, 1000) if n not in taken)
                taken.add(one.indicator)
            one.objective = one.objective or 1
            objectives.setdefault(one.objective, _objective(one, titles))
    return dict(sorted(objectives.items()))


def _place(measure: Drafted) -> tuple[str, int]:
    """What the decision numbers a measure by: its indicator, else its objective, else the item that it stands in."""
    first = measure.targets[0]
    if first.indicator_no is not None:
        return "indicator", first.indicator_no
    if first.objective_no is not None:
        return "objective", first.objective_no
    return f"item {first.section}", _ordinal(first.section.rpartition(".")[2])


def _ordinal(label: str) -> int:
    if label.isdigit():
        return int(label)
    return _LABELS.find(label) + 1 if len(label) == 1 else 0


def _letter(position: int) -> str:
    return _LETTERS[position] if position < len(_LETTERS) else f"-{position + 1}"


def _objective(measure: Drafted, titles: dict[str, str]) -> str:
    first = measure.targets[0]
    if first.objective_no is None:
        return ""
    title = next((words for words in first.above if words.strip()), titles.get(first.section, ""))
    return title.strip(" .:;")


def settle_years(measures: Sequence[Drafted], period: tuple[int, int]) -> None:
    """Levels without a year: due with those beside them, throughout where the decision names years elsewhere, else by the end of its period."""
    dated = any(level.year is not None for one in measures for level in one.levels)
    for one in measures:
        years = {level.year for level in one.levels if level.year is not None}
        for level in one.levels:
            if level.year is not None:
                continue
            if len(years) == 1:
                level.year = next(iter(years))
                one.doubts.setdefault("values", "một mức không nêu năm / one level names no year")
            elif not dated:
                level.year = period[1]
                one.doubts.setdefault(
                    "values", "câu không nêu năm: lấy năm cuối kỳ / no year is named: due by the end of the period"
                )
            elif not one.per_year:
                one.doubts.setdefault("values", "câu không nêu năm: tính suốt kỳ / no year is named: throughout")
