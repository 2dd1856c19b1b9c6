"""The doctor: a database that is well, and one damaged in each way that is looked for; what is mended is well afterwards."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from db.load import lock
from db.load.derive import waiting
from db.review import accounts, audit, sessions, visits
from db.schema.database import open_existing, rows
from db.site.uploads import Upload, folder_for
from db.upkeep.doctor import CHECKS, examine
from tests.db.upkeep.test_backup import command, content_of, mode, spoiled

Damage = Callable[[Path], Any]


def sql(*statements: str) -> Damage:
    """Damage done with SQL, keys unheeded."""

    def damage(database: Path) -> None:
        with closing(sqlite3.connect(database)) as connection:
            connection.create_function("fold", 1, str)
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return damage


def index_missing_rows(database: Path) -> None:
    """An index that is out of sight while rows change."""
    where = "WHERE type = 'index' AND name = 'idx_files_outcome'"
    with closing(sqlite3.connect(database)) as connection:
        row = connection.execute(f"SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master {where}").fetchone()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(f"DELETE FROM sqlite_master {where}")
        connection.commit()
    sql("UPDATE files SET outcome = 'duplicate'")(database)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
        connection.commit()


def first_upload(database: Path) -> Path:
    return next(folder_for(database).iterdir())


def moved_uploads(database: Path) -> None:
    """The database as it is where its folder was renamed."""
    sql(
        "UPDATE files SET path = '/xưa/tinh.db-uploads/' || substr(path, instr(path, '-uploads/') + 9) WHERE path LIKE '%-uploads/%'"
    )(database)


def open_to_all(database: Path) -> None:
    first_upload(database).chmod(0o755)
    (first_upload(database) / "upload.json").chmod(0o644)


def no_upload(database: Path) -> None:
    (folder_for(database) / "x").mkdir()
    (folder_for(database) / "x/a").touch()


def a_line(database: Path) -> None:
    with audit.path_for(database).open("a", encoding="utf-8") as file:
        file.write("{\n")


def half_a_load(database: Path) -> None:
    lock.note_of(database).write_text("{}", encoding="utf-8")


MENDED: dict[str, tuple[Damage, str, str]] = {
    "an index": (index_missing_rows, "integrity", "chỉ mục khác với bảng"),
    "a record without its plan": (sql("UPDATE targets SET document = 'none' WHERE rowid = 1"), "keys", "1 dòng"),
    "a parent that is gone": (
        sql("INSERT INTO cascades (id, child, parent, basis, parent_label) SELECT 'x', id, 'none', 'cites', 'y' FROM documents LIMIT 1"),
        "keys", "1 dòng",
    ),
    "a file without its plan": (sql("UPDATE files SET document = 'none' WHERE rowid = 1"), "keys", "1 dòng"),
    "the search index": (
        sql("INSERT INTO searchable_fts (searchable_fts, rowid, title, words) SELECT 'delete', id, title, words FROM searchable LIMIT 1"),
        "search", "chỉ mục tìm kiếm khác",
    ),
    "a text that is not searched": (sql("DELETE FROM searchable WHERE id = (SELECT min(id) FROM searchable)"), "search", "1 văn bản không tìm được"),
    "a text that is longer than what is searched": (
        sql("UPDATE texts SET text = text || ' thêm' WHERE rowid = 1"), "search", "1 văn bản không tìm được",
    ),
    "a load that was cut off": (
        sql("INSERT INTO unsettled SELECT id, 0 FROM documents LIMIT 2"), "computed", "2 văn bản chưa được so sánh",
    ),
    "links of other programmes": (sql("UPDATE linked SET digest = 'x' WHERE name = 'targets'"), "computed", "chưa đối chiếu"),
    "a fault": (
        sql("INSERT INTO faults (document, stage, rule, message) SELECT id, 'links', '', 'hỏng / broken' FROM documents LIMIT 1"),
        "computed", "1 lỗi khi so sánh",
    ),
    "uploads that moved": (moved_uploads, "sources", "1 tệp tải lên đã chuyển chỗ"),
    "an empty folder": (lambda path: (folder_for(path) / "x").mkdir(mode=0o700), "uploads", "không phải một lần tải lên"),
    "sessions": (lambda path: sessions.path_for(path).write_text("{"), "people", "tệp phiên đăng nhập hỏng"),
    "who may read": (open_to_all, "modes", "2 tệp người khác đọc được"),
    "accounts half written": (
        lambda path: path.with_name(f"{accounts.path_for(path).name}.abc.new").write_text("{"), "leftovers", "1 tệp viết dở",
    ),
    "visits half written": (
        lambda path: path.with_name(f"{visits.path_for(path).name}.abc.new").write_text("{"), "leftovers", "1 tệp viết dở",
    ),
    "the note of a load": (half_a_load, "leftovers", "1 tệp viết dở"),
}  # fmt: skip

TOLD: dict[str, tuple[Damage, str, str, int]] = {
    "pages": (spoiled, "integrity", "cơ sở dữ liệu hỏng", 1),
    "no database": (lambda path: path.write_bytes(b"no database" * 1000), "integrity", "cơ sở dữ liệu hỏng", 1),
    "a newer schema": (
        sql("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('kehoach', 'tomorrow')"), "schema", "phiên bản mới hơn", 1,
    ),
    "accounts": (lambda path: accounts.path_for(path).write_text("{"), "people", "tệp tài khoản hỏng", 1),
    "a line of the log": (a_line, "people", "1 dòng nhật ký hỏng", 0),
    "another version": (sql("UPDATE documents SET version = 'x' WHERE rowid = 1"), "versions", "1 văn bản do phiên bản khác", 0),
    "a file that is gone": (sql("UPDATE files SET path = '/không/có.txt' WHERE rowid = 1"), "sources", "1 tệp gốc không còn", 0),
    "a file that was not loaded": (lambda path: (first_upload(path) / "mới.txt").write_text("x"), "uploads", "1 tệp tải lên chưa được nạp", 0),
    "a folder that is no upload": (no_upload, "uploads", "không phải", 0),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _private() -> Iterator[None]:
    """What the tests write is no trouble by itself."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def told(database: Path, *options: str) -> tuple[int, list[dict[str, Any]]]:
    done = command("doctor", "--db", database, "--json", *options)
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()]


def test_one_that_is_well(database: Path) -> None:
    before = content_of(database)
    files = {
        path: (path.read_bytes(), mode(path))
        for path in database.parent.rglob("*")
        if path.is_file() and "-shm" not in path.name
    }
    done = command("doctor", "--db", database)
    assert done.exit_code == 0, done.output
    assert done.output.count("✓") == 2 + len(CHECKS)
    assert "0 lỗi / troubles, 0 lưu ý / notices" in done.output
    assert {path: (path.read_bytes(), mode(path)) for path in files} == files
    assert told(database, "--fix") == (0, [])
    assert content_of(database) == before
    assert [entry.act for entry in audit.entries(database)] == ["decided"]  # nothing was mended


@pytest.mark.parametrize(("damage", "check", "words"), MENDED.values(), ids=MENDED)
def test_what_can_be_mended_is_told_and_then_mended(database: Path, damage: Damage, check: str, words: str) -> None:
    damage(database)
    code, found = told(database)
    assert [(one["check"], one["mendable"], one["mended"]) for one in found] == [(check, True, False)]
    assert words in found[0]["what_vi"]
    assert found[0]["where"]
    assert found[0]["remedy_vi"] == "kehoach doctor --fix"
    assert code == int(found[0]["grave"])
    assert told(database) == (code, found)  # nothing was done
    code, found = told(database, "--fix")
    assert code == 0
    assert [(one["check"], one["mended"]) for one in found] == [(check, True)]
    assert told(database) == (0, [])
    assert next(iter(audit.entries(database))).act == "mended"


@pytest.mark.parametrize(("damage", "check", "words", "code"), TOLD.values(), ids=TOLD)
@pytest.mark.parametrize("options", [(), ("--fix",)], ids=["", "fix"])
def test_what_needs_a_person_is_told(
    database: Path, damage: Damage, check: str, words: str, code: int, options: tuple[str, ...]
) -> None:
    damage(database)
    exit_code, found = told(database, *options)
    assert [(one["check"], one["mendable"], one["mended"]) for one in found] == [(check, False, False)]
    assert words in found[0]["what_vi"]
    assert all(found[0][name] for name in ("where", "what_en", "remedy_vi", "remedy_en"))
    assert exit_code == code


def test_what_was_computed_is_computed_again(database: Path) -> None:
    before = content_of(database)
    sql("DELETE FROM comparisons", "DELETE FROM findings", "INSERT INTO unsettled SELECT id, 0 FROM documents")(
        database
    )
    assert examine(database, fix=True).is_well()
    after = content_of(database)
    assert after["comparisons"] == before["comparisons"] != []
    assert after["reviews"] == before["reviews"]


def test_a_file_whose_plan_is_gone_is_read_again_by_the_next_load(database: Path) -> None:
    sql("UPDATE files SET document = 'none' WHERE rowid = 1")(database)
    assert examine(database, fix=True).is_well()
    with closing(open_existing(database)) as db:
        assert rows(db, "SELECT count(*) AS n FROM files") == [{"n": 2}]


def test_several_at_once_are_each_mended(database: Path) -> None:
    for damage in (
        MENDED["an index"][0],
        MENDED["a record without its plan"][0],
        MENDED["the search index"][0],
        MENDED["sessions"][0],
    ):
        damage(database)
    found = examine(database, fix=True)
    assert found.is_well()
    assert {one.check for one in found.mended} == {"integrity", "keys", "search", "people"}


def test_lines_are_narrow_and_in_both_languages(database: Path) -> None:
    MENDED["links of other programmes"][0](database)
    TOLD["a file that is gone"][0](database)
    done = command("doctor", "--db", database)
    lines = done.output.splitlines()
    assert max(map(len, lines[1:])) <= 80
    assert "not aligned with the programmes" in " ".join(done.output.split())
    assert "1 lỗi / troubles, 1 lưu ý / notices, 0 đã sửa / mended" in done.output


def test_a_load_at_work_is_not_mended_over(database: Path) -> None:
    sql("INSERT INTO unsettled SELECT id, 0 FROM documents LIMIT 2")(database)
    with lock.held(database):
        assert told(database) == (0, [])
        MENDED["sessions"][0](database)
        assert command("doctor", "--db", database, "--fix").exit_code == 2
    with closing(open_existing(database)) as db:
        assert waiting(db) == 2


def test_where_there_is_no_database(tmp_path: Path) -> None:
    assert command("doctor", "--db", tmp_path / "none.db").exit_code == 2
    assert not (tmp_path / "none.db").exists()


def test_an_upload_that_is_loaded_now_is_none_that_was_left(database: Path) -> None:
    upload = Upload(first_upload(database))
    (upload.folder / "mới.txt").write_text("x", encoding="utf-8")
    upload.note({"event": "begun", "pid": 1})
    assert told(database) == (0, [])
