"""Ruled tables of a PDF: cells from pdfplumber, and tables that go on over several pages put together again."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import pdfplumber
import regex
from rapidfuzz import fuzz

from extract.readers import symbolfonts
from extract.readers.page.pages import HYPHENS, NO_WORDS, Table, Words
from patterns import line_ends

# A number or a unit that goes on in the next line of its cell: `trẻ/` over `100.000`, `KH-` over `UBND`.
_CUT = regex.compile(r"(?<=[\p{L}\d])([-/])\n(?=[\p{L}\d])")
# How alike the head of a table and its repetition on the next page must be, in percent: recognition reads no two alike.
_ALIKE = 88


def ruled_tables(data: bytes, pages: Sequence[int]) -> dict[int, list[Table]]:
    """The tables with at least two columns and two cells with words, by the number of their page (from 1)."""
    out: dict[int, list[Table]] = {}
    with pdfplumber.open(io.BytesIO(data), pages=list(pages)) as document:
        for page in map(_cleaned, document.pages):
            tables = []
            for found in page.find_tables():
                rows = [tuple(_words(cell) for cell in row) for row in found.extract()]
                rows = [row for row in rows if any(row)]
                if rows:
                    left, top, right, bottom = found.bbox
                    x, y = page.bbox[:2]
                    tables.append(Table((left - x, top - y, right - x, bottom - y), rows))
            tables.sort(key=lambda table: table.top)
            above = out.get(page.page_number - 1, [])
            out[page.page_number] = [
                table
                for index, table in enumerate(tables)
                if is_table(table.rows) or (index == 0 and bool(above) and is_end_of(above[-1], table))
            ]
            page.close()
    return out


def _cleaned(page: Any) -> Any:
    """A page whose signs of symbol fonts are Unicode, without the small raised figures that call a footnote."""
    marks: set[int] = set()
    before: dict[str, Any] | None = None
    for char in page.chars:
        if symbolfonts.PRIVATE.match(char["text"]) is not None:
            char["text"] = symbolfonts.in_unicode(char["text"], char["fontname"])
        small = (
            before is not None
            and char["text"].isdigit()
            and char["size"] < before["size"] * 0.8
            and char["bottom"] < before["bottom"] - 0.1 * before["size"]
            and abs(char["x0"] - before["x1"]) < before["size"]
            and before["text"] not in ("m", "M")
        )
        if small:
            marks.add(id(char))
        else:
            before = char
    return page.filter(lambda item: id(item) not in marks) if marks else page


def is_table(rows: Sequence[tuple[Words, ...]]) -> bool:
    """Whether boxes hold a table: two columns at least, and three cells with words."""
    return bool(rows) and len(rows[0]) > 1 and sum(bool(cell) for row in rows for cell in row) > 2


def is_end_of(before: Table, table: Table) -> bool:
    """Whether the boxes at the top of a page, too few for a table, end the table of the page before: they stand below its columns."""
    return len(before.rows[0]) == len(table.rows[0]) > 1 and all(abs(before.box[i] - table.box[i]) < 4 for i in (0, 2))


def _words(cell: str | None) -> Words:
    words = " ".join(_CUT.sub(r"\1", HYPHENS.sub("-", cell or "")).split())
    return Words(words) if words else NO_WORDS


def joined(pages: Iterable[tuple[int, list[Table]]]) -> dict[int, list[tuple[Table, list[tuple[Words, ...]]]]]:
    """The rows of each table by page, tables numbered over the document.

    A table at the top of a page that has the columns of the last one of the page before goes on with it: it gets its
    number, its repeated head is dropped, and a first row without a number ends the row that the page break cut.
    """
    out: dict[int, list[tuple[Table, list[tuple[Words, ...]]]]] = {}
    last: Table | None = None
    last_rows: list[tuple[Words, ...]] = []
    head: list[tuple[Words, ...]] = []
    last_page = number = -1
    for page, tables in pages:
        for index, table in enumerate(tables):
            rows = list(table.rows)
            goes_on = index == 0 and last is not None and page == last_page + 1 and len(rows[0]) == len(last.rows[0])
            if goes_on and last is not None:
                repeated = 0
                while repeated < min(len(head), len(rows)) and _alike(rows[repeated], head[repeated]):
                    repeated += 1
                rows = rows[repeated:]
                if rows and last_rows and _is_rest(rows[0], last_rows[-1]):
                    last_rows[-1] = tuple(a.then(b) for a, b in zip(last_rows[-1], rows[0], strict=True))
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


def _alike(row: tuple[Words, ...], head: tuple[Words, ...]) -> bool:
    """Whether a row repeats one of the head: the same words, misreadings allowed."""
    here, there = (" | ".join(cell.text for cell in cells) for cells in (row, head))
    return fuzz.ratio(here, there) >= _ALIKE


# A cell that numbers its row: `2`, `a)`, `II.`, `1.1`.
_LABEL = regex.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|\p{L}|[IVXivx]{1,5})[.)]?")


def _is_rest(row: tuple[Words, ...], before: tuple[Words, ...]) -> bool:
    """Whether a row is the end of the one that a page break cut.

    It has no number of its own in any cell, words only where the row before has some, and some cell of it goes on with the
    sentence above.
    """
    if row[0] or not before[0] or not any(row) or any(_LABEL.fullmatch(cell.text) for cell in row):
        return False
    pairs = [(above.text, cell.text) for above, cell in zip(before, row, strict=True) if cell]
    return all(above for above, _ in pairs) and any(
        not cell[0].isupper() or line_ends.OPEN_CELL.search(above) is not None for above, cell in pairs
    )
