"""What reviewers decide about findings: every decision is kept, the last one counts."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from db.schema.database import insert, rows, transaction

STATES = ("open", "accepted", "dismissed")


class ReviewError(ValueError):
    """A decision cannot be kept; the message says why."""


def decide(db: Database, finding: str, state: str, *, note: str | None = None, reviewer: str | None = None) -> None:
    """Keeps a decision about the finding with a key.

    Raises:
        ReviewError: the state is none of `STATES`, or no finding has the key.
    """
    if state not in STATES:
        raise ReviewError(f"trạng thái {state!r} không có / no state {state!r}; có / there are: {', '.join(STATES)}")
    if not rows(db, "SELECT 1 FROM findings WHERE key = ?", [finding]):
        raise ReviewError(f"không có điểm cần rà soát {finding!r} / no finding {finding!r}")
    with transaction(db):
        insert(
            db,
            "reviews",
            [
                {
                    "finding": finding,
                    "state": state,
                    "note": note,
                    "reviewer": reviewer,
                    "decided_at": datetime.now(UTC).isoformat(timespec="seconds"),
                }
            ],
        )
