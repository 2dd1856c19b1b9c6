"""Sentences and clauses of a paragraph: what stands between full stops, and between semicolons."""

from __future__ import annotations

import regex

from patterns import line_ends

_MARK = regex.compile(r"[;()\[\]]|\.(?=\s+[\p{Lu}\"'])|(?<=[^\d]):(?=\s)|[!?](?=\s)")


def split(view: str, low: str, start: int, end: int, marks: str = ".!?") -> list[tuple[int, int]]:
    """The parts of `view[start:end]` that the given marks end, brackets kept whole, white space and marks left out."""
    parts: list[tuple[int, int]] = []
    depth = 0
    at = start
    for match in _MARK.finditer(view, start, end):
        mark = match.group()
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif mark in marks and depth == 0:
            if (
                mark == "."
                and line_ends.ABBREVIATION.search(low, max(start, match.start() - 8), match.start()) is not None
            ):
                continue
            parts.append((at, match.start()))
            at = match.end()
    parts.append((at, end))
    return [trimmed for part in parts if (trimmed := trim(view, *part)) is not None]


_EDGE = " \n,;:./"


def trim(text: str, start: int, end: int, *, marks: str = _EDGE) -> tuple[int, int] | None:
    """The range without white space and marks at its ends; `None` where nothing is left."""
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks and not text.endswith("...", start, end):
        end -= 1
    return (start, end) if start < end else None
