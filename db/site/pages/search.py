"""Search: plans, records and their sentences; accents are not needed; found words in their context, plan by plan."""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import Response
from markupsafe import Markup

from db.site import filters
from db.site.page import Page, emphasised
from db.views import search as words_
from patterns.fold import fold, fold_same_length, slug

Row = dict[str, Any]

# Plans on one page, and places of each that are shown.
PLANS, PLACES = 20, 4

# Characters around a found place.
_AROUND = 110


async def search(page: Page) -> Response:
    """The page."""
    asked = page.text("q")
    there = await filters.options(page)
    chosen = filters.read(page, there)
    number = page.integer("page", 1, 100_000) or 1
    match = words_.match_phrases(asked)
    only: dict[str, Any] = {"level": chosen.level, "province": chosen.province}
    found = (await page.query("search_count", show=False, match=match, **only))[0]["plans"] if match else 0
    loose = False
    if match and not found and words_.match_words(asked) != match:
        match, loose = words_.match_words(asked), True
        found = (await page.query("search_count", show=False, match=match, **only))[0]["plans"]
    plans = (
        await page.query("search_plans", match=match, limit=PLANS, offset=(number - 1) * PLANS, **only) if found else []
    )
    contexts = await _contexts(page, plans, asked) if plans else {}
    return await page.render(
        "search",
        title=page.say(f"Tìm: {asked}", f"Search: {asked}")
        if asked
        else page.say("Tìm trong kế hoạch", "Search the plans"),
        q=asked,
        there=there,
        chosen=chosen,
        plans=plans,
        contexts=contexts,
        names=await _names(page, asked) if match else [],
        found=found,
        loose=loose,
        number=number,
        pages=-(-found // PLANS),
        first=(number - 1) * PLANS + 1,
        places=PLACES,
    )


async def _names(page: Page, asked: str) -> list[tuple[str, str]]:
    """Measures, agencies and laws that bear what was asked for in their names: address and name of each."""
    out = []
    asks = [
        (one, row) for one in page.programmes for row in await page.query("programme", show=False, programme=one["id"])
    ]
    for one, row in asks:
        known = fold(f"{row['short_vi']} {row['name_vi']} {row['name_en']}")
        entry = (
            page.url(f"/measures/{row['measure']}", programme=one["id"]),
            f"{row['measure']} {page.say(row['short_vi'], row['name_en'])}"
            + (f" ({page.say(one['decision_vi'], one['decision_en'])})" if len(page.programmes) > 1 else ""),
        )
        if (f" {fold(asked)} " in f" {known} " or asked == row["measure"]) and entry not in out:
            out.append(entry)
    found = await page.query("search_names", show=False, words=slug(asked))
    address = {"agency": "/agencies/", "law": "/laws/"}
    return [*out[:6], *((page.url(f"{address[row['kind']]}{row['id']}"), row["name"]) for row in found)]


async def _contexts(page: Page, plans: list[Row], asked: str) -> dict[str, Row]:
    """For each plan the places of what was asked for: `shown` (as HTML, with the records that they stand in) and how many `more`."""
    documents = json.dumps([row["id"] for row in plans])
    texts = {row["document"]: row for row in await page.query("search_texts", show=False, documents=documents)}
    records: dict[str, list[Row]] = defaultdict(list)
    for row in await page.query("search_records", show=False, documents=documents):
        records[row["document"]].append(row)
    out = {}
    for plan in plans:
        one = texts.get(plan["id"])
        found = words_.places(one["words"], asked) if one else []
        text = one["text"] if one else ""
        first = sorted(_apart(text, found), key=lambda place: (-place.said, not _as_typed(text, place.place, asked)))
        out[plan["plan"]] = {
            "title": emphasised(
                plan["title"] or plan["plan"], words_.places(fold_same_length(plan["title"] or ""), asked)
            ),
            "shown": [
                {
                    "number": one_.number,
                    "html": _context(text, one_.place, found),
                    "records": _in(records[plan["id"]], one_.place),
                }
                for one_ in first[:PLACES]
            ],
            "more": max(0, len(first) - PLACES),
        }
    return out


@dataclass(frozen=True, slots=True)
class _Place:
    """The first place of a paragraph: its number among all, and how many different words the paragraph says."""

    number: int
    place: tuple[int, int]
    said: int


def _apart(text: str, found: list[tuple[int, int]]) -> list[_Place]:
    """Places one a paragraph."""
    groups: list[list[int]] = []
    for number, place in enumerate(found):
        if groups and "\n" not in text[found[groups[-1][0]][0] : place[0]]:
            groups[-1].append(number)
        else:
            groups.append([number])
    return [
        _Place(group[0], found[group[0]], len({fold(text[slice(*found[number])]) for number in group}))
        for group in groups
    ]


def _as_typed(text: str, place: tuple[int, int], asked: str) -> bool:
    """Whether a place reads as it was typed, accents and all."""
    said = unicodedata.normalize("NFC", asked).casefold()
    return text[place[0] : place[1]].casefold() in said or said in text[place[0] : place[1]].casefold()


def _context(text: str, place: tuple[int, int], found: list[tuple[int, int]]) -> Markup:
    """The words around a place, within its paragraph, all found words in them marked."""
    begin = max(text.rfind("\n", 0, place[0]) + 1, place[0] - _AROUND)
    end = text.find("\n", place[1])
    end = min(len(text) if end < 0 else end, place[1] + _AROUND)
    if begin > 0 and text[begin - 1] != "\n":
        begin = text.find(" ", begin, place[0]) + 1 or begin
    if end < len(text) and text[end] != "\n":
        space = text.rfind(" ", place[1], end)
        end = space if space > 0 else end
    inside = [(start - begin, stop - begin) for start, stop in found if begin <= start and stop <= end]
    left = "… " if begin > 0 and text[begin - 1] != "\n" else ""
    right = " …" if end < len(text) and text[end] != "\n" else ""
    return Markup("{}{}{}").format(left, emphasised(text[begin:end], inside), right)


def _in(records: list[Row], place: tuple[int, int]) -> list[Row]:
    """The records that a place stands in, the narrowest first, one a kind."""
    holding = [
        row
        for row in records
        if row["quote_start"] is not None and row["quote_start"] <= place[0] and place[1] <= row["quote_end"]
    ]
    holding.sort(key=lambda row: row["quote_end"] - row["quote_start"])
    seen: dict[str, Row] = {}
    for row in holding:
        seen.setdefault(row["kind"], row)
    return list(seen.values())
