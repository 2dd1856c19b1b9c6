"""Tables whose cells stand one a line: what is left of a table that was copied out of a page, row after row, its rules and tabs lost.

The head says what the columns hold; below it the grid comes back from the period of the lines. Where it does not, the lines are no
sentences either: they are set apart, and one note says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from extract.source import FROM_ABOVE, FROM_LEFT, OWN, Line, LineKind, Note, Source
from patterns import stacked_tables as patterns
from patterns.spelling import lower
from patterns.tables import FIGURES, Column

# Lines that a head may have; characters of a cell and of a head; lines of a table.
_HEAD_LINES = range(3, 15)
_LONGEST_CELL, _LONGEST_HEAD, _MOST_LINES = 200, 80, 1200
_FEWEST_ROWS, _FEWEST_VALUES, _FEWEST_CELLS = 2, 3, 3
# Figures near a head that make a table of lines that are not understood.
_FEWEST_FIGURES, _NEAR = 4, 30
_SUBJECTS = (Column.SUBJECT, Column.PLACE)
# The cells of a row, each one line or more; `None` for one that a merged cell goes on over.
_Cells = tuple[range | None, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """What the columns hold, and the rows of the head: the lines that head each column, with the marks of merged ones."""

    kinds: tuple[Column, ...]
    rows: tuple[tuple[_Cells, str], ...]
    size: int


class _Lines:
    """The lines of a source that say something, with their words."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.indexes = [at for at, line in enumerate(source.lines) if source.raw[line.start : line.end].strip()]
        self.words = [" ".join(source.raw[line.start : line.end].split()) for line in map(self.line, range(len(self)))]
        self.low = [lower(words) for words in self.words]

    def __len__(self) -> int:
        return len(self.indexes)

    def line(self, at: int) -> Line:
        """A line by its number among those that say something."""
        return self.source.lines[self.indexes[at]]

    def is_cell(self, at: int) -> bool:
        """Whether a line may be a cell; one that looks like the number of a page may."""
        line = self.line(at)
        kind = line.kind is LineKind.BODY or (line.kind is LineKind.FURNITURE and patterns.may_be_cell(self.low[at]))
        return (
            kind and not line.cells and len(self.words[at]) <= _LONGEST_CELL and not patterns.in_no_cell(self.words[at])
        )

    def run(self, start: int) -> int:
        """The first line from `start` on that is no cell."""
        last = min(len(self), start + _MOST_LINES)
        return next((at for at in range(start, last) if not self.is_cell(at)), last)


def with_rows(source: Source) -> Source:
    """The source with the lines of such tables as rows with cells."""
    if patterns.OPENS_ANYWHERE.search(source.raw) is None:
        return source
    lines = _Lines(source)
    out: list[Line] = []
    notes: list[Note] = []
    number = max((line.table for line in source.lines if line.table is not None), default=-1)
    copied = at = 0
    while at < len(lines):
        if not (patterns.opens(lines.low[at]) and lines.is_cell(at)):
            at += 1
            continue
        rows, end = _table(lines, at)
        if not rows and (end := _end_of_unlaid(lines, at)) > at:
            rows = [((range(index, index + 1),), "") for index in range(at, end)]
            notes.append(_not_laid(lines.line(at)))
        elif rows and (rest := _end_of_rest(lines, end)) > end:
            rows += [((range(index, index + 1),), "") for index in range(end, rest)]
            notes.append(_not_laid(lines.line(end)))
            end = rest
        if rows:
            number += 1
            out += source.lines[copied : lines.indexes[at]]
            out += [_row(lines, cells, marks, number) for cells, marks in rows]
            copied = lines.indexes[end - 1] + 1
        at = max(end, at + 1)
    return replace(source, lines=(*out, *source.lines[copied:]), notes=(*source.notes, *notes)) if out else source


def _row(lines: _Lines, cells: _Cells, marks: str, table: int) -> Line:
    first = next(cell for cell in cells if cell is not None)
    last = [cell for cell in cells if cell is not None][-1]
    opening, at, ranges = lines.line(first[0]), lines.line(first[0]).start, []
    for cell in cells:
        if cell is not None:
            at = lines.line(cell[-1]).end
        ranges.append((lines.line(cell[0]).start if cell is not None else at, at))
    return Line(
        opening.start, lines.line(last[-1]).end, opening.page, LineKind.ROW, tuple(ranges), table=table, merged=marks
    )


# --- tables that are understood ----------------------------------------------------------------------------------------


def _table(lines: _Lines, at: int) -> tuple[list[tuple[_Cells, str]], int]:
    """The rows of the table that a line opens, its head among them, and where it ends; none where the lines have no period."""
    stop = lines.run(at)
    best: tuple[float, list[tuple[_Cells, str]], int] = (0.0, [], at)
    for head in _heads(lines, at, stop):
        figures = [column for column, kind in enumerate(head.kinds) if kind in FIGURES]
        begins = any(_rows_from(lines, head.kinds, at + head.size, stop)) if at + head.size < stop else False
        scheduled = not figures and Column.TIME in head.kinds and head.kinds[0] is not Column.NUMBER
        if not begins or not (figures or scheduled or head.kinds[0] is Column.NUMBER):
            continue  # nothing below it, or nothing that such a table could hold: a quick look
        score, rows = _body(lines, head.kinds, at + head.size, stop)
        if scheduled:
            rows = _scheduled(lines, head.kinds, rows)
            score = float(len(rows))
        full = [row for row in rows if len(row) > max(figures, default=len(head.kinds) - 1)]
        values = len(figures) * len(full)
        counted = scheduled or head.kinds[0] is Column.NUMBER
        if len(full) < _FEWEST_ROWS or (values or len(full) * counted) < _FEWEST_VALUES:
            continue
        if score > best[0]:
            body = [(_padded(row, len(head.kinds)), _marks(row, head.kinds)) for row in rows]
            end = max(cell[-1] for cell in rows[-1] if cell is not None) + 1
            best = score, [*head.rows, *body], end
    return best[1], best[2]


def _scheduled(lines: _Lines, kinds: Sequence[Column], rows: Sequence[_Cells]) -> list[_Cells]:
    """The first rows of a schedule, as far as they are some."""
    return list(takewhile(lambda row: _is_scheduled(lines, kinds, row), rows))


def _is_scheduled(lines: _Lines, kinds: Sequence[Column], row: _Cells) -> bool:
    """Whether a row has all its cells, and a time in those of its columns of times alone: without figures nothing else tells the rows apart."""
    if len(row) < len(kinds):
        return False
    return all(
        cell is not None and any(patterns.says_time(lines.low[at]) for at in cell) is (kind is Column.TIME)
        for cell, kind in zip(row, kinds, strict=True)
    )


def _padded(row: _Cells, width: int) -> _Cells:
    """A title of a group as wide as the table; a row that lost a cell stays as short as it is."""
    return (*row, *(None for _ in range(width - len(row)))) if len(row) <= 2 else row


def _marks(row: _Cells, kinds: Sequence[Column]) -> str:
    """Marks of a row whose first cells are lost, the subject among them: they are merged with those above."""
    lost = next((at for at, cell in enumerate(row) if cell is not None), 0)
    if not any(kind in _SUBJECTS for kind in kinds[:lost]):
        return ""
    return FROM_ABOVE * lost + OWN * (len(row) - lost)


def _heads(lines: _Lines, at: int, stop: int) -> Iterator[_Head]:
    """What the lines from one on may be as a head: of one row, or of two whose second stands below one head of the first."""
    for size in _HEAD_LINES:
        if at + size > stop or len(lines.words[at + size - 1]) > _LONGEST_HEAD:
            return
        low = lines.low[at : at + size]
        kinds = patterns.kinds(low)
        if _names_subject(kinds):
            yield _Head(kinds, ((tuple(range(index, index + 1) for index in range(at, at + size)), ""),), size)
        below = next((count for count in range(size) if not patterns.may_stand_below(low[-1 - count])), size)
        for count in range(below, 1, -1):  # of equal ways the one whose second row is the longest
            above = size - count
            for first in range(1, above):
                for spanning in range(1, above - first + 1):
                    over = range(first, first + spanning)
                    below_each = _below_each(low[first : first + spanning], low[above:])
                    if below_each:
                        yield from _of_two_rows(at, kinds, above, over, below_each)


def _names_subject(kinds: Sequence[Column]) -> bool:
    subject = any(kind in _SUBJECTS for kind in kinds[:2]) or kinds[0] is Column.ROW_YEAR
    return subject and len(kinds) > 2


def _below_each(over: Sequence[str], below: Sequence[str]) -> list[int]:
    """Over how many others each of the heads stands: one that says that it does, several over the same ones or over rising years;
    nothing where they stand over none.
    """
    each, rest = divmod(len(below), len(over))
    if len(over) == 1:
        return [each] if each > 1 and patterns.spans(over[0], below) else []
    if not rest and each > 1 and list(below) == list(below[:each]) * len(over):
        return [each] * len(over)
    runs = patterns.runs_of_years(below)
    return runs if len(runs) == len(over) and max(runs) > 1 else []


def _of_two_rows(
    at: int, kinds: tuple[Column, ...], above: int, over: range, below_each: Sequence[int]
) -> Iterator[_Head]:
    """A head whose first `above` lines are one row and the rest another, below the heads `over`, each over so many."""
    held = (*kinds[: over[0]], *(Column.YEAR for _ in kinds[above:]), *kinds[over[-1] + 1 : above])
    if not _names_subject(held):
        return
    first: list[range | None] = []
    marks = ""
    for index in range(above):
        more = below_each[index - over[0]] - 1 if index in over else 0
        first += [range(at + index, at + index + 1), *[None] * more]
        marks += OWN + FROM_LEFT * more
    second = [range(index, index + 1) for index in range(at + above, at + len(kinds))]
    left, right = over[0], above - over[-1] - 1
    below = (*[None] * left, *second, *[None] * right)
    rows = ((tuple(first), marks), (below, FROM_ABOVE * left + OWN * len(second) + FROM_ABOVE * right))
    yield _Head(held, rows, len(kinds))


# How surely lines are a row: all its cells, one that goes on over a line, those behind its values lost, a value lost.
_FULL, _WRAPPED, _WITHOUT_LAST, _DOUBTFUL, _GROUP, _SKIPPED = 1.0, 0.9, 0.8, 0.2, 0.05, -0.1


def _body(lines: _Lines, kinds: Sequence[Column], start: int, stop: int) -> tuple[float, list[_Cells]]:
    """The rows below a head: those of all ways to part the lines that have most full rows, and how many these are."""
    best: list[float] = [0.0] * (stop + 1)
    chosen: list[_Cells | None] = [None] * (stop + 1)
    for at in range(stop - 1, start - 1, -1):
        for row, score in _rows_from(lines, kinds, at, stop):
            end = max((cell[-1] for cell in row if cell is not None), default=at) + 1
            follows = best[end] if score > _GROUP or best[end] >= _WITHOUT_LAST else -1.0
            if score + follows > best[at]:
                best[at], chosen[at] = score + follows, row
    rows: list[_Cells] = []
    at = start
    while at < stop and (taken := chosen[at]) is not None:
        rows += [taken] if taken else []
        at = max((cell[-1] for cell in taken if cell is not None), default=at) + 1
    return best[start], rows


def _rows_from(lines: _Lines, kinds: Sequence[Column], at: int, stop: int) -> Iterator[tuple[_Cells, float]]:
    """The rows that may begin with a line; an empty one leaves a line out that is the number of a page."""
    width = len(kinds)

    def fits(column: int, index: int) -> bool:
        return patterns.fits(kinds[column], lines.low[index], lines.words[index])

    if lines.line(at).kind is LineKind.FURNITURE:
        yield (), _SKIPPED
    held = 0
    while held < width and at + held < stop and fits(held, at + held):
        held += 1
    cells = tuple(range(index, index + 1) for index in range(at, at + held))
    if held == width:
        yield cells, _FULL
    values = [column for column, kind in enumerate(kinds) if kind in FIGURES]
    if values and held > values[-1]:
        yield cells[: values[-1] + 1], _WITHOUT_LAST if values[-1] + 1 < width else _FULL
    subject = next((column for column, kind in enumerate(kinds) if kind in _SUBJECTS), 0)
    for lost in _may_be_lost(kinds, subject, lines.low[at]):
        rest = range(at, at + width - lost)
        if rest.stop <= stop and all(
            fits(column, index) for column, index in zip(range(lost, width), rest, strict=True)
        ):
            yield (*[None] * lost, *(range(index, index + 1) for index in rest)), _WRAPPED
    if held > subject and at + width < stop and lines.words[at + subject + 1][:1].islower():
        rest = range(at + subject + 2, at + width + 1)
        if all(fits(column, index) for column, index in zip(range(subject + 1, width), rest, strict=True)):
            whole = range(at + subject, at + subject + 2)
            yield (*cells[:subject], whole, *(range(index, index + 1) for index in rest)), _WRAPPED
    for count in (1, 2):
        if at + count < stop and patterns.titles_group(lines.low[at : at + count], lines.words[at : at + count]):
            yield tuple(range(index, index + 1) for index in range(at, at + count)), _GROUP
    number = patterns.number(lines.low[at])
    following = at + subject + 1
    if held > subject and following < stop and patterns.is_part(lines.low[following]):
        yield cells[: subject + 1], _GROUP
    for count in range(_FEWEST_CELLS, width if number is not None and held > subject else 0):
        if at + count < stop and patterns.number(lines.low[at + count]) == (number or 0) + 1:
            yield tuple(range(index, index + 1) for index in range(at, at + count)), _DOUBTFUL


def _may_be_lost(kinds: Sequence[Column], subject: int, first: str) -> Iterator[int]:
    """How many first cells a row may lack: its number, where it is a part of the row above; its subject too, where it names its year."""
    if kinds[0] is Column.NUMBER and patterns.is_part(first):
        yield subject
    if Column.ROW_YEAR in kinds[subject + 1 : subject + 2]:
        yield subject + 1


# --- tables that are not -----------------------------------------------------------------------------------------------


def _end_of_unlaid(lines: _Lines, at: int) -> int:
    """Where the lines end that a head of several years opens, and that are cells of a table and no sentences; `at` where it opens none."""
    stop = lines.run(at)
    stop = next((index for index in range(at + 1, stop) if patterns.is_sentence(lines.words[index])), stop)
    near = range(at + 1, min(stop, at + _NEAR))
    years = any(patterns.is_year(lines.low[index]) and patterns.is_year(lines.low[index + 1]) for index in near[:-1])
    figures = sum(patterns.is_figure(lines.low[index]) for index in near)
    return stop if years or figures >= _FEWEST_FIGURES else at


def _end_of_rest(lines: _Lines, at: int) -> int:
    """Where the lines behind a table end that are figures for the most part, as the rest of it; `at` where there are none."""
    stop = next(
        (index for index in range(at, lines.run(at)) if patterns.is_sentence(lines.words[index])), lines.run(at)
    )
    figures = [index for index in range(at, min(stop, at + _NEAR)) if patterns.is_figure(lines.low[index])]
    return figures[-1] + 1 if len(figures) > 1 and 2 * len(figures) >= figures[-1] + 1 - at else at


def _not_laid(line: Line) -> Note:
    return Note(
        "table-not-laid",
        "bảng bị tách mỗi ô một dòng, không dựng lại được các cột; không đọc số liệu nào của bảng / "
        "a table with one cell a line whose columns could not be told; none of its values was read",
        line.start,
    )
