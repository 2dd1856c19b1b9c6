"""The comparison: which plans it shows, turned and sorted, folded, plans chosen from it and put side by side."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from openpyxl import load_workbook

from db.schema.database import open_existing
from db.site.picked import MOST
from tests.db.site.client import VISITORS, Person

TAN_YEN, QUANG_NINH, YEN_BAI = "tan-yen-ctr-ubnd-2021", "quang-ninh-52-kh-ubnd-2021", "yen-bai-09-ctr-ubnd-2021"
BESIDE = f"/compare/plans?programme=qd-23-2021&plan={TAN_YEN}&plan={QUANG_NINH}"


def _plans(page: object) -> list[str]:
    """The plans that a matrix shows, in order."""
    return [
        link.rpartition("/")[2]
        for link in page.xpath("//form[@class='matrix']//th//a[starts-with(@href, '/plans/')]/@href")  # type: ignore[attr-defined]
    ]


@pytest.fixture(scope="module")
def mixed(site_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """A visitor of a site on which one plan is on one matter, and one for a year."""
    path = tmp_path_factory.mktemp("mixed") / "plans.db"
    shutil.copy(site_database, path)
    db = open_existing(path)
    db.conn.execute("UPDATE documents SET plan_kind = 'thematic' WHERE slug = ?", [YEN_BAI])
    db.conn.execute("UPDATE documents SET plan_kind = 'annual' WHERE slug = ?", [QUANG_NINH])
    db.conn.commit()
    db.close()
    person = Person(path)
    VISITORS.remove(person)
    yield person
    person.site.close()


# --- the matrix --------------------------------------------------------------------------------------------------------


def test_where_the_matrix_has_no_plan_it_says_what_to_do(mixed: Person) -> None:
    beyond = mixed.page("/compare?kind=all&page=9").xpath("//p[@class='empty']")[0]
    assert "Trang này không còn kế hoạch nào" in beyond.text_content()
    assert _plans(mixed.page(beyond.xpath(".//a/@href")[0]))
    assert "Bỏ bớt điều kiện lọc" in mixed.text("/compare?kind=all&place=khong+co")
    assert "Không có kế hoạch hằng năm nào như vậy" in mixed.text("/compare?kind=annual&place=tan+yen")


def test_plans_for_several_years_are_shown_by_default_and_the_others_by_a_switch(mixed: Person) -> None:
    shown = {
        kind: _plans(mixed.page(f"/compare{kind}")) for kind in ("", "?kind=annual", "?kind=thematic", "?kind=all")
    }
    assert TAN_YEN in shown[""]
    assert QUANG_NINH in shown["?kind=annual"]
    assert shown["?kind=thematic"] == [YEN_BAI]
    assert sorted(shown["?kind=all"]) == sorted(shown[""] + shown["?kind=annual"] + shown["?kind=thematic"])
    switch = mixed.page("/compare").xpath("//nav[@class='switch'][1]/a")
    assert [int(link.xpath("string(small)")) for link in switch] == [
        len(shown[kind]) for kind in ("", "?kind=annual", "?kind=thematic", "?kind=all")
    ]


def test_a_thematic_plan_is_not_said_to_leave_measures_out(visitor: Person, mixed: Person) -> None:
    def left_out(person: Person, kind: str) -> tuple[int, int]:
        page = person.page(f"/compare?place={YEN_BAI}{kind}")
        return tuple(
            int(page.xpath(f"count(//td/span[contains(@class, 's-{one}')])")) for one in ("absent", "thematic")
        )  # type: ignore[return-value]

    absent, silent = left_out(visitor, "")
    assert absent > 0
    assert silent == 0
    assert left_out(mixed, "&kind=thematic") == (0, absent)


def test_nothing_of_the_default_kind_leads_to_what_there_is(mixed: Person) -> None:
    page = mixed.page(f"/compare?place={YEN_BAI}")
    links = page.xpath("//p[@class='empty']/a/@href")
    assert [dict(parse_qsl(urlsplit(link).query))["kind"] for link in links] == ["thematic"]
    assert _plans(mixed.page(links[0])) == [YEN_BAI]


def _values(page: object, measure: str) -> list[float | None]:
    """The values of a column of the turned matrix, from the top."""
    heads = page.xpath("//thead/tr[2]/th/a[1]/b/text()")  # type: ignore[attr-defined]
    out: list[float | None] = []
    for row in page.xpath("//tbody/tr"):  # type: ignore[attr-defined]
        words = row.xpath(f"string(td[{heads.index(measure) + 1}]//button)")
        found = re.search(r"([\d,]+)(?:\u00a0%|/[\d.]+)$", words.strip())
        out.append(float(found[1].replace(",", ".")) if found else None)
    return out


def test_the_matrix_turned_has_a_row_a_plan_sorted_by_any_measure(visitor: Person) -> None:
    plain = visitor.page("/compare?by=plan&year=2025")
    codes = plain.xpath("//thead/tr[2]/th/a[1]/b/text()")
    differing = next(one for one in codes if len(set(_values(plain, one)) - {None}) > 1)
    missing = next(one for one in codes if None in _values(plain, one) and set(_values(plain, one)) - {None})
    for code in (differing, missing):
        for down in ("", "&down=1"):
            page = visitor.page(f"/compare?by=plan&sort={code}&year=2025{down}")
            values = _values(page, code)
            there = [value for value in values if value is not None]
            assert there == sorted(there, reverse=bool(down))
            assert None not in values[: len(there)], "a plan without a value is last either way"
            assert sorted(_plans(page)) == sorted(_plans(plain))


def test_a_few_measures_show_their_sentences(visitor: Person) -> None:
    page = visitor.page("/compare?by=plan&measure=4a&only=weaker")
    assert _plans(page) == [TAN_YEN]
    assert "xuống dưới 10% vào năm 2025" in page.xpath("string(//td/a[@class='sentence'])")
    assert page.xpath("count(//td/a[@class='sentence'])") == 1, "one sentence for both of its values"
    assert not visitor.page("/compare?by=plan").xpath("//td/a[@class='sentence']")
    note = visitor.text("/compare?by=plan&measure=4a&measure=nothing")
    assert "Bỏ qua measure=nothing" in note


@pytest.mark.parametrize("turned", ["", "&by=plan"])
def test_an_objective_is_folded_to_its_counts_and_opened_again(visitor: Person, turned: str) -> None:
    page = visitor.page(f"/compare?place={TAN_YEN}{turned}&fold=1")
    assert not page.xpath("//*[a/b='4a']")
    assert page.xpath("//*[a/b='11b']")
    assert page.xpath("//table//td//span[@class='chips']/span[@class='s-weaker']/text()") == ["▼ 2"]
    (link,) = page.xpath("//a[@class='foldlink'][contains(., 'Mục tiêu 1.')]/@href")
    assert visitor.page(link).xpath("//*[a/b='4a']")


def _table(person: Person, page: object) -> list[list[str]]:
    """The file of a table by the link of its page."""
    (link,) = page.xpath("//p[@class='exports']/a[.='CSV']/@href")  # type: ignore[attr-defined]
    return list(csv.reader(io.StringIO(person.get(link).text.removeprefix("\ufeff"))))


def test_files_have_the_measures_that_were_chosen(visitor: Person) -> None:
    page = visitor.page("/compare?measure=11b&measure=4a")
    assert [row[0] for row in _table(visitor, page)[1:]] == ["4a", "11b"]
    (link,) = page.xpath("//p[@class='exports']/a[.='XLSX']/@href")
    quoted = load_workbook(io.BytesIO(visitor.get(link).content))["Trích nguyên văn"]
    assert {row[3].value for row in quoted.iter_rows(min_row=2)} == {"4a", "11b"}
    (form,) = page.xpath("//p[@class='exports']/a[contains(@href, 'level=district')]/@href")
    printed = load_workbook(io.BytesIO(visitor.get(form).content)).worksheets[0]
    whole = load_workbook(io.BytesIO(visitor.get(form.replace("&measure=4a", "").replace("&measure=11b", "")).content))
    assert printed.max_row < whole.worksheets[0].max_row


def test_files_have_the_order_of_the_page(visitor: Person) -> None:
    orders = set()
    for down in ("", "&down=1"):
        page = visitor.page(f"/compare?by=plan&sort=4a&year=2025{down}")
        names = [name.strip() for name in page.xpath("//tbody/tr/th/a/text()")]
        heads = _table(visitor, page)[0][3:]
        assert [head.split(",")[0] for head in heads] == names
        orders.add(tuple(heads))
    assert len(orders) == 2


# --- choosing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/plans", "/compare?kind=all"])
def test_ticked_plans_stay_in_the_address_and_are_ticked_again(visitor: Person, address: str) -> None:
    mark = "&" if "?" in address else "?"
    page = visitor.page(f"{address}{mark}plan={TAN_YEN}&plan={QUANG_NINH}")
    boxes = page.xpath("//input[@type='checkbox'][@name='plan'][@checked]")
    assert {box.get("value") for box in boxes} == {TAN_YEN, QUANG_NINH}
    assert {box.get("form") for box in boxes} == {"pick"}
    assert page.xpath("//form[@id='pick']/@action") == ["/compare/plans"]
    language = page.xpath("//a[contains(@class, 'lang')]/@href")[0]
    assert parse_qsl(urlsplit(language).query).count(("plan", QUANG_NINH)) == 1


def test_a_plan_ticked_on_another_page_of_the_list_can_still_be_unticked(visitor: Person) -> None:
    page = visitor.page(f"/plans?level=province&plan={TAN_YEN}")
    (box,) = page.xpath("//form[@id='pick']//input[@type='checkbox'][@checked]")
    assert box.get("value") == TAN_YEN


def test_a_plan_leads_to_the_choice_of_others_with_itself_ticked(visitor: Person) -> None:
    (link,) = visitor.page(f"/plans/{TAN_YEN}").xpath("//a[starts-with(., 'So với kế hoạch khác')]/@href")
    assert visitor.page(link).xpath(f"//input[@value='{TAN_YEN}'][@type='checkbox'][@checked]")


# --- side by side --------------------------------------------------------------------------------------------------------


def test_both_values_both_sentences_and_the_difference(visitor: Person) -> None:
    page = visitor.page(BESIDE)
    row = page.xpath("//tr[th//b='4a']")[0]
    first, second = row.xpath("td")
    assert first.xpath("string(.//b)") == "<\u202f10\u00a0%"
    assert "xuống dưới 10% vào năm 2025" in first.xpath("string(.//a[@class='sentence'])")
    assert second.xpath(".//a[@class='sentence']/@href")[0].startswith(f"/plans/{QUANG_NINH}#r-")
    assert not first.xpath(".//*[starts-with(@class, 'off')]")
    assert "cao hơn" in second.xpath("string(.//*[starts-with(@class, 'off')])")


def test_only_what_differs_leaves_out_what_is_the_same(visitor: Person) -> None:
    whole, differing = (len(visitor.page(BESIDE + only).xpath("//tbody/tr[td]")) for only in ("", "&differ=1"))
    assert 0 < differing < whole


def test_the_first_column_can_be_another_and_a_plan_left_out(visitor: Person) -> None:
    page = visitor.page(f"{BESIDE}&plan={YEN_BAI}")
    (other,) = page.xpath("(//a[.='lấy làm cột gốc'])[1]/@href")
    heads = visitor.page(other).xpath("//thead//a[starts-with(@href, '/plans/')]/@href")
    assert [head.rpartition("/")[2] for head in heads] == [QUANG_NINH, TAN_YEN, YEN_BAI]
    (without,) = page.xpath("(//a[.='bỏ'])[1]/@href")
    assert TAN_YEN not in without


def test_files_hold_every_value_with_its_sentence(visitor: Person) -> None:
    rows = visitor.get(BESIDE.replace("plans?", "plans.json?")).json()
    mine = [row for row in rows if (row["measure"], row["year"]) == ("4a", 2025)]
    assert [(row["plan"], row["value"]) for row in mine] == [(TAN_YEN, 10.0), (QUANG_NINH, mine[1]["value"])]
    assert all(row["quote"] for row in mine)
    assert mine[1]["difference"] == mine[1]["value"] - 10
    text = visitor.get(BESIDE.replace("plans?", "plans.csv?")).content.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(rows)
    assert visitor.get(BESIDE.replace("plans?", "plans.xlsx?")).content[:2] == b"PK"


def test_too_few_say_how_to_choose_too_many_and_unknown_ones_are_left_out(visitor: Person) -> None:
    assert visitor.page("/compare/plans").xpath("//p[@class='empty']//a[starts-with(@href, '/plans')]")
    slugs = [row["plan"] for row in visitor.get("/export/plan_list.json").json()]
    assert len(slugs) > MOST
    page = visitor.page("/compare/plans?" + "&".join(f"plan={slug}" for slug in [*slugs, "unknown"]))
    assert len(page.xpath("//thead/tr/th")) == MOST + 1
    notes = " ".join(page.xpath("//p[@class='note ignored']/text()"))
    assert "plan=unknown" in notes
    assert f"{MOST} kế hoạch đầu" in notes
