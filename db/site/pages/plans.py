"""The list of plans, and the original file of one."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from corpus import names
from corpus.files import sha256
from db.site import filters
from db.site.page import SECURITY, Page
from db.site.pages.plan import missing
from db.site.picked import MOST, picked

Row = dict[str, Any]

PLANS = 100

# What a browser shows by itself without running anything; everything else is for keeping.
_SHOWN = {
    "application/pdf": "application/pdf",
    "text/plain": "text/plain; charset=utf-8",
    "text/markdown": "text/plain; charset=utf-8",
}


async def plans(page: Page) -> Response:
    """The page."""
    there = await filters.options(page)
    chosen = filters.read(page, there)
    number = page.integer("page", 1, 100_000) or 1
    rows = await page.query("plan_list", **chosen.parameters, limit=PLANS, offset=(number - 1) * PLANS)
    found = rows[0]["found"] if rows else 0
    return await page.render(
        "plans",
        title=page.say("Có những kế hoạch nào?", "Which plans are there?"),
        there=there,
        chosen=chosen,
        kinds=filters.KINDS,
        units=filters.UNITS,
        rows=rows,
        found=found,
        number=number,
        pages=-(-found // PLANS),
        first=(number - 1) * PLANS + 1,
        picked=await picked(page),
        most=MOST,
    )


async def file(page: Page, slug: str) -> Response:
    """The original file of a plan, where it is still there and unchanged."""
    found = await page.query("plan", plan=slug, show=False)
    if not found:
        return await missing(page, slug)
    head = found[0]
    files = await page.query("plan_files", plan=slug, show=False)
    data, name = await asyncio.get_running_loop().run_in_executor(
        page.datasette.executor, lambda: original(page.datasette.kehoach_path, files, head["sha256"])
    )
    if data is None:
        return await page.render(
            "refused",
            status=404,
            title=page.say("Tệp gốc không còn", "The original file is gone"),
            message=page.say(
                "Tệp đã được chuyển đi hoặc thay đổi sau khi nạp; toàn văn vẫn xem được ở trang kế hoạch.",
                "It was moved or changed after it was loaded; the text can still be read on the plan's page.",
            ),
        )
    kind = head["media_type"] or ""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name)
    if _SHOWN.get(kind, "").endswith("utf-8") and not _is_utf8(data):
        kind = ""
    disposition = "inline" if kind in _SHOWN else "attachment"
    # The frame of a PDF is drawn by the browser itself: it needs none of what the pages may do.
    headers = {
        **SECURITY,
        "content-disposition": f'{disposition}; filename="{plain}"',
        "content-security-policy": "sandbox",
    }
    if kind == "application/pdf":
        headers["content-security-policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return Response(data, headers=headers, content_type=_SHOWN.get(kind, "application/octet-stream"))


def original(database: Path, files: list[Row], digest: str) -> tuple[bytes | None, str]:
    """The bytes that were loaded, from where they were loaded; paths count from here or from the database."""
    for row in files:
        for path in (Path(row["path"]), database.parent / row["path"]):
            there = names.on_disk(path)
            try:
                data = there.read_bytes() if there is not None else b""
            except OSError:
                continue
            if sha256(data) == digest:
                return data, path.name
    return None, ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
