"""Corrections: they win wherever values are shown, are kept with what was extracted, and survive re-extraction."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from db.load.derive import derive
from db.load.dispatch import load
from db.review import corrections
from db.review.corrections import CorrectionError
from db.schema.database import open_database, rows
from tests.conftest import PLANS

NAME = "tan-yen-ctr-ubnd-2021"


@pytest.fixture
def plan(tmp_path: Path) -> tuple[Database, Path]:
    path = tmp_path / f"{NAME}.txt"
    path.write_bytes((PLANS / f"{NAME}.txt").read_bytes())
    db = open_database(None)
    for _ in load(db, files_in([path])):
        pass
    return db, path


def target(db: Database) -> dict[str, object]:
    return rows(
        db, "SELECT t.* FROM targets t JOIN files f ON f.document = t.document WHERE t.measure = '4a' AND t.year = 2025"
    )[0]


def correct(db: Database, field: str, typed: str) -> None:
    document = corrections.correct(
        db, "targets", str(target(db)["id"]), field, typed, reviewer="lan", note="theo bản ký"
    )
    derive(db, {document})


def shown(db: Database) -> tuple[object, ...]:
    row = rows(db, "SELECT value, stance FROM comparison WHERE measure = '4a' AND year = 2025")[0]
    return row["value"], row["stance"]


def test_a_correction_wins_in_views_comparison_and_findings(plan: tuple[Database, Path]) -> None:
    db, _ = plan
    finding = "SELECT count(*) AS n FROM reason WHERE rule = 'weaker-than-national' AND subject = '4a 2025'"
    assert (shown(db), rows(db, finding)[0]["n"]) == ((10.0, "weaker"), 1)
    correct(db, "value", "8,5")
    assert (shown(db), rows(db, finding)[0]["n"]) == ((8.5, "stricter"), 0)
    assert json.loads(str(target(db)["corrected"])) == {"value": 10.0}
    kept = rows(db, "SELECT * FROM correction")
    assert [(row["value"], row["extracted"], row["reviewer"], row["note"], row["there"]) for row in kept] == [
        ("8.5", "10.0", "lan", "theo bản ký", 1)
    ]


def test_it_survives_re_extraction_and_changes_elsewhere_in_the_plan(plan: tuple[Database, Path]) -> None:
    db, path = plan
    correct(db, "value", "8,5")
    correct(db, "value", "7")
    before = target(db)["id"]
    path.write_text(
        path.read_text(encoding="utf-8").replace("Huy động từ xã hội", "Huy động từ toàn xã hội"), encoding="utf-8"
    )
    for _ in load(db, files_in([path])):
        pass
    assert target(db)["id"] != before, "the plan was not extracted anew"
    assert shown(db) == (7.0, "stricter")
    assert json.loads(str(target(db)["corrected"])) == {"value": 10.0}
    assert [(row["value"], row["extracted"]) for row in rows(db, "SELECT value, extracted FROM correction")] == [
        ("7.0", "10.0")
    ], "what was extracted, not the correction before"


def test_withdrawn_the_extracted_value_counts_again_also_after_re_extraction(plan: tuple[Database, Path]) -> None:
    db, path = plan
    correct(db, "value", "8,5")
    derive(db, {corrections.withdraw(db, "targets", str(target(db)["id"]), "value", reviewer="lan")})
    assert shown(db) == (10.0, "weaker")
    assert target(db)["corrected"] is None
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    for _ in load(db, files_in([path])):
        pass
    assert shown(db) == (10.0, "weaker")
    assert rows(db, "SELECT count(*) AS n FROM correction")[0]["n"] == 0
    with pytest.raises(CorrectionError, match="is not corrected"):
        corrections.withdraw(db, "targets", str(target(db)["id"]), "value")


def test_what_follows_from_a_field_follows(plan: tuple[Database, Path]) -> None:
    db, _ = plan
    document = rows(db, "SELECT id FROM documents")[0]["id"]
    derive(db, {corrections.correct(db, "documents", document, "number", "15/CTr-UBND", reviewer="lan")})
    derive(db, {corrections.correct(db, "documents", document, "district", "", reviewer="lan")})
    derive(db, {corrections.correct(db, "documents", document, "level", "province", reviewer="lan")})
    head = rows(db, "SELECT * FROM documents")[0]
    assert head["number_key"]
    assert "15 ctr ubnd" in head["folded"]
    assert (
        head["unit"]
        == rows(db, "SELECT code FROM units WHERE name = 'Bắc Giang' AND level = 'province' AND valid_to IS NOT NULL")[
            0
        ]["code"]
    )
    deadline = rows(db, "SELECT id FROM deadlines WHERE recurrence LIKE 'FREQ=YEARLY;BYMONTH=11%'")[0]["id"]
    derive(db, {corrections.correct(db, "deadlines", deadline, "recurrence", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=2")})
    days = rows(db, "SELECT due_on FROM occurrences WHERE deadline = ?", [deadline])
    assert {row["due_on"][5:] for row in days} == {"05-02"}


@pytest.mark.parametrize(
    ("kind", "field", "typed", "value"),
    [
        ("targets", "value", "99,5", 99.5),
        ("targets", "value", "100.000", 100000.0),
        ("targets", "value", "12.5", 12.5),
        ("targets", "year", "2.025", 2025),
        ("targets", "measure", "4a", "4a"),
        ("targets", "measure", "", None),
        ("deadlines", "due", "31/3/2024", "2024-03-31"),
        ("deadlines", "due", "3/2024", "2024-03"),
        ("deadlines", "due", "2024", "2024"),
        ("assignments", "agencies", "Sở Y tế; Công an tỉnh", '["Sở Y tế", "Công an tỉnh"]'),
        ("assignments", "indicators", "9; 11", "[9, 11]"),
        ("assignments", "requested", "", 0),
    ],
)
def test_values_as_people_type_them(db: Database, kind: str, field: str, typed: str, value: object) -> None:
    assert corrections.parse(db, kind, field, typed) == value


@pytest.mark.parametrize(
    ("kind", "field", "typed"),
    [
        ("targets", "value", "nhiều"),
        ("targets", "quote", "khác"),
        ("targets", "year", "2025,5"),
        ("targets", "measure", "99"),
        ("targets", "kind", ""),
        ("targets", "unit", "kg"),
        ("deadlines", "due", "31/2/2024"),
        ("deadlines", "due", "mai"),
        ("deadlines", "recurrence", "hằng năm"),
        ("deadlines", "recurrence", "FREQ=YEARLY;INTERVAL=0;BYMONTH=2;BYMONTHDAY=30"),
        ("deadlines", "recurrence", "FREQ=YEARLY;BYMONTH=13"),
        ("targets", "value", "inf"),
        ("assignments", "indicators", "chín"),
        ("assignments", "requested", "có"),
        ("files", "path", "x"),
    ],
)
def test_what_is_no_value_is_refused_with_what_is_expected(db: Database, kind: str, field: str, typed: str) -> None:
    with pytest.raises(CorrectionError):
        corrections.parse(db, kind, field, typed)
