"""What is computed anew and is as it stands in the database is left alone; what is not is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from db.load.derive import derive
from db.load.dispatch import load
from db.load.workers import WorkerPool
from db.schema.database import open_database, rows
from tests.plans import CARRYING, TAIL

_BODY = """I. MỤC TIÊU
1. Mục tiêu cụ thể
- 97% trẻ em dưới 1 tuổi được tiêm đầy đủ 8 loại vắc xin vào năm 2024.
- 90% trẻ em khuyết tật được đi học vào năm 2024.
"""


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    for province in ("CAO BẰNG", "QUẢNG NINH"):
        (tmp_path / f"{province}.txt").write_text(
            CARRYING.replace("HUYỆN BÌNH MINH", f"TỈNH {province}") + _BODY + TAIL, encoding="utf-8"
        )
    with closing(open_database(tmp_path / "plans.db")) as made:
        list(load(made, files_in(sorted(tmp_path.glob("*.txt")))))
        yield made


def _all(db: Database, table: str) -> list[dict[str, object]]:
    return rows(db, f"SELECT rowid AS at, * FROM {table} ORDER BY id")


def _derived(db: Database) -> list[str]:
    """What is written to tables of computed rows when all documents are derived anew."""
    said: list[str] = []
    db.conn.set_trace_callback(said.append)
    derive(db, [row["id"] for row in rows(db, "SELECT id FROM documents")])
    db.conn.set_trace_callback(None)
    written = ('INSERT INTO "comparisons"', 'INSERT INTO "progresses"', 'DELETE FROM "')
    return [sql for sql in said if sql.startswith(written)]


@pytest.mark.parametrize("table", ["comparisons", "progresses"])
def test_rows_as_they_are_stored_are_not_written_again(db: Database, table: str) -> None:
    before = _all(db, table)
    assert before
    assert _derived(db) == []
    assert _all(db, table) == before


@pytest.mark.parametrize("table", ["comparisons", "progresses"])
@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM {} WHERE id = :id",
        "UPDATE {} SET value = 1 WHERE id = :id",
        "UPDATE {} SET id = 'another' WHERE id = :id",
        "DELETE FROM {} WHERE document = (SELECT document FROM {} WHERE id = :id)",
    ],
)
def test_rows_of_a_document_that_are_others_are_written_and_no_others(db: Database, table: str, change: str) -> None:
    before = _all(db, table)
    with db.conn:
        db.conn.execute(change.format(table, table), {"id": before[0]["id"]})
    assert _derived(db)
    after = _all(db, table)
    assert [row | {"at": 0} for row in after] == [row | {"at": 0} for row in before]
    others = [row for row in before if row["document"] != before[0]["document"]]
    assert others
    assert [row for row in after if row["document"] != before[0]["document"]] == others


def test_processes_leave_alone_what_is_stored_too(db: Database) -> None:
    before = {table: _all(db, table) for table in ("comparisons", "progresses")}
    with db.conn:
        db.conn.execute("DELETE FROM comparisons WHERE id = ?", [before["comparisons"][0]["id"]])
    pool = WorkerPool(1)
    try:
        derive(db, [row["id"] for row in rows(db, "SELECT id FROM documents")], executor=pool)
    finally:
        pool.shutdown()
    assert _all(db, "progresses") == before["progresses"]
    assert [row["id"] for row in _all(db, "comparisons")] == [row["id"] for row in before["comparisons"]]
