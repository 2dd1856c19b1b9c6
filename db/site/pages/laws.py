"""Laws: the documents that plans cite, and one of them with who cites it, with which dates, and what replaced it."""

from __future__ import annotations

import json
from typing import Any

from datasette.utils.asgi import Response

from corpus.laws import number_key
from db.site.page import Page, nearest
from patterns.fold import fold, slug

Row = dict[str, Any]

LAWS, CITATIONS = 200, 200


async def laws(page: Page) -> Response:
    """The list, the most cited first."""
    words = page.text("words")
    number = page.integer("page", 1, 100_000) or 1
    asked = fold(words) if any(c.isdigit() for c in words) else words.lower()
    rows = await page.query("law_list", words=asked, limit=LAWS, offset=(number - 1) * LAWS)
    found = rows[0]["found"] if rows else 0
    return await page.render(
        "laws",
        title=page.say("Các kế hoạch viện dẫn những văn bản nào?", "Which documents do the plans cite?"),
        rows=rows,
        asked=words,
        found=found,
        number=number,
        pages=-(-found // LAWS),
        first=(number - 1) * LAWS + 1,
    )


async def law(page: Page, name: str) -> Response:
    """One document: by the key of the register, its number, or its name."""
    number = page.integer("page", 1, 100_000) or 1
    dated = page.text("dated")
    asked = await _named(page, name)
    register = [_with_lists(row) for row in await page.query("law_register", asked)]
    dates = await page.query("law_dates", number=asked["number"], name=asked["name"])
    if not register and not dates:
        return await _missing(page, name)
    cited = {"number": asked["number"], "name": asked["name"], "dated": dated}
    citations = await page.query("law_citations", cited, limit=CITATIONS, offset=(number - 1) * CITATIONS)
    known = register[0] if register else {}
    title = known.get("number") or known.get("name") or next((row["number"] or row["name"] for row in citations), name)
    found = citations[0]["found"] if citations else 0
    return await page.render(
        "law",
        title=title,
        register=register,
        registered={row["issued_on"] for row in register},
        dates=dates,
        dated=dated,
        citations=citations,
        found=found,
        number=number,
        pages=-(-found // CITATIONS),
        first=(number - 1) * CITATIONS + 1,
    )


def _with_lists(row: Row) -> Row:
    return row | {name: json.loads(row[name] or "[]") for name in ("replaces", "amendments")}


async def _named(page: Page, name: str) -> dict[str, str]:
    """Key, folded number and name that an address means."""
    by_key = await page.query("law_register", show=False, key=name)
    if by_key:
        return {"key": name, "number": by_key[0]["number_key"] or "", "name": by_key[0]["name"] or ""}
    names = [row["name"] for row in await page.query("law_names", show=False)]
    said = next((one for one in names if slug(one) == name), "")
    return {"key": "", "number": "" if said else number_key(name.replace("-", " ")) or "", "name": said}


async def _missing(page: Page, name: str) -> Response:
    listed = await page.query("law_list", show=False, limit=3000)
    known = {slug(row["law"]): row["cited"] for row in listed}
    near = [(page.url(f"/laws/{key}"), known[key]) for key in nearest(name.replace("-", " "), known)]
    return await page.missing(page.say("văn bản", "document"), name, near)
