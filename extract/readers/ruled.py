"""Ruled tables of a PDF: cells from pdfplumber, and tables that go on over several pages put together again."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pdfplumber
import regex

_Box = tuple[float, float, float, float]
_HYPHENS = regex.compile("[\x02\ufffe]")


@dataclass(slots=True)
class Table:
    """A table of one page; its box in points from the page's upper left corner."""

    box: _Box
    rows: list[tuple[str, ...]]
    number: int = 0

    @property
    def top(self) -> float:
        return self.box[1]

    def holds(self, box: _Box) -> bool:
        """Whether the middle of a box lies inside the table."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return self.box[0] - 2 <= x <= self.box[2] + 2 and self.box[1] - 2 <= y <= self.box[3] + 2


def find(data: bytes, pages: Sequence[int]) -> dict[int, list[Table]]:
    """The tables with at least two columns and two cells with words, by the number of their page (from 1)."""
    out: dict[int, list[Table]] = {}
    with pdfplumber.open(io.BytesIO(data), pages=list(pages)) as document:
        for page in document.pages:
            tables = []
            for found in page.find_tables():
                rows = [tuple(_words(cell) for cell in row) for row in found.extract()]
                rows = [row for row in rows if any(row)]
                if rows and len(rows[0]) > 1 and sum(bool(cell) for row in rows for cell in row) > 2:
                    tables.append(Table(found.bbox, rows))
            out[page.page_number] = sorted(tables, key=lambda table: table.top)
            page.close()
    return out


def _words(cell: str | None) -> str:
    return " ".join(_HYPHENS.sub("-", cell or "").split())


def joined(pages: Iterable[tuple[int, list[Table]]]) -> dict[int, list[tuple[Table, list[tuple[str, ...]]]]]:
    """The rows of each table by page, tables numbered over the document.

    A table at the top of a page that has the columns of the last one of the page before goes on with it: it gets its
    number, its repeated head is dropped, and a first row without a number ends the row that the page break cut.
    """
    out: dict[int, list[tuple[Table, list[tuple[str, ...]]]]] = {}
    last: Table | None = None
    last_rows: list[tuple[str, ...]] = []
    head: list[tuple[str, ...]] = []
    last_page = number = -1
    for page, tables in pages:
        for index, table in enumerate(tables):
            rows = list(table.rows)
            goes_on = index == 0 and last is not None and page == last_page + 1 and len(rows[0]) == len(last.rows[0])
            if goes_on and last is not None:
                repeated = 0
                while repeated < min(len(head), len(rows)) and rows[repeated] == head[repeated]:
                    repeated += 1
                rows = rows[repeated:]
                if rows and last_rows and _is_rest(rows[0], last_rows[-1]):
                    last_rows[-1] = tuple(f"{a} {b}".strip() for a, b in zip(last_rows[-1], rows[0], strict=True))
                    rows = rows[1:]
                table.number = number
            else:
                number += 1
                table.number = number
                head = rows[:3]
            last, last_page = table, page
            if rows:
                last_rows = rows
            out.setdefault(page, []).append((table, rows))
    return out


def _is_rest(row: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Whether a row is the end of the one that a page break cut: it has no number of its own and not all its cells."""
    return not row[0] and bool(before[0]) and any(row) and sum(map(bool, row)) < len(row)
