"""Deadlines of the rows of tables: tasks with a column of times, and calendars of reports with a column for each who sends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.component import evidence
from extract.duties import words_of_time
from extract.duties.actors import Actors
from extract.records import Deadline
from extract.structure.outline import Outline
from extract.structure.tables import Cell, Row, Table
from extract.vocabulary import DeadlineKind
from patterns import agencies, agency_names, citations, delivery, time_cells
from patterns.tables import Column
from patterns.times import Time

Warn = Callable[[int, int], None]
_NOT_TIMES = frozenset(
    {Column.NUMBER, Column.SUBJECT, Column.PLACE, Column.LEAD, Column.IMPLEMENT, Column.PARTNERS, Column.NOTE}
)


@dataclass(frozen=True, slots=True)
class _Sending:
    """A column of times by which somebody sends something: who by its head, and by the words above the table; to whom; and the words of the head
    that relate its cells (`trước ngày`).
    """

    at: int
    actor: str | None
    above: str | None
    recipient: str | None
    lead: str


def deadlines_of_rows(
    outline: Outline, actors: Actors, year: int | None, table: Table, warn: Warn
) -> Iterator[Deadline]:
    """The deadlines of a table; `year` is that of a plan that covers one, `warn` takes the range of a cell that was not understood."""
    at = table.subject
    if at is None:
        return
    year = _year_of(outline, table) or year
    calendar = list(_calendar(outline, actors, year, table))
    if calendar:
        for row in table.tasks:
            for column in calendar:
                yield from _sent(outline, year, table, row, column)
        return
    times = [i for i in table.all(Column.TIME) if delivery.PERIOD_OF_FIGURES.search(table.heads[i]) is None]
    for row in table.tasks if times else ():
        if not row.cells[at].blank and (cell := _said(table, row, times, year)) is not None:
            yield from _of_task(outline, actors, year, table, row, cell, warn)


def _year_of(outline: Outline, table: Table) -> int | None:
    """The year that the title of a table names (`LỊCH TRIỂN KHAI NĂM 2024`): its own, the line above it, or its section's."""
    first = table.blocks[0]
    above = outline.blocks[first.index - 1] if first.index else first
    node = outline.node(first)
    titles = [title.lower() for title in table.titles]
    if not above.paragraph.cells:
        titles.append(outline.text.lower[above.body : above.end])
    if node is not None:
        titles.append(node.title.lower())
    return next((year for title in titles if (year := time_cells.year_of_title(title)) is not None), None)


def _said(table: Table, row: Row, columns: list[int], year: int | None) -> Cell | None:
    """The cell of the columns that says a time in a row, or in the whole that it is a part of; where none does, the first that says something.

    Columns of a chart (`Quý III | Quý IV | 2025`) hold crosses beside the one that says by when.
    """
    own = [
        row.cells[i]
        for i in columns
        if i < len(row.cells) and not row.cells[i].blank and not table.is_of_subject(row, i)
    ]
    if own:
        return next((cell for cell in own if time_cells.times_of_cell(cell.low, year)), own[0])
    return _said(table, row.parent, columns, year) if row.parent is not None else None


# --- tasks ---------------------------------------------------------------------------------------------------------


def _of_task(
    outline: Outline, actors: Actors, year: int | None, table: Table, row: Row, cell: Cell, warn: Warn
) -> Iterator[Deadline]:
    subject, lead = row.cells[table.subject or 0], table.agent(row)
    cited = citations.spans(cell.view, cell.low, 0, len(cell.low))
    found = time_cells.times_of_cell(cell.low, year)
    if not found and not cited and not cell.filled and time_cells.looks_like_time(cell.low):
        warn(cell.start, cell.end)
    of_theme = delivery.THEME_MONTH.match(subject.low) is not None
    for time in found:
        a_month = time.start_date is not None and len(time.start_date) == len("2024-06")
        if not words_of_time.within(cited, time) and not (of_theme and a_month):
            actor = " ".join(lead.text.split()) if lead is not None else None
            recipient = actors.recipient(subject.start, subject.end)
            yield _record(outline, row, time, delivery.kind(subject.low) or "task", actor, recipient)


def _record(
    outline: Outline, row: Row, time: Time, kind: DeadlineKind, actor: str | None, recipient: str | None
) -> Deadline:
    return Deadline(
        kind=kind,
        due=time.due,
        start_date=time.start_date,
        relation=time.relation,
        recurrence=time.recurrence,
        actor=actor,
        recipient=recipient,
        confidence=0.4 if time.impossible else 0.9,
        **evidence(outline, row.start, row.end),
    )


# --- calendars of reports ------------------------------------------------------------------------------------------


def _calendar(outline: Outline, actors: Actors, year: int | None, table: Table) -> Iterator[_Sending]:
    """The columns of times whose head says who sends, or to whom (`Sở Y tế gửi trước ngày`, `Gửi Sở Y tế`)."""
    said = _said_above(outline, actors, table)
    for at, (column, parts) in enumerate(zip(table.columns, table.parts, strict=True)):
        if column in _NOT_TIMES or not parts or delivery.PERIOD_OF_FIGURES.search(table.heads[at]) is not None:
            continue
        head = parts[-1]
        sends = delivery.SENDS.search(head.low)
        if sends is None:
            continue
        before = delivery.BY_DAY.search(table.heads[at])
        lead = before.group() if before is not None else ""
        if not _holds_times(table, at, year, lead):
            continue
        names = agencies.parse(head.view, 0, sends.start()) if agencies.starts(head.view, 0) else []
        to = _names(head, sends.end())
        actor = _named(names, head, said) if names else None
        recipient = _named(to, head, said) if to else (said[1] if (actor or said[0]) != said[1] else None)
        yield _Sending(at, actor, said[0], recipient, lead)


def _holds_times(table: Table, at: int, year: int | None, lead: str) -> bool:
    cells = [row.cells[at].low for row in table.rows if at < len(row.cells) and not row.cells[at].blank]
    return bool(cells) and 2 * sum(bool(_times(low, year, lead)) for low in cells) >= len(cells)


def _times(low: str, year: int | None, lead: str) -> list[Time]:
    """The times of a cell; where it says no more than a day, the head says how it is meant."""
    bare = bool(lead) and low.strip()[:1].isdigit()
    return time_cells.times_of_cell(f"{lead} {low}" if bare else low, year)


def _names(head: Cell, at: int) -> list[agencies.Name]:
    return agencies.parse(head.view, at, len(head.view)) if agencies.starts(head.view, at) else []


def _said_above(outline: Outline, actors: Actors, table: Table) -> tuple[str | None, str | None]:
    """Who sends and who receives by the paragraph above the table."""
    first = table.blocks[0].index
    above = next((block for block in reversed(outline.blocks[:first]) if not block.paragraph.cells), None)
    if above is None:
        return None, None
    return actors.subject(above.body, above.end), actors.recipient(above.body, above.end)


def _named(names: list[agencies.Name], head: Cell, said: tuple[str | None, str | None]) -> str:
    """Agencies of a head, as the paragraph above writes them in full where it names the same."""
    words = " ".join(head.text[names[0].start : names[-1].end].split())
    name = agency_names.canonical(words)
    return next((one for one in said if one is not None and agency_names.canonical(one) == name), words)


def _sent(outline: Outline, year: int | None, table: Table, row: Row, column: _Sending) -> Iterator[Deadline]:
    at = table.subject or 0
    cell = row.cells[column.at] if column.at < len(row.cells) else None
    if cell is None or cell.blank or row.cells[at].blank:
        return
    kind = delivery.kind(f"{table.heads[at]} {row.cells[at].low}") or "task"
    of_year = None if delivery.EVERY_YEAR.search(table.heads[column.at]) is not None else year
    agent = table.agent(row)
    actor = column.actor or (" ".join(agent.text.split()) if agent is not None else column.above)
    for time in _times(cell.low, of_year, column.lead):
        yield _record(outline, row, time, kind, actor, column.recipient)
