"""Workbooks and delimited text: the rows as an office sees them."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from extract import readers
from extract.errors import DamagedFile
from extract.pipeline import extract_bytes
from extract.structure import text
from tests.plans import saved, words


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (98.5, "General", "98,5"),
        (0.985, "0.0%", "98,5%"),
        (0.65, "0%", "65%"),
        (65, "General", "65"),
        (65.0, "0.00", "65"),
        (1250, "#,##0", "1.250"),
        (0.12, "General", "0,12"),
        (12.3456, "0.0", "12,3"),
        (datetime.date(2025, 11, 5), "dd/mm/yyyy", "05/11/2025"),
        ("  hai\ndòng ", "General", "hai dòng"),
    ],
)
def test_values_are_written_as_an_office_sees_them(value: Any, form: str, shown: str) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Chỉ tiêu", "Giá trị"])
    book.active.append(["Một", None])
    cell = book.active.cell(2, 2, value)
    cell.number_format = form
    assert words(saved(book)) == ["Chỉ tiêu | Giá trị", f"Một | {shown}"]


def test_titles_are_lines_tables_are_parted_by_empty_rows_and_empty_columns_go() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["BIỂU CHỈ TIÊU"])
    sheet.merge_cells("A1:D1")
    sheet.append(["TT", None, "Chỉ tiêu", 2025])
    sheet.append([1, None, "Khai sinh", 98])
    sheet.append([])
    sheet.append(["Ghi chú: số liệu của Sở."])
    read = readers.read(saved(book))
    assert text.build(read).text.split("\n") == [
        "BIỂU CHỈ TIÊU", "TT | Chỉ tiêu | 2025", "1 | Khai sinh | 98", "Ghi chú: số liệu của Sở.",
    ]  # fmt: skip
    assert [bool(line.cells) for line in read.lines] == [False, True, True, False]


def test_what_is_hidden_is_not_read_and_a_hidden_sheet_is_named() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["TT", "Nháp", "Chỉ tiêu"])
    sheet.append([1, "x", "Khai sinh"])
    sheet.append([2, "x", "Tiêm chủng"])
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    other = book.create_sheet("Tính toán")
    other.append(["1", "2"])
    other.sheet_state = "hidden"
    read = readers.read(saved(book))
    assert text.build(read).text.split("\n") == ["TT | Chỉ tiêu", "1 | Khai sinh"]
    assert [(note.code, "Tính toán" in note.message) for note in read.notes] == [("sheet-hidden", True)]


def test_sheets_follow_each_other_under_their_names() -> None:
    book = openpyxl.Workbook()
    book.active.append(["TT", "Một"])
    second = book.create_sheet("Phụ lục 2")
    second.append(["TT", "Hai"])
    assert words(saved(book)) == ["TT | Một", "Phụ lục 2", "TT | Hai"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_delimited_text(sign: str) -> None:
    rows = [
        ["TT", "Chỉ tiêu", "2025", "2030"],
        ["1", "Xã, phường phù hợp", "65", "75"],
        ["2", "Khai sinh", "98,5", "100"],
    ]
    lines = [sign.join(f'"{field}"' if sign in field else field for field in row) for row in rows]
    assert words("\r\n".join(lines).encode()) == [" | ".join(row) for row in rows]


@pytest.mark.parametrize(
    "prose",
    [
        "Căn cứ Luật Trẻ em, Luật Giáo dục, Luật Y tế;\nTheo đề nghị của Sở A, Sở B, Sở C,\nỦy ban nhân dân tỉnh ban hành kế hoạch.",
        "1. Sở Y tế, Sở Giáo dục\n2. Công an tỉnh\n3. Hội phụ nữ, Đoàn thanh niên",
    ],
)
def test_sentences_with_commas_are_no_rows(prose: str) -> None:
    assert readers.sniff(prose.encode()) == "text"


def test_a_damaged_workbook_gets_one_clear_line() -> None:
    data = bytearray(saved(openpyxl.Workbook()))
    at = data.index(b"xl/workbook.xml")
    data[at + 40 : at + 200] = bytes(160)
    with pytest.raises(DamagedFile):
        readers.read(bytes(data))


@pytest.mark.needs("soffice")
def test_an_old_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["TT", "Chỉ tiêu", "2025"])
    book.active.append([1, "Khai sinh", 98.5])
    (tmp_path / "a.xlsx").write_bytes(saved(book))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "xls:MS Excel 97",
         "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")], check=True, capture_output=True,
    )  # fmt: skip
    assert words((tmp_path / "a.xls").read_bytes()) == ["TT | Chỉ tiêu | 2025", "1 | Khai sinh | 98,5"]


def test_a_workbook_without_a_head_sets_the_targets_of_its_table() -> None:
    book = openpyxl.Workbook()
    book.active.append(["TT", "Chỉ tiêu", "ĐVT", 2026, 2030])
    book.active.append([1, "Tỷ lệ trường có phòng tư vấn tâm lý", "%", 80, 95.5])
    plan = extract_bytes(saved(book), path="a.xlsx")
    assert [(target.value, target.year, target.unit) for target in plan.targets] == [
        (80, 2026, "percent"), (95.5, 2030, "percent"),
    ]  # fmt: skip
