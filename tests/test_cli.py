"""The command line as a user meets it: output, errors on standard error, exit codes, help."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from docx import Document
from openpyxl import load_workbook

from kehoach import main
from tests.conftest import PLANS
from tests.plans import HEAD, TAIL

TAN_YEN = str(PLANS / "tan-yen-ctr-ubnd-2021.txt")


def run(*arguments: str | Path) -> Result:
    return CliRunner(env={"COLUMNS": "80"}).invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "plans.db"
    assert run("load", PLANS, "--db", path).exit_code == 0
    return path


def test_load_says_what_was_read_and_the_second_time_that_nothing_changed(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    first = run("load", PLANS, "--db", path)
    assert first.exit_code == 0
    assert "5 tệp / files: 5 đã nạp (loaded)" in first.stdout
    assert all(len(line) <= 80 for line in first.stdout.splitlines() if str(path) not in line)
    second = run("load", PLANS, "--db", path)
    assert second.exit_code == 0
    assert "5 không thay đổi (unchanged)" in second.stdout


def test_load_names_each_bad_file_once_and_loads_the_others(tmp_path: Path) -> None:
    shutil.copy(TAN_YEN, tmp_path / "good.txt")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "fake.docx").write_text("chỉ là chữ", encoding="utf-8")
    result = run("load", tmp_path, tmp_path / "none.pdf", "--db", tmp_path / "out.db")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [Path(line.split(": ")[0]).name for line in lines] == ["empty.txt", "fake.docx", "none.pdf"]
    assert "1 đã nạp (loaded), 3 lỗi (failed)" in result.stdout


def test_extract_prints_one_object_a_file_in_order_and_nothing_else(tmp_path: Path) -> None:
    other = PLANS / "duc-co-kh-2022.txt"
    result = run("extract", TAN_YEN, tmp_path / "none.txt", other)
    assert result.exit_code == 1
    plans = [json.loads(line) for line in result.stdout.splitlines()]
    assert [plan["source"]["path"] for plan in plans] == [TAN_YEN, str(other)]
    assert result.stderr.startswith(f"{tmp_path / 'none.txt'}: ")
    assert "text" not in plans[0]
    assert plans[0]["version"] == plans[1]["version"]


def test_the_text_that_offsets_count_in_comes_on_demand() -> None:
    plan = json.loads(run("extract", "--text", TAN_YEN).stdout)
    for kind in ("targets", "legal_refs", "assignments"):
        assert plan[kind]
        for record in plan[kind]:
            assert plan["text"][record["start"] : record["end"]] == record["quote"]
    for record in plan["deadlines"]:
        assert plan["text"][record["quote_start"] : record["quote_end"]] == record["quote"]


def test_compare_shows_who_is_weaker_in_a_table_csv_and_json(database: Path) -> None:
    table = run("compare", "--db", database)
    assert table.exit_code == 0
    assert "▼ 4a Suy dinh dưỡng nhẹ cân năm 2025: <10%, Chương trình / programme <9%" in table.stdout
    assert "75/100.000 (3/4.000 = 75/100.000)" in table.stdout
    found = json.loads(
        run("compare", "--db", database, "--measure", "3b", "--unit", "quang ninh", "--format", "json").stdout
    )
    assert {(row["year"], row["stance"]) for row in found} == {(2025, "stricter"), (2030, "stricter")}
    lines = list(
        csv.DictReader(io.StringIO(run("compare", "--db", database, "--year", "2025", "--format", "csv").stdout))
    )
    assert {line["year"] for line in lines} == {"2025"}
    assert "không thực hiện Quyết định 23/QĐ-TTg" in run("compare", "--db", database, "--summary").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["compare", "--db", "none.db"], "run `kehoach load` first"),
        (["serve", "--db", "none.db"], "run `kehoach load` first"),
        (["compare", "--measure", "99"], "no measure '99'"),
        (["compare", "--unit", "Nowhere"], "no plan of 'Nowhere'"),
        (["load"], "Missing argument"),
        (["nothing"], "No such command"),
    ],
)
def test_wrong_usage_is_explained_with_exit_code_2(database: Path, arguments: list[str], message: str) -> None:
    if arguments[0] == "compare" and "--db" not in arguments:
        arguments = [*arguments, "--db", str(database)]
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def commands(group: click.Group = main, *before: str) -> dict[tuple[str, ...], click.Command]:
    """Every command with the words that lead to it."""
    found: dict[tuple[str, ...], click.Command] = {}
    for name, command in group.commands.items():
        found[(*before, name)] = command
        if isinstance(command, click.Group):
            found |= commands(command, *before, name)
    return found


@pytest.mark.parametrize("path", sorted(commands()), ids=" ".join)
def test_every_command_has_help_in_both_languages_with_examples(path: tuple[str, ...]) -> None:
    command = commands()[path]
    text = run(*path, "--help").stdout
    assert f"kehoach {' '.join(path)}" in text
    assert "Ví dụ / examples:" in text
    assert "exit codes: 0" in text or isinstance(command, click.Group)
    assert " / " in (command.help or "")
    for option in command.params:
        if isinstance(option, click.Option) and option.name != "form" and option.help:
            assert " / " in option.help or option.name == "help", option.name


def test_read_prints_text_sections_and_outline(tmp_path: Path) -> None:
    plan = tmp_path / "kh.txt"
    plan.write_text(f"{HEAD}I. MỤC TIÊU\n1. 95% trẻ em được tiêm chủng.\f\n2\nII. NHIỆM VỤ{TAIL}", encoding="utf-8")
    result = run("read", plan, tmp_path / "none.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path / 'none.txt'}: ")
    assert "kh.txt: plain, 2 trang / pages, " in result.stdout.splitlines()[0]
    lines = result.stdout.splitlines()
    assert "I.1         | 1. 95% trẻ em được tiêm chủng." in lines
    assert [line.rstrip("-") for line in lines if line.startswith("----")] == [
        "---- trang / page 1 ", "---- trang / page 2 "
    ]  # fmt: skip
    assert lines[lines.index("== Đề cương / outline") + 1 :][:3] == [
        "I MỤC TIÊU  [objectives]  tr./p. 1",
        "  1 95% trẻ em được tiêm chủng.  [objectives]  tr./p. 1",
        "II NHIỆM VỤ  [tasks]  tr./p. 2",
    ]
    assert lines[-1] == "2"  # the page number, left out
    assert run("read", plan, "--plain").stdout.startswith("ỦY BAN NHÂN DÂN\n")


def test_every_command_that_needs_the_database_takes_db() -> None:
    for path, command in commands().items():
        options = {option for parameter in command.params for option in parameter.opts}
        reads_files = path[0] in {"extract", "evaluate", "read"} or path in {
            ("programme", "check"),
            ("programme", "draft"),
        }
        if not reads_files and not isinstance(command, click.Group):
            assert "--db" in options, path


def test_accounts_are_added_changed_listed_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    added = run("user", "add", "lan", "--role", "reviewer", "--password", "mật khẩu dài", "--db", path)
    assert added.stdout.startswith("lan: đã thêm / added (reviewer)")
    assert "đã đổi / changed" in run("user", "add", "lan", "--password", "mật khẩu mới", "--db", path).stdout
    assert run("user", "list", "--db", path).stdout == "lan\treviewer\n", "what one may do stays"
    refused = run("user", "add", "minh", "--password", "mật khẩu dài", "--db", path)
    assert refused.exit_code == 2
    assert "--role reader|reviewer|staff|admin" in " ".join(refused.stderr.split())
    assert run("user", "role", "lan", "--db", path).exit_code == 2
    assert (
        run("user", "role", "lan", "--role", "staff", "--role", "admin", "--db", path).stdout == "lan: admin, staff\n"
    )
    assert run("user", "password", "lan", "--password", "mật khẩu thứ ba", "--db", path).exit_code == 0
    assert run("user", "password", "minh", "--password", "mật khẩu thứ ba", "--db", path).exit_code == 2
    assert run("user", "add", "lan", "--password", "ngắn", "--db", path).exit_code == 2
    assert run("user", "remove", "lan", "--db", path).exit_code == 0
    assert run("user", "remove", "lan", "--db", path).exit_code == 2


def test_check_lists_findings_by_plan_and_counts_them(database: Path) -> None:
    result = run("check", "tan-yen", "--db", database)
    assert result.exit_code == 0
    assert "weaker-than-national" in result.stdout
    assert "chưa bảo đảm mức dưới 9%" in " ".join(result.stdout.split())
    assert result.stdout.splitlines()[-1].startswith("1 kế hoạch / plans: ")
    assert all(len(line) <= 80 for line in result.stdout.splitlines()[:-1])


def test_check_prints_json_lines_of_the_record_format(database: Path) -> None:
    result = run("check", "--format", "json", "--rule", "citation-date", "--db", database)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert {Path(one["source"]["path"]).name for one in found} == {"cao-bang-kh-ubnd-2023.txt", "duc-co-kh-2022.txt"}
    assert all(
        one[name]
        for one in found
        for name in ("rule", "severity", "quote", "subject", "found", "expected", "message_vi", "message_en", "key")
    )


def test_check_prints_csv_and_fails_on_what_it_is_told_to(database: Path) -> None:
    result = run("check", "--format", "csv", "--severity", "error", "--db", database, "--fail-on", "error")
    assert result.exit_code == 1
    assert {row["severity"] for row in csv.DictReader(io.StringIO(result.stdout))} == {"error"}
    assert run("check", "quang-ninh", "--db", database, "--fail-on", "error").exit_code == 0


def test_check_of_an_unknown_plan_says_which_there_are(database: Path) -> None:
    result = run("check", "nowhere", "--db", database)
    assert result.exit_code == 2
    assert "tan-yen" in result.stderr or "quang-ninh" in result.stderr or "cao-bang" in result.stderr


def test_review_writes_a_word_file_and_export_a_folder(database: Path, tmp_path: Path) -> None:
    result = run("review", "tan-yen", "--docx", tmp_path / "r.docx", "--db", database)
    assert result.exit_code == 0
    assert "để trống / left blank: Cơ quan gửi" in result.stdout
    assert (tmp_path / "r.docx").stat().st_size > 10_000
    result = run("export", tmp_path / "out", "--db", database)
    assert result.exit_code == 0
    assert f"{tmp_path / 'out/kehoach.xlsx'}: " in result.stdout
    assert run("review", "tan-yen", "--docx", tmp_path / "none/r.docx", "--db", database).exit_code == 2


def test_who_sends_a_letter_is_remembered_until_it_is_said_otherwise(database: Path, tmp_path: Path) -> None:
    own = tmp_path / "plans.db"
    shutil.copy(database, own)
    who = ("--agency", "Sở Y tế", "--symbol", "SYT-TE", "--place", "Vĩnh Phúc", "--title", "Giám đốc")
    assert run("review", "tan-yen", "--docx", tmp_path / "a.docx", "--db", own, *who).exit_code == 0
    result = run(
        "review", "tan-yen", "--docx", tmp_path / "b.docx", "--db", own, "--signer", "Trần B", "--date", "22/03/2024"
    )
    assert "left blank" not in result.stdout
    head, foot = Document(str(tmp_path / "b.docx")).tables[:2]
    said = "\n".join(cell.text for table in (head, foot) for cell in table.rows[0].cells)
    assert all(
        words in said for words in ("SỞ Y TẾ", "/SYT-TE", "Vĩnh Phúc, ngày 22 tháng 3 năm 2024", "GIÁM ĐỐC", "Trần B")
    )
    result = run("review", "tan-yen", "--docx", tmp_path / "c.docx", "--db", own, "--signer", "")
    assert "left blank: Họ và tên người ký" in result.stdout
    assert run("review", "tan-yen", "--docx", tmp_path / "c.docx", "--db", own, "--date", "hôm nay").exit_code == 2


def test_comments_of_several_files_become_one_table(database: Path, tmp_path: Path) -> None:
    ours, other, out = tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx"
    run("review", "tan-yen", "--docx", ours, "--db", database)
    Document().save(str(other))
    result = run("comments", ours, other, tmp_path / "none.docx", "--docx", out, "--plan", "tan-yen", "--db", database)
    assert result.exit_code == 1
    assert "b.docx: " in result.stderr
    assert "none.docx: " in result.stderr
    (table,) = Document(str(out)).tables
    assert len(table.rows) > 5
    assert "CHƯƠNG TRÌNH HÀNH ĐỘNG VÌ TRẺ EM HUYỆN TÂN YÊN" in Document(str(out)).paragraphs[0].text
    assert run("comments", ours, "--docx", out, "--plan", "nowhere", "--db", database).exit_code == 2


def test_the_form_for_printing_holds_the_localities_of_one_level(database: Path, tmp_path: Path) -> None:
    out = tmp_path / "bieu.xlsx"
    result = run("compare", "--xlsx", out, "--level", "district", "--province", "bac giang", "--db", database)
    assert result.exit_code == 0
    assert "1 kế hoạch, các huyện" in result.stdout
    sheet = load_workbook(out).active
    assert sheet is not None
    assert "THUỘC TỈNH BẮC GIANG" in str(sheet["A1"].value)
    assert str(sheet["E4"].value).startswith("huyện Tân Yên")
    assert run("compare", "--xlsx", tmp_path / "none/b.xlsx", "--db", database).exit_code == 2


def test_coverage_and_cascade_on_the_terminal(database: Path) -> None:
    result = run("coverage", "--level", "district", "--province", "gia lai", "--year", "2022", "--db", database)
    assert result.exit_code == 0
    assert "duc-co-kh-2022" in result.stdout
    assert "đơn vị / units: " in result.stdout.splitlines()[-1]
    assert len(json.loads(run("coverage", "--format", "json", "--db", database).stdout)) == 63
    tree = run("cascade", "--db", database).stdout
    assert "quang-ninh-52-kh-ubnd-2021" in tree
    assert "310/KH-UBND (chưa có trong dữ liệu / not in the database)" in tree
    assert run("coverage", "--province", "nowhere", "--db", database).exit_code == 2
