"""Tables of links: measures by their programme, what links were computed with."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from db.schema import _table, migrations

_TYPES: dict[str, Any] = {"INTEGER": int, "FLOAT": float, "REAL": float}


@migrations()
def measures_of_programmes(db: Database) -> None:
    """A measure belongs to its programme: codes of two programmes are two measures, and a target names the programme of its own."""
    for view in db.view_names():  # they name the tables that are made anew, and are made again with every opening
        db.conn.execute(f'DROP VIEW "{view}"')
    first = next((row[0] for row in db.conn.execute("SELECT id FROM programmes ORDER BY id LIMIT 1")), None)
    old: dict[str, Any] = {column.name: _TYPES.get(column.type, str) for column in db.table("measures").columns}
    db.conn.execute("CREATE TEMP TABLE old_measures AS SELECT * FROM measures")
    for name in ("targets", "milestones", "comparisons"):
        db.table(name).transform(drop_foreign_keys=["measure"])
    db.conn.execute("DROP TABLE measures")
    _table(
        db,
        "measures",
        {"programme": str} | old,
        pk=("programme", "code"),
        keys=(("programme", "programmes", "id"),),
        not_null={"name_vi", "direction", "unit"},
    )
    names = ", ".join(f'"{name}"' for name in old)
    if first is not None:
        db.conn.execute(f"INSERT INTO measures (programme, {names}) SELECT ?, {names} FROM old_measures", [first])
    db.conn.execute("DROP TABLE old_measures")
    db.table("targets").add_column("programme", str)
    db.conn.execute("UPDATE targets SET programme = ?", [first])
    db.conn.execute(  # targets of before have no words to be aligned by; what was found counts until they are read again
        "INSERT INTO alignments (id, document, target, programme, measure, match, score) "
        "SELECT id || '-' || programme, document, id, programme, measure, coalesce(match, 'exact'), coalesce(measure_score, 1) "
        "FROM targets WHERE measure IS NOT NULL AND programme IS NOT NULL AND id NOT IN (SELECT target FROM alignments)"
    )
    _table(db, "linked", {"name": str, "digest": str}, pk="name", not_null={"digest"})
