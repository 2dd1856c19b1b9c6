"""Localities of one order and level with what their plans set for one measure and year: what charts, maps and tables of a measure show.

A locality of today has its own plan or, until that is issued, those of the units that it came from, each shown for itself and never
averaged. One plan speaks for a unit: its latest one for several years where it has any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from corpus import units
from corpus.units import Unit, regions
from db.views import unit_names

Row = dict[str, Any]

ORDERS = {"new": "2025", "old": "2021"}
# From the gravest: what a locality of several values counts as.
GRAVEST = ("weaker", "incomparable", "unquantified", "absent", "pending", "near", "equal", "stricter")
_GRAVITY = {stance: place for place, stance in enumerate(GRAVEST)}


@dataclass(frozen=True, slots=True)
class Locality:
    """A unit with the values that hold there; `before`: they are of units that it came from, whose plans hold until replaced."""

    unit: Unit
    region: regions.Region | None
    values: tuple[Row, ...]
    before: bool

    @property
    def name(self) -> str:
        """Its name in few words, as drawings have it, below provinces with its province."""
        return _few_words(self.unit.code)

    @property
    def full_name(self) -> str:
        """Its name with its kind, below provinces with its province."""
        above = units.load().get(province_of(self.unit))
        return unit_names.named(self.unit) + (
            "" if above is None or above == self.unit else f", {unit_names.named(above)}"
        )

    @property
    def stance(self) -> str:
        """The gravest stance of its values, empty where no plan is known."""
        return gravest(self.values)

    @property
    def numbers(self) -> list[float]:
        """Its values that are numbers."""
        return [row["value"] for row in self.values if row["value"] is not None]

    @property
    def merged(self) -> bool:
        """Whether the values are of several units, or of one that bore another name."""
        return self.before and (len({row["unit"] for row in self.values}) > 1 or len(predecessors(self.unit)) > 1)


@lru_cache(maxsize=16384)
def _few_words(code: str) -> str:
    unit, above = units.load().get(code), units.load().get(_tops()[code])
    own = short_name(unit) if unit is not None else code
    return own if above is None or above == unit else f"{own}, {above.name}"


def short_name(unit: Unit) -> str:
    """For drawings and lists to choose from: a province without its kind (`Cao Bằng`, `TP. Huế`), other units with it (`huyện Đức Cơ`)."""
    if unit.level != "province":
        return unit_names.named(unit)
    return f"TP. {unit.name}" if unit.type == "thành phố" else unit.name


def gravest(rows: Iterable[Row]) -> str:
    """The gravest stance of some values."""
    return min((row["stance"] for row in rows if row["stance"] in _GRAVITY), key=_GRAVITY.__getitem__, default="")


@lru_cache(maxsize=1)
def _before() -> Mapping[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in units.load():
        for code in unit.successors:
            if unit.level != "district":
                found[code].append(unit)
    return {code: tuple(its) for code, its in found.items()}


def predecessors(unit: Unit) -> tuple[Unit, ...]:
    """The units of the same level that a unit of today came from."""
    return _before().get(unit.code, ())


@lru_cache(maxsize=8)
def of_level(order: str, level: str) -> tuple[Unit, ...]:
    """The units of an order (`new`, `old`) and a level, by code."""
    return tuple(unit for unit in units.load() if unit.level == level and unit.code.startswith(ORDERS[order]))


@lru_cache(maxsize=1)
def _tops() -> Mapping[str, str]:
    table = units.load()
    return {unit.code: (above[-1].code if (above := table.ancestors(unit)) else unit.code) for unit in table}


def province_of(unit: Unit) -> str:
    """The code of a unit's province, of itself where it is one."""
    return _tops()[unit.code]


def codes_of_province(code: str) -> list[str]:
    """The code of a province and of those that it came from: what lies in it bears one of them."""
    unit = units.load().get(code)
    return [code, *(one.code for one in predecessors(unit))] if unit else [code]


def gathered(
    rows: Iterable[Row],
    order: str,
    level: str,
    *,
    within: str = "",
    kind: str = "",
    group: str = "",
    every: bool = True,
) -> list[Locality]:
    """Every locality of an order and level, within a province (its code) or anywhere, with what holds there, in the order of the units.

    Args:
        rows: of the query `measure_localities` or `measure_stands`.
        order: of today or before July 2025.
        level: of the localities.
        within: the code of a province.
        kind: the kind of plan that was asked for; without, plans for several years come before others.
        group: the group whose values are shown; values for all count as well.
        every: whether localities where nothing holds are there as well.
    """
    by_unit: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["subgroup"] in (None, group) or not group:
            by_unit[row["unit"]].append(row)
    speaking = {code: _speaking(its, kind) for code, its in by_unit.items()}
    region_of = regions.by_province()
    found = []
    for unit in of_level(order, level):
        if within and province_of(unit) != within:
            continue
        own = speaking.get(unit.code, [])
        earlier = [row for one in predecessors(unit) for row in speaking.get(one.code, [])] if not own else []
        if not (own or earlier or every):
            continue
        region = region_of.get(province_of(unit))
        found.append(Locality(unit, region, tuple(own or earlier), bool(earlier)))
    return found


def _speaking(rows: list[Row], kind: str) -> list[Row]:
    """The rows of the one plan that speaks for a unit: what a thematic plan or a year's leaves out says nothing."""
    told = [
        row for row in rows if row["stance"] != "absent" or row["plan_kind"] in ("multi_year", kind or "multi_year")
    ]
    if not told:
        return []
    best = max(
        told,
        key=lambda row: (
            row["plan_kind"] == "multi_year",
            row["stance"] != "absent",
            row["issued_on"] or "",
            row["plan"],
        ),
    )
    its = [row for row in told if row["plan"] == best["plan"]]
    valued = [row for row in its if row["value"] is not None]
    return valued or its[:1]


SORTS = ("value", "region", "name")


def ordered(found: list[Locality], sort: str, less: bool) -> list[Locality]:
    """Sorted by what aims highest (its weakest value counts), by region from north to south and then so, or by name; the rest follow."""
    position = {one.unit.code: at for at, one in enumerate(found)}

    def value(one: Locality) -> tuple[bool, float]:
        numbers = one.numbers
        return (not numbers, (max(numbers) if less else -min(numbers)) if numbers else 0.0)

    def state(one: Locality) -> int:
        return _GRAVITY.get(one.stance, len(GRAVEST))

    if sort == "name":
        return sorted(found, key=lambda one: (one.unit.name, position[one.unit.code]))
    if sort == "region":
        return sorted(found, key=lambda one: (one.region.position if one.region else 99, *value(one), state(one)))
    return sorted(found, key=lambda one: (*value(one), state(one)))


def pace(row: Row) -> float | None:
    """How much a value changes a year from its baseline, where both are known."""
    if row["value"] is None or row["baseline_value"] is None or row["baseline_year"] is None or not row["year"]:
        return None
    years = row["year"] - row["baseline_year"]
    return (row["value"] - row["baseline_value"]) / years if years > 0 else None
