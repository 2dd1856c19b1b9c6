"""Rules about what was reached: where they speak and where they are silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.load.derive import derive
from db.review import corrections
from db.schema.database import open_database, rows
from tests.reports import BIRTHS, loaded, plan, report

SAID = "- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt {}."


@pytest.fixture
def db() -> Iterator[Database]:
    database = open_database(None)
    yield database
    database.close()


def _found(db: Database, rule: str) -> list[str]:
    return [
        row["message_vi"]
        for row in rows(db, "SELECT message_vi FROM findings WHERE rule = ? ORDER BY position", [rule])
    ]


@pytest.mark.parametrize(
    ("year", "said", "expected"),
    [
        (2020, "98,5%", ["Đăng ký khai sinh: mức phấn đấu 98% đến năm 2025 kém hơn kết quả đã đạt 98,5% năm 2020."]),
        (2020, "97%", []),
        (2020, "98%", []),
        (2023, "98,5%", []),  # ahead of itself
    ],
)
def test_a_target_below_what_was_reached(
    db: Database, tmp_path: Path, year: int, said: str, expected: list[str]
) -> None:
    loaded(db, tmp_path, plan=plan(BIRTHS), r=report(year, SAID.format(said)))
    assert _found(db, "target-below-reached") == expected


def test_less_is_better_for_deaths(db: Database, tmp_path: Path) -> None:
    aim = "- Tỷ suất tử vong trẻ em dưới 1 tuổi giảm còn 9/1.000 trẻ đẻ sống vào năm 2025."
    line = "- Tỷ suất tử vong trẻ em dưới 1 tuổi còn {}/1.000 trẻ đẻ sống."
    loaded(db, tmp_path, plan=plan(aim), r=report(2020, line.format("8,2")))
    assert len(_found(db, "target-below-reached")) == 1


def test_an_estimate_says_nothing_of_a_target(db: Database, tmp_path: Path) -> None:
    loaded(db, tmp_path, plan=plan(BIRTHS), r=report(2020, SAID.format("98,5%").replace("đạt", "ước đạt")))
    assert _found(db, "target-below-reached") == []


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        ("96,1%", ["Đăng ký khai sinh: kế hoạch lấy mức xuất phát 97,2% năm 2020, số đã báo cáo là 96,1%."]),
        ("97,2%", []),
        ("97,24%", []),  # rounded
    ],
)
def test_a_baseline_that_no_report_has(db: Database, tmp_path: Path, reported: str, expected: list[str]) -> None:
    aim = "- Tăng tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh từ 97,2% năm 2020 lên 98% vào năm 2025."
    loaded(db, tmp_path, plan=plan(aim), r=report(2020, SAID.format(reported)))
    assert rows(db, "SELECT baseline_value, baseline_year FROM targets") == [
        {"baseline_value": 97.2, "baseline_year": 2020}
    ]
    assert _found(db, "baseline-differs") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({2024: "104%"}, ["Đăng ký khai sinh, kết quả năm 2024: tỷ lệ 104% vượt quá 100%."]),
        ({2024: "100%"}, []),
        (
            {2024: "96% (960/1.000 trẻ)", 2025: "97% (388/400 trẻ)"},
            ["Đăng ký khai sinh, kết quả năm 2025: mẫu số giảm từ 1.000 năm 2024 xuống 400."],
        ),
        ({2024: "96% (960/1.000 trẻ)", 2025: "97% (776/800 trẻ)"}, []),
    ],
)
def test_results_that_cannot_be(db: Database, tmp_path: Path, words: dict[int, str], expected: list[str]) -> None:
    reports = {f"r{year}": report(year, SAID.format(said)) for year, said in words.items()}
    loaded(db, tmp_path, plan=plan(BIRTHS), **reports)
    assert _found(db, "impossible-result") == expected


def test_a_numerator_above_its_denominator(db: Database, tmp_path: Path) -> None:
    loaded(db, tmp_path, plan=plan(BIRTHS), r=report(2024, SAID.format("96% (960/1.000 trẻ)")))
    (result,) = rows(db, "SELECT id FROM results")
    derive(db, {corrections.correct(db, "results", result["id"], "numerator", "1960")})
    assert _found(db, "impossible-result") == [
        "Đăng ký khai sinh, kết quả năm 2024: tử số lớn hơn mẫu số: 1.960/1.000."
    ]


def test_a_part_above_the_measure_that_it_is_a_part_of(db: Database, tmp_path: Path) -> None:
    aims = ("- Tỷ suất tử vong trẻ em dưới 1 tuổi giảm còn 9/1.000 trẻ đẻ sống vào năm 2025.", "- Tỷ suất tử vong trẻ em dưới 5 tuổi giảm còn 14/1.000 trẻ đẻ sống vào năm 2025.")  # fmt: skip
    lines = ("- Tỷ suất tử vong trẻ em dưới 1 tuổi còn 12/1.000 trẻ đẻ sống.", "- Tỷ suất tử vong trẻ em dưới 5 tuổi còn 10/1.000 trẻ đẻ sống.")  # fmt: skip
    loaded(db, tmp_path, plan=plan(*aims), r=report(2024, *lines))
    (message,) = _found(db, "impossible-result")
    assert message.startswith("Tử vong dưới 1 tuổi, kết quả năm 2024: 12/1.000 lớn hơn 10/1.000")
