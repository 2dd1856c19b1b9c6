"""Scans: pages of real plans made pictures and spoilt; what is read is right, or says that it may be wrong."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz import fuzz

from extract.errors import EmptyFile, NeedsOcr, TooLarge
from extract.pipeline import extract_bytes, extract_file
from extract.readers.scan import batches, grids, ocr, scans, tesseract
from extract.readers.scan.tesseract import Line, Word
from extract.records import Plan
from tests.conftest import PLANS, ROOT

FORMATS = ROOT / "tests/data/formats"
_ANNEX_PAGES = (0, 9, 10)
pytestmark = pytest.mark.needs("tesseract")


def picture(name: str, page: int, *, dpi: int = 200, turn: float = 0.0, noise: float = 0.0) -> Image.Image:
    """A page of a PDF as a scanner sees it: turned by some degrees, with noise."""
    document = pypdfium2.PdfDocument(FORMATS / name)
    image: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("L")
    document.close()
    if turn:
        image = image.rotate(turn, fillcolor=255, resample=Image.Resampling.BICUBIC, expand=abs(turn) > 45)
    if noise:
        grey = np.asarray(image) + np.random.default_rng(1).normal(0, noise, (image.height, image.width))
        image = Image.fromarray(grey.clip(0, 255).astype(np.uint8))
    return image


def saved(*pages: Image.Image, form: str = "PDF", dpi: int = 200) -> bytes:
    out = io.BytesIO()
    extra = {"resolution": dpi} if form == "PDF" else {"dpi": (dpi, dpi)}
    if len(pages) > 1:
        pages[0].save(out, form, save_all=True, append_images=list(pages[1:]), **extra)
    else:
        pages[0].save(out, form, **extra)
    return out.getvalue()


@lru_cache(maxsize=1)
def scanned() -> Plan:
    """A whole plan as a scan: every page leans another way."""
    name = "duc-co-kh-2022.pdf"
    document = pypdfium2.PdfDocument(FORMATS / name)
    count = len(document)
    document.close()
    pages = [picture(name, page, turn=(-0.8, 0.5, 0.0)[page % 3], noise=8) for page in range(count)]
    return extract_bytes(saved(*pages), path="scan.pdf")


def test_a_scan_gives_the_records_of_the_text() -> None:
    plain, scan = extract_file(PLANS / "duc-co-kh-2022.txt"), scanned()
    assert [(t.measure, t.value, t.unit, t.year) for t in scan.targets] == [
        (t.measure, t.value, t.unit, t.year) for t in plain.targets
    ]
    assert [(r.doc_type, r.number, r.issued_on) for r in scan.legal_refs] == [
        (r.doc_type, r.number, r.issued_on) for r in plain.legal_refs
    ]
    assert [a.agencies for a in scan.assignments] == [a.agencies for a in plain.assignments]
    assert [(d.due, d.recurrence) for d in scan.deadlines] == [(d.due, d.recurrence) for d in plain.deadlines]
    assert (scan.document.number, scan.document.issuer) == (plain.document.number, plain.document.issuer)


def test_every_record_of_a_scan_says_so_and_quotes_it() -> None:
    scan = scanned()
    for record in (*scan.targets, *scan.legal_refs, *scan.assignments, *scan.deadlines):
        assert record.ocr
        assert scan.text[record.start : record.end] == record.quote


def test_numbers_of_a_scanned_table_are_right_or_in_doubt() -> None:
    """Pages at 120 dpi with noise: misreadings are sure to be there, none without a mark."""
    name = "quang-ninh-52-kh-ubnd-2021-annex.pdf"
    truth = {(t.value, t.value_high) for t in extract_file(FORMATS / name).targets}
    pages = [picture(name, page, dpi=120, noise=25) for page in _ANNEX_PAGES]
    scan = extract_bytes(saved(*pages, dpi=120), path="scan.pdf")
    assert len(scan.targets) > 20
    for target in scan.targets:
        if (target.value, target.value_high) not in truth:
            assert target.doubt, target.quote
        if target.doubt:
            assert target.confidence <= 0.4


@pytest.mark.parametrize(("form", "turn"), [("PNG", 180), ("JPEG", 90), ("TIFF", 1.5)])
def test_pictures_that_lie_on_their_side_or_lean(form: str, turn: float) -> None:
    plan = extract_bytes(saved(picture("duc-co-kh-2022.pdf", 0, dpi=150, turn=turn), form=form, dpi=150), path="scan")
    assert plan.source.reader == "image"
    assert plan.document.doc_type == "KH"
    document = pypdfium2.PdfDocument(FORMATS / "duc-co-kh-2022.pdf")
    assert fuzz.ratio(plan.text, document[0].get_textpage().get_text_range()) > 90
    document.close()


def test_a_table_that_stands_on_its_head_is_turned() -> None:
    page = picture("quang-ninh-52-kh-ubnd-2021-annex.pdf", _ANNEX_PAGES[1], dpi=150)
    upright, turned = (extract_bytes(saved(one, dpi=150), path="a.pdf") for one in (page, page.rotate(180)))
    assert upright.text.count(" | ") > 20
    assert fuzz.ratio(turned.text, upright.text) > 95


def test_a_grey_picture_of_sixteen_bits_is_not_all_white() -> None:
    picture = Image.fromarray(np.array([[8000, 60000]], dtype=np.uint16))
    assert scans.without_colour(picture).tolist() == [[34, 255]]


def test_words_in_a_small_grid_are_kept() -> None:
    cells = {(0, column): [Line([Word(word, (0, 0, 10, 10), 95)], 10, 10)] for column, word in enumerate(("a", "b"))}
    grid = grids.Grid((0, 0, 90, 20), [], 1, 2)
    read = ocr._Read(1, 100, 100, 72, [], [(grid, cells)])
    assert [[cell.text for cell in row] for table in ocr._page(read).tables for row in table.rows] == [["a", "b"]]


def test_only_pages_without_words_are_recognised() -> None:
    mixed = pypdfium2.PdfDocument.new()
    source = pypdfium2.PdfDocument(FORMATS / "duc-co-kh-2022.pdf")
    mixed.import_pages(source, [0])
    scan = pypdfium2.PdfDocument(saved(picture("duc-co-kh-2022.pdf", 1, dpi=150), dpi=150))
    mixed.import_pages(scan, [0])
    out = io.BytesIO()
    mixed.save(out)
    plan = extract_bytes(out.getvalue(), path="mixed.pdf")
    by_page = {record.page: record.ocr for record in (*plan.targets, *plan.legal_refs, *plan.assignments)}
    assert by_page.get(1) is False
    assert by_page.get(2) is True


def test_a_photograph_holds_no_words() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (40, 30, 3)).astype(np.uint8)
    photo = Image.fromarray(np.kron(noise, np.ones((20, 20, 1), dtype=np.uint8)))
    with pytest.raises(EmptyFile):
        extract_bytes(saved(photo, form="JPEG"), path="photo.jpg")


def test_a_picture_of_too_many_pixels_is_not_opened() -> None:
    with pytest.raises(TooLarge, match="300 dpi"):
        extract_bytes(saved(Image.new("1", (20_000, 20_000), 1), form="PNG"), path="a.png")


def test_without_tesseract_a_scan_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "languages", lambda: frozenset({"eng"}))
    with pytest.raises(NeedsOcr, match="tesseract-ocr-vie"):
        extract_bytes(saved(Image.new("L", (800, 1000), 255), form="PNG"), path="a.png")


# --- parts -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("degrees", [-3.0, -0.4, 0.0, 1.7])
def test_the_lean_of_a_page_is_found(degrees: float) -> None:
    page = np.full((1100, 800), 255, dtype=np.uint8)
    for y in range(100, 1000, 30):
        page[y : y + 10, 80:720] = 0
    leaning = Image.fromarray(page).rotate(degrees, fillcolor=255, resample=Image.Resampling.BICUBIC)
    assert scans.skew(np.asarray(leaning)) == pytest.approx(-degrees, abs=0.15)


def test_a_red_stamp_is_paper_and_black_below_it_stays() -> None:
    page = Image.new("RGB", (400, 400), "white")
    draw = ImageDraw.Draw(page)
    draw.ellipse((50, 50, 350, 350), outline=(215, 40, 50), width=12)
    draw.rectangle((190, 20, 210, 380), fill=(20, 20, 20))
    grey = scans.without_colour(page)
    assert grey[56, 200 - 60] > 150
    assert grey[200, 200] < 60


@pytest.mark.parametrize(("sign", "read"), [("<", "<"), ("≤", "≤"), (">", ">"), ("≥", "≥")])
def test_signs_with_a_bar_are_told_by_the_bar(sign: str, read: str) -> None:
    """Tesseract's Vietnamese has no `≤` and gives `<`."""
    page = Image.new("L", (200, 100), 255)
    draw = ImageDraw.Draw(page)
    less = sign in "<≤"
    tip, ends = (30, 70) if less else (70, 30)
    draw.line([(ends, 20), (tip, 40), (ends, 60)], fill=0, width=5)
    if sign in "≤≥":
        draw.line([(30, 70), (70, 70)], fill=0, width=5)
    draw.rectangle((90, 20, 120, 72), fill=0)
    word = Word(("<" if less else ">") + "9", (28, 18, 122, 74), 90)
    (line,) = ocr._with_bars(np.asarray(page), [Line([word], 72, 55)])
    assert line.words[0].text == read + "9"


def test_a_number_wider_than_its_box_is_read_again() -> None:
    """`93` and `95` of two cells, taken for one word in the box of the second."""
    assert batches._is_squeezed(Word("9395", (0, 0, 44, 40), 90), Line([], 40, 46))
    assert not batches._is_squeezed(Word("95", (0, 0, 44, 40), 90), Line([], 40, 46))


def test_the_cells_of_a_ruled_page_are_found() -> None:
    page = Image.new("L", (900, 700), 255)
    draw = ImageDraw.Draw(page)
    for x in (100, 300, 800):
        draw.line([(x, 100), (x, 500)], fill=0, width=3)
    for y in (100, 300, 500):
        draw.line([(100, y), (800, y)], fill=0, width=3)
    draw.text((320, 150), "95,5", fill=0, font=ImageFont.load_default(40))
    (grid,) = grids.grids_on(np.asarray(page), 150)
    assert (grid.rows, grid.columns, len(grid.cells)) == (2, 2, 4)
    written = [(cell.row, cell.column) for cell in grid.cells if grids.cut(np.asarray(page), cell, 150) is not None]
    assert written == [(0, 1)]


@pytest.mark.parametrize(
    ("again", "doubted"),
    [("95,5%", False), ("95.5%", False), ("96,5%", True), ("", True)],
)
def test_a_number_read_in_two_ways_is_in_doubt(monkeypatch: pytest.MonkeyPatch, again: str, doubted: bool) -> None:
    word = Word("95,5%", (0, 0, 10, 10), 95)
    line = Line([Word(again, (0, 0, 10, 10), 95)] if again else [], 10, 10)
    grey = np.zeros((4, 4), dtype=np.uint8)
    monkeypatch.setattr(batches, "read_side_by_side", lambda *_, **__: [(grey, {0: line})])
    ocr._read_numbers_again([(word, grey)])
    assert (word.seen is not None) is doubted


def test_figures_beside_odd_signs_are_in_doubt_even_when_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    word = Word("]00%", (0, 0, 10, 10), 95)
    grey = np.zeros((4, 4), dtype=np.uint8)
    line = Line([Word("]00%", (0, 0, 10, 10), 95)], 10, 10)
    monkeypatch.setattr(batches, "read_side_by_side", lambda *_, **__: [(grey, {0: line})])
    ocr._read_numbers_again([(word, grey)])
    assert word.seen == "]00%"


def test_nothing_is_left_of_a_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    extract_bytes(saved(picture("duc-co-kh-2022.pdf", 0, dpi=120), form="PNG", dpi=120), path="a.png")
    assert list(tmp_path.iterdir()) == []
