"""Deciding over HTTP: who may, what is kept, where one lands; signing in and who may read."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from db.review.accounts import AccountError, Accounts, path_for
from db.schema.database import open_existing, rows
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


def test_a_decision_is_kept_with_who_and_why_and_the_next_finding_follows(reviewer: Person) -> None:
    first, second = findings(reviewer)[:2]
    sent = {
        "finding": first["key"],
        "state": "accepted",
        "note": "đúng như nêu",
        "next": second["key"],
        "back": "severity=error",
    }
    answer = reviewer.post("/review/decide", sent)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/review?severity=error&finding={second['key']}"
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
    reviewer.post("/review/decide", {"finding": further, "state": "dismissed"})
    assert [row["finding"] for row in decisions(reviewer.path)] == [further]
    assert finding["key"] in {row["key"] for row in findings(reviewer, state="open")}
    # The address of a reason leads to its finding.
    assert len(reviewer.page(f"/review?state=all&finding={further}").xpath("//ol[@class='reasons']/li")) == len(reasons)


def test_many_are_decided_at_once_or_none(reviewer: Person) -> None:
    keys = [row["key"] for row in findings(reviewer)[:3]]
    assert reviewer.post("/review/decide", {"finding": [*keys, "none"], "state": "dismissed"}).status_code == 400
    assert decisions(reviewer.path) == []
    assert reviewer.post("/review/decide", {"finding": keys, "state": "dismissed"}).status_code == 303
    assert [row["finding"] for row in decisions(reviewer.path)] == keys
    assert reviewer.post("/review/decide", {"finding": keys, "state": "burnt"}).status_code == 400
    reviewer.post("/review/decide", {"finding": keys[:1], "state": "open"})
    assert keys[0] in {row["key"] for row in findings(reviewer, state="open")}


@pytest.mark.parametrize("actor", [None, {"id": "gone", "roles": ["reviewer"]}, {"id": "staff", "roles": ["staff"]}])
def test_without_the_role_it_is_403_and_nothing_is_written(own_database: Path, actor: dict[str, object] | None) -> None:
    person = Person(own_database, actor)
    if actor and actor["id"] == "gone":
        Accounts(own_database).remove("gone")
    key = findings(person)[0]["key"]
    assert person.post("/review/decide", {"finding": key, "state": "accepted"}).status_code == 403
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
