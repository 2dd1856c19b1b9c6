"""Tables and columns that the site reads and writes: search, occurrences of deadlines, corrections, keys that sort."""

from __future__ import annotations

from sqlite_utils import Database

from db.schema import migrations

# The gravest first; the index below serves exactly this expression.
GRAVITY = "(CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END)"

# Tables whose fields a reviewer may correct; `corrected` holds what was extracted, field by field.
CORRECTABLE = ("documents", "targets", "deadlines", "legal_refs", "assignments")


@migrations()
def site(db: Database) -> None:
    """What pages need: words to search in, days on which something is due, corrections, orders."""
    documents = db.table("documents")
    documents.add_column("sort_key", str)
    documents.add_column("folded", str)
    documents.create_index(("sort_key",))
    for name in CORRECTABLE:
        db.table(name).add_column("corrected", str)
    _searchable(db)
    _occurrences(db)
    _corrections(db)
    for index in (("document", "stance"), ("document", "year"), ("stance", "document")):
        db.table("comparisons").create_index(index)
    db.table("findings").create_index(("plan", "gone", "position"))
    db.conn.execute(f"CREATE INDEX idx_findings_gravity ON findings (gone, {GRAVITY}, plan, position)")


@migrations()
def orders_of_pages(db: Database) -> None:
    """Indexes from which pages of many thousand plans are counted and put in order, without the rows themselves."""
    comparisons = db.table("comparisons")
    comparisons.create_index(("programme", "document", "year", "stance"))
    comparisons.create_index(("target", "programme"))
    comparisons.create_index(("measure", "programme", "level", "document", "stance", "year", "value", "subgroup"))
    for served in ("target", "measure_programme_level_document_stance"):
        db.conn.execute(f"DROP INDEX IF EXISTS idx_comparisons_{served}")
    db.table("alignments").create_index(("programme", "measure", "target", "document"))
    db.conn.execute("DROP INDEX IF EXISTS idx_alignments_programme_measure")
    db.table("documents").create_index(("province", "sort_key"))
    db.conn.execute("CREATE INDEX idx_progresses_reached ON progresses (programme, measure) WHERE value IS NOT NULL")
    db.table("carried").create_index(("programme", "document"))
    db.table("files").create_index(("offered_at", "path"))
    if comparisons.count:  # no load has left figures yet by which to choose among these
        db.conn.execute("ANALYZE comparisons")


@migrations()
def chosen_by_indexes(db: Database) -> None:
    """What is due, and who aims at what of a measure, is chosen and put in order by indexes alone."""
    columns = ("measure", "programme", "level", "document", "stance", "year", "value", "subgroup")
    db.table("comparisons").create_index((*columns, "id"))
    db.conn.execute(f"DROP INDEX IF EXISTS idx_comparisons_{'_'.join(columns)}")
    db.table("occurrences").create_index(("due_on", "document", "deadline", "id"))
    db.conn.execute("DROP INDEX IF EXISTS idx_occurrences_due_on")
    filtered = ("plan", "level", "province", "plan_kind", "unit", "period_start", "period_end", "folded")
    db.table("documents").create_index(("sort_key", "id", *filtered), "idx_documents_listed")
    db.conn.execute("DROP INDEX IF EXISTS idx_documents_sort_key")


def _searchable(db: Database) -> None:
    """A folded copy of each text, one character for one, with an FTS5 index that triggers keep true.

    `unicode61 remove_diacritics 2` folds every letter but `đ`; in the copy it is folded too, so that places found in the copy
    are places in the text.
    """
    table = db.table("searchable")
    table.create(
        {"id": int, "document": str, "title": str, "words": str},
        pk="id",
        foreign_keys=[("document", "documents", "id")],
        not_null={"document"},
    )
    table.create_index(("document",), unique=True)
    table.enable_fts(["title", "words"], fts_version="FTS5", create_triggers=True, tokenize="unicode61")


def _occurrences(db: Database) -> None:
    table = db.table("occurrences")
    table.create(
        {
            "id": str,
            "document": str,
            "deadline": str,
            "starts_on": str,
            "due_on": str,
            "precision": str,
            "recurring": int,
        },
        pk="id",
        foreign_keys=[("document", "documents", "id"), ("deadline", "deadlines", "id")],
        not_null={"document", "deadline", "due_on", "precision"},
    )
    for index in (("due_on",), ("document",), ("deadline",)):
        table.create_index(index)


def _corrections(db: Database) -> None:
    table = db.table("corrections")
    table.create(
        {
            "id": int,
            "plan": str,
            "kind": str,
            "record_key": str,
            "field": str,
            "value": str,
            "extracted": str,
            "state": str,
            "note": str,
            "reviewer": str,
            "corrected_at": str,
        },
        pk="id",
        not_null={"plan", "kind", "record_key", "field", "state", "corrected_at"},
    )
    table.create_index(("plan", "kind", "record_key", "field"))
