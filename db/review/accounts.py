"""Accounts of the site: a file beside the database that only its owner reads, in no served database.

`plans.db` has its accounts in `plans.db-accounts.json` (mode 0600): names, password hashes (`db.review.passwords`), roles, and the
secret that signs sessions.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from db.review import passwords
from db.review.private import PrivateFile
from db.schema.database import DatabaseError
from db.schema.trouble import logged

# What an account may be: who only reads, who reviews and corrects, who loads and takes back, who sees accounts and the log.
ROLES = ("reader", "reviewer", "staff", "admin")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")


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
        self._file = PrivateFile(path_for(database), AccountError, _checked)
        self.path = self._file.path

    def _read(self) -> dict[str, Any]:
        try:
            return self._file.read() or {"secret": None, "users": {}}
        except (OSError, ValueError) as error:
            raise AccountError(
                f"{self.path.name}: tệp tài khoản hỏng hoặc không đọc được ({error}); hãy chép lại bản sao lưu, hoặc xóa tệp và tạo lại tài "
                "khoản bằng `kehoach user add` / the file of accounts is damaged or cannot be read; put a backup in its place, or delete "
                "it and make the accounts anew"
            ) from error

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

    def hash_of(self, name: str) -> str | None:
        """The password hash of an account, `None` where there is no such account."""
        user = self._read()["users"].get(name)
        return str(user["hash"]) if user is not None else None

    def add(self, name: str, password: str, roles: tuple[str, ...]) -> bool:
        """Makes an account, or gives one that is there a new password and roles; says whether it is new.

        Raises:
            AccountError: the name, the password or a role will not do, or the file cannot be written.
        """
        if not _NAME.fullmatch(name):
            raise AccountError(
                f"{name!r}: tên gồm chữ thường không dấu, số, dấu chấm, gạch nối / a name has small letters, digits, . _ -"
            )
        _check(password, roles)
        hashed = passwords.hashed(password)  # slow on purpose: not while others wait
        with self._changing() as data:
            new = name not in data["users"]
            data["secret"] = data.get("secret") or secrets.token_hex(32)
            data["users"] = {**data["users"], name: {"hash": hashed, "roles": sorted(set(roles))}}
        return new

    def change(self, name: str, *, password: str | None = None, roles: tuple[str, ...] | None = None) -> None:
        """Gives an account a new password, or other roles; a new password ends the sessions of the old one.

        Raises:
            AccountError: there is no such account, or the password or a role will not do.
        """
        _check(password, roles or ())
        hashed = passwords.hashed(password) if password is not None else None
        with self._changing() as data:
            user = _known(data, name)
            changed = {"hash": hashed or user["hash"], "roles": user["roles"] if roles is None else sorted(set(roles))}
            data["users"] = {**data["users"], name: {**user, **changed}}

    def remove(self, name: str) -> None:
        """Takes an account away; its decisions stay.

        Raises:
            AccountError: there is no such account.
        """
        with self._changing() as data:
            _known(data, name)
            data["users"] = {key: user for key, user in data["users"].items() if key != name}

    def put_back(self, data: bytes) -> None:
        """Takes the accounts of a backup in place of those that are there, damaged or not.

        Raises:
            AccountError: they are no accounts, or the file cannot be written.
        """
        try:
            checked = _checked(json.loads(data))
        except ValueError as error:
            raise AccountError(f"{self.path.name}: không phải tệp tài khoản / no file of accounts") from error
        with self._file.locked():
            self._file.write(checked)

    def others(self, data: bytes) -> int:
        """How many accounts are not among those of a backup, or are there with another password or other roles."""
        try:
            kept = _checked(json.loads(data))["users"]
            return sum(kept.get(name) != user for name, user in self._read()["users"].items())
        except (ValueError, AccountError):  # what is damaged is no loss
            return 0

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Any]]:
        """The accounts, to be changed in place: written where nothing is raised, and nobody else changes them meanwhile."""
        with self._file.locked():
            data = dict(self._read())
            yield data
            self._file.write(data)


class ServedAccounts(Accounts):
    """The accounts as a running site takes them: while their file is damaged nobody is signed in, and all else goes on."""

    _said: str | None = None

    def _read(self) -> dict[str, Any]:
        try:
            data = super()._read()
        except AccountError as error:
            if str(error) != self._said:
                self._said = str(error)
                logged(f"{error}\n")
            return {"secret": None, "users": {}}
        self._said = None
        return data

    def problem(self) -> str | None:
        """Why nobody can sign in, where nobody can."""
        self._read()
        return self._said


def _known(data: dict[str, Any], name: str) -> dict[str, Any]:
    user = data["users"].get(name)
    if user is None:
        raise AccountError(f"không có tài khoản {name!r} / no account {name!r}")
    return dict(user)


def _check(password: str | None, roles: tuple[str, ...]) -> None:
    wrong = passwords.problem(password) if password is not None else None
    if wrong:
        raise AccountError(wrong)
    unknown = set(roles) - set(ROLES)
    if unknown:
        raise AccountError(f"không có vai trò / no such role: {', '.join(sorted(unknown))}")


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
