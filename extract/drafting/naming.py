"""What a target is about, in words: its clause without values, years and verbs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from extract.records import Target
from patterns import drafting, groups, numbers, spelling, targets

# A name has at least so many words.
_FEWEST = 2
# A clause that names a part alone has at most so many.
_SHORT = 5


def name_of(target: Target) -> str:
    """The name of what a target measures, with the kind of its figure (`Tỷ lệ …`, `Mức giảm …`); empty where no words are left."""
    return _titled(_shared(target) or _own(target), target.unit, target.change)


def part_of(target: Target) -> str | None:
    """The word with which the clause of a target begins that names a part of the subject before it (`…; thể thấp còi 17%`)."""
    own = _own(target).lower()
    whole = _subject(target).lower()
    first = own.partition(" ")[0]
    if not own or not whole or own == whole or whole.find(own) >= 0:
        return None
    return (
        first if f" {first} " in f" {whole} " and not drafting.RATE.match(own) and len(own.split()) <= _SHORT else None
    )


def _shared(target: Target) -> str | None:
    """The name of a clause that shares the subject of the one before: that subject up to the word that names the part, then its own."""
    first = part_of(target)
    if first is None:
        return None
    whole = _subject(target)
    return f"{whole[: f' {whole.lower()} '.index(f' {first} ')].rstrip()} {_own(target)}"


def _subject(target: Target) -> str:
    """The first clause of a quote whose last one is the target's own, without values."""
    if not target.clause or " | " in target.quote or target.quote.startswith(target.clause):
        return ""
    return _name(target.quote.partition(";")[0], target.unit)


def _own(target: Target) -> str:
    row = " | " in target.quote
    return _name(target.subject if row and target.subject else target.clause or target.quote, target.unit)


@lru_cache(maxsize=4096)
def _name(words: str, unit: str | None) -> str:
    low = spelling.lower(spelling.view(words))
    pieces = [_bare(words, low, start, end) for start, end in _between(low, unit)]
    longest = max(pieces, key=len, default="")
    at = pieces.index(longest) if longest else 0
    behind = next((piece for piece in pieces[at + 1 :] if len(piece.split()) >= _FEWEST), "")
    if behind and drafting.PREDICATE.match(behind.lower()) and not drafting.PREDICATE.search(longest.lower()):
        longest = f"{longest} {behind}"
    return longest if len(longest.split()) >= _FEWEST else ""


def _between(low: str, unit: str | None) -> Iterator[tuple[int, int]]:
    """The stretches of a clause between its values and years, and without the groups that values hold for."""
    out: list[tuple[int, int]] = [match.span() for match in targets.YEARS.finditer(low)]
    for start in numbers.candidates(low, 0, len(low)):
        found = numbers.at(low, start, len(low))
        if (
            found is not None
            and drafting.AGES.match(low, start) is None
            and (found.unit or unit == "count" or _is_level(low, start))
        ):
            out.append((found.start, found.end))
    out += [match.span() for match in groups.GROUP.finditer(low)]
    at = 0
    for start, end in sorted(out):
        if start > at:
            yield at, start
        at = max(at, end)
    yield at, len(low)


def _is_level(low: str, start: int) -> bool:
    """Whether words before a bare number make it a value (`xuống dưới 9,5`)."""
    return (
        targets.LEVEL_BEFORE.search(low, 0, start) is not None or targets.COMPARATOR.search(low, 0, start) is not None
    )


def _bare(words: str, low: str, start: int, end: int) -> str:
    """A stretch without the verbs and connectors at its ends."""
    opens = drafting.OPENS.match(low, start, end)
    first = opens.end() if opens is not None else start
    closes = drafting.CLOSES.search(low[first:end])
    last = first + closes.start() if closes is not None else end
    return words[first:last].strip(" ,;:.–-")


def _titled(words: str, unit: str | None, change: str | None) -> str:
    low = words.lower()
    if not words:
        return ""
    if change is not None:
        said = "Mức giảm" if change == "decrease" else "Mức tăng"
        of = drafting.RATE_OF_CHANGE.search(low)
        if of is not None:
            words, low = words[of.start() :], low[of.start() :]
        return words[:1].upper() + words[1:] if low.startswith(said.lower()) else f"{said} {_small(words)}"
    if unit == "percent" and drafting.RATE.match(low) is None:
        return f"Tỷ lệ {_small(words)}"
    if unit == "per" and drafting.RATE.match(low) is None:
        return f"Tỷ suất {_small(words)}"
    if unit == "count" and drafting.COUNT.match(low) is None:
        return f"Số {_small(words)}"
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    """Words with a small first letter, but for a name or an abbreviation."""
    first = words.split(" ", 1)[0]
    return words if len(first) > 1 and first.isupper() else words[:1].lower() + words[1:]
