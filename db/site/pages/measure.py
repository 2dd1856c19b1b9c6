"""A measure: what the programme asks, what localities set, ranked, on the map and over the years, who left it out."""

from __future__ import annotations

import json
from typing import Any

from datasette.utils.asgi import Response

from db.site import exports
from db.site.charts import country, ranked, spread, svg, trend
from db.site.matrix import by_objective
from db.site.page import SECURITY, Page, nearest
from db.site.pages import beside, measure_view
from db.site.pages.measure_view import View
from db.site.unit_values import Locality

Row = dict[str, Any]

REACHED, OTHERS = 100, 60
# A picture brings its fonts along.
_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


async def measures(page: Page) -> Response:
    """All measures by objective, with how they were adopted."""
    programme = page.programme()
    rows = await page.kept("measure_list", {"programme": programme["id"]})
    asked: dict[str, list[Row]] = {}
    for row in await page.query("programme", programme=programme["id"]):
        asked.setdefault(row["measure"], []).append(row)
    same: dict[str, list[Row]] = {}
    for pair in await beside.same(page, [(programme["id"], row["measure"]) for row in rows]):
        same.setdefault(pair["own"]["code"], []).append(pair["other"])
    return await page.render(
        "measures",
        title=page.say(
            f"{programme['decision_vi']} đặt ra những chỉ tiêu nào?", f"What does {programme['decision_en']} measure?"
        ),
        programme=programme,
        objectives=by_objective(rows),
        asked=asked,
        same=same,
        file=next((one for one in await beside.files(page) if one.id == programme["id"]), None),
    )


async def measure(page: Page, code: str) -> Response:
    """One measure: charts, table or map of what localities set."""
    if code != code.lower():
        return page.redirect(page.url(f"/measures/{code.lower()}"), status=302)
    view = await measure_view.read(page, code)
    if view is None:
        return await _unknown(page, code)
    tab = page.choice("tab", measure_view.TABS, "chart")
    embedded = page.choice("embed", ("1",)) == "1"
    number = page.integer("page", 1, 10_000) or 1
    shown = measure_view.LISTED if tab == "table" else view.shown
    first = (number - 1) * shown
    rows = await measure_view.told(view, view.rows[first : first + shown])
    context: dict[str, Any] = {
        "title": f"{code} · {page.say(view.asked[0]['short_vi'], view.asked[0]['name_en'])}",
        "view": view,
        "tab": tab,
        "started": ranked.started,
        "number": number,
        "first": first + 1,
        "pages": -(-len(view.rows) // shown),
        "rows": rows,
        "figures": await _figures(view, tab, rows),
        "cited": measure_view.cited(view, await _updated(page)),
        "levels": await page.kept("measure_levels", {"measure": code, "programme": view.programme["id"]}, show=False),
    }
    if tab == "map":
        context |= await _beside_the_map(view)
    if tab == "table":
        context |= await _below_the_table(view)
    answer = await page.render("measure_embed" if embedded else "measure", **context)
    if embedded:  # a picture with links, nothing that could be clicked by mistake: others may frame it
        answer.headers["content-security-policy"] = SECURITY["content-security-policy"].replace(
            "frame-ancestors 'none'", "frame-ancestors *"
        )
    return answer


async def chart(page: Page, code: str, chart: str) -> Response:
    """One picture as a file of its own."""
    view = await measure_view.read(page, code)
    if view is None:
        return await _unknown(page, code)
    number = page.integer("page", 1, 10_000) or 1
    page.choice("tab", measure_view.TABS)
    first = (number - 1) * view.shown
    rows = await measure_view.told(view, view.rows[first : first + view.shown]) if chart == "ranked" else []
    drawn = await _drawn(view, chart, rows)
    if not drawn:
        return await page.missing(
            page.say("biểu đồ", "chart"), view.why_empty(), [(page.url(f"/measures/{code}"), code)]
        )
    name = f"{code}-{chart}-{view.year}.svg"
    headers = {**exports.headers(name), "content-security-policy": _PICTURE}
    return Response(svg.standalone(drawn, page.whole("")), headers=headers, content_type="image/svg+xml; charset=utf-8")


async def _figures(view: View, tab: str, rows: list[Locality]) -> dict[str, str]:
    """The pictures of a tab by their names; `rows` are those of the page."""
    wanted = {"chart": ("ranked", "spread", "trend"), "map": ("map",), "table": ()}[tab]
    drawn = {name: await _drawn(view, name, rows) for name in wanted}
    return {name: picture for name, picture in drawn.items() if picture}


async def _drawn(view: View, name: str, rows: list[Locality]) -> str:
    """A picture; empty where there is nothing to draw."""
    if name == "map":
        if view.level != "province":
            return ""
        return country.draw(
            view.subject, view.found, await measure_view.map_colours(view), order=view.order, chosen=view.at
        )
    if not view.numbers:
        return ""
    if name == "spread":
        return spread.draw(view.subject, view.found)
    if name == "trend":
        return await _trend(view)
    return ranked.draw(view.subject, rows, by_region=view.sort == "region")


async def _trend(view: View) -> str:
    """The trend of the plans that speak for the localities; none where nothing but one year is known."""
    documents = sorted({row["document"] for one in view.found for row in one.values})
    few = len(documents) <= trend.NAMED
    names = {row["plan"]: one.name for one in view.found for row in one.values} if few else {}
    given = {"measure": view.code, "programme": view.programme["id"], "documents": json.dumps(documents)}
    points = await view.page.query("measure_trend", given, show=False)
    points = [row for row in points if row["subgroup"] in (None, view.group) or not view.group]
    return trend.draw(view.subject, points, names) if len({row["year"] for row in points}) > 1 else ""


async def _beside_the_map(view: View) -> dict[str, Any]:
    """The locality that is looked at, with the communes in it."""
    if view.chosen is None:
        return {"communes": []}
    return {"communes": await measure_view.communes(view, view.chosen.unit)}


async def _below_the_table(view: View) -> dict[str, Any]:
    """What was reached, what other plans and programmes say of the same."""
    page = view.page
    given = view.parameters | {"level": page.text("level"), "year": page.text("year")}  # all where none was asked for
    reached = await page.query("progress_rows", given, known="1", limit=REACHED)
    counted = await page.kept("progress_counts", given | {"known": "1"}, show=False)
    others = await _others(page, view.programme, given)
    return {
        "reached": reached,
        "reached_found": sum(row["n"] for row in counted),
        "others": others,
        "others_found": others[0]["found"] if others else 0,
        "same": await beside.same(page, [(view.programme["id"], view.code)]),
    }


async def _updated(page: Page) -> str | None:
    """When the last file was loaded."""
    return (await page.stamp()).loaded_at


async def _unknown(page: Page, code: str) -> Response:
    programme = page.programme()
    known = {
        row["measure"]: f"{row['short_vi']} {row['name_en']}"
        for row in await page.query("programme", show=False, programme=programme["id"])
    }
    near = [(page.url(f"/measures/{key}"), f"{key} {known[key]}") for key in nearest(code, known)]
    return await page.missing(
        page.say("chỉ tiêu", "measure"),
        code,
        near or [(page.url("/measures"), page.say("Tất cả chỉ tiêu", "All measures"))],
    )


async def _others(page: Page, programme: Row, given: dict[str, Any]) -> list[Row]:
    """What plans that the programme does not judge set of a measure, with the level that it asks where one is met."""
    asked = {**given, "limit": OTHERS}
    found = await page.kept("measure_beside", asked, show=False)
    page.show("measure_beside", asked)
    held = await beside.values(page, {row["document"] for row in found}, of=(programme["id"], given["measure"]))
    levels = {row["target"]: row for row in held}
    return [row | levels[row["id"]] | {"id": row["id"]} if row["id"] in levels else row for row in found]
