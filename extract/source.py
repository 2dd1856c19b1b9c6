"""What a reader gives: the words of a file as they stand there, line by line, with their pages.

A reader turns bytes into a `Source`. Nothing is corrected or joined here; `extract.structure.text` makes the
document's text from it and keeps the way back to `Source.raw`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

# Marks of cells that a merged one goes on over, from the left or from above, and of those that have words of their own.
FROM_LEFT, FROM_ABOVE, OWN = "<", "^", "."


class LineKind(Enum):
    """What a line is; readers that cannot tell say `BODY`."""

    BODY = "body"
    ROW = "row"  # one row of a table; its cells are in `Line.cells`
    FURNITURE = "furniture"  # running heads, page numbers, menus of a web page: not part of the text
    FOOTNOTE = "footnote"  # read after the body, never inside a sentence
    HEAD = "head"  # a column of the official head (issuer, motto, number, place and date)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source: `Source.raw[start:end]`, on one page.

    `cells` are the cells of a table row as ranges of `raw`; an empty cell is an empty range. `blank_before` says that
    something sets the line apart from the one before it: a blank line, a new paragraph of the word processor.
    `complete` says that the reader knows the line to be a whole paragraph (DOCX, HTML), so that it is never joined with
    its neighbours; `joins` says whether the line goes on with the one before it, where the layout shows that.
    `bold` says that all of it is set in bold. `table` numbers the tables of the document from 0.
    `merged` has a mark for each cell of a row, where the reader knows: `.` it has words of its own, `<` the cell to its left goes on
    over it, `^` the one above does. `more` has, for each cell that goes on over further lines, the ranges of `raw` that it has there.
    """

    start: int
    end: int
    page: int | None = None
    kind: LineKind = LineKind.BODY
    cells: tuple[tuple[int, int], ...] = ()
    blank_before: bool = False
    complete: bool = False
    joins: bool | None = None
    bold: bool = False
    table: int | None = None
    merged: str = ""
    more: tuple[tuple[tuple[int, int], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that two readings of a scan disagree about: `Source.raw[start:end]`, and what the second one saw there."""

    start: int
    end: int
    seen: str


class Note(NamedTuple):
    """What a reader wants a person to know: a code, a sentence in both languages, and the offset of `Source.raw` where it is."""

    code: str
    message: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as its reader saw it.

    `raw` holds the verbatim characters (for text files the decoded file itself, for others what the reader took
    out of it, in reading order); `lines` are ranges of it, in reading order. `markdown` says that `*`, `#`, `|` are marks.
    `ocr_pages` are the pages, `ocr_ranges` the ranges of `raw`, whose words come from character recognition; `doubts` are
    what two readings of them disagree about. `pages` is `None` where the source has none.
    `notes` are what the reader wants a person to know: what it could not read, above all.
    """

    raw: str
    lines: tuple[Line, ...]
    media_type: str
    reader: str
    pages: int | None = None
    markdown: bool = False
    ocr_pages: frozenset[int] = frozenset()
    doubts: tuple[Doubt, ...] = ()
    ocr_ranges: tuple[tuple[int, int], ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def is_recognised(self) -> bool:
        """Whether any of its words come from character recognition."""
        return bool(self.ocr_pages or self.ocr_ranges)
