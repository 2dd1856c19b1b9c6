"""Rows of a table as they were drawn, and their cells."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.source import FROM_ABOVE, FROM_LEFT, OWN
from extract.structure.outline import Block
from patterns.tables import Content, content, is_blank

__all__ = ["DITTO", "FROM_ABOVE", "FROM_LEFT", "OWN", "Cell", "Line"]

# The mark of a cell that a ditto fills, beside those of `extract.source`.
DITTO = "d"


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, as written and as patterns read them; they begin at `start` in the text.

    `filled` is the mark of a cell whose words stand in another one: a merged one to its left or above it, or one that a ditto points to.
    """

    text: str
    view: str
    low: str
    start: int
    end: int
    filled: str = ""

    @property
    def blank(self) -> bool:
        """Whether the cell says nothing (a dash says nothing)."""
        return is_blank(self.low)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it was drawn; `blocks` are several where a page cut it, `merged` has a mark for each cell (`.`, `<`, `^`).

    `doubtful` says that it has figures of which it is not clear in which columns they stand.
    """

    blocks: tuple[Block, ...]
    cells: tuple[Cell, ...]
    merged: str
    doubtful: bool = False

    @property
    def words(self) -> list[str]:
        """What its cells say, cells in a row that say the same only once, blank ones left out."""
        out: list[str] = []
        for cell in self.cells:
            low = " ".join(cell.low.split())
            if not cell.blank and (not out or out[-1] != low):
                out.append(low)
        return out

    def part(self, start: int, end: int) -> Line:
        """The row as far as some of its columns go."""
        return replace(self, cells=self.cells[start:end], merged=self.merged[start:end])

    @property
    def contents(self) -> list[Content]:
        """What each cell may be."""
        return [content(cell.low, cell.view) for cell in self.cells]
