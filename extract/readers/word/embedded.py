"""What is embedded in a Word file: sheets, documents and pages of their own, and pictures of pages.

A picture large enough to hold a page of words is recognised; photographs, seals and emblems have none and say nothing.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from extract.errors import EmptyFile, ReadError
from extract.source import Source
from patterns.syllables import impossible_share

# Files in files are read so deep.
_DEEPEST = 2
# Pixels that a picture with lines of words has at least: half a line of A4 at 100 to the inch, a few lines high.
_LEAST_WIDTH = 400
_LEAST_HEIGHT = 60
# A picture whose recognised words are fewer, or mostly none of the language, shows no text.
_LEAST_WORDS = 6
_MOST_IMPOSSIBLE = 0.4


@dataclass(frozen=True, slots=True)
class Embedded:
    """The source of what is embedded; `lost` where there may be words that were not read."""

    source: Source | None = None
    lost: bool = False


def read(data: bytes, *, picture: bool, depth: int) -> Embedded:
    """What is embedded, read by what its bytes are."""
    if picture:
        return _picture(data)
    if depth >= _DEEPEST:
        return Embedded(lost=True)
    from extract import readers

    try:
        kind = readers.sniff(data)
        if kind == "docx":
            from extract.readers.word import docx

            return Embedded(docx.read(data, depth=depth + 1))
        return Embedded(readers.read(data))
    except EmptyFile:
        return Embedded()
    except ReadError:
        return Embedded(lost=True)


def _picture(data: bytes) -> Embedded:
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width < _LEAST_WIDTH or image.height < _LEAST_HEIGHT or image.format in ("WMF", "EMF"):
                return Embedded(lost=image.format in ("WMF", "EMF") and image.width >= _LEAST_WIDTH)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return Embedded()  # a drawing, or damaged: nothing says that it has words
    from extract.readers.scan import image as pictures

    try:
        source = pictures.read(data)
    except EmptyFile:
        return Embedded()
    except ReadError:
        return Embedded(lost=True)
    is_text = len(source.raw.split()) >= _LEAST_WORDS and impossible_share(source.raw) <= _MOST_IMPOSSIBLE
    return Embedded(source if is_text else None)
