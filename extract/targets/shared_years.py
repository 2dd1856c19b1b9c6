"""Years that clauses of a sentence share: values without years of their own take, in order, those of a neighbour that has as many
(`… 9‰ vào năm 2025 và 8‰ vào năm 2030; … 12‰ và 10‰`), or those that the paragraph named before (`… vào các năm tương ứng`).

Where the numbers of values and years do not agree, nobody can say which year a value has: it has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.targets.holding import unpaired
from extract.targets.statements import Aim, Measured, Statement
from extract.targets.years import Year, years
from patterns import joining, targets

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """A measure among all of a paragraph: the sentence that it stands in, and the words that name years again behind its values."""

    statement: int
    index: int
    sentence: int
    measure: Measured
    again: tuple[int, int] | None = None


def carried(low: str, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a paragraph with the years that they share."""
    places = [*_places(low, statements)]
    out = list(statements)
    for at, place in enumerate(places):
        if not _may_be_paired(place, statements[place.statement].clause.group):
            continue
        found = _paired(places, at)
        if found is None:
            continue
        measures = list(out[place.statement].measures)
        measures[place.index] = found
        out[place.statement] = replace(out[place.statement], measures=tuple(measures))
    return _finished_by(low, _of_one_rate(low, out))


def _finished_by(low: str, statements: list[Statement]) -> list[Statement]:
    """The statements; a clause that only says by when it is done (`…; hoàn thành trước ngày 01/6/2025`) dates those of its sentence before it."""
    out = list(statements)
    for at, statement in enumerate(statements):
        clause = statement.clause
        if statement.measures or joining.FINISHED_BY.match(low, clause.start, clause.end) is None:
            continue
        named = years(low, clause.start, clause.end)
        if len(named) != 1:
            continue
        before = at - 1
        while before >= 0 and "." not in low[out[before].clause.end : out[before + 1].clause.start]:
            out[before] = replace(
                out[before],
                measures=tuple(_dated(measure, named) for measure in out[before].measures),
            )
            before -= 1
    return out


def _dated(measure: Measured, named: tuple[Year, ...]) -> Measured:
    """The measure; its values without a year and without doubt about it have the one that is named."""
    aims = (
        aim if aim.years or aim.undated else replace(aim, years=named, inferred=aim.inferred + 1)
        for aim in measure.aims
    )
    return replace(measure, aims=tuple(aims))


def _of_one_rate(low: str, statements: list[Statement]) -> list[Statement]:
    """The statements; where a sentence names a rate and then, behind a colon, those whom its values are of, the years at its end hold for
    all of them (`Tỷ lệ béo phì: trẻ dưới 5 tuổi dưới 10%; học sinh dưới 19% vào năm 2025`).
    """
    out = list(statements)
    since = 0
    for at in range(1, len(out) + 1):
        if at < len(out) and "." not in low[out[at - 1].clause.end : out[at].clause.start]:
            continue
        out[since:at] = _dated_by_last(low, out[since:at])
        since = at
    return out


def _dated_by_last(low: str, sentence: list[Statement]) -> list[Statement]:
    *before, last = sentence
    if not before or not all(one.measures for one in sentence) or not _names_rate(low, before[0]):
        return sentence
    if any(_says_more(low, one) for one in sentence[1:]):
        return sentence
    years = {aim.years for measure in last.measures for aim in measure.aims}
    own = any(aim.years or aim.undated for one in before for measure in one.measures for aim in measure.aims)
    if own or len(years) != 1 or years == {()}:
        return sentence
    (shared,) = years
    return [
        replace(
            one,
            measures=tuple(
                replace(
                    measure,
                    aims=tuple(replace(aim, years=shared, inferred=aim.inferred + 1) for aim in measure.aims),
                )
                for measure in one.measures
            ),
        )
        for one in before
    ] + [last]


def _names_rate(low: str, statement: Statement) -> bool:
    """Whether a rate and a colon stand before the first value of a clause, and behind the colon those whom it is of."""
    start, first = statement.clause.start, statement.measures[0].aims[0].quantity.opens
    colon = low.rfind(":", start, first)
    return colon >= 0 and targets.RATE.search(low, start, colon) is not None and low[colon + 1 : first].strip() != ""


def _says_more(low: str, statement: Statement) -> bool:
    """Whether a clause has a rate or a verb of its own before its first value."""
    start, first = statement.clause.start, statement.measures[0].aims[0].quantity.opens
    return targets.RATE.search(low, start, first) is not None or targets.COMMITS.search(low, start, first) is not None


def _places(low: str, statements: Sequence[Statement]) -> Iterable[_Place]:
    sentence = 0
    for number, statement in enumerate(statements):
        before = statements[number - 1].clause.end if number else statement.clause.start
        sentence += "." in low[before : statement.clause.start]
        for index, measure in enumerate(statement.measures):
            again = joining.YEARS_AGAIN.match(low, measure.aims[-1].end, statement.clause.end)
            yield _Place(number, index, sentence, measure, again.span("words") if again is not None else None)


def _may_be_paired(place: _Place, group: str | None) -> bool:
    """Whether several values of one measure say nothing by which they differ, and have no year of their own, or one together; `group` is
    that of their clause.
    """
    aims = place.measure.aims
    if len(aims) < _FEWEST or any(aim.quantity.again or aim.undated or aim.starts_at >= 0 for aim in aims):
        return False
    return len({(aim.years, aim.group) for aim in aims}) == 1 and aims[0].group in (None, group)


def _paired(places: Sequence[_Place], at: int) -> Measured | None:
    """The measure with years in order, or without any where they do not agree; `None` where nothing is shared."""
    place = places[at]
    measure = place.measure
    own = any(aim.before or aim.after for aim in measure.aims)
    beside = [_in_order(one.measure.aims) for one in reversed(places[:at]) if _is_near(one, place)]
    beside = [years for years in beside if years] or [
        years for one in places[at + 1 :] if _is_near(one, place) and (years := _in_order(one.measure.aims))
    ]
    years = next((years for years in beside if len(years) == len(measure.aims)), ())
    if years and not own:
        aims = (
            replace(aim, years=(year,), inferred=aim.inferred + 1)
            for aim, year in zip(measure.aims, years, strict=True)
        )
        end = max(measure.end, place.again[1]) if place.again is not None else measure.end
        return replace(measure, aims=tuple(aims), end=end)
    return unpaired(measure) if beside or place.again is not None or own else None


def _is_near(one: _Place, place: _Place) -> bool:
    """Whether the years of a measure may be those of another: in its sentence, or anywhere before words that name years again."""
    return one.sentence == place.sentence or (place.again is not None and one.sentence < place.sentence)


def _in_order(aims: tuple[Aim, ...]) -> tuple[Year, ...]:
    """The years of values that have one each, all different; none where there are not several."""
    if len(aims) < _FEWEST or any(len(aim.years) != 1 for aim in aims):
        return ()
    years = tuple(aim.years[0] for aim in aims)
    return years if len({year.year for year in years}) == len(years) else ()
