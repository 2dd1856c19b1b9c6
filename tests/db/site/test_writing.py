"""Uploading and correcting over HTTP: what is taken, what is refused, what comes of it."""

from __future__ import annotations

import io
import sqlite3
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from db.load.derive import derive
from db.load.writer import mark
from db.schema.database import open_existing, rows, transaction
from db.site import uploads
from db.site.uploads import Upload
from tests.conftest import PLANS, ROOT
from tests.db.site.client import Person

WRITTEN = ROOT / "tests/data/written"


@pytest.fixture
def patient() -> float:
    """Seconds to wait for a loader at most; nothing depends on how long it takes."""
    return 120.0


def send(person: Person, identity: str, name: str, data: bytes) -> Any:
    return person.post(
        f"/upload/{identity}/file?name={name}", data, headers={"content-type": "application/octet-stream"}
    )


def finished(person: Person, identity: str, seconds: float) -> dict[str, Any]:
    upload = Upload.with_id(person.path, identity)
    assert upload is not None
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        progress = upload.progress()
        if progress["state"] == "done":
            for process in uploads.RUNNING.values():
                process.wait()
            return progress
        assert progress["state"] in ("waiting", "loading"), (upload.folder / "loader.log").read_text(encoding="utf-8")
        assert person.get("/compare").status_code == 200, "the site answers while it loads"
        time.sleep(0.2)
    raise AssertionError(upload.progress())


def test_files_are_loaded_in_the_background_and_each_failure_is_said(reviewer: Person, patient: float) -> None:
    changed = (WRITTEN / "la-gi-kh-ubnd-2021.txt").read_bytes()
    identity = reviewer.post("/upload/new").json()["id"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("thu-muc/la-gi-moi.txt", changed.replace(b"118/KH-UBND", b"119/KH-UBND"))
        archive.writestr("__MACOSX/._la-gi.txt", b"x")
        archive.writestr("../../outside.txt", b"")
    assert send(reviewer, identity, "cũ.txt", (PLANS / "duc-co-kh-2022.txt").read_bytes()).json()["name"] == "cũ.txt"
    assert send(reviewer, identity, "=hỏng.docx", b"not a document").status_code == 200
    assert send(reviewer, identity, "nén.zip", packed.getvalue()).json()["files"] == 2
    assert reviewer.post(f"/upload/{identity}/start").status_code == 303
    progress = finished(reviewer, identity, patient)
    assert {one["name"]: one["result"] for one in progress["files"]} == {
        "cũ.txt": "duplicate",
        "=hỏng.docx": "failed",
        "la-gi-moi.txt": "loaded",
        "outside.txt": "failed",
    }
    assert not (reviewer.path.parent / "outside.txt").exists()
    page = reviewer.text(f"/upload/{identity}")
    assert "đã xong: 4/4 tệp, 2 lỗi" in page
    listed = reviewer.get(f"/upload/{identity}/errors.csv").text
    assert "\n'=hỏng.docx," in listed, "Excel would run the name"
    assert "la-gi-moi" not in listed
    slug = next(one["slug"] for one in progress["files"] if one["name"] == "la-gi-moi.txt")
    assert reviewer.get(f"/plans/{slug}").status_code == 200
    assert reviewer.get(f"/plans/{slug}/file").status_code == 200
    assert identity in reviewer.get("/upload").text
    reviewer.post(f"/upload/{identity}/start")
    assert finished(reviewer, identity, patient)["read"] == 4


def test_an_upload_over_the_limit_is_413_with_the_limit_and_nothing_stays(
    reviewer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST_FILE", 2**20)
    identity = reviewer.post("/upload/new").json()["id"]
    answer = send(reviewer, identity, "lớn.pdf", b"x" * (2**20 + 1))
    assert answer.status_code == 413
    assert answer.json() == {"error": "Vượt giới hạn: 1 MB mỗi tệp / a file.", "limit_bytes": 2**20}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * (3 * 2**20))
    assert send(reviewer, identity, "bom.zip", packed.getvalue()).status_code == 413
    monkeypatch.setattr(uploads, "LARGEST_UPLOAD", 100)
    assert send(reviewer, identity, "nhỏ.txt", b"x" * 101).status_code == 413
    upload = Upload.with_id(reviewer.path, identity)
    assert upload is not None
    assert [path.name for path in upload.files() if path.suffix != ".zip"] == []
    assert send(reviewer, identity, "hỏng.zip", b"PK no archive").status_code in (400, 413)


def test_what_cannot_be_taken_out_of_an_archive_is_said_under_its_name(reviewer: Person) -> None:
    identity = reviewer.post("/upload/new").json()["id"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Xã A/hỏng.txt", b"x" * 500)
        archive.writestr("tốt.txt", (PLANS / "duc-co-kh-2022.txt").read_bytes())
    data = packed.getvalue().replace(b"x" * 40, b"y" * 40, 1)
    assert send(reviewer, identity, "hồ sơ.zip", data).json()["files"] == 1
    upload = Upload.with_id(reviewer.path, identity)
    assert upload is not None
    assert [path.name for path in upload.files()] == ["tốt.txt"]
    said = {one["name"]: one["result"] for one in upload.progress()["files"]}
    assert said == {"tốt.txt": None, "hồ sơ.zip/Xã A/hỏng.txt": "failed"}
    assert "hỏng.txt" in reviewer.text(f"/upload/{identity}")


def test_names_of_files_lead_nowhere_else(reviewer: Person) -> None:
    identity = reviewer.post("/upload/new").json()["id"]
    for name in ("../../x.txt", "..\\..\\y.txt", "/etc/z", "upload.json", ".hidden", "~$w.docx", "a%00b", ""):
        assert send(reviewer, identity, name, b"x").status_code == 200
    upload = Upload.with_id(reviewer.path, identity)
    assert upload is not None
    assert upload.head()["by"] == "lan"
    assert len(upload.files()) == 8
    assert all(path.parent == upload.folder for path in upload.files())
    for wrong in ("0-0", "20200101-000000-abcdef"):
        assert send(reviewer, wrong, "x", b"x").status_code == 404


@pytest.mark.parametrize(
    "address", ["/upload/new", "/upload/20200101-000000-abcdef/file?name=x", "/upload/20200101-000000-abcdef/start"]
)
def test_uploading_without_an_account_is_403_and_nothing_is_kept(own_database: Path, address: str) -> None:
    person = Person(own_database)
    assert person.post(address, b"x", headers={"content-type": "application/octet-stream"}).status_code == 403
    assert person.get("/upload").status_code == 403
    assert not uploads.folder_for(own_database).exists()


# --- correcting ------------------------------------------------------------------------------------------------------


def target(path: Path) -> dict[str, Any]:
    db = open_existing(path)
    try:
        return rows(
            db,
            "SELECT t.* FROM targets t JOIN documents d ON d.id = t.document "
            "WHERE d.slug = 'tan-yen-ctr-ubnd-2021' AND measure = '4a' AND year = 2025",
        )[0]
    finally:
        db.close()


def form(person: Person, address: str) -> dict[str, str]:
    """What a browser would send: every field of the form as it stands."""
    page = person.page(address)
    fields = {one.get("name"): one.get("value") or "" for one in page.xpath("//form[@class='correct']//input[@name]")}
    for select in page.xpath("//form[@class='correct']//select"):
        fields[select.get("name")] = (
            select.xpath(".//option[@selected]/@value") or select.xpath(".//option[1]/@value")
        )[0]
    return fields


@pytest.mark.parametrize("kind", ["documents", "targets", "deadlines", "legal_refs", "assignments"])
def test_a_form_sent_as_it_stands_corrects_nothing(reviewer: Person, kind: str) -> None:
    db = open_existing(reviewer.path)
    records = [row["id"] for row in rows(db, f"SELECT id FROM {kind} ORDER BY id LIMIT 12")]
    db.close()
    for record in records:
        address = f"/correct/{kind}/{record}"
        assert reviewer.post(address, form(reviewer, address)).status_code == 303
    assert reviewer.get("/export/correction_list.json").json() == []


def test_a_correction_wins_on_pages_and_is_shown_with_what_was_extracted(reviewer: Person) -> None:
    address = f"/correct/targets/{target(reviewer.path)['id']}"
    answer = reviewer.post(address, {**form(reviewer, address), "value": "8,5", "note": "theo bản ký"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/plans/tan-yen-ctr-ubnd-2021#r-")
    cell = reviewer.page("/compare?place=tan+yen").xpath("//tr[th/a/b='4a']//button")[0]
    assert "".join(cell.text_content().split()) == "2025▲caohơn<8,5%✎"
    assert "✎ bóc tách: 10" in reviewer.text(address)
    (listed,) = reviewer.page("/corrections").xpath("//table[@class='data']/tbody/tr")
    assert [" ".join(cell.text_content().split()[:4]) for cell in listed.xpath("td")[1:4]] == [
        "chỉ tiêu: giá trị",
        "10",
        "8,5",
    ]
    assert "lan" in listed.xpath("string(td[5])")
    assert listed.xpath("string(td[6])") == "theo bản ký"
    reviewer.post(address, {**form(reviewer, address), "withdraw": "value"})
    assert target(reviewer.path)["value"] == 10
    assert "Chưa có sửa đổi nào" in reviewer.text("/corrections")


def test_a_wrong_value_is_said_and_keeps_what_was_typed(reviewer: Person) -> None:
    address = f"/correct/targets/{target(reviewer.path)['id']}"
    answer = reviewer.post(address, {**form(reviewer, address), "value": "nhiều", "year": "2026"})
    assert answer.status_code == 400
    assert "không phải là số" in answer.text
    assert 'value="nhiều"' in answer.text
    assert target(reviewer.path)["year"] == 2025, "all or nothing"


def test_enter_saves_and_withdraws_nothing(reviewer: Person) -> None:
    address = f"/correct/targets/{target(reviewer.path)['id']}"
    reviewer.post(address, {**form(reviewer, address), "value": "11"})
    buttons = reviewer.page(address).xpath("//form[contains(@class, 'correct')]//button/@name")
    assert "withdraw" in buttons
    assert buttons[0] == "save"


def test_correcting_without_an_account_is_403_and_nothing_is_written(own_database: Path) -> None:
    person = Person(own_database)
    address = f"/correct/targets/{target(own_database)['id']}"
    assert person.get(address).status_code == 403
    assert person.post(address, {"value": "1"}).status_code == 403
    assert target(own_database)["value"] == 10


def test_what_was_corrected_is_said_in_words(reviewer: Person) -> None:
    for kind, name, typed, said in (
        ("targets", "comparator", "<=", "không quá (≤)"),
        ("documents", "number", "15/CTr-UBND", "15/CTr-UBND"),
        ("documents", "issued_on", "31/08/2021", "31/08/2021"),
    ):
        record = target(reviewer.path)["document" if kind == "documents" else "id"]
        address = f"/correct/{kind}/{record}"
        assert reviewer.post(address, {**form(reviewer, address), name: typed}).status_code == 303
        listed = reviewer.page("/corrections").xpath("//table[@class='data']/tbody/tr/td[4]")
        assert said in [cell.text_content() for cell in listed]
    assert "at most" in reviewer.text("/corrections?lang=en")


def test_a_correction_while_a_load_is_under_way_waits_for_it(reviewer: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.load.derive._OWN_WORK", 0)
    db = open_existing(reviewer.path)
    with transaction(db):
        mark(db, [str(target(reviewer.path)["document"])])
    address = f"/correct/targets/{target(reviewer.path)['id']}"
    assert reviewer.post(address, {**form(reviewer, address), "value": "8,5"}).status_code == 303
    stance = "SELECT stance FROM comparison WHERE measure = '4a' AND year = 2025 AND plan LIKE 'tan-yen%'"
    assert target(reviewer.path)["value"] == 8.5
    assert rows(db, stance)[0]["stance"] == "weaker", "not yet computed"
    derive(db)
    assert rows(db, stance)[0]["stance"] == "stricter"
    db.close()


def test_what_a_load_keeps_from_being_written_is_said_and_not_half_written(
    reviewer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    address = f"/correct/targets/{target(reviewer.path)['id']}"
    sent = {**form(reviewer, address), "value": "8,5"}
    monkeypatch.setattr("db.site.pages.correct.follow", locked)
    answer = reviewer.post(address, sent)
    assert answer.status_code == 503
    assert "thử lại" in answer.text
    assert target(reviewer.path)["value"] == 10


def test_unknown_records_are_404(reviewer: Person) -> None:
    for address in ("/correct/targets/none", "/correct/files/none", "/correct/sqlite_master/none"):
        assert reviewer.get(address).status_code == 404
