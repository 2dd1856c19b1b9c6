"""Two plans side by side: what one says otherwise than the other, with both sentences; as a page and as files."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from db.comparison import diff_files, diff_words
from db.site import addresses
from db.site.exports import TYPES, headers
from db.site.page import Page
from db.views import words
from db.views.spreadsheet import BYTE_ORDER_MARK

Row = dict[str, Any]

# What the first plan is to the second, where the database knows it (`plan_links`).
_RELATIONS = {
    "version": ("Hai bản của một kế hoạch.", "Two versions of one plan."),
    "above": ("Bản trước là kế hoạch mà bản sau thực hiện.", "The first is the plan that the second carries out."),
    "year": (
        "Hai năm của một đơn vị: chỉ tiêu được so theo năm của từng kế hoạch.",
        "Two years of one unit: targets are held year by year.",
    ),
    "kin": (
        "Bản trước là kế hoạch của đơn vị tiền thân; chỉ tiêu của đơn vị cũ không tự chuyển sang đơn vị mới.",
        "The first is the plan of a unit that the second's came from; the values of the old unit are not those of the new one.",
    ),
}


async def diff(page: Page) -> Response:
    """The page; a form where it does not say which two plans."""
    asked = {name: page.text(name) for name in ("a", "b")}
    title = page.say("Hai kế hoạch khác nhau ở đâu?", "What do two plans say differently?")
    offered = addresses.offered(await page.query("plan_addresses", show=False))
    if not all(asked.values()):
        return await page.render("diff", title=title, asked=asked, offered=offered, found=None)
    plans = [await _plan(page, slug) for slug in asked.values()]
    for name, slug, plan in zip(asked, asked.values(), plans, strict=True):
        if plan is None:
            return await _missing(page, name, slug)
    found, accepted = await page.datasette.kehoach_diffs.of(
        page.datasette, *(str(plan["id"]) for plan in plans if plan)
    )
    lines = diff_words.lines(found, accepted, page.lang)
    links = await page.query("plan_links", plan=asked["b"], show=False)
    relation = next((row["side"] for row in links if row["other"] == asked["a"] and row["side"] in _RELATIONS), None)
    return await page.render(
        "diff",
        title=title,
        asked=asked,
        offered=offered,
        found=found,
        plans=plans,
        relation=page.say(*_RELATIONS[relation]) if relation else "",
        parts_of=[
            (code, page.say(*said), [row for row in lines if row["part"] == code])
            for code, said in words.DIFF_PARTS.items()
        ],
        counts=diff_words.counts(lines),
        state_word=diff_words.state_word,
    )


async def file(page: Page, form: str) -> Response:
    """The diff as CSV, JSON or XLSX."""
    asked = {name: page.text(name) for name in ("a", "b")}
    plans = [await _plan(page, slug) for slug in asked.values()]
    for name, slug, plan in zip(asked, asked.values(), plans, strict=True):
        if plan is None:
            return await _missing(page, name, slug)
    found, accepted = await page.datasette.kehoach_diffs.of(
        page.datasette, *(str(plan["id"]) for plan in plans if plan)
    )
    lines = diff_words.lines(found, accepted, page.lang)
    body = diff_files.as_file(lines, form, page.lang)
    if isinstance(body, str) and form == "csv":
        body = f"{BYTE_ORDER_MARK}{body}"
    return Response(body, headers=headers(f"khac-nhau.{form}"), content_type=TYPES[form])


async def _plan(page: Page, slug: str) -> Row | None:
    found = await page.query("plan", plan=slug, show=False)
    return found[0] if found else None


async def _missing(page: Page, name: str, slug: str) -> Response:
    """What comes near an address that there is not, each as the same diff with it in the place."""
    known = await page.query("plan_addresses", show=False)
    near = [(page.here(**{name: other}), words) for other, words in addresses.near(slug, known)]
    return await page.missing(page.say("kế hoạch", "plan"), slug, near)
