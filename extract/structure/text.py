"""Lines of a source → the text of the document: paragraphs in reading order, whole sentences, one spelling to search.

`build` joins what page breaks and hard wraps cut, drops Markdown marks and page furniture, composes to NFC and keeps, for
every character, the way back to `Source.raw` and to its page. Nothing is corrected: `Text.view` and `Text.lower` are
what patterns read, as long as `Text.text` itself.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from extract.source import FROM_ABOVE, Line, LineKind, Source
from extract.structure import emphasis, joining
from extract.structure.cleaning import clean
from extract.structure.joining import CleanLine, Habit, goes_on, parts_offices
from extract.structure.layout import in_reading_order
from patterns import recognition, spelling
from patterns.headings import is_starter
from patterns.heads import names_only_type
from patterns.tables import Content, content


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`Text.text[start:end]`; a table row has its cells as ranges of the text, joined by ` | `, and their marks (`Line.merged`)."""

    start: int
    end: int
    page: int | None = None
    kind: LineKind = LineKind.BODY
    cells: tuple[tuple[int, int], ...] = ()
    bold: bool = False
    table: int | None = None
    merged: str = ""


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of the text from `start` on that stand in the raw source from `raw` to `raw_end`."""

    start: int
    raw: int
    raw_end: int


@dataclass(frozen=True)
class Text:
    """The words of a document with the maps back to their source. Immutable; offsets are characters of `text`."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    source: Source
    view: str
    lower: str
    _runs: tuple[_Run, ...] = field(repr=False)
    _starts: tuple[int, ...] = field(repr=False)
    _page_starts: tuple[int, ...] = field(repr=False)
    _pages: tuple[int | None, ...] = field(repr=False)

    def page_at(self, offset: int) -> int | None:
        """The page that a character stands on; `None` where the source has no pages."""
        return self._pages[max(0, bisect_right(self._page_starts, offset) - 1)] if self._pages else None

    def is_ocr(self, start: int, end: int) -> bool:
        """Whether any of `text[start:end]` comes from character recognition."""
        recognised = self.source.ocr_pages
        if recognised and {self.page_at(start), self.page_at(max(start, end - 1))} & recognised:
            return True
        ranges = self.source.ocr_ranges
        return bool(ranges) and any(
            low < b and a < high for low, high in self.raw_ranges(start, end) for a, b in ranges
        )

    def ranges_of(self, raw_start: int, raw_end: int) -> list[tuple[int, int]]:
        """The ranges of the text that came from `Source.raw[raw_start:raw_end]`, in order; what was dropped has none."""
        out = []
        for i, run in enumerate(self._runs):
            low, high = max(run.raw, raw_start), min(run.raw_end, raw_end)
            if low >= high:
                continue
            end = self._starts[i + 1] if i + 1 < len(self._runs) else len(self.text)
            if end - run.start == run.raw_end - run.raw:
                out.append((run.start + low - run.raw, run.start + high - run.raw))
            else:
                out.append((run.start, end))
        return out

    def raw_ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges of `Source.raw` that `text[start:end]` came from, in order, adjacent ones merged."""
        out: list[tuple[int, int]] = []
        for i in range(max(0, bisect_right(self._starts, start) - 1), len(self._runs)):
            run = self._runs[i]
            if run.start >= end:
                break
            length = (self._starts[i + 1] if i + 1 < len(self._runs) else len(self.text)) - run.start
            low, high = run.raw, run.raw_end
            if length == high - low:  # one character for one: cut the run to what was asked
                low, high = low + max(0, start - run.start), min(high, low + end - run.start)
            if low >= high:
                continue
            if out and out[-1][1] == low:
                out[-1] = (out[-1][0], high)
            else:
                out.append((low, high))
        return out


# A line drawn with characters, under the motto or before a footnote.
_RULE = regex.compile(r"[\s\-_=*.·~–—]{3,}")


def _clean_lines(source: Source) -> list[CleanLine]:
    composed = unicodedata.is_normalized("NFC", source.raw)
    out: list[CleanLine] = []
    blank = broken = False
    marks = emphasis.Marks()
    above: Line | None = None
    for line in in_reading_order(source):
        line = above = _with_merged(source.raw, line, above)
        if line.kind is LineKind.FURNITURE:
            blank = broken = True
            continue
        cells = [clean(source.raw, *cell, markdown=source.markdown, composed=composed) for cell in line.cells]
        for cell, ranges in zip(cells, line.more, strict=False):
            for start, end in ranges:
                cell += [
                    (" ", start, start),
                    *clean(source.raw, start, end, markdown=source.markdown, composed=composed),
                ]
        pieces = [] if cells else clean(source.raw, line.start, line.end, markdown=source.markdown, composed=composed)
        words = "".join(piece[0] for piece in pieces) if not cells else " | "
        if not words or (not cells and _RULE.fullmatch(words) is not None):
            blank = True
            continue
        apart = blank or line.blank_before or (line.complete and bool(out))
        page_break = broken or (bool(out) and line.page is not None and line.page != out[-1].line.page)
        starter = not cells and is_starter(words)
        raw = source.raw[line.start : line.end]
        bold, opened, before = line.bold, False, False
        if source.markdown and not cells:
            set_in_bold, opened, before = marks.read(raw, fresh=apart or (starter and line.kind is not LineKind.HEAD))
            bold = bold or set_in_bold
        if out and not before:
            out[-1].opened = False
        raw = raw if composed else unicodedata.normalize("NFC", raw)
        indent = len(raw) - len(raw.lstrip())
        width = indent + len(" ".join(raw.split()))
        out.append(
            CleanLine(line, words, pieces, cells, apart, page_break, starter, width, indent, bold=bold, opened=opened)
        )
        blank = broken = False
    if out:
        out[-1].opened = False
    return out


def _with_merged(raw: str, line: Line, above: Line | None) -> Line:
    """A row of values with the words of the cells that it begins with, where they go on over it from the row above: what it measures."""
    lead = len(line.merged) - len(line.merged.lstrip(FROM_ABOVE))
    if not lead or above is None or len(above.cells) != len(line.cells) or above.table != line.table:
        return line
    if any(end > start for start, end in line.cells[:lead]):
        return line
    own = (raw[start:end].strip() for start, end in line.cells[lead:])
    if not any(content(spelling.lower(words), words) & Content.FIGURE for words in own):
        return line
    return replace(line, cells=(*above.cells[:lead], *line.cells[lead:]))


def build(source: Source) -> Text:
    """The text of a source."""
    lines = _clean_lines(source)
    habit = Habit(lines, plain=source.reader in ("plain", "string"), markdown=source.markdown)
    parts: list[str] = []
    runs: list[_Run] = []
    paragraphs: list[Paragraph] = []
    pages: list[tuple[int, int | None]] = []
    at = 0

    def put(words: str, raw: int, raw_end: int) -> None:
        nonlocal at
        parts.append(words)
        runs.append(_Run(at, raw, raw_end))
        at += len(words)

    start, opening, title = 0, "", False
    cell_lines: list[list[int]] = []  # of each cell of several lines: where it begins, where its lines end
    for index, line in enumerate(lines):
        going_on = index > 0 and goes_on(lines[index - 1], line, habit, joining.Paragraph(opening, at - start, title))
        if index > 0:
            before = lines[index - 1].line
            put(" " if going_on else "\n", before.end, before.end)
        if not going_on:
            title = len(opening) < 40 and names_only_type(opening)
            start, opening = at, line.words
        if not pages or pages[-1][1] != line.line.page:
            pages.append((at, line.line.page))
        cells = []
        for number, cell in enumerate(line.cells):
            if number:
                put(" | ", line.line.cells[number][0], line.line.cells[number][0])
            cell_start = at
            ends = [at]
            for piece in cell:
                if piece[0] == " " and "\n" in source.raw[piece[1] : piece[2]]:
                    ends.append(at)
                put(*piece)
            if len(ends) > 1:
                cell_lines.append([*ends, at])
            cells.append((cell_start, at))
        for piece in line.pieces:
            put(*piece)
        paragraph = Paragraph(
            start,
            at,
            line.line.page,
            line.line.kind,
            tuple(cells),
            line.bold,
            line.line.table,
            line.line.merged,
        )
        if going_on:
            first = paragraphs[-1]
            paragraphs[-1] = Paragraph(first.start, at, first.page, first.kind, (), first.bold and paragraph.bold)
        else:
            paragraphs.append(paragraph)
    text = "".join(parts)
    seen = _offices_parted(spelling.view(text), cell_lines)
    if source.ocr_pages:
        seen = _labels_repaired(seen, paragraphs, source.ocr_pages)
    return Text(
        text,
        tuple(paragraphs),
        source,
        seen,
        spelling.lower(seen),
        tuple(runs),
        tuple(run.start for run in runs),
        tuple(offset for offset, _ in pages),
        tuple(page for _, page in pages),
    )


def _offices_parted(seen: str, cells: list[list[int]]) -> str:
    """The view with a semicolon between the lines of a cell that name an office each, still of the same length."""
    parted: list[int] = []
    for ends in cells:
        lines = [seen[a:b].strip() for a, b in pairwise(ends)]
        parted += [end for end, (a, b) in zip(ends[1:-1], pairwise(lines), strict=True) if parts_offices(a, b)]
    if not parted:
        return seen
    pieces = [seen[a + 1 : b] for a, b in pairwise([-1, *parted, len(seen)])]
    return ";".join(pieces)


def _labels_repaired(seen: str, paragraphs: list[Paragraph], recognised: frozenset[int]) -> str:
    """The view with the labels of recognised paragraphs repaired, still of the same length."""
    read = [p for p in paragraphs if not p.cells and p.kind is LineKind.BODY and p.page in recognised]
    places = [(p.start, p.end) for p in read]
    new = recognition.repaired([seen[start:end] for start, end in places])
    labels = [p.cells[0] for p in paragraphs if p.cells and p.page in recognised and p.cells[0][0] < p.cells[0][1]]
    new += recognition.repaired_labels([seen[start:end] for start, end in labels])
    out, at = [], 0
    for (start, end), line in sorted(zip([*places, *labels], new, strict=True)):
        out += [seen[at:start], line]
        at = end
    return "".join(out) + seen[at:]


def from_string(text: str, *, markdown: bool = False) -> Text:
    """The text of a plain string, each line as it stands: for tests, and for `nlp("…")`."""
    lines = []
    at = 0
    for words in text.split("\n"):
        lines.append(Line(at, at + len(words), complete=True))
        at += len(words) + 1
    return build(Source(text, tuple(lines), "text/plain", "string", markdown=markdown))
