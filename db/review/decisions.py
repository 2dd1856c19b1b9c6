"""What reviewers decide about findings: every decision is kept, the last one counts, and an act can be undone by who did it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from db.schema.database import in_batches, insert, rows, transaction
from db.views.words import GROUNDS, REVIEW_STATES

Row = dict[str, Any]

STATES = tuple(REVIEW_STATES)


class ReviewError(ValueError):
    """A decision cannot be kept; the message says why."""


class NoGrounds(ReviewError):
    """A finding would be dismissed without saying why."""


class Conflict(ReviewError):
    """Others have decided meanwhile."""

    def __init__(self, others: Sequence[Row]) -> None:
        names = ", ".join(sorted({str(row["reviewer"] or "–") for row in others}))
        super().__init__(
            f"{names} vừa quyết định về điểm này; hãy xem lại rồi gửi lần nữa / {names} has decided meanwhile; look again, then send once more"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is decided about findings.

    Attributes:
        state: one of `STATES`.
        grounds: why a finding is dismissed, one of `GROUNDS`; empty where the note says it.
        note: in the reviewer's own words.
        wordings: by key of a reason, what the letter is to ask instead of what the rule suggests; empty for what the rule suggests. Reasons
            that are not named keep theirs.
    """

    state: str
    grounds: str = ""
    note: str = ""
    wordings: Mapping[str, str] = field(default_factory=dict)

    def checked(self) -> Decision:
        """The same.

        Raises:
            ReviewError: there is no such state or no such grounds, or a finding would be dismissed without any.
        """
        if self.state not in STATES:
            raise ReviewError(
                f"trạng thái {self.state!r} không có / no state {self.state!r}; có / there are: {', '.join(STATES)}"
            )
        if self.grounds and self.grounds not in GROUNDS:
            raise ReviewError(f"lý do {self.grounds!r} không có / no grounds {self.grounds!r}")
        if self.state == "dismissed" and not self.grounds and not self.note.strip():
            raise NoGrounds("không góp ý thì cần lý do: chọn hoặc ghi / to dismiss, choose or write why")
        return self


def decide(
    db: Database, findings: Sequence[str], decision: Decision, *, reviewer: str | None = None, seen: int | None = None
) -> int:
    """Keeps a decision about findings (keys), that is, about each of their reasons; gives the number of the act.

    The key of a further reason decides about that reason alone.

    Args:
        db: the database.
        findings: their keys.
        decision: what is decided.
        reviewer: who decides.
        seen: the number of the last decision (`last`) when the reviewer looked; what others decided since is a conflict.

    Raises:
        ReviewError: it is no decision, no finding has one of the keys, or others have decided meanwhile.
    """
    decision = decision.checked()
    with transaction(db):
        about = [row for finding in findings for row in _reasons(db, finding)]
        before = _standing(db, [row["key"] for row in about])
        if seen is not None:
            others = [row for row in before.values() if row["id"] > seen and row["reviewer"] != reviewer]
            if others:
                raise Conflict(others)
        act = last(db) + 1
        made = [_decided(row, before.get(row["key"]), decision) for row in about]
        _keep(db, made, act, reviewer)
    return act


def _reasons(db: Database, finding: str) -> list[Row]:
    sql = "SELECT key, min(suggestion_vi) AS suggestion FROM findings WHERE key = :key OR under = :key GROUP BY key ORDER BY min(position)"
    found = rows(db, sql, {"key": finding})
    if not found:
        raise ReviewError(f"không có điểm cần rà soát {finding!r} / no finding {finding!r}")
    return found


def _decided(reason: Row, before: Row | None, decision: Decision) -> Row:
    key = reason["key"]
    wording = before["wording"] if before else None
    if key in decision.wordings:
        said = " ".join(decision.wordings[key].split())
        wording = said if said and said != " ".join((reason["suggestion"] or "").split()) else None
    return {
        "finding": key,
        "state": decision.state,
        "grounds": decision.grounds or None if decision.state == "dismissed" else None,
        "note": decision.note or None,
        "wording": wording,
        "undoes": None,
    }


def undo(db: Database, act: int, *, reviewer: str | None = None) -> tuple[int, list[str]]:
    """Takes an act back: what stood before it stands again; gives the number of the act that does it, and the keys of the findings.

    Raises:
        ReviewError: there is no such act of this reviewer, it was undone already, or somebody has decided since.
    """
    with transaction(db):
        mine = rows(db, "SELECT * FROM reviews WHERE act = ? AND reviewer IS ? ORDER BY id", [act, reviewer])
        if not mine or mine[0]["undoes"] is not None:
            raise ReviewError("không có quyết định nào của mình để hoàn tác / there is no decision of yours to undo")
        keys = [row["finding"] for row in mine]
        since = [row for row in _standing(db, keys).values() if row["act"] != act]
        if since:
            raise ReviewError(
                "đã có quyết định mới hơn, không hoàn tác được nữa; hãy quyết định lại / decided anew since: decide again instead"
            )
        before = _standing(db, keys, until=mine[0]["id"])
        made = [_as_before(row, before.get(row["finding"])) | {"undoes": act} for row in mine]
        new = last(db) + 1
        _keep(db, made, new, reviewer)
    return new, keys


def _as_before(row: Row, before: Row | None) -> Row:
    state = {"state": "open", "grounds": None, "note": None, "wording": None} if before is None else before
    return {"finding": row["finding"], **{name: state[name] for name in ("state", "grounds", "note", "wording")}}


def _keep(db: Database, made: Sequence[Row], act: int, reviewer: str | None) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    insert(db, "reviews", [{**row, "act": act, "reviewer": reviewer, "decided_at": now} for row in made])


def last(db: Database) -> int:
    """The number of the last decision; 0 where there is none."""
    return int(db.conn.execute("SELECT coalesce(max(id), 0) FROM reviews").fetchone()[0])


def _standing(db: Database, keys: Sequence[str], *, until: int | None = None) -> dict[str, Row]:
    """The last decision about each of some reasons, before that of a number where one is given."""
    sql = "SELECT * FROM reviews WHERE finding IN ({})" + (f" AND id < {until}" if until is not None else "")
    found: dict[str, Row] = {}
    for row in in_batches(db, sql, set(keys)):
        if row["finding"] not in found or row["id"] > found[row["finding"]]["id"]:
            found[row["finding"]] = row
    return found
