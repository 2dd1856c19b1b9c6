"""Agencies through the reforms: until when a body existed, and who took its work over.

Names are those of `patterns.agency_names.canonical`. What `successions.toml` does not name is taken to exist throughout.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources

from patterns import agency_names


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of a body: `until` its last day, `successors` as pairs of what and to whom (names in full)."""

    until: date
    basis: str
    successors: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Table:
    functions: dict[str, Succession]
    district: Succession


@lru_cache(maxsize=1)
def _table() -> _Table:
    data = tomllib.loads(resources.files("corpus").joinpath("successions.toml").read_text(encoding="utf-8"))
    functions = {
        entry["name"]: Succession(
            entry["until"], entry["basis"], tuple((part["of"], part["to"]) for part in entry["successors"])
        )
        for entry in data["function"]
    }
    district = data["level"]["district"]
    return _Table(functions, Succession(district["until"], district["basis"], (("", district["successor"]),)))


def succession(name: str, *, level: str | None = None) -> Succession | None:
    """What became of a body by its canonical name; `None` where it exists still, or nothing is known.

    Args:
        name: as `patterns.agency_names.canonical` gives it.
        level: that of the plan which names it: an office (`Phòng …`) of a district ended with the districts.
    """
    match = agency_names.BODY.fullmatch(name)
    if match is not None:
        function = _table().functions.get(match["function"])
        if function is not None:
            return Succession(
                function.until,
                function.basis,
                tuple((of, f"{match['body']} {to}") for of, to in function.successors),
            )
    # Communes have such offices too.
    offices = agency_names.OFFICES_OF_DISTRICT.fullmatch(name) is not None or name.startswith("Phòng ")
    if agency_names.OF_DISTRICT.fullmatch(name) is not None or (level == "district" and offices):
        return _table().district
    return None


def earliest() -> date:
    """The first day on which any body ended: before it nothing is to be looked for."""
    table = _table()
    return min(one.until for one in (*table.functions.values(), table.district))
