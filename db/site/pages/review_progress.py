"""How far the review is: by person and by plan; plans are given to people here."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from db.site import filters
from db.site.page import Page
from db.site.pages.review import Sent, together
from db.views import words

Row = dict[str, Any]

# Plans on one page.
PLANS = 100

ORDERS = {
    "open": words.Word("", "nhiều điểm chưa rà soát", "nhiều điểm chưa rà soát", "most open findings"),
    "gravity": words.Word("", "nhiều sai sót", "nhiều sai sót", "most errors"),
    "province": words.Word("", "tỉnh, thành phố", "tỉnh, thành phố", "province"),
    "issued": words.Word("", "ngày ban hành, mới trước", "ngày ban hành", "day of the plan, latest first"),
}
ONLY = {"open": words.Word("", "còn điểm chưa rà soát", "chưa xong", "not done yet")}


async def progress(page: Page, sent: Sent | None = None) -> Response:
    """The page; with what was sent, where it was not kept."""
    there = await filters.options(page)
    chosen = filters.read(page, there)
    asked = {
        "who": page.text("who"),
        "level": chosen.level,
        "province": chosen.province,
        "place": chosen.parameters["place"],
        "only": page.choice("only", list(ONLY)),
        "order": page.choice("order", list(ORDERS), "open"),
    }
    number = page.integer("page", 1, 100_000) or 1
    plans = await page.kept("review_plans", asked | {"limit": PLANS, "offset": (number - 1) * PLANS})
    found = plans[0]["found"] if plans else 0
    return await page.render(
        "review_progress",
        status=sent.status if sent else 200,
        title=page.say("Rà soát đến đâu, ai làm gì?", "How far is the review, and who does what?"),
        there=there,
        chosen=chosen,
        asked=asked,
        orders=ORDERS,
        only=ONLY,
        rows=await page.kept("review_people"),
        plans=plans,
        found=found,
        number=number,
        pages=-(-found // PLANS),
        first=(number - 1) * PLANS + 1,
        sent=sent or Sent(),
        given=page.once("given"),
        **await together(page),
    )
