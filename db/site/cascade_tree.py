"""The cascade as a tree: which plan stands below which, where a measure was lost on the way down, and the lines of the table that shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from db.site import shown
from patterns import places

Row = dict[str, Any]

# The columns: the nation at the left, one column a level.
COLUMNS = {"central": 0, "province": 1, "district": 2, "commune": 3}

# What became of a measure at one step: set below the programme for the first time (`lost`), lowered once more (`lower`), as weak as above
# (`follows`), raised, kept; above it is set and here not spoken of (`dropped`), or without its number (`blurred`).
Step = Literal["lost", "lower", "follows", "raised", "kept", "dropped", "blurred"]
LOST: tuple[Step, ...] = ("lost", "lower", "dropped", "blurred")


@dataclass(slots=True)
class Node:
    """A plan, a programme, a document that is not in the database (`missing`), or a unit without a plan (`unsent`); what carries it out is below.

    `values`: what it sets of the measure that is followed; `step`: what became of the measure here.
    """

    key: str
    row: Row
    kind: str
    below: list[Node] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    values: list[Row] = field(default_factory=list)
    step: Step | None = None

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

    @property
    def column(self) -> int:
        """The column of its level."""
        if self.kind == "missing":
            return _column(self.row["parent_issuer"])
        return COLUMNS.get(self.row.get("level") or "central", 0)

    def all_below(self) -> Iterator[Node]:
        """Every node below it."""
        for one in self.below:
            yield one
            yield from one.all_below()

    def below_by_level(self) -> dict[str, int]:
        """How many plans of each level stand below it."""
        found = Counter(one.row["level"] for one in self.all_below() if one.kind == "plan" and one.row["level"])
        return {level: found[level] for level in COLUMNS if found[level]}


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
        between = [one for one in named if 0 < _column(one["parent_issuer"]) < COLUMNS.get(node.row["level"], 0)]
        if home is None and (between or (named and programme is None)):
            chosen = max(between, key=lambda one: _column(one["parent_issuer"])) if between else named[0]
            named.remove(chosen)
            name = label(chosen)
            home = missing.get(name) or missing.setdefault(name, Node(name, chosen, "missing"))
            if programme is not None and not _holds(programme, name):
                programme.below.append(home)
        elif home is None:
            home = programme
        (alone if home is None else home.below).append(node)
        node.also = [label(one) for one in named]
    trees = [tree for tree in national.values() if tree.below]
    hung = {one.key for tree in trees for one in tree.below}
    trees += sorted((one for one in missing.values() if one.key not in hung), key=lambda one: (one.column, one.key))
    if alone:
        trees.append(Node("", {}, "alone", alone))
    return trees


def _column(issuer: str | None) -> int:
    """The column of a document that is not in the database, by who issued it."""
    unit = places.NAMED_UNIT.search(issuer or "")
    if unit:
        return COLUMNS[places.level(unit["type"], unit["name"])]
    return 1 if places.NAMES_PROVINCE.search(issuer or "") else 2 if places.NAMES_DISTRICT.search(issuer or "") else 0


def _nearness(link: Row) -> tuple[bool, bool]:
    """A plan that is cited comes before one of the same unit that is only inferred."""
    return link["parent"] is None, link["basis"] != "citation"


def _holds(node: Node, key: str) -> bool:
    """Whether a plan stands somewhere below a node: no plan comes below itself."""
    return node.key == key or any(_holds(one, key) for one in node.below)


def label(link: Row) -> str:
    """A document that is cited as a parent, with who issued it."""
    issuer = f" – {link['parent_issuer']}" if link["parent_issuer"] else ""
    return f"{shown.spelled(link['parent_label'])}{issuer}"


# --- one measure on its way down -----------------------------------------------------------------------------------------


def follow(trees: Collection[Node], values: list[Row]) -> None:
    """Says of every plan what it sets of a measure (rows of `cascade_values`), and what became of the measure at this step."""
    by_plan: dict[str, list[Row]] = defaultdict(list)
    for row in values:
        by_plan[row["plan"]].append(row)
    for tree in trees:
        _follow(tree, by_plan, None)


def _follow(node: Node, by_plan: dict[str, list[Row]], above: Node | None) -> None:
    if node.kind == "plan":
        node.values = by_plan.get(node.key, [])
        node.step = _step(node, above)
    speaks = node.kind == "programme" or any(row["stance"] != "absent" for row in node.values)
    for one in node.below:
        _follow(one, by_plan, node if speaks else above)


def _step(node: Node, above: Node | None) -> Step | None:
    """What became of the measure between the nearest plan above that speaks of it (the programme where there is none) and this one."""
    stances = {row["stance"] for row in node.values} - {"near", "incomparable"}
    if not stances:
        return None
    if stances == {"absent"}:
        return None if node.row["plan_kind"] == "thematic" else "dropped"
    if stances == {"unquantified"}:
        return "blurred" if above is None or above.kind == "programme" or _has_numbers(above) else None
    beside = {row["parent_stance"] for row in node.values}
    weak_above = above is not None and any(row["stance"] == "weaker" for row in above.values)
    if "weaker" in stances:
        return "lost" if not weak_above else "lower" if "weaker" in beside else "follows"
    return "raised" if weak_above or "stricter" in beside else "kept"


def _has_numbers(node: Node) -> bool:
    return any(row["value"] is not None for row in node.values)


# --- the table -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: a node in its column, what is drawn in the columns before it, whether what is below is folded away.

    Marks: `v` a line passes, `t` it branches off and goes on, `l` it branches off and ends, `h` it runs through to the node.
    """

    node: Node
    marks: tuple[str, ...]
    folded: bool

    @property
    def goes_on(self) -> bool:
        """Whether a line leads from the node to others in the columns behind it."""
        return not self.folded and any(one.column > len(self.marks) for one in self.node.below)


def lines(trees: Collection[Node], folded: Callable[[Node], bool]) -> Iterator[Line]:
    """The rows of the trees from the top; nothing of what is below a node that is folded."""
    for tree in trees:
        yield from _lines(tree, ("",) * tree.column, (), folded)


def _lines(
    node: Node, marks: tuple[str, ...], passing: tuple[str, ...], folded: Callable[[Node], bool]
) -> Iterator[Line]:
    """`passing`: what passes in the columns before the node's for everything below it.

    A plan of the level of the one that it carries out (a yearly plan below the longer one of its unit) stands in the same column, after the others.
    """
    own = len(marks)
    closed = bool(node.below) and folded(node)
    yield Line(node, marks, closed)
    if closed:
        return
    before = (*passing, *("",) * (own - len(passing)))
    further = [one for one in node.below if one.column > own]
    for place, one in enumerate(further):
        last = place == len(further) - 1
        through = ("h",) * (one.column - own - 1)
        silent = ("",) * len(through)
        yield from _lines(
            one, (*before, "l" if last else "t", *through), (*before, "" if last else "v", *silent), folded
        )
    for one in node.below:
        if one.column <= own:
            yield from _lines(one, before, passing, folded)
