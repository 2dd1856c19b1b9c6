"""Home: what is in the database, the cascade at a glance, what is new, where to start."""

from __future__ import annotations

from datetime import UTC, datetime

from datasette.utils.asgi import Response

from db.site import filters
from db.site.page import Page


async def home(page: Page) -> Response:
    """The page; its figures count everything, so they are kept until the database changes."""
    today = datetime.now(UTC).date().isoformat()
    there = await filters.options(page)
    programme = page.programme()
    asked = {"programme": programme["id"]}
    return await page.render(
        "home",
        title=page.say(
            "Địa phương cụ thể hóa các chương trình ra sao?",
            "What do localities make of the programmes?",
        ),
        figures=(await page.kept("home_figures", show=False))[0],
        programme=programme,
        levels=await page.kept("home_levels", asked),
        weakest=await page.kept("home_weakest", asked, show=False),
        years=await page.kept("home_years"),
        latest=await page.query("home_latest"),
        findings=await page.query("home_findings"),
        due=await page.query("home_due", show=False, today=today),
        there=there,
        today=today,
    )
