"""How a local value stands to a reference value: all rules of comparison in one place.

A value is brought to the unit of its measure (`convert`), held against the reference that is due (`judge`), and gets a
stance. Rules:

* direction: `more` is better for coverage, `less` for deaths, drop-out, abuse;
* the same number is `equal` whatever the comparators; a range counts by the bound that it guarantees;
* a value for a year is held against the latest reference that has come due by then; before the first it is `pending`;
* a change is never held against a level, a yearly change never against one over a period;
* a near match gets the stance `near` and no judgement; a target without a number is `unquantified`;
* a group is held against the reference of that group, or of all; a value for all against references by group only where
  they agree about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from extract.vocabulary import Change, Comparator, Direction, Stance, Unit
from patterns import groups

STANCES: tuple[Stance, ...] = get_args(Stance)
STRICTER, EQUAL, WEAKER, UNQUANTIFIED, ABSENT, INCOMPARABLE, PENDING, NEAR = STANCES

_EPSILON = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a measure counts: direction (`more`, `less`), unit, denominator of a rate, whether it is a (yearly) change."""

    direction: Direction
    unit: Unit
    per: int | None = None
    per_year: bool = False
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value set by a plan or a programme; `value` is `None` where a plan states an aim without a number."""

    value: float | None
    high: float | None = None
    comparator: Comparator | None = None
    unit: Unit | None = None
    per: int | None = None
    total: float | None = None
    year: int | None = None
    year_from: int | None = None
    group: str | None = None
    per_year: bool = False
    change: Change | None = None
    near: bool = False

    @property
    def span(self) -> tuple[float, float]:
        """Lower and upper bound."""
        low = self.value or 0.0
        return low, low if self.high is None else self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A stance, why (for `incomparable`), the reference that it was held against (its index), and how far it is off."""

    stance: Stance
    reason: str | None = None
    reference: int | None = None
    difference: float | None = None
    difference_percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A value in the unit of its measure, and what was done to bring it there (`None`: nothing)."""

    value: Value
    note: str | None = None


def convert(measured: Measured, value: Value, *, units_of_kind: int | None = None) -> Converted | None:
    """The value in the unit of the measure; `None` where there is no way.

    Args:
        measured: what the measure counts.
        value: the value as a plan states it.
        units_of_kind: how many units there are of what a count without a total counts (communes of a province).
    """
    if value.value is None:
        return Converted(value=value)
    if value.unit == measured.unit and (measured.unit != "per" or value.per == measured.per):
        return Converted(value=value)
    scale, source = _scale(measured, value, units_of_kind)
    if scale is None:
        return None
    new = _rescaled(value, measured, scale)
    return Converted(
        value=new, note=f"{source} = {number(round(new.value or 0.0, 2))}{unit_words(measured.unit, measured.per)}"
    )


def _scale(measured: Measured, value: Value, units_of_kind: int | None) -> tuple[float | None, str]:
    target = {"percent": 100.0, "per": float(measured.per or 0)}.get(measured.unit)
    words = number(value.value)
    if target is None:
        return None, words
    if value.unit == "percent":
        return target / 100, f"{words}%"
    if value.unit == "per" and value.per:
        return target / value.per, f"{words}/{number(float(value.per))}"
    whole = value.total or units_of_kind
    if value.unit == "count" and whole and measured.unit == "percent":
        return target / whole, f"{words}/{number(float(whole))}"
    return None, words


def _rescaled(value: Value, measured: Measured, scale: float) -> Value:
    return replace(
        value,
        value=round((value.value or 0.0) * scale, 6),
        high=None if value.high is None else round(value.high * scale, 6),
        unit=measured.unit,
        per=measured.per,
        total=None,
    )


def judge(measured: Measured, value: Value, references: Sequence[Value]) -> Judgement:
    """How a value in the unit of its measure stands to the references of that measure."""
    if value.near:
        return Judgement(stance=NEAR, reference=_nearest(value, references))
    if value.value is None:
        return Judgement(stance=UNQUANTIFIED, reference=_nearest(value, references))
    if value.change != measured.change:
        return Judgement(stance=INCOMPARABLE, reason="change-against-level", reference=_nearest(value, references))
    if value.per_year != measured.per_year:
        return Judgement(stance=INCOMPARABLE, reason="yearly-against-period", reference=_nearest(value, references))
    due = [index for index, reference in enumerate(references) if reference.value is not None]
    due = _of_group(value, references, due)
    if not due:
        return Judgement(stance=INCOMPARABLE, reason="no-reference")
    latest = _latest(value, references, due)
    if not latest:
        return Judgement(stance=PENDING, reference=_nearest(value, references))
    judgements = [_against(measured, value, references[index], index) for index in latest]
    if len({judgement.stance for judgement in judgements}) > 1:
        return Judgement(stance=INCOMPARABLE, reason="groups-differ", reference=latest[0])
    return judgements[0]


def _of_group(value: Value, references: Sequence[Value], among: list[int]) -> list[int]:
    """The references for the value's own group, else for all; those of other groups only for a value without one."""
    group = groups.canonical(value.group)
    same = [index for index in among if groups.canonical(references[index].group) == group]
    if same:
        return same
    whole = [index for index in among if references[index].group is None]
    return whole or (among if group is None else [])


def _latest(value: Value, references: Sequence[Value], among: list[int]) -> list[int]:
    """The references of the latest year that has come due by the value's year; a value without a year is due always."""
    years = {
        index: due for index in among if (due := references[index].year_from or references[index].year) is not None
    }
    timeless = [index for index in among if index not in years]
    if value.year is None:
        return timeless or [index for index in among if years.get(index) == max(years.values())]
    passed = [year for year in years.values() if year <= value.year]
    return [index for index in among if years.get(index) == max(passed)] if passed else timeless


def _nearest(value: Value, references: Sequence[Value]) -> int | None:
    """The reference to show beside a value that is not judged: due by its year, else the first."""
    among = _of_group(value, references, list(range(len(references))))
    due = _latest(value, references, among) if among else []
    return next(iter(due or among), None)


def _against(measured: Measured, value: Value, reference: Value, index: int) -> Judgement:
    sign = 1 if measured.direction == "more" else -1
    difference = _difference(sign, value.span, reference.span)
    stance = EQUAL if abs(difference) <= _EPSILON else STRICTER if sign * difference > 0 else WEAKER
    base = reference.value
    share = round(100 * difference / base, 2) if base else None
    return Judgement(stance=stance, reference=index, difference=round(difference, 6), difference_percent=share)


def _difference(sign: int, local: tuple[float, float], asked: tuple[float, float]) -> float:
    """How far the local span is off the asked one, 0 where it lies inside it.

    Of a span the bound that is guaranteed counts: the lower one where more is better (`sign` 1), else the upper one.
    """
    low, high = local[0] - asked[0], local[1] - asked[1]
    if asked[0] == asked[1]:
        return low if sign > 0 else high
    worse, better = (low, high) if sign > 0 else (high, low)
    if sign * worse < 0:
        return worse
    return better if sign * better > 0 else 0.0


def number(value: float | None, lang: str = "vi") -> str:
    """A number as Vietnamese write it, decimal comma, thousands with a point; or as English readers expect (`en`).

    >>> number(100000.0), number(0.05), number(None), number(1234.5, "en")
    ('100.000', '0,05', '', '1,234.5')
    """
    if value is None:
        return ""
    words = f"{value:,.4f}".rstrip("0").rstrip(".")
    return words.translate(str.maketrans(",.", ".,")) if lang == "vi" else words


def unit_words(unit: str | None, per: int | None) -> str:
    """What follows a number: `%`, `/1.000`, nothing for a count."""
    return "%" if unit == "percent" else f"/{number(float(per))}" if unit == "per" and per else ""
