"""An indicator that the plan sets and that no agency is given, where the plan gives indicators to agencies by number.

Left alone: plans that name fewer than three indicators among the duties, and indicators whose table names an agency.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule, evidence


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each indicator left over."""
    given = {number for duty in plan.assignments for number in duty["indicators"]}
    if len(given) < 3:
        return
    given |= {row["indicator_no"] for row in plan.targets if row["agencies"]}
    seen = set()
    for row in plan.targets:
        number = row["indicator_no"]
        if number is not None and number not in given and number not in seen:
            seen.add(number)
            yield Finding(
                **evidence(row),
                subject=f"indicator {number}",
                found="no agency",
                expected=f"an agency for indicator {number}",
                message_vi=f"Chỉ tiêu {number} chưa được giao cho cơ quan nào trong phần tổ chức thực hiện.",
                message_en=f"Indicator {number} is given to no agency.",
                suggestion_vi=f"Bổ sung cơ quan chủ trì thực hiện chỉ tiêu {number}.",
            )


RULE = Rule(
    code="unassigned-indicator",
    severity="warning",
    name_vi="chỉ tiêu chưa có cơ quan chủ trì",
    name_en="indicator given to no agency",
    findings_in=findings_in,
)
