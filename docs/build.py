"""Writes what documentation takes from the program itself; a test demands that what stands in the files is what this gives.

python docs/build.py        writes README.md's examples, docs/commands.md, docs/database.md, docs/findings.md, docs/site.md
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import click
from sqlite_utils import Database

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from db.findings import all_rules, description  # noqa: E402
from db.findings.measuring import table  # noqa: E402
from db.schema.database import open_database  # noqa: E402
from db.site.queries import all_queries  # noqa: E402
from db.terminal.rules_measured import of_plans  # noqa: E402
from db.views import metadata  # noqa: E402
from extract.pipeline import extract_file  # noqa: E402
from extract.records import record_to_json  # noqa: E402
from kehoach import main  # noqa: E402

# The fields that the README's examples show; the rest stands in docs/database.md.
_EXAMPLES = {
    "targets": ("kind", "comparator", "value", "unit", "per", "year", "measure", "section", "quote"),
    "deadlines": ("kind", "due", "relation", "recurrence", "actor", "recipient", "quote"),
    "legal_refs": ("doc_type", "number", "issued_on", "issuer", "role", "quote"),
    "assignments": ("agencies", "role", "partners", "indicators", "quote"),
}


def contents() -> dict[Path, str]:
    """Every generated file with its text."""
    readme, site = ROOT / "README.md", ROOT / "docs/site.md"
    text = readme.read_text(encoding="utf-8")
    text = _between(text, "<!-- output of make run -->", "<!-- end -->", f"```\n{run_output()}```")
    text = _between(text, "<!-- record examples -->", "<!-- end -->", record_examples())
    return {
        readme: text,
        ROOT / "docs/commands.md": commands(),
        ROOT / "docs/database.md": database(),
        ROOT / "docs/findings.md": findings(),
        site: _between(site.read_text(encoding="utf-8"), "<!-- named queries -->", "<!-- end -->", named_queries()),
    }


def _between(text: str, begin: str, end: str, new: str) -> str:
    head, rest = text.split(begin, 1)
    return f"{head}{begin}\n{new}\n{end}{rest.split(end, 1)[1]}"


# The command line as of a day: what is said of programmes that are over would change with the year.
_AS_OF = date(2026, 12, 1)
_PROGRAM = """
from datetime import date
from db.comparison import for_reference
from kehoach import main
if __name__ == "__main__":
    for_reference.today = lambda: date.fromisoformat({day!r})
    main(prog_name="kehoach")
"""


def run_output() -> str:
    """What `make run` prints the first time, at 80 columns, on a day of the year that the README names."""
    program = _PROGRAM.format(day=_AS_OF.isoformat())
    out = []
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "plans.db"
        for arguments in (["load", "corpus/plans"], ["compare", "--summary"]):
            command = [sys.executable, "-c", program, *arguments, "--db", str(target)]
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
            out.append(done.stdout.replace(str(target), "plans.db"))
    return "\n".join(line.rstrip() for line in "".join(out).splitlines()) + "\n"


def record_examples() -> str:
    """One real record of each type: of the plan that ships with the most of them."""
    plan = extract_file(ROOT / "corpus/plans/quang-ninh-52-kh-ubnd-2021.txt")
    parts = []
    for kind, fields in _EXAMPLES.items():
        records = [record_to_json(record) for record in getattr(plan, kind)]
        best = min(
            records, key=lambda record: (-sum(record[field] not in (None, [], ()) for field in fields), record["quote"])
        )
        shown = {field: best[field] for field in fields}
        parts.append(f"`{kind}`\n\n```json\n{json.dumps(shown, ensure_ascii=False, indent=2)}\n```")
    return "\n\n".join(parts)


def commands() -> str:
    """The reference of the command line: the help of every command."""
    parts = ["# Commands\n\nWritten by `docs/build.py` from `--help`.\n"]
    outer = click.Context(main, info_name="kehoach", **{**main.context_settings, "terminal_width": 100})
    for name, command in sorted(main.commands.items()):
        parts += _command(name, command, outer)
    return "\n".join(parts)


def _command(name: str, command: click.Command, outer: click.Context) -> list[str]:
    context = click.Context(command, info_name=name, parent=outer)
    parts = [f"## {context.command_path}\n\n```\n{command.get_help(context)}\n```\n"]
    for inner, below in sorted(getattr(command, "commands", {}).items()):
        parts += _command(inner, below, context)
    return parts


def database() -> str:
    """The reference of the database: tables and views, columns, what they mean."""
    with closing(open_database(None)) as db:
        known = metadata.descriptions()["table"]
        parts = ["# Database\n\nWritten by `docs/build.py` from the schema and `db/views/descriptions.toml`.\n"]
        for title, names in (("Views", db.view_names()), ("Tables", db.table_names())):
            parts.append(f"## {title}\n")
            for name in sorted(name for name in names if name in known):
                parts.append(_table(db, name, known[name]))
    return "\n".join(parts)


def named_queries() -> str:
    """The queries behind the pages: names, parameters, what they give."""
    lines = ["| query | parameters | nghĩa | meaning |", "| --- | --- | --- | --- |"]
    for query in all_queries().values():
        parameters = " ".join(f"`:{name}`" for name in query.parameters)
        lines.append(f"| `{query.name}` | {parameters} | {query.vi} | {query.en} |")
    return "\n".join(lines)


_MEASURED = """
## How right they are

Measured by `kehoach evaluate tests/data/gold --plans corpus/plans --plans tests/data/written --findings`. *Planted* faults stand in
`*.findings.json`; *found* are those that a finding names. *Judged* are the findings that a person has read (`judged.tsv`, or a planted fault
that they name); *true* are those that are right. Plans and faults were written by people who did not know the rules, but the rules were mended
on them since: on plans never seen expect less.

{table}

A sentence that breaks several rules is one finding: the gravest reason leads, the others stand below it, each with its own key and decision.
"""


def findings() -> str:
    """The reference of the rules: how right they are, what each finds and what it leaves alone."""
    severities = {"error": "sai sót", "warning": "đề nghị giải trình", "notice": "lưu ý"}
    measured = of_plans([ROOT / "corpus/plans", ROOT / "tests/data/written"], ROOT / "tests/data/gold")
    parts = ["# Findings\n\nWritten by `docs/build.py` from the rules under `db/findings/rules/`."]
    parts.append(_MEASURED.format(table="\n".join(table(measured))))
    for rule in all_rules():
        parts.append(
            f"## {rule.code}\n\n{rule.name_vi} / {rule.name_en} ({severities[rule.severity]}, {rule.severity})\n\n{description(rule)}\n"
        )
    return "\n".join(parts)


def _table(db: Database, name: str, entry: dict[str, Any]) -> str:
    lines = [f"### {name}\n\n{entry['vi']}\n{entry['en']}\n", "| column | nghĩa | meaning |", "| --- | --- | --- |"]
    for row in db.query(f'SELECT name FROM pragma_table_info("{name}")'):
        words = metadata.column(name, row["name"])
        lines.append(f"| `{row['name']}` | {words['vi']} | {words['en']} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for path, text in contents().items():
        path.write_text(re.sub(r"\n{3,}", "\n\n", text) if path.suffix == ".md" else text, encoding="utf-8")
