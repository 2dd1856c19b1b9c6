"""Tables whose cells are parted by tabs: what is left of a table that was copied out of Word or Excel into a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.source import Line, LineKind
from patterns.spelling import lower
from patterns.tables import Column, column

# Fewer columns are a list (`1.⇥…`), or the two sides of a head.
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
# A line without a tab between two rows is the name of a group of rows, its empty cells lost; a paragraph is longer.
_LONGEST_GROUP = 150


def with_tabbed_rows(raw: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, those of tables parted by tabs as rows with cells.

    A table begins with a line of three filled cells or more, its head, and goes on while lines have no more cells than that.
    """
    out: list[Line] = []
    at, table = 0, max((line.table for line in lines if line.table is not None), default=-1)
    while at < len(lines):
        end = _end(raw, lines, at)
        if end is None:
            out.append(lines[at])
            at += 1
            continue
        table += 1
        columns = len(_cells(raw, lines[at]))
        out.extend(_row(raw, line, table, columns) for line in lines[at:end])
        at = end
    return out


def _row(raw: str, line: Line, table: int, columns: int) -> Line:
    cells = _cells(raw, line)
    missing = ((line.end, line.end),) * (columns - len(cells))
    return replace(line, kind=LineKind.ROW, cells=(*cells, *missing), table=table)


def _end(raw: str, lines: Sequence[Line], at: int) -> int | None:
    """The line behind the last of the table that a line opens; `None` where it opens none."""
    head = _cells(raw, lines[at])
    if len(head) < _FEWEST_COLUMNS or not (all(_words(raw, cell) for cell in head) or _heads_columns(raw, head)):
        return None
    end = rows = at + 1
    while end < len(lines) and _belongs(raw, lines, end, len(head)):
        end += 1
        rows = end if len(_cells(raw, lines[end - 1])) > 1 else rows
    return rows if rows - at >= _FEWEST_ROWS else None


def _heads_columns(raw: str, head: Sequence[tuple[int, int]]) -> bool:
    """Whether a line with blank cells is a head some of whose cells are merged: it begins with the number or the subject of rows."""
    said = [words for cell in head if (words := _words(raw, cell))]
    known = [column(lower(words)) for words in said]
    return (
        len(said) >= _FEWEST_COLUMNS
        and bool(_words(raw, head[0]))
        and known[0] in (Column.NUMBER, Column.SUBJECT, Column.PLACE, Column.ROW_YEAR)
        and all(kind is not Column.OTHER for kind in known[1:2])
    )


def _belongs(raw: str, lines: Sequence[Line], at: int, columns: int) -> bool:
    count = len(_cells(raw, lines[at]))
    if count > 1:
        return count <= columns and any(_words(raw, cell) for cell in _cells(raw, lines[at]))
    line = lines[at]
    following = at + 1 < len(lines) and len(_cells(raw, lines[at + 1])) == columns
    return count == 1 and following and line.end - line.start <= _LONGEST_GROUP


def _cells(raw: str, line: Line) -> tuple[tuple[int, int], ...]:
    """The cells of a line of the body, without the space around them; none for other lines."""
    if line.kind is not LineKind.BODY or line.cells:
        return ()
    tabs = [line.start - 1, *(at for at in range(line.start, line.end) if raw[at] == "\t"), line.end]
    return tuple(_bare(raw, left + 1, right) for left, right in pairwise(tabs))


def _bare(raw: str, start: int, end: int) -> tuple[int, int]:
    words = raw[start:end]
    begin = start + len(words) - len(words.lstrip())
    return begin, max(begin, start + len(words.rstrip()))


def _words(raw: str, cell: tuple[int, int]) -> str:
    return raw[cell[0] : cell[1]]
