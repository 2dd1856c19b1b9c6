"""What readers other than the plain one use to put a `Source` together: words in, lines with their ranges out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.readers.page.pages import Words
from extract.source import Doubt, Line, LineKind, Source


class SourceBuilder:
    """Collects lines and rows in reading order; `raw` is the lines joined by line feeds, cells joined by tabs."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._lines: list[Line] = []
        self._doubts: list[Doubt] = []
        self._at = 0

    def line(self, words: str | Words, **fields: Any) -> None:
        """Adds a line; `fields` are those of `Line` (page, kind, blank_before, complete, bold)."""
        start = self._put(words)
        self._lines.append(Line(start, self._at, **fields))
        self._put("\n")

    def row(
        self, cells: Sequence[str | Words], *, table: int, page: int | None = None, blank_before: bool = False
    ) -> None:
        """Adds a row of a table."""
        ranges = []
        for number, cell in enumerate(cells):
            if number:
                self._put("\t")
            start = self._put(cell)
            ranges.append((start, self._at))
        begin = ranges[0][0] if ranges else self._at
        self._lines.append(Line(begin, self._at, page, LineKind.ROW, tuple(ranges), blank_before, table=table))
        self._put("\n")

    def source(self, media_type: str, reader: str, **fields: Any) -> Source:
        """The source of all that was added; `fields` are the remaining ones of `Source`."""
        doubts = tuple(self._doubts)
        return Source("".join(self._parts), tuple(self._lines), media_type, reader, doubts=doubts, **fields)

    def _put(self, words: str | Words) -> int:
        start = self._at
        if isinstance(words, Words):
            self._doubts.extend(Doubt(start + first, start + last, seen) for first, last, seen in words.doubts)
            words = words.text
        self._parts.append(words)
        self._at += len(words)
        return start
