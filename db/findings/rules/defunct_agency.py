"""A duty is laid on an agency that no longer existed when the plan was issued.

Found: a department that the reform of March 2025 dissolved (`Sở Lao động - Thương binh và Xã hội`), a body of a district after 30 June 2025; in a
duty as `error`, as a partner, actor, recipient (of a report, or under `Nơi nhận`) or elsewhere among the tasks as `warning`. What to write instead
is chosen by what the duty says (children: health; safety on the net: the police; poverty: agriculture), else by what the plan is about; where
neither tells, nothing is proposed. Left alone: plans without a date, bodies not known to have ended (centres and branches went on), the description
of the situation, grounds, names inside citations and portals' lists, bodies named for what they were (`(trước đây)`, `nay là Sở Y tế`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from corpus import successions
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.links.agency_mentions import agency_name
from db.schema.iso_dates import date_vi, first_day
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
        if row["agency"] in seen:
            continue
        record = next((one for one in getattr(plan, _RECORDS[row["kind"]]) if one["id"] == row["record"]), None)
        ended = _ended(plan, row["name"], issued)
        if record is None or ended is None or _named_for_the_past(plan, row["as_written"], record):
            continue
        seen.add(row["agency"])
        yield _finding(plan, row, record, ended)
    yield from _in_passing(plan, issued, seen)


def _ended(plan: Facts, name: str, issued: date) -> successions.Succession | None:
    """What became of a body that had ended when the plan was issued."""
    ended = successions.succession(name, level=plan.document["level"], on=issued)
    return ended if ended is not None and issued > ended.until else None


_ACTS = frozenset({"tasks", "objectives", "organisation", "funding", "reporting", "schedule", "body"})


def _in_passing(plan: Facts, issued: date, seen: set[str]) -> Iterator[Finding]:
    """Bodies that had ended, named among the tasks without a duty of their own, or as recipients."""
    view = spelling.view(plan.text)
    cited = [(row["quote_start"], row["quote_end"]) for row in plan.legal_refs]
    places = [match.start() for match in agency_names.OPENS_NAME.finditer(view) if plan.role_at(match.start()) in _ACTS]
    for start in (*places, *_recipients(plan)):
        if any(a <= start < b for a, b in cited):
            continue
        for name in agencies.parse(view, start, len(view))[:1]:
            words = name.text(plan.text)
            known = agency_name(words, plan.document["level"])
            ended = _ended(plan, known, issued)
            if ended is None or slug(known) in seen or _is_none_of_those(plan.text, name.start, name.end):
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


def _recipients(plan: Facts) -> Iterator[int]:
    """Where the recipients stand (`Nơi nhận`)."""
    for said in json.loads(plan.document["recipients"] or "[]"):
        if (start := plan.text.rfind(said)) >= 0:
            yield start


def _named_for_the_past(plan: Facts, name: str, record: Row) -> bool:
    """Whether a record names a body for what it was, or as the issuer of what it cites, wherever in its words or in the heading above it."""
    start = plan.text.rfind(name, 0, record["quote_end"])
    if start < 0:
        return False
    cited = any(row["quote_start"] <= start < row["quote_end"] for row in plan.legal_refs)
    return cited or _is_none_of_those(plan.text, start, start + len(name))


def _is_none_of_those(text: str, start: int, end: int) -> bool:
    """Whether a name stands for what a body was, or for a committee of the council that is called like one."""
    name, after, before = text[start:end], text[end : end + 90], text[max(0, start - 120) : start]
    if name.startswith("Ban ") and agency_names.OF_COUNCIL.search(name + after[:30]) is not None:
        return True
    return any(
        found is not None
        for found in (
            agency_names.FORMER_AFTER.match(after),
            agency_names.FORMER_BEFORE.search(before),
        )
    )


def _place(plan: Facts, record: Row, name: str) -> dict[str, object]:
    """Where the agency is named, if that is in the heading above the record."""
    start = plan.text.rfind(name, 0, record["quote_end"])
    if start < 0 or start >= record["quote_start"]:
        return {}
    return {"quote": name, "quote_start": start, "quote_end": start + len(name)}


def _finding(plan: Facts, row: Row, record: Row, ended: successions.Succession) -> Finding:
    name = row["as_written"]
    heirs = ended.fitting(record["quote"].replace(name, " "), plan.document["title"] or "")
    last = ended.until.isoformat()
    return Finding(
        **evidence(record) | _place(plan, record, name),
        subject=row["agency"],
        severity=None if row["holds"] == "agency" else "warning",
        found=name,
        expected=f"a body that exists; ended on {last}",
        message_vi=f"{name} không còn tồn tại từ sau ngày {date_vi(last)}.",
        message_en=f"{name} had ceased to exist on {last}.",
        suggestion_vi=f"Thay bằng: {'; '.join(map(_said, heirs))}." if heirs else None,
        basis_vi=ended.basis,
    )


def _said(heir: successions.Heir) -> str:
    return f"{heir.name} ({heir.of})" if heir.of else heir.name


RULE = Rule(
    code="defunct-agency",
    severity="error",
    name_vi="giao nhiệm vụ cho cơ quan không còn tồn tại",
    name_en="duty on an agency that no longer existed",
    findings_in=findings_in,
)
