"""A type of records that one module and one line make known (`tests/meetings.py`) goes from text to a row, is counted, corrected, scored and taken away: nothing else names the types."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console
from spacy.tokens import Doc
from sqlite_utils import Database

from corpus.files import files_in
from db.load.dispatch import load
from db.load.writer import Outcome, delete_document
from db.review import corrections
from db.review.correctable import Field, correctable
from db.schema.database import open_database, rows
from db.site import fields
from db.terminal import load_report
from extract import record_types, scoring, vocabulary
from extract.pipeline import Shared, components, extract_bytes, make_doc
from extract.record_types import RecordType
from extract.records import Evidence
from extract.structure import text
from tests.plans import HEAD, TAIL

PLAN = HEAD + "I. NHIỆM VỤ\n1. Truyền thông\n- Họp giao ban cấp xã ngày 05/3/2024.\n- Họp sơ kết." + TAIL


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The one line."""
    monkeypatch.setattr(record_types, "_TYPES", dict(record_types._TYPES))
    monkeypatch.setattr(Shared, "_nlp", None)
    monkeypatch.delitem(sys.modules, "tests.meetings", raising=False)
    monkeypatch.setattr(record_types, "MODULES", ("tests.meetings",))
    yield
    if Doc.has_extension("meetings"):
        Doc.remove_extension("meetings")


@pytest.fixture
def db(known: None) -> Iterator[Database]:
    database = open_database(None)
    yield database
    database.close()


def loaded(db: Database, folder: Path) -> Outcome:
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (outcome,) = load(db, files_in([folder]))
    return outcome


def stored(db: Database) -> list[tuple[object, ...]]:
    found = rows(db, "SELECT subject, held_on, level, seats, subject_key, quote FROM meetings ORDER BY position")
    return [tuple(row.values()) for row in found]


ROWS = [
    ("giao ban", "2024-03-05", "commune", None, "giao ban", "Họp giao ban cấp xã ngày 05/3/2024."),
    ("sơ kết", None, None, None, "sơ kết", "Họp sơ kết."),
]


def test_a_plan_has_its_records_and_prints_them(known: None) -> None:
    assert "kehoach_meetings" in components()
    plan = extract_bytes(PLAN.encode(), path="plan.txt")
    found = plan.to_json()["meetings"]
    assert [(one["subject"], one["held_on"], one["section"]) for one in found] == [
        ("giao ban", "2024-03-05", "I.1"),
        ("sơ kết", None, "I.1"),
    ]
    assert len({one["key"] for one in found}) == 2
    doc = Shared.nlp()(make_doc(Shared.nlp(), text.from_string(PLAN)))
    assert [span.text for span in doc.spans["meetings"]] == [quote for *_, quote in ROWS]
    back = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert tuple(back._.meetings) == doc._.meetings


def test_a_load_stores_and_counts_them_and_deletes_them_with_their_document(db: Database, tmp_path: Path) -> None:
    outcome = loaded(db, tmp_path)
    assert stored(db) == ROWS
    assert outcome.told()["meetings"] == 2
    (again,) = load(db, files_in([tmp_path]))
    assert (again.result, again.counts["meetings"]) == ("unchanged", 2)
    console = Console(file=io.StringIO(), width=120)
    console.print(load_report.table([outcome]))
    assert "meet." in console.file.getvalue()  # type: ignore[attr-defined]
    (document,) = rows(db, "SELECT id FROM documents")
    delete_document(db, document["id"])
    assert stored(db) == []


def test_a_database_of_before_gets_the_table(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "plans.db"
    open_database(path).close()
    request.getfixturevalue("known")
    db = open_database(path)
    assert "meetings" in db.table_names()
    db.close()


def test_a_reviewer_corrects_them(db: Database, tmp_path: Path) -> None:
    assert dict(correctable()["meetings"]) == {
        "subject": Field(type="text"),
        "held_on": Field(type="date"),
        "level": Field(type="choice", choices=vocabulary.values(vocabulary.Level)),
        "seats": Field(type="integer"),
    }
    assert fields.kinds()["meetings"] == ("cuộc họp", "meeting")
    loaded(db, tmp_path)
    first = rows(db, "SELECT id FROM meetings ORDER BY position")[0]["id"]
    corrections.correct(db, "meetings", first, "subject", "Giao ban quý")
    corrections.correct(db, "meetings", first, "held_on", "6/3/2024")
    assert stored(db)[0][:5] == ("Giao ban quý", "2024-03-06", "commune", None, "giao ban quý")
    with pytest.raises(corrections.CorrectionError, match="province, district, commune"):
        corrections.correct(db, "meetings", first, "level", "village")


def test_they_are_scored(known: None) -> None:
    plan = extract_bytes(PLAN.encode(), path="plan.txt").to_json()
    gold = [
        {"subject": subject, "held_on": held_on, "level": "commune", "quote": quote}
        for subject, held_on, *_, quote in ROWS
    ]
    score = scoring.score({"plan": {"document": {}, "meetings": gold}}, [plan])
    tally = score.kinds["meetings"]
    assert (tally.gold, tally.found, tally.matched, tally.exact) == (2, 2, 2, 1)
    assert "plan meetings.level: want 'commune' got None | Họp sơ kết." in score.differences


def test_two_types_cannot_have_one_name(known: None) -> None:
    with pytest.raises(ValueError, match="targets"):
        record_types.register(RecordType(name="targets", record=Evidence, label=("", ""), found_by=__name__))


def test_without_it_nothing_knows_it() -> None:
    assert "meetings" not in (kind.name for kind in record_types.types())
    assert "kehoach_meetings" not in components()
