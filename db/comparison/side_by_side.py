"""A few plans side by side on the measures of one programme: all values, all sentences, how far each is off the first plan's.

What a plan sets for one year and group is held against what the first of the plans sets for the same; by the same rules as against a
programme (`stances`): the direction of the measure counts, and what cannot be compared has no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from db.comparison import compare, stances
from db.comparison.compare import Yardstick
from db.comparison.stances import Judgement, Measured, Value
from db.schema.database import in_batches
from patterns import groups

Row = dict[str, Any]

# How a plan that sets nothing for a year stands to the measure: it says nothing of it at all, sets it for other years, is not judged by the
# programme or not meant to have it (its level), or is about one matter (thematic) and says nothing of others.
Silence = Literal["absent", "other-year", "not-meant", "thematic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one plan sets: its values (rows of `comparisons` with their sentence), or why there is none; how it stands to the first plan."""

    values: tuple[Row, ...]
    silence: Silence | None = None
    beside: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A measure for one year and group: a cell for each plan, in the order of the plans; whether they say the same."""

    measure: str
    year: int | None
    group: str | None
    cells: tuple[Cell, ...]

    @property
    def same(self) -> bool:
        """Whether all plans that are meant to have it set the same."""
        meant = [cell for cell in self.cells if cell.silence not in ("not-meant", "thematic")]
        said = {_said(cell) for cell in meant}
        return len(said) < 2


def side_by_side(db: Database, plans: Sequence[Row], programme: str) -> list[Line]:
    """The lines of a table of some plans (rows of `documents`), in the order of the programme; measures of which no plan speaks have none."""
    yardstick = Yardstick(db)
    names = [plan["id"] for plan in plans]
    found = compare.of_any(db, names, programme, yardstick)
    sentences = {row["id"]: row for row in in_batches(db, _SENTENCES, {row["target"] for row in found})}
    by_measure: dict[str, dict[tuple[int | None, str | None], dict[str, list[Row]]]] = defaultdict(dict)
    for row in found:
        key = (_year(row, yardstick), groups.canonical(row["subgroup"]))
        by_plan = by_measure[row["measure"]].setdefault(key, defaultdict(list))
        by_plan[row["document"]].append(row | {"sentence": sentences[row["target"]]})
    judged = _judged(db, plans)
    return [
        line
        for (of, code), measure in yardstick.measures.items()
        if of == programme and code in by_measure
        for line in _lines(measure, by_measure[code], plans, yardstick.measured[of, code], judged.get(programme, set()))
    ]


_SENTENCES = "SELECT id, key, quote, page, section, confidence, ocr, corrected FROM targets WHERE id IN ({})"


def _year(row: Row, yardstick: Yardstick) -> int | None:
    """The year that a value is for; none where it is only the plan's last and the programme names none either."""
    asked = {one["year"] for one in yardstick.milestones[row["programme"], row["measure"]]}
    return None if row["year_basis"] == "period" and asked == {None} else row["year"]


def _judged(db: Database, plans: Sequence[Row]) -> dict[str, set[str]]:
    """The plans (ids) that each programme judges."""
    standing = {plan["plan"] or plan["id"]: plan["id"] for plan in plans}
    out: dict[str, set[str]] = defaultdict(set)
    for row in in_batches(db, compare.IN_FORCE, standing):
        out[row["programme"]] |= {plan["id"] for plan in plans if (plan["plan"] or plan["id"]) == row["document"]}
    return out


def _lines(
    measure: Row,
    by_key: dict[tuple[int | None, str | None], dict[str, list[Row]]],
    plans: Sequence[Row],
    measured: Measured,
    judged: set[str],
) -> Iterator[Line]:
    speaking = {document for by_plan in by_key.values() for document in by_plan}
    for (year, group), by_plan in sorted(by_key.items(), key=lambda item: (item[0][0] or 0, item[0][1] or "")):
        base = by_plan.get(plans[0]["id"], [])
        cells = []
        for plan in plans:
            values = by_plan.get(plan["id"], [])
            silence = None if values else _silence(plan, measure, plan["id"] in speaking, plan["id"] in judged)
            beside = _beside(measured, base, values) if plan is not plans[0] else None
            cells.append(Cell(values=tuple(values), silence=silence, beside=beside))
        yield Line(measure=measure["code"], year=year, group=group, cells=tuple(cells))


def _silence(plan: Row, measure: Row, speaks: bool, judged: bool) -> Silence:
    if speaks:
        return "other-year"
    if plan["plan_kind"] == "thematic":
        return "thematic"
    return "absent" if judged and plan["level"] in measure["levels"].split() else "not-meant"


def _beside(measured: Measured, base: Sequence[Row], values: Sequence[Row]) -> Judgement | None:
    """How one value stands to the first plan's; `None` where either has none, or several."""
    if len(base) != 1 or len(values) != 1 or None in (base[0]["value"], values[0]["value"]):
        return None
    if {base[0]["reason"], values[0]["reason"]} & {"unit", "change-against-level", "yearly-against-period"}:
        return None
    found = stances.judge(measured, _value(values[0], measured), [_value(base[0], measured)])
    return found if found.difference is not None else None


def _value(row: Row, measured: Measured) -> Value:
    """A value without its year and group: those of one line have the same."""
    return Value(
        value=row["value"],
        high=row["value_high"],
        comparator=row["comparator"],
        unit=row["unit"],
        per=row["per"],
        per_year=measured.per_year,
        change=measured.change,
    )


def _said(cell: Cell) -> tuple[Any, ...]:
    return (
        cell.silence,
        *sorted(
            (row["value"] is None, row["value"] or 0.0, row["value_high"] or 0.0, row["unit"] or "", row["per"] or 0)
            for row in cell.values
        ),
    )
