"""Words with their places → a source: what the layout of a page says about columns, paragraphs and page furniture.

Pages come from a PDF's text layer or from character recognition; both are put in order here in the same way. Head and
signature are read column by column (Nghị định 30/2020/NĐ-CP, phụ lục I), page numbers and running heads are set apart, and each
line says whether it goes on with the one before, as far as indents, spacing and the room left in a line show it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

import regex

from extract.readers.assembly import SourceBuilder
from extract.readers.page import columns, ruled
from extract.readers.page.pages import ASCENT, DESCENT, Page, PageLine, Words
from extract.source import LineKind, Note, Source
from patterns import heads, line_ends
from patterns.headings import LabelKind, is_starter, label
from patterns.pages import PAGE_NUMBER

# Points that the first line of a paragraph is set in, at least.
INDENT = 9.0
# Share of the page's height at its top and bottom where running heads and page numbers stand.
MARGIN = 0.09

_NOTE = regex.compile(r"[\[(]?\d{1,3}[\])]?\s*(?:\p{L}|$)")
_DIGITS = regex.compile(r"\d+")
_ENDED = regex.compile(r"[.;:]\W*$")


def source(pages: Sequence[Page], media_type: str, reader: str, notes: tuple[Note, ...] = ()) -> Source:
    """The source of pages, their lines in reading order."""
    _mark_footnotes(pages)
    _mark_running(pages)
    for page in pages[:1]:
        _take_off_stamp(page)
    columns.set_columns(pages)
    _Paragraphs(pages).mark()
    return _built(pages, media_type, reader, (*notes, *_unread(pages)))


def _unread(pages: Sequence[Page]) -> Iterator[Note]:
    for page in pages:
        if page.unread:
            yield Note(
                "cells-unread",
                f"trang {page.number}: {page.unread} ô của bảng không đọc được / cells of a table that cannot be read",
            )


# --- page furniture and footnotes --------------------------------------------------------------------------------------


def _mark_running(pages: Sequence[Page]) -> None:
    """Page numbers, and lines that come back at the top or the foot of most pages, are no part of the text."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_DIGITS.sub("#", line.text) for line in page.lines if _at_edge(line, page)})
    often = max(3, len(pages) // 2)
    for page in pages:
        for line in page.lines:
            if _at_edge(line, page) and (
                PAGE_NUMBER.fullmatch(line.text) is not None or edges[_DIGITS.sub("#", line.text)] >= often
            ):
                line.kind = LineKind.FURNITURE
        if page.number == 1:
            for line in page.lines[:12]:
                if heads.SIGNATURE_LABEL.match(line.text) is not None:
                    line.kind = LineKind.FURNITURE


_STAMP_HEIGHT = 90.0


def _take_off_stamp(page: Page) -> None:
    """Makes furniture of the incoming stamp's lines: a title and lines below it that begin where it begins."""
    pieces = [piece for line in page.lines[:25] for piece in line.pieces]
    title = next((piece for piece in pieces if heads.INCOMING_STAMP.fullmatch(piece.words.text) is not None), None)
    if title is None:
        return
    left, _, right, bottom = title.box
    stamp = {
        id(piece)
        for piece in pieces
        if piece is title
        or (
            heads.STAMPED.match(piece.words.text) is not None
            and -2 <= piece.box[1] - bottom < _STAMP_HEIGHT
            and left - 40 <= piece.box[0] <= right
        )
    }
    out: list[PageLine] = []
    for line in page.lines:
        own = [piece for piece in line.pieces if id(piece) in stamp]
        rest = [piece for piece in line.pieces if id(piece) not in stamp]
        out += [PageLine([piece], LineKind.FURNITURE) for piece in own]
        if rest:
            out.append(line if not own else PageLine(rest, line.kind))
    page.lines = out


def _at_edge(line: PageLine, page: Page) -> bool:
    _, top, _, bottom = line.box
    return bottom < page.height * MARGIN or top > page.height * (1 - MARGIN)


def _mark_footnotes(pages: Sequence[Page]) -> None:
    """Lines in small type at the foot of a page, from one that begins with a number on, are read after the body."""
    sizes = Counter(round(line.size) for page in pages for line in page.lines)
    small = sizes.most_common(1)[0][0] * 0.87 if sizes else 0.0
    for page in pages:
        body = [line for line in page.lines if line.kind is LineKind.BODY]
        low = len(body)
        while low and body[low - 1].size < small:
            low -= 1
        first = next((i for i in range(low, len(body)) if _NOTE.match(body[i].text) is not None), len(body))
        for line in body[first:]:
            line.kind = LineKind.FOOTNOTE


# --- paragraphs --------------------------------------------------------------------------------------------------------


class _Paragraphs:
    """Says of each line whether it begins a paragraph, from what the document shows throughout.

    A document shows its paragraphs by a first line set in, by room between them, or by both; what it does is counted over
    the lines that begin with a label. Where it does neither, only a line that was not full ends a paragraph for sure.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self.lines = [(page, line) for page in pages for line in page.lines if line.kind is LineKind.BODY]
        self.margins = {page.number: _margins(page) for page in pages}
        self.leadings = self._leadings()
        starters = [
            (before, page, line)
            for (before_page, before), (page, line) in zip([(None, None), *self.lines], self.lines, strict=False)
            if is_starter(line.text) and (before_page is page or before is None)
        ]
        set_in = sum(line.box[0] - self.margins[page.number][0] > INDENT for _, page, line in starters)
        apart = sum(before is not None and self._apart(page, before, line) for before, page, line in starters)
        self.indents = set_in * 2 > len(starters)
        self.spaced = apart * 2 > len(starters)

    def mark(self) -> None:
        """Fills `indented` and `joins` of the lines."""
        before: tuple[Page, PageLine] | None = None
        for page, line in self.lines:
            line.indented = line.box[0] - self.margins[page.number][0] > INDENT
            if before is not None:
                line.joins = self._joins(before[0], before[1], page, line)
            before = (page, line)

    def _leadings(self) -> dict[int, float]:
        """From one base line to the next inside a paragraph, in points: what most lines of a page, or of all, keep."""
        steps = [
            (page.number, _step(before, line))
            for (before_page, before), (page, line) in zip(self.lines, self.lines[1:], strict=False)
            if before_page is page and not is_starter(line.text) and _step(before, line) > 0
        ]
        common = _commonest([step for _, step in steps]) or 18.0
        out: dict[int, float] = {}
        for number in self.margins:
            own = [step for page, step in steps if page == number]
            out[number] = (_commonest(own) if len(own) >= 8 else None) or common
        return out

    def _apart(self, page: Page, before: PageLine, line: PageLine) -> bool:
        """Whether more room than between lines is left before a line of the same page."""
        step = _step(before, line)
        return step > self.leadings[page.number] + 0.2 * max(before.size, line.size) or step < 0

    def _joins(self, before_page: Page, before: PageLine, page: Page, line: PageLine) -> bool | None:
        """Whether a line goes on with the one before; `None` where the layout does not show it."""
        same_page = before_page is page
        if same_page and self._apart(page, before, line):
            return False
        text = line.text
        if (found := label(text)) is not None and (
            (found.kind is LabelKind.BULLET and text[0] not in "-–—") or _ENDED.search(before.text) is not None
        ):
            return False
        first_word = (line.box[2] - line.box[0]) / len(text) * sum(map(_width, text.split(" ", 1)[0]))
        if line_ends.DANGLING.search(before.text, max(0, len(before.text) - 24)) is not None:
            return True  # `Phòng Lao động -` and `của` end no paragraph
        full = before.box[2] + 0.25 * before.size + first_word + 2 >= self.margins[before_page.number][1]
        if not full:
            return None if text[0].islower() else False
        if line.indented:
            if self._hangs(before, line):
                return True
            return False if self.indents else None
        return True if self.indents or (self.spaced and same_page) else None

    def _hangs(self, before: PageLine, line: PageLine) -> bool:
        """Whether a line stands below the words of a labelled item, whose label hangs out to the left."""
        if is_starter(line.text):
            return False
        if is_starter(before.text):
            return 4 < line.box[0] - before.box[0] < 60
        # The sign of an item may be missing: recognition overlooks small ones.
        goes_on = before.joins is not False or line.text[0].islower()
        return goes_on and before.indented and abs(line.box[0] - before.box[0]) < 2


def _width(char: str) -> float:
    """About how wide a character is, in parts of the mean of a text."""
    return 1.9 if char in "%‰" else 1.5 if char.isupper() else 1.1 if char.isdigit() else 1.0


def _commonest(steps: list[float]) -> float | None:
    """The step that most are near to, within a point."""
    if not steps:
        return None
    around = max(set(steps), key=lambda step: sum(abs(other - step) <= 1 for other in steps))
    return median([other for other in steps if abs(other - around) <= 1])


def _step(before: PageLine, line: PageLine) -> float:
    """From the last base line of one line to the first one of the next, in points."""
    return (line.box[1] + ASCENT * line.size) - (before.box[3] - DESCENT * before.size)


def _margins(page: Page) -> tuple[float, float]:
    """Where lines begin and end on a page: the leftmost place that several begin at, and the same on the right."""
    body = [line.box for line in page.lines if line.kind is LineKind.BODY]
    enough = max(2, len(body) // 8)
    lefts = Counter(round(box[0]) for box in body)
    rights = Counter(round(box[2] / 2) * 2 for box in body)
    left = [at for at, count in lefts.items() if count >= enough] or list(lefts) or [0]
    right = [at for at, count in rights.items() if count >= enough] or list(rights) or [0]
    return float(min(left)), float(max(right))


# --- the source --------------------------------------------------------------------------------------------------------


def _built(pages: Sequence[Page], media_type: str, reader: str, notes: tuple[Note, ...]) -> Source:
    out = SourceBuilder()
    joined = ruled.joined([(page.number, page.tables) for page in pages])
    for page in pages:
        for words in page.stamps:
            out.line(words, page=page.number, kind=LineKind.FURNITURE)
        waiting = [(table.top, table.number, rows) for table, rows in joined.get(page.number, ())]
        for line in page.lines:
            while waiting and line.kind is not LineKind.FURNITURE and waiting[0][0] < line.box[1]:
                _put_table(out, *waiting.pop(0)[1:], page=page.number)
            out.line(line.words, page=page.number, kind=line.kind, blank_before=line.indented, joins=line.joins)
        for _, number, rows in waiting:
            _put_table(out, number, rows, page=page.number)
    recognised = frozenset(page.number for page in pages if page.ocr)
    return out.source(media_type, reader, pages=len(pages), notes=notes, ocr_pages=recognised)


def _put_table(out: SourceBuilder, number: int, rows: Iterable[tuple[Words, ...]], *, page: int) -> None:
    for row in rows:
        out.row(row, table=number, page=page, blank_before=True)
