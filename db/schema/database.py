"""Opening the database: schema brought up to date, programmes and views in place, safe for one writer and many readers."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import resources
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from corpus import programme as shipped
from corpus.programme import Programme
from db.schema import (  # noqa: F401  (their migrations join those of db.schema)
    links,
    loading,
    migrations,
    programme_store,
    reference,
    results,
    review,
    settings,
    site,
    together,
    versions,
    yardsticks,
)
from db.schema.record_tables import add_missing_columns, columns, make_missing
from extract import record_types

# The genres of documents that set targets, as a condition on `documents`: what is compared, checked and counted as sent.
PLANS = "genre IN ('plan', 'allocation', 'resolution')"
# Megabytes of the database kept in memory where much is written, and pages of the write-ahead log before it is written back.
_CACHE_MB = 64
_WAL_PAGES = 16_000
# How long one who writes waits for another: longer than any transaction of a load takes.
PATIENCE_MS = 120_000


class DatabaseError(Exception):
    """The database cannot be opened; the message names the file and what to do."""


def open_database(path: Path | None, *, programme_list: Sequence[Programme] | None = None) -> Database:
    """The database of a file, made or brought up to date where needed; in memory for `None`.

    Raises:
        DatabaseError: the file is no SQLite database, or its folder does not exist or cannot be written.
    """
    if path is not None and not path.parent.is_dir():
        raise DatabaseError(f"{path}: thư mục không tồn tại; hãy tạo thư mục trước / no such folder; create it first")
    if path is not None:
        _make_private(path)
    with _said(path):
        db = Database(path, recursive_triggers=False) if path is not None else Database(memory=True)
        try:
            db.conn.execute("PRAGMA foreign_keys = ON")
            db.conn.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            _enable_wal(db)
            db.conn.execute("PRAGMA synchronous = NORMAL")
            _bring_up_to_date(db, shipped.load_all() if programme_list is None else programme_list)
        except BaseException:
            db.close()
            raise
    return db


def _make_private(path: Path) -> None:
    """A new database is its owner's alone, and so is what SQLite keeps beside it; one that is there stays as it is."""
    with suppress(OSError):  # what is wrong with the folder is said when it is opened
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def open_existing(path: Path) -> Database:
    """The database of a file that must be there already.

    Raises:
        DatabaseError: there is no such file, or it cannot be opened.
    """
    must_exist(path)
    return open_database(path)


def open_to_read(path: Path) -> Database:
    """The database of a file to read alone: nothing is written, so that a file will do that cannot be.

    One that an older version of the program made is brought up to date first.

    Raises:
        DatabaseError: there is no such file, it cannot be opened, or it is of an older version and cannot be written.
    """
    must_exist(path)
    with _said(path):
        db = _read_only(path)
        if _is_up_to_date(db):
            return db
        db.close()
    try:
        open_database(path).close()
    except DatabaseError as error:
        raise DatabaseError(
            f"{path}: do phiên bản cũ tạo và không ghi được; hãy chép vào thư mục ghi được rồi mở lại / made by an older version, "
            f"and cannot be written; copy it to a folder that can be ({error})"
        ) from error
    with _said(path):
        return _read_only(path)


def must_exist(path: Path) -> None:
    """Says what to do where there is no database.

    Raises:
        DatabaseError: there is no such file.
    """
    if not path.is_file():
        raise DatabaseError(
            f"{path}: chưa có cơ sở dữ liệu; hãy chạy `kehoach load` trước / no database yet; run `kehoach load` first"
        )


def _read_only(path: Path) -> Database:
    """A connection that reads alone; where the folder cannot be written either, one that takes the file as nobody's to change."""
    address = path.absolute().as_uri()
    for mode in ("mode=ro", "immutable=1"):
        connection = sqlite3.connect(f"{address}?{mode}", uri=True)
        try:
            connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            connection.execute("SELECT count(*) FROM sqlite_master")
        except BaseException as error:
            connection.close()
            log = path.with_name(f"{path.name}-wal")
            untouched = not log.exists() or log.stat().st_size == 0
            if not (isinstance(error, sqlite3.OperationalError) and mode == "mode=ro" and untouched):
                raise
        else:
            return Database(connection, recursive_triggers=False)
    raise DatabaseError(f"{path}: không mở được cơ sở dữ liệu / cannot open the database")


@contextmanager
def _said(path: Path | None) -> Iterator[None]:
    """What SQLite raises, as an error that says which file and what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise DatabaseError(f"{path}: không mở được cơ sở dữ liệu: {error} / cannot open the database") from error
    except sqlite3.DatabaseError as error:
        raise DatabaseError(
            f"{path}: không phải cơ sở dữ liệu SQLite; chọn tên khác bằng --db / no SQLite database; choose another name with --db"
        ) from error


def _enable_wal(db: Database) -> None:
    """Readers and a writer side by side; two that make a database at once get their turns."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while True:
        try:
            return db.enable_wal()
        except sqlite3.OperationalError as error:  # SQLite does not wait for this by itself
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _bring_up_to_date(db: Database, known: Sequence[Programme]) -> None:
    """Schema, programmes and views as this program has them; a database that has them is not written to."""
    wanted = _stamp(known)
    if _stamp_of(db) == wanted:
        return
    with transaction(db):
        if _stamp_of(db) == wanted:  # another process has just done it
            return
        migrations.apply(db)
        make_missing(db)
        add_missing_columns(db)
        programme_store.store_shipped(db, known)
        create_views(db)
        db.conn.execute(f"PRAGMA application_id = {wanted}")


def _is_up_to_date(db: Database) -> bool:
    return _stamp_of(db) == _stamp(shipped.load_all())


def _stamp_of(db: Database) -> int:
    return int(db.conn.execute("PRAGMA application_id").fetchone()[0])


def _stamp(known: Sequence[Programme]) -> int:
    """A number for what opening writes: names of migrations, types of records with their columns, programmes, views. It is kept as `application_id`;
    `user_version` is that of units and laws (`db.load.registers`).
    """
    parts = (
        *sorted(migration.name for migration in migrations._migrations),
        *(" ".join((kind.name, *columns(kind))) for kind in record_types.in_tables()),
        *map(repr, known),
        *map(repr, view_sources()),
    )
    return int.from_bytes(hashlib.blake2b("\n".join(parts).encode(), digest_size=4).digest()) & 0x7FFFFFFF


def file_of(db: Database) -> Path | None:
    """The file of a database, `None` where it is in memory."""
    found = (row[2] for row in db.conn.execute("PRAGMA database_list") if row[1] == "main" and row[2])
    return next(map(Path, found), None)


def for_much_writing(db: Database) -> None:
    """More pages in memory and fewer checkpoints: who computes all documents anew writes all over the file, and readers do not mind."""
    db.conn.execute(f"PRAGMA cache_size = {-(_CACHE_MB << 10)}")
    db.conn.execute(f"PRAGMA wal_autocheckpoint = {_WAL_PAGES}")


def is_part_of(path: Path, database: Path) -> bool:
    """Whether a file is the database, or one of those that SQLite keeps beside it."""
    return path.name.startswith(database.name) and path.resolve().parent == database.resolve().parent


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """One transaction: all of it is written, or nothing; inside another, a part of that.

    It is one that writes from the beginning: one that reads first and then wants to write is refused at once, however long it would
    wait, where another process has written in between.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.conn.rollback()
        raise
    try:
        db.conn.execute("COMMIT")
    except BaseException:
        db.conn.rollback()
        raise


def rows(db: Database, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
    """The rows of a query."""
    cursor = db.conn.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def in_batches(
    db: Database, sql: str, values: Iterable[Any], size: int = 500, *, also: Sequence[Any] = ()
) -> Iterator[dict[str, Any]]:
    """The rows of a query over any number of values, which take the place of its one `{}` some at a time, in order; `also` are those of the
    marks behind it.
    """
    ordered = sorted(values)
    for start in range(0, len(ordered), size):
        some = ordered[start : start + size]
        yield from rows(db, sql.format(", ".join("?" * len(some))), [*some, *also])


def insert(db: Database, table: str, many: Sequence[dict[str, Any]]) -> None:
    """Inserts rows that all have the same columns."""
    if not many:
        return
    columns = list(many[0])
    values = itemgetter(*columns) if len(columns) > 1 else lambda row: (row[columns[0]],)
    insert_rows(db, table, columns, list(map(values, many)))


def insert_rows(
    db: Database, table: str, columns: Sequence[str], many: Sequence[tuple[Any, ...]], *, conflict: str = ""
) -> None:
    """Inserts rows given as values in the order of their columns; `conflict` is an `ON CONFLICT` clause."""
    if many:
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        db.conn.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks}) {conflict}', many)


def create_views(db: Database) -> None:
    """(Re)creates every view of `db/views/`: a file a view, its name the file's."""
    for name, sql in view_sources():
        db.conn.execute(f'DROP VIEW IF EXISTS "{name}"')
        db.conn.execute(f'CREATE VIEW "{name}" AS\n{sql}')


def view_sources() -> list[tuple[str, str]]:
    """Names and queries of the views."""
    folder = resources.files("db.views")
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda item: item.name)
    return [(entry.name.removesuffix(".sql"), entry.read_text(encoding="utf-8")) for entry in entries]
