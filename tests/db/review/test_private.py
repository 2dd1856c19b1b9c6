"""Accounts, sessions, passwords and the log, each guard of theirs by itself; no password is hashed."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from db.review import accounts, audit, passwords, private, sessions
from db.review.accounts import AccountError, Accounts
from db.review.private import keep_private
from db.review.sessions import Sessions

PASSWORD = "mật khẩu dài"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(passwords, "hashed", lambda password: f"a$1$b${password}")
    return tmp_path / "plans.db"


# --- sessions --------------------------------------------------------------------------------------------------------


def test_a_session_is_of_one_account(database: Path) -> None:
    known = Sessions(database)
    session = known.begin("lan")
    assert known.holds(session, "lan")
    assert not known.holds(session, "minh")
    assert not known.holds([session], "lan")
    known.end([session])
    known.end("none")
    assert known.holds(session, "lan")


def test_ending_sessions_leaves_those_of_others(database: Path) -> None:
    known = Sessions(database)
    hers, again, his = known.begin("lan"), known.begin("lan"), known.begin("minh")
    known.end(again)
    assert [known.holds(hers, "lan"), known.holds(again, "lan"), known.holds(his, "minh")] == [True, False, True]
    known.end_all("lan")
    assert [known.holds(hers, "lan"), known.holds(his, "minh")] == [False, True]


def test_sessions_that_are_over_go_with_the_next_that_begins(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Sessions(database)
    known.begin("lan")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + sessions.HOURS * 3600 + 1)
    known.begin("minh")
    kept = json.loads(sessions.path_for(database).read_text(encoding="utf-8"))
    assert [one["name"] for one in kept.values()] == ["minh"]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"x": 1}', '{"x": {"name": "lan"}}', '{"x": {"name": "lan", "until": "9"}}']
)
def test_a_damaged_file_of_sessions_is_nobodys_and_is_made_anew(database: Path, text: str) -> None:
    sessions.path_for(database).write_text(text, encoding="utf-8")
    known = Sessions(database)
    assert not known.can_be_read()
    assert not known.holds("x", "lan")
    assert known.holds(known.begin("lan"), "lan")
    assert known.can_be_read()


# --- passwords and accounts ------------------------------------------------------------------------------------------


def test_passwords_that_will_not_do() -> None:
    assert passwords.problem("x" * passwords.SHORTEST) is None
    assert passwords.problem("x" * passwords.LONGEST) is None
    assert passwords.problem("x" * (passwords.SHORTEST - 1))
    assert passwords.problem("x" * (passwords.LONGEST + 1))


@pytest.mark.parametrize("name", ["", "Lan", "lân", "-lan", "lan/x", "lan\n", "a b", "x" * 33])
def test_names_that_will_not_do(database: Path, name: str) -> None:
    with pytest.raises(AccountError, match="a name has"):
        Accounts(database).add(name, PASSWORD, ("reader",))
    assert not accounts.path_for(database).exists()


def test_an_account_is_made_and_changed_with_what_will_do_alone(database: Path) -> None:
    known = Accounts(database)
    for password, roles in (("ngắn", ("reader",)), (PASSWORD, ("boss",))):
        with pytest.raises(AccountError):
            known.add("lan", password, roles)
    assert known.names() == {}
    assert known.add("lan", PASSWORD, ("staff", "reviewer", "staff"))
    assert known.names() == {"lan": ("reviewer", "staff")}
    for wrong in ({"password": "ngắn"}, {"roles": ("boss",)}):
        with pytest.raises(AccountError):
            known.change("lan", **wrong)
    with pytest.raises(AccountError, match="no account"):
        known.remove("minh")
    with pytest.raises(AccountError, match="no account"):
        known.change("minh", roles=("staff",))
    assert known.names() == {"lan": ("reviewer", "staff")}


def test_what_signs_sessions_stays_while_accounts_change(database: Path) -> None:
    known = Accounts(database)
    assert known.secret() != known.secret()
    assert not accounts.path_for(database).exists()
    known.add("lan", PASSWORD, ("reader",))
    secret = known.secret()
    known.add("minh", PASSWORD, ("reader",))
    known.remove("lan")
    assert Accounts(database).secret() == known.secret() == secret


def test_accounts_of_a_backup_are_looked_at_first(database: Path) -> None:
    known = Accounts(database)
    known.add("lan", PASSWORD, ("reader",))
    before = accounts.path_for(database).read_bytes()
    for data in (b"{", b"[]", b'{"users": {"lan": {"hash": 1, "roles": []}}}', b'{"users": {"lan": {"hash": "x"}}}'):
        with pytest.raises(AccountError, match="no file of accounts"):
            known.put_back(data)
    assert accounts.path_for(database).read_bytes() == before


def test_a_file_that_another_holds_is_said(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private, "_PATIENCE", 0.05)
    known = Accounts(database)
    with known._file.locked(), pytest.raises(AccountError, match="another process holds"):
        Accounts(database).add("lan", PASSWORD, ("reader",))
    lock = accounts.path_for(database).with_name(f"{accounts.path_for(database).name}.lock")
    assert lock.stat().st_mode & 0o077 == 0


def test_what_is_anothers_cannot_be_taken_from_others_and_stops_nothing(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    database.write_bytes(b"")
    database.chmod(0o644)
    monkeypatch.setattr(Path, "chmod", refused)
    assert keep_private(database) == []


# --- the log ---------------------------------------------------------------------------------------------------------


def test_a_line_of_the_log_has_an_end(database: Path) -> None:
    audit.record(database, "decided", who="lan", where="site", about="x" * 10_000, more="y" * 10_000)
    (line,) = audit.entries(database)
    assert len(line.about) == len(line.more) == 500
    assert audit.path_for(database).stat().st_mode & 0o077 == 0
