"""`kehoach assign`: plans by address, who has them, the log, what it refuses."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.files import files_in
from db.load.dispatch import load
from db.review import audit
from db.schema.database import open_database, rows
from kehoach import main
from tests.conftest import PLANS

PLAN = "duc-co-kh-2022"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "plans.db"
    with closing(open_database(path)) as db:
        list(load(db, files_in([PLANS / f"{PLAN}.txt"])))
    return path


def assign(database: Path, *given: str) -> Result:
    return CliRunner().invoke(main, ["assign", *given, "--db", str(database)])


def held(database: Path) -> list[tuple[object, ...]]:
    with closing(open_database(database)) as db:
        return [tuple(row.values()) for row in rows(db, "SELECT plan, person FROM assignee")]


def test_plans_are_given_to_a_name_and_back(database: Path) -> None:
    given = assign(database, "duc-co", "--to", "Nguyễn Thị Hòa")
    assert (given.exit_code, given.output) == (0, f"{PLAN}: Nguyễn Thị Hòa\n")
    assert held(database) == [(PLAN, "Nguyễn Thị Hòa")]
    entry = next(audit.entries(database))
    assert (entry.act, entry.about, entry.more, entry.where) == ("assigned", PLAN, "Nguyễn Thị Hòa", "command")
    assert assign(database, PLAN, "--nobody").exit_code == 0
    assert held(database) == []


@pytest.mark.parametrize(
    "given",
    [
        [PLAN],
        [PLAN, "--to", " "],
        [PLAN, "--to", "lan", "--nobody"],
        [PLAN, "--to", "a" * 99],
        ["không-có-kế-hoạch", "--to", "lan"],
    ],
)
def test_what_makes_no_sense_is_refused(database: Path, given: list[str]) -> None:
    assert assign(database, *given).exit_code == 2
    assert held(database) == []
