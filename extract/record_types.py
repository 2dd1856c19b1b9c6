"""The types of records: what each is called, which class it is, what a reviewer may correct of it, how it is scored and stored.

Everything that treats all types alike goes over `types()`: the pipeline, a plan and its JSON, rows and tables, corrections, what a load counts,
scoring. A new type is a module of its own, with its class, its `RecordType` handed to `register` and its `finder` (`docs/architecture.md`), and one
line: its name in `MODULES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from corpus.laws import number_key
from extract.records import Assignment, Deadline, Evidence, LegalRef, Result, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A column that follows from a field: what it is made of, and how."""

    column: str
    field: str
    of: Callable[[str], str | None]


def _every(record: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RecordType:
    """A type of record.

    Args:
        name: the list in a plan, the group of spans, the attribute of a doc and the table: `legal_refs`.
        record: the class.
        label: what one is called, in Vietnamese and English.
        heading: the same in the narrow column of what a load counts; `None` where it counts none.
        editable: the fields that a reviewer may correct, in the order in which they are asked; their types say how they are typed.
        paired: fields that must agree for two records to be the same thing, `a|b` for the first of them that is there.
        scored: fields that are scored on top of that.
        overlap: how much of the shorter of two quotes must be in the other.
        table: whether the database has a table of it.
        stored: which of its records have a row there.
        derived: columns of that table that follow from fields.
        found_by: the module that registers the component that finds it.
    """

    name: str
    record: type[Evidence]
    label: tuple[str, str]
    found_by: str
    heading: tuple[str, str] | None = None
    editable: tuple[str, ...] = ()
    paired: tuple[str, ...] = ()
    scored: tuple[str, ...] = ()
    overlap: float = 0.5
    table: bool = True
    stored: Callable[[Any], bool] = _every
    derived: tuple[Derived, ...] = ()


# Modules that make a type known when they are imported. The types below are known without them, so that the site need not load grammars.
MODULES: tuple[str, ...] = ()

_TYPES: dict[str, RecordType] = {}


def register(kind: RecordType) -> RecordType:
    """Makes a type known, and gives it back.

    Raises:
        ValueError: another type has its name.
    """
    if kind.name in _TYPES and _TYPES[kind.name].record is not kind.record:
        raise ValueError(f"{kind.name}: đã có loại bản ghi này / there is such a type of records already")
    _TYPES[kind.name] = kind
    return kind


def types() -> tuple[RecordType, ...]:
    """The types in the order in which a plan lists them."""
    for module in MODULES:
        import_module(module)
    return tuple(_TYPES.values())


def of(name: str) -> RecordType:
    """The type of a name."""
    return next(kind for kind in types() if kind.name == name)


def in_tables() -> tuple[RecordType, ...]:
    """The types that the database has a table of."""
    return tuple(kind for kind in types() if kind.table)


TARGETS = register(
    RecordType(
        name="targets",
        record=Target,
        label=("chỉ tiêu", "target"),
        heading=("chỉ tiêu", "targets"),
        found_by="extract.targets.prose",
        editable=(
            "kind", "measure", "match", "comparator", "value", "value_high", "unit", "per", "total", "year", "year_from", "per_year", "change",
            "group", "baseline_value", "baseline_year", "indicator_no", "subject",
        ),
        paired=("kind", "value", "value_high", "year"),
        scored=(
            "comparator", "unit", "per", "total", "per_year", "change", "year_from", "group", "indicator_no", "objective_no", "baseline_value",
            "baseline_year", "measure",
        ),
        stored=lambda target: target.unit_name is None,
    )
)  # fmt: skip
DEADLINES = register(
    RecordType(
        name="deadlines",
        record=Deadline,
        label=("thời hạn", "deadline"),
        heading=("hạn", "due"),
        found_by="extract.deadlines",
        editable=("kind", "relation", "due", "start_date", "recurrence", "actor", "recipient"),
        paired=("due", "recurrence"),
        scored=("kind", "start", "relation", "actor", "recipient"),
    )
)
LEGAL_REFS = register(
    RecordType(
        name="legal_refs",
        record=LegalRef,
        label=("văn bản viện dẫn", "citation"),
        heading=("v.dẫn", "refs"),
        found_by="extract.legal_refs",
        editable=("doc_type", "number", "name", "issued_on", "issuer", "provision", "role"),
        paired=("number|name",),
        scored=("doc_type", "issued_on", "issuer", "provision", "role"),
        derived=(Derived(column="number_key", field="number", of=number_key),),
    )
)
ASSIGNMENTS = register(
    RecordType(
        name="assignments",
        record=Assignment,
        label=("phân công", "duty"),
        heading=("p.công", "duties"),
        found_by="extract.duties.assignments",
        editable=("agencies", "role", "partners", "indicators", "requested"),
        scored=("agencies", "role", "partners", "indicators", "requested"),
        overlap=0.8,
    )
)
RESULTS = register(
    RecordType(
        name="results",
        record=Result,
        label=("kết quả", "result"),
        heading=("k.quả", "results"),
        found_by="extract.targets.results",
        editable=(
            "comparator", "value", "value_high", "unit", "per", "total", "numerator", "denominator", "estimated", "year", "period_start",
            "period_end", "group", "as_of", "planned_value", "unit_name", "source", "agency", "note",
        ),
    )
)  # fmt: skip
