"""Targets that stand in a table: a row for each measure, a column for each year or one for the value."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extract.alignment import Aligner
from extract.component import evidence
from extract.records import Target
from extract.structure import tables
from extract.structure.outline import Outline
from extract.structure.regions import Region
from extract.structure.tables import Row, Table
from patterns import numbers, targets
from patterns.headings import LabelKind, label
from patterns.tables import Column

_YEAR = regex.compile(r"(?:19|20)\d\d")
_CELL = regex.compile(
    r"\s*(?P<words>(?:từ|đạt|khoảng|còn|≥|>=|≤|<=|<|>|ít nhất|tối thiểu|trên|dưới|không quá|tối đa|hơn)?\s*(?:đạt\s*)?)(?=\d)"
)


def find(outline: Outline, aligner: Aligner) -> list[Target]:
    """The targets of the plan's tables, in reading order."""
    out: list[Target] = []
    for table in tables.find(outline):
        subject = table.find(Column.SUBJECT)
        values = [i for i, kind in enumerate(table.columns) if kind in (Column.YEAR, Column.VALUE)]
        if subject is None or not values or table.head_blocks[0].region not in (Region.BODY, Region.ANNEX):
            continue
        for row in table.rows:
            out.extend(_row(outline, aligner, table, row, subject, values))
    return out


def _row(
    outline: Outline, aligner: Aligner, table: Table, row: Row, subject_at: int, values: list[int]
) -> Iterator[Target]:
    low, text = outline.text.lower, outline.text.text
    if max(values[-1], subject_at) >= len(row.cells):
        return
    subject = row.cells[subject_at]
    words = text[subject[0] : subject[1]]
    unit_cell = table.cell(row, Column.UNIT)
    unit_words = low[unit_cell[0] : unit_cell[1]] if unit_cell is not None else ""
    indicator = _indicator(low, table, row, subject_at)
    above = row.parent.cells[subject_at] if row.parent is not None else subject
    wholes = [
        words,
        f"{text[above[0] : above[1]]} {words}" if row.parent is not None else "",
        f"{row.group} {words}" if row.group else "",
    ]
    if "%" in unit_words:  # a column of per cent says that the row is a share
        wholes.append(f"tỷ lệ {words}")
    group = targets.GROUP.search(low, *subject)
    change, per_year = _change(low[subject[0] : subject[1]], unit_words)
    lead = table.cell(row, Column.LEAD)
    baseline = _baseline(low, table, row)
    against = _AGAINST.search(low, *subject) if baseline is None and change is not None else None
    for index in values:
        point = _value(low, *row.cells[index])
        if point is None:
            continue
        comparator, value = point
        unit, per = _unit(unit_words, low[subject[0] : subject[1]], table.heads[index], value)
        years = [int(year) for year in _YEAR.findall(table.heads[index])]
        found = next(
            filter(
                None,
                (
                    aligner.align(one, indicator_no=indicator, unit=unit, per=per, change=change)
                    for one in wholes
                    if one
                ),
            ),
            None,
        )
        yield Target(
            kind="quantitative",
            indicator_no=indicator,
            objective_no=_objective(row.group),
            comparator=comparator,
            value=value.value,
            value_high=value.high,
            unit=unit,
            per=per,
            total=value.total,
            per_year=per_year,
            change=change,
            year=years[-1] if years else None,
            year_from=years[0] if len(years) > 1 else None,
            group=group["group"] if group is not None else None,
            baseline_value=baseline[0] if baseline is not None else None,
            baseline_year=baseline[1]
            if baseline is not None
            else int(against["year"])
            if against is not None
            else None,
            measure=found.code if found is not None else None,
            match=found.match if found is not None else None,
            measure_score=found.score if found is not None else None,
            subject=" ".join(words.split()),
            agencies=(" ".join(text[lead[0] : lead[1]].split()),) if lead is not None else (),
            confidence=0.9,
            **evidence(outline, row.block.start, row.block.end),
        )


_OR_LESS = regex.compile(r"trở xuống")
_OR_MORE = regex.compile(r"trở lên")
_GOES_ON = regex.compile(r"[/\-]\d")


def _value(low: str, start: int, end: int) -> tuple[str, numbers.Value] | None:
    """The comparator and the value of a cell."""
    match = _CELL.match(low, start, end)
    if match is None:
        return None
    value = numbers.at(low, match.end(), end)
    if value is None or _GOES_ON.match(low[value.end : end]):
        return None
    if value.high is not None:
        return "range", value
    words = match["words"].replace("đạt", "").strip()
    if _OR_MORE.search(low[value.end : end]):
        return ">=", value
    if _OR_LESS.search(low[value.end : end]):
        return "<=", value
    return targets.sign(words), value


_SHARE = regex.compile(r"\s*(?:giảm )?(?:tỷ lệ|tỉ lệ)")
_PER_IN_SUBJECT = regex.compile(r"(?:trên|/)\s?(?P<per>\d{1,3}(?:[.,]000)+)")
_PER_IN_HEAD = regex.compile(r"/\s?(?P<per>\d{1,3}(?:[.,\s]?000)+)")


def _unit(unit: str, subject: str, head: str, value: numbers.Value) -> tuple[str, int | None]:
    """The unit of a value by its own sign, the column of units, the head, or the words of the measure."""
    if value.unit is not None:
        return value.unit, value.per
    for words in (unit, head):
        if "‰" in words or "%o" in words:
            return "per", 1000
        rate = _PER_IN_HEAD.search(words)
        if rate is not None:
            return "per", int(numbers.parse(rate["per"]))
        if "%" in words:
            return "percent", None
    rate = _PER_IN_SUBJECT.search(subject)
    if rate is not None:
        return "per", int(numbers.parse(rate["per"]))
    if not unit and _SHARE.match(subject):
        return "percent", None
    return "count", None


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


def _baseline(low: str, table: Table, row: Row) -> tuple[float, int | None] | None:
    """What was reached before, and in which year, by the column that says so (`Hiện trạng 2020`)."""
    index = table.find(Column.BASELINE)
    if index is None or index >= len(row.cells):
        return None
    point = _value(low, *row.cells[index])
    if point is None:
        return None
    years = _YEAR.findall(table.heads[index])
    return point[1].value, int(years[-1]) if years else None


_NUMBER = regex.compile(r"\s*(?:chỉ tiêu )?(\d{1,2})(?:\.\d+)*\.?\s*$")


def _indicator(low: str, table: Table, row: Row, subject_at: int) -> int | None:
    """The number of the indicator: that of the row, or of the row that it is a part of."""
    cell = table.cell(row, Column.NUMBER)
    number = low[cell[0] : cell[1]] if cell is not None else ""
    subject = low[slice(*row.cells[subject_at])]
    named = label(subject[:1].upper() + subject[1:]) if subject.startswith("chỉ tiêu") else None
    if named is not None and named.kind is LabelKind.INDICATOR:
        return int(named.text)
    match = _NUMBER.match(number)
    if match is not None:
        return int(match[1])
    return _indicator(low, table, row.parent, subject_at) if row.parent is not None else None


_OBJECTIVE = regex.compile(r"\W*(?:[IVXa-z\d]+[.)]\s*)?mục tiêu (?:số )?(\d{1,2})")


def _objective(group: str) -> int | None:
    match = _OBJECTIVE.match(group.lower())
    return int(match[1]) if match is not None else None
