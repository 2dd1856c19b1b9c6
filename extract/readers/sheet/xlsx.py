"""Workbooks: the sheets that are shown, their rows as Excel shows them, merged cells read once.

Values are written as a Vietnamese office sees them: a decimal comma, dates by day, per cent where the cell is set in per cent.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from typing import Any

import regex

from extract.errors import DamagedFile, ResultsForm, TooLarge
from extract.readers import zips
from extract.readers.assembly import SourceBuilder
from extract.source import Source
from patterns import result_heads, tables

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Cells of a workbook: a table of the indicators of all communes of a province has some hundred thousand.
MAX_CELLS = 2_000_000
MAX_UNPACKED = 400_000_000
# How many rows the heads of a form for results are looked for in.
_TOP = 20
_DECIMALS = regex.compile(r"0\.(0+)")


def read(data: bytes) -> Source:
    """The source of a workbook.

    Raises:
        TooLarge: the workbook holds more than a plan can.
        DamagedFile: it is no workbook that can be opened.
        ResultsForm: it is a form of `kehoach results template`.
    """
    workbook = _opened(data)
    _refuse_marked(workbook)
    out = SourceBuilder()
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            out.note(
                "sheet-hidden",
                f"trang tính ẩn “{sheet.title}” không được đọc / the hidden sheet “{sheet.title}” is not read",
            )
            continue
        _sheet(out, sheet)
    return out.source(MEDIA_TYPE, "xlsx")


def _opened(data: bytes) -> Any:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zips.opened(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > MAX_UNPACKED:
                raise _too_large()
        return openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, TypeError, AttributeError, NotImplementedError, SyntaxError, OSError, *zips.DAMAGED) as error:  # fmt: skip
        # openpyxl lets what is wrong with a part come out as it happens
        raise DamagedFile(
            "không mở được bảng tính; hãy mở và lưu lại bằng Excel / the workbook cannot be opened; save it again with Excel"
        ) from error


def _too_large() -> TooLarge:
    return TooLarge("bảng tính quá lớn so với một kế hoạch; hãy tách tệp / too large a workbook for a plan; split it")


def _sheet(out: SourceBuilder, sheet: Any) -> None:
    """The rows of a sheet: those with one cell are lines, the others rows of tables parted by empty rows."""
    if sheet.max_row * sheet.max_column > MAX_CELLS:
        raise _too_large()
    covered = {
        (row, column)
        for span in sheet.merged_cells.ranges
        for row in range(span.min_row, span.max_row + 1)
        for column in range(span.min_col, span.max_col + 1)
        if (row, column) != (span.min_row, span.min_col)
    }
    hidden = {key for key, size in sheet.column_dimensions.items() if size.hidden}
    rows = [
        ["" if (cell.row, cell.column) in covered or cell.column_letter in hidden else _shown(cell) for cell in cells]
        for cells in sheet.iter_rows()
        if not sheet.row_dimensions[cells[0].row].hidden
    ]
    if not any(any(row) for row in rows):
        return
    if tables.UNNAMED_SHEET.fullmatch(sheet.title.strip()) is None:
        out.line(sheet.title.strip(), blank_before=True, complete=True)
    put_table(out, rows)


def _refuse_marked(workbook: Any) -> None:
    """Refuses a form for results by its hidden sheet, even where its heads were changed."""
    for sheet in workbook.worksheets:
        hidden = sheet.title == result_heads.FORM_MARK and sheet.sheet_state != "visible"
        if hidden and sheet["A1"].value == result_heads.FORM_MARK_HEAD:
            raise _results_form()


def _results_form() -> ResultsForm:
    return ResultsForm(
        "biểu kết quả, không phải văn bản; nhập bằng `kehoach results import` / "
        "a form of results, no document; take it in with `kehoach results import`"
    )


def put_table(out: SourceBuilder, rows: Sequence[Sequence[str]]) -> None:
    """Rows of fields as tables, parted where a row is empty.

    Raises:
        ResultsForm: one of them has the heads of a form of `kehoach results template`.
    """
    if any(result_heads.is_form(row) for row in rows[:_TOP]):
        raise _results_form()
    for table in _tables(rows):
        _put(out, table)


def _tables(rows: Sequence[Sequence[str]]) -> Iterator[list[list[str]]]:
    """Runs of rows without an empty one between, columns that are empty throughout left out."""
    run: list[Sequence[str]] = []
    for row in [*rows, []]:
        if any(row):
            run.append(row)
            continue
        if run:
            kept = [i for i in range(max(map(len, run))) if any(i < len(one) and one[i] for one in run)]
            yield [[one[i] if i < len(one) else "" for i in kept] for one in run]
        run = []


def _put(out: SourceBuilder, rows: list[list[str]]) -> None:
    """A run of rows: single cells above and below the table are lines of their own."""
    filled = [sum(map(bool, row)) for row in rows]
    first = next((i for i, count in enumerate(filled) if count > 1), len(rows))
    last = next((i for i in range(len(rows) - 1, -1, -1) if filled[i] > 1), first - 1)
    for row in rows[:first]:
        _lines(out, row)
    if first <= last:
        number = out.new_table()
        for row in rows[first : last + 1]:
            out.row([" ".join(cell.split()) for cell in row], table=number, blank_before=True)
    for row in rows[last + 1 :] if first <= last else ():
        _lines(out, row)


def _lines(out: SourceBuilder, row: Sequence[str]) -> None:
    for cell in row:
        for line in cell.split("\n"):
            if line.strip():
                out.line(line.strip(), blank_before=True, complete=True)


def _shown(cell: Any) -> str:
    """The value of a cell as it is shown."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, int | float):
        return _number(float(value), str(cell.number_format or ""))
    return "\n".join(" ".join(line.split()) for line in str(value).split("\n")).strip()


def _number(value: float, form: str) -> str:
    percent = "%" in form
    if percent:
        value *= 100
    decimals = _DECIMALS.search(form)
    value = round(value, len(decimals[1]) if decimals is not None else 6)
    words = f"{value:.6f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
    whole, _, rest = words.partition(".")
    if "#,##0" in form and len(whole.lstrip("-")) > 3:
        whole = f"{int(whole):,}".replace(",", ".")
    return whole + (f",{rest}" if rest else "") + ("%" if percent else "")
