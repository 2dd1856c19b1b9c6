"""`kehoach results`: a form goes out and comes back on the command line; what is not understood is named and ends with 1."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from db.schema.database import open_database, open_to_read, rows
from db.views.results_form import SHEET
from kehoach import main
from tests.reports import BIRTHS, loaded, plan


@pytest.fixture
def database(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    with closing(open_database(tmp_path / "k.db")) as db:
        loaded(db, folder, plan=plan(BIRTHS))
    return tmp_path / "k.db"


def run(database: Path, *arguments: str | Path) -> Result:
    words = ["results", *map(str, arguments), "--db", str(database)]
    return CliRunner().invoke(main, words, catch_exceptions=False)


def _results(database: Path) -> list[float]:
    with closing(open_to_read(database)) as db:
        return [row["value"] for row in rows(db, "SELECT value FROM results")]


def _filled(path: Path, **cells: object) -> None:
    book = openpyxl.load_workbook(path)
    for name, value in cells.items():
        book[SHEET][name] = value
    book.save(path)


def test_a_form_is_written_filled_in_and_taken_in_once(database: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    written = run(database, "template", "--unit", "bac giang", "--year", "2025", form)
    assert (written.exit_code, written.stdout) == (0, f"{form}: 1 chỉ tiêu / targets\n")
    _filled(form, I2=97)
    first, second = run(database, "import", form), run(database, "import", form)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "1 mới / new, 0 thay đổi" in first.stdout
    assert "0 mới / new, 0 thay đổi / changed, 1 không đổi" in second.stdout
    assert _results(database) == [97.0]


def test_a_cell_that_is_not_understood_is_named_and_nothing_is_taken_in(database: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    run(database, "template", "--unit", "bac giang", "--year", "2025", form)
    _filled(form, I2="gần đạt")
    done = run(database, "import", form)
    assert done.exit_code == 1
    assert f"{SHEET}!I2: " in done.stderr
    assert _results(database) == []


def test_wrong_usage_and_files_that_are_no_tables_are_said(database: Path, tmp_path: Path) -> None:
    assert run(database, "template", "--year", "2025", tmp_path / "form.xlsx").exit_code == 2
    nowhere = run(database, "template", "--unit", "bac giang", "--year", "2025", tmp_path / "no" / "form.xlsx")
    assert nowhere.exit_code == 2
    assert "form.xlsx" in nowhere.stderr
    (tmp_path / "bad.csv").write_bytes(b"no table")
    bad = run(database, "import", tmp_path / "bad.csv")
    assert bad.exit_code == 1
    assert "bad.csv: không tách được các cột" in bad.stderr
