"""Deadlines: what is due when and for whom, as a list or a month, and as a calendar to subscribe to."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

from datasette.utils.asgi import Response

from db.site import filters
from db.site.exports import headers
from db.site.ics import as_calendar
from db.site.page import Page
from db.views import unit_names, words

Row = dict[str, Any]

KINDS = {
    "report": words.Word("", "báo cáo", "báo cáo", "report"),
    "budget": words.Word("", "dự toán", "dự toán", "budget"),
    "task": words.Word("", "nhiệm vụ", "nhiệm vụ", "task"),
}
PRECISIONS = {
    "month": ("trong tháng", "within the month"),
    "quarter": ("trong quý", "within the quarter"),
    "half": ("trong 6 tháng", "within the half year"),
    "year": ("trong năm", "within the year"),
}

LISTED = 300

# More events than a calendar takes well; whoever wants more takes the export.
_EVENTS = 5000


async def deadlines(page: Page) -> Response:
    """The page."""
    there = await filters.options(page)
    agencies = await page.kept("deadline_agencies", show=False)
    chosen = filters.read(page, there)
    agency = page.text("agency")
    if agency and not await page.query("agency", show=False, agency=agency):
        agency = page.choice("agency", [row["value"] for row in agencies])
    kind = page.choice("kind", list(KINDS))
    view = page.choice("view", ("list", "month"), "list")
    today = datetime.now(UTC).date()
    month = _month(page, today)
    given = {
        "agency": agency,
        "plan": page.text("plan"),
        "kind": kind,
        "level": chosen.level,
        "province": chosen.province,
    }
    begin = _day(page, "from")
    if view == "month":
        first, last = month, date(month.year, month.month, calendar.monthrange(month.year, month.month)[1])
        rows = await page.query("deadlines_due", {**given, "from": first.isoformat(), "to": last.isoformat()})
    else:
        start = begin or (None if given["plan"] else today)
        rows = await page.query(
            "deadlines_due", {**given, "from": start.isoformat() if start else ""}, limit=LISTED + 1
        )
    last_due = "" if rows or view == "month" else await _last(page, given)
    return await page.render(
        "deadlines",
        title=page.say("Việc gì đến hạn, khi nào, của ai?", "What is due when, and for whom?"),
        there=there,
        chosen=chosen,
        agencies=agencies,
        agency=agency,
        kind=kind,
        kinds=KINDS,
        precisions={code: page.say(*both) for code, both in PRECISIONS.items()},
        view=view,
        given=given,
        rows=rows[:LISTED] if view == "list" else rows,
        more=rows[LISTED]["due_on"] if view == "list" and len(rows) > LISTED else "",
        begin=(begin or today).isoformat(),
        today=today.isoformat(),
        last_due=last_due,
        weeks=_weeks(month, rows) if view == "month" else [],
        month=month,
        before=_shift(month, -1),
        after=_shift(month, 1),
        subscribable=bool(agency or given["plan"] or chosen.province),
    )


def _month(page: Page, today: date) -> date:
    given = page.text("month")
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", given)
    if found and 1990 <= int(found[1]) <= 2100 and 1 <= int(found[2]) <= 12:
        return date(int(found[1]), int(found[2]), 1)
    if given:
        page.choice("month", ("2024-01 …",))
    return today.replace(day=1)


def _day(page: Page, name: str) -> date | None:
    given = page.text(name)
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        page.choice(name, ("2024-01-31 …",))
        return None


def _shift(month: date, by: int) -> str:
    months = month.year * 12 + month.month - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"


async def _last(page: Page, given: Row) -> str:
    """The last day on which anything was due, where nothing is any more."""
    rows = await page.query("deadlines_last", show=False, **given)
    return str(rows[0]["due_on"]) if rows else ""


def _weeks(month: date, rows: list[Row]) -> list[list[tuple[date, list[Row]]]]:
    """The weeks of a month, Monday first, with what is due on each day."""
    by_day: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_day[row["due_on"]].append(row)
    weeks = calendar.Calendar(firstweekday=0).monthdatescalendar(month.year, month.month)
    return [[(day, by_day[day.isoformat()] if day.month == month.month else []) for day in week] for week in weeks]


async def ics(page: Page) -> Response:
    """The calendar of one agency, plan or province, from a year ago on."""
    given = {name: page.text(name) for name in ("agency", "plan", "kind", "level", "province")}
    if not (given["agency"] or given["plan"] or given["province"]):
        return await page.render(
            "refused",
            status=400,
            title=page.say("Chọn lịch của ai", "Whose calendar?"),
            message=page.say(
                "Lịch cần một cơ quan (agency), một kế hoạch (plan) hoặc một tỉnh (province).",
                "A calendar is of one agency, one plan or one province.",
            ),
        )
    begin = "" if given["plan"] else (datetime.now(UTC).date() - timedelta(days=366)).isoformat()
    rows = await page.query("deadlines_due", {**given, "from": begin}, show=False, limit=_EVENTS)
    name = given["agency"] or given["plan"] or given["province"]
    if given["agency"]:
        found = await page.query("agency", show=False, agency=given["agency"])
        name = found[0]["name"] if found else name
    body = as_calendar(
        rows,
        name=page.say(f"Thời hạn: {name}", f"Deadlines: {name}"),
        address=lambda row: page.absolute(f"/plans/{row['plan']}"),
        place=unit_names.place,
    )
    return Response(
        body,
        headers=headers("thoi-han.ics") | {"cache-control": "max-age=3600"},
        content_type="text/calendar; charset=utf-8",
    )
