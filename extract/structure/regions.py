"""Regions of a document: which part of it each paragraph belongs to.

They follow Nghị định 30/2020/NĐ-CP: the head (issuer, motto, number, place and date), the title, the opening that says what the
plan rests on and carries out, the body, the recipients, the signature, annexes.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import regex

from extract.source import LineKind
from extract.structure.text import Text
from patterns import documents, headings
from patterns.headings import LabelKind


class Region(Enum):
    """Which part of the document a paragraph belongs to."""

    OUTSIDE = "outside"  # what a web page or a neighbour adds around the document
    HEADER = "header"
    TITLE = "title"
    OPENING = "opening"
    BODY = "body"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ANNEX = "annex"
    FOOTNOTE = "footnote"


_RECIPIENTS = regex.compile(r"nơi nhận\s*:?")
_SIGNATURE = regex.compile(
    r"(?:tm|kt|tl|tuq|q)\s*\.\s*\p{L}|(?:t/m|k/t|t/l)\s\p{L}|(?:phó |quyền )?(?:chủ tịch|giám đốc|chánh văn phòng|cục trưởng|bộ trưởng|thủ tướng|bí thư|"
    r"trưởng (?:phòng|ban)|chủ nhiệm|hiệu trưởng|thứ trưởng)(?: |$|\))"
)
ANNEX_TITLE = regex.compile(r"(?:phụ lục|biểu mẫu|biểu số|danh mục|bảng phân công|mẫu số)\b")
_FIRST_SECTION = (
    LabelKind.PART,
    LabelKind.CHAPTER,
    LabelKind.ROMAN,
    LabelKind.CAPITAL,
    LabelKind.ARTICLE,
    LabelKind.DECIMAL,
)


def regions_of(text: Text) -> list[Region]:
    """The region of each paragraph; a decision and the plan that it encloses are read one after the other."""
    paragraphs = text.paragraphs
    lows = [text.lower[p.start : p.end] for p in paragraphs]
    regions = [Region.BODY] * len(paragraphs)
    head = _first(lows, lambda low: documents.HEAD.search(low) is not None, 60)
    title = _title(text, lows, 0 if head is None else head)
    first = _first_section(text, lows, title)
    enclosed = _enclosed(text, lows, title)
    for index in range(len(paragraphs)):
        if paragraphs[index].kind is LineKind.FOOTNOTE:
            regions[index] = Region.FOOTNOTE
        elif title is not None and index < title:
            regions[index] = Region.HEADER if head is None or index >= head else Region.OUTSIDE
        elif index < first:
            regions[index] = Region.TITLE if title is not None else Region.HEADER
    if title is not None:
        _mark_opening(text, lows, regions, title, first)
    _mark_closing(text, lows, regions, first, enclosed or len(lows))
    if enclosed is not None:
        own = _first_section(text, lows, enclosed)
        for index in range(enclosed, own):
            regions[index] = Region.OPENING
        _mark_closing(text, lows, regions, own, len(lows))
    return regions


_KINDS_THAT_ENCLOSE = ("quyết định", "nghị quyết", "công văn", "chỉ thị")
_ENCLOSED_BY = regex.compile(
    r"\(?\s*(?:được\s+)?(?:ban hành\s+)?kèm theo\s+(?:quyết định|nghị quyết|công văn|chỉ thị|tờ trình)"
)


def _enclosed(text: Text, lows: list[str], title: int | None) -> int | None:
    """The title of the plan that a decision encloses: a title of another type behind the decision's signature."""
    if title is None or not lows[title].lstrip(" \"'").startswith(_KINDS_THAT_ENCLOSE):
        return None
    own = next(kind for kind in _KINDS_THAT_ENCLOSE if lows[title].lstrip(" \"'").startswith(kind))
    signed = False
    for index in range(title + 1, len(lows)):
        signed = signed or (len(lows[index]) < 60 and _SIGNATURE.match(lows[index]) is not None)
        paragraph = text.paragraphs[index]
        if paragraph.cells or lows[index].lstrip().startswith(own):
            continue
        if documents.TITLE_LINE.match(text.view, paragraph.start, paragraph.end) is None:
            continue
        if signed or any(_ENCLOSED_BY.match(low) for low in lows[index + 1 : index + 6]):
            return index
    return None


def _first(lows: list[str], test: Callable[[str], bool], limit: int) -> int | None:
    return next((index for index, low in enumerate(lows[:limit]) if test(low)), None)


def _title(text: Text, lows: list[str], head: int) -> int | None:
    """The paragraph that names the type of the document: alone on its line, or in capitals before the subject."""
    for index in range(head, min(len(lows), head + 60)):
        paragraph = text.paragraphs[index]
        if paragraph.cells and not documents.HEAD.search(lows[index]):
            continue
        if documents.TITLE_LINE.match(text.view, paragraph.start, paragraph.end) is not None:
            return index
        found = headings.label(text.view[paragraph.start : paragraph.end])
        if found is not None and found.kind in _FIRST_SECTION and head > 0:
            return None
    return None


def _first_section(text: Text, lows: list[str], title: int | None) -> int:
    """The first heading after the title, one without a label only behind an opening; the number of paragraphs where there is none."""
    start = 0 if title is None else title + 1
    numbered = is_numbered(text)
    opened = False
    for index in range(start, len(lows)):
        paragraph = text.paragraphs[index]
        if paragraph.cells:
            continue
        line = text.view[paragraph.start : paragraph.end]
        found = headings.label(line)
        if found is not None and found.kind in _FIRST_SECTION:
            return index
        if opened and headings.bare(line, bold=paragraph.bold, numbered=numbered) is LabelKind.HEADING:
            return index
        opened = opened or (documents.OPENING.match(lows[index]) is not None and not line.isupper())
    return len(lows)


def is_numbered(text: Text) -> bool:
    """Whether a plan numbers its headings (`I.`, `1.`, `Điều 1.`); a plan that does not sets them in capitals or in bold."""
    labels = (
        headings.label(text.view[paragraph.start : paragraph.start + 40])
        for paragraph in text.paragraphs
        if not paragraph.cells and paragraph.kind is LineKind.BODY
    )
    return any(label is not None and label.kind in _FIRST_SECTION for label in labels)


_CITES = regex.compile(r"\d+\s*/\s*\S*\p{Lu}\S*|\d+-\p{Lu}")


def _mark_opening(text: Text, lows: list[str], regions: list[Region], title: int, first: int) -> None:
    """What stands between title and first section: the title's own lines, then the opening."""
    for index in range(title + 1, first):
        paragraph = text.paragraphs[index]
        cites = _CITES.search(text.view, paragraph.start, paragraph.end) is not None
        own_line = index == title + 1 and not cites and not lows[index].endswith((":", ";"))
        closes = lows[index].endswith((":", ";", ".", ","))
        authority = documents.AUTHORITY.fullmatch(text.view, paragraph.start, paragraph.end) is not None
        opens = documents.OPENING.match(lows[index]) is not None and (cites or closes)
        if authority or (not own_line and (len(lows[index]) > 330 or opens)):
            for later in range(index, first):
                if regions[later] is Region.TITLE:
                    regions[later] = Region.OPENING
            return


def _mark_closing(text: Text, lows: list[str], regions: list[Region], first: int, count: int) -> None:
    """Recipients, signature, annexes, and what a web page adds after them, up to paragraph `count`."""
    nodes_from = min(first, count)
    starts = [i for i in range(nodes_from, count) if _RECIPIENTS.match(lows[i]) is not None]
    signature = _last_signature(lows[:count], regions, starts[-1] if starts else nodes_from)
    index = min([i for i in (starts[-1] if starts else None, signature) if i is not None], default=None)
    if index is None:
        return
    state = Region.RECIPIENTS
    signed = False
    for at in range(index, count):
        if regions[at] is Region.FOOTNOTE:
            continue
        low, paragraph = lows[at], text.paragraphs[at]
        if _RECIPIENTS.match(low) is not None:
            state = Region.RECIPIENTS
        elif state is not Region.ANNEX and _SIGNATURE.match(low) is not None:
            state, signed = Region.SIGNATURE, True
        elif signed and state is not Region.ANNEX and (paragraph.cells or ANNEX_TITLE.match(low) is not None):
            state = Region.ANNEX
        elif state is Region.SIGNATURE and headings.label(low) is not None and low.startswith("-"):
            state = Region.RECIPIENTS
        elif state is Region.SIGNATURE and signed and len(low) > 60 and at > index + 3:
            state = Region.OUTSIDE
        regions[at] = state


def _last_signature(lows: list[str], regions: list[Region], start: int) -> int | None:
    return next(
        (
            index
            for index in range(start, len(lows))
            if len(lows[index]) < 60 and _SIGNATURE.match(lows[index]) is not None and regions[index] is Region.BODY
        ),
        None,
    )
