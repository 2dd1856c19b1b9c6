"""The years that a clause names: those that values hold by or are held against."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import regex

from extract.targets.quantities import BRACKET, NEAR, Quantity, Spans, is_plain
from patterns import targets, time_pieces


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or a span of years, that a clause names; `keep` where the value before it is kept until then, `base` where it is what
    values are held against.
    """

    start: int
    end: int
    year: int
    year_from: int | None = None
    keep: bool = False
    base: bool = False


_CENTURY = regex.compile(r"(?:19|20)\d\d")
_DIGIT = regex.compile(r"\d")


def years(low: str, start: int, end: int, found: tuple[Quantity, ...] = ()) -> tuple[Year, ...]:
    """The years of a clause in reading order; those in remarks and in names of documents left out."""
    if _CENTURY.search(low, start, end) is None:
        return ()
    out: list[Year] = []
    remarks = _Remarks(low, start, end, {quantity.value.start for quantity in found if quantity.role == "value"})
    for match in targets.YEARS.finditer(low, start, end):
        if remarks.holds(match.start()):
            continue
        groups = match.groupdict()
        since, last = targets.span_of(match)
        near = max(start, match.start() - NEAR)
        spans = since is not None and since != last
        if spans and targets.IN_NAME.search(low, near, match.start()) is not None and not groups["keep"]:
            continue
        if groups["second"] and not out:
            continue
        if groups["year"] and not groups["lead"] and targets.OF_LAW.search(low, near, match.start()) is not None:
            continue
        if targets.OF_DOCUMENT.search(low, near, match.start()) is not None:
            continue
        out.append(Year(match.start(), match.end(), last, since, bool(groups["keep"]), bool(groups["base"])))
    return tuple(out)


class _Remarks:
    """Brackets that hold more than a year and no value: `(năm 2022 là 12 em)` dates no target."""

    def __init__(self, low: str, start: int, end: int, value_places: set[int]) -> None:
        places = sorted(value_places)
        spans = [match.span() for match in BRACKET.finditer(low, start, end)]
        self._spans = Spans([span for span in spans if _is_remark(low, *span) and not _any_between(places, *span)])

    def holds(self, at: int) -> bool:
        span = self._spans.span(at)
        return span is not None and span[0] < at


def _any_between(places: list[int], start: int, end: int) -> bool:
    index = bisect_right(places, start)
    return index < len(places) and places[index] < end


def _is_remark(low: str, start: int, end: int) -> bool:
    if time_pieces.ONLY_TIMES.fullmatch(low, start, end) is not None:
        return False  # `(tháng 10 và tháng 11/2025)`
    return not is_plain(low[start:end]) or _DIGIT.search(targets.without_years(low[start + 1 : end])) is not None
