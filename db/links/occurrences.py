"""Occurrences: on which days something is due, recurrences expanded between a plan's issue and the end of its period.

A time that is less precise than a day is due on its last day, and `precision` says so (`month`, `quarter`, `half`, `year`), so
that nothing pretends to name a day that the plan does not name. A recurrence without a day (`FREQ=MONTHLY`) is due at the
end of each month, quarter, half or year (RFC 5545 leaves that to the reader of the rule; reporting periods of
Nghị định 09/2019/NĐ-CP end with the calendar's). Where a plan has no period, its year of issue counts.
"""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from sqlite_utils import Database

from db.schema.database import in_batches, insert

Row = dict[str, Any]

# More days than any reporting duty has in a plan's period; a guard against a rule gone wrong.
_MOST = 400

# What is added to a rule that names no day, and how precise it then is.
_ENDS = {
    ("MONTHLY", 1): ("BYMONTHDAY=-1", "month"),
    ("MONTHLY", 3): ("BYMONTH=3,6,9,12;BYMONTHDAY=-1", "quarter"),
    ("MONTHLY", 6): ("BYMONTH=6,12;BYMONTHDAY=-1", "half"),
    ("MONTHLY", 12): ("BYMONTH=12;BYMONTHDAY=31", "year"),
}

_MONTHS = {("MONTHLY", 3): "3,6,9,12", ("MONTHLY", 6): "6,12"}


# So many documents are written at a time.
_BATCH = 500


def refresh(db: Database, documents: Collection[str]) -> None:
    """Computes the occurrences of some documents anew; only what stands for its plan has any (`versions`)."""
    ordered = sorted(documents)
    for start in range(0, len(ordered), _BATCH):
        some = ordered[start : start + _BATCH]
        db.conn.executemany("DELETE FROM occurrences WHERE document = ?", [(document,) for document in some])
        heads = {row["id"]: row for row in in_batches(db, _HEADS, some)}
        found = in_batches(db, _DEADLINES, heads)
        insert(db, "occurrences", [one for row in found for one in _of(heads[row["document"]], row)])


_HEADS = "SELECT id, issued_on, period_start, period_end FROM documents WHERE plan = id AND id IN ({})"
_DEADLINES = (
    "SELECT id, document, due, start_date, recurrence FROM deadlines WHERE document IN ({}) ORDER BY document, position"
)


def _of(head: Row, deadline: Row) -> Iterator[Row]:
    for starts_on, due_on, precision in days(head, deadline):
        name = f"{deadline['id']}|{due_on}"
        yield {
            "id": hashlib.blake2b(name.encode(), digest_size=8).hexdigest(),
            "document": head["id"],
            "deadline": deadline["id"],
            "starts_on": starts_on.isoformat() if starts_on else None,
            "due_on": due_on.isoformat(),
            "precision": precision,
            "recurring": int(bool(deadline["recurrence"])),
        }


def days(head: Row, deadline: Row) -> Iterator[tuple[date | None, date, str]]:
    """First day (of a span), last day and precision of each time that a deadline comes due.

    Args:
        head: `issued_on`, `period_start` and `period_end` of the plan.
        deadline: `due`, `start_date` (ISO dates, reduced as in the text) and `recurrence` (RFC 5545).
    """
    if deadline["due"]:
        last = last_day(deadline["due"])
        if last is not None:
            start = first_day(deadline["start_date"]) if deadline["start_date"] else None
            yield start, last, _precision(deadline["due"])
    elif deadline["recurrence"]:
        yield from ((None, day, precision) for day, precision in _expanded(head, deadline["recurrence"]))


def _expanded(head: Row, recurrence: str) -> Iterator[tuple[date, str]]:
    begin = first_day(head["issued_on"] or (str(head["period_start"]) if head["period_start"] else None))
    if begin is None:
        return
    rule, precision = _with_days(recurrence)
    days = _days_of(rule, begin.year, max(head["period_end"] or 0, begin.year))
    yield from ((day, precision) for day in days if day >= begin)


# A few rules and periods serve all plans.
@lru_cache(maxsize=1024)
def _days_of(rule: str, first: int, last: int) -> tuple[date, ...]:
    """The days of a rule from the beginning of one year to the end of another; none where it is no rule."""
    try:
        found = rrulestr(f"DTSTART:{first}0101T000000\nRRULE:{rule};UNTIL={last}1231T000000")
    except ValueError:
        return ()
    return tuple(moment.date() for moment in islice(found, _MOST))


def _with_days(recurrence: str) -> tuple[str, str]:
    """A rule that names days, and how precise the plan was."""
    parts = dict(part.split("=", 1) for part in recurrence.split(";") if "=" in part)
    months = _MONTHS.get((parts.get("FREQ", ""), int(parts.get("INTERVAL", "1"))))
    if "BYMONTHDAY" in parts and "BYMONTH" not in parts and months:
        # A day of each quarter or half is one of its last month (`trước ngày 20 tháng cuối quý`).
        return f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY={parts['BYMONTHDAY']}", "day"
    if "BYMONTHDAY" in parts:
        return recurrence, "day"
    if "BYMONTH" in parts:
        return f"{recurrence};BYMONTHDAY=-1", "month"
    if parts.get("FREQ") not in ("YEARLY", "MONTHLY"):
        return recurrence, "day"
    interval = int(parts.get("INTERVAL", "1"))
    if parts["FREQ"] == "YEARLY":
        return f"FREQ=YEARLY;INTERVAL={interval};BYMONTH=12;BYMONTHDAY=31", "year"
    ends = _ENDS.get((parts["FREQ"], interval))
    if ends is None:
        return f"{recurrence};BYMONTHDAY=-1", "month"
    added, precision = ends
    # Quarters and halves are those of the calendar: months by name, not every third from the start.
    return f"FREQ={parts['FREQ']};{added}", precision


def _precision(iso: str) -> str:
    return {4: "year", 7: "month"}.get(len(iso), "day")


def first_day(iso: str | None) -> date | None:
    """The first day of a date, month or year; `None` where it is none."""
    return _day(iso, last=False)


def last_day(iso: str | None) -> date | None:
    """The last day of a date, month or year; `None` where it is none.

    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    return _day(iso, last=True)


def _day(iso: str | None, *, last: bool) -> date | None:
    if not iso:
        return None
    try:
        parts = [int(part) for part in iso.split("-")]
        year = parts[0]
        month = parts[1] if len(parts) > 1 else (12 if last else 1)
        end = calendar.monthrange(year, month)[1] if last else 1
        return date(year, month, parts[2] if len(parts) > 2 else end)
    except (ValueError, IndexError, calendar.IllegalMonthError):
        return None
