"""Quantities: numbers with their sign and the words of their comparator, as they stand in a clause, and what else stages ask of the words between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from extract.vocabulary import Comparator
from patterns import groups, targets, values
from patterns.numbers import Value

# How far words before a number are looked at.
NEAR = 160


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its comparator: `start` is where the comparator's words begin, `end` where its own words end, `lead` where the words
    of level before it begin (`đạt`, `xuống còn`; -1 without).
    """

    value: Value
    start: int
    end: int
    comparator: Comparator = "="
    explicit: bool = False
    lead: int = -1
    role: str = "value"  # or why it is none: `past`, `threshold`, `name`, …
    again: bool = False  # it says the value before it in another unit: `13/16 xã (đạt 81,25%)`
    milestone: bool = False  # brackets behind a value say it of a year on the way: `… 40% (năm 2025: 25%)`
    beside: bool = False  # it stands in the words of the value before it: `60 suất quà, mỗi suất 200.000 đồng`, `70% cha mẹ (thành thị 80%) …`

    @property
    def opens(self) -> int:
        """Where the words that belong to the number begin."""
        return self.start if self.lead < 0 else min(self.start, self.lead)


@dataclass(frozen=True, slots=True)
class Clause:
    """What is read: `low[start:end]` of the text in lower case, `view` the same in its own case, and whether it stands among the
    specific objectives. `first_year` is the first year that the plan is made for, where it is known: what is said of earlier ones was reached;
    `issued` is the year in which it was issued.
    `group` is the narrower group that all of it is of, said at its beginning or before it.
    """

    low: str
    view: str
    start: int
    end: int
    objectives: bool
    first_year: int | None = None
    issued: int | None = None
    group: str | None = None


# Brackets, closed or not.
BRACKET = regex.compile(r"\([^()]*\)?")


class Spans:
    """Spans that do not overlap, asked for in rising order of places."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = iter(spans)
        self._now = next(self._spans, None)

    def span(self, at: int) -> tuple[int, int] | None:
        """The span that holds a place."""
        while self._now is not None and self._now[1] <= at:
            self._now = next(self._spans, None)
        return self._now if self._now is not None and self._now[0] <= at else None

    def holds(self, at: int) -> bool:
        return self.span(at) is not None


# Words that only join values are few: longer ones are not looked at.
_LONGEST_JOIN = 120


def is_plain(words: str) -> bool:
    """Whether words join values and say nothing of their own."""
    if len(words) > _LONGEST_JOIN or not targets.may_only_join(words):
        return False
    words = targets.without_years(words)
    words = groups.HOLDS_FOR.sub(" ", groups.GROUP.sub(" ", words))
    return not targets.CONNECTORS.sub("", words).strip()


# How far brackets are looked back for.
_LONGEST_COMPOSITION = 400


def in_composition(low: str, at: int) -> bool:
    """Whether a place stands in brackets that say what a whole is made of (`20 công trình (gồm 12 công trình cấp xã; …)`)."""
    opening = low.rfind("(", max(0, at - _LONGEST_COMPOSITION), at)
    return opening >= 0 and ")" not in low[opening:at] and values.COMPOSED.match(low, opening) is not None
