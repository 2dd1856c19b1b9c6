"""Exporting everything: each view as CSV for Excel, as a sheet of one workbook, and as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from sqlite_utils import Database

from db.schema.database import view_sources
from db.schema.trouble import writing
from db.views import metadata
from db.views.spreadsheet import Sheet, csv_of, new_book, width


class ExportError(Exception):
    """The folder cannot be written; the message says why and what to do."""


def export(db: Database, folder: Path) -> Iterator[tuple[Path, int]]:
    """Writes every view to a folder and says of each file how many rows it has.

    Raises:
        ExportError: the folder cannot be made or written.
    """
    with writing(folder, ExportError, "chọn thư mục khác / choose another folder"):
        folder.mkdir(parents=True, exist_ok=True)
        book = new_book()
        for name, _ in view_sources():
            columns = [str(row[1]) for row in db.conn.execute(f'PRAGMA table_info("{name}")')]
            yield folder / f"{name}.csv", _csv(db, name, columns, folder / f"{name}.csv")
            yield folder / f"{name}.jsonl", _jsonl(db, name, columns, folder / f"{name}.jsonl")
            _sheet(db, name, columns, book)
        path = folder / "kehoach.xlsx"
        book.save(path)
        yield path, len(view_sources())


def _rows(db: Database, view: str) -> Iterator[tuple[Any, ...]]:
    yield from db.conn.execute(f'SELECT * FROM "{view}"')


def _csv(db: Database, view: str, columns: list[str], path: Path) -> int:
    """Comma-separated with a byte order mark, without which Excel shows Vietnamese wrongly; lines end as in RFC 4180."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(csv_of([columns]))
        for row in _rows(db, view):
            file.write(csv_of([row]))
            count += 1
    return count


def _jsonl(db: Database, view: str, columns: list[str], path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for row in _rows(db, view):
            file.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")
            count += 1
    return count


def _sheet(db: Database, view: str, columns: list[str], book: Workbook) -> None:
    sheet = Sheet(book, view, [(_title(view, column), width(column)) for column in columns])
    for row in _rows(db, view):
        sheet.append(row)


def _title(view: str, column: str) -> str:
    words = metadata.column(view, column)["vi"]
    return f"{words} ({column})"
