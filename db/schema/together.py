"""Tables and columns of people who review together. The migrations of `versions` and `yardsticks` come before: they give findings their keys."""

from __future__ import annotations

from sqlite_utils import Database

from db.schema import migrations, versions, yardsticks  # noqa: F401
from db.schema.site import GRAVITY


@migrations()
def reviewing_together(db: Database) -> None:
    """Who has what to review, when each finding was found first; grounds, own wording and undoing of decisions."""
    reviews = db.table("reviews")
    for column, kind in (("grounds", str), ("wording", str), ("act", int), ("undoes", int)):
        reviews.add_column(column, kind)
    db.conn.execute("UPDATE reviews SET act = id")
    reviews.create_index(("act",))
    assigned = db.table("review_assignments")
    assigned.create(
        {"id": int, "finding": str, "plan": str, "person": str, "assigned_by": str, "assigned_at": str},
        pk="id",
        not_null={"assigned_at"},
    )
    for column in ("finding", "plan"):
        assigned.create_index((column, "id"))
    db.table("arrivals").create({"finding": str, "found_at": str}, pk="finding", not_null={"found_at"})
    db.conn.execute(
        "INSERT OR IGNORE INTO arrivals (finding, found_at) SELECT f.key, coalesce(min(o.offered_at), '') "
        "FROM findings f LEFT JOIN files o ON o.document = f.document GROUP BY f.key"
    )


@migrations()
def queue_in_order(db: Database) -> None:
    """Indexes that hold what the queue is filtered, counted and put in order by: its findings are read when a page is full."""
    db.conn.execute(
        f"CREATE INDEX idx_findings_queue ON findings (gone, under, {GRAVITY}, plan, position, id, key, document, severity, rule, programme)"
    )
    db.table("findings").create_index(
        ("document", "gone", "under", "severity", "plan", "position", "id", "key"), "idx_findings_of_document"
    )
    db.table("findings").create_index(
        ("key", "gone", "under", "document", "id", "reasons", "severity", "plan", "position"), "idx_findings_by_key"
    )
    for served in ("gravity", "key"):
        db.conn.execute(f"DROP INDEX IF EXISTS idx_findings_{served}")
    db.table("arrivals").create_index(("found_at", "finding"))
    db.conn.execute("CREATE INDEX idx_documents_by_province ON documents (province IS NULL, sort_key, id)")
    db.conn.execute("CREATE INDEX idx_documents_by_day ON documents (issued_on IS NULL, issued_on DESC, id)")
