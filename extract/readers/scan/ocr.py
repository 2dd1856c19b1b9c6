"""Scanned pages: made ready, recognised, their numbers read a second time.

A number that is read wrongly looks like any other, so every word with a digit is cut out and read again, larger, with
more contrast and in other company; where the two readings differ, the record that rests on it says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import parent_process
from statistics import median

import numpy as np
import regex
from PIL import Image

from extract.readers.page.pages import NO_WORDS, Page, PageLine, Piece, Table, Words, type_box
from extract.readers.scan import batches, grids, scans, tesseract
from extract.readers.scan.grids import Grid
from extract.readers.scan.scans import Grey
from extract.readers.scan.tesseract import Line, Word
from patterns import recognition
from patterns.syllables import impossible_share

# A page whose words are this bad and this many may stand on its head.
_BAD_SHARE = 0.35
# Words worse than this are what recognition sees in a photograph.
_A_PICTURE = 0.35
# A page with hardly any words is believed to have them where recognition is sure of them.
_FEW = 10
_SURE_OF_FEW = 65
# Gaps between words of a line from which on they belong to two columns, in type sizes.
_GAP = 1.15
_NUMBER = regex.compile(r"\d")
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
    unread: int = 0
    stamps: list[str] = field(default_factory=list)

    @property
    def everything(self) -> list[Line]:
        """The lines of the page and of the cells of its tables."""
        return [*self.lines, *(line for _, cells in self.tables for found in cells.values() for line in found)]


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
    at_once = jobs()
    with ThreadPoolExecutor(at_once) as pool:
        waiting: list[Future[_Read]] = []
        for picture in pictures:
            waiting.append(pool.submit(_recognise, picture))
            while len(waiting) > at_once:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def _recognise(picture: Picture) -> _Read:
    """A picture made straight and recognised, turned round where it stands on its head."""
    scan = scans.prepare(picture.image, picture.dpi)
    read = _as_it_stands(picture.number, scan)
    if _is_bad(read.everything):
        turned = scans.Scan(np.ascontiguousarray(scan.grey[::-1, ::-1]), scan.dpi)
        other = _as_it_stands(picture.number, turned)
        if _quality(other.everything) > _quality(read.everything):
            read = other
    if not _is_text(read.everything):
        read = _Read(read.number, read.width, read.height, read.dpi, [])
    if picture.number == 1:
        read.stamps = _stamps(picture)
    return read


def _stamps(picture: Picture) -> list[str]:
    """The lines that are stamped in red on a page; of the page itself red ink is taken away before its words are read."""
    ink = scans.red_ink(picture.image)
    if ink is None:
        return []
    lines = tesseract.read(ink, picture.dpi, mode=tesseract.SPARSE)
    return [" ".join(word.text for word in line.words) for line in lines]


def _as_it_stands(number: int, scan: scans.Scan) -> _Read:
    """What is recognised on a page: its lines, the cells of its tables, and its numbers to be read again."""
    found = grids.grids_on(scan.grey, scan.dpi)
    page = grids.wiped(scan.grey, found, scan.dpi) if found else scan.grey
    lines = _with_bars(page, _cleaned(_with_bullets(tesseract.read(page, scan.dpi))))
    height, width = scan.grey.shape
    out = _Read(number, width * 72 / scan.dpi, height * 72 / scan.dpi, scan.dpi, lines)
    out.crops = _crops(page, lines)
    for grid in found:
        cells, crops = _cells(scan.grey, grid, scan.dpi, _type_size(lines, scan.dpi))
        out.tables.append((grid, cells))
        out.crops += crops
        out.unread += sum(not lines for lines in cells.values())
    return out


def _type_size(lines: list[Line], dpi: float) -> float:
    """The type size of most lines, in pixels; where there are hardly any, that of twelve points."""
    return median(line.size for line in lines) if len(lines) > 4 else dpi * 12 / 72


def _crops(grey: Grey, lines: list[Line]) -> list[tuple[Word, Grey]]:
    """The words with figures among lines, cut out of the picture that they were read in."""
    return [(word, _crop(grey, line, word)) for line in lines for word in line.words if _NUMBER.search(word.text)]


# Pixels of the type of short cells, and of numbers in their second reading: another size than in the first.
_CELL_TYPE = 46.0
_NUMBER_TYPE = 38.0
# Pixels between two of them: between cells hardly more than between words, or the words in a cell are taken for one.
_CELL_SPACE = 16
_NUMBER_SPACE = 24
# A cell of one line is at most this many type sizes high, and this many pixels wide.
_ONE_LINE = 1.55
_SHORT = 900


def _cells(
    grey: Grey, grid: Grid, dpi: float, size: float
) -> tuple[dict[tuple[int, int], list[Line]], list[tuple[Word, Grey]]]:
    """The words of the cells of a table where anything is written, none where it cannot be read, and its numbers to be read again.

    `size` is the type size of the page in pixels.
    """
    crops: list[tuple[Word, Grey]] = []
    inside = [(cell, cut) for cell in grid.cells if (cut := grids.cut(grey, cell, dpi)) is not None]
    out: dict[tuple[int, int], list[Line]] = {(cell.row, cell.column): [] for cell, _ in inside}
    factor = _CELL_TYPE / size
    short = [(c, p) for c, p in inside if p.shape[0] <= _ONE_LINE * size and p.shape[1] * factor <= _SHORT]
    tall = [(c, p) for c, p in inside if p.shape[0] > _ONE_LINE * size or p.shape[1] * factor > _SHORT]
    scaled = [batches.scaled(picture, factor) for _, picture in short]
    for strip, found in batches.read_side_by_side(scaled, space=_CELL_SPACE):
        for at, line in found.items():
            lines = _with_bars(strip, _without_specks([line]))
            out[short[at][0].row, short[at][0].column] = lines
            crops += _crops(strip, lines)
    for strip, blocks in batches.read_below_each_other([picture for _, picture in tall], dpi):
        for at, lines in blocks.items():
            kept = _with_bars(strip, _without_specks(lines))
            out[tall[at][0].row, tall[at][0].column] = kept
            crops += _crops(strip, kept)
    return out, crops


def _crop(grey: Grey, line: Line, word: Word) -> Grey:
    """A word cut out of the page, from the ascenders to the descenders of its line, brought to one size and contrast."""
    left, right = max(0, word.box[0] - 3), word.box[2] + 3
    top = max(0, round(min(line.baseline - 0.85 * line.size, word.box[1])) - 2)
    bottom = round(line.baseline + 0.28 * line.size) + 2
    return batches.scaled(grey[top:bottom, left:right], _NUMBER_TYPE / max(line.size, 8.0))


def _cleaned(lines: list[Line]) -> list[Line]:
    """The lines of a page without what is no word, one sign for one letter."""
    return [line for line in _without_specks(lines) if not _is_noise(line)]


def _without_specks(lines: list[Line]) -> list[Line]:
    for line in lines:
        for word in line.words:
            word.text = recognition.ETH.sub("Đ", word.text)
        line.words = [word for word in line.words if not _is_speck(word)]
    return [line for line in lines if line.words]


# What the round sign before an item of a list is read as.
_READ_FOR_BULLET = frozenset(
    ["e", "®", "©", "s", "se", "s®", "se®", "o", "°", "¢", "ø", "œ", "*", "«", "»", "‹", "›", "se.", "e."]
)
_SIGNS = frozenset("-–—+")
# The room behind such a sign, in type sizes: more than between words.
_BEHIND_BULLET = 0.45


def _with_bullets(lines: list[Line]) -> list[Line]:
    """The lines with the round sign of an item as such: a letter or a speck, then room, then a word that begins a sentence."""
    for line in lines:
        while len(line.words) > 2 and all(_may_be_bullet(word.text) for word in line.words[:2]):
            del line.words[1]
        if len(line.words) < 2 or not _may_be_bullet(line.words[0].text):
            continue
        sign, first = line.words[:2]
        begins = first.text[0].isupper() or first.text[0].isdigit()
        if begins and first.box[0] - sign.box[2] > _BEHIND_BULLET * line.size:
            sign.text, sign.confidence = "•", 100
    return lines


def _may_be_bullet(words: str) -> bool:
    return words in _READ_FOR_BULLET or (_SPECKS.fullmatch(words) is not None and words not in _SIGNS)


# Signs that recognition has no other forms of: the bar below them is looked for in the picture.
_BARRED = {"<": "≤", ">": "≥"}
# The part of the sign's width that its bar takes up in one row of pixels, which no slanting stroke does.
_BAR = 0.7


def _with_bars(grey: Grey, lines: list[Line]) -> list[Line]:
    """The lines with `<` and `>` as `≤` and `≥` where a bar stands below them."""
    for line in lines:
        for word in line.words:
            if word.text[0] in _BARRED and _has_bar(grey, word):
                word.text = _BARRED[word.text[0]] + word.text[1:]
    return lines


def _has_bar(grey: Grey, word: Word) -> bool:
    """Whether the first sign of a word has a level stroke in its lower half."""
    left, top, right, bottom = word.box
    below = (bottom - top) // (2 if len(word.text) == 1 else 6)
    ink = grey[max(0, top) : bottom + below, max(0, left - 1) : right + 2] < 140
    columns = np.flatnonzero(ink.any(axis=0))
    if not len(columns):
        return False
    gaps = np.flatnonzero(np.diff(columns) > 1)
    sign = ink[:, columns[0] : (columns[gaps[0]] if len(gaps) else columns[-1]) + 1]
    width = min(sign.shape[1], round(1.2 * (bottom - top)))
    lower = sign[(bottom - top) // 2 :, :width]
    return bool(lower.mean(axis=1).max(initial=0.0) >= _BAR)


def _is_noise(line: Line) -> bool:
    """Whether a line is the rest of a stamp or of a picture: a few words, hardly recognised."""
    letters = sum(len(word.text) for word in line.words)
    return len(line.words) <= 4 and sum(len(word.text) * word.confidence for word in line.words) < 35 * letters


def _is_speck(word: Word) -> bool:
    """Whether a word is a speck or a rest of a stamp: signs alone or a letter or two, and hardly recognised."""
    if _SPECKS.fullmatch(word.text) is not None:
        return word.confidence < 40
    return word.confidence < 25 and len(word.text) < 3 and not any(char.isdigit() for char in word.text)


def _is_bad(lines: list[Line]) -> bool:
    words = [word for line in lines for word in line.words]
    return len(words) > 15 and _quality(lines) < 1 - _BAD_SHARE


def _is_text(lines: list[Line]) -> bool:
    """Whether words were seen, and not what recognition makes of the edges in a photograph."""
    words = [word for line in lines for word in line.words if sum(map(str.isalnum, word.text)) > 1]
    sure = sum(word.confidence for word in words) >= _SURE_OF_FEW * len(words)
    return bool(words) and (sure or len(words) >= _FEW) and _quality(lines) >= _A_PICTURE


def _quality(lines: list[Line]) -> float:
    """The share of words that can be Vietnamese, each counted by how sure the recognition is."""
    words = [word for line in lines for word in line.words]
    sure = sum(word.confidence for word in words) / (100 * len(words)) if words else 0.0
    return sure * (1 - impossible_share(" ".join(word.text for word in words)))


# --- numbers, read again -----------------------------------------------------------------------------------------------


# A number that was recognised with less confidence is doubted even where the second reading agrees.
_UNSURE = 60
# Numbers that are read together in one process at least: starting it costs as much as reading some dozens.
_LEAST_TOGETHER = 60
_FIGURES = regex.compile(r"[\d.,/%-]+")
# The least height of a figure or of a slash, in type sizes.
_TALL = 0.4
# Signs beside figures that are often figures themselves: `]00%`, `l5`, `2O25`.
_ODD = regex.compile(r"[\]\[|!{}\\]|(?<=\d)[lIOoSBZ](?!\p{L})|(?<!\p{L})[lIOoSBZ](?=\d)")


def _read_numbers_again(crops: list[tuple[Word, Grey]]) -> None:
    """Reads pictures of numbers a second time and notes on each word what was seen, where it differs."""
    each = max(_LEAST_TOGETHER, -(-len(crops) // jobs()))
    with ThreadPoolExecutor(jobs()) as pool:
        parts = pool.map(_second_reading, [crops[at : at + each] for at in range(0, len(crops), each)])
    seen = {number * each + at: line for number, part in enumerate(parts) for at, line in part.items()}
    for at, (word, crop) in enumerate(crops):
        again = "".join(other.text for other in seen[at].words) if at in seen else ""
        if digits(again) != digits(word.text) or word.confidence < _UNSURE or _looks_odd(word.text, crop):
            word.seen = again


def _second_reading(crops: list[tuple[Word, Grey]]) -> dict[int, Line]:
    out: dict[int, Line] = {}
    for _, found in batches.read_side_by_side([picture for _, picture in crops], space=_NUMBER_SPACE, alone=False):
        out |= found
    return out


def _looks_odd(words: str, crop: Grey) -> bool:
    """Whether a number that was read alike twice is doubted all the same: for its signs, or for signs that were overlooked."""
    if _ODD.search(words) is not None:
        return True
    if _FIGURES.fullmatch(words) is None:
        return False
    return _tall_signs(crop) > sum(char not in ".,-" for char in words) + 2 * words.count("%")


def _tall_signs(crop: Grey) -> int:
    """How many signs as high as a figure stand side by side in a picture, those at its edges left out."""
    ink = crop < 110
    edges = np.flatnonzero(np.diff(np.concatenate(([False], ink.any(axis=0), [False])).astype(np.int8)))
    out = 0
    for left, right in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        rows = np.flatnonzero(ink[:, left:right].any(axis=1))
        inside = left > 0 and right < crop.shape[1]
        out += inside and int(rows[-1] - rows[0]) >= _TALL * _NUMBER_TYPE
    return out


def digits(word: str) -> str:
    """The figures of a word with what parts them, as far as two readings must agree on it."""
    return "".join(char for char in word if char.isdigit() or char in ",./%-").strip(",./-").replace(",", ".")


# --- pages -------------------------------------------------------------------------------------------------------------


def _page(read: _Read) -> Page:
    out = Page(read.number, read.width, read.height, ocr=True, unread=read.unread)
    scale = 72 / read.dpi
    out.lines = [_page_line(line, scale) for line in read.lines]
    out.stamps = list(read.stamps)
    for grid, cells in read.tables:
        rows = []
        for row in range(grid.rows):
            lines = [cells.get((row, column), []) for column in range(grid.columns)]
            rows.append(tuple(_joined(found) for found in lines))
        rows = [row for row in rows if any(row)]
        left, top, right, bottom = (value * scale for value in grid.box)
        if rows:  # what stood in the cells stands nowhere else
            out.tables.append(Table((left, top, right, bottom), rows))
    return out


# What goes on with the next word: recognition parts words at hyphens.
_HYPHENED = regex.compile(r"[\p{L}\d]-$")


def _between(words: Words) -> str:
    return "" if _HYPHENED.search(words.text) is not None else " "


def _joined(lines: list[Line]) -> Words:
    """The words of the lines of a cell."""
    out = NO_WORDS
    for line in lines:
        for word in line.words:
            out = out.then(_words(word), _between(out))
    return out


def _page_line(line: Line, scale: float) -> PageLine:
    """A line with its places in points, parted where columns are."""
    size = line.size * scale
    pieces: list[Piece] = []
    for word in sorted(line.words, key=lambda word: word.box[0]):
        box = type_box(word.box[0] * scale, word.box[2] * scale, line.baseline * scale, size)
        piece = Piece(_words(word), box, size)
        if pieces and box[0] - pieces[-1].box[2] < _GAP * size:
            before = pieces[-1]
            pieces[-1] = Piece(
                before.words.then(piece.words, _between(before.words)),
                (before.box[0], before.box[1], box[2], box[3]),
                size,
            )
        else:
            pieces.append(piece)
    return PageLine(pieces)


def _words(word: Word) -> Words:
    return Words(word.text, () if word.seen is None else ((0, len(word.text), word.seen),))
