"""Sheets of a workbook, lines of CSV, and what a cell may hold: the one way in which rows become files for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

# What Excel takes for a formula when a cell begins with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_THIN = Border(bottom=Side(style="hair", color="B0B0B0"))
# Columns that hold sentences.
_LONG = ("quote", "title", "plan_title", "message_vi", "message_en", "suggestion_vi", "against_quote")


def harmless(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula, marked as text: for CSV, where nothing says what is text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


# Without it Excel shows Vietnamese wrongly.
BYTE_ORDER_MARK = "\ufeff"


def csv_of(lines: Iterable[Iterable[Any]]) -> str:
    """Lines as CSV, ended by CR LF (RFC 4180); nothing in it that a spreadsheet would run."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([harmless(value) for value in line] for line in lines)
    return out.getvalue()


def cell_text(value: Any) -> Any:
    """A value as a cell of a workbook holds it: words with at most as many characters as Excel allows, never a formula."""
    if not isinstance(value, str):
        return value
    value = ILLEGAL_CHARACTERS_RE.sub("", value[:32_000])
    return f"'{value}" if value.startswith("=") else value


def width(column: str) -> int:
    """How wide the column of a view or a query is, in characters."""
    return 60 if column in _LONG else 16


class Sheet:
    """A sheet of a workbook that is written row by row, with a head that stays in sight."""

    def __init__(self, book: Workbook, title: str, columns: Sequence[tuple[str, int]], *, freeze: str = "A2") -> None:
        """Begins the sheet with its head.

        Args:
            book: a workbook that is only written.
            title: the sheet's name; Excel allows 31 characters.
            columns: the head of each column and its width in characters.
            freeze: the first cell that scrolls.
        """
        self._sheet = book.create_sheet(title[:31])
        self._sheet.freeze_panes = freeze
        for number, (_, wide) in enumerate(columns, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = wide
        self.append(self.cell(head, bold=True) for head, _ in columns)

    def landscape(self) -> None:
        """Prints on A4, the long side down."""
        self._sheet.page_setup.orientation, self._sheet.page_setup.paperSize = "landscape", 9

    def cell(self, words: str, *, bold: bool = False, fill: str = "") -> WriteOnlyCell:
        """A cell that breaks its lines; `fill` is a colour (`FDECDB`)."""
        cell = WriteOnlyCell(self._sheet, value=cell_text(words))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if bold:
            cell.font = Font(bold=True)
        if fill:
            cell.fill = PatternFill("solid", start_color=fill)
        return cell

    def entry(self, value: Any = None) -> WriteOnlyCell:
        """A cell that people fill in, where the rest of the sheet is locked."""
        cell = WriteOnlyCell(self._sheet, value=cell_text(value))
        cell.protection = Protection(locked=False)
        cell.fill = PatternFill("solid", start_color="FFFBE6")
        cell.border = _THIN
        return cell

    def lock(self) -> None:
        """Locks all cells but entries, without a password; columns may be made wider."""
        self._sheet.protection.sheet = True
        self._sheet.protection.formatColumns = False

    def hide(self, column: int) -> None:
        """Hides a column, counted from 1."""
        self._sheet.column_dimensions[get_column_letter(column)].hidden = True

    def conceal(self) -> None:
        """Hides the whole sheet."""
        self._sheet.sheet_state = "hidden"

    def check(self, cells: str, rule: DataValidation) -> None:
        """What Excel lets people enter in some cells (`G2:G40`)."""
        rule.add(cells)
        self._sheet.data_validations.append(rule)

    def append(self, values: Iterable[Any] = ()) -> None:
        """A row of values and cells; an empty one without."""
        self._sheet.append([cell_text(value) for value in values])


def new_book() -> Workbook:
    """A workbook that is only written, so that its size does not count."""
    return Workbook(write_only=True)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
