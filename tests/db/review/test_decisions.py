"""Decisions, their grounds and wordings, undoing them; who has what to review: every step is kept and outlives reading again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from db.load.derive import derive
from db.load.dispatch import load
from db.review import assigning, decisions
from db.review.assigning import AssignmentError, assign
from db.review.decisions import Conflict, Decision, NoGrounds, ReviewError, decide, undo
from db.schema.database import open_database, rows
from tests.conftest import PLANS

NAME = "tan-yen-ctr-ubnd-2021"
ACCEPTED = Decision(state="accepted")
MINOR = Decision(state="dismissed", grounds="minor")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / f"{NAME}.txt"
    path.write_bytes((PLANS / f"{NAME}.txt").read_bytes())
    database = open_database(None)
    list(load(database, files_in([path])))
    yield database
    database.close()


def keys(db: Database, condition: str = "reasons = 1") -> list[str]:
    sql = f"SELECT key FROM findings WHERE under IS NULL AND gone = 0 AND {condition} ORDER BY position"
    return [row["key"] for row in rows(db, sql)]


def state(db: Database, key: str) -> dict[str, object]:
    return rows(db, "SELECT state, grounds, note, reviewer, person FROM finding WHERE key = ?", [key])[0]


def test_a_finding_is_not_dismissed_without_saying_why(db: Database) -> None:
    one, two, *_ = keys(db)
    for nothing in (Decision(state="dismissed"), Decision(state="dismissed", note="  ")):
        with pytest.raises(NoGrounds):
            decide(db, [one], nothing)
    with pytest.raises(ReviewError):
        decide(db, [one], Decision(state="dismissed", grounds="bored"))
    assert rows(db, "SELECT 1 FROM reviews") == []
    decide(db, [one], MINOR, reviewer="lan")
    decide(db, [two], Decision(state="dismissed", note="xã miền núi"), reviewer="lan")
    assert state(db, one) == {
        "state": "dismissed",
        "grounds": "minor",
        "note": None,
        "reviewer": "lan",
        "person": None,
    }
    assert state(db, two)["note"] == "xã miền núi"
    decide(db, [one], Decision(state="accepted", grounds="minor"))
    assert state(db, one)["grounds"] is None


def test_what_others_decided_meanwhile_is_a_conflict(db: Database) -> None:
    one, two, *_ = keys(db)
    seen = decisions.last(db)
    decide(db, [one], ACCEPTED, reviewer="minh", seen=seen)
    with pytest.raises(Conflict, match="minh"):
        decide(db, [two, one], MINOR, reviewer="lan", seen=seen)
    assert state(db, two)["state"] == "open"
    decide(db, [one], MINOR, reviewer="minh", seen=seen)  # the same person in another tab
    decide(db, [two, one], MINOR, reviewer="lan", seen=decisions.last(db))
    assert state(db, one)["reviewer"] == "lan"


def test_an_act_is_undone_as_a_whole_by_who_did_it(db: Database) -> None:
    one, two, three, *_ = keys(db)
    decide(db, [one], Decision(state="accepted", note="đúng"), reviewer="minh")
    act = decide(db, [one, two, three], MINOR, reviewer="lan")
    with pytest.raises(ReviewError):
        undo(db, act, reviewer="minh")
    new, undone = undo(db, act, reviewer="lan")
    assert undone == [one, two, three]
    assert (state(db, one)["state"], state(db, one)["note"]) == ("accepted", "đúng")
    assert (state(db, two)["state"], state(db, two)["grounds"]) == ("open", None)
    for again in (act, new, 999):
        with pytest.raises(ReviewError):
            undo(db, again, reviewer="lan")
    assert len(rows(db, "SELECT 1 FROM reviews")) == 7


def test_what_was_decided_anew_is_not_undone(db: Database) -> None:
    one, two, *_ = keys(db)
    act = decide(db, [one, two], MINOR, reviewer="lan")
    decide(db, [two], ACCEPTED, reviewer="minh")
    with pytest.raises(ReviewError):
        undo(db, act, reviewer="lan")
    assert state(db, one)["state"] == "dismissed"


def test_a_reviewers_wording_stays_until_another_is_written(db: Database) -> None:
    (key, *_) = keys(db, "suggestion_vi IS NOT NULL AND reasons = 1")

    def wording() -> object:
        return rows(db, "SELECT wording FROM reason WHERE key = ?", [key])[0]["wording"]

    suggested = str(rows(db, "SELECT suggestion_vi FROM reason WHERE key = ?", [key])[0]["suggestion_vi"])
    decide(db, [key], Decision(state="accepted", wordings={key: f" {suggested} "}))
    assert wording() is None
    act = decide(db, [key], Decision(state="accepted", wordings={key: "Nêu  lộ trình."}), reviewer="lan")
    decide(db, [key], MINOR)
    assert wording() == "Nêu lộ trình."
    decide(db, [key], Decision(state="accepted", wordings={key: ""}))
    assert wording() is None
    assert act


def test_each_reason_of_a_finding_has_its_own_wording(db: Database) -> None:
    (key, *_) = keys(db, "reasons > 1")
    (further, *_) = [row["key"] for row in rows(db, "SELECT key FROM findings WHERE under = ?", [key])]
    decide(db, [key], Decision(state="accepted", wordings={further: "Bỏ câu này."}))
    found = {row["key"]: row["wording"] for row in rows(db, "SELECT key, wording FROM reason WHERE finding = ?", [key])}
    assert found[further] == "Bỏ câu này."
    assert set(found.values()) == {None, "Bỏ câu này."}


# --- who has what ----------------------------------------------------------------------------------------------------


def test_a_finding_of_its_own_goes_before_its_plan(db: Database) -> None:
    one, two, *_ = keys(db)
    assert assign(db, " Nguyễn  Thị Lan ", plans=[NAME], by="minh") == 1
    assert assign(db, "hoa", findings=[one]) == 1
    assert (state(db, one)["person"], state(db, two)["person"]) == ("hoa", "Nguyễn Thị Lan")
    assign(db, "", findings=[one])
    assert state(db, one)["person"] == "Nguyễn Thị Lan"
    assign(db, "", plans=[NAME])
    assert state(db, one)["person"] is None
    assert len(rows(db, "SELECT 1 FROM review_assignments")) == 4
    assert rows(db, "SELECT 1 FROM assignee") == []


def test_what_makes_no_sense_is_not_assigned(db: Database) -> None:
    (key, *_) = keys(db)
    for findings, plans in (([], []), (["none"], []), ([], [NAME, "none"]), ([key], ["none"])):
        with pytest.raises(AssignmentError):
            assign(db, "lan", findings=findings, plans=plans)
    with pytest.raises(AssignmentError):
        assign(db, "a" * (assigning.LONGEST + 1), findings=[key])
    assert rows(db, "SELECT 1 FROM review_assignments") == []


def test_the_key_of_a_further_reason_means_its_finding(db: Database) -> None:
    (key, *_) = keys(db, "reasons > 1")
    (further, *_) = [row["key"] for row in rows(db, "SELECT key FROM findings WHERE under = ?", [key])]
    assert assign(db, "lan", findings=[further, key]) == 1
    assert state(db, key)["person"] == "lan"


def test_decisions_and_who_has_what_outlive_computing_anew(db: Database) -> None:
    one, two, *_ = keys(db)
    decide(db, [one], Decision(state="dismissed", grounds="justified", note="n"), reviewer="lan")
    assign(db, "hoa", findings=[two])
    assign(db, "lan", plans=[NAME])
    before = [state(db, key) for key in keys(db)]
    arrived = rows(db, "SELECT * FROM arrivals ORDER BY finding")
    db.conn.execute("UPDATE arrivals SET found_at = '2020-01-01T00:00:00+00:00'")
    derive(db, [row["id"] for row in rows(db, "SELECT id FROM documents")])
    assert [state(db, key) for key in keys(db)] == before
    assert [row["finding"] for row in rows(db, "SELECT * FROM arrivals ORDER BY finding")] == [
        row["finding"] for row in arrived
    ]
    assert rows(db, "SELECT DISTINCT found_at FROM arrivals") == [{"found_at": "2020-01-01T00:00:00+00:00"}]
