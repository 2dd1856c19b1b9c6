"""One sentence, one finding: what several rules say of one sentence are reasons of the gravest of them.

Each keeps its own key, so that what was decided about it holds whatever else is found in the sentence. What is about no sentence (a
measure left out) stands for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from db.views import words

Row = dict[str, Any]

_GRAVER = tuple(words.SEVERITIES)


def gather(found: Sequence[Row], sentence: Callable[[int, int], tuple[int, int]]) -> None:
    """Sets `under`, the key of the finding that one is a further reason of, and `reasons`, how many it has, its own among them.

    Args:
        found: the findings of one document, in their order.
        sentence: the range of the sentence that a place of the text stands in.
    """
    together: dict[tuple[str, int], list[Row]] = {}
    for row in found:
        start = row["quote_start"]
        place = ("alone", row["position"]) if start is None else ("sentence", sentence(start, start)[0])
        together.setdefault(place, []).append(row)
    for group in together.values():
        first, *others = sorted(group, key=lambda row: (_GRAVER.index(row["severity"]), row["position"]))
        first |= {"under": None, "reasons": len(group)}
        for row in others:
            row |= {"under": first["key"], "reasons": 1}
