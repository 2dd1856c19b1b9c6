"""Tables of findings and of what reviewers decide about them."""

from __future__ import annotations

from sqlite_utils import Database

from db.schema import migrations


@migrations()
def versions(db: Database) -> None:
    """Which document stands for a plan that came in several files, drafts or versions."""
    for column in ("plan", "relation"):
        db.table("documents").add_column(column, str)
    db.table("documents").create_index(("plan",))


@migrations()
def findings(db: Database) -> None:
    """What reviewers should look at, and their decisions."""
    table = db.table("findings")
    table.create(
        {
            "id": str,
            "key": str,
            "document": str,
            "plan": str,
            "position": int,
            "rule": str,
            "severity": str,
            "subject": str,
            "quote": str,
            "quote_start": int,
            "quote_end": int,
            "section": str,
            "page": int,
            "record": str,
            "found": str,
            "expected": str,
            "message_vi": str,
            "message_en": str,
            "suggestion_vi": str,
            "basis_vi": str,
            "against": str,
            "against_quote": str,
            "gone": int,
        },
        pk="id",
        foreign_keys=[("document", "documents", "id"), ("against", "documents", "id")],
        not_null={"key", "plan", "rule", "severity", "subject", "message_vi", "message_en", "gone"},
    )
    for index in (
        ("document", "position"),
        ("plan", "position"),
        ("rule", "severity"),
        ("key",),
        ("against",),
        ("gone", "severity", "rule"),
    ):
        table.create_index(index)
    reviews = db.table("reviews")
    reviews.create(
        {"id": int, "finding": str, "state": str, "note": str, "reviewer": str, "decided_at": str},
        pk="id",
        not_null={"finding", "state", "decided_at"},
    )
    reviews.create_index(("finding", "id"))
    db.table("rules").create(
        {"code": str, "position": int, "severity": str, "name_vi": str, "name_en": str, "says": str},
        pk="code",
        not_null={"severity", "name_vi", "name_en"},
    )


@migrations()
def reasons(db: Database) -> None:
    """Findings on one sentence are one finding: those below the gravest are its further reasons."""
    table = db.table("findings")
    table.add_column("under", str)
    table.add_column("reasons", int, not_null_default=1)
    table.create_index(("under",))
