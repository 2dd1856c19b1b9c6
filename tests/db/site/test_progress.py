"""What was reached on the site: a report, a midterm report and a workbook of one province, on its plan, its measures and `/progress`."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from corpus.files import files_in
from db.load.dispatch import load
from db.load.result_import import import_file
from db.schema.database import open_database
from tests.conftest import PLANS, ROOT
from tests.db.site.client import REVIEWER, VISITORS, Person

DATA = ROOT / "tests/data/results"
PLAN = "quang-ninh-52-kh-ubnd-2021"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    path = tmp_path_factory.mktemp("progress") / "plans.db"
    db = open_database(path)
    files = [PLANS / f"{PLAN}.txt", DATA / "bao-cao-2024.txt", DATA / "bao-cao-so-ket-2025.docx"]
    assert {one.error for one in load(db, files_in(files))} == {None}
    done = import_file(db, DATA / "bieu-so-lieu-2025.xlsx", unit="quang ninh")
    assert (done.new, [one.cell for one in done.problems]) == (3, ["Biểu 1!F5"])
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    person = Person(path)
    VISITORS.remove(person)
    yield person
    person.site.close()


def test_the_plan_shows_each_year_and_leads_to_the_sentence(reader: Person) -> None:
    page = reader.page(f"/plans/{PLAN}?tab=progress")
    (cell,) = page.xpath("//tr[td/a/b='4a']/td[contains(@class, 'v-missed')]")
    (value,) = cell.xpath("b/a")
    assert value.text == "9,1\u00a0%"
    assert cell.xpath(".//*[@class='est']")[0].text == "ước"
    assert value.get("href").startswith("/plans/quang-ninh-910-bc-ubnd-2025#r-")
    assert "9,1" in value.get("title")
    assert cell.xpath("small/a")[0].get("href").startswith(f"/plans/{PLAN}#r-")
    said = reader.text(f"/plans/{PLAN}?tab=progress&lang=en")
    assert "exceeded" in said
    assert "no data" in said


def test_the_sentence_is_marked_in_the_report(reader: Person) -> None:
    report = reader.page("/plans/quang-ninh-900-bc-ubnd-2024")
    marked = [one.text_content() for one in report.xpath("//article//*[contains(@class, 'k-result')]")]
    assert any("được tiêm chủng đầy đủ đạt 96,2%" in one for one in marked)


def test_a_value_of_a_workbook_names_its_cell(reader: Person) -> None:
    said = reader.text("/progress?province=Qu%E1%BA%A3ng+Ninh&known=1&programme=qd-23-2021")
    assert "Biểu 1!F6" in said
    assert "Sở Tư pháp" in said
    assert "97,71" in said


def test_localities_by_verdict(reader: Person) -> None:
    page = reader.page("/progress?verdict=missed&programme=qd-23-2021")
    assert page.xpath("//tbody//td[2]//b/text()") == ["4a", "7"]
    assert "Nothing is like that" in reader.text("/progress?year=1999&lang=en&programme=qd-23-2021")


def test_a_measure_shows_what_was_reached(reader: Person) -> None:
    page = reader.page("/measures/14?programme=qd-23-2021&tab=table")
    rows = page.xpath("//*[@id='reached']/following::table[1]/tbody/tr")
    assert [[cell.text_content().split()[0] for cell in row.xpath("td")[1:4]] for row in rows] == [
        ["2024", "98,5", "98,1"],
        ["2025", "98,5", "99,19"],
    ]


def test_the_midterm_table_is_a_word_file(reader: Person) -> None:
    answer = reader.get(f"/plans/{PLAN}/so-ket.docx")
    assert answer.status_code == 200
    (table,) = docx.Document(io.BytesIO(answer.content)).tables
    row = next([cell.text for cell in row.cells] for row in table.rows if "công trình vệ sinh" in row.cells[1].text)
    assert row[3:] == ["100%", "100%", "", "97,71%", "2025: chưa đạt so với 100%", "14 điểm trường lẻ đang xây dựng"]
    assert reader.get("/plans/khong-co/so-ket.docx").status_code == 404


def test_a_reviewer_corrects_a_result(reader: Person, tmp_path: Path) -> None:
    own = tmp_path / "plans.db"
    shutil.copy(reader.path, own)
    person = Person(own, REVIEWER)
    page = person.page("/plans/quang-ninh-900-bc-ubnd-2024?tab=progress")
    (address,) = {
        one.get("href") for one in page.xpath("//tr[contains(., '98,1')]//a[contains(@href, '/correct/results/')]")
    }
    form = person.text(address)
    assert "tử số" in form
    answer = person.post(address, {"field": "value", "value": "97,9"})
    assert answer.status_code == 303
    assert "97,9" in person.text(f"/plans/{PLAN}?tab=progress")
