"""The schema: one migration a change, applied in order when a database is opened.

Ids are text and derive from content, so that any order of loading gives the same rows. What each table and column means
stands in `descriptions.toml`, which Datasette shows and a test holds against this module.
"""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

migrations = Migrations("kehoach")

# What every record of a plan has beside its own fields.
_EVIDENCE: dict[str, Any] = {
    "id": str,
    "document": str,
    "position": int,
    "section": str,
    "page": int,
    "quote": str,
    "quote_start": int,
    "quote_end": int,
    "confidence": float,
    "ocr": int,
    "key": str,
}


def _table(
    db: Database,
    name: str,
    columns: dict[str, Any],
    *,
    pk: str | tuple[str, ...] = "id",
    keys: tuple[tuple[str, str, str], ...] = (),
    not_null: set[str] | None = None,
    indexes: tuple[tuple[str, ...], ...] = (),
) -> None:
    table: Table = db.table(name)
    table.create(columns, pk=pk, foreign_keys=keys, not_null=not_null or set())
    for index in indexes:
        table.create_index(index)


@migrations()
def programmes(db: Database) -> None:
    """National programmes as data."""
    _table(
        db,
        "programmes",
        {
            "id": str,
            "number": str,
            "issued_on": str,
            "issuer": str,
            "title_vi": str,
            "title_en": str,
            "period_start": int,
            "period_end": int,
        },
        not_null={"number", "title_vi"},
    )
    _table(
        db,
        "measures",
        {
            "code": str,
            "position": int,
            "indicator": int,
            "objective": int,
            "objective_vi": str,
            "objective_en": str,
            "short_vi": str,
            "name_vi": str,
            "name_en": str,
            "direction": str,
            "unit": str,
            "per": int,
            "per_year": int,
            "change": str,
            "levels": str,
        },
        pk="code",
        not_null={"name_vi", "direction", "unit"},
    )
    _table(
        db,
        "milestones",
        {
            "id": str,
            "programme": str,
            "measure": str,
            "year": int,
            "year_from": int,
            "subgroup": str,
            "comparator": str,
            "value": float,
            "value_high": float,
        },
        keys=(("programme", "programmes", "id"), ("measure", "measures", "code")),
        not_null={"programme", "measure", "value"},
        indexes=(("measure", "year"), ("programme",)),
    )


@migrations()
def documents(db: Database) -> None:
    """Plans and the files that they came from."""
    _table(
        db,
        "documents",
        {
            "id": str,
            "slug": str,
            "plain_slug": str,
            "title": str,
            "doc_type": str,
            "number": str,
            "symbol": str,
            "issuer": str,
            "issuer_kind": str,
            "level": str,
            "province": str,
            "district": str,
            "commune": str,
            "issued_on": str,
            "period_start": int,
            "period_end": int,
            "plan_kind": str,
            "status": str,
            "signer": str,
            "signer_title": str,
            "recipients": str,
            "media_type": str,
            "reader": str,
            "pages": int,
            "characters": int,
            "ocr": int,
            "sha256": str,
            "version": str,
            "issuer_key": str,
            "number_key": str,
        },
        not_null={"sha256", "version"},
        indexes=(
            ("slug",),
            ("level", "province", "district"),
            ("issuer_key",),
            ("period_start",),
            ("sha256",),
        ),
    )
    _table(
        db,
        "files",
        {
            "path": str,
            "sha256": str,
            "size": int,
            "outcome": str,
            "error": str,
            "message": str,
            "document": str,
            "version": str,
            "seconds": float,
            "offered_at": str,
        },
        pk="path",
        keys=(("document", "documents", "id"),),
        not_null={"outcome", "offered_at"},
        indexes=(("sha256",), ("outcome",), ("document",)),
    )
    _table(
        db,
        "texts",
        {"document": str, "text": str},
        pk="document",
        keys=(("document", "documents", "id"),),
        not_null={"text"},
    )
    _table(
        db,
        "sections",
        {
            "id": str,
            "document": str,
            "position": int,
            "path": str,
            "label": str,
            "title": str,
            "role": str,
            "text_start": int,
            "text_end": int,
        },
        keys=(("document", "documents", "id"),),
        not_null={"document"},
        indexes=(("document", "position"),),
    )
    _table(
        db,
        "warnings",
        {
            "id": str,
            "document": str,
            "position": int,
            "code": str,
            "message": str,
            "quote": str,
            "quote_start": int,
            "quote_end": int,
        },
        keys=(("document", "documents", "id"),),
        not_null={"document", "code"},
        indexes=(("document", "position"), ("code",)),
    )


@migrations()
def records(db: Database) -> None:
    """What the plans say: the four record types, each with its evidence."""
    _record(
        db,
        "targets",
        {
            "kind": str,
            "measure": str,
            "match": str,
            "measure_score": float,
            "indicator_no": int,
            "objective_no": int,
            "subject": str,
            "subgroup": str,
            "comparator": str,
            "value": float,
            "value_high": float,
            "unit": str,
            "per": int,
            "total": float,
            "counted": str,
            "year": int,
            "year_from": int,
            "per_year": int,
            "change": str,
            "baseline_value": float,
            "baseline_year": int,
            "agencies": str,
        },
        keys=(("measure", "measures", "code"),),
        indexes=(("measure", "year"),),
    )
    _record(
        db,
        "deadlines",
        {
            "kind": str,
            "relation": str,
            "due": str,
            "start_date": str,
            "recurrence": str,
            "actor": str,
            "recipient": str,
        },
        indexes=(("due",),),
    )
    _record(
        db,
        "legal_refs",
        {
            "doc_type": str,
            "number": str,
            "name": str,
            "issued_on": str,
            "issuer": str,
            "provision": str,
            "role": str,
            "number_key": str,
        },
    )
    _record(
        db,
        "assignments",
        {"agencies": str, "role": str, "partners": str, "indicators": str, "requested": int},
    )


def _record(
    db: Database,
    name: str,
    columns: dict[str, Any],
    *,
    keys: tuple[tuple[str, str, str], ...] = (),
    indexes: tuple[tuple[str, ...], ...] = (),
) -> None:
    _table(
        db,
        name,
        {**_EVIDENCE, **columns},
        keys=(("document", "documents", "id"), *keys),
        not_null={"document", "quote", "key"},
        indexes=(("document", "position"), *indexes),
    )


@migrations()
def computed(db: Database) -> None:
    """What is computed after a load and stored: which plan carries out which, and how values compare."""
    _table(
        db,
        "cascades",
        {
            "id": str,
            "child": str,
            "parent": str,
            "programme": str,
            "basis": str,
            "reference": str,
            "parent_label": str,
            "parent_issuer": str,
            "parent_issued_on": str,
        },
        keys=(
            ("child", "documents", "id"),
            ("parent", "documents", "id"),
            ("programme", "programmes", "id"),
            ("reference", "legal_refs", "id"),
        ),
        not_null={"child", "basis", "parent_label"},
        indexes=(("child",), ("parent",), ("reference",)),
    )
    _table(
        db,
        "comparisons",
        {
            "id": str,
            "document": str,
            "programme": str,
            "measure": str,
            "year": int,
            "year_basis": str,
            "subgroup": str,
            "target": str,
            "comparator": str,
            "value": float,
            "value_high": float,
            "unit": str,
            "per": int,
            "conversion": str,
            "stance": str,
            "reason": str,
            "milestone": str,
            "difference": float,
            "difference_percent": float,
            "parent": str,
            "parent_target": str,
            "parent_value": float,
            "parent_stance": str,
            "parent_difference": float,
        },
        keys=(
            ("document", "documents", "id"),
            ("programme", "programmes", "id"),
            ("measure", "measures", "code"),
            ("target", "targets", "id"),
            ("milestone", "milestones", "id"),
            ("parent", "documents", "id"),
            ("parent_target", "targets", "id"),
        ),
        not_null={"document", "programme", "measure", "stance"},
        indexes=(
            ("document", "measure"),
            ("measure", "stance"),
            ("stance",),
            ("target",),
            ("parent_target",),
            ("parent",),
        ),
    )


@migrations()
def doubts(db: Database) -> None:
    """Numbers that two readings of a scan disagree about, on the records that rest on them."""
    for name in ("targets", "deadlines", "legal_refs", "assignments"):
        db.table(name).add_column("doubt", str)


@migrations()
def genres(db: Database) -> None:
    """What each document is: a plan, a report, a letter …; what was loaded before counts as a plan until it is read again."""
    db.table("documents").add_column("genre", str, not_null_default="plan")


@migrations()
def alignments(db: Database) -> None:
    """What each target means in each programme, and the words that it takes to say so again."""
    for name in ("clause", "above"):
        db.table("targets").add_column(name, str)
    _table(
        db,
        "alignments",
        {
            "id": str,
            "document": str,
            "target": str,
            "programme": str,
            "measure": str,
            "match": str,
            "score": float,
        },
        keys=(("document", "documents", "id"), ("target", "targets", "id"), ("programme", "programmes", "id")),
        not_null={"document", "target", "programme", "measure"},
        indexes=(("document",), ("target",), ("programme", "measure")),
    )


@migrations()
def doubtful_heads(db: Database) -> None:
    """Fields of the head that do not fit together or are not in the tables."""
    db.table("documents").add_column("doubts", str)
