"""What two plans say differently, record by record: a draft and its issued plan, two years of one unit, a plan and the one it answers to.

Pure functions over stored rows (`Side`). Which record of one plan is which of the other:

* targets: the same measure of a programme and the same group, those of one year first, then by words; without a measure in common by their
  words alone (`TARGETS_ALIKE`, `INDICATOR_ALIKE` where they bear the same number). Numbers that belong to what is measured (*dưới 5 tuổi*)
  must agree. Values of different years are one target only where nearly all words are the same (`OTHER_YEAR_ALIKE`); of two plans for one
  year each, each year is the plan's own. Targets of two different measures, or of two groups, are never one;
* duties: by words, and by the agencies they are laid on (`DUTIES_ALIKE`): one that moved to another agency is one row;
* deadlines: by words, who acts, and what kind it is (`DEADLINES_ALIKE`);
* citations: by number, or name; a number of two years only where day and month, or the year, are the same (a misprint that was mended).

What is paired is `changed` where what it says differs (`FIELDS`), `reworded` where only its words do, else `same`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from typing import Any, Literal, get_args

from corpus.laws import number_key
from db.comparison import stances
from db.comparison.matching import Weights, assign, number_of, words_of
from db.comparison.stances import Measured, Value
from db.schema.iso_dates import agree
from extract.vocabulary import Stance
from patterns import groups
from patterns.fold import fold

Row = dict[str, Any]
State = Literal["changed", "dropped", "added", "reworded", "same"]
STATES: tuple[State, ...] = get_args(State)
Kind = Literal["documents", "targets", "assignments", "deadlines", "legal_refs", "findings"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# How alike words must be (0 to 1) that two records are one: targets without a measure in common, those with the same number of an indicator,
# those of different years, duties and deadlines with what else they share, and the words alone of these two.
TARGETS_ALIKE = 0.75
INDICATOR_ALIKE = 0.5
OTHER_YEAR_ALIKE = 0.8
DUTIES_ALIKE = 0.6
DEADLINES_ALIKE = 0.6
WORDS_ALIKE = 0.45

# What a record says: where one of these differs it has changed.
FIELDS: dict[str, tuple[str, ...]] = {
    "documents": ("number", "issued_on", "issuer", "title", "period_start", "period_end", "signer", "signer_title"),
    "targets": (
        "kind", "comparator", "value", "value_high", "unit", "per", "total", "per_year", "change", "year", "year_from", "baseline_value",
        "baseline_year",
    ),
    "assignments": ("agencies", "partners", "role", "requested"),
    "deadlines": ("kind", "relation", "due", "start_date", "recurrence", "actor", "recipient"),
    "legal_refs": ("issued_on", "issuer", "role"),
    "findings": (),
}  # fmt: skip
_VALUES = {"comparator", "value", "value_high", "unit", "per", "total", "per_year", "change"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One plan: its row of `documents`, its records by table, its findings and its text.

    Targets have `meanings` (programme → measure and match), duties `agency_ids` (what their agencies are known as).
    """

    head: Row
    records: Mapping[str, Sequence[Row]]
    findings: Sequence[Row] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row of a diff: what it is about, the record of either plan, the fields that differ, and of a target how the new value stands to the
    old one where the measure says what is better.
    """

    kind: Kind
    state: State
    old: Row | None = None
    new: Row | None = None
    fields: tuple[str, ...] = ()
    stance: Stance | None = None

    @property
    def record(self) -> Row:
        """The record to name the row by: the new one where there is one."""
        return self.new or self.old or {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """What two plans say differently; `changes` in the order of `KINDS` and `STATES`."""

    old: Side
    new: Side
    changes: tuple[Change, ...] = field(default=())

    def of(self, kind: str, *states: str) -> list[Change]:
        """The rows of a kind in some states, all where none is given."""
        return [one for one in self.changes if one.kind == kind and (not states or one.state in states)]

    @property
    def differs(self) -> bool:
        """Whether anything but words and place differs."""
        return any(one.state not in ("same", "reworded") for one in self.changes)


def diff(old: Side, new: Side, measures: Mapping[tuple[str, str], Measured]) -> Diff:
    """What the new plan says otherwise than the old one.

    Args:
        old: the earlier plan, the draft, or the one that the new one carries out.
        new: the plan that is read.
        measures: what each measure of a programme counts, by programme and code.
    """
    found = [
        *_head(old, new),
        *_targets(old, new, measures),
        *_duties(old, new),
        *_deadlines(old, new),
        *_citations(old, new),
        *_findings(old, new),
    ]
    found.sort(key=lambda one: (KINDS.index(one.kind), STATES.index(one.state)))
    return Diff(old=old, new=new, changes=tuple(found))


def _head(old: Side, new: Side) -> list[Change]:
    differing = _differing("documents", old.head, new.head)
    state: State = "changed" if differing else "same"
    return [Change(kind="documents", state=state, old=old.head, new=new.head, fields=differing)]


def _differing(kind: str, old: Row, new: Row, leave_out: Iterable[str] = ()) -> tuple[str, ...]:
    return tuple(
        name for name in FIELDS[kind] if name not in leave_out and _plain(old.get(name)) != _plain(new.get(name))
    )


def _plain(value: Any) -> Any:
    """A field as it is compared: words without accents, capitals and marks; lists in any order."""
    if not isinstance(value, str):
        return value or None if not isinstance(value, int | float) or isinstance(value, bool) else value
    if value.startswith("["):
        return frozenset(map(fold, json.loads(value)))
    return fold(value)


def _paired(
    kind: Kind, pairs: Iterable[tuple[Row | None, Row | None]], judge: Callable[[Row, Row], Change]
) -> list[Change]:
    out = []
    for old, new in pairs:
        if old is not None and new is not None:
            out.append(judge(old, new))
        else:
            out.append(Change(kind=kind, state="dropped" if new is None else "added", old=old, new=new))
    return out


def _judged(kind: Kind, differing: tuple[str, ...], old: Row, new: Row, *, reworded: bool) -> Change:
    state: State = "changed" if differing else "reworded" if reworded else "same"
    return Change(kind=kind, state=state, old=old, new=new, fields=differing)


# --- targets ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Years:
    """How the years of two plans are held against each other: `own` are those of plans for one year each that are not the same."""

    own: tuple[int, int] | None

    @classmethod
    def of(cls, old: Row, new: Row) -> _Years:
        one, other = _only_year(old), _only_year(new)
        return cls((one, other) if one and other and one != other else None)

    def same(self, old: Row, new: Row) -> bool | None:
        """Whether two targets hold for the same year; `None` where one of them names none."""
        one, other = old["year"], new["year"]
        if self.own:
            one, other = (one or self.own[0]) - self.own[0], (other or self.own[1]) - self.own[1]
        elif one is None or other is None:
            return True if one == other else None
        return bool(one == other)


def _only_year(head: Row) -> int | None:
    start: int | None = head.get("period_start")
    return start if start == head.get("period_end") else None


def _targets(old: Side, new: Side, measures: Mapping[tuple[str, str], Measured]) -> list[Change]:
    mine, yours = old.records["targets"], new.records["targets"]
    said = {id(row): _measured_words(row, among) for among in (mine, yours) for row in among}
    weights = Weights(words for words, _ in said.values())
    years = _Years.of(old.head, new.head)

    def score(one: Row, other: Row) -> float:
        return _target_score(one, other, years, said[id(one)], said[id(other)], weights)

    def judge(one: Row, other: Row) -> Change:
        same_year = years.same(one, other)
        shifted = ("year", "year_from", "baseline_year", "baseline_value") if years.own and same_year else ()
        differing = _differing("targets", one, other, shifted)
        reworded = sorted(said[id(one)][0]) != sorted(said[id(other)][0])
        change = _judged("targets", differing, one, other, reworded=reworded)
        stance = _stance(one, other, measures) if same_year is not False and _VALUES & set(differing) else None
        return replace(change, stance=stance)

    return _paired("targets", assign(mine, yours, score, _LEAST), judge)


_LEAST = 1e-6


_NUMBERS = ("value", "value_high", "total", "per", "year", "year_from", "baseline_value", "baseline_year")


def _measured_words(row: Row, among: Sequence[Row]) -> tuple[list[str], list[float]]:
    """The words of what is measured, and the numbers among them, without values and years: its own, and those of targets that stand in its
    sentence (`65% vào năm 2025 và 75% vào năm 2030`).
    """
    own = {
        other[name]
        for other in among
        if other["quote_start"] < row["quote_end"] and row["quote_start"] < other["quote_end"]
        for name in _NUMBERS
    }
    words, numbers = [], []
    for word in words_of(row.get("clause") or row["quote"]):
        number = number_of(word)
        if number is None:
            words.append(word)
        elif number not in own and not 1990 <= number <= 2100:
            words.append(str(number))
            numbers.append(number)
    return words, sorted(numbers)


def _target_score(
    one: Row, other: Row, years: _Years, mine: tuple[list[str], list[float]], yours: tuple[list[str], list[float]], weights: Weights
) -> float:  # fmt: skip
    """How sure it is that two targets are one: 0 where they are not, above 2 where a measure says so."""
    same_measure = _same_measure(one, other)
    if same_measure is False or groups.canonical(one["subgroup"]) != groups.canonical(other["subgroup"]):
        return 0.0
    alike = weights.alike(mine[0], yours[0])
    same_year = years.same(one, other)
    if same_year is False and alike < OTHER_YEAR_ALIKE:
        return 0.0
    near_year = {True: 1.0, None: 0.5, False: 0.0}[same_year]
    if same_measure:
        return 2 + alike + near_year
    if mine[1] != yours[1]:
        return 0.0
    numbered = one["indicator_no"] is not None and one["indicator_no"] == other["indicator_no"]
    if alike < (INDICATOR_ALIKE if numbered else TARGETS_ALIKE):
        return 0.0
    return (alike + near_year) / 2 + 0.1 * numbered


def _same_measure(one: Row, other: Row) -> bool | None:
    """Whether two targets mean the same measure of a programme; `None` where there is none in which both do exactly."""
    found = [
        mine == yours
        for programme, (mine, match) in one["meanings"].items()
        if programme in other["meanings"] and match == "exact"
        for yours, other_match in (other["meanings"][programme],)
        if other_match == "exact"
    ]
    return any(found) if found else None


def _stance(old: Row, new: Row, measures: Mapping[tuple[str, str], Measured]) -> Stance | None:
    """How the new value stands to the old one: `stricter`, `equal`, `weaker`; `None` where nothing says what is better."""
    for programme, (measure, _) in new["meanings"].items():
        measured = measures.get((programme, measure))
        if measured is None or old["meanings"].get(programme, ("",))[0] != measure or not _same_measure(old, new):
            continue
        values = [stances.convert(measured, _value(row)) for row in (old, new)]
        if None in values or any(one.value.value is None for one in values if one):
            return None
        one, other = (found.value for found in values if found)
        if measured.unit == "percent" and measured.change is None and max(one.span[1], other.span[1]) > 100:
            return None  # what cannot be is not judged
        # Either may be a change where the measure is a level: then nothing is judged.
        stance = stances.judge(measured, other, [one]).stance if one.change == measured.change else None
        return stance if stance in ("stricter", "equal", "weaker") else None
    return None


def _value(row: Row) -> Value:
    """The value of a target without its year: two values of one target are held against each other."""
    return Value(
        value=row["value"],
        high=row["value_high"],
        comparator=row["comparator"],
        unit=row["unit"],
        per=row["per"],
        total=row["total"],
        per_year=bool(row["per_year"]),
        change=row["change"],
    )


# --- duties and deadlines ----------------------------------------------------------------------------------------------


def _duties(old: Side, new: Side) -> list[Change]:
    mine, yours = old.records["assignments"], new.records["assignments"]
    said = {id(row): words_of(row["quote"]) for row in (*mine, *yours)}
    weights = Weights(said.values())

    def score(one: Row, other: Row) -> float:
        alike = weights.alike(said[id(one)], said[id(other)])
        whole = 0.6 * alike + 0.4 * _shared(one["agency_ids"], other["agency_ids"])
        return whole if alike >= WORDS_ALIKE and whole >= DUTIES_ALIKE else 0.0

    def judge(one: Row, other: Row) -> Change:
        differing = _differing("assignments", one, other, _known_as_one(one, other))
        return _judged("assignments", differing, one, other, reworded=said[id(one)] != said[id(other)])

    return _paired("assignments", assign(mine, yours, score, _LEAST), judge)


def _known_as_one(one: Row, other: Row) -> tuple[str, ...]:
    """Agencies that are written otherwise and are the same: `Phòng LĐ-TB&XH`, `Phòng Lao động - Thương binh và Xã hội`."""
    return ("agencies",) if one["agency_ids"] and one["agency_ids"] == other["agency_ids"] else ()


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """What share of two sets is in both; 1 where both are empty."""
    return len(one & other) / len(one | other) if one | other else 1.0


def _deadlines(old: Side, new: Side) -> list[Change]:
    mine, yours = old.records["deadlines"], new.records["deadlines"]
    said = {id(row): [word for word in words_of(row["quote"]) if number_of(word) is None] for row in (*mine, *yours)}
    weights = Weights(said.values())

    def score(one: Row, other: Row) -> float:
        alike = weights.alike(said[id(one)], said[id(other)])
        whole = (
            0.6 * alike
            + 0.25 * bool(_plain(one["actor"]) == _plain(other["actor"]))
            + 0.15 * bool(one["kind"] == other["kind"])
        )
        if alike < WORDS_ALIKE or whole < DEADLINES_ALIKE:
            return 0.0
        # Several times of one sentence: those that have not changed are taken first.
        same = sum(bool(one[name] == other[name]) for name in ("due", "recurrence", "start_date"))
        return whole + 0.01 * same

    def judge(one: Row, other: Row) -> Change:
        differing = _differing("deadlines", one, other)
        return _judged("deadlines", differing, one, other, reworded=said[id(one)] != said[id(other)])

    return _paired("deadlines", assign(mine, yours, score, _LEAST), judge)


# --- citations ---------------------------------------------------------------------------------------------------------

_ROLES = ("implements", "basis", "mention")


def _citations(old: Side, new: Side) -> list[Change]:
    mine, yours = _cited(old), _cited(new)
    return _paired("legal_refs", assign(mine, yours, _citation_score, _LEAST), _judge_citation)


def _judge_citation(one: Row, other: Row) -> Change:
    """An issuer or a day that one of them leaves out is no change."""
    silent = [name for name in ("issuer", "issued_on") if not one[name] or not other[name]]
    silent += ["issued_on"] if agree(one["issued_on"], other["issued_on"]) else []
    return _judged("legal_refs", _differing("legal_refs", one, other, silent), one, other, reworded=False)


def _cited(side: Side) -> list[Row]:
    """The documents that a plan cites, each once: by its fullest mention, in the strongest of its roles."""
    keyed = sorted(side.records["legal_refs"], key=lambda row: (_key(row), row["issued_on"] or "", row["position"]))
    out = []
    for _, mentions in groupby(keyed, key=_key):
        documents: list[list[Row]] = []
        for row in sorted(mentions, key=lambda row: -len(row["issued_on"] or "")):
            home = next((one for one in documents if agree(one[0]["issued_on"], row["issued_on"])), None)
            if home is None:
                documents.append(home := [])
            home.append(row)
        out += [
            min(found, key=lambda row: (_ROLES.index(row["role"]), -len(row["issued_on"] or ""), row["position"]))
            | {"issued_on": found[0]["issued_on"]}
            for found in documents
        ]
    return sorted(out, key=lambda row: row["position"])


def _key(row: Row) -> str:
    return number_key(row["number"]) if row["number"] else fold(row["name"] or row["quote"])


def _citation_score(one: Row, other: Row) -> float:
    if _key(one) != _key(other):
        return 0.0
    days = one["issued_on"], other["issued_on"]
    if agree(*days):
        return 1.0
    year, day = ([str(iso)[part] for iso in days] for part in (slice(4), slice(4, None)))
    return 0.5 if year[0] == year[1] or (day[0] and day[0] == day[1]) else 0.0


# --- findings ----------------------------------------------------------------------------------------------------------


def _findings(old: Side, new: Side) -> list[Change]:
    """Findings of both; what is `dropped` is solved."""
    pairs = pair_findings(old.findings, new.findings)
    return _paired("findings", pairs, partial(_judged, "findings", (), reworded=False))


def pair_findings(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Findings of two plans that are about one thing: rule, subject and programme are the same; of several those of the most similar quotes."""
    said = {id(row): words_of(row["quote"]) for row in (*old, *new)}
    weights = Weights(said.values())

    def score(one: Row, other: Row) -> float:
        if any(one[name] != other[name] for name in ("rule", "subject", "programme")):
            return 0.0
        return 1 + weights.alike(said[id(one)], said[id(other)])

    return assign(old, new, score, 1.0)
