"""The head and the close of a document where a text has them as rows of a table: read column by column, each line for itself.

Nghị định 30/2020/NĐ-CP sets issuer and motto, number and date, recipients and signature side by side. Portals make a table of
that; what they put around a document (a card with its number and its signer) is often one table with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extract.source import Line, LineKind
from patterns import portals


def laid_out(raw: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those of tables that are a head, a close or a portal's card taken apart or marked as furniture."""
    for table, run in groupby(lines, key=lambda line: line.table):
        rows = list(run)
        if table is None:
            yield from rows
            continue
        words = [[raw[a:b] for a, b in row.cells] for row in rows]
        head = next((at for at, cells in enumerate(words) if _is_head(cells)), None)
        if head is not None:
            yield from (replace(row, kind=LineKind.FURNITURE, cells=(), table=None) for row in rows[:head])
            yield from _columns(raw, rows[head:])
        elif portals.is_card([cell for cells in words for cell in cells]):
            yield from (replace(row, kind=LineKind.FURNITURE, cells=(), table=None) for row in rows)
        elif len(rows) <= 3 and any(_is_close(cells) for cells in words):
            yield from _columns(raw, rows)
        else:
            yield from rows


def _is_head(cells: Sequence[str]) -> bool:
    return len(cells) <= 3 and any(portals.MOTTO.search(cell) is not None for cell in cells)


def _is_close(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) <= 2 and any(portals.CLOSE.match(cell.strip()) is not None for cell in filled)


def _columns(raw: str, rows: Sequence[Line]) -> Iterator[Line]:
    """The lines of the first column, those of the second, …"""
    first = True
    for column in range(max(len(row.cells) for row in rows)):
        for row in rows:
            if column >= len(row.cells):
                continue
            for start, end in _parts(raw, *row.cells[column]):
                yield Line(start, end, row.page, LineKind.HEAD, blank_before=first)
                first = False


def _parts(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a cell, those that a portal ran together parted."""
    at = start
    for match in portals.PARTS.finditer(raw, start, end):
        if raw[at : match.start()].strip(" *_\n"):
            yield at, match.start()
        at = match.end()
    if raw[at:end].strip(" *_\n"):
        yield at, end
