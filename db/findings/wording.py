"""How findings say values, dates and documents: Vietnamese for people, short English for both sides of a comparison."""

from __future__ import annotations

from typing import Any

from db.comparison.stances import number, unit_words
from db.views.words import COMPARATORS, DOCUMENT_TYPES

Row = dict[str, Any]

# Comparators as a sentence says them, with the value behind.
_COMPARATORS = {"<": "dưới ", "<=": "không quá ", ">": "trên ", ">=": "ít nhất "}


def value_vi(
    value: float | None,
    *,
    high: float | None = None,
    comparator: str | None = None,
    unit: str | None = None,
    per: int | None = None,
    total: float | None = None,
) -> str:
    """A value as Vietnamese write it; a count with the `total` that it is of.

    >>> value_vi(9.5, comparator="<", unit="per", per=1000), value_vi(2, high=3, comparator="range", unit="percent")
    ('<9,5/1.000', '2–3%')
    >>> value_vi(16, unit="count", total=24)
    '16/24'
    """
    span = number(value) if high is None else f"{number(value)}–{number(high)}"
    span += f"/{number(total)}" if total is not None and unit == "count" else ""
    return f"{COMPARATORS.get(comparator or '=', '')}{span}{unit_words(unit, per)}"


def value_in_words(value: float | None, *, comparator: str | None = None, **others: Any) -> str:
    """A value as a sentence of an official letter says it; arguments as those of `value_vi`.

    >>> value_in_words(9.5, comparator="<", unit="per", per=1000), value_in_words(90, comparator=">=", unit="percent")
    ('dưới 9,5/1.000', 'ít nhất 90%')
    """
    return _COMPARATORS.get(comparator or "", "") + value_vi(value, **others)


def off_vi(difference: float, *, unit: str | None, per: int | None) -> str:
    """How far a value is off another: above it or below.

    >>> off_vi(-0.5, unit="percent", per=None), off_vi(5, unit="per", per=100000), off_vi(2, unit="count", per=None)
    ('thấp hơn 0,5 điểm phần trăm', 'cao hơn 5/100.000', 'cao hơn 2')
    """
    of = " điểm phần trăm" if unit == "percent" else unit_words(unit, per)
    return f"{'cao' if difference > 0 else 'thấp'} hơn {number(round(abs(difference), 2))}{of}"


def value_en(
    value: float | None, *, high: float | None = None, unit: str | None = None, per: int | None = None, year: Any = None
) -> str:
    """A value as short English text.

    >>> value_en(75.0, unit="per", per=100000, year=2025), value_en(9.0, unit="percent")
    ('75 per 100000 by 2025', '9%')
    """
    if value is None:
        return "no value"
    words = f"{value:g}" if high is None else f"{value:g} to {high:g}"
    words += "%" if unit == "percent" else f" per {per}" if unit == "per" and per else ""
    return words + (f" by {year}" if year else "")


def type_vi(doc_type: str | None) -> str:
    """The word for a type of document, `văn bản` where it is unknown."""
    return DOCUMENT_TYPES.get(doc_type or "", "văn bản")


def document_vi(row: Row) -> str:
    """A cited document or a plan as people name it: `Quyết định số 23/QĐ-TTg`, `Luật Trẻ em`."""
    if row.get("name"):
        return str(row["name"])
    if row.get("number"):
        return f"{type_vi(row.get('doc_type'))} số {row['number']}"
    return str(row.get("title") or type_vi(row.get("doc_type")))


def said_vi(row: Row) -> str:
    """The value of a comparison as the plan itself says it."""
    return value_in_words(
        row["said_value"],
        high=row["said_high"],
        comparator=row["said_comparator"],
        unit=row["said_unit"],
        per=row["said_per"],
    )


def asked_vi(row: Row) -> str:
    """What the programme asks in a comparison."""
    return value_in_words(
        row["asked_value"],
        high=row["asked_value_high"],
        comparator=row["asked_comparator"],
        unit=row["unit"],
        per=row["per"],
    )


def year_vi(year: int | None) -> str:
    """` năm 2025`, or nothing."""
    return f" năm {year}" if year else ""
