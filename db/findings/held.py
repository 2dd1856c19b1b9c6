"""Which of a plan's values are fit to be held against what a programme or a plan above asks."""

from __future__ import annotations

from typing import Literal

from db.comparison.stances import EQUAL, STRICTER
from db.findings.facts import Facts, Row


def is_of_a_part(row: Row, *, by: Literal["asked", "parent"] = "asked") -> bool:
    """Whether a value is set for a group alone (`nông thôn`), where the programme, or the plan that is carried out, asks for all."""
    return row["subgroup"] is not None and row[f"{by}_group"] is None


def is_overtaken(plan: Facts, row: Row) -> bool:
    """Whether a value for a year between two milestones is a step: the plan's own later value is no weaker than what is asked by then."""
    if row["year"] is None or row["year"] == row["asked_year"]:
        return False
    return any(
        later["stance"] in (EQUAL, STRICTER)
        and later["year"] is not None
        and later["year"] > row["year"]
        and later["subgroup"] == row["subgroup"]
        for later in plan.comparisons
        if (later["programme"], later["measure"]) == (row["programme"], row["measure"])
    )
