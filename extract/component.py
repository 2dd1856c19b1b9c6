"""What every component of the pipeline uses: the outline of a doc, evidence of a record, records and warnings on the doc."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Span

from extract.records import LISTS, AnyRecord, PlanWarning, with_keys
from extract.structure import outline as outlines
from extract.structure import text as texts


def _register_extensions() -> None:
    for name, default in (
        ("outline", None),
        ("document", None),
        ("warnings", None),
        *((kind, None) for kind in LISTS),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


_register_extensions()


def outline_of(doc: Doc) -> outlines.Outline:
    """The outline of a doc; a doc made from a bare string gets one from its lines."""
    if doc._.outline is None:
        doc._.outline = outlines.build(texts.from_string(doc.text))
    outline: outlines.Outline = doc._.outline
    return outline


def set_records(doc: Doc, kind: str, records: Iterable[AnyRecord]) -> None:
    """Puts the records of one type on the doc, in reading order, with keys, and their spans under the same name."""
    ordered = sorted(records, key=lambda record: (record.start, record.end))
    kept = with_keys(ordered, kind)
    setattr(doc._, kind, kept)
    spans = (doc.char_span(r.start, r.end, label=kind, alignment_mode="expand") for r in kept)
    doc.spans[kind] = [span for span in spans if isinstance(span, Span)]


def add_warnings(doc: Doc, warnings: Iterable[PlanWarning]) -> None:
    """Adds warnings to those that the doc has."""
    doc._.warnings = (*(doc._.warnings or ()), *warnings)


def impossible_date(start: int, end: int) -> PlanWarning:
    """The warning that a date at `text[start:end]` is in no calendar, so that its record holds only what of it exists, or none."""
    return PlanWarning(
        code="date-does-not-exist",
        message="ngày không có trong lịch; kiểm tra lại với bản gốc / no such date in the calendar; check the original",
        start=start,
        end=end,
    )


def evidence(outline: outlines.Outline, start: int, end: int) -> dict[str, Any]:
    """The evidence fields of a record that stands at `text[start:end]`, white space at its ends left out."""
    text = outline.text.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    block = outline.block_at(start)
    return {
        "quote": text[start:end],
        "start": start,
        "end": end,
        "page": outline.text.page_at(start),
        "section": outline.path(block),
        "ocr": outline.text.is_ocr(start, end),
    }
