"""When people looked at the queue last: a file beside the database that only its owner reads (mode 0600), in no served database.

`plans.db-visits.json` has two moments a person: the last one of this visit, and the last one of the visit before. Who comes back within
`PAUSE` is still on the same visit. Nothing is lost with the file but what is new since when.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from db.review.private import PrivateFile
from db.schema.database import DatabaseError

PAUSE = timedelta(hours=1)
# A look is noted once in so long.
_EVERY = timedelta(minutes=5)


class VisitError(DatabaseError):
    """A visit cannot be noted; the message says why."""


def path_for(database: Path) -> Path:
    """Where the visits to a database stand."""
    return database.with_name(f"{database.name}-visits.json")


class Visits:
    """The visits to one database."""

    def __init__(self, database: Path) -> None:
        self._file = PrivateFile(path_for(database), VisitError, _checked)

    def _read(self) -> dict[str, Any]:
        try:
            return self._file.read() or {}
        except (OSError, ValueError):  # who is new then sees everything as they would at first
            return {}

    def looked(self, person: str, now: datetime | None = None) -> str | None:
        """Notes that a person looks; gives when the visit before ended (UTC, without zone), `None` on the first.

        Raises:
            VisitError: it cannot be noted.
        """
        now = now or datetime.now(UTC)
        known = self._read().get(person)
        if known is None or now - datetime.fromisoformat(known["last"]) >= _EVERY:
            with self._file.locked():
                people = self._read()
                known = _after(people.get(person), now)
                self._file.write({**people, person: known})
        before = known["before"]
        return datetime.fromisoformat(before).strftime("%Y-%m-%dT%H:%M:%S") if before else None


def _after(known: dict[str, Any] | None, now: datetime) -> dict[str, Any]:
    """What is known of a person who looks now."""
    said = now.isoformat(timespec="seconds")
    if known is None:
        return {"last": said, "before": None}
    ended = now - datetime.fromisoformat(known["last"]) >= PAUSE
    return {"last": said, "before": known["last"] if ended else known["before"]}


def _checked(data: Any) -> dict[str, Any]:
    """What a file of visits holds.

    Raises:
        ValueError: it holds something else.
    """
    if not isinstance(data, dict):
        raise ValueError("no visits in it")
    for one in data.values():
        if not isinstance(one, dict) or one.keys() != {"last", "before"}:
            raise ValueError("no visits in it")
        for moment in (one["last"], one["before"] or one["last"]):
            if datetime.fromisoformat(moment).tzinfo is None:
                raise ValueError("no moment in it")
    return data
