"""Coverage and cascade on the terminal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from rich import box
from rich.markup import escape
from rich.table import Table
from rich.tree import Tree

from db.views import words

Row = dict[str, Any]

# Up to this many units the table names each; above, it counts by province.
_NAMED = 80


def coverage_table(found: Sequence[Row]) -> Table:
    """A line a unit where there are few; where there are many, a line a province with counts, and those that sent by name."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    if len(found) <= _NAMED:
        for head in ("", "Đơn vị\nUnit", "Tỉnh\nProvince", "Kế hoạch\nPlan", "Ngày\nIssued"):
            table.add_column(head)
        for row in found:
            word = words.COVERAGE[row["state"]]
            more = f" (+{row['plans'] - 1})" if row["plans"] > 1 else ""
            table.add_row(
                f"[{word.colour}]{word.sign}[/]",
                escape(row["unit_name"]),
                escape(row["province"]) if row["level"] != "province" else "",
                escape(row["plan"] or "") + more,
                row["issued_on"] or "",
            )
        return table
    table.add_column("Tỉnh\nProvince")
    for word in words.COVERAGE.values():
        table.add_column(f"{word.vi}\n{word.en}", justify="right")
    by_province: dict[str, Counter[str]] = defaultdict(Counter)
    for row in found:
        by_province[row["province"]][row["state"]] += 1
    for province, counted in by_province.items():
        table.add_row(escape(province), *(str(counted[state] or "") for state in words.COVERAGE))
    return table


def coverage_summary(found: Sequence[Row]) -> str:
    """One line that counts units by state."""
    counted: Counter[str] = Counter(row["state"] for row in found)
    parts = [
        f"[{word.colour}]{word.sign}[/] {counted[name]} {word.vi} ({word.en})" for name, word in words.COVERAGE.items()
    ]
    return f"{len(found)} đơn vị / units: " + ", ".join(parts)


def cascade_trees(links: Sequence[Row], plans: Sequence[Row], programmes: Sequence[Row]) -> Iterator[Tree]:
    """A tree for each programme, each parent that is missing, and the plans that carry out nothing known."""
    known = {row["plan"]: row for row in plans}
    children: dict[str, list[str]] = defaultdict(list)
    for link in links:
        parent = link["parent"] or link["programme"] or f"? {link['parent_label']}"
        if link["plan"] not in children[parent]:
            children[parent].append(link["plan"])
    for programme in programmes:
        if programme["id"] in children:
            tree = Tree(f"[bold]{escape(programme['decision_vi'])}[/] {escape(programme['title_vi'])}")
            yield _grown(tree, children[programme["id"]], children, known, frozenset())
    for parent in sorted(name for name in children if name.startswith("? ")):
        tree = Tree(f"[dim]{escape(parent[2:])} (chưa có trong dữ liệu / not in the database)[/]")
        yield _grown(tree, children[parent], children, known, frozenset())
    linked = {link["plan"] for link in links}
    alone = [name for name in known if name not in linked and name not in children]
    if alone:
        tree = Tree("[dim]không thực hiện văn bản nào đã biết / carrying out nothing known[/]")
        yield _grown(tree, alone, children, known, frozenset())


def _grown(
    tree: Tree, names: Sequence[str], children: dict[str, list[str]], known: dict[str, Row], above: frozenset[str]
) -> Tree:
    for name in sorted(names):
        if name in above:
            continue
        row = known.get(name, {})
        parts = [
            f"[{words.STANCES[stance].colour}]{words.STANCES[stance].sign} {row[stance]}[/]"
            for stance in ("stricter", "equal", "weaker")
            if row.get(stance)
        ]
        branch = tree.add(f"{escape(name)}  {'  '.join(parts)}".rstrip())
        _grown(branch, children.get(name, ()), children, known, above | {name})
    return tree
