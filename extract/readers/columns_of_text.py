"""Fields of lines that are parted by runs of spaces, and the columns that fields one below the other stand in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from extract.source import LineKind, Source
from patterns import aligned_tables as patterns
from patterns.spelling import lower, view

# What parts two fields, and a line that is drawn.
_GAP = regex.compile(r"(?<=\S)(?:[ \u00a0\u3000]{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")
_RULE = regex.compile(r"[\s\-_=+|.*~–—─═]{3,}")
_SPACE = regex.compile(r"\s")
_LONGEST_SHORT = 10


@dataclass(frozen=True, slots=True)
class Field:
    """Words between two gaps: where they stand in their line (characters as they are seen), where in the source, and what they say."""

    start: int
    end: int
    raw: int
    raw_end: int
    words: str

    @property
    def low(self) -> str:
        """The words as patterns read them."""
        return lower(view(self.words))


class Page:
    """The lines of a source with their fields."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._fields: dict[int, tuple[Field, ...]] = {}

    def __len__(self) -> int:
        return len(self.source.lines)

    def words(self, at: int) -> str:
        """The words of a line as written."""
        line = self.source.lines[at]
        return unicodedata.normalize("NFC", self.source.raw[line.start : line.end]).strip()

    def is_sentence(self, at: int) -> bool:
        """Whether a line is one of running text, or a heading."""
        fields = self.fields(at)
        return len(fields) == 1 and patterns.is_sentence(fields[0].words)

    def is_furniture(self, at: int) -> bool:
        """Whether a line is no part of the text, as the number of a page."""
        return self.source.lines[at].kind is LineKind.FURNITURE

    def is_rule(self, at: int) -> bool:
        """Whether a line is drawn with characters."""
        line = self.source.lines[at]
        return line.kind is LineKind.BODY and _RULE.fullmatch(self.source.raw, line.start, line.end) is not None

    def is_apart(self, at: int) -> bool:
        """Whether a blank line stands above a line; each paragraph of a page or a word processor is set apart and says nothing by it."""
        line = self.source.lines[at]
        return line.blank_before and not line.complete

    def fields(self, at: int) -> tuple[Field, ...]:
        """The fields of a line of the body; none of other lines."""
        if at not in self._fields:
            self._fields[at] = self._split(at)
        return self._fields[at]

    def _split(self, at: int) -> tuple[Field, ...]:
        line, raw = self.source.lines[at], self.source.raw
        if line.kind is not LineKind.BODY or line.cells:
            return ()
        gaps = [match.span() for match in _GAP.finditer(raw, line.start, line.end)]
        out = []
        for (_, start), (end, _) in pairwise([(0, line.start), *gaps, (line.end, 0)]):
            words = raw[start:end]
            begin = start + len(words) - len(words.lstrip())
            finish = start + len(words.rstrip())
            if begin < finish and _RULE.fullmatch(words.strip()) is None:
                out.append(_field(raw, line.start, begin, finish))
        return tuple(out)


def _field(raw: str, line: int, start: int, end: int) -> Field:
    """The field of `raw[start:end]` in the line that begins at `line`; marks that stand on a letter take no place."""
    words = raw[start:end]
    composed = unicodedata.normalize("NFC", words)
    first = len(unicodedata.normalize("NFC", raw[line:start]))
    return Field(first, first + len(composed), start, end, composed)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the columns of a table begin and end, from left to right; no two overlap."""

    spans: tuple[tuple[int, int], ...]
    figures: frozenset[int]  # columns that hold figures

    def _touched(self, one: Field) -> list[int]:
        return [at for at, (start, end) in enumerate(self.spans) if one.start < end and start < one.end]

    def _nearest(self, one: Field) -> int:
        def apart(at: int) -> tuple[int, int]:
            start, end = self.spans[at]
            return max(start - one.end, one.start - end, 0), abs(start + end - one.start - one.end)

        return min(range(len(self.spans)), key=apart)

    def span(self, one: Field) -> tuple[int, ...]:
        """The columns that a field stands over."""
        return tuple(self._touched(one)) or (self._nearest(one),)

    def crosses(self, one: Field) -> bool:
        """Whether a field goes on over several columns."""
        return len(self._touched(one)) > 1

    def columns(self, fields: Sequence[Field]) -> list[int] | None:
        """The column of each field; `None` where one stands over several, or two in one."""
        found = [self.span(one) for one in fields]
        if any(len(span) > 1 for span in found):
            return None
        columns = [span[0] for span in found]
        return columns if all(a < b for a, b in pairwise(columns)) else None

    def split(self, one: Field) -> list[Field]:
        """The parts of a field that only one space parts from a figure in the next column; none where it is whole."""
        touched = self._touched(one)
        if len(touched) < 2:
            return []
        parts: list[Field] = []
        rest = one
        for at in touched[1:]:
            cut = self._cut(rest, at)
            if cut is None:
                return []
            parts.append(cut[0])
            rest = cut[1]
        return [*parts, rest]

    def _cut(self, one: Field, at: int) -> tuple[Field, Field] | None:
        """A field cut at the space before a figure, or before the one short word that a column of others begins with (`… sức khỏe %`)."""
        low, high = self.spans[at - 1][1] - 1, self.spans[at][0]
        for match in _SPACE.finditer(one.words):
            place = one.start + match.start()
            if not low <= place <= high:
                continue
            behind = one.words[match.end() :].split(maxsplit=1)
            short = len(behind) == 1 and place + 1 >= high and len(behind[0]) <= _LONGEST_SHORT
            if behind and (patterns.is_figure(lower(behind[0])) if at in self.figures else short):
                left = one.words[: match.start()].rstrip()
                # as many characters of the source as of the words, unless marks stand apart
                raw = one.raw + _raw_length(one, match.start())
                return (
                    Field(one.start, one.start + len(left), one.raw, raw, left),
                    Field(place + 1, one.end, raw + 1, one.raw_end, one.words[match.end() :]),
                )
        return None


def _raw_length(one: Field, length: int) -> int:
    """How many characters of the source the first ones of a field are."""
    return length if one.raw_end - one.raw == len(one.words) else len(unicodedata.normalize("NFD", one.words[:length]))


def places_of(lines: Sequence[Sequence[Field]], rows: Sequence[Sequence[Field]]) -> Places | None:
    """The columns of lines that have a field in each of them; `None` where these do not stand one below the other."""
    for chosen in (lines, rows):
        spans = [
            (min(one.start for one in column), max(one.end for one in column)) for column in zip(*chosen, strict=True)
        ]
        if all(end < start for (_, end), (start, _) in pairwise(spans)):
            figures = frozenset(
                at
                for at, column in enumerate(zip(*rows, strict=True))
                if at and 2 * sum(patterns.is_figure(one.low) for one in column) > len(column)
            )
            return Places(tuple(spans), figures)
    return None
