"""Reviewing over HTTP, alone and together: who may, what is kept and given back, where one lands; signing in and who may read."""

from __future__ import annotations

import base64
import json
import sqlite3
from contextlib import closing
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from PIL import Image

from corpus.files import files_in, sha256
from db.load.dispatch import load
from db.review import audit, visits
from db.review.accounts import AccountError, Accounts, path_for
from db.schema.database import open_existing, rows
from tests.conftest import ROOT
from tests.db.site.client import REVIEWER, Person


def findings(person: Person, **given: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = person.get("/export/review_queue.json", params=given).json()
    return found


def decisions(path: Path) -> list[dict[str, object]]:
    db = open_existing(path)
    try:
        return rows(db, "SELECT finding, state, note, reviewer FROM reviews ORDER BY id")
    finally:
        db.close()


def tree(answer: Any) -> Any:
    return html.fromstring(answer.text)


def acts(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as db:
        return [row[0] for row in db.execute("SELECT DISTINCT act FROM reviews ORDER BY act")]


def test_a_decision_is_kept_with_who_and_why_and_the_next_finding_follows(reviewer: Person) -> None:
    first, second = findings(reviewer)[:2]
    sent = {"finding": first["key"], "state": "accepted", "note": "đúng như nêu", "next": second["key"]}
    answer = reviewer.post(f"/review/decide?severity=error&finding={first['key']}", sent)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/review?severity=error&finding={second['key']}&done=1"
    assert decisions(reviewer.path) == [
        {"finding": first["key"], "state": "accepted", "note": "đúng như nêu", "reviewer": "lan"}
    ]
    assert first["key"] not in {row["key"] for row in findings(reviewer, state="open")}
    page = reviewer.text(f"/review?state=all&finding={first['key']}")
    assert "✓ góp ý lan" in page
    assert "đúng như nêu" in page


def test_a_finding_shows_its_reasons_and_one_of_them_can_be_dropped(reviewer: Person) -> None:
    finding = next(row for row in findings(reviewer) if int(row["reasons"]) > 1)
    reasons = reviewer.get("/export/review_reasons.json", params={"finding": finding["key"]}).json()
    assert len(reasons) == int(finding["reasons"])
    address = f"/review?state=all&finding={finding['key']}"
    shown = reviewer.page(address).xpath("//ol[@class='reasons']/li")
    assert len(shown) == len(reasons)
    further = reasons[-1]["key"]
    assert further in reviewer.page(address).xpath("//ol[@class='reasons']//input[@name='finding']/@value")
    reviewer.post("/review/decide", {"finding": further, "state": "dismissed", "grounds": "elsewhere"})
    assert [row["finding"] for row in decisions(reviewer.path)] == [further]
    assert finding["key"] in {row["key"] for row in findings(reviewer, state="open")}
    # The address of a reason leads to its finding.
    page = reviewer.page(f"/review?state=all&finding={further}")
    assert len(page.xpath("//ol[@class='reasons']/li")) == len(reasons)
    assert "đã nêu ở nội dung khác của văn bản" in page.xpath("string(//ol[@class='reasons'])")


def test_many_are_decided_at_once_or_none_and_the_page_says_how_many(reviewer: Person) -> None:
    keys = [row["key"] for row in findings(reviewer)[:3]]
    many = {"form": "many", "state": "dismissed", "grounds": "minor"}
    assert reviewer.post("/review/decide", many | {"finding": [*keys, "none"]}).status_code == 400
    assert decisions(reviewer.path) == []
    answer = reviewer.post("/review/decide", many | {"finding": keys})
    assert answer.status_code == 303
    assert [row["finding"] for row in decisions(reviewer.path)] == keys
    assert "không góp ý, 3 điểm" in reviewer.page(answer.headers["location"]).xpath("string(//div[@role='status'])")
    assert reviewer.post("/review/decide", {"finding": keys, "state": "burnt"}).status_code == 400
    reviewer.post("/review/decide", {"finding": keys[:1], "state": "open"})
    assert keys[0] in {row["key"] for row in findings(reviewer, state="open")}


def test_where_nothing_is_ticked_the_page_asks_whether_all_are_meant(reviewer: Person) -> None:
    sent = {"form": "many", "state": "accepted", "note": "cần nêu"}
    answer = reviewer.post("/review/decide?severity=error", sent)
    assert answer.status_code == 400
    assert decisions(reviewer.path) == []
    page = tree(answer)
    assert page.xpath("//input[@id='bulk-note']/@value") == ["cần nêu"]
    (form,) = page.xpath("//div[@role='alert']/form")
    keys = [row["key"] for row in findings(reviewer, severity="error", state="open")]
    assert form.xpath(".//input[@name='finding']/@value") == keys
    assert f"Cả {len(keys)} điểm" in form.text_content()
    asked = {one.get("name"): one.get("value") for one in form.xpath(".//input[not(@name='finding')]|.//button")}
    assert reviewer.post(form.get("action"), asked | {"finding": keys}).status_code == 303
    kept = decisions(reviewer.path)
    assert {(row["state"], row["note"]) for row in kept} == {("accepted", "cần nêu")}
    assert {row["finding"] for row in kept} >= set(keys)
    assert findings(reviewer, severity="error", state="open") == []


def test_to_dismiss_one_says_why_and_what_was_written_is_given_back(reviewer: Person) -> None:
    row = findings(reviewer)[0]
    wording = f"wording-{row['key']}"
    answer = reviewer.post(
        "/review/decide?level=province", {"finding": row["key"], "state": "dismissed", wording: "Nêu “lộ trình” <b>"}
    )
    assert answer.status_code == 400
    page = tree(answer)
    assert "cần lý do" in page.xpath("string(//*[@role='alert'])")
    assert page.xpath(f"string(//textarea[@name='{wording}'])") == "Nêu “lộ trình” <b>"
    assert page.xpath("//form[@id='decide']/@action") == ["/review/decide?level=province"]
    assert page.xpath("//form[contains(@class, 'filters')]//select[@name='level']/option[@selected]/@value") == [
        "province"
    ]
    assert decisions(reviewer.path) == []
    for why in ({"grounds": "justified"}, {"note": "đã trao đổi"}):
        assert reviewer.post("/review/decide", {"finding": row["key"], "state": "dismissed"} | why).status_code == 303


def test_what_another_has_decided_meanwhile_is_shown_and_the_note_stays(reviewer: Person) -> None:
    key = findings(reviewer)[0]["key"]
    (seen,) = reviewer.page(f"/review?finding={key}").xpath("//form[@id='decide']/input[@name='seen']/@value")
    other = Person(reviewer.path, {"id": "minh", "roles": ["reviewer"]})
    other.post("/review/decide", {"finding": key, "state": "accepted"})
    sent = {"finding": key, "state": "dismissed", "note": "tôi thấy khác", "grounds": "justified", "seen": seen}
    answer = reviewer.post("/review/decide", sent)
    assert answer.status_code == 409
    page = tree(answer)
    assert "minh" in page.xpath("string(//*[@role='alert'])")
    assert "✓ góp ý" in page.xpath("string(//section[@id='case']/p[1])")
    assert page.xpath("string(//textarea[@name='note'])") == "tôi thấy khác"
    assert page.xpath("//select[@id='grounds']/option[@selected]/@value") == ["justified"]
    (again,) = page.xpath("//form[@id='decide']/input[@name='seen']/@value")
    assert reviewer.post("/review/decide", sent | {"seen": again}).status_code == 303


def test_who_is_no_longer_signed_in_keeps_the_note(reviewer: Person) -> None:
    key = findings(reviewer)[0]["key"]
    reviewer.cookies.clear()
    answer = reviewer.post("/review/decide", {"finding": key, "state": "accepted", "note": "viết lâu lắm"})
    assert answer.status_code == 403
    page = tree(answer)
    assert page.xpath("string(//textarea[@name='note'])") == "viết lâu lắm"
    assert page.xpath("//form[@id='decide']//a/@href") == ["/-/login?next=%2Freview"]


def test_a_decision_is_undone_with_a_click(reviewer: Person) -> None:
    first, second = (row["key"] for row in findings(reviewer)[:2])
    sent = {"finding": first, "state": "dismissed", "grounds": "minor", "next": second}
    page = reviewer.page(reviewer.post("/review/decide?severity=error", sent).headers["location"])
    (form,) = page.xpath("//div[@role='status']/form")
    assert "Đã ghi: không góp ý" in page.xpath("string(//div[@role='status'])")
    assert not any("done=" in address for address in page.xpath("//main//a/@href"))
    asked = {one.get("name"): one.get("value") for one in form.xpath(".//input[@name='act']")}
    other = Person(reviewer.path, {"id": "minh", "roles": ["reviewer"]})
    assert other.post(form.get("action"), asked).status_code == 400
    assert "status" not in other.text(reviewer.post("/review/decide", sent).headers["location"])
    answer = reviewer.post(form.get("action"), asked)
    assert answer.status_code == 400  # decided anew since
    asked = {"act": "2"}
    answer = reviewer.post("/review/undo?severity=error", asked)
    assert answer.headers["location"] == f"/review?severity=error&finding={first}&done=3"
    page = reviewer.page(answer.headers["location"])
    assert "Đã hoàn tác" in page.xpath("string(//div[@role='status'])")
    assert not page.xpath("//div[@role='status']/form")
    acts = [(entry.act, entry.who, entry.about) for entry in audit.entries(reviewer.path)]
    assert acts[:2] == [("decision-undone", "lan", first), ("decided", "lan", first)]


def test_own_wording_goes_into_the_letter(reviewer: Person) -> None:
    row = findings(reviewer, plan="tan-yen-ctr-ubnd-2021")[0]
    sent = {"finding": row["key"], "state": "accepted", f"wording-{row['key']}": "Nêu lộ trình từng năm"}
    reviewer.post("/review/decide", sent)
    assert "nêu lộ trình từng năm" in reviewer.text("/plans/tan-yen-ctr-ubnd-2021/gop-y").lower()
    page = reviewer.page(f"/review?state=all&finding={row['key']}")
    assert page.xpath(f"string(//textarea[@name='wording-{row['key']}'])") == "Nêu lộ trình từng năm"


# --- reviewing together ----------------------------------------------------------------------------------------------


def test_findings_and_plans_are_given_to_people(reviewer: Person) -> None:
    rows_ = findings(reviewer)
    one = rows_[0]
    assert reviewer.post("/review/assign", {"finding": one["key"], "person": ""}).status_code == 400
    answer = reviewer.post(
        f"/review/assign?severity={one['severity']}",
        {"finding": one["key"], "finding_shown": one["key"], "to": "person", "person": "Trần Văn Hòa"},
    )
    assert answer.headers["location"] == f"/review?severity={one['severity']}&given=1&finding={one['key']}"
    page = reviewer.page(answer.headers["location"])
    assert "Đã phân công: 1" in page.xpath("string(//*[@role='status'])")
    assert "Trần Văn Hòa" in page.xpath("string(//form[@class='assign'])")
    reviewer.post("/review/assign", {"finding": one["key"], "plan": one["plan"], "to": "me"})
    mine = {row["key"] for row in findings(reviewer, who="lan")}
    assert mine == {row["key"] for row in rows_ if row["plan"] == one["plan"]} - {one["key"]}
    assert [row["key"] for row in findings(reviewer, who="Trần Văn Hòa")] == [one["key"]]
    assert {row["key"] for row in findings(reviewer, who="-")} == {row["key"] for row in rows_} - mine - {one["key"]}
    reviewer.post("/review/assign", {"finding": one["key"], "to": "nobody"})
    assert one["key"] in {row["key"] for row in findings(reviewer, who="lan")}
    acts = [(entry.act, entry.about, entry.more) for entry in audit.entries(reviewer.path)]
    assert acts[-1] == ("assigned", one["key"], "Trần Văn Hòa")
    assert acts[1] == ("assigned", one["plan"], "lan")


def test_enter_in_a_field_of_many_decides_nothing(reviewer: Person) -> None:
    row = findings(reviewer)[0]
    many = {"form": "many", "finding": row["key"], "state": ""}
    assert reviewer.post("/review/decide", many | {"note": "x"}).status_code == 400
    assert reviewer.post("/review/decide", many | {"person": "hoa"}).status_code == 303
    assert decisions(reviewer.path) == []
    assert findings(reviewer, who="hoa")[0]["key"] == row["key"]


def test_who_only_reads_gives_nothing_and_sees_no_accounts(own_database: Path) -> None:
    Accounts(own_database).add("bich", "mật khẩu dài", ("reviewer",))
    reader = Person(own_database, {"id": "hai", "roles": ["reader"]})
    key = findings(reader)[0]["key"]
    assert reader.post("/review/assign", {"finding": key, "person": "hai"}).status_code == 403
    assert reader.post("/review/undo", {"act": "1"}).status_code == 403
    for address in ("/review", "/review/progress"):
        page = reader.page(address)
        assert not page.xpath("//main//form[@method='post'][.//button]//button[@name='to']")
        assert "bich" not in page.text_content()
    assert "bich" in Person(own_database, REVIEWER).page("/review").xpath("string(//select[@name='who'])")


def test_progress_is_counted_by_person_and_plan(reviewer: Person) -> None:
    plan = "tan-yen-ctr-ubnd-2021"
    reviewer.post("/review/assign?from=progress", {"plan": plan, "to": "me"})
    keys = [row["key"] for row in findings(reviewer, plan=plan)]
    reviewer.post("/review/decide", {"finding": keys[:2], "state": "accepted"})
    reviewer.post("/review/decide", {"finding": keys[2], "state": "dismissed", "grounds": "minor"})
    reviewer.post("/review/undo", {"act": str(acts(reviewer.path)[-1])})
    (mine,) = [row for row in reviewer.get("/export/review_people.json").json() if row["person"] == "lan"]
    assert [mine[name] for name in ("findings", "open", "accepted", "dismissed")] == [len(keys), len(keys) - 2, 2, 0]
    (row,) = [one for one in reviewer.get("/export/review_plans.json").json() if one["plan"] == plan]
    assert [row[name] for name in ("findings", "open", "accepted", "person")] == [len(keys), len(keys) - 2, 2, "lan"]
    page = reviewer.page("/review/progress?who=lan")
    assert page.xpath("//table[2]//tbody/tr//input/@value|//tbody/tr//input[@name='plan']/@value") == [plan]
    answer = reviewer.post("/review/assign?from=progress&order=province", {"plan": plan, "person": ""})
    assert answer.status_code == 400
    again = tree(answer)
    assert again.xpath("//input[@name='plan'][@checked]/@value") == [plan]
    assert again.xpath("//select[@name='order']/option[@selected]/@value") == ["province"]
    given = reviewer.post("/review/assign?from=progress&order=province", {"plan": plan, "person": "hoa"})
    assert given.headers["location"] == "/review/progress?order=province&given=1"


@pytest.mark.parametrize("order", ["province", "issued", "found"])
def test_the_queue_has_other_orders(reviewer: Person, order: str) -> None:
    ordered = reviewer.get("/export/review_queue_by.json", params={"order": order}).json()
    assert {row["key"] for row in ordered} == {row["key"] for row in findings(reviewer)}
    if order == "province":
        known = [row["province"] for row in ordered if row["province"]]
        assert len(set(known)) > 3
        assert len([name for name, _ in groupby(known)]) == len(set(known))
    else:
        known = [row["issued_on" if order == "issued" else "found_at"] for row in ordered]
        dated = [one for one in known if one]
        assert dated == sorted(dated, reverse=True)
        assert known[: len(dated)] == dated
    shown = reviewer.page(f"/review?order={order}&state=all").xpath("//ul/li/input[@name='finding']/@value")
    assert shown == [row["key"] for row in ordered][: len(shown)]


def test_what_is_new_since_the_last_visit_is_a_filter(reviewer: Person) -> None:
    assert "lần xem trước" not in reviewer.text("/review")
    path = visits.path_for(reviewer.path)
    known = json.loads(path.read_text(encoding="utf-8"))
    ended = "2026-01-02T03:04:05+00:00"
    path.write_text(json.dumps({"lan": {"last": known["lan"]["last"], "before": ended}}), encoding="utf-8")
    old, new = (row["key"] for row in findings(reviewer)[:2])
    with closing(sqlite3.connect(reviewer.path)) as db:
        db.execute("UPDATE arrivals SET found_at = '2025-01-01T00:00:00+00:00' WHERE finding <> ?", [new])
        db.execute("UPDATE arrivals SET found_at = '2026-01-02T03:04:06+00:00' WHERE finding = ?", [new])
        db.commit()
    page = reviewer.page("/review")
    (link,) = page.xpath("//p[contains(@class, 'together')]/a[contains(., 'lần xem trước')]")
    assert "02/01/2026 10:04): 1 điểm" in " ".join(link.text_content().split())
    there = reviewer.page(link.get("href"))
    assert there.xpath("//ul/li/input[@name='finding']/@value") == [new]
    assert old not in there.text_content()
    assert "Thời điểm phát sinh không đúng dạng" in reviewer.text("/review?since=h%C3%B4m+qua")


@pytest.mark.parametrize("actor", [None, {"id": "gone", "roles": ["reviewer"]}, {"id": "staff", "roles": ["staff"]}])
def test_without_the_role_it_is_403_and_nothing_is_written(own_database: Path, actor: dict[str, object] | None) -> None:
    person = Person(own_database, actor)
    if actor and actor["id"] == "gone":
        Accounts(own_database).remove("gone")
    key = findings(person)[0]["key"]
    for address in ("/review/decide", "/review/undo", "/review/assign"):
        assert person.post(address, {"finding": key, "state": "accepted", "to": "me"}).status_code == 403
    assert decisions(own_database) == []
    assert not person.page("/review").xpath("//form[@id='decide']")


def test_a_form_from_elsewhere_is_refused(reviewer: Person) -> None:
    key = findings(reviewer)[0]["key"]
    assert reviewer.post("/review/decide", {"finding": key, "state": "accepted"}, token=False).status_code == 403
    assert decisions(reviewer.path) == []


# --- signing in ------------------------------------------------------------------------------------------------------


def test_signing_in_leads_back_and_a_wrong_password_does_not(own_database: Path) -> None:
    person = Person(own_database)
    Accounts(own_database).add("lan", "mật khẩu dài", ("reviewer",))
    wrong = person.post("/-/login?next=/review", {"username": "lan", "password": "sai"})
    assert "Sai tên hoặc mật khẩu" in wrong.text
    right = person.post("/-/login?next=/review?state=all", {"username": "lan", "password": "mật khẩu dài"})
    assert right.status_code == 302
    assert right.headers["location"] == "/review?state=all"
    assert "ds_actor" in right.headers["set-cookie"]
    for elsewhere in (
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/%09/evil.example",
        "/%5C/evil.example",
    ):
        answer = person.post(f"/-/login?next={elsewhere}", {"username": "lan", "password": "mật khẩu dài"})
        assert answer.headers["location"] == "/"


def test_a_session_outlives_neither_a_role_that_was_taken_nor_a_password_that_was_changed(own_database: Path) -> None:
    accounts = Accounts(own_database)
    person = Person(own_database, {"id": "minh", "roles": ["staff"]})
    assert person.post("/upload/new").status_code == 200
    accounts.change("minh", roles=())
    assert person.post("/upload/new").status_code == 403
    person = Person(own_database, {"id": "hoa", "roles": ["staff"]})
    accounts.add("hoa", "mật khẩu khác", ("staff",))
    assert person.post("/upload/new").status_code == 403


def test_a_basic_header_that_is_not_ascii_is_no_error(own_database: Path) -> None:
    header = base64.b64encode("lan:mật khẩu dài".encode()).decode()
    assert Person(own_database).get("/", headers={"authorization": f"Basic {header}"}).status_code == 200


def test_accounts_stand_in_a_file_of_their_own_that_only_the_owner_reads(own_database: Path) -> None:
    accounts = Accounts(own_database)
    assert accounts.add("lan", "mật khẩu dài", ("reviewer",))
    assert not accounts.add("lan", "mật khẩu khác", ("reviewer", "staff"))
    path = path_for(own_database)
    assert path.stat().st_mode & 0o777 == 0o600
    assert "mật khẩu" not in path.read_text(encoding="utf-8")
    assert accounts.names() == {"lan": ("reviewer", "staff")}
    for name, password, roles in (
        ("Lan!", "mật khẩu dài", ()),
        ("minh", "ngắn", ()),
        ("minh", "mật khẩu dài", ("king",)),
    ):
        with pytest.raises(AccountError):
            accounts.add(name, password, roles)
    person = Person(own_database, REVIEWER)
    for address in ("/-/metadata.json", "/-/settings.json", "/-/plugins.json", "/kehoach.json"):
        assert "pbkdf2" not in person.get(address).text


def test_reading_elsewhere_than_on_loopback_needs_an_account_unless_opened(own_database: Path) -> None:
    closed = Person(own_database, loopback=False, reading=False)
    for address in ("/", "/compare", "/kehoach", "/kehoach/targets"):
        answer = closed.get(address)
        assert answer.status_code == 302
        assert answer.headers["location"].startswith("/-/login?next=")
    assert closed.get("/export/plan_list.json").status_code == 302
    opened = Person(own_database, loopback=False)
    assert opened.get("/compare").status_code == 200
    assert opened.get("/kehoach.json?sql=select+1").status_code == 403
    assert opened.get("/kehoach/plan_list.json").status_code == 200
    signed_in = Person(own_database, REVIEWER, loopback=False, reading=False)
    assert signed_in.get("/compare").status_code == 200
    assert signed_in.get("/kehoach.json?sql=select+1").status_code == 200


def test_on_a_private_site_what_was_written_is_given_back_to_be_sent_again(own_database: Path) -> None:
    person = Person(own_database, REVIEWER, loopback=False, reading=False)
    key = findings(person)[0]["key"]
    kept, person.cookies = dict(person.cookies), {}
    sent = {"finding": key, "state": "accepted", "note": "viết lâu <b>lắm</b>", "current": "mật khẩu"}
    answer = person.post("/review/decide?severity=error", sent)
    assert answer.status_code == 403
    (form,) = tree(answer).xpath("//form[.//textarea]")
    assert form.get("action") == "/review/decide?severity=error"
    assert form.xpath("string(.//textarea[@name='note'])") == "viết lâu <b>lắm</b>"
    again = {one.get("name"): one.get("value") for one in form.xpath(".//input[@name]")} | {"note": sent["note"]}
    assert again["finding"] == key
    assert again["csrftoken"]
    assert findings_shown(answer) == 0
    person.cookies = kept
    assert person.post(form.get("action"), again).status_code == 303
    assert decisions(own_database)[0]["note"] == "viết lâu <b>lắm</b>"
    # Passwords come back to nobody.
    person.cookies = {}
    assert "bí mật dài" not in person.post("/account", {"current": "bí mật dài", "new": "x", "again": "x"}).text


def findings_shown(answer: Any) -> int:
    return len(tree(answer).xpath("//section[@class='queue']"))


# --- both sides ------------------------------------------------------------------------------------------------------


def test_the_programme_is_shown_in_its_words_where_its_document_is_loaded(reviewer: Person) -> None:
    weaker = findings(reviewer, plan="tan-yen-ctr-ubnd-2021", rule="weaker-than-national")
    key = next(row["key"] for row in weaker if row["message_vi"].startswith("Suy dinh dưỡng nhẹ cân"))
    address = f"/review?state=all&finding={key}"
    text = reviewer.text(address)
    assert "Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể cân nặng theo tuổi: < 9 % năm 2025; < 6 % năm 2030." in text
    assert "không phải nguyên văn" in text
    with closing(open_existing(reviewer.path)) as db:
        list(load(db, files_in([ROOT / "tests/data/decisions/qd-23-2021.txt"])))
    page = reviewer.page(address)
    (quote,) = page.xpath("//div[@class='two']/div[2]/blockquote[.//a[contains(@href, '/plans/23-qd-ttg-2021#r-')]]")
    assert "suy dinh dưỡng thể nhẹ cân xuống dưới 9% vào năm 2025 và dưới 6% vào năm 2030" in quote.text_content()
    assert "không phải nguyên văn" not in page.text_content()


def test_a_scan_is_shown_around_the_sentence(reviewer: Person) -> None:
    (head,) = reviewer.get("/export/plan.json", params={"plan": "tan-yen-ctr-ubnd-2021"}).json()
    row = findings(reviewer, plan="tan-yen-ctr-ubnd-2021")[0]
    assert not reviewer.page(f"/review?finding={row['key']}").xpath("//img")
    data = (ROOT / "tests/data/formats/duc-co-kh-2022.pdf").read_bytes()
    (reviewer.path.parent / "scan.pdf").write_bytes(data)
    with closing(sqlite3.connect(reviewer.path)) as db:
        db.execute("UPDATE documents SET ocr = 1, sha256 = ? WHERE id = ?", [sha256(data), head["id"]])
        db.execute("UPDATE files SET path = 'scan.pdf', sha256 = ? WHERE document = ?", [sha256(data), head["id"]])
        for table in ("findings", "targets", "deadlines", "legal_refs", "assignments"):
            db.execute(f"UPDATE {table} SET page = 1 WHERE document = ?", [head["id"]])
        db.commit()
    (picture,) = reviewer.page(f"/review?finding={row['key']}").xpath("//figure//img/@src")
    (whole,) = reviewer.page(f"/review?finding={row['key']}").xpath("//figure/a/@href")
    sizes = []
    for address in (picture, whole):
        answer = reviewer.get(address)
        assert answer.headers["content-type"] == "image/png"
        sizes.append(Image.open(BytesIO(answer.content)).size)
    assert sizes[0][0] == sizes[1][0]
    assert sizes[0][1] < sizes[1][1] / 2
    assert reviewer.get(whole.replace("/1.png", "/99.png")).status_code == 404
