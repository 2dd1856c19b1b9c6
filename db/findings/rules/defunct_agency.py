"""A duty is laid on an agency that no longer existed when the plan was issued.

Found: a department that the reform of March 2025 dissolved (`Sở Lao động - Thương binh và Xã hội`), a body of a district after 30 June 2025;
in a duty as `error`, as a partner, actor, recipient or elsewhere among the tasks as `warning`. Left alone: plans without a date, bodies
not known to have ended, the description of the situation, grounds and names inside citations.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from corpus import successions
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import date_vi
from db.links.agency_mentions import agency_name
from db.schema.iso_dates import first_day
from patterns import agencies, agency_names, spelling
from patterns.fold import slug

_RECORDS = {"assignment": "assignments", "target": "targets", "deadline": "deadlines"}


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each agency that had ended, at its first duty."""
    if plan.document["issued_on"] is None:
        return
    issued = first_day(plan.document["issued_on"])
    if issued <= successions.earliest():
        return
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
        yield _finding(plan, row, record, ended)
    yield from _in_passing(plan, issued, seen)


_ACTS = frozenset({"tasks", "objectives", "organisation", "funding", "reporting", "schedule", "body"})


def _in_passing(plan: Facts, issued: date, seen: set[str]) -> Iterator[Finding]:
    """Bodies that had ended, named among the tasks without a duty of their own."""
    view = spelling.view(plan.text)
    cited = [(row["quote_start"], row["quote_end"]) for row in plan.legal_refs]
    for match in agency_names.OPENS_NAME.finditer(view):
        start = match.start()
        if plan.role_at(start) not in _ACTS or any(a <= start < b for a, b in cited):
            continue
        for name in agencies.parse(view, start, len(view))[:1]:
            words = name.text(plan.text)
            known = agency_name(words, plan.document["level"])
            ended = successions.succession(known, level=plan.document["level"])
            if ended is None or issued <= ended.until or slug(known) in seen:
                continue
            seen.add(slug(known))
            begin, stop = plan.sentence(name.start, name.end)
            record = {
                "quote": plan.text[begin:stop],
                "quote_start": begin,
                "quote_end": stop,
                "section": None,
                "page": None,
                "id": None,
            }
            yield _finding(plan, {"agency": slug(known), "holds": "mention", "as_written": words}, record, ended)


def _place(plan: Facts, record: Row, name: str) -> dict[str, object]:
    """Where the agency is named, if that is in the heading above the record."""
    start = plan.text.rfind(name, 0, record["quote_end"])
    if start < 0 or start >= record["quote_start"]:
        return {}
    return {"quote": name, "quote_start": start, "quote_end": start + len(name)}


def _finding(plan: Facts, row: Row, record: Row, ended: successions.Succession) -> Finding:
    heirs = "; ".join(f"{to} ({of})" if of else to for of, to in ended.successors)
    return Finding(
        **evidence(record) | _place(plan, record, row["as_written"]),
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
    findings_in=findings_in,
)
