"""Tables of what was reached: what each result measures and where, and how far plans have come."""

from __future__ import annotations

from sqlite_utils import Database

from db.schema import _table, migrations
from db.schema.record_tables import make_missing


@migrations()
def reached(db: Database) -> None:
    """Results with their measures and localities; progress of plans. Decisions and corrections are not touched."""
    make_missing(db)  # the table `results` itself, to which the others refer
    db.table("measures").add_column("surveyed", int, not_null_default=0)
    _table(
        db,
        "result_alignments",
        {"id": str, "document": str, "result": str, "programme": str, "measure": str, "match": str, "score": float},
        keys=(("document", "documents", "id"), ("result", "results", "id"), ("programme", "programmes", "id")),
        not_null={"document", "result", "programme", "measure"},
        indexes=(("document",), ("result",), ("programme", "measure")),
    )
    _table(
        db,
        "result_units",
        {"result": str, "document": str, "unit": str},
        pk="result",
        keys=(("result", "results", "id"), ("document", "documents", "id")),
        not_null={"document", "unit"},
        indexes=(("document",), ("unit",)),
    )
    _table(
        db,
        "progresses",
        {
            "id": str,
            "document": str,
            "position": int,
            "programme": str,
            "measure": str,
            "subject": str,
            "subgroup": str,
            "year": int,
            "target": str,
            "milestone": str,
            "basis": str,
            "asked_year": int,
            "asked_comparator": str,
            "asked_value": float,
            "asked_high": float,
            "unit": str,
            "per": int,
            "result": str,
            "value": float,
            "value_high": float,
            "numerator": float,
            "denominator": float,
            "units_counted": int,
            "units_expected": int,
            "estimated": int,
            "others": int,
            "difference": float,
            "verdict": str,
            "reason": str,
            "before_year": int,
            "before_value": float,
            "trend": str,
        },
        keys=(
            ("document", "documents", "id"),
            ("programme", "programmes", "id"),
            ("target", "targets", "id"),
            ("milestone", "milestones", "id"),
            ("result", "results", "id"),
        ),
        not_null={"document", "year", "verdict"},
        indexes=(("document", "position"), ("programme", "measure", "year"), ("target",), ("milestone",), ("result",)),
    )


@migrations()
def aimed(db: Database) -> None:
    """For which target a result was entered, by the target's key: words are read otherwise by a later version, a key stays."""
    db.table("results").add_column("aim", str)


@migrations()
def progress_listed(db: Database) -> None:
    """An index from which progress is counted and put in order plan by plan, without the rows themselves."""
    db.conn.execute(
        "CREATE INDEX idx_progresses_listed ON progresses "
        "(document, position, programme, measure, year, subgroup, verdict, reason, value)"
    )
    db.conn.execute("DROP INDEX IF EXISTS idx_progresses_document_position")
