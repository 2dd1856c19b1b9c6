"""Home: what is in the database, the cascade at a glance, what is new, where to start."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Any

from datasette.utils.asgi import Response

from db.site import filters, queries
from db.site.page import Page
from db.site.pages.compare import PROGRAMME

Row = dict[str, Any]


async def home(page: Page) -> Response:
    """The page; its figures count everything, so they are kept until the database changes."""
    today = datetime.now(UTC).date().isoformat()
    stamp = await queries.read(page.datasette, _stamp)
    kept = page.datasette.kehoach_kept
    if kept.get("stamp") != stamp:
        kept.clear()
        kept |= {
            "stamp": stamp,
            "figures": (await page.query("home_figures", show=False))[0],
            "levels": await page.query("home_levels", show=False),
            "years": await page.query("home_years", show=False),
            "weakest": await page.query("home_weakest", show=False, programme=PROGRAMME),
        }
    there = await filters.options(page)
    return await page.render(
        "home",
        title=page.say(
            "Địa phương cụ thể hóa Chương trình vì trẻ em ra sao?",
            "What do localities make of the programme for children?",
        ),
        figures=kept["figures"],
        levels=await _listed(page, "home_levels", kept["levels"]),
        weakest=kept["weakest"],
        years=await _listed(page, "home_years", kept["years"]),
        latest=await page.query("home_latest"),
        findings=await page.query("home_findings"),
        due=await page.query("home_due", show=False, today=today),
        there=there,
        today=today,
    )


async def _listed(page: Page, name: str, rows: list[Row]) -> list[Row]:
    """Rows that were kept, with their query at the foot of the page all the same."""
    page.used.append((queries.all_queries()[name], {}))
    return rows


def _stamp(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Changes whenever plans or decisions do."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM files), (SELECT coalesce(max(id), 0) FROM reviews), "
        "(SELECT coalesce(max(id), 0) FROM corrections), (SELECT max(offered_at) FROM files)"
    ).fetchone()
    return tuple(row)
