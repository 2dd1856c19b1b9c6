"""The pipeline: one tokenizer and one spaCy component for each record type, assembled here.

`nlp = build()` gives a spaCy `Language`; a user can add, drop or replace a component by its name, put a trained one
beside ours, or add ours to another pipeline (`docs/spacy.md`). `nlp.pipe(...)` takes strings or the docs of `make_doc`. Each component
reads `doc._.outline` (and through it the text) and writes labelled spans to `doc.spans[<record type>]` and records to `doc._.<record type>`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from corpus.files import Found
from extract import recognised, record_types
from extract.component import PREFIX, outline_of
from extract.errors import EmptyFile
from extract.opening import data_of
from extract.privacy import refuse_secrets
from extract.records import Document, Plan, PlanWarning, SourceInfo
from extract.source import Note
from extract.structure import outline as outlines
from extract.structure import text as texts
from extract.structure.text import Text
from extract.tokenizer import TOKENIZER


def components() -> tuple[str, ...]:
    """The components of the whole pipeline: the head, those of the types of records, and what reads their records."""
    found = (kind.name for kind in record_types.types())
    return tuple(PREFIX + name for name in ("document", *found, "alignment", "silence"))


def build(*, only: Sequence[str] | None = None) -> Language:
    """A pipeline with all components, or with those named, in that order."""
    for module in ("extract.head.document", "extract.alignment", "extract.silence"):
        import_module(module)  # they register themselves
    for kind in record_types.types():
        import_module(kind.found_by)

    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.max_length = 50_000_000
    for name in components() if only is None else only:
        nlp.add_pipe(name)
    return nlp


def make_doc(nlp: Language, text: Text) -> Doc:
    """A doc of a text with its outline: what the components read."""
    doc = nlp.make_doc(text.text)
    doc._.outline = outlines.build(text)
    return doc


class Shared:
    """Pipelines of this process, built once each: building costs more than a document."""

    _nlp: Language | None = None

    @classmethod
    def nlp(cls) -> Language:
        """The pipeline with all components."""
        if cls._nlp is None:
            cls._nlp = build()
        return cls._nlp


def extract_file(path: Path, *, shown_path: str | None = None) -> Plan:
    """The plan of a file.

    Raises:
        ReadError: the file is missing, empty, damaged, encrypted, of no known kind, or has no text.
    """
    return extract_found(Found(path, shown_path or str(path)))


def extract_found(found: Found) -> Plan:
    """The plan of a file that `extract.containers.unpacked` gave.

    Raises:
        ReadError: as `extract_file`.
    """
    return extract_bytes(data_of(found), path=found.shown)


def extract_bytes(data: bytes, *, path: str) -> Plan:
    """The plan of the bytes of a file; `path` is what `source.path` shows and only its ending is ever looked at."""
    from extract import readers

    source = readers.read(data, path)
    refuse_secrets(source)
    text = texts.build(source)
    if not text.text.strip():
        raise EmptyFile("tệp không có chữ nào; kiểm tra lại tệp / the file has no words; check the file")
    info = SourceInfo(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=source.media_type,
        pages=source.pages,
        characters=len(text.text),
        reader=source.reader,
    )
    nlp = Shared.nlp()
    doc = make_doc(nlp, text)
    doc = nlp(doc)
    notes = tuple(_noted(note, text) for note in source.notes)
    return recognised.settled(plan_of(doc, info, notes), outline_of(doc))


def _noted(note: Note, text: Text) -> PlanWarning:
    """What the reader notes as a warning, at the place in the text where it stands."""
    place = text.ranges_of(note.at, note.at + 1)[:1] if note.at is not None else []
    start, end = place[0] if place else (None, None)
    return PlanWarning(code=note.code, message=note.message, start=start, end=end)


def plan_of(doc: Doc, info: SourceInfo, notes: tuple[PlanWarning, ...] = ()) -> Plan:
    """The plan that a processed doc holds; its warnings in reading order, those without a place first."""
    from extract.version import version

    outline = outline_of(doc)
    found = sorted(doc._.warnings or (), key=lambda one: (one.start is not None, one.start or 0))
    return Plan(
        source=info,
        document=doc._.document or Document(),
        text=outline.text.text,
        sections=outline.sections(),
        records={kind.name: getattr(doc._, kind.name) or () for kind in record_types.types()},
        warnings=(*notes, *found),
        version=version(),
    )
