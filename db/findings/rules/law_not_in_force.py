"""A plan takes as its ground (`Căn cứ …`) a law that was passed and had not come into force on the plan's day.

Left alone: what the plan carries out (one may well prepare for a coming law), plans whose period begins when the law does (a plan for 2026
rests on the budget law in force from 1 January 2026), plans whose title names the law, and laws of whose first day the register knows nothing.
A law that comes into force within the plan's period is only a notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from corpus.laws import Law
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi
from db.schema.iso_dates import agree, date_vi, last_day
from extract.vocabulary import Severity
from patterns.fold import fold


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each ground that does not hold yet."""
    document = plan.document
    if document["issued_on"] is None:
        return
    begins = date(document["period_start"] or 1, 1, 1)
    on = max(last_day(document["issued_on"]), begins)
    for row in plan.legal_refs:
        law = _meant(plan, row) if row["role"] == "basis" else None
        if law is not None and law.first_day is not None and law.first_day > on and not _is_subject(plan, row):
            soon = document["period_end"] is not None and law.first_day.year <= document["period_end"]
            yield _finding(row, law.first_day.isoformat(), "notice" if soon else None)


def _meant(plan: Facts, row: Row) -> Law | None:
    """The one document of the register that a citation with its date or a number of one year means."""
    known = plan.laws.by_number(row["number"]) if row["number"] else plan.laws.by_name(row["name"])
    if row["number"] is None and row["issued_on"] is None:
        return None
    found = [law for law in known if agree(row["issued_on"], law.issued_on)]
    return found[0] if len(found) == 1 else None


def _is_subject(plan: Facts, row: Row) -> bool:
    title = fold(plan.document["title"] or "")
    return any(fold(said) in title for said in (row["number"], row["name"]) if said)


def _finding(row: Row, first: str, severity: Severity | None) -> Finding:
    return Finding(
        **evidence(row),
        subject=row["number"] or row["name"],
        severity=severity,
        found=f"in force from {first}",
        expected="a document in force",
        message_vi=f"{document_vi(row)} có hiệu lực từ ngày {date_vi(first)}, chưa có hiệu lực khi ban hành văn bản này.",
        message_en=f"In force from {first}, after the plan was issued.",
        suggestion_vi="Căn cứ vào văn bản đang có hiệu lực khi ban hành.",
    )


RULE = Rule(
    code="law-not-in-force",
    severity="warning",
    name_vi="căn cứ vào văn bản chưa có hiệu lực",
    name_en="rests on a law that was not in force yet",
    findings_in=findings_in,
)
