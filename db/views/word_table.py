"""Word files that are a heading and a table on pages laid on their side, as offices send them round."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from db.views import word

# What the margins leave of the page, what is free beside the words of a cell, in centimetres; the size of letters in cells, in points.
WIDTH = word.SIDEWAYS
_BESIDE = 0.1  # so that figures of many years fit into a line
_SIZE, _LEAST_SIZE = 11, 8


class WordTable:
    """A Word file with a heading and one table, written row by row.

    The page is A4 laid on its side, with the margins of Nghị định 30/2020/NĐ-CP (phụ lục I); the head of the table stands on every page, no row
    is parted by the end of one.
    """

    def __init__(self, title: str, below: str, columns: Sequence[tuple[str, float]]) -> None:
        """Begins the file.

        Args:
            title: the heading, in capitals.
            below: the line below it.
            columns: the head of each column and its width in centimetres; where they are wider together than the page (24,7), all are
                narrowed and the letters are smaller.
        """
        together = sum(width for _, width in columns)
        narrowed = min(1.0, WIDTH / together)
        self._size = _SIZE if narrowed == 1.0 else max(_LEAST_SIZE, int(_SIZE * narrowed))
        self._document = word.new_document(sideways=True, title=title)
        word.paragraph(self._document, title, bold=True, align=word.CENTRE)
        word.paragraph(self._document, below, size=13, align=word.CENTRE, after=6)
        self._table = word.table(self._document, [width * narrowed for _, width in columns], beside=_BESIDE)
        for cell, (name, _) in zip(word.add_row(self._table, head=True), columns, strict=True):
            word.fill(cell, [name], size=self._size, bold=True, align=word.CENTRE)

    def paragraph(self, words: str, *, size: int = 12) -> None:
        """A paragraph at the end of the file."""
        word.paragraph(self._document, words, size=size, before=6)

    def row(self, words: Sequence[str], *, bold: bool = False) -> None:
        """A row of the table; a line break in a cell begins a paragraph."""
        for cell, text in zip(word.add_row(self._table), words, strict=True):
            word.fill(cell, text.split("\n"), size=self._size, bold=bold, align=word.CENTRE if bold else None)

    def save(self, path: Path | BinaryIO) -> None:
        """Writes the file."""
        word.save(self._document, path)
