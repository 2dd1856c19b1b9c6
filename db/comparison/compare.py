"""Comparison: the targets of a plan that measure something in a programme that it carries out, held against the programme and the plan it answers to.

A plan is compared with each programme that it carries out, by itself or through its parents, and that was in force when it was issued, over
the overlap of their periods: a value for a year after the programme's last is shown and not judged. What a plan sets of other programmes has
no row; `beside` gives it for reference, without a verdict.

Computed after a load for the plans concerned and stored; the rules stand in `stances`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from db.comparison import stances
from db.comparison.stances import Converted, Judgement, Measured, Value
from db.schema.database import PLANS, in_batches, rows

Row = dict[str, Any]


def compute(db: Database, documents: Sequence[str]) -> list[Row]:
    """The rows of `comparisons` of some documents; only what stands for its plan is compared (`versions`), and no report or letter."""
    yardstick = Yardstick(db)
    plans = _Plans(db, documents)
    return [row for document in sorted(plans.heads) for row in _of_document(db, document, plans, yardstick)]


def beside(
    db: Database,
    documents: Sequence[str],
    yardstick: Yardstick | None = None,
    *,
    of: tuple[str, str] | None = None,
) -> list[Row]:
    """What plans set that measures something in a programme which they are not compared with: rows as those of `comparisons`, not stored.

    The stance is `near` (for reference), with the level that the programme asks; the parent's value is held against the plan's as anywhere.
    Of one measure alone where its programme and code are given (`of`).
    """
    known = yardstick or Yardstick(db)
    plans = _Plans(db, documents, of=of)
    return [row for document in sorted(plans.heads) for row in _held(document, plans, known, db, judged=False)]


def of_any(db: Database, documents: Sequence[str], programme: str, yardstick: Yardstick) -> list[Row]:
    """What any documents set of one programme, drafts and older versions too: rows as those of `comparisons`, not stored.

    A version is judged where the plan that it is a version of is; what the programme does not judge is `near`, for reference.
    """
    plans = _Plans(db, documents, versions=True)
    found = [
        row
        for document in documents
        if document in plans.heads
        for judged in (True, False)
        for row in _held(document, plans, yardstick, db, judged=judged)
    ]
    return [row for row in found if row["programme"] == programme]


def concerned(db: Database, documents: Collection[str]) -> set[str]:
    """The documents whose comparisons may change with these: themselves and those that carry them out."""
    children = in_batches(db, "SELECT DISTINCT child FROM cascades WHERE parent IN ({})", documents)
    return set(documents) | {row["child"] for row in children}


class Yardstick:
    """What the programmes ask, read once."""

    def __init__(self, db: Database) -> None:
        self.measures: dict[tuple[str, str], Row] = {
            (row["programme"], row["code"]): row
            for row in rows(db, "SELECT * FROM measures ORDER BY programme, position")
        }
        self.measured = {key: _measured(row) for key, row in self.measures.items()}
        # What is asked of each measure of which anything is.
        self.milestones: dict[tuple[str, str], list[Row]] = {}
        for row in rows(db, "SELECT * FROM milestones ORDER BY programme, measure, year, subgroup"):
            self.milestones.setdefault((row["programme"], row["measure"]), []).append(row)
        # The same as values to hold others against.
        self.asked: dict[tuple[str, str], list[Value]] = {
            key: [milestone_value(row, self.measured[key]) for row in found] for key, found in self.milestones.items()
        }
        self._wholes: dict[tuple[str, str, str], int | None] = {}
        ends = {row["id"]: int(row["period_end"] or 0) for row in rows(db, "SELECT id, period_end FROM programmes")}
        # The last year that a programme sets anything of a measure for: of its period, or of an orientation that has a figure.
        self.ends: dict[tuple[str, str], int] = {
            key: max(
                [ends[key[0]], *(int(row["year"]) for row in self.milestones.get(key, ()) if row["year"] is not None)]
            )
            for key in self.measures
        }

    def units_of_kind(self, db: Database, head: Row, level: str | None) -> int | None:
        """How many units of a level the plan's own unit had when the plan was issued; `None` where that is not known."""
        day = head["issued_on"] or (f"{head['period_start']}-01-02" if head["period_start"] else None)
        if level is None or head["unit"] is None or level == head["level"] or day is None:
            return None
        asked = (level, head["unit"], day)
        if asked not in self._wholes:
            found = rows(
                db,
                "SELECT count(*) AS n FROM units WHERE level = :level AND (province = :unit OR parent = :unit) "
                "AND valid_from <= :on AND (valid_to IS NULL OR valid_to >= :on)",
                dict(zip(("level", "unit", "on"), asked, strict=True)),
            )
            self._wholes[asked] = int(found[0]["n"]) or None
        return self._wholes[asked]


def _measured(row: Row) -> Measured:
    return Measured(
        direction=row["direction"],
        unit=row["unit"],
        per=row["per"],
        per_year=bool(row["per_year"]),
        change=row["change"],
    )


class _Plans:
    """Some plans, and those that they carry out, with the targets that have a measure, read at once."""

    def __init__(
        self,
        db: Database,
        documents: Sequence[str],
        *,
        versions: bool = False,
        of: tuple[str, str] | None = None,
    ) -> None:
        counted = "id IN ({})" if versions else f"plan = id AND {PLANS} AND id IN ({{}})"
        self.heads: dict[str, Row] = {row["id"]: row for row in in_batches(db, f"{_HEAD} WHERE {counted}", documents)}
        standing = {document: row["plan"] or document for document, row in self.heads.items()}
        # The programmes that each plan is compared with, in order.
        of_plan: dict[str, list[str]] = defaultdict(list)
        for row in in_batches(db, IN_FORCE, set(standing.values())):
            of_plan[row["document"]].append(row["programme"])
        self.programmes = {document: of_plan[plan] for document, plan in standing.items()}
        self.parents: dict[str, list[str]] = defaultdict(list)
        for row in in_batches(
            db,
            "SELECT child, parent FROM cascades WHERE parent IS NOT NULL AND child IN ({}) ORDER BY child, basis, parent",
            self.heads,
        ):
            self.parents[row["child"]].append(row["parent"])
        above = {parent for parents in self.parents.values() for parent in parents}
        self.periods = {row["id"]: row for row in in_batches(db, f"{_HEAD} WHERE id IN ({{}})", above)} | self.heads
        self.targets: dict[str, list[Row]] = defaultdict(list)
        which, asked = (_TARGETS, ()) if of is None else (_TARGETS_OF, of)
        for row in in_batches(db, which, above | self.heads.keys(), also=asked):
            self.targets[row["document"]].append(row)


# Programmes that a plan carries out and that were in force on its day, as precisely as that is known: issued by then, not yet over.
IN_FORCE = """
SELECT c.document, c.programme
FROM (SELECT id, coalesce(issued_on, CAST(period_start AS TEXT)) AS day FROM documents WHERE id IN ({})) d
JOIN carried c ON c.document = d.id
JOIN programmes p ON p.id = c.programme
WHERE d.day IS NULL OR (substr(p.issued_on, 1, length(d.day)) <= d.day AND CAST(substr(d.day, 1, 4) AS INTEGER) <= p.period_end)
ORDER BY c.document, c.programme
"""
_HEAD = "SELECT id, plan, level, period_start, period_end, unit, issued_on FROM documents"
_TARGETS = (
    "SELECT t.id, t.document, t.key, a.programme, a.measure, t.value, t.value_high, t.comparator, t.unit, t.per, t.total, t.year, t.year_from, "
    't.subgroup, t.per_year, t."change", a."match" FROM alignments a JOIN targets t ON t.id = a.target '
    "WHERE a.document IN ({}) ORDER BY t.document, t.position, a.programme"
)
_TARGETS_OF = _TARGETS.replace(" ORDER BY", " AND a.programme = ? AND a.measure = ? ORDER BY")


def _of_document(db: Database, document: str, plans: _Plans, yardstick: Yardstick) -> Iterator[Row]:
    yield from _held(document, plans, yardstick, db, judged=True)
    for programme in plans.programmes[document]:
        adopted = {target["measure"] for target in plans.targets[document] if target["programme"] == programme}
        yield from _absent(document, programme, plans.heads[document]["level"], adopted, yardstick)


def _held(document: str, plans: _Plans, yardstick: Yardstick, db: Database, *, judged: bool) -> Iterator[Row]:
    """The targets of a plan that measure something in the programmes it is compared with (`judged`), or in the others, for reference."""
    head = plans.heads[document]
    parents = _Parents(plans, document)
    for target in plans.targets[document]:
        programme = target["programme"]
        key = programme, target["measure"]
        measured = yardstick.measured.get(key)
        if measured is None or (programme in plans.programmes[document]) is not judged:
            continue
        said = value_of(target, head)
        of = yardstick.measures[key]["of"]
        whole = yardstick.units_of_kind(db, head, of) if is_bare_count(said) else None
        converted = stances.convert(measured, said, units_of_kind=whole)
        beside_it = parents.judge(measured, key, converted)
        milestones = yardstick.milestones.get(key, [])
        within = _within(converted, target, yardstick.ends[key], judged=judged)
        judgement = _judge(measured, within, yardstick.asked.get(key, []))
        yield _row(document, programme, target, head, said, converted, judgement, milestones, beside_it)


def _within(converted: Converted | None, target: Row, end: int, *, judged: bool) -> Converted | None:
    """A value as the programme may judge it.

    It is near (for reference) where it is for a year after the last of the programme, or the programme is not carried out; one that names no
    year, and holds by the end of a longer plan, is due by the end of the programme.
    """
    if converted is None or (judged and converted.value.value is None):
        return converted
    value = converted.value
    if not judged or (target["year"] or 0) > end:
        return replace(converted, value=replace(value, near=True))
    return replace(converted, value=replace(value, year=end)) if (value.year or 0) > end else converted


def is_bare_count(said: Value) -> bool:
    """Whether a value is a count that does not say of how many: of communes, say, which the unit is known to have."""
    return said.unit == "count" and said.total is None and said.value is not None


def value_of(target: Row, head: Row) -> Value:
    """The value of a target; one without a year holds by the end of its plan's period."""
    return Value(
        value=target["value"],
        high=target["value_high"],
        comparator=target["comparator"],
        unit=target["unit"],
        per=target["per"],
        total=target["total"],
        year=target["year"] or head["period_end"],
        year_from=target["year_from"],
        group=target["subgroup"],
        per_year=bool(target["per_year"]),
        change=target["change"],
        near=target["match"] == "near",
    )


def milestone_value(row: Row, measured: Measured) -> Value:
    """What a programme asks at a milestone."""
    return Value(
        value=row["value"],
        high=row["value_high"],
        comparator=row["comparator"],
        unit=measured.unit,
        per=measured.per,
        year=row["year"],
        year_from=row["year_from"],
        group=row["subgroup"],
        per_year=measured.per_year,
        change=measured.change,
    )


def _judge(measured: Measured, converted: Converted | None, references: list[Value]) -> Judgement:
    if converted is None:
        return Judgement(stance=stances.INCOMPARABLE, reason="unit")
    return stances.judge(measured, converted.value, references)


class _Parents:
    """The values of the plans that a document carries out, by measure."""

    def __init__(self, plans: _Plans, document: str) -> None:
        self._targets: dict[tuple[str, str], list[tuple[str, Row, Row]]] = defaultdict(list)
        for parent in plans.parents[document]:
            for row in plans.targets[parent]:
                self._targets[row["programme"], row["measure"]].append((parent, row, plans.periods[parent]))

    def judge(self, measured: Measured, measure: tuple[str, str], converted: Converted | None) -> Row:
        """The columns about the parent: of the first parent that sets the measure."""
        empty: Row = dict.fromkeys(("parent", "parent_target", "parent_value", "parent_stance", "parent_difference"))
        known = self._targets.get(measure)
        if not known or converted is None:
            return empty
        first = known[0][0]
        values = []
        for document, row, head in known:
            there = stances.convert(measured, value_of(row, head)) if document == first else None
            if there is not None and there.value.value is not None and not there.value.near:
                values.append((row["id"], there.value))
        if not values:
            return empty | {"parent": first}
        judgement = stances.judge(measured, converted.value, [value for _, value in values])
        reference = values[judgement.reference] if judgement.reference is not None else None
        return {
            "parent": first,
            "parent_target": reference[0] if reference else None,
            "parent_value": reference[1].value if reference else None,
            "parent_stance": judgement.stance,
            "parent_difference": judgement.difference,
        }


def _row(
    document: str,
    programme: str,
    target: Row,
    head: Row,
    said: Value,
    converted: Converted | None,
    judgement: Judgement,
    milestones: list[Row],
    beside: Row,
) -> Row:
    shown = converted.value if converted is not None else said
    basis = "stated" if target["year"] else "period" if head["period_end"] else None
    return {
        "id": _identity(document, programme, target["key"]),
        "document": document,
        "level": head["level"],
        "programme": programme,
        "measure": target["measure"],
        "year": said.year,
        "year_basis": basis,
        "subgroup": target["subgroup"],
        "target": target["id"],
        "comparator": shown.comparator,
        "value": shown.value,
        "value_high": shown.high,
        "unit": shown.unit,
        "per": shown.per,
        "conversion": converted.note if converted is not None else None,
        "stance": judgement.stance,
        "reason": judgement.reason,
        "milestone": milestones[judgement.reference]["id"] if judgement.reference is not None else None,
        "difference": judgement.difference,
        "difference_percent": judgement.difference_percent,
        **beside,
    }


def _absent(document: str, programme: str, level: str | None, adopted: set[str], yardstick: Yardstick) -> Iterator[Row]:
    """A row for each measure of the programme that is meant for the plan's level and that the plan does not mention."""
    for (of, code), measure in yardstick.measures.items():
        if of != programme or code in adopted or level not in measure["levels"].split():
            continue
        if (programme, code) not in yardstick.milestones:
            continue
        row: Row = dict.fromkeys(
            (
                "id", "document", "level", "programme", "measure", "year", "year_basis", "subgroup", "target", "comparator", "value",
                "value_high", "unit", "per", "conversion", "stance", "reason", "milestone", "difference", "difference_percent",
                "parent", "parent_target", "parent_value", "parent_stance", "parent_difference",
            )
        )  # fmt: skip
        yield row | {
            "id": _identity(document, programme, code),
            "document": document,
            "level": level,
            "programme": programme,
            "measure": code,
            "stance": stances.ABSENT,
        }


def _identity(document: str, programme: str, name: str) -> str:
    return hashlib.blake2b(f"{document}|{programme}|{name}".encode(), digest_size=8).hexdigest()
