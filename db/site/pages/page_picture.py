"""A page of an original as a picture, whole or the piece around a sentence: what a machine has read there can be looked at."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from typing import Any

from datasette.utils.asgi import Response

from db.site.exports import headers
from db.site.page import Page
from db.site.pages.plan import missing
from db.site.pages.plans import original

Row = dict[str, Any]

# How much of a page is shown above and below a sentence, in thousandths of its height.
_AROUND = 190
# Drawn at once, and seconds that one may take.
_TURNS = asyncio.Semaphore(2)
_PATIENCE = 30


async def picture(page: Page, slug: str, number: str) -> Response:
    """The picture."""
    found = await page.query("plan", plan=slug, show=False)
    if not found:
        return await missing(page, slug)
    top, bottom = page.integer("from", 0, 999), page.integer("to", 1, 1000)
    files = await page.query("plan_files", plan=slug, show=False)
    data, _ = await asyncio.get_running_loop().run_in_executor(
        page.datasette.executor, lambda: original(page.datasette.kehoach_path, files, found[0]["sha256"])
    )
    drawn = await _drawn(data, number, str(top or 0), str(bottom or 1000)) if data else b""
    if not drawn:
        title = page.say("Không có ảnh của trang này", "There is no picture of this page")
        why = page.say(
            "Tệp gốc đã được chuyển đi hoặc thay đổi, không có trang này, hoặc không phải PDF hay ảnh.",
            "The file was moved or changed, has no such page, or is neither PDF nor picture.",
        )
        return await page.render("refused", status=404, title=title, message=why)
    said = headers(f"{slug}-trang-{number}.png") | {"cache-control": "private, max-age=3600"}
    said["content-disposition"] = said["content-disposition"].replace("attachment", "inline")
    return Response(drawn, headers=said, content_type="image/png")


async def _drawn(data: bytes, *asked: str) -> bytes:
    """What the process that draws gives; nothing where it cannot."""
    async with _TURNS:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "db.views.page_picture", *asked,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            drawn, _ = await asyncio.wait_for(process.communicate(data), _PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()
            return b""
    return drawn if process.returncode == 0 else b""


def piece(places: Sequence[Row], number: int, start: int) -> tuple[int, int]:
    """From where to where (thousandths of its height) the part of a page is that has a place of the text, judged by what else stands on it.

    >>> pages = [{"page": 1, "first": 100, "last": 900, "characters": 3000}, {"page": 2, "first": 1100, "last": 1900, "characters": 3000}]
    >>> piece(pages, 2, 1500), piece(pages, 1, 10), piece(pages, 2, 2990)
    ((60, 440), (0, 380), (620, 1000))
    """
    before = [row["last"] for row in places if row["page"] < number]
    behind = [row["first"] for row in places if row["page"] > number]
    own = next((row for row in places if row["page"] == number), {"first": start, "last": start})
    begins = (max(before) + min(own["first"], start)) / 2 if before else 0
    ends = (min(behind) + max(own["last"], start)) / 2 if behind else places[0]["characters"] if places else start
    at = 1000 * (start - begins) / max(1, ends - begins)
    top = round(min(max(0, at - _AROUND), 1000 - 2 * _AROUND))
    return top, top + 2 * _AROUND
