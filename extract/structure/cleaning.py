"""A line of a source → its words: marks of Markdown dropped, white space made one space, letters composed.

Words are pieces, each with the range of the raw source that it came from; whatever is dropped has none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

# A piece of clean text and the range of the raw source that it came from.
Piece = tuple[str, int, int]

# Characters that are not seen: hyphens that show at a line's end only, joiners, marks of byte order.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Spaces other than the one that words are set apart by; a line end counts inside a cell of a table.
_ODD_SPACES = r"\t\n\v\f\r\x85\xa0\u2000-\u200a\u2028\u2029\u202f\u3000"
# What is not a word of the document: emphasis marks, heading marks, marks of footnotes, escapes, breaks inside cells.
_MARKS = regex.compile(
    r"\*+|\[\^\w+\]:?|\\(?=[-*_#.|>+()\[\]])|<br\s*/?>"
    r"|(?<!\w)_{1,2}(?=\w[^_\n]*[\w.]_{1,2}(?!\w))|(?<=(?<!\w)_{1,2}\w[^_\n]*[\w.])_{1,2}(?!\w)"  # in pairs: `VX_(VA)` has none
    rf"|[{_UNSEEN}]+|\s{{2,}}|[{_ODD_SPACES}]|-{{5,}}",
    regex.IGNORECASE,
)
_SPACES = regex.compile(rf"[{_UNSEEN}]+|\s{{2,}}|[{_ODD_SPACES}]")
_SPACE_MARK = regex.compile(r"<br\s*/?>|\s|-{5,}", regex.IGNORECASE)
# Without these a line has no marks, as nearly every line.
_MARK_SIGNS = ("*", "_", "[", "<", "\\", "-----")
_LIST_MARK = regex.compile(r"\s*\*(?=\s+[^\s*])\s")
HEADING_MARK = regex.compile(r"\s*#{1,6}\s+")
# A letter and the marks that were set apart from it.
_CLUSTER = regex.compile(r"\P{M}\p{M}+")


def clean(raw: str, start: int, end: int, *, markdown: bool, composed: bool) -> list[Piece]:
    """The words of `raw[start:end]`, marks dropped and every run of white space made one space."""
    pieces: list[Piece] = []
    if markdown and (heading := HEADING_MARK.match(raw, start, end)) is not None:
        start = heading.end()
    at = start
    line = raw[start:end]
    marked = markdown and any(sign in line for sign in _MARK_SIGNS)
    if composed and not marked:
        words = line.strip(" ")
        if " ".join(words.split()) == words and not any(sign in words for sign in _UNSEEN):
            at += len(line) - len(line.lstrip(" "))
            return [(words, at, at + len(words))] if words else []
    if marked and (item := _LIST_MARK.match(raw, start, end)) is not None:
        at = start = item.end() - 1  # its star is the sign of an item, and no emphasis
        pieces.append(("*", at - 1, at))
    for match in (_MARKS if marked else _SPACES).finditer(raw, start, end):
        if match.start() > at:
            pieces.append((raw[at : match.start()], at, match.start()))
        if _stands_for_space(raw, match):
            pieces.append((" ", match.start(), match.end()))
        at = match.end()
    if at < end:
        pieces.append((raw[at:end], at, end))
    if not composed:
        pieces = [part for piece in pieces for part in _compose(*piece)]
    return _strip(pieces)


def _stands_for_space(raw: str, match: regex.Match[str]) -> bool:
    """Whether what is dropped set two words apart: white space, and a space of no width where two words would run together."""
    if _SPACE_MARK.match(match[0]) is not None:
        return True
    if match[0][0] not in "\u200b\ufeff":
        return False
    before, after = raw[match.start() - 1 : match.start()], raw[match.end() : match.end() + 1]
    return (before.islower() and after.isupper()) or (before in {",", ";", ":"} and after.isalpha())


def _compose(words: str, start: int, end: int) -> Iterator[Piece]:
    """A piece in NFC: whole where it is so already, else one piece for each cluster that changes."""
    if unicodedata.is_normalized("NFC", words):
        yield words, start, end
        return
    at = 0
    for match in _CLUSTER.finditer(words):
        if match.start() > at:
            yield words[at : match.start()], start + at, start + match.start()
        yield unicodedata.normalize("NFC", match.group()), start + match.start(), start + match.end()
        at = match.end()
    if at < len(words):
        yield unicodedata.normalize("NFC", words[at:]), start + at, end


def _strip(pieces: list[Piece]) -> list[Piece]:
    """Pieces without white space at either end and without two spaces in a row."""
    out: list[Piece] = []
    for words, start, end in pieces:
        at_space = not out or out[-1][0].endswith(" ")
        skip = len(words) - len(words.lstrip(" ")) if at_space else 0
        if skip and end - start == len(words):
            words, start = words[skip:], start + skip
        elif skip:
            words = words[skip:]
        if words:
            out.append((words, start, end))
    while out and out[-1][0].endswith(" "):
        words, start, end = out.pop()
        kept = words.rstrip(" ")
        if kept:
            out.append((kept, start, start + len(kept) if end - start == len(words) else end))
    return out
