"""Pages name localities with their kind: one function, which every query gives what it needs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.schema.database import open_existing, rows
from db.site.queries import all_queries
from tests.conftest import ROOT
from tests.db.site.client import Person


def _columns(site_database: Path, name: str) -> list[str]:
    db = open_existing(site_database)
    query = all_queries()[name]
    found = [
        column[0] for column in db.conn.execute(f"SELECT * FROM ({query.sql}) LIMIT 0", query.bound({})).description
    ]
    db.close()
    return found


# Of one plan, whose page names its locality.
_OF_ONE_PLAN = {"finding_rows", "letter_reasons", "plan_progress"}


@pytest.mark.parametrize("name", sorted(all_queries().keys() - _OF_ONE_PLAN))
def test_a_query_that_names_a_locality_says_which_unit_it_is_and_who_issued(site_database: Path, name: str) -> None:
    columns = _columns(site_database, name)
    if "commune" in columns:
        assert {"unit_code", "issuer_kind"} <= set(columns)
        assert {"issuer", "plan_issuer"} & set(columns)


def test_templates_name_localities_by_the_one_function() -> None:
    bare = {
        path.name: name
        for path in (ROOT / "db/site/templates").rglob("*.html")
        for name in (".commune ", ".district ")
        if name in path.read_text(encoding="utf-8")
    }
    assert bare == {}


def test_pages_show_the_kind_of_a_locality(visitor: Person) -> None:
    assert "huyện Tân Yên, tỉnh Bắc Giang (trước 01/7/2025; nay: " in visitor.text("/plans/tan-yen-ctr-ubnd-2021")
    plans = visitor.page("/plans").xpath("//tbody/tr/td[2]/text()[1]")
    assert "thị xã La Gi" in [place.strip() for place in plans]
    heads = [" ".join(head.text_content().split()) for head in visitor.page("/compare").xpath("//thead/tr/th")]
    assert any(head.startswith("huyện Tân Yên") for head in heads)
    assert any(head.startswith("tỉnh Quảng Ninh") for head in heads)


@pytest.mark.parametrize(
    ("address", "table"),
    [
        ("/measures/4a?tab=table", "(//table[@class='data'])[1]"),
        ("/measures/4a?tab=map", "//div[@class='ranking']/table"),
        ("/cascade", "//h2[.='Theo tỉnh']/following::table[1]"),
        ("/coverage?level=district&year=2022", "//h2[.='Theo tỉnh']/following::table[1]"),
    ],
)
def test_tables_of_provinces_name_them_with_their_kind(visitor: Person, address: str, table: str) -> None:
    cells = visitor.page(address).xpath(f"{table}/tbody/tr/td[1]")
    names = [" ".join(cell.text_content().split()) for cell in cells]
    assert len(names) > 2
    assert [name for name in names if not name.casefold().startswith(("tỉnh ", "thành phố "))] == []


def test_quotes_of_the_comparison_name_localities_with_their_kind(visitor: Person) -> None:
    book = load_workbook(io.BytesIO(visitor.get("/compare.xlsx?level=district").content))
    places = {(row[1].value, row[2].value) for row in book["Trích nguyên văn"].iter_rows(min_row=2)}
    assert ("huyện Tân Yên", "tỉnh Bắc Giang") in places


def test_a_department_is_named_as_such_and_its_plan_is_not_its_localitys(own_database: Path) -> None:
    db = open_existing(own_database)
    db.conn.execute(
        "UPDATE documents SET issuer = 'Sở Y tế tỉnh Quảng Ninh', issuer_kind = 'department' WHERE slug LIKE 'quang-ninh-%'"
    )
    db.conn.commit()
    (slug,) = [row["slug"] for row in rows(db, "SELECT slug FROM documents WHERE slug LIKE 'quang-ninh-%'")]
    db.close()
    person = Person(own_database)
    assert "Sở Y tế tỉnh Quảng Ninh" in person.text("/compare")
    sent = {
        row["plan"]
        for row in person.get("/export/coverage_units.json?level=province&on=2021-01-07&due=2022-01-07").json()
    }
    assert slug not in sent
    assert slug not in {row["plan"] for row in person.get("/kehoach/coverage.json?_shape=array&_size=max").json()}
    speaking = person.get("/export/measure_localities.json?measure=4a&level=province&year=2025").json()
    assert slug not in {row["plan"] for row in speaking}
    assert "2021/22" not in {row["code"] for row in person.get("/export/province_plans.json").json()}
