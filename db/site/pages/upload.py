"""Upload: staff bring files or an archive, see what becomes of each, and take the list of what failed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from datasette.utils.asgi import Response

from db.site import shown, uploads
from db.site.exports import TYPES, headers
from db.site.page import Page
from db.site.uploads import BadArchive, TooLarge, Upload
from db.views import words
from db.views.spreadsheet import BYTE_ORDER_MARK, csv_of


async def upload(page: Page) -> Response:
    """Where files are dropped, and the uploads of before."""
    if not await page.may("upload"):
        return await page.refuse(page.say("Cần đăng nhập với vai trò tải lên.", "Sign in as staff first."))
    return await page.render(
        "upload",
        title=page.say("Tải kế hoạch lên", "Upload plans"),
        latest=uploads.latest(page.datasette.kehoach_path),
        largest=uploads.LARGEST_FILE,
        most=uploads.MOST_FILES,
    )


async def new(page: Page) -> Response:
    """Begins an upload."""
    refused = await _refused(page)
    if refused:
        return refused
    made = Upload.new(page.datasette.kehoach_path, str(page.request.actor["id"]))
    return Response.json({"id": made.id})


async def file(page: Page, identity: str) -> Response:
    """Takes one file of an upload: its bytes are the body, its name is `?name=`."""
    refused = await _refused(page)
    if refused:
        return refused
    found = Upload.with_id(page.datasette.kehoach_path, identity)
    if found is None:
        return Response.json({"error": page.say("không có lần tải này", "no such upload")}, status=404)
    length = page.request.headers.get("content-length", "")
    if length.isdigit() and int(length) > uploads.LARGEST_FILE:
        return _too_large(page, f"{uploads.LARGEST_FILE // 2**20} MB mỗi tệp / a file")
    try:
        path = await found.keep(page.text("name") or "tep", _body(page))
        holds_files = path.suffix.lower() in (".zip", ".eml")
        inside = await asyncio.to_thread(found.unpack, path) if holds_files else 1
    except TooLarge as error:
        return _too_large(page, str(error))
    except BadArchive as error:
        return Response.json({"error": str(error)}, status=400)
    return Response.json({"name": path.name, "files": inside})


def _too_large(page: Page, limit: str) -> Response:
    message = page.say(f"Vượt giới hạn: {limit}.", f"Over the limit: {limit}.")
    return Response.json({"error": message, "limit_bytes": uploads.LARGEST_FILE}, status=413)


async def _body(page: Page) -> AsyncIterator[bytes]:
    more = True
    while more:
        message = await page.request.receive()
        if message["type"] == "http.disconnect":
            raise ConnectionError("the upload was broken off")
        yield message.get("body", b"")
        more = message.get("more_body", False)


async def start(page: Page, identity: str) -> Response:
    """Loads what has come in, in the background; again where it was interrupted."""
    refused = await _refused(page)
    if refused:
        return refused
    found = Upload.with_id(page.datasette.kehoach_path, identity)
    if found is None:
        return Response.json({"error": page.say("không có lần tải này", "no such upload")}, status=404)
    if found.progress()["state"] in ("new", "stopped", "done"):
        found.start(page.datasette.kehoach_path)
        page.log("uploaded", about=found.id, more=str(len(found.files())))
    if "json" in page.request.headers.get("accept", ""):
        return Response.json({"id": found.id})
    return page.redirect(page.url(f"/upload/{found.id}"))


async def one(page: Page, identity: str) -> Response:
    """What became of the files of one upload."""
    if not await page.may("upload"):
        return await page.refuse(page.say("Cần đăng nhập với vai trò tải lên.", "Sign in as staff first."))
    found = Upload.with_id(page.datasette.kehoach_path, identity)
    if found is None:
        return await page.missing(
            page.say("lần tải lên", "upload"), identity, [(page.url("/upload"), page.say("Tải lên", "Upload"))]
        )
    progress = found.progress()
    slugs = sorted({one["slug"] for one in progress["files"] if one.get("slug")})
    versions = await page.query("upload_versions", show=False, plans=json.dumps(slugs))
    return await page.render(
        "upload_one",
        title=page.say("Kết quả tải lên", "What became of the files"),
        upload=progress,
        versions={row["plan"]: row for row in versions},
    )


async def errors(page: Page, identity: str) -> Response:
    """The files that failed, and why, as a list for Excel."""
    if not await page.may("upload"):
        return await page.refuse(page.say("Cần đăng nhập với vai trò tải lên.", "Sign in as staff first."))
    found = Upload.with_id(page.datasette.kehoach_path, identity)
    if found is None:
        return await page.missing(
            page.say("lần tải lên", "upload"), identity, [(page.url("/upload"), page.say("Tải lên", "Upload"))]
        )
    rows = found.progress()["files"]
    heads = (
        page.say("Tệp", "File"),
        page.say("Kết quả", "Outcome"),
        page.say("Lý do và cách xử lý", "Why, and what to do"),
    )
    lines = (
        (row["name"], page.word(words.RESULTS, row["result"]), shown.half(row["message"], page.lang))
        for row in rows
        if row["result"] in ("failed", "waiting")
    )
    told = BYTE_ORDER_MARK + csv_of([heads, *lines])
    return Response(told, headers=headers(f"loi-{identity}.csv"), content_type=TYPES["csv"])


async def _refused(page: Page) -> Response | None:
    """Why nothing is taken, where it is not."""
    if page.request.method != "POST":
        return Response.json({"error": "POST"}, status=405)
    if not await page.may("upload"):
        return Response.json(
            {"error": page.say("cần đăng nhập với vai trò tải lên", "sign in as staff first")}, status=403
        )
    return None
