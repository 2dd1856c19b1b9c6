"""The document fields of a plan: genre, issuer, number, date, title, period, signer and recipients, put together from the rooms beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import regex
from spacy.language import Language
from spacy.tokens import Doc

from extract.component import add_warnings, impossible_date, outline_of
from extract.head import doubts, enclosing, genre, header, issuer, signer, title
from extract.head.header import Header
from extract.head.issuer import Issuer
from extract.privacy import named_children
from extract.records import Document, PlanWarning
from extract.structure.outline import Outline, stage
from extract.structure.regions import Region
from extract.vocabulary import Genre
from patterns.fold import slug


@Language.factory("kehoach_document", assigns=["doc._.document"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that reads the head, the title and the close of a plan."""
    return _component


def _component(doc: Doc) -> Doc:
    doc._.document, warnings = fields_of(outline_of(doc))
    add_warnings(doc, warnings)
    return doc


def genre_of(outline: Outline) -> Genre:
    """What the file is (`extract.vocabulary.Genre`), for every component that asks."""
    return fields_of(outline)[0].genre


@stage
def fields_of(outline: Outline) -> tuple[Document, list[PlanWarning]]:
    """The document fields of a plan, and what of them was not found or is in doubt."""
    head = enclosing.completed(outline, header.read(_lines(outline, Region.HEADER)))
    words = [outline.text.text[block.start : block.end] for block in outline.region(Region.TITLE)]
    doc_type, whole = title.read(words, head.symbol, head.about)
    years = title.period(whole or "")
    body = issuer.issuer_of(outline, head, head.issued_on or (f"{years[0]}-01-02" if years[0] else None))
    name, office = signer.signature(outline)
    document = Document(
        genre=genre.classify(outline, doc_type, whole, official=head.symbol is not None or body.name is not None),
        doc_type=doc_type,
        number=head.number,
        symbol=head.symbol,
        issuer=body.name,
        level=body.level,
        province=body.province,
        district=body.district,
        commune=body.commune,
        issued_on=head.issued_on,
        title=whole,
        period_start=years[0],
        period_end=years[1],
        signer=name,
        signer_title=office,
        recipients=signer.recipients(outline),
        status="issued" if head.number is not None and head.dated else "draft",
        plan_kind=title.plan_kind(whole or "", years),
        issuer_kind=body.kind,
        slug=_slug(body, head, doc_type, years[0]),
    )
    found = doubts.doubts_of(document, head)
    document = replace(document, doubts=tuple(dict.fromkeys((*found.fields, *body.doubts))))
    warnings = [*_missing(document), *body.warnings, *found.warnings, *_no_such_day(outline, head)]
    return document, [*warnings, *named_children(outline.text, document.genre)]


def _lines(outline: Outline, region: Region) -> list[str]:
    """The lines of a region, cells of tables apart, as they stand in the view."""
    lines = []
    for block in outline.region(region):
        spans = block.paragraph.cells or ((block.start, block.end),)
        lines += [outline.text.view[a:b].strip() for a, b in spans if a < b]
    return [line for line in lines if line]


def _missing(document: Document) -> list[PlanWarning]:
    names = {
        "doc_type": "loại văn bản / document type",
        "issuer": "cơ quan ban hành / issuer",
        "title": "trích yếu / title",
    }
    return [
        PlanWarning(code="field-missing", message=f"chưa xác định được {words}, not found")
        for field, words in names.items()
        if getattr(document, field) is None
    ]


def _no_such_day(outline: Outline, head: Header) -> list[PlanWarning]:
    at = outline.text.view.find(head.impossible) if head.impossible else -1
    return [impossible_date(at, at + len(head.impossible))] if at >= 0 else []


_FIGURES = regex.compile(r"\d+")


def _slug(body: Issuer, head: Header, doc_type: str | None, first_year: int | None) -> str | None:
    """A readable, stable address: `quang-ninh-52-kh-ubnd-2021`."""
    unit = body.commune or body.district or body.province
    figures = _FIGURES.match(head.number) if head.number is not None else None
    year = (head.issued_on or "")[:4] or (str(first_year) if first_year else "")
    parts = [unit or "", figures.group() if figures is not None else "", head.symbol or doc_type or "", year]
    return slug(" ".join(part for part in parts if part)) or None
