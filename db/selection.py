"""Selecting comparisons, plans and findings: the filters that the command line and the site share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db.database import rows
from db.findings import SEVERITIES
from patterns.fold import fold


class SelectionError(ValueError):
    """A filter names something that is not in the database; the message says what is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which comparisons: by measure code, by name of a unit (folded, part of it is enough), by year."""

    measures: tuple[str, ...] = ()
    unit: str | None = None
    year: int | None = None
    stances: tuple[str, ...] = ()


def comparisons(db: Database, selection: Selection) -> list[dict[str, Any]]:
    """Rows of the view `comparison` in the order of measures, then plans, years and groups.

    Raises:
        SelectionError: a measure code is unknown, or no plan is of the unit.
    """
    known = [row["code"] for row in rows(db, "SELECT code FROM measures ORDER BY position")]
    for code in selection.measures:
        if code not in known:
            raise SelectionError(
                f"không có chỉ tiêu thành phần {code!r} / no measure {code!r}; có / there are: {', '.join(known)}"
            )
    found = rows(
        db,
        "SELECT c.* FROM comparison c JOIN measures m ON m.code = c.measure "
        "ORDER BY m.position, c.plan, c.year, c.subgroup, c.value",
    )
    if selection.unit is not None:
        wanted = fold(selection.unit)
        found = [row for row in found if wanted in _places(row)]
        if not found:
            raise SelectionError(
                f"không có kế hoạch nào của {selection.unit!r} / no plan of {selection.unit!r}; xem / see: kehoach compare"
            )
    if selection.measures:
        found = [row for row in found if row["measure"] in selection.measures]
    if selection.year is not None:
        found = [row for row in found if row["year"] == selection.year]
    if selection.stances:
        found = [row for row in found if row["stance"] in selection.stances]
    return found


def _places(row: dict[str, Any]) -> str:
    return fold(" ".join(str(row[name] or "") for name in ("plan", "province", "district", "commune")))


def plans(db: Database, names: Sequence[str]) -> list[dict[str, Any]]:
    """The documents that names mean, all that stand for a plan where none is given.

    A name is an address (`quang-ninh-52-kh-ubnd-2021`), the path of a file that was loaded, or a part of either that fits one only.

    Raises:
        SelectionError: a name fits no plan, or several.
    """
    known = rows(
        db,
        "SELECT d.*, (SELECT min(path) FROM files WHERE document = d.id) AS path FROM documents d WHERE plan = id ORDER BY slug",
    )
    if not names:
        return known
    found = []
    for name in names:
        exact = [row for row in known if name in (row["slug"], row["path"])]
        fitting = exact or [row for row in known if fold(name) in fold(f"{row['slug']} {row['path']}")]
        if len(fitting) != 1:
            there = ", ".join(str(row["slug"]) for row in (fitting or known)[:8])
            raise SelectionError(
                f"{name!r}: {'nhiều' if fitting else 'không có'} kế hoạch nào như vậy / fits {len(fitting)} plans; có / there are: {there}"
            )
        found += fitting
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSelection:
    """Which findings: of plans (addresses), by rule, of a severity or graver, with or without those that were dismissed."""

    plans: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    severity: str = "notice"
    dismissed: bool = False


def findings(db: Database, selection: FindingSelection) -> list[dict[str, Any]]:
    """Rows of the view `finding` with the `path` of their file, by plan and in the order of rules.

    Raises:
        SelectionError: a plan or a rule is unknown.
    """
    wanted = {row["slug"]: row["path"] for row in plans(db, selection.plans)}
    known = [row["code"] for row in rows(db, "SELECT code FROM rules ORDER BY position")]
    for rule in selection.rules:
        if rule not in known:
            raise SelectionError(f"không có quy tắc {rule!r} / no rule {rule!r}; có / there are: {', '.join(known)}")
    graver = SEVERITIES[: SEVERITIES.index(selection.severity) + 1]
    return [
        row | {"path": wanted[row["plan"]]}
        for row in rows(db, "SELECT * FROM finding ORDER BY plan, position")
        if row["plan"] in wanted
        and row["severity"] in graver
        and (not selection.rules or row["rule"] in selection.rules)
        and (selection.dismissed or row["state"] != "dismissed")
    ]
