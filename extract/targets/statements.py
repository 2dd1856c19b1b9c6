"""The values of one clause, grouped into the measures that they belong to.

A clause states one measure for one or more years (`tỷ lệ A đạt 65% vào năm 2025 và 75% vào năm 2030`), several groups of one
measure, a part inside a whole (`trong đó 40% …`), or several measures side by side. Everything here works on offsets of the
lower-case view.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import regex

from extract.structure.clauses import trim
from extract.targets.quantities import (
    NO_SUBJECT,
    Accept,
    Point,
    Year,
    find_points,
    find_years,
    is_plain,
    pair_baselines,
)
from patterns import targets


@dataclass(slots=True)
class Measure:
    """What is measured, its values, and the range of the clause that says so."""

    start: int
    end: int
    points: list[Point]
    subject: tuple[int, int]
    per_year: bool = False
    base_year: int | None = None


_BOUNDARY = regex.compile(r"(?:,|\bvà\b|;|:)(?=\s)")
_LEADING = regex.compile(r"(?:[\s,;:]|\bvà\s|\btrong đó\s|\btrong số đó\s)+")


def measures(low: str, start: int, end: int, *, accept: Accept) -> list[Measure]:
    """The measures of a clause, in reading order."""
    points = find_points(low, start, end, accept)
    if not points:
        return []
    years = find_years(low, start, end)
    points = pair_baselines(low, points, years)
    groups = _group(low, start, end, points, years)
    found = [_finish(low, group, years, start, end) for group in groups]
    _hand_down_years(low, start, groups, found, years)
    return found


# What may stand before the year that a clause begins with: `Phấn đấu đến hết năm 2025, …`.
_OPENS = regex.compile(r"(?:[\s,:\-]|\b(?:phấn đấu|cụ thể|bảo đảm|đảm bảo|riêng|và)\b)*")


def leading_year(low: str, start: int, first: int, years: list[Year]) -> Year | None:
    """The year that a clause begins with, before its first value: it holds for all that the clause says."""
    year = years[0] if years else None
    if year is None or year.base or year.start >= first or _OPENS.fullmatch(low, start, year.start) is None:
        return None
    return year


def _hand_down_years(low: str, start: int, groups: list[_Group], found: list[Measure], years: list[Year]) -> None:
    """Gives values without a year that of the whole that they are a part of, or the one that the clause begins with."""
    leading = leading_year(low, start, groups[0].points[0].start, years)
    for before, group in pairwise(groups):
        of_whole = before.points[-1].years if group.part and len(before.points) == 1 else []
        inherited = of_whole or ([leading] if leading is not None else [])
        for point in group.points:
            if not point.years and inherited:
                point.years = list(inherited)


def _has_subject_after(low: str, point: Point, end: int) -> bool:
    return NO_SUBJECT.match(low, point.end, end) is None


def _counts_the_same(low: str, before: Point, point: Point, end: int) -> bool:
    """Whether a value only repeats what the one before it counts (`không quá 03 cặp vào năm 2023 và 01 cặp vào năm 2025`)."""
    counted, again = targets.COUNTED.match(low, before.value.end, end), targets.COUNTED.match(low, point.value.end, end)
    if counted is None or again is None or counted["noun"] != again["noun"]:
        return False
    return NO_SUBJECT.match(low, again.end(), end) is not None


# The words before the name of a group that belong to it: `cấp quận`, `khối lớp 5`.
_OF_GROUPS = frozenset({"cấp", "khối", "vùng", "nhóm", "bậc", "hệ", "khu"})


@dataclass(slots=True)
class _Group:
    points: list[Point]
    start: int  # where its own words begin
    quote_start: int  # where its quote begins: earlier, where it shares its subject or is a part
    end: int = -1
    prefix: bool = False
    subject_start: int = -1  # where its subject begins, if that is another's: the whole of which it is a group
    part: bool = False  # of the whole before it (`trong đó`)
    own_end: int = -1  # where its own words end, if its quote goes on with a predicate that it shares

    def __post_init__(self) -> None:
        if self.subject_start < 0:
            self.subject_start = self.start


def _group(low: str, start: int, end: int, points: list[Point], years: list[Year]) -> list[_Group]:
    groups = [_Group([points[0]], start, start, prefix=_has_subject_after(low, points[0], end))]
    for before, point, following in zip(points, points[1:], [*points[2:], None], strict=False):
        limit = following.start if following is not None else end
        current = groups[-1]
        gap_start, gap_end = before.end, point.start
        if point.from_value is not None:
            gap_end = point.own_start
        part = targets.PART.search(low[gap_start:gap_end])
        prefix = _has_subject_after(low, point, limit) and not _counts_the_same(low, before, point, limit)
        between = [year for year in years if gap_start <= year.start < gap_end]
        tail = between[-1].end if between else gap_start
        if (
            part is None
            and not prefix
            and is_plain(low[tail:gap_end])
            and (between or is_plain(low[gap_start:gap_end]))
        ):
            current.points.append(point)
            continue
        if prefix and not current.prefix and part is None and _nothing_before(low, current, tail, gap_end):
            current.points.append(point)
            current.prefix = True
            continue
        if part is not None:
            current.end = gap_start + part.start()
            point.group = part["group"]
            whole = current.subject_start if part["group"] else -1
            groups.append(
                _Group(
                    [point], gap_start + part.end(), current.quote_start, prefix=prefix, subject_start=whole, part=True
                )
            )
            continue
        own, shared = _own_start(low, tail, point, prefix)
        current.end = own
        if (
            not point.explicit
            and prefix
            and before.explicit
            and before.comparator in (">=", ">")
            and _joined(low, own, gap_start)
        ):
            point.comparator = before.comparator
        groups.append(_Group([point], own, current.quote_start if shared else own, prefix=prefix))
    groups[-1].end = end
    _share_predicate(low, groups, end)
    return groups


def _nothing_before(low: str, current: _Group, tail: int, gap_end: int) -> bool:
    """`đến năm 2025 đạt 65% và đến năm 2030 là 75% số xã …`: the values before share the subject that comes last."""
    since = current.start
    for point in current.points:
        if not is_plain(low[since : point.start]):
            return False
        since = point.end
    return is_plain(low[tail:gap_end])


_ENDS_JOINED = regex.compile(r"(?:\bvà|,)\s*$")


def _joined(low: str, own: int, gap_start: int) -> bool:
    return _ENDS_JOINED.search(low[gap_start:own]) is not None


_VERB_AFTER_JOINER = regex.compile(
    r"(?:,|\bvà|;)\s+((?:(?:giảm|tăng|phấn đấu|đảm bảo|bảo đảm|có|huy động|nâng|duy trì|khoảng|từ)\s+)*)$"
)


def _own_start(low: str, since: int, point: Point, prefix: bool) -> tuple[int, bool]:
    """Where the words of a new measure begin, and whether it shares its subject with the one before."""
    gap = low[since : point.start]
    if prefix and targets.LEVEL_BEFORE.search(gap) is None:
        verb = _VERB_AFTER_JOINER.search(gap)
        return (since + verb.start(1), False) if verb is not None else (point.start, False)
    last = None
    for match in _BOUNDARY.finditer(gap):
        if targets.SUBJECT_HEAD.match(gap, match.end()) is not None:
            last = match
    if last is None:
        first = _BOUNDARY.search(gap)
        return (since + first.end() if first is not None else since), True
    words = gap[last.end() :].lstrip()
    return since + last.end(), words.startswith(("thể ", "và thể "))


_LAST_AND = regex.compile(r"\s+và$")


def _share_predicate(low: str, groups: list[_Group], end: int) -> None:
    """`100% hồ sơ cấp quận và 95% hồ sơ cấp phường được xử lý`: one predicate, one quote, the groups are what differs."""
    for left, right in pairwise(groups):
        if not (left.prefix and right.prefix) or right.quote_start == left.quote_start:
            continue
        words = targets.without_years(low[left.points[-1].end : left.end]).strip(" ,;")
        after = low[right.points[0].end : right.end].strip(" ,;")
        words = _LAST_AND.sub("", words)
        first_predicate = targets.PREDICATE.search(words)
        each = targets.EACH.search(low, left.start, left.points[0].start) is not None
        if first_predicate is not None and not each:
            repeated = targets.without_years(after).strip(" ,;")
            if repeated and words.startswith(repeated):
                # `14/19 xã đạt tiêu chuẩn vào năm 2025 và 17/19 xã vào năm 2030`: the same of another year
                left.own_end, left.end = left.end, right.end
                right.quote_start = right.subject_start = left.quote_start
            continue
        left.own_end, left.end = left.end, right.end
        right.quote_start = left.quote_start
        if each or first_predicate is not None:
            continue
        a, b = words.split(), after.split()
        same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
        if same and a[same - 1] in _OF_GROUPS:
            same -= 1
        if same >= 2 and same < len(a):
            predicate = targets.PREDICATE.search(after)
            rest = after[: predicate.start()].split() if predicate is not None else b
            left.points[0].group = " ".join(a[same:])
            right.points[0].group = " ".join(rest[same:]) or None


def _finish(low: str, group: _Group, years: list[Year], start: int, end: int) -> Measure:
    points = group.points
    own_end = group.end if group.own_end < 0 else group.own_end
    inside = [year for year in years if group.start <= year.start < max(own_end, points[-1].end)]
    if not inside:  # `50 tờ gấp, 20 video … trong năm 2025`: the year stands in the words that are shared
        inside = [year for year in years if own_end <= year.start < group.end]
    base = [year for year in inside if year.base]
    measure = Measure(group.quote_start, group.end, points, (group.subject_start, group.end))
    measure.base_year = base[-1].year if base else None
    for point in points[1:]:
        if point.from_value is None:
            point.from_value, point.from_year = points[0].from_value, points[0].from_year
    _assign_years([year for year in inside if not year.base], points, low)
    _assign_groups(low, group, points)
    _assign_change(low, group, measure)
    first = points[0]
    suffix = not group.prefix and low[group.start : first.start].strip(" ,;") != ""
    if suffix:
        last = max([points[-1].end, *(year.end for year in inside if year.start >= group.start)])
        for match in targets.GROUP.finditer(low, points[-1].end, group.end):
            last = max(last, match.end())
        yearly = targets.YEARLY.search(low, points[-1].end, group.end)
        if yearly is not None and yearly.start() - points[-1].end < 4:
            last = max(last, yearly.end())
        measure.end = min(last, max(group.end, points[-1].end))
    trimmed = trim(low, measure.start, max(measure.end, points[-1].end))
    if trimmed is not None:
        measure.start, measure.end = trimmed
    if low.count("(", measure.start, measure.end) > low.count(")", measure.start, measure.end):
        closing = low.find(")", measure.end, group.end)
        measure.end = closing + 1 if closing >= 0 else measure.end
    leading = _LEADING.match(low, measure.start, measure.end)
    if leading is not None:
        measure.start = leading.end()
    return measure


def _assign_years(years: list[Year], points: list[Point], low: str) -> None:
    """Gives each value the years that it holds for."""
    if not years:
        return
    before = [year for year in years if year.start < points[0].start]
    after = [year for year in years if year.start >= points[0].start]
    if len(before) == len(years) == len(points) > 1:
        for point, year in zip(points, years, strict=True):  # `vào năm 2025 và năm 2030 lần lượt đạt 98% và 99%`
            point.years = [year]
        return
    if len(before) == 1 and after and all(year.keep for year in after):
        for point in points:  # `đến năm 2028 đạt 90% và duy trì đến năm 2030`
            point.years = [*before, *(year for year in after if year.start >= point.start)]
        return
    if before and not any(year.start >= points[-1].end for year in after):
        since = [0, *(point.start for point in points[:-1])]
        for low_mark, point in zip(since, points, strict=True):
            high_mark = point.start
            point.years = [year for year in years if low_mark <= year.start < high_mark][-1:]
            if not point.years and before:
                point.years = before[-1:]
        return
    for index, point in enumerate(points):
        limit = points[index + 1].start if index + 1 < len(points) else 10**9
        point.years = [year for year in after if point.start <= year.start < limit]
    for point, following in pairwise(points):
        # `60% vào năm 2025, đến năm 2030 là 70%`: the last year before a value is its own
        last_year = point.years[-1] if len(point.years) > 1 else None
        if last_year is not None and not following.years and is_plain(low[last_year.end : following.start]):
            point.years, following.years = point.years[:-1], [last_year]
    without = [point for point in points if not point.years]
    if without:
        last = points[-1].years
        if len(points) == len(last) and all(not point.years for point in points[:-1]) and not _grouped(points, low):
            for point, year in zip(points, last, strict=True):
                point.years = [year]
        else:
            for index, point in enumerate(points):
                if not point.years:
                    point.years = next((later.years for later in points[index + 1 :] if later.years), before[-1:])


def _grouped(points: list[Point], low: str) -> bool:
    return targets.GROUP.search(low, points[0].end, points[-1].end + 60) is not None


def _named_groups(low: str, points: list[Point]) -> bool:
    """Whether each of several values is followed by what it holds for (`95% ở cấp tiểu học và 90% ở cấp trung học cơ sở`)."""
    found = [targets.HOLDS_FOR.match(low, point.end) for point in points]
    if len(points) < 2 or not all(found) or all(targets.GROUP.match(low, point.end + 1) for point in points):
        return False
    for point, match in zip(points, found, strict=True):
        point.group = match["group"].strip() if match is not None else None
    return True


def _assign_groups(low: str, group: _Group, points: list[Point]) -> None:
    if _named_groups(low, points):
        return
    since = [group.start, *(point.end for point in points[:-1])]
    before = [targets.GROUP.search(low, start, point.start) for start, point in zip(since, points, strict=True)]
    leading = len(points) > 1 and all(before)  # `ở nông thôn dưới 5% và ở thành thị dưới 10%`
    for index, point in enumerate(points):
        if point.group is not None:
            continue
        limit = points[index + 1].start if index + 1 < len(points) else group.end
        match = before[index] if leading else targets.GROUP.search(low, point.end, max(limit, point.end))
        if match is None and len(points) > 1:
            match = before[index]
        if match is not None and (len(points) > 1 or match.start() - point.end < 3):
            point.group = match["group"]
    if group.quote_start < group.start and points[0].group is None:
        said = targets.GROUP_AFTER_IS.match(low, points[0].end, group.end)
        if said is not None and targets.PREDICATE.search(said["group"]) is None:
            points[0].group = said["group"].strip()


def _assign_change(low: str, group: _Group, measure: Measure) -> None:
    region = low[group.start : max(group.end, measure.points[-1].end)]
    since = group.start
    change: str | None = None
    for point in measure.points:
        if point.value.unit != "per" and point.from_value is None and measure.points[0].from_value is None:
            against = targets.AGAINST_AFTER.match(low, point.value.end) is not None
            found = _change(low[since : point.value.start], targets.TO_LEVEL_OUTRIGHT if against else targets.TO_LEVEL)
            if found is not False:
                change = found
            point.change = change
        since = point.end
    measure.per_year = any(point.change for point in measure.points) and targets.YEARLY.search(region) is not None


_DOWN = regex.compile(r"\b(?:kéo giảm|mức giảm|giảm|hạ)\b(?! thiểu| nhẹ| nghèo| đau)")
_UP = regex.compile(r"\b(?:mức tăng|tăng|nâng)\b(?! cường| cao| cấp| trưởng)")


def _change(words: str, to_level: regex.Pattern[str]) -> str | Literal[False] | None:
    """What the words before a value make of it: a change, a level (`None`), or nothing new (`False`); `to_level` says what makes it one."""
    last: tuple[int, str] | None = None
    for pattern, name in ((_DOWN, "decrease"), (_UP, "increase")):
        for match in pattern.finditer(words):
            if last is None or match.end() > last[0]:
                last = (match.end(), name)
    if last is None:
        return None if to_level.search(words) is not None else False
    return None if to_level.search(words[last[0] :]) is not None else last[1]
