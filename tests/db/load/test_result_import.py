"""Workbooks of results: written from a plan, filled in, taken in again; other tables of the same meaning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.worksheet.worksheet import Worksheet
from sqlite_utils import Database

from corpus import units
from corpus.files import files_in
from db.findings.wording import value_vi
from db.load.derive import derive
from db.load.dispatch import load
from db.load.result_import import Imported, import_file
from db.load.result_sheets import SheetError, read
from db.review import corrections, removal
from db.schema.database import open_database, rows, transaction
from db.views import results_form
from kehoach import main
from tests.conftest import PLANS
from tests.reports import BIRTHS, judged, loaded, plan

AIMS = (BIRTHS, "- Tỷ suất tử vong trẻ em dưới 1 tuổi giảm còn 9/1.000 trẻ đẻ sống vào năm 2025.", "- Tỷ lệ hộ gia đình có tủ sách đạt 30% vào năm 2025.")  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    folder = tmp_path / "plans"
    folder.mkdir()
    database = open_database(None)
    loaded(database, folder, plan=plan(*AIMS))
    yield database
    database.close()


def _form(db: Database, path: Path, year: int = 2025, **cells: Any) -> Path:
    """The form of the plan with some cells filled in."""
    head = rows(db, "SELECT * FROM documents WHERE genre = 'plan'")[0]
    path.write_bytes(results_form.workbook(head, results_form.aims(db, [head["id"]], value_vi), year=year))
    book = openpyxl.load_workbook(path)
    for name, value in cells.items():
        book[results_form.SHEET][name] = value
    book.save(path)
    return path


def _counts(done: Imported) -> tuple[int, int, int, int]:
    return done.new, done.changed, done.same, done.blank


def _sheet(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(path)[results_form.SHEET]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_a_form_has_a_row_for_each_aim_and_only_its_entries_are_open(db: Database, tmp_path: Path) -> None:
    sheet = _sheet(_form(db, tmp_path / "form.xlsx"))
    assert [sheet.cell(row, 3).value for row in range(2, 5)] == [
        "Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh [14. Đăng ký khai sinh]",
        "Tỷ suất tử vong trẻ em dưới 1 tuổi [3b. Tử vong dưới 1 tuổi]",
        "Tỷ lệ hộ gia đình có tủ sách",
    ]
    assert [sheet.cell(row, 5).value for row in range(2, 5)] == ["%", "/1.000", "%"]
    assert sheet["F2"].value == "2025: 98%; 2030: 99%"
    assert sheet.protection.sheet
    assert [sheet[f"{column}2"].protection.locked for column in "CFGHIL"] == [True, True, False, False, False, False]
    assert {str(rule.sqref): rule.type for rule in sheet.data_validations.dataValidation} == {
        "G2:G4": "decimal", "H2:H4": "decimal", "I2:I4": "decimal", "L2:L4": "list",
    }  # fmt: skip


def test_what_is_filled_in_judges_the_year(db: Database, tmp_path: Path) -> None:
    path = _form(db, tmp_path / "form.xlsx", G2=985, H2=1000, I3="8,7", L3="ước thực hiện", I4=31, M4="điều tra hộ")
    assert _counts(import_file(db, path)) == (3, 0, 0, 0)
    columns = ("measure", "year", "value", "numerator", "denominator", "estimated", "verdict")
    assert [row for row in judged(db, *columns) if row[1] == 2025] == [
        ("14", 2025, 98.5, 985, 1000, 0, "exceeded"),
        ("3b", 2025, 8.7, None, None, 1, "exceeded"),
        (None, 2025, 31, None, None, 0, "exceeded"),
    ]
    (row,) = rows(db, "SELECT cell, source, quote, result_document FROM progress WHERE cell = 'Kết quả!I4'")
    assert row["source"] == "điều tra hộ"
    assert row["quote"] == "Tỷ lệ hộ gia đình có tủ sách | đơn vị tính: % | kết quả: 31 | nguồn: điều tra hộ"
    (stored,) = rows(db, "SELECT r.quote, substr(t.text, r.quote_start + 1, r.quote_end - r.quote_start) AS there FROM results r JOIN texts t USING (document) WHERE r.cell LIKE '%I4'")  # fmt: skip
    assert stored["quote"] == stored["there"]


def test_imported_twice_it_changes_nothing(db: Database, tmp_path: Path) -> None:
    path = _form(db, tmp_path / "form.xlsx", I2=97, I3=9)
    import_file(db, path)
    before = list(db.conn.iterdump())
    assert _counts(import_file(db, path)) == (0, 0, 2, 1)
    assert list(db.conn.iterdump()) == before


def test_a_new_value_takes_the_place_of_the_old_one_and_a_blank_leaves_it(db: Database, tmp_path: Path) -> None:
    import_file(db, _form(db, tmp_path / "form.xlsx", I2=97, I3=9))
    assert _counts(import_file(db, _form(db, tmp_path / "form.xlsx", I2=99))) == (0, 1, 0, 2)
    assert rows(db, "SELECT value FROM results ORDER BY value") == [{"value": 9}, {"value": 99}]


def test_a_correction_by_a_person_wins_over_later_imports(db: Database, tmp_path: Path) -> None:
    import_file(db, _form(db, tmp_path / "form.xlsx", I2=97))
    (result,) = rows(db, "SELECT id FROM results")
    derive(db, {corrections.correct(db, "results", result["id"], "value", "98,2", reviewer="an")})
    assert _counts(import_file(db, _form(db, tmp_path / "form.xlsx", I2=97))) == (0, 0, 1, 2)
    import_file(db, _form(db, tmp_path / "form.xlsx", I2=96))
    assert ("14", 98.2, "exceeded") in judged(db, "measure", "value", "verdict")


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"I2": "khoảng 97"}, ("Kết quả!I2", "'khoảng 97' không phải là số")),
        ({"I2": 97, "K2": "31/2/2025"}, ("Kết quả!K2", "'31/2/2025' không phải là ngày")),
        ({"I2": 97, "L2": "sơ bộ"}, ("Kết quả!L2", "'sơ bộ': chọn chính thức hoặc ước thực hiện")),
        ({"I2": 97, "G2": 90, "H2": 100}, ("Kết quả!I2", "không khớp với tử số và mẫu số (90.00)")),
        ({"G2": 90}, ("Kết quả!I2", "cần cả tử số và mẫu số, hoặc kết quả")),
        ({"G2": 90, "H2": 0}, ("Kết quả!I2", "mẫu số bằng 0")),
    ],
)
def test_a_cell_that_is_not_understood_is_named(
    db: Database, tmp_path: Path, cells: dict[str, Any], problem: tuple[str, str]
) -> None:
    done = import_file(db, _form(db, tmp_path / "form.xlsx", **cells))
    assert [(one.cell, one.message.split(" / ")[0].split(", ví dụ")[0]) for one in done.problems] == [problem]
    assert rows(db, "SELECT * FROM results") == []


def _set_in_per_cent(path: Path, cell: str) -> Path:
    book = openpyxl.load_workbook(path)
    book[results_form.SHEET][cell].number_format = "0%"
    book.save(path)
    return path


def test_a_fraction_in_a_cell_set_in_per_cent_is_a_share(db: Database, tmp_path: Path) -> None:
    done = import_file(db, _set_in_per_cent(_form(db, tmp_path / "form.xlsx", I2=0.92), "I2"))
    assert (_counts(done), done.problems) == ((1, 0, 0, 2), [])
    assert rows(db, "SELECT value, unit FROM results") == [{"value": 92, "unit": "percent"}]


def test_a_fraction_below_per_cent_is_doubted_where_much_more_was_asked(db: Database, tmp_path: Path) -> None:
    done = import_file(db, _form(db, tmp_path / "form.xlsx", I2=0.92))
    assert [(one.cell, one.message.split(";")[0].split("?")[0]) for one in done.problems] == [
        ("Kết quả!I2", "0,92% hay 92%")
    ]
    assert rows(db, "SELECT * FROM results") == []


@pytest.mark.parametrize(
    "cells",
    [{"I2": "0,92%"}, {"I2": 0.92, "G2": 92, "H2": 10_000}, {"I3": 0.92}, {"F2": "2025: 2%", "I2": 0.92}],
    ids=["with-sign", "with-parts", "a-rate", "little-asked"],
)
def test_a_small_share_that_is_said_or_asked_so_is_taken_in(
    db: Database, tmp_path: Path, cells: dict[str, Any]
) -> None:
    done = import_file(db, _form(db, tmp_path / "form.xlsx", **cells))
    assert (done.problems, [row["value"] for row in rows(db, "SELECT value FROM results")]) == ([], [0.92])


@pytest.mark.parametrize(
    "words",
    [
        "Trẻ em dưới 5 tuổi được đăng ký khai sinh",
        "Tỷ lệ hộ gia đình có tủ sách",
        "Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ",
    ],
    ids=["measure-of-the-plan", "words-of-the-plan", "measure-of-the-programme"],
)
def test_a_table_without_what_was_asked_is_held_against_plan_and_programme(
    db: Database, tmp_path: Path, words: str
) -> None:
    path = _table(tmp_path / "t.xlsx", ("Chỉ tiêu", "ĐVT", "Kết quả 2024"), (words, "%", 0.31))
    done = import_file(db, path, unit="bac giang")
    assert [one.cell for one in done.problems] == ["Sheet!C2"]


def _table(path: Path, *lines: tuple[Any, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for line in lines:
        sheet.append(line)
    book.save(path)
    return path


def test_a_table_with_other_heads_is_read_by_its_heads(db: Database, tmp_path: Path) -> None:
    path = _table(
        tmp_path / "other.xlsx",
        ("TỔNG HỢP SỐ LIỆU",),
        ("TT", "Nội dung chỉ tiêu", "ĐVT", "Thực hiện 2023", "Ước TH 2024", "Đơn vị cung cấp"),
        (1, "Trẻ em dưới 5 tuổi được đăng ký khai sinh", "%", 96.5, "97,2", "Sở Tư pháp"),
        (2, "Hộ dùng nước máy", "%", 80, None, None),
    )
    with pytest.raises(SheetError, match="--unit"):
        import_file(db, path)
    done = import_file(db, path, unit="bac giang")
    assert (_counts(done), done.unknown) == ((3, 0, 0, 1), ["Hộ dùng nước máy"])
    assert judged(db, "year", "value", "estimated", "trend", "agency", measure="14")[:2] == [
        (2023, 96.5, 0, None, "Sở Tư pháp"),
        (2024, 97.2, 1, "better", "Sở Tư pháp"),
    ]


def test_text_with_commas_and_two_rows_of_heads(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("STT;Chỉ tiêu;Kết quả năm 2024;;\n;;;Tử số;Mẫu số\n1;Trẻ em dưới 5 tuổi được đăng ký khai sinh;;97;100\n", encoding="utf-8-sig")  # fmt: skip
    (entry,) = read(path, path.read_bytes()).entries
    assert (entry.numerator, entry.denominator, entry.year) == (97, 100, 2024)


def test_what_holds_no_results_is_refused(db: Database, tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="không thấy bảng"):
        import_file(db, _table(tmp_path / "x.xlsx", ("TT", "Họ và tên"), (1, "An")))
    (tmp_path / "bao-cao.docx").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(SheetError, match="không mở được"):
        import_file(db, tmp_path / "bao-cao.docx")


def test_a_locality_in_a_column_is_the_unit_of_its_row(db: Database, tmp_path: Path) -> None:
    path = _table(
        tmp_path / "d.xlsx",
        ("Chỉ tiêu", "Địa phương", "Tử số", "Mẫu số", "Năm"),
        ("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh", "Tân Yên", 90, 100, 2024),
        ("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh", "Yên Thế", 50, 100, 2024),
    )
    assert _counts(import_file(db, path, unit="Bắc Giang")) == (2, 0, 0, 0)
    found = judged(db, "year", "value", "units_counted", "verdict", "reason", measure="14")
    assert found[0][:3] == (2024, 70, 2)


def test_the_commands_write_a_form_for_each_agency_and_take_it_in(tmp_path: Path) -> None:
    database, texts = tmp_path / "plans.db", tmp_path / "texts"
    texts.mkdir()
    table = "| TT | Chỉ tiêu | ĐVT | Năm 2025 | Cơ quan chủ trì |\n| 1 | Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh | % | 98 | Sở Tư pháp |\n| 2 | Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ | % | 97 | Sở Y tế |"
    db = open_database(database)
    loaded(db, texts, plan=plan(table))
    db.close()

    def run(*arguments: Any) -> Any:
        return CliRunner().invoke(
            main, ["results", *map(str, arguments), "--db", str(database)], catch_exceptions=False
        )

    run("template", "bac-giang", "--year", 2025, "--each-agency", tmp_path / "f.xlsx")
    assert sorted(one.name for one in tmp_path.glob("*.xlsx")) == ["f-so-tu-phap.xlsx", "f-so-y-te.xlsx"]
    path = tmp_path / "f-so-y-te.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book[results_form.SHEET]
    assert (sheet["C2"].value, sheet["C3"].value, sheet["N2"].value) == (
        "Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ [5a. Tiêm chủng dưới 1 tuổi]", None, "Sở Y tế",
    )  # fmt: skip
    sheet["I2"] = 97.4
    book.save(path)
    done = run("import", path)
    assert (done.exit_code, "1 mới / new" in done.stdout, "ket-qua-bac-giang-2025-so-y-te" in done.stdout) == (
        0,
        True,
        True,
    )
    sheet["I2"] = "gần 98"
    book.save(path)
    done = run("import", path)
    assert done.exit_code == 1
    assert "Kết quả!I2: 'gần 98' không phải là số" in done.stderr
    assert run("import", tmp_path / "none.xlsx").exit_code == 1
    assert run("template", "bac-giang", "--year", 2025, "--agency", "cong an", path).exit_code == 2
    assert run("template", "--year", 2025, path).exit_code == 2
    assert run("template", "--unit", "ca mau", "--year", 2025, path).exit_code == 2
    assert run("template", "--unit", "bac giang", "--year", 2025, path).stdout.endswith("2 chỉ tiêu / targets\n")


@pytest.mark.parametrize(("name", "year"), [("cao-bang-kh-ubnd-2023", 2023), ("duc-co-kh-2022", 2022)])
def test_every_row_of_a_form_reaches_the_target_that_it_was_made_for(tmp_path: Path, name: str, year: int) -> None:
    db = open_database(None)
    assert [one.error for one in load(db, files_in([PLANS / f"{name}.txt"]))] == [None]
    path = _form(db, tmp_path / "form.xlsx", year)
    filled = {f"I{row}": 9 for row in range(2, _sheet(path).max_row + 1)}
    done = import_file(db, _form(db, path, year, **filled))
    assert (done.new, done.unknown, done.problems) == (len(filled), [], [])
    reached = rows(db, "SELECT DISTINCT result FROM progresses WHERE year = ? AND result IS NOT NULL", [year])
    assert len(reached) == len(filled)


def test_two_targets_that_share_their_words_are_two_rows(db: Database, tmp_path: Path) -> None:
    with transaction(db):
        db.conn.execute("UPDATE targets SET subject = 'Trẻ em'")
    path = _form(db, tmp_path / "form.xlsx", I2=97, I3=9, I4=30)
    said = [_sheet(path).cell(row, 3).value for row in (2, 3)]
    assert said[0].startswith("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98%")
    assert said[1].endswith("[3b. Tử vong dưới 1 tuổi]")
    assert _counts(import_file(db, path)) == (3, 0, 0, 0)


def test_a_row_is_known_by_its_target_however_its_words_are_read(db: Database, tmp_path: Path) -> None:
    path = _form(db, tmp_path / "form.xlsx", I2=97, I4=31)
    import_file(db, path)
    with transaction(db):
        db.conn.execute("UPDATE targets SET subject = 'khai sinh', clause = 'khai sinh'")
    assert _counts(import_file(db, path))[:1] == (0,)
    assert len(rows(db, "SELECT id FROM results")) == 2


def test_a_result_follows_the_corrected_measure_of_its_target(db: Database, tmp_path: Path) -> None:
    import_file(db, _form(db, tmp_path / "form.xlsx", I2=97))
    assert [
        row["measure"] for row in rows(db, "SELECT measure FROM result_alignments WHERE programme = 'qd-23-2021'")
    ] == ["14"]
    for target in rows(db, "SELECT id FROM targets WHERE measure = '14'"):
        derive(db, {corrections.correct(db, "targets", target["id"], "measure", "5b", reviewer="an")})
    assert [
        row["measure"] for row in rows(db, "SELECT measure FROM result_alignments WHERE programme = 'qd-23-2021'")
    ] == ["5b"]
    assert ("5b", 2025, 97, "missed") in judged(db, "measure", "year", "value", "verdict")


def test_results_that_were_taken_back_count_no_more_and_say_so_when_imported(db: Database, tmp_path: Path) -> None:
    path = _form(db, tmp_path / "form.xlsx", I2=97)
    (address,) = import_file(db, path).documents
    (document,) = rows(db, "SELECT id FROM documents WHERE slug = ?", [address])
    derive(db, removal.remove(db, document["id"], reason="nhập nhầm"))
    assert {row[0] for row in judged(db, "value", measure="14")} == {None}
    done = import_file(db, path)
    assert _counts(done)[:3] == (0, 0, 0)
    assert [one.message for one in done.problems] == [
        f"kết quả này đã được rút; khôi phục trước: kehoach reinstate {address} / taken back; bring it back first: kehoach reinstate {address}"
    ]
    derive(db, removal.restore(db, document["id"]))
    assert 97 in {row[0] for row in judged(db, "value", measure="14")}


def test_units_of_rows_are_those_of_their_year_and_others_are_warned_of(db: Database, tmp_path: Path) -> None:
    register = units.load()
    (province,) = register.find("Quảng Ninh", level="province", on=date(2024, 12, 31))
    names = [one.name for one in register.children(province, "district") if one.valid(date(2024, 12, 31))]
    assert len(names) == 13
    lines = [("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh", one, 90, 100, 2024) for one in (*names, "Núi Lạ")]
    path = _table(tmp_path / "d.xlsx", ("Chỉ tiêu", "Địa phương", "Tử số", "Mẫu số", "Năm"), *lines)
    import_file(db, path, unit="tỉnh Quảng Ninh")
    placed = rows(
        db, "SELECT u.level FROM result_units r JOIN units u ON u.code = r.unit WHERE r.unit <> ?", [province.code]
    )
    assert [row["level"] for row in placed] == ["district"] * 13
    (warned,) = rows(db, "SELECT quote, message FROM warnings WHERE code = 'result-unplaced'")
    assert "Núi Lạ" in warned["quote"]
    assert "«Núi Lạ»" in warned["message"]


def test_a_count_of_a_whole_is_asked_with_it(tmp_path: Path) -> None:
    db = open_database(None)
    assert [one.error for one in load(db, files_in([PLANS / "duc-co-kh-2022.txt"]))] == [None]
    sheet = _sheet(_form(db, tmp_path / "form.xlsx", 2022))
    assert "2022: 10/10" in {sheet.cell(row, 6).value for row in range(2, sheet.max_row + 1)}
