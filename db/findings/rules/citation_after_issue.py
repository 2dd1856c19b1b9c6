"""A plan cites a document that is younger than itself.

Left alone: plans without a day of issue (the first year of their period says nothing: a plan for 2021-2025 may be of 2022), and dates that are as
precise as the plan's own only in part.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule, evidence
from db.findings.wording import document_vi
from db.schema.iso_dates import date_vi, first_day, last_day


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each citation from the future."""
    issued = plan.document["issued_on"]
    if issued is None:
        return
    for row in plan.legal_refs:
        if row["issued_on"] and first_day(row["issued_on"]) > last_day(issued):
            yield Finding(
                **evidence(row),
                subject=row["number"] or row["name"] or row["issued_on"],
                found=row["issued_on"],
                expected=f"not after {issued}",
                message_vi=(
                    f"Viện dẫn {document_vi(row)} ngày {date_vi(row['issued_on'])}, sau ngày ban hành của chính văn bản này "
                    f"({date_vi(issued)})."
                ),
                message_en=f"Cites a document of {row['issued_on']}; the plan itself is of {issued}.",
                suggestion_vi="Kiểm tra lại ngày của văn bản viện dẫn.",
            )


RULE = Rule(
    code="citation-after-issue",
    severity="error",
    name_vi="viện dẫn văn bản ban hành sau",
    name_en="cites a document younger than itself",
    findings_in=findings_in,
)
