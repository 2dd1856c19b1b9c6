"""Where a table may say targets in words: indicators without a column of values, tasks by how many of something, and what they bring about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.structure.outline import Outline
from extract.structure.regions import Region
from extract.structure.tables import Cell, Row, Table
from extract.targets.columns import year_above
from extract.targets.columns import years as years_of_head
from extract.targets.context import Context
from extract.targets.readings import indicator_of
from extract.targets.years import years
from patterns import task_cells
from patterns.tables import Column


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a row that may say targets: where they begin and end, what governs them, whether they are nothing but how many of something."""

    row: Row
    start: int
    end: int
    context: Context
    counts: bool = False


def words_of(outline: Outline, table: Table) -> Iterator[list[Words]]:
    """The words of each row of a table that may say targets."""
    if table.blocks[0].region not in (Region.BODY, Region.ANNEX) or table.headless:
        return
    of_indicators = table.of_indicators and not table.measures
    of_tasks = (
        not table.of_indicators
        and table.find(Column.TIME) is not None
        and table.find(Column.LEAD, Column.IMPLEMENT) is not None
    )
    products = [] if table.of_indicators else table.all(Column.PRODUCT)
    year_from, year = year_above(outline, table)
    for row in table.rows:
        out = []
        if of_indicators:
            for cell in _said(row, table.all(Column.SUBJECT)):
                above = row.groups[::-1]
                context = Context(True, year, year_from, indicator_of(row, cell), None, above=above)
                out.append(Words(row, cell.start, cell.end, context))
        by = _time_of_task(table, row, None if year_from is not None else year)
        of_event = False
        for cell in _said(row, table.all(Column.SUBJECT) if of_tasks or products else []):
            of_event = task_cells.EVENT.match(cell.low) is not None
            if of_tasks:
                out.append(_of_task(row, cell, 0, len(cell.low), by, counts=False))
                for match in task_cells.COUNT_IN_BRACKETS.finditer(cell.low):
                    out.append(_of_task(row, cell, *match.span("count"), by, counts=not of_event))
        for cell in _said(row, products):
            counts = task_cells.COUNTS.match(cell.low) is not None and not of_event
            out.append(_of_task(row, cell, 0, len(cell.low), by, counts=counts))
        yield out


def _said(row: Row, columns: list[int]) -> Iterator[Cell]:
    """The cells of a row that say something of their own."""
    return (row.cells[at] for at in columns if not row.cells[at].blank and not row.cells[at].filled)


_By = tuple[int | None, int | None]


def _of_task(row: Row, cell: Cell, start: int, end: int, by: _By, *, counts: bool) -> Words:
    """Words of a task; `counts` says that they are nothing but how many of something."""
    context = Context(counts, by[1], by[0], None, None, above=row.groups[::-1])
    return Words(row, cell.start + start, cell.start + end, context, counts)


def _time_of_task(table: Table, row: Row, above: int | None) -> _By:
    """The years over which a task is done: those that its columns of times name, in words or by the heads of what is ticked; else the
    one that stands above the table.
    """
    ticked: _By = (None, None)
    for at in reversed(table.all(Column.TIME)):
        cell = row.cells[at]
        if task_cells.TICK.fullmatch(cell.low.strip()) is not None:
            ticked = ticked if ticked[1] is not None else years_of_head(table.parts[at])
            continue
        named = _last_year(cell)
        if named[1] is not None:
            return named
    whole = table.cell(row, Column.TIME)  # that of the whole that the row is a part of
    if ticked[1] is None and whole is not None:
        ticked = _last_year(whole)
    return ticked if ticked[1] is not None else (None, above)


def _last_year(cell: Cell) -> _By:
    """The last year that a cell of times names."""
    found: list[tuple[int | None, int]] = [(year.year_from, year.year) for year in years(cell.low, 0, len(cell.low))]
    found += [(None, int(day)) for day in task_cells.YEAR_OF_DAY.findall(cell.low)]
    last = max(found, key=lambda one: one[1], default=(None, None))
    over = task_cells.OVER_YEARS.search(cell.low)
    if over is not None and last[0] is None and last[1] is not None and int(over[1]) < last[1]:
        return int(over[1]), last[1]
    return last
