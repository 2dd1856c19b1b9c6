"""What a reviewer may correct: the fields of the head and of each type of records, typed as their classes type them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from db.schema.record_tables import alternatives, column, hints
from extract import record_types
from extract.record_types import RecordType
from extract.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field that may be corrected: its type, and its values where they are a closed list."""

    type: Literal["text", "number", "integer", "flag", "choice", "date", "list", "rule", "measure"]
    choices: tuple[str, ...] = ()
    required: bool = False


_HEAD = (
    "genre", "title", "number", "issuer", "level", "province", "district", "commune", "issued_on", "period_start", "period_end", "plan_kind",
    "status", "signer", "signer_title",
)  # fmt: skip


def correctable() -> Mapping[str, Mapping[str, Field]]:
    """What may be corrected, by kind of record (`documents` for the head) and column; quotes and their places are evidence and stay."""
    return _of(record_types.in_tables())


@lru_cache(maxsize=1)
def _of(kinds: tuple[RecordType, ...]) -> dict[str, dict[str, Field]]:
    found = {kind.name: _fields(kind.record, kind.editable) for kind in kinds if kind.editable}
    return {"documents": _fields(Document, _HEAD), **found}


def _fields(kind: type[Any], names: tuple[str, ...]) -> dict[str, Field]:
    known = hints(kind)
    return {column(name): _field(known[name]) for name in names}


_PLAIN: dict[Any, Field] = {
    str: Field(type="text"), float: Field(type="number"), int: Field(type="integer"), bool: Field(type="flag"), tuple: Field(type="list"),
}  # fmt: skip


def _field(hint: Any) -> Field:
    """How a field of some type is typed: a code of a vocabulary, a day, a number …; a code must be there where a record always has one."""
    kinds = alternatives(hint)
    own = next(one for one in kinds if one is not NoneType)
    if get_origin(own) is Literal:
        return Field(type="choice", choices=get_args(own), required=NoneType not in kinds)
    if get_origin(own) is Annotated:
        return Field(type=own.__metadata__[0])
    return _PLAIN[get_origin(own) or own]
