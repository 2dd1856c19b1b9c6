"""The page that holds two plans against each other."""

from __future__ import annotations

import asyncio
import csv
import io
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from corpus.files import files_in, given
from db.load import aside
from db.load.dispatch import load
from db.review.decisions import Decision, decide
from db.schema.database import open_database, rows
from db.site import addresses, diffs, queries
from db.site.guard.forms import Refused
from tests.conftest import ROOT
from tests.db import drafts
from tests.db.site.client import Person

VERSIONS = ROOT / "tests/data/versions"
OLD, NEW = "quan-hoa-kh-ubnd-2024", "quan-hoa-47-kh-ubnd-2024"
PAGE = f"/diff?a={OLD}&b={NEW}"


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a draft, of which a comment was accepted, and its issued plan."""
    path = tmp_path_factory.mktemp("versions") / "plans.db"
    db = open_database(path)
    list(load(db, [given(VERSIONS / "quan-hoa-du-thao-2024.txt")]))
    for row in rows(db, "SELECT key FROM findings WHERE rule = 'impossible-value'"):
        decide(db, [row["key"]], Decision(state="accepted"), reviewer="lan")
    list(load(db, files_in([VERSIONS])))
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return path


@pytest.fixture
def reader(versions: Path) -> Person:
    return Person(versions)


def cells(page: object, part: str) -> list[list[str]]:
    """The words of the rows of a part."""
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("td")]
        for row in page.xpath(f"//section[@id='{part}']/div//tbody/tr")  # type: ignore[attr-defined]
    ]


@pytest.mark.parametrize("address", ["/diff", PAGE, "/comments"])
def test_plans_are_chosen_by_the_names_of_their_localities(reader: Person, address: str) -> None:
    page = reader.page(address)
    (offered,) = page.xpath("//form//datalist")
    names = {option.get("value"): option.text for option in offered.xpath("option")}
    assert names[NEW].startswith("huyện Quan Hóa, tỉnh Thanh Hóa · 2024")
    assert OLD in names
    fields = page.xpath("//form[.//datalist]//input[@name='a' or @name='b' or @name='plan']/@list")
    assert set(fields) == {offered.get("id")}


def test_more_plans_than_one_can_choose_from_are_no_list(reader: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "OFFERED", 1)
    assert not reader.page("/diff").xpath("//datalist/option")


def test_a_changed_value_is_a_row_with_links_to_both_sentences(reader: Person) -> None:
    page = reader.page(PAGE)
    row = cells(page, "targets")[0]
    assert row[0] == "≠ thay đổi"
    assert row[1] == "1 Xã phù hợp với trẻ em"
    assert row[2].startswith("60% (2025)")
    assert row[3].startswith("65% (2025) ▲ cao hơn")
    links = page.xpath("(//section[@id='targets']//tbody/tr)[1]//a/@href")
    assert [link.split("#")[0] for link in links] == [f"/plans/{OLD}", f"/plans/{NEW}"]
    for link in links:
        address, _, place = link.partition("#")
        assert reader.page(address).xpath(f"//*[@id='{place}']"), "the sentence is there"


def test_it_says_what_was_solved_and_which_comments_were_taken_over(reader: Person) -> None:
    page = reader.page(PAGE)
    assert ["✓ đã hết", "giá trị không thể có"] in [row[:2] for row in cells(page, "findings")]
    assert [row[:2] for row in cells(page, "comments")] == [["✓ đã tiếp thu", "giá trị không thể có"]]
    assert "Hai bản của một kế hoạch." in reader.text(PAGE)
    assert "Two versions of one plan." in reader.text(f"{PAGE}&lang=en")


def test_the_same_plan_does_not_differ(reader: Person) -> None:
    assert "Hai bản không khác nhau" in reader.text(f"/diff?a={NEW}&b={NEW}")
    assert "Chọn hai kế hoạch" in reader.text("/diff")


def test_an_unknown_plan_suggests_what_comes_near(reader: Person) -> None:
    page = reader.page(f"/diff?a={OLD}&b=quan-hoa-47", status=404)
    assert any(link.endswith(f"b={NEW}") for link in page.xpath("//main//a/@href"))


def test_the_plan_links_to_the_version_before(reader: Person) -> None:
    page = reader.page(f"/plans/{NEW}")
    assert page.xpath(f"//a[@href='/diff?a={OLD}&b={NEW}']")[0].text_content() == "so với bản trước"
    assert reader.page(f"/plans/{OLD}").xpath(f"//a[@href='/diff?a={OLD}&b={NEW}']")


def test_years_parents_and_units_of_before_are_linked(visitor: Person) -> None:
    page = visitor.page("/plans/van-chan-34-kh-ubnd-2023")
    links = [link for link in page.xpath("//div[@class='kin']//a/@href") if link.startswith("/diff")]
    assert links
    for link in links:
        assert visitor.get(link).status_code == 200


def test_the_plan_of_the_year_before_and_those_of_units_before_the_merger_are_linked(tmp_path: Path) -> None:
    after = drafts.HEAD.format(number="9", day="05 tháng 02", year=2026, title="Thực hiện công tác trẻ em năm 2026")
    for before, now in (
        ("HUYỆN VĂN CHẤN", "XÃ VĂN CHẤN"),
        ("huyện Văn Chấn, tỉnh Yên Bái", "xã Văn Chấn, tỉnh Lào Cai"),
    ):
        assert before in after
        after = after.replace(before, now)
    texts = {
        "2023": drafts.plan(number="34"),
        "2024": drafts.plan(number="12", year=2024),
        "xa": f"{after}I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- 90% trẻ em biết bơi vào năm 2026.\n{drafts.CLOSE}",
    }
    db = open_database(tmp_path / "plans.db")
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    list(load(db, [given(tmp_path / f"{name}.txt") for name in texts]))
    old, new, merged = (
        rows(db, "SELECT slug FROM documents JOIN files ON document = id WHERE path LIKE ?", [f"%/{name}.txt"])[0][
            "slug"
        ]
        for name in texts
    )
    kin = rows(db, "SELECT plan, earlier_plan FROM kin WHERE plan = ?", [merged])
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    person = Person(tmp_path / "plans.db")
    assert (
        person.page(f"/plans/{new}").xpath(f"//a[@href='/diff?a={old}&b={new}']")[0].text_content()
        == "so với năm trước"
    )
    assert "Hai năm của một đơn vị" in person.text(f"/diff?a={old}&b={new}")
    assert {row["earlier_plan"] for row in kin} == {old, new}
    links = person.page(f"/plans/{merged}").xpath("//a[text()='so với kế hoạch cũ']/@href")
    assert sorted(links) == sorted(f"/diff?a={one}&b={merged}" for one in (old, new))
    assert "đơn vị tiền thân" in person.text(links[0])


def test_files(reader: Person) -> None:
    answer = reader.get(f"/diff.csv?a={OLD}&b={NEW}")
    assert answer.text.startswith("\ufeff")
    table = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [(row["old"], row["new"]) for row in table if row["measure"] == "1"] == [("60% (2025)", "65% (2025)")]
    assert reader.get(f"/diff.json?a={OLD}&b={NEW}").json()[0]["part"] == "documents"
    assert reader.get(f"/diff.xlsx?a={OLD}&b={NEW}").content[:2] == b"PK"


def test_a_workbook_is_in_the_language_of_the_page(reader: Person) -> None:
    said = {}
    for lang in ("vi", "en"):
        answer = reader.get(f"/diff.xlsx?a={OLD}&b={NEW}&lang={lang}")
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content))["Targets" if lang == "en" else "Chỉ tiêu"]
        said[lang] = [[cell.value for cell in row[:5]] for row in sheet.iter_rows(max_row=2)]
    assert said["vi"] == [
        ["Thay đổi", "Nội dung", "Bản trước", "Bản sau", "Mức phấn đấu"],
        ["thay đổi", "1 Xã phù hợp với trẻ em", "60% (2025)", "65% (2025)", "cao hơn"],
    ]
    assert said["en"][0] == ["Change", "About", "Before", "After", "Aim"]
    assert said["en"][1][0] == "changed"
    assert said["en"][1][2:] == ["60% (2025)", "65% (2025)", "stricter"]


def test_page_and_files_are_computed_once_until_something_changes(
    versions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plans.db"
    shutil.copy(versions, path)
    asked = []
    compare = aside.compare

    def counted(*given: Any, **more: Any) -> Any:
        asked.append(given)
        return compare(*given, **more)

    monkeypatch.setattr(aside, "compare", counted)
    person = Person(path)
    for address in (PAGE, f"/diff.json?a={OLD}&b={NEW}", f"/diff.xlsx?a={OLD}&b={NEW}&lang=en"):
        assert person.get(address).status_code == 200
    assert len(asked) == 1
    with closing(open_database(path)) as db:
        open_ones = rows(db, "SELECT key FROM finding WHERE plan = ? AND state = 'open'", [NEW])
        decide(db, [open_ones[0]["key"]], Decision(state="accepted"), reviewer="lan")
    assert person.get(PAGE).status_code == 200
    assert len(asked) == 2


def test_one_is_computed_at_a_time_and_few_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most = 0, 0

    async def read(_datasette: Any, work: Any) -> Any:
        nonlocal running, most
        if work is queries.stamp:
            return (1,)
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        return work

    async def crowd() -> list[Any]:
        kept = diffs.Diffs()
        asked = (kept.of(nobody, str(number), "b") for number in range(diffs.WAITING + 3))
        return await asyncio.gather(*asked, return_exceptions=True)

    nobody: Any = None
    monkeypatch.setattr(queries, "read", read)
    answers = asyncio.run(crowd())
    assert [one.status for one in answers if isinstance(one, Refused)] == [429] * 3
    assert (len(answers), most) == (diffs.WAITING + 3, 1)


def test_what_changed_while_it_was_computed_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    stamp, computed = [1], []

    async def read(_datasette: Any, work: Any) -> Any:
        if work is queries.stamp:
            return tuple(stamp)
        computed.append(work)
        if len(computed) == 1:
            stamp[0] = 2
            asyncio.get_running_loop().create_task(kept.of(nobody, "other", "b"))
            await asyncio.sleep(0.01)
        return work

    async def asked() -> None:
        await kept.of(nobody, "a", "b")
        await kept.of(nobody, "a", "b")

    nobody: Any = None
    kept = diffs.Diffs()
    monkeypatch.setattr(queries, "read", read)
    asyncio.run(asked())
    assert len(computed) == 3


def test_one_that_takes_too_long_says_so(versions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diffs, "SECONDS", 0.0)
    assert "lâu hơn trang cho phép" in Person(versions).text(PAGE, status=503)
