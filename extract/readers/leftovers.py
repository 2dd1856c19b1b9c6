"""What a portal leaves behind a document: related documents, notices, invitations to log in. It is no part of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.source import Line, LineKind
from patterns import portals
from patterns.headings import LabelKind, label
from patterns.heads import names_only_type

# Labels that a list of links does not have.
_OF_A_DOCUMENT = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.ANNEX, LabelKind.ROMAN, LabelKind.CAPITAL,
                  LabelKind.ARTICLE, LabelKind.DECIMAL, LabelKind.LETTER)  # fmt: skip


def without_leftovers(raw: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, those from the first line of a portal on marked as furniture that no part of a document follows."""
    begin = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        words = raw[line.start : line.end].strip(" *_#\t")
        if line.kind is LineKind.FURNITURE:
            continue
        if line.kind is not LineKind.BODY or _of_a_document(words):
            break
        if portals.is_portals(words):
            begin = at
    if begin < len(lines) / 3:
        return list(lines)
    return [*lines[:begin], *(replace(line, kind=LineKind.FURNITURE) for line in lines[begin:])]


def _of_a_document(words: str) -> bool:
    found = label(words)
    if found is not None and found.kind in _OF_A_DOCUMENT:
        return True
    title = len(words) < 40 and names_only_type(words) and not words.startswith("THÔNG BÁO")
    return title or portals.CLOSE.match(words) is not None
