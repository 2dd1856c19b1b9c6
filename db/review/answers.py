"""*Cùng một văn bản?*: what people answer where the program cannot say whether two documents are one plan."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from db.schema.database import insert, rows, transaction

ANSWERS = ("same", "different")


class AnswerError(ValueError):
    """An answer cannot be kept; the message says why."""


def answer(
    db: Database, one: str, other: str, said: str, *, note: str | None = None, reviewer: str | None = None
) -> set[str]:
    """Keeps whether two documents (ids) are one plan; gives them, they are to be derived. The last answer counts.

    Raises:
        AnswerError: the answer is none of `ANSWERS`, or there are no such documents.
    """
    if said not in ANSWERS:
        raise AnswerError(f"câu trả lời {said!r} không có / no answer {said!r}")
    known = {
        row["id"]: row["identity"]
        for row in rows(db, "SELECT id, identity FROM documents WHERE id IN (?, ?)", [one, other])
    }
    if len(known) < 2:
        raise AnswerError("không có văn bản này / no such documents")
    with transaction(db):
        insert(
            db,
            "version_answers",
            [
                {
                    "one": one,
                    "other": other,
                    "one_identity": known[one],
                    "other_identity": known[other],
                    "answer": said,
                    "note": note or None,
                    "reviewer": reviewer,
                    "answered_at": datetime.now(UTC).isoformat(timespec="seconds"),
                }
            ],
        )
    return {one, other}
