"""A plan of several years that carries out the programme leaves measures of it out.

Found: each measure meant for the plan's level that no target takes up. Left alone: yearly plans, plans on one theme (those
that take up less than half of the programme and are not called after it), measures not meant for the level.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule

# A plan that is called so means the whole of the programme, however little it takes up.
_CALLED = regex.compile(r"chương trình hành động(?: quốc gia)? vì trẻ em", regex.IGNORECASE)
# A plan that takes up at least this share of a programme's measures means to carry out the whole.
_WHOLE = 0.5


def whole_programmes(plan: Facts) -> list[str]:
    """The programmes that a plan of several years takes up as a whole."""
    if plan.document["plan_kind"] != "multi_year":
        return []
    called = _CALLED.search(str(plan.document["title"] or "")) is not None
    out = []
    for programme in plan.programmes:
        taken = {row["measure"] for row in plan.comparisons if row["programme"] == programme["id"]}
        left = [row for row in plan.absent if row["programme"] == programme["id"]]
        means_whole = called and programme["id"] in plan.carried_out
        if taken and (means_whole or len(taken) / (len(taken) + len(left)) >= _WHOLE):
            out.append(str(programme["id"]))
    return out


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each measure left out."""
    whole = whole_programmes(plan)
    for row in plan.absent:
        if row["programme"] in whole:
            yield Finding(
                subject=row["measure"],
                found="absent",
                expected=f"measure {row['measure']} of {row['programme_number']}",
                message_vi=f"Không đề cập chỉ tiêu {row['measure']} của Quyết định {row['programme_number']}: {row['name_vi']}.",
                message_en=f"Measure {row['measure']} of programme {row['programme_number']} is left out: {row['name_en']}.",
                suggestion_vi=f"Bổ sung chỉ tiêu: {row['name_vi']}.",
                basis_vi=f"Quyết định số {row['programme_number']}, chỉ tiêu {row['measure']}",
            )


RULE = Rule(
    code="missing-measures",
    severity="warning",
    name_vi="thiếu chỉ tiêu của Chương trình",
    name_en="measures of the programme left out",
    findings_in=findings_in,
)
