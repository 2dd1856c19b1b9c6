"""Records as tables: which fields are columns, what they are called and of what type; tables of types that no migration makes."""

from __future__ import annotations

from dataclasses import fields
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sqlite_utils import Database

from extract import record_types
from extract.record_types import RecordType
from extract.records import Target

# Fields that columns call otherwise: `start`, `end` and `group` are words of SQL or mean something else there.
_COLUMN = {"start": "quote_start", "end": "quote_end", "group": "subgroup"}
# What a record holds that has a table of its own; the localities that targets are given to have none yet.
_APART: dict[type[Any], frozenset[str]] = {Target: frozenset({"alignments", "unit_name"})}
_LINKS = frozenset({"alignments"})
_NUMBERS: dict[Any, type[Any]] = {int: int, bool: int, float: float}


def stored_fields(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a class of records, or of the head of a document, that are columns."""
    return tuple(field.name for field in fields(kind) if field.name not in _APART.get(kind, _LINKS))


def column(field: str) -> str:
    """The column of a field."""
    return _COLUMN.get(field, field)


def hints(kind: type[Any]) -> dict[str, Any]:
    """The types of the fields of a class, with what is noted beside them (`extract.records.Day`)."""
    return get_type_hints(kind, include_extras=True)


def alternatives(hint: Any) -> tuple[Any, ...]:
    """The types that a field may have: `int | None` → `int`, `NoneType`."""
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def make_missing(db: Database) -> None:
    """Makes the tables of types of records that have none yet: evidence, fields, what follows from them, and `corrected`."""
    there = set(db.table_names())
    for kind in record_types.in_tables():
        if kind.name not in there:
            _make(db, kind)


def add_missing_columns(db: Database) -> None:
    """Adds the columns of fields that records have got since their tables were made; what is stored has nothing in them."""
    for kind in record_types.in_tables():
        table = db.table(kind.name)
        for name, of in columns(kind).items():
            if name not in table.columns_dict:
                table.add_column(name, of)


def columns(kind: RecordType) -> dict[str, type[Any]]:
    """The columns of the table of a type of records, with their types."""
    own = {column(name): _sql_type(hints(kind.record)[name]) for name in stored_fields(kind.record)}
    derived: dict[str, type[Any]] = dict.fromkeys((one.column for one in kind.derived), str)
    return {"id": str, "document": str, "position": int, **own, **derived, "corrected": str}


def _make(db: Database, kind: RecordType) -> None:
    db.table(kind.name).create(
        columns(kind),
        pk="id",
        foreign_keys=[("document", "documents", "id")],
        not_null={"document", "quote", "key"},
    ).create_index(("document", "position"))


def _sql_type(hint: Any) -> type[Any]:
    return next((_NUMBERS[one] for one in alternatives(hint) if one in _NUMBERS), str)
