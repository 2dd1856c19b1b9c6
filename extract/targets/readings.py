"""What the tables of a document measure: a reading for each row and column of values, whether it is planned or was reached.

A subject is a row, or, where the rows are localities, the head of a column. Targets and results are made of readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.head import document
from extract.records import PlanWarning
from extract.structure import tables
from extract.structure.outline import Outline, stage
from extract.structure.regions import Region
from extract.structure.tables import Cell, Row, Table
from extract.structure.tables.lines import FROM_ABOVE
from extract.targets import cells
from extract.targets import columns as columns_of
from extract.targets.cells import CellValue
from extract.targets.columns import Milestone
from extract.targets.period import first_year
from extract.vocabulary import Change, Unit
from patterns import groups, target_cells, targets
from patterns.tables import (
    FIGURES,
    FORECAST,
    LABEL_IN_SUBJECT,
    OF_BUDGET,
    OF_INDICATORS,
    OF_MONEY,
    STANCE,
    THREE_BEHIND_COMMA,
    TOTAL,
    Column,
    has_unit,
    in_decimals,
    is_comparison,
)

# Parts of a plan whose tables tell what is so, or nothing.
_SILENT_ROLES = frozenset({"header", "basis"})
_HOLDS = (Region.BODY, Region.ANNEX)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row measures: its words without the number before them, those above it, its group and the number of its indicator.

    `above` are the words that may complete it, nearest first: the whole that it is a part of, the titles of its groups.
    """

    words: str
    low: str
    above: tuple[str, ...] = ()
    group: str | None = None
    indicator: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of a table with all that says what it means."""

    table: Table
    row: Row
    subject: Subject
    column: Milestone
    found: CellValue
    unit: Unit
    per: int | None
    change: Change | None
    per_year: bool
    group: str | None
    lead: str | None
    sure: bool = True  # nothing of its unit and figures is guessed

    @property
    def place(self) -> str | None:
        """The locality that the value holds for; `None` where it holds for the issuer's own."""
        return self.column.place or self.subject.place

    @property
    def open(self) -> bool:
        """Whether the value may be a rate or a part of a total: a row that measures a rate decides for a rate."""
        value = self.found.value
        return value.open and not (value.unit == "per" and targets.RATE.search(self.subject.low) is not None)


@stage
def readings_in(outline: Outline) -> tuple[list[Reading], list[PlanWarning]]:
    """The readings of a document's tables in reading order, and the cells and tables that look like some and were not understood."""
    finder = _Finder(outline)
    return [reading for table in tables.tables_in(outline) for reading in finder.table(table)], finder.warnings


# So many rows tell what a table is about.
_FIRST_ROWS = 5
# Guessed values that make a table doubtful, where they are half of its values.
_DOUBTFUL = 3


class _Finder:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.warnings: list[PlanWarning] = []
        self.year = first_year(outline)
        self.reports = document.genre_of(outline) == "report"
        self.bare = not outline.region(Region.BODY)  # a workbook: nothing but tables

    def table(self, table: Table) -> Iterator[Reading]:
        """The readings of one table."""
        first = table.blocks[0]
        if not table.measures or not (first.region in _HOLDS or self.bare):
            return
        if self.outline.role(first) in _SILENT_ROLES and not self.bare:
            return
        if table.subject is None:
            self._warn_silent(table)
            return
        if table.headless:
            message = "bảng số liệu không có dòng tiêu đề / a table of values without a head"
            self._warn(first.start, first.end, "table-without-head", message)
            return
        unit = columns_of.unit_of(self.outline, table)
        if not self.reports and self._is_budget(table, unit):
            return
        columns = self._milestones(table)
        found = 0
        unsure: list[Reading] = []
        stated = table.states_measures or bool(unit) or self._gives_out(table, columns)
        for row in table.rows if stated else ():
            for reading in self._row(table, row, columns, unit):
                found += 1
                unsure += [] if reading.sure else [reading]
                yield reading
        if len(unsure) >= _DOUBTFUL and 2 * len(unsure) >= found:
            message = "bảng có nhiều số liệu không rõ đơn vị / a table of values whose units or figures are guessed"
            self._warn(first.start, first.end, "table-doubtful", message)
        if not found and any(one.year is not None for one in columns):
            self._warn_without_records(table)
        self._warn_numbers(table)

    def _gives_out(self, table: Table, columns: list[Milestone]) -> bool:
        """Whether a table gives localities what its title calls targets, by years: its own heads say no more."""
        by_year = table.columns[table.subject or 0] is Column.PLACE and any(one.year is not None for one in columns)
        return by_year and any(OF_INDICATORS.match(words) for words in columns_of.captions(self.outline, table))

    def _row(self, table: Table, row: Row, columns: list[Milestone], table_unit: str) -> Iterator[Reading]:
        columns = self._of_row(table, row, columns)
        if not columns or all(row.cells[one.at].low == row.cells[table.subject or 0].low for one in columns):
            return  # a title over the whole width
        if row.doubtful:
            message = "dòng thiếu ô, không rõ số liệu thuộc cột nào / a row of which it is not clear in which columns its figures stand"
            self._warn(row.start, row.end, "row-not-laid", message)
            return
        own_unit = table.cell(row, Column.UNIT)
        of_another = own_unit is not None and _is_of_another(own_unit, row.cells[table.subject or 0])
        unit_words = own_unit.low if own_unit is not None and not of_another else ""
        figures = (row.cells[one.at].low for one in columns)
        decimals = table.decimal_comma or in_decimals(unit_words or table_unit, figures)
        values = [(one, value) for one in columns if (value := self._value(row.cells[one.at], decimals)) is not None]
        if not values:
            return
        lead = table.cell(row, Column.LEAD, Column.IMPLEMENT)
        title = columns_of.title_of(self.outline, table)
        alone = len(columns) == 1 and not self.reports
        for column, read in values:
            value = cells.bounded(_of_whole(row, column, read), table.heads[column.at])
            one = columns_of.dated_by_group(column, row.groups, self.year, alone=alone)
            subject = _subject(table, row, one, title)
            if not any(character.isalpha() for character in subject.words):
                message = "dòng có số liệu mà không rõ chỉ tiêu / values without a subject"
                self._warn(row.start, row.end, "row-without-subject", message)
                return
            above = [words.lower() for words in subject.above]
            shared = "" if _has_own_unit(table, one.at, subject.low) else table_unit
            unit, per = cells.unit(value.value, [unit_words, table.heads[one.at], *above, shared], subject.low)
            change, per_year = cells.change_of_row(subject.low, unit_words, [found.value.value for _, found in values])
            if change is None and table.columns[table.subject or 0] is Column.PLACE and unit == "count":
                change = (
                    "decrease" if target_cells.FEWER.match(subject.low) is not None else None
                )  # by so many in each locality
            words = (unit_words, shared, table.heads[one.at], subject.low, *above)
            sure = unit != "count" or _says_count(row.cells[one.at].low, words)
            sure = sure or any(has_unit(part.low) for part in table.parts[one.at])
            sure = sure and not of_another and (decimals or THREE_BEHIND_COMMA.search(row.cells[one.at].low) is None)
            yield Reading(
                table,
                row,
                subject,
                one,
                value,
                unit,
                per,
                change or value.change,
                per_year,
                one.group or subject.group or groups.in_brackets(unit_words),
                " ".join(lead.text.split()) if lead is not None else None,
                sure,
            )

    def _value(self, cell: Cell, decimals: bool) -> CellValue | None:
        if cell.blank or cell.filled == FROM_ABOVE:
            return None  # of another row
        found = cells.read(cell.low, decimals=decimals)
        if found is None:
            message = f"không đọc được giá trị “{cell.text[:40]}” / a value that was not read"
            self._warn(cell.start, cell.end, "value-not-read", message)
        return found

    # --- columns -------------------------------------------------------------------------------------------------------

    def _milestones(self, table: Table) -> list[Milestone]:
        """The columns of values; those that only compare two others are left out."""
        out = []
        places = columns_of.places(table)
        named = {at: name for at, name in columns_of.groups_of(table).items() if at not in places}
        above = columns_of.year_above(self.outline, table)
        above = above if above[1] is not None else columns_of.year_of_subjects(table)
        for at in table.all(*FIGURES):
            if at in table.worked_out or is_comparison(table.heads[at]):
                continue
            known = at in places or at in named or columns_of.is_value(table, at)
            if not (known or ((places or named) and columns_of.is_total(table, at))):
                self._warn_column(table, at)
                continue
            year_from, year = columns_of.years(table.parts[at])
            if year is None:
                year_from, year = above
            group = next((found for part in table.parts[at] if (found := groups.named(part.low)) is not None), None)
            group = group or named.get(at)
            reached = self._reached(table, at, year)
            out.append(Milestone(at, year, year_from, reached, group, places.get(at), reached and _is_plan(table, at)))
        if _is_work(table, out):
            for one in out:
                self._warn_column(table, one.at)
            return []
        out = columns_of.of_wholes(table, out)
        told = any(one.reached and not one.planned for one in out)
        out = columns_of.told_apart(table, out)
        if any(FORECAST.search(words) is not None for words in columns_of.captions(self.outline, table)):
            out = [replace(one, sure=False) for one in out]  # what is foreseen may be no aim
        out = [one for one in out if not columns_of.only_counts(table, one, out)]
        return [replace(one, baseline=one.reached and not (one.planned and told)) for one in out]

    def _of_row(self, table: Table, row: Row, columns: list[Milestone]) -> list[Milestone]:
        """The columns of values as a row has them that names its year itself."""
        at = table.find(Column.ROW_YEAR)
        if at is None or row.cells[at].blank:
            return columns
        cell = row.cells[at]
        year_from, year = columns_of.years((cell,))
        said = STANCE.search(cell.low)
        reached = said is not None and said["reached"] is not None
        past = self.reports or reached or (year is not None and self.year is not None and year < self.year)
        return [
            replace(one, year=year, year_from=year_from, reached=past, baseline=past, planned=past and not reached)
            for one in columns
        ]

    def _reached(self, table: Table, at: int, year: int | None) -> bool:
        """Whether the values of a column are of the past: its head says so, or its year and the document's."""
        said = STANCE.search(table.heads[at])
        if self.reports:
            return said is None or said["reached"] is not None or table.columns[at] is Column.BASELINE
        if self.outline.role(table.blocks[0]) == "situation":
            return True
        reached = table.columns[at] is Column.BASELINE
        if year is None or self.year is None:
            return reached
        return year < self.year or (said is not None and reached and year <= self.year)

    def _is_budget(self, table: Table, unit: str) -> bool:
        """Whether a table says how much money is taken in and spent: it is all in money, and its title, head or first rows say so."""
        if table.find(Column.UNIT) is not None or OF_MONEY.fullmatch(unit) is None:
            return False
        first = [row.cells[table.subject or 0].low for row in table.rows[:_FIRST_ROWS]]
        said = (*columns_of.captions(self.outline, table), *table.heads, *first)
        return any(OF_BUDGET.search(words) is not None for words in said)

    # --- warnings ------------------------------------------------------------------------------------------------------

    def _warn_silent(self, table: Table) -> None:
        """Says that a table of years has no column that tells what its rows are."""
        if not table.headless and table.find(Column.YEAR) is not None:
            self._warn_without_records(table)

    def _warn_without_records(self, table: Table) -> None:
        first = table.blocks[0]
        message = "bảng có năm mà không đọc được chỉ tiêu nào / a table with years that gave no value"
        self._warn(first.start, first.end, "table-without-records", message)

    def _warn_column(self, table: Table, at: int) -> None:
        """Says that a column of figures in a table of measures has a head that was not understood."""
        said = [row.cells[at].low for row in table.rows if not row.cells[at].blank]
        words = sum(any(character.isalpha() for character in low) for low in said)
        if table.states_measures and table.parts[at] and 2 * words <= len(said):
            cell = table.parts[at][-1]
            message = (
                f"không hiểu tiêu đề cột số liệu “{cell.text[:40]}” / a column of figures whose head was not understood"
            )
            self._warn(cell.start, cell.end, "column-not-understood", message)

    def _warn_numbers(self, table: Table) -> None:
        """Says that most rows of a table whose rows are numbered have no number that was read."""
        at = table.find(Column.NUMBER)
        if at is None or len(table.rows) < 3:
            return
        unread = [row for row in table.rows if not row.number and row.parent is None]
        if 2 * len(unread) > len(table.rows):
            message = "cột số thứ tự không đọc được số / rows whose numbers were not read"
            self._warn(unread[0].start, unread[0].end, "rows-without-number", message)

    def _warn(self, start: int, end: int, code: str, message: str) -> None:
        if start < end:
            self.warnings.append(PlanWarning(code=code, message=message, start=start, end=end))


def _of_whole(row: Row, column: Milestone, found: CellValue) -> CellValue:
    """The value with the whole that the column beside it counts (`9 | 8`: 8 of 9)."""
    total = columns_of.count_of(row, column.whole) if column.whole is not None else None
    value = found.value
    if total is None or value.total is not None or value.unit is not None or value.high is not None:
        return found
    return replace(found, value=replace(value, total=total, unit="count"))


def _has_own_unit(table: Table, at: int, subject: str) -> bool:
    """Whether a column or a row is in another unit than the whole table: its words end in one, or it is a number of something."""
    own = any(has_unit(part.low) for part in table.parts[at]) or has_unit(subject)
    return own or target_cells.IS_COUNT.match(subject) is not None


def _is_of_another(unit: Cell, subject: Cell) -> bool:
    """Whether a unit that a row takes from the one above it is no unit of its subject (`‰` above `Tỷ lệ trẻ em được khai sinh`)."""
    if unit.filled != FROM_ABOVE or subject.filled == FROM_ABOVE:
        return False
    if target_cells.IS_SHARE.match(subject.low) is not None:
        return "%" not in unit.low
    return ("%" in unit.low or "‰" in unit.low) and target_cells.IS_COUNT.match(subject.low) is not None


def _is_work(table: Table, found: list[Milestone]) -> bool:
    """Whether a table describes work by several figures (places, samples, pieces) and sets no values: nothing tells its columns apart as
    years, localities, groups or stances, and its rows are not called indicators.
    """
    at = table.subject or 0
    if (
        len(found) < 2
        or table.columns[at] in (Column.PLACE, Column.ROW_YEAR)
        or OF_INDICATORS.match(table.heads[at].strip()) is not None
    ):
        return False
    if not any(target_cells.HOW_OFTEN.search(head) is not None for head in table.heads):
        return False
    return table.find(Column.UNIT) is None and not any(
        one.reached
        or one.place is not None
        or one.group is not None
        or columns_of.years(table.parts[one.at])[1] is not None
        or STANCE.search(table.heads[one.at]) is not None
        for one in found
    )


def _is_plan(table: Table, at: int) -> bool:
    """Whether the head of a column says that its values were planned, not reached."""
    said = STANCE.search(table.heads[at])
    return said is not None and said["planned"] is not None and table.columns[at] is not Column.BASELINE


# --- subjects ------------------------------------------------------------------------------------------------------


def _subject(table: Table, row: Row, column: Milestone, title: str) -> Subject:
    """The subject of a value: its row, or the head of its column where the rows are localities or years; the title of the table
    where the head says nothing but a year.
    """
    at = table.subject or 0
    cell = row.cells[at]
    if table.columns[at] in (Column.PLACE, Column.ROW_YEAR):
        words = " ".join(" ".join(part.text.split()) for part in columns_of.measured(table.parts[column.at]))
        if table.columns[at] is Column.PLACE and not any(letter.isalpha() for letter in words):
            words = " ".join(title.split())
        of_place = table.columns[at] is Column.PLACE and TOTAL.fullmatch(cell.low) is None
        place = " ".join(cell.text.split()) if of_place else None
        return Subject(words, words.lower(), place=place)
    start = _start(cell.low)
    words, low = cell.text[start:], cell.low[start:]
    above: list[str] = []
    parent = row.parent
    while parent is not None:
        over = parent.cells[at]
        if over.low != cell.low:
            above.append(" ".join(over.text[_start(over.low) :].split()))
        parent = parent.parent
    above += (" ".join(title.split()) for title in reversed(row.groups))
    split = table.own(row, Column.GROUP)
    group = (groups.named(low) or groups.ending(low, words)) if split is None else groups.named(split.low) or split.text
    for names in (groups.GROUP, groups.ENDS_IN_PLACES):
        if group is None and (match := names.search(low)) is not None:
            group = match["group"]
    of_area = groups.ROW_OF_AREA.fullmatch(low) if row.parent is not None and (group is None or "(" in low) else None
    if of_area is not None:
        group = " ".join(words[slice(*of_area.span("group"))].split())
    opens = groups.PART_OPENS.match(low)
    at = opens.end() if opens is not None else 0
    is_part = opens is not None or groups.PART_OPENS.match(cell.low) is not None
    part = groups.part(low[at:]) if group is None and is_part else None
    if part is not None and groups.narrows(part):
        group = " ".join(words[at:].split())  # `Trong đó: trẻ em dân tộc Mông`
    if split is not None and groups.OF_ONE_LEVEL.search(low) is not None:
        # `Tỷ lệ bỏ học` of `Tiểu học`: a measure of its own
        words, low, group = f"{words} {split.text}", f"{low} {split.low}", None
    return Subject(" ".join(words.split()), low, tuple(above), group, indicator_of(row, cell))


def _start(low: str) -> int:
    """Where the words of a subject begin, behind a number or a dash of their own."""
    match = LABEL_IN_SUBJECT.match(low) or target_cells.DASH.match(low)
    return match.end() if match is not None else 0


def indicator_of(row: Row, cell: Cell) -> int | None:
    """The number of the indicator: that of the row, or of the row that it is a part of or shares it with."""
    named = LABEL_IN_SUBJECT.match(cell.low)
    if named is not None and named["named"]:
        return int(named["named"])
    at: Row | None = row
    while at is not None:
        match = target_cells.NUMBER.match(at.number)
        if match is not None:
            return int(match[1])
        at = at.parent
    return None


def _says_count(cell: str, words: tuple[str, ...]) -> bool:
    """Whether a cell, its unit, or its heads and subject say that a value is a number of something."""
    unit, table_unit, *said = words
    own = any(character.isalpha() for character in cell)
    return own or bool(unit.strip() or table_unit) or any(target_cells.COUNTS.search(low) for low in said)
