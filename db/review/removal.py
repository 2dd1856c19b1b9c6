"""Plans that were taken back, and brought back: who did it, when and why stays, and so does all that was read of them.

It hangs on the documents that the plan had: the same file, or the same words in another, loaded again stay away; a corrected
version is another document and counts.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from db.schema.database import in_batches, insert, rows, transaction

Row = dict[str, Any]


class RemovalError(ValueError):
    """A plan cannot be taken back or brought back; the message says why."""


def remove(
    db: Database, document: str, *, reason: str, replaced_by: str | None = None, reviewer: str | None = None
) -> set[str]:
    """Takes the plan of a document (id) back, with all its versions; gives the documents, which are to be derived.

    Args:
        db: the database.
        document: a document of the plan.
        reason: why, for those who look for it later.
        replaced_by: a document of the plan that counts instead.
        reviewer: who does it.

    Raises:
        RemovalError: no reason is given, the plan has been taken back already, or it would be replaced by itself.
    """
    if not reason.strip():
        raise RemovalError("cần ghi lý do / a reason is needed")
    versions = _versions(db, document)
    if replaced_by in versions:
        raise RemovalError("kế hoạch thay thế là chính kế hoạch này / it would be replaced by itself")
    if removed(db, versions.values()):
        raise RemovalError("kế hoạch này đã được rút / this plan has been taken back already")
    return _keep(db, versions, "removed", reason, replaced_by, reviewer)


def restore(db: Database, document: str, *, reason: str = "", reviewer: str | None = None) -> set[str]:
    """Brings a plan back that was taken back, with the versions that went with it; gives the documents, which are to be derived.

    Raises:
        RemovalError: the plan has not been taken back.
    """
    versions = _versions(db, document)
    if not removed(db, versions.values()):
        raise RemovalError("kế hoạch này chưa bị rút / this plan has not been taken back")
    return _keep(db, versions, "restored", reason, None, reviewer)


def removed(db: Database, family: Collection[Row]) -> set[str]:
    """Those of some documents (`id`, `words`) that were taken back and not brought back since."""
    if not rows(db, "SELECT 1 FROM removals LIMIT 1"):
        return set()
    last: dict[str, tuple[int, str]] = {}
    for column in ("document", "words"):
        wanted = {row["id" if column == "document" else "words"] for row in family} - {None}
        for row in in_batches(db, f"SELECT id, document, words, state FROM removals WHERE {column} IN ({{}})", wanted):
            last[row[column]] = max(last.get(row[column], (0, "")), (row["id"], row["state"]))
    out = set()
    for row in family:
        states = [last[name] for name in (row["id"], row["words"]) if name in last]
        if states and max(states)[1] == "removed":
            out.add(row["id"])
    return out


def _versions(db: Database, document: str) -> dict[str, Row]:
    """The documents of a plan; of one that was taken back those that went with it."""
    found = rows(
        db,
        "SELECT other.id, l.words, other.identity FROM documents d JOIN documents other ON other.id = d.id OR other.plan = d.plan "
        "LEFT JOIN likenesses l ON l.document = other.id "
        "WHERE d.id = :id "
        "UNION SELECT other.id, l.words, other.identity FROM removals mine JOIN removals with_it ON with_it.act = mine.act "
        "JOIN documents other ON other.id = with_it.document LEFT JOIN likenesses l ON l.document = other.id "
        "WHERE mine.document = :id",
        {"id": document},
    )
    return {row["id"]: row for row in found}


def _keep(
    db: Database, versions: dict[str, Row], state: str, reason: str, replaced_by: str | None, reviewer: str | None
) -> set[str]:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with transaction(db):
        act = rows(db, "SELECT coalesce(max(act), 0) + 1 AS act FROM removals")[0]["act"]
        insert(
            db,
            "removals",
            [
                {
                    "act": act,
                    "document": row["id"],
                    "words": row["words"],
                    "plan": row["identity"],
                    "state": state,
                    "reason": " ".join(reason.split()) or None,
                    "replaced_by": replaced_by,
                    "reviewer": reviewer,
                    "removed_at": at,
                }
                for _, row in sorted(versions.items())
            ],
        )
    return set(versions)
