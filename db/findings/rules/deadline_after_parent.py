"""A yearly report that localities below owe this plan is due later than this plan's unit owes its own to the level above.

Found: both are reports due every year (or in the same year) at days at most six weeks apart, the parent's first. Left alone:
deadlines of agencies of another level, half-yearly against yearly ones. The plan above a commune is the district's, and the province's since
districts ended on 30 June 2025.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus import successions
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi
from patterns import places

_MONTH = regex.compile(r"BYMONTH=(\d+)")
_DAY = regex.compile(r"BYMONTHDAY=(\d+)")
_WINDOW = 45


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each report that comes too late to be passed on."""
    for parent in plan.parents:
        if parent["level"] == plan.document["level"] or not _is_right_above(plan, parent):
            continue
        above = plan.query("SELECT * FROM deadlines WHERE document = ? AND kind = 'report'", parent["id"])
        above = [row for row in above if _is_for(plan.document["level"], str(row["actor"] or "các địa phương"))]
        for row in plan.deadlines:
            if row["kind"] != "report":
                continue
            late = [other for other in above if _is_later(row, other)]
            if late:
                yield _finding(row, late[0], parent)


def _is_right_above(plan: Facts, parent: Row) -> bool:
    """Whether a plan is of the level that the plan's unit reports to."""
    if plan.document["level"] != "commune":
        return True
    since = str(plan.document["issued_on"] or plan.document["period_start"] or "") > successions.districts_until()
    return bool(parent["level"] == ("province" if since else "district"))


def _is_for(level: str | None, actor: str) -> bool:
    """Whether an actor is a local body of a level: of a commune none that districts alone are."""
    if level == "commune" and places.DISTRICTS_ALONE.match(actor):
        return False
    return places.LOCAL_BODY.search(actor) is not None


def _day_of_year(row: Row) -> tuple[str | None, int] | None:
    """The year (`None` for every year) and a day counted through it, of a deadline with a whole date."""
    if row["recurrence"]:
        month, day = _MONTH.search(row["recurrence"]), _DAY.search(row["recurrence"])
        return (None, int(month.group(1)) * 31 + int(day.group(1))) if month and day else None
    if row["due"] and len(row["due"]) == 10:
        year, month_of, day_of = row["due"].split("-")
        return year, int(month_of) * 31 + int(day_of)
    return None


def _is_later(row: Row, other: Row) -> bool:
    mine, theirs = _day_of_year(row), _day_of_year(other)
    if mine is None or theirs is None:
        return False
    if mine[0] is not None and theirs[0] is not None and mine[0] != theirs[0]:
        return False
    return 0 < mine[1] - theirs[1] <= _WINDOW


def _finding(row: Row, other: Row, parent: Row) -> Finding:
    return Finding(
        **evidence(row),
        subject=row["recurrence"] or row["due"],
        found=row["recurrence"] or row["due"],
        expected=f"before {other['recurrence'] or other['due']}",
        message_vi=f"Thời hạn báo cáo muộn hơn thời hạn mà {document_vi(parent)} của cấp trên quy định.",
        message_en=f"Due later than the plan above ({parent['slug']}) wants its own report.",
        suggestion_vi="Đặt thời hạn sớm hơn để kịp tổng hợp, báo cáo cấp trên.",
        basis_vi=document_vi(parent),
        against=parent["id"],
        against_quote=other["quote"],
    )


RULE = Rule(
    code="deadline-after-parent",
    severity="warning",
    name_vi="thời hạn báo cáo muộn hơn cấp trên quy định",
    name_en="report due after the parent's deadline",
    findings_in=findings_in,
)
