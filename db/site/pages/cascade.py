"""Cascade: which plan carries out which, or what became of one measure on the way from the programme to the communes.

A province of today is shown with the plans of all that it came from, each by itself: nothing is averaged, and each holds until it is replaced.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

from datasette.utils.asgi import Response

from corpus import units
from corpus.units import Unit
from db.site import cascade_tree, filters
from db.site.cascade_tree import LOST, Node
from db.site.page import Page
from db.site.unit_values import of_level, predecessors
from db.views import unit_names

Row = dict[str, Any]

# Above this many plans the tree shows provinces first, and one of them on demand; above so many of one province its districts are folded.
WHOLE, UNFOLDED = 250, 80

# Documents that are missing and are listed at most.
MISSING = 200


async def cascade(page: Page) -> Response:
    """The page."""
    there = await filters.options(page)
    known = [row["value"] for row in there["province"]]
    known += [name for name in _of_today() if name not in known and _of_today()[name] & set(known)]
    province = page.choice("province", known)
    compared = page.programme()
    programme = await page.query("programme", show=False, programme=compared["id"])
    code = page.choice("measure", list(dict.fromkeys(row["measure"] for row in programme)))
    wanted = page.text("plan")
    plans_there = sum(row["plans"] for row in there["level"])
    provinces = await page.kept("cascade_provinces")
    if wanted:
        found = await page.query("plan", show=False, plan=wanted)
        if found and found[0]["province"]:
            province = found[0]["province"]
        else:
            page.notes.append(
                page.say(f"Bỏ qua plan={wanted}: không có kế hoạch này.", f"plan={wanted} was ignored: there is none.")
            )
    folds = {name: set(page.texts(name)) for name in ("fold", "open")}
    trees: list[Node] = []
    missing: list[Row] = []
    if province or plans_there <= WHOLE:
        names = sorted(_of_today().get(province, set()) | {province}) if province else []
        asked = {"provinces": json.dumps(names) if names else ""}
        plans = await page.query("cascade_plans", asked)
        links = await page.query("cascade_links", asked)
        trees = cascade_tree.grown(plans, links, page.programmes)
        missing = await page.query("cascade_missing", asked, limit=MISSING)
        if code:
            trees = [tree for tree in trees if tree.key == compared["id"]]
            cascade_tree.follow(
                trees, await page.query("cascade_values", asked, programme=compared["id"], measure=code)
            )
        await _mark_predecessors(page, trees, province, compared["id"])
    nodes = [one for tree in trees for one in (tree, *tree.all_below())]
    many = len(nodes) > UNFOLDED

    def folded(node: Node) -> bool:
        by_itself = (
            many and node.kind != "programme" and node.column >= cascade_tree.COLUMNS["district"] and node.key != wanted
        )
        return node.key not in folds["open"] if by_itself else node.key in folds["fold"]

    return await page.render(
        "cascade",
        title=_title(page, programme, code),
        there=there,
        known=known,
        compared=compared,
        measure=next((row for row in programme if row["measure"] == code), None),
        asked=[row for row in programme if row["measure"] == code],
        measures=list({row["measure"]: row for row in programme}.values()),
        province=province,
        provinces=provinces,
        lines=list(cascade_tree.lines(trees, folded)),
        levels=_counted(nodes),
        lost=[one for one in nodes if one.step in LOST],
        missing=missing,
        folds={name: sorted(keys) for name, keys in folds.items()},
        by_itself=many,
        wanted=wanted,
        whole=WHOLE,
        plans_there=plans_there,
    )


def _title(page: Page, programme: list[Row], code: str) -> str:
    if not code:
        return page.say("Kế hoạch nào cụ thể hóa kế hoạch nào?", "Which plan carries out which?")
    measure = next(row for row in programme if row["measure"] == code)
    return page.say(
        f"{code} {measure['short_vi']}: giữ được hay mất ở cấp nào?",
        f"{code} {measure['name_en']}: kept or lost at which level?",
    )


def _counted(nodes: list[Node]) -> dict[str, Counter[str]]:
    """How many plans of each level there are, and what became of the measure in them."""
    out: dict[str, Counter[str]] = {level: Counter() for level in cascade_tree.COLUMNS}
    for one in nodes:
        if one.kind == "plan" and one.row["level"] in out:
            out[one.row["level"]].update(("plans", *((one.step,) if one.step else ())))
    return out


# --- provinces of today and what they came from ------------------------------------------------------------------------


def _of_today() -> dict[str, set[str]]:
    """The names of the provinces that each province of today came from, where those are several."""
    return {one.name: {before.name for before in befores} for one, befores in _merged().items()}


def _merged() -> dict[Unit, tuple[Unit, ...]]:
    return {unit: befores for unit in of_level("new", "province") if len(befores := predecessors(unit)) > 1}


async def _mark_predecessors(page: Page, trees: list[Node], province: str, programme: str) -> None:
    """Says of every plan of a unit of before whether it still holds, and names the provinces of before that have sent none."""
    register = units.load()
    nodes = [one for tree in trees for one in tree.all_below() if one.kind == "plan"]
    issued = {
        one.row["unit_code"]: one
        for one in nodes
        if unit_names.is_locality(one.row) and one.row["plan_kind"] == "multi_year"
    }
    for one in nodes:
        unit = register.get(one.row["unit_code"] or "")
        if unit is None or not unit_names.since(one.row) or not unit_names.is_locality(one.row):
            continue
        later = [issued[code].key for code in unit.successors if code in issued]
        over = (one.row["period_end"] or 0) < date.today().year
        one.row["holds"] = "replaced" if later else "over" if over else "until-replaced"
        one.row["replaced_by"] = later[0] if later else None
    for unit, befores in _merged().items():
        if unit.name == province:
            for tree in trees:
                if tree.key == programme:
                    tree.below += [
                        Node(
                            before.code,
                            {"level": "province", "unit_code": before.code, "province": before.name},
                            "unsent",
                        )
                        for before in befores
                        if before.code not in {one.row["unit_code"] for one in nodes if one.row["level"] == "province"}
                    ]
