"""Complete exports: a named query with its parameters as JSON, CSV or a workbook, whatever Datasette's row limit."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import AsgiStream, Response

from db.site.page import SECURITY, Page
from db.site.queries import Query, all_queries
from db.views import metadata
from db.views.spreadsheet import BYTE_ORDER_MARK, Sheet, csv_of, new_book, saved, width

# Rows that are read and sent at a time.
_BATCH = 2000

TYPES = {
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


async def export(page: Page, name: str, form: str) -> Any:
    """A named query, all of it."""
    query = all_queries().get(name)
    if query is None:
        known = [(page.url("/kehoach"), "Datasette")]
        return await page.missing(page.say("truy vấn", "query"), name, known)
    given = {parameter: page.text(parameter) for parameter in query.parameters}
    loop, executor = asyncio.get_running_loop(), page.datasette.executor
    try:  # before anything is answered: half a file that ends in an error looks like a whole one
        opened = await loop.run_in_executor(executor, lambda: _opened(page.datasette, query, given))
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
        return Response.json({"error": str(error)}, status=400)
    if form == "xlsx":
        body = await loop.run_in_executor(executor, lambda: _workbook(query.name, opened))
        return Response(body, headers=headers(f"{name}.xlsx"), content_type=TYPES["xlsx"])
    stream = _csv if form == "csv" else _json

    async def send(writer: Any) -> None:
        async for part in _batches(page.datasette, opened):
            await writer.write(stream(*part))
        if form == "json":
            await writer.write("\n]\n")

    return AsgiStream(send, headers=headers(f"{name}.{form}"), content_type=TYPES[form])


def table(form: str, name: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Response:
    """Rows that no named query gives, as a file to be kept: `json`, `csv` or `xlsx`."""
    columns = list(names)
    body: str | bytes
    if form == "xlsx":
        body = workbook(name, columns, iter(rows))
    else:
        body = _csv(columns, list(rows), True) if form == "csv" else f"{_json(columns, list(rows), True)}\n]\n"
    return Response(body, headers=headers(f"{name}.{form}"), content_type=TYPES[form])


def headers(filename: str) -> dict[str, str]:
    """The headers of a file to be kept."""
    return {**SECURITY, "content-disposition": f'attachment; filename="{filename}"'}


# A batch: names of columns, rows, and whether it is the first.
Batch = tuple[list[str], list[tuple[Any, ...]], bool]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A query that has begun, on a connection of its own."""

    connection: sqlite3.Connection
    cursor: sqlite3.Cursor


def _opened(datasette: Any, query: Query, given: dict[str, Any]) -> _Opened:
    connection = datasette.get_database(metadata.NAME).connect()
    try:
        return _Opened(connection, connection.execute(query.sql, query.bound(given)))
    except BaseException:
        connection.close()
        raise


async def _batches(datasette: Any, opened: _Opened) -> AsyncIterator[Batch]:
    """The rows in batches, read in another thread; the site goes on answering."""
    loop = asyncio.get_running_loop()
    cursor = opened.cursor
    try:
        names = [column[0] for column in cursor.description]
        first = True
        while True:
            rows = await loop.run_in_executor(datasette.executor, lambda: cursor.fetchmany(_BATCH))
            if rows or first:
                yield names, rows, first
            first = False
            if len(rows) < _BATCH:
                return
    finally:
        opened.connection.close()


def _csv(names: list[str], rows: list[tuple[Any, ...]], first: bool) -> str:
    """With a byte order mark, without which Excel shows Vietnamese wrongly; lines end as in RFC 4180."""
    return (BYTE_ORDER_MARK + csv_of([names]) if first else "") + csv_of(rows)


def _json(names: list[str], rows: list[tuple[Any, ...]], first: bool) -> str:
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows]
    return ("[\n" if first else (",\n" if lines else "")) + ",\n".join(lines)


def _workbook(title: str, opened: _Opened) -> bytes:
    try:
        names = [column[0] for column in opened.cursor.description]
        return workbook(title, names, iter(opened.cursor))
    finally:
        opened.connection.close()


def workbook(title: str, names: list[str], rows: Iterator[tuple[Any, ...]]) -> bytes:
    """One sheet with a head that stays in sight and columns wide enough to read."""
    book = new_book()
    sheet = Sheet(book, title, [(_heading(name), width(name)) for name in names])
    for row in rows:
        sheet.append(row)
    return saved(book)


def _heading(name: str) -> str:
    words = metadata.descriptions()["column"].get(name)
    return f"{words['vi']} ({name})" if words else name
