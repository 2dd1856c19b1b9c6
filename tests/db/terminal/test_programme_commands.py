"""`kehoach programme`: the worked example of the documentation runs and says what stands there; what is wrong is said in two languages."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from db.comparison import for_reference
from kehoach import main
from tests.conftest import ROOT

_EXAMPLE = re.search(r"```console\n(.*?)```", (ROOT / "docs/programmes.md").read_text(encoding="utf-8"), re.DOTALL)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, env={"COLUMNS": "300"}, catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the second programme and its plans, as in the documentation."""
    shutil.copytree(ROOT / "tests/data/programmes", tmp_path / "thu-vien")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _steps() -> Iterator[tuple[str, str]]:
    """Each command of the example, with what it prints."""
    assert _EXAMPLE is not None
    for step in _EXAMPLE[1].split("$ kehoach ")[1:]:
        command, _, said = step.partition("\n")
        yield command, said


def test_the_example_of_the_documentation_is_what_happens(folder: Path) -> None:
    steps = list(_steps())
    assert len(steps) == 8
    for command, said in steps:
        arguments = [
            name
            for word in shlex.split(command)
            for name in (sorted(str(path) for path in Path().glob(word)) if "*" in word else [word])
        ]
        assert _known(run(*arguments).output) == _known(said), command


def _known(words: str) -> str:
    """Words without what depends on which programmes ship."""
    return re.sub(r"(?<=there are: ).*", "", " ".join(words.split()))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("values.2025 = 30", "values.2025 = 300", "qd-23-2022.toml: measures.1.values.2025: 300 nằm ngoài 0–100; sửa mức hoặc unit / 300 is outside"),
        ('kind_vi = "Đề án"', 'kind = "Đề án"', "programme.kind: không có khóa này"),
        ("[measures.14]", "[measures.1]", "sai cú pháp TOML"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["check", "add"])
def test_a_wrong_file_is_refused_and_nothing_is_written(
    folder: Path, command: str, old: str, new: str, said: str
) -> None:
    path = folder / "thu-vien/qd-23-2022.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    result = run("programme", command, str(path))
    assert result.exit_code == 2
    assert said in result.output
    assert not (folder / "plans.db").exists()


def test_what_is_not_there_is_named(folder: Path) -> None:
    assert "chưa có cơ sở dữ liệu" in run("programme", "list").output
    assert "none.toml: không đọc được / cannot be read" in run("programme", "add", "none.toml").output
    assert run("programme", "add", "thu-vien/qd-23-2022.toml").exit_code == 0
    assert "unchanged" in run("programme", "add", "thu-vien/qd-23-2022.toml").output
    for command in (("programme", "remove"), ("programme", "default"), ("compare", "--programme"), ("coverage", "--programme"), ("check", "--programme")):  # fmt: skip
        result = run(*command, "x")
        assert result.exit_code == 2, command
        assert "không có chương trình 'x' / no programme 'x'; có / there are: " in result.output


def test_one_that_ships_comes_back_by_its_id(folder: Path) -> None:
    run("programme", "add", "thu-vien/qd-23-2022.toml")
    assert "đã bỏ ra / taken out" in run("programme", "remove", "qd-23-2021").output
    assert "qd-23-2021" not in run("programme", "list").output
    assert "qd-23-2021: đã thêm / added" in run("programme", "add", "qd-23-2021").output
    assert "added" not in run("programme", "list").output.partition("qd-23-2021")[2].partition("\n")[0]


def test_a_province_s_plan_is_drafted_added_compared_removed(folder: Path) -> None:
    plans = sorted(str(path) for path in Path("thu-vien").glob("*.txt"))
    assert run("load", "-q", *plans).exit_code == 0
    drafted = run("programme", "draft", "thu-vien/yen-bai-71-kh-ubnd-2022.txt", "-o", "tinh.toml")
    assert "chỗ cần xem / places to look at" in drafted.output
    assert "đã có; chọn tên khác" in run("programme", "draft", plans[0], "-o", "tinh.toml").output
    nowhere = run("programme", "draft", plans[0], "-o", "no/tinh.toml")
    assert nowhere.exit_code == 2
    assert "no/tinh.toml" in nowhere.output
    name = "yen-bai-71-kh-ubnd-2022"
    assert "Tệp dùng được / the file is well" in run("programme", "check", "tinh.toml").output
    # the district that answers the province's plan; the province does not carry out itself
    assert f"{name}: đã thêm / added; 1 kế hoạch thực hiện" in run("programme", "add", "tinh.toml").output
    said = run("compare", "--programme", name, "--summary").output
    assert "van-chan-118-kh-ubnd-2022: ▼ 1  – 2" in said
    assert "máy tính nối mạng năm 2025: 20%, Kế hoạch / plan 35%" in said
    assert f"{name}: không thực hiện Kế hoạch 71/KH-UBND" in said
    assert run("programme", "remove", name).exit_code == 0
    assert run("compare", "--programme", name, "--summary").exit_code == 2


def test_what_cannot_be_drafted_is_said(folder: Path) -> None:
    assert "nothing.txt" in run("programme", "draft", "nothing.txt").output
    Path("empty.txt").write_text("Kính gửi các đơn vị.", encoding="utf-8")
    result = run("programme", "draft", "empty.txt")
    assert (result.exit_code, "không có chỉ tiêu nào có số" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("year", "over"), [(2025, []), (2026, ["qd-782-2021"]), (2031, ["qd-1591-2023", "qd-782-2021"])]
)
def test_programmes_are_over_as_of_the_day_that_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, year: int, over: list[str]
) -> None:
    monkeypatch.setattr(for_reference, "today", lambda: date(year, 12, 1))
    shutil.copy(ROOT / "tests/data/written/la-gi-kh-ubnd-2021.txt", "a.txt")
    assert run("load", "-q", "a.txt").exit_code == 0
    listed = run("programme", "list").output
    found = [name for name in ("qd-1591-2023", "qd-782-2021") if f"{name} (đã kết thúc / ended)" in listed]
    assert found == over


def test_other_programmes_are_shown_for_reference_and_those_that_ended_are_marked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(for_reference, "today", lambda: date(2026, 12, 1))
    shutil.copy(ROOT / "tests/data/written/la-gi-kh-ubnd-2021.txt", "a.txt")
    shutil.copy(ROOT / "corpus/plans/tan-yen-ctr-ubnd-2021.txt", "b.txt")
    assert run("load", "-q", "a.txt", "b.txt").exit_code == 0
    said = run("compare", "--summary").output
    assert "la-gi-118-kh-ubnd-2021: không thực hiện Quyết định 23/QĐ-TTg" in said
    assert "≈ 10 Lao động trẻ em năm 2030: 5,2%, tham khảo / for reference 4,5%" in said
    assert "≈ 10 Lao động trẻ em: 2025 4,9%, 2030 4,5%; Chương trình 782/QĐ-TTg 1a: 2025 4,9%, 2030 4,5% (đã kết thúc / ended)" in said  # fmt: skip
    assert "▼ 10 " not in said
    listed = run("programme", "list").output
    assert "qd-782-2021 (đã kết thúc / ended)" in listed
    assert "qd-1591-2023\n" in listed
