"""Cells of a table that name agencies: in charge, together with whom, in every way of setting them apart.

Lines of a cell come without their breaks: a name of its own that begins behind a whole one begins a line.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from patterns import agencies, agency_lists

_TOGETHER = regex.compile(r"[\s,;(–-]*(?:(?:cơ quan|đơn vị)\s)?(?:phối hợp|ph)(?:\s?:|\svới|\scùng)?\s")
_LABEL = regex.compile(
    r"[\s\-+*•–:]*(?:(?:cơ quan|đơn vị)\s[^:;]{2,60}:\s?|(?:chủ trì|thực hiện|đầu mối)\s?:\s?|chủ trì\s(?=\p{L}))?"
)
_LABELLED = regex.compile(r"(?i:cơ quan|đơn vị)\s[^:;]{2,60}:")
_ROLE_BEHIND = regex.compile(
    r"[\s,;:–-]*\((?P<role>(?:cơ quan |đơn vị )?(?:chủ trì|đầu mối|thường trực)[^()]*)\)|[,:]?\s(?:là (?:cơ quan )?đầu mối|chủ trì)(?=\s*(?:[,;]|$))"
)
_BULLET = regex.compile(r"(?:^|(?<=[\p{Ll}\p{Lu});,.]))\s*[-+*•–]\s+(?=\p{L})|\s?;\s?")
# What refers to where agencies are named, and names none.
_REFERS = regex.compile(r"(?:theo|như|xem|tùy|căn cứ)\s")


@dataclass(frozen=True, slots=True)
class Agency:
    """A name as written; `own` says that it is no general phrase."""

    words: str
    own: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Whom a cell names: in charge, and together with whom; `leads` says that it says itself who is in charge."""

    names: tuple[Agency, ...]
    partners: tuple[Agency, ...] = ()
    leads: bool = False

    @property
    def all(self) -> tuple[Agency, ...]:
        """All that it names."""
        return self.names + self.partners


def read(view: str, low: str, text: str | None = None) -> Said:
    """Whom a cell names (`low` is `view` in lower case); names are taken from `text`, the words as written.

    >>> [name.words for name in read("Sở Y tế; Thuế Nam Định", "sở y tế; thuế nam định").names]
    ['Sở Y tế', 'Thuế Nam Định']
    """
    written = view if text is None else text
    together = _TOGETHER.search(low)
    end = together.start() if together is not None else len(low)
    partners = _names(view, low, written, together.end(), len(low)) if together is not None else []
    leads = "chủ trì" in low[:end] or "đầu mối" in low[:end]
    return Said(tuple(_names(view, low, written, 0, end)), tuple(partners), leads)


def _names(view: str, low: str, text: str, start: int, end: int) -> list[Agency]:
    out: list[Agency] = []
    for first, last in _pieces(view, start, end):
        label = _LABEL.match(low, first, last)
        at = label.end() if label is not None else first
        if _REFERS.match(low, at, last) is None:
            out += _of_piece(view, low, text, at, last)
    return out


def _pieces(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a cell between semicolons and bullets; a dash in a name parts nothing."""
    out: list[tuple[int, int]] = []
    at = start
    for mark in _BULLET.finditer(view, start, end):
        begins = agency_lists.begins(view, mark.end()) or _LABELLED.match(view, mark.end()) is not None
        if ";" in mark[0] or mark.start() == start or begins:
            out.append((at, mark.start()))
            at = mark.end()
    return [(first, last) for first, last in [*out, (at, end)] if view[first:last].strip(" .,;:-")]


def _of_piece(view: str, low: str, text: str, start: int, end: int) -> list[Agency]:
    """The agencies of a part: roles in brackets left out, lines set apart."""
    names: list[Agency] = []
    at = start
    while at < end:
        while at < end and view[at] in " ,.&":
            at += 1
        until = _end_of_line(view, at, end)
        role = _ROLE_BEHIND.search(low, at, until)
        stop = role.start() if role is not None else until
        for name in agency_lists.fill(view, at, stop):
            names.append(Agency(_closed(name.text(text)), agencies.starts(view, name.start)))
        at = role.end() if role is not None else until
    return [name for name in names if any(character.isalpha() for character in name.words)]


def _end_of_line(view: str, at: int, end: int) -> int:
    """Where the first line of words ends: behind a whole name, where another begins with its head word and nothing between."""
    names = agencies.parse(view, at, end) if agencies.starts(view, at) else []
    for name in names[-1:]:
        if view[name.end : name.end + 1] == " " and agency_lists.begins(view, name.end + 1):
            return name.end
    return end


def _closed(words: str) -> str:
    """A name without the end of a bracket that it does not open."""
    return words if words.count("(") >= words.count(")") else words.rstrip(") ")
