"""What reviewers decide about findings: every decision is kept, the last one counts."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from db.schema.database import insert, rows, transaction

STATES = ("open", "accepted", "dismissed")


class ReviewError(ValueError):
    """A decision cannot be kept; the message says why."""


def decide(db: Database, finding: str, state: str, *, note: str | None = None, reviewer: str | None = None) -> None:
    """Keeps a decision about the finding with a key, that is, about each of its reasons.

    The key of a further reason decides about that reason alone.

    Raises:
        ReviewError: the state is none of `STATES`, or no finding has the key.
    """
    if state not in STATES:
        raise ReviewError(f"trạng thái {state!r} không có / no state {state!r}; có / there are: {', '.join(STATES)}")
    sql = "SELECT key FROM findings WHERE key = :key OR under = :key GROUP BY key ORDER BY min(position)"
    reasons = rows(db, sql, {"key": finding})
    if not reasons:
        raise ReviewError(f"không có điểm cần rà soát {finding!r} / no finding {finding!r}")
    with transaction(db):
        insert(
            db,
            "reviews",
            [
                {
                    "finding": reason["key"],
                    "state": state,
                    "note": note,
                    "reviewer": reviewer,
                    "decided_at": datetime.now(UTC).isoformat(timespec="seconds"),
                }
                for reason in reasons
            ],
        )
