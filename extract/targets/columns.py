"""What the columns of values of a table hold for: a year, a group of people, a locality; what stands above the whole table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus import units
from extract.structure.outline import Outline
from extract.structure.regions import Region
from extract.structure.tables import Cell, Row, Table
from extract.targets import cells
from patterns import groups, target_cells
from patterns.tables import (
    COUNT_ALONE,
    FIGURES,
    PART_OF_YEAR,
    POPULATION,
    SPAN_OF_YEARS,
    STANCE,
    TOTAL,
    YEAR,
    Column,
    columns,
    has_unit,
    heads_units,
    is_part_of,
    is_place,
    names_places,
    says_measure,
)


@dataclass(frozen=True, slots=True)
class Milestone:
    """What the values of a column hold for: a year (`year_from` to `year` for a span), a group, a locality.

    `reached` tells that they are of the past, `planned` that they are what had been planned for it,
    `baseline` that targets start from them, `sure` that the head tells the column from the others; `whole` is the column beside it that
    counts of how many its values are (`Tổng số xã`).
    """

    at: int
    year: int | None
    year_from: int | None
    reached: bool
    group: str | None
    place: str | None
    planned: bool = False
    baseline: bool = False
    sure: bool = True
    whole: int | None = None


# --- what stands above a table -----------------------------------------------------------------------------------------


def year_above(outline: Outline, table: Table) -> tuple[int | None, int | None]:
    """The year (and, before it, the first of its span) that the title of a table, the line right above it or the heading of its annex
    names; nothing where they name several.
    """
    for words in captions(outline, table):
        if target_cells.CITES.search(words) is None and (found := _year_of(words)) is not None:
            return found
    return None, None


# Lines above a table that its title may take up, and characters of one.
_TITLE_LINES, _LONGEST_TITLE = 5, 250


def captions(outline: Outline, table: Table) -> Iterator[str]:
    """The words, in lower case, that say what a table is about: its title rows, the lines right above it, the headings that it stands under."""
    yield from (title.lower() for title in table.titles)
    index = table.blocks[0].index
    near = index - 1
    for block in reversed(outline.blocks[max(0, index - _TITLE_LINES) : index]):
        words = outline.text.lower[block.body : block.end]
        of_annex = block.region is Region.ANNEX and not block.labels  # its title, over several lines
        if block.paragraph.cells or len(words) > _LONGEST_TITLE or not (block.index == near or of_annex):
            break
        if target_cells.UNIT_SAID.search(words) is not None:
            near -= 1  # the title stands above the line that says the unit
        yield words
    for node in outline.ancestors(table.blocks[0]):
        if node.role in ("annex", "objectives"):
            yield node.title.lower()


def unit_of(outline: Outline, table: Table) -> str:
    """The unit that a title row, the line right above or the head of what is measured says for the whole table."""
    at = table.find(Column.SUBJECT)
    heads = [table.heads[at]] if at is not None else []
    said = (cells.said_unit(words.lower()) for words in (*table.titles, *_line_above(outline, table), *heads))
    return next((words for words in said if words), "")


def title_of(outline: Outline, table: Table) -> str:
    """The words of the last title row of a table, or of the line right above it."""
    return next(iter((*reversed(table.titles), *_line_above(outline, table))), "")


def _line_above(outline: Outline, table: Table) -> list[str]:
    """The words of the line right above a table, where it is no text; nothing where there is none."""
    index = table.blocks[0].index
    above = outline.blocks[index - 1 : index] if index else ()
    short = (one for one in above if not one.paragraph.cells and one.end - one.start < _LONGEST_TITLE)
    return [outline.text.view[one.body : one.end] for one in short]


# --- years and places of columns -----------------------------------------------------------------------------------


def _year_of(words: str) -> tuple[int | None, int | None] | None:
    """The first year of the span and the last year that words name; `None` where they name none or several."""
    found = list(dict.fromkeys(YEAR.findall(words)))
    span = SPAN_OF_YEARS.search(words)
    if span is not None and len(found) == 2:
        return int(span["from"]), int(span["to"])
    return (None, int(found[0])) if len(found) == 1 else None


def year_of_subjects(table: Table) -> tuple[int | None, int | None]:
    """The year that the head of what is measured names (`Chỉ tiêu năm 2026`), and before it the first of its span."""
    at = table.find(Column.SUBJECT)
    return (_year_of(table.heads[at]) if at is not None else None) or (None, None)


def years(parts: tuple[Cell, ...]) -> tuple[int | None, int | None]:
    """The first and the last year that the head of a column names, the innermost head first; the first only of a span."""
    for part in reversed(parts):
        span = SPAN_OF_YEARS.search(part.low)
        if span is not None:
            return int(span["from"]), int(span["to"])
        found = YEAR.findall(part.low)
        if found:
            return None, int(found[-1])
    return None, None


def measured(parts: tuple[Cell, ...]) -> list[Cell]:
    """The heads of a column that say what is counted: no year, no total."""
    said = [part for part in parts if target_cells.ONLY_YEAR.fullmatch(part.low) is None]
    return [part for part in said if TOTAL.fullmatch(part.low) is None] or said


def may_measure_same(table: Table, one: int, other: int) -> bool:
    """Whether the heads above two columns leave it open that both measure the same: where both name what they do, it is one."""
    above = [
        {part.low for part in measured(table.parts[at][:-1]) if STANCE.search(part.low) is None} for at in (one, other)
    ]
    return not all(above) or above[0] == above[1]


def dated_by_group(column: Milestone, titles: tuple[str, ...], first: int | None, *, alone: bool) -> Milestone:
    """The column as it holds for a row below titles of which one is a time (`I. Đến năm 2030`), where its own head names no year.

    Where it stands alone in no report, what is to come is planned, whatever the column is called (`Kết quả`): the title says `đến`, or
    a year from the first one of the document on.
    """
    if column.year is not None:
        return column
    for title in reversed(titles):
        time = target_cells.TIME_OF_GROUP.fullmatch(title.lower())
        if time is not None:
            year_from, year = int(time["from"]) if time["from"] else None, int(time["year"])
            ahead = alone and (time["ahead"] is not None or (first is not None and year >= first))
            return replace(
                column,
                year=year,
                year_from=year_from,
                reached=column.reached and not ahead,
                baseline=column.baseline and not ahead,
            )
    return column


def is_value(table: Table, at: int) -> bool:
    """Whether the head of a column with figures says that they are values: a year, a plan, a share, a group (`Tần suất` says none)."""
    head = table.heads[at]
    named = any(groups.named(part.low) is not None for part in table.parts[at])
    counted = table.columns[table.subject or 0] in _COUNTED_BY and (has_unit(head) or _has_units(table))
    return named or counted or any(kind in FIGURES for kind in columns(head)) or says_measure(head)


def _has_units(table: Table) -> bool:
    """Whether a row of the head says the units of the columns."""
    return any(heads_units(part.low) for part in table.parts[table.subject or 0][1:])


# What rows are where the heads say what is measured.
_COUNTED_BY = (Column.PLACE, Column.ROW_YEAR)


def groups_of(table: Table) -> dict[int, str]:
    """The columns of values that hold for a group of those whom the rows measure, with its name as written: an area, a level of school, or
    whatever their heads say where nothing but that tells them apart (a column names the years of the rows, or one head of a year spans them).
    """
    at = table.find(Column.SUBJECT)
    if at is None:
        return {}
    dated = table.find(Column.ROW_YEAR) is not None
    out: dict[int, str] = {}
    beside: Counter[tuple[str, ...]] = Counter()
    for at in table.all(*FIGURES):
        parts = table.parts[at]
        if not parts or is_total(table, at) or not _may_name_group(parts[-1].low):
            continue
        known = groups.LEVEL_OR_AREA.fullmatch(parts[-1].low.strip(" -–")) is not None
        if known or dated or any(YEAR.search(part.low) is not None for part in parts[:-1]):
            out[at] = " ".join(parts[-1].text.split()).strip(" -–")
            beside[tuple(part.low for part in parts[:-1] if YEAR.search(part.low) is not None)] += 1
    return out if max(beside.values(), default=0) >= _LEAST_PLACES else {}


def _may_name_group(head: str) -> bool:
    return not _says_when(head) and PART_OF_YEAR.search(head) is None and set(columns(head)) <= {Column.GROUP}


def is_total(table: Table, at: int) -> bool:
    """Whether a column holds for all the localities of the others together."""
    return any(TOTAL.fullmatch(part.low) is not None for part in table.parts[at])


# Columns that must be named after localities, of those that hold values.
_LEAST_PLACES = 2


def places(table: Table) -> dict[int, str]:
    """The columns of values that hold for a locality, with its name as written; none where the rows are localities.

    A head above them says so, or two of them are called so, or most are known names: then all beside them are.
    """
    if table.find(Column.PLACE) == table.subject:
        return {}
    last = {at: table.parts[at] for at in table.all(*FIGURES) if table.parts[at] and not is_total(table, at)}
    bare = {at: parts for at, parts in last.items() if not any(_says_when(part.low) for part in parts[-1:])}
    below = {at for at, parts in bare.items() if any(names_places(part.low) for part in parts[:-1])}
    called = {at for at, parts in bare.items() if is_place(parts[-1].low)}
    if len(below) < _LEAST_PLACES and len(called) < _LEAST_PLACES:
        named = [at for at, parts in bare.items() if parts[-1].text[:1].isupper()]
        known = [at for at in named if units.load().find(bare[at][-1].text)]
        called = set(named) if len(known) >= _LEAST_PLACES and 2 * len(known) > len(last) else set()
    above = {tuple(part.low for part in bare[at][:-1]) for at in called | below}
    found = {at for at, parts in bare.items() if tuple(part.low for part in parts[:-1]) in above}
    names = {at: " ".join(bare[at][-1].text.split()) for at in found}
    return names if len(names) >= _LEAST_PLACES else {}


def _says_when(head: str) -> bool:
    """Whether a head says a year or a measure, or that something was planned or reached: it is the name of no place."""
    return YEAR.search(head) is not None or STANCE.search(head) is not None or says_measure(head)


# --- heads that do not tell columns apart ----------------------------------------------------------------------------


def told_apart(table: Table, found: list[Milestone]) -> list[Milestone]:
    """The columns of values, not sure where a head names a part of a year, no year beside others that do, the same as
    another, or how many there are in a locality.
    """
    planned = [one for one in found if not one.reached and PART_OF_YEAR.search(table.heads[one.at]) is None]
    means = Counter(_meaning(table, one) for one in planned)
    dated = any(one.year is not None for one in planned)
    by_place = table.columns[table.subject or 0] in _COUNTED_BY
    return [
        replace(one, sure=False)
        if not one.reached
        and (
            PART_OF_YEAR.search(table.heads[one.at]) is not None
            or means[_meaning(table, one)] > 1
            or (dated and one.year is None)
            or (by_place and POPULATION.match(table.heads[one.at]) is not None)
        )
        else one
        for one in found
    ]


def of_wholes(table: Table, found: list[Milestone]) -> list[Milestone]:
    """The columns of values; one that counts the whole (`Tổng số xã`) is no target of its own beside the part of it (`Số xã đạt`)."""
    wholes = {right.at: left.at for left, right in pairwise(found) if _is_part(table, left.at, right.at)}
    kept = [one for one in found if one.at not in wholes.values()]
    return [replace(one, whole=wholes.get(one.at)) for one in kept]


def _is_part(table: Table, left: int, right: int) -> bool:
    """Whether the column to the right counts a part of what the one to its left does, in every row."""
    whole, part = table.parts[left], table.parts[right]
    if not whole or not part or [one.low for one in whole[:-1]] != [one.low for one in part[:-1]]:
        return False
    if not is_part_of(" ".join(part[-1].low.split()), " ".join(whole[-1].low.split())):
        return False
    pairs = [(count_of(row, left), count_of(row, right)) for row in table.rows]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(known) and all(b <= a for a, b in known)


def count_of(row: Row, at: int) -> float | None:
    """The count that a cell holds, and nothing else; `None` where it holds none."""
    found = cells.read(row.cells[at].low) if not row.cells[at].blank else None
    if found is None or found.comparator != "=" or found.value.unit is not None or found.value.high is not None:
        return None
    return found.value.value if found.value.value.is_integer() else None


def only_counts(table: Table, one: Milestone, beside: list[Milestone]) -> bool:
    """Whether a column tells how many there are in each locality, beside columns whose heads say years or plans: it names neither."""
    head = table.heads[one.at]
    if table.columns[table.subject or 0] is not Column.PLACE or one.reached or _says_year(table, one):
        return False
    dated = [other for other in beside if _says_year(table, other)]
    if POPULATION.match(head) is not None:
        return bool(dated)
    # `Số hộ có trẻ em` beside columns that all name years and nothing else
    alone = len(dated) == len(beside) - 1 > 1 and COUNT_ALONE.match(head) is not None and STANCE.search(head) is None
    return alone and all(target_cells.ONLY_YEAR.fullmatch(table.parts[other.at][-1].low) is not None for other in dated)


def _says_year(table: Table, one: Milestone) -> bool:
    return any(YEAR.search(part.low) is not None for part in table.parts[one.at])


def _meaning(table: Table, one: Milestone) -> tuple[object, ...]:
    """What a column holds for, as far as its head says: two columns that mean the same differ in nothing that was understood."""
    measured = table.heads[one.at] if table.columns[table.subject or 0] in _COUNTED_BY else ""
    return one.year, one.year_from, one.group, one.place, "%" in table.heads[one.at], measured
