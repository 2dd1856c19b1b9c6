"""Plans by their addresses: what forms offer to choose from, and what comes near an address that there is not."""

from __future__ import annotations

from typing import Any

from db.site import shown
from db.site.page import nearest
from db.views import unit_names

Row = dict[str, Any]

# So many plans at most stand in the list of a field; where there are more one types words and is led to what comes near.
OFFERED = 2000


def offered(known: list[Row]) -> list[tuple[str, str]]:
    """The address and the name of each plan (rows of `plan_addresses`) for the list of a field; none where they are too many."""
    return [(row["slug"], _name(row)) for row in known] if len(known) <= OFFERED else []


def near(asked: str, known: list[Row]) -> list[tuple[str, str]]:
    """The address and the name of what comes nearest to some words."""
    names = {row["slug"]: f"{row['title'] or ''} {row['number'] or ''}" for row in known}
    return [(slug, f"{names[slug].strip() or slug} ({slug})") for slug in nearest(asked, names)]


def _name(row: Row) -> str:
    place = ", ".join(part for part in (unit_names.place(row), unit_names.above(row)) if part)
    return " · ".join(part for part in (place, shown.period(row), row["number"]) if part)
