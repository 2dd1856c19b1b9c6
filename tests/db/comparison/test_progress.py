"""What was reached of a plan: results of its unit from any document, and of the units below it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus import units
from db.comparison import reached
from db.comparison.compare import Yardstick
from db.load import registers
from db.load.derive import derive
from db.load.writer import delete_document
from db.review import corrections
from db.schema.database import insert, open_database, rows, transaction
from db.site.queries import all_queries
from tests.reports import BIRTHS, judged, loaded, plan, report


@pytest.fixture
def db() -> Iterator[Database]:
    database = open_database(None)
    yield database
    database.close()


REACHED = "- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt {}%."


def test_a_year_is_judged_by_the_report_of_the_unit(db: Database, tmp_path: Path) -> None:
    loaded(
        db,
        tmp_path,
        plan=plan(BIRTHS),
        r24=report(2024, REACHED.format("97,5")),
        r25=report(2025, REACHED.format("98,4")),
    )
    found = judged(db, "year", "asked_value", "value", "difference", "verdict", "trend", measure="14")
    assert found[:2] == [(2024, 98, 97.5, -0.5, "not-due", None), (2025, 98, 98.4, 0.4, "exceeded", "better")]
    assert found[2] == (2030, 99, None, None, "not-due", None)
    (row,) = rows(db, "SELECT quote, result_document, target_quote FROM progress WHERE measure = '14' AND year = 2025")
    assert row["quote"] == "Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,4%"
    assert row["result_document"].startswith("bac-giang-15-bc-ubnd")
    assert "98% vào năm 2025" in row["target_quote"]


def test_a_year_without_a_report_has_no_data(db: Database, tmp_path: Path) -> None:
    loaded(db, tmp_path, plan=plan("- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98% vào năm 2023."))
    assert judged(db, "year", "value", "verdict", "asked_value", "basis", measure="14")[0] == (
        2023,
        None,
        "no-data",
        98,
        "plan",
    )


def test_another_units_report_says_nothing(db: Database, tmp_path: Path) -> None:
    other = {"unit": "TỈNH BẮC NINH", "place": "Bắc Ninh"}
    loaded(db, tmp_path, plan=plan(BIRTHS), r25=report(2025, REACHED.format("98,4"), unit=other))
    assert {value for (value,) in judged(db, "value")} == {None}


def test_a_correction_wins_over_the_sentence(db: Database, tmp_path: Path) -> None:
    loaded(db, tmp_path, plan=plan(BIRTHS), r25=report(2025, REACHED.format("98,4")))
    (result,) = rows(db, "SELECT id FROM results")
    document = corrections.correct(db, "results", result["id"], "value", "97,1", reviewer="an")
    derive(db, {document})
    assert judged(db, "year", "value", "verdict", measure="14")[0] == (2025, 97.1, "missed")


def test_the_report_goes_and_what_it_said_with_it(db: Database, tmp_path: Path) -> None:
    loaded(db, tmp_path, plan=plan(BIRTHS), r25=report(2025, REACHED.format("98,4")))
    (gone,) = rows(db, "SELECT id FROM documents WHERE genre = 'report'")
    with transaction(db):
        concerned = delete_document(db, gone["id"])
    derive(db, concerned)
    assert {value for (value,) in judged(db, "value")} == {None}


_BAC_GIANG = next(unit for unit in units.load().find("Bắc Giang", level="province"))
DISTRICTS = [unit for unit in units.load().children(_BAC_GIANG, "district") if unit.valid(date(2024, 12, 31))]


def _home(unit: units.Unit) -> dict[str, str]:
    return {"unit": unit.full_name.upper(), "place": unit.name}


def _reports(*said: str) -> dict[str, str]:
    """A report of each of the first districts, with these shares and what they are made of."""
    line = "- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt {}."
    return {
        f"d{number}": report(2024, line.format(words), number=20 + number, unit=_home(unit))
        for number, (unit, words) in enumerate(zip(DISTRICTS, said, strict=False))
    }


def test_a_provinces_value_is_a_sum_over_a_sum_and_judged_only_when_whole(db: Database, tmp_path: Path) -> None:
    aim = "- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 80% vào năm 2024."
    said = ["90% (900/1.000 trẻ)"] + ["50% (50/100 trẻ)"] * (len(DISTRICTS) - 1)
    loaded(db, tmp_path, plan=plan(aim), **_reports(*said[:2]))
    columns = ("value", "numerator", "denominator", "units_counted", "units_expected", "verdict", "reason")
    assert judged(db, *columns, measure="14")[0] == (86.3636, 950, 1100, 2, 10, "incomparable", "incomplete")
    loaded(db, tmp_path, **_reports(*said))
    assert judged(db, *columns, measure="14")[0] == (71.0526, 1350, 1900, 10, 10, "missed", None)
    (head,) = rows(db, "SELECT slug FROM documents WHERE genre = 'plan'")
    asked = {"plan": head["slug"], "programme": "qd-23-2021", "measure": "14", "year": 2024}
    parts = rows(db, all_queries()["progress_parts"].sql, asked)
    assert sum(row["denominator"] for row in parts) == 1900
    assert {row["unit_name"] for row in parts} == {unit.full_name for unit in DISTRICTS}


def test_what_surveys_alone_tell_is_neither_summed_nor_judged_below_the_province(db: Database, tmp_path: Path) -> None:
    aim = "- Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân còn 9% vào năm 2024."
    line = "- Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân còn 8% (80/1.000 trẻ)."
    home = _home(DISTRICTS[1])
    loaded(
        db, tmp_path, plan=plan(aim), own=plan(aim, number=11, unit=home), r=report(2024, line, number=21, unit=home)
    )  # fmt: skip
    found = {row["level"]: row for row in rows(db, "SELECT * FROM progress WHERE measure = '4a' AND year = 2024")}
    assert (found["province"]["value"], found["province"]["verdict"]) == (None, "no-data")
    assert (found["district"]["value"], found["district"]["reason"]) == (8, "survey-only")


def test_an_aim_of_the_plans_own_is_met_by_a_result_of_its_words(db: Database, tmp_path: Path) -> None:
    aim = "- Tỷ lệ hộ gia đình có tủ sách cho trẻ em đạt ít nhất 30% vào năm 2025."
    line = "- Tỷ lệ hộ gia đình có tủ sách cho trẻ em đạt 31%."
    loaded(db, tmp_path, plan=plan(aim), r=report(2025, line, "- Tỷ lệ hộ gia đình có nước sạch đạt 99%."))
    found = judged(db, "programme", "measure_vi", "asked_value", "value", "verdict")
    assert found == [(None, "Tỷ lệ hộ gia đình có tủ sách cho trẻ em", 30, 31, "exceeded")]


def test_figures_of_a_part_of_a_year_judge_nothing(db: Database, tmp_path: Path) -> None:
    loaded(db, tmp_path, plan=plan(BIRTHS), r25=report(2025, REACHED.format("98,4")))
    (result,) = rows(db, "SELECT id FROM results")
    derive(db, {corrections.correct(db, "results", result["id"], "as_of", "30/6/2025")})
    assert (98.4, "not-due", "part-of-year") in judged(db, "value", "verdict", "reason", measure="14")


def _stored(db: Database, unit: units.Unit, year: int, numerator: int, denominator: int) -> None:
    """A result of the registration of births as a report of the unit would have it."""
    own = f"{unit.code}-{year}"
    head = {"id": own, "slug": own, "genre": "report", "unit": unit.code, "plan": own, "level": unit.level}
    insert(db, "documents", [head | {"sha256": own, "media_type": "text/plain", "version": "1", "recipients": "[]"}])
    value = 100 * numerator / denominator
    said = {"value": value, "unit": "percent", "comparator": "=", "numerator": numerator, "denominator": denominator}
    insert(db, "results", [{"id": own, "document": own, "quote": own, "key": own, "year": year, "estimated": 0} | said])
    insert(db, "result_units", [{"result": own, "document": own, "unit": unit.code}])
    meaning = {"programme": "qd-23-2021", "measure": "14", "match": "exact", "score": 1.0}
    insert(db, "result_alignments", [{"id": own, "document": own, "result": own} | meaning])


def test_the_level_that_is_summed_up_is_chosen_year_by_year(db: Database) -> None:
    with transaction(db):
        registers.store(db)
        communes = [one for one in units.load().children(DISTRICTS[0], "commune") if one.valid(date(2024, 12, 31))]
        for district in DISTRICTS:
            _stored(db, district, 2023, 90, 100)
        _stored(db, communes[0], 2024, 50, 100)
        _stored(db, communes[1], 2024, 70, 100)
        _stored(db, DISTRICTS[0], 2025, 1, 100)  # districts were gone at the end of the year
    measured = Yardstick(db).measured
    results = reached.Results(db, _BAC_GIANG.code, "province", measured, has_any=True)
    found = list(results.of_measure("qd-23-2021", "14", None, below=True))
    assert [(one.year, one.value.value, one.units_counted) for one in found] == [(2023, 90, 10), (2024, 60, 2)]
    assert found[0].units_expected == 10
    assert (found[1].units_expected or 0) > 100


def test_a_unit_may_have_results_where_any_of_its_units_has(db: Database) -> None:
    with transaction(db):
        registers.store(db)
    assert reached.reported(db) == set()
    with transaction(db):
        _stored(db, DISTRICTS[0], 2023, 90, 100)
    (became,) = {row["became"] for row in db.query("SELECT became FROM unit_changes WHERE unit = ?", [_BAC_GIANG.code])}
    assert {DISTRICTS[0].code, _BAC_GIANG.code, became} <= reached.reported(db)
