"""What a programme is, once its file has been read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from patterns.vocabulary import Change, Comparator, Direction, Level, MeasureUnit

LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A value that the programme sets; `year` is `None` where it holds throughout, `group` where it holds for all."""

    comparator: Comparator
    value: float
    year: int | None = None
    year_from: int | None = None
    value_high: float | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing measured. `direction` says what is better, `unit` and `per` as in the record format; `of` is the level of the units
    that it is a share of; `part_of` the code of a measure of which it counts a part, so that it is never above it, `below` that of a measure
    which it stays well below (those who die among the injured); `surveyed` tells that it is known from surveys of whole
    provinces alone; `same_as` the measures of other programmes that measure the same
    (`qd-23-2021:11a`), whatever levels they ask; `sources` the places (counted from 1 in those of the programme) that agree about its levels.
    """

    code: str
    indicator: int
    name_vi: str
    name_en: str
    short_vi: str
    direction: Direction
    unit: MeasureUnit
    milestones: tuple[Milestone, ...]
    per: int | None = None
    per_year: bool = False
    change: Change | None = None
    levels: tuple[Level, ...] = LEVELS[1:]
    of: str | None = None
    part_of: str | None = None
    below: str | None = None
    surveyed: bool = False
    same_as: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()
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
    """A programme that plans carry out. Its number names it only together with the year of its issue; `id` is what addresses bear.

    `kind_vi`, `kind_en` are the noun of its kind (`Đề án`, `scheme`). `called` are the names that titles and openings of plans give it;
    `parts` are words with which a clause begins that names a part of the subject of the clause before it (`thể thấp còi còn 17%`),
    `subject_ends` those before which such a shared subject ends. `supplements` is the id of the programme that it is a part of: the `measure`
    of a record is a code of that one, where both are known. `sources` are the places where its facts were checked, `looked_for_successor` the
    day on which a document that follows it was last looked for and not found. `text` is the file that all of this was read from.
    """

    id: str
    number: str
    issued_on: date
    issuer: str
    kind_vi: str
    kind_en: str
    title_vi: str
    title_en: str
    period: tuple[int, int]
    objectives: tuple[Objective, ...]
    indicators: tuple[Indicator, ...]
    measures: tuple[Measure, ...]
    called: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    subject_ends: tuple[str, ...] = ()
    supplements: str | None = None
    sources: tuple[str, ...] = ()
    looked_for_successor: date | None = None
    text: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """Number and year of issue: what no two programmes of one issuer share."""
        return self.number, self.issued_on.year

    def measure(self, code: str) -> Measure | None:
        """The measure with a code."""
        return next((measure for measure in self.measures if measure.code == code), None)

    def indicator(self, number: int) -> Indicator | None:
        """The indicator with a number."""
        return next((indicator for indicator in self.indicators if indicator.number == number), None)
