"""Tables of a plan: adjacent rows → a head that says what each column holds, and the rows below it.

Readers give rows (`Paragraph.cells`); a head may take two rows (`Chỉ tiêu` over `Năm 2025`, `Năm 2030`) and is repeated on
the next page. A row whose words stand in one cell is a group row and belongs to the rows below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

import regex

from extract.structure.outline import Block, Outline
from patterns.tables import Column, column


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the head; `group` is the title of the group row above it, `""` where there is none.

    `parent` is the row that it is a part of: `2 | Suy dinh dưỡng` above `a | Thể nhẹ cân`.
    """

    block: Block
    cells: tuple[tuple[int, int], ...]
    group: str = ""
    parent: Row | None = None


@dataclass(frozen=True)
class Table:
    """`columns[i]` says what column `i` holds, `heads[i]` is its head in lower case."""

    columns: tuple[Column, ...]
    heads: tuple[str, ...]
    head_blocks: tuple[Block, ...]
    rows: tuple[Row, ...]
    first: int = 0
    _index: dict[Column, int] = field(default_factory=dict, repr=False)

    def find(self, kind: Column) -> int | None:
        """The first column of a kind."""
        return next((i for i, column in enumerate(self.columns) if column is kind), None)

    def cell(self, row: Row, kind: Column) -> tuple[int, int] | None:
        """The range of the first non-empty cell of a kind in a row; `None` where there is none.

        Who leads the parts of a measure stands in the row of the whole.
        """
        for index, found in enumerate(self.columns):
            if found is kind and index < len(row.cells) and row.cells[index][0] < row.cells[index][1]:
                return row.cells[index]
        return self.cell(row.parent, kind) if kind is Column.LEAD and row.parent is not None else None


def find(outline: Outline) -> list[Table]:
    """The tables of a plan in reading order; runs of rows without a head that is understood have `columns` of `OTHER`."""
    if "tables" not in outline.known:
        found = (_table(outline, run) for run in _runs(outline.blocks))
        outline.known["tables"] = [table for table in found if table is not None]
    return cast(list[Table], outline.known["tables"])


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Adjacent rows of one width; a table that goes on over the page is one run."""
    run: list[Block] = []
    for block in blocks:
        if block.paragraph.cells:
            if run and len(block.paragraph.cells) != len(run[-1].paragraph.cells):
                yield run
                run = []
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _table(outline: Outline, run: list[Block]) -> Table | None:
    low = outline.text.lower
    width = len(run[0].paragraph.cells)
    if width < 2:
        return None
    best: tuple[int, list[str]] = (0, [""] * width)
    for depth in (1, 2):
        if len(run) <= depth:
            break
        heads = [
            " ".join(low[a:b] for a, b in (row.paragraph.cells[i] for row in run[:depth]) if a < b)
            for i in range(width)
        ]
        if depth == 2 and not _is_second_head(outline, run[1]):
            break
        best = (depth, heads)
    depth, heads = best
    columns = tuple(column(head) for head in heads)
    known = sum(kind is not Column.OTHER for kind in columns)
    if known < 2:
        return None
    rows = tuple(_rows(outline, run[depth:], run[:depth], columns))
    return Table(columns, tuple(heads), tuple(run[:depth]), rows, run[0].index)


def _is_second_head(outline: Outline, block: Block) -> bool:
    """Whether the second row goes on with the head: no number of a row, and its first cells are empty or repeat the head."""
    cells = block.paragraph.cells
    first = outline.text.lower[cells[0][0] : cells[0][1]].strip()
    words = [outline.text.lower[a:b].strip() for a, b in cells if a < b]
    return (
        not first
        and bool(words)
        and all(column(word) in (Column.YEAR, Column.VALUE, Column.BASELINE) for word in words)
    )


# A number of its own, and what marks the part of a numbered row.
_WHOLE = regex.compile(r"\d{1,2}\.?")
_PART = regex.compile(r"[a-zđ][.)]?|[-+*]|\d{1,2}\.(?:\d{1,2}|[a-z])\.?")
_FIGURES = (Column.VALUE, Column.YEAR, Column.BASELINE)


def _rows(outline: Outline, run: list[Block], head: list[Block], columns: tuple[Column, ...]) -> Iterator[Row]:
    """The rows below the head: repeated heads dropped, group rows and wholes handed down to their parts."""
    low = outline.text.lower
    heads = {_words(low, block) for block in head}
    group = ""
    parent: Row | None = None
    for block, following in zip(run, [*run[1:], None], strict=True):
        cells = block.paragraph.cells
        filled = [cell for cell in cells if low[cell[0] : cell[1]].strip(" .-*")]
        if _words(low, block) in heads or _numbers_columns(low, block):
            continue
        if _is_whole(low, cells, columns, following):
            parent = Row(block, cells, group)
            continue
        if _is_group(low, cells, filled):
            group, parent = outline.text.text[filled[-1][0] : filled[-1][1]].strip(), None
            continue
        if parent is not None and _PART.fullmatch(low[slice(*cells[0])].strip()) is None:
            parent = None
        yield Row(block, cells, group, parent)


def _is_whole(
    low: str, cells: tuple[tuple[int, int], ...], columns: tuple[Column, ...], following: Block | None
) -> bool:
    """Whether a numbered row has no values of its own and the next one is a part of it."""
    if following is None or columns[0] is not Column.NUMBER or len(following.paragraph.cells) != len(cells):
        return False
    figures = [cell for cell, kind in zip(cells, columns, strict=False) if kind in _FIGURES]
    if not figures or any(low[a:b].strip(" -") for a, b in figures):
        return False
    part = low[slice(*following.paragraph.cells[0])].strip()
    return _WHOLE.fullmatch(low[slice(*cells[0])].strip()) is not None and _PART.fullmatch(part) is not None


def _words(low: str, block: Block) -> str:
    return " ".join(low[block.start : block.end].replace("|", " ").split())


def _numbers_columns(low: str, block: Block) -> bool:
    """A row `(1) (2) (3)` that numbers the columns."""
    words = [low[a:b].strip(" ()") for a, b in block.paragraph.cells]
    filled = [word for word in words if word]
    return (
        len(filled) >= 3 and filled == [str(number) for number in range(int(filled[0]), int(filled[0]) + len(filled))]
        if filled and filled[0].isdigit() and len(filled[0]) == 1
        else False
    )


def _is_group(low: str, cells: tuple[tuple[int, int], ...], filled: list[tuple[int, int]]) -> bool:
    """Whether the words of a row stand in one cell, beside its number at most."""
    if len(cells) < 3 or not filled:
        return False
    if len(filled) == 1:
        return True
    number = low[filled[0][0] : filled[0][1]].strip(" .)")
    return len(filled) == 2 and filled[0] == cells[0] and len(number) <= 4 and filled[1] == cells[1]
