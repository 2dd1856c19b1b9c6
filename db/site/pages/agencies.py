"""Agencies: the list, and one of them with its duties, indicators and deadlines across the plans."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from datasette.utils.asgi import Response

from db.site import filters
from db.site.page import Page, nearest
from patterns.fold import slug

Row = dict[str, Any]

DUTIES, DUE = 100, 12


async def agencies(page: Page) -> Response:
    """The list."""
    words = page.text("words")
    return await page.render(
        "agencies",
        title=page.say("Cơ quan nào được giao việc?", "Which agencies have duties?"),
        rows=await page.query("agency_list", words=slug(words)),
        asked=words,
    )


async def agency(page: Page, identity: str) -> Response:
    """One agency."""
    found = await page.query("agency", show=False, agency=identity)
    if not found:
        known = {row["agency"]: row["name"] for row in await page.query("agency_list", show=False)}
        near = [(page.url(f"/agencies/{key}"), known[key]) for key in nearest(identity.replace("-", " "), known)]
        return await page.missing(page.say("cơ quan", "agency"), identity, near)
    there = await filters.options(page)
    chosen = filters.read(page, there)
    number = page.integer("page", 1, 100_000) or 1
    only: dict[str, Any] = {"agency": identity, "level": chosen.level, "province": chosen.province}
    duties = await page.query("agency_duties", **only, limit=DUTIES, offset=(number - 1) * DUTIES)
    today = datetime.now(UTC).date().isoformat()
    due = await page.query("deadlines_due", {**only, "from": today}, limit=DUE)
    total = duties[0]["found"] if duties else 0
    return await page.render(
        "agency",
        title=found[0]["name"],
        agency=found[0],
        successors=json.loads(found[0]["successors"] or "[]"),
        there=there,
        chosen=chosen,
        duties=[row | {"indicators": json.loads(row["indicators"] or "[]")} for row in duties],
        found=total,
        number=number,
        pages=-(-total // DUTIES),
        first=(number - 1) * DUTIES + 1,
        indicators=await page.query("agency_indicators", agency=identity),
        due=due,
    )
