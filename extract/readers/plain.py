"""Plain text and Markdown: the decoded file itself, line by line, with pipe tables as rows and form feeds as pages."""

from __future__ import annotations

import codecs
import unicodedata
from collections import deque
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import regex

from extract.errors import UnknownKind
from extract.readers import legacy, pipes
from extract.readers.leftovers import without_leftovers
from extract.readers.side_by_side import laid_out, with_open_rows
from extract.readers.tabbed import with_tabbed_rows
from extract.source import Line, LineKind, Source
from patterns.pages import PAGE_NUMBER_OF_TEXT
from patterns.syllables import OWN_LETTER, impossible_share

# Marks that only Markdown has: emphasis, headings, the rule below the head of a table, footnotes.
_MARKDOWN = regex.compile(r"\*\*\S|^\s*#{1,6}\s+\S|^\s*\|.*\|\s*$|\[\^\w+\]", regex.MULTILINE)
_SIGNS = ("**", "#", "|", "[^")  # one of which such a text has
_RULE_ROW = regex.compile(r"\|?[\s:|+-]*-{2,}[\s:|+-]*\|?")
_PIPES = regex.compile(r"(?<!\\)\|")
_FOOTNOTE = regex.compile(r"\[\^\w+\]:")
# Control characters that no text has but by accident.
_CONTROL = regex.compile(r"[\x00-\x08\x0e-\x1f]")
# What stands for bytes that cannot be read; one in so many characters at most.
GAP = "\N{REPLACEMENT CHARACTER}"
_FEW = 500
_BEYOND_ASCII = regex.compile(r"[^\x00-\x7f]")


def read(data: bytes) -> Source:
    """The source of a text file.

    Raises:
        UnknownKind: the bytes are no text in a known encoding.
    """
    raw = decode(data)
    if raw is None:
        raise UnknownKind(
            "không phải văn bản UTF-8, UTF-16, Windows-1258, TCVN3 hay VNI; hãy lưu lại dạng UTF-8 / no text in a known encoding; save it as UTF-8"
        )
    raw = _with_line_ends(raw)
    markdown = any(sign in raw for sign in _SIGNS) and _MARKDOWN.search(raw) is not None
    lines = _lines(raw)
    pages = raw.count("\f") + 1 if "\f" in raw.strip("\f\n") else None
    return Source(raw, lines, "text/markdown" if markdown else "text/plain", "plain", pages, markdown)


# Line ends and tabs that were written out (`\\r\\n`), as a program prints them inside a string.
_WRITTEN_OUT = regex.compile(r"(?:\\r)?\\n|\\r(?!\w)|\\t(?!\w)")
_FEWEST_WRITTEN_OUT = 3


def _with_line_ends(raw: str) -> str:
    """The text with the line ends that are written out in it made real, of the same length; others as they are."""
    if "\\n" not in raw or len(_WRITTEN_OUT.findall(raw)) < max(_FEWEST_WRITTEN_OUT, raw.count("\n") // 2):
        return raw
    return _WRITTEN_OUT.sub(lambda match: ("\n" if "n" in match[0] else "\t").rjust(len(match[0]), "\t"), raw)


@lru_cache(maxsize=1)  # asked once for the kind of a file and once for its words
def decode(data: bytes) -> str | None:
    """The words of the bytes, line ends as they stand; `None` where they are no text.

    A byte order mark decides; without one UTF-8 is tried, UTF-16 where every other byte is zero, then Windows-1258, whose
    accents stand behind their letters, and the encodings of before Unicode (`extract.readers.legacy`), where Vietnamese
    syllables come out. A few wrong bytes do not make another kind of file of a text: `GAP` stands in their places.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return modern(_decoded(data, encoding))
    if data.count(0) > len(data) // 10:
        even = data[::2].count(0) > data[1::2].count(0)
        return modern(_decoded(data, "utf-16-be" if even else "utf-16-le"))
    unicode = _decoded(data, "utf-8")
    # Text in another encoding has more gaps than letters beyond ASCII when it is read as UTF-8.
    if unicode is not None and (gaps := unicode.count(GAP)) * 20 <= len(_BEYOND_ASCII.findall(unicode)) - gaps:
        return modern(unicode)
    found = _decoded(data, "cp1258")
    if found is not None:
        composed = unicodedata.normalize("NFC", found)
        if len(OWN_LETTER.findall(composed)) * 60 > len(composed) and impossible_share(composed[:20000]) < 0.1:
            return found
    western = _decoded(data, "latin-1")
    if western is not None:
        western = _western(western)
    convert = legacy.converter(western) if western is not None else None
    if convert is not None and western is not None:
        return convert(western)
    return modern(unicode)


def modern(text: str | None) -> str | None:
    """A decoded text, its words made Unicode where they were typed in an old font and saved as if they were not."""
    convert = legacy.converter(text) if text is not None else None
    return convert(text) if convert is not None and text is not None else text


def _western(text: str) -> str:
    """Latin-1 as Windows has it: `‰`, dashes and quotation marks where Latin-1 has controls."""
    return text.translate({code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)})


def _decoded(data: bytes, encoding: str) -> str | None:
    """The words of the bytes, `GAP` where they are none of the encoding; `None` where that is at more than some places."""
    words = data.decode(encoding, "replace")
    if words.count(GAP) > 1 + len(words) // _FEW:
        return None
    head = words[:20000]
    return None if len(_CONTROL.findall(head)) > len(head) // 100 else words


def _lines(raw: str) -> tuple[Line, ...]:
    out: list[Line] = []
    page = 1 if "\f" in raw.strip("\f\n") else None
    rebuilt = pipes.read(raw)
    rows = deque(rebuilt.rows)
    at, blank, table, last, covered = 0, False, -1, -1, 0
    in_table = False
    for piece in raw.splitlines(keepends=True):
        start, at = at, at + len(piece)
        while rows and rows[0].start < at:
            row = rows.popleft()
            table, last = table + (row.table != last), row.table
            out.append(Line(row.start, row.end, page, LineKind.ROW, row.cells, blank, table=table))
            covered, blank, in_table = row.end, False, False
        words = piece.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        begin = start + words.index("|") + 1 if rebuilt.rows and start + words.find("|") in rebuilt.bars else start
        kind, cells = (None, ()) if start < covered else _kind(raw[begin : start + len(words)], begin)
        if kind is None:
            blank, in_table = blank or start >= covered, False
        else:
            if cells and not in_table:
                table += 1
            in_table = bool(cells) or (in_table and kind is LineKind.FURNITURE)
            out.append(Line(begin, start + len(words), page, kind, cells, blank, table=table if in_table else None))
            blank = words.endswith("  ")  # two spaces at the end are Markdown's line break
        if piece.endswith("\f") and page is not None:
            page += 1
    out = _with_notes(raw, with_tabbed_rows(raw, out) if raw.count("\t") > 3 else out)
    return _without_running_heads(raw, without_leftovers(raw, list(laid_out(raw, with_open_rows(raw, out)))))


# A note that stands by itself: its mark in brackets; the words of the text have the same mark behind them.
_NOTE = regex.compile(r"\s*(?P<mark>\[\d{1,3}\])\s*(?=[\p{L}\d\"“])")

_CALL = regex.compile(r"[^\s\[]\s?(\[\d{1,3}\])")


def _with_notes(raw: str, lines: list[Line]) -> list[Line]:
    """The lines, those of notes (`[1] …`, up to a blank line) as what they are, wherever they stand."""
    called: dict[str, int] = {}  # mark → where it first stands behind a word
    for call in _CALL.finditer(raw):
        called.setdefault(call[1], call.start())
    if not called:
        return lines
    out: list[Line] = []
    noted = False
    for line in lines:
        match = _NOTE.match(raw, line.start, line.end) if line.kind is LineKind.BODY else None
        if match is not None:
            noted = called.get(match["mark"], line.start) < line.start
        else:
            noted = noted and line.kind is LineKind.BODY and not line.blank_before
        out.append(replace(line, kind=LineKind.FOOTNOTE, joins=match is None) if noted else line)
    return out


def _without_running_heads(raw: str, lines: list[Line]) -> tuple[Line, ...]:
    """The lines with those marked as furniture that stand beside page numbers, or first on a page, again and again in the same words."""
    beside: dict[str, set[int]] = {}
    for at in range(1, len(lines)):
        before, line = lines[at - 1], lines[at]
        turns = before.kind is LineKind.FURNITURE or (line.page or 1) != (before.page or 1)
        for place in {at if turns else -1, at - 1 if line.kind is LineKind.FURNITURE else -1} - {-1}:
            if lines[place].kind is LineKind.BODY:
                beside.setdefault(raw[lines[place].start : lines[place].end].strip(), set()).add(place)
    heads = {place for places in beside.values() if len(places) > 1 for place in places}
    return tuple(replace(line, kind=LineKind.FURNITURE) if at in heads else line for at, line in enumerate(lines))


def _kind(words: str, start: int) -> tuple[LineKind | None, tuple[tuple[int, int], ...]]:
    """What a line is, with its cells; `None` for a blank one."""
    bare = words.strip()
    if not bare:
        return None, ()
    if bare.startswith("|") and bare.endswith("|") and len(bare) > 1:
        if _RULE_ROW.fullmatch(bare) is not None:
            return LineKind.FURNITURE, ()
        return LineKind.ROW, _cells(words, start)
    if PAGE_NUMBER_OF_TEXT.fullmatch(bare) is not None:
        return LineKind.FURNITURE, ()
    if _FOOTNOTE.match(bare) is not None:
        return LineKind.FOOTNOTE, ()
    return LineKind.BODY, ()


def _cells(words: str, start: int) -> tuple[tuple[int, int], ...]:
    pipes = [match.start() for match in _PIPES.finditer(words)]
    out = []
    for left, right in pairwise(pipes):
        cell = words[left + 1 : right]
        begin = left + 1 + len(cell) - len(cell.lstrip())
        end = left + 1 + len(cell.rstrip())
        out.append((start + begin, start + max(begin, end)))
    return tuple(out)
