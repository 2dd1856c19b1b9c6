"""Exports: CSV that Excel reads, a workbook with a sheet a view, JSON Lines, the table of comments."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlite_utils import Database

from db.schema.database import insert, rows, view_sources
from db.views.export import ExportError, export
from db.views.selection import FindingSelection, SelectionError, findings, plans
from tests.conftest import few_units


@pytest.fixture(scope="module")
def small(loaded: Database) -> Iterator[Database]:
    """The plans that ship, of which two sentences begin as formulas do, and few units beside."""
    connection = sqlite3.connect(":memory:")
    loaded.conn.backup(connection)
    for begins, one in (("- ", "min"), ("=", "max")):
        connection.execute(
            f"UPDATE assignments SET quote = ? || quote WHERE id = (SELECT {one}(id) FROM assignments)", [begins]
        )
    few_units(connection)
    yield Database(connection)
    connection.close()


@pytest.fixture(scope="module")
def exported(small: Database, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, int]:
    """All of them exported: the files, with how many rows each is said to have."""
    return dict(export(small, tmp_path_factory.mktemp("exported") / "out"))


@pytest.fixture(scope="module")
def sheets(exported: dict[Path, int]) -> dict[str, list[tuple[Any, ...]]]:
    """The cells of each sheet of the workbook."""
    book = load_workbook(next(path for path in exported if path.suffix == ".xlsx"), read_only=True)
    found = {sheet.title: list(sheet.iter_rows()) for sheet in book}
    book.close()
    return found


def test_every_view_is_exported_whole_in_three_forms(
    small: Database, exported: dict[Path, int], sheets: dict[str, list[tuple[Any, ...]]]
) -> None:
    folder = next(iter(exported)).parent
    assert set(sheets) == {name for name, _ in view_sources()}
    for name, _ in view_sources():
        count = rows(small, f'SELECT count(*) AS n FROM "{name}"')[0]["n"]
        path = folder / f"{name}.csv"
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == count == exported[path]
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(lines) == count
        assert all(isinstance(json.loads(line), dict) for line in lines)
        assert len(sheets[name]) == count + 1
    assert exported[folder / "coverage.csv"] > 100


def test_words_of_a_plan_are_no_formula(exported: dict[Path, int], sheets: dict[str, list[tuple[Any, ...]]]) -> None:
    quotes = next(path for path in exported if path.name == "duties.csv").read_text(encoding="utf-8-sig")
    assert ",'- " in quotes or "\"'- " in quotes
    assert ",'=" in quotes or "\"'=" in quotes
    assert all(cell.data_type != "f" for sheet in sheets.values() for row in sheet for cell in row)


def test_what_people_type_is_no_formula_in_csv(db: Database, tmp_path: Path) -> None:
    typed = {"note": '=HYPERLINK("http://example.org")', "reviewer": "@lan", "value": "-1"}
    named = {"plan": "x", "kind": "targets", "record_key": "k", "field": "value", "extracted": "+1", "state": "made"}
    insert(db, "corrections", [named | typed | {"corrected_at": "2024-01-05T00:00:00+00:00"}])
    few_units(db.conn)
    list(export(db, tmp_path))
    with (tmp_path / "correction.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert {name: row[name] for name in typed} == {name: f"'{words}" for name, words in typed.items()}
    assert row["extracted"] == "'+1"


def test_a_folder_that_cannot_be_written_is_an_error_that_names_it(loaded: Database, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="file"):
        list(export(loaded, tmp_path / "file"))


def test_plans_are_named_by_address_file_or_part(loaded: Database) -> None:
    (row,) = plans(loaded, ("Tân Yên",))
    assert row["slug"] == "tan-yen-ctr-ubnd-2021"
    assert plans(loaded, (row["path"],))[0]["slug"] == row["slug"]
    with pytest.raises(SelectionError, match="cao-bang"):
        plans(loaded, ("nowhere",))
    with pytest.raises(SelectionError):
        plans(loaded, ("2023",))


def test_findings_are_chosen_by_rule_and_severity(loaded: Database) -> None:
    errors = findings(loaded, FindingSelection(severity="error"))
    assert {row["severity"] for row in errors} == {"error"}
    dates = findings(loaded, FindingSelection(rules=("citation-date",)))
    assert {row["rule"] for row in dates} == {"citation-date"}
    with pytest.raises(SelectionError, match="citation-date"):
        findings(loaded, FindingSelection(rules=("nothing",)))
