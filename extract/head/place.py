"""Administrative units in a head: which one a name means, on the day of issue, and what stands above it.

The register of units tells where the text does not; where several units bear a name and nothing tells them apart, or none bears it, the
fields stay open and carry their doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import regex

from corpus import units
from corpus.units import Unit
from extract.records import PlanWarning
from extract.vocabulary import Level
from patterns import places
from patterns.issuers import PLACE


@dataclass(frozen=True, slots=True)
class Named:
    """A unit as a text names it: its type in lower case, its name in the register's spelling (`None`: only the type is said)."""

    type: str
    name: str | None = None

    def level(self, on: str | None) -> Level:
        """The level of the unit on a day."""
        return places.level(self.type, self.name or "", on)

    @property
    def full_name(self) -> str:
        """Type and name, abbreviations written out."""
        kind = {"tp": "thành phố", "tp.": "thành phố"}.get(self.type, self.type)
        return f"{kind} {self.name}" if self.name else kind


@dataclass(frozen=True, slots=True)
class Above:
    """The names of a unit and those above it by level, which of them are in doubt, and why."""

    names: Mapping[str, str | None]
    doubts: tuple[str, ...] = ()
    warnings: tuple[PlanWarning, ...] = ()


_LEVELS_OF = {
    "province": ("province",),
    "district": ("district",),
    "commune": ("commune",),
    "city": ("province", "district"),
}
_PROPER = regex.compile(rf"\s*({PLACE})")
_MOST_WORDS = 5


def units_in(words: str) -> list[Named]:
    """The units that a name of a body or a title names, in capitals or not, in order."""
    out = []
    found = [*places.UNIT_TYPE.finditer(words)]
    for number, match in enumerate(found):
        stop = found[number + 1].start() if number + 1 < len(found) else len(words)
        name = name_at(words[match.end() : stop], match["type"].lower())
        if name is not None:
            out.append(Named(match["type"].lower(), name))
    return out


def known_at(words: str, unit_type: str) -> str | None:
    """The name of a unit of that type with which words begin, where the register knows it."""
    known = units.load().longest(words, _LEVELS_OF[places.LEVELS.get(unit_type, "district")])
    return known[0] if known is not None else None


def name_at(words: str, unit_type: str) -> str | None:
    """The name of a unit of that type with which words begin; one that the register does not know as far as it can go on."""
    known = known_at(words, unit_type)
    if known is not None:
        return known
    if not words.isupper():
        proper = _PROPER.match(words)
        return proper.group(1) if proper is not None else None
    name = " ".join(places.AFTER_NAME.sub("", f" {words}").split()[:_MOST_WORDS]).strip(" -,.;:*")
    return places.titled(name) or None


def lowest(named: Sequence[Named], on: str | None) -> Named | None:
    """The unit of the lowest level, the last of several."""
    order = {"commune": 0, "district": 1, "province": 2}
    return min(reversed(named), key=lambda unit: order[unit.level(on)], default=None)


def provinces_at_end(words: str) -> str | None:
    """The province whose bare name ends a name of a body (`SỞ Y TẾ HÒA BÌNH`)."""
    parts = words.split()
    for count in (4, 3, 2):
        tail = " ".join(parts[-count:])
        known = units.load().longest(tail, ("province",)) if len(parts) > count else None
        if known is not None and known[1] == count and known[0].lower() == tail.lower():
            return known[0]
    return None


# --- what the text says of itself ------------------------------------------------------------------------------------


def said(view: str) -> Mapping[str, set[str]]:
    """Names of units that a text says with their type, in lower case → the levels that it gives them."""
    out: dict[str, set[str]] = defaultdict(set)
    for match in places.NAMED_UNIT.finditer(view):
        level = places.level(match["type"], match["name"])
        out[match["name"].lower()] |= (
            {"province", "district"} if places.LEVELS.get(match["type"].lower()) == "city" else {level}
        )
    return out


# --- units above -----------------------------------------------------------------------------------------------------


def complete(unit: Named, on: str | None, above: Sequence[Named], says: Mapping[str, set[str]]) -> Above:
    """The units above a unit, from the register: `above` are those that the head names, `says` what the text says of itself."""
    level = unit.level(on)
    names: dict[str, str | None] = {"province": None, "district": None, "commune": None, level: unit.name}
    for named in above:
        if names.get(named.level(on)) is None:
            names[named.level(on)] = named.name
    if unit.name is None:
        return Above(names)
    fitting = _candidates(unit, level, on)
    if not fitting:
        return Above(_alone(names, level, says), (level,), (_unknown(unit),))
    if level == "province":
        return Above(names)
    chosen = _narrowed(fitting, unit.name, names, says)
    known = {tuple((one.level, one.name) for one in _above(unit)) for unit in chosen}
    doubts: list[str] = []
    for one in ("province", "district"):
        if one == level or names[one] is not None:
            continue
        there = {dict(ancestors).get(one) for ancestors in known}
        doubts += [one] if len(there) > 1 else []
        names[one] = there.pop() if len(there) == 1 else None
    return Above(names, tuple(doubts), (_ambiguous(unit, len(known)),) if doubts else ())


def _candidates(unit: Named, level: str, on: str | None) -> list[Unit]:
    """The units of that name: of the day, then of the type, as far as any are."""
    found = list(units.load().find(unit.name or "", level=level))
    day = _day(on)
    timed = [one for one in found if one.valid(day)] if day is not None else []
    found = timed or found
    typed = [one for one in found if one.type == unit.type]
    return typed or found


def _narrowed(
    found: list[Unit], name: str, names: Mapping[str, str | None], says: Mapping[str, set[str]]
) -> list[Unit]:
    """Those whose province and district the head names, then those spelled so, then those of the text, as far as any are."""
    for level in ("province", "district"):
        wanted = names[level]
        if wanted is not None:
            found = [one for one in found if any(a.level == level and a.name == wanted for a in _above(one))] or found
    if not name.isdigit():  # `07` is ward 7
        found = [one for one in found if one.name.lower() == name.lower()] or found
    for level in ("province", "district"):
        if len(found) > 1:
            found = [
                one
                for one in found
                if any(a.level == level and level in says.get(a.name.lower(), ()) for a in _above(one))
            ] or found
    return found


def _above(unit: Unit) -> tuple[Unit, ...]:
    return units.load().ancestors(unit)


def _alone(names: dict[str, str | None], level: str, says: Mapping[str, set[str]]) -> dict[str, str | None]:
    """For a unit that the register does not know: the one province, and the one district, that the text names."""
    for above in ("province", "district"):
        named = [name for name, levels in says.items() if levels == {above}]
        if above != level and names[above] is None and level != "province" and len(named) == 1:
            names[above] = " ".join(word.capitalize() for word in named[0].split())
    return names


def _day(on: str | None) -> date | None:
    """The last day that a reduced date may mean."""
    if not on:
        return None
    parts = [int(part) for part in on.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 28)


def _ambiguous(unit: Named, count: int) -> PlanWarning:
    return PlanWarning(
        code="unit-ambiguous",
        message=f"có {count} đơn vị cùng tên {unit.name}, chưa xác định được đơn vị cấp trên / "
        f"{count} units are named {unit.name}; the unit above it stays open",
    )


def _unknown(unit: Named) -> PlanWarning:
    return PlanWarning(
        code="unit-unknown",
        message=f"{unit.full_name} không có trong danh mục đơn vị hành chính; kiểm tra lại tên / "
        f"{unit.full_name} is not in the table of administrative units; check the name",
    )
