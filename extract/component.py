"""What every component of the pipeline uses: the outline of a doc, evidence of a record, records and warnings on the doc.

A component is a spaCy factory called `kehoach_<what it finds>`; `pyproject.toml` names it as an entry point, so that any pipeline takes it
by `nlp.add_pipe`. It needs nothing before it but what `needed` asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract import stored  # noqa: F401  (it registers itself)
from extract.record_types import RecordType
from extract.records import AnyRecord, PlanWarning, with_keys
from extract.structure import outline as outlines
from extract.structure import text as texts


def _register_extension(name: str, *, default: bool | None = None) -> None:
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=default)


for _name in ("outline", "document", "warnings"):
    _register_extension(_name)
# Whether the outline's text is the doc's own, character for character.
_register_extension("verbatim", default=True)


def outline_of(doc: Doc) -> outlines.Outline:
    """The outline of a doc; a doc made from a bare string gets one from its lines."""
    if doc._.outline is None:
        text = texts.from_string(doc.text)
        doc._.outline = outlines.build(text)
        doc._.verbatim = text.text == doc.text
    outline: outlines.Outline = doc._.outline
    return outline


PREFIX = "kehoach_"
Factory = Callable[[Language, str, str], Callable[[Doc], Doc]]


Find = Callable[[outlines.Outline], tuple[Iterable[AnyRecord], Iterable[PlanWarning]]]


def finder(kind: RecordType, find: Find[AnyRecord]) -> Factory:
    """Registers the factory `kehoach_<name>` of a component that finds the records of one type, and gives it back.

    Its setting `spans_key` is the group of `doc.spans` that gets a span for each record.
    """

    def create(nlp: Language, name: str, spans_key: str) -> Callable[[Doc], Doc]:
        return partial(_component, kind=kind.name, find=find, spans_key=spans_key)

    _register_extension(kind.name)
    Language.factory(
        PREFIX + kind.name,
        default_config={"spans_key": kind.name},
        assigns=[f"doc._.{kind.name}", "doc.spans"],
        func=create,
    )
    return create


# A component is a function of a module, so that a pipeline may be sent to another process.
def _component(doc: Doc, *, kind: str, find: Find[AnyRecord], spans_key: str) -> Doc:
    records, warnings = find(outline_of(doc))
    set_records(doc, kind, records, spans_key)
    add_warnings(doc, warnings)
    return doc


class ComponentMissing(ValueError):
    """A component reads what another one finds, and that one has not run; the message says what to add, and where."""


def records_on(doc: Doc, kind: str) -> tuple[Any, ...] | None:
    """The records of a type on a doc; `None` where nothing has looked for them."""
    return getattr(doc._, kind) if doc.has_extension(kind) else None


def needed(doc: Doc, component: str, *kinds: str) -> None:
    """Sees to it that the records of some types were looked for before a component that reads them.

    Raises:
        ComponentMissing: some were not.
    """
    missing = [PREFIX + kind for kind in kinds if records_on(doc, kind) is None]
    if missing:
        adding = "; ".join(f'nlp.add_pipe("{one}", before="{component}")' for one in missing)
        raise ComponentMissing(
            f"{component} cần {', '.join(missing)} chạy trước / {component} reads what {', '.join(missing)} finds: {adding}"
        )


def set_records(doc: Doc, kind: str, records: Iterable[AnyRecord], spans_key: str) -> None:
    """Puts the records of one type on the doc, in reading order, with keys, and a span for each, in the same order, in a group of spans.

    The offsets of a record are those of the plan's text, to the character; its span has the whole tokens that it touches.
    """
    text = outline_of(doc).text
    ordered = sorted(records, key=lambda record: (record.start, record.end))
    kept = with_keys(ordered, kind)
    setattr(doc._, kind, kept)
    places = ((r.start, r.end) if doc._.verbatim else _in_source(text, r.start, r.end) for r in kept)
    spans = (doc.char_span(start, end, label=kind, alignment_mode="expand") for start, end in places)
    doc.spans[spans_key] = [span for span in spans if isinstance(span, Span)]


def _in_source(text: texts.Text, start: int, end: int) -> tuple[int, int]:
    """The range of the string that the doc was made of: blank lines, say, stand there and not in the plan's text."""
    ranges = text.raw_ranges(start, end)
    return ranges[0][0], ranges[-1][1]


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
