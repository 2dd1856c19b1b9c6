"""A time that lies after the plan's period.

Found: deadlines, and what a sentence of the tasks has done in a year up to ten years after the period and the programme's last milestone (`đưa
vào sử dụng tháng 9 năm 2031`). Left alone: reports on a period in the half-year after it, its closing review in the quarter after it, the
budget of the next year within the year, times before the period (what prepares it), times in a later year that the title names as well
(`năm 2023 và định hướng năm 2024`), and the years of strategies, schemes and outlooks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.schema.iso_dates import date_vi, first_day
from patterns import delivery, periods, titles
from patterns.sifting import Sifted

# How long after the period what is due on it may come, in days; a task only where it closes the period.
_GRACE = {"report": 184, "budget": 184, "task": 92}
# Where a year that is no deadline counts, and how many years after the last milestone it may lie to be a slip and no outlook.
_ACTS = ("tasks", "organisation", "funding", "schedule")
_FAR = 10


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
            yield _finding(plan, evidence(row), row["due"], end)
    yield from _in_passing(plan, end)


def _in_passing(plan: Facts, end: int) -> Iterator[Finding]:
    """A finding for each sentence of the tasks without a deadline that has something done in a year after the period and all milestones."""
    last = max([end, *(row["year"] or 0 for row in plan.milestones if row["programme"] in plan.carried_out)])
    years = range(last + 1, last + _FAR + 1)
    known = [(row["quote_start"], row["quote_end"]) for row in plan.deadlines if row["due"]]
    for match in Sifted(periods.DONE_IN, (re.compile("|".join(map(str, years))),)).finditer(plan.text):
        if int(match["year"]) not in years or plan.role_at(match.start()) not in _ACTS:
            continue
        start, stop = plan.sentence(*match.span())
        quote = plan.text[start:stop]
        if (
            periods.OF_OTHER_TIME.search(quote)
            or any(begin < stop and start < end_of for begin, end_of in known)
            or plan.in_citation(match.start())
        ):
            continue
        known.append((start, stop))
        place = {"quote": quote, "quote_start": start, "quote_end": stop, "section": None, "page": None, "record": None}
        yield _finding(plan, place, match["year"], end)


def _finding(plan: Facts, place: Row, due: str, end: int) -> Finding:
    return Finding(
        **place,
        subject=due,
        found=due,
        expected=f"within {plan.document['period_start']}-{end}",
        message_vi=f"Thời hạn {date_vi(due)} nằm ngoài thời kỳ của văn bản (đến năm {end}).",
        message_en=f"Due {due}, after the plan's period (to {end}).",
        suggestion_vi="Kiểm tra lại thời hạn.",
    )


RULE = Rule(
    code="deadline-outside-period",
    severity="warning",
    name_vi="thời hạn ngoài thời kỳ của văn bản",
    name_en="deadline outside the plan's period",
    findings_in=findings_in,
)
