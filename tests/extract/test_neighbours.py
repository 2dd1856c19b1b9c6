"""Files with several documents: the plan stays, a decision that encloses it with it; letters and other plans go."""

from __future__ import annotations

import docx
import pytest

from extract import readers
from tests.extract.test_readers import docx_text
from tests.plans import HEAD, TAIL, read

_BODY = "I. MỤC TIÊU\n1. Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân còn {}%.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế chủ trì tuyên truyền.{}\n"
PLAN = HEAD + _BODY.format(8, TAIL)
OTHER = HEAD.replace("BÌNH MINH", "HÒA AN").replace("12/KH", "77/KH") + _BODY.format(5, TAIL)
_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
LETTER = (
    f"ỦY BAN NHÂN DÂN\nHUYỆN BÌNH MINH\nSố: 99/UBND-VX\nV/v gửi Kế hoạch\n{_STATE}Bình Minh, ngày 06 tháng 01 năm 2024\n"
    f"Kính gửi: Các phòng, ban.\nKẾ HOẠCH\nĐề nghị báo cáo trước ngày 15/02/2024.{TAIL}\n"
)
DECISION = (
    f"ỦY BAN NHÂN DÂN\nHUYỆN BÌNH MINH\n{_STATE}Số: 31/QĐ-UBND\nBình Minh, ngày 06 tháng 01 năm 2024\nQUYẾT ĐỊNH\n"
    f"Ban hành Kế hoạch công tác trẻ em năm 2024\nCăn cứ Luật Trẻ em ngày 05/4/2016;\nQUYẾT ĐỊNH:\n"
    f"Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác trẻ em.{TAIL}\n"
)
ENCLOSED = (
    f"ỦY BAN NHÂN DÂN\nHUYỆN BÌNH MINH\n{_STATE}KẾ HOẠCH\nCông tác trẻ em năm 2024\n"
    "(Ban hành kèm theo Quyết định số 31/QĐ-UBND ngày 06/01/2024)\n" + _BODY.format(8, "")
)


def test_a_form_to_report_on_in_an_annex_is_part_of_the_plan() -> None:
    form = f"PHỤ LỤC I\nMẪU BÁO CÁO\n{_STATE}BÁO CÁO\nKết quả thực hiện\n"
    table = (
        "PHỤ LỤC II\n| TT | Chỉ tiêu | Năm 2025 |\n| --- | --- | --- |\n| 1 | Tỷ lệ trẻ em được tiêm chủng | 95% |\n"
    )
    assert [target.value for target in read(f"{PLAN}\n{form}{table}").targets] == [8, 95]


@pytest.mark.parametrize(
    ("words", "number", "values"),
    [
        (LETTER + PLAN, "12/KH-UBND", [8]),
        (PLAN + "\n" + OTHER, "12/KH-UBND", [8]),
        (PLAN + "\n" + LETTER, "12/KH-UBND", [8]),
        (DECISION + ENCLOSED, "31/QĐ-UBND", [8]),
        (LETTER + DECISION + ENCLOSED + OTHER, "31/QĐ-UBND", [8]),
    ],
    ids=["letter first", "another plan", "letter last", "decision", "decision among others"],
)
def test_the_plan_of_several_documents(words: str, number: str, values: list[float]) -> None:
    plan = read(words)
    assert plan.document.number == number
    assert [target.value for target in plan.targets] == values
    assert plan.deadlines == ()
    assert any(warning.code == "several-documents" for warning in plan.warnings) is (words != DECISION + ENCLOSED)


def test_a_file_without_a_plan_is_left_as_it_is() -> None:
    assert readers.read((LETTER + LETTER).encode()).notes == ()
    assert readers.read(PLAN.encode()).notes == ()


def test_neighbours_are_told_in_word_files_too() -> None:
    document = docx.Document()
    for line in (LETTER + PLAN).split("\n"):
        document.add_paragraph(line)
    assert docx_text(document).startswith("ỦY BAN NHÂN DÂN\nHUYỆN BÌNH MINH\nCỘNG HÒA")
