"""Regions of a document: which part of it each paragraph belongs to.

They follow Nghị định 30/2020/NĐ-CP: the head (issuer, motto, number, place and date), the title, the opening that says what the
plan rests on and carries out, the body, the recipients, the signature, annexes.
"""

from __future__ import annotations

from enum import Enum
from typing import get_args

from extract.source import LineKind
from extract.structure import zones
from extract.structure.text import Text
from extract.vocabulary import PartRole
from patterns import annexes, closes, documents, headings, heads, line_ends


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

    @property
    def role(self) -> PartRole:
        """What its paragraphs belong to, where they stand in no section."""
        return _ROLES[self.value]


_ROLES: dict[str, PartRole] = {role: role for role in get_args(PartRole)}


def regions_of(text: Text) -> list[Region]:
    """The region of each paragraph; a decision and the plan that it encloses are read one after the other."""
    lows = [text.lower[p.start : p.end] for p in text.paragraphs]
    finder = zones.Finder(text)
    found = finder.zones()
    enclosed = _enclosed(text, lows, found)
    regions = [Region.OUTSIDE] * found.start
    regions += [Region.HEADER] * (found.title - found.start) + [Region.TITLE] * (found.opening - found.title)
    regions += [Region.OPENING] * (found.first - found.opening) + [Region.BODY] * (len(lows) - found.first)
    if found.first == len(lows):
        _end_opening(lows, regions, found.opening)
    for index, paragraph in enumerate(text.paragraphs):
        if paragraph.kind is LineKind.FOOTNOTE:
            regions[index] = Region.FOOTNOTE
    first = found.first if found.first < len(lows) else found.opening
    _mark_closing(text, lows, regions, first, enclosed or len(lows))
    if enclosed is not None:
        own = finder.first_section(enclosed + 1)
        for index in range(enclosed, own):
            regions[index] = Region.OPENING
        _mark_closing(text, lows, regions, own, len(lows))
    return regions


def _end_opening(lows: list[str], regions: list[Region], opening: int) -> None:
    """Where no heading follows, the opening ends behind the sentence that says what follows, else behind the grounds."""
    grounds = opening
    for index in range(opening, len(lows)):
        if line_ends.SAYS_WHAT_FOLLOWS.search(lows[index]) is not None:
            regions[index + 1 :] = [Region.BODY] * (len(lows) - index - 1)
            return
        if documents.OPENING.match(lows[index].lstrip(" -*+")) is not None and grounds == index:
            grounds = index + 1
    regions[grounds:] = [Region.BODY] * (len(lows) - grounds)


_KINDS_THAT_ENCLOSE = ("quyết định", "nghị quyết", "công văn", "chỉ thị")


def _enclosed(text: Text, lows: list[str], found: zones.Zones) -> int | None:
    """The title of the plan that a decision encloses: a title of another type behind the decision's signature."""
    kind = heads.type_at(text.view[text.paragraphs[found.title].start :][:80]) if found.typed else None
    own = kind[0] if kind is not None else "công văn"
    if own not in _KINDS_THAT_ENCLOSE or found.start == found.opening:
        return None
    signed = False
    for index in range(found.title + 1, len(lows)):
        signed = signed or (len(lows[index]) < 60 and closes.SIGNATURE.match(lows[index]) is not None)
        paragraph = text.paragraphs[index]
        if paragraph.cells or lows[index].lstrip().startswith(own):
            continue
        if heads.names_type(text.view[paragraph.start : paragraph.end]) == 0:
            continue
        if signed or any(heads.ENCLOSED_BY.match(low) for low in lows[index + 1 : index + 6]):
            return index
    return None


def _mark_closing(text: Text, lows: list[str], regions: list[Region], first: int, count: int) -> None:
    """Recipients, signature, annexes, and what a web page adds after them, up to paragraph `count`."""
    nodes_from = min(first, count)
    starts = [i for i in range(nodes_from, count) if closes.RECIPIENTS.match(lows[i]) is not None]
    signature = _last_signature(lows[:count], regions, starts[-1] if starts else nodes_from)
    if starts and signature is None:
        signature = _signature_above(text, regions, nodes_from, starts[-1])
    index = min([i for i in (starts[-1] if starts else None, signature) if i is not None], default=None)
    if index is None:
        return
    state = Region.RECIPIENTS
    signed = False
    for at in range(index, count):
        if regions[at] is Region.FOOTNOTE:
            continue
        low, paragraph = lows[at], text.paragraphs[at]
        if closes.RECIPIENTS.match(low) is not None:
            state = Region.RECIPIENTS
            signed = signed or any(closes.SIGNATURE.match(text.lower, *cell) is not None for cell in paragraph.cells)
        elif state is not Region.ANNEX and closes.SIGNATURE.match(low) is not None:
            state, signed = Region.SIGNATURE, True
        elif signed and state is not Region.ANNEX and (paragraph.cells or annexes.TITLE.match(low) is not None):
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
            if len(lows[index]) < 60
            and closes.SIGNATURE.match(lows[index]) is not None
            and regions[index] is Region.BODY
        ),
        None,
    )


# Lines of a signature at most, and the length of one.
_SIGNATURE_LINES = 12
_LONGEST_OF_SIGNATURE = 80


def _signature_above(text: Text, regions: list[Region], first: int, recipients: int) -> int | None:
    """Where a signature begins that stands above the recipients: an office in capitals, and short lines from there on."""
    found = None
    for index in range(recipients - 1, max(first, recipients - _SIGNATURE_LINES) - 1, -1):
        paragraph = text.paragraphs[index]
        line = text.view[paragraph.start : paragraph.end].strip()
        if len(line) > _LONGEST_OF_SIGNATURE or paragraph.cells or regions[index] is not Region.BODY:
            break
        if headings.label(line) is not None:
            break
        if line.isupper() and closes.SIGNATURE.match(text.lower, paragraph.start, paragraph.end) is not None:
            found = index
    return found
