"""PDF files: page by page from their text layer, from their ruled tables, or through character recognition.

pdfium looks at every page first: a page with words is read from its text layer, one with upright rules goes to pdfplumber
as well (some thirty times slower), one that only shows a picture goes to character recognition.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from extract.errors import DamagedFile, EncryptedFile
from extract.readers import arrange, ocr, ruled, textlayer
from extract.readers.pages import Page
from extract.source import Source

MEDIA_TYPE = "application/pdf"


def read(data: bytes) -> Source:
    """The source of a PDF.

    Raises:
        EncryptedFile: the file asks for a password.
        DamagedFile: the file cannot be opened.
        NoTextLayer: no page has words: a scan.
    """
    document = _open(data)
    try:
        pages, with_rules, turned = _pages(document)
        if turned and with_rules:
            data = _saved(document)
        empty = [page.number for page in pages if not page.lines]
        if empty:
            for page in ocr.read_pages(_pictures(document, empty)):
                pages[page.number - 1] = page
    finally:
        document.close()
    for number, tables in ruled.find(data, with_rules).items() if with_rules else ():
        page = pages[number - 1]
        page.tables = tables
        page.lines = [line for line in page.lines if not any(table.holds(line.box) for table in tables)]
    return arrange.source(pages, MEDIA_TYPE, "pdf")


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise EncryptedFile(
                "tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi nạp lại / the PDF has a password; remove it and load again"
            ) from None
        raise DamagedFile(
            "tệp PDF bị hỏng; hãy lấy lại bản gốc hoặc xuất lại từ Word / a damaged PDF; get the original or export it again"
        ) from error


def _pages(document: pypdfium2.PdfDocument) -> tuple[list[Page], list[int], bool]:
    pages, with_rules, turned = [], [], False
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        try:
            if textpage.count_chars():
                if textlayer.set_upright(page, textpage):
                    turned = True
                pages.append(textlayer.lines(page, textpage, index + 1))
                if _has_rules(page):
                    with_rules.append(index + 1)
            else:
                pages.append(Page(index + 1, *page.get_size()))
        finally:
            textpage.close()
            page.close()
    return pages, with_rules, turned


def _pictures(document: pypdfium2.PdfDocument, numbers: list[int]) -> Iterator[ocr.Picture]:
    for number in numbers:
        page = document[number - 1]
        try:
            dpi = _resolution(page)
            yield ocr.Picture(number, page.render(scale=dpi / 72).to_pil(), dpi)
        finally:
            page.close()


def _resolution(page: pypdfium2.PdfPage) -> float:
    """Pixels to the inch at which a page is rendered: those of its picture, where that is neither coarse nor needlessly fine."""
    best = 0.0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if right > left and top > bottom:
            best = max(best, item.get_px_size()[0] * 72 / (right - left))
    return min(max(best, 200), 300)


def _saved(document: pypdfium2.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _has_rules(page: pypdfium2.PdfPage) -> bool:
    """Whether lines or boxes stand upright on the page, as in a ruled table and not below a motto."""
    upright = 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        upright += min(top - bottom, right - left) > 6 or (top - bottom > 6)
        if upright >= 3:
            return True
    return False
