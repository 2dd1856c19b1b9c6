"""A time that had passed when the plan was issued.

Dates reduced to a month or a year count by their last day for the deadline and by their first for the issue, so that only
what is surely too early is found. Left alone: recurrences.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule, evidence
from db.schema.iso_dates import date_vi, first_day, last_day


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each deadline in the past."""
    issued = plan.date
    if issued is None:
        return
    for row in plan.deadlines:
        if row["due"] and last_day(row["due"]) < first_day(issued):
            yield Finding(
                **evidence(row),
                subject=row["due"],
                found=row["due"],
                expected=f"after {issued}",
                message_vi=f"Thời hạn {date_vi(row['due'])} đã qua khi văn bản được ban hành ({date_vi(issued)}).",
                message_en=f"Due {row['due']}, and the plan is of {issued}.",
                suggestion_vi="Kiểm tra lại thời hạn.",
            )


RULE = Rule(
    code="deadline-before-issue",
    severity="error",
    name_vi="thời hạn trước ngày ban hành",
    name_en="deadline before the plan was issued",
    findings_in=findings_in,
)
