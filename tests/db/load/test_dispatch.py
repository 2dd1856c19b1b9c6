"""Loading: what is new, unchanged, changed, broken; nothing half-written, nothing lost."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlite_utils import Database

from corpus.files import Found, files_in
from db.load import writer
from db.load.dispatch import load
from db.load.writer import Outcome
from db.schema.database import insert_rows, rows
from extract import pipeline
from extract.readers.scan import tesseract
from tests.conftest import PLANS
from tests.plans import CARRYING, TAIL

_BODY = "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Đến năm 2025, tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân giảm xuống còn {}%."


def plan_file(folder: Path, name: str = "plan.txt", value: str = "8") -> Path:
    path = folder / name
    path.write_text(CARRYING + _BODY.format(value) + TAIL, encoding="utf-8")
    return path


def run(db: Database, *paths: Path) -> list[Outcome]:
    return list(load(db, files_in(paths)))


def content(db: Database) -> dict[str, list[dict[str, Any]]]:
    """Everything in the database but times, and where SQLite keeps the words to search in."""
    out = {}
    for table in sorted(set(db.table_names()) - {"_sqlite_migrations"}):
        if table.startswith("searchable_fts"):
            continue
        found = [
            {
                k: v
                for k, v in row.items()
                if k not in ("seconds", "offered_at", "found_at") and (table, k) != ("searchable", "id")
            }
            for row in rows(db, f'SELECT * FROM "{table}"')
        ]
        out[table] = sorted(found, key=repr)
    return out


def test_the_second_run_finds_all_unchanged(db: Database, tmp_path: Path) -> None:
    shutil.copytree(PLANS, tmp_path / "plans")
    assert {outcome.result for outcome in run(db, tmp_path / "plans")} == {"loaded"}
    before = content(db)
    second = run(db, tmp_path / "plans")
    assert [outcome.result for outcome in second] == ["unchanged"] * 5
    assert content(db) == before
    assert sum(outcome.counts["targets"] for outcome in second) > 100


def test_the_order_of_files_does_not_change_the_rows(db: Database, tmp_path: Path) -> None:
    from db.schema.database import open_database

    for number in range(4):
        plan_file(tmp_path, f"{number}.txt", str(number + 5))
    files = files_in([tmp_path])
    other = open_database(None)
    list(load(db, files))
    list(load(other, files[::-1]))
    assert content(db) == content(other)


def test_a_changed_file_replaces_its_records(db: Database, tmp_path: Path) -> None:
    path = plan_file(tmp_path, value="8")
    run(db, path)
    plan_file(tmp_path, value="7")
    assert [outcome.result for outcome in run(db, path)] == ["loaded"]
    assert [row["value"] for row in rows(db, "SELECT value FROM comparison WHERE stance <> 'absent'")] == [7]
    assert rows(db, "SELECT count(*) AS n FROM documents WHERE plan = id")[0]["n"] == 1


def test_another_version_reads_a_file_again(db: Database, tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    run(db, path)
    db.conn.execute("UPDATE documents SET version = 'older'")
    assert [outcome.result for outcome in run(db, path)] == ["loaded"]
    assert rows(db, "SELECT count(*) AS n FROM documents")[0]["n"] == 1


def test_the_same_bytes_under_two_names_are_one_document(db: Database, tmp_path: Path) -> None:
    first, second = plan_file(tmp_path, "a.txt"), plan_file(tmp_path, "b.txt")
    assert [outcome.result for outcome in run(db, first, second)] == ["loaded", "duplicate"]
    assert rows(db, "SELECT count(*) AS n FROM documents")[0]["n"] == 1
    plan_file(tmp_path, "a.txt", "5")
    run(db, first)
    assert sorted(row["value"] for row in rows(db, "SELECT value FROM targets")) == [5, 8]
    assert [outcome.result for outcome in run(db, first, second)] == ["unchanged", "unchanged"]


_BROKEN = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b"  \n \n", "empty"),
    "fake.docx": (b"not a zip archive at all, only words", "damaged"),
    "cut.docx": (b"PK\x03\x04 cut", "damaged"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "damaged"),
    "cut.zip": (b"PK\x03\x04 cut", "damaged"),
    "cut.pdf": (b"%PDF-1.7\nnothing else", "damaged"),
    "program.bin": (bytes(range(256)) * 8, "unknown-kind"),
}


def test_bad_files_are_named_and_stop_no_other(db: Database, tmp_path: Path) -> None:
    for name, (data, _) in _BROKEN.items():
        (tmp_path / name).write_bytes(data)
    plan_file(tmp_path, "zz-good.txt")
    outcomes = {Path(outcome.path).name: outcome for outcome in run(db, tmp_path, tmp_path / "missing.txt")}
    expected = {name: code for name, (_, code) in _BROKEN.items()} | {"missing.txt": "missing", "zz-good.txt": None}
    assert {name: outcome.error for name, outcome in outcomes.items()} == expected
    stored = {Path(row["path"]).name: row for row in rows(db, "SELECT * FROM files")}
    assert {name: row["error"] for name, row in stored.items()} == expected
    for name, outcome in outcomes.items():
        if outcome.error:
            assert outcome.message is not None
            assert " / " in outcome.message, name  # Vietnamese and English
            assert "\n" not in outcome.message
    assert rows(db, "SELECT count(*) AS n FROM documents")[0]["n"] == 1


def test_files_in_an_archive_are_loaded_below_its_name(db: Database, tmp_path: Path) -> None:
    plan = plan_file(tmp_path, "kh.txt").read_bytes()
    (tmp_path / "kh.txt").unlink()
    with zipfile.ZipFile(tmp_path / "hồ sơ.zip", "w") as archive:
        archive.writestr("Xã A/kh.txt", plan)
        archive.writestr("rỗng.txt", b"")
    outcomes = run(db, tmp_path)
    shown = f"{tmp_path.as_posix()}/hồ sơ.zip"
    assert [(one.path, one.result, one.error) for one in outcomes] == [
        (f"{shown}/Xã A/kh.txt", "loaded", None),
        (f"{shown}/rỗng.txt", "failed", "empty"),
    ]
    assert [one.result for one in run(db, tmp_path)] == ["unchanged", "failed"]


def test_a_scan_waits_until_tesseract_is_there(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("L", (800, 1100), 255).save(tmp_path / "quet.png")
    (tmp_path / "cu.rtf").write_bytes(b"{\\rtf1 chi co mot dong}")
    tesseract.languages.cache_clear()
    monkeypatch.setenv("PATH", "")
    outcomes = run(db, tmp_path)
    tesseract.languages.cache_clear()
    assert [(Path(one.path).name, one.result, one.error) for one in outcomes] == [
        ("cu.rtf", "waiting", "needs-program"),
        ("quet.png", "waiting", "needs-ocr"),
    ]
    assert all("apt-get install" in str(one.message) for one in outcomes)
    assert [row["outcome"] for row in rows(db, "SELECT outcome FROM files")] == ["waiting", "waiting"]


def test_a_file_that_breaks_later_keeps_what_was_loaded(db: Database, tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    run(db, path)
    path.write_bytes(b"")
    assert [outcome.result for outcome in run(db, path)] == ["failed"]
    assert rows(db, "SELECT count(*) AS n FROM targets")[0]["n"] == 1
    plan_file(tmp_path)
    assert [outcome.result for outcome in run(db, path)] == ["duplicate"]
    assert rows(db, "SELECT outcome, error FROM files") == [{"outcome": "loaded", "error": None}]


def test_a_fault_of_the_program_is_contained(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, *, path: str) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(pipeline, "extract_bytes", broken)
    (outcome,) = run(db, plan_file(tmp_path))
    assert (outcome.result, outcome.error) == ("failed", "internal")
    assert "RuntimeError: boom" in str(outcome.message)


def test_a_failure_while_writing_leaves_nothing_of_the_document_but_a_line_and_stops_no_other(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = insert_rows
    first, second = plan_file(tmp_path, "a.txt"), plan_file(tmp_path, "b.txt", "5")

    def failing(database: Database, table: str, columns: Any, many: Any, **named: Any) -> None:
        if table == "assignments" and rows(database, "SELECT 1 FROM targets WHERE value = 8"):
            raise ValueError("a row that cannot be")
        whole(database, table, columns, many, **named)

    monkeypatch.setattr(writer, "insert_rows", failing)
    outcomes = run(db, first, second)
    assert [(one.result, one.error) for one in outcomes] == [("failed", "internal"), ("loaded", None)]
    assert "ValueError: a row that cannot be" in str(outcomes[0].message)
    assert "in failing" in str(outcomes[0].trace)
    assert [row["value"] for row in rows(db, "SELECT value FROM targets")] == [5]
    assert [row["error"] for row in rows(db, "SELECT error FROM files ORDER BY path")] == ["internal", None]


def test_a_failure_of_the_database_ends_the_load_and_leaves_nothing_of_the_document(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(writer, "insert_rows", full)
    with pytest.raises(sqlite3.OperationalError):
        run(db, plan_file(tmp_path))
    assert rows(db, "SELECT count(*) AS n FROM files") == [{"n": 0}]


def test_stopping_early_derives_what_was_loaded(db: Database, tmp_path: Path) -> None:
    plan_file(tmp_path, "a.txt")
    plan_file(tmp_path, "b.txt", "5")
    outcomes = load(db, files_in([tmp_path]))
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert rows(db, "SELECT count(*) AS n FROM comparisons WHERE stance <> 'absent'")[0]["n"] == 1
    assert isinstance(files_in([tmp_path])[0], Found)
