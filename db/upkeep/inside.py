"""What may be wrong in a database: pages, keys, the search index, what is computed from plans."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from typing import Any

from sqlite_utils import Database

from db.links.stored import is_aligned, stamp
from db.load.derive import behind, derive, waiting
from db.schema import migrations, programme_store
from db.schema.database import rows, transaction
from db.upkeep.defect import FIX, RESTORE, Defect, Patient, some
from db.views import search
from extract.version import version

# What SQLite says of an index that differs from its table: the table is whole, and the index can be made of it anew.
_OF_INDEX = re.compile(r"row \d+ missing from index|wrong # of entries in index|non-unique entry in index")
_MOST = 100


def integrity(connection: sqlite3.Connection, where: str) -> list[Defect]:
    """Pages, rows and indexes as SQLite checks them; this alone is asked before the schema is looked at."""
    try:
        said = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_MOST})")]
    except sqlite3.DatabaseError as error:
        said = [str(error)]
    if said == ["ok"]:
        return []
    if all(_OF_INDEX.match(line) for line in said):
        says = f"chỉ mục khác với bảng ({len(said)} chỗ) / an index differs from its table ({len(said)} places)"
        return [
            Defect(
                check="integrity",
                where=some(sorted({line.split()[-1] for line in said})),
                says=says,
                remedy=FIX,
                mend=lambda: connection.execute("REINDEX"),
            )
        ]
    says = f"cơ sở dữ liệu hỏng: {said[0]} / the database is damaged"
    return [Defect(check="integrity", where=where, says=says, remedy=RESTORE)]


def schema(connection: sqlite3.Connection, where: str) -> list[Defect]:
    """A newer program has changed the schema: this one does not know what it means."""
    try:
        there = {row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations")}
    except sqlite3.OperationalError:
        there = set()
    unknown = there - {migration.name for migration in migrations._migrations}
    if not unknown:
        return []
    return [
        Defect(
            check="schema",
            where=f"{where}: {some(sorted(unknown))}",
            says="do phiên bản mới hơn của chương trình ghi / written by a newer version of the program",
            remedy="cập nhật kehoach / update kehoach",
        )
    ]


# --- keys ----------------------------------------------------------------------------------------------------------------


def keys(patient: Patient) -> list[Defect]:
    """Rows that name a row that is not there."""
    found = rows(patient.db, "PRAGMA foreign_key_check")
    by_table: dict[tuple[str, str], int] = defaultdict(int)
    for row in found:
        by_table[row["table"], row["parent"]] += 1
    return [
        Defect(
            check="keys",
            where=f"{table} → {parent}",
            says=f"{count} dòng trỏ tới dòng không có / {count} rows name a row that is not there",
            remedy=FIX,
            mend=lambda: _mend_keys(patient.db),
        )
        for (table, parent), count in sorted(by_table.items())
    ]


def _mend_keys(db: Database) -> None:
    """Takes what leads nowhere out of every table, and what comes to lead nowhere by that; the documents of such rows are computed anew.

    Every table with keys holds what was read from files or computed: a row that has lost what it belongs to says nothing any more. The row
    of a file goes as well, so that the next load reads the file again.
    """
    concerned: set[str] = set()
    db.conn.execute("PRAGMA foreign_keys = OFF")
    with transaction(db):
        while found := rows(db, "PRAGMA foreign_key_check"):
            for row in found:
                concerned |= _drop_key(db, row["table"], row["rowid"], row["fkid"])
    db.conn.execute("PRAGMA foreign_keys = ON")
    there = {row["id"] for row in rows(db, "SELECT id FROM documents")}
    derive(db, concerned & there)


def _drop_key(db: Database, table: str, rowid: int, key: int) -> set[str]:
    """Empties the columns of a key in a row, or takes the row out where they may not be empty; gives the row's documents."""
    columns = [
        row["from"] for row in rows(db, 'SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?', [table, key])
    ]
    needed = {row["name"] for row in rows(db, 'SELECT name FROM pragma_table_info(?) WHERE "notnull" OR pk', [table])}
    found = rows(db, f'SELECT * FROM "{table}" WHERE rowid = ?', [rowid])
    if not found:  # gone with another of its keys
        return set()
    if table == "files" or needed & set(columns):
        db.conn.execute(f'DELETE FROM "{table}" WHERE rowid = ?', [rowid])
    else:
        empty = ", ".join(f'"{column}" = NULL' for column in columns)
        db.conn.execute(f'UPDATE "{table}" SET {empty} WHERE rowid = ?', [rowid])
    return {str(found[0][name]) for name in ("document", "child") if found[0].get(name)}


# --- search --------------------------------------------------------------------------------------------------------------


def search_index(patient: Patient) -> list[Defect]:
    """The index of words against the folded texts, and these against the texts."""
    db, out = patient.db, []
    if not _index_fits(db):
        out.append(
            Defect(
                check="search",
                where="searchable_fts",
                says="chỉ mục tìm kiếm khác với văn bản / the search index differs from the texts",
                remedy=FIX,
                mend=lambda: _rebuild(db),
            )
        )
    stale = sorted(behind(db) | {row["id"] for row in rows(db, _OTHER_TEXT)})
    if stale:
        out.append(
            Defect(
                check="search",
                where=some(stale),
                says=f"{len(stale)} văn bản không tìm được bằng lời của mình / {len(stale)} documents are not found by their words",
                remedy=FIX,
                mend=lambda: _fold_again(db, stale),
            )
        )
    return out


# A folded text has a character for each of the text's.
_OTHER_TEXT = """
SELECT s.document AS id FROM searchable s JOIN texts t ON t.document = s.document WHERE length(s.words) <> length(t.text)
"""


def _index_fits(db: Database) -> bool:
    """FTS5 compares its index with the table that it is of; asked as an insert that inserts nothing."""
    try:
        with transaction(db):
            db.conn.execute("INSERT INTO searchable_fts (searchable_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        return False
    return True


def _rebuild(db: Database) -> None:
    with transaction(db):
        db.conn.execute("INSERT INTO searchable_fts (searchable_fts) VALUES ('rebuild')")


def _fold_again(db: Database, documents: list[str]) -> None:
    with transaction(db):
        search.refresh(db, documents)


# --- what is computed ----------------------------------------------------------------------------------------------------


def computed(patient: Patient) -> list[Defect]:
    """What follows from the plans and is not computed: after a load that was cut off, a new programme, a fault."""
    db = patient.db
    if patient.is_loaded_into():
        return []
    out = []

    def add(where: str, says: str) -> None:
        out.append(Defect(check="computed", where=where, says=says, remedy=FIX, mend=lambda: derive(db)))

    if count := waiting(db):
        add(
            "unsettled",
            f"{count} văn bản chưa được so sánh, rà soát xong / {count} documents are not compared and checked to the end",
        )
    now = stamp(programme_store.known(db))
    old = [table for table in ("targets", "results") if _has(db, table) and not is_aligned(db, table, now)]
    if old:
        add(
            ", ".join(old),
            "chưa đối chiếu với chương trình hiện có / not aligned with the programmes as they are",
        )
    faults = rows(db, "SELECT document, message FROM faults ORDER BY document, stage, rule")
    if faults:
        add(
            some(sorted({row["document"] for row in faults})),
            f"{len(faults)} lỗi khi so sánh, rà soát: {faults[0]['message'].partition(' / ')[0]} / "
            f"{len(faults)} faults while comparing and checking",
        )
    return out


def _has(db: Database, table: str) -> bool:
    return bool(rows(db, f"SELECT 1 FROM {table} LIMIT 1"))


def versions(patient: Patient) -> list[Defect]:
    """Documents that another version of the program has read: what it reads now may be more."""
    found: list[dict[str, Any]] = rows(
        patient.db, "SELECT slug FROM documents WHERE version <> ? ORDER BY slug", [version()]
    )
    if not found:
        return []
    return [
        Defect(
            check="versions",
            where=some([str(row["slug"]) for row in found]),
            says=f"{len(found)} văn bản do phiên bản khác bóc tách / {len(found)} documents were read by another version",
            remedy="nạp lại thư mục: kehoach load / load their folder again: kehoach load",
            grave=False,
        )
    ]
