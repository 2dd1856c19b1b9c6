"""What is special about the records of a scan: names in their right spelling, doubtful numbers marked.

A number is read twice; where the readings differ, every record whose words or governing headings hold it says so, is trusted
less, and the plan warns at that place. Numbers and quotes are never corrected: a person looks at the scan.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from extract.records import Document, Evidence, Plan, PlanWarning
from extract.structure.outline import Outline
from patterns import recognition

# What a doubtful record is trusted at most.
CONFIDENCE = 0.4


def settled(plan: Plan, outline: Outline) -> Plan:
    """The plan of a source with recognised pages, its names respelt and its doubtful records marked; others as they are."""
    if not outline.text.source.is_recognised:
        return plan
    records = {
        kind: tuple(_respelt(record) if record.ocr else record for record in found)
        for kind, found in plan.records.items()
    }
    return _marked_all(replace(plan, document=_respelt(plan.document), records=records), outline)


# Fields that hold names as the plan writes them; quotes keep what was read.
_NAMES = ("actor", "recipient", "issuer", "agencies", "partners", "group", "counted", "title", "signer_title", "recipients")  # fmt: skip

_Any = TypeVar("_Any", bound=Evidence | Document)


def _respelt(record: _Any) -> _Any:
    changed: dict[str, Any] = {}
    for name in _NAMES:
        value = getattr(record, name, None)
        if isinstance(value, str):
            changed[name] = recognition.words(value)
        elif isinstance(value, tuple):
            changed[name] = tuple(recognition.words(item) for item in value)
    return replace(record, **changed) if changed else record


def _marked_all(plan: Plan, outline: Outline) -> Plan:
    """The plan with its doubtful records marked, and a warning for each doubtful place."""
    places = [
        (start, end, doubt.seen)
        for doubt in outline.text.source.doubts
        for start, end in outline.text.ranges_of(doubt.start, doubt.end)[:1]
    ]
    if not places:
        return plan
    records = {
        kind: tuple(_marked(record, places, plan.text, outline) for record in found)
        for kind, found in plan.records.items()
    }
    warnings = tuple(
        PlanWarning(
            code="ocr-number",
            message=f"hai lần đọc khác nhau: «{plan.text[start:end]}» / «{seen}» / two readings differ; look at the scan",
            start=start,
            end=end,
        )
        for start, end, seen in places
    )
    return replace(plan, warnings=(*plan.warnings, *warnings), records=records)


def _marked(record: Evidence, places: list[tuple[int, int, str]], text: str, outline: Outline) -> Evidence:
    """The record with the doubts that lie in its words, in the paragraph's own label and in the headings above it."""
    block = outline.block_at(record.start)
    ranges = [(min(record.start, block.start), record.end)]
    ranges += [(outline.blocks[node.block].start, outline.blocks[node.block].end) for node in outline.ancestors(block)]
    found = [
        f"{text[start:end]} / {seen or '?'}"
        for start, end, seen in places
        if any(start < high and end > low for low, high in ranges)
    ]
    if not found:
        return record
    return replace(record, doubt="; ".join(found), confidence=min(record.confidence, CONFIDENCE))
