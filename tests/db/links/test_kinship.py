"""Which documents are one plan: what ten pairs of drafts give, what is asked, what an answer does, what is inherited."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from db.links.kinship import ALIKE, DOUBTFUL
from db.load.derive import derive
from db.load.dispatch import load
from db.review import corrections, decisions
from db.review.answers import AnswerError, answer
from db.schema.database import rows
from tests.conftest import ROOT
from tests.db.drafts import PAIRS, Pair, draft, plan

MINOR = decisions.Decision(state="dismissed", grounds="minor")


def loads(db: Database, folder: Path, **texts: str) -> dict[str, str]:
    """Loads texts under names and gives the documents of the names."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    list(load(db, files_in([folder])))
    return {Path(row["path"]).stem: row["document"] for row in rows(db, "SELECT path, document FROM files")}


def together(db: Database, documents: dict[str, str]) -> bool:
    """Whether all documents are one plan."""
    plans = {row["id"]: row["plan"] for row in rows(db, "SELECT id, plan FROM documents")}
    return len({plans[document] for document in documents.values()}) == 1


def questions(db: Database) -> list[dict[str, Any]]:
    return rows(db, "SELECT one, other, alike, several FROM version_questions")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_pairs_of_documents_are_one_plan_or_two_or_asked_about(db: Database, tmp_path: Path, pair: Pair) -> None:
    documents = loads(db, tmp_path, one=pair.one, other=pair.other)
    found = questions(db)
    assert ("same" if together(db, documents) else "asked" if found else "apart") == pair.expected
    for row in found:
        assert DOUBTFUL <= row["alike"] <= ALIKE
        assert not row["several"]


def test_the_pairs_of_the_documentation_are_those_of_the_test() -> None:
    page = (ROOT / "docs/reliability.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (.+?) \| (?:same|asked|apart) \|", page, flags=re.M) == [pair.says for pair in PAIRS]
    assert re.findall(r"^\| .+? \| (same|asked|apart) \|", page, flags=re.M) == [pair.expected for pair in PAIRS]


# --- two drafts of one unit, type and year ---------------------------------------------------------------------------


@pytest.fixture
def two(db: Database, tmp_path: Path) -> dict[str, str]:
    """Two drafts without number of one district and year, with a sentence in common."""
    return loads(db, tmp_path, drowning=draft("đuối nước"), food=draft("dinh dưỡng"))


def test_a_correction_of_one_draft_leaves_the_other_alone(db: Database, two: dict[str, str]) -> None:
    derive(db, [corrections.correct(db, "documents", two["food"], "title", "Kế hoạch khác", reviewer="lan")])
    shared = rows(
        db,
        "SELECT id, document FROM targets WHERE quote LIKE '%điểm vui chơi%' ORDER BY document = ? DESC",
        [two["food"]],
    )
    derive(db, [corrections.correct(db, "targets", shared[0]["id"], "value", "100", reviewer="lan")])
    derive(db, two.values())
    titles = {row["id"]: row["title"] for row in rows(db, "SELECT id, title FROM documents")}
    assert titles[two["food"]] == "Kế hoạch khác"
    assert titles[two["drowning"]] == "Kế hoạch phòng, chống đuối nước cho trẻ em năm 2023"
    assert rows(db, "SELECT value FROM targets WHERE id = ?", [shared[1]["id"]]) == [{"value": 110}]


def test_a_corrected_head_holds_for_another_version_only_where_the_same_was_read(db: Database, tmp_path: Path) -> None:
    documents = loads(db, tmp_path, draft=plan(number=""), issued=plan(number="34"))
    for field, typed in (("issued_on", "20/02/2023"), ("signer", "Lò Văn Páo")):
        derive(db, [corrections.correct(db, "documents", documents["draft"], field, typed, reviewer="lan")])
    derive(db, documents.values())
    assert together(db, documents)
    heads = {row["id"]: row for row in rows(db, "SELECT id, issued_on, signer FROM documents")}
    draft, issued = heads[documents["draft"]], heads[documents["issued"]]
    assert (draft["issued_on"], issued["issued_on"]) == ("2023-02-20", "2023-02-14")
    assert (draft["signer"], issued["signer"]) == ("Lò Văn Páo", "Lò Văn Páo")


def test_a_decision_on_one_draft_leaves_the_other_alone(db: Database, two: dict[str, str]) -> None:
    keys = {
        row["document"]: row["key"]
        for row in rows(db, "SELECT document, key FROM findings WHERE rule = 'impossible-value'")
    }
    assert len(set(keys.values())) == 2
    decisions.decide(db, [keys[two["food"]]], MINOR)
    states = {
        row["plan"]: row["state"] for row in rows(db, "SELECT plan, state FROM reason WHERE rule = 'impossible-value'")
    }
    assert sorted(states.values()) == ["dismissed", "open"]


def test_decisions_and_corrections_are_there_after_an_answer_and_gone_after_the_other(
    db: Database, two: dict[str, str]
) -> None:
    key = rows(db, "SELECT key FROM findings WHERE document = ? AND rule = 'impossible-value'", [two["food"]])[0]["key"]
    decisions.decide(db, [key], MINOR)
    shared = rows(db, "SELECT id FROM targets WHERE quote LIKE '%điểm vui chơi%' AND document = ?", [two["food"]])[0][
        "id"
    ]
    derive(db, [corrections.correct(db, "targets", shared, "baseline_year", "2022", reviewer="lan")])
    (asked,) = questions(db)
    assert {asked["one"], asked["other"]} == set(two.values())
    derive(db, answer(db, asked["one"], asked["other"], "same", reviewer="lan"))
    assert together(db, two)
    assert questions(db) == []
    assert {
        row["baseline_year"] for row in rows(db, "SELECT baseline_year FROM targets WHERE quote LIKE '%điểm vui chơi%'")
    } == {2022}
    assert rows(db, "SELECT state FROM reason WHERE rule = 'impossible-value'") == [{"state": "dismissed"}]
    derive(db, answer(db, asked["one"], asked["other"], "different", reviewer="lan"))
    assert not together(db, two)
    assert questions(db) == []
    other = rows(
        db,
        "SELECT baseline_year, corrected FROM targets WHERE quote LIKE '%điểm vui chơi%' AND document = ?",
        [two["drowning"]],
    )
    assert other == [{"baseline_year": None, "corrected": None}]
    assert sorted(row["state"] for row in rows(db, "SELECT state FROM reason WHERE rule = 'impossible-value'")) == [
        "dismissed",
        "open",
    ]


def test_an_answer_holds_for_a_newer_version_of_the_file(db: Database, two: dict[str, str], tmp_path: Path) -> None:
    derive(db, answer(db, two["food"], two["drowning"], "different"))
    loads(db, tmp_path, food=draft("dinh dưỡng").replace("trước ngày 20", "trước ngày 25"))
    assert questions(db) == []


def test_an_answer_must_be_one(db: Database, two: dict[str, str]) -> None:
    with pytest.raises(AnswerError, match="no answer"):
        answer(db, two["food"], two["drowning"], "maybe")
    with pytest.raises(AnswerError, match="no such documents"):
        answer(db, two["food"], "0", "same")


def test_a_draft_as_near_to_two_plans_is_asked_about_and_inherits_nothing(db: Database, tmp_path: Path) -> None:
    documents = loads(db, tmp_path, a=plan(number="41"), b=plan(number="57", day="20 tháng 6"), draft=plan(number=""))
    assert {row["relation"] for row in rows(db, "SELECT relation FROM documents")} == {"current"}
    found = questions(db)
    assert {frozenset((row["one"], row["other"])) for row in found} == {
        frozenset((documents["draft"], documents["a"])),
        frozenset((documents["draft"], documents["b"])),
    }
    assert {row["several"] for row in found} == {1}
    derive(db, answer(db, documents["draft"], documents["a"], "same"))
    assert questions(db) == []
    assert rows(db, "SELECT plan, relation FROM documents WHERE id = ?", [documents["draft"]]) == [
        {"plan": documents["a"], "relation": "draft"}
    ]


def test_the_same_files_in_any_order_give_the_same_plans(db: Database, tmp_path: Path) -> None:
    texts = {"a": plan(number="41"), "b": plan(number=""), "c": draft("đuối nước"), "d": draft("dinh dưỡng")}
    for name in ("d", "b", "c", "a"):
        loads(db, tmp_path, **{name: texts[name]})
    first = rows(db, "SELECT id, plan, relation FROM documents ORDER BY id")
    asked = questions(db)
    db.conn.execute("UPDATE documents SET plan = NULL, relation = NULL, established = 0")
    derive(db, [row["id"] for row in first])
    assert rows(db, "SELECT id, plan, relation FROM documents ORDER BY id") == first
    assert questions(db) == asked


def test_a_plan_keeps_its_original_when_a_copy_in_another_format_arrives(db: Database, tmp_path: Path) -> None:
    first = loads(db, tmp_path, original=plan(number="41"))["original"]
    for count in range(1, 6):  # ids are digests: some would come before it
        loads(db, tmp_path, **{f"copy{count}": plan(number="41") + "\n" * count})
    assert rows(db, "SELECT id FROM documents WHERE plan = id") == [{"id": first}]


def test_what_was_decided_stays_when_a_title_is_read_otherwise(
    db: Database, two: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer version of the program reads another title out of the same file: identity and decisions stay."""
    key = rows(db, "SELECT key FROM findings WHERE document = ? AND rule = 'impossible-value'", [two["food"]])[0]["key"]
    decisions.decide(db, [key], MINOR)
    from db.load import rows as plan_rows

    monkeypatch.setattr(plan_rows, "of_head", lambda head: f"khác|{head['id']}")
    db.conn.execute("UPDATE documents SET version = 'old'")
    path = Path(rows(db, "SELECT path FROM files WHERE document = ?", [two["food"]])[0]["path"])
    list(load(db, files_in([path.parent])))
    found = {row["id"]: row["identity"] for row in rows(db, "SELECT id, identity FROM documents")}
    assert found[two["drowning"]].startswith("khác|")
    assert not found[two["food"]].startswith("khác|")
    assert rows(db, "SELECT state FROM reason WHERE key = ?", [key]) == [{"state": "dismissed"}]
