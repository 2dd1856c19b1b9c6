"""What a family of generated documents gives, and what is wrong with what was read from it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.pipeline import extract_bytes
from extract.scoring import equal

Fields = Mapping[str, Any]
# A document of a family, drawn with the random numbers that it is given and with nothing else.
Family = Callable[[random.Random], "Case"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file and what stands in it.

    `expect` names, for a record type, exactly the records that must come out, each with the fields that matter (`said`: words that
    the quote must contain); types that it does not name are not looked at. `document` names fields of the head.
    `warned` are codes of warnings that must be there.
    """

    data: bytes
    path: str = "plan.txt"
    expect: Mapping[str, Sequence[Fields]] = field(default_factory=dict)
    document: Fields = field(default_factory=dict)
    warned: Sequence[str] = ()


def faults(case: Case) -> list[str]:
    """What is read otherwise than it was written; nothing where all is right."""
    plan = extract_bytes(case.data, path=case.path).to_json()
    out = [
        f"document.{name}: {plan['document'].get(name)!r}, written: {value!r}"
        for name, value in case.document.items()
        if not equal(name, value, plan["document"].get(name))
    ]
    for kind, wanted in case.expect.items():
        left = list(plan[kind])
        for one in wanted:
            partner = next((record for record in left if _same(one, record)), None)
            if partner is None:
                out.append(f"{kind} lost: {dict(one)}")
            else:
                left.remove(partner)
        shown = wanted[0].keys() - {"said"} if wanted else ()
        out += [f"{kind} made up: { ({name: one.get(name) for name in shown}) } {one['quote'][:120]!r}" for one in left]
    codes = {warning["code"] for warning in plan["warnings"]}
    return out + [f"no warning {code}" for code in case.warned if code not in codes]


def _same(wanted: Fields, record: Fields) -> bool:
    return all(
        _words(value) in _words(record["quote"]) if name == "said" else equal(name, value, record.get(name))
        for name, value in wanted.items()
    )


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()
