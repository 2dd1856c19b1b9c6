"""The comparison of the localities of one level as a form for printing (*biểu so sánh*): a workbook on A4, five localities a sheet."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from sqlite_utils import Database

from db.comparison.stances import unit_words
from db.findings.wording import type_vi, value_vi
from db.letters.terms import day_vi
from db.schema.database import rows
from db.views import selection, unit_names, word, words
from db.views.selection import Selection
from db.views.spreadsheet import cell_text
from patterns.fold import fold

Row = dict[str, Any]

# What the localities of a level are called together.
LEVELS = {"province": "các tỉnh, thành phố", "district": "các huyện", "commune": "các xã"}
# Localities on one sheet: more could not be read on A4.
_BESIDE = 5
_FIXED = (("TT", 6), ("Chỉ tiêu", 34), ("ĐVT", 10), ("Mức chương trình", 15))
_WIDTH = 21
# Colours of cells, beside their signs: the gravest stance of a cell decides.
FILLS = {"weaker": "FDECDB", "incomparable": "F1EAFA", "stricter": "E2F3F0"}
_LINE = Side(style="thin", color="000000")
_HEAD = 4
# Of a line of 12 points.
_LINE_HEIGHT = 16
# Digits after the comma.
_DIGITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a form holds: the programme (a row of `programmes`), what it asks, the plans and their values (rows of the comparison)."""

    programme: Row
    asked: Sequence[Row]
    plans: Sequence[Row]
    values: Sequence[Row]
    level: str
    province: str = ""

    @property
    def title(self) -> str:
        """The name of the form."""
        where = (
            f" thuộc {unit_names.place({'province': self.province})}"
            if self.province and self.level != "province"
            else ""
        )
        return f"Biểu so sánh chỉ tiêu kế hoạch của {LEVELS[self.level]}{where} với {self.programme['decision_vi']}"


def workbook(compared: Compared) -> bytes:
    """The form as a workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    cells = _cells(compared.values)
    starts = range(0, len(compared.plans) or 1, _BESIDE)
    parts = [compared.plans[start : start + _BESIDE] for start in starts]
    for number, plans in enumerate(parts, 1):
        sheet = book.create_sheet(f"Biểu {number}" if len(parts) > 1 else "Biểu so sánh")
        _lay(sheet, len(_FIXED) + len(plans))
        _top(sheet, compared, plans, f" ({number}/{len(parts)})" if len(parts) > 1 else "")
        _body(sheet, compared, plans, cells)
        _bottom(sheet, plans)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def compared(db: Database, asked: str | None, *, level: str, province: str = "", year: int | None = None) -> Compared:
    """The comparison of the localities of a level with a programme (the default where none is asked for).

    Args:
        db: the database.
        asked: the id of the programme.
        level: one of `LEVELS`.
        province: localities of this province alone, accents not needed.
        year: values of this year alone.

    Raises:
        SelectionError: the database has no such programme.
    """
    programme = selection.programme(db, asked)
    named = resources.files("db.views").joinpath("queries/programme.sql").read_text(encoding="utf-8")
    heads = rows(
        db,
        "SELECT *, slug AS plan, unit AS unit_code FROM documents d "
        "WHERE d.plan = d.id AND level = ? AND EXISTS (SELECT 1 FROM comparisons c WHERE c.document = d.id "
        "AND c.programme = ?) ORDER BY sort_key, id",
        [level, programme["id"]],
    )
    wanted = [row for row in heads if fold(province) in fold(row["province"] or "")]
    values = selection.comparisons(db, Selection(programme=programme["id"], year=year))
    return Compared(
        programme=programme,
        asked=rows(db, named, {"programme": programme["id"], "measure": ""}),
        plans=wanted,
        values=values,
        level=level,
        province=str(wanted[0]["province"]) if province and wanted else province,
    )


def _lay(sheet: Worksheet, columns: int) -> None:
    """The paper: A4 on its side, as wide as the page, the head on every page, pages numbered from the second."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.top, margins.bottom = word.TOP / 2.54, word.BOTTOM / 2.54
    margins.left, margins.right, margins.header = word.LEFT / 2.54, word.RIGHT / 2.54, 1 / 2.54
    sheet.HeaderFooter.differentFirst = True
    sheet.oddHeader.center.text = '&"Times New Roman,Regular"&14&P'
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.freeze_panes = f"E{_HEAD + 1}"
    sheet.print_options.horizontalCentered = True
    for number in range(1, columns + 1):
        wide = _FIXED[number - 1][1] if number <= len(_FIXED) else _WIDTH
        sheet.column_dimensions[get_column_letter(number)].width = wide


def _top(sheet: Worksheet, compared: Compared, plans: Sequence[Row], part: str) -> None:
    columns = len(_FIXED) + len(plans)
    for row, said, bold, align in (
        (1, compared.title.upper() + part, True, "center"),
        (2, f"({compared.programme['title_vi']})", False, "center"),
        (3, "Đơn vị tính: ghi tại cột ĐVT của từng chỉ tiêu", False, "right"),
    ):
        _across(sheet, row, columns, said, bold=bold, italic=not bold, align=align, size=14 if row == 1 else 12)
    sheet.row_dimensions[1].height = 38
    heads = [name for name, _ in _FIXED[:-1]] + [f"Mức của {compared.programme['decision_vi']}"]
    for place, head in enumerate([*heads, *(_named(plan) for plan in plans)], 1):
        _put(sheet, _HEAD, place, head, bold=True, align="center")
    _fit(sheet, _HEAD)


def _body(sheet: Worksheet, compared: Compared, plans: Sequence[Row], cells: dict[tuple[str, str], list[Row]]) -> None:
    row = _HEAD
    for objective, measures in _objectives(compared.asked):
        row += 1
        name = (
            f"Mục tiêu {objective['objective']}. {objective['objective_vi']}"
            if objective["objective"]
            else "Chỉ tiêu khác"
        )
        _across(sheet, row, len(_FIXED) + len(plans), name, bold=True, align="left", lined=True)
        for asked in measures:
            row += 1
            first = asked[0]
            unit = unit_words(first["unit"], first["per"]).strip() or "số lượng"
            levels = "\n".join(_year(one) + _value(one) for one in asked)
            for place, said in enumerate((first["measure"], first["short_vi"], unit, levels), 1):
                _put(sheet, row, place, said, align="center" if place != 2 else "left")
            for place, plan in enumerate(plans, len(_FIXED) + 1):
                found = cells.get((first["measure"], plan["plan"]), [])
                gravest = next((stance for stance in FILLS if any(one["stance"] == stance for one in found)), "")
                _put(sheet, row, place, "\n".join(map(_said, found)), fill=FILLS.get(gravest, ""), align="center")
            _fit(sheet, row)


def _bottom(sheet: Worksheet, plans: Sequence[Row]) -> None:
    columns = len(_FIXED) + len(plans)
    row = sheet.max_row + 1
    signs = "; ".join(f"{one.sign} {one.vi}" for one in words.STANCES.values())
    _across(sheet, row, columns, f"Ghi chú: {signs}. Ô trống: không áp dụng cho cấp này.", italic=True, align="left")
    sheet.row_dimensions[row].height = 34
    sources = "; ".join(dict.fromkeys(map(_source, plans)))
    _across(sheet, row + 1, columns, f"Nguồn: {sources or '……'}.", italic=True, align="left")
    sheet.row_dimensions[row + 1].height = 17 * (1 + len(sources) // 130)


def _source(plan: Row) -> str:
    """A plan as a source names it."""
    number = f" số {plan['number']}" if plan["number"] else ""
    day = f" {day_vi(plan['issued_on'])}" if plan["issued_on"] else ""
    draft = " (dự thảo)" if plan["status"] == "draft" else ""
    return f"{type_vi(plan.get('doc_type')).capitalize()}{number}{day} của {plan['issuer'] or unit_names.place(plan)}{draft}"


def _named(plan: Row) -> str:
    """A locality, those above it, and the years of its plan."""
    years = "–".join(str(year) for year in dict.fromkeys((plan["period_start"], plan["period_end"])) if year)
    return "\n".join(part for part in (unit_names.place(plan), unit_names.above(plan), years) if part)


def _objectives(asked: Sequence[Row]) -> Iterator[tuple[Row, list[list[Row]]]]:
    """The measures of a programme by objective, each with its milestones."""
    by_objective: dict[Any, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in asked:
        by_objective[row["objective"]][row["measure"]].append(row)
    for measures in by_objective.values():
        groups = list(measures.values())
        yield groups[0][0], groups


def _cells(values: Sequence[Row]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in values:
        found[row["measure"], row["plan"]].append(row)
    return found


def _said(row: Row) -> str:
    """A value with its stance, sign and word: `2025: <10% ▼ chưa bảo đảm`."""
    stance = words.STANCES[row["stance"]]
    if row["value"] is None:
        return f"{stance.sign} {stance.short_vi}"
    return f"{_year(row)}{_value(row)} {stance.sign} {stance.short_vi}"


def _year(row: Row) -> str:
    return f"{row['year']}: " if row["year"] else ""


def _value(row: Row) -> str:
    low, high = (None if row[name] is None else round(row[name], _DIGITS) for name in ("value", "value_high"))
    said = value_vi(low, high=high, comparator=row["comparator"], unit=row["unit"], per=row["per"])
    return f"{said} ({row['subgroup']})" if row["subgroup"] else said


def _fit(sheet: Worksheet, row: int) -> None:
    """Makes a row as high as its words need: not every program does so by itself."""
    lines = [
        sum(
            1 + max(0, len(line) - 1) // int(1 + sheet.column_dimensions[get_column_letter(cell.column)].width)
            for line in str(cell.value).split("\n")
        )
        for cell in sheet[row]
        if cell.value
    ]
    sheet.row_dimensions[row].height = _LINE_HEIGHT * max(lines, default=1) + 2


def _across(sheet: Worksheet, row: int, columns: int, said: str, *, lined: bool = False, **look: Any) -> None:
    """Words across the whole form."""
    for place in range(1, columns + 1):
        _put(sheet, row, place, said if place == 1 else "", lined=lined, **look)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)


def _put(
    sheet: Worksheet,
    row: int,
    place: int,
    said: str,
    *,
    bold: bool = False,
    italic: bool = False,
    align: str = "left",
    fill: str = "",
    size: int = 12,
    lined: bool = True,
) -> None:
    cell = sheet.cell(row, place, cell_text(said) or None)
    cell.font = Font(name=word.FONT, size=size, bold=bold, italic=italic)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=align)
    if lined:
        cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    if fill:
        cell.fill = PatternFill("solid", start_color=fill)
