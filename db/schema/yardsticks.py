"""Tables of programmes as guests: their files, which one is the default, which of those that ship were taken out; findings by programme."""

from __future__ import annotations

from sqlite_utils import Database

from db.schema import migrations

# Rules whose findings rest on a measure of one programme, when there was one programme.
_BY_PROGRAMME = (
    "weaker-than-national", "below-milestone", "denominator-differs", "magnitude-suspect", "missing-measures", "year-missing",
    "number-differs", "basis-missing",
)  # fmt: skip


@migrations()
def guests(db: Database) -> None:
    """A database keeps its programmes; a finding says by which of them it was found, and its key with it."""
    for column, kind in (("kind_vi", str), ("kind_en", str), ("decision_vi", str), ("decision_en", str), ("text", str)):
        db.table("programmes").add_column(column, kind)
    db.table("programmes").add_column("origin", str, not_null_default="shipped")
    db.table("programmes").add_column("is_default", int, not_null_default=0)
    for column in ("part_of", "below"):
        db.table("measures").add_column(column, str)
    db.table("findings").add_column("programme", str)
    db.table("programmes_left_out").create({"id": str}, pk="id")
    db.conn.execute("UPDATE programmes SET is_default = (id = (SELECT min(id) FROM programmes))")
    _carry_findings(db)


def _carry_findings(db: Database) -> None:
    """Findings get the keys that they have from now on, and decisions go with them."""
    from db.schema.identity import finding_key

    first = next((row["id"] for row in db.query("SELECT min(id) AS id FROM programmes")), None)
    identities = {row["id"]: row["identity"] for row in db.query("SELECT id, identity FROM documents")}
    marks = ", ".join("?" * len(_BY_PROGRAMME))
    sql = f"SELECT id, key, document, rule, subject, quote FROM findings WHERE rule IN ({marks}) ORDER BY document, position"
    for row in list(db.query(sql, _BY_PROGRAMME)):
        if first is None or row["document"] not in identities or str(row["subject"]).startswith("total "):
            continue
        identity = identities[row["document"]]
        before = finding_key(row["rule"], identity, row["subject"], row["quote"])
        if not row["key"].startswith(before):
            continue
        key = finding_key(row["rule"], identity, row["subject"], row["quote"], first) + row["key"].removeprefix(before)
        db.conn.execute("UPDATE reviews SET finding = ? WHERE finding = ?", [key, row["key"]])
        db.conn.execute(
            "UPDATE findings SET id = ?, key = ?, programme = ? WHERE id = ?",
            [f"{row['document']}-{key}", key, first, row["id"]],
        )
