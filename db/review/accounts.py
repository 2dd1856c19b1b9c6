"""Accounts of the site: a file beside the database that only its owner reads, in no served database.

`plans.db` has its accounts in `plans.db-accounts.json` (mode 0600): names, password hashes as datasette-auth-passwords makes
and checks them (PBKDF2), roles, and the secret that signs sessions. Whoever changes it holds
a lock from reading to writing, and it is replaced in one step, so that of several changes at once none is lost.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from datasette_auth_passwords.utils import hash_password
from filelock import FileLock, Timeout

from db.schema.database import DatabaseError
from db.schema.trouble import writing

ROLES = ("reviewer", "staff")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")
_SHORTEST = 8
# Seconds that a change waits for others.
_PATIENCE = 30


def _since(user: dict[str, Any]) -> str:
    """Changes with the password, and tells nothing of it."""
    return hashlib.blake2b(user["hash"].encode(), digest_size=6).hexdigest()


class AccountError(DatabaseError):
    """An account cannot be made or changed; the message says why."""


def path_for(database: Path) -> Path:
    """Where the accounts of a database stand."""
    return database.with_name(f"{database.name}-accounts.json")


class Accounts:
    """The accounts of one database, read again whenever the file has changed."""

    def __init__(self, database: Path) -> None:
        self.path = path_for(database)
        self._stamp: tuple[int, int, int] | None = None
        self._data: dict[str, Any] = {}

    def _read(self) -> dict[str, Any]:
        try:
            stat = self.path.stat()
            stamp = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
            if stamp != self._stamp:
                self._data = _checked(json.loads(self.path.read_text(encoding="utf-8")))
                self._stamp = stamp
        except FileNotFoundError:
            return {"secret": None, "users": {}}
        except (OSError, ValueError) as error:
            raise AccountError(
                f"{self.path.name}: tệp tài khoản hỏng hoặc không đọc được ({error}); hãy chép lại bản sao lưu, hoặc xóa tệp và tạo lại tài "
                "khoản bằng `kehoach user add` / the file of accounts is damaged or cannot be read; put a backup in its place, or delete "
                "it and make the accounts anew"
            ) from error
        return self._data

    def problem(self) -> str | None:
        """Why the accounts cannot be read, where they cannot."""
        try:
            self._read()
        except AccountError as error:
            return str(error)
        return None

    def secret(self) -> str:
        """What signs sessions: kept, so that a restart signs nobody out."""
        known = self._read().get("secret")
        if known:
            return str(known)
        if not self._read()["users"]:
            return secrets.token_hex(32)
        with self._changing() as data:
            data["secret"] = data.get("secret") or secrets.token_hex(32)
            return str(data["secret"])

    def has(self, name: str | None) -> bool:
        """Whether there is such an account."""
        return name in self._read()["users"]

    def is_current(self, actor: dict[str, Any]) -> bool:
        """Whether a signed-in actor is of an account that is there and has had no new password since."""
        user = self._read()["users"].get(actor.get("id"))
        return user is not None and actor.get("since") == _since(user)

    def actor(self, name: str) -> dict[str, Any]:
        """What a session says of an account."""
        user = self._read()["users"][name]
        return {"id": name, "name": name, "roles": user["roles"], "since": _since(user)}

    def names(self) -> dict[str, tuple[str, ...]]:
        """The accounts with their roles."""
        return {name: tuple(user["roles"]) for name, user in sorted(self._read()["users"].items())}

    def plugin_config(self) -> dict[str, Any]:
        """The accounts as datasette-auth-passwords wants them."""
        users = self._read()["users"]
        return {
            **{f"{name}_password_hash": user["hash"] for name, user in users.items()},
            "actors": {name: self.actor(name) for name in users},
        }

    def add(self, name: str, password: str, roles: tuple[str, ...]) -> bool:
        """Makes an account, or gives one that is there a new password and roles; says whether it is new.

        Raises:
            AccountError: the name, the password or a role will not do, or the file cannot be written.
        """
        if not _NAME.fullmatch(name):
            raise AccountError(
                f"{name!r}: tên gồm chữ thường không dấu, số, dấu chấm, gạch nối / a name has small letters, digits, . _ -"
            )
        if len(password) < _SHORTEST:
            raise AccountError(
                f"mật khẩu cần ít nhất {_SHORTEST} ký tự / a password needs {_SHORTEST} characters at least"
            )
        wrong = set(roles) - set(ROLES)
        if wrong:
            raise AccountError(f"không có vai trò / no such role: {', '.join(sorted(wrong))}")
        hashed = hash_password(password)  # slow on purpose: not while others wait
        with self._changing() as data:
            new = name not in data["users"]
            data["secret"] = data.get("secret") or secrets.token_hex(32)
            data["users"] = {**data["users"], name: {"hash": hashed, "roles": sorted(set(roles))}}
        return new

    def remove(self, name: str) -> None:
        """Takes an account away; its decisions stay.

        Raises:
            AccountError: there is no such account.
        """
        with self._changing() as data:
            if name not in data["users"]:
                raise AccountError(f"không có tài khoản {name!r} / no account {name!r}")
            data["users"] = {key: user for key, user in data["users"].items() if key != name}

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Any]]:
        """The accounts, to be changed in place: written where nothing is raised, and nobody else changes them meanwhile."""
        with writing(self.path.name, AccountError):
            try:
                with FileLock(f"{self.path}.lock", timeout=_PATIENCE, mode=0o600):
                    data = dict(self._read())
                    yield data
                    self._write(data)
            except Timeout as error:
                raise AccountError(
                    f"{self.path.name}: tiến trình khác đang giữ tệp tài khoản; thử lại sau / another process holds the file of accounts; try again"
                ) from error

    def _write(self, data: dict[str, Any]) -> None:
        """Replaces the file in one step, never readable by others; called by the one who holds the lock."""
        for left in self.path.parent.glob(f"{self.path.name}.*.new"):  # of one who was killed while writing
            left.unlink(missing_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"{self.path.name}.", suffix=".new", dir=self.path.parent)  # mode 0600
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(handle)
        Path(name).replace(self.path)


class ServedAccounts(Accounts):
    """The accounts as a running site takes them: while their file is damaged nobody is signed in, and all else goes on."""

    _said: str | None = None

    def _read(self) -> dict[str, Any]:
        try:
            data = super()._read()
        except AccountError as error:
            if str(error) != self._said:
                self._said = str(error)
                sys.stderr.write(f"{error}\n")
            return {"secret": None, "users": {}}
        self._said = None
        return data

    def problem(self) -> str | None:
        """Why nobody can sign in, where nobody can."""
        self._read()
        return self._said


def _checked(data: Any) -> dict[str, Any]:
    """What a file of accounts holds.

    Raises:
        ValueError: it holds something else.
    """
    users = data.get("users") if isinstance(data, dict) else None
    if not isinstance(users, dict) or not all(map(_is_user, users.values())):
        raise ValueError("no accounts in it")
    return {**data, "users": users}


def _is_user(user: Any) -> bool:
    return isinstance(user, dict) and isinstance(user.get("hash"), str) and isinstance(user.get("roles"), list)
