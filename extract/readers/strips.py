"""Many small pictures set together to be read in one go: short ones side by side in lines, tall ones below each other.

Recognition reads a lone number badly (`3` as `8`, `98` as `S2`) and a line of numbers well; and starting it costs more than
reading a small picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

from extract.readers import scans, tesseract
from extract.readers.scans import Grey
from extract.readers.tesseract import Line, Word

_Box = tuple[int, int, int, int]

WIDTH = 1800
HEIGHT = 8000
# Pixels between two lines of pictures, and around all.
_ROOM = 28
# What a strip says of its resolution: its type is as large as twelve points at 250 pixels to the inch.
_DPI = 250


def scaled(picture: Grey, factor: float) -> Grey:
    """A picture brought to another size, its paper white and its ink black."""
    size = max(1, round(picture.shape[1] * factor)), max(1, round(picture.shape[0] * factor))
    return scans.levelled(np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC)))


def read_side_by_side(pictures: Sequence[Grey], *, space: int) -> Iterator[tuple[Grey, dict[int, Line]]]:
    """Pictures of a few words each, read as lines of running text, `space` pixels apart.

    Yields strips that were read, and for each picture on them, by its place in the sequence, the line of its words with
    boxes in the strip; a picture where nothing was seen is left out.
    """
    for strip, places in _flows(pictures, space):
        out: dict[int, Line] = {}
        for line in tesseract.read(strip, _DPI, mode=tesseract.BLOCK):
            for word in line.words:
                at = _owner(word, places)
                if at is not None:
                    out.setdefault(at, Line([], line.baseline, line.size)).words.append(word)
        for line in out.values():
            line.words.sort(key=lambda word: word.box[0])
        yield strip, out


def _flows(pictures: Sequence[Grey], space: int) -> Iterator[tuple[Grey, dict[int, _Box]]]:
    at = 0
    while at < len(pictures):
        strip = np.full((HEIGHT, WIDTH), 255, dtype=np.uint8)
        places: dict[int, _Box] = {}
        x, y, tall = _ROOM, _ROOM, 0
        while at < len(pictures):
            picture = pictures[at][: HEIGHT // 4, : WIDTH - 2 * _ROOM]
            height, width = picture.shape
            if x + width + _ROOM > WIDTH:
                x, y, tall = _ROOM, y + tall + _ROOM, 0
            if y + height + _ROOM > HEIGHT:
                break
            strip[y : y + height, x : x + width] = picture
            places[at] = (x, y, x + width, y + height)
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
        at = end
