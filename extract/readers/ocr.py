"""Scanned pages: made ready, recognised, their numbers read a second time.

A number that is read wrongly looks like any other, so every word with a digit is cut out and read again, by other data in
another setting; where the two readings differ, the record that rests on it says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import reduce
from multiprocessing import parent_process

import numpy as np
import regex
from PIL import Image

from extract.readers import grids, ruled, scans, tesseract
from extract.readers.grids import Grid
from extract.readers.pages import NO_WORDS, Page, PageLine, Piece, Table, Words, type_box
from extract.readers.scans import Grey
from extract.readers.tesseract import Line, Word
from patterns.syllables import impossible_share

# A page whose words are this bad and this many may stand on its head.
_BAD_SHARE = 0.35
# Gaps between words of a line from which on they belong to two columns, in type sizes.
_GAP = 1.15
_NUMBER = regex.compile(r"\d")
# Signs for one letter: recognition gives both capital đ and the Icelandic letter that looks like it, at times one after the other.
_ETH = regex.compile("[ĐÐ]*Ð[ĐÐ]*")
# What recognition makes of specks and of what is left of lines.
_SPECKS = regex.compile(r"[^\p{L}\p{N}]+")


@dataclass(frozen=True, slots=True)
class Picture:
    """A page to be recognised: its number, its picture, the pixels of the picture to the inch."""

    number: int
    image: Image.Image
    dpi: float


@dataclass(slots=True)
class _Read:
    """A page whose words are recognised and whose numbers wait for their second reading."""

    number: int
    width: float
    height: float
    dpi: float
    lines: list[Line]
    tables: list[tuple[Grid, dict[tuple[int, int], list[Line]]]] = field(default_factory=list)
    crops: list[tuple[Word, Grey]] = field(default_factory=list)


def jobs() -> int:
    """How many pages are recognised at a time: one inside a worker of a pool, else one for each core."""
    return 1 if parent_process() is not None else max(1, os.cpu_count() or 1)


def read_pages(pictures: Iterable[Picture]) -> list[Page]:
    """The pages of pictures, in order.

    Raises:
        NeedsOcr: tesseract is not installed.
    """
    tesseract.require()
    read = list(_recognised(pictures))
    _read_numbers_again([crop for page in read for crop in page.crops])
    return [_page(page) for page in read]


def _recognised(pictures: Iterable[Picture]) -> Iterator[_Read]:
    """The pages as they are recognised, some at a time: pictures are asked for one by one, in this thread alone."""
    with ThreadPoolExecutor(jobs()) as pool:
        waiting: list[Future[_Read]] = []
        for picture in pictures:
            waiting.append(pool.submit(_recognise, picture))
            while len(waiting) > pool._max_workers:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def _recognise(picture: Picture) -> _Read:
    scan = scans.prepare(picture.image, picture.dpi)
    found = grids.find(scan.grey, scan.dpi)
    page = grids.wiped(scan.grey, found, scan.dpi) if found else scan.grey
    lines = _cleaned(tesseract.read(page, scan.dpi))
    if not found and _is_bad(lines):
        turned = np.ascontiguousarray(scan.grey[::-1, ::-1])
        other = _cleaned(tesseract.read(turned, scan.dpi))
        if _quality(other) > _quality(lines):
            return _recognise(Picture(picture.number, Image.fromarray(turned), scan.dpi))
    height, width = scan.grey.shape
    out = _Read(picture.number, width * 72 / scan.dpi, height * 72 / scan.dpi, scan.dpi, lines)
    out.crops = _crops(page, lines)
    for grid in found:
        cells, crops = _cells(scan.grey, grid, scan.dpi)
        out.tables.append((grid, cells))
        out.crops += crops
    return out


def _crops(grey: Grey, lines: list[Line]) -> list[tuple[Word, Grey]]:
    """The words with figures among lines, cut out of the picture that they were read in."""
    return [(word, _crop(grey, line, word)) for line in lines for word in line.words if _NUMBER.search(word.text)]


# Pixels between two cells that stand below each other to be read.
_BETWEEN = 36
_TALLEST = 16_000


def _cells(grey: Grey, grid: Grid, dpi: float) -> tuple[dict[tuple[int, int], list[Line]], list[tuple[Word, Grey]]]:
    """The words of the cells of a table: cells are set one below the other and read as one block."""
    pictures = [(cell, inside) for cell in grid.cells if (inside := grids.cut(grey, cell, dpi)) is not None]
    out: dict[tuple[int, int], list[Line]] = {}
    crops: list[tuple[Word, Grey]] = []
    while pictures:
        height, taken = _BETWEEN, 0
        while taken < len(pictures) and height < _TALLEST:
            height, taken = height + pictures[taken][1].shape[0] + _BETWEEN, taken + 1
        some, pictures = pictures[:taken], pictures[taken:]
        strip = np.full((height, max(inside.shape[1] for _, inside in some) + 2 * _BETWEEN), 255, dtype=np.uint8)
        bands, at = [], _BETWEEN
        for cell, inside in some:
            strip[at : at + inside.shape[0], _BETWEEN : _BETWEEN + inside.shape[1]] = inside
            bands.append((at - _BETWEEN // 2, at + inside.shape[0] + _BETWEEN // 2, cell))
            at += inside.shape[0] + _BETWEEN
        lines = _cleaned(tesseract.read(strip, dpi, mode=tesseract.BLOCK))
        crops += _crops(strip, lines)
        for line in lines:
            middle = (line.words[0].box[1] + line.words[0].box[3]) / 2
            owner = next((cell for top, bottom, cell in bands if top <= middle < bottom), None)
            if owner is not None:
                out.setdefault((owner.row, owner.column), []).append(line)
    return out, crops


# Pixels of the type that numbers are brought to for their second reading: another size than the page's own.
_TYPE = 40.0


def _crop(grey: Grey, line: Line, word: Word) -> Grey:
    """A word cut out of the page, from the ascenders to the descenders of its line, brought to one size and contrast."""
    left, right = max(0, word.box[0] - 3), word.box[2] + 3
    top = max(0, round(min(line.baseline - 0.85 * line.size, word.box[1])) - 2)
    bottom = round(line.baseline + 0.28 * line.size) + 2
    cut = Image.fromarray(grey[top:bottom, left:right]).convert("L")
    scale = _TYPE / max(line.size, 8.0)
    size = max(1, round(cut.width * scale)), max(1, round(cut.height * scale))
    return scans.levelled(np.asarray(cut.resize(size, Image.Resampling.BICUBIC)))


def _cleaned(lines: list[Line]) -> list[Line]:
    """The lines without what is no word, one sign for one letter."""
    for line in lines:
        for word in line.words:
            word.text = _ETH.sub("Đ", word.text)
        line.words = [word for word in line.words if not _is_speck(word)]
    return [line for line in lines if line.words]


def _is_speck(word: Word) -> bool:
    """Whether a word is a speck or a rest of a stamp: signs alone or a letter or two, and hardly recognised."""
    if _SPECKS.fullmatch(word.text) is not None:
        return word.confidence < 40
    return word.confidence < 25 and len(word.text) < 3 and not any(char.isdigit() for char in word.text)


def _is_bad(lines: list[Line]) -> bool:
    words = [word for line in lines for word in line.words]
    return len(words) > 15 and _quality(lines) < 1 - _BAD_SHARE


def _quality(lines: list[Line]) -> float:
    """The share of words that can be Vietnamese, each counted by how sure the recognition is."""
    words = [word for line in lines for word in line.words]
    sure = sum(word.confidence for word in words) / (100 * len(words)) if words else 0.0
    return sure * (1 - impossible_share(" ".join(word.text for word in words)))


# --- numbers, read again -----------------------------------------------------------------------------------------------

_STRIP_WIDTH = 1800
_STRIP_HEIGHT = 8000
_ROOM = 28


def _read_numbers_again(crops: list[tuple[Word, Grey]]) -> None:
    """Reads pictures of numbers a second time and notes on each word what was seen, where it differs."""
    for strip, places in _strips(crops):
        found: dict[int, list[Word]] = {}
        for line in tesseract.read(strip, 300, mode=tesseract.BLOCK, language="eng"):
            for word in line.words:
                at = next((n for n, box in places.items() if _inside(word.box, box)), None)
                if at is not None:
                    found.setdefault(at, []).append(word)
        for number in places:
            word = crops[number][0]
            seen = "".join(other.text for other in sorted(found.get(number, []), key=lambda other: other.box[0]))
            if digits(seen) != digits(word.text):
                word.seen = seen


def digits(word: str) -> str:
    """The figures of a word with what parts them, as far as two readings must agree on it."""
    return "".join(char for char in word if char.isdigit() or char in ",./%-").strip(",./-").replace(",", ".")


def _strips(crops: list[tuple[Word, Grey]]) -> Iterator[tuple[Grey, dict[int, tuple[int, int, int, int]]]]:
    """Pictures of many numbers side by side, with the box of each by its place in the list."""
    at = 0
    while at < len(crops):
        strip = np.full((_STRIP_HEIGHT, _STRIP_WIDTH), 255, dtype=np.uint8)
        places: dict[int, tuple[int, int, int, int]] = {}
        x, y, tall = _ROOM, _ROOM, 0
        while at < len(crops):
            crop = crops[at][1][: _STRIP_HEIGHT // 4, : _STRIP_WIDTH - 2 * _ROOM]
            height, width = crop.shape
            if x + width + _ROOM > _STRIP_WIDTH:
                x, y, tall = _ROOM, y + tall + _ROOM, 0
            if y + height + _ROOM > _STRIP_HEIGHT:
                break
            strip[y : y + height, x : x + width] = crop
            places[at] = (x, y, x + width, y + height)
            x, tall, at = x + width + _ROOM, max(tall, height), at + 1
        yield strip[: y + tall + _ROOM], places


def _inside(box: tuple[int, int, int, int], frame: tuple[int, int, int, int]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]


# --- pages -------------------------------------------------------------------------------------------------------------


def _page(read: _Read) -> Page:
    out = Page(read.number, read.width, read.height, ocr=True)
    scale = 72 / read.dpi
    out.lines = [_page_line(line, scale) for line in read.lines]
    for grid, cells in read.tables:
        rows = []
        for row in range(grid.rows):
            lines = [cells.get((row, column), []) for column in range(grid.columns)]
            rows.append(tuple(_joined(found) for found in lines))
        rows = [row for row in rows if any(row)]
        left, top, right, bottom = (value * scale for value in grid.box)
        if ruled.is_table(rows):
            out.tables.append(Table((left, top, right, bottom), rows))
    return out


def _joined(lines: list[Line]) -> Words:
    """The words of the lines of a cell."""
    return reduce(Words.then, (_words(word) for line in lines for word in line.words), NO_WORDS)


def _page_line(line: Line, scale: float) -> PageLine:
    """A line with its places in points, parted where columns are."""
    size = line.size * scale
    pieces: list[Piece] = []
    for word in sorted(line.words, key=lambda word: word.box[0]):
        box = type_box(word.box[0] * scale, word.box[2] * scale, line.baseline * scale, size)
        piece = Piece(_words(word), box, size)
        if pieces and box[0] - pieces[-1].box[2] < _GAP * size:
            before = pieces[-1]
            pieces[-1] = Piece(before.words.then(piece.words), (before.box[0], before.box[1], box[2], box[3]), size)
        else:
            pieces.append(piece)
    return PageLine(pieces)


def _words(word: Word) -> Words:
    return Words(word.text, () if word.seen is None else ((0, len(word.text), word.seen),))
