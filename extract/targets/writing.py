"""Records of targets, written from what a clause states and what governs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from extract.component import evidence
from extract.records import PlanWarning, Target
from extract.structure.clauses import trim
from extract.structure.outline import Outline
from extract.targets import confidence
from extract.targets.context import Context
from extract.targets.period import first_year, year_of_issue
from extract.targets.quantities import in_composition, is_plain
from extract.targets.statements import Aim, Measured
from extract.targets.years import years
from patterns import aiming, groups, money, spelling, targets, values
from patterns.tables import FORECAST

# The mark of a footnote, whole or cut by the end of the quote: `90%[3]`, `24%1`.
_FOOTNOTE_BEHIND = regex.compile(r"\s*\[\d{0,3}\]?\s*\Z|(?<=[%‰])[1-9]\d?\Z")


class Writer:
    """Writes the records of one plan, whose words are read in `low`; figures that were repaired are said as warnings."""

    def __init__(self, outline: Outline, low: str, warnings: list[PlanWarning]) -> None:
        self.outline = outline
        self.low = low
        self.warnings = warnings
        self.first_year = first_year(outline)
        self.issued = year_of_issue(outline)

    def quantitative(self, measure: Measured, context: Context, *, shares: bool) -> Iterator[Target]:
        """The records of a measure, one for each value and year; `shares` says that its subject is another's."""
        if any(aim.undated for aim in measure.aims):
            self._not_paired(measure)
        for aim in measure.aims:
            for year, year_from in _years_of(aim, context):
                yield self._target(measure, aim, year, year_from, context, shares)

    def _not_paired(self, measure: Measured) -> None:
        self.warnings.append(
            PlanWarning(
                code="years-not-paired",
                message="không rõ giá trị nào của năm nào / which of the values is of which year is not clear",
                start=measure.quote_start,
                end=measure.end,
            )
        )

    def _target(
        self, measure: Measured, aim: Aim, year: int | None, year_from: int | None, context: Context, shares: bool
    ) -> Target:
        value = aim.quantity.value
        if value.unit is None and context.per is not None and targets.COUNTED.match(self.low, value.end) is None:
            value = replace(value, unit="per", per=context.per)
        scale = money.millions(self.low, value.end) if value.unit is None else None
        if scale is not None:
            high = value.high
            value = replace(
                value, value=_scaled(value.value, scale), high=None if high is None else _scaled(high, scale)
            )
        unit = value.unit or "count"
        end = measure.end
        note = _FOOTNOTE_BEHIND.search(self.low, max(aim.end - 2, end - 8), end)
        if note is not None:
            end = note.start()
        own = _own_words(self.outline, measure, measure.subject_start, max(end, measure.subject_start))
        subject = _subject(self.outline, measure, aim)
        signs = confidence.Signs(
            objectives=context.objectives,
            sign=value.unit in ("percent", "per") or value.total is not None,
            explicit=aim.quantity.explicit or aim.quantity.lead >= 0 or measure.prefix,
            dated=year is not None,
            inferred=aim.inferred,
            values=len(measure.aims),
            shares=shares,
            repaired=self._repaired(value.start, value.end),
            subject=bool(subject),
            preferred="ưu tiên" in self.low[measure.quote_start : aim.start],
            complete=not measure.prefix
            or value.unit != "percent"
            or targets.PREDICATE.search(self.low, aim.end, end) is not None,
            doubted=value.open
            or self._may_mean_otherwise(measure, aim, end)
            or _is_foreseen(self.low[measure.start : aim.start], context)
            or spelling.misread_frame(self.outline.text.text[measure.quote_start : max(end, aim.end)])
            or (year is not None and self.first_year is not None and year < self.first_year),  # told of the past
        )
        return Target(
            kind="quantitative",
            indicator_no=context.indicator,
            objective_no=context.objective,
            comparator=aim.quantity.comparator,
            value=value.value,
            value_high=value.high,
            unit=unit,
            per=value.per if unit == "per" else None,
            total=value.total,
            per_year=aim.per_year or (context.yearly and aim.change is not None and aim.baseline_year is None),
            change=aim.change,
            year=year,
            year_from=year_from,
            group=self._as_written(aim.group, measure.quote_start, max(end, aim.end)) or context.forms,
            baseline_value=aim.baseline,
            baseline_year=aim.baseline_year,
            subject=subject,
            counted="triệu đồng" if scale is not None else self._counted(value.end) if unit == "count" else None,
            clause=" ".join(own.split()),
            above=context.above,
            confidence=confidence.quantitative(signs),
            **evidence(self.outline, measure.quote_start, end),
        )

    def _may_mean_otherwise(self, measure: Measured, aim: Aim, end: int) -> bool:
        """Whether two readers would take a value differently: what it is a part of, whether it is a change or a level, whom it is of."""
        low, value = self.low, aim.quantity.value
        before = low[measure.start : aim.start]
        if value.unit is None and value.total is None:
            if measure.part and aim.group is None:
                return True  # `500 cán bộ, trong đó 200 cán bộ cấp xã`: a group, or a count of its own
            if targets.MORE_BEFORE.search(before) is not None:
                return True  # `có thêm 04 điểm`: four, or four more
        if in_composition(low, aim.start):
            return True  # `… 4.758 MW (gồm 02 dự án điện rác)`: a part, or what it is made of
        if targets.SAID_BEFORE.search(before) is not None:
            return True  # `nâng tổng số lên 19 điểm`: of what was said before
        if not measure.prefix and (
            (measure.part and aim.group is None) or targets.NO_SUBJECT_BEFORE.match(before) is not None
        ):
            return True  # `trong đó lĩnh vực y tế, giáo dục đạt 92%`; `…; có chứng chỉ đạt 30%`
        if aim.change is not None and targets.DOWN_BEFORE.search(before) is not None:
            return True  # `giảm tỷ lệ thấp còi xuống 2% so với năm 2024`: by two, or to two
        named = sum(one.group is not None for one in measure.aims)
        if 0 < named < len(measure.aims) or _alike(measure):
            return True
        is_rate = value.unit == "percent" and aim.change is not None and not aim.per_year and aim.baseline_year is None
        return is_rate and targets.RATE.search(low, measure.start, max(end, aim.end)) is not None

    def _as_written(self, group: str | None, start: int, end: int) -> str | None:
        """The group with the capitals of its names (`các huyện Mường Tè, Sìn Hồ`); areas that have no name of their own stay small."""
        at = self.low.find(group, start, end) if group is not None else -1
        if group is None or at < 0 or groups.is_area(group):
            return group
        return " ".join(self.outline.text.text[at : at + len(group)].split())

    def _counted(self, at: int) -> str | None:
        match = values.MEASURED.match(self.low, at) or targets.COUNTED.match(self.low, at)
        return self.outline.text.text[match.start("noun") : match.end("noun")] if match is not None else None

    def _repaired(self, start: int, end: int) -> bool:
        """Whether the figures were misread and are repaired in the view: said as a warning, and in the confidence."""
        words = self.outline.text.text[start:end]
        if words.lower() == self.low[start:end] or _same_figures(words, self.low[start:end]):
            return False
        self.warnings.append(
            PlanWarning(
                code="suspect-reading",
                message=f"số có thể đọc sai: {words} / a figure that may be misread",
                start=start,
                end=end,
            )
        )
        return True

    def qualitative(self, start: int, end: int, context: Context, *, beside: bool = False) -> Target:
        """The record of an aim without a number; the one year that it names goes before the one that governs it."""
        named = [year for year in years(self.low, start, end) if not year.base]
        own = named[0] if len(named) == 1 else None
        return Target(
            kind="qualitative",
            indicator_no=context.indicator,
            objective_no=context.objective,
            year=own.year if own is not None else context.year,
            year_from=own.year_from if own is not None else context.year_from,
            group=context.forms,
            clause=" ".join(self.outline.text.text[start:end].split()),
            above=context.above,
            confidence=confidence.QUALITATIVE_BESIDE if beside else confidence.QUALITATIVE,
            **evidence(self.outline, start, end),
        )


def _scaled(value: float, scale: float) -> float:
    """An amount in millions, without what binary fractions add to it."""
    return round(value * scale, 9)


def _is_foreseen(before: str, context: Context) -> bool:
    """Whether a value is only foreseen (`dự báo …`), by its own words or by a heading: that may be no aim."""
    return any(FORECAST.search(words.lower()) is not None for words in (before, *context.above))


def _alike(measure: Measured) -> bool:
    """Whether two values of a measure hold for the same years and group: one of them is another's (`nhẹ cân, thấp còi còn 9% và 17%`)."""
    held = [(one.years, one.group) for one in measure.aims]
    return len(set(held)) < len(held)


def _same_figures(words: str, low: str) -> bool:
    """Whether the view only writes signs otherwise (a dash, a space), not the figures."""
    return [c for c in words if c.isdigit()] == [c for c in low if c.isdigit()]


def _years_of(aim: Aim, context: Context) -> list[tuple[int | None, int | None]]:
    if aim.undated:
        return [(None, None)]
    if not aim.years:
        return [(context.year, context.year_from)]
    return [(year.year, year.year_from) for year in aim.years]


def _own_words(outline: Outline, measure: Measured, start: int, end: int) -> str:
    """The words of a measure in a range, without those that are its sisters' alone."""
    out, text = "", outline.text.text
    for a, b in measure.others:
        out, start = f"{out}{text[start:a]} ", b
    return out + text[start:end]


def _subject(outline: Outline, measure: Measured, aim: Aim) -> str | None:
    """Who or what is measured, as written: the words before the value, or those after it."""
    low, text = outline.text.lower, outline.text.text
    first = measure.aims[0]  # the values behind it have its subject
    before = trim(low, measure.subject_start, first.subject_end if measure.subject_end < 0 else measure.subject_end)
    if before is not None and len(low[before[0] : before[1]].split()) >= 3:
        words = aiming.VERB.sub("", _own_words(outline, measure, *before))
        return aiming.IN_TURN.sub("", " ".join(words.split()))
    own = aim.quantity
    behind = first.end if own.beside or own.milestone or own.again else aim.end
    after = trim(low, behind, measure.end)
    last = measure.aims[-1]
    if before is not None and last is not first and not measure.prefix and is_plain(low[last.end : measure.end]):
        after = before  # `thấp còi còn 16% và 14%`
    if after is None:
        return None
    words = low[after[0] : after[1]]
    predicate = targets.PREDICATE.search(words)
    length = predicate.start() if predicate is not None and predicate.start() > 0 else len(words)
    said = text[after[0] : after[0] + length]
    return " ".join(targets.BRACKETS_WITH_FIGURE.sub(" ", said).split())
