"""Printing results in the format asked for: a table for people, CSV or JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click
from rich.console import Console
from sqlite_utils import Database

from db.schema.database import rows
from db.terminal import beside_lines
from db.terminal import console as shown
from db.terminal import localities as units_shown
from db.views.spreadsheet import csv_of

Row = dict[str, Any]


def comparison(db: Database, found: Sequence[Row], *, programme: Row, form: str, against: str) -> None:
    """The comparison as matrix and summary (`table`), as summary alone, as CSV or as JSON."""
    if form == "json":
        click.echo(json.dumps(list(found), ensure_ascii=False, indent=2))
        return
    if form == "csv":
        click.echo(as_csv(found), nl=False)
        return
    console = Console()
    if not found:
        console.print("Không có kết quả nào; bỏ bớt điều kiện lọc. / Nothing found; use fewer filters.")
        return
    if form != "summary":
        for table in shown.comparison_tables(
            found, _asked(db, programme["id"]), console.width, programme=programme, against=against
        ):
            console.print(table)
    for line in shown.comparison_summary(found, programme):
        console.print(line, highlight=False, soft_wrap=True)
    others = [row["slug"] for row in _without(db, found, programme["id"])]
    reference = beside_lines.of_plans(db, programme["id"], others)
    for plan in others:
        console.print(
            f"[bold]{plan}[/]: không thực hiện {programme['decision_vi']} / does not carry it out", soft_wrap=True
        )
        for line in reference.get(plan, ()):
            console.print(line, highlight=False, soft_wrap=True)
    codes = list(dict.fromkeys(row["measure"] for row in found if row["stance"] != "absent"))
    same = list(beside_lines.of_measures(beside_lines.known(db), programme["id"], codes))
    if same:
        console.print("Chương trình khác, chỉ để tham khảo / other programmes, for reference:")
        for line in same:
            console.print(line, highlight=False, soft_wrap=True)
    console.print(shown.legend(), highlight=False)


_JSON_FIELDS = (
    "rule", "severity", "quote", "subject", "found", "expected", "message_vi", "message_en", "suggestion_vi", "key", "plan",
    "section", "page", "state", "note",
)  # fmt: skip
_REASON_FIELDS = (
    "rule",
    "severity",
    "quote",
    "subject",
    "found",
    "expected",
    "message_vi",
    "message_en",
    "suggestion_vi",
    "key",
)


def _flat(row: Row) -> Row:
    """A finding as a row of CSV: its further reasons are a line each in `also_vi`."""
    also = "\n".join(one["message_vi"] for one in row["others"])
    return {name: row[name] for name in ("path", *_JSON_FIELDS)} | {"also_vi": also or None}


def findings(found: Sequence[Row], *, form: str, checked: int) -> None:
    """Findings grouped by plan (`table`), as CSV, or as JSON Lines in the record format, each with its `reasons`.

    Args:
        found: rows of `selection.findings`.
        form: `table`, `csv` or `json`.
        checked: how many plans were looked at.
    """
    if form == "json":
        for row in found:
            record = {"source": {"path": row["path"]}} | {name: row[name] for name in _JSON_FIELDS}
            record["reasons"] = [{name: one[name] for name in _REASON_FIELDS} for one in (row, *row["others"])]
            click.echo(json.dumps(record, ensure_ascii=False))
        return
    if form == "csv":
        click.echo(as_csv([_flat(row) for row in found]), nl=False)
        return
    console = Console()
    for line in shown.finding_lines(found):
        console.print(line, highlight=False, soft_wrap=False)
    console.print(shown.finding_summary(found, checked), highlight=False, soft_wrap=True)


def coverage(found: Sequence[Row], *, form: str) -> None:
    """Units with what they have sent: as a table of provinces with their counts, as CSV or as JSON."""
    if form == "json":
        click.echo(json.dumps(list(found), ensure_ascii=False, indent=2))
        return
    if form == "csv":
        click.echo(as_csv(found), nl=False)
        return
    console = Console()
    console.print(units_shown.coverage_table(found))
    console.print(units_shown.coverage_summary(found), highlight=False, soft_wrap=True)


def cascade(db: Database, *, form: str) -> None:
    """The cascade as a tree on the terminal, or its links as JSON."""
    links = rows(db, "SELECT * FROM cascade ORDER BY plan, parent_label")
    if form == "json":
        click.echo(json.dumps(links, ensure_ascii=False, indent=2))
        return
    known = rows(db, "SELECT * FROM plans WHERE relation = 'current' ORDER BY plan")
    programmes = rows(db, "SELECT id, decision_vi, title_vi FROM programmes ORDER BY is_default DESC, id")
    console = Console()
    for tree in units_shown.cascade_trees(links, known, programmes):
        console.print(tree)


def _without(db: Database, found: Sequence[Row], programme: str) -> list[Row]:
    """The plans that are not compared with a programme, where all others are shown."""
    shown_plans = {row["plan"] for row in found}
    everything = {
        row["slug"]
        for row in rows(
            db,
            "SELECT DISTINCT d.slug FROM comparisons c JOIN documents d ON d.id = c.document WHERE c.programme = ?",
            [programme],
        )
    }
    if shown_plans != everything:
        return []
    return rows(
        db,
        "SELECT slug FROM documents WHERE id NOT IN (SELECT document FROM comparisons WHERE programme = ?) ORDER BY slug",
        [programme],
    )


def as_csv(found: Sequence[Row]) -> str:
    """Rows as CSV with a head."""
    names = list(found[0]) if found else ["measure"]
    return csv_of([names, *([row[name] for name in names] for row in found)])


def _asked(db: Database, programme: str) -> list[Row]:
    """What a programme asks, with the units of the measures."""
    return rows(
        db,
        "SELECT s.*, m.unit, m.per FROM milestones s JOIN measures m ON m.programme = s.programme AND m.code = s.measure "
        "WHERE s.programme = ? ORDER BY s.measure, s.year, s.subgroup",
        [programme],
    )
