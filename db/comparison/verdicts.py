"""What a year's result says of a plan: reached, missed, not due yet. The rules alone, without a database.

* A year is held against the plan's own figure that has come due by then, else against the programme's; where the programme has one of a later year
  that has come due, that counts.
* Before the first figure is due the result is shown beside it and not judged (`not-due`); so is a figure of a part of a year.
* Better than asked is `exceeded`, the same is `met`; where something above or below a bound is asked (`trên 90%`), a value on it is `missed` and one
  beyond it `met`. Of a range every value inside meets.
* A level is never held against a change, nor a value whose direction nobody knows against another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.comparison import stances
from db.comparison.stances import Judgement, Measured, Value
from extract.vocabulary import Direction, Trend, Verdict

_STRICT = ("<", ">")
_JUDGED = (stances.STRICTER, stances.EQUAL, stances.WEAKER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A verdict, why, and the figure it rests on: the index of one of the plan's (`own`) or of the programme's."""

    verdict: Verdict
    reason: str | None = None
    own: int | None = None
    programme: int | None = None
    difference: float | None = None


def hold(measured: Measured, reached: Value, own: Sequence[Value], asked: Sequence[Value]) -> Held:
    """How a result in the unit of its measure stands to the plan's own figures and to the programme's."""
    mine, theirs = (_judge(measured, reached, references) for references in (own, asked))
    if _is_due(theirs) and (not _is_due(mine) or _year(asked, theirs) > _year(own, mine)):
        return _held(theirs, reached, asked, own_figures=False)
    if mine.reference is not None or not asked:
        return _held(mine, reached, own, own_figures=True)
    return _held(theirs, reached, asked, own_figures=False)


def _judge(measured: Measured, reached: Value, references: Sequence[Value]) -> Judgement:
    """The judgement by those references that are of the result's kind, a level or a change."""
    alike = [
        at for at, one in enumerate(references) if (one.change, one.per_year) == (reached.change, reached.per_year)
    ]
    if references and not alike:
        return Judgement(stance=stances.INCOMPARABLE, reason="change-against-level", reference=0)
    found = stances.judge(measured, reached, [references[at] for at in alike])
    return found if found.reference is None else replace(found, reference=alike[found.reference])


def _is_due(judgement: Judgement) -> bool:
    return judgement.stance in _JUDGED


def _year(references: Sequence[Value], judgement: Judgement) -> int:
    reference = references[judgement.reference or 0]
    return reference.year_from or reference.year or 0


def _held(judgement: Judgement, reached: Value, references: Sequence[Value], *, own_figures: bool) -> Held:
    place = judgement.reference
    reference = references[place] if place is not None else None
    difference = judgement.difference
    if difference is None and reference is not None and reference.change == reached.change:
        known = reference.value is not None and reached.value is not None
        difference = round((reached.value or 0.0) - (reference.value or 0.0), 6) if known else None
    verdict = _verdict(judgement, reference)
    return Held(
        verdict=verdict,
        reason=judgement.reason if verdict == "incomparable" else None,
        own=place if own_figures else None,
        programme=None if own_figures else place,
        difference=difference,
    )


def _verdict(judgement: Judgement, reference: Value | None) -> Verdict:
    strict = reference is not None and reference.comparator in _STRICT
    if judgement.stance == stances.STRICTER:
        return "met" if strict else "exceeded"
    if judgement.stance == stances.EQUAL:
        return "missed" if strict else "met"
    if judgement.stance == stances.WEAKER:
        return "missed"
    return "not-due" if judgement.stance == stances.PENDING else "incomparable"


def trend(direction: Direction | None, before: float | None, now: float | None) -> Trend | None:
    """Where a value has gone since the one before it; `None` where there is none.

    >>> trend("less", 10.0, 9.0), trend("more", 10.0, 9.0), trend(None, 10.0, 9.0), trend("more", 9.0, 9.0)
    ('better', 'worse', 'down', 'same')
    """
    if before is None or now is None:
        return None
    if before == now:
        return "same"
    if direction is None:
        return "up" if now > before else "down"
    return "better" if (now > before) == (direction == "more") else "worse"
