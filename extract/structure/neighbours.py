"""Files with several documents: the plan stays, what stands beside it is set apart.

A covering letter before the plan, another plan behind it, a decision that has nothing to do with it. Documents are told by their
official heads (Nghị định 30/2020/NĐ-CP, phụ lục I). A decision and the plan that it encloses belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.source import Line, LineKind, Note, Source
from patterns import annexes, spelling
from patterns.heads import (
    ADDRESSEE,
    DECISION_TITLE,
    ENCLOSED_IN_DECISION,
    NUMBER_OR_SUBJECT,
    PLAN_TITLE,
    STATE,
    STATE_ANYWHERE,
    names_type,
)

# Lines of a head above the state's name, and below it down to what the title and the enclosure are looked for in.
_ABOVE = 6
_BELOW = 18
_LONGEST = 150
# The part of the longest plan's length that the first one must have: a list entry with a head is no plan.
_SHORTEST = 0.25


@dataclass(slots=True)
class _Part:
    """A document of the file: its lines, what it is, and whether a decision before it encloses it."""

    first: int
    end: int
    is_plan: bool = False
    is_decision: bool = False
    is_enclosed: bool = False


def plan_only(source: Source) -> Source:
    """The source with the documents beside its plan marked as furniture; as it is where there are none, or no plan."""
    if len(STATE_ANYWHERE.findall(source.raw)) < 2:
        return source
    words = [source.raw[line.start : line.end] for line in source.lines]
    parts = _parts(source.lines, words)
    kept = _chosen(parts, words) if len(parts) > 1 else None
    if kept is None or len(kept) == len(parts):
        return source
    inside = {index for part in kept for index in range(part.first, part.end)}
    lines = tuple(
        line if index in inside else replace(line, kind=LineKind.FURNITURE, cells=())
        for index, line in enumerate(source.lines)
    )
    note = Note(
        "several-documents",
        f"tệp có {len(parts)} văn bản, chỉ đọc kế hoạch / {len(parts)} documents in the file; only the plan is read",
    )
    return replace(source, lines=lines, notes=(*source.notes, note))


def _parts(lines: Sequence[Line], words: Sequence[str]) -> list[_Part]:
    starts: list[int] = []
    for index, line in enumerate(lines):
        if line.kind is LineKind.FURNITURE or len(words[index]) > _LONGEST or STATE.search(words[index]) is None:
            continue
        if any(annexes.FORM.match(above) is not None for above in words[max(0, index - _ABOVE) : index]):
            continue  # a form to report on, in an annex of the plan
        start = _start(lines, words, index, starts[-1] + 1 if starts else 0)
        if not starts or start > starts[-1] + 4:
            starts.append(start)
    # What stands before the first head (the title of a portal's page) is looked at with it.
    firsts = [0, *starts[1:]] if starts else [0]
    ends = [*firsts[1:], len(lines)]
    return [_part(words, first, end) for first, end in zip(firsts, ends, strict=True)]


def _start(lines: Sequence[Line], words: Sequence[str], state: int, least: int) -> int:
    """Where the head begins that names the state in a line: with the issuer, its number or its rules above it."""
    start = state
    for index in range(state - 1, max(least, state - _ABOVE) - 1, -1):
        text = words[index].strip()
        letters = [char for char in text if char.isalpha()]
        is_head = not letters or text.isupper() or NUMBER_OR_SUBJECT.search(text) is not None
        if not is_head or text.endswith((";", ".", ",")) or lines[index].kind is LineKind.FOOTNOTE:
            break
        start = index
    return start


def _part(words: Sequence[str], first: int, end: int) -> _Part:
    out = _Part(first, end)
    state = next((i for i in range(first, end) if STATE.search(words[i]) is not None), first)
    for index in range(first, min(end, state + _BELOW)):
        text = spelling.view(words[index])
        if ADDRESSEE.match(text) is not None:
            break
        if not (out.is_plan or out.is_decision) and names_type(text) > 0:
            out.is_plan, out.is_decision = (
                PLAN_TITLE.match(text.upper()) is not None,
                DECISION_TITLE.match(text.upper()) is not None,
            )
        out.is_enclosed |= out.is_plan and ENCLOSED_IN_DECISION.search(text.lower()) is not None
    return out


def _chosen(parts: Sequence[_Part], words: Sequence[str]) -> list[_Part] | None:
    """The first plan of some length with the decision that encloses it; `None` where no part is a plan."""

    def length(part: _Part) -> int:
        return sum(len(words[index]) for index in range(part.first, part.end))

    plans = [at for at, part in enumerate(parts) if part.is_plan]
    if not plans:
        return None
    longest = max(length(parts[at]) for at in plans)
    at = next(at for at in plans if length(parts[at]) >= _SHORTEST * longest)
    before = parts[at - 1] if at else None
    if before is not None and before.is_decision and (parts[at].is_enclosed or not _has_number(parts[at], words)):
        return [before, parts[at]]
    return [parts[at]]


def _has_number(part: _Part, words: Sequence[str]) -> bool:
    return any(
        NUMBER_OR_SUBJECT.search(words[index]) is not None
        for index in range(part.first, min(part.end, part.first + _BELOW))
    )
