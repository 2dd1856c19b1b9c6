"""Progress: what was reached of what a plan aims at, measure by measure and year by year.

A measure is one of a programme that the plan carries out, or, where it aims at something no programme asks, that aim of its own. What was reached
are the results of the plan's unit from whatever document; where it has none of its own, those of the units below it together: the sum of the
numerators over the sum of the denominators, judged only where all of them are there. Computed after a load and stored; how a result is judged
stands in `verdicts`, how one of several is chosen in `reached`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from typing import Any

from sqlite_utils import Database

from db.comparison import reached, stances, verdicts
from db.comparison.compare import IN_FORCE, Yardstick, is_bare_count, value_of
from db.comparison.reached import Reached, Results
from db.comparison.stances import Measured, Value
from db.comparison.verdicts import Held
from db.schema.database import PLANS, in_batches
from extract.vocabulary import Direction, Verdict
from patterns import directions, groups
from patterns.fold import fold

Row = dict[str, Any]


def compute(db: Database, documents: Sequence[str]) -> list[Row]:
    """The rows of `progresses` of some documents; only what stands for its plan has any, and no report or letter."""
    heads = {row["id"]: row for row in in_batches(db, _HEAD, documents)}
    programmes: dict[str, list[str]] = defaultdict(list)
    for row in in_batches(db, IN_FORCE, heads):
        programmes[row["document"]].append(row["programme"])
    targets: dict[str, list[Row]] = defaultdict(list)
    for row in in_batches(db, _TARGETS, heads):
        targets[row["document"]].append(row)
    yardstick = Yardstick(db)
    surveyed = {(row["programme"], row["code"]) for row in db.query(_SURVEYED)}
    reported = reached.reported(db)
    found: list[Row] = []
    for document, head in sorted(heads.items()):
        plan = _Plan(db, head, programmes[document], targets[document], yardstick, surveyed)
        has_any = head["unit"] in reported
        found += plan.rows(Results(db, head["unit"], head["level"], yardstick.measured, has_any=has_any))
    return found


_HEAD = (
    "SELECT id, unit, level, period_start, period_end, issued_on FROM documents "
    f"WHERE plan = id AND {PLANS} AND unit IS NOT NULL AND id IN ({{}})"
)
_TARGETS = """
SELECT t.id, t.key, t.document, t.position, t.programme, t.subject, t.clause, t.quote, t.value, t.value_high, t.comparator, t.unit, t.per, t.total,
    t.year, t.year_from, t.subgroup, t.per_year, t."change", a.programme AS of_programme, a.measure AS of_measure, a."match"
FROM targets t LEFT JOIN alignments a ON a.target = t.id
WHERE t.kind = 'quantitative' AND t.value IS NOT NULL AND t.document IN ({})
ORDER BY t.document, t.position, a.programme
"""
_SURVEYED = "SELECT programme, code FROM measures WHERE surveyed = 1"


@dataclass(slots=True, kw_only=True)
class _Series:
    """A measure and group that a plan aims at, or that its programme asks for, with the figures of both."""

    programme: str | None
    measure: str | None
    subject: str | None
    group: str | None
    measured: Measured
    direction: Direction | None
    position: int
    own: list[tuple[Row, Value]] = field(default_factory=list)
    asked: list[tuple[Row, Value]] = field(default_factory=list)

    @property
    def key(self) -> tuple[str | None, ...]:
        """What results of it have in common."""
        return self.programme, self.measure, None if self.measure else self.subject, self.group


class _Plan:
    """One plan: its series of figures, and what results say of them."""

    def __init__(
        self,
        db: Database,
        head: Row,
        programmes: list[str],
        targets: list[Row],
        yardstick: Yardstick,
        surveyed: set[tuple[str, str]],
    ) -> None:
        self._db = db
        self._head = head
        self._programmes = programmes
        self._yardstick = yardstick
        self._surveyed = surveyed
        self._keys = {row["key"] for row in targets}
        self._series: dict[tuple[str | None, ...], _Series] = {}
        for _, meanings in groupby(targets, key=lambda row: row["id"]):
            self._aim(list(meanings))

    def _aim(self, meanings: list[Row]) -> None:
        """Takes a target in, given once for each programme in which it measures something."""
        counted = [row for row in meanings if self._counts(row)]
        for row in counted:
            said = value_of(row, self._head)
            series = self._of_measure(
                row["of_programme"], row["of_measure"], groups.canonical(row["subgroup"]), row["position"]
            )
            whole = self._whole(series, said.year or 0) if is_bare_count(said) else None
            converted = stances.convert(series.measured, said, units_of_kind=whole)
            series.own.append((row, converted.value if converted is not None else replace(said, near=True)))
        if not counted:
            said = replace(value_of(meanings[0], self._head), near=False)
            self._of_aim(meanings[0], said).own.append((meanings[0], said))

    def _whole(self, series: _Series, year: int) -> int | None:
        """How many units there were at the end of a year of those that a measure is the share of; `None` where it is of something else."""
        of = self._yardstick.measures[str(series.programme), str(series.measure)]["of"]
        on = f"{year}-12-31" if year else self._head["issued_on"]
        return self._yardstick.units_of_kind(self._db, self._head | {"issued_on": on}, of)

    def _counts(self, row: Row) -> bool:
        """Whether a target is of a measure of a programme that the plan carries out; of the default one where it carries out none."""
        programme = row["of_programme"]
        if (programme, row["of_measure"]) not in self._yardstick.measured:
            return False
        return programme in self._programmes or (not self._programmes and programme == row["programme"])

    def _of_measure(self, programme: str, measure: str, group: str | None, position: int) -> _Series:
        key = (programme, measure, None, group)
        if key not in self._series:
            measured = self._yardstick.measured[programme, measure]
            key_of = programme, measure
            asked = zip(self._yardstick.milestones.get(key_of, ()), self._yardstick.asked.get(key_of, ()), strict=True)
            self._series[key] = _Series(
                programme=programme,
                measure=measure,
                subject=None,
                group=group,
                measured=measured,
                direction=measured.direction,
                position=position,
                asked=list(asked),
            )
        return self._series[key]

    def _of_aim(self, target: Row, said: Value) -> _Series:
        """The series of an aim that no programme asks; targets of other years with the same words are of it too."""
        words = str(target["subject"] or target["clause"] or target["quote"])
        key = (None, None, fold(words), groups.canonical(target["subgroup"]))
        if key not in self._series:
            direction = directions.better(str(target["clause"] or target["quote"]), target["comparator"])
            self._series[key] = _Series(
                programme=None,
                measure=None,
                subject=words,
                group=key[3],
                measured=Measured(direction=direction or "more", unit=said.unit or "count", per=said.per, change=None),
                direction=direction,
                position=target["position"],
            )
        return self._series[key]

    def rows(self, results: Results) -> Iterator[Row]:
        """The rows of the plan, in the order of its targets, then of the measures that it does not mention."""
        for programme, measure, group in results.measures():
            if programme in self._programmes:
                self._of_measure(programme, measure, group, 1_000_000)
        for place, series in enumerate(sorted(self._series.values(), key=lambda one: one.position)):
            known = {one.year: one for one in self._known(series, results)}
            before: Reached | None = None
            for year in sorted({*known, *self._years(series)}):
                if not self._within(year):
                    continue
                yield self._row(series, place, year, known.get(year), before)
                before = known.get(year, before)

    def _known(self, series: _Series, results: Results) -> Iterator[Reached]:
        aims = {row["key"] for row, _ in series.own}
        if series.measure is None:
            words = fold(series.subject or "")
            yield from results.of_words(words, series.group, series.measured, aims=aims, others=self._keys - aims)
        else:
            of, below = str(series.programme), not self._is_surveyed(series)
            whole = partial(self._whole, series)
            yield from results.of_measure(of, series.measure, series.group, below=below, aims=aims, whole=whole)

    def _is_surveyed(self, series: _Series) -> bool:
        return (series.programme, series.measure) in self._surveyed

    def _years(self, series: _Series) -> set[int]:
        own = {value.year for _, value in series.own if value.year}
        asked = {value.year for _, value in series.asked if value.year and series.own}
        return own | asked

    def _within(self, year: int) -> bool:
        """Whether a year is in the period of the plan, or the one before it, where it starts from."""
        start, end = self._head["period_start"], self._head["period_end"]
        return (start is None or year >= start - 1) and (end is None or year <= end)

    def _row(self, series: _Series, place: int, year: int, known: Reached | None, before: Reached | None) -> Row:
        held = self._hold(series, year, known)
        figure = self._figure(series, held, year)
        earlier = before if before is not None and known is not None else None
        return {
            "id": _identity(self._head["id"], *series.key, year),
            "document": self._head["id"],
            "position": place,
            "programme": series.programme,
            "measure": series.measure,
            "subject": series.subject,
            "subgroup": series.group,
            "year": year,
            **figure,
            "unit": series.measured.unit,
            "per": series.measured.per,
            **(known.row() if known is not None else Reached.nothing()),
            "difference": held.difference,
            "verdict": held.verdict,
            "reason": held.reason,
            "before_year": earlier.year if earlier is not None else None,
            "before_value": earlier.value.value if earlier is not None else None,
            "trend": verdicts.trend(
                series.direction,
                earlier.value.value if earlier is not None else None,
                known.value.value if known is not None else None,
            ),
        }

    def _hold(self, series: _Series, year: int, known: Reached | None) -> Held:
        reason = "survey-only" if self._is_surveyed(series) and self._head["level"] != "province" else None
        if known is None:
            return _unheld(series, year, "no-data", reason)
        if reason is not None:
            return _unheld(series, year, "incomparable", reason)
        own = [value for _, value in series.own if not value.near]
        held = verdicts.hold(series.measured, known.value, own, [value for _, value in series.asked])
        held = _placed(held, series, own)
        if held.verdict in ("exceeded", "met", "missed"):
            if known.partial:
                return replace(held, verdict="not-due", reason="part-of-year")
            if known.units_counted != known.units_expected:
                return replace(held, verdict="incomparable", reason="incomplete")
            if series.direction is None and held.difference != 0:
                return replace(held, verdict="incomparable", reason="direction")
        return held

    def _figure(self, series: _Series, held: Held, year: int) -> Row:
        """The columns of the figure that a year is held against."""
        target, milestone, value = None, None, None
        if held.own is not None:
            row, value = series.own[held.own]
            target = row["id"]
        elif held.programme is not None:
            row, value = series.asked[held.programme]
            milestone = row["id"]
        return {
            "target": target,
            "milestone": milestone,
            "basis": "plan" if target else "programme" if milestone else None,
            "asked_year": value.year if value else None,
            "asked_comparator": value.comparator if value else None,
            "asked_value": value.value if value else None,
            "asked_high": value.high if value else None,
        }


def _placed(held: Held, series: _Series, own: list[Value]) -> Held:
    """The figure counted among all of the series, near ones too."""
    if held.own is None:
        return held
    return replace(held, own=next(at for at, (_, value) in enumerate(series.own) if value is own[held.own or 0]))


def _unheld(series: _Series, year: int, verdict: Verdict, reason: str | None) -> Held:
    """What is not judged, with the figure that is shown beside it: the plan's for the year, else the programme's."""
    own, asked = (_of_year(figures, year, series.group) for figures in (series.own, series.asked))
    return Held(verdict=verdict, reason=reason, own=own, programme=asked if own is None else None)


def _of_year(figures: list[tuple[Row, Value]], year: int, group: str | None) -> int | None:
    """Which of some figures is of a year and of a group, or of all."""
    for at, (_, value) in enumerate(figures):
        if value.year == year and (value.group is None or groups.canonical(value.group) == group):
            return at
    return None


def _identity(*parts: Any) -> str:
    return hashlib.blake2b("|".join(map(str, parts)).encode(), digest_size=8).hexdigest()
