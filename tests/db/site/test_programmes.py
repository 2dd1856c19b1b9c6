"""Several programmes on the site: addresses say which, pages show the plans that carry it out, and none is named by the pages themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from corpus.files import files_in
from db.load import programme_changes
from db.load.dispatch import load
from db.schema.database import open_database
from tests.conftest import PLANS, ROOT
from tests.db.load.test_programme_changes import BOTH, DISTRICT, FILES, FIRST, PROVINCE, SECOND, guest
from tests.db.site.client import VISITORS, Person


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Someone at a site with two programmes, plans of each, of both and of none."""
    path = tmp_path_factory.mktemp("programmes") / "plans.db"
    db = open_database(path)
    for _ in load(db, files_in([*FILES, PLANS / "duc-co-kh-2022.txt"])):
        pass
    programme_changes.add(db, guest)
    db.close()
    person = Person(path)
    VISITORS.remove(person)
    yield person
    person.site.close()


def test_an_address_that_names_no_programme_leads_to_one_that_does(visitor: Person) -> None:
    for address in (
        "/compare",
        "/measures",
        "/measures/1",
        "/coverage",
        "/compare.csv",
        "/compare?level=district&lang=en",
    ):
        answer = visitor._ask("get", address)
        assert answer.status_code == 302, address
        asked = parse_qs(urlsplit(answer.headers["location"]).query)
        assert asked.pop("programme") == [FIRST]
        assert asked == parse_qs(urlsplit(address).query)


@pytest.mark.parametrize("address", ["/", "/?programme=qd-23-2022", f"/plans/{BOTH}", f"/plans/{BOTH}?tab=targets", "/compare?programme=qd-23-2022", "/measures?programme=qd-23-2022", "/measures/1?programme=qd-23-2022", "/help", "/plans", "/search?q=thư+viện"])  # fmt: skip
def test_every_link_to_a_page_about_a_programme_says_which(visitor: Person, address: str) -> None:
    links = visitor.page(address).xpath("//main//a/@href | //header//a/@href")
    found = [link for link in links if re.match(r"/(compare|measures|coverage)\b", link)]
    assert found
    assert [link for link in found if "programme=" not in link] == []


def test_the_plans_of_a_programme_are_its_columns(visitor: Person) -> None:
    columns = {
        one: {
            link.rpartition("/")[2]
            for link in visitor.page(f"/compare?kind=all&programme={one}").xpath("//thead//th/a/@href")
        }
        for one in (FIRST, SECOND)
    }
    assert columns == {FIRST: {BOTH, "quang-ninh-52-kh-ubnd-2021"}, SECOND: {PROVINCE, DISTRICT, BOTH}}
    heads = visitor.page(f"/compare?kind=all&programme={SECOND}")
    assert "mức của Đề án" in heads.xpath("string(//h1)")
    assert heads.xpath("string(//th[contains(@class, 'asked')])") == "Đề án23/QĐ-TTg"


def test_a_programme_that_is_over_says_so_where_it_is_chosen(visitor: Person) -> None:
    words = visitor.get("/compare").text
    assert "Quyết định 782/QĐ-TTg (đã kết thúc)</option>" in words
    assert "Quyết định 1591/QĐ-TTg</option>" in words


def test_colliding_codes_are_two_measures(visitor: Person) -> None:
    assert "Thư viện nối mạng" in visitor.text(f"/measures/1?programme={SECOND}")
    assert "Xã phù hợp với trẻ em" in visitor.text(f"/measures/1?programme={FIRST}")
    assert visitor.page("/measures/4a?programme=qd-23-2022", status=404) is not None


def test_a_plan_shows_each_programme_that_it_carries_out(visitor: Person) -> None:
    page = visitor.text(f"/plans/{BOTH}?tab=targets")
    assert "So với Chương trình Quyết định 23/QĐ-TTg (2021)" in page
    assert "So với Đề án Quyết định 23/QĐ-TTg (2022)" in page
    rows = visitor.page(f"/plans/{BOTH}?tab=targets").xpath("//table[@class='data']/tbody/tr")
    assert ["".join(row.xpath("td[1]//a")[0].itertext()) for row in rows] == ["14 Đăng ký khai sinh", "1 Thư viện nối mạng"]  # fmt: skip
    assert ["".join(row.xpath("td[4]")[0].itertext()).split()[-1] for row in rows] == ["đảm", "bằng"]


def test_a_plan_that_carries_out_none_is_shown_without_a_stance(visitor: Person) -> None:
    page = visitor.page("/plans/duc-co-kh-2022?tab=targets")
    assert "không thực hiện chương trình nào trong dữ liệu; không đánh giá" in page.text_content()
    assert page.xpath("//table[@class='data']//td[1]/a/b")
    assert not page.xpath("//table[@class='data']//span[contains(@class, 'stance')]")


def test_the_queue_of_findings_takes_a_programme(visitor: Person) -> None:
    asked = {
        one: visitor.text(f"/review?programme={one}&rule=weaker-than-national&state=all") for one in (FIRST, SECOND)
    }
    assert "Trạm Tấu" in asked[FIRST]
    assert "1 điểm" in asked[FIRST]
    assert "Đức Cơ" not in visitor.text(f"/review?programme={SECOND}&state=all")
    assert "2 điểm" in asked[SECOND]


def test_named_queries_take_a_programme_and_know_the_default(visitor: Person) -> None:
    def measures(**asked: str) -> set[str]:
        return {row["measure"] for row in visitor.get("/export/measure_list.json", params=asked).json()}

    assert measures(programme=SECOND) == {"1", "3a", "14"}
    assert measures() == measures(programme=FIRST)
    assert len(measures()) == 34


def test_no_page_query_or_rule_names_a_programme() -> None:
    named = re.compile(r"23/QĐ-TTg|qd-23-2021|vì trẻ em")
    for path in (*(ROOT / "db").rglob("*"),):
        if (
            path.suffix in {".py", ".sql", ".html", ".js"}
            and "vendor" not in path.parts
            and "terminal" not in path.parts
        ):
            lines = _code(path)
            assert [line for line in lines if named.search(line)] == [], path


def _code(path: Path) -> list[str]:
    """The lines of a file that say something to the program or its users: docstrings' examples and comments are none."""
    text = re.sub(r'"""[\s\S]*?"""', "", path.read_text(encoding="utf-8"))
    return [re.sub(r"\s#\s.*|^#.*", "", line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def reader(site_database: Path) -> Iterator[Person]:
    """Someone at a site with plans of several programmes that ship."""
    person = Person(site_database)
    VISITORS.remove(person)
    yield person
    person.site.close()


def _words(found: Any) -> str:
    return " ".join(" ".join(one.text_content() for one in found).split()).replace("\u00a0", " ").replace("\u202f", " ")


def test_a_plan_shows_what_other_programmes_ask_for_reference(reader: Person) -> None:
    """La Gi carries out 782/QĐ-TTg alone; 23/QĐ-TTg has the same measure."""
    address = "/plans/la-gi-118-kh-ubnd-2021?tab=targets"
    shown = reader.page(address).xpath("//section[@id='beside']")
    said = _words(shown)
    assert "Kế hoạch không được đánh giá theo các mức trong bảng này." in said
    assert "10 Lao động trẻ em Chương trình Quyết định 23/QĐ-TTg 2030 5,2 % ≈tham khảo 4,5 % 2030" in said
    assert "Chương trình Quyết định 782/QĐ-TTg (đã kết thúc): 2025 4,9 % · 2030 4,5 %" in said
    assert "Chương trình Quyết định 23/QĐ-TTg: 2025 4,9 % · 2030 4,5 %" in said
    assert not shown[0].xpath(".//*[contains(@class, 'stance') or contains(@class, 's-')]")
    assert "The plan is not judged by the levels of this table." in reader.text(f"{address}&lang=en")


def test_a_measure_shows_plans_that_it_does_not_judge_and_the_same_of_others(reader: Person) -> None:
    shown = reader.page(f"/measures/10?programme={FIRST}&tab=table").xpath("//section[@id='beside']")
    said = _words(shown)
    assert "Kế hoạch không được đánh giá theo chương trình này" in said
    assert "La Gi" in said
    assert "5,2 % ≈tham khảo 4,5 % 2030" in said
    assert "Quyết định 782/QĐ-TTg (đã kết thúc): 2025 4,9 % · 2030 4,5 %" in said
    assert not shown[0].xpath(".//*[contains(@class, 'stance') or contains(@class, 's-')]")
    judged = reader.page("/measures/1a?programme=qd-782-2021&tab=table&level=district&year=2030")
    assert "5,2" in _words(judged.xpath("//table[@class='data']"))
    assert "5,2" not in _words(judged.xpath("//section[@id='beside']"))


def test_the_home_page_marks_programmes_that_are_over(reader: Person) -> None:
    said = _words(reader.page("/").xpath("//main"))
    assert "Quyết định 782/QĐ-TTg (đã kết thúc) (" in said
    assert "Quyết định 1591/QĐ-TTg (đã kết thúc)" not in said
    chosen = _words(reader.page("/?programme=qd-782-2021").xpath("//*[contains(@class, 'national')]"))
    assert chosen.endswith("(đã kết thúc)")


def test_the_page_of_a_programme_says_where_it_was_checked_and_what_followed(reader: Person) -> None:
    page = reader.page("/measures?programme=qd-782-2021")
    said = _words(page.xpath("//main"))
    assert "giai đoạn 2021-2025, định hướng đến năm 2030 (đã kết thúc)" in said
    assert "Chưa tìm thấy văn bản thay thế, tiếp nối; tra cứu ngày 01/12/2026." in said
    assert len(page.xpath("//ol[@class='sources']/li/a[starts-with(@href, 'https://')]")) == 6
    row = _words(page.xpath("//tr[td[1]//b[.='1a']]"))
    assert "≈tham khảo 10 Lao động trẻ em Chương trình Quyết định 23/QĐ-TTg: 2025 4,9 % · 2030 4,5 %" in row
    assert "đã kết thúc" not in _words(reader.page(f"/measures?programme={FIRST}").xpath("//main/p"))
