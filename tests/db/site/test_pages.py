"""Every page on the fixture database: what it answers, what it shows, what it makes of wrong addresses."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from db.review import corrections
from db.schema.database import open_existing, rows
from db.site import queries
from db.site.queries import all_queries
from db.site.routes import ROUTES
from tests.db.site.client import Person
from tests.db.site.conftest import HOSTILE

TAN_YEN = "tan-yen-ctr-ubnd-2021"

ADDRESSES = [
    "/diff",
    "/diff?a=yen-bai-09-ctr-ubnd-2021&b=van-chan-34-kh-ubnd-2023",
    "/",
    "/compare",
    "/compare?level=district&only=weaker&year=2025",
    "/compare?by=plan&sort=4a&fold=2",
    "/compare/plans",
    "/compare/plans?plan=tan-yen-ctr-ubnd-2021&plan=quang-ninh-52-kh-ubnd-2021",
    "/plans",
    "/plans?province=Y%C3%AAn+B%C3%A1i",
    f"/plans/{TAN_YEN}",
    *(
        f"/plans/{TAN_YEN}?tab={tab}"
        for tab in ("targets", "deadlines", "citations", "duties", "findings", "progress", "source")
    ),
    f"/plans/{TAN_YEN}/gop-y",
    "/comments",
    "/review",
    "/review?state=all&severity=error",
    "/review?order=found&since=2026-01-01&who=-",
    "/review/progress",
    "/search?q=duoi+nuoc",
    "/measures",
    "/measures/4a",
    "/measures/12?only=weaker",
    "/measures/4a?tab=table",
    "/measures/4a?tab=map&colour=value&at=2025/15",
    "/measures/4a?tab=map&units=old&colour=adoption",
    "/measures/4a?tab=map&colour=coverage",
    "/cascade",
    "/cascade?province=Y%C3%AAn+B%C3%A1i",
    "/cascade?province=Y%C3%AAn+B%C3%A1i&measure=4a",
    "/deadlines?from=2023-01-01",
    "/deadlines?view=month&month=2023-11&agency=phong-y-te-cap-huyen",
    "/coverage",
    "/progress",
    "/progress?province=Y%C3%AAn+B%C3%A1i&verdict=no-data",
    "/coverage?level=district&year=2022&province=Gia+Lai",
    "/coverage?level=commune",
    "/agencies",
    "/agencies/phong-y-te-cap-huyen",
    "/laws",
    "/laws/23-qd-ttg",
    "/laws/luat-tre-em",
    "/files",
    "/corrections",
    "/help",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_answer_in_both_languages_and_note_nothing(visitor: Person, address: str, lang: str) -> None:
    page = visitor.page(f"{address}{'&' if '?' in address else '?'}lang={lang}")
    assert page.get("lang") == lang
    assert len(page.xpath("//h1")) == 1
    assert not page.xpath("//p[@class='note ignored']"), page.xpath("string(//p[@class='note ignored'])")
    assert page.xpath("//footer//a[text()='SQL']") or address.startswith(("/help", "/diff", "/comments")), (
        "no query at the foot"
    )
    for link in page.xpath("//header//nav//a/@href"):
        assert ("lang=en" in link) == (lang == "en")


@pytest.mark.parametrize("address", ADDRESSES)
def test_wrong_parameters_are_ignored_with_a_note(visitor: Person, address: str) -> None:
    wrong = "frob=1&level=galaxy&province=Nowhere&year=soon&page=-1&kind=x&only=y&state=z&severity=w&rule=v&units=u&tab=t&lang=xx"
    page = visitor.page(f"{address.split('?')[0]}?{wrong}&q=tr%E1%BA%BB+em")
    assert any("frob" in note for note in page.xpath("//p[@class='note ignored']/text()"))


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("/plans/tan-yen", TAN_YEN),
        ("/plans/xyzzy-unknown-plan", None),
        ("/measures/4d", "/measures/4a"),
        ("/measures/nothing", "/measures"),
        ("/agencies/phong-y-te", "/agencies/phong-y-te-cap-huyen"),
        ("/laws/22-qd-ttg", "/laws/23-qd-ttg"),
        ("/laws/xyzzy", None),
    ],
)
def test_unknown_things_are_404_with_what_comes_near(visitor: Person, address: str, near: str | None) -> None:
    page = visitor.page(address, 404)
    assert near is None or any(near in link for link in page.xpath("//main//a/@href"))


def test_addresses_of_before_lead_to_the_plan(visitor: Person) -> None:
    answer = visitor.get(f"/plans/{TAN_YEN.upper()}")
    assert answer.status_code == 302
    assert answer.headers["location"] == f"/plans/{TAN_YEN}"


def test_text_of_documents_is_escaped_everywhere(visitor: Person) -> None:
    slug = next(row["plan"] for row in visitor.get("/export/plan_list.json").json() if "script" in (row["title"] or ""))
    addresses = [
        "/",
        "/compare?only=incomparable",
        "/plans",
        "/review?state=all&plan=" + slug,
        "/search?q=alert+%3Cscript%3E",
    ]
    addresses += [
        f"/plans/{slug}?tab={tab}"
        for tab in ("text", "targets", "deadlines", "citations", "duties", "findings", "source")
    ]
    seen = 0
    for address in addresses:
        text = visitor.get(address).text
        assert "<script>alert" not in text, address
        assert "<b>đậm" not in text, address
        seen += "&lt;script&gt;" in text
    assert seen >= 5, "the test no longer meets the hostile words"
    assert HOSTILE in visitor.text(f"/plans/{slug}")


# --- comparison ------------------------------------------------------------------------------------------------------


def test_cells_show_values_with_sign_and_word_and_open_their_sentence(visitor: Person) -> None:
    page = visitor.page("/compare?place=tan+yen")
    cells = page.xpath("//tr[th/a/b='4a']//button")
    assert ["".join(cell.text_content().split()) for cell in cells] == ["2025▼chưabảođảm<10%", "2030▼chưabảođảm<8%"]
    opened = visitor.page(f"/compare?place=tan+yen&cell={cells[0].get('value')}")
    panel = opened.xpath("//aside[@id='evidence']")[0]
    assert "xuống dưới 10% vào năm 2025" in panel.xpath("string(.//mark)")
    assert "giảm tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể chiều cao" in panel.xpath("string(.//blockquote)")
    words = "".join(panel.text_content().split())
    assert "ChươngtrìnhQuyếtđịnh23/QĐ-TTg<9%2025" in words
    assert "+1điểm%" in words
    alone = visitor.text(f"/compare/cell?cell={cells[0].get('value')}")
    assert "xuống dưới 10%" in alone
    assert visitor.get("/compare/cell?cell=none").status_code == 404


def test_only_weaker_leaves_the_measures_and_plans_that_are(visitor: Person) -> None:
    page = visitor.page("/compare?only=weaker&level=district")
    shown = page.xpath("//tbody/tr/th[@class='name']/a/b/text()")
    assert shown == page.xpath("//tr[td/button[contains(@class, 's-weaker')]]/th/a/b/text()")
    assert {"4a", "11b"} <= set(shown)
    for head in page.xpath("//thead//th[position() > 2]"):
        assert "▼" in head.text_content()


def test_the_whole_table_comes_as_workbook_and_csv_whatever_is_shown(visitor: Person) -> None:
    book = load_workbook(io.BytesIO(visitor.get("/compare.xlsx?level=district").content))
    assert book.sheetnames == ["So sánh", "Trích nguyên văn"]
    heads = [cell.value for cell in book["So sánh"][1]]
    assert any(head.startswith("huyện Tân Yên") for head in heads)
    assert any(
        row[0].value == "4a"
        and "▼ < 10 %" in str([cell.value for cell in row]).replace("\\u202f", " ").replace("\\xa0", " ")
        for row in book["So sánh"].iter_rows()
    )
    text = visitor.get("/compare.csv").text
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 35
    assert len(rows[0]) == 3 + len(visitor.page("/compare").xpath("//table[@class='compare']/thead//th")) - 2


# --- a plan ----------------------------------------------------------------------------------------------------------


def test_the_text_of_a_plan_is_whole_and_every_record_can_be_jumped_to(visitor: Person) -> None:
    page = visitor.page(f"/plans/{TAN_YEN}")
    article = page.xpath("//article")[0]
    for badge in article.xpath(".//a[contains(@class, 'badge')] | .//aside | .//div[starts-with(@class, 'finding')]"):
        badge.drop_tree()
    shown = re.sub(r"\s+", "", article.text_content())
    text = visitor.get(f"/export/plan_text.json?plan={TAN_YEN}").json()[0]["text"]
    assert shown == re.sub(r"\s+|\|", "", text)
    anchors = set(page.xpath("//a[@class='at']/@id"))
    for link in page.xpath("//div[@class='side']//li/a/@href"):
        assert not link.startswith("#r-") or link[1:] in anchors, link
    for query in ("plan_targets", "plan_deadlines", "plan_citations", "plan_duties"):
        for row in visitor.get(f"/export/{query}.json?plan={TAN_YEN}").json():
            assert f"r-{row['key']}" in anchors, (query, row["quote"])
    backs = set(page.xpath("//li/@id"))
    assert {link[1:] for link in page.xpath("//a[contains(@class, 'badge')]/@href")} <= backs


def test_a_plan_says_what_it_carries_out_and_shows_findings_beside_their_place(visitor: Person) -> None:
    page = visitor.page(f"/plans/{TAN_YEN}")
    assert "chưa có trong dữ liệu" in page.xpath("string(//div[@class='kin'])")
    noted = page.xpath("//div[contains(@class, 'noted')][.//aside]")
    assert any(
        "10% vào năm 2025" in row.text_content() and "chưa bảo đảm" in row.xpath("string(.//aside)") for row in noted
    )


def test_the_original_file_comes_as_it_was_loaded(visitor: Person) -> None:
    answer = visitor.get(f"/plans/{TAN_YEN}/file")
    assert answer.status_code == 200
    assert "Phần đầu" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


# --- search ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("duoi nuoc", "đuối nước"),
        ("ĐUỐI NƯỚC", "đuối nước"),
        ("23/QĐ-TTg", "23/QĐ-TTg"),
        ('"trẻ em" tảo hôn', "tảo hôn"),
    ],
)
def test_search_finds_with_and_without_accents_and_marks_what_it_found(visitor: Person, asked: str, found: str) -> None:
    page = visitor.page(f"/search?q={asked}")
    marks = [mark.casefold() for mark in page.xpath("//ol[@class='results']//mark/text()")]
    assert found.casefold() in marks
    link = page.xpath("//ol[@class='results']//ul/li/a/@href")[0]
    plan = visitor.page(link.split("#")[0])
    assert plan.xpath(f"//a[@id='{link.split('#')[1]}']")


@pytest.mark.parametrize("asked", ["", "***", '"', "AND OR NOT", "a" * 600, "((", "'; drop table plans"])
def test_no_words_break_the_search(visitor: Person, asked: str) -> None:
    assert visitor.get("/search", params={"q": asked}).status_code == 200


def test_words_that_stand_apart_are_found_and_said_to(visitor: Person) -> None:
    page = visitor.page("/search?q=xâm hại Tân Yên")
    assert "đủ các từ" in page.xpath("string(//p[@class='note'])")
    assert TAN_YEN in page.xpath("//ol[@class='results']//h2/a/@href")[0]


# --- measures, cascade, deadlines, coverage, agencies, laws ----------------------------------------------------------


def test_a_measure_shows_values_with_their_sentences_and_who_left_it_out(visitor: Person) -> None:
    page = visitor.page("/measures/4a?tab=table&level=district&year=2025")
    row = next(row for row in page.xpath("//table[@class='data']/tbody/tr") if "Tân Yên" in row.text_content())
    assert "▼" in row.text_content()
    assert "dưới 10% vào năm 2025" in row.text_content()
    silent = visitor.page("/measures/15?tab=table&units=old").xpath(
        "//td[contains(@class, 's-absent')]/../td[1]/a/text()"
    )
    assert silent == ["tỉnh Yên Bái"]
    assert visitor.get("/measures/4A").headers["location"] == "/measures/4a?programme=qd-23-2021"


def test_the_cascade_has_each_plan_once_below_its_parent_and_missing_parents_as_nodes(visitor: Person) -> None:
    page = visitor.page("/cascade")
    rows = page.xpath("//table[@class='cascade']/tbody/tr")
    places = {
        row.xpath("string(.//div/@id)"): (at, len(row.xpath("td[contains(@class, 'm')]")))
        for at, row in enumerate(rows)
    }
    above, below = places["p-yen-bai-09-ctr-ubnd-2021"], places["p-van-chan-34-kh-ubnd-2023"]
    assert above[0] < below[0]
    assert (above[1], below[1]) == (1, 2), "the columns of their levels"
    at, column = places["p-tan-yen-ctr-ubnd-2021"]
    missing = rows[at - 1]
    assert (
        missing.xpath("string(.//div[contains(@class, 'missing')]/b)")
        == "Kế hoạch số 310/KH-UBND – UBND tỉnh Bắc Giang"
    )
    assert (len(missing.xpath("td[contains(@class, 'm')]")), column) == (1, 2)
    plans = page.xpath("//div[starts-with(@id, 'p-')]/@id")
    assert len(plans) == len(set(plans)) == len(visitor.get("/export/plan_list.json").json())


def test_deadlines_come_as_list_month_and_calendar(visitor: Person) -> None:
    listed = visitor.page("/deadlines?from=2023-11-20&plan=tan-yen-ctr-ubnd-2021")
    first = listed.xpath("//table[@class='data']/tbody/tr[1]")[0].text_content()
    assert "20/11/2023" in first
    assert "20/11 hàng năm" in first
    month = visitor.page("/deadlines?view=month&month=2023-11")
    day = next(cell for cell in month.xpath("//table[@class='month']//td") if cell.xpath("string(span)") == "20")
    assert "Tân Yên" in day.text_content()
    answer = visitor.get("/deadlines.ics?plan=tan-yen-ctr-ubnd-2021")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.text).walk("VEVENT")
    days = {event.decoded("dtstart") for event in events}
    assert date(2023, 11, 20) in days
    assert all(type(day) is date for day in days), "events last all day"
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert visitor.get("/deadlines.ics").status_code == 400


def test_an_agency_and_only_its_deadlines(visitor: Person) -> None:
    agency = "phong-lao-dong-thuong-binh-va-xa-hoi-cap-huyen"
    rows = visitor.get("/export/deadlines_due.json", params={"agency": agency}).json()
    assert rows
    assert all("Phòng L" in f"{row['actor']} {row['recipient']}" for row in rows)
    page = visitor.text(f"/agencies/{agency}")
    assert "Thôi tồn tại sau ngày" in page
    assert "X-WR-CALNAME:Thời hạn: Phòng" in visitor.get(f"/deadlines.ics?agency={agency}").text


def test_coverage_counts_units_of_the_time(visitor: Person) -> None:
    page = visitor.page("/coverage?level=district&year=2022&province=Gia+Lai")
    states = {
        row.xpath("string(td[2])"): row.xpath("string(td[1])") for row in page.xpath("//table[@class='data']/tbody/tr")
    }
    assert len(states) == 17
    assert [name for name, state in states.items() if "đã gửi" in state] == ["huyện Đức Cơ"]
    late = visitor.get(
        "/export/coverage_units.json",
        params={
            "level": "province",
            "on": "2021-01-07",
            "programme": "qd-23-2021",
            "due": "2021-04-01",
            "state": "late",
        },
    ).json()
    assert [row["province"] for row in late] == ["Yên Bái"]  # that of Hà Tĩnh carries out another programme


def test_the_list_of_laws_has_each_once_with_the_day_that_most_give(visitor: Person) -> None:
    listed = {row["cited"]: row for row in visitor.get("/export/law_list.json").json()}
    assert listed["20-CT/TW"]["issued_on"] == "2012-12-05", "an earlier day is given less often"
    assert listed["Luật Trẻ em"]["issued_on"] == "2016-04-05", "a year alone says less than a day"
    assert "Luật trẻ em" not in listed, "capitals make no other law"
    of_children = visitor.get("/export/law_citations.json", params={"name": "Luật trẻ em"}).json()
    assert {row["name"] for row in of_children} == {"Luật Trẻ em", "Luật trẻ em"}
    assert listed["Luật Trẻ em"]["mentions"] == len([row for row in of_children if not row["number"]])
    assert "20-CT/TW Chỉ thị" in visitor.text("/laws"), "what it is stands in words"


def test_the_foot_says_what_a_query_answers_without_its_parameters(visitor: Person) -> None:
    said = [" ".join(one.split()) for one in visitor.page("/review").xpath("//p[@class='query']/span/text()")]
    assert "Điểm cần rà soát, điểm nặng trước." in said
    assert not any(":" in one for one in said)


def test_a_law_shows_its_dates_beside_the_register_and_what_replaced_it(visitor: Person) -> None:
    page = visitor.text("/laws/23-qd-ttg")
    assert "01/07/2021: 1 kế hoạch, 1 lần ≠ khác ngày theo danh mục" in page
    only = visitor.page("/laws/23-qd-ttg?dated=2021-07-01")
    assert len(only.xpath("//table[@class='data']/tbody/tr")) == 1
    assert "Đã được thay bằng" in visitor.text("/laws/l-bao-ve-cham-soc-giao-duc-tre-em-2004")
    children = visitor.text("/laws/l-tre-em-2016")
    assert "Có hiệu lực từ 01/06/2017" in children
    assert "Thay thế Luật Bảo vệ, chăm sóc và giáo dục trẻ em 2004" in children
    assert "Được sửa đổi, bổ sung bởi 47/2019/QH14" in visitor.text("/laws/l-to-chuc-chinh-phu-2015")


# --- queries and exports ---------------------------------------------------------------------------------------------


def test_the_columns_and_the_cells_of_the_comparison_are_of_the_plans_that_one_part_chooses() -> None:
    plans, values = (all_queries()[name] for name in ("compare_plans", "compare_values"))
    chosen = plans.sql[plans.sql.index("WITH chosen AS (") : plans.sql.index("\n)\n")]
    assert ":province" in chosen
    assert chosen in values.sql
    assert not any("-- part:" in query.sql for query in all_queries().values())


@pytest.mark.parametrize("name", sorted(all_queries()))
def test_every_named_query_is_described_and_served_by_datasette(visitor: Person, name: str) -> None:
    query = all_queries()[name]
    assert query.vi.endswith(".")
    assert query.en.endswith(".")
    given = {"match": '"duoi nuoc"', "documents": "[]", "today": "2023-01-01"}
    asked = {parameter: given.get(parameter, "") for parameter in query.parameters}
    answer = visitor.get(f"/kehoach/{name}.json", params={**asked, "_shape": "array"})
    assert answer.status_code == 200, answer.text[:300]
    exported = visitor.get(f"/export/{name}.json", params=asked).json()
    assert exported[:100] == answer.json()[:100]


@pytest.mark.parametrize(
    "address",
    ["/export/compare_cells.xlsx", "/export/compare_cells.csv?documents=x", '/export/search_plans.csv?match="'],
)
def test_what_a_query_cannot_take_is_said_before_a_file_begins(visitor: Person, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 400, (address, answer.status_code, answer.text[:200])
    assert answer.json()["error"]


def test_the_whole_comparison_is_not_limited_in_time(visitor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    limited: dict[str, bool] = {}
    real = queries.run

    async def noted(*asked: Any, **options: Any) -> list[dict[str, Any]]:
        limited[asked[1]] = options.get("limited", True)
        return await real(*asked, **options)

    monkeypatch.setattr(queries, "run", noted)
    assert visitor.get("/compare.csv").status_code == 200
    assert (limited["compare_plans"], limited["compare_values"], limited["programme"]) == (False, False, True)


def test_a_number_leads_straight_to_its_document(visitor: Person) -> None:
    assert visitor.page("/search?q=23/QĐ-TTg").xpath("//a[contains(@href, '/laws/qd-23-ttg-2021')]")


def test_no_named_query_hides_a_table_or_a_view(visitor: Person) -> None:
    names = {table["name"] for table in visitor.get("/kehoach.json").json()["tables"]}
    views = {view["name"] for view in visitor.get("/kehoach.json").json()["views"]}
    assert not set(all_queries()) & (names | views)


def test_exports_are_complete_beyond_the_row_limit(visitor: Person) -> None:
    visitor.site._settings["max_returned_rows"] = 5
    try:
        full = visitor.get("/export/compare_values.json", params={"programme": "qd-23-2021"}).json()
    finally:
        visitor.site._settings["max_returned_rows"] = 2000
    assert len(full) > 200
    lines = list(
        csv.reader(io.StringIO(visitor.get("/export/compare_values.csv?programme=qd-23-2021").text.lstrip("\ufeff")))
    )
    assert len(lines) == len(full) + 1
    sheet = load_workbook(io.BytesIO(visitor.get("/export/compare_values.xlsx?programme=qd-23-2021").content)).active
    assert sheet is not None
    assert sheet.max_row == len(full) + 1
    assert json.loads(visitor.get("/export/compare_values.json?programme=none").text) == []
    assert visitor.get("/export/unknown.json").status_code == 404


def test_what_people_typed_is_no_formula_in_an_export(reviewer: Person) -> None:
    db = open_existing(reviewer.path)
    (target,) = rows(db, "SELECT id FROM targets WHERE value IS NOT NULL LIMIT 1")
    corrections.correct(db, "targets", target["id"], "value", "-1", note='=HYPERLINK("http://example.org")')
    db.close()
    (row,) = csv.DictReader(io.StringIO(reviewer.get("/export/correction_list.csv").text.lstrip("\ufeff")))
    assert (row["value"], row["note"]) == ("'-1.0", '\'=HYPERLINK("http://example.org")')


def test_pages_ask_for_nothing_outside(visitor: Person) -> None:
    for address in ADDRESSES:
        answer = visitor.get(address)
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', answer.text), address


def test_every_route_is_met_by_a_test() -> None:
    met = [address.split("?")[0] for address in ADDRESSES] + _ELSEWHERE
    for pattern, _ in ROUTES:
        assert any(re.match(pattern, address) for address in met), pattern


_ELSEWHERE = [
    "/measures/4a/map.svg",
    "/plans/x/so-ket.docx", "/plans/x/remove", "/plans/x/restore", "/plans/x/confirm", "/files/versions",
    "/diff.xlsx", "/compare/cell", "/compare.xlsx", "/compare/plans.xlsx", "/compare/bieu.xlsx", "/export/plan_text.json", "/plans/x/file", "/plans/x/gop-y", "/plans/x/gop-y/sender", "/comments.docx", "/plans/x/gop-y.docx", "/review/decide", "/review/undo", "/plans/x/pages/1.png", "/review/assign",
    "/deadlines.ics", "/upload", "/upload/new", "/upload/0-0", "/upload/0-0/file", "/upload/0-0/start", "/upload/0-0/errors.csv",
    "/correct/targets/x", "/account", "/audit",
]  # fmt: skip
