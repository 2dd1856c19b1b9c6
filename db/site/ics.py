"""Deadlines as an iCalendar (RFC 5545): all-day events, recurrences already expanded, so that every program shows the same days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

Row = dict[str, Any]

_KINDS = {"report": "Báo cáo", "budget": "Dự toán", "task": "Nhiệm vụ"}
_WHEN = {"month": "trong tháng", "quarter": "trong quý", "half": "trong 6 tháng", "year": "trong năm"}


def as_calendar(rows: Iterable[Row], *, name: str, address: Callable[[Row], str], place: Callable[[Row], str]) -> bytes:
    """A calendar of occurrences (rows of the query `deadlines_due`).

    Args:
        rows: what is due.
        name: the name under which programs show the calendar.
        address: where a plan can be read.
        place: the locality of a row.
    """
    made = Calendar()
    made.add("prodid", "-//kehoach//VI")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    made.add("refresh-interval;value=duration", "P1D")
    stamp = datetime.now(UTC).replace(microsecond=0)
    for row in rows:
        made.add_component(_event(row, stamp, address(row), place(row)))
    return bytes(made.to_ical())


def _event(row: Row, stamp: datetime, address: str, place: str) -> Event:
    last = date.fromisoformat(row["due_on"])
    first = date.fromisoformat(row["starts_on"]) if row["starts_on"] else last
    words = " ".join(row["quote"].split())
    whole = f" ({_WHEN[row['precision']]})" if row["precision"] in _WHEN else ""
    event = Event()
    event.add("uid", f"{row['id']}@kehoach")
    event.add("dtstamp", stamp)
    event.add("dtstart", last)
    event.add("dtend", last + timedelta(days=1))
    event.add(
        "summary", f"{_KINDS.get(row['kind'], 'Việc')}{whole} · {place}: {words[:90]}{'…' if len(words) > 90 else ''}"
    )
    who = f"\n{row['actor']}" if row["actor"] else ""
    to = f" → {row['recipient']}" if row["recipient"] else ""
    span = f"\n{first:%d/%m/%Y} – {last:%d/%m/%Y}" if first != last else ""
    event.add("description", f"{words}{who}{to}{span}\n{row['title'] or row['plan']}")
    event.add("url", f"{address}#r-{row['key']}")
    event.add("transp", "TRANSPARENT")
    event.add("categories", [_KINDS.get(row["kind"], "Việc")])
    return event
