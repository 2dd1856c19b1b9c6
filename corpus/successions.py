"""Agencies through the reforms: until when a body existed, and who took its work over.

Names are those of `patterns.agency_names.canonical`. What `successions.toml` does not name is taken to exist throughout.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from patterns import agency_names
from patterns.fold import fold

_COMMUNES_OFFICES = "các phòng chuyên môn cấp xã"


@dataclass(frozen=True, slots=True)
class Heir:
    """Who took over what: `name` in full, `of` the field of work, `words` that name it in a duty (none: all of the work)."""

    name: str
    of: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of a body: `until` its last day, and its heirs; none where nothing is known of them."""

    until: date
    basis: str
    heirs: tuple[Heir, ...]

    def fitting(self, *duties: str) -> tuple[Heir, ...]:
        """Whom a duty falls to: those whose field the first of some texts that names any of them does; none where none fits.

        Args:
            duties: texts in the order in which they count, without the name of the body itself.
        """
        if all(not heir.words for heir in self.heirs):
            return self.heirs
        for duty in duties:
            said = f" {fold(duty)} "
            found = tuple(heir for heir in self.heirs if any(f" {fold(word)} " in said for word in heir.words))
            if found:
                return found
        return ()


@dataclass(frozen=True, slots=True)
class _Table:
    functions: dict[str, dict[str, Any]]
    until: date
    basis: str
    bodies: dict[str, str]
    offices: dict[str, str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    data = tomllib.loads(resources.files("corpus").joinpath("successions.toml").read_text(encoding="utf-8"))
    district = data["district"]
    return _Table(
        functions={entry["name"]: entry for entry in data["function"]},
        until=district["until"],
        basis=district["basis"],
        bodies=district["bodies"],
        offices={function: office["to"] for office in district["offices"] for function in office["functions"]},
    )


def succession(name: str, *, level: str | None = None, on: date | None = None) -> Succession | None:
    """What became of a body by its canonical name; `None` where it exists still, or nothing is known.

    Args:
        name: as `patterns.agency_names.canonical` gives it.
        level: that of the plan which names it: an office (`Phòng …`) of a district ended with the districts.
        on: the day for which it is asked: what an office of a district handed to another one is a commune's once there are no districts.
    """
    table = _table()
    match = agency_names.BODY.fullmatch(name)
    of_district = _of_district(name, level)
    function = table.functions.get(match["function"]) if match is not None else None
    if match is not None and function is not None and match["body"] in function.get("bodies", ("Bộ", "Sở", "Phòng")):
        of_commune = match["body"] == "Phòng" and on is not None and on > table.until
        heirs = of_district if of_commune and of_district else _heirs(match["body"], function)
        return Succession(function["until"], function["basis"] if heirs is not of_district else table.basis, heirs)
    return Succession(table.until, table.basis, of_district) if of_district is not None else None


def _heirs(body: str, function: dict[str, Any]) -> tuple[Heir, ...]:
    return tuple(
        Heir(_named(entry.get("body", body), entry), entry["of"], tuple(entry.get("words", ())))
        for entry in function["heirs"]
    )


def _named(body: str, entry: dict[str, Any]) -> str:
    if not entry.get("whole"):
        return f"{body} {entry['to']}"
    return {"Bộ": f"Bộ {entry['to']}", "Sở": f"{entry['to']} cấp tỉnh"}.get(body, f"{entry['to']} cấp xã")


def _of_district(name: str, level: str | None) -> tuple[Heir, ...] | None:
    """Who took over from a body of a district; `None` where it is none of those that ended."""
    table = _table()
    match = agency_names.BODY.fullmatch(name)
    heir = table.bodies.get(name)
    if heir is None and agency_names.DISTRICTS.fullmatch(name) is not None:
        heir = table.bodies["Ủy ban nhân dân cấp huyện"]
    elif heir is None and level == "district" and agency_names.OFFICES_OF_DISTRICT.fullmatch(name) is not None:
        heir = _COMMUNES_OFFICES
    if heir is not None:
        return (Heir(heir),)
    if match is None or match["body"] != "Phòng" or name.endswith(" cấp xã"):
        return None
    if name.endswith(" cấp huyện") or level == "district" or match["function"] in table.functions:
        office = table.offices.get(match["function"])
        return (Heir(office),) if office else ()
    return None


def districts_until() -> str:
    """The last day on which there were districts, as an ISO date: from the next on the province is right above its communes."""
    return _table().until.isoformat()


def earliest() -> date:
    """The first day on which any body ended: before it nothing is to be looked for."""
    table = _table()
    days: list[date] = [table.until, *(entry["until"] for entry in table.functions.values())]
    return min(days)
