"""A plan rests on a law or decree that another had replaced by the plan's date.

Found also: a law cited by name and a year long before that of the law of this name in the register (`Luật Hôn nhân và gia đình năm
2000`). Left alone: mentions of what was (`tổng kết …`, the situation, results), laws whose replacement the register does not date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.laws import Law
from db.findings.facts import Facts
from db.findings.history import is_history
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import date_vi, document_vi
from db.schema.iso_dates import agree, first_day


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each citation of what was replaced."""
    if plan.date is None:
        return
    for row in plan.legal_refs:
        law = _meant(plan, row)
        newer = plan.laws.get(law.replaced_by) if law and law.replaced_by else older_of_name(plan, row)
        if newer is None or first_day(newer.in_force_from) > first_day(plan.date) or is_history(plan, row):
            continue
        name = document_vi({"doc_type": newer.doc_type, "number": newer.number, "name": newer.name})
        yield Finding(
            **evidence(row),
            subject=row["number"] or row["name"],
            found=f"replaced on {newer.in_force_from}",
            expected=newer.number or newer.name,
            message_vi=f"{document_vi(row)} đã được thay thế bởi {name} (hiệu lực từ {date_vi(newer.in_force_from)}).",
            message_en=f"Replaced by {newer.number or newer.name} from {newer.in_force_from}.",
            suggestion_vi=f"{name} ngày {date_vi(newer.issued_on)}",
            basis_vi=f"{name} ngày {date_vi(newer.issued_on)}",
        )


# Laws live longer than this before another of their name replaces them; a year nearer to the register's is a misprint.
_SHORTEST_LIFE = 4


def older_of_name(plan: Facts, row: Row) -> Law | None:
    """The law that replaced the one of the same name that a citation dates many years earlier."""
    known = plan.laws.by_name(row["name"]) if row["number"] is None else ()
    if not known or not row["issued_on"]:
        return None
    oldest = min(known, key=lambda law: law.issued_on)
    return oldest if int(row["issued_on"][:4]) + _SHORTEST_LIFE <= int(oldest.issued_on[:4]) else None


def _meant(plan: Facts, row: Row) -> Law | None:
    """The document of the register that a citation means; a law cited by name alone is the one in force."""
    found: Sequence[Law] = plan.laws.by_number(row["number"]) or plan.laws.by_name(row["name"])
    if row["number"] is None and row["issued_on"] is None:
        return None
    found = [law for law in found if agree(row["issued_on"], law.issued_on)]
    return found[0] if len(found) == 1 else None


RULE = Rule(
    code="replaced-law",
    severity="warning",
    name_vi="viện dẫn văn bản đã được thay thế",
    name_en="rests on a law that was replaced",
    findings_in=findings_in,
)
