"""National programmes as data: what they measure, by when, and the words that identify each measure.

A programme is one TOML file in this folder; another programme is another file and no code. `load_all` gives those that
ship, `load` one file, checked before anything is done with it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import regex

DIRECTIONS = ("more", "less")
UNITS = ("percent", "per", "count")
COMPARATORS = ("=", "<", "<=", ">", ">=", "range")
LEVELS = ("central", "province", "district", "commune")


class ProgrammeError(ValueError):
    """A programme file is wrong; the message names the file, the key and what is allowed."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A value that the programme sets; `year` is `None` where it holds throughout, `group` where it holds for all."""

    comparator: str
    value: float
    year: int | None = None
    year_from: int | None = None
    value_high: float | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing measured. `direction` says what is better, `unit` and `per` as in the record format; `of` is the level of the units
    that it is a share of.
    """

    code: str
    indicator: int
    name_vi: str
    name_en: str
    short_vi: str
    direction: str
    unit: str
    milestones: tuple[Milestone, ...]
    per: int | None = None
    per_year: bool = False
    change: str | None = None
    levels: tuple[str, ...] = LEVELS[1:]
    of: str | None = None
    key: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A numbered indicator, with the functions of the agencies that lead it (`lao động`, `y tế`, …)."""

    number: int
    objective: int
    name_vi: str
    name_en: str
    lead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objective:
    """A numbered objective."""

    number: int
    name_vi: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A national programme; `id` is the stem of its file."""

    id: str
    number: str
    issued_on: date
    issuer: str
    title_vi: str
    title_en: str
    period: tuple[int, int]
    objectives: tuple[Objective, ...]
    indicators: tuple[Indicator, ...]
    measures: tuple[Measure, ...]

    def measure(self, code: str) -> Measure | None:
        """The measure with a code."""
        return next((measure for measure in self.measures if measure.code == code), None)

    def indicator(self, number: int) -> Indicator | None:
        """The indicator with a number."""
        return next((indicator for indicator in self.indicators if indicator.number == number), None)


@lru_cache(maxsize=1)
def load_all() -> tuple[Programme, ...]:
    """The programmes that ship, by the names of their files."""
    folder = resources.files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(parse(folder.joinpath(name).read_text(encoding="utf-8"), name) for name in names)


def load(path: Path) -> Programme:
    """The programme of a file.

    Raises:
        ProgrammeError: the file is no TOML, lacks a key, or has a value that is not allowed.
    """
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(text: str, name: str) -> Programme:
    """The programme of a TOML text; `name` is what errors call it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProgrammeError(f"{name}: no TOML: {error}") from error
    reader = _Reader(name)
    head = reader.table(data, "programme", "programme")
    objectives = tuple(
        Objective(**_only(reader, row, f"objective {n}", ("number", "name_vi", "name_en")))
        for n, row in enumerate(reader.rows(data, "objective"), 1)
    )
    indicators = tuple(_indicator(reader, row, n) for n, row in enumerate(reader.rows(data, "indicator"), 1))
    measures = tuple(_measure(reader, row, n) for n, row in enumerate(reader.rows(data, "measure"), 1))
    codes = [measure.code for measure in measures]
    for code in codes:
        if codes.count(code) > 1:
            raise ProgrammeError(f"{name}: measure: code {code!r} stands twice; each code is used once")
    numbers = {indicator.number for indicator in indicators}
    for measure in measures:
        if measure.indicator not in numbers:
            raise ProgrammeError(
                f"{name}: measure {measure.code}: indicator {measure.indicator} is none of the indicators"
            )
    period = reader.get(head, "period", "programme")
    return Programme(
        id=str(reader.get(head, "id", "programme")),
        number=str(reader.get(head, "number", "programme")),
        issued_on=reader.get(head, "issued_on", "programme"),
        issuer=str(reader.get(head, "issuer", "programme")),
        title_vi=str(reader.get(head, "title_vi", "programme")),
        title_en=str(reader.get(head, "title_en", "programme")),
        period=(int(period[0]), int(period[1])),
        objectives=objectives,
        indicators=indicators,
        measures=measures,
    )


class _Reader:
    """Reads keys and says what is wrong with them."""

    def __init__(self, name: str) -> None:
        self.name = name

    def table(self, data: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
        value = data.get(key)
        if not isinstance(value, dict):
            raise ProgrammeError(f"{self.name}: [{where}] is missing")
        return value

    def rows(self, data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
        value = data.get(key, [])
        if not isinstance(value, list):
            raise ProgrammeError(f"{self.name}: [[{key}]] must be a list of tables")
        return value

    def get(self, data: Mapping[str, Any], key: str, where: str) -> Any:
        if key not in data:
            raise ProgrammeError(f"{self.name}: {where}: key {key!r} is missing")
        return data[key]

    def choice(self, data: Mapping[str, Any], key: str, where: str, allowed: tuple[str, ...]) -> str:
        value = self.get(data, key, where)
        if value not in allowed:
            raise ProgrammeError(f"{self.name}: {where}: {key} = {value!r}; allowed: {', '.join(allowed)}")
        return str(value)


def _only(reader: _Reader, row: Mapping[str, Any], where: str, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: reader.get(row, key, where) for key in keys}


def _indicator(reader: _Reader, row: Mapping[str, Any], number: int) -> Indicator:
    where = f"indicator {row.get('number', number)}"
    return Indicator(
        **_only(reader, row, where, ("number", "objective", "name_vi", "name_en")), lead=tuple(row.get("lead", ()))
    )


def _measure(reader: _Reader, row: Mapping[str, Any], number: int) -> Measure:
    where = f"measure {row.get('code', f'no. {number}')}"
    code = str(reader.get(row, "code", where))
    for name in ("all", "none", "near"):
        for pattern in row.get(name, ()):
            try:
                regex.compile(pattern)
            except regex.error as error:
                raise ProgrammeError(f"{reader.name}: {where}: {name}: {pattern!r} is no pattern: {error}") from error
    levels = tuple(row.get("levels", LEVELS[1:]))
    for level in levels:
        if level not in LEVELS:
            raise ProgrammeError(f"{reader.name}: {where}: levels = {level!r}; allowed: {', '.join(LEVELS)}")
    milestones = tuple(_milestone(reader, item, where) for item in reader.get(row, "milestones", where))
    places = [(milestone.year, milestone.group) for milestone in milestones]
    for place in places:
        if places.count(place) > 1:
            raise ProgrammeError(
                f"{reader.name}: {where}: milestones: two values for {place[0]} (group {place[1]}); one is allowed"
            )
    return Measure(
        code=code,
        direction=reader.choice(row, "direction", where, DIRECTIONS),
        unit=reader.choice(row, "unit", where, UNITS),
        milestones=milestones,
        per=row.get("per"),
        per_year=bool(row.get("per_year", False)),
        change=row.get("change"),
        levels=levels,
        of=reader.choice(row, "of", where, LEVELS) if "of" in row else None,
        short_vi=str(row.get("short_vi", row.get("name_vi", ""))),
        key=tuple(row.get("key", ())),
        all=tuple(row.get("all", ())),
        none=tuple(row.get("none", ())),
        near=tuple(row.get("near", ())),
        **_only(reader, row, where, ("indicator", "name_vi", "name_en")),
    )


def _milestone(reader: _Reader, row: Mapping[str, Any], where: str) -> Milestone:
    return Milestone(
        comparator=reader.choice(row, "comparator", f"{where}: milestones", COMPARATORS),
        value=float(reader.get(row, "value", f"{where}: milestones")),
        year=row.get("year"),
        year_from=row.get("year_from"),
        value_high=float(row["value_high"]) if "value_high" in row else None,
        group=row.get("group"),
    )
