"""Which documents of a family are one plan: by identity, by their words, by what people answered, and what is to be asked.

Documents of one identity, or of the very same words, are one plan. Others of one issuer, where nothing speaks against it (two
numbers, two periods, two places), are held side by side: alike in nine of ten words they are one plan, in six of ten people are
asked whether they are, and so they are where one is as near to two plans that differ. Until it is answered both stand apart.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Indel
from sqlite_utils import Database

from corpus.units import LEVELS
from db.links.likeness import alike, words_of
from db.schema.database import in_batches, rows
from patterns.fold import fold

Row = dict[str, Any]

# How much of their words two texts share, in their order (0 to 1): from here on they are one plan, from here on it is asked.
ALIKE = 0.9
DOUBTFUL = 0.6
# What share of their runs of words texts have at least that are held side by side, and how many words of each are.
_SHARED = 0.1
_COMPARED = 20_000
# What share of their words titles have in common that mean the same; below, likeness of the texts is asked about and not believed:
# short drafts of one office are alike in all but their subject.
_TITLES = 0.75


@dataclass(frozen=True, slots=True)
class Question:
    """Two documents that may be one plan: how alike they are, and whether one of them is as near to another plan (`several`)."""

    one: str
    other: str
    alike: float
    several: bool


def issuer(row: Row) -> str | None:
    """The issuer of a document; `None` where its name says nothing of the place (`UBND xã`): there are thousands of those."""
    placed = row["level"] == "central" or any(row[level] for level in LEVELS)
    return row["issuer_key"] if placed else None


def plans(db: Database, family: Sequence[Row]) -> tuple[list[list[Row]], list[Question]]:
    """A family split into plans, and what people are to be asked about it."""
    groups = _groups(family)
    answers = _answers(db, family)
    near = _near(db, groups, answers)
    above = list(range(len(groups)))
    asked: dict[tuple[int, int], tuple[float, bool]] = {}
    for (a, b), (_, said) in sorted(near.items()):
        if said == "same":
            above[_root(above, a)] = _root(above, b)
    for component in _components(len(groups), [pair for pair, (score, _) in near.items() if score >= ALIKE], above):
        inside = [pair for pair in near if near[pair][0] >= ALIKE and pair[0] in component and pair[1] in component]
        if any(_apart(groups[a], groups[b], answers) for a, b in itertools.combinations(sorted(component), 2)):
            asked |= {pair: (near[pair][0], True) for pair in inside}
        else:
            for a, b in inside:
                above[_root(above, a)] = _root(above, b)
    asked |= {pair: (score, False) for pair, (score, _) in near.items() if score < ALIKE}
    merged: dict[int, list[Row]] = defaultdict(list)
    for place, group in enumerate(groups):
        merged[_root(above, place)] += group
    return list(merged.values()), list(_questions(groups, merged, above, asked, answers))


def _root(above: list[int], place: int) -> int:
    while above[place] != place:
        place = above[place] = above[above[place]]
    return place


def _groups(family: Sequence[Row]) -> list[list[Row]]:
    """Documents of one identity, or of the same words."""
    ordered = sorted(family, key=lambda row: str(row["id"]))
    above = list(range(len(ordered)))
    first: dict[tuple[str, str], int] = {}
    for place, row in enumerate(ordered):
        for bond in ("identity", "words"):
            if row[bond]:
                above[_root(above, place)] = _root(above, first.setdefault((bond, row[bond]), place))
    groups: dict[int, list[Row]] = defaultdict(list)
    for place, row in enumerate(ordered):
        groups[_root(above, place)].append(row)
    return list(groups.values())


def _components(size: int, pairs: Iterable[tuple[int, int]], bound: list[int]) -> list[set[int]]:
    """Groups that hang together by likeness, those already bound among them; single ones left out."""
    above = list(range(size))
    for place in range(size):
        above[_root(above, place)] = _root(above, _root(bound, place))
    touched = set()
    for a, b in pairs:
        above[_root(above, a)] = _root(above, b)
        touched |= {a, b}
    components: dict[int, set[int]] = defaultdict(set)
    for place in range(size):
        components[_root(above, place)].add(place)
    return [one for one in components.values() if one & touched]


# --- likeness --------------------------------------------------------------------------------------------------------


def _near(
    db: Database, groups: list[list[Row]], answers: dict[frozenset[str], str]
) -> dict[tuple[int, int], tuple[float, str | None]]:
    """Pairs of groups that may be one plan: how alike they are, and what was answered; those answered *no* are left out."""
    out: dict[tuple[int, int], tuple[float, str | None]] = {}
    texts = _Texts(db)
    # Two groups that both have a number and a year are told apart by these; one without is held against all others.
    open_ones = [place for place, group in enumerate(groups) if any(not _numbered(row) for row in group)]
    pairs = {(min(a, b), max(a, b)) for a in open_ones for b in range(len(groups)) if a != b}
    answered = {name for pair in answers for name in pair}
    known = [place for place, group in enumerate(groups) if answered & _names(group)]
    for a, b in sorted(pairs | set(itertools.combinations(known, 2))):
        said = _answer(groups[a], groups[b], answers)
        if said == "different":
            continue
        if said == "same":
            out[a, b] = (1.0, said)
            continue
        score = max((texts.alike(one, other) for one in groups[a] for other in groups[b]), default=0.0)
        if score >= DOUBTFUL:
            out[a, b] = (score, said)
    return out


def _numbered(row: Row) -> bool:
    return bool(row["number_key"] and row["issued_on"])


class _Texts:
    """Texts held side by side, each taken apart once."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._words: dict[str, list[str]] = {}

    def alike(self, one: Row, other: Row) -> float:
        """How much of their words two documents share in their order; 0 where something speaks against their being one plan."""
        if _differ(one, other) or issuer(one) is None or issuer(one) != issuer(other):
            return 0.0
        if alike(one["sketch"] or b"", other["sketch"] or b"") < _SHARED:
            return 0.0
        score = Indel.normalized_similarity(self._of(one["id"]), self._of(other["id"]))
        titles = Indel.normalized_similarity(*(sorted(fold(row["title"] or "").split()) for row in (one, other)))
        return min(score, ALIKE - 0.001) if titles < _TITLES else score

    def _of(self, document: str) -> list[str]:
        if document not in self._words:
            found = rows(self._db, "SELECT text FROM texts WHERE document = ?", [document])
            words = words_of(str(found[0]["text"])) if found else []
            self._words[document] = words[:_COMPARED]
        return self._words[document]


def _differ(one: Row, other: Row) -> bool:
    """Whether two heads cannot be of one plan: type, number, period or place say so."""
    if one["doc_type"] != other["doc_type"]:
        return True
    if one["number_key"] and other["number_key"] and one["number_key"] != other["number_key"]:
        return True
    if _numbered(one) and _numbered(other) and one["issued_on"][:4] != other["issued_on"][:4]:
        return True
    periods = [(row["period_start"], row["period_end"]) for row in (one, other) if row["period_start"]]
    if len(periods) == 2 and periods[0] != periods[1]:
        return True
    return any(one[level] and other[level] and one[level] != other[level] for level in LEVELS)


# --- answers and questions -------------------------------------------------------------------------------------------


def _names(group: Iterable[Row]) -> set[str]:
    return {name for row in group for name in (row["id"], row["identity"]) if name}


def _answers(db: Database, family: Sequence[Row]) -> dict[frozenset[str], str]:
    """What was answered about these documents, the last answer of two counts: by documents, and by their identities."""
    found: dict[int, Row] = {}
    names = _names(family)
    for column in ("one", "one_identity"):
        found |= {row["id"]: row for row in in_batches(db, _ANSWERED.format(column=column), names)}
    out: dict[frozenset[str], str] = {}
    for _, row in sorted(found.items()):
        out[frozenset((row["one"], row["other"]))] = row["answer"]
        out[frozenset((row["one_identity"], row["other_identity"]))] = row["answer"]
    return out


_ANSWERED = "SELECT id, one, other, one_identity, other_identity, answer FROM version_answers WHERE {column} IN ({{}})"


def _answer(group: list[Row], other: list[Row], answers: dict[frozenset[str], str]) -> str | None:
    if not answers:
        return None
    pairs = itertools.product(sorted(_names(group)), sorted(_names(other)))
    said = {answers[pair] for names in pairs if (pair := frozenset(names)) in answers}
    return "different" if "different" in said else "same" if said else None


def _apart(group: list[Row], other: list[Row], answers: dict[frozenset[str], str]) -> bool:
    return _answer(group, other, answers) == "different" or any(_differ(one, two) for one in group for two in other)


def _questions(
    groups: list[list[Row]],
    merged: dict[int, list[Row]],
    above: list[int],
    asked: dict[tuple[int, int], tuple[float, bool]],
    answers: dict[frozenset[str], str],
) -> Iterator[Question]:
    """One question for two plans, about the documents that are most alike; none where the plans are known to differ."""
    seen: set[tuple[int, int]] = set()
    for (a, b), (score, several) in sorted(asked.items(), key=lambda item: (-item[1][0], item[0])):
        pair = (min(roots := (_root(above, a), _root(above, b))), max(roots))
        if pair[0] == pair[1] or pair in seen or _apart(merged[pair[0]], merged[pair[1]], answers):
            continue
        seen.add(pair)
        one, other = sorted((_standing(groups[a]), _standing(groups[b])))
        yield Question(one, other, round(score, 2), several)


def _standing(group: list[Row]) -> str:
    """The document to show for a group: one that a file still holds."""
    return str(min(group, key=lambda row: (not row["held"], row["id"]))["id"])
