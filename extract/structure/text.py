"""Lines of a source → the text of the document: paragraphs in reading order, whole sentences, one spelling to search.

`build` joins what page breaks and hard wraps cut, drops Markdown marks and page furniture, composes to NFC and keeps, for
every character, the way back to `Source.raw` and to its page. Nothing is corrected: `Text.view` and `Text.lower` are
what patterns read, as long as `Text.text` itself.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from extract.source import Line, LineKind, Source
from extract.structure.layout import in_reading_order
from patterns import recognition, spelling
from patterns.documents import MOTTO
from patterns.headings import is_starter


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

    def paragraph_index(self, offset: int) -> int:
        """The number of the paragraph that a character stands in."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    @property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]


# A piece of clean text and the range of the raw source that it came from.
_Piece = tuple[str, int, int]

# What is not a word of the document: emphasis marks, heading marks, marks of footnotes, escapes, breaks inside cells.
_MARKS = regex.compile(
    r"\*+|\[\^\w+\]:?|\\(?=[-*_#.|>+()\[\]])|<br\s*/?>"
    r"|(?<!\w)_{1,2}(?=\w[^_\n]*[\w.]_{1,2}(?!\w))|(?<=(?<!\w)_{1,2}\w[^_\n]*[\w.])_{1,2}(?!\w)"  # in pairs: `VX_(VA)` has none
    r"|[\s\u200b\ufeff]{2,}|[\t\v\f\r\x85\xa0\u2000-\u200b\u202f\u3000\ufeff]|-{5,}",
    regex.IGNORECASE,
)
_SPACES = regex.compile(r"[\s\u200b\ufeff\u00ad]{2,}|[\t\v\f\r\x85\xa0\u00ad\u2000-\u200b\u202f\u3000\ufeff]")
_SPACE_MARK = regex.compile(r"<br\s*/?>|\s|-{5,}|[\u200b\ufeff]", regex.IGNORECASE)
# Without these a line has no marks, as nearly every line; spaces that `str.split` does not know.
_MARK_SIGNS = ("*", "_", "[", "<", "\\", "-----")
_UNSEEN_SPACES = ("\u200b", "\ufeff", "\u00ad")
_HEADING_MARK = regex.compile(r"\s*#{1,6}\s+")
# A letter and the marks that were set apart from it.
_CLUSTER = regex.compile(r"\P{M}\p{M}+")


def _clean(raw: str, start: int, end: int, *, markdown: bool, composed: bool) -> list[_Piece]:
    """The words of `raw[start:end]`, marks dropped and every run of white space made one space."""
    pieces: list[_Piece] = []
    if markdown and (heading := _HEADING_MARK.match(raw, start, end)) is not None:
        start = heading.end()
    at = start
    line = raw[start:end]
    marked = markdown and any(sign in line for sign in _MARK_SIGNS)
    if composed and not marked:
        words = line.strip(" ")
        if " ".join(words.split()) == words and not any(sign in words for sign in _UNSEEN_SPACES):
            at += len(line) - len(line.lstrip(" "))
            return [(words, at, at + len(words))] if words else []
    for match in (_MARKS if marked else _SPACES).finditer(raw, start, end):
        if match.start() > at:
            pieces.append((raw[at : match.start()], at, match.start()))
        if not marked or _SPACE_MARK.match(match.group()):
            pieces.append((" ", match.start(), match.end()))
        at = match.end()
    if at < end:
        pieces.append((raw[at:end], at, end))
    if not composed:
        pieces = [part for piece in pieces for part in _compose(*piece)]
    return _strip(pieces)


def _compose(words: str, start: int, end: int) -> Iterator[_Piece]:
    """A piece in NFC: whole where it is so already, else one piece for each cluster that changes."""
    if unicodedata.is_normalized("NFC", words):
        yield words, start, end
        return
    at = 0
    for match in _CLUSTER.finditer(words):
        if match.start() > at:
            yield words[at : match.start()], start + at, start + match.start()
        yield unicodedata.normalize("NFC", match.group()), start + match.start(), start + match.end()
        at = match.end()
    if at < len(words):
        yield unicodedata.normalize("NFC", words[at:]), start + at, end


def _strip(pieces: list[_Piece]) -> list[_Piece]:
    """Pieces without white space at either end and without two spaces in a row."""
    out: list[_Piece] = []
    for words, start, end in pieces:
        at_space = not out or out[-1][0].endswith(" ")
        skip = len(words) - len(words.lstrip(" ")) if at_space else 0
        if skip and end - start == len(words):
            words, start = words[skip:], start + skip
        elif skip:
            words = words[skip:]
        if words:
            out.append((words, start, end))
    while out and out[-1][0].endswith(" "):
        words, start, end = out.pop()
        kept = words.rstrip(" ")
        if kept:
            out.append((kept, start, start + len(kept) if end - start == len(words) else end))
    return out


@dataclass(slots=True)
class _Clean:
    """A line whose words are clean, and what is needed to decide where its paragraph ends."""

    line: Line
    words: str
    pieces: list[_Piece]
    cells: list[list[_Piece]]
    blank_before: bool
    break_before: bool
    starter: bool  # whether its words begin a paragraph by themselves
    width: int  # characters of the raw line: what a hard wrap counted, its indent and marks of emphasis among them
    indent: int


# A line drawn with characters, under the motto or before a footnote.
_RULE = regex.compile(r"[\s\-_=*.·~–—]{3,}")
# The end of a sentence, an item or a lead-in; it is looked for among the last characters of a line.
_TERMINAL = regex.compile(r"[.;:!?…]['\"”»)\]]*(?:/\.)?$|\./\.$|[,;]\.\.\.$")
# Words after which no line of its own can end: what follows goes on with them, capital or not.
_DANGLING = regex.compile(
    r"(?:^|\s)(?:và|của|các|về|cho|trong|với|do|tại|theo|từ|đến|là|những|bởi|để|hoặc|trên|được|bị)$|[,(\-–/]$",
    regex.IGNORECASE,
)
_AT_THE_END = 16
# Names that are written with a dash in the middle: a line that begins with the dash goes on.
_BEFORE_DASH = regex.compile(
    r"(?:lao động|tài chính|chính trị|kinh tế|văn h[oó][aá]|truyền thanh|nghề nghiệp|độc lập|tự do|khoa học|phát thanh|kế hoạch|"
    r"dân số|đoàn|công|\d{4}|\d|quý [iv]+|tp|lđ)$",
    regex.IGNORECASE,
)


# Columns that the first line of a paragraph is set in by at least; from `_CENTRED` on it is a title or a signature.
_FIRST_LINE_INDENT = 2
_CENTRED = 13


# The second year of a span that was cut at its dash: `giai đoạn 2021` / `- 2030`.
_REST_OF_SPAN = regex.compile(r"[-–]\s?(?:năm )?(?:19|20)\d\d(?!\d)")


_SPARE = 1
_SPARE_BY_HAND = 6


class _Wrap:
    """Whether the source is wrapped at a fixed width or sets its paragraphs in, and whether a line was broken there."""

    def __init__(self, lines: list[_Clean]) -> None:
        lengths = [
            a.width for a, b in pairwise(lines) if not b.blank_before and not a.cells and not b.cells and not b.starter
        ]
        lengths.sort()
        self.width = lengths[int(len(lengths) * 0.98)] if lengths else 0
        near = sum(length > self.width - 18 for length in lengths)
        self.fixed = len(lengths) >= 4 and self.width <= 140 and near >= 0.5 * len(lengths)
        items = [line.indent for line in lines if not line.cells and line.starter]
        # First lines set in, the others at the margin: a line at the margin goes on with the one above it.
        set_in = sum(_FIRST_LINE_INDENT <= indent < _CENTRED for indent in items)
        self.set_in = self.fixed and len(items) >= 8 and set_in >= 0.8 * len(items)

    def full(self, line: _Clean, following: _Clean) -> bool:
        """Whether the first word of the next line had no room in this one."""
        if not self.fixed:
            return False
        if self.set_in and line.indent < _CENTRED:
            return following.indent < _FIRST_LINE_INDENT
        return self._room(line, following) < _SPARE

    def nearly_full(self, line: _Clean, following: _Clean) -> bool:
        """The same of a text that was wrapped by hand, a few characters more or less."""
        return self.fixed and self._room(line, following) < _SPARE_BY_HAND

    def _room(self, line: _Clean, following: _Clean) -> int:
        """Characters that would have been left in a line with the first word of the next."""
        return self.width - line.width - 1 - len(following.words.split(" ", 1)[0])


def _stands_alone(capitals: str) -> bool:
    """Whether words in capitals are a line of the head or a heading, and no abbreviation at a line's end."""
    return " " in capitals.strip()


def _goes_on(line: _Clean, following: _Clean, wrap: _Wrap, said: int) -> bool:
    """Whether the next line goes on with the paragraph of this one, which has `said` characters by its end."""
    if line.cells or following.cells or line.line.kind is not following.line.kind:
        return False
    if line.line.kind not in (LineKind.BODY, LineKind.FOOTNOTE) or MOTTO.match(following.words) is not None:
        return False
    if following.line.joins is not None:
        return following.line.joins
    words, after = line.words, following.words
    tail = max(0, len(words) - _AT_THE_END)
    ended = _TERMINAL.search(words, tail) is not None
    full = not following.blank_before and wrap.full(line, following)
    if _REST_OF_SPAN.match(after) is not None and words[-4:].isdigit():
        return True
    if following.starter:
        if not after.startswith(("- ", "– ", "-", "–")) or ended:
            return False
        return (full or following.break_before) and _BEFORE_DASH.search(words) is not None
    if ended:
        return full or (following.break_before and after[0].islower() and not words.endswith(("./.", "/.", ".")))
    if after[0].islower() or after[0] in ",;.)%":
        # Set apart by a blank line, only the rest of a sentence of some length is taken for one that was cut.
        return not following.blank_before or said >= 25
    if not following.blank_before and not words.isupper() and not after.isupper() and wrap.nearly_full(line, following):
        return True
    if full:
        return words.isupper() == after.isupper() or not _stands_alone(words if words.isupper() else after)
    if _DANGLING.search(words, tail) is not None:
        return said >= 25 or not following.blank_before
    return following.break_before and said >= 45 and not words.isupper() and not line.line.bold


def _clean_lines(source: Source) -> list[_Clean]:
    composed = unicodedata.is_normalized("NFC", source.raw)
    out: list[_Clean] = []
    blank = broken = False
    for line in in_reading_order(source):
        if line.kind is LineKind.FURNITURE:
            blank = broken = True
            continue
        cells = [_clean(source.raw, *cell, markdown=source.markdown, composed=composed) for cell in line.cells]
        pieces = [] if cells else _clean(source.raw, line.start, line.end, markdown=source.markdown, composed=composed)
        words = "".join(piece[0] for piece in pieces) if not cells else " | "
        if not words or (not cells and _RULE.fullmatch(words) is not None):
            blank = True
            continue
        apart = blank or line.blank_before or (line.complete and bool(out))
        page_break = broken or (bool(out) and line.page is not None and line.page != out[-1].line.page)
        raw = (
            source.raw[line.start : line.end]
            if composed
            else unicodedata.normalize("NFC", source.raw[line.start : line.end])
        )
        indent = len(raw) - len(raw.lstrip())
        width = indent + len(" ".join(raw.split()))
        starter = not cells and is_starter(words)
        out.append(_Clean(line, words, pieces, cells, apart, page_break, starter, width, indent))
        blank = broken = False
    return out


def build(source: Source) -> Text:
    """The text of a source."""
    lines = _clean_lines(source)
    wrap = _Wrap(lines)
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

    start = 0
    for index, line in enumerate(lines):
        going_on = index > 0 and _goes_on(lines[index - 1], line, wrap, at - start)
        if index > 0:
            before = lines[index - 1].line
            put(" " if going_on else "\n", before.end, before.end)
        if not going_on:
            start = at
        if not pages or pages[-1][1] != line.line.page:
            pages.append((at, line.line.page))
        cells = []
        for number, cell in enumerate(line.cells):
            if number:
                put(" | ", line.line.cells[number][0], line.line.cells[number][0])
            cell_start = at
            for piece in cell:
                put(*piece)
            cells.append((cell_start, at))
        for piece in line.pieces:
            put(*piece)
        paragraph = Paragraph(
            start,
            at,
            line.line.page,
            line.line.kind,
            tuple(cells),
            _is_bold(source, line),
            line.line.table,
            line.line.merged,
        )
        if going_on:
            first = paragraphs[-1]
            paragraphs[-1] = Paragraph(first.start, at, first.page, first.kind, (), first.bold and paragraph.bold)
        else:
            paragraphs.append(paragraph)
    text = "".join(parts)
    seen = spelling.view(text)
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


_BOLD_RUN = regex.compile(r"\*\*(?:[^*]|\*(?!\*))+\*\*")


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


def _is_bold(source: Source, line: _Clean) -> bool:
    """Whether all of the line is set as a heading: bold in the word processor, `#` or `**…**` in Markdown."""
    if line.line.bold:
        return True
    if not source.markdown or line.line.cells:
        return False
    raw = source.raw[line.line.start : line.line.end]
    if _HEADING_MARK.match(raw) is not None:
        return True
    rest, runs = _BOLD_RUN.subn("", raw)
    return runs > 0 and not any(character.isalnum() for character in rest)


def from_string(text: str, *, markdown: bool = False) -> Text:
    """The text of a plain string, each line as it stands: for tests, and for `nlp("…")`."""
    lines = []
    at = 0
    for words in text.split("\n"):
        lines.append(Line(at, at + len(words), complete=True))
        at += len(words) + 1
    return build(Source(text, tuple(lines), "text/plain", "string", markdown=markdown))
