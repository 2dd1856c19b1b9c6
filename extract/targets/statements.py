"""What one clause states: its values with all that holds for them, grouped into measures. `stages` builds it up.

A clause states one measure for one or more years (`tỷ lệ A đạt 65% vào năm 2025 và 75% vào năm 2030`), several groups of one measure, a
part inside a whole (`trong đó 40% …`), or several measures side by side. Everything works on offsets of the lower-case view.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.targets.quantities import Clause, Quantity
from extract.targets.years import Year
from extract.vocabulary import Change


@dataclass(frozen=True, slots=True)
class Aim:
    """One value with all that holds for it. `before` and `after` are the years that stand beside it, `years` those it holds for."""

    quantity: Quantity
    before: tuple[Year, ...] = ()
    after: tuple[Year, ...] = ()
    years: tuple[Year, ...] = ()
    group: str | None = None
    change: Change | None = None
    per_year: bool = False
    baseline: float | None = None
    baseline_year: int | None = None
    starts_at: int = -1  # where the value that it starts from stands, if it states one
    undated: bool = False  # it has a year, and nobody can say which
    inferred: int = 0  # how many of its fields were taken from elsewhere in the clause

    @property
    def start(self) -> int:
        return self.quantity.start

    @property
    def end(self) -> int:
        return self.quantity.end

    @property
    def opens(self) -> int:
        """Where the words that belong to the value begin, the value it starts from among them."""
        return self.starts_at if self.starts_at >= 0 else self.quantity.start

    @property
    def subject_end(self) -> int:
        """Where the words end that say whose value it is: before its words of level (`đạt`, `còn`) and the value it starts from."""
        return self.starts_at if self.starts_at >= 0 else self.quantity.opens


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured, its values, and the ranges of the clause that say so."""

    aims: tuple[Aim, ...]
    start: int  # where its own words begin
    end: int = -1  # where its quote ends
    own_end: int = -1  # where its own words end: earlier, where it shares the predicate of the next
    quote_start: int = -1  # where its quote begins: earlier, where it shares its subject or is a part
    subject_start: int = -1  # where its subject begins: that of the whole, where it is a group
    prefix: bool = False  # the values stand before what they count
    part: bool = False
    year_behind: tuple[int, int] | None = None  # the year that dates it, where that stands behind the measure after it
    restates: bool = False  # it is said anew behind the clauses that say it
    told_end: int = -1  # where the brackets end that say from where its values start
    others: tuple[
        tuple[int, int], ...
    ] = ()  # words of its subject that are of its sisters alone (`thể nhẹ cân, thấp còi còn 9% và 17%`)
    subject_end: int = -1  # where its subject ends, where values of its sisters follow it
    shares_end: bool = False  # it is one of the things in a list, and what is said after the last holds for it too


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause, and what is known of it so far."""

    clause: Clause
    quantities: tuple[Quantity, ...] = ()
    years: tuple[Year, ...] = ()
    aims: tuple[Aim, ...] = ()
    measures: tuple[Measured, ...] = ()


def replaced(measure: Measured, index: int, aim: Aim) -> Measured:
    """The measure with one of its values replaced."""
    return replace(measure, aims=(*measure.aims[:index], aim, *measure.aims[index + 1 :]))
