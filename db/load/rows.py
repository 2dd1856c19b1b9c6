"""Records to rows: what a plan becomes in the tables of `schema`. A function of the plan alone, so that any process can do it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, NamedTuple

from corpus.laws import number_key
from db.links import agency_mentions, likeness
from db.links import alignments as links
from db.links.issuing_unit import unit_of
from db.schema.identity import of_head
from db.views import search
from extract.records import Assignment, Deadline, Document, Evidence, LegalRef, Plan, Target
from patterns import issuers

# Tables that hang on a document, children before parents: the order in which its rows are deleted.
OWNED = (
    "searchable", "occurrences", "agency_mentions", "assignments", "legal_refs", "deadlines", "alignments", "targets", "warnings", "sections",
    "likenesses", "faults", "texts",
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
    assignments, targets, deadlines = (
        _records(identity, kind, records)
        for kind, records in (
            (Assignment, plan.assignments),
            (Target, [one for one in plan.targets if one.unit_name is None]),
            (Deadline, plan.deadlines),
        )
    )
    named, mentions = agency_mentions.of_plan(plan, identity)
    return {
        "documents": _document(identity, plan),
        "texts": Table(("document", "text"), [(identity, plan.text)]),
        "likenesses": Table(("document", "words", "sketch"), [(identity, key, sketch)]),
        "sections": _sections(identity, plan),
        "warnings": _warnings(identity, plan),
        "targets": targets,
        "alignments": Table(links.COLUMNS, links.of_plan(plan, identity)),
        "deadlines": deadlines,
        "legal_refs": _with_number_key(_records(identity, LegalRef, plan.legal_refs)),
        "assignments": assignments,
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


def _with_number_key(table: Table) -> Table:
    number = table.columns.index("number")
    return Table((*table.columns, "number_key"), [(*row, _number_key(row[number])) for row in table.rows])


def _head(plan: Plan) -> dict[str, Any]:
    return {name: _plain(getattr(plan.document, name)) for name in _names(Document)}


def _document(identity: str, plan: Plan) -> Table:
    document: Document = plan.document
    row = _head(plan) | {
        "id": identity,
        "plain_slug": document.slug,
        "media_type": plan.source.media_type,
        "reader": plan.source.reader,
        "pages": plan.source.pages,
        "characters": plan.source.characters,
        "ocr": int(any(record.ocr for record in (*plan.targets, *plan.legal_refs, *plan.assignments))),
        "sha256": plan.source.sha256,
        "version": plan.version,
        "issuer_key": issuers.identity(document.issuer) if document.issuer else None,
        "number_key": _number_key(document.number),
        "unit": unit_of(document),
    }
    row |= search.keys(row) | {"identity": of_head(row)}
    return Table(tuple(row), [tuple(row.values())])


# Fields of records that columns call otherwise: `start`, `end` and `group` are words of SQL or mean something else there.
_COLUMN = {"start": "quote_start", "end": "quote_end", "group": "subgroup"}


# What a record holds that has a table of its own; the localities that values are given to have none yet.
_APART = frozenset({"alignments", "unit_name"})


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in _APART)


def _records(document: str, kind: type[Evidence], records: Iterable[Evidence]) -> Table:
    names = _names(kind)
    columns = ("id", "document", "position", *(_COLUMN.get(name, name) for name in names))
    return Table(
        columns,
        [
            (f"{document}-{record.key}", document, position, *(_plain(getattr(record, name)) for name in names))
            for position, record in enumerate(records)
        ],
    )


def _plain(value: Any) -> Any:
    """A field as SQLite stores it: lists as JSON, truth values as 0 and 1."""
    if isinstance(value, tuple | list):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value
