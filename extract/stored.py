"""Records inside a doc that spaCy writes as bytes: `Doc.to_bytes`, `DocBin(store_user_data=True)`, `nlp.pipe(n_process=…)`.

spaCy packs what a doc holds with msgpack, which asks these functions about what it does not know itself. An outline is not kept: it is made
of the doc's text again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from srsly import msgpack_decoders, msgpack_encoders

from extract import record_types
from extract.records import Document, Evidence, PlanWarning, TargetAlignment
from extract.structure.outline import Outline

_MARK = "__kehoach__"
_BESIDE_RECORDS: tuple[type[Any], ...] = (Document, PlanWarning, TargetAlignment)


@msgpack_encoders("kehoach")  # type: ignore[untyped-decorator]
def encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """A record as a mapping that says which class it is of; what is none of ours goes down the chain."""
    if isinstance(value, Evidence | Document | PlanWarning | TargetAlignment):
        return {_MARK: type(value).__name__, **{one.name: getattr(value, one.name) for one in fields(value)}}
    if isinstance(value, Outline):
        return None
    return value if chain is None else chain(value)


@msgpack_decoders("kehoach")  # type: ignore[untyped-decorator]
def decode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """The record that such a mapping was; msgpack knows no tuples, records know no lists."""
    if _MARK in value:
        known = {kind.__name__: kind for kind in (*_BESIDE_RECORDS, *(one.record for one in record_types.types()))}
        kind = known[value[_MARK]]
        return kind(**{name: _tuples(one) for name, one in value.items() if name != _MARK})
    return value if chain is None else chain(value)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
