"""Home: what is in the database, the cascade at a glance, what is new, where to start."""

from __future__ import annotations

from datetime import UTC, datetime

from datasette.utils.asgi import Response

from db.site import filters
from db.site.page import Page
from db.site.pages.compare import PROGRAMME, compared


async def home(page: Page) -> Response:
    """The page; its figures count everything, so they are kept until the database changes."""
    today = datetime.now(UTC).date().isoformat()
    there = await filters.options(page)
    return await page.render(
        "home",
        title=page.say(
            "Địa phương cụ thể hóa Chương trình vì trẻ em ra sao?",
            "What do localities make of the programme for children?",
        ),
        figures=(await page.kept("home_figures", show=False))[0],
        programme=await compared(page),
        levels=await page.kept("home_levels"),
        weakest=await page.kept("home_weakest", {"programme": PROGRAMME}, show=False),
        years=await page.kept("home_years"),
        latest=await page.query("home_latest"),
        findings=await page.query("home_findings"),
        due=await page.query("home_due", show=False, today=today),
        there=there,
        today=today,
    )
