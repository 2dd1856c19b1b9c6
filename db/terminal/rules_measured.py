"""Measuring the rules: plans loaded beside any database, what is found in them, and the tallies."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from corpus.files import files_in
from db.findings import all_rules
from db.findings.measuring import Measured, MeasuringError, as_json, judged, measure, planted, table
from db.load.dispatch import load
from db.schema.database import open_database, rows

Row = dict[str, Any]

# The list of what was judged, where it stands beside the planted faults.
JUDGED = "judged.tsv"


def of_plans(plans: Sequence[Path], gold: Path, verdicts: Path | None = None) -> Measured:
    """The tallies of the rules on plans (files, or folders of them), loaded together, so that a plan is held against that above it.

    Raises:
        MeasuringError: nothing was planted, or no plan could be loaded.
    """
    faults = planted(gold)
    verdicts = verdicts or gold / JUDGED
    found = reasons(plans)
    if not found:
        raise MeasuringError(f"không đọc được kế hoạch nào / no plan could be loaded: {', '.join(map(str, plans))}")
    known = judged(verdicts) if verdicts.is_file() else {}
    return measure(found, faults, known, [rule.code for rule in all_rules()])


def reasons(plans: Sequence[Path]) -> dict[str, list[Row]]:
    """What the rules find in plans: rows of the view `reason` by the stem of the file, of each plan that could be loaded."""
    out: dict[str, list[Row]] = defaultdict(list)
    with closing(open_database(None)) as db:
        list(load(db, files_in(plans)))
        sql = "SELECT f.path, d.slug FROM files f JOIN documents d ON d.id = f.document WHERE d.plan = d.id ORDER BY f.path"
        for row in rows(db, sql):
            stem = Path(row["path"]).stem
            out[stem] += rows(db, "SELECT * FROM reason WHERE plan = ? ORDER BY position", [row["slug"]])
    return dict(out)


def show(measured: Measured, *, form: str, verbose: bool) -> None:
    """Prints the tallies as a table or JSON; `verbose` also what was planted and missed, and what no one has judged."""
    if form == "json":
        click.echo(json.dumps(as_json(measured), ensure_ascii=False, indent=2))
        return
    if verbose:
        for fault in measured.missed:
            click.echo(f"- {fault['plan']} {fault['rule']} {fault['where']}")
        for row in measured.unjudged:
            click.echo(f"? {row['plan']} {row['rule']} {row['key']} {row['message_vi']}")
    for line in table(measured):
        click.echo(line)
