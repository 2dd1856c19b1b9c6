"""Localities of today and before on a measure: who speaks for whom, rankings, maps, pictures as files, filters that act everywhere."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from corpus import units
from corpus.units import regions
from db.load.derive import follow
from db.review import corrections
from db.schema.database import open_existing, rows, transaction
from db.site import unit_values
from db.site.charts import trend
from db.site.charts.framed import Subject
from tests.db.site.client import REVIEWER, Person

SVG = "{http://www.w3.org/2000/svg}"
Row = dict[str, Any]


def row(unit: str, value: float | None, stance: str, kind: str = "multi_year", **more: Any) -> Row:
    """A row of the query as it comes."""
    return {
        "unit": unit, "unit_name": unit, "plan": f"plan-{unit}-{kind}", "plan_kind": kind, "issued_on": "2021-05-01", "subgroup": None,
        "value": value, "stance": stance, "year": 2025, "baseline_value": None, "baseline_year": None, **more,
    }  # fmt: skip


def one(found: list[unit_values.Locality], code: str) -> unit_values.Locality:
    return next(locality for locality in found if locality.unit.code == code)


def test_a_merged_province_has_the_plan_of_each_it_came_from_never_an_average() -> None:
    found = unit_values.gathered([row("2021/10", 14, "weaker"), row("2021/15", 9, "equal")], "new", "province")
    lao_cai = one(found, "2025/15")
    assert [value["value"] for value in lao_cai.values] == [14, 9]
    assert lao_cai.before
    assert lao_cai.merged
    assert lao_cai.stance == "weaker"
    assert len(found) == 34


def test_a_plan_of_its_own_takes_their_place() -> None:
    rows = [row("2021/10", 14, "weaker"), row("2021/15", 9, "equal"), row("2025/15", 8, "stricter")]
    lao_cai = one(unit_values.gathered(rows, "new", "province"), "2025/15")
    assert [value["value"] for value in lao_cai.values] == [8]
    assert not lao_cai.merged
    before = unit_values.gathered(rows, "old", "province")
    assert len(before) == 63
    assert [value["value"] for value in one(before, "2021/10").values] == [14]


def test_a_plan_for_several_years_speaks_before_others_and_a_thematic_silence_says_nothing() -> None:
    rows = [row("2021/10", None, "absent", "thematic"), row("2021/10", 12, "pending", "annual", issued_on="2023-01-01")]
    assert [v["value"] for v in one(unit_values.gathered(rows, "old", "province"), "2021/10").values] == [12]
    rows.append(row("2021/10", 9, "equal"))
    assert [v["value"] for v in one(unit_values.gathered(rows, "old", "province"), "2021/10").values] == [9]
    assert one(unit_values.gathered(rows[:1], "old", "province"), "2021/10").values == ()


def test_rankings_put_what_aims_highest_first_and_silence_last() -> None:
    rows = [
        row("2021/01", 9, "equal"),
        row("2021/04", 8, "stricter"),
        row("2021/11", 11, "weaker"),
        row("2021/22", None, "absent"),
    ]
    found = unit_values.gathered(rows, "new", "province")
    less = [locality.unit.code for locality in unit_values.ordered(found, "value", less=True)]
    assert less[:4] == ["2025/04", "2025/01", "2025/11", "2025/22"]
    more = [locality.unit.code for locality in unit_values.ordered(found, "value", less=False)]
    assert more[:3] == ["2025/11", "2025/01", "2025/04"]
    order = [
        locality.region.position for locality in unit_values.ordered(found, "region", less=True) if locality.region
    ]
    assert order == sorted(order)
    assert {locality.region for locality in found} <= set(regions.load())


def test_the_pace_is_what_a_year_changes() -> None:
    assert unit_values.pace(row("2021/10", 9, "equal", baseline_value=14, baseline_year=2020)) == -1
    assert unit_values.pace(row("2021/10", 9, "equal", baseline_value=14)) is None
    assert unit_values.pace(row("2021/10", None, "absent", baseline_value=14, baseline_year=2020)) is None


# --- the page --------------------------------------------------------------------------------------------------------


def test_provinces_of_today_are_the_default_and_those_before_a_switch(visitor: Person) -> None:
    for address, count, name in (("", 34, "Lào Cai"), ("&units=old", 63, "Yên Bái")):
        page = visitor.page(f"/measures/4a?tab=map&year=2025{address}")
        links = page.xpath("//svg[@class='map']//a/@aria-label")
        assert len(links) == count
        assert any(label.startswith(f"{name}:") for label in links)
    assert len(visitor.page("/measures/4a?year=2025").xpath("(//svg[@class='chart'])[1]//a")) == 34
    assert not visitor.page("/measures/4a?level=district").xpath("//select[@name='units']/option[@value='new']")


MARKS = ("Biển Đông", "Quần đảo Hoàng Sa", "Quần đảo Trường Sa", "Sơ đồ minh họa, không dùng để xác định địa giới")


@pytest.mark.parametrize(
    "address",
    [
        "/measures/4a?tab=map", "/measures/4a?tab=map&units=old", "/measures/4a?tab=map&embed=1", "/measures/4a?tab=map&only=weaker",
        "/measures/4a/map.svg", "/measures/4a/map.svg?units=old&colour=value", "/measures/4a?tab=map&year=1999",
    ],
)  # fmt: skip
def test_every_map_has_hoang_sa_truong_sa_and_the_sea(visitor: Person, address: str) -> None:
    drawn = visitor.get(address).text
    assert all(mark in drawn for mark in MARKS)
    islands = re.findall(r"<circle [^>]*class=\"area [^\"]*\"", drawn)
    assert len(islands) >= 30
    if "units=old" not in address:
        named = {unit.name for unit in units.load() if unit.type == "đặc khu"}
        assert all(f"đặc khu {name}" in drawn for name in named)
        assert "đặc khu Hoàng Sa, TP. Đà Nẵng" in drawn
        assert "đặc khu Trường Sa, Khánh Hòa" in drawn


@pytest.mark.parametrize("name", ["ranked", "spread", "trend", "map"])
def test_pictures_are_files_that_need_nothing_else(visitor: Person, name: str) -> None:
    answer = visitor.get(
        f"/measures/4a/{name}.svg?year=2025&level={'district' if name == 'trend' else 'province'}&programme=qd-23-2021"
    )
    assert answer.headers["content-type"].startswith("image/svg+xml")
    drawn = ET.fromstring(answer.text)
    style = drawn.find(f"{SVG}style")
    assert style is not None
    assert "var(" not in (style.text or "")
    assert "src: url(data:font/woff2" in (style.text or "")
    assert not re.findall(r"url\((?!data:|#)", answer.text)
    hrefs = [link.get("href") for link in drawn.iter(f"{SVG}a")]
    assert all(str(href).startswith("http://localhost/") for href in hrefs)


def test_a_crowd_of_plans_is_one_line_of_the_trend() -> None:
    measure: dict[str, Any] = {"year": 2025, "value": 9.0, "subgroup": None}
    subject = Subject(
        title="4a", subtitle="", caveat="", source="", unit="percent", per=None, less=True, year=2025, lang="vi",
        asked=(measure, measure | {"year": 2030, "value": 6.0}), asked_name="Chương trình", address=lambda one: "",
    )  # fmt: skip
    drawn = {}
    for many in (trend.NAMED, trend.NAMED + 1):
        points = [
            measure
            | {"plan": f"p{number}", "what": "aimed", "stance": "equal", "year": year, "value": 9.0 - number % 3}
            for number in range(many)
            for year in (2025, 2030)
        ]
        drawn[many] = ET.fromstring(trend.draw(subject, points, {}))
    lines = {many: picture.findall(f".//{SVG}path[@class='line']") for many, picture in drawn.items()}
    assert [len(its) for its in lines.values()] == [trend.NAMED, 1]
    assert lines[trend.NAMED + 1][0].get("d", "").count("M") == 3  # what runs alike is drawn once
    assert not [one for picture in drawn.values() for one in picture.iter(f"{SVG}text") if one.text == "bằng"]
    assert f"{trend.NAMED + 1} kế hoạch" in ET.tostring(drawn[trend.NAMED + 1], encoding="unicode")


def test_a_frame_of_others_may_show_the_embedded_picture_alone(visitor: Person) -> None:
    framed = visitor.get("/measures/4a?tab=map&embed=1&programme=qd-23-2021")
    assert "frame-ancestors *" in framed.headers["content-security-policy"]
    assert "<form" not in framed.text
    assert "<script" not in framed.text
    whole = visitor.get("/measures/4a?tab=map&programme=qd-23-2021")
    assert "frame-ancestors 'none'" in whole.headers["content-security-policy"]


@pytest.mark.parametrize("tab", ["chart", "table", "map"])
def test_filters_act_on_every_part(visitor: Person, tab: str) -> None:
    page = visitor.page(f"/measures/4a?tab={tab}&year=2025&province=Quảng Ninh")
    labels = page.xpath("//svg//a/@aria-label") or page.xpath("//table[@class='data'][1]/tbody/tr/td[1]/a/text()")
    assert len(labels) == 1
    assert "Quảng Ninh" in labels[0]


def test_an_empty_result_says_why_and_where_there_is_something(visitor: Person) -> None:
    said = visitor.text("/measures/4a?level=district&year=2024&only=stricter")
    assert "Không có mức nào cho: huyện (đến 6/2025), 2024, cao hơn" in said
    assert "huyện (đến 6/2025) 2025" in said


def test_a_locality_opens_beside_the_map_with_its_sentence_and_communes(visitor: Person) -> None:
    page = visitor.page("/measures/4a?tab=map&year=2025&at=2025/15")
    beside = page.xpath("//section[@id='at']")[0]
    words = " ".join(beside.text_content().split())
    assert words.startswith("Tỉnh Lào Cai Vùng: Trung du và miền núi phía Bắc")
    assert "tỉnh Yên Bái (trước 01/7/2025)" in words
    assert "còn hiệu lực đến khi được thay thế" in words
    assert beside.xpath(".//blockquote")
    assert len(beside.xpath(".//ul[@class='tiles']/li")) == 99


def test_less_than_asked_is_to_be_explained_and_never_called_wrong(visitor: Person) -> None:
    for tab in ("chart", "table", "map"):
        said = visitor.text(f"/measures/4a?tab={tab}")
        assert "Mức toàn quốc; địa phương xác định theo điều kiện thực tế. ▼ cần giải trình, không phải là sai." in said


def test_localities_below_provinces_are_told_of_in_full_where_they_are_shown(visitor: Person) -> None:
    """All are ranked by few columns; sentences, baselines and levels are read for those of the page."""
    given = "programme=qd-23-2021&level=district&year=2025"
    every = {row["plan"]: row for row in visitor.get(f"/export/measure_localities.json?measure=4a&{given}").json()}
    table = visitor.page(f"/measures/4a?tab=table&{given}").xpath("//table[@class='data'][1]/tbody/tr")
    assert table
    for line in table:
        told = every[line.xpath("string(.//td[@class='q']/a/@href)").split("#")[0].rpartition("/")[2]]
        assert told["quote"][:60] in line.text_content()
        assert f"#r-{told['key']}" in line.xpath("string(td[1]/a/@href)")
    drawn = visitor.get(f"/measures/4a/ranked.svg?{given}").text
    assert all(f"#r-{row['key']}" in drawn for row in every.values() if row["value"] is not None)


def test_what_localities_aim_at_is_ranked_anew_once_a_value_is_corrected(own_database: Path) -> None:
    reader = Person(own_database, REVIEWER)  # who has signed in: no page is kept whole
    given = "programme=qd-23-2021&level=district&year=2025"

    def spread() -> str:
        return str(reader.get(f"/measures/4a/spread.svg?{given}").text)

    before = spread()
    assert spread() == before
    row = reader.get(f"/export/measure_localities.json?measure=4a&{given}").json()[0]
    with closing(open_existing(own_database)) as db:
        target = rows(db, "SELECT id FROM targets WHERE key = ?", [row["key"]])[0]["id"]
        with transaction(db):
            follow(db, {corrections.correct(db, "targets", target, "value", "0,25", reviewer="lan")})
    assert spread() != before
