"""A duty names an indicator that the plan does not have.

The plan's own numbers count; a plan without numbered indicators is held against the numbers of the programmes that it carries out.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each number that stands for nothing."""
    own = {row["indicator_no"] for row in plan.targets if row["indicator_no"] is not None}
    if len(own) < 3:
        own = {indicator.number for programme in plan.yardsticks for indicator in programme.indicators}
    if not own:
        return
    highest = max(own)
    seen = set()
    for duty in plan.assignments:
        for number in duty["indicators"]:
            if number > highest and number not in seen:
                seen.add(number)
                yield Finding(
                    **evidence(duty) | _clause(plan, duty, number),
                    subject=f"indicator {number}",
                    found=f"indicator {number}",
                    expected=f"at most {highest}",
                    message_vi=f"Giao thực hiện chỉ tiêu {number}, nhưng văn bản chỉ có {highest} chỉ tiêu.",
                    message_en=f"Indicator {number} is assigned, and there are only {highest}.",
                    suggestion_vi="Kiểm tra lại số thứ tự chỉ tiêu được giao.",
                )


def _clause(plan: Facts, duty: Row, number: int) -> dict[str, object]:
    """The clause of a duty that names the indicator, where it is a part of it."""
    match = regex.compile(rf"\b0?{number}\b").search(plan.text, duty["quote_start"], duty["quote_end"])
    if match is None:
        return {}
    start, end = plan.sentence(*match.span())
    start, end = max(start, duty["quote_start"]), min(end, duty["quote_end"])
    return {"quote": plan.text[start:end], "quote_start": start, "quote_end": end}


RULE = Rule(
    code="unknown-indicator",
    severity="error",
    name_vi="giao chỉ tiêu không có trong văn bản",
    name_en="indicator that does not exist",
    findings_in=findings_in,
)
