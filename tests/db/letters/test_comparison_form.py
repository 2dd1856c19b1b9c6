"""The form for printing read back: paper, heads on every page, title, unit, source, signs with their words."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from db.letters.comparison_form import Compared, workbook

PROGRAMME = {"id": "p", "decision_vi": "Quyết định 23/QĐ-TTg", "title_vi": "Chương trình hành động quốc gia vì trẻ em"}
MEASURE = {
    "measure": "4a", "short_vi": "Nhẹ cân", "objective": 1, "objective_vi": "Sức khỏe", "unit": "percent", "per": None, "subgroup": None,
    "comparator": "<", "value_high": None,
}  # fmt: skip
ASKED = [MEASURE | {"year": 2025, "value": 9.0}, MEASURE | {"year": 2030, "value": 6.0}]

# Of the plans with an even and an odd number.
NAMES = ("Kiên Lao", "Tân Dĩnh")


def plan(number: int) -> dict[str, Any]:
    return {
        "plan": f"xa-{number}", "level": "commune", "commune": NAMES[number % 2], "district": None, "province": "Bắc Giang", "issuer": f"Ủy ban nhân dân xã {NAMES[number % 2]}",
        "number": f"{number}/KH-UBND", "doc_type": "KH", "issued_on": "2025-09-05", "status": "issued", "period_start": 2026, "period_end": 2030,
    }  # fmt: skip


def value(plan: str, stance: str, number: float | None) -> dict[str, Any]:
    return MEASURE | {"plan": plan, "year": 2030, "value": number, "stance": stance}


def sheets(count: int, *values: dict[str, Any]) -> list[Any]:
    held = Compared(
        programme=PROGRAMME,
        asked=ASKED,
        plans=[plan(number) for number in range(1, count + 1)],
        values=values,
        level="commune",
        province="Bắc Giang",
    )
    return list(load_workbook(io.BytesIO(workbook(held))).worksheets)


@pytest.fixture(scope="module")
def sheet() -> Any:
    (found,) = sheets(2, value("xa-1", "weaker", 8.0), value("xa-2", "absent", None))
    return found


def words(sheet: Any) -> list[list[str]]:
    return [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_it_is_laid_out_for_printing(sheet: Any) -> None:
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (int(sheet.page_setup.fitToWidth), int(sheet.page_setup.fitToHeight)) == (1, 0)
    assert sheet.print_title_rows == "$4:$4"
    assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value} == {"Times New Roman"}
    assert sheet.page_margins.left * 25.4 == pytest.approx(30)


def test_it_has_title_unit_source_and_signs_with_words(sheet: Any) -> None:
    found = words(sheet)
    assert found[0] == ["BIỂU SO SÁNH CHỈ TIÊU KẾ HOẠCH CỦA CÁC XÃ THUỘC TỈNH BẮC GIANG VỚI QUYẾT ĐỊNH 23/QĐ-TTG"]
    assert found[2] == ["Đơn vị tính: ghi tại cột ĐVT của từng chỉ tiêu"]
    assert found[3] == [
        "TT", "Chỉ tiêu", "ĐVT", "Mức của Quyết định 23/QĐ-TTg", "xã Tân Dĩnh\ntỉnh Bắc Giang\n2026–2030", "xã Kiên Lao\ntỉnh Bắc Giang\n2026–2030",
    ]  # fmt: skip
    assert found[4] == ["Mục tiêu 1. Sức khỏe"]
    assert found[5] == ["4a", "Nhẹ cân", "%", "2025: <9%\n2030: <6%", "2030: <8% ▼ chưa bảo đảm", "– không đề cập"]
    assert "▲ phấn đấu cao hơn mức chương trình" in found[6][0]
    assert found[7] == [
        "Nguồn: Kế hoạch số 1/KH-UBND ngày 05 tháng 9 năm 2025 của Ủy ban nhân dân xã Tân Dĩnh; "
        "Kế hoạch số 2/KH-UBND ngày 05 tháng 9 năm 2025 của Ủy ban nhân dân xã Kiên Lao."
    ]


def test_rows_are_as_high_as_their_words(sheet: Any) -> None:
    heights = {row: sheet.row_dimensions[row].height for row in (4, 6)}
    assert heights[6] >= 2 * 15  # the programme's two years
    assert heights[4] >= 2 * 15


def test_more_localities_than_fit_on_a_page_get_sheets_of_their_own() -> None:
    found = sheets(13)
    assert [one.title for one in found] == ["Biểu 1", "Biểu 2", "Biểu 3"]
    assert [len(words(one)[3]) - 4 for one in found] == [5, 5, 3]
    assert words(found[1])[0][0].endswith("(2/3)")


def test_without_plans_it_is_a_form_without_columns() -> None:
    (found,) = sheets(0)
    assert words(found)[3] == ["TT", "Chỉ tiêu", "ĐVT", "Mức của Quyết định 23/QĐ-TTg"]
    assert words(found)[-1] == ["Nguồn: ……."]
