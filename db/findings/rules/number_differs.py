"""The same indicator number means another measure than in the programme.

Left alone: plans that number their own way throughout, that is, unless at least three quarters of the numbered indicators
agree with the programme.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence

_MOSTLY = 0.75


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each indicator whose number is another one's."""
    for programme in sorted({row["programme"] for row in plan.comparisons}):
        yield from _of_programme([row for row in plan.comparisons if row["programme"] == programme])


def _of_programme(compared: list[Row]) -> Iterator[Finding]:
    numbered = [row for row in compared if row["indicator_no"] is not None]
    pairs = {(row["indicator_no"], row["indicator"]) for row in numbered}
    agreeing = sum(said == meant for said, meant in pairs)
    if not pairs or agreeing / len(pairs) < _MOSTLY:
        return
    seen = set()
    for row in numbered:
        pair = (row["indicator_no"], row["indicator"])
        if pair[0] != pair[1] and pair not in seen:
            seen.add(pair)
            yield Finding(
                **evidence(row | {"id": row["target"]}),
                subject=f"indicator {pair[0]}",
                found=f"indicator {pair[0]}",
                expected=f"indicator {pair[1]}",
                message_vi=(
                    f"Ghi là Chỉ tiêu {pair[0]}, nhưng nội dung là chỉ tiêu {pair[1]} của {row['decision_vi']} "
                    f"({row['short_vi'].lower()})."
                ),
                message_en=f"Numbered {pair[0]}, and measures what indicator {pair[1]} of {row['decision_en']} measures.",
                suggestion_vi=f"Đánh số lại thành Chỉ tiêu {pair[1]} hoặc kiểm tra nội dung.",
                basis_vi=f"{row['decision_vi']}, chỉ tiêu {pair[1]}",
                programme=row["programme"],
            )


RULE = Rule(
    code="number-differs",
    severity="warning",
    name_vi="số thứ tự chỉ tiêu khác với chương trình",
    name_en="indicator number differs from the programme's",
    findings_in=findings_in,
)
