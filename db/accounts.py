"""Accounts of the site: a file beside the database that only its owner reads, in no served database.

`plans.db` has its accounts in `plans.db-accounts.json` (mode 0600): names, password hashes as datasette-auth-passwords makes
and checks them (PBKDF2), roles, and the secret that signs sessions.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
from pathlib import Path
from typing import Any

from datasette_auth_passwords.utils import hash_password

from db.database import DatabaseError

ROLES = ("reviewer", "staff")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")
_SHORTEST = 8


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
        self._stamp: tuple[int, int] | None = None
        self._data: dict[str, Any] = {}

    def _read(self) -> dict[str, Any]:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return {"secret": None, "users": {}}
        stamp = (stat.st_mtime_ns, stat.st_size)
        if stamp != self._stamp:
            try:
                self._data = json.loads(self.path.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                raise AccountError(
                    f"{self.path.name}: không đọc được tệp tài khoản / the file of accounts cannot be read: {error}"
                ) from error
            self._stamp = stamp
        return self._data

    def secret(self) -> str:
        """What signs sessions: kept, so that a restart signs nobody out."""
        data = self._read()
        if not data.get("secret"):
            data = {"users": {}, **data, "secret": secrets.token_hex(32)}
            if data["users"]:
                self._write(data)
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
        data = self._read()
        new = name not in data["users"]
        users = {**data["users"], name: {"hash": hash_password(password), "roles": sorted(set(roles))}}
        self._write({"secret": data.get("secret") or secrets.token_hex(32), "users": users})
        return new

    def remove(self, name: str) -> None:
        """Takes an account away; its decisions stay.

        Raises:
            AccountError: there is no such account.
        """
        data = self._read()
        if name not in data["users"]:
            raise AccountError(f"không có tài khoản {name!r} / no account {name!r}")
        self._write({**data, "users": {key: user for key, user in data["users"].items() if key != name}})

    def _write(self, data: dict[str, Any]) -> None:
        """Replaces the file in one step, never readable by others."""
        beside = self.path.with_name(f"{self.path.name}.new")
        try:
            beside.unlink(missing_ok=True)
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(data, file, ensure_ascii=False, indent=2)
            beside.replace(self.path)
        except OSError as error:
            raise AccountError(f"{self.path.name}: không ghi được / cannot be written: {error.strerror}") from error
        self._stamp = None
