"""Words of a page with their places: what a PDF's text layer and character recognition both give, and `paragraphs` reads.

All places are points (1/72 inch) from the page's upper left corner, as the page is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import reduce

import regex

from extract.source import LineKind

Box = tuple[float, float, float, float]  # left, top, right, bottom
# What the text layer of a PDF gives for a hyphen at the end of a line.
HYPHENS = regex.compile("[\x02\ufffe]")


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they were read, and which of them a second reading disputes.

    `doubts` are ranges of `text` with what the second reading saw there; they move along when words are joined.
    """

    text: str
    doubts: tuple[tuple[int, int, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def then(self, other: Words, between: str = " ") -> Words:
        """These words and the others behind them."""
        if not (self.text and other.text):
            return self if self.text else other
        shift = len(self.text) + len(between)
        moved = tuple((start + shift, end + shift, seen) for start, end, seen in other.doubts)
        return Words(f"{self.text}{between}{other.text}", self.doubts + moved)


NO_WORDS = Words("")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that stand together: from the ascenders to the descenders of their type, `size` points high.

    `box[3]` lies `DESCENT * size` below the base line, whatever letters there are. `end` is where the last line of the words
    ends, where they take two.
    """

    words: Words
    box: Box
    size: float = 0.0
    end: float | None = None

    @property
    def centre(self) -> float:
        return (self.box[0] + self.box[2]) / 2

    def then(self, other: Piece) -> Piece:
        """This piece and another one as one; a space between them where there is room for it, or another line begins."""
        gap = other.box[0] - (self.box[2] if self.end is None else self.end)
        between = "" if -self.size < gap < self.size * SPACE and other.box[1] < self.box[3] else " "
        end = other.end if other.end is not None else None if self.end is None else other.box[2]
        return replace(self, words=self.words.then(other.words, between), box=union(self.box, other.box), end=end)


# Parts of the type size that letters rise above and fall below the base line.
ASCENT = 0.8
DESCENT = 0.2
# From this part of the type size on, room between two letters is a space.
SPACE = 0.14


def type_box(left: float, right: float, baseline: float, size: float) -> Box:
    """The box of words by their base line and type size."""
    return left, baseline - ASCENT * size, right, baseline + DESCENT * size


@dataclass(slots=True)
class PageLine:
    """A line of a page: its pieces from left to right."""

    pieces: list[Piece]
    kind: LineKind = LineKind.BODY
    indented: bool = False
    joins: bool | None = None
    words: Words = field(init=False)
    box: Box = field(init=False)

    def __post_init__(self) -> None:
        self.words = reduce(Words.then, (piece.words for piece in self.pieces))
        self.box = reduce(union, (piece.box for piece in self.pieces))

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def size(self) -> float:
        return self.pieces[0].size


@dataclass(slots=True)
class Table:
    """A table of one page: its box, its rows of cells; `number` counts the tables of a document."""

    box: Box
    rows: list[tuple[Words, ...]]
    number: int = 0

    @property
    def top(self) -> float:
        return self.box[1]

    def holds(self, box: Box) -> bool:
        """Whether the middle of a box lies inside the table."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return self.box[0] - 2 <= x <= self.box[2] + 2 and self.box[1] - 2 <= y <= self.box[3] + 2


@dataclass(slots=True)
class Page:
    """A page: its number from 1, its size, its lines outside tables, its tables.

    `ocr` says that its words were recognised, `unread` how many cells of its tables hold something that was not, `stamps` what is
    stamped on it in red.
    """

    number: int
    width: float
    height: float
    lines: list[PageLine] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    ocr: bool = False
    unread: int = 0
    stamps: list[str] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        return bool(self.lines or self.tables)


def union(a: Box, b: Box) -> Box:
    """The smallest box around two."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
