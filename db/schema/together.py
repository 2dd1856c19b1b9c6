"""Tables and columns of people who review together. The migrations of `versions` and `yardsticks` come before: they give findings their keys."""

from __future__ import annotations

from sqlite_utils import Database

from db.schema import migrations, versions, yardsticks  # noqa: F401


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
