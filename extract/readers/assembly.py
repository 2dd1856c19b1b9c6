"""What readers other than the plain one use to put a `Source` together: words in, lines with their ranges out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from extract.readers.page.pages import Words
from extract.source import Doubt, Line, LineKind, Note, Source


class SourceBuilder:
    """Collects lines and rows in reading order; `raw` is the lines joined by line feeds, cells joined by tabs."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._lines: list[Line] = []
        self._doubts: list[Doubt] = []
        self._notes: list[Note] = []
        self._recognised: list[tuple[int, int]] = []
        self._tables = 0
        self._at = 0

    def line(self, words: str | Words, **fields: Any) -> None:
        """Adds a line; `fields` are those of `Line` (page, kind, blank_before, complete, bold)."""
        start = self._put(words)
        self._lines.append(Line(start, self._at, **fields))
        self._put("\n")

    def row(
        self,
        cells: Sequence[str | Words],
        *,
        table: int,
        page: int | None = None,
        blank_before: bool = False,
        merged: str = "",
    ) -> None:
        """Adds a row of a table; `merged` has the marks of `Line.merged`."""
        ranges = []
        for number, cell in enumerate(cells):
            if number:
                self._put("\t")
            start = self._put(cell)
            ranges.append((start, self._at))
        begin = ranges[0][0] if ranges else self._at
        self._lines.append(
            Line(begin, self._at, page, LineKind.ROW, tuple(ranges), blank_before, table=table, merged=merged)
        )
        self._put("\n")

    def new_table(self) -> int:
        """The number of another table."""
        self._tables += 1
        return self._tables - 1

    def note(self, code: str, message: str) -> None:
        """Says something about the place behind the last line."""
        at = self._lines[-1].start if self._lines else None
        self._notes.append(Note(code, message, at))

    def include(self, other: Source, *, recognised: bool = False) -> None:
        """Adds the lines of another source, set apart: what is embedded in a file, or stands in a picture of it."""
        shift = self._at
        numbers: dict[int, int] = {}
        for line in other.lines:
            table = None
            if line.table is not None:
                if line.table not in numbers:
                    numbers[line.table] = self.new_table()
                table = numbers[line.table]
            cells = tuple((a + shift, b + shift) for a, b in line.cells)
            more = tuple(tuple((a + shift, b + shift) for a, b in ranges) for ranges in line.more)
            moved = replace(
                line, start=line.start + shift, end=line.end + shift, cells=cells, page=None, table=table, more=more
            )
            self._lines.append(moved)
        self._doubts.extend(Doubt(one.start + shift, one.end + shift, one.seen) for one in other.doubts)
        self._notes.extend(note._replace(at=note.at + shift if note.at is not None else None) for note in other.notes)
        if recognised:
            self._recognised.append((shift, shift + len(other.raw)))
        self._put(other.raw if other.raw.endswith("\n") else other.raw + "\n")

    def source(self, media_type: str, reader: str, **fields: Any) -> Source:
        """The source of all that was added; `fields` are the remaining ones of `Source`."""
        notes = (*fields.pop("notes", ()), *self._notes)
        return Source(
            "".join(self._parts),
            tuple(self._lines),
            media_type,
            reader,
            doubts=tuple(self._doubts),
            ocr_ranges=tuple(self._recognised),
            notes=notes,
            **fields,
        )

    def _put(self, words: str | Words) -> int:
        start = self._at
        if isinstance(words, Words):
            self._doubts.extend(Doubt(start + first, start + last, seen) for first, last, seen in words.doubts)
            words = words.text
        self._parts.append(words)
        self._at += len(words)
        return start
