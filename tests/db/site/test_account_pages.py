"""One's own account, who sees the others, and the log of who did what."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner

from db.review import audit, passwords
from db.review.accounts import ROLES, Accounts
from db.site import access
from db.site.guard import people
from db.site.guard.checking import Turns
from db.views import words
from kehoach import main
from tests.conftest import PLANS
from tests.db.site.client import Person

PASSWORD = "mật khẩu dài"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "hashed", lambda password: f"a$1$b${password}")
    monkeypatch.setattr(passwords, "matches", lambda password, kept: kept == f"a$1$b${password}")


def someone(path: Path, name: str, *roles: str, **options: Any) -> Person:
    return Person(path, {"id": name, "roles": list(roles)}, **options)


def acts(path: Path) -> list[tuple[str, str, str]]:
    return [(one.who, one.act, one.about) for one in audit.entries(path)]


# --- roles -----------------------------------------------------------------------------------------------------------


def test_every_role_and_every_act_has_its_words() -> None:
    assert set(ROLES) == set(access.ROLES) == set(words.ROLES)
    assert set(get_args(audit.Act)) == set(words.ACTS)


def test_a_reader_reads_and_does_nothing_else(own_database: Path) -> None:
    reader = someone(own_database, "mai", "reader", loopback=False, reading=False)
    for address in ("/", "/plans", "/review", "/files", "/kehoach/targets", "/export/plan_list.json", "/account"):
        assert reader.get(address).status_code == 200, address
    for address in ("/upload", "/audit", "/correct/targets/1"):
        assert reader.get(address).status_code == 403, address
    for address in ("/review/decide", "/upload/new", "/plans/cao-bang-kh-ubnd-2023/remove", "/files/versions"):
        assert reader.post(address, {"finding": "x", "state": "accepted", "reason": "x"}).status_code == 403, address
    assert acts(own_database) == []
    assert Person(own_database, loopback=False, reading=False).get("/plans").status_code == 302


# --- one's own account -----------------------------------------------------------------------------------------------


def test_a_new_password_needs_the_old_one_and_ends_all_other_sessions(own_database: Path) -> None:
    here, elsewhere = someone(own_database, "lan", "reviewer"), someone(own_database, "lan", "reviewer")
    wrong = [
        ({"current": "sai", "new": "mật khẩu mới", "again": "mật khẩu mới"}, "hiện tại không đúng"),
        ({"current": PASSWORD, "new": "mật khẩu mới", "again": "mật khẩu mơi"}, "không giống nhau"),
        ({"current": PASSWORD, "new": "ngắn", "again": "ngắn"}, "8 ký tự"),
    ]
    for sent, said in wrong:
        answer = here.post("/account", sent)
        assert answer.status_code == 400
        assert said in answer.text
    assert here.post("/account", {**wrong[0][0], "current": PASSWORD}, token=False).status_code == 403
    assert passwords.matches(PASSWORD, Accounts(own_database).hash_of("lan"))
    done = here.post("/account", {"current": PASSWORD, "new": "mật khẩu mới", "again": "mật khẩu mới"})
    assert done.status_code == 303
    assert passwords.matches("mật khẩu mới", Accounts(own_database).hash_of("lan"))
    here.cookies[people.COOKIE] = done.cookies[people.COOKIE]
    assert "Đã đổi mật khẩu" in here.text("/account?done=1")
    assert elsewhere.get("/account").status_code == 302
    assert acts(own_database) == [("lan", "password-changed", "lan")]


def test_administrators_see_names_and_roles_and_others_do_not(own_database: Path) -> None:
    someone(own_database, "mai", "reader")
    other, admin = someone(own_database, "lan", "reviewer"), someone(own_database, "quan-tri", "admin")
    assert "mai" not in other.text("/account")
    rows = admin.page("/account").xpath("//table//tr/td[1]/text()")
    assert rows == ["lan", "mai", "quan-tri"]
    assert "a$1$b$" not in admin.get("/account").text
    assert "chỉ đọc" in admin.text("/account")


# --- the log ---------------------------------------------------------------------------------------------------------


def test_what_is_done_on_the_site_is_in_the_log_with_who_did_it(own_database: Path) -> None:
    lan = someone(own_database, "lan", "reviewer", "staff")
    key = sqlite3.connect(own_database).execute("SELECT key FROM findings LIMIT 1").fetchone()[0]
    record = sqlite3.connect(own_database).execute("SELECT id FROM targets LIMIT 1").fetchone()[0]
    lan.post("/review/decide", {"finding": key, "state": "accepted"})
    lan.post("/review/decide", {"finding": "none", "state": "accepted"})
    lan.post(f"/correct/targets/{record}", {"year": "2029", "note": "x"})
    lan.post("/plans/cao-bang-kh-ubnd-2023/remove", {"reason": "nhầm"})
    lan.post("/plans/cao-bang-kh-ubnd-2023/restore", {})
    assert lan.post("/-/login", {"username": "lan", "password": "sai"}).status_code == 200
    assert lan.post("/-/login", {"username": "mật khẩu tôi", "password": "sai"}).status_code == 200
    assert lan.post("/-/login", {"username": "lan", "password": PASSWORD}).status_code == 302
    lan.post("/-/logout")
    made = acts(own_database)
    assert [(who, act) for who, act, _ in reversed(made)] == [
        ("lan", "decided"), ("lan", "corrected"), ("lan", "removed"), ("lan", "restored"),
        ("lan", "sign-in-failed"), ("?", "sign-in-failed"), ("lan", "signed-in"), ("lan", "signed-out"),
    ]  # fmt: skip
    assert made[-1][2] == key
    assert {one.address for one in audit.entries(own_database)} == {"127.0.0.1"}
    assert "mật khẩu" not in audit.path_for(own_database).read_text(encoding="utf-8")


def test_a_flood_of_failures_is_no_flood_of_lines(own_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(_: Turns, __: float) -> None:
        return

    monkeypatch.setattr(Turns, "pause", at_once)
    someone(own_database, "lan", "reader")
    person = Person(own_database)
    for _ in range(40):
        person.post("/-/login", {"username": "lan", "password": "sai"})
    assert [one.more for one in audit.entries(own_database)] == ["32", "16", "8", "5", "4", "3", "2", "1"]


def test_the_log_is_for_administrators_on_a_page_and_for_its_owner_in_a_file(own_database: Path) -> None:
    admin, other = someone(own_database, "quan-tri", "admin"), someone(own_database, "lan", "reviewer", "staff")
    for number in range(103):
        audit.record(
            own_database, "decided", who="lan" if number % 2 else "mai", where="site", about=f"<b>điểm {number}</b>"
        )
    assert audit.path_for(own_database).stat().st_mode & 0o777 == 0o600
    with audit.path_for(own_database).open("a", encoding="utf-8") as file:
        file.write('{"at": "half\n[1]\n{"x": 1}\n')
    first = admin.page("/audit").xpath("//tbody/tr/td[4]/text()")
    assert len(first) == 100
    assert first[0] == "<b>điểm 102</b>"
    assert len(admin.page("/audit?page=2").xpath("//tbody/tr")) == 3
    assert len(admin.page("/audit?who=lan").xpath("//tbody/tr")) == 51
    assert len(admin.page("/audit?act=decided&about=điểm+7").xpath("//tbody/tr")) == 11
    assert "Nhật ký chưa có dòng nào" in admin.text("/audit?act=removed")
    for person in (other, Person(own_database)):
        assert person.get("/audit").status_code == 403
    for address in ("/static/../plans.db-audit.jsonl", "/plans.db-audit.jsonl", "/kehoach/audit", "/export/audit.json"):
        assert admin.get(address).status_code == 404


def test_on_the_command_line_it_is_the_user_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = tmp_path / "plans.db"
    monkeypatch.setenv("LOGNAME", "another")
    monkeypatch.setenv("USER", "another")

    def run(*arguments: str) -> None:
        result = CliRunner().invoke(main, [*arguments, "--db", str(database)])
        assert result.exit_code in (0, 1), result.output

    run("load", str(PLANS / "duc-co-kh-2022.txt"), "--workers", "1")
    run("load", str(PLANS / "duc-co-kh-2022.txt"), "--workers", "1")
    run("user", "add", "lan", "--role", "staff", "--password", PASSWORD)
    run("user", "role", "lan", "--role", "reader")
    run("user", "password", "lan", "--password", "mật khẩu mới")
    run("user", "remove", "lan")
    run("remove", "duc-co", "--reason", "nhầm")
    run("reinstate", "duc-co-kh-2022")
    run("programme", "default", "qd-23-2021")
    made = list(reversed(list(audit.entries(database))))
    assert [one.act for one in made] == [
        "loaded", "account-added", "roles-changed", "password-changed", "account-removed", "removed", "restored", "programme-changed",
    ]  # fmt: skip
    assert {one.who for one in made} == {audit.system_user()}
    assert {one.where for one in made} == {"command"}
    assert audit.system_user() != "another"
    assert "mật khẩu" not in audit.path_for(database).read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_said_and_stops_nothing(
    own_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audit.path_for(own_database).mkdir()
    audit.record(own_database, "decided", who="lan", where="site")
    assert "không ghi được nhật ký" in capsys.readouterr().err


def test_lines_of_several_who_write_at_once_do_not_mix(own_database: Path) -> None:
    children = []
    for number in range(4):
        child = os.fork()
        if child == 0:
            for _ in range(50):
                audit.record(own_database, "decided", who=f"p{number}", where="site", about="x" * 400)
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    lines = audit.path_for(own_database).read_text(encoding="utf-8").splitlines()
    assert len([json.loads(line) for line in lines]) == 200
