"""A yearly report that localities below owe this plan is due later than this plan's unit owes its own to the level above, or a task later than the
plan above has it done.

Found: both are reports due every year (or in the same year) at days at most six weeks apart, the parent's first; or a clause of a task is the
parent's word for word but for the date and who is named before it, and the parent's day had not passed when this plan was issued. Left alone: tasks
of few or of other words; deadlines of agencies of another level, half-yearly against yearly ones. The plan above a commune is the district's, and
the province's since districts ended on 30 June 2025.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus import successions
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi
from db.schema.iso_dates import date_vi
from db.views.recurrences import recurrence_words
from patterns import dates, places
from patterns.fold import fold

_MONTH = regex.compile(r"BYMONTH=(\d+)")
_DAY = regex.compile(r"BYMONTHDAY=(\d+)")
_WINDOW = 45
_WORDS = 10
_CLAUSE_ENDS = regex.compile(r";\s+|\.(?:\s+|$)")


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each report that comes too late to be passed on."""
    for parent in plan.parents:
        if parent["level"] == plan.document["level"] or not _is_right_above(plan, parent):
            continue
        theirs = plan.query("SELECT * FROM deadlines WHERE document = ? ORDER BY position", parent["id"])
        yield from _tasks(plan, theirs, parent)
        above = [row for row in theirs if row["kind"] == "report"]
        above = [row for row in above if _is_for(plan.document["level"], str(row["actor"] or "các địa phương"))]
        for row in plan.deadlines:
            if row["kind"] != "report":
                continue
            alike = [other for other in above if _is_due_as_often(row, other)]
            late = [other for other in alike or above if _is_later(row, other)]
            if late:
                yield _finding(row, late[0], parent)


def _tasks(plan: Facts, theirs: list[Row], parent: Row) -> Iterator[Finding]:
    """A finding for each task that the parent names in the same words with an earlier day that was still to come."""
    asked: dict[str, Row] = {}
    for row in theirs:
        if (words := _task(row)) and row["due"] > (plan.date or ""):
            asked.setdefault(words, row)
    for row in plan.deadlines:
        words = _task(row)
        other = next((asked[one] for one in asked if words and _is_one_task(one, words)), None)
        if other is not None and row["due"] > other["due"]:
            yield _finding(
                row,
                other,
                parent,
                what_vi="Thời hạn hoàn thành",
                what_en="Due later than the plan above ({}) has it done.",
            )


def _is_one_task(one: str, other: str) -> bool:
    """Whether two tasks are the same in words, but for who does it before them (`các huyện hoàn thành …`)."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return longer == shorter or longer.endswith(f" {shorter}")


def _task(row: Row) -> str | None:
    """The folded words of the clause of a task with a whole date, that date apart; `None` where they are too few to tell it by."""
    if row["kind"] != "task" or not row["due"] or len(row["due"]) != 10:
        return None
    year, month, day = map(int, row["due"].split("-"))
    date = dates.written(year, month, day)
    clauses = map(fold, _CLAUSE_ENDS.split(row["quote"]))
    words = date.sub(" ", next(filter(date.search, clauses), "")).split()
    return " ".join(words) if len(words) >= _WORDS else None


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


def _is_due_as_often(row: Row, other: Row) -> bool:
    """Whether both come every year, or both once and in one year: a sơ kết is held against the parent's sơ kết, not its yearly report."""
    mine, theirs = _day_of_year(row), _day_of_year(other)
    return mine is not None and theirs is not None and mine[0] == theirs[0]


def _is_later(row: Row, other: Row) -> bool:
    mine, theirs = _day_of_year(row), _day_of_year(other)
    if mine is None or theirs is None:
        return False
    if mine[0] is not None and theirs[0] is not None and mine[0] != theirs[0]:
        return False
    return 0 < mine[1] - theirs[1] <= _WINDOW


def _when_vi(row: Row) -> str:
    return recurrence_words(row["recurrence"]) if row["recurrence"] else date_vi(row["due"])


def _finding(
    row: Row,
    other: Row,
    parent: Row,
    *,
    what_vi: str = "Thời hạn báo cáo",
    what_en: str = "Due later than the plan above ({}) wants its own report.",
) -> Finding:
    return Finding(
        **evidence(row),
        subject=row["recurrence"] or row["due"],
        found=row["recurrence"] or row["due"],
        expected=f"before {other['recurrence'] or other['due']}",
        message_vi=(
            f"{what_vi} ({_when_vi(row)}) muộn hơn thời hạn mà {document_vi(parent)} của cấp trên quy định ({_when_vi(other)})."
        ),
        message_en=what_en.format(parent["slug"]),
        suggestion_vi="Đặt thời hạn sớm hơn để kịp tổng hợp, báo cáo cấp trên.",
        basis_vi=document_vi(parent),
        against=parent["id"],
        against_quote=other["quote"],
    )


RULE = Rule(
    code="deadline-after-parent",
    severity="warning",
    name_vi="thời hạn muộn hơn cấp trên quy định",
    name_en="due after the parent's deadline",
    findings_in=findings_in,
)
