"""One file, one rule, one document that raises: its own line says so, with a way into the log, and all others are derived."""

from __future__ import annotations

import io
import json
import os
import threading
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from db import findings
from db.comparison import compare
from db.findings.facts import Facts
from db.findings.rule import Finding
from db.links import versions
from db.load import watch as watching
from db.load.derive import derive
from db.load.dispatch import load
from db.load.faults import Fault
from db.load.watch import arrivals
from db.schema.database import DatabaseError, open_existing, rows
from db.site import upload_process
from db.site.uploads import Upload
from tests.db.load.test_bulk import finished
from tests.db.load.test_dispatch import plan_file, run


def _zip(name: str, data: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def _asking_for_version(data: bytes, version: int) -> bytes:
    """An archive whose entries claim to need a version of zip (APPNOTE.TXT 4.4.3)."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 6] = version
        at = changed.find(b"PK\x01\x02", at + 1)
    return bytes(changed)


def _nested(depth: int) -> bytes:
    """A message in a message, so many deep."""
    head = b"From: a@b.vn\nSubject: x\nMIME-Version: 1.0\n"
    return head + b"Content-Type: message/rfc822\n\nFrom: a@b.vn\n" * depth + b"\nx\n"


_FORMATS = Path(__file__).parents[2] / "data/formats"
_DOCX = (_FORMATS / "quang-ninh-52-kh-ubnd-2021.docx").read_bytes()
_HARD = {
    "damaged-name.zip": _zip("ế.txt").replace("ế.txt".encode(), b"\xff\xfe\xfd.txt"),
    "new-version.zip": _asking_for_version(_zip("a.txt"), 99),
    "new-version.docx": _asking_for_version(_DOCX, 99),
    "new-version.odt": _asking_for_version(_zip("content.xml"), 99),
}


@pytest.mark.parametrize("name", sorted(_HARD))
def test_damaged_archives_are_lines_of_their_own(db: Database, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(_HARD[name])
    plan_file(tmp_path, "zz-good.txt")
    bad, good = run(db, tmp_path)
    assert (bad.result, bad.error, good.result) == ("failed", "damaged", "loaded")


def test_a_message_nested_without_end_is_a_line_of_its_own(db: Database, tmp_path: Path) -> None:
    (tmp_path / "sau.eml").write_bytes(_nested(3000))
    plan_file(tmp_path, "zz-good.txt")
    *bad, good = run(db, tmp_path)
    assert [one.error for one in bad] == ["too-large"]
    assert good.result == "loaded"


# --- names and folders -----------------------------------------------------------------------------------------------


def test_names_of_before_unicode_are_read_stored_printed_and_found_again(tmp_path: Path) -> None:
    """`Kế hoạch.txt` in TCVN3 and in Windows-1258, and a name in no encoding; a UTF-8 name that reads the same stays its own."""
    folder = tmp_path / "plans"
    folder.mkdir()
    tcvn3, windows, none = b"K\xd5 ho\xb9ch.txt", b"N\xe3m ho\xf2c.txt", b"\xff\xfe.txt"
    for number, raw in enumerate((tcvn3, windows, none, "Năm hoc.txt".encode())):
        path = plan_file(folder, "x.txt", str(number + 2))
        os.rename(path, os.fsencode(folder) + b"/" + raw)
    code, out, err = finished("load", folder, "--db", tmp_path / "a.db", "--format", "json")
    assert (code, err) == (0, "")
    names = sorted(Path(json.loads(line)["path"]).name for line in out.splitlines())
    assert len(names) == 4
    assert {"Kế hoạch.txt", "\\xff\\xfe.txt", "Năm hoc.txt"} <= set(names)
    assert "Kế hoạch.txt" in (tmp_path / "a.db.log").read_text(encoding="utf-8")
    db = open_existing(tmp_path / "a.db")
    assert sorted(Path(row["path"]).name for row in rows(db, "SELECT path FROM files")) == names
    db.conn.execute("UPDATE documents SET version = 'older'")
    db.conn.commit()
    db.close()
    code, out, _ = finished("load", "--refresh", "--db", tmp_path / "a.db", "-q")
    assert code == 0
    assert "4 tệp / files: 4 đã nạp (loaded)" in out
    code, out, _ = finished("extract", folder / os.fsdecode(tcvn3))
    assert json.loads(out)["source"]["path"].endswith("/Kế hoạch.txt")


def test_a_folder_without_permission_is_a_line_and_the_others_are_loaded(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-closed").mkdir()
    plan_file(tmp_path, "b.txt")
    scandir = os.scandir

    def closed(path: Any) -> Any:
        if str(path).endswith("a-closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)  # root may look everywhere
    bad, good = run(db, tmp_path)
    assert (Path(bad.path).name, bad.error, good.result) == ("a-closed", "missing", "loaded")
    assert "Permission denied" in str(bad.message)


def test_a_name_too_long_to_look_up_is_a_line(db: Database, tmp_path: Path) -> None:
    bad, good = run(db, tmp_path / ("x" * 300), plan_file(tmp_path))
    assert (bad.error, good.result) == ("missing", "loaded")


def test_only_files_are_read(tmp_path: Path) -> None:
    """Reading a pipe or a device may never end."""
    os.mkfifo(tmp_path / "ong.txt")
    for name in ("load", "extract", "read"):
        options = ("--db", tmp_path / "a.db", "-q") if name == "load" else ()
        for path in (tmp_path / "ong.txt", "/dev/zero"):
            code, _, err = finished(name, path, *options)
            assert (code, err.count("\n")) == (1, 1)
            assert "no regular file" in err


def test_what_a_load_writes_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    plan_file(tmp_path)
    for _ in range(2):
        code, out, _ = finished("load", ".", "--db", "a.db", "-q", "--log", "nap.txt")
        assert code == 0
        assert "1 tệp / files" in out


def test_links_out_of_a_folder_are_told_and_not_followed_unless_that_is_asked_for(tmp_path: Path) -> None:
    folder, outside = tmp_path / "plans", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    plan_file(folder, "a.txt")
    plan_file(outside, "b.txt", "5")
    (folder / "inside.txt").symlink_to(folder / "a.txt")
    (folder / "link.txt").symlink_to(outside / "b.txt")
    (folder / "below").symlink_to(outside)
    (folder / "nowhere").symlink_to(tmp_path / "nowhere")
    (folder / "ring").symlink_to(folder / "ring")
    code, out, err = finished("load", folder, "--db", tmp_path / "a.db", "--format", "json")
    told = {Path(one["path"]).name: (one["result"], one["error"]) for one in map(json.loads, out.splitlines())}
    assert code == 1
    assert {name: error for name, (_, error) in told.items() if error} == {
        "link.txt": "outside-link",
        "below": "outside-link",
    }
    assert sorted(result for result, error in told.values() if not error) == ["duplicate", "loaded"]
    assert "--follow-links" in err
    code, out, _ = finished("load", folder, "--db", tmp_path / "a.db", "-q", "--follow-links")
    assert code == 0
    assert "4 tệp / files" in out
    code, _, _ = finished("load", folder / "link.txt", "--db", tmp_path / "b.db", "-q")
    assert code == 0  # it was named


@pytest.mark.parametrize("polling", [False, True])
def test_a_folder_is_watched_under_the_path_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, polling: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(watching, "_POLL", 50)
    Path("plans").mkdir()
    stop = threading.Event()
    news = arrivals(Path("plans"), leave_out=lambda _: False, stop=stop, quiet=0.1, polling=polling)
    next(news)
    plan_file(Path("plans"), "new.txt")
    plan_file(tmp_path, "outside.txt")
    Path("plans/link.txt").symlink_to(tmp_path / "outside.txt")
    seen: dict[str, bool] = {}
    for found in news:
        seen |= {one.shown: one.refused is None for one in found}
        if len(seen) == 2:
            break
    stop.set()
    assert seen == {"plans/new.txt": True, "plans/link.txt": False}


# --- after extraction ------------------------------------------------------------------------------------------------


def _broken_for(value: float) -> Any:
    def find_(facts: Facts) -> Iterable[Finding]:
        if any(row["value"] == value for row in facts.targets):
            raise ValueError("month must be in 1..12")
        return ()

    return find_


def _with_a_broken_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    first, *others = findings.all_rules()
    broken = replace(first, code="broken-rule", findings_in=_broken_for(8))
    monkeypatch.setattr(findings, "all_rules", lambda: (broken, first, *others))
    monkeypatch.setattr(findings, "description", lambda rule: rule.code)


def test_a_rule_that_raises_is_told_for_its_document_and_everything_else_is_derived(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = plan_file(tmp_path, "bad.txt", "8"), plan_file(tmp_path, "good.txt", "108")
    good.write_text(good.read_text(encoding="utf-8").replace("Số: 12/", "Số: 13/"), encoding="utf-8")  # another plan
    list(load(db, files_in([bad, good])))
    clean = [(row["document"], row["rule"]) for row in rows(db, "SELECT document, rule FROM findings ORDER BY 1, 2")]
    assert clean
    faults: list[Fault] = []
    with monkeypatch.context() as patched:
        _with_a_broken_rule(patched)
        derive(db, [row["id"] for row in rows(db, "SELECT id FROM documents")], at_fault=faults.append)
    assert [(one.stage, one.rule, Path(one.path).name) for one in faults] == [("findings", "broken-rule", "bad.txt")]
    assert "ValueError: month must be in 1..12" in faults[0].message
    assert "in find_" in faults[0].trace
    assert rows(db, "SELECT count(*) AS n FROM unsettled") == [{"n": 0}]
    assert clean == [
        (row["document"], row["rule"]) for row in rows(db, "SELECT document, rule FROM findings ORDER BY 1, 2")
    ]
    assert [row["rule"] for row in rows(db, "SELECT rule FROM faults")] == ["broken-rule"]
    derive(db)  # the program was mended: what stood there is tried again and goes
    assert rows(db, "SELECT * FROM faults") == []


def test_a_fault_stands_in_the_closing_table_and_its_traceback_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_file(tmp_path, "bad.txt", "8")

    def raises(db: Database, documents: Any) -> None:
        raise ValueError("boom")

    monkeypatch.setattr(versions, "refresh", raises)
    code, out, err = finished("load", tmp_path / "bad.txt", "--db", tmp_path / "a.db")
    assert code == 1
    assert "ValueError: boom" in err
    assert "ValueError: boom" in out.replace("\n", " ").replace("  ", " ")
    assert "1 lỗi của chương trình khi đối chiếu (faults in deriving)" in out
    log = (tmp_path / "a.db.log").read_text(encoding="utf-8")
    line = next(line for line in log.splitlines() if "\tfault\t" in line)
    db = open_existing(tmp_path / "a.db")
    (fault,) = rows(db, "SELECT reference, stage FROM faults")
    db.close()
    assert fault["stage"] == "links"
    assert fault["reference"] in line
    assert 'ValueError("boom")' in log


_UNITS = ("TAM BÌNH", "VŨNG LIÊM", "TRÀ ÔN", "LONG HỒ", "MANG THÍT", "TÂN YÊN", "ĐỨC CƠ")


@pytest.mark.parametrize("stage", ["comparisons", "links"])
def test_a_document_that_raises_is_told_alone_and_its_neighbours_are_derived(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    for number in range(7):
        path = plan_file(tmp_path, f"{number}.txt", str(number + 2))
        # Plans of units of their own: those of one are looked at together.
        words = path.read_text(encoding="utf-8").replace("BÌNH MINH", _UNITS[number])
        path.write_text(words.replace("Bình Minh", _UNITS[number].title()), encoding="utf-8")
    module, name = (compare, "compute") if stage == "comparisons" else (versions, "refresh")
    real = getattr(module, name)

    def picky(database: Database, documents: Any) -> Any:
        for row in rows(database, "SELECT document FROM targets WHERE value = 5"):
            if row["document"] in documents:
                raise ValueError("not this one")
        return real(database, documents)

    monkeypatch.setattr(module, name, picky)
    faults: list[Fault] = []
    list(load(db, files_in([tmp_path]), at_fault=faults.append))
    assert {(one.stage, Path(one.path).name) for one in faults} == {(stage, "3.txt")}
    assert rows(db, "SELECT count(*) AS n FROM unsettled") == [{"n": 0}]
    linked = {
        row["value"]
        for row in rows(
            db, "SELECT t.value FROM targets t JOIN documents d ON d.id = t.document WHERE d.plan IS NOT NULL"
        )
    }
    assert linked >= {2, 3, 4, 6, 7, 8}


# --- on the site -----------------------------------------------------------------------------------------------------


def test_an_upload_says_what_went_wrong_with_a_document_and_what_ended_the_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "a.db"
    upload = Upload.new(database, "huong")
    plan_file(upload.folder)

    def raises(db: Database, documents: Any) -> None:
        raise ValueError("boom")

    with monkeypatch.context() as patched:
        patched.setattr(versions, "refresh", raises)
        upload_process.main(database, upload.folder)
    progress = upload.progress()
    (one,) = progress["files"]
    assert (progress["state"], progress["broken"], one["result"]) == ("done", None, "loaded")
    assert "ValueError: boom" in one["fault"]

    def full(*_: Any) -> None:
        raise DatabaseError("đĩa đầy / the disk is full")

    monkeypatch.setattr(upload_process, "open_database", full)
    with pytest.raises(DatabaseError):
        upload_process.main(database, upload.folder)
    progress = upload.progress()
    assert (progress["state"], progress["broken"]) == ("stopped", "đĩa đầy / the disk is full")
