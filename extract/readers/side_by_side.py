"""The head and the close of a document where a text has them as rows of a table: read column by column, each line for itself.

Nghị định 30/2020/NĐ-CP sets issuer and motto, number and date, recipients and signature side by side. Portals make a table of
that; what they put around a document (a card with its number and its signer) is often one table with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

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


# Lines that a row of head or close may run over, blank ones among them.
_LONGEST_ROW = 40


def with_open_rows(raw: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with each head or close whose row runs over several lines (`| Nơi nhận: …`, …, `… | TM. …`, …, `… |`) as one row."""
    out: list[Line] = []
    at, table = 0, -2  # numbers of its own: none of these rows stays one
    while at < len(lines):
        end = _row_end(raw, lines, at)
        row = _as_row(raw, lines[at], lines[end], table) if end is not None else None
        if end is None or row is None:
            out.append(lines[at])
            at += 1
        else:
            out.append(row)
            at, table = end + 1, table - 1
    return out


def _row_end(raw: str, lines: Sequence[Line], at: int) -> int | None:
    """The line that closes the row that a line opens with a bar."""
    if not _opens(raw, lines[at]):
        return None
    for index in range(at + 1, min(len(lines), at + _LONGEST_ROW)):
        line = lines[index]
        if line.cells or _opens(raw, line):
            return None
        if raw[line.start : line.end].rstrip().endswith("|"):
            return index
    return None


def _opens(raw: str, line: Line) -> bool:
    words = raw[line.start : line.end].strip()
    before = raw[raw.rfind("\n", 0, line.start) + 1 : line.start].strip()
    return line.kind is LineKind.BODY and (words.startswith("|") or before == "|") and not words.endswith("|")


def _as_row(raw: str, first: Line, last: Line, table: int) -> Line | None:
    """The row from one line to another, where it is a head or a close."""
    start = raw.rfind("\n", 0, first.start) + 1
    bars = [index for index in range(start, last.end) if raw[index] == "|"]
    cells = tuple((left + 1, right) for left, right in pairwise(bars))
    words = [raw[a:b] for a, b in cells]
    if not (_is_head(words) or _is_close([cell.strip(" *_\n") for cell in words])):
        return None
    return Line(start, last.end, first.page, LineKind.ROW, cells, first.blank_before, table=table)


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
