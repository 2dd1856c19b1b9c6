"""Pages a second of the readers beside the libraries they stand on: pdfium, pdfplumber, tesseract."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pdfplumber
import pypdfium2
from PIL import Image

from extract import readers
from extract.readers.scan import ocr
from tests.bench.table import Line, number

FORMATS = Path(__file__).resolve().parents[2] / "tests/data/formats"
ROUNDS = 5
_DPI = 200
# A plan of running text, and the annex of another that is a table over several pages.
_TEXT = "quang-ninh-52-kh-ubnd-2021.pdf"
_TABLE = "quang-ninh-52-kh-ubnd-2021-annex.pdf"


def lines() -> Iterator[Line]:
    """The lines of the table."""
    yield from _text_pages()
    yield _table_pages()
    if shutil.which("tesseract") is not None:
        yield _scanned_pages()


def _text_pages() -> Iterator[Line]:
    data = (FORMATS / _TEXT).read_bytes()
    pages = _count(data)
    ours, bare, plumber = _seconds(
        lambda: readers.read(data), lambda: _pdfium(data), lambda: _pdfplumber(data, tables=False)
    )
    over = f"{pages} pages without tables, best of {ROUNDS} rounds"
    rate = f"{number(pages / ours)} pages/s"
    yield Line(
        "PDF, pages of text: reading",
        f"{plumber / ours:.1f} times pdfplumber's rate",
        rate,
        f"{over}; at least 10 is wanted",
    )
    yield Line("the same", f"{bare / ours:.2f} of bare pypdfium2's rate", f"{number(pages / bare)} pages/s bare", over)


def _table_pages() -> Line:
    data = _pages_of(FORMATS / _TABLE, with_tables=True)
    pages = _count(data)
    ours, plumber = _seconds(lambda: readers.read(data), lambda: _pdfplumber(data, tables=True))
    return Line(
        "PDF, pages of a table: reading",
        f"{ours / plumber:.2f} times pdfplumber's time",
        f"{number(pages / ours)} pages/s",
        f"{pages} pages, pdfplumber's words and tables; at most 1.3 is wanted",
    )


def _scanned_pages() -> Line:
    document = pypdfium2.PdfDocument(FORMATS / _TEXT)
    images = [page.render(scale=_DPI / 72).to_pil().convert("L") for page in document]
    document.close()
    pictures = [ocr.Picture(number_, image, float(_DPI)) for number_, image in enumerate(images, 1)]
    ours, bare = _seconds(lambda: ocr.read_pages(pictures), lambda: _tesseract(images), rounds=2)
    return Line(
        "scans: recognition, every number read twice",
        f"{ours / bare:.2f} times bare tesseract's time",
        f"{ours / len(images):.2f} s a page ({bare / len(images):.2f} s bare)",
        f"{len(images)} pages at {_DPI} dpi, {ocr.jobs()} at a time; at most 1.2 is wanted",
    )


def _seconds(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The best of some rounds of each, by turns, so that what else the machine does meets all alike."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for at, work in enumerate(works):
            began = time.perf_counter()
            work()
            best[at] = min(best[at], time.perf_counter() - began)
    return best


def _count(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def _pdfium(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def _pdfplumber(data: bytes, *, tables: bool) -> list[object]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [(page.extract_text(), page.extract_tables() if tables else None) for page in document.pages]


def _pages_of(path: Path, *, with_tables: bool) -> bytes:
    """Those pages of a PDF that have tables, or have none, as a PDF of their own."""
    with pdfplumber.open(path) as plumbed:
        chosen = [at for at, page in enumerate(plumbed.pages) if bool(page.find_tables()) is with_tables]
    out, source = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(path)
    out.import_pages(source, chosen)
    file = io.BytesIO()
    out.save(file)
    return file.getvalue()


def _tesseract(images: list[Image.Image]) -> list[bytes]:
    """Pages through tesseract alone, as many at a time as the reader does."""

    def one(image: Image.Image) -> bytes:
        command = ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", "4", "--dpi", str(_DPI)]
        picture = io.BytesIO()
        image.save(picture, "PPM")
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        return subprocess.run(
            command, input=picture.getvalue(), capture_output=True, check=True, env=environment
        ).stdout

    with ThreadPoolExecutor(ocr.jobs()) as pool:
        return list(pool.map(one, images))
