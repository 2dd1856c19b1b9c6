"""Columns that a plain text shows with runs of spaces: the official head and the signature beside `Nơi nhận`.

Nghị định 30/2020/NĐ-CP sets issuer and motto, number and date, recipients and signature side by side. A text file keeps
them on the same lines; here the left column is read first, then the right one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import regex

from extract.source import Line, LineKind, Source
from patterns import closes, heads

_GAP = regex.compile(r"(?<=\S)(?: {4,}|\t+ *)(?=\S)")
_FAR_RIGHT = 20


def in_reading_order(source: Source) -> Iterator[Line]:
    """The lines of the source, side-by-side columns one after the other."""
    block: list[Line] = []
    for line in source.lines:
        blank = line.blank_before or not source.raw[line.start : line.end].strip()
        if line.kind is not LineKind.BODY or line.complete or line.cells:
            yield from _columns(source, block)
            block = []
            yield line
            continue
        if blank:
            yield from _columns(source, block)
            block = []
        block.append(line)
    yield from _columns(source, block)


def _columns(source: Source, block: list[Line]) -> Iterator[Line]:
    """A run of lines without a blank one between: as it stands, or its left column and then its right one."""
    words = [source.raw[line.start : line.end] for line in block]
    if not any("    " in line or "\t" in line for line in words):
        yield from block
        return
    gaps = [_gap(line) for line in words]
    if not any(gaps) or not any(closes.HEAD_OR_CLOSE.search(unicodedata.normalize("NFC", line)) for line in words):
        yield from block
        return
    last = max(index for index, gap in enumerate(gaps) if gap is not None or _is_far_right(words[index])) + 1
    left, right = [], []
    for line, text, gap in zip(block[:last], words[:last], gaps[:last], strict=True):
        if gap is not None:
            left.append(replace(line, end=line.start + gap.start(), kind=LineKind.HEAD))
            right.append(replace(line, start=line.start + gap.end(), kind=LineKind.HEAD, blank_before=False))
        elif _is_far_right(text):
            right.append(replace(line, kind=LineKind.HEAD))
        else:
            left.append(replace(line, kind=LineKind.HEAD))
    yield from left
    yield from right
    yield from block[last:]


def _gap(line: str) -> regex.Match[str] | None:
    """Where a second column begins: the first wide gap that is no blank to be filled in."""
    for gap in _GAP.finditer(line):
        before, after = (
            unicodedata.normalize("NFC", line[: gap.start()]),
            unicodedata.normalize("NFC", line[gap.end() :]),
        )
        if heads.BLANK_BEFORE.search(before) is None and heads.BLANK_AFTER.match(after) is None:
            return gap
    return None


def _is_far_right(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= _FAR_RIGHT
