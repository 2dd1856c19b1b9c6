"""Whether a line goes on with the one above it: evidence for and against, weighed.

A line ends a paragraph for many reasons (the sentence is over, the next line has a label, a blank line) and ends inside one for as
many (no room, a page, a portal that broke it anywhere). None of them is sure: dumps have blank lines inside sentences and
paragraphs without one between. So each sign has a weight, those of a line end are added up, and what is above nought is joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from extract.source import Line, LineKind
from extract.structure.cleaning import Piece
from patterns import line_ends as signs
from patterns.documents import MOTTO
from patterns.headings import is_starter
from patterns.heads import names_only_type


@dataclass(slots=True)
class CleanLine:
    """A line whose words are clean, and what is needed to decide where its paragraph ends."""

    line: Line
    words: str
    pieces: list[Piece]
    cells: list[list[Piece]]
    blank_before: bool
    break_before: bool
    starter: bool  # whether its words begin a paragraph by themselves
    width: int  # characters of the raw line: what a hard wrap counted, its indent and marks of emphasis among them
    indent: int
    bold: bool = False  # all of it is set as a heading
    opened: bool = False  # emphasis opens in it that it does not close
    closes: bool = False  # emphasis closes in it that it did not open


# Columns that the first line of a paragraph is set in by at least; from `_CENTRED` on it is a title or a signature.
_FIRST_LINE_INDENT = 2
_CENTRED = 13
_SPARE = 1
_SPARE_BY_HAND = 6
_WIDEST = 150  # characters of a line that was broken at all
_FEW = 0.05
_LEAD_IN = 60  # characters of a line that leads in what follows


class Habit:
    """How the lines of a source are set: wrapped at a width, first lines set in, paragraphs set apart by blank lines."""

    def __init__(self, lines: list[CleanLine], *, plain: bool, markdown: bool) -> None:
        lengths = [
            a.width for a, b in pairwise(lines) if not b.blank_before and not a.cells and not b.cells and not b.starter
        ]
        lengths.sort()
        self.width = lengths[int(len(lengths) * 0.98)] if lengths else 0
        near = sum(length > self.width - 18 for length in lengths)
        self.fixed = len(lengths) >= 4 and self.width <= 140 and near >= 0.5 * len(lengths)
        items = [line for line in lines if not line.cells and line.starter and line.line.kind is LineKind.BODY]
        # First lines set in, the others at the margin: a line at the margin goes on with the one above it.
        set_in = sum(_FIRST_LINE_INDENT <= line.indent < _CENTRED for line in items)
        self.set_in = self.fixed and len(items) >= 8 and set_in >= 0.8 * len(items)
        # What has a label begins a paragraph: where it is set apart, all are, and no blank line means no new paragraph.
        apart = sum(line.blank_before for line in items)
        # Lines that go on in small letters without a blank one between: paragraphs are broken into lines, however long those are.
        others = [(a, b) for a, b in pairwise(lines) if not b.blank_before and not (a.cells or b.cells or b.starter)]
        cut = [a.width for a, b in others if b.words[0].islower() and b.line.kind is LineKind.BODY]
        self.usual = sorted(cut)[len(cut) * 3 // 4] if cut else 0
        whole = sum(line.width > _WIDEST for line in lines if not line.cells) > _FEW * len(lines)
        self.broken = plain and not whole and len(cut) >= max(3, 0.3 * len(others))
        self.apart = self.broken and len(items) >= 3 and apart >= 0.6 * len(items)
        self.strict = self.apart and markdown and apart >= 0.75 * len(items)

    def full(self, line: CleanLine, following: CleanLine) -> bool:
        """Whether the first word of the next line had no room in this one."""
        if not self.fixed:
            return False
        if self.set_in and line.indent < _CENTRED:
            return following.indent < _FIRST_LINE_INDENT
        return self._room(line, following) < _SPARE

    def nearly_full(self, line: CleanLine, following: CleanLine) -> bool:
        """The same of a text that was wrapped by hand, a few characters more or less."""
        return self.fixed and self._room(line, following) < _SPARE_BY_HAND

    def _room(self, line: CleanLine, following: CleanLine) -> int:
        """Characters that would have been left in a line with the first word of the next."""
        return self.width - line.width - 1 - len(following.words.split(" ", 1)[0])


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is known of the paragraph that a line stands in: its first line, its length so far, whether it is the plan's title."""

    opening: str
    said: int
    title: bool = False

    @property
    def item(self) -> bool:
        """Whether it is an item of a list."""
        return is_starter(self.opening)

    @property
    def one_line(self) -> bool:
        """Whether it has but one line so far."""
        return self.said == len(self.opening)


def goes_on(line: CleanLine, following: CleanLine, habit: Habit, so_far: Paragraph) -> bool:
    """Whether the next line goes on with the paragraph of this one."""
    if line.cells or following.cells or line.line.kind is not following.line.kind:
        return False
    if line.line.kind is LineKind.ROW or MOTTO.match(following.words) is not None:
        return False
    if following.line.joins is not None:
        return following.line.joins
    if _names_period(line, so_far) and signs.BEGINS_AFRESH.match(following.words) and not habit.full(line, following):
        return False
    sense = _end(line, following, so_far) + _begin(line, following, so_far) + _emphasis(line, following)
    sense += _letters(line, following)
    if line.line.kind is LineKind.HEAD:  # each line says a thing of its own, unless it cannot end there
        return sense > _SURE
    return sense + _between(line, following, habit, so_far) > 0


# --- the weights -----------------------------------------------------------------------------------------------------

_SURE = 3.0
_FULL = 8.0
_AT_THE_END = 24  # characters of a line's end that are looked at
_SHORT = 45  # characters: a line of the head or the signature, hardly one of a paragraph
_SOME = 25  # characters of a paragraph that can be the first part of a sentence cut by a blank line


def _names_period(line: CleanLine, so_far: Paragraph) -> bool:
    """Whether a line is a paragraph's first and names a period and nothing else, as a heading does."""
    return so_far.one_line and signs.PERIOD_ALONE.fullmatch(line.words) is not None


def _end(line: CleanLine, following: CleanLine, so_far: Paragraph) -> float:
    """What the end of a line says: joining is positive."""
    words = line.words
    tail = max(0, len(words) - _AT_THE_END)
    if so_far.one_line and signs.BARE_LABEL.fullmatch(so_far.opening) is not None:
        return 6.0  # a label alone: what it labels comes next
    if signs.NUMBER_COMES.search(words, tail) is not None and signs.NUMBER.match(following.words) is not None:
        return 6.0
    if signs.SENTENCE_END.search(words, tail) is not None:
        return -7.0 if signs.FULL_STOP.search(words, tail) is not None else -3.5
    if signs.DANGLING.search(words, tail) is not None:
        return 3.5
    name = following.words[0].isupper() and not following.words.isupper()
    return 3.0 if name and signs.NAME_COMES.search(words, tail) is not None else 0.0


def _begin(line: CleanLine, following: CleanLine, so_far: Paragraph) -> float:
    """What the beginning of the next line says."""
    after = following.words
    if signs.REST.match(after) is not None and (after[0] not in "-–" or line.words[-1:].isalnum()):
        return 6.0
    if following.starter:
        # The dash of a span is followed by its year; one behind a year that is not begins an item.
        dash = after[0] in "-–" and not line.words[-1].isdigit() and signs.BEFORE_DASH.search(line.words) is not None
        return -6.0 if dash else -14.0
    if after[0].islower():
        return 3.0
    if signs.PLACE_AND_DATE.fullmatch(after) is not None:
        return -9.0
    if after[-1] == ":" and after[0].isupper() and len(after) < _LEAD_IN and so_far.item:
        return -9.0  # `Đến năm 2030:` behind an item leads in the next ones
    if so_far.title and signs.AFTER_TITLE.match(after) is not None:
        return -6.0
    labelled = signs.LABELLED.match(after) is not None and signs.LABELLED.match(so_far.opening) is not None
    return (-0.5 if after[0].isupper() else 0.5 * after[0].isdigit()) - (3.0 if labelled else 0.0)


def _emphasis(line: CleanLine, following: CleanLine) -> float:
    """Emphasis that opens in one line and closes in the next holds both together; a heading in bold stands by itself."""
    if line.opened:
        return 9.0
    if line.bold != following.bold:
        return 0.0 if following.words[0].islower() else -8.0
    return 1.0 if line.bold else 0.0


def _between(line: CleanLine, following: CleanLine, habit: Habit, so_far: Paragraph) -> float:
    """What stands between two lines: a page's end, a blank line, no room for another word."""
    if following.break_before:
        if habit.full(line, following) and not following.blank_before:
            return _FULL
        cut = following.words[0].islower() or (so_far.said >= _SHORT and not line.words.isupper() and not line.bold)
        return 3.9 if cut else -0.5
    if following.blank_before:
        return -2.9 if so_far.said >= _SOME else -4.5
    if habit.full(line, following):
        return _FULL
    if habit.nearly_full(line, following) and not line.words.isupper() and not following.words.isupper():
        return 2.0
    short = so_far.said < _SHORT and len(following.words) < _SHORT and line.words.isupper()
    if not habit.broken or short or signs.STANDS_ALONE.match(so_far.opening) is not None:
        return 0.0
    if habit.strict:
        return _FULL
    # Words that nothing ends, in a paragraph of several lines or in a line as long as those that go on, hardly are all of it; but
    # what has a number may be a heading.
    item = line.starter and not so_far.opening[0].isalnum()
    long = line.width >= 0.8 * habit.usual
    running = item or (long and not line.starter) if so_far.one_line else long
    return 2.5 if habit.apart or (running and not line.words.isupper()) else 0.0


def _letters(line: CleanLine, following: CleanLine) -> float:
    """Capitals and small letters share no paragraph, unless the capitals are an abbreviation at a line's end."""
    capitals, next_capitals = line.words.isupper(), following.words.isupper()
    if signs.SIGNER.fullmatch(following.words) or signs.OWN_LINE.fullmatch(line.words):
        return -16.0
    if capitals and names_only_type(line.words):
        return -8.0
    if capitals == next_capitals or not following.words[0].isupper():
        return 0.0
    return -8.0 if " " in (line.words if capitals else following.words).strip() else 0.0


# --- lines of a cell --------------------------------------------------------------------------------------------------


def parts_offices(line: str, following: str) -> bool:
    """Whether two lines of a cell name an office each, so that the line end between them stands for a semicolon."""
    first = signs.OFFICE.match(line)
    if first is None or first.end() == len(line) or signs.OFFICE.match(following) is None:
        return False
    return all(sign.search(line) is None for sign in (signs.SENTENCE_END, signs.DANGLING, signs.NAME_COMES))
