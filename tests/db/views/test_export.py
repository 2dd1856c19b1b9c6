"""Exports: CSV that Excel reads, a workbook with a sheet a view, JSON Lines, the table of comments."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlite_utils import Database

from db.schema.database import insert, rows, view_sources
from db.views.export import ExportError, export
from db.views.selection import FindingSelection, SelectionError, findings, plans


def test_every_view_is_exported_whole_in_three_forms(loaded: Database, tmp_path: Path) -> None:
    files = dict(export(loaded, tmp_path / "out"))
    book = load_workbook(tmp_path / "out/kehoach.xlsx", read_only=True)
    assert set(book.sheetnames) == {name for name, _ in view_sources()}
    for name, _ in view_sources():
        count = rows(loaded, f'SELECT count(*) AS n FROM "{name}"')[0]["n"]
        path = tmp_path / "out" / f"{name}.csv"
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == count == files[path]
        lines = (tmp_path / "out" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(lines) == count
        assert all(isinstance(json.loads(line), dict) for line in lines)
        assert sum(1 for _ in book[name].iter_rows()) == count + 1
    book.close()


def test_words_of_a_plan_are_no_formula(loaded: Database, tmp_path: Path) -> None:
    list(export(loaded, tmp_path))
    quotes = (tmp_path / "duties.csv").read_text(encoding="utf-8-sig")
    assert ",- " not in quotes
    book = load_workbook(tmp_path / "kehoach.xlsx", read_only=True)
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    book.close()


def test_what_people_type_is_no_formula_in_csv(db: Database, tmp_path: Path) -> None:
    typed = {"note": '=HYPERLINK("http://example.org")', "reviewer": "@lan", "value": "-1"}
    named = {"plan": "x", "kind": "targets", "record_key": "k", "field": "value", "extracted": "+1", "state": "made"}
    insert(db, "corrections", [named | typed | {"corrected_at": "2024-01-05T00:00:00+00:00"}])
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
