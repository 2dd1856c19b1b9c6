"""Selecting comparisons: the filters that the command line and the site share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db.database import rows
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
