"""A count called a share: `tỷ lệ xã … đạt 12 xã`, without per cent or total. Left alone: counts with their total."""

from __future__ import annotations

from collections.abc import Iterator

from db.comparison.stances import number
from db.findings.facts import Facts
from db.findings.rule import Finding, Rule, evidence
from patterns import subjects


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each such count."""
    for row in plan.targets:
        if (
            row["unit"] == "count"
            and row["total"] is None
            and row["value"] is not None
            and subjects.RATE_OPENS.match(row["quote"])
        ):
            yield Finding(
                **evidence(row),
                subject=f"share {row['key']}",
                found=f"{row['value']:g} {row['counted'] or ''}".strip(),
                expected="a percentage, or a count with its total",
                message_vi=f"Gọi là tỷ lệ nhưng ghi số lượng ({number(row['value'])}), không có đơn vị % hoặc tổng số.",
                message_en="Called a rate, and given as a count without percentage or total.",
                suggestion_vi="Ghi rõ đơn vị % hoặc bổ sung tổng số.",
            )


RULE = Rule(
    code="unit-mismatch",
    severity="warning",
    name_vi="gọi là tỷ lệ nhưng ghi số lượng",
    name_en="a count called a share",
    findings_in=findings_in,
)
