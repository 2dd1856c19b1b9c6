"""Plans side by side: what is held against what, and how a plan that says nothing is silent."""

from __future__ import annotations

from typing import Any

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from db.comparison.side_by_side import Cell, Line, side_by_side
from db.load.dispatch import load
from db.schema.database import open_database, rows
from tests.plans import CARRYING, TAIL

_MANY_YEARS = CARRYING.replace(
    "Thực hiện công tác trẻ em năm 2024", "Thực hiện Chương trình hành động vì trẻ em giai đoạn 2021 - 2030"
)
_PLANS = {
    "binh-minh": (_MANY_YEARS, (
        "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân giảm xuống dưới 10% vào năm 2025 và dưới 8% vào năm 2030.",
        "Tỷ lệ xã, thị trấn đạt tiêu chuẩn phù hợp với trẻ em đạt 70% vào năm 2025.",
    )),
    "an-son": (_MANY_YEARS.replace("BÌNH MINH", "AN SƠN").replace("Bình Minh", "An Sơn").replace("12/KH", "13/KH"), (
        "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân giảm xuống dưới 7% vào năm 2025.",
        "Tỷ lệ xã, thị trấn đạt tiêu chuẩn phù hợp với trẻ em đạt 70% vào năm 2025.",
    )),
    "duoi-nuoc": (CARRYING.replace("Thực hiện công tác trẻ em năm 2024", "Phòng, chống đuối nước trẻ em giai đoạn 2021 - 2025").replace("12/KH", "14/KH"), (
        "Giảm tỷ suất trẻ em tử vong do tai nạn, thương tích xuống dưới 15/100.000 trẻ em vào năm 2025.",
    )),
}  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder = tmp_path_factory.mktemp("beside")
    for name, (head, aims) in _PLANS.items():
        body = "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n" + "\n".join(f"- {aim}" for aim in aims)
        (folder / f"{name}.txt").write_text(head + body + TAIL, encoding="utf-8")
    db = open_database(folder / "plans.db")
    list(load(db, files_in([folder])))
    return db


def _plans(db: Database, *numbers: str) -> list[dict[str, Any]]:
    found = {row["number"].split("/")[0]: row for row in rows(db, "SELECT * FROM documents")}
    return [found[number] for number in numbers]


def _line(lines: list[Line], measure: str, year: int) -> Line:
    (found,) = [line for line in lines if (line.measure, line.year) == (measure, year)]
    return found


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"value": 6.0}, False),
        ({"per": 10_000}, False),
        ({"value": None, "unit": None, "per": None}, False),
    ],
)
def test_plans_say_the_same_where_number_unit_and_base_are_the_same(other: dict[str, Any], same: bool) -> None:
    value = {"value": 0.0, "value_high": None, "unit": "per", "per": 1000}
    cells = (Cell(values=(value,)), Cell(values=(value | other,)))
    assert Line(measure="3a", year=2025, group=None, cells=cells).same is same


def test_a_value_is_held_against_the_first_plans_by_the_direction_of_its_measure(db: Database) -> None:
    lines = side_by_side(db, _plans(db, "12", "13"), "qd-23-2021")
    line = _line(lines, "4a", 2025)
    assert [cell.values[0]["value"] for cell in line.cells] == [10, 7]
    assert all("nhẹ cân" in cell.values[0]["sentence"]["quote"] for cell in line.cells)
    first, other = (cell.beside for cell in line.cells)
    assert first is None
    assert other is not None
    assert (other.stance, other.difference) == ("stricter", -3)
    turned = _line(side_by_side(db, _plans(db, "13", "12"), "qd-23-2021"), "4a", 2025).cells[1].beside
    assert turned is not None
    assert (turned.stance, turned.difference) == ("weaker", 3)


def test_what_is_the_same_is_the_same_and_another_year_is_no_difference(db: Database) -> None:
    lines = side_by_side(db, _plans(db, "12", "13"), "qd-23-2021")
    assert _line(lines, "1", 2025).same
    assert not _line(lines, "4a", 2025).same
    later = _line(lines, "4a", 2030)
    assert (later.cells[1].silence, later.cells[1].beside) == ("other-year", None)


def test_a_thematic_plan_leaves_nothing_out(db: Database) -> None:
    lines = side_by_side(db, _plans(db, "12", "14"), "qd-23-2021")
    assert _plans(db, "14")[0]["plan_kind"] == "thematic"
    assert _line(lines, "4a", 2025).cells[1].silence == "thematic"
    assert _line(lines, "11b", 2025).cells[0].silence == "absent"
    assert _line(lines, "1", 2025).same, "what a thematic plan does not speak of is no difference"


def test_a_draft_that_stands_for_no_plan_has_its_values_judged(db: Database) -> None:
    (draft, other) = _plans(db, "12", "13")
    db.conn.execute("UPDATE documents SET plan = ?, relation = 'draft' WHERE id = ?", [other["id"], draft["id"]])
    lines = side_by_side(db, _plans(db, "12", "13"), "qd-23-2021")
    db.conn.rollback()
    assert [cell.values[0]["stance"] for cell in _line(lines, "4a", 2025).cells] == ["weaker", "stricter"]
