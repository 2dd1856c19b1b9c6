"""A duty is laid on an agency that no longer existed when the plan was issued.

Found: a department that the reform of March 2025 dissolved (`Sở Lao động - Thương binh và Xã hội`), a body of a district after 30 June 2025;
in a duty as `error`, as a partner, actor or recipient as `warning`. Left alone: plans without a date, bodies not known to have
ended.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus import agencies as successions
from db.findings.dates import first_day
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import date_vi

_RECORDS = {"assignment": "assignments", "target": "targets", "deadline": "deadlines"}


def find(plan: Facts) -> Iterator[Finding]:
    """A finding for each agency that had ended, at its first duty."""
    if plan.document["issued_on"] is None:
        return
    issued = first_day(plan.document["issued_on"])
    seen: set[str] = set()
    mentions = sorted(plan.agency_mentions, key=lambda row: row["holds"] != "agency")
    for row in mentions:
        if row["agency"] in seen or row["valid_to"] is None or issued <= first_day(row["valid_to"]):
            continue
        record = next((one for one in getattr(plan, _RECORDS[row["kind"]]) if one["id"] == row["record"]), None)
        ended = successions.succession(row["name"], level=plan.document["level"])
        if record is None or ended is None:
            continue
        seen.add(row["agency"])
        yield _finding(row, record, ended)


def _finding(row: Row, record: Row, ended: successions.Succession) -> Finding:
    heirs = "; ".join(f"{to} ({of})" if of else to for of, to in ended.successors)
    return Finding(
        **evidence(record),
        subject=row["agency"],
        severity=None if row["holds"] == "agency" else "warning",
        found=row["as_written"],
        expected=f"a body that exists; ended on {ended.until.isoformat()}",
        message_vi=f"{row['as_written']} không còn tồn tại từ sau ngày {date_vi(ended.until.isoformat())}.",
        message_en=f"{row['as_written']} had ceased to exist on {ended.until.isoformat()}.",
        suggestion_vi=f"Thay bằng: {heirs}.",
        basis_vi=ended.basis,
    )


RULE = Rule(
    code="defunct-agency",
    severity="error",
    name_vi="giao nhiệm vụ cho cơ quan không còn tồn tại",
    name_en="duty on an agency that no longer existed",
    find=find,
)
