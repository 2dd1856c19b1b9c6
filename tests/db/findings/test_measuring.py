"""How the rules are measured: what counts as found, as true, as judged; the command and its table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from db.findings.measuring import MeasuringError, as_json, judged, measure, planted, table
from tests.db.findings.test_rules import aims, text
from tests.test_cli import run

Row = dict[str, Any]
RULES = ["weaker-than-national", "below-milestone", "regressing"]
QUOTE = "Tỷ lệ trẻ em được đăng ký khai sinh đạt 97% vào năm 2025"


def fault(**more: object) -> Row:
    return {"rule": "weaker-than-national", "where": "I.1", "quote": QUOTE} | more


def reason(**more: object) -> Row:
    return {"rule": "weaker-than-national", "key": "k1", "quote": QUOTE} | more


@pytest.mark.parametrize(
    ("found", "faults", "verdicts", "expected"),
    [
        ([reason()], [fault()], {}, (1, 1, 1, 1, 0)),
        ([], [fault()], {}, (1, 0, 0, 0, 0)),
        ([reason(rule="below-milestone")], [fault()], {}, (1, 1, 1, 1, 0)),  # the gentler rule says the same
        ([reason(rule="regressing")], [fault()], {}, (1, 0, 0, 0, 1)),
        ([reason(quote="Một câu khác hẳn, không chung chữ nào")], [fault()], {"k1": False}, (1, 0, 1, 0, 0)),
        ([reason()], [fault(beyond="no programme")], {}, (0, 0, 1, 1, 0)),
        ([reason()], [fault()], {"k1": False}, (1, 1, 1, 0, 0)),  # a person's word counts for more
        ([reason(quote=None)], [fault(quote=None)], {}, (1, 1, 1, 1, 0)),
    ],
)
def test_what_counts(found: list[Row], faults: list[Row], verdicts: dict[str, bool], expected: tuple[int, ...]) -> None:
    total = measure({"plan": found}, {"plan": faults, "elsewhere": [fault()]}, verdicts, RULES).total
    assert (total.planted, total.found, total.judged, total.true, total.unjudged) == expected


def test_shares_are_told_only_where_there_is_something_to_count() -> None:
    measured = measure({"plan": [reason()]}, {"plan": [fault(), fault(quote="khác")]}, {}, RULES)
    assert as_json(measured)["rules"]["weaker-than-national"] == {
        "planted": 2, "found": 1, "recall": 0.5, "judged": 1, "true": 1, "precision": 1.0, "unjudged": 0,
    }  # fmt: skip
    lines = list(table(measured))
    assert "| weaker-than-national | 2 | 1 | 0.50 | 1 | 1 | 1.00 | 0 |" in lines
    assert "| regressing | 0 | 0 | – | 0 | 0 | – | 0 |" in lines
    assert lines[-1].startswith("| total | 2 | 1 |")


def test_lists_are_read(tmp_path: Path) -> None:
    (tmp_path / "judged.tsv").write_text(
        "key\trule\tplan\tverdict\twhy\nk1\tr\tp\ttrue\t\nk2\tr\tp\tfalse\tvì\n", encoding="utf-8"
    )
    assert judged(tmp_path / "judged.tsv") == {"k1": True, "k2": False}
    with pytest.raises(MeasuringError, match=r"findings\.json"):
        planted(tmp_path)


def test_the_command_measures_a_folder_of_plans(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(text(aims(f"{QUOTE}.")), encoding="utf-8")
    (tmp_path / "plan.findings.json").write_text(json.dumps([fault(rule="impossible-value")]), encoding="utf-8")
    result = run("evaluate", tmp_path, "--plans", tmp_path / "plan.txt", "--findings", "--format", "json")
    assert result.exit_code == 0, result.output
    rules = json.loads(result.stdout)["rules"]
    assert (rules["impossible-value"]["planted"], rules["impossible-value"]["recall"]) == (1, 0.0)
    told = run("evaluate", tmp_path, "--plans", tmp_path / "plan.txt", "--findings", "-v").stdout.splitlines()
    assert told[0] == "- plan impossible-value I.1"
    assert run("evaluate", tmp_path / "none", "--findings").exit_code == 2
