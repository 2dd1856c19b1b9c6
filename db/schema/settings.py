"""What people set for a database: who sends its letters."""

from __future__ import annotations

from sqlite_utils import Database

from db.schema import migrations


@migrations()
def settings(db: Database) -> None:
    """Settings by name; the last value of each."""
    db.table("settings").create(
        {"name": str, "value": str, "changed_by": str, "changed_at": str}, pk="name", not_null={"value", "changed_at"}
    )
