"""The head of a grid: which of its first rows are titles, which name the columns, which only number them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.structure.tables.grid import Grid
from extract.structure.tables.lines import FROM_ABOVE, FROM_LEFT, Cell, Line
from patterns.tables import (
    COLUMN_LABEL,
    FIGURES,
    LABEL,
    YEAR,
    Column,
    Content,
    column,
    content,
    is_in_brackets,
    says_units,
)

_MOST_TITLES = 3
_DEEPEST = 4
# Characters of a head: what is longer is the text of a row.
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Head:
    """`titles` stand above the head, `lines` are the head's own (and the row that numbers the columns), `body` the index of the first row below.

    `parts[i]` are the cells that head column `i` from the top down, each once; `words[i]` are they joined, in lower case.
    """

    titles: tuple[Line, ...]
    lines: tuple[Line, ...]
    body: int
    parts: tuple[tuple[Cell, ...], ...]
    labels: tuple[str, ...] = ()  # of the row that numbers the columns

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(" ".join(" ".join(cell.low.split()) for cell in part) for part in self.parts)

    @property
    def key(self) -> tuple[str, ...]:
        """What tells one head from another: its words without what lies between them."""
        return tuple("".join(c for c in words if c.isalnum()) for words in self.words)


def halves(head: Head) -> int | None:
    """How wide each of two tables side by side is, whose heads are the same (`TT | Chỉ tiêu | 2030 | TT | Chỉ tiêu | 2030`)."""
    half, odd = divmod(len(head.parts), 2)
    key = head.key
    same = not odd and half > 1 and all(key[:half]) and key[:half] == key[half:]
    return (
        half if same and any(column(words) in (Column.SUBJECT, Column.PLACE) for words in head.words[:half]) else None
    )


def head_of(grid: Grid) -> Head | None:
    """The head of a grid; `None` where it has none."""
    lines = grid.lines
    first = 0
    while first < min(_MOST_TITLES, len(lines) - 1) and len(lines[first].words) == 1 and grid.width > 1:
        first += 1
    if first >= len(lines) or not _names_columns(lines, first, grid.width):
        return None
    end = first + 1
    while end < min(first + _DEEPEST, len(lines)) and _goes_on(lines, first, end):
        end += 1
    own = lines[first:end]
    labels: tuple[str, ...] = ()
    if end < len(lines) and numbers_columns(lines[end]):
        labels = tuple(cell.low for cell in lines[end].cells)
        end += 1
    return Head(tuple(lines[:first]), tuple(lines[first:end]), end, _parts(own, grid.width), labels)


def numbers_columns(line: Line) -> bool:
    """Whether a row only numbers the columns: `(1) (2) (3)`, `A B C 1 2`, `1 2 3=2/1`."""
    found = [COLUMN_LABEL.fullmatch(cell.low) for cell in line.cells if cell.low]
    if len(found) < 3 or any(match is None for match in found):
        return False
    labels = [match["at"] for match in found if match is not None]
    numbers = [int(label) for label in labels if label.isdigit()]
    letters = [label for label in labels if not label.isdigit()]
    counts = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    return counts and letters == sorted(set(letters)) and (len(numbers) > 1 or len(letters) > 1)


def _names_columns(lines: Sequence[Line], at: int, width: int) -> bool:
    """Whether a row names the columns: words that heads have, or words above figures."""
    line = lines[at]
    cells = [cell for cell in line.cells if not cell.blank and not cell.filled]
    if len(cells) < 2 or any(len(cell.low) > _LONGEST for cell in cells):
        return False
    kinds = [column(cell.low) for cell in cells]
    if kinds[0] is Column.NUMBER:
        return True
    first = line.cells[0]
    if not first.blank and LABEL.fullmatch(first.low) is not None:
        return False
    if any(content(cell.low, cell.view) & Content.FIGURE for cell in cells):
        return False
    below = [other.contents for other in lines[at + 1 :] if len(other.words) > 1]
    figures = sum(
        not cell.blank and bool(below) and 2 * sum(bool(found[i] & Content.FIGURE) for found in below) >= len(below)
        for i, cell in enumerate(line.cells)
    )
    known = sum(kind is not Column.OTHER for kind in kinds)
    return known >= 2 or figures >= 2 or (figures == 1 and known == 1 and width == 2)


def _goes_on(lines: Sequence[Line], first: int, at: int) -> bool:
    """Whether a row goes on with the head above it."""
    line, above = lines[at], lines[at - 1]
    cells = [cell for cell in line.cells if not cell.blank]
    if not cells or (len(line.words) == 1 and len(cells) == len(line.cells)):
        return False  # one cell over the whole width titles a group
    if _says_units(line):
        return True
    if FROM_ABOVE in line.merged and len(line.merged) == len(above.cells) and not _is_row(line):
        return True
    fresh = [i for i, cell in enumerate(line.cells) if not cell.blank and not _repeats(cell, lines, first, at, i)]
    if any(_is_body_word(line.cells[i]) for i in fresh):
        return False
    if not fresh:
        return _same(line, above)
    open_above = [_is_open(above, i) for i in fresh]
    if all(open_above) and len(cells) > 1:
        return True
    if (
        any(open_above)
        and line.cells[0].blank
        and all(is_open or is_in_brackets(line.cells[i].low) for i, is_open in zip(fresh, open_above, strict=True))
    ):
        return True  # below a head of its own, what it says in brackets: `(mỗi năm)`
    # Below heads of their own only years, and what was planned or reached in them, go on with a head.
    return line.cells[0].blank and all(column(line.cells[i].low) in FIGURES for i in fresh)


def _says_units(line: Line) -> bool:
    """Whether a row says the units of the columns behind the first ones."""
    own = [cell.low if not cell.filled else "" for cell in line.cells]
    lead = next((at for at, low in enumerate(own) if low and says_units([], [low])), 0)
    rest = own[max(lead, 1) :]
    return says_units(own[: max(lead, 1)], rest)


def _is_row(line: Line) -> bool:
    first = line.cells[0]
    own = [cell for cell in line.cells if not cell.blank and not cell.filled]
    return (not first.filled and LABEL.fullmatch(first.low) is not None) or any(_is_body_word(cell) for cell in own)


def _is_body_word(cell: Cell) -> bool:
    """Whether a cell can stand in no head: a value, the number of a row, a long text."""
    if YEAR.search(cell.low) is not None and len(cell.low) < _LONGEST:
        return False
    found = content(cell.low, cell.view)
    return bool(found & (Content.FIGURE | Content.LABEL)) or len(cell.low) > _LONGEST


def _repeats(cell: Cell, lines: Sequence[Line], first: int, at: int, column_at: int) -> bool:
    return bool(cell.filled) or any(
        " ".join(line.cells[column_at].low.split()) == " ".join(cell.low.split()) for line in lines[first:at]
    )


def _same(line: Line, above: Line) -> bool:
    return line.words == above.words


def _is_open(above: Line, at: int) -> bool:
    """Whether the head above a column spans several: it is blank, said again in the next column, or followed by a blank one."""
    here = above.cells[at]
    if here.blank or (at < len(above.merged) and above.merged[at] == FROM_LEFT):
        return True
    after = above.cells[at + 1] if at + 1 < len(above.cells) else None
    before = above.cells[at - 1] if at else None
    return (after is not None and (after.blank or after.low == here.low)) or (
        before is not None and before.low == here.low
    )


def _parts(lines: Sequence[Line], width: int) -> tuple[tuple[Cell, ...], ...]:
    """The heads of each column from the top down; a blank cell beside a head takes its words where the row below tells them apart."""
    table = [[None if cell.blank else cell for cell in line.cells] for line in lines]
    for depth, (row, below) in enumerate(pairwise(table)):
        for at in range(1, width):
            if (
                row[at] is None
                and row[at - 1] is not None
                and below[at] is not None
                and not any(other[at] for other in table[:depth])
            ):
                row[at] = row[at - 1]
    out: list[tuple[Cell, ...]] = []
    for at in range(width):
        parts: dict[str, Cell] = {}
        for row in table:
            cell = row[at]
            if cell is not None:
                parts.setdefault(" ".join(cell.low.split()), cell)
        out.append(tuple(parts.values()))
    return tuple(out)
