"""Cascade: which plan carries out which, as a tree from the nation down; parents that are missing are nodes of their own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from datasette.utils.asgi import Response

from db.site import filters
from db.site.page import Page

Row = dict[str, Any]

# Above this many plans the tree shows provinces first, and one of them on demand.
WHOLE = 250


@dataclass(slots=True)
class Node:
    """A plan, a programme or a document that is not in the database (`missing`), with what carries it out below it."""

    key: str
    row: Row
    kind: str
    below: list[Node] = field(default_factory=list)
    also: list[str] = field(default_factory=list)

    @property
    def strength(self) -> str:
        """How much the plan was weakened: the share of its values below the programme."""
        weaker = self.row.get("weaker") or 0
        judged = weaker + (self.row.get("equal") or 0) + (self.row.get("stricter") or 0)
        if not judged:
            return "unjudged"
        if not weaker:
            return "kept"
        return "weakened" if weaker / judged < 0.15 else "much-weakened"


async def cascade(page: Page) -> Response:
    """The page."""
    there = await filters.options(page)
    province = page.choice("province", [row["value"] for row in there["province"]])
    wanted = page.text("plan")
    plans_there = sum(row["plans"] for row in there["level"])
    provinces = await page.query("cascade_provinces")
    if wanted:
        found = await page.query("plan", show=False, plan=wanted)
        if found and found[0]["province"]:
            province = found[0]["province"]
        else:
            page.notes.append(
                page.say(f"Bỏ qua plan={wanted}: không có kế hoạch này.", f"plan={wanted} was ignored: there is none.")
            )
    trees: list[Node] = []
    if province or plans_there <= WHOLE:
        plans = await page.query("cascade_plans", province=province)
        links = await page.query("cascade_links", province=province)
        programmes = await page.query("programme_list", show=False)
        trees = grown(plans, links, programmes)
    return await page.render(
        "cascade",
        title=page.say("Kế hoạch nào cụ thể hóa kế hoạch nào?", "Which plan carries out which?"),
        there=there,
        province=province,
        provinces=provinces,
        trees=trees,
        wanted=wanted,
        whole=WHOLE,
        plans_there=plans_there,
    )


def grown(plans: list[Row], links: list[Row], programmes: list[Row]) -> list[Node]:
    """The trees: each plan below the plan it carries out, else the programme, else the missing document it names.

    A plan stands once, below the nearest of its parents; the others are named in it (`also`).
    """
    nodes = {row["plan"]: Node(row["plan"], row, "plan") for row in plans}
    national = {row["id"]: Node(row["id"], row, "programme") for row in programmes}
    missing: dict[str, Node] = {}
    by_child: dict[str, list[Row]] = defaultdict(list)
    for link in links:
        by_child[link["plan"]].append(link)
    alone: list[Node] = []
    for key, node in nodes.items():
        parents = sorted(by_child[key], key=_nearness)
        home = next(
            (nodes[one["parent"]] for one in parents if one["parent"] in nodes and not _holds(node, one["parent"])),
            None,
        )
        if home is None:
            home = next((national[one["programme"]] for one in parents if one["programme"] in national), None)
        named = [one for one in parents if one["parent"] is None and one["programme"] is None]
        if home is None and named:
            label = _label(named[0])
            home = missing.setdefault(label, Node(label, named[0], "missing"))
            named = named[1:]
        (alone if home is None else home.below).append(node)
        node.also = [_label(one) for one in named]
    trees = [tree for tree in national.values() if tree.below]
    trees += sorted(missing.values(), key=lambda node: node.key)
    if alone:
        trees.append(Node("", {}, "alone", alone))
    return trees


def _nearness(link: Row) -> tuple[bool, bool]:
    """A plan that is cited comes before one of the same unit that is only inferred."""
    return link["parent"] is None, link["basis"] != "citation"


def _holds(node: Node, key: str) -> bool:
    """Whether a plan stands somewhere below a node: no plan comes below itself."""
    return node.key == key or any(_holds(one, key) for one in node.below)


def _label(link: Row) -> str:
    issuer = f" – {link['parent_issuer']}" if link["parent_issuer"] else ""
    return f"{link['parent_label']}{issuer}"
