"""A plan rests on a law or decree that was no longer in force on the plan's day.

What is replaced holds until its successor comes into force, which may be long after that was passed (Luật Ngân sách nhà nước of 2025: from 1
January 2026). Found also: a law cited by name and a year long before that of the law of this name in the register (`Luật Hôn nhân và gia đình
năm 2000`). Left alone: mentions of what was (`tổng kết …`, the situation, results), a name that two laws of the year bear while one of
them is in force, laws of whose end the register knows no day. A plan without a day is judged by the youngest document that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from corpus.laws import Law, Register
from db.findings.facts import Facts
from db.findings.history import is_history
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi
from db.schema.iso_dates import agree, date_vi


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each citation of what no longer held."""
    on = plan.not_before
    if on is None:
        return
    for row in plan.legal_refs:
        ended = ended_by(plan, row, on)
        if ended is not None and not is_history(plan, row):
            yield _finding(row, *ended)


def ended_by(plan: Facts, row: Row, on: date) -> tuple[date, Law | None] | None:
    """The last day of what a citation means, where that was before a day, and what then stood in its place."""
    law = _meant(plan.laws, row)
    if law is not None:
        last = plan.laws.last_day(law)
        return (last, plan.laws.successor(law, on)) if last and last < on else None
    newer = older_of_name(plan, row)
    begins = newer.first_day if newer else None
    if newer is None or begins is None or begins > on:
        return None
    return begins - timedelta(days=1), plan.laws.successor(newer, on) or newer


def _meant(register: Register, row: Row) -> Law | None:
    """The document of the register that a citation means: of several that fit the one that lasts longest; a bare name means the law in force."""
    if row["number"] is None and row["issued_on"] is None:
        return None
    known = register.by_number(row["number"]) or register.by_name(row["name"])
    fitting = [law for law in known if agree(row["issued_on"], law.issued_on)]
    if row["number"] and not row["issued_on"] and len(fitting) > 1:
        return None  # a number of several years
    return max(fitting, key=lambda law: register.last_day(law) or date.max, default=None)


# Laws live longer than this before another of their name replaces them; a year nearer to the register's is a misprint.
SHORTEST_LIFE = 4


def older_of_name(plan: Facts, row: Row) -> Law | None:
    """The law that replaced the one of the same name that a citation dates many years earlier."""
    known = plan.laws.by_name(row["name"]) if row["number"] is None else ()
    if not known or not row["issued_on"]:
        return None
    oldest = min(known, key=lambda law: law.issued_on)
    return oldest if int(row["issued_on"][:4]) + SHORTEST_LIFE <= int(oldest.issued_on[:4]) else None


def _said(row: Row) -> str:
    """The cited document so that one of its name is told from the next: with its number, else with its year."""
    if not row["name"]:
        return document_vi(row)
    return f"{row['name']} số {row['number']}" if row["number"] else f"{row['name']} năm {row['issued_on'][:4]}"


def _finding(row: Row, last: date, newer: Law | None) -> Finding:
    first = (last + timedelta(days=1)).isoformat()
    if newer is None:
        return Finding(
            **evidence(row),
            subject=row["number"] or row["name"],
            found=f"ended on {last.isoformat()}",
            expected="a document in force",
            message_vi=f"{_said(row)} đã hết hiệu lực từ ngày {date_vi(first)}.",
            message_en=f"No longer in force from {first}.",
            suggestion_vi="Thay bằng văn bản đang có hiệu lực.",
        )
    name = document_vi({"doc_type": newer.doc_type, "number": newer.number, "name": newer.name})
    whole = f"{name} số {newer.number}" if newer.name and newer.number else name
    return Finding(
        **evidence(row),
        subject=row["number"] or row["name"],
        found=f"replaced on {first}",
        expected=newer.number or newer.name,
        message_vi=f"{_said(row)} đã được thay thế, hết hiệu lực từ ngày {date_vi(first)}; văn bản hiện hành là {whole}.",
        message_en=f"Replaced from {first}; {newer.number or newer.name} is in force.",
        suggestion_vi=f"{whole} ngày {date_vi(newer.issued_on)}",
        basis_vi=f"{whole} ngày {date_vi(newer.issued_on)}",
    )


RULE = Rule(
    code="replaced-law",
    severity="warning",
    name_vi="viện dẫn văn bản đã hết hiệu lực",
    name_en="rests on a law that was no longer in force",
    findings_in=findings_in,
)
