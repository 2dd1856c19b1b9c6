"""A plan: its head, its text with records highlighted and findings in the margin, its records in tables, its place in the cascade."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from datasette.utils.asgi import Response

from db.comparison.diff_words import when
from db.site import addresses, highlight, shown
from db.site.highlight import Block, Mark
from db.site.page import Page
from db.site.pages import beside, progress
from db.views import words
from db.views.search import places
from patterns.fold import fold_same_length

Row = dict[str, Any]

TABS = {
    "text": ("Nội dung", "Text"),
    "targets": ("Chỉ tiêu", "Targets"),
    "deadlines": ("Thời hạn", "Deadlines"),
    "citations": ("Văn bản viện dẫn", "Citations"),
    "duties": ("Phân công", "Duties"),
    "findings": ("Rà soát", "Findings"),
    "progress": ("Kết quả", "Progress"),
    "source": ("Nguồn", "Source"),
}


async def plan(page: Page, slug: str) -> Response:
    """The page of a plan, one tab of it."""
    found = await page.query("plan", plan=slug, show=False)
    if not found:
        return await missing(page, slug)
    head = found[0]
    tab = page.choice("tab", list(TABS), "text")
    links = await page.query("plan_links", plan=slug, show=tab == "source")
    context = await _TAB[tab](page, head)
    counts = {
        "targets": head["targets"], "deadlines": head["deadlines"], "citations": head["legal_refs"], "duties": head["assignments"],
        "findings": head["findings"], "progress": head["reached"] or head["results"],
    }  # fmt: skip
    return await page.render(
        f"plan_{tab}",
        title=head["title"] or head["number"] or slug,
        plan=head,
        links=_by_side(links),
        carried=await page.query("plan_programmes", plan=slug, show=tab == "source"),
        tab=tab,
        tabs=[(code, page.say(*names), counts.get(code)) for code, names in TABS.items()],
        **context,
    )


async def missing(page: Page, slug: str) -> Response:
    """An address of before leads to the plan; an unknown one to those that come near."""
    known = await page.query("plan_addresses", show=False)
    for row in known:
        if slug in (row["plain_slug"], row["id"]) or slug.casefold() == row["slug"]:
            return page.redirect(page.url(f"/plans/{row['slug']}"), status=302)
    near = [(page.url(f"/plans/{other}"), words) for other, words in addresses.near(slug, known)]
    return await page.missing(page.say("kế hoạch", "plan"), slug, near)


def _by_side(links: list[Row]) -> dict[str, list[Row]]:
    sides: dict[str, list[Row]] = defaultdict(list)
    for row in links:
        sides[row["side"]].append(row)
    return sides


# What is highlighted in the text, and the query of its records.
_HIGHLIGHTED = (
    ("target", "targets"), ("result", "results"), ("deadline", "deadlines"), ("legal", "citations"), ("duty", "duties"),
)  # fmt: skip


# --- the text --------------------------------------------------------------------------------------------------------


async def _text(page: Page, head: Row) -> dict[str, Any]:
    asked = {"plan": head["slug"]}
    text = (await page.query("plan_text", **asked))[0]["text"]
    records = {kind: await page.query(f"plan_{name}", **asked) for kind, name in _HIGHLIGHTED}
    findings = await page.query("plan_findings", **asked)
    warnings = await page.query("plan_warnings", **asked)
    sections = await page.query("plan_sections", show=False, **asked)
    entries = {kind: _entries(page, kind, rows) for kind, rows in records.items()}
    marks = [mark for kind, rows in entries.items() for mark in _marks(kind, rows)]
    marks += [
        Mark(start=row["quote_start"], end=row["quote_end"], kind="warning", title=row["message"])
        for row in warnings
        if row["quote_start"] is not None
    ]
    marks += _sought(text, page.text("q"))
    headings = {
        row["text_start"]: (min(3, row["path"].count(".") + 1), f"s-{row['path']}") for row in sections if row["path"]
    }
    blocks = highlight.blocks(text, marks, headings)
    return {
        "blocks": blocks,
        "notes_by_block": _margin(blocks, findings),
        "loose": [row for row in findings if row["quote_start"] is None],
        "entries": entries,
        "outline": [row for row in sections if row["path"].count(".") < 2],
        "q": page.text("q"),
    }


def _entries(page: Page, kind: str, rows: list[Row]) -> list[Row]:
    """The entries of the side list: records of one place together, each with a label."""
    places: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        if row["quote_start"] is not None:
            places[row["quote_start"], row["quote_end"]].append(row)
    return [
        {
            "start": start,
            "end": end,
            "keys": tuple(row["key"] for row in group),
            "key": group[0]["key"],
            "items": group,
            "label": _label(page, kind, group),
            "badge": _badge(kind, group),
            "stance": _gravest(group) if kind == "target" else "",
        }
        for (start, end), group in places.items()
    ]


def _label(page: Page, kind: str, group: list[Row]) -> str:
    first = group[0]
    if kind == "target":
        name = f"{first['measure']}: " if first["measure"] else ""
        values = "; ".join(
            " ".join(
                part for part in (str(row["year"] or ""), shown.value(row, lang=page.lang), row["subgroup"]) if part
            )
            for row in group
        )
        return f"{name}{values}".strip() or shown.shorten(first["quote"], 60)
    if kind == "result":
        name = f"{first['measure']}: " if first["measure"] else ""
        return name + "; ".join(f"{row['of_year'] or ''} {shown.value(row, lang=page.lang)}".strip() for row in group)
    if kind == "deadline":
        return "; ".join(deadline_words(page, row) for row in group)
    if kind == "legal":
        return first["number"] or first["name"] or shown.shorten(first["quote"], 60)
    return "; ".join(json.loads(first["agencies"] or "[]")) or shown.shorten(first["quote"], 60)


def deadline_words(page: Page, row: Row) -> str:
    """When a deadline is due, in words: `trước 20/11 hằng năm`, `tháng 10/2023–12/2023`."""
    return when(row, page.lang)


def _badge(kind: str, group: list[Row]) -> str:
    if kind == "target":
        stance = words.STANCES.get(_gravest(group))
        return f"{stance.sign if stance else ''}{group[0]['measure'] or 'CT'}"
    return {"result": "KQ", "deadline": "TH", "legal": "VB", "duty": "PC"}[kind]


def _gravest(group: list[Row]) -> str:
    """The stance to show where several values share a sentence: the one that wants attention."""
    found = {row["stance"] for row in group}
    order = ("weaker", "incomparable", "unquantified", "stricter", "equal", "pending", "near")
    return next((stance for stance in order if stance in found), "")


def _marks(kind: str, entries: list[Row]) -> list[Mark]:
    return [
        Mark(
            start=entry["start"],
            end=entry["end"],
            kind=kind,
            keys=entry["keys"],
            badge=entry["badge"],
            badge_class=f"s-{entry['stance']}" if entry["stance"] else "",
            back=f"l-{entry['key']}",
            title=entry["label"],
        )
        for entry in entries
    ]


def _sought(text: str, words_: str) -> list[Mark]:
    """The places of what was searched for."""
    if not words_:
        return []
    return [
        Mark(start=start, end=end, kind="sought", keys=(f"q{number}",))
        for number, (start, end) in enumerate(places(fold_same_length(text), words_))
    ]


def _margin(blocks: list[Block], findings: list[Row]) -> dict[int, list[Row]]:
    """Findings by the block (its offset) where their quote begins."""
    out: dict[int, list[Row]] = defaultdict(list)
    for row in findings:
        if row["quote_start"] is None:
            continue
        block = next((one for one in blocks if one.start <= row["quote_start"] <= one.end), None)
        if block is not None:
            out[block.start].append(row)
    return out


# --- the other tabs --------------------------------------------------------------------------------------------------


async def _targets(page: Page, head: Row) -> dict[str, Any]:
    rows = await page.query("plan_targets", plan=head["slug"])
    said = {row["id"]: row for row in reversed(rows)}
    by_id = {row["id"]: row for row in page.programmes}
    others = [
        row | {"of": by_id[row["programme"]], "said": said[row["target"]]}
        for row in await beside.values(page, [head["id"]])
    ]
    judged = [(row["programme"], row["measure"]) for row in rows if row["cell"]]
    return {
        "rows": rows,
        "others": others,
        "same": await beside.same(page, [*judged, *((row["programme"], row["measure"]) for row in others)]),
    }


async def _deadlines(page: Page, head: Row) -> dict[str, Any]:
    rows = await page.query("plan_deadlines", plan=head["slug"])
    return {"rows": [row | {"when": deadline_words(page, row)} for row in rows]}


async def _citations(page: Page, head: Row) -> dict[str, Any]:
    return {"rows": await page.query("plan_citations", plan=head["slug"])}


async def _duties(page: Page, head: Row) -> dict[str, Any]:
    rows = await page.query("plan_duties", plan=head["slug"])
    named = await page.query("plan_agencies", show=False, plan=head["slug"])
    by_record: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for one in named:
        by_record[one["record"], one["holds"]].append(one)
    return {
        "rows": [
            row
            | {
                "who": by_record[row["id"], "agency"],
                "with": by_record[row["id"], "partner"],
                "indicators": json.loads(row["indicators"] or "[]"),
            }
            for row in rows
        ]
    }


async def _findings(page: Page, head: Row) -> dict[str, Any]:
    return {"rows": await page.query("plan_findings", plan=head["slug"])}


async def _source(page: Page, head: Row) -> dict[str, Any]:
    corrections = await page.query("plan_corrections", plan=head["slug"])
    return {
        "warnings": await page.query("plan_warnings", plan=head["slug"]),
        "files": await page.query("plan_files", plan=head["slug"]),
        "corrections": [
            row | {"value": json.loads(row["value"]), "extracted": json.loads(row["extracted"])} for row in corrections
        ],
        "recipients": json.loads(head["recipients"] or "[]"),
    }


_TAB = {
    "text": _text,
    "targets": _targets,
    "deadlines": _deadlines,
    "citations": _citations,
    "duties": _duties,
    "findings": _findings,
    "progress": progress.of_plan,
    "source": _source,
}
