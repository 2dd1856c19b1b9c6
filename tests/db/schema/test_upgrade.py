"""A database of an earlier release, opened by this one: nothing that people decided or corrected is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.load.derive import derive
from db.schema.database import open_existing, rows
from tests.conftest import ROOT

DUMPS = ROOT / "tests/data/databases"


def restored(dump: str, path: Path) -> Path:
    """The file of a database from its dump."""
    connection = sqlite3.connect(path)
    connection.executescript((DUMPS / dump).read_text(encoding="utf-8"))
    connection.close()
    return path


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The database of 0.1.0 as today's program opens it, everything computed anew."""
    database = open_existing(restored("0.1.0.sql", tmp_path_factory.mktemp("old") / "plans.db"))
    derive(database, [row["id"] for row in rows(database, "SELECT id FROM documents")])
    yield database
    database.close()


NUMBERED = "0fcf67fcc924c71a"
NUTRITION = "80fb3696181e1818"
DROWNING = "7101b1cac6f2a836"


def test_corrections_of_an_earlier_release_count(old: Database) -> None:
    assert rows(old, "SELECT title FROM documents WHERE id = ?", [NUTRITION]) == [
        {"title": "Kế hoạch cải thiện tình trạng dinh dưỡng trẻ em năm 2023"}
    ]
    assert rows(old, "SELECT signer, signer_title FROM documents WHERE id = ?", [NUMBERED]) == [
        {"signer": "Trần Thị Bình", "signer_title": "Chủ tịch"}
    ]
    assert rows(old, "SELECT value FROM targets WHERE document = ? ORDER BY value", [NUMBERED]) == [
        {"value": 25},
        {"value": 97},
    ]
    assert rows(old, "SELECT due FROM deadlines WHERE document = ?", [NUMBERED]) == [{"due": "2023-11-25"}]


def test_what_a_correction_of_one_draft_did_to_another_is_undone(old: Database) -> None:
    """In 0.1.0 both drafts had one address, and with it one title."""
    assert rows(old, "SELECT title, corrected FROM documents WHERE id = ?", [DROWNING]) == [
        {"title": "Kế hoạch phòng, chống đuối nước cho trẻ em năm 2023", "corrected": None}
    ]


def test_decisions_of_an_earlier_release_count(old: Database) -> None:
    found = rows(old, "SELECT d.id AS document, f.rule, f.state FROM finding f JOIN documents d ON d.slug = f.plan")
    states = {(row["document"], row["rule"]): row["state"] for row in found}
    assert states[NUTRITION, "weaker-than-national"] == "accepted"
    assert states[NUTRITION, "impossible-value"] == "dismissed"
    assert states[DROWNING, "impossible-value"] == "open"
    assert states[NUMBERED, "weaker-than-national"] == "accepted"


def test_a_decision_that_stood_for_two_drafts_is_lost_for_neither(tmp_path: Path) -> None:
    """In 0.1.0 one key stood for a finding on each draft: nobody can say which of them was meant."""
    path = restored("0.1.0.sql", tmp_path / "plans.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("UPDATE documents SET plan = id, relation = 'current'")
        row = dict(
            connection.execute(
                "SELECT * FROM findings WHERE document = ? AND rule = 'impossible-value'", [NUTRITION]
            ).fetchone()
        )
        row |= {"id": f"{DROWNING}-{row['key']}", "document": DROWNING, "plan": "van-chan-kh-ubnd-2023"}
        connection.execute(f"INSERT INTO findings VALUES ({', '.join('?' * len(row))})", list(row.values()))
        connection.commit()
    with closing(open_existing(path)) as db:
        derive(db)
        found = rows(db, "SELECT DISTINCT key, state FROM reason WHERE rule = 'impossible-value'")
        assert [row["state"] for row in found] == ["dismissed", "dismissed"]


def test_decisions_of_an_earlier_release_are_acts_and_its_findings_are_not_new(tmp_path: Path) -> None:
    path = restored("0.1.0.sql", tmp_path / "plans.db")
    with closing(open_existing(path)) as db:
        assert rows(db, "SELECT 1 FROM reviews WHERE act IS NOT id") == []
        found = rows(db, "SELECT f.key, a.found_at FROM findings f LEFT JOIN arrivals a ON a.finding = f.key")
        assert found
        offered = {row["offered_at"] for row in rows(db, "SELECT offered_at FROM files")}
        assert {row["found_at"] for row in found} <= {*offered, ""}
        assert {row["found_at"] for row in found} & offered
        derive(db)
        kept = {row["finding"]: row["found_at"] for row in rows(db, "SELECT * FROM arrivals")}
        assert {row["key"]: row["found_at"] for row in found}.items() <= kept.items()


def test_every_step_of_an_earlier_release_is_kept(old: Database) -> None:
    assert [row["note"] for row in rows(old, "SELECT note FROM reviews WHERE note IS NOT NULL ORDER BY id")][:4] == [
        "đưa vào góp ý",
        "số xã tăng sau sáp nhập",
        "huyện miền núi",
        "xem lại",
    ]
    assert {row["reviewer"] for row in rows(old, "SELECT reviewer FROM corrections")} == {"an", "binh"}


def test_a_database_of_an_earlier_release_has_progress_without_results(old: Database) -> None:
    assert rows(old, "SELECT count(*) AS n FROM results") == [{"n": 0}]
    assert {row["code"] for row in rows(old, "SELECT code FROM measures WHERE surveyed = 1")} >= {
        "4a",
        "4b",
        "4c",
        "15",
    }
    assert rows(old, "SELECT DISTINCT value FROM progress") == [{"value": None}]
