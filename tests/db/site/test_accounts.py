"""The file of accounts: no change is lost, it is never half written, and damage to it is said in one line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from db.review.accounts import AccountError, Accounts, path_for
from kehoach import main
from tests.conftest import ROOT
from tests.db.site.client import Person

PASSWORD = "mật khẩu dài"
NAMES = ("an", "binh", "chi", "dung", "giang", "ha")


def test_six_accounts_made_at_once_are_six_accounts(tmp_path: Path) -> None:
    database = tmp_path / "plans.db"
    made = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "kehoach",
                "user",
                "add",
                name,
                "--role",
                "reader",
                "--password",
                PASSWORD,
                "--db",
                database,
            ],
            cwd=ROOT,
        )
        for name in NAMES
    ]
    assert [process.wait() for process in made] == [0] * len(NAMES)
    assert tuple(Accounts(database).names()) == NAMES
    assert path_for(database).stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob("*.new"))


def test_what_a_killed_writer_left_is_swept(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "plans.db")
    (tmp_path / f"{accounts.path.name}.abc.new").write_text("{", encoding="utf-8")
    accounts.add("lan", PASSWORD, ("staff",))
    assert sorted(path.name for path in tmp_path.iterdir()) == [accounts.path.name, f"{accounts.path.name}.lock"]


DAMAGED = ("", "{", "[]", '{"users": null}', '{"users": {"lan": {"roles": ["staff"]}}}', "\udcff")


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_file_of_accounts_is_one_line_and_is_left_alone(tmp_path: Path, text: str) -> None:
    database = tmp_path / "plans.db"
    path_for(database).write_bytes(text.encode("utf-8", "surrogateescape"))
    before = path_for(database).read_bytes()
    with pytest.raises(AccountError, match="damaged"):
        Accounts(database).names()
    result = CliRunner().invoke(
        main, ["user", "add", "lan", "--role", "staff", "--password", PASSWORD, "--db", str(database)]
    )
    assert result.exit_code == 2
    assert "plans.db-accounts.json: tệp tài khoản hỏng" in " ".join(result.stderr.split())
    assert path_for(database).read_bytes() == before


def test_while_accounts_are_damaged_a_site_is_read_and_nobody_is_signed_in(
    own_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person = Person(own_database, {"id": "lan", "name": "lan", "roles": ["staff"]})
    assert person.get("/upload").status_code == 200
    whole = path_for(own_database).read_text(encoding="utf-8")
    path_for(own_database).write_text(whole[:-20], encoding="utf-8")
    capsys.readouterr()
    assert person.get("/plans").status_code == 200
    assert person.get("/upload").status_code == 403
    assert "tệp tài khoản hỏng" in person.text("/-/login", 503)
    assert capsys.readouterr().err.count("plans.db-accounts.json") == 1
    path_for(own_database).write_text(json.dumps(json.loads(whole)), encoding="utf-8")
    assert person.get("/upload").status_code == 200


def test_a_site_does_not_begin_with_damaged_accounts(own_database: Path) -> None:
    path_for(own_database).write_text("{", encoding="utf-8")
    with pytest.raises(AccountError, match="damaged"):
        Person(own_database)
