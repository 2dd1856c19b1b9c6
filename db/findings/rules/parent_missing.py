"""The plan carries out a plan that is not in the database: a gap of the data, not of the plan.

Left alone: official letters, and central documents, which the register or the programmes speak of; for communes since July 2025, which
stand right below the province, plans of the districts that were.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus import successions
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi
from db.schema.iso_dates import date_vi
from patterns import places, symbols


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each parent that is missing."""
    for row in plan.cascades:
        if row["parent"] or row["programme"] or not row["number"] or symbols.CENTRAL.search(row["number"]):
            continue
        if _is_of_former_district(plan, row):
            continue
        day = f" ngày {date_vi(row['parent_issued_on'])}" if row["parent_issued_on"] else ""
        by = f" của {row['parent_issuer']}" if row["parent_issuer"] else ""
        yield Finding(
            **evidence(row | {"id": row["ref"]}),
            subject=row["number"],
            found="not in the database",
            expected=f"{row['doc_type']} {row['number']}",
            message_vi=f"{document_vi(row)}{day}{by} mà văn bản này thực hiện chưa có trong dữ liệu.",
            message_en="The plan that it carries out is not in the database.",
        )


def _is_of_former_district(plan: Facts, row: Row) -> bool:
    """Whether a commune names a plan of its district after districts ended."""
    since = str(plan.document["issued_on"] or "") > successions.districts_until()
    issuer = str(row["parent_issuer"] or "")
    return plan.document["level"] == "commune" and since and places.DISTRICTS_ALONE.match(issuer) is not None


RULE = Rule(
    code="parent-missing",
    severity="notice",
    name_vi="kế hoạch làm căn cứ chưa có trong dữ liệu",
    name_en="parent plan not in the database",
    findings_in=findings_in,
)
