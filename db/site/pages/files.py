"""Files that were ever offered: what became of each, and why some failed; the corrections in force; help."""

from __future__ import annotations

import json

from datasette.utils.asgi import Response

from db.site.page import Page
from db.views import words

FILES = 200


async def files(page: Page) -> Response:
    """The list, what wants attention first."""
    outcome = page.choice("outcome", list(words.RESULTS))
    number = page.integer("page", 1, 100_000) or 1
    rows = await page.query("file_list", outcome=outcome, limit=FILES, offset=(number - 1) * FILES)
    found = rows[0]["found"] if rows else 0
    return await page.render(
        "files",
        title=page.say("Tệp nào đã nạp, tệp nào lỗi và vì sao?", "Which files were loaded, which failed and why?"),
        rows=rows,
        outcome=outcome,
        found=found,
        number=number,
        pages=-(-found // FILES),
        first=(number - 1) * FILES + 1,
        questions=await page.query("version_question_list"),
        outside=await page.query("outside_list"),
    )


async def corrections(page: Page) -> Response:
    """What reviewers have corrected."""
    rows = await page.query("correction_list")
    return await page.render(
        "corrections",
        title=page.say("Dữ liệu nào đã được sửa?", "What has been corrected?"),
        rows=[row | {"value": json.loads(row["value"]), "extracted": json.loads(row["extracted"])} for row in rows],
    )


async def help_(page: Page) -> Response:
    """How to read the signs, and how to do what one came for."""
    return await page.render("help", title=page.say("Trợ giúp", "Help"))
