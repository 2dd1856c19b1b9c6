"""Records to rows: what a plan becomes in the tables of `schema`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from corpus.laws import number_key
from extract.records import Document, Evidence, Plan
from patterns import issuers

Row = dict[str, Any]

# Tables that hang on a document, children before parents: the order in which its rows are deleted.
OWNED = ("agency_mentions", "assignments", "legal_refs", "deadlines", "targets", "warnings", "sections", "texts")


def document_id(sha256: str) -> str:
    """The id of the document of a file: the first digits of its fingerprint."""
    return sha256[:16]


def _number_key(number: str | None) -> str | None:
    return number_key(number) if number else None


def of_plan(plan: Plan) -> dict[str, list[Row]]:
    """The rows of a plan by table, `documents` among them."""
    identity = document_id(plan.source.sha256)
    rows: dict[str, list[Row]] = {
        "documents": [_document(identity, plan)],
        "texts": [{"document": identity, "text": plan.text}],
        "sections": [
            {
                "id": f"{identity}-s{position}",
                "document": identity,
                "position": position,
                "path": section.path,
                "label": section.label,
                "title": section.title,
                "role": section.role,
                "text_start": section.start,
                "text_end": section.end,
            }
            for position, section in enumerate(plan.sections)
        ],
        "warnings": [
            {
                "id": f"{identity}-w{position}",
                "document": identity,
                "position": position,
                "code": warning.code,
                "message": warning.message,
                "quote": plan.text[warning.start : warning.end] if warning.start is not None else None,
                "quote_start": warning.start,
                "quote_end": warning.end,
            }
            for position, warning in enumerate(plan.warnings)
        ],
    }
    for kind in ("targets", "deadlines", "legal_refs", "assignments"):
        rows[kind] = [_record(identity, position, record) for position, record in enumerate(getattr(plan, kind))]
    for row in rows["legal_refs"]:
        row["number_key"] = _number_key(row["number"])
    return rows


def _document(identity: str, plan: Plan) -> Row:
    document: Document = plan.document
    row = _plain(asdict(document))
    return row | {
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
    }


def _record(document: str, position: int, record: Evidence) -> Row:
    row = _plain(asdict(record))
    row["quote_start"], row["quote_end"] = row.pop("start"), row.pop("end")
    if "group" in row:
        row["subgroup"] = row.pop("group")
    return row | {"id": f"{document}-{record.key}", "document": document, "position": position}


def _plain(fields: Row) -> Row:
    """Fields as SQLite stores them: lists as JSON, truth values as 0 and 1."""
    out: Row = {}
    for name, value in fields.items():
        if isinstance(value, (list, tuple)):
            value = json.dumps(list(value), ensure_ascii=False)
        elif isinstance(value, bool):
            value = int(value)
        out[name] = value
    return out
