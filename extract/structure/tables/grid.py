"""Rows of the text → grids: rows of one width, merged cells filled, a row for every row as it was drawn.

Readers say which cells go on from a merged one (`Paragraph.merged`); texts do not, and leave cells out: a row that is too
short is laid where its cells look like those of the full rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.structure.outline import Block, Outline
from extract.structure.tables import shifts, spread
from extract.structure.tables.lines import FROM_ABOVE, FROM_LEFT, OWN, Cell, Line
from patterns.tables import LABEL, Content


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of one width; `number` is that of the table in the source."""

    lines: tuple[Line, ...]
    width: int
    number: int | None


def grids(outline: Outline) -> Iterator[Grid]:
    """The grids of a text in reading order: runs of adjacent rows that the source has as one table."""
    run: list[Block] = []
    before: list[Line] = []
    for block in (*outline.blocks, None):
        apart = bool(run) and block is not None and block.paragraph.table != run[-1].paragraph.table
        if run and (block is None or apart or not block.paragraph.cells):
            grid, before = _grid(outline, run, before)
            yield grid
            run = []
        if block is not None and block.paragraph.cells:
            run.append(block)


# Paragraphs between two grids of which the second may go on with the first.
_NEAR = 3


def _grid(outline: Outline, run: list[Block], before: list[Line]) -> tuple[Grid, list[Line]]:
    """The grid of a run of rows, and its full rows; `before` are those of the grid above, that it may go on with."""
    lines = [_line(outline, block) for block in run]
    width = _width([len(line.cells) for line in lines])
    lines = [_cut(line, width) for line in lines]
    full = [line for line in lines if len(line.cells) == width]
    goes_on = bool(before) and run[0].index - before[-1].blocks[-1].index <= _NEAR
    full = [*(line for line in before if goes_on and len(line.cells) == width), *full]
    kinds = shifts.kinds_of(shifts.in_place(full), width)
    out: list[Line] = []
    for line in spread.over(lines, kinds):
        line = shifts.put_right(line, kinds) if len(line.cells) == width else _laid(line, kinds, out)
        out.append(_filled(line, out[-1] if out else None))
    return Grid(tuple(out), width, run[0].paragraph.table), full


def _line(outline: Outline, block: Block) -> Line:
    text = outline.text
    cells = tuple(
        Cell(text.text[a:b].strip(), text.view[a:b].strip(), text.lower[a:b].strip(), a, b)
        for a, b in block.paragraph.cells
    )
    merged = block.paragraph.merged
    line = Line((block,), cells, merged if len(merged) == len(cells) else OWN * len(cells))
    if len(cells) >= 3 and len(line.words) == 1 and sum(not cell.blank for cell in cells) == len(cells):
        blank = replace(cells[0], text="", view="", low="")  # a merged cell that the source repeats
        return Line((block,), (cells[0], *(blank for _ in cells[1:])), OWN + FROM_LEFT * (len(cells) - 1))
    return line


def _width(widths: Sequence[int]) -> int:
    """The width of most rows; rows of one or two cells say little where others have more."""
    counted = Counter(width for width in widths if width > 2) or Counter(widths)
    most = max(counted.values())
    return max(width for width, times in counted.items() if times * 2 > most)


def _cut(line: Line, width: int) -> Line:
    """A row without the blank cells that it has too many at its end; words there go into the last cell."""
    if len(line.cells) <= width:
        return line
    kept, rest = line.cells[:width], [cell for cell in line.cells[width:] if not cell.blank]
    if rest:
        last = kept[-1]
        joined = [" ".join(filter(None, (getattr(c, name) for c in (last, *rest)))) for name in ("text", "view", "low")]
        kept = (*kept[:-1], Cell(joined[0], joined[1], joined[2], last.start, rest[-1].end))
    return Line(line.blocks, kept, line.merged[:width])


def _laid(line: Line, kinds: list[Counter[Content]], above: list[Line]) -> Line:
    """A row that has too few cells, laid out in the columns whose cells look like its own, in their order.

    Cells left out before others are those of merged cells that began in a row above; a title keeps its place.
    """
    moved = shifts.behind_blank(line, kinds)
    if moved is not None and any(kind & Content.FIGURE for kind in line.contents):
        return moved
    cells, width = line.cells, len(kinds)
    blank = replace(cells[-1], text="", view="", low="", start=cells[-1].end)
    labelled = cells[0].blank or LABEL.fullmatch(cells[0].low) is not None
    title = len(cells) == 1 or (len(cells) == 2 and labelled and not line.contents[1] & Content.FIGURE)
    places = list(range(len(cells)))
    if len(cells) > 1 and len(cells) < width and shifts.says_no_value(line, kinds):
        places = list(range(1, len(cells) + 1))
    elif above and not (title and not _counts_on(line, above)):
        places = places if title else _fitting(line.contents, kinds)
    out, merged = [blank] * width, [OWN] * width
    rest = title or places[0] > 0  # cells behind the last one stand in the row above too
    for at in range(width):
        merged[at] = FROM_ABOVE if above and at not in places and (at < places[-1] or rest) else OWN
    for place, cell, mark in zip(places, cells, line.merged, strict=True):
        out[place], merged[place] = cell, mark
    if title and not (above and _counts_on(line, above)):
        merged = [OWN] * width
    doubtful = bool(above) and shifts.is_doubtful(line.contents, places, kinds)
    return Line(line.blocks, tuple(out), "".join(merged), doubtful)


# Columns of a table whose short rows are laid out by what they look like.
_WIDEST = 30


def _fitting(found: list[Content], kinds: list[Counter[Content]]) -> list[int]:
    """The columns, in rising order, in which cells look most like those that stand there; the first ones where several do."""
    width = len(kinds)
    if width > _WIDEST:
        return list(range(len(found)))
    best: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())] * (width + 1)]
    for count, kind in enumerate(found, 1):
        row: list[tuple[float, tuple[int, ...]]] = [(float("-inf"), ())] * (width + 1)
        for until in range(count, width + 1):
            before, places = best[count - 1][until - 1]
            here = (before + _alike(kinds[until - 1], kind), (*places, until - 1))
            either = (row[until - 1], here) if kind else (here, row[until - 1])  # blank ones as far right as they may
            row[until] = max(either, key=lambda pair: pair[0])
        best.append(row)
    return list(best[-1][width][1])


def _counts_on(line: Line, above: list[Line]) -> bool:
    """Whether the number of a row is the next one after that of a full row above it."""
    number, before = line.cells[0].low.strip(" .)"), above[-1].cells[0].low.strip(" .)")
    return number.isdigit() and before.isdigit() and int(number) == int(before) + 1 and not above[-1].cells[-1].blank


def _alike(kinds: Counter[Content], found: Content) -> float:
    """How much a cell looks like those of a column, 0 to 1."""
    if not found or not kinds:
        return 0.3
    return sum(kinds[kind] for kind in Content if kind & found) / sum(kinds.values())


def _filled(line: Line, above: Line | None) -> Line:
    """A row with the words of merged cells in all the cells that they cover."""
    if line.merged == OWN * len(line.cells):
        return line
    cells: list[Cell] = []
    for at, (cell, mark) in enumerate(zip(line.cells, line.merged, strict=True)):
        if mark == FROM_LEFT and cells and cell.blank:
            cell = replace(cells[-1], filled=FROM_LEFT)
        elif mark == FROM_ABOVE and above is not None and (cell.blank or cell.low == above.cells[at].low):
            cell = replace(above.cells[at] if cell.blank else cell, filled=FROM_ABOVE)
        cells.append(cell)
    return replace(line, cells=tuple(cells))
