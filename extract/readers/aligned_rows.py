"""The head and the rows of a table whose columns are told by spaces alone: which words of its lines stand in which column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.readers.columns_of_text import Field, Page, Places
from extract.source import FROM_ABOVE, FROM_LEFT, OWN
from patterns import aligned_tables as patterns
from patterns import stacked_tables


@dataclass(slots=True)
class Row:
    """A row while it is put together: the fields of each column, line by line."""

    cells: dict[int, list[Field]] = field(default_factory=dict)
    marks: str = ""
    first: int = 0  # its first line

    def add(self, cells: dict[int, Field]) -> None:
        """Adds a line."""
        for at, one in cells.items():
            self.cells.setdefault(at, []).append(one)

    def before(self, lines: Sequence[dict[int, Field]]) -> None:
        """Puts lines before its own."""
        for cells in reversed(lines):
            for at, one in cells.items():
                self.cells.setdefault(at, []).insert(0, one)


# --- the head ------------------------------------------------------------------------------------------------------


def head_of(said: Sequence[Sequence[Field]], width: int, places: Places | None) -> list[Row] | None:
    """The rows of the head, one or two; `None` where its words cannot be told apart by columns."""
    if len(said) == 1 and len(said[0]) == width:
        return [Row({at: [one] for at, one in enumerate(said[0])})]
    if places is None:
        return None
    lines = _widened([_over(fields, width, places) for fields in said])
    spanning = [at for at, line in enumerate(lines) if any(len(span) > 1 for span in line)]
    lower = spanning[-1] + 1 if spanning else 0
    below = _merged(lines[lower:])
    if not spanning:
        return [Row({at: fields for (at,), fields in below.items()})] if _is_whole(below, width) else None
    low = {at: " ".join(one.low for one in fields) for span, fields in below.items() for at in span}
    above = _spread(_merged(lines[:lower]), low)
    covered = {at for span in above for at in span if len(span) > 1}
    top, bottom = Row(marks=OWN * width), Row(marks=FROM_ABOVE * width)
    for span, fields in above.items():
        top.cells[span[0]] = fields
        top.marks = top.marks[: span[0]] + OWN + FROM_LEFT * (len(span) - 1) + top.marks[span[-1] + 1 :]
    for (at,), fields in below.items():
        if at in covered:
            bottom.cells[at] = fields
            bottom.marks = bottom.marks[:at] + OWN + bottom.marks[at + 1 :]
        else:
            top.cells.setdefault(at, []).extend(fields)
    return [top, bottom] if bottom.cells else [top]


def _widened(lines: list[dict[tuple[int, ...], Field]]) -> list[dict[tuple[int, ...], Field]]:
    """The heads of each line; one that says that it stands over others (`Lộ trình`) over all beside it that nothing else stands over."""
    out: list[dict[tuple[int, ...], Field]] = []
    for number, line in enumerate(lines):
        below = {span[0]: one for later in lines[number + 1 :] for span, one in later.items() if len(span) == 1}
        taken = {at for other in lines[: number + 1] for span in other for at in span}
        wide: dict[tuple[int, ...], Field] = {}
        for span, one in line.items():
            run = _with_alike(span, {at: head.low for at, head in below.items()}, taken)
            held = len(run) > 1 and all(at in below for at in run)
            over = held and stacked_tables.spans(one.low, [below[at].low for at in run])
            wide[tuple(run) if over else span] = one
        out.append(wide)
    return out


def _with_alike(span: tuple[int, ...], below: dict[int, str], taken: set[int]) -> list[int]:
    """The columns of a head with those beside them that no other stands over, whose own heads are like theirs: years beside years."""
    years = all(stacked_tables.is_year(below.get(at, "")) for at in span)
    free = {at for at, low in below.items() if at not in taken and stacked_tables.is_year(low) == years}
    wide = list(span)
    while wide[0] - 1 in free:
        wide.insert(0, wide[0] - 1)
    while wide[-1] + 1 in free:
        wide.append(wide[-1] + 1)
    return wide


def _over(fields: Sequence[Field], width: int, places: Places) -> dict[tuple[int, ...], Field]:
    """The columns that each head of a line stands over."""
    if len(fields) == width:
        return {(at,): one for at, one in enumerate(fields)}
    return {places.span(one): one for one in fields}


def _merged(lines: Sequence[dict[tuple[int, ...], Field]]) -> dict[tuple[int, ...], list[Field]]:
    """The heads of several lines, those over the same columns together."""
    out: dict[tuple[int, ...], list[Field]] = {}
    for line in lines:
        for span, one in line.items():
            over = next((known for known in out if set(span) <= set(known)), span)
            out.setdefault(over, []).append(one)
    return out


def _is_whole(heads: dict[tuple[int, ...], list[Field]], width: int) -> bool:
    """Whether every column but the first has a head."""
    return {at for (at,) in heads} >= set(range(1, width))


def _spread(above: dict[tuple[int, ...], list[Field]], below: dict[int, str]) -> dict[tuple[int, ...], list[Field]]:
    """The heads of the upper row, those that stand over others wide enough that each one like these (a year beside years) has one above it."""
    out: dict[tuple[int, ...], list[Field]] = {}
    taken = {at for span in above for at in span}
    for span, fields in above.items():
        wide = _with_alike(span, below, taken) if len(span) > 1 else list(span)
        taken.update(wide)
        out[tuple(wide)] = fields
    return out


# --- the rows ------------------------------------------------------------------------------------------------------


def body_of(page: Page, indexes: Sequence[int], width: int, places: Places | None) -> list[Row]:
    """The rows below the head, lines that only go on with a row put to it; none where a line cannot be told apart by columns."""
    laid = [(index, _cells(page.fields(index), width, places)) for index in indexes]
    numbered = 2 * sum(_is_numbered(cells) for _, cells in laid if cells is not None) >= sum(
        cells is not None and len(cells) == width for _, cells in laid
    )
    rows: list[Row] = []
    waiting: list[dict[int, Field]] = []
    for index, cells in laid:
        if cells is None:
            return []
        opens = not rows and numbered and set(cells) == {1}  # words of the first row above its number
        if opens or (rows and _only_goes_on(rows[-1], cells, numbered=numbered)):
            waiting.append(cells)
            continue
        row = Row(first=index)
        row.add(cells)
        kept = _of_next(waiting, cells, numbered=numbered) if rows else len(waiting)
        for line in waiting[: len(waiting) - kept]:
            rows[-1].add(line)
        row.before(waiting[len(waiting) - kept :])
        waiting = []
        if len(cells) == 1 and 0 in cells and (not numbered or not patterns.is_label(cells[0].low)):
            row.marks = OWN + FROM_LEFT * (width - 1)  # the title of a group
        rows.append(row)
    for line in waiting if rows else ():
        rows[-1].add(line)
    return rows


def goes_on_small(one: Field) -> bool:
    """Whether words only go on: they begin with a small letter or inside brackets."""
    return one.words[:1].islower() or one.words[:1] in ("(", ",")


def _is_numbered(cells: dict[int, Field]) -> bool:
    return 0 in cells and patterns.is_label(cells[0].low)


def _has_figures(cells: dict[int, Field] | dict[int, list[Field]]) -> bool:
    fields = [one for cell in cells.values() for one in (cell if isinstance(cell, list) else [cell])]
    return any(patterns.is_figure(one.low) for one in fields if one is not fields[0])


def _only_goes_on(row: Row, cells: dict[int, Field], *, numbered: bool) -> bool:
    """Whether a line only goes on with the row above it."""
    first = cells[min(cells)]
    if _is_numbered(cells) and numbered:
        return False
    if patterns.opens_part(first.low) or patterns.is_total(first.low):
        return False
    small = goes_on_small(first)
    if any(patterns.is_figure(one.low) for one in cells.values()):
        return small and not _has_figures(row.cells)
    if len(cells) == 1 and 0 in cells:
        return small or (not numbered and not patterns.titles_group(first.words) and not _has_figures(row.cells))
    return numbered or small


def _of_next(waiting: Sequence[dict[int, Field]], cells: dict[int, Field], *, numbered: bool) -> int:
    """How many of the lines above a row are its own: where its number stands in the middle of them, its words go on in small letters."""
    subject = cells.get(1)
    if not numbered or subject is None or not subject.words[:1].islower():
        return 0
    for count, line in enumerate(reversed(waiting), 1):
        if line[min(line)].words[:1].isupper():
            return count
    return 0


def _cells(fields: Sequence[Field], width: int, places: Places | None) -> dict[int, Field] | None:
    """The columns in which the fields of a line stand; `None` where that cannot be told."""
    if places is not None:
        if len(fields) == 1 and places.crosses(fields[0]) and not any(places.split(fields[0])):
            return {0: fields[0]}
        parts = [part for one in fields for part in places.split(one) or [one]]
        found = places.columns(parts)
        if found is not None:
            return dict(zip(found, parts, strict=True))
    if len(fields) == width:
        return dict(enumerate(fields))
    if len(fields) == 1:
        return {0: fields[0]}
    if len(fields) == width - 1 and patterns.is_total(fields[0].low):
        return dict(enumerate(fields, 1))
    return None
