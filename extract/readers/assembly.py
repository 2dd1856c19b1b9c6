"""What readers other than the plain one use to put a `Source` together: words in, lines with their ranges out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.source import Line, LineKind, Source


class SourceBuilder:
    """Collects lines and rows in reading order; `raw` is the lines joined by line feeds, cells joined by tabs."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._lines: list[Line] = []
        self._at = 0

    def line(self, words: str, **fields: Any) -> None:
        """Adds a line; `fields` are those of `Line` (page, kind, blank_before, complete, bold)."""
        start = self._put(words)
        self._lines.append(Line(start, self._at, **fields))
        self._put("\n")

    def row(self, cells: Sequence[str], *, table: int, page: int | None = None, blank_before: bool = False) -> None:
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
        return Source("".join(self._parts), tuple(self._lines), media_type, reader, **fields)

    def _put(self, words: str) -> int:
        start = self._at
        self._parts.append(words)
        self._at += len(words)
        return start
