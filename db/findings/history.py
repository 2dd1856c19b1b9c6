"""Whether a citation speaks of the past: what was summed up, assessed, replaced or amended, or told of a time before the plan."""

from __future__ import annotations

import regex

from db.findings.facts import Facts, Row
from patterns import grounds

_CLAUSE_ENDS = regex.compile(r"[;.](?=\s|$)")
_AIMS = ("general_objectives", "objectives")


def is_history(plan: Facts, row: Row) -> bool:
    """Whether the mention stands in a description of the situation, in a clause about an earlier time or beside words of the past."""
    if row["role"] != "mention":
        return False
    opening = plan.text[plan.sentence(row["quote_start"], row["quote_end"])[0] : row["quote_start"]]
    if plan.role_at(row["quote_start"]) == "situation" or _is_of_past_time(plan, opening):
        return True
    if grounds.OPENS_WITH_PAST.match(opening) is not None and ";" not in opening:
        return True
    if _is_before_aims(plan, row["quote_start"]) and grounds.CARRIES_OUT.match(opening) is None:
        return True
    before, after = plan.around(row["quote_start"], row["quote_end"], before=120, after=80)
    clause = _CLAUSE_ENDS.split(after, 1)[0]
    return (
        grounds.SPEAKS_OF_PAST.search(before) is not None
        or grounds.AMENDS.search(before) is not None
        or grounds.SPEAKS_OF_PAST.search(clause) is not None
    )


def _is_of_past_time(plan: Facts, opening: str) -> bool:
    """Whether a clause opens with a time before the plan's own (`Giai đoạn trước, huyện …`, `Năm 2020, …`)."""
    match = grounds.OPENS_WITH_TIME.match(opening)
    if match is None:
        return False
    return match["until"] is None or (plan.not_before is not None and int(match["until"]) < plan.not_before.year)


def _is_before_aims(plan: Facts, offset: int) -> bool:
    """Whether a place stands in a part of no other role (`VÌ SAO PHẢI TIẾP TỤC`) that comes before the aims: it tells how things are."""
    aims = [row["text_start"] for row in plan.sections if row["role"] in _AIMS]
    return plan.role_at(offset) == "body" and bool(aims) and offset < min(aims)
