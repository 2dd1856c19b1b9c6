"""Exporting everything: each view as CSV for Excel, as a sheet of one workbook, and as JSON Lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from sqlite_utils import Database

from db.schema.database import view_sources
from db.views import metadata

# What Excel takes for a formula when a cell begins with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# Columns that hold sentences.
LONG = ("quote", "title", "plan_title", "message_vi", "message_en", "suggestion_vi", "against_quote")


class ExportError(Exception):
    """The folder cannot be written; the message says why and what to do."""


def export(db: Database, folder: Path) -> Iterator[tuple[Path, int]]:
    """Writes every view to a folder and says of each file how many rows it has.

    Raises:
        ExportError: the folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        book = Workbook(write_only=True)
        for name, _ in view_sources():
            columns = [str(row[1]) for row in db.conn.execute(f'PRAGMA table_info("{name}")')]
            yield folder / f"{name}.csv", _csv(db, name, columns, folder / f"{name}.csv")
            yield folder / f"{name}.jsonl", _jsonl(db, name, columns, folder / f"{name}.jsonl")
            _sheet(db, name, columns, book)
        path = folder / "kehoach.xlsx"
        book.save(path)
        yield path, len(view_sources())
    except OSError as error:
        raise ExportError(
            f"{folder}: không ghi được ({error.strerror}); chọn thư mục khác / cannot be written; choose another folder"
        ) from error


def _rows(db: Database, view: str) -> Iterator[tuple[Any, ...]]:
    yield from db.conn.execute(f'SELECT * FROM "{view}"')


def _csv(db: Database, view: str, columns: list[str], path: Path) -> int:
    """Comma-separated with a byte order mark, without which Excel shows Vietnamese wrongly; lines end as in RFC 4180."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for row in _rows(db, view):
            writer.writerow([harmless(value) for value in row])
            count += 1
    return count


def harmless(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula, marked as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _jsonl(db: Database, view: str, columns: list[str], path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for row in _rows(db, view):
            file.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")
            count += 1
    return count


def _sheet(db: Database, view: str, columns: list[str], book: Workbook) -> None:
    sheet = book.create_sheet(view[:31])
    sheet.freeze_panes = "A2"
    head = []
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = 60 if column in LONG else 16
        cell = WriteOnlyCell(sheet, value=_title(view, column))
        cell.font = Font(bold=True)
        head.append(cell)
    sheet.append(head)
    for row in _rows(db, view):
        sheet.append([cell_text(value) for value in row])


def cell_text(value: Any) -> Any:
    """A value as a cell holds it: words with at most as many characters as Excel allows, never a formula."""
    if not isinstance(value, str):
        return value
    value = ILLEGAL_CHARACTERS_RE.sub("", value[:32_000])
    return f"'{value}" if value.startswith("=") else value


def _title(view: str, column: str) -> str:
    words = metadata.column(view, column)["vi"]
    return f"{words} ({column})"
