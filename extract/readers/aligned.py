"""Tables whose columns are told by spaces alone: what a text, a page with `<pre>` or a pasted paragraph keeps of a table.

A line of heads opens one; below it lines of as many fields, parted by two spaces or more, are its rows. Where their fields stand one
below the other, places tell the columns of lines that have fewer: labels that go on over a line, heads over several columns, sums.
Where they do not, full rows are read in their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extract.readers.aligned_rows import Row, body_of, goes_on_small, head_of
from extract.readers.columns_of_text import Field, Page, places_of
from extract.source import Line, LineKind, Note, Source
from patterns import aligned_tables as patterns

# Lines that a head may have, lines of words between two rows, and rows that make a table.
_MOST_HEADS, _MOST_BETWEEN, _FEWEST_ROWS, _FEWEST_PAIRS = 5, 4, 2, 3
# A line has fields where a gap stands between two words of it.
_SPACE = regex.compile(r"(?<=\S) (?=\S)")
_TWO_SPACES = regex.compile(r"(?<=\S)[ \u00a0]{2}(?=\S)")
_MANY = 100  # gaps: a whole text
_MAY_OPEN = regex.compile(r"\S(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*)\S")
# A cell: the ranges of the source that its lines are.
_Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows of a table and the line behind it; no rows where its columns could not be told."""

    rows: tuple[Row, ...]
    width: int
    start: int
    end: int


def with_rows(source: Source) -> Source:
    """The source with the lines of such tables as rows with cells."""
    if _MAY_OPEN.search(source.raw) is None or _parts_words(source.raw):
        return source
    page = Page(source)
    out: list[Line] = []
    notes: list[Note] = []
    number = max((line.table for line in source.lines if line.table is not None), default=-1)
    at = copied = 0
    while at < len(source.lines):
        found = _table(page, at) if _opens(page, at) else None
        if found is None:
            at += 1
            continue
        start = max(found.start, copied)
        if found.rows:
            number += 1
            out += source.lines[copied:start]
            out += [_line(page, row, found.width, number) for row in found.rows]
        else:
            number += 1
            out += source.lines[copied:start]
            out += [_set_apart(line, number) for line in source.lines[start : found.end]]
            notes.append(_not_laid(source.lines[at]))
        copied = at = found.end
    if not out:
        return source
    return replace(source, lines=(*out, *source.lines[copied:]), notes=(*source.notes, *notes))


def _parts_words(raw: str) -> bool:
    """Whether a text parts its words, too, by two spaces, which then part no columns."""
    gaps = len(_TWO_SPACES.findall(raw))
    return gaps > _MANY and gaps > len(_SPACE.findall(raw))


def _opens(page: Page, at: int) -> bool:
    """Whether a line may be the head of such a table: it names what its rows are, and something else."""
    fields = page.fields(at)
    return len(fields) > 1 and patterns.heads([one.low for one in fields])


def _table(page: Page, at: int) -> _Found | None:
    """The table that a line of heads opens; `None` where no rows stand below it."""
    heads, rows, end = _gathered(page, at)
    lines = [page.fields(index) for index in rows if _is_row(page.fields(index))]
    if len(lines) < _FEWEST_ROWS:
        return None
    width = _width(lines)
    full = [fields for fields in lines if len(fields) == width]
    if width < 3 and not _are_pairs(page.fields(at), full):
        return None
    if len(full) < _FEWEST_ROWS:
        return _Found((), width, at, end)
    start = _first_head(page, at, full)
    heads = [*range(start, at), *heads]
    said = [page.fields(index) for index in heads]
    places = places_of([*full, *(fields for fields in said if len(fields) == width)], full)
    head = head_of(said, width, places)
    body = body_of(page, rows, width, places) if head is not None else []
    if head is None or not body:
        return _Found((), width, at, end)
    head[0].first = start
    return _Found((*head, *body), width, start, end)


def _are_pairs(head: Sequence[Field], rows: Sequence[Sequence[Field]]) -> bool:
    """Whether rows of two fields are a table: what is measured, and a figure."""
    return len(head) == 2 and len(rows) >= _FEWEST_PAIRS and all(patterns.is_figure(row[1].low) for row in rows)


def _width(lines: Sequence[Sequence[Field]]) -> int:
    counted = Counter(len(fields) for fields in lines)
    return max(counted, key=lambda count: (counted[count], count))


# --- lines of a table ----------------------------------------------------------------------------------------------


def _is_row(fields: Sequence[Field]) -> bool:
    """Whether a line is a row, or the first line of one: it has a number and words, or a figure behind words."""
    if len(fields) < 2:
        return False
    return patterns.is_label(fields[0].low) or any(patterns.is_figure(one.low) for one in fields[1:])


def _gathered(page: Page, at: int) -> tuple[list[int], list[int], int]:
    """The lines of the head, those of the rows with what goes on with them, and the line behind the table."""
    heads, rows = [at], list[int]()
    waiting: list[int] = []
    end = index = at + 1
    while index < len(page):
        if page.is_furniture(index) or page.is_rule(index):
            index += 1
            continue
        fields = page.fields(index)
        if not fields:
            break
        if _is_row(fields) and (rows or not patterns.heads([one.low for one in fields])):
            rows += [*waiting, index]
            waiting = []
            end = index + 1
        elif not rows and _titles_rows(page, index):
            waiting.append(index)
        elif not rows and not waiting and len(heads) < _MOST_HEADS and not page.is_sentence(index):
            heads.append(index)
        elif not rows or len(waiting) == _MOST_BETWEEN or not _may_go_on(page, index, rows[-1], heads[0]):
            break
        else:
            waiting.append(index)
        index += 1
    kept = [*_going_on(page, waiting, rows)] if rows else []
    above = _of_first_row(page, heads, rows)
    return heads[: len(heads) - above], [*heads[len(heads) - above :], *rows, *kept], kept[-1] + 1 if kept else end


def _titles_rows(page: Page, index: int) -> bool:
    """Whether a line titles the rows below it."""
    fields = page.fields(index)
    return len(fields) == 1 and patterns.titles_group(fields[0].words)


def _of_first_row(page: Page, heads: Sequence[int], rows: Sequence[int]) -> int:
    """How many of the lines above the first row are none of the head: rows without a figure, whose words begin anew in the first column
    below its head, or the beginning of the first row, where its own words only go on.
    """
    opening = page.fields(heads[0])[0]
    if not patterns.numbers_rows(opening.low):
        anew = [page.fields(index)[0] for index in heads[1:]]
        fresh = (at for at, one in enumerate(anew) if one.start <= opening.end and one.words[:1].isupper())
        return len(anew) - next(fresh, len(anew))
    first = page.fields(rows[0]) if rows else ()
    if len(first) < 2 or not patterns.is_label(first[0].low) or not goes_on_small(first[1]):
        return 0
    for count, index in enumerate(reversed(heads[1:]), 1):
        fields = page.fields(index)
        if len(fields) > 1 or abs(fields[0].start - first[1].start) > 2:
            return 0
        if fields[0].words[:1].isupper():
            return count
    return 0


def _may_go_on(page: Page, index: int, above: int, head: int) -> bool:
    """Whether a line without figures may stand inside a table: a label that goes on, the title of a group."""
    fields = page.fields(index)
    if _titles_rows(page, index):
        return True
    if page.is_sentence(index) or page.is_apart(index):
        return False
    second = page.fields(head)[1].start if len(page.fields(head)) > 1 else 0
    numbered = patterns.numbers_rows(page.fields(head)[0].low) and patterns.is_label(page.fields(above)[0].low)
    return fields[0].start >= second - 2 if numbered else goes_on_small(fields[0])


def _going_on(page: Page, waiting: Sequence[int], rows: Sequence[int]) -> Iterator[int]:
    """The lines behind the last row that still are its own: they begin behind its number, in small letters, no blank line between."""
    first = page.fields(rows[-1])
    since = first[1].start - 1 if patterns.is_label(first[0].low) else 0
    for index in waiting:
        fields = page.fields(index)
        if page.is_apart(index) or fields[0].start < since or not goes_on_small(fields[0]):
            return
        yield index


def _first_head(page: Page, at: int, full: Sequence[Sequence[Field]]) -> int:
    """The first line of the head: one above the line that opens it, where all its words stand over columns behind the first two."""
    second = max(fields[1].start for fields in full)
    first = at
    while at - first < 2 and first > 0 and not page.is_apart(first):
        fields = page.fields(first - 1)
        if not fields or fields[0].start <= second or page.is_sentence(first - 1):
            break
        first -= 1
    return first


# --- lines of the source -------------------------------------------------------------------------------------------


def _line(page: Page, row: Row, width: int, table: int) -> Line:
    """The row as a line of the source."""
    fields = [one for cell in row.cells.values() for one in cell]
    start, end = min(one.raw for one in fields), max(one.raw_end for one in fields)
    opening = page.source.lines[row.first]
    cells: list[tuple[int, int]] = []
    more: list[_Ranges] = []
    at = start
    for column in range(width):
        ranges = tuple((one.raw, one.raw_end) for one in row.cells.get(column, ()))
        cells.append(ranges[0] if ranges else (at, at))
        more.append(ranges[1:])
        at = ranges[0][1] if ranges else at
    rest = tuple(more) if any(more) else ()
    return Line(
        start,
        end,
        opening.page,
        LineKind.ROW,
        tuple(cells),
        opening.blank_before,
        table=table,
        merged=row.marks,
        more=rest,
    )


def _set_apart(line: Line, table: int) -> Line:
    """A line of a table that is not read: no sentence."""
    if line.kind is not LineKind.BODY or line.cells:
        return line
    return replace(line, kind=LineKind.ROW, cells=((line.start, line.end),), table=table)


def _not_laid(line: Line) -> Note:
    return Note(
        "table-not-laid",
        "bảng căn bằng dấu cách, không phân biệt được các cột; không đọc số liệu nào của bảng / "
        "a table aligned by spaces whose columns could not be told; none of its values was read",
        line.start,
    )
