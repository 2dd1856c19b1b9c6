"""Pictures of pages: photographs and scans as PNG, JPEG or TIFF, several pages in one TIFF."""

from __future__ import annotations

import io
import itertools
import struct
import zlib
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence

from extract.errors import DamagedFile, EmptyFile, TooLarge
from extract.readers.page import paragraphs
from extract.readers.scan import ocr, scans
from extract.source import Source

# A page of A3 at 600 pixels to the inch has 70 million.
MAX_PIXELS = 90_000_000
MAX_PAGES = 300
# Inches that the shorter side of A4 measures: what a picture without a believable resolution is taken to show.
_SHORT_SIDE = 8.27
_FINEST = 300


def read(data: bytes) -> Source:
    """The source of a picture, or of all that are in one file.

    Raises:
        TooLarge: the picture has more pixels, or the file more pictures, than can be read.
        DamagedFile: the picture cannot be decoded.
        NeedsOcr: tesseract is not installed.
        EmptyFile: no words are seen on any picture.
    """
    found = pictures(data)
    # The first is decoded before a program is asked for: a damaged picture is damaged on every machine.
    first = next(found, None)
    if first is None:
        raise _damaged()
    pages = ocr.read_pages(itertools.chain([first], found))
    if not any(page.has_words for page in pages):
        raise EmptyFile("không nhận ra chữ nào trong ảnh / no words are seen in the picture")
    with _opened(data) as image:
        return paragraphs.source(pages, Image.MIME.get(image.format or "", "image/*"), "image")


def pictures(data: bytes) -> Iterator[ocr.Picture]:
    """The pictures of a file as they are asked for, numbered from 1.

    Raises:
        TooLarge: a picture has more pixels, or the file more pictures, than can be read.
        DamagedFile: a picture cannot be decoded.
    """
    with _opened(data) as image:
        yield from _decoded(image)


# What Pillow raises at damaged pictures, and at compressions that it does not know.
_BROKEN = (OSError, SyntaxError, ValueError, KeyError, IndexError, TypeError, AttributeError,
           EOFError, OverflowError, RuntimeError, NotImplementedError, ZeroDivisionError, struct.error, zlib.error)  # fmt: skip


def _opened(data: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data))
    except Image.DecompressionBombError:
        raise _too_large() from None
    except _BROKEN as error:
        raise _damaged() from error


def _decoded(image: Image.Image) -> Iterator[ocr.Picture]:
    """The pictures, as they are asked for; what cannot be decoded is told as such, and no other failure is."""
    try:
        yield from _pictures(image)
    except Image.DecompressionBombError:
        raise _too_large() from None
    except _BROKEN as error:
        raise _damaged() from error


def _damaged() -> DamagedFile:
    return DamagedFile(
        "tệp ảnh bị hỏng, hoặc nén theo cách không đọc được; hãy quét hoặc chụp lại / "
        "a damaged picture, or one in a compression that is not read; scan or photograph the page again"
    )


def _pictures(image: Image.Image) -> Iterator[ocr.Picture]:
    for number, frame in enumerate(ImageSequence.Iterator(image), 1):
        if frame.width * frame.height > MAX_PIXELS or number > MAX_PAGES:
            raise _too_large(frame)
        page = ImageOps.exif_transpose(frame)
        page = page.convert("RGB" if page.mode in ("P", "RGBA", "CMYK", "YCbCr", "LAB", "HSV") else page.mode)
        dpi = _resolution(frame)
        if dpi > _FINEST:
            size = round(page.width * _FINEST / dpi), round(page.height * _FINEST / dpi)
            page, dpi = page.resize(size, Image.Resampling.BOX, reducing_gap=2.0), float(_FINEST)
        yield ocr.Picture(number, page, dpi)


def _resolution(image: Image.Image) -> float:
    """Pixels to the inch: as the file says, where that makes a sheet of paper of it, else as if it showed a page of A4."""
    short = min(image.size)
    said = image.info.get("dpi")
    if isinstance(said, tuple) and said[0] and 5 <= short / float(said[0]) <= 13:
        return float(said[0])
    width = (
        image.width if image.width > scans.STRIP * image.height else short
    )  # some lines of a page, not a page on its side
    return max(width / _SHORT_SIDE, 50.0)


def _too_large(image: Image.Image | None = None) -> TooLarge:
    size = f" ({image.width:,} × {image.height:,})" if image is not None else ""
    return TooLarge(f"ảnh quá lớn{size}; hãy quét ở 300 dpi / the picture is too large{size}; scan it at 300 dpi")
