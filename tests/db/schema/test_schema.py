"""Tables and views: keys hold, ids derive from content, every column is described."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import make_dataclass, replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus.programme import load_all, parse
from db.schema.database import DatabaseError, open_database, open_existing, rows, view_sources
from db.views import metadata
from extract import record_types
from extract.records import Result
from tests.corpus.test_programme import SMALL

_INTERNAL = {"_sqlite_migrations", *(f"searchable_fts_{part}" for part in ("config", "data", "docsize", "idx"))}


def test_every_table_view_and_column_is_described_and_nothing_else(db: Database) -> None:
    there = (set(db.table_names()) | set(db.view_names())) - _INTERNAL
    assert set(metadata.descriptions()["table"]) == there
    for name in there:
        columns = [row["name"] for row in rows(db, f'SELECT name FROM pragma_table_info("{name}")')]
        for column in columns:
            words = metadata.column(name, column)
            assert words["vi"], f"{name}.{column}"
            assert words["en"], f"{name}.{column}"
        entry = metadata.descriptions()["table"][name]
        assert set(entry.get("columns", {})) <= set(columns), name
        assert set(entry.get("facets", [])) <= set(columns), name


def test_every_view_says_what_one_row_is() -> None:
    for name, sql in view_sources():
        assert sql.startswith("-- One row: "), name


def test_foreign_keys_are_enforced(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.conn.execute("INSERT INTO texts (document, text) VALUES ('none', 'x')")


def test_the_shipped_plans_leave_no_dangling_key(loaded: Database) -> None:
    assert rows(loaded, "PRAGMA foreign_key_check") == []


def test_every_foreign_key_has_an_index(db: Database) -> None:
    """A deletion looks for the rows that point to what goes: without an index that is a scan for each document."""
    for table in db.table_names():
        if table in {*_INTERNAL, "milestones", "measures"}:
            continue
        indexed = {index.columns[0] for index in db.table(table).indexes} | set(db.table(table).pks)
        for key in db.table(table).foreign_keys:
            if key.other_table in {"programmes", "measures", "milestones"}:
                continue  # these stay
            assert key.column in indexed, f"{table}.{key.column}"


def test_codes_of_two_programmes_are_two_measures() -> None:
    second = parse(SMALL.replace('direction = "more"', 'direction = "less"'), "p.toml")
    with closing(open_database(None, programme_list=[*load_all(), second])) as db:
        found = rows(db, "SELECT programme, direction FROM measures WHERE code = '1'")
    assert {("p-2021", "less"), ("qd-23-2021", "more")} < {(row["programme"], row["direction"]) for row in found}


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    path.write_text("không phải cơ sở dữ liệu, chỉ là chữ " * 40, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="no SQLite database"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="no such folder"):
        open_database(tmp_path / "none/plans.db")
    with pytest.raises(DatabaseError, match="run `kehoach load` first"):
        open_existing(tmp_path / "plans.db")


def test_a_field_that_records_have_got_since_is_a_column_when_the_database_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plans.db"
    open_database(path).close()
    wider = make_dataclass("Wider", [("remark", str | None, None)], bases=(Result,), frozen=True, kw_only=True)
    kinds = dict(record_types._TYPES) | {"results": replace(record_types.of("results"), record=wider)}
    monkeypatch.setattr(record_types, "_TYPES", kinds)
    with closing(open_existing(path)) as db:
        assert db.table("results").columns_dict["remark"] is str
