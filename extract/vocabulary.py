"""The closed vocabularies of records and of what is computed of them, each once, as a `Literal`.

Everything else derives from here: tuples by `values`, choices of a correction, labels (a test holds them against it). What grammars and
programmes speak of stands in `patterns.vocabulary`, which may import nothing of ours, and is given on.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from patterns.vocabulary import (
    Change,
    CitationRole,
    Comparator,
    DeadlineKind,
    Direction,
    DutyRole,
    HeadingRole,
    Level,
    Match,
    Relation,
    Unit,
)

TargetKind = Literal["quantitative", "qualitative"]
# What a file is; `other` is no document of an office.
Genre = Literal["plan", "report", "letter", "allocation", "resolution", "other"]
# What a section is for: what its heading says, an annex, or nothing said.
SectionRole = Literal[HeadingRole, "annex", "body"]
# What a paragraph belongs to: its section, or a part of the document that has none.
PartRole = Literal[SectionRole, "outside", "header", "title", "opening", "recipients", "signature", "footnote"]
# For how long, and on what, a plan is made.
PlanKind = Literal["multi_year", "annual", "thematic"]
# A draft has a blank where the number or the day stands.
Status = Literal["draft", "issued"]
# How a local value stands to that of a programme or of the plan that it carries out.
Stance = Literal["stricter", "equal", "weaker", "unquantified", "absent", "incomparable", "pending", "near"]
# How what was reached stands to what was asked for the year.
Verdict = Literal["exceeded", "met", "missed", "not-due", "no-data", "incomparable"]
Trend = Literal["better", "worse", "same", "up", "down"]
Severity = Literal["error", "warning", "notice"]


def values(vocabulary: Any) -> tuple[str, ...]:
    """The codes of a vocabulary, in its order.

    >>> values(Severity)
    ('error', 'warning', 'notice')
    """
    codes: tuple[str, ...] = get_args(vocabulary)
    return codes


__all__ = [
    "Change",
    "CitationRole",
    "Comparator",
    "DeadlineKind",
    "Direction",
    "DutyRole",
    "Genre",
    "HeadingRole",
    "Level",
    "Match",
    "PartRole",
    "PlanKind",
    "Relation",
    "SectionRole",
    "Severity",
    "Stance",
    "Status",
    "TargetKind",
    "Trend",
    "Unit",
    "Verdict",
    "values",
]
