"""Pages photographed one by one, bound into one file: their pictures side by side in a zip that says what it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import EmptyFile
from extract.readers import zips
from extract.source import Source

if TYPE_CHECKING:
    from extract.readers.scan import ocr

MEDIA_TYPE = "application/vnd.kehoach.pages+zip"
MARK = "mimetype"
# One moment for all entries, so that the same pictures always make the same file.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def bind(pictures: Sequence[Path]) -> bytes:
    """The bytes of an album of pictures, in the order given.

    Raises:
        OSError: a picture cannot be read.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo(MARK, _MOMENT), MEDIA_TYPE)
        for number, picture in enumerate(pictures):
            archive.writestr(zipfile.ZipInfo(f"{number:05}", _MOMENT), picture.read_bytes())
    return out.getvalue()


def read(data: bytes) -> Source:
    """The source of an album: its pictures are the pages of one document.

    Raises:
        TooLarge: a picture has more pixels, or the album more pages, than can be read.
        DamagedFile: a picture cannot be decoded.
        NeedsOcr: tesseract is not installed.
        EmptyFile: no words are seen on any picture.
    """
    from extract.readers.page import paragraphs
    from extract.readers.scan import ocr

    with zips.opened(io.BytesIO(data)) as archive:
        pages = ocr.read_pages(_pages(archive))
    if not any(page.has_words for page in pages):
        raise EmptyFile("không nhận ra chữ nào trong các ảnh / no words are seen in the pictures")
    return paragraphs.source(pages, MEDIA_TYPE, "image")


def _pages(archive: zipfile.ZipFile) -> Iterator[ocr.Picture]:
    from extract.readers.scan import image

    number = 0
    for name in sorted(name for name in archive.namelist() if name != MARK):
        for picture in image.pictures(archive.read(name)):
            number += 1
            yield replace(picture, number=number)
