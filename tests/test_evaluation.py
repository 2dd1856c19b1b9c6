"""Scores on the annotated plans do not fall; the scorer counts what it should; two versions are compared."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract import evaluation, scoring
from tests.conftest import PLANS, ROOT
from tests.test_cli import run

DATA = ROOT / "tests/data"


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    return scoring.load_annotations(ROOT / "corpus/gold") | scoring.load_annotations(DATA / "gold")


def test_no_score_falls_below_its_floor(gold: dict[str, Any]) -> None:
    files = [
        *sorted(PLANS.glob("*.txt")),
        *sorted((DATA / "written").glob("*.txt")),
        *sorted((DATA / "formats").glob("*-annex.*"))[:1],
    ]
    score = scoring.score(gold, [evaluation.read(path) for path in files])
    floor = tomllib.loads((DATA / "floor.toml").read_text(encoding="utf-8"))
    told = "\n".join(score.differences)
    for kind, tally in score.kinds.items():
        assert tally.gold > 50, kind
        assert tally.f1 >= floor["found"][kind], told
        assert tally.exact_f1 >= floor["exact"][kind], told
    assert score.document_right >= floor["document"]["right"], told


@pytest.mark.parametrize("name", ["cao-bang-kh-ubnd-2023", "duc-co-kh-2022"])
@pytest.mark.parametrize(("ending", "least"), [(".docx", 0.99), (".pdf", 0.99)])
def test_other_formats_score_as_the_text_does(gold: dict[str, Any], name: str, ending: str, least: float) -> None:
    score = scoring.score(gold, [evaluation.read(DATA / "formats" / f"{name}{ending}")])
    assert score.mean_exact >= least, "\n".join(score.differences)


_TARGET = {
    "quote": "tỷ lệ A đạt 65% vào năm 2025",
    "kind": "quantitative",
    "value": 65,
    "value_high": None,
    "year": 2025,
    "unit": "percent",
}


def scored(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> scoring.Tally:
    plan = {"source": {"path": "a/plan-scan.pdf"}, "document": {}, "targets": found}
    return scoring.score({"plan": {"document": {}, "targets": gold}}, [plan]).kinds["targets"]


@pytest.mark.parametrize(
    ("change", "matched", "exact"),
    [
        ({}, 1, 1),
        ({"quote": "Tỷ lệ  A đạt **65%** vào năm 2025"}, 1, 1),
        ({"unit": "count"}, 1, 0),
        ({"value": 66}, 0, 0),
        ({"quote": "một câu hoàn toàn khác hẳn"}, 0, 0),
        ({"quote": "tỷ lệ A đạt 65% vào năm 2025 và rất nhiều chữ khác nữa của câu sau, dài hơn hẳn câu đầu"}, 0, 0),
    ],
)
def test_what_counts_as_found_and_as_exact(change: dict[str, Any], matched: int, exact: int) -> None:
    tally = scored([_TARGET], [_TARGET | change])
    assert (tally.matched, tally.exact, tally.gold, tally.found) == (matched, exact, 1, 1)


def test_a_record_is_used_once() -> None:
    tally = scored([_TARGET, _TARGET], [_TARGET])
    assert (tally.matched, tally.recall, tally.precision) == (1, 0.5, 1.0)


def test_the_command_prints_the_table_and_refuses_an_empty_folder(tmp_path: Path) -> None:
    result = run("evaluate")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].startswith("mean exact F1 ")
    assert run("evaluate", tmp_path).exit_code == 2


def test_records_gained_and_lost_between_two_versions(tmp_path: Path) -> None:
    path = PLANS / "duc-co-kh-2022.txt"
    plan = evaluation.read(path)
    old = tmp_path / "old.jsonl"
    old.write_text(json.dumps(plan), encoding="utf-8")
    assert run("evaluate", "--against", old).stdout.splitlines() == ["0 thêm / gained, 0 mất / lost"]
    plan["targets"][0]["value"] = 12345
    del plan["deadlines"][0]
    old.write_text(json.dumps(plan), encoding="utf-8")
    lines = run("evaluate", "--against", old).stdout.splitlines()
    assert lines[-1] == "2 thêm / gained, 1 mất / lost"
    assert any("value=12345" in line and " - targets" in line for line in lines)


def test_of_the_targets_that_are_called_sure_at_most_one_in_a_hundred_is_wrong(gold: dict[str, Any]) -> None:
    sure, wrong = 0, []
    plans = [*sorted(PLANS.glob("*.txt")), *sorted((DATA / "written").glob("*.txt"))]
    for path in (path for path in plans if path.stem in gold):
        found = [target for target in evaluation.read(path)["targets"] if target["confidence"] >= 0.8]
        right = scoring.right("targets", gold[path.stem]["targets"], found)
        sure += len(found)
        wrong += [target["quote"] for target, is_right in zip(found, right, strict=True) if not is_right]
    assert sure > 300
    assert len(wrong) <= sure / 100, wrong


def test_the_table_of_confidence_counts_what_is_right_in_every_field(tmp_path: Path, gold: dict[str, Any]) -> None:
    plan = PLANS / "ha-trung-kh-ubnd-2023.txt"
    targets = evaluation.read(plan)["targets"]
    targets[0]["value"] = 12345.0  # an annotation that the reading is not right by
    (tmp_path / f"{plan.stem}.json").write_text(json.dumps({"targets": targets}), encoding="utf-8")
    lines = run("evaluate", tmp_path, "--plans", plan, "--confidence").stdout.splitlines()
    rows = [[int(cell) for cell in line.split("|")[2:4]] for line in lines[2:]]
    assert lines[0] == "| confidence | targets | right in every field |"
    assert [sum(column) for column in zip(*rows, strict=True)] == [len(targets), len(targets) - 1]
