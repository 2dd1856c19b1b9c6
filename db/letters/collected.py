"""Comments of several agencies put together: those on the same place of the draft beside each other, in the order of the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from db.comparison.matching import words_of
from db.letters.received import Heard, Problem, Received
from patterns.comment_tables import Place, is_whole, place

WHOLE = "Ý kiến chung"

# So many words may stand in sentences that have nothing to do with each other.
_FEW = 3
# How alike (0 to 100) two quotes of one sentence are, where neither stands in the other.
_ALIKE = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the draft with all that was said of it."""

    place: str
    text: str
    comments: tuple[Received, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """All comments by place, how many each agency made (as they came), what was not understood, and the draft that they name."""

    spots: tuple[Spot, ...]
    agencies: dict[str, int]
    problems: tuple[Problem, ...]
    about: str | None


def collect(files: Iterable[Heard], text: str = "") -> Collected:
    """Puts the comments of files together.

    Args:
        files: what each file says.
        text: that of the draft, where it is known: its words tell where a comment belongs.
    """
    heard = list(files)
    comments = [one for file in heard for one in file.comments]
    known = f" {' '.join(words_of(text))} "
    groups: list[list[Received]] = []
    for one in comments:
        fitting = next((group for group in groups if _is_same(group[0], one)), None)
        if fitting is None:
            groups.append([one])
        else:
            fitting.append(one)
    ordered = sorted(groups, key=lambda group: _order(group, known, groups))
    spots = tuple(_spot(group) for group in ordered)
    problems = tuple(problem for file in heard for problem in file.problems)
    agencies = dict(Counter(one.agency for one in comments))
    return Collected(
        spots=spots,
        agencies=agencies,
        problems=problems,
        about=next((file.about for file in heard if file.about), None),
    )


def _spot(group: Sequence[Received]) -> Spot:
    longest = max((one.text for one in group), key=len)
    said = next((one.place for one in group if one.place), "")
    whole = not longest and (not said or is_whole(said))
    return Spot(place=WHOLE if whole else said, text=longest, comments=tuple(group))


def _is_same(one: Received, other: Received) -> bool:
    """Whether two comments are on one place: of the same words, or of the same part where one has no words of its own."""
    if one.text and other.text:
        return _is_alike(one.text, other.text)
    if one.text or other.text:
        return False
    here, there = place(one.place), place(other.place)
    if here.path or there.path:
        return here.path == there.path
    return (here.page == there.page and words_of(one.place) == words_of(other.place)) or (
        _is_on_whole(one) and _is_on_whole(other)
    )


def _is_on_whole(one: Received) -> bool:
    return not one.text and (not one.place or is_whole(one.place))


def _is_alike(one: str, other: str) -> bool:
    """Whether two quotes are of one sentence: one stands in the other, or they have the same figures and hardly a letter differs.

    >>> _is_alike("dưới 10% vào năm 2025", "xuống dưới 10% vào năm 2025 và 8%"), _is_alike("đạt 9% năm 2025", "đạt 8% năm 2025")
    (True, False)
    """
    mine, theirs = words_of(one), words_of(other)
    if not mine or not theirs:
        return one == other
    short, long = sorted((mine, theirs), key=len)
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return len(short) > _FEW or len(short) == len(long)
    figures = [sorted(word for word in words if word[0].isdigit()) for words in (mine, theirs)]
    return figures[0] == figures[1] and fuzz.ratio(" ".join(mine), " ".join(theirs)) >= _ALIKE


def _order(group: Sequence[Received], known: str, groups: Sequence[Sequence[Received]]) -> tuple[object, ...]:
    """Where a group stands: remarks on the whole first; then by part and page; what names no place last, in the order in which it came."""
    came = groups.index(group)
    if all(map(_is_on_whole, group)):
        return (0, (), 0, 0, came)
    at = _at(group, known)
    where = next((found for one in group if (found := place(one.place)).path), Place())
    page = next((there.page for one in group if (there := place(one.place)).page is not None), None)
    if where.path:
        return (1, where.path, page or 0, at if at is not None else 0, came)
    if at is not None:
        return (1, _part_before(at, known, groups), page or 0, at, came)
    return (2 if page is not None else 3, (), page or 0, 0, came)


def _at(group: Sequence[Received], known: str) -> int | None:
    """Where the words that a group is about stand in the draft."""
    for one in group:
        found = known.find(f" {' '.join(words_of(one.text))} ") if one.text else -1
        if found >= 0:
            return found
    return None


def _part_before(at: int, known: str, groups: Sequence[Sequence[Received]]) -> tuple[int, ...]:
    """The part of the draft in which words stand that name none: that of the last words before them of which it is known."""
    best: tuple[int, tuple[int, ...]] = (-1, ())
    for group in groups:
        there = _at(group, known)
        part = next((found.path for one in group if (found := place(one.place)).path), ())
        if part and there is not None and best[0] < there <= at:
            best = (there, part)
    return best[1]
