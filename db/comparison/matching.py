"""Which record of one plan is which of another: by what both are about, and how alike their words are.

How alike two texts are is the weight of the words that they share, of all their words (Dice); a word weighs the more, the fewer of the
records compared have it: *tỷ lệ trẻ em* says little, *tảo hôn* much. Records are assigned one to one, the best score first.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import regex

from patterns.fold import fold_same_length

# A number as it is printed, or a run of letters, in a folded text.
_WORD = regex.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")

Row = dict[str, Any]


def words_of(text: str | None) -> list[str]:
    """The words and numbers of a text, accents and capitals apart.

    >>> words_of("Giảm còn 12,5% trẻ em dưới 05 tuổi")
    ['giam', 'con', '12,5', 'tre', 'em', 'duoi', '05', 'tuoi']
    """
    return _WORD.findall(fold_same_length(text or ""))


def number_of(word: str) -> float | None:
    """The number that a word is, `None` where it is none: `1.250` → 1250, `12,5` → 12.5, `05` → 5.

    A single point before three digits parts thousands; so Vietnamese write it.
    """
    if not word[0].isdigit():
        return None
    whole, _, part = word.partition(",") if "," in word else (word, "", "")
    groups = whole.split(".")
    if len(groups) > 1 and any(len(group) != 3 for group in groups[1:]):
        return float(".".join(groups[:2]))
    digits = "".join(groups)
    return float(f"{digits}.{part.replace(',', '')}" if part else digits)


class Weights:
    """How much each word says among the records that are compared."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        among = [set(words) for words in texts]
        self._in = Counter(word for words in among for word in words)
        self._of = len(among) or 1

    def alike(self, one: Sequence[str], other: Sequence[str]) -> float:
        """How much of their words two texts share (0 to 1); 1 where both have none."""
        mine, yours = Counter(one), Counter(other)
        whole = self._sum(mine) + self._sum(yours)
        return 2 * self._sum(mine & yours) / whole if whole else 1.0

    def _sum(self, counted: Counter[str]) -> float:
        return sum(many * math.log(1 + self._of / max(1, self._in[word])) for word, many in counted.items())


def assign(
    old: Sequence[Row], new: Sequence[Row], score: Callable[[Row, Row], float], least: float
) -> list[tuple[Row | None, Row | None]]:
    """Pairs of records, the best score first, none below `least`; what found nothing stands alone. In the order of the new plan, what
    only the old one has behind.
    """
    scored = [
        (found, -abs(i * len(new) - j * len(old)), i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (found := score(one, other)) >= least
    ]
    # Of equals those that stand in the same place of their plans.
    scored.sort(key=lambda item: (-item[0], -item[1], item[2], item[3]))
    of_new: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in scored:
        if i not in taken and j not in of_new:
            taken.add(i)
            of_new[j] = i
    pairs: list[tuple[Row | None, Row | None]] = [
        (old[of_new[j]] if j in of_new else None, other) for j, other in enumerate(new)
    ]
    return [*pairs, *((one, None) for i, one in enumerate(old) if i not in taken)]
