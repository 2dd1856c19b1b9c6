"""A plan of several years that carries out the programme leaves measures of it out.

Found: each measure meant for the plan's level that no target takes up. Left alone: yearly plans, plans on one theme (those
that take up less than half of the programme and are not called after it), measures not meant for the level.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.programme.citing import is_named
from db.findings.facts import Facts
from db.findings.rule import Finding, Rule

# A plan that takes up at least this share of a programme's measures means to carry out the whole.
_WHOLE = 0.5


def whole_programmes(plan: Facts) -> list[str]:
    """The programmes that a plan of several years takes up as a whole."""
    if plan.document["plan_kind"] != "multi_year":
        return []
    title = str(plan.document["title"] or "")
    out = []
    for programme in plan.yardsticks:
        taken = {row["measure"] for row in plan.comparisons if row["programme"] == programme.id}
        left = [row for row in plan.absent if row["programme"] == programme.id]
        # A plan that is called after it means the whole of the programme, however little it takes up.
        if taken and (is_named(title, programme) or len(taken) / (len(taken) + len(left)) >= _WHOLE):
            out.append(programme.id)
    return out


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each measure left out."""
    whole = whole_programmes(plan)
    for row in plan.absent:
        if row["programme"] in whole:
            yield Finding(
                subject=row["measure"],
                found="absent",
                expected=f"measure {row['measure']} of {row['decision_en']}",
                message_vi=f"Không đề cập chỉ tiêu {row['measure']} của {row['decision_vi']}: {row['name_vi']}.",
                message_en=f"Measure {row['measure']} of {row['decision_en']} is left out: {row['name_en']}.",
                suggestion_vi=f"Bổ sung chỉ tiêu: {row['name_vi']}.",
                basis_vi=f"{row['decision_vi']}, chỉ tiêu {row['measure']}",
                programme=row["programme"],
            )


RULE = Rule(
    code="missing-measures",
    severity="warning",
    name_vi="thiếu chỉ tiêu của chương trình",
    name_en="measures of the programme left out",
    findings_in=findings_in,
)
