"""Cascade: which plan carries out which, as a tree from the nation down; parents that are missing are nodes of their own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from datasette.utils.asgi import Response

from db.site import filters
from db.site.page import Page
from patterns import places

Row = dict[str, Any]

# The columns: the nation at the left, one column a level.
_COLUMNS = {"central": 0, "province": 1, "district": 2, "commune": 3}

# Above this many plans the tree shows provinces first, and one of them on demand.
WHOLE = 250


@dataclass(slots=True)
class Node:
    """A plan, a programme or a document that is not in the database (`missing`), with what carries it out below it.

    `skipped`: the levels between it and what it stands below, whose columns stay empty.
    """

    key: str
    row: Row
    kind: str
    below: list[Node] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    skipped: int = 0

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
    provinces = await page.kept("cascade_provinces")
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
    """The trees: each plan below the plan it carries out, else a missing one of a level in between, else the programme or what it names.

    A plan stands once, below the nearest of its parents; the others are named in it (`also`). A missing plan stands below the
    programme where a plan that carries it out names the programme too.
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
        named = [one for one in parents if one["parent"] is None and one["programme"] is None]
        programme = next((national[one["programme"]] for one in parents if one["programme"] in national), None)
        between = [one for one in named if 0 < _column(one["parent_issuer"]) < _COLUMNS.get(node.row["level"], 0)]
        if home is None and (between or (named and programme is None)):
            chosen = max(between, key=lambda one: _column(one["parent_issuer"])) if between else named[0]
            named.remove(chosen)
            label = _label(chosen)
            home = missing.get(label) or missing.setdefault(label, Node(label, chosen, "missing"))
            if programme is not None and not _holds(programme, label):
                programme.below.append(home)
        elif home is None:
            home = programme
        (alone if home is None else home.below).append(node)
        node.also = [_label(one) for one in named]
    trees = [tree for tree in national.values() if tree.below]
    hung = {one.key for tree in trees for one in tree.below}
    trees += sorted(
        (one for one in missing.values() if one.key not in hung), key=lambda one: (_own_column(one), one.key)
    )
    if alone:
        trees.append(Node("", {}, "alone", alone))
    for tree in trees:
        _arrange(tree, -1)
    return trees


def _arrange(node: Node, column: int) -> None:
    """Says of a node and those below it how many columns are skipped; `column` is that of what it stands below."""
    own = max(_own_column(node), column + 1)
    node.skipped = own - column - 1
    for one in node.below:
        _arrange(one, own)


def _own_column(node: Node) -> int:
    if node.kind == "missing":
        return _column(node.row["parent_issuer"])
    return _COLUMNS.get(node.row.get("level") or "central", 0)


def _column(issuer: str | None) -> int:
    """The column of a document that is not in the database, by who issued it."""
    unit = places.NAMED_UNIT.search(issuer or "")
    if unit:
        return _COLUMNS[places.level(unit["type"], unit["name"])]
    return 1 if places.NAMES_PROVINCE.search(issuer or "") else 2 if places.NAMES_DISTRICT.search(issuer or "") else 0


def _nearness(link: Row) -> tuple[bool, bool]:
    """A plan that is cited comes before one of the same unit that is only inferred."""
    return link["parent"] is None, link["basis"] != "citation"


def _holds(node: Node, key: str) -> bool:
    """Whether a plan stands somewhere below a node: no plan comes below itself."""
    return node.key == key or any(_holds(one, key) for one in node.below)


def _label(link: Row) -> str:
    issuer = f" – {link['parent_issuer']}" if link["parent_issuer"] else ""
    return f"{link['parent_label']}{issuer}"
