"""Coverage: which units of a level have sent a plan for a programme or a year, which have not, which late.

Units are those of the time: of the day when the programme was issued, or of 1 January of the year, unless another day is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import Any

from sqlite_utils import Database

from db.schema.database import rows
from db.views.selection import SelectionError
from db.views.selection import programme as chosen
from patterns.fold import fold

Row = dict[str, Any]

STATES = ("sent", "late", "inherited", "not_sent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked: `due` is the last day that is in time, `on` the day whose units count (ISO dates)."""

    level: str = "province"
    province: str | None = None
    programme: str | None = None
    year: int | None = None
    due: str | None = None
    on: str | None = None


def coverage(db: Database, asked: Asked) -> list[Row]:
    """A row a unit: `unit`, `unit_name`, `province`, `state`, and the first plan with its day of issue where one was sent.

    In time is, unless `due` says otherwise: for a year, by 31 March of it; for a programme, within a year of its issue.

    Raises:
        SelectionError: the programme or the province is unknown.
    """
    programme = chosen(db, asked.programme)
    if asked.year is not None:
        due, on = asked.due or f"{asked.year}-03-31", asked.on or f"{asked.year}-01-01"
    else:
        issued = str(programme["issued_on"])
        due, on = asked.due or f"{int(issued[:4]) + 1}{issued[4:]}", asked.on or issued
    found = rows(
        db,
        _sql(),
        {
            "level": asked.level,
            "on": on,
            "year": asked.year or "",
            "programme": programme["id"],
            "due": due,
            "province": "",
            "state": "",
        },
    )
    if asked.province is not None:
        wanted = fold(asked.province)
        found = [row for row in found if fold(row["province"]) == wanted]
        if not found:
            raise SelectionError(
                f"không có tỉnh, thành phố {asked.province!r} vào ngày {on} / no such province on {on}"
            )
    return found


def _sql() -> str:
    """The query, which the site serves under its name as well."""
    return resources.files("db.views").joinpath("queries/coverage_units.sql").read_text(encoding="utf-8")
