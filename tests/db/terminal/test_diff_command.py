"""`kehoach diff` on the command line: files without a database, plans of one, comments, files to keep."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from corpus.files import given
from db.load.dispatch import load
from db.review.decisions import Decision, decide
from db.schema.database import open_database, rows
from kehoach import main
from tests.conftest import ROOT

DRAFT, ISSUED = (
    ROOT / "tests/data/versions" / f"{name}.txt" for name in ("quan-hoa-du-thao-2024", "quan-hoa-47-kh-ubnd-2024")
)


def run(*arguments: object, code: int = 0) -> str:
    answer = CliRunner(env={"COLUMNS": "80"}).invoke(main, ["diff", *map(str, arguments)])
    assert answer.exit_code == code, answer.output
    return answer.stdout if code == 0 else answer.output


def test_two_files_need_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = run(DRAFT, ISSUED)
    assert max(map(len, text.splitlines())) <= 80
    words = " ".join(text.split())
    assert "Chỉ tiêu (Targets): 4 thay đổi, 1 bỏ, 1 mới, 1 sửa câu chữ" in words
    assert "65% (2025) ▲ cao hơn" in words
    assert "dọc sông" not in words
    assert "dọc sông" in " ".join(run(DRAFT, ISSUED, "--all").split())
    assert list(tmp_path.iterdir()) == []


def test_equal_plans_say_so() -> None:
    assert "Hai bản không khác nhau về nội dung" in run(DRAFT, DRAFT)


def test_files_to_keep(tmp_path: Path) -> None:
    found = json.loads(run(DRAFT, ISSUED, "--format", "json"))
    changed = next(row for row in found if row["measure"] == "4a" and row["state"] == "changed")
    assert (changed["old"], changed["new"], changed["stance"]) == ("14% (2025)", "12,5% (2025)", "stricter")
    assert "14%" in changed["old_quote"]
    table = list(csv.DictReader(io.StringIO(run(DRAFT, ISSUED, "--format", "csv"))))
    assert [row["about"] for row in table] == [row["about"] for row in found]
    run(DRAFT, ISSUED, "--format", "xlsx", code=2)
    run(DRAFT, ISSUED, "--format", "xlsx", "--output", tmp_path / "khac.xlsx")
    sheet = load_workbook(tmp_path / "khac.xlsx")["Chỉ tiêu"]
    assert [cell.value for cell in sheet[2]][:5] == [
        "thay đổi",
        "1 Xã phù hợp với trẻ em",
        "60% (2025)",
        "65% (2025)",
        "cao hơn",
    ]


def test_what_is_no_file_and_no_plan_is_said(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    open_database(path).close()
    assert "khong-co" in run("khong-co", DRAFT, "--db", path, code=2)
    empty = tmp_path / "rong.txt"
    empty.write_text("", encoding="utf-8")
    assert "rong.txt" in run(empty, DRAFT, "--db", path, code=2)


def test_comments_that_were_accepted_on_a_draft_are_followed_into_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    db = open_database(path)
    list(load(db, [given(DRAFT)]))
    accepted = {"impossible-value", "weaker-than-national", "citation-date"}
    for row in rows(db, "SELECT key, rule FROM findings"):
        if row["rule"] in accepted:
            decide(db, [row["key"]], Decision(state="accepted"), reviewer="lan")
    list(load(db, [given(ISSUED)]))
    plans = [row["slug"] for row in rows(db, "SELECT slug FROM documents ORDER BY relation DESC")]
    db.close()
    assert plans == ["quan-hoa-kh-ubnd-2024", "quan-hoa-47-kh-ubnd-2024"]
    found = json.loads(run(*plans, "--db", path, "--format", "json"))
    outcome = [(row["about"], row["state"]) for row in found if row["part"] == "comments"]
    assert ("giá trị không thể có", "taken") in outcome
    assert ("sai ngày của văn bản viện dẫn", "taken") in outcome
    weaker = [state for about, state in outcome if about == "chưa bảo đảm mức của chương trình"]
    assert "taken" in weaker, "60 % of communes became 65 %"
    assert "standing" in weaker, "12.5 % of underweight is weaker than 9 % still"
    by_file = json.loads(run(DRAFT, ISSUED, "--db", path, "--format", "json"))
    assert by_file == found, "a file that was loaded is its plan"
