"""Administrative units: provinces, districts and communes of 2021 to June 2025, provinces and communes since July 2025.

Plans name the units of their time. Names are looked up folded (`patterns.fold`); where several units bear a name all of them
are given, and nothing is guessed. Data and licences: `README.md` in this folder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from importlib import resources
from typing import get_args

from patterns import places
from patterns.fold import fold
from patterns.spelling import one_tone
from patterns.vocabulary import Level

LEVELS: tuple[Level, ...] = get_args(Level)[1:]
_LEVEL: dict[str, Level] = {level: level for level in LEVELS}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of one order: `code` as `2021/634`, bare `name`, `type` as `huyện`, codes of parent and successors, ISO dates."""

    code: str
    level: Level
    type: str
    name: str
    parent: str
    valid_from: str
    valid_to: str
    successors: tuple[str, ...]
    lat: float | None
    lon: float | None

    @property
    def full_name(self) -> str:
        """Type and name: `huyện Đức Cơ`."""
        return f"{self.type} {self.name}"

    def valid(self, on: date) -> bool:
        """Whether the unit existed on a day (the table begins with 2021)."""
        day = on.isoformat()
        return (day >= self.valid_from or self.valid_from <= "2021-01-01") and (
            not self.valid_to or day <= self.valid_to
        )


_TYPES = {"tp": "thanh pho", "tx": "thi xa", "p": "phuong", "tt": "thi tran"}
# Other spellings of a name, folded → the name in the table, folded.
_ALIASES = {
    "dac lac": "dak lak", "dac nong": "dak nong", "tphcm": "ho chi minh", "tp hcm": "ho chi minh", "hcm": "ho chi minh",
    "sai gon": "ho chi minh", "hue": "thua thien hue", "ba ria": "ba ria vung tau", "bac can": "bac kan",
}  # fmt: skip


def _key(folded: str) -> str:
    """A folded name as it is looked up: numbers of wards without leading zeros (`07` is `7`)."""
    return folded.lstrip("0") if folded.isdigit() else folded


# Words that the longest name takes, dashes counted (`Phan Rang - Tháp Chàm`).
_LONGEST_NAME = 6


def _spelled(name: str) -> str:
    return _key(one_tone(name.replace("’", "'")).lower())


def _letters(name: str) -> str:
    return "".join(letter for letter in _spelled(name) if letter.isalnum())


class Units:
    """The table with its lookups."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_code = {unit.code: unit for unit in units}

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    @cached_property
    def _by_name(self) -> dict[str, list[Unit]]:
        index: dict[str, list[Unit]] = defaultdict(list)
        for unit in self._by_code.values():
            index[_key(fold(unit.name))].append(unit)
        return index

    @cached_property
    def _by_letters(self) -> dict[str, list[Unit]]:
        index: dict[str, list[Unit]] = defaultdict(list)
        for unit in self._by_code.values():
            index[_letters(unit.name)].append(unit)
        return index

    @cached_property
    def _children(self) -> dict[str, list[Unit]]:
        index: dict[str, list[Unit]] = defaultdict(list)
        for unit in self._by_code.values():
            index[unit.parent].append(unit)
        return index

    def get(self, code: str) -> Unit | None:
        """The unit with a code."""
        return self._by_code.get(code)

    def find(
        self, name: str, *, level: str | None = None, within: Unit | str | None = None, on: date | None = None
    ) -> tuple[Unit, ...]:
        """All units that bear a name; with `within`, those below that unit (or below one of that name).

        A type before the name (`huyện`, `TP.`, `UBND quận`) narrows the search where it fits any.
        """
        folded = fold(name)
        found = self._named(folded, name)
        match = places.PREFIX.match(folded)
        if match is not None:
            kind = _TYPES.get(match["type"], match["type"])
            bare = " ".join(name.split()[len(match[0].split()) :])
            typed = [unit for unit in self._named(folded[match.end() :], bare) if fold(unit.type) == kind]
            found = [*found, *(unit for unit in typed if unit not in found)] if typed else found
        if level is not None:
            found = [unit for unit in found if unit.level == level]
        if on is not None:
            found = [unit for unit in found if unit.valid(on)]
        if within is not None:
            wanted = {within.code} if isinstance(within, Unit) else {unit.code for unit in self.find(within)}
            found = [unit for unit in found if any(above.code in wanted for above in self.ancestors(unit))]
        return tuple(found)

    def _named(self, folded: str, written: str) -> list[Unit]:
        """Units of a name, folded and as written: words may be joined otherwise (`Ea Ly` is `Ealy` in the table of 2021)."""
        named = [
            *self._by_name.get(_key(folded), ()),
            *self._by_name.get(_ALIASES.get(folded, ""), ()),
            *self._by_letters.get(_letters(written), ()),
        ]
        return list(dict.fromkeys(named))

    def longest(self, words: str, levels: Collection[str]) -> tuple[str, int] | None:
        """The name of a unit of some levels with which words begin, as the table spells it, and how many words it takes.

        Accents may be missing or misread where the name has several words.
        """
        parts = words.split()
        near: tuple[str, int] | None = None
        for count in range(min(_LONGEST_NAME, len(parts)), 0, -1):
            written = " ".join(parts[:count]).strip(' ,.;:"()')
            named = {unit.name for unit in self._by_name.get(_key(fold(written)), ()) if unit.level in levels}
            exact = next((name for name in named if _spelled(name) == _spelled(written)), None)
            if exact is not None:
                return (written if written.isdigit() else exact), count
            if near is None and len(named) == 1 and count > 1:
                near = next(iter(named)), count
        return near

    def parent(self, unit: Unit) -> Unit | None:
        """The unit directly above."""
        return self._by_code.get(unit.parent)

    def ancestors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units above, nearest first."""
        out = []
        above = self.parent(unit)
        while above is not None:
            out.append(above)
            above = self.parent(above)
        return tuple(out)

    def children(self, unit: Unit, level: str | None = None) -> tuple[Unit, ...]:
        """The units directly below, or those of a level below."""
        direct = self._children.get(unit.code, [])
        if level is None or (direct and direct[0].level == level):
            return tuple(direct)
        return tuple(below for child in direct for below in self.children(child, level))

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """What a unit of 2021 became in July 2025, where the table says it."""
        return tuple(self._by_code[code] for code in unit.successors if code in self._by_code)


@lru_cache(maxsize=1)
def load() -> Units:
    """The table that ships, read once."""
    text = resources.files(__name__).joinpath("units.tsv").read_text(encoding="utf-8")
    return Units(map(_unit, text.splitlines()[1:]))


def _unit(line: str) -> Unit:
    code, level, kind, name, parent, valid_from, valid_to, successors, lat, lon = line.split("\t")
    return Unit(
        code,
        _LEVEL[level],
        kind,
        name,
        parent,
        valid_from,
        valid_to,
        tuple(successors.split()),
        float(lat) if lat else None,
        float(lon) if lon else None,
    )
