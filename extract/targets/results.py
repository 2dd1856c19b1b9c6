"""Results: what was reached, from reports and from the columns of what was reached in tables of targets.

A component: it reads the outline and writes `doc._.results` and spans under the same name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import regex

from extract.component import evidence, finder
from extract.head import document
from extract.record_types import RESULTS
from extract.records import PlanWarning, Result
from extract.structure.clauses import split
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from extract.targets import readings
from extract.targets.confidence import DOUBTFUL, SURE
from extract.targets.finding import quantities
from extract.targets.quantities import Clause, Quantity
from extract.targets.readings import Reading
from extract.targets.years import years
from patterns import numbers, reached, targets

# `đạt 92/90 %`: what was reached of what was planned, told by what is said of the plan beside it.
_OF_PLAN = regex.compile(rf"(?P<value>{numbers.DIGITS})\s?%?\s?/\s?(?P<planned>{numbers.DIGITS})\s?%")


def results_in(outline: Outline) -> tuple[list[Result], list[PlanWarning]]:
    """The results of a document in reading order; what of its tables was not understood, the targets warn of."""
    found: list[Result] = []
    for _, row in groupby(readings.readings_in(outline)[0], key=lambda reading: reading.row.start):
        values = list(row)
        found += [_of_reading(outline, one, values) for one in values if one.column.reached and not one.column.planned]
    if document.genre_of(outline) == "report":
        told = (block for block in outline.blocks if _tells(outline, block))
        found += [result for block in told for result in _of_block(outline, block)]
    return found, []


create = finder(RESULTS, results_in)


def _of_reading(outline: Outline, reading: Reading, row: Sequence[Reading]) -> Result:
    value = reading.found.value
    planned = _planned(reading, row)
    return Result(
        comparator=reading.found.comparator,
        value=value.value,
        value_high=value.high,
        unit=reading.unit,
        per=reading.per,
        total=value.total,
        numerator=value.value if value.total is not None else None,
        denominator=value.total,
        estimated=reached.ESTIMATED.search(reading.table.heads[reading.column.at]) is not None,
        year=reading.column.year if reading.column.year_from is None else None,
        period_start=reading.column.year_from,
        period_end=reading.column.year if reading.column.year_from is not None else None,
        group=reading.group,
        indicator_no=reading.subject.indicator,
        planned_value=planned.found.value.value if planned is not None else None,
        unit_name=reading.place,
        subject=reading.subject.words,
        clause=reading.subject.words,
        above=reading.subject.above,
        confidence=DOUBTFUL if reading.open else SURE,
        **evidence(outline, reading.row.start, reading.row.end),
    )


def _planned(reading: Reading, row: Sequence[Reading]) -> Reading | None:
    """What was planned for the same year, group and locality."""
    return next(
        (
            one
            for one in row
            if (one.column.planned or not one.column.reached)
            and (one.column.year, one.column.group, one.place)
            == (reading.column.year, reading.column.group, reading.place)
        ),
        None,
    )


# --- reports -------------------------------------------------------------------------------------------------------


def _tells(outline: Outline, block: Block) -> bool:
    """Whether a paragraph of a report tells what was reached."""
    if block.region is not Region.BODY or block.paragraph.cells:
        return False
    titles = [node.title.lower() for node in outline.ancestors(block) if node.block != block.index]
    return not any(reached.TO_COME.search(title) and not reached.OF_RESULTS.search(title) for title in titles)


def _of_block(outline: Outline, block: Block) -> Iterator[Result]:
    low = outline.text.lower
    for start, end in split(outline.text.view, low, block.body, block.end, ".;!?"):
        of_plan = _OF_PLAN.search(low, start, end) if reached.SPEAKS_OF_PLAN.search(low, start, end) else None
        if of_plan is not None:
            value = numbers.Value(of_plan.start(), of_plan.end(), numbers.parse(of_plan["value"]), unit="percent")
            yield _result(
                outline, (start, end), Quantity(value, value.start, value.end), numbers.parse(of_plan["planned"])
            )
            continue
        for found in quantities(Clause(low, outline.text.view, start, end, objectives=True)):
            if found.role in _ROLES and _is_fact(low, start, end, found):
                yield _result(outline, (start, end), found, None)


_ROLES = frozenset({"value", "past"})


def _is_fact(low: str, start: int, end: int, found: Quantity) -> bool:
    """Whether a value was reached: a share, a rate or a count; nothing says that it is to come, or that it is a difference."""
    value = found.value
    if (
        reached.FUTURE.search(low, start, found.start) is not None
        or targets.AGAINST_AFTER.match(low, value.end, end) is not None
    ):
        return False
    if value.unit == "count" and targets.NEVER_COUNTED.match(low, value.end, end) is not None:
        return False
    return value.unit is not None or targets.COUNTED.match(low, value.end, end) is not None


def _part_of(low: str, clause: tuple[int, int], value: numbers.Value) -> tuple[float | None, float | None]:
    """What a share or a rate is said to be made of: `92,5% (37/40 xã)`; only where the one gives the other."""
    scale = 100 if value.unit == "percent" else value.per
    if scale is None:
        return None, None
    for match in reached.PART_OF.finditer(low, value.end, clause[1]):
        part, whole = numbers.parse(match["part"]), numbers.parse(match["whole"])
        if whole and reached.rounds(scale * part / whole, value.value):
            return part, whole
    return None, None


def _result(outline: Outline, clause: tuple[int, int], found: Quantity, planned: float | None) -> Result:
    value = found.value
    head = document.fields_of(outline)[0]
    said = [year for year in years(outline.text.lower, *clause) if not year.base]
    year = max(
        (one for one in said if one.start < value.start), key=lambda one: one.start, default=next(iter(said), None)
    )
    words = evidence(outline, *clause)
    part = (value.value, value.total) if value.total is not None else _part_of(outline.text.lower, clause, value)
    return Result(
        comparator=found.comparator,
        value=value.value,
        value_high=value.high,
        unit=value.unit or "count",
        per=value.per,
        total=value.total,
        numerator=part[0],
        denominator=part[1],
        estimated=reached.estimated(outline.text.lower, *clause, value.start),
        year=year.year if year is not None and year.year_from is None else None,
        period_start=year.year_from if year is not None else head.period_start,
        period_end=head.period_end if year is None else year.year if year.year_from is not None else None,
        planned_value=planned,
        clause=" ".join(words["quote"].split()),
        confidence=0.7,
        **words,
    )
