"""What of a head does not fit together: the fields that carry a doubt, and the warning that says why."""

from __future__ import annotations

from dataclasses import dataclass

import regex
from rapidfuzz.distance import Levenshtein

from extract.head.header import Header
from extract.records import Document, PlanWarning
from patterns import documents


@dataclass(frozen=True, slots=True)
class Doubts:
    """Names of fields of `Document`, and why they are in doubt."""

    fields: tuple[str, ...] = ()
    warnings: tuple[PlanWarning, ...] = ()


_PARTS = regex.compile(r"[-/.]")
# The kind of issuer → how the part of the symbol that names it begins.
_BODY_OF = {"people_committee": "UBND", "people_council": "HĐND"}


def doubts_of(document: Document, head: Header) -> Doubts:
    """The doubts about the number: of another type, another body or another year than the rest of the head."""
    why = _number(document, head)
    if why is None:
        return Doubts()
    shown = document.number or document.symbol
    return Doubts(
        ("number",),
        (
            PlanWarning(
                code="number-doubtful",
                message=f"số, ký hiệu {shown} {why[0]}; kiểm tra lại / the number {shown} {why[1]}; check it",
            ),
        ),
    )


def _number(document: Document, head: Header) -> tuple[str, str] | None:
    if head.symbol is None:
        return None
    first, *rest = _PARTS.split(head.symbol)
    kinds = set(documents.TYPES.values())
    if first in kinds and document.doc_type in kinds and not _akin(first, document.doc_type or ""):
        return f"không khớp loại văn bản {document.doc_type}", f"does not fit a document of type {document.doc_type}"
    wanted = _BODY_OF.get(document.issuer_kind or "")
    if wanted is not None and any(Levenshtein.distance(part, wanted) == 1 for part in rest):
        return "có ký hiệu cơ quan đọc không rõ", "names a body that may be misread"
    if head.number_year is not None and head.issued_on and head.issued_on[:4] != head.number_year:
        return "khác năm ban hành", "has another year than the date"
    return None


def _akin(one: str, other: str) -> bool:
    """Whether two types may share a number: a joint plan is a plan."""
    return one.startswith(other) or other.startswith(one)
