"""Progress on the terminal, as a workbook and as the table of a midterm report."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from db.findings.progress_report import lines, verdict_vi, workbook, write_report
from db.schema.database import open_database, rows
from db.views.selection import ProgressSelection, SelectionError, progress
from kehoach import main
from tests.reports import BIRTHS, loaded, plan, report

SAID = "- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh ước đạt {}%."
FAR = "- Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ đạt 97% vào năm 2025."


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("progress")
    path = folder / "plans.db"
    texts = folder / "texts"
    texts.mkdir()
    db = open_database(path)
    loaded(
        db, texts, plan=plan(BIRTHS, FAR), r24=report(2024, SAID.format("97,5")), r25=report(2025, SAID.format("98,4"))
    )
    db.close()
    return path


def run(*arguments: Any) -> str:
    done = CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False, env={"COLUMNS": "160"})
    assert done.exit_code == 0, done.output
    return done.output


def test_the_terminal_says_what_was_reached_of_what(database: Path) -> None:
    said = run("progress", "--unit", "bac giang", "--year", 2025, "--db", database)
    assert "98%" in said
    assert "98,4% (ước) ↗" in said
    assert "▲ vượt" in said
    assert "▲ vượt / exceeded: 1" in said
    assert "chưa có số liệu / no data: 1" in said


def test_only_what_is_known_as_csv(database: Path) -> None:
    head, *found = run("progress", "--reached", "--format", "csv", "--db", database).splitlines()
    assert head.startswith("plan,plan_title,level")
    assert len(found) == 2


def test_the_table_of_a_midterm_report(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "so-ket.docx"
    assert "2 chỉ tiêu" in run("progress", "bac-giang-310", "--docx", path, "--db", database)
    document = docx.Document(str(path))
    (table,) = document.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["STT", "Chỉ tiêu", "ĐVT", "Mục tiêu 2025", "Mục tiêu 2030", "Kết quả 2024", "Kết quả 2025", "Đánh giá", "Nguyên nhân"]  # fmt: skip
    assert cells[1] == [
        "1",
        "Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh",
        "%",
        "98%",
        "99%",
        "97,5% (ước)",
        "98,4% (ước)",
        "2025: vượt so với 98%",
        "",
    ]
    assert cells[2][3:] == ["97%", "98% (chương trình)", "", "", "chưa có số liệu", ""]
    assert "Tổng số 2 chỉ tiêu: vượt 1, chưa có số liệu 1." in document.paragraphs[-1].text


def test_a_workbook_has_a_row_a_year_with_its_sentence(database: Path) -> None:
    db = open_database(database)
    found = progress(db, ProgressSelection(measures=("14",), reached=True))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(found)))["Kết quả thực hiện"]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[4], row[6], row[9], row[11]) for row in values] == [
        (2024, "98%", "97,5% (ước)", "chưa đến mốc"),
        (2025, "98%", "98,4% (ước)", "vượt"),
    ]
    assert values[0][17].startswith("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh")
    db.close()


def test_an_unknown_name_is_refused(database: Path) -> None:
    db = open_database(database)
    for asked in (
        ProgressSelection(measures=("99x",)),
        ProgressSelection(unit="ca mau"),
        ProgressSelection(plans=("khong-co",)),
    ):
        with pytest.raises(SelectionError):
            progress(db, asked)
    db.close()


def test_an_unjudged_year_says_why(database: Path) -> None:
    db = open_database(database)
    (line,) = lines(progress(db, ProgressSelection(measures=("14",))))
    row = line.years[2025] | {"verdict": "incomparable", "reason": "incomplete"}
    assert verdict_vi(row) == "không so sánh được: chưa đủ số liệu của các đơn vị bên dưới"
    assert rows(db, "SELECT count(*) AS n FROM progress WHERE measure = '14'") == [{"n": len(line.years)}]
    db.close()


def _many_years(path: Path) -> Any:
    row: dict[str, Any] = dict.fromkeys(("programme", "measure", "measure_en", "subgroup", "asked_value", "asked_year", "value_high", "total", "per", "units_expected", "reason", "note"))  # fmt: skip
    row |= {"plan": "p", "measure_vi": "Khai sinh", "measure_name": "Khai sinh", "unit": "percent", "estimated": 1}
    found = [row | {"year": year, "value": 92.5, "verdict": "no-data"} for year in range(2021, 2031)]
    write_report({"number": None, "issued_on": None, "title": "Kế hoạch", "slug": "p"}, found, path)
    return docx.Document(str(path))


def test_the_table_fits_the_page_however_many_years_it_has(tmp_path: Path) -> None:
    document = _many_years(tmp_path / "a.docx")
    section, (table,) = document.sections[0], document.tables
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    room = section.page_width - section.left_margin - section.right_margin
    assert 0.99 * room < sum(cell.width for cell in table.rows[0].cells) < 1.001 * room


def test_the_head_stands_on_every_page_and_no_row_is_parted(tmp_path: Path) -> None:
    document = _many_years(tmp_path / "a.docx")
    (table,) = document.tables
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [True, False]
    assert [bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in table.rows] == [True, True]
    assert document.styles["Normal"].font.name == "Times New Roman"
