"""The process that draws a page of an original: `python -m db.views.page_picture PAGE TOP BOTTOM`, the file in, a PNG out.

What people load may be made to harm whoever opens it: it is opened here, not in the site, with limits of memory and time. It imports
nothing of ours, so that it begins at once.
"""

from __future__ import annotations

import io
import resource
import sys

import pypdfium2
from PIL import Image, ImageOps

# Pixels across, and down at most: enough to read a scan by. Shades of grey.
_WIDTH, _TALLEST = 1100, 4000
_SHADES = 16
_MEMORY = 2 * 2**30
_SECONDS = 20


def main() -> None:
    """Draws one page, or a piece of it (`TOP` and `BOTTOM` in thousandths of its height)."""
    number, top, bottom = (int(one) for one in sys.argv[1:4])
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    sys.stdout.buffer.write(drawn(sys.stdin.buffer.read(), number, top, bottom))


def drawn(data: bytes, number: int, top: int, bottom: int) -> bytes:
    """A page, or a piece of it, as a PNG; raises where there is none, whatever is wrong."""
    image = _of_pdf(data, number) if b"%PDF-" in data[:1024] else _of_picture(data, number)
    across, down = image.size
    above = down * top // 1000
    piece = image.crop((0, above, across, max(above + 1, down * bottom // 1000))).convert("L")
    out = io.BytesIO()
    step = 256 // _SHADES
    piece.point([value // step * (255 // (_SHADES - 1)) for value in range(256)]).save(out, "PNG")
    return out.getvalue()


def _of_pdf(data: bytes, number: int) -> Image.Image:
    page = pypdfium2.PdfDocument(data)[number - 1]
    across, down = page.get_size()
    image: Image.Image = page.render(scale=min(_WIDTH / across, _TALLEST / down)).to_pil()
    return image


def _of_picture(data: bytes, number: int) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.seek(number - 1)
    shown: Image.Image = ImageOps.exif_transpose(image).convert("L")
    shown.thumbnail((_WIDTH, _TALLEST))
    return shown


if __name__ == "__main__":
    main()
