"""Corrections: a reviewer's value for a field of a record, kept beside what was extracted, winning wherever values are shown.

A correction hangs on the plan's address and the record's `key`, so it outlives re-extraction: after every load it is written over
the newly extracted value, before anything is computed. The record keeps what was extracted in `corrected` (JSON, field by
field); every step stays in `corrections`, the last one of a field counts.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from corpus.laws import number_key
from db.review.correctable import Field, correctable
from db.schema.database import insert, rows, transaction
from extract import record_types
from extract.record_types import Derived
from patterns import issuers

Row = dict[str, Any]


class CorrectionError(ValueError):
    """A correction cannot be kept; the message says why and what is expected."""


# Columns of the head that follow from a corrected one.
_OF_HEAD = (
    Derived(column="number_key", field="number", of=number_key),
    Derived(column="issuer_key", field="issuer", of=issuers.identity),
)


def _derived(kind: str) -> tuple[Derived, ...]:
    return _OF_HEAD if kind == "documents" else record_types.of(kind).derived


_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_VIETNAMESE_DATE = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")
_RULE = re.compile(
    r"FREQ=(YEARLY|MONTHLY|WEEKLY)(;INTERVAL=[1-9]\d?)?(;BYMONTH=([1-9]|1[0-2])(,([1-9]|1[0-2]))*)?(;BYMONTHDAY=(-1|[1-9]|[12]\d|3[01]))?"
)


def parse(db: Database, kind: str, field: str, typed: str) -> Any:
    """The value of a field as a person types it: `99,5`, `31/3/2024`, `Sở Y tế; Công an tỉnh`; empty for none.

    Raises:
        CorrectionError: the field may not be corrected, or the words are no value of it.
    """
    known = correctable().get(kind, {}).get(field)
    if known is None:
        raise CorrectionError(f"không sửa được trường {field!r} / the field {field!r} cannot be corrected")
    words = " ".join(typed.split())
    if not words:
        if known.required:
            raise CorrectionError(f"{field}: không được để trống / must not be empty")
        return "[]" if known.type == "list" else 0 if known.type == "flag" else None
    return _PARSERS[known.type](db, known, field, words)


def _text(_db: Database, _known: Field, _field: str, words: str) -> str:
    return words


def _number(_db: Database, _known: Field, field: str, words: str) -> float:
    plain = words.replace(" ", "").replace("\u00a0", "").rstrip("%")
    if "," in plain:  # Vietnamese: decimal comma, points between thousands
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(\.\d{3})+", plain):
        plain = plain.replace(".", "")
    try:
        found = float(plain)
        if math.isfinite(found):
            return found
        raise ValueError(plain)
    except ValueError:
        raise CorrectionError(f"{field}: {words!r} không phải là số, ví dụ 99,5 / no number, e.g. 99,5") from None


def _integer(db: Database, known: Field, field: str, words: str) -> int:
    found = _number(db, known, field, words)
    if not found.is_integer():
        raise CorrectionError(f"{field}: {words!r} không phải là số nguyên / no whole number")
    return int(found)


def _flag(_db: Database, _known: Field, field: str, words: str) -> int:
    if words not in ("0", "1"):
        raise CorrectionError(f"{field}: chỉ nhận 0 hoặc 1 / takes 0 or 1")
    return int(words)


def _choice(_db: Database, known: Field, field: str, words: str) -> str:
    if words not in known.choices:
        raise CorrectionError(f"{field}: {words!r} không có; có / there are: {', '.join(known.choices)}")
    return words


def _date(_db: Database, _known: Field, field: str, words: str) -> str:
    typed = _VIETNAMESE_DATE.fullmatch(words)
    if typed:
        day, month, year = typed.groups()
        words = "-".join(part.zfill(2) for part in (year, month, day) if part)
    if not _ISO.fullmatch(words):
        raise CorrectionError(f"{field}: {words!r} không phải là ngày, ví dụ 31/03/2024 / no date, e.g. 31/03/2024")
    try:
        datetime.fromisoformat(words if len(words) == 10 else f"{words}-01-01"[:10])
    except ValueError:
        raise CorrectionError(f"{field}: không có ngày {words} / no such day") from None
    return words


def _list(_db: Database, _known: Field, field: str, words: str) -> str:
    parts = [part.strip() for part in words.split(";") if part.strip()]
    if field == "indicators":
        try:
            return json.dumps([int(part) for part in parts])
        except ValueError:
            raise CorrectionError(f"{field}: các số, cách nhau bằng ; / numbers, parted by ;") from None
    return json.dumps(parts, ensure_ascii=False)


def _rule(_db: Database, _known: Field, field: str, words: str) -> str:
    if not _RULE.fullmatch(words):
        raise CorrectionError(f"{field}: ví dụ / e.g. FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20")
    return words


def _measure(db: Database, _known: Field, field: str, words: str) -> str:
    if not rows(db, "SELECT 1 FROM measures WHERE code = ?", [words]):
        raise CorrectionError(f"{field}: không có chỉ tiêu {words!r} / no measure {words!r}, e.g. 4a")
    return words


_PARSERS: dict[str, Callable[[Database, Field, str, str], Any]] = {
    "text": _text, "number": _number, "integer": _integer, "flag": _flag, "choice": _choice, "date": _date, "list": _list,
    "rule": _rule, "measure": _measure,
}  # fmt: skip


# --- keeping ---------------------------------------------------------------------------------------------------------


def correct(
    db: Database,
    kind: str,
    record: str,
    field: str,
    typed: str,
    *,
    note: str | None = None,
    reviewer: str | None = None,
) -> str:
    """Keeps a correction of a record (its id) and writes it over; gives the id of its document, which is to be derived.

    Raises:
        CorrectionError: no such record, a field that may not be corrected, or no value of it.
    """
    value = parse(db, kind, field, typed)
    row = _record(db, kind, record)
    return _keep(db, kind, row, field, "made", value, note, reviewer)


def withdraw(db: Database, kind: str, record: str, field: str, *, reviewer: str | None = None) -> str:
    """Takes a correction back, so that the extracted value counts again; gives the id of the document.

    Raises:
        CorrectionError: the field of the record is not corrected.
    """
    row = _record(db, kind, record)
    if field not in json.loads(row["corrected"] or "{}"):
        raise CorrectionError(f"{field}: không có sửa đổi nào / is not corrected")
    return _keep(db, kind, row, field, "withdrawn", None, None, reviewer)


def _record(db: Database, kind: str, record: str) -> Row:
    if kind not in correctable():
        raise CorrectionError(f"không có loại bản ghi {kind!r} / no kind of record {kind!r}")
    found = rows(db, f"SELECT * FROM {kind} WHERE id = ?", [record])
    if not found:
        raise CorrectionError(f"không có bản ghi {record!r} / no record {record!r}")
    return found[0]


def _keep(
    db: Database, kind: str, row: Row, field: str, state: str, value: Any, note: str | None, reviewer: str | None
) -> str:
    document = row["id"] if kind == "documents" else row["document"]
    known = json.loads(row["corrected"] or "{}")
    with transaction(db):
        insert(
            db,
            "corrections",
            [
                {
                    "plan": _address(db, document),
                    "kind": kind,
                    "record_key": "" if kind == "documents" else row["key"],
                    "field": field,
                    "value": json.dumps(value, ensure_ascii=False),
                    "extracted": json.dumps(known.get(field, row[field]), ensure_ascii=False),
                    "state": state,
                    "note": note or None,
                    "reviewer": reviewer,
                    "corrected_at": datetime.now(UTC).isoformat(timespec="seconds"),
                }
            ],
        )
        apply(db, [document])
    return str(document)


def _address(db: Database, document: str) -> str:
    """What corrections hang on: the identity of the document, whatever else is loaded."""
    head = rows(db, "SELECT id, identity FROM documents WHERE id = ?", [document])[0]
    return str(head["identity"] or head["id"])


# --- writing over ----------------------------------------------------------------------------------------------------


def apply(db: Database, documents: Collection[str]) -> set[str]:
    """Writes what reviewers corrected over what was extracted, for some documents; doing it twice changes nothing.

    A document has the corrections of its plan: those made on any of its versions, the last one of a field. What it has no longer
    is taken back. Gives the documents that have corrections, or had: what follows from their heads and records is to be found anew.
    """
    if not rows(db, "SELECT 1 FROM corrections LIMIT 1"):
        return set()
    return {document for document in sorted(documents) if _apply(db, document)}


# The corrections of a document and of the versions of its plan.
_OF_PLAN = """
SELECT * FROM corrections
WHERE plan IN (SELECT identity FROM documents WHERE id = :id OR plan = (SELECT plan FROM documents WHERE id = :id))
ORDER BY id
"""


def _apply(db: Database, document: str) -> bool:
    head = rows(db, "SELECT * FROM documents WHERE id = ?", [document])
    wanted: dict[tuple[str, str], Row] = {}
    found = rows(db, _OF_PLAN, {"id": document}) if head else []
    for one in found:
        if not _holds(one, head[0]):
            continue
        fields = wanted.setdefault((one["kind"], one["record_key"]), {})
        if one["state"] == "made":
            fields[one["field"]] = json.loads(one["value"])
        else:
            fields.pop(one["field"], None)
    changed = bool(found)
    for kind in correctable():
        keys = [key for of, key in wanted if of == kind]
        for row in _concerned(db, kind, document, keys):
            key = "" if kind == "documents" else row["key"]
            changed |= _write(db, kind, row, wanted.get((kind, key), {}))
    return changed


def _holds(correction: Row, head: Row) -> bool:
    """Whether a correction of a plan holds for one of its versions: that of a head for another only where the same was read of it."""
    if correction["kind"] != "documents" or correction["plan"] == head["identity"]:
        return True
    read = {**head, **json.loads(head["corrected"] or "{}")}
    return bool(read.get(correction["field"]) == json.loads(correction["extracted"] or "null"))


def _concerned(db: Database, kind: str, document: str, keys: Collection[str]) -> list[Row]:
    """The records of a kind that are corrected, or are to be."""
    if kind == "documents":
        return rows(db, "SELECT * FROM documents WHERE id = ?", [document])
    marks = ", ".join("?" * len(keys))
    sql = f"SELECT * FROM {kind} WHERE document = ? AND (corrected IS NOT NULL OR key IN ({marks}))"
    return rows(db, sql, [document, *keys])


def _write(db: Database, kind: str, row: Row, wanted: Row) -> bool:
    """Gives a record the values that are wanted, and what was extracted back to its other fields; says whether that changed it."""
    extracted = json.loads(row["corrected"] or "{}")
    fields = {name: value for name, value in extracted.items() if name not in wanted} | wanted
    kept = {name: extracted.get(name, row[name]) for name in wanted}
    changes = {name: value for name, value in fields.items() if row[name] != value}
    if not changes and kept == extracted:
        return False
    for field in list(changes):
        for one in _derived(kind):
            if one.field == field:
                changes[one.column] = one.of(changes[field]) if changes[field] else None
    changes["corrected"] = json.dumps(kept, ensure_ascii=False) if kept else None
    assigned = ", ".join(f'"{name}" = :{name}' for name in changes)
    db.conn.execute(f"UPDATE {kind} SET {assigned} WHERE id = :id", changes | {"id": row["id"]})
    return True
