"""Alignment: which measure of a national programme a target measures.

By the words, never by the number alone: plans number their own way. The words of a measure stand in the programme's file
(`corpus.programme`); the number of the indicator, where it agrees, only makes a match surer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

import regex

from corpus.programme import Measure, Programme
from patterns import groups, populations, spelling, subjects, targets
from patterns.vocabulary import Match


class Stated(Protocol):
    """What a target says, as it is stored: the words that it takes to say what it means in a programme."""

    @property
    def kind(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def clause(self) -> str | None: ...
    @property
    def above(self) -> tuple[str, ...]: ...
    @property
    def indicator_no(self) -> int | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def change(self) -> str | None: ...
    @property
    def group(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Alignment:
    """A measure that a target corresponds to: `score` 0 to 1, `match` `exact` or `near`."""

    programme: str
    code: str
    score: float
    match: Match


@dataclass(frozen=True, slots=True)
class _Words:
    programme: str
    measure: Measure
    all: tuple[regex.Pattern[str], ...]
    none: tuple[regex.Pattern[str], ...]
    near: tuple[regex.Pattern[str], ...]
    name: str
    population: str | None  # the kind of those that the measure is a share of

    def weight(self, words: str, since: int) -> int:
        """How many characters of the words say that they mean this measure, those from `since` on twice; 0 where they do not."""
        if not any(key in words for key in self.measure.key):
            return 0
        weight = 0
        for pattern in self.all:
            match = pattern.search(words)
            if match is None:
                return 0
            weight += (match.end() - match.start()) * (2 if since and match.end() > since else 1)
        if any(pattern.search(words) is not None for pattern in self.none):
            return 0
        return weight

    def is_done_for(self, words: str) -> bool:
        """Whether words say what is done for those who are in the state that the measure is of, and not how many they are."""
        state = max((match.end() for pattern in self.all if (match := pattern.search(words)) is not None), default=-1)
        return state >= 0 and subjects.DONE_FOR.search(words, state) is not None


class Aligner:
    """Aligns targets to the measures of some programmes, each for itself."""

    def __init__(self, programmes: Sequence[Programme]) -> None:
        self._programmes = tuple(_Programme(programme) for programme in programmes)

    def align(self, target: Stated) -> tuple[Alignment, ...]:
        """The measure of each programme that a target corresponds to, in the order of the programmes; none where it measures something else."""
        return tuple(found for one in self._programmes if (found := one.align(target)) is not None)


class _Programme:
    """The measures of one programme as patterns."""

    def __init__(self, programme: Programme) -> None:
        self._measures = tuple(
            _Words(
                programme.id,
                measure,
                tuple(regex.compile(pattern) for pattern in measure.all),
                tuple(regex.compile(pattern) for pattern in measure.none),
                tuple(regex.compile(pattern) for pattern in measure.near),
                f"{measure.name_vi} {measure.short_vi}".lower(),
                populations.of_measure(measure.name_vi.lower()),
            )
            for measure in programme.measures
        )
        self._by_code = {measure.code: measure for measure in programme.measures}
        keys = sorted(
            {regex.escape(key) for words in self._measures for key in words.measure.key}, key=len, reverse=True
        )
        self._trigger = regex.compile("|".join(keys)) if keys else None
        self._subject = _Subject(programme)
        self._best = lru_cache(maxsize=4096)(self._find)
        self._made_of = programme

    def __reduce__(self) -> tuple[type[_Programme], tuple[Programme]]:
        return _Programme, (self._made_of,)  # a cache goes to no other process

    def align(self, target: Stated) -> Alignment | None:
        facts = (target.indicator_no, target.unit, target.change, target.kind)
        for words, since in _readings(target, self._subject):
            found = self._best(words, since, *facts)
            if found is not None:
                return self._narrowed(found, target)
        return None

    def _narrowed(self, found: Alignment, target: Stated) -> Alignment:
        """A near match where the target is about fewer or others than the measure (a part of them, other ages) and is no group of it."""
        measure = self._by_code[found.code]
        own = _BRACKETS.sub(" ", plain(target.clause or target.quote))
        if found.match == "near" or target.group is not None:
            return found
        said = f"{measure.name_vi.lower()} {measure.short_vi.lower()}"
        ages = populations.ages(own)
        same = not ages or ages == populations.ages(said)
        if same and all(match.group() in said for match in subjects.NARROWER.finditer(own)):
            return found
        return replace(found, match="near", score=round(found.score - 0.2, 2))

    def _find(
        self, words: str, since: int, indicator_no: int | None, unit: str | None, change: str | None, kind: str
    ) -> Alignment | None:
        if self._trigger is None or self._trigger.search(words) is None:
            return None
        best: tuple[float, _Words] | None = None
        for candidate in self._measures:
            weight = float(candidate.weight(words, since))
            if weight == 0 or not _fits(candidate, words, unit, change, kind):
                continue
            if indicator_no == candidate.measure.indicator:
                weight += 10
            if best is None or weight > best[0]:
                best = (weight, candidate)
        if best is None:
            return None
        chosen = best[1]
        near = (
            any(pattern.search(words) is not None for pattern in chosen.near)
            or (unit == "count" and chosen.population == "people")
            or (unit == "count" and _each_has(chosen, words))
        )
        score = 0.85 + (0.15 if indicator_no == chosen.measure.indicator else 0.0) - (0.2 if near else 0.0)
        return Alignment(chosen.programme, chosen.measure.code, round(score, 2), "near" if near else "exact")


_BRACKETS = regex.compile(r"\([^()]*\)")
# A clause of at most so many words that has no predicate of its own is read with the words above it.
_FEW_WORDS = 8


class _Subject:
    """How clauses about the subjects of one programme share them."""

    def __init__(self, programme: Programme) -> None:
        self.shared = subjects.shares_subject(programme.parts)
        self._end = subjects.subject_end(programme.subject_ends)

    def of(self, words: str) -> str:
        """The noun phrase that several clauses share: what stands before the first part of it."""
        match = self._end.search(words) if self._end is not None else None
        return words[: match.start()] if match is not None else words.split(";", 1)[0]


def _readings(target: Stated, subject: _Subject) -> Iterator[tuple[str, int]]:
    """The words of a target, alone first, then with those that it shares or that stand above it; where its own words begin."""
    whole = plain(target.quote)
    row = " | " in target.quote
    own = plain(target.clause) if target.clause else whole
    yield own, 0
    if not row and own != whole and (subject.shared.match(own) is not None or _is_bare(own)):
        yield (whole, 0) if _is_bare(own) else _joined(subject.of(whole), own)
    if not row and not _is_fragment(target, own):
        return
    for above in target.above:
        words = plain(above)
        yield _joined(subjects.AGES.sub(" ", words) if subjects.AGES.search(own) and not row else words, own)
    if target.unit == "percent" and target.change is None:  # a share, by its sign or by a column of per cent
        yield f"tỷ lệ {own}", 0
    elif target.unit == "per":
        yield f"tỷ suất {own}", 0


def _joined(above: str, own: str) -> tuple[str, int]:
    return f"{above} {own}", len(above) + 1


def _is_fragment(target: Stated, own: str) -> bool:
    """Whether a clause only names a part of what the words above it are about (`Trẻ sơ sinh: dưới 9,5`, `thể thấp còi còn 17%`)."""
    return (
        target.kind == "quantitative"
        and target.unit in ("percent", "per")
        and len(_without_values(own).split()) <= _FEW_WORDS
        and subjects.HAS_PREDICATE.search(own) is None
    )


# Asked by every programme of the same words, like `plain`.
@lru_cache(maxsize=4096)
def _without_values(words: str) -> str:
    return targets.CONNECTORS.sub(" ", _FIGURES.sub(" ", targets.YEARS.sub(" ", words))).strip(" .,")


def _counts(candidate: _Words, words: str) -> bool:
    """Whether a count is one of those whose share is measured: `144 xã đạt tiêu chuẩn`, not `xã có 02 điểm vui chơi` or `mỗi xã …`."""
    if subjects.EACH.search(words) is not None or subjects.HAS_SOME.search(words) is not None:
        return False
    return populations.counts_share(words, candidate.population)


_FIGURES = regex.compile(r"[\d.,%‰]+")


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """Words as the patterns of programmes read them: one spelling, lower case, single spaces."""
    return " ".join(spelling.lower(spelling.view(unicodedata.normalize("NFC", words))).split())


@lru_cache(maxsize=4096)
def _is_bare(words: str) -> bool:
    """Whether a clause has values and years and no subject (`hạ xuống dưới 15% vào năm 2030`)."""
    return not _without_values(groups.HOLDS_FOR.sub(" ", words))


def _each_has(candidate: _Words, words: str) -> bool:
    """Whether a count is of what each place has (`mỗi xã có 01 điểm vui chơi`), where the measure is the share of places that have it."""
    match = populations.EACH_HAS.search(words)
    return (
        match is not None
        and candidate.measure.of is not None
        and populations.kind(match["of"]) == candidate.population
        and match["of"] in candidate.name
    )


def _fits(candidate: _Words, words: str, unit: str | None, change: str | None, kind: str) -> bool:
    """Whether a value of this unit can be a value of the measure, and those whom the words begin with are whom it is of."""
    measure = candidate.measure
    grown_ups = populations.grown_ups(words)
    if (grown_ups is not None and grown_ups not in candidate.name) or populations.only_adults(words):
        return False
    if measure.direction == "less" and candidate.is_done_for(words):
        return False
    if kind == "qualitative":
        return True
    if unit == "count" and not (_each_has(candidate, words) or _counts(candidate, words)):
        return False
    if measure.change is not None:
        return change is not None
    if change is not None:
        return (
            subjects.RATE.search(words) is not None
        )  # `giảm 10% số vụ …` measures cases, not the share that a measure is
    if unit == "per":
        return measure.unit == "per"
    return True
