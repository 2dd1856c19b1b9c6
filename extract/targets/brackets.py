"""Values in brackets behind their whole: what it is in each area."""

from __future__ import annotations

from dataclasses import replace

from extract.targets.statements import Aim
from patterns import groups

# How far brackets are looked back for that hold several areas.
_NEAR_BRACKET = 80


def is_of_area(low: str, since: int, aim: Aim) -> bool:
    """Whether a value stands in brackets behind its whole, right behind the name of its area (`70% cha, mẹ (thành thị 80%, nông thôn 65%) …`)."""
    opening = low.rfind("(", since, aim.opens)
    if opening < 0:
        opening = low.rfind("(", max(0, since - _NEAR_BRACKET), since)
    if opening < 0 or ")" in low[opening : aim.opens]:
        return False
    name = next(groups.GROUP.finditer(low, max(opening, since - 1), aim.end), None)
    return name is not None and 0 <= aim.opens - name.end() <= 2


def with_sign_of(aim: Aim, whole: Aim) -> Aim:
    """The value of a part with the comparator of its whole, where it has none of its own."""
    said, own = whole.quantity, replace(aim.quantity, beside=True)
    if own.explicit or own.lead >= 0 or own.value.value == 100 or not said.explicit or said.comparator == "range":
        return replace(aim, quantity=own)
    return replace(aim, quantity=replace(own, comparator=said.comparator), inferred=aim.inferred + 1)
