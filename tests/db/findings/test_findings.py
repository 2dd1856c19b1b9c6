"""Findings over loaded plans: what the shipped and the written plans hold, keys, decisions, versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from corpus.programme import load_all
from db.findings import all_rules, compute, description
from db.findings.measuring import judged, measure, planted
from db.load.derive import derive
from db.load.dispatch import load
from db.review import decisions
from db.review.answers import answer
from db.review.decisions import Decision
from db.schema.database import rows
from db.terminal.rules_measured import reasons
from db.views.selection import FindingSelection, findings
from tests.conftest import PLANS, ROOT
from tests.db.findings.test_rules import aims, text

WRITTEN = ROOT / "tests/data/written"
GOLD = ROOT / "tests/data/gold"


def load_texts(db: Database, folder: Path, *texts: str) -> list[str]:
    """Loads texts and gives their addresses."""
    slugs = []
    for words in texts:
        path = folder / f"{len(list(folder.iterdir()))}.txt"
        path.write_text(words, encoding="utf-8")
        (outcome,) = load(db, files_in([path]))
        slugs.append(str(outcome.slug))
    return slugs


@pytest.mark.parametrize(
    ("plan", "rule", "subject"),
    [
        ("tan-yen", "weaker-than-national", "4a 2025"),
        ("tan-yen", "weaker-than-national", "4a 2030"),
        ("tan-yen", "weaker-than-national", "11b 2025"),
        ("tan-yen", "weaker-than-national", "11b 2030"),
        ("tan-yen", "magnitude-suspect", "11b 2025"),
        ("tan-yen", "denominator-differs", "11a 2025"),
        ("tan-yen", "denominator-differs", "11b 2030"),
        ("tan-yen", "basis-missing", "23/QĐ-TTg"),
        ("tan-yen", "parent-missing", "310/KH-UBND"),
        ("cao-bang", "citation-date", "20-CT/TW"),
        ("cao-bang", "citation-date", "80/2017/NĐ-CP"),
        ("cao-bang", "symbol-misprint", "636/LĐTĐBXH-TE"),
        ("cao-bang", "annex-missing", "annex"),
        ("duc-co", "citation-date", "20-CT/TW"),
        ("duc-co", "citation-issuer", "06/QĐ-TTg"),
        ("ha-trung", "expired-programme", "98/2017/TT-BTC"),
    ],
)
def test_the_shipped_plans(loaded: Database, plan: str, rule: str, subject: str) -> None:
    assert rows(
        loaded, "SELECT 1 FROM reason WHERE plan LIKE ? AND rule = ? AND subject = ?", [f"{plan}%", rule, subject]
    )


def test_what_is_stored_of_several_plans_is_read_once(loaded: Database) -> None:
    documents = [row["id"] for row in rows(loaded, "SELECT id FROM documents")]
    asked: list[str] = []
    loaded.conn.set_trace_callback(asked.append)
    try:
        found = compute(loaded, documents)
    finally:
        loaded.conn.set_trace_callback(None)
    assert len({row["document"] for row in found}) > 3
    for table in ("targets", "deadlines", "legal_refs", "assignments", "sections", "warnings"):
        assert sum(sql.startswith(f"SELECT *, document AS of_plan FROM {table} ") for sql in asked) == 1


# Rules that hold a plan against the programmes that it carries out.
_BY_PROGRAMME = {"weaker-than-national", "below-milestone", "missing-measures", "year-missing", "number-differs"}


def test_no_yearly_or_thematic_plan_lacks_measures(loaded: Database) -> None:
    found = rows(loaded, "SELECT DISTINCT plan FROM reason WHERE rule IN ('missing-measures', 'year-missing')")
    assert not [row for row in found if "2021" not in row["plan"]]


@pytest.fixture(scope="module")
def found() -> dict[str, list[dict[str, Any]]]:
    """What the rules find in all plans that ship or are written for tests, by the stem of the plan."""
    return reasons([PLANS, WRITTEN])


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.findings.json")), ids=lambda path: path.name.split(".")[0])
def test_what_was_planted_in_the_written_plans_is_found(path: Path, found: dict[str, list[dict[str, Any]]]) -> None:
    stem = path.name.split(".")[0]
    faults = json.loads(path.read_text(encoding="utf-8"))
    codes = [rule.code for rule in all_rules()]
    assert measure({stem: found[stem]}, {stem: faults}, {}, codes).missed == []
    if any(fault.get("beyond") == "the plan carries out no programme that asks it" for fault in faults):
        assert not {row["rule"] for row in found[stem] if row["programme"] == load_all()[0].id} & _BY_PROGRAMME


def test_what_the_rules_find_is_as_right_as_it_was(found: dict[str, list[dict[str, Any]]]) -> None:
    verdicts = judged(GOLD / "judged.tsv")
    measured = measure(found, planted(GOLD), verdicts, [rule.code for rule in all_rules()])
    assert measured.unjudged == [], "judge what is new: kehoach evaluate tests/data/gold --findings -v"
    assert measured.total.precision is not None
    assert measured.total.precision >= 0.97
    assert measured.total.judged > 300


def test_evidence_stands_in_the_text(loaded: Database) -> None:
    found = rows(
        loaded,
        "SELECT f.quote, substr(t.text, f.quote_start + 1, f.quote_end - f.quote_start) AS there "
        "FROM findings f JOIN texts t ON t.document = f.document WHERE f.quote IS NOT NULL",
    )
    assert found
    assert all(row["quote"] == row["there"] for row in found)


def test_rules_are_described_and_stored(loaded: Database) -> None:
    stored = {row["code"]: row for row in rows(loaded, "SELECT * FROM rules")}
    assert set(stored) == {rule.code for rule in all_rules()}
    for rule in all_rules():
        assert len(description(rule)) > 40
        assert stored[rule.code]["name_vi"] != stored[rule.code]["name_en"]


def test_of_two_totals_the_one_that_the_prose_says_is_right(db: Database, tmp_path: Path) -> None:
    lines = "14/16 xã có điểm vui chơi cho trẻ em năm 2025.", "12/15 xã đạt tiêu chuẩn phù hợp với trẻ em năm 2025."
    words = text(aims(*lines) + "\n2. Rà soát tại 15 xã trong huyện.")
    load_texts(db, tmp_path, words)
    assert [row["found"] for row in rows(db, "SELECT found FROM reason WHERE rule = 'denominator-differs'")] == [
        "16 xã"
    ]


_WEAK = text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 97% vào năm 2025."))
_MENDED = text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99% vào năm 2025."))


def test_a_decision_outlives_reloading_and_changes_elsewhere(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_WEAK, encoding="utf-8")
    list(load(db, files_in([path])))
    (found,) = rows(db, "SELECT key FROM reason WHERE rule = 'weaker-than-national'")
    decisions.decide(db, [found["key"]], Decision(state="dismissed", note="đã giải trình"), reviewer="lan")
    path.write_text(_WEAK.replace("1. Tuyên truyền.", "1. Tuyên truyền sâu rộng."), encoding="utf-8")
    list(load(db, files_in([path])))
    (again,) = rows(db, "SELECT key, state, note FROM reason WHERE rule = 'weaker-than-national'")
    assert again == {"key": found["key"], "state": "dismissed", "note": "đã giải trình"}


def test_a_decided_finding_that_disappears_keeps_its_history_and_comes_back_with_it(
    db: Database, tmp_path: Path
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_WEAK, encoding="utf-8")
    list(load(db, files_in([path])))
    (found,) = rows(db, "SELECT key FROM reason WHERE rule = 'weaker-than-national'")
    decisions.decide(db, [found["key"]], Decision(state="accepted"))
    path.write_text(_MENDED, encoding="utf-8")
    list(load(db, files_in([path])))
    assert rows(db, "SELECT key FROM reason WHERE rule = 'weaker-than-national'") == []
    assert [row["gone"] for row in rows(db, "SELECT gone FROM findings WHERE key = ?", [found["key"]])] == [1]
    kept = rows(db, "SELECT state FROM reviews WHERE finding = ? ORDER BY id", [found["key"]])
    assert [row["state"] for row in kept] == ["accepted"]
    path.write_text(_WEAK, encoding="utf-8")
    list(load(db, files_in([path])))
    assert rows(db, "SELECT state FROM reason WHERE key = ?", [found["key"]]) == [{"state": "accepted"}]
    assert [row["gone"] for row in rows(db, "SELECT gone FROM findings WHERE key = ?", [found["key"]])] == [0]


@pytest.mark.parametrize(("key", "state"), [("none", "accepted"), ("", "perhaps")])
def test_a_decision_that_makes_no_sense_is_refused(db: Database, key: str, state: str) -> None:
    with pytest.raises(decisions.ReviewError):
        decisions.decide(db, [key], Decision(state=state))
    assert rows(db, "SELECT * FROM reviews") == []


def test_the_same_plan_in_two_files_a_draft_and_an_older_version_count_once(db: Database, tmp_path: Path) -> None:
    draft = _WEAK.replace("Số: 15/KH-UBND", "Số:     /KH-UBND").replace("ngày 15 tháng 4", "ngày    tháng 4")
    other = _WEAK.replace("Số: 15/KH-UBND", "Số: 16/KH-UBND").replace(
        "Thực hiện Chương trình hành động", "Thực hiện Chiến lược"
    )
    copy = _WEAK.replace("Nơi nhận:", "\nNơi nhận:")
    load_texts(db, tmp_path, draft, _WEAK, copy)
    assert sorted(row["relation"] for row in rows(db, "SELECT relation FROM documents")) == ["copy", "current", "draft"]
    assert len({row["plan"] for row in rows(db, "SELECT plan FROM comparison WHERE stance = 'weaker'")}) == 1
    # A second plan of almost the same words: the draft is as near to it, which people have to say; until then it stands apart.
    load_texts(db, tmp_path, draft, _WEAK, copy, other)
    asked = rows(db, "SELECT one, other FROM version_questions WHERE several = 1")
    assert len(asked) == 2
    first = rows(db, "SELECT id FROM documents WHERE number = '15/KH-UBND' AND plan = id")[0]["id"]
    draft_id = rows(db, "SELECT id FROM documents WHERE number IS NULL")[0]["id"]
    derive(db, answer(db, draft_id, first, "same"))
    relations = sorted(row["relation"] for row in rows(db, "SELECT relation FROM documents"))
    assert relations == ["copy", "current", "current", "draft"]
    assert len({row["plan"] for row in rows(db, "SELECT plan FROM comparison WHERE stance = 'weaker'")}) == 2
    assert len({row["plan"] for row in rows(db, "SELECT plan FROM reason WHERE rule = 'weaker-than-national'")}) == 2


def test_what_stands_for_a_plan_does_not_depend_on_the_order_of_loading(db: Database, tmp_path: Path) -> None:
    draft = _WEAK.replace("Số: 15/KH-UBND", "Số:     /KH-UBND").replace("ngày 15 tháng 4", "ngày    tháng 4")
    load_texts(db, tmp_path, _WEAK, draft)
    forwards = rows(db, "SELECT id, plan, relation FROM documents ORDER BY id")
    for table in ("findings", "comparisons", "cascades"):
        db.conn.execute(f"DELETE FROM {table}")
    (tmp_path / "0.txt").write_text(draft, encoding="utf-8")
    (tmp_path / "1.txt").write_text(_WEAK, encoding="utf-8")
    list(load(db, files_in([tmp_path / "0.txt", tmp_path / "1.txt"])))
    assert rows(db, "SELECT id, plan, relation FROM documents ORDER BY id") == forwards


def test_the_shipped_plans_stand_for_themselves(loaded: Database) -> None:
    assert {row["relation"] for row in rows(loaded, "SELECT relation FROM documents")} == {"current"}
    assert len(rows(loaded, "SELECT 1 FROM documents WHERE plan = id")) == len(list(PLANS.glob("*.txt")))


# One clause that is weaker than the programme, out of proportion to it, and counts by another denominator.
_THRICE = text(
    aims(
        "Giảm tỷ suất trẻ em tử vong do tai nạn, thương tích xuống còn 15/10.000 trẻ em vào năm 2025.",
        "Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 97% vào năm 2025.",
    ),
    title="Bảo vệ, chăm sóc trẻ em giai đoạn 2021 - 2030",
)


def _reasons(db: Database) -> dict[str, str]:
    return {row["rule"]: row["key"] for row in rows(db, "SELECT rule, key FROM reason WHERE subject = '11b 2025'")}


def test_one_sentence_that_breaks_several_rules_is_one_finding_with_its_reasons(db: Database, tmp_path: Path) -> None:
    load_texts(db, tmp_path, _THRICE)
    reasons = _reasons(db)
    assert set(reasons) == {"weaker-than-national", "magnitude-suspect", "denominator-differs"}
    found = rows(db, "SELECT key, reasons, also_vi, quote FROM finding ORDER BY position")
    assert sorted(row["reasons"] for row in found) == [1, 3]
    (first,) = (row for row in found if row["reasons"] == 3)
    assert {row["finding"] for row in rows(db, "SELECT finding FROM reason WHERE subject = '11b 2025'")} == {
        first["key"]
    }
    assert len(first["also_vi"].splitlines()) == 2
    (chosen,) = (row for row in findings(db, FindingSelection()) if row["key"] == first["key"])
    assert {row["rule"] for row in (chosen, *chosen["others"])} == set(reasons)


def test_a_finding_is_decided_with_all_its_reasons_or_reason_by_reason(db: Database, tmp_path: Path) -> None:
    (slug,) = load_texts(db, tmp_path, _THRICE)
    reasons = _reasons(db)
    (key,) = (row["key"] for row in rows(db, "SELECT key FROM finding WHERE reasons = 3"))

    def state() -> str:
        return str(rows(db, "SELECT state FROM finding WHERE key = ?", [key])[0]["state"])

    further = [one for one in reasons.values() if one != key]
    decisions.decide(db, [further[0]], Decision(state="dismissed", grounds="minor"))
    assert state() == "open"
    decisions.decide(db, [key], Decision(state="accepted"))
    assert state() == "accepted"
    assert {row["state"] for row in rows(db, "SELECT state FROM reason WHERE finding = ?", [key])} == {"accepted"}
    decisions.decide(db, [further[0]], Decision(state="dismissed", grounds="minor"))
    assert state() == "accepted"
    (chosen,) = (row for row in findings(db, FindingSelection(plans=(slug,))) if row["key"] == key)
    assert [row["key"] for row in chosen["others"]] == further[1:]


def test_what_was_decided_about_a_reason_before_it_was_one_still_holds(db: Database, tmp_path: Path) -> None:
    load_texts(db, tmp_path, _THRICE)
    db.conn.execute("UPDATE findings SET under = NULL, reasons = 1")  # as an earlier version of the program wrote them
    for key in _reasons(db).values():
        decisions.decide(db, [key], Decision(state="dismissed", note="đã giải trình"))
    derive(db, [row["id"] for row in rows(db, "SELECT id FROM documents")])
    assert rows(db, "SELECT state, note FROM finding WHERE reasons = 3") == [
        {"state": "dismissed", "note": "đã giải trình"}
    ]
