"""A plan rests on a programme whose period was over by the plan's date.

The period is the register's, else the one that the plan writes after the citation (`Chương trình … giai đoạn 2016 - 2020`). Left
alone: mentions of what was (`tổng kết …`, the situation).
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.history import is_history
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi
from db.schema.iso_dates import agree
from patterns import periods


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each citation of what was over."""
    if plan.not_before is None:
        return
    issued = plan.not_before.year
    for row in plan.legal_refs:
        period = _period(plan, row)
        if period is None or period[1] >= issued or is_history(plan, row):
            continue
        years = f"{period[0]}-{period[1]}"
        yield Finding(
            **evidence(row),
            subject=row["number"] or row["name"] or years,
            found=f"period {years}",
            expected=f"in force in {issued}",
            message_vi=f"{document_vi(row)} thuộc chương trình giai đoạn {years}, đã kết thúc trước khi ban hành văn bản này ({issued}).",
            message_en=f"Belongs to a programme of {years}, over by {issued}.",
            suggestion_vi="Thay bằng văn bản của giai đoạn hiện hành.",
        )


def _period(plan: Facts, row: Row) -> tuple[int, int] | None:
    known = [law for law in plan.laws.by_number(row["number"]) if agree(row["issued_on"], law.issued_on)]
    if row["issued_on"] and len(known) == 1:
        return known[0].period
    before, after = plan.around(row["quote_start"], row["quote_end"], after=420)
    named = periods.BEFORE_CITATION.search(before)
    if named is not None:
        return int(named.group(1)), int(named.group(2))
    end = periods.TITLE_ENDS.search(after)
    title = after[: end.start()] if end else after
    match = periods.AFTER_CITATION.search(title)
    if match is not None:
        return int(match.group(1)), int(match.group(2))
    until = periods.UNTIL.search(title)
    begun = str(row["issued_on"] or "")[:4]
    return (
        (int(begun), int(until.group(1))) if until is not None and begun and int(begun) <= int(until.group(1)) else None
    )


RULE = Rule(
    code="expired-programme",
    severity="warning",
    name_vi="căn cứ vào chương trình đã kết thúc",
    name_en="rests on a programme that was over",
    findings_in=findings_in,
)
