"""Review: a queue of findings, one of them with both sides, decisions with their history. What is sent is taken in `deciding`."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from datasette.utils.asgi import Response
from sqlite_utils import Database

from corpus.laws import number_key
from db.review import decisions
from db.review.visits import VisitError
from db.site import filters, queries
from db.site.evidence import paragraph
from db.site.page import Page
from db.site.pages import page_picture
from db.views import words
from patterns import issuers

Row = dict[str, Any]

# Findings on one page of the queue.
QUEUE = 50

ORDERS = {
    "gravity": words.Word("", "mức độ", "mức độ", "severity"),
    "province": words.Word("", "tỉnh, thành phố", "tỉnh, thành phố", "province"),
    "issued": words.Word("", "ngày ban hành, mới trước", "ngày ban hành", "day of the plan, latest first"),
    "found": words.Word("", "ngày phát sinh, mới trước", "ngày phát sinh", "when it arose, latest first"),
}

# Nobody, where a person is asked for.
NOBODY = "-"

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form brought that was not kept: the page gives all of it back.

    Attributes:
        keys, plans: the findings, and plans, that it was about.
        note, grounds, person: what was written and chosen.
        wordings: what was written for reasons, by their keys.
        many: whether it was the form for many.
        state: what was to be decided, where the page asks whether for all that it shows.
        wrong: why it was not kept.
        status: of the answer.
    """

    keys: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    note: str = ""
    grounds: str = ""
    person: str = ""
    wordings: Mapping[str, str] = field(default_factory=dict)
    many: bool = False
    state: str = ""
    wrong: str = ""
    status: int = 200


async def review(page: Page, sent: Sent | None = None) -> Response:
    """The page; with what was sent, where it was not kept."""
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
        "who": page.text("who"),
        "since": moment(page),
    }
    order = page.choice("order", list(ORDERS), "gravity")
    number = page.integer("page", 1, 1_000_000) or 1
    part = {"limit": QUEUE, "offset": (number - 1) * QUEUE}
    if order == "gravity":
        queue = await page.query("review_queue", asked | part)
    else:
        queue = await page.query("review_queue_by", asked | part, order=order)
    # The state and the severity are what is counted by.
    counts = await page.kept("review_counts", asked | {"state": "", "severity": ""})
    found = sum(row["findings"] for row in counts if _wanted(row, asked))
    key = _chosen(page, sent, queue)
    finding = await one(page, key) if key else None
    if finding is not None:
        key = finding["key"]  # that of a reason leads to its finding
    elif key:
        page.notes.append(page.say("Điểm được chọn không còn xuất hiện.", "The chosen finding is there no more."))
    return await page.render(
        "review",
        status=sent.status if sent else 200,
        title=page.say("Cần rà soát những điểm nào?", "What needs a reviewer's eye?"),
        there=there,
        chosen=chosen,
        rules=rules,
        state=state,
        asked=asked,
        order=order,
        orders=ORDERS,
        queue=queue,
        counts=_counts(counts),
        found=found,
        number=number,
        pages=-(-found // QUEUE),
        first=(number - 1) * QUEUE + 1,
        finding=finding,
        reasons=await page.query("review_reasons", show=False, finding=finding["key"]) if finding else [],
        history=await page.query("review_history", show=False, finding=finding["key"]) if finding else [],
        programme=await asked_by_programme(page, finding) if finding else None,
        piece=await _piece(page, finding) if finding else None,
        before_key=_beside(queue, key, -1),
        after=_beside(queue, key, 1),
        sent=sent or Sent(),
        done=await _done(page),
        seen=await queries.read(page.datasette, _last),
        **await together(page),
    )


def _last(connection: sqlite3.Connection) -> int:
    return decisions.last(Database(connection, recursive_triggers=False))


def _chosen(page: Page, sent: Sent | None, queue: list[Row]) -> str:
    """The finding that is shown: the one that was decided about, that of the address, or the first."""
    asked = page.text("finding")
    if sent is not None and not sent.many and sent.keys:
        return sent.keys[0]
    return asked or (str(queue[0]["key"]) if queue else "")


def moment(page: Page) -> str:
    """Since when the findings that are asked for arose; what is no moment is ignored with a note."""
    given = page.text("since")
    if given and not _MOMENT.fullmatch(given):
        page.notes.append(page.say("Thời điểm phát sinh không đúng dạng; bỏ qua.", "No moment; ignored."))
        return ""
    return given


async def together(page: Page) -> dict[str, Any]:
    """What people who review together want to know: who they are, what they have, what is new for them."""
    people = await page.kept("review_people", show=False)
    me = str(page.request.actor["id"]) if await page.may("review") else ""
    known = {row["person"] for row in people if row["person"]}
    if me:  # the names of accounts are for those who have one
        accounts = page.datasette.kehoach_accounts.names()
        known |= {name for name, roles in accounts.items() if "reviewer" in roles}
    before = await _looked(page) if me else None
    fresh = await page.kept("review_counts", {"since": before}, show=False) if before else []
    now = datetime.now(UTC)
    return {
        "me": me,
        "nobody": NOBODY,
        "people": sorted(known),
        "open_of": {row["person"] or NOBODY: row["open"] for row in people},
        "before": before,
        "fresh": sum(row["findings"] for row in fresh),
        "days": {days: (now - timedelta(days=days)).strftime("%Y-%m-%d") for days in (7, 30)},
    }


async def _looked(page: Page) -> str | None:
    """When the person's visit before this one ended."""
    visits, name = page.datasette.kehoach_visits, str(page.request.actor["id"])
    try:
        before: str | None = await asyncio.to_thread(visits.looked, name)
    except VisitError as error:
        sys.stderr.write(f"{error}\n")
        return None
    return before


async def _done(page: Page) -> Row | None:
    """What the person has just decided, or undone."""
    act = page.once("done")
    found = await page.query("review_act", act=act, show=False) if act else []
    given = page.once("given")
    if not found or found[0]["reviewer"] != (page.request.actor or {}).get("id"):
        return {"given": given} if given else None
    return found[0]


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


async def _piece(page: Page, finding: Row) -> tuple[int, int] | None:
    """The part of a scanned page that a finding is about; `None` where it is not of a scan."""
    if not finding["ocr"] or not finding["page"] or finding["quote_start"] is None:
        return None
    places = await page.query("page_places", plan=finding["plan"], show=False)
    return page_picture.piece(places, finding["page"], finding["quote_start"])


async def asked_by_programme(page: Page, finding: Row) -> dict[str, Any]:
    """What the programme asks for the measure of a finding: its own sentence where its document was loaded, else its levels."""
    if not finding["measure"]:
        return {"sentence": None, "levels": []}
    given = {"programme": finding["compared"], "measure": finding["measure"]}
    sentences = await page.query(
        "programme_sentence",
        given,
        show=False,
        year=finding["programme_year"],
        number=number_key(finding["programme_number"]),
        issuer=issuers.identity(finding["programme_issuer"]),
    )
    return {
        "sentence": sentences[0] if sentences else None,
        "levels": await page.query("programme", given, show=False),
    }
