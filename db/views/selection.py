"""Selecting comparisons, plans and findings: the filters that the command line and the site share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db.schema.database import PLANS, rows
from db.views import words
from patterns.fold import fold


class SelectionError(ValueError):
    """A filter names something that is not in the database; the message says what is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which comparisons: with which programme (the default of the database by default), by measure code, by name of a unit (folded, part
    of it is enough), by year.
    """

    programme: str | None = None
    measures: tuple[str, ...] = ()
    unit: str | None = None
    year: int | None = None
    stances: tuple[str, ...] = ()


def programme(db: Database, asked: str | None) -> dict[str, Any]:
    """The row of a programme, of the default where none is asked for.

    Raises:
        SelectionError: the database has no such programme.
    """
    known = rows(db, "SELECT * FROM programmes ORDER BY is_default DESC, id")
    for row in known:
        if asked in (None, row["id"]):
            return row
    there = ", ".join(row["id"] for row in known) or "–"
    raise SelectionError(f"không có chương trình {asked!r} / no programme {asked!r}; có / there are: {there}")


def comparisons(db: Database, selection: Selection) -> list[dict[str, Any]]:
    """Rows of the view `comparison` in the order of measures, then plans, years and groups.

    Raises:
        SelectionError: the programme or a measure code is unknown, or no plan is of the unit.
    """
    asked_of = programme(db, selection.programme)["id"]
    known = [
        row["code"] for row in rows(db, "SELECT code FROM measures WHERE programme = ? ORDER BY position", [asked_of])
    ]
    for code in selection.measures:
        if code not in known:
            raise SelectionError(
                f"không có chỉ tiêu thành phần {code!r} / no measure {code!r}; có / there are: {', '.join(known)}"
            )
    asked: list[tuple[str, Sequence[Any]]] = [
        ("c.programme", (asked_of,)),
        ("c.measure", selection.measures),
        ("c.year", () if selection.year is None else (selection.year,)),
        ("c.stance", selection.stances),
    ]
    if selection.unit is not None:
        asked.append(("c.plan", _plans_of(db, selection.unit)))
    where, parameters = _where(asked)
    return rows(
        db,
        f"SELECT c.* FROM comparison c JOIN measures m ON m.programme = c.programme AND m.code = c.measure {where} "
        "ORDER BY m.position, c.plan, c.year, c.subgroup, c.value",
        parameters,
    )


def _where(asked: Sequence[tuple[str, Sequence[Any]]]) -> tuple[str, list[str]]:
    """The clause that asks for columns with one of some values, any number of them, and its parameters; no values ask for nothing."""
    wanted = [(column, json.dumps(list(values))) for column, values in asked if values]
    clause = " AND ".join(f"{column} IN (SELECT value FROM json_each(?))" for column, _ in wanted)
    return f"WHERE {clause}" if wanted else "", [values for _, values in wanted]


def _plans_of(db: Database, unit: str) -> list[str]:
    """The addresses of the plans of a unit, its name folded or a part of it."""
    wanted = fold(unit)
    heads = rows(db, "SELECT slug, province, district, commune FROM documents WHERE plan = id")
    found = [row["slug"] for row in heads if wanted in fold(" ".join(str(value or "") for value in row.values()))]
    if not found:
        raise SelectionError(f"không có kế hoạch nào của {unit!r} / no plan of {unit!r}; xem / see: kehoach compare")
    return found


def plans(db: Database, names: Sequence[str]) -> list[dict[str, Any]]:
    """The documents that names mean, all that stand for a plan where none is given.

    A name is an address (`quang-ninh-52-kh-ubnd-2021`), the path of a file that was loaded, or a part of either that fits one only.

    Raises:
        SelectionError: a name fits no plan, or several.
    """
    if not names:
        return rows(db, f"{_PLANS} ORDER BY slug")
    return [_plan(db, name) for name in names]


_PLANS = "SELECT d.*, (SELECT min(path) FROM files WHERE document = d.id) AS path FROM documents d WHERE d.plan = d.id"


def _plan(db: Database, name: str) -> dict[str, Any]:
    exact = rows(db, f"{_PLANS} AND (d.slug = ? OR d.id IN (SELECT document FROM files WHERE path = ?))", [name, name])
    if len(exact) == 1:
        return exact[0]
    known = rows(
        db,
        f"SELECT d.slug, {PLANS} AS aims, (SELECT min(path) FROM files WHERE document = d.id) AS path FROM documents d "
        "WHERE d.plan = d.id ORDER BY slug",
    )
    near = [row for row in known if fold(name) in fold(f"{row['slug']} {row['path']}")]
    aiming = [row["slug"] for row in near if row["aims"]]  # a plan before the reports and workbooks of its unit
    fitting = aiming if len(aiming) == 1 else [row["slug"] for row in near]
    if len(fitting) != 1:
        there = ", ".join(str(slug) for slug in (fitting or [row["slug"] for row in known])[:8])
        raise SelectionError(
            f"{name!r}: {'nhiều' if fitting else 'không có'} kế hoạch nào như vậy / fits {len(fitting)} plans; có / there are: {there}"
        )
    return rows(db, f"{_PLANS} AND d.slug = ?", fitting)[0]


def document(db: Database, name: str) -> dict[str, Any]:
    """The document of an address, an id or the path of a file, or that of the one plan whose address or file has the words in it.

    Unlike `plans` it finds what counts as no plan as well: versions, what was taken back, what nobody has confirmed.

    Raises:
        SelectionError: the name fits nothing, or several plans.
    """
    exact = rows(
        db,
        "SELECT DISTINCT d.* FROM documents d LEFT JOIN files f ON f.document = d.id WHERE d.slug = :name OR d.id = :name OR f.path = :name",
        {"name": name},
    )
    return exact[0] if len(exact) == 1 else _plan(db, name)


def at_least(severity: str) -> tuple[str, ...]:
    """A severity and the graver ones.

    >>> at_least("warning")
    ('error', 'warning')
    """
    ordered = tuple(words.SEVERITIES)
    return ordered[: ordered.index(severity) + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSelection:
    """Which findings: of plans (addresses), by rule, of a severity or graver, with or without those that were dismissed; with a programme
    those on plans that carry it out, but for what rests on another programme.
    """

    programme: str | None = None
    plans: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    severity: str = "notice"
    dismissed: bool = False


def findings(db: Database, selection: FindingSelection) -> list[dict[str, Any]]:
    """Rows of the view `finding` with the `path` of their file, by plan and in the order of rules; `others` are their further reasons.

    Where rules are asked for, what they say stands for itself: rows of the view `reason`, without others.

    Raises:
        SelectionError: a plan, a rule or the programme is unknown.
    """
    known = [row["code"] for row in rows(db, "SELECT code FROM rules ORDER BY position")]
    for rule in selection.rules:
        if rule not in known:
            raise SelectionError(f"không có quy tắc {rule!r} / no rule {rule!r}; có / there are: {', '.join(known)}")
    slugs = [row["slug"] for row in plans(db, selection.plans)] if selection.plans else []
    asked: list[tuple[str, Sequence[str]]] = [
        ("plan", slugs),
        ("rule", selection.rules),
        ("severity", at_least(selection.severity)),
        ("state", () if selection.dismissed else ("open", "accepted")),
    ]
    where, parameters = _where(asked)
    if selection.programme is not None:
        where += (
            " AND (one.programme = ? OR (one.programme IS NULL AND one.plan IN "
            "(SELECT d.slug FROM carried c JOIN documents d ON d.id = c.document WHERE c.programme = ?)))"
        )
        parameters += [programme(db, selection.programme)["id"]] * 2
    view = "reason" if selection.rules else "finding"
    found = rows(
        db,
        "SELECT one.*, (SELECT min(f.path) FROM files f JOIN documents d ON d.id = f.document WHERE d.slug = one.plan) AS path "
        f"FROM {view} one {where} ORDER BY plan, position",
        parameters,
    )
    for row in found:
        row["others"] = _others(db, row) if not selection.rules and row["reasons"] > 1 else []
    return found


def text_of(db: Database, document: str) -> str:
    """The text of a document, empty where it is not kept."""
    return "".join(row["text"] for row in rows(db, "SELECT text FROM texts WHERE document = ?", [document]))


def reasons(db: Database, plan: str) -> list[dict[str, Any]]:
    """All that the rules say of the plan of an address: rows of the view `reason`, in their order."""
    return rows(db, "SELECT * FROM reason WHERE plan = ? ORDER BY position", [plan])


def _others(db: Database, finding: dict[str, Any]) -> list[dict[str, Any]]:
    """The further reasons of a finding, but for those that were dismissed while it was not."""
    found = rows(
        db, "SELECT * FROM reason WHERE finding = ? AND key <> ? ORDER BY position", [finding["key"], finding["key"]]
    )
    return [row for row in found if row["state"] != "dismissed" or finding["state"] == "dismissed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressSelection:
    """Which progress: of plans (addresses), of a unit (its name folded, a part of it is enough), a year, measures, a programme; with `reached` only
    the years that have a value.
    """

    plans: tuple[str, ...] = ()
    unit: str | None = None
    year: int | None = None
    measures: tuple[str, ...] = ()
    programme: str | None = None
    reached: bool = False


def progress(db: Database, selection: ProgressSelection) -> list[dict[str, Any]]:
    """Rows of the view `progress`, by plan in the order of its targets, then by year.

    Raises:
        SelectionError: a plan, the unit, the programme or a measure is unknown.
    """
    asked: list[tuple[str, Sequence[Any]]] = [
        ("plan", [row["slug"] for row in plans(db, selection.plans)] if selection.plans else ()),
        ("plan", _plans_of(db, selection.unit) if selection.unit is not None else ()),
        ("year", () if selection.year is None else (selection.year,)),
        ("measure", selection.measures),
        ("programme", () if selection.programme is None else (programme(db, selection.programme)["id"],)),
    ]
    for code in selection.measures:
        if not rows(db, "SELECT 1 FROM measures WHERE code = ? LIMIT 1", [code]):
            raise SelectionError(
                f"không có chỉ tiêu thành phần {code!r} / no measure {code!r}; xem / see: kehoach compare"
            )
    where, parameters = _where(asked)
    if selection.reached:
        where += " AND value IS NOT NULL" if where else "WHERE value IS NOT NULL"
    return rows(db, f"SELECT * FROM progress {where} ORDER BY plan, position, year", parameters)
