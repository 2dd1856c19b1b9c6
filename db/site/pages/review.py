"""Review: a queue of findings, one of them with both sides, decisions with their history, one at a time or many."""

from __future__ import annotations

import sqlite3
from typing import Any
from urllib.parse import parse_qs, urlencode

from datasette.utils.asgi import Response
from sqlite_utils import Database

from db.review import decisions
from db.schema.database import transaction
from db.site import filters, queries
from db.site.evidence import paragraph
from db.site.page import Page
from db.views import words

Row = dict[str, Any]

# Findings on one page of the queue.
QUEUE = 50

# What one request may decide at most: a page and a few more.
_MOST = 500


async def review(page: Page) -> Response:
    """The page."""
    there = await filters.options(page)
    rules = await page.query("review_rules", show=False)
    chosen = filters.read(page, there)
    state = page.choice("state", [*words.REVIEW_STATES, "all"], "open")
    asked = {
        "state": "" if state == "all" else state,
        "severity": page.choice("severity", list(words.SEVERITIES)),
        "rule": page.choice("rule", [rule["code"] for rule in rules]),
        "plan": page.text("plan"),
        "programme": page.choice("programme", [row["id"] for row in page.programmes]),
        "level": chosen.level,
        "province": chosen.province,
        "place": chosen.parameters["place"],
    }
    number = page.integer("page", 1, 1_000_000) or 1
    queue = await page.query("review_queue", **asked, limit=QUEUE, offset=(number - 1) * QUEUE)
    # The state and the severity are what is counted by.
    counts = await page.kept("review_counts", asked | {"state": "", "severity": ""})
    key = page.text("finding") or (queue[0]["key"] if queue else "")
    finding = await one(page, key) if key else None
    if finding is not None:
        key = finding["key"]  # that of a reason leads to its finding
    elif key:
        page.notes.append(page.say("Điểm được chọn không còn xuất hiện.", "The chosen finding is there no more."))
    return await page.render(
        "review",
        title=page.say("Cần rà soát những điểm nào?", "What needs a reviewer's eye?"),
        there=there,
        chosen=chosen,
        rules=rules,
        state=state,
        asked=asked,
        queue=queue,
        counts=_counts(counts),
        found=sum(row["findings"] for row in counts if _wanted(row, asked)),
        number=number,
        pages=-(-sum(row["findings"] for row in counts if _wanted(row, asked)) // QUEUE),
        first=(number - 1) * QUEUE + 1,
        finding=finding,
        reasons=await page.query("review_reasons", show=False, finding=finding["key"]) if finding else [],
        history=await page.query("review_history", show=False, finding=finding["key"]) if finding else [],
        before=_beside(queue, key, -1),
        after=_beside(queue, key, 1),
    )


def _wanted(row: Row, asked: Row) -> bool:
    return asked["severity"] in ("", row["severity"]) and asked["state"] in ("", row["state"])


def _counts(rows: list[Row]) -> dict[str, dict[str, int]]:
    """How many findings by state, and by severity."""
    states = dict.fromkeys((*words.REVIEW_STATES, "all"), 0)
    severities = dict.fromkeys(words.SEVERITIES, 0)
    for row in rows:
        states[row["state"]] = states.get(row["state"], 0) + row["findings"]
        states["all"] += row["findings"]
        severities[row["severity"]] = severities.get(row["severity"], 0) + row["findings"]
    return {"states": states, "severities": severities}


def _beside(queue: list[Row], key: str, step: int) -> str:
    keys = [row["key"] for row in queue]
    at = keys.index(key) + step if key in keys else -1
    return str(keys[at]) if 0 <= at < len(keys) else ""


async def one(page: Page, key: str) -> Row | None:
    """A finding with its paragraph."""
    found = await page.query("review_finding", show=False, finding=key)
    if not found:
        return None
    row = found[0]
    row["paragraph"] = paragraph(row["before"], row["quote"], row["after"]) if row["before"] is not None else None
    return row


# --- deciding --------------------------------------------------------------------------------------------------------


async def decide(page: Page) -> Response:
    """Keeps decisions about one finding or many, and leads back to the queue."""
    if page.request.method != "POST":
        return page.redirect(page.url("/review"))
    if not await page.may("review"):
        return await page.refuse(page.say("Cần đăng nhập với vai trò rà soát.", "Sign in as a reviewer first."))
    sent = parse_qs((await page.request.post_body()).decode("utf-8", "replace"), keep_blank_values=True)
    keys = list(dict.fromkeys(sent.get("finding", ())))[:_MOST]
    state = (sent.get("state") or [""])[0]
    note = " ".join((sent.get("note") or [""])[0].split())[:2000] or None
    reviewer = str(page.request.actor["id"])

    def keep(connection: sqlite3.Connection) -> int:
        db = Database(connection, recursive_triggers=False)
        with transaction(db):
            for key in keys:
                decisions.decide(db, key, state, note=note, reviewer=reviewer)
        return len(keys)

    try:
        await queries.write(page.datasette, keep)
    except decisions.ReviewError as error:
        return await page.render(
            "refused", status=400, title=page.say("Không ghi được", "Not kept"), message=str(error)
        )
    page.log("decided", about=" ".join(keys), more=state)
    return page.redirect(_back(page, sent))


def _back(page: Page, sent: dict[str, list[str]]) -> str:
    """The queue as it was, at the finding that follows."""
    kept = parse_qs((sent.get("back") or [""])[0], keep_blank_values=False)
    given = {name: values[0] for name, values in kept.items() if name not in ("finding",)}
    following = (sent.get("next") or [""])[0]
    if following:
        given["finding"] = following
    return f"{page.datasette.urls.path('/review')}{'?' + urlencode(given) if given else ''}"
