"""A time that lies after the plan's period.

Reports on a period are due in the half-year after it, its closing review in the quarter after it, the budget of the next year within
the year: those are left alone, as are times before the period (what prepares it), and times in a later year that the title names as well
(`năm 2023 và định hướng năm 2024`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule, evidence
from db.schema.iso_dates import date_vi, first_day
from patterns import delivery, titles

# How long after the period what is due on it may come, in days; a task only where it closes the period.
_GRACE = {"report": 184, "budget": 184, "task": 92}


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each deadline after the period."""
    if plan.document["period_end"] is None:
        return
    named = titles.last_year(str(plan.document["title"] or ""))
    end = max(int(plan.document["period_end"]), named or 0)
    for row in plan.deadlines:
        closes = row["kind"] != "task" or delivery.SUMS_UP.search(row["quote"]) is not None
        grace = timedelta(days=_GRACE.get(row["kind"], 92) if closes else 0)
        if row["due"] and first_day(row["due"]) > date(end, 12, 31) + grace:
            yield Finding(
                **evidence(row),
                subject=row["due"],
                found=row["due"],
                expected=f"within {plan.document['period_start']}-{end}",
                message_vi=f"Thời hạn {date_vi(row['due'])} nằm ngoài thời kỳ của văn bản (đến năm {end}).",
                message_en=f"Due {row['due']}, after the plan's period (to {end}).",
                suggestion_vi="Kiểm tra lại thời hạn.",
            )


RULE = Rule(
    code="deadline-outside-period",
    severity="warning",
    name_vi="thời hạn ngoài thời kỳ của văn bản",
    name_en="deadline outside the plan's period",
    findings_in=findings_in,
)
