"""Many small pictures set together to be read in one go: short ones side by side in lines, tall ones below each other.

Recognition reads a lone number badly (`3` as `8`, `98` as `S2`) and a line of numbers well; and starting it costs more than
reading a small picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

from extract.readers.scan import scans, tesseract
from extract.readers.scan.scans import Grey
from extract.readers.scan.tesseract import Line, Word

_Box = tuple[int, int, int, int]

WIDTH = 1800
HEIGHT = 8000
# Pixels between two lines of pictures, and around all.
_ROOM = 28
# How many times farther apart pictures are set that were not told from their neighbours.
_FARTHER = 4
# The part of a picture's width that its words take up, at least; pixels of paper left on each side of a picture.
_MOST = 0.6
# The least confidence at which a picture is not read again, and the least width of a figure in type sizes.
_SURE = 50
_NARROWEST = 0.33
_MARGIN = 6
# What a strip says of its resolution: its type is as large as twelve points at 250 pixels to the inch.
_DPI = 250


def scaled(picture: Grey, factor: float) -> Grey:
    """A picture brought to another size, its paper white and its ink black."""
    size = max(1, round(picture.shape[1] * factor)), max(1, round(picture.shape[0] * factor))
    return scans.levelled(np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC)))


def read_side_by_side(
    pictures: Sequence[Grey], *, space: int, alone: bool = True
) -> Iterator[tuple[Grey, dict[int, Line]]]:
    """Pictures of a few words each, read as lines of running text, `space` pixels apart.

    Yields strips that were read, and for each picture on them, by its place in the sequence, the line of its words with
    boxes in the strip. A picture whose words were taken for one with its neighbour's, or not seen in whole, is read again
    farther apart, and then `alone`; one where nothing is seen then either is left out.
    """
    waiting = list(range(len(pictures)))
    unsure: dict[int, tuple[Grey, Line]] = {}
    for room in (space, space * _FARTHER):
        missed: list[int] = []
        for strip, places in _flows(pictures, waiting, room):
            found = _seen(strip, places)
            sure = {at: line for at, line in found.items() if _confidence(line) >= _SURE}
            unsure |= {at: (strip, line) for at, line in found.items() if at not in sure}
            missed += [at for at in places if at not in sure]
            yield strip, sure
        waiting = missed
    for at in waiting:
        strip = np.pad(pictures[at], _ROOM, constant_values=255)
        lines = tesseract.read(strip, _DPI, mode=tesseract.LINE) if alone else []
        readings = [*((strip, line) for line in lines[:1]), *([unsure[at]] if at in unsure else [])]
        if readings:
            chosen, line = max(readings, key=lambda reading: _confidence(reading[1]))
            yield chosen, {at: line}


def _confidence(line: Line) -> float:
    """How sure the recognition is of the words of a line, by their letters."""
    return sum(len(word.text) * word.confidence for word in line.words) / sum(len(word.text) for word in line.words)


def _seen(strip: Grey, places: dict[int, _Box]) -> dict[int, Line]:
    """The words of a strip by the picture that they stand in; pictures that were not read in whole are left out."""
    out: dict[int, Line] = {}
    blurred: set[int] = set()
    for line in tesseract.read(strip, _DPI, mode=tesseract.BLOCK):
        for word in line.words:
            owners = _touched(word, places)
            if len(owners) == 1 and not _is_squeezed(word, line):
                out.setdefault(owners[0], Line([], line.baseline, line.size)).words.append(word)
            else:
                blurred.update(owners)
    for line in out.values():
        line.words.sort(key=lambda word: word.box[0])
    return {at: line for at, line in out.items() if at not in blurred and _covers(line, places[at])}


def _is_squeezed(word: Word, line: Line) -> bool:
    """Whether a number has more figures than there is room for in its box: those of a neighbour are among them."""
    width = word.box[2] - word.box[0]
    return len(word.text) > 1 and word.text.isdigit() and width < _NARROWEST * line.size * len(word.text)


def _touched(word: Word, places: dict[int, _Box]) -> list[int]:
    """The pictures that a word reaches well into: two where words of neighbours were taken for one."""
    left, top, right, bottom = word.box
    middle = (top + bottom) / 2
    return [
        at
        for at, (x, y, x_end, y_end) in places.items()
        if y <= middle <= y_end and min(right, x_end) - max(left, x) > 0.3 * min(right - left, x_end - x)
    ]


def _covers(line: Line, place: _Box) -> bool:
    """Whether the words of a picture take up most of its width: what is cut out has no margins."""
    seen = max(word.box[2] for word in line.words) - min(word.box[0] for word in line.words)
    return seen > _MOST * (place[2] - place[0] - 2 * _MARGIN)


def _flows(pictures: Sequence[Grey], order: Sequence[int], space: int) -> Iterator[tuple[Grey, dict[int, _Box]]]:
    """Strips of the pictures whose places in the sequence are given, with the box of each on its strip."""
    at = 0
    while at < len(order):
        strip = np.full((HEIGHT, WIDTH), 255, dtype=np.uint8)
        places: dict[int, _Box] = {}
        x, y, tall = _ROOM, _ROOM, 0
        while at < len(order):
            picture = pictures[order[at]][: HEIGHT // 4, : WIDTH - 2 * _ROOM]
            height, width = picture.shape
            if x + width + _ROOM > WIDTH:
                x, y, tall = _ROOM, y + tall + _ROOM, 0
            if y + height + _ROOM > HEIGHT:
                break
            strip[y : y + height, x : x + width] = picture
            places[order[at]] = (x, y, x + width, y + height)
            x, tall, at = x + width + space, max(tall, height), at + 1
        yield strip[: y + tall + _ROOM], places


def _owner(word: Word, places: dict[int, _Box]) -> int | None:
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return next(
        (at for at, (left, top, right, bottom) in places.items() if left <= x <= right and top <= y <= bottom), None
    )


def read_below_each_other(pictures: Sequence[Grey], dpi: float) -> Iterator[tuple[Grey, dict[int, list[Line]]]]:
    """Pictures of several lines each, read as one block; what is yielded is as for `read_side_by_side`."""
    at = 0
    while at < len(pictures):
        height, end = _ROOM, at
        while end < len(pictures) and (end == at or height + pictures[end].shape[0] < HEIGHT):
            height, end = height + pictures[end].shape[0] + _ROOM, end + 1
        width = max(picture.shape[1] for picture in pictures[at:end]) + 2 * _ROOM
        strip = np.full((height, width), 255, dtype=np.uint8)
        bands: dict[int, _Box] = {}
        y = _ROOM
        for number in range(at, end):
            picture = pictures[number]
            strip[y : y + picture.shape[0], _ROOM : _ROOM + picture.shape[1]] = picture
            bands[number] = (0, y - _ROOM // 2, width, y + picture.shape[0] + _ROOM // 2)
            y += picture.shape[0] + _ROOM
        out: dict[int, list[Line]] = {}
        for line in tesseract.read(strip, dpi, mode=tesseract.BLOCK):
            owner = _owner(line.words[0], bands)
            if owner is not None:
                out.setdefault(owner, []).append(line)
        yield strip, out
        for number in range(at, end):
            if number not in out:
                alone = np.pad(pictures[number], _ROOM, constant_values=255)
                lines = tesseract.read(alone, dpi, mode=tesseract.BLOCK)
                if lines:
                    yield alone, {number: lines}
        at = end
