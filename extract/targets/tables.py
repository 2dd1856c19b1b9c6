"""Targets that stand in a table: the readings that are planned, with what was reached last as their baseline.

In an allocation each names the locality that it is given to.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from extract.component import evidence
from extract.records import PlanWarning, Target
from extract.structure.outline import Block, Outline
from extract.structure.tables import Row, Table
from extract.structure.tables.lines import FROM_ABOVE
from extract.targets import columns as columns_of
from extract.targets import readings
from extract.targets.confidence import DOUBTFUL, GUESSED, SURE
from extract.targets.readings import Reading
from patterns import numbers, target_cells
from patterns.headings import LabelKind
from patterns.tables import Column


def targets_of_tables(outline: Outline) -> tuple[list[Target], list[PlanWarning]]:
    """The targets of the plan's tables in reading order, and the cells and tables that look like some and were not understood."""
    found, warnings = readings.readings_in(outline)
    out = []
    for _, row in groupby(found, key=_Measured()):
        values = list(row)
        out += [_target(outline, one, values) for one in values if not one.column.reached]
    return out, warnings


class _Measured:
    """Numbers the rows by what they measure: rows of several years go on with the one above where its subject does."""

    def __init__(self) -> None:
        self.number = 0
        self.row: Row | None = None
        self.table: Table | None = None

    def __call__(self, reading: Reading) -> int:
        if reading.row is not self.row:
            table, self.row = reading.table, reading.row
            same = table is self.table and _goes_on(table, self.row)
            self.table = table
            self.number += not same
        return self.number


def _goes_on(table: Table, row: Row) -> bool:
    """Whether a row that names its year measures what the row above it does."""
    at = table.find(Column.SUBJECT)
    if table.find(Column.ROW_YEAR) is None:
        return False
    return at is None or row.cells[at].filled == FROM_ABOVE


def _target(outline: Outline, reading: Reading, row: Sequence[Reading]) -> Target:
    value, subject, column = reading.found.value, reading.subject, reading.column
    baseline = _baseline(reading, row)
    against = target_cells.AGAINST.search(subject.low) if baseline is None and reading.change is not None else None
    noted = _noted_start(reading, row) if baseline is None else None
    return Target(
        kind="quantitative",
        indicator_no=subject.indicator,
        objective_no=_objective(reading.row.groups) or _objective_above(outline, reading.table),
        comparator=reading.found.comparator,
        value=value.value,
        value_high=value.high,
        unit=reading.unit,
        per=reading.per,
        total=value.total,
        per_year=reading.per_year,
        change=reading.change,
        year=column.year,
        year_from=column.year_from,
        group=reading.group,
        baseline_value=baseline.found.value.value if baseline is not None else noted[0] if noted else None,
        baseline_year=baseline.column.year
        if baseline is not None
        else noted[1]
        if noted
        else int(against["year"])
        if against
        else None,
        subject=subject.words,
        clause=subject.words,
        above=subject.above,
        agencies=(reading.lead,) if reading.lead is not None else (),
        unit_name=reading.place,
        confidence=_confidence(reading, row),
        **evidence(outline, _quoted_from(outline, reading), reading.row.end),
    )


# Longer than this, a quote does not go back to the measure that its row shares with rows above.
_LONGEST_QUOTE = 600


def _quoted_from(outline: Outline, reading: Reading) -> int:
    """Where the quote of a row begins: with the row that names the measure, where that cell goes on over rows below it."""
    table, row = reading.table, reading.row
    at = table.find(Column.SUBJECT)
    if at is None or row.cells[at].filled != FROM_ABOVE:
        return row.start
    named = outline.block_at(row.cells[at].start).start
    return named if row.end - named <= _LONGEST_QUOTE else row.start


def _confidence(reading: Reading, row: Sequence[Reading]) -> float:
    """How sure a value is; less where its head does not tell it from another, or where it starts may be another's."""
    if not reading.sure:
        return GUESSED
    sure = reading.column.sure and not reading.open and _has_one_start(reading, row)
    return SURE if sure else DOUBTFUL


def _has_one_start(reading: Reading, row: Sequence[Reading]) -> bool:
    """Whether there is no doubt from which value a target starts: none, or one that was reached last and that no other is beside."""
    start = _baseline(reading, row)
    if start is None:
        return True
    beside = [one for one in row if one.column.baseline and one.column.year == start.column.year]
    alike = [one for one in beside if _is_of_same(one, start)]
    return not start.column.planned and len(alike) == 1


def _baseline(reading: Reading, row: Sequence[Reading]) -> Reading | None:
    """What was reached last of the same group and locality; what had been planned only where no column says what was reached."""
    reached = [one for one in row if one.column.baseline and _is_of_same(one, reading)]
    return max(reached, key=lambda one: (one.column.year or 0, one.column.at), default=None)


def _noted_start(reading: Reading, row: Sequence[Reading]) -> tuple[float, int | None] | None:
    """From where the one value of a row starts, and in which year, as its note says (`Đầu năm học: 9,1%`); `None` where none does."""
    note = reading.table.own(reading.row, Column.NOTE)
    match = target_cells.STARTS_FROM.fullmatch(note.low) if note is not None and len(row) == 1 else None
    if match is None or (match["unit"] is not None) != (reading.unit in ("percent", "per")):
        return None
    said = match["school"] or match["year"]
    year = int(said) if said else None
    if year is not None and reading.column.year is not None and year >= reading.column.year:
        return None
    return numbers.parse(match["value"]), year


def _is_of_same(one: Reading, other: Reading) -> bool:
    """Whether two values of a row, or of rows of several years, hold for the same group and locality, and measure the same."""
    same = one.column.group == other.column.group and one.place == other.place
    beside = one.row is other.row and one.table.find(Column.SUBJECT, Column.PLACE) is not None
    if beside and one.table.columns[one.table.subject or 0] is Column.PLACE:
        beside = columns_of.may_measure_same(one.table, one.column.at, other.column.at)
    return same and (beside or one.column.at == other.column.at)


def _leads_to(outline: Outline, block: Block) -> bool:
    """Whether a paragraph says that a table follows."""
    words = outline.text.lower[block.start : block.end].rstrip()
    return words.endswith(":") or target_cells.TABLE_FOLLOWS.search(words) is not None


def _objective_above(outline: Outline, table: Table) -> int | None:
    """The number of the objective that a table stands under: of the line before it, or of a heading above it."""
    first = table.blocks[0]
    before = [one for one in outline.blocks[max(0, first.index - 1) : first.index] if _leads_to(outline, one)]
    heads = [*before, *(outline.blocks[node.block] for node in outline.ancestors(first))]
    label = next((found for block in heads if (found := block.has(LabelKind.OBJECTIVE)) is not None), None)
    return int(label.text) if label is not None else None


def _objective(titles: tuple[str, ...]) -> int | None:
    return next(
        (
            int(match[1])
            for title in reversed(titles)
            if (match := target_cells.OBJECTIVE.match(title.lower())) is not None
        ),
        None,
    )
