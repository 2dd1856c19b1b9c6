"""The text of a plan as HTML: paragraphs, headings and tables, with the places of records marked and anchored.

Marks overlap (a duty holds a deadline holds a citation), so the text is cut wherever one begins or ends and each piece carries
the kinds that cover it. Everything is escaped; offsets are those of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape

CELL = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place in the text: `kind` decides how it looks, `keys` name the records there, `badge` stands behind it.

    `back` is the anchor that the badge leads back to.
    """

    start: int
    end: int
    kind: str
    keys: tuple[str, ...] = ()
    badge: str = ""
    badge_class: str = ""
    back: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a heading (`level` 1 to 3, with its `anchor`) or the rows of a table; `start` and `end` are offsets."""

    start: int
    end: int
    html: Markup
    level: int = 0
    anchor: str = ""
    rows: tuple[tuple[Markup, ...], ...] = field(default=())


def blocks(text: str, marks: Sequence[Mark], headings: dict[int, tuple[int, str]]) -> list[Block]:
    """The blocks of a text in order.

    Args:
        text: the words of a plan, a paragraph a line, cells of a table parted by ` | `.
        marks: places to mark; those outside the text are left out.
        headings: level and anchor of the headings by the offset where they begin.
    """
    writer = _Writer(text, [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)])
    out: list[Block] = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if CELL in line:
            row = tuple(writer.html(start, stop) for start, stop in _cells(line, at))
            if out and out[-1].rows and out[-1].end + 1 == at:
                last = out.pop()
                out.append(Block(start=last.start, end=end, html=Markup(""), rows=(*last.rows, row)))
            else:
                out.append(Block(start=at, end=end, html=Markup(""), rows=(row,)))
        elif line.strip():
            level, anchor = headings.get(at, (0, ""))
            out.append(Block(start=at, end=end, html=writer.html(at, end), level=level, anchor=anchor))
        at = end + 1
    return out


def _cells(line: str, at: int) -> list[tuple[int, int]]:
    out = []
    for cell in line.split(CELL):
        out.append((at, at + len(cell)))
        at += len(cell) + len(CELL)
    return out


class _Writer:
    """Writes ranges of a text with the marks that fall into them."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in marks), default=0)
        self._by_end: dict[int, list[Mark]] = defaultdict(list)
        for mark in self._marks:
            self._by_end[mark.end].append(mark)

    def html(self, start: int, end: int) -> Markup:
        """The text from `start` to `end`, marked."""
        near = self._marks[bisect_left(self._starts, start - self._longest) : bisect_left(self._starts, end)]
        here = [mark for mark in near if mark.end > start]
        if not here:
            return escape(self._text[start:end])
        cuts = {start, end}
        for mark in here:
            cuts |= {max(start, mark.start), min(end, mark.end)}
        edges = sorted(cuts)
        out: list[Markup] = []
        for left, right in pairwise(edges):
            covering = [mark for mark in here if mark.start <= left and mark.end >= right]
            out += [_anchors(mark) for mark in covering if mark.start == left]
            out.append(_piece(self._text[left:right], covering))
            out += [_badge(mark) for mark in covering if mark.end == right]
        return Markup("").join(out)


def _piece(words: str, covering: Sequence[Mark]) -> Markup:
    kinds = sorted({mark.kind for mark in covering})
    if not kinds:
        return escape(words)
    return Markup('<span class="k {}">{}</span>').format(" ".join(f"k-{kind}" for kind in kinds), words)


def _anchors(mark: Mark) -> Markup:
    return Markup("").join(Markup('<a class="at" id="r-{}"></a>').format(key) for key in mark.keys)


def _badge(mark: Mark) -> Markup:
    if not mark.badge:
        return Markup("")
    return Markup('<a class="badge b-{} {}" href="#{}" title="{}">{}</a>').format(
        mark.kind, mark.badge_class, mark.back, mark.title, mark.badge
    )
