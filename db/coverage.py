"""Coverage: which units of a level have sent a plan for a programme or a year, which have not, which late.

Units are those of the time: of the day when the programme was issued, or of 1 January of the year, unless another day is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db.database import rows
from db.selection import SelectionError
from patterns.fold import fold

Row = dict[str, Any]

STATES = ("sent", "late", "not_sent")


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
    programme = _programme(db, asked)
    if asked.year is not None:
        due, on = asked.due or f"{asked.year}-03-31", asked.on or f"{asked.year}-01-01"
    else:
        issued = str(programme["issued_on"])
        due, on = asked.due or f"{int(issued[:4]) + 1}{issued[4:]}", asked.on or issued
    found = rows(db, _SQL, {"level": asked.level, "on": on, "year": asked.year, "programme": programme["id"]})
    if asked.province is not None:
        wanted = fold(asked.province)
        found = [row for row in found if fold(row["province"]) == wanted]
        if not found:
            raise SelectionError(
                f"không có tỉnh, thành phố {asked.province!r} vào ngày {on} / no such province on {on}"
            )
    return [row | {"state": _state(row, due)} for row in found]


def _programme(db: Database, asked: Asked) -> Row:
    known = rows(db, "SELECT id, issued_on FROM programmes ORDER BY id")
    for row in known:
        if asked.programme in (None, row["id"]):
            return row
    there = ", ".join(row["id"] for row in known)
    raise SelectionError(
        f"không có chương trình {asked.programme!r} / no programme {asked.programme!r}; có / there are: {there}"
    )


def _state(row: Row, due: str) -> str:
    if row["plan"] is None:
        return "not_sent"
    return "late" if row["issued_on"] and str(row["issued_on"]) > due else "sent"


# A plan counts for a year that its period covers, for a programme that it carries out itself or through its parents.
_SQL = """
WITH counted AS (
    SELECT d.unit, d.slug, d.issued_on, d.plan_kind
    FROM documents d
    WHERE :year IS NOT NULL AND d.plan = d.id AND d.unit IS NOT NULL AND :year BETWEEN d.period_start AND d.period_end
    UNION
    SELECT c.unit, c.plan, c.issued_on, ''
    FROM carried_out c
    WHERE :year IS NULL AND c.programme = :programme AND c.unit IS NOT NULL
),
first AS (
    SELECT unit, slug, issued_on,
           row_number() OVER (PARTITION BY unit ORDER BY plan_kind = 'annual' DESC, coalesce(issued_on, '9999'), slug) AS place,
           count(*) OVER (PARTITION BY unit) AS plans
    FROM counted
)
SELECT u.code AS unit, u.full_name AS unit_name, u.level, above.name AS province, f.slug AS plan, f.issued_on, coalesce(f.plans, 0) AS plans
FROM units u
JOIN units above ON above.code = u.province
LEFT JOIN first f ON f.unit = u.code AND f.place = 1
WHERE u.level = :level AND u.valid_from <= :on AND (u.valid_to IS NULL OR u.valid_to >= :on)
ORDER BY above.sort_key, u.sort_key, u.code
"""
