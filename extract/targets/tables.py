"""Targets that stand in a table: a row for each measure, a column for each year or one for the value.

Values that were reached are the baselines of the row, never targets. In an allocation rows or columns are localities.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extract.component import evidence
from extract.head import document
from extract.records import PlanWarning, Target
from extract.structure import tables
from extract.structure.outline import Outline
from extract.structure.regions import Region
from extract.structure.tables import Cell, Row, Table
from extract.structure.tables.grid import FROM_ABOVE
from extract.structure.tables.rows import IN_SUBJECT
from extract.targets import cells
from extract.targets.cells import CellValue
from patterns import groups, targets
from patterns.tables import FIGURES, STANCE, YEAR, Column, is_comparison

# Parts of a plan that set no target: what they tell is so already.
_SILENT_ROLES = frozenset({"situation", "header", "basis"})


@dataclass(frozen=True, slots=True)
class Milestone:
    """What the values of a column hold for: a year (`year_from` to `year` for a span), a group; `reached` tells that they are of the past."""

    at: int
    year: int | None
    year_from: int | None
    reached: bool
    group: str | None


def milestones(table: Table, own_year: int | None) -> list[Milestone]:
    """The columns of values of a table; those that only compare two others are left out.

    `own_year` is the first year that the plan is made for: a bare year before it is past, one behind it never is.
    """
    out = []
    for at in table.all(*FIGURES):
        head = table.heads[at]
        if is_comparison(head):
            continue
        year_from, year = _years(table.parts[at])
        said = STANCE.search(head)
        reached = table.columns[at] is Column.BASELINE
        if year is not None and own_year is not None:
            reached = year < own_year if said is None else reached and year <= own_year
        out.append(Milestone(at, year, year_from, reached, _group_of_head(table.parts[at])))
    return out


_SPAN = regex.compile(r"(?P<from>(?:19|20)\d\d)\s?(?:-|–|đến|tới)\s?(?:năm\s)?(?P<to>(?:19|20)\d\d)")


def _years(parts: tuple[Cell, ...]) -> tuple[int | None, int | None]:
    """The first and the last year that the head of a column names, the innermost head first; the first only of a span."""
    for part in reversed(parts):
        span = _SPAN.search(part.low)
        if span is not None:
            return int(span["from"]), int(span["to"])
        found = YEAR.findall(part.low)
        if found:
            return None, int(found[-1])
    return None, None


def _group_of_head(parts: tuple[Cell, ...]) -> str | None:
    return next((group for part in parts if (group := groups.named(part.low)) is not None), None)


def first_year(outline: Outline) -> int | None:
    """The first year that a plan is made for: that of its title, else that of its issue; `None` where neither is known."""
    head = document.find(outline)[0]
    return head.period_start or (int(head.issued_on[:4]) if head.issued_on else None)


def find(outline: Outline) -> tuple[list[Target], list[PlanWarning]]:
    """The targets of the plan's tables in reading order, and the cells and tables that look like some and were not understood."""
    finder = _Finder(outline)
    records = [record for table in tables.find(outline) for record in finder.table(table)]
    return records, finder.warnings


class _Finder:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.own_year = first_year(outline)
        self.warnings: list[PlanWarning] = []

    def table(self, table: Table) -> Iterator[Target]:
        """The targets of one table."""
        first = table.blocks[0]
        if table.subject is None or not table.measures or first.region not in (Region.BODY, Region.ANNEX):
            return
        if self.outline.role(first) in _SILENT_ROLES:
            return
        if table.headless:
            self._warn_table(
                table, "table-without-head", "bảng số liệu không có dòng tiêu đề / a table of values without a head"
            )
            return
        columns = milestones(table, self.own_year)
        unit = _unit_of_table(self.outline, table)
        found = False
        for row in table.rows:
            for record in self._row(table, row, columns, unit):
                found = True
                yield record
        if not found and any(one.year is not None and not one.reached for one in columns):
            self._warn_table(
                table,
                "table-without-records",
                "bảng có năm mà không đọc được chỉ tiêu nào / a table with years that gave no target",
            )

    def _row(self, table: Table, row: Row, columns: list[Milestone], unit: str) -> Iterator[Target]:
        subject = Subject.of(table, row)
        values = [(one, value) for one in columns if (value := self._value(row.cells[one.at])) is not None]
        if not values:
            return
        if not any(character.isalpha() for character in subject.words):
            self._warn(
                row.start,
                row.end,
                "row-without-subject",
                "dòng có số liệu mà không rõ chỉ tiêu / values without a subject",
            )
            return
        baseline = _baseline(values)
        for one, value in values:
            if not one.reached:
                yield self._target(table, row, subject, one, value, unit, baseline)

    def _value(self, cell: Cell) -> CellValue | None:
        if cell.blank or cell.filled == FROM_ABOVE:
            return None  # of another row
        found = cells.read(cell.low)
        if found is None:
            message = f"không đọc được giá trị “{cell.text[:40]}” / a value that was not read"
            self._warn(cell.start, cell.end, "value-not-read", message)
        return found

    def _target(
        self,
        table: Table,
        row: Row,
        subject: Subject,
        column: Milestone,
        found: CellValue,
        table_unit: str,
        baseline: tuple[float, int | None] | None,
    ) -> Target:
        value = found.value
        own_unit = table.cell(row, Column.UNIT)
        unit_words = own_unit.low if own_unit is not None else ""
        unit, per = cells.unit(value, [unit_words, table.heads[column.at], *subject.above_low, table_unit], subject.low)
        change, per_year = _change(subject.low, unit_words)
        change = change or found.change
        against = _AGAINST.search(subject.low) if baseline is None and change is not None else None
        lead = table.cell(row, Column.LEAD, Column.IMPLEMENT)
        return Target(
            kind="quantitative",
            indicator_no=subject.indicator,
            objective_no=_objective(row.groups),
            comparator=found.comparator,
            value=value.value,
            value_high=value.high,
            unit=unit,
            per=per,
            total=value.total,
            per_year=per_year,
            change=change,
            year=column.year,
            year_from=column.year_from,
            group=column.group or subject.group or groups.in_brackets(unit_words),
            baseline_value=baseline[0] if baseline is not None else None,
            baseline_year=baseline[1]
            if baseline is not None
            else int(against["year"])
            if against is not None
            else None,
            subject=" ".join(subject.words.split()),
            clause=" ".join(subject.words.split()),
            above=tuple(" ".join(words.split()) for words in subject.above),
            agencies=(" ".join(lead.text.split()),) if lead is not None else (),
            confidence=0.9,
            **evidence(self.outline, row.start, row.end),
        )

    def _warn_table(self, table: Table, code: str, message: str) -> None:
        self._warn(table.blocks[0].start, table.blocks[0].end, code, message)

    def _warn(self, start: int, end: int, code: str, message: str) -> None:
        if start < end:
            self.warnings.append(PlanWarning(code=code, message=message, start=start, end=end))


# --- subjects ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row measures: its words without the number before them, those above it, its group and the number of its indicator.

    `above` are the words that may complete it, nearest first: the whole that it is a part of, the titles of its groups.
    """

    words: str
    low: str
    above: tuple[str, ...]
    above_low: tuple[str, ...]
    group: str | None
    indicator: int | None

    @classmethod
    def of(cls, table: Table, row: Row) -> Subject:
        """The subject of a row."""
        at = table.subject or 0
        cell = row.cells[at]
        start = _start(cell.low)
        words, low = cell.text[start:], cell.low[start:]
        above, above_low = [], []
        parent = row.parent
        while parent is not None:
            over = parent.cells[at]
            if over.low != cell.low:
                above.append(over.text[_start(over.low) :])
                above_low.append(over.low)
            parent = parent.parent
        above += reversed(row.groups)
        above_low += [group.lower() for group in reversed(row.groups)]
        split = table.own(row, Column.GROUP)
        group = groups.named(split.low) or split.low if split is not None else groups.named(low)
        if group is None and (match := groups.GROUP.search(low)) is not None:
            group = match["group"]
        return cls(words, low, tuple(above), tuple(above_low), group, _indicator(row, cell))


_DASH = regex.compile(r"\s*[-–—+•*]\s*|\s*trong đó\s?:\s*")


def _start(low: str) -> int:
    """Where the words of a subject begin, behind a number or a dash of their own."""
    match = IN_SUBJECT.match(low) or _DASH.match(low)
    return match.end() if match is not None else 0


_NUMBER = regex.compile(r"(\d{1,3})(?:[.a-zđ].*)?$")


def _indicator(row: Row, cell: Cell) -> int | None:
    """The number of the indicator: that of the row, or of the row that it is a part of or shares it with."""
    named = IN_SUBJECT.match(cell.low)
    if named is not None and named["named"]:
        return int(named["named"])
    at: Row | None = row
    while at is not None:
        match = _NUMBER.match(at.number)
        if match is not None:
            return int(match[1])
        at = at.parent
    return None


_OBJECTIVE = regex.compile(r"\W*(?:[ivxa-z\d]+[.)]\s*)?mục tiêu (?:số )?(\d{1,2})")


def _objective(titles: tuple[str, ...]) -> int | None:
    return next(
        (int(match[1]) for title in reversed(titles) if (match := _OBJECTIVE.match(title.lower())) is not None), None
    )


# --- what a row says beside its values -----------------------------------------------------------------------------

# A row whose values are changes says so: `Mức giảm …`, `Giảm số … hằng năm`; `Giảm tỷ lệ …` alone names a level to reach.
_CHANGE = regex.compile(r"\W*(?:(?:mức|tỷ lệ|tốc độ)\s)?(?P<way>giảm|tăng)\b")
_CHANGE_NAMED = regex.compile(r"\W*(?:mức|tỷ lệ|tốc độ)\s(?:giảm|tăng)\b(?! nghèo| dân)")
# `Mức giảm … so với năm 2020`.
_AGAINST = regex.compile(r"so với (?:cuối |đầu |cùng kỳ )?(?:năm )?(?P<year>(?:19|20)\d\d)")


def _change(subject: str, unit: str) -> tuple[str | None, bool]:
    """Whether the values of a row are changes, and yearly ones."""
    way = _CHANGE.match(subject)
    per_year = targets.YEARLY.search(subject) is not None or targets.YEARLY.search(unit) is not None
    if way is None or not (per_year or _CHANGE_NAMED.match(subject) is not None):
        return None, False
    return "decrease" if way["way"] == "giảm" else "increase", per_year


def _baseline(values: list[tuple[Milestone, CellValue]]) -> tuple[float, int | None] | None:
    """What was reached last, and in which year."""
    reached = [(one, value) for one, value in values if one.reached]
    if not reached:
        return None
    one, value = max(reached, key=lambda pair: (pair[0].year or 0, pair[0].at))
    return value.value.value, one.year


def _unit_of_table(outline: Outline, table: Table) -> str:
    """The unit that a title row or the line right above says for the whole table."""
    for title in table.titles:
        if said := cells.said_unit(title.lower()):
            return said
    index = table.blocks[0].index
    if index == 0 or outline.blocks[index - 1].paragraph.cells:
        return ""
    above = outline.blocks[index - 1]
    return cells.said_unit(outline.text.lower[above.start : above.end])
