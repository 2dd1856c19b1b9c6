"""Tesseract as a program: a picture in, lines of words with places and confidences out (hOCR).

One page a process and one thread a process (`OMP_THREAD_LIMIT=1`): a second thread costs more than it gives, and pages are
many. The language is `vie` alone: with `vie+eng` accents are lost.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex
from lxml import etree

from extract import programs
from extract.errors import NeedsOcr
from extract.readers.scan.scans import Grey

PROGRAM = "tesseract"
LANGUAGE = "vie"
# Seconds for one page; what takes longer is a picture full of specks.
TIMEOUT = 180

SPARSE = 11  # page segmentation: words wherever they stand
COLUMN = 4  # page segmentation: one column of text of variable sizes
BLOCK = 6  # one uniform block
LINE = 7  # a single line

_HOW = "cài bằng / install it: apt-get install tesseract-ocr tesseract-ocr-vie"
_BASELINE = regex.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = regex.compile(r"x_size ([\d.]+)")
_BBOX = regex.compile(r"bbox (\d+) (\d+) (\d+) (\d+)")
_CONFIDENCE = regex.compile(r"x_wconf (\d+)")


@dataclass(slots=True)
class Word:
    """A word that was recognised: its box in pixels of the picture, how sure the recognition is (0 to 100).

    `seen` is what a second reading saw in its place, where that is something else.
    """

    text: str
    box: tuple[int, int, int, int]
    confidence: int
    seen: str | None = None


@dataclass(slots=True)
class Line:
    """A line of words: its base line at its left end and its type size, in pixels."""

    words: list[Word]
    baseline: float
    size: float


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The languages that tesseract has; empty where the program is missing."""
    if shutil.which(PROGRAM) is None:
        return frozenset()
    listed = subprocess.run([PROGRAM, "--list-langs"], capture_output=True, text=True, check=False, timeout=60)
    return frozenset(line.strip() for line in (listed.stdout + listed.stderr).splitlines()[1:])


def require() -> None:
    """Makes sure that pages can be recognised.

    Raises:
        NeedsOcr: tesseract or its Vietnamese data is not installed.
    """
    if not languages():
        raise NeedsOcr(f"bản quét cần nhận dạng chữ mà máy chưa có tesseract; {_HOW} (a scan; tesseract is missing)")
    if LANGUAGE not in languages():
        raise NeedsOcr(f"tesseract chưa có dữ liệu tiếng Việt; {_HOW} (tesseract lacks its Vietnamese data)")


def read(picture: Grey, dpi: float, *, mode: int = COLUMN) -> list[Line]:
    """The lines of a picture from the top down; none where it shows no words or takes too long."""
    height, width = picture.shape
    command = [PROGRAM, "stdin", "stdout", "-l", LANGUAGE, "--psm", str(mode), "--dpi", str(round(dpi)), "hocr"]
    try:
        done = programs.run(
            command,
            seconds=TIMEOUT,
            data=b"P5 %d %d 255\n" % (width, height) + picture.tobytes(),
            output=True,
            environment={"OMP_THREAD_LIMIT": "1"},
        )
    except programs.OutOfTime:
        return []
    return list(_lines(done.stdout)) if done.returncode == 0 and done.stdout.strip() else []


def _lines(hocr: bytes) -> Iterator[Line]:
    root = etree.fromstring(hocr, etree.XMLParser(recover=True, huge_tree=True))
    for element in root.iter("{*}span"):
        if element.get("class") in ("ocr_line", "ocr_caption", "ocr_textfloat", "ocr_header"):
            words = [word for word in map(_word, element.iter("{*}span")) if word is not None]
            if words:
                yield _line(element.get("title") or "", words)


def _line(title: str, words: list[Word]) -> Line:
    bottom = float(_BBOX.search(title)[4])  # type: ignore[index]
    slope = _BASELINE.search(title)
    size = _SIZE.search(title)
    baseline = bottom + float(slope[2]) if slope is not None else bottom
    height = float(size[1]) if size is not None else float(words[0].box[3] - words[0].box[1])
    return Line(words, baseline, height)


def _word(element: etree._Element) -> Word | None:
    if element.get("class") != "ocrx_word":
        return None
    text = "".join(str(part) for part in element.itertext()).strip()
    title = element.get("title") or ""
    box, confidence = _BBOX.search(title), _CONFIDENCE.search(title)
    if not text or box is None:
        return None
    left, top, right, bottom = (int(box[number]) for number in (1, 2, 3, 4))
    return Word(text, (left, top, right, bottom), int(confidence[1]) if confidence is not None else 0)
