"""How many units of a kind a plan says that its locality has (`Huyện có 15 xã, 2 thị trấn.`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from db.findings.facts import Facts
from patterns import places, populations, targets


@dataclass(frozen=True, slots=True)
class Whole:
    """A number of units that is said to be all, and the sentence that says so."""

    number: int
    quote: str


def name(kind: str) -> str:
    """One name of a kind, in whatever order its units stand.

    >>> name("phường, xã") == name("Xã và phường")
    True
    """
    return ", ".join(sorted(" ".join(one.lower().split()) for one in places.BETWEEN_UNITS.split(kind)))


# What `đơn vị hành chính cấp xã` are called otherwise, by the level of the unit that has them.
_COMMUNES = {
    "province": ("xã, phường, thị trấn", "xã, phường, đặc khu"),
    "city": ("xã, phường, thị trấn", "xã, phường"),
    "district": ("xã, thị trấn", "xã, phường"),
}


def stated(plan: Facts) -> Mapping[str, list[Whole]]:
    """What the plan says of its own locality, by the name of the kind; several of one kind where it says several."""
    out: dict[str, list[Whole]] = defaultdict(list)
    for match in places.SAYS_WHOLE.finditer(plan.text):
        if not _is_own(plan, match):
            continue
        start, end = match.start("type"), _sentence_end(plan.text, match.end())
        quote = plan.text[start:end]
        for number, kind in _parts(plan.text[match.end() : end], match):
            out[kind].append(Whole(number, quote))
            if places.COMMUNES.fullmatch(kind) is not None:
                for other in _COMMUNES.get(places.LEVELS[match["type"].lower()], ()):
                    out[name(other)].append(Whole(number, quote))
    return out


def said_of(whole: Mapping[str, list[Whole]], words: str) -> str | None:
    """The kind among those stated that words begin with, where nothing narrows it (not `thôn đặc biệt khó khăn`)."""
    low = " ".join(words.lower().split())
    match = places.KIND_OF_UNIT.match(low)
    kinds = [match.group()] if match is not None else sorted(filter(low.startswith, whole), key=len, reverse=True)
    for kind in kinds:
        rest = low[len(kind) :]
        bare = places.NOTHING_NARROWS.match(rest) is not None or targets.PREDICATE.match(rest.lstrip()) is not None
        if bare and name(kind) in whole:
            return name(kind)
    return None


def _is_own(plan: Facts, match: regex.Match[str]) -> bool:
    """Whether the unit that a sentence begins with is the plan's own."""
    level, own = places.LEVELS[match["type"].lower()], plan.document["level"]
    if level != own and not (level == "city" and own in ("province", "district")):
        return False
    named = (match["name"] or "").strip().lower()
    return named in str(plan.document["issuer"] or "").lower()


def _sentence_end(text: str, start: int) -> int:
    return min((at for mark in (". ", ".\n", "\n") if (at := text.find(mark, start)) >= 0), default=len(text))


def _parts(rest: str, match: regex.Match[str]) -> Iterator[tuple[int, str]]:
    """The numbers that a sentence says by kind; units said side by side are also counted together (`15 xã, 2 thị trấn`: 17)."""
    beside = list(zip(match.captures("number"), match.captures("kind"), strict=True))
    more = [(one["number"], one["kind"]) for one in places.AND_WHOLE.finditer(places.OF_THE_WHOLE.split(rest, 1)[0])]
    for number, kind in (*beside, *more):
        if populations.kind(kind.lower()) != "people":
            yield figure(number), name(kind)
    if len(beside) > 1:
        together = sum(figure(number) for number, _ in beside)
        for kind in (", ".join(kind for _, kind in beside), *(kind for _, kind in beside)):
            yield together, name(kind)


def figure(written: str) -> int:
    """The number of a figure with its thousands apart (`1.730`)."""
    return int(written.replace(".", ""))
