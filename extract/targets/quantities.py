"""The values and the years of one clause, each with the words that belong to it.

A value has a comparator before or after it, may inherit its unit from the value before, and may be where another one starts
(`từ 13,2% năm 2022 xuống dưới 12,5%`). Everything here works on offsets of the lower-case view.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import regex

from patterns import numbers, targets
from patterns.numbers import Value


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or a span of years, that a clause names; `keep` where the value before it is kept until then."""

    start: int
    end: int
    year: int
    year_from: int | None = None
    keep: bool = False
    base: bool = False


@dataclass(slots=True)
class Point:
    """A value with its comparator; `start` is where the comparator's words begin, `end` where its own words end."""

    value: Value
    start: int
    end: int
    comparator: str = "="
    explicit: bool = False
    from_value: float | None = None
    from_year: int | None = None
    change: str | None = None
    group: str | None = None
    years: list[Year] = field(default_factory=list)
    own_start: int = -1


# The groups of `targets.YEARS` that hold the year by which a value holds.
_LAST_YEAR = ("to", "bare_to", "year", "of_part", "second", "in_brackets", "before_colon")
# After a number, what is no subject of its own.
NO_SUBJECT = regex.compile(
    r"\s*(?!\(\d+\s?/\s?\d+\)\s*\p{L})(?:[;,.)(:/]|$|(?:vào|đến|trong|năm|và|so với|đối với|ở|tại|theo|của|hằng|hàng|mỗi năm|bình quân|trở|giai đoạn|nhằm|để|từ|"
    r"tương ứng|hoặc|xuống|lên|còn|tổng số|duy trì|thì|khi|cuối|hết|cho đến)(?:\s|$|,))"
)
_CENTURY = regex.compile(r"(?:19|20)\d\d")
_PAREN = regex.compile(r"\([^()]*\)?")


_WORD_FOLLOWS = regex.compile(r"\s*(?:số )?\p{L}")


class Accept:
    """Which bare numbers count: all that count something among the objectives, elsewhere only commitments."""

    def __init__(self, *, objectives: bool) -> None:
        self.objectives = objectives

    def __call__(self, low: str, start: int, end: int, point: Point) -> bool:
        value = point.value
        after = value.end
        if value.total is not None and targets.FROM_BEFORE.search(low, start, value.start) is None:
            follows = _WORD_FOLLOWS.match(low[after : after + 12])
            words = low[after : after + 6].strip()
            return follows is not None and not words.startswith(("hằng", "hàng", "và ", "năm"))
        if value.unit is not None:
            return self.objectives or targets.PAST.search(low, start, point.start) is None
        if targets.NEVER_COUNTED.match(low, after, end):
            return False
        uncounted = targets.NOT_COUNTED.match(low, after, end) is not None
        if self.objectives:
            return point.explicit or not uncounted
        if point.explicit:
            return not uncounted and targets.PAST.search(low, start, point.start) is None
        laid_on = targets.LAYS_ON.search(low[max(start, point.start - 40) : point.start]) is not None
        if uncounted or not (laid_on or targets.COUNTED.match(low, after, end) is not None):
            return False
        if targets.PAST.search(low, start, point.start) is not None:
            return False
        return (
            targets.COMMITS.search(low, start, point.start) is not None
            or targets.EACH.search(low, start, after) is not None
        )


def find_points(low: str, start: int, end: int, accept: Accept) -> list[Point]:
    """The values of a clause in reading order; dates, ages, numbers of documents and what `accept` refuses left out."""
    remarks = [match.span() for match in _PAREN.finditer(low, start, end)]
    out: list[Point] = []
    at = start
    for position in numbers.candidates(low, start, end):
        if position < at or any(a <= position < b for a, b in remarks):
            continue
        passed = targets.no_value_until(low, start, position, end)
        if passed is not None:
            at = passed
            continue
        value = numbers.at(low, position, end)
        if value is None:
            continue
        point = _with_comparator(low, out[-1].end if out else start, end, value)
        denominator = None
        if value.unit is None and (not out or out[-1].value.unit == "per"):
            denominator = targets.DENOMINATOR.search(low, start, value.start)
        if denominator is not None:
            per = int(numbers.parse(denominator["per"]))
            point.value = replace(value, unit="per", per=per)
        inherits = value.unit is None and out and is_plain(low[out[-1].end : point.start])
        if inherits and NO_SUBJECT.match(low, value.end, end) is not None:
            point.value = replace(value, unit=out[-1].value.unit, per=out[-1].value.per)
        if accept(low, start, end, point):
            out.append(point)
            at = point.end
    return out


def _with_comparator(low: str, since: int, end: int, value: Value) -> Point:
    """The value with the comparator that stands before or after it."""
    window = low[since : value.start]
    point = Point(value, value.start, value.end)
    match = targets.COMPARATOR.search(window)
    if match is not None:
        point.comparator, point.explicit = targets.sign(match["words"]), True
        point.start = since + match.start()
    level = targets.LEVEL_BEFORE.search(window[: point.start - since])
    if level is not None:
        point.own_start = since + level.start()
    if value.high is not None:
        point.comparator, point.explicit = "range", True
        return point
    from_before = targets.FROM_BEFORE.search(window) is not None
    for pattern, sign in ((targets.OR_MORE, ">="), (targets.OR_LESS, "<=")):
        after = pattern.match(low, value.end, end)
        if after is not None and (from_before or len(after.group()) < 26):
            point.comparator, point.explicit = sign, True
            if len(after.group()) < 26:
                point.end = after.end()
    return point


def find_years(low: str, start: int, end: int) -> list[Year]:
    """The years of a clause in reading order; those in remarks and in names of documents left out."""
    if _CENTURY.search(low, start, end) is None:
        return []
    out: list[Year] = []
    remarks = [span for span in (match.span() for match in _PAREN.finditer(low, start, end)) if _is_remark(low, *span)]
    for match in targets.YEARS.finditer(low, start, end):
        if any(low_mark < match.start() < high_mark for low_mark, high_mark in remarks):
            continue
        groups = match.groupdict()
        first = groups["from"] or groups["bare_from"]
        last = next(groups[name] for name in _LAST_YEAR if groups[name])
        if first and targets.IN_NAME.search(low, start, match.start()) is not None and not groups["keep"]:
            continue
        if first is None and groups["bare_from"] is None and groups["second"] and not out:
            continue
        if groups["year"] and not groups["lead"] and targets.OF_LAW.search(low, start, match.start()) is not None:
            continue
        out.append(
            Year(
                match.start(),
                match.end(),
                int(last),
                int(first) if first else None,
                bool(groups["keep"]),
                bool(groups["base"]),
            )
        )
    return out


_DIGIT = regex.compile(r"\d")


def _is_remark(low: str, start: int, end: int) -> bool:
    """Whether brackets hold more than a year: `(năm 2022 là 12 em)` dates no target."""
    return not is_plain(low[start:end]) or _DIGIT.search(targets.without_years(low[start + 1 : end])) is not None


def pair_baselines(low: str, points: list[Point], years: list[Year]) -> list[Point]:
    """`từ 13,2% năm 2022 xuống dưới 12,5%`: the first value is where the second starts."""
    out: list[Point] = []
    waiting: Point | None = None
    for index, point in enumerate(points):
        following = points[index + 1] if index + 1 < len(points) else None
        if waiting is not None:
            point.from_value = waiting.value.value
            inside = [year for year in years if waiting.end <= year.start < point.start]
            if inside:
                point.from_year = inside[-1].year
                years.remove(inside[-1])
            if point.value.unit is None:
                point.value = replace(point.value, unit=waiting.value.unit, per=waiting.value.per)
            point.own_start = waiting.start
            waiting = None
        elif (
            following is not None and targets.FROM_BEFORE.search(low[max(0, point.start - 6) : point.start]) is not None
        ):
            gap = low[point.end : following.value.start]
            or_more = low[point.value.end : point.end].endswith(
                ("trở lên", "trở xuống")
            )  # `từ 98% trở lên` starts nothing
            if not or_more and targets.FROM_TO.search(gap) is not None and len(gap) < 70 and "%" not in gap:
                waiting = point
                continue
        out.append(point)
    return out


# Words that only join values are few: longer ones are not looked at.
_LONGEST_JOIN = 120


def is_plain(words: str) -> bool:
    """Whether words join values and say nothing of their own."""
    if len(words) > _LONGEST_JOIN or not targets.may_only_join(words):
        return False
    words = targets.without_years(words)
    words = targets.HOLDS_FOR.sub(" ", targets.GROUP.sub(" ", words))
    return not targets.CONNECTORS.sub("", words).strip()
