"""Tables of what is known beside the plans: administrative units, agencies, the register of laws."""

from __future__ import annotations

from sqlite_utils import Database

from db.schema import migrations


@migrations()
def reference(db: Database) -> None:
    """Units with what became of them, agencies with where they are named, laws."""
    units = db.table("units")
    units.create(
        {
            "code": str,
            "level": str,
            "type": str,
            "name": str,
            "full_name": str,
            "parent": str,
            "province": str,
            "valid_from": str,
            "valid_to": str,
            "lat": float,
            "lon": float,
            "folded": str,
            "sort_key": str,
        },
        pk="code",
        not_null={"level", "name"},
    )
    for index in (("level", "valid_to"), ("parent",), ("folded",), ("province", "level")):
        units.create_index(index)
    changes = db.table("unit_changes")
    changes.create({"unit": str, "became": str}, pk=("unit", "became"))
    changes.create_index(("became",))
    db.table("measures").add_column("of", str)
    db.table("documents").add_column("unit", str)
    db.table("documents").create_index(("unit",))
    agencies = db.table("agencies")
    agencies.create(
        {"id": str, "name": str, "general": int, "valid_to": str, "successors": str, "basis": str, "sort_key": str},
        pk="id",
        not_null={"name"},
    )
    mentions = db.table("agency_mentions")
    mentions.create(
        {
            "id": str,
            "document": str,
            "agency": str,
            "kind": str,
            "record": str,
            "holds": str,
            "as_written": str,
        },
        pk="id",
        foreign_keys=[("document", "documents", "id"), ("agency", "agencies", "id")],
        not_null={"document", "kind", "record", "holds", "as_written"},
    )
    for index in (("document",), ("agency", "kind"), ("record",)):
        mentions.create_index(index)
    laws = db.table("laws")
    laws.create(
        {
            "key": str,
            "doc_type": str,
            "number": str,
            "name": str,
            "issued_on": str,
            "issuer": str,
            "subject": str,
            "replaced_by": str,
            "number_key": str,
            "source": str,
        },
        pk="key",
        not_null={"doc_type", "issued_on", "issuer"},
    )
    laws.create_index(("number_key",))


@migrations()
def days_of_laws(db: Database) -> None:
    """From when to when laws hold, what amended them, whether two sources say so."""
    laws = db.table("laws")
    for column, kind in (("in_force_from", str), ("in_force_to", str), ("amended_by", str), ("verified", int)):
        laws.add_column(column, kind)
    laws.create_index(("name",))
