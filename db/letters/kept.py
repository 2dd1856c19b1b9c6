"""Who sends the letters of a database, kept with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime

from sqlite_utils import Database

from db.letters.sender import Sender, sender_of
from db.schema.database import rows, transaction

# Under which names the fields stand among the settings.
_PREFIX = "sender."


def known(db: Database) -> Sender:
    """Who sends the letters of a database, as it was set last."""
    found = rows(db, "SELECT name, value FROM settings WHERE name LIKE ?", [f"{_PREFIX}%"])
    return sender_of({row["name"].removeprefix(_PREFIX): row["value"] for row in found})


def keep(db: Database, changes: Mapping[str, str], *, by: str | None = None) -> Sender:
    """Remembers some fields, the others stay; gives the sender as it is now."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    sender = sender_of({**asdict(known(db)), **changes})
    with transaction(db):
        for name in changes:
            db.conn.execute(
                "INSERT OR REPLACE INTO settings (name, value, changed_by, changed_at) VALUES (?, ?, ?, ?)",
                [f"{_PREFIX}{name}", getattr(sender, name), by, now],
            )
    return sender
