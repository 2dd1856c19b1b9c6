"""A measure: what the programme asks, what localities set over the years, how the values spread, who left it out."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from db.comparison.stances import STANCES
from db.site import filters, shown
from db.site.matrix import by_objective
from db.site.page import Page, nearest
from db.site.pages import beside
from db.views import words

Row = dict[str, Any]

VALUES, ABSENT, REACHED, OTHERS = 200, 60, 100, 60


async def measures(page: Page) -> Response:
    """All measures by objective, with how they were adopted."""
    programme = page.programme()
    rows = await page.query("measure_list", programme=programme["id"])
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
    """One measure."""
    programme = page.programme()
    asked = await page.query("programme", programme=programme["id"], measure=code.lower())
    if not asked:
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
    if code != code.lower():
        return page.redirect(page.url(f"/measures/{code.lower()}"), status=302)
    there = await filters.options(page)
    chosen = filters.read(page, there)
    only = page.choice("only", list(STANCES))
    number = page.integer("page", 1, 100_000) or 1
    given: dict[str, Any] = {
        "measure": code,
        "programme": programme["id"],
        "level": chosen.level,
        "province": chosen.province,
    }
    values = await page.query(
        "measure_values", **given, year=chosen.year, only=only, limit=VALUES, offset=(number - 1) * VALUES
    )
    spread = await page.query("measure_spread", **given)
    absent = await page.query("measure_absent", **given, limit=ABSENT)
    reached = await page.query("progress_rows", **given, year=chosen.year, known="1", limit=REACHED)
    others = await _others(page, programme, given | {"year": chosen.year}) if not only and number == 1 else []
    found = values[0]["found"] if values else 0
    return await page.render(
        "measure",
        title=f"{code} · {page.say(asked[0]['short_vi'], asked[0]['name_en'])}",
        measure=asked[0],
        asked=asked,
        there=there,
        chosen=chosen,
        only=only,
        values=values,
        found=found,
        number=number,
        pages=-(-found // VALUES),
        first=(number - 1) * VALUES + 1,
        programme=programme,
        levels=await page.query("measure_levels", measure=code, programme=programme["id"]),
        reached=reached,
        reached_found=reached[0]["found"] if reached else 0,
        others=others,
        others_found=others[0]["found"] if others else 0,
        same=await beside.same(page, [(programme["id"], code)]),
        absent=absent,
        absent_found=absent[0]["found"] if absent else 0,
        chart=_chart(page, programme, asked, spread, values if found <= VALUES else []),
    )


async def _others(page: Page, programme: Row, given: dict[str, Any]) -> list[Row]:
    """What plans that the programme does not judge set of a measure, with the level that it asks where one is met."""
    found = await page.query("measure_beside", **given, limit=OTHERS)
    held = await beside.values(page, {row["document"] for row in found})
    levels = {
        row["target"]: row for row in held if (row["programme"], row["measure"]) == (programme["id"], given["measure"])
    }
    return [row | levels[row["id"]] | {"id": row["id"]} if row["id"] in levels else row for row in found]


def _chart(page: Page, programme: Row, asked: list[Row], spread: list[Row], values: list[Row]) -> Row | None:
    """What the charts draw: the spread of values by year, the programme's line, and single plans where they are few."""
    if not spread:
        return None
    return {
        "unit": shown.unit(asked[0]["unit"], asked[0]["per"], page.lang),
        "lang": page.lang,
        "less": asked[0]["direction"] == "less",
        "spread": [
            {
                "year": row["year"],
                "value": row["value"],
                "stance": row["stance"],
                "plans": row["plans"],
                "group": row["subgroup"] or "",
            }
            for row in spread
        ],
        "programme": [
            {"year": row["year"], "value": row["value"], "group": row["subgroup"] or ""} for row in asked if row["year"]
        ],
        "plans": [
            {
                "plan": row["plan"] + (row["subgroup"] or ""),
                "name": f"{shown.place(row)} {shown.period(row)}".strip(),
                "year": row["year"],
                "value": row["value"],
                "stance": row["stance"],
            }
            for row in values
            if row["value"] is not None and row["year"] and row["stance"] in ("stricter", "equal", "weaker", "pending")
        ],
        "words": {
            "programme": page.say(programme["kind_vi"], programme["kind_en"].capitalize()),
            "plans": page.say("kế hoạch", "plans"),
            "over": page.say("Giá trị qua các năm, mỗi đường một kế hoạch", "Values over the years, one line a plan"),
            "spread": page.say(
                "Phân bố giá trị theo năm, cỡ chấm là số kế hoạch",
                "Spread of values by year, a dot as large as its plans are many",
            ),
            **{code: page.say(word.short_vi, word.en) for code, word in words.STANCES.items()},
        },
    }
