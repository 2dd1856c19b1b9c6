"""A value for a year before the programme's first milestone that is still below that milestone.

Only a notice: the year of the milestone has not come, and a yearly plan may well be on its way. Found where it comes within three
years. Left alone: values that reach the milestone already, near matches, changes, values for a group, values that the plan's own later value
takes to the milestone.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.comparison.stances import PENDING
from db.findings import held
from db.findings.facts import Facts
from db.findings.rule import Finding, Rule, evidence
from db.findings.wording import asked_vi, said_vi, value_en, year_vi

# How many years ahead a milestone may lie, for a value to be held against it.
_NEAR = 3


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each value that has some way to go."""
    for row in plan.comparisons:
        if row["stance"] != PENDING or row["asked_value"] is None or row["value"] is None:
            continue
        if row["year"] and row["asked_year"] - row["year"] > _NEAR:
            continue
        if held.is_of_a_part(row) or held.is_overtaken(plan, row):
            continue
        reached = (
            row["value"] >= row["asked_value"] if row["direction"] == "more" else row["value"] <= row["asked_value"]
        )
        if reached:
            continue
        yield Finding(
            **evidence(row | {"id": row["target"]}),
            subject=f"{row['measure']} {row['year'] or ''}".strip(),
            found=value_en(row["value"], high=row["value_high"], unit=row["unit"], per=row["per"], year=row["year"]),
            expected=value_en(row["asked_value"], unit=row["unit"], per=row["per"], year=row["asked_year"]),
            message_vi=(
                f"{row['short_vi']}: mức phấn đấu{year_vi(row['year'])} là {said_vi(row)}; đến năm {row['asked_year']} {row['decision_vi']} "
                f"yêu cầu {asked_vi(row)}, cần xem lộ trình có kịp không."
            ),
            message_en=f"{row['name_en']}: still below the milestone of {row['asked_year']}, which has not come yet.",
            basis_vi=f"{row['decision_vi']}, chỉ tiêu {row['measure']}",
            programme=row["programme"],
        )


RULE = Rule(
    code="below-milestone",
    severity="notice",
    name_vi="chưa đạt mốc sắp tới của chương trình",
    name_en="below the coming milestone",
    findings_in=findings_in,
)
