"""Who is signed in: sessions that the server knows, so that one that was ended is over wherever its cookie was copied to.

They stand in `plans.db-sessions.json` (mode 0600), by a digest of their name: whoever reads the file cannot make a cookie of it.
A restart of the site signs nobody out; deleting the file signs everybody out.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from pathlib import Path
from typing import Any

from db.review.private import PrivateFile
from db.schema.database import DatabaseError

# A working day, with overtime.
HOURS = 12


class SessionError(DatabaseError):
    """A session cannot be kept; the message says why."""


def path_for(database: Path) -> Path:
    """Where the sessions of a database stand."""
    return database.with_name(f"{database.name}-sessions.json")


class Sessions:
    """The sessions of one database."""

    def __init__(self, database: Path) -> None:
        self._file = PrivateFile(path_for(database), SessionError, _checked)

    def _read(self) -> dict[str, Any]:
        try:
            return self._file.read() or {}
        except (OSError, ValueError):  # nothing is lost with it but having to sign in again
            return {}

    def can_be_read(self) -> bool:
        """Whether the file is there and holds sessions."""
        try:
            return self._file.read() is not None
        except (OSError, ValueError):
            return False

    def begin(self, name: str) -> str:
        """A new session of an account: its name, which the cookie bears."""
        session, until = secrets.token_urlsafe(24), int(time.time()) + HOURS * 3600
        with self._file.locked():
            self._file.write({**self._alive(), _digest(session): {"name": name, "until": until}})
        return session

    def holds(self, session: object, name: str) -> bool:
        """Whether a session is one of an account, and not over."""
        known = self._read().get(_digest(session)) if isinstance(session, str) else None
        return known is not None and known["name"] == name and known["until"] > time.time()

    def end(self, session: object) -> None:
        """Ends a session."""
        if isinstance(session, str) and _digest(session) in self._read():
            with self._file.locked():
                self._file.write({key: one for key, one in self._alive().items() if key != _digest(session)})

    def end_all(self, name: str) -> None:
        """Ends every session of an account."""
        if any(one["name"] == name for one in self._read().values()):
            with self._file.locked():
                self._file.write({key: one for key, one in self._alive().items() if one["name"] != name})

    def _alive(self) -> dict[str, Any]:
        return {key: one for key, one in self._read().items() if one["until"] > time.time()}


def _digest(session: str) -> str:
    return hashlib.blake2b(session.encode(), digest_size=16).hexdigest()


def _checked(data: Any) -> dict[str, Any]:
    """What a file of sessions holds.

    Raises:
        ValueError: it holds something else.
    """
    if not isinstance(data, dict) or not all(
        isinstance(one, dict) and isinstance(one.get("name"), str) and isinstance(one.get("until"), int)
        for one in data.values()
    ):
        raise ValueError("no sessions in it")
    return data
