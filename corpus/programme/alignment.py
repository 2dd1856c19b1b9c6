"""Alignment: which measure of a national programme a target measures.

By the words, never by the number alone: plans number their own way. The words of a measure stand in the programme's file
(`corpus.programme`); the number of the indicator, where it agrees, only makes a match surer.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
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
        """How many characters of the words say that they mean this measure, those from `since` on twice; 0 where they do not.

        The words have one of its keys.
        """
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
        said = _Said(target)
        return tuple(found for one in self._programmes if (found := one.align(said)) is not None)


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
        # The names of each measure, and the ages in them.
        named = {one.code: f"{one.name_vi.lower()} {one.short_vi.lower()}" for one in programme.measures}
        self._whom = {code: (name, populations.ages(name)) for code, name in named.items()}
        # By each key the places of the measures that it is one of.
        self._by_key: dict[str, set[int]] = defaultdict(set)
        for place, words in enumerate(self._measures):
            for key in words.measure.key:
                self._by_key[key].add(place)
        self._subject = _Subject(programme)
        self._best = lru_cache(maxsize=4096)(self._find)
        self._made_of = programme

    def __reduce__(self) -> tuple[type[_Programme], tuple[Programme]]:
        return _Programme, (self._made_of,)  # a cache goes to no other process

    def align(self, said: _Said) -> Alignment | None:
        found = self._best(said.own, 0, *said.facts)
        if found is None and (words := said.shared(self._subject)) is not None:
            found = self._best(*words, *said.facts)
        if found is None:
            part = self._subject.is_shared_by(said.own)
            for above, since in said.with_others:
                # of what a sister's clause says above a part, the part has only what comes before the sister's own
                read = _joined(self._subject.of(above[:since]), said.own) if part and since else (above, since)
                if (found := self._best(*read, *said.facts)) is not None:
                    break
        return self._narrowed(found, said) if found is not None else None

    def _narrowed(self, found: Alignment, said: _Said) -> Alignment:
        """A near match where the target is about fewer or others than the measure (a part of them, other ages) and is no group of it."""
        if found.match == "near" or (said.of_group and not said.of_narrower):
            return found
        if said.of_narrower:
            return replace(found, match="near", score=round(found.score - 0.2, 2))
        ages, narrower = said.whom
        name, of_ages = self._whom[found.code]
        if (not ages or ages == of_ages) and all(one in name for one in narrower):
            return found
        return replace(found, match="near", score=round(found.score - 0.2, 2))

    def _find(
        self, words: str, since: int, indicator_no: int | None, unit: str | None, change: str | None, kind: str
    ) -> Alignment | None:
        places: set[int] = set()
        for key, having in self._by_key.items():
            if key in words:
                places |= having
        best: tuple[float, _Words] | None = None
        for candidate in (self._measures[place] for place in sorted(places)):
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
            or (chosen.measure.change is not None and change is None and unit is not None)
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
        self.is_shared_by = _shares(programme.parts)
        self._end = subjects.subject_end(programme.subject_ends)

    def of(self, words: str) -> str:
        """The noun phrase that several clauses share: what stands before the first part of it."""
        match = self._end.search(words) if self._end is not None else None
        return words[: match.start()] if match is not None else words.split(";", 1)[0]


class _Said:
    """The words of a target as programmes read them, made once for all of them."""

    def __init__(self, target: Stated) -> None:
        self._target = target
        self._whole = plain(target.quote)
        self._row = " | " in target.quote
        self.own = plain(target.clause) if target.clause else self._whole
        self.facts = (target.indicator_no, target.unit, target.change, target.kind)
        self.of_group = target.group is not None
        self.of_narrower = target.group is not None and groups.narrows(target.group)

    def shared(self, subject: _Subject) -> tuple[str, int] | None:
        """The words with those of their sentence that they share, and where they begin; `None` where they share none."""
        if self._row or self.own == self._whole:
            return None
        if _is_bare(self.own):
            return self._whole, 0
        return _joined(subject.of(self._whole), self.own) if subject.is_shared_by(self.own) else None

    @cached_property
    def with_others(self) -> tuple[tuple[str, int], ...]:
        """The words with those above them, and as the share or rate that their value says they are; where they begin."""
        target, own = self._target, self.own
        if not self._row and not _is_fragment(target, own):
            nobody = target.unit == "percent" and subjects.NOBODY_NAMED.match(own) is not None
            # `Cơ sở giáo dục phấn đấu:` above `100% có nước sạch`
            return tuple(_joined(plain(words), own) for words in target.above[:1]) if nobody else ()
        of_an_age = not self._row and bool(target.above) and subjects.AGES.search(own) is not None
        above = [plain(words) for words in target.above]
        found = [_joined(subjects.AGES.sub(" ", words) if of_an_age else words, own) for words in above]
        if target.unit == "percent" and target.change is None:  # a share, by its sign or by a column of per cent
            found.append((f"tỷ lệ {own}", 0))
        elif target.unit == "per":
            found.append((f"tỷ suất {own}", 0))
        return tuple(found)

    @cached_property
    def whom(self) -> tuple[frozenset[populations.Age], tuple[str, ...]]:
        """Whom the target is about: the ages that it names, and the words that make them fewer than all."""
        return _whom(self.own)


@lru_cache(maxsize=4096)
def _whom(words: str) -> tuple[frozenset[populations.Age], tuple[str, ...]]:
    said = _BRACKETS.sub(" ", words)
    return populations.ages(said), tuple(match.group() for match in subjects.NARROWER.finditer(said))


@lru_cache(maxsize=64)
def _shares(parts: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a clause begins as one that shares a subject of which these are the parts."""
    pattern = subjects.shares_subject(parts)
    return lru_cache(maxsize=4096)(lambda words: pattern.match(words) is not None)


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
    """Words as the patterns of programmes read them: one spelling, lower case, single spaces, what tables shorten in full."""
    return subjects.in_full(" ".join(spelling.lower(spelling.view(unicodedata.normalize("NFC", words))).split()))


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
    if measure.change is not None:  # of what falls by so much, a number that it falls to says something too
        return change is not None or (unit == "count" and subjects.FEWER_CASES.search(words) is not None)
    if change is not None:
        return (
            subjects.RATE.search(words) is not None
        )  # `giảm 10% số vụ …` measures cases, not the share that a measure is
    if unit == "per":
        return measure.unit == "per"
    return True
