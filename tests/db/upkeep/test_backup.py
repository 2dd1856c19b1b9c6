"""Backups: whole, private, made while others write; put back only where they are what they say, and never over something newer unasked."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import stat
import threading
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corpus.files import files_in
from db.load import lock
from db.load.dispatch import load
from db.review import audit, decisions, passwords
from db.review.accounts import Accounts
from db.review.sessions import Sessions
from db.review.visits import Visits
from db.review.visits import path_for as visits_at
from db.schema.database import open_database, open_existing, rows
from db.site.uploads import folder_for
from db.upkeep import backup, manifest, restoring
from db.upkeep.backup import back_up
from db.upkeep.doctor import examine
from db.upkeep.manifest import BackupError, Manifest
from kehoach import main
from tests.db.load.test_at_once import plans
from tests.db.load.test_dispatch import content
from tests.db.site.client import Person
from tests.db.upkeep.conftest import PASSWORD


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def content_of(database: Path) -> dict[str, Any]:
    with closing(open_existing(database)) as db:
        return content(db)


def decide(database: Path, note: str = "mới") -> None:
    with closing(open_existing(database)) as db:
        key = rows(db, "SELECT key FROM findings ORDER BY key")[0]["key"]
        decisions.decide(db, [key], decisions.Decision(state="dismissed", note=note), reviewer="minh")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# --- making one ------------------------------------------------------------------------------------------------------


def test_what_is_put_back_elsewhere_is_what_was_there(database: Path, tmp_path: Path) -> None:
    before = content_of(database)
    made = command("backup", tmp_path / "a.zip", "--db", database)
    assert made.exit_code == 0, made.output
    assert "3 văn bản (documents), 1 quyết định (decisions), 1 sửa dữ liệu (corrections)" in made.output
    new = tmp_path / "there/tinh.db"
    new.parent.mkdir()
    back = command("restore", tmp_path / "a.zip", "--db", new)
    assert back.exit_code == 0, back.output
    assert content_of(new) == before
    assert Accounts(new).names() == {"lan": ("reviewer",)}
    assert passwords.matches(PASSWORD, Accounts(new).hash_of("lan"))
    assert [entry.act for entry in audit.entries(new)] == ["backup-restored", "decided"]
    assert next(iter(audit.entries(database))).act == "backed-up"
    for beside in new.parent.rglob("*"):
        assert mode(beside) == (0o700 if beside.is_dir() else 0o600), beside


def test_uploads_are_found_where_they_are_now(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "a.zip")
    new = tmp_path / "there/tinh.db"
    new.parent.mkdir()
    # The copy of the database names the folder in which it was loaded; a backup names that of the database that it is of.
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert manifest.read(archive.read(manifest.NAME)).database == str(database)
    with closing(open_existing(database)) as db:
        was = next(row["path"] for row in rows(db, "SELECT path FROM files") if "-uploads/" in row["path"])
        db.conn.execute("UPDATE files SET path = ? WHERE path = ?", [str(next(folder_for(database).glob("*/k*"))), was])
        db.conn.commit()
    back_up(database, tmp_path / "b.zip")
    assert command("restore", tmp_path / "b.zip", "--db", new).exit_code == 0
    with closing(open_existing(new)) as db:
        found = [Path(row["path"]) for row in rows(db, "SELECT path FROM files") if "-uploads/" in row["path"]]
        slug = rows(db, "SELECT slug FROM documents WHERE number LIKE '60/%'")[0]["slug"]
    assert [path.parent.parent for path in found] == [folder_for(new)]
    shutil.rmtree(database.parent)
    person = Person(new)
    try:
        assert person.get(f"/plans/{slug}/file").status_code == 200
    finally:
        person.site.close()


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_it_is_its_owners_alone(database: Path, tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        back_up(database, tmp_path / "a.zip")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a.zip") == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "here"]


def test_who_is_signed_in_and_who_looked_when_are_not_in_it_and_stay(database: Path, tmp_path: Path) -> None:
    session = Sessions(database).begin("lan")
    Visits(database).looked("lan")
    back_up(database, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        (upload,) = (
            name for name in archive.namelist() if name.startswith(manifest.UPLOADS) and "upload.json" not in name
        )
        known = [
            manifest.NAME,
            manifest.DATABASE,
            manifest.ACCOUNTS,
            manifest.LOG,
            upload,
            f"{Path(upload).parent}/upload.json",
        ]
        assert sorted(archive.namelist()) == sorted(known)
    looked = visits_at(database).read_bytes()
    assert command("restore", tmp_path / "a.zip", "--db", database, "--force").exit_code == 0
    assert Sessions(database).holds(session, "lan")
    assert visits_at(database).read_bytes() == looked


def test_what_goes_with_it_is_chosen(database: Path, tmp_path: Path) -> None:
    made = command("backup", tmp_path / "a.zip", "--db", database, "--no-accounts", "--no-uploads")
    assert "kèm" not in made.output
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert sorted(archive.namelist()) == [manifest.NAME, manifest.DATABASE]
    Accounts(database).add("minh", PASSWORD, ("admin",))
    assert command("restore", tmp_path / "a.zip", "--db", database).exit_code == 0
    assert set(Accounts(database).names()) == {"lan", "minh"}


def test_a_file_that_is_there_is_replaced_only_with_force(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.write_text("của người khác", encoding="utf-8")
    refused = command("backup", target, "--db", database)
    assert refused.exit_code == 1
    assert "--force" in refused.output
    assert target.read_text(encoding="utf-8") == "của người khác"
    assert command("backup", target, "--db", database, "--force").exit_code == 0
    assert zipfile.is_zipfile(target)
    assert command("backup", tmp_path, "--db", database, "--force").exit_code == 1
    assert command("backup", tmp_path / "b.zip", "--db", tmp_path / "none.db").exit_code == 2


def test_one_that_comes_to_be_there_meanwhile_stays(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*given: Any, **named: Any) -> None:
        (tmp_path / "a.zip").write_text("nhanh hơn", encoding="utf-8")
        snapshot(*given, **named)

    snapshot = backup.snapshot
    monkeypatch.setattr(backup, "snapshot", slow)
    with pytest.raises(BackupError, match="đã có"):
        back_up(database, tmp_path / "a.zip")
    assert (tmp_path / "a.zip").read_text(encoding="utf-8") == "nhanh hơn"
    assert not list(tmp_path.glob(".*"))


def test_a_full_disk_leaves_the_older_backup(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "a.zip").write_text("cũ", encoding="utf-8")
    monkeypatch.setattr(backup, "_put", full)
    refused = command("backup", tmp_path / "a.zip", "--db", database, "--force")
    assert refused.exit_code == 1
    assert "TMPDIR" in refused.output
    assert (tmp_path / "a.zip").read_text(encoding="utf-8") == "cũ"
    assert not list(tmp_path.glob(".*"))


def spoiled(database: Path) -> None:
    """The first page of a table is written over, as a bad disk does; the rest can be read."""
    with closing(sqlite3.connect(database)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'texts'").fetchone()
    with database.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x5a" * 4096)


def test_a_damaged_database_does_not_take_the_place_of_a_good_backup(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "a.zip")
    good = (tmp_path / "a.zip").read_bytes()
    for damage in (spoiled, lambda path: path.write_bytes(b"no database" * 1000)):
        damage(database)
        refused = command("backup", tmp_path / "a.zip", "--db", database, "--force")
        assert refused.exit_code == 1
        assert "kehoach doctor" in refused.output
        assert (tmp_path / "a.zip").read_bytes() == good


def test_two_at_once_into_one_file(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def twice(*given: Any, **named: Any) -> None:
        monkeypatch.setattr(backup, "snapshot", snapshot)
        with pytest.raises(BackupError, match="another backup"):
            back_up(database, tmp_path / "a.zip")
        snapshot(*given, **named)

    snapshot = backup.snapshot
    monkeypatch.setattr(backup, "snapshot", twice)
    back_up(database, tmp_path / "a.zip")
    assert zipfile.is_zipfile(tmp_path / "a.zip")


def test_what_one_who_was_killed_has_left_is_written_over(database: Path, tmp_path: Path) -> None:
    left = tmp_path / ".a.zip.new"
    left.write_bytes(b"half" * 10_000_000)
    left.chmod(0o644)
    back_up(database, tmp_path / "a.zip")
    assert not left.exists()
    assert mode(tmp_path / "a.zip") == 0o600
    assert command("restore", tmp_path / "a.zip", "--check").exit_code == 0


def test_what_leads_elsewhere_is_neither_written_nor_taken(database: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("của người khác", encoding="utf-8")
    (tmp_path / ".a.zip.new").symlink_to(tmp_path / "other")
    with pytest.raises(BackupError):
        back_up(database, tmp_path / "a.zip")
    assert (tmp_path / "other").read_text(encoding="utf-8") == "của người khác"
    (tmp_path / ".a.zip.new").unlink()
    (next(folder_for(database).iterdir()) / "x.txt").symlink_to(tmp_path / "other")
    assert not any(part.name.endswith("x.txt") for part in back_up(database, tmp_path / "a.zip").parts)


def test_an_upload_that_goes_meanwhile_is_left_out(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_uploaded", lambda _: [("uploads/x/y", tmp_path / "none")])
    assert back_up(database, tmp_path / "a.zip").uploads() == []


# --- putting one back ------------------------------------------------------------------------------------------------


def changed(source: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A backup with other parts."""
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    target = source.with_name("changed.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target


def said(change: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, bytes]], None]:
    """A change of the manifest."""

    def changing(parts: dict[str, bytes]) -> None:
        made = json.loads(parts[manifest.NAME])
        change(made)
        parts[manifest.NAME] = json.dumps(made).encode()

    return changing


def _other_database(parts: dict[str, bytes]) -> None:
    """Another database, whose fingerprint is right: fewer rows than the manifest says."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(parts[manifest.DATABASE])
        connection.execute("DELETE FROM reviews")
        connection.commit()
        _swap(parts, connection.serialize())


def _without(name: str, parts: dict[str, bytes]) -> None:
    del parts[name]


def _without_database(parts: dict[str, bytes]) -> None:
    _without(manifest.DATABASE, parts)
    said(lambda made: made["parts"].pop(0))(parts)


def _swap(parts: dict[str, bytes], data: bytes) -> None:
    parts[manifest.DATABASE] = data
    digest = manifest.digest_of([data])
    said(lambda made: made["parts"][0].update(size=len(data), sha256=digest))(parts)


WRONG: dict[str, tuple[Callable[[dict[str, bytes]], None], str]] = {
    "a byte": (lambda parts: parts.update({manifest.ACCOUNTS: parts[manifest.ACCOUNTS] + b" "}), "accounts.json bị hỏng"),
    "a part is missing": (partial(_without, manifest.LOG), "khác với bản kê"),
    "a part too many": (lambda parts: parts.update({"uploads/x/y": b"z"}), "khác với bản kê"),
    "no part is a database": (_without_database, "khác với bản kê"),
    "no manifest": (partial(_without, manifest.NAME), "không phải bản sao lưu"),
    "a manifest that is none": (lambda parts: parts.update({manifest.NAME: b"[1]"}), "bản kê hỏng"),
    "a name that leads out": (said(lambda made: made["parts"][-1].update(name="uploads/../../x")), "bản kê hỏng"),
    "a newer format": (said(lambda made: made.update(format=99, program="9.9")), "kehoach 9.9"),
    "a newer schema": (said(lambda made: made["migrations"].append("tomorrow")), "mới hơn"),
    "other counts": (said(lambda made: made["rows"].update(reviews=7)), "cơ sở dữ liệu trong đó hỏng"),
    "another database": (_other_database, "cơ sở dữ liệu trong đó hỏng"),
    "no database": (lambda parts: _swap(parts, b"text" * 5000), "cơ sở dữ liệu trong đó hỏng"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "words"), WRONG.values(), ids=WRONG)
def test_a_backup_that_is_not_what_it_says_changes_nothing(
    database: Path, tmp_path: Path, change: Callable[..., None], words: str
) -> None:
    back_up(database, tmp_path / "a.zip")
    before = {
        path: path.read_bytes() for path in database.parent.rglob("*") if path.is_file() and "-shm" not in path.name
    }
    wrong = changed(tmp_path / "a.zip", change)
    for more in ("--check", "--force"):
        refused = command("restore", wrong, "--db", database, more)
        assert refused.exit_code == 1, refused.output
        assert words in refused.output
    assert {path: path.read_bytes() for path in before} == before
    assert list(tmp_path.glob("x")) == []


def test_what_is_no_backup_is_said(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "a.zip")
    whole = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.zip").write_text("no", encoding="utf-8")
    middle = bytearray(whole)
    middle[2000:2100] = b"\0" * 100
    (tmp_path / "bad.zip").write_bytes(middle)
    for name in ("cut.zip", "text.zip", "bad.zip", "none.zip", "here"):
        refused = command("restore", tmp_path / name, "--db", database, "--force")
        assert refused.exit_code == 1, (name, refused.output)
        assert name in refused.output


def test_what_is_newer_goes_only_where_somebody_agrees_and_can_be_put_back(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "a.zip")
    old = content_of(database)
    decide(database)
    with closing(open_existing(database)) as db:
        list(load(db, files_in([plans(tmp_path / "more", range(70, 72))])))
    Accounts(database).add("minh", PASSWORD, ("staff",))
    newer = content_of(database)
    refused = command("restore", tmp_path / "a.zip", "--db", database)
    assert refused.exit_code == 1
    assert "2 văn bản (documents), 1 quyết định (decisions), 1 tài khoản (accounts)" in refused.output
    assert content_of(database) == newer
    assert not list(database.parent.glob("*replaced*"))
    done = command("restore", tmp_path / "a.zip", "--db", database, "--force")
    assert done.exit_code == 0, done.output
    after = content_of(database)
    assert {name: after[name] for name in old if name != "linked"} == {
        name: old[name] for name in old if name != "linked"
    }
    assert set(Accounts(database).names()) == {"lan"}
    (kept,) = database.parent.glob("plans.db-replaced-*.zip")
    assert mode(kept) == 0o600
    assert command("restore", kept, "--db", database).exit_code == 0
    assert content_of(database) == newer
    assert set(Accounts(database).names()) == {"lan", "minh"}


def test_nobody_is_asked_where_nothing_would_go(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "a.zip")
    with closing(open_existing(database)) as db:
        db.conn.execute("DELETE FROM reviews")
        db.conn.commit()
    assert command("restore", tmp_path / "a.zip", "--db", database).exit_code == 0
    with closing(open_existing(database)) as db:
        assert len(rows(db, "SELECT * FROM reviews")) == 1


@pytest.mark.parametrize(
    "damage", [spoiled, lambda path: path.write_bytes(b"no database" * 1000)], ids=["pages", "all"]
)
def test_a_damaged_database_is_moved_away_as_it_is(
    database: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    back_up(database, tmp_path / "a.zip")
    before = content_of(database)
    damage(database)
    bytes_ = database.read_bytes()
    refused = command("restore", tmp_path / "a.zip", "--db", database)
    assert refused.exit_code == 1
    assert "bị hỏng" in refused.output
    done = command("restore", tmp_path / "a.zip", "--db", database, "--force")
    assert done.exit_code == 0, done.output
    assert "mở lại trang" in done.output
    (kept,) = (path for path in database.parent.glob("plans.db-damaged-*") if path.name[-4:] not in ("-wal", "-shm"))
    assert kept.read_bytes() == bytes_
    assert content_of(database) == before


def test_a_database_that_others_hold_is_not_taken_for_damaged(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Path) -> None:
        raise sqlite3.OperationalError("database is locked")

    back_up(database, tmp_path / "a.zip")
    before = sorted(path.name for path in database.parent.iterdir())
    monkeypatch.setattr(restoring, "compared", partial(_compared_as, restoring.compared, locked, monkeypatch))
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        restoring.restore(tmp_path / "a.zip", database, agreed=lambda _: True)
    assert sorted(path.name for path in database.parent.iterdir() if not path.name.endswith("load.lock")) == before


def _compared_as(plain: Callable[..., Any], opened: Callable[..., Any], patch: pytest.MonkeyPatch, *given: Path) -> Any:
    """The comparison, while the database cannot be opened."""
    with patch.context() as held:
        held.setattr(restoring, "open_database", opened)
        return plain(*given)


def test_of_two_that_are_kept_in_one_second_each_has_its_name(database: Path) -> None:
    first = restoring._free(database, "-replaced-1", ".zip")
    first.touch()
    second = restoring._free(database, "-replaced-1", ".zip")
    second.touch()
    assert [path.name for path in (first, second, restoring._free(database, "-replaced-1", ".zip"))] == [
        "plans.db-replaced-1.zip", "plans.db-replaced-1-2.zip", "plans.db-replaced-1-3.zip",
    ]  # fmt: skip


def test_what_cannot_be_written_to_its_end_is_not_there(tmp_path: Path) -> None:
    def half() -> None:
        with restoring._written(tmp_path / "x") as out:
            out.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert not (tmp_path / "x").exists()


NAMES = {
    manifest.DATABASE: True, manifest.ACCOUNTS: True, manifest.LOG: True, "uploads/x/kế hoạch.txt": True, "x": False, "x/y": False, "x/y/z": False,
    "uploads/": False, "uploads/x": False, "uploads/x/": False, "uploads/../x": False, "uploads/./x": False, "uploads/x/..": False,
    "uploads/x/.": False, "uploads//x": False, "uploads/x/y/z": False, "uploads/x/y\\z": False, "uploads/x/y\0": False,
    "uploads/x\\y/z": False, "uploads/\0/z": False, "/etc/passwd": False, "../plans.db": False,
}  # fmt: skip


@pytest.mark.parametrize(("name", "plain"), NAMES.items(), ids=map(ascii, NAMES))
def test_names_of_parts_lead_nowhere_else(name: str, plain: bool) -> None:
    assert manifest._is_plain(name) is plain


def test_a_load_is_waited_for_by_hand(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "a.zip")
    with lock.held(database):
        refused = command("restore", tmp_path / "a.zip", "--db", database, "--force")
    assert refused.exit_code == 2
    assert "another load is at work" in refused.output


def test_a_site_that_is_open_goes_on_with_what_was_put_back(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "a.zip")
    with closing(open_existing(database)) as db:
        list(load(db, files_in([plans(tmp_path / "more", range(70, 72))])))
    person = Person(database)
    try:
        counted = "/kehoach.json?sql=select+count(*)+as+n+from+documents&_shape=array"
        assert person.get(counted).json() == [{"n": 5}]
        assert "70/KH-UBND" in person.text("/files?q=70.txt") + person.text("/plans")
        assert command("restore", tmp_path / "a.zip", "--db", database, "--force").exit_code == 0
        assert person.get(counted).json() == [{"n": 3}]
        assert "70/KH-UBND" not in person.text("/plans")
    finally:
        person.site.close()


def test_the_log_and_uploads_that_are_there_stay(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "a.zip")
    audit.record(database, "corrected", who="lan", where="site")
    (there,) = folder_for(database).glob("*/k*")
    there.write_text("khác", encoding="utf-8")
    assert command("restore", tmp_path / "a.zip", "--db", database).exit_code == 0
    assert [entry.act for entry in audit.entries(database)] == [
        "backup-restored",
        "backed-up",
        "corrected",
        "backed-up",
        "decided",
    ]
    assert there.read_text(encoding="utf-8") == "khác"


# --- while others work -----------------------------------------------------------------------------------------------


def test_a_backup_is_of_one_moment_while_others_write(database: Path, tmp_path: Path) -> None:
    """Somebody decides twice in each transaction: a copy of one moment has an even number of decisions, and all before it."""
    over = threading.Event()
    written = 0

    def deciding() -> None:
        nonlocal written
        with closing(sqlite3.connect(database, timeout=60)) as connection:
            while not over.is_set():
                with connection:
                    for half in ("một", "hai"):
                        connection.execute(
                            "INSERT INTO reviews (finding, state, note, decided_at) VALUES (?, 'accepted', ?, '2026')",
                            [f"k{written}", half],
                        )
                written += 1

    thread = threading.Thread(target=deciding)
    thread.start()
    try:
        while not written:
            time.sleep(0.01)
        for number in range(4):
            before = written
            back_up(database, tmp_path / f"{number}.zip")
            assert written > before  # they were not held up
            new = tmp_path / f"{number}.db"
            assert command("restore", tmp_path / f"{number}.zip", "--db", new).exit_code == 0
            with closing(open_database(new)) as db:
                found = rows(db, "SELECT note, count(*) AS n FROM reviews WHERE decided_at = '2026' GROUP BY note")
            counts = {row["note"]: row["n"] for row in found}
            assert counts["một"] == counts["hai"] >= before
    finally:
        over.set()
        thread.join()


def test_backups_in_the_middle_of_a_load_are_put_back_whole(database: Path, tmp_path: Path) -> None:
    """The load stands still while each copy is made: some plans are written, none of them compared, others not yet there."""
    made: list[Manifest] = []
    with closing(open_existing(database)) as db:
        at_work = load(db, files_in([plans(tmp_path / "more", range(100, 106))]))
        for number in range(3):
            next(at_work)
            decide(database, f"lần {number}")
            made.append(back_up(database, tmp_path / f"{number}.zip"))
        list(at_work)
    for number, one in enumerate(made):
        assert 3 < one.rows["documents"] < 9
        assert one.rows["unsettled"] > 0
        new = tmp_path / f"{number}/plans.db"
        new.parent.mkdir()
        assert command("restore", tmp_path / f"{number}.zip", "--db", new).exit_code == 0
        assert [defect for defect in examine(new).defects if defect.grave] == []
        with closing(open_existing(new)) as db:
            notes = [row["note"] for row in rows(db, "SELECT note FROM reviews WHERE note LIKE 'lần%' ORDER BY id")]
            found = rows(db, "SELECT count(DISTINCT document) AS n FROM findings")[0]["n"]
        assert notes == [f"lần {earlier}" for earlier in range(number + 1)]
        assert found == one.rows["documents"] - 1  # all but the one that was taken back
    assert made[0].rows["documents"] < made[2].rows["documents"]
