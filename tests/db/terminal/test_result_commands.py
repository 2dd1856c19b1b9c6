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


def _load(database: Path, path: Path) -> Result:
    return CliRunner().invoke(main, ["load", str(path), "--db", str(database)], catch_exceptions=False)


@pytest.mark.parametrize("heads_changed", [False, True])
def test_a_form_is_no_document_and_load_names_the_command_that_takes_it_in(
    database: Path, tmp_path: Path, *, heads_changed: bool
) -> None:
    form = tmp_path / "form.xlsx"
    run(database, "template", "--unit", "bac giang", "--year", "2025", form)
    _filled(form, I2=97, **({"J1": "Ghi thêm", "K1": "Ghi thêm"} if heads_changed else {}))
    done = _load(database, form)
    assert done.exit_code == 1
    assert "kehoach results import" in done.stderr
    with closing(open_to_read(database)) as db:
        assert [row["genre"] for row in rows(db, "SELECT genre FROM documents")] == ["plan"]
        (refused,) = rows(db, "SELECT outcome, error FROM files WHERE path LIKE '%form.xlsx'")
    assert refused == {"outcome": "failed", "error": "results-form"}


def test_a_form_saved_as_text_is_known_by_its_heads(database: Path, tmp_path: Path) -> None:
    form, text = tmp_path / "form.xlsx", tmp_path / "form.csv"
    run(database, "template", "--unit", "bac giang", "--year", "2025", form)
    _filled(form, I2=97)
    found = [["" if one is None else str(one) for one in row] for row in openpyxl.load_workbook(form)[SHEET].values]
    text.write_text("\n".join(";".join(row).replace("; ", ", ") for row in [*found, *found[1:]]), encoding="utf-8")
    done = _load(database, text)
    assert (done.exit_code, "kehoach results import" in done.stderr) == (1, True)


def test_a_plan_without_numbers_has_no_form_and_says_so(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vague"
    folder.mkdir()
    with closing(open_database(database)) as db:
        home = {"unit": "TỈNH BẮC NINH", "place": "Bắc Ninh"}
        loaded(db, folder, plan=plan("- Nâng cao chất lượng chăm sóc trẻ em.", unit=home))
    done = run(database, "template", "bac-ninh", "--year", "2025", tmp_path / "f.xlsx")
    assert (done.exit_code, (tmp_path / "f.xlsx").exists()) == (2, False)
    assert "không có chỉ tiêu nào bằng số để điền / no target with a number to fill in" in done.stderr
