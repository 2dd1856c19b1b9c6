"""Whether a citation speaks of the past: what was summed up, assessed, replaced or amended."""

from __future__ import annotations

import regex

from db.findings.facts import Facts, Row
from patterns import grounds

_CLAUSE_ENDS = regex.compile(r"[;.](?=\s|$)")


def is_history(plan: Facts, row: Row) -> bool:
    """Whether the mention stands in a description of the situation or beside words of the past."""
    if row["role"] != "mention":
        return False
    if plan.role_at(row["quote_start"]) == "situation":
        return True
    before, after = plan.around(row["quote_start"], row["quote_end"], before=120, after=80)
    clause = _CLAUSE_ENDS.split(after, 1)[0]
    return (
        grounds.SPEAKS_OF_PAST.search(before) is not None
        or grounds.AMENDS.search(before) is not None
        or grounds.SPEAKS_OF_PAST.search(clause) is not None
    )
