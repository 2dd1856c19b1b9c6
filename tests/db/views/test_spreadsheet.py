"""Sheets of a workbook: a head that stays in sight, text that is never run."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from db.terminal import report
from db.views.spreadsheet import Sheet, cell_text, csv_of, harmless, new_book, saved


def test_a_sheet_has_its_head_in_sight_and_columns_as_wide_as_asked() -> None:
    book = new_book()
    sheet = Sheet(book, "x" * 40, [("Kế hoạch", 30), ("Năm", 8)], freeze="B2")
    sheet.append(["=1+1", 2025])
    sheet.append([sheet.cell("▼ 90%", bold=True, fill="FDECDB")])
    found = load_workbook(io.BytesIO(saved(book))).active
    assert found is not None
    assert (found.title, found.freeze_panes) == ("x" * 31, "B2")
    assert [found.column_dimensions[letter].width for letter in "AB"] == [30, 8]
    assert [cell.value for cell in found[1]] == ["Kế hoạch", "Năm"]
    assert found["A1"].font.bold
    assert [cell.value for cell in found[2]] == ["'=1+1", 2025]
    assert found["A3"].fill.start_color.rgb.endswith("FDECDB")
    assert found["A3"].alignment.wrap_text


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@a", "\tx", "\rx"])
def test_csv_marks_what_a_spreadsheet_would_run(value: str) -> None:
    assert harmless(value) == f"'{value}"


@pytest.mark.parametrize("value", ["a=1", -1, None, "1-2"])
def test_csv_leaves_the_rest(value: Any) -> None:
    assert harmless(value) == value


def test_a_cell_holds_no_control_characters_and_not_more_than_excel_allows() -> None:
    assert cell_text("a\x00b") == "ab"
    assert len(cell_text("x" * 40_000)) == 32_000


def test_lines_of_csv_are_ended_as_in_rfc_4180_and_run_nothing() -> None:
    assert csv_of([("a", "b"), ("=1+1", 2), ('x "y"', None)]) == 'a,b\r\n\'=1+1,2\r\n"x ""y""",\r\n'
    assert report.as_csv([{"note": "@SUM(A1)", "year": 2025}]) == "note,year\r\n'@SUM(A1),2025\r\n"
