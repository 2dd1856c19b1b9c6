"""A type of records of its own, as one module makes it known: the meetings that a plan calls (`Họp giao ban ngày 05/3/2024.`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract import vocabulary
from extract.component import evidence, finder
from extract.record_types import Derived, RecordType, register
from extract.records import Day, Evidence, PlanWarning
from extract.structure.outline import Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Evidence):
    """A meeting that a plan calls."""

    subject: str
    held_on: Day | None = None
    level: vocabulary.Level | None = None
    seats: int | None = None


MEETINGS = register(
    RecordType(
        name="meetings",
        record=Meeting,
        label=("cuộc họp", "meeting"),
        heading=("họp", "meet."),
        found_by=__name__,
        editable=("subject", "held_on", "level", "seats"),
        paired=("subject",),
        scored=("held_on", "level"),
        derived=(Derived(column="subject_key", field="subject", of=str.casefold),),
    )
)
_MEETING = re.compile(r"Họp (?P<subject>[\w ]*?)(?P<level> cấp xã)?(?: ngày (\d\d)/(\d)/(\d{4}))?\.")


def meetings_in(outline: Outline) -> tuple[list[Meeting], list[PlanWarning]]:
    return [
        Meeting(
            subject=match["subject"],
            held_on=f"{match[5]}-{int(match[4]):02}-{match[3]}" if match[3] else None,
            level="commune" if match["level"] else None,
            **evidence(outline, *match.span()),
        )
        for match in _MEETING.finditer(outline.text.text)
    ], []


create = finder(MEETINGS, meetings_in)
