"""Tables of a plan: grids with a head that says what each column holds, and a tree of the rows below it.

A table that goes on over a page, or behind a line that titles a part of it, is one: a repeated head is dropped, rows without
a head of their own take that of the table of the same width above them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from extract.structure.outline import Block, Outline, stage
from extract.structure.tables import grid as grids
from extract.structure.tables import head as heads
from extract.structure.tables import roles
from extract.structure.tables.grid import Grid
from extract.structure.tables.head import Head
from extract.structure.tables.lines import FROM_LEFT, Cell, Line
from extract.structure.tables.rows import Builder, Row
from patterns.tables import (
    AGENTS,
    FIGURES,
    GRAND_TOTAL,
    OF_INDICATORS,
    OF_TASKS,
    Column,
    has_decimal_comma,
    is_quotient,
    says_measure,
)

# Paragraphs that may stand between the parts of one table.
_NEAR = 3

__all__ = ["Cell", "Row", "Table", "find"]


@dataclass(frozen=True)
class Table:
    """`columns[i]` says what column `i` holds, `heads[i]` is its head in lower case, `parts[i]` the cells of that head from the top down.

    `titles` stand in rows above the head; `headless` says that the rows have no head: what they hold is told by their cells alone.
    """

    columns: tuple[Column, ...]
    heads: tuple[str, ...]
    parts: tuple[tuple[Cell, ...], ...]
    rows: tuple[Row, ...]
    blocks: tuple[Block, ...]
    titles: tuple[str, ...] = ()
    headless: bool = False
    worked_out: frozenset[int] = (
        frozenset()
    )  # columns whose values are shares of others, as the row that numbers them says

    def find(self, *kinds: Column) -> int | None:
        """The first column of one of the kinds."""
        return next((i for i, column in enumerate(self.columns) if column in kinds), None)

    def all(self, *kinds: Column) -> list[int]:
        """The columns of the kinds, from left to right."""
        return [i for i, column in enumerate(self.columns) if column in kinds]

    def own(self, row: Row, *kinds: Column) -> Cell | None:
        """The first cell of a kind that says something in a row; `None` where there is none."""
        said = (i for i in self.all(*kinds) if i < len(row.cells) and not row.cells[i].blank)
        return next((row.cells[i] for i in said if not self.is_of_subject(row, i)), None)

    def is_of_subject(self, row: Row, at: int) -> bool:
        """Whether a cell is one with that of the subject to its left: a merged row says nothing else (`A | Hoàn thiện cơ chế`)."""
        subject = self.subject
        return (
            subject is not None and subject < at and all(c.filled == FROM_LEFT for c in row.cells[subject + 1 : at + 1])
        )

    def cell(self, row: Row, *kinds: Column) -> Cell | None:
        """The same, or that of the whole which the row is a part of."""
        found = self.own(row, *kinds)
        return self.cell(row.parent, *kinds) if found is None and row.parent is not None else found

    @cached_property
    def decimal_comma(self) -> bool:
        """Whether a comma in its figures is a decimal mark, wherever it stands."""
        columns = self.all(*FIGURES)
        return has_decimal_comma(row.cells[at].low for row in self.rows for at in columns if at < len(row.cells))

    @cached_property
    def _agents(self) -> dict[int, Cell]:
        out: dict[int, Cell] = {}
        before: tuple[Cell, str] | None = None
        for row in self.rows:
            own = self.cell(row, *AGENTS)
            if own is None and before is not None and before[1] == row.group:
                own = before[0]  # a cell that runs over several rows
            if own is not None:
                before = own, row.group
                out[row.start] = own
        return out

    def agent(self, row: Row) -> Cell | None:
        """Who is in charge of a row: its own cell, that of its whole, or the one above it in its group, which runs over several rows."""
        return self._agents.get(row.start)

    @property
    def subject(self) -> int | None:
        """The column of what is measured or done, of the places that values are given to, or of the years that they hold for."""
        at = self.find(Column.SUBJECT, Column.PLACE)
        return at if at is not None else self.find(Column.ROW_YEAR)

    @property
    def tasks(self) -> list[Row]:
        """The rows as tasks: all but those that sum figures up (`Tổng cộng | | | 655`)."""
        at = self.subject
        return [row for row in self.rows if at is None or GRAND_TOTAL.fullmatch(row.cells[at].low) is None]

    @property
    def measures(self) -> bool:
        """Whether the table holds values."""
        return self.find(*FIGURES) is not None

    @property
    def states_measures(self) -> bool:
        """Whether its values are those of measures: its rows are called indicators or have a unit, or its columns say so.

        Other figures (coordinates, numbers of pieces, of telephones) are no values of a plan.
        """
        at = self.subject
        figures = self.all(*FIGURES)
        if at is None or not figures:
            return False
        if OF_INDICATORS.match(self.heads[at].strip()) is not None or self.find(Column.UNIT) is not None:
            return True
        return any(self.columns[i] is Column.BASELINE or says_measure(self.heads[i]) for i in figures) or any(
            says_measure(row.cells[i].low) for row in self.rows for i in (*figures, at) if i < len(row.cells)
        )

    @property
    def of_indicators(self) -> bool:
        """Whether its rows are indicators and no tasks: it lays no duty, whatever its column of agencies is called."""
        at = self.subject
        head = self.heads[at].strip() if at is not None else ""
        if self.measures or self.find(Column.UNIT) is not None:
            return OF_TASKS.search(head) is None or (
                self.find(Column.UNIT) is not None and self.find(Column.TIME) is None
            )
        return OF_INDICATORS.match(head) is not None


@stage
def tables_in(outline: Outline) -> list[Table]:
    """The tables of a plan in reading order."""
    return _tables(outline)


@dataclass(slots=True)
class _Part:
    """Grids that are one table: its head, and the rows below it."""

    head: Head | None
    width: int
    lines: list[Line]
    blocks: list[Block]


def _tables(outline: Outline) -> list[Table]:
    parts: list[_Part] = []
    for grid in grids.grids(outline):
        if grid.width < 2:
            continue
        head = heads.head_of(grid)
        lines = list(grid.lines[head.body :] if head is not None else grid.lines)
        blocks = [block for line in grid.lines for block in line.blocks]
        width = grid.width
        half = heads.halves(head) if head is not None else None
        if head is not None and half is not None:
            width, head = half, replace(head, parts=head.parts[:half], labels=head.labels[:half])
            lines = [*(line.part(0, half) for line in lines), *(line.part(half, 2 * half) for line in lines)]
            lines = [line for line in lines if line.words]
        before = parts[-1] if parts else None
        if before is not None and half is None and _is_one(before, grid, head, blocks):
            before.lines += lines
            before.blocks += blocks
        else:
            parts.append(_Part(head, width, lines, blocks))
    return [table for part in parts if (table := _table(part)) is not None]


def _is_one(before: _Part, grid: Grid, head: Head | None, blocks: list[Block]) -> bool:
    """Whether a grid goes on with the table above it: the same head again, or none of its own."""
    if before.width != grid.width or before.head is None:
        return False
    between = blocks[0].index - before.blocks[-1].index - 1
    if head is not None:
        return head.key == before.head.key and between <= _NEAR
    return between <= _NEAR and blocks[0].region is before.blocks[-1].region


def _table(part: _Part) -> Table | None:
    head = part.head
    words = head.words if head is not None else ("",) * part.width
    said = {tuple(line.words) for line in head.lines if len(line.words) > 1} if head is not None else set()
    lines = [
        line
        for line in part.lines
        if tuple(line.words) not in said and not _repeats_head(line, words) and not heads.numbers_columns(line)
    ]
    columns = roles.solve(words, lines)
    if all(column is Column.OTHER for column in columns):
        return None
    rows = tuple(Builder(columns).rows(lines))
    return Table(
        columns,
        words,
        head.parts if head is not None else ((),) * part.width,
        rows,
        tuple(part.blocks),
        tuple(cell.text for line in head.titles for cell in line.cells[:1]) if head is not None else (),
        head is None,
        frozenset(at for at, label in enumerate(head.labels) if is_quotient(label))
        if head is not None
        else frozenset(),
    )


def _repeats_head(line: Line, words: tuple[str, ...]) -> bool:
    """Whether a row says the head again, on the next page."""
    filled = [(cell.low, head) for cell, head in zip(line.cells, words, strict=False) if not cell.blank]
    return len(filled) > 1 and all(head and "".join(low.split()) == "".join(head.split()) for low, head in filled)
