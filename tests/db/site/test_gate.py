"""What stands before every page: names, methods, headers, what is closed, what an error says and what the log has of it."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from db.review.private import keep_private
from db.schema.database import open_database
from db.site import access
from db.site.guard.hosts import Hosts
from db.site.pages import files
from db.site.uploads import Upload, folder_for
from tests.db.site.client import REVIEWER, Person

# An answer of every kind: our pages, files, errors; Datasette's pages, data, scripts, errors; redirections.
ANSWERS = {
    "/": 200, "/plans": 200, "/compare": 302, "/help": 200, "/none": 404, "/plans/none": 404, "/help/": 302, "/-/login": 200, "/upload": 403,
    "/export/plan_list.csv": 200, "/export/plan_list.json": 200, "/deadlines.ics": 400, "/plans/cao-bang-kh-ubnd-2023/file": 200,
    "/static/kehoach.css": 200, "/static/none.css": 404, "/static/../serve.py": 404, "/favicon.ico": 200,
    "/kehoach": 200, "/kehoach/targets": 200, "/kehoach/targets.json": 200, "/kehoach/none": 404, "/kehoach/none.json": 404,
    "/kehoach.json?sql=drop": 400, "/kehoach.db": 403, "/-/static/app.css": 200, "/-/versions.json": 200, "/-/allow-debug": 404, "/none/": 302,
}  # fmt: skip


@pytest.mark.parametrize(("address", "status"), ANSWERS.items(), ids=ANSWERS)
def test_every_answer_has_the_headers(visitor: Person, address: str, status: int) -> None:
    answer = visitor._ask("get", address)
    assert answer.status_code == status
    headers = answer.headers
    assert headers.get_list("x-content-type-options") == ["nosniff"]
    assert headers.get_list("x-frame-options") == ["DENY"]
    assert headers.get_list("referrer-policy") == ["same-origin"]
    assert headers["cross-origin-resource-policy"] == "same-origin"
    (policy,) = headers.get_list("content-security-policy")
    if address.startswith(("/kehoach", "/-/static", "/-/versions")):
        assert "frame-ancestors 'none'" in policy
    elif not address.endswith("/file"):
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "PROPFIND"])
@pytest.mark.parametrize("address", ["/", "/review/decide", "/kehoach/targets.json", "/-/login", "/none"])
def test_other_methods_are_405(visitor: Person, method: str, address: str) -> None:
    answer = visitor._ask(method, address)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert answer.headers["x-frame-options"] == "DENY"


def test_pages_for_reading_take_nothing(reviewer: Person) -> None:
    for address in ("/", "/plans", "/compare", "/help", "/export/plan_list.csv", "/upload", "/files"):
        assert reviewer.post(address, {"a": "b"}).status_code == 405, address
    assert reviewer.post("/kehoach/targets.json", {}).status_code == 405


@pytest.mark.parametrize(
    "name",
    [
        "password-tool",
        "allow-debug",
        "permissions",
        "messages",
        "patterns",
        "threads",
        "threads.json",
        "auth-token",
        "config",
    ],
)
def test_tools_for_developers_are_closed(reviewer: Person, name: str) -> None:
    assert reviewer.get(f"/-/{name}").status_code == 404
    assert reviewer.post(f"/-/{name}", {"password": "x"}).status_code in (404, 405)


def test_the_folder_of_the_database_is_told_nobody(visitor: Person) -> None:
    assert visitor.get("/-/databases.json").json()[0]["path"] == visitor.path.name


# --- names -----------------------------------------------------------------------------------------------------------

HERE = [
    "localhost",
    "localhost:8001",
    "LOCALHOST",
    "127.0.0.1",
    "127.0.0.1:8001",
    "[::1]:8001",
    "127.9.9.9",
    "localhost.",
]
ELSEWHERE = ["evil.example", "evil.example:8001", "localhost.evil.example", "10.0.0.1", "x@localhost", "localhost/x", "", "local host", "[::1", "localhost:x"]  # fmt: skip


@pytest.mark.parametrize("host", HERE)
def test_on_loopback_the_site_answers_to_loopback_names(visitor: Person, host: str) -> None:
    assert visitor.get("/help", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ELSEWHERE)
@pytest.mark.parametrize("address", ["/help", "/kehoach/targets.json", "/static/kehoach.css", "/none"])
def test_and_to_no_other(visitor: Person, host: str, address: str) -> None:
    answer = visitor.get(address, headers={"host": host})
    assert answer.status_code == 421
    assert "--host-name" in answer.text
    assert "content-security-policy" in answer.headers


def test_names_that_are_given_count_and_calendars_bear_the_first(own_database: Path) -> None:
    named = Person(own_database, host_names=("kehoach.tinh.vn", "kehoach"), https=True)
    for host in ("kehoach.tinh.vn", "Kehoach:8001", "localhost"):
        assert named.get("/help", headers={"host": host}).status_code == 200
    assert named.get("/help", headers={"host": "tinh.vn"}).status_code == 421
    calendar = "/deadlines.ics?plan=cao-bang-kh-ubnd-2023"
    for host, address in (
        ("127.0.0.1:8001", "kehoach.tinh.vn"),
        ("kehoach", "kehoach"),
        ("kehoach.tinh.vn", "kehoach.tinh.vn"),
    ):
        body = named.get(calendar, headers={"host": host}).text.replace("\r\n ", "")
        assert f"URL:https://{address}/plans/cao-bang-kh-ubnd-2023#" in body
    body = Person(own_database).get(calendar, headers={"host": "localhost:8001"}).text.replace("\r\n ", "")
    assert "URL:http://localhost:8001/plans/" in body


def test_on_a_network_addresses_in_digits_and_the_name_of_the_machine_count() -> None:
    hosts = Hosts((), loopback=False, machine="vanphong")
    assert all(hosts.knows(host) for host in ("10.0.0.7:8001", "[2001:db8::1]", "vanphong:8001", "localhost"))
    assert not any(hosts.knows(host) for host in ("evil.example", "vanphong.evil.example"))
    assert not Hosts((), loopback=True, machine="").knows("vanphong")


# --- errors ----------------------------------------------------------------------------------------------------------


def test_an_address_that_is_not_there_is_one_line_in_the_log(
    visitor: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    for address in ("/none?secret=1", "/kehoach/none", "/kehoach/none.json", "/x%0d%0ay", "/none/%1b[31m"):
        capsys.readouterr()
        assert visitor._ask("get", address).status_code in (302, 404)
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") <= 1
        assert len(said.err) < 120
        assert "secret" not in said.err
    assert "Không có trang này" in visitor.text("/none", 404)
    assert visitor.get("/none.json").json()["status"] == 404


def test_answers_do_not_depend_on_a_log(visitor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    nobody = os.fdopen(writing, "w", buffering=1)
    for log in (nobody, None):
        monkeypatch.setattr(sys, "stderr", log)
        assert visitor._ask("get", "/none").status_code == 404
    with suppress(BrokenPipeError):
        nobody.close()
    monkeypatch.setattr(sys, "stderr", nobody)
    assert visitor._ask("get", "/none").status_code == 404


def test_a_fault_is_told_without_what_people_sent(
    own_database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        password = "rất bí mật"
        raise ZeroDivisionError(password)

    person = Person(own_database)
    for place, name in ((files, "Page"), (access, "decide")):
        with monkeypatch.context() as patched:
            patched.setattr(place, name, broken) if name == "decide" else patched.setattr(
                "db.site.page.Page.query", broken
            )
            capsys.readouterr()
            answer = person.get("/files?x=rất+bí+mật")
            said = capsys.readouterr()
        assert answer.status_code == 500
        assert "Có lỗi trong chương trình" in answer.text
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "ZeroDivisionError" in said.err
        assert "broken" in said.err
        assert "bí mật" not in said.err + said.out


def asked(person: Person, path: bytes = b"/help", *headers: tuple[bytes, bytes]) -> int:
    """The status of an answer to what no well-meant client sends."""
    statuses: list[int] = []
    scope = {
        "type": "http", "method": "GET", "scheme": "http", "query_string": b"", "raw_path": path, "path": path.decode("utf-8", "replace"),
        "headers": [(b"host", b"localhost"), *headers], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8001), "http_version": "1.1",
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: dict[str, Any]) -> None:
        statuses.extend([message["status"]] if "status" in message else [])

    async def run() -> None:
        await person.site.invoke_startup()
        await person.site.app()(scope, receive, send)

    asyncio.run(run())
    (status,) = statuses
    return status


def test_bytes_that_are_no_address_and_cookies_that_are_none_are_no_faults(visitor: Person) -> None:
    assert asked(visitor) == 200
    assert asked(visitor, b"/kehoach\xff") == 400
    assert asked(visitor, b"/ke\xe1\xba\xbfhoach") == 400
    for cookie in (b"a=\xff", b"a=1; b=\xff", b"a,b=1; c=2"):
        assert asked(visitor, b"/help", (b"cookie", cookie)) == 200, cookie
        assert asked(visitor, b"/kehoach", (b"cookie", cookie)) == 200, cookie


def test_what_is_cut_off_when_the_site_stops_is_a_line_and_an_answer(
    own_database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def cut_off(*_: Any, **__: Any) -> None:
        raise asyncio.CancelledError

    monkeypatch.setattr("db.site.page.Page.query", cut_off)
    answer = Person(own_database).get("/files?x=bí+mật")
    assert answer.status_code == 503
    assert "đang dừng" in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert capsys.readouterr().err == "503 GET /files\n"


# --- files -----------------------------------------------------------------------------------------------------------


def test_a_new_database_and_its_uploads_are_their_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    db = open_database(path)
    made = Upload.new(path, "lan")
    assert {one.stat().st_mode & 0o077 for one in tmp_path.glob("plans.db*")} == {0}
    assert made.folder.stat().st_mode & 0o077 == 0
    db.close()


def test_serving_takes_from_others_what_they_could_read(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    open_database(path).close()
    upload = Upload.new(path, "lan").folder
    (upload / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "plans.db2").write_text("another", encoding="utf-8")
    (tmp_path / "plans.db-link").symlink_to(tmp_path / "plans.db2")
    for one in (path, folder_for(path), upload, upload / "a.txt", tmp_path / "plans.db2"):
        one.chmod(0o755 if one.is_dir() else 0o644)
    assert set(keep_private(path)) >= {path, folder_for(path), upload, upload / "a.txt"}
    assert keep_private(path) == []
    assert path.stat().st_mode & 0o777 == 0o600
    assert (upload / "a.txt").stat().st_mode & 0o777 == 0o600
    assert upload.stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "plans.db2").stat().st_mode & 0o777 == 0o644


def test_an_account_may_run_sql_on_a_network(own_database: Path) -> None:
    assert Person(own_database, REVIEWER, loopback=False).get("/kehoach.json?sql=select+1").status_code == 200


def test_who_may_not_run_sql_on_a_network_is_asked_to_sign_in_or_told_so_in_both_languages(own_database: Path) -> None:
    visitor = Person(own_database, loopback=False, reading=True)
    form = visitor.get("/kehoach?sql=select+1")
    assert form.status_code == 302
    assert form.headers["location"] == "/-/login?next=%2Fkehoach%3Fsql%3Dselect%2B1"
    data = visitor.get("/kehoach.json?sql=select+1")
    assert data.status_code == 403
    assert data.json()["error"] == "Chưa được phép. / Not allowed."
    assert visitor.get("/kehoach.csv?sql=select+1").status_code == 403
    assert "Chưa được phép" in visitor.text("/kehoach.db", 403)
    assert visitor.get("/kehoach/targets.json?_size=1").status_code == 200
