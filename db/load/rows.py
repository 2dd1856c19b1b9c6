"""Records to rows: what a plan becomes in the tables of `schema`. A function of the plan alone, so that any process can do it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from corpus.laws import number_key
from db.links import agency_mentions, likeness, results
from db.links import alignments as links
from db.links.issuing_unit import unit_of
from db.schema.identity import of_head
from db.schema.record_tables import column, stored_fields
from db.views import search
from extract import record_types
from extract.record_types import RecordType
from extract.records import Document, Plan
from patterns import issuers


def owned() -> tuple[str, ...]:
    """The tables that hang on a document, children before parents: the order in which its rows are deleted."""
    kinds = (kind.name for kind in record_types.in_tables())
    return (
        "searchable", "occurrences", "agency_mentions", "progresses", "result_units", "result_alignments", "alignments", *kinds,
        "warnings", "sections", "likenesses", "faults", "texts",
    )  # fmt: skip


class Table(NamedTuple):
    """Rows of one table: names of the columns, and their values row by row."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def document_id(sha256: str) -> str:
    """The id of the document of a file: the first digits of its fingerprint."""
    return sha256[:16]


def _number_key(number: str | None) -> str | None:
    return number_key(number) if number else None


def of_plan(plan: Plan) -> dict[str, Table]:
    """The rows of a plan by table, `documents` first, in an order in which they can be inserted."""
    identity = document_id(plan.source.sha256)
    key, sketch = likeness.sketch(plan.text)
    named, mentions = agency_mentions.of_plan(plan, identity)
    return {
        "documents": _document(identity, plan),
        "texts": Table(("document", "text"), [(identity, plan.text)]),
        "likenesses": Table(("document", "words", "sketch"), [(identity, key, sketch)]),
        "sections": _sections(identity, plan),
        "warnings": _warnings(identity, plan),
        **{kind.name: _records(identity, kind, plan) for kind in record_types.in_tables()},
        "alignments": Table(links.COLUMNS, links.of_plan(plan, identity)),
        "result_alignments": Table(results.COLUMNS, results.of_plan(plan, identity)),
        "agencies": Table(agency_mentions.COLUMNS, named),
        "agency_mentions": Table(agency_mentions.MENTION_COLUMNS, mentions),
        "searchable": Table(search.COLUMNS, [search.row(identity, _head(plan), plan.text)]),
    }


def _sections(identity: str, plan: Plan) -> Table:
    columns = ("id", "document", "position", "path", "label", "title", "role", "text_start", "text_end")
    return Table(
        columns,
        [
            (
                f"{identity}-s{position}",
                identity,
                position,
                one.path,
                one.label,
                one.title,
                one.role,
                one.start,
                one.end,
            )
            for position, one in enumerate(plan.sections)
        ],
    )


def _warnings(identity: str, plan: Plan) -> Table:
    columns = ("id", "document", "position", "code", "message", "quote", "quote_start", "quote_end")
    return Table(
        columns,
        [
            (
                f"{identity}-w{position}",
                identity,
                position,
                one.code,
                one.message,
                plan.text[one.start : one.end] if one.start is not None else None,
                one.start,
                one.end,
            )
            for position, one in enumerate(plan.warnings)
        ],
    )


def _head(plan: Plan) -> dict[str, Any]:
    return {name: _plain(getattr(plan.document, name)) for name in stored_fields(Document)}


def _document(identity: str, plan: Plan) -> Table:
    document: Document = plan.document
    row = _head(plan) | {
        "id": identity,
        "plain_slug": document.slug,
        "media_type": plan.source.media_type,
        "reader": plan.source.reader,
        "pages": plan.source.pages,
        "characters": plan.source.characters,
        "ocr": int(any(one.ocr for found in plan.records.values() for one in found)),
        "sha256": plan.source.sha256,
        "version": plan.version,
        "issuer_key": issuers.identity(document.issuer) if document.issuer else None,
        "number_key": _number_key(document.number),
        "unit": unit_of(document),
    }
    row |= search.keys(row) | {"identity": of_head(row)}
    return Table(tuple(row), [tuple(row.values())])


def _records(document: str, kind: RecordType, plan: Plan) -> Table:
    """The rows of the records of a type, in reading order."""
    names = stored_fields(kind.record)
    columns = ("id", "document", "position", *map(column, names), *(one.column for one in kind.derived))
    kept = [record for record in plan.records.get(kind.name, ()) if kind.stored(record)]
    return Table(
        columns,
        [
            (
                f"{document}-{record.key}",
                document,
                position,
                *(_plain(getattr(record, name)) for name in names),
                *(one.of(value) if (value := getattr(record, one.field)) else None for one in kind.derived),
            )
            for position, record in enumerate(kept)
        ],
    )


def _plain(value: Any) -> Any:
    """A field as SQLite stores it: lists as JSON, truth values as 0 and 1."""
    if isinstance(value, tuple | list):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value
