"""PDF files: page by page from their text layer, from their ruled tables, or through character recognition.

pdfium looks at every page first: a page with words is read from its text layer, one with upright rules goes to pdfplumber
as well (some thirty times slower), one that only shows a picture goes to character recognition. So does a page whose text
layer is no Vietnamese: the work of a bad recognition, or of a font that does not say what its signs mean.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium
from pdfplumber.utils.exceptions import PdfminerException

from extract.errors import DamagedFile, EmptyFile, EncryptedFile, NeedsOcr, TooLarge
from extract.readers import legacy
from extract.readers.page import overlay, paragraphs, ruled, textlayer
from extract.readers.page.pages import Page, Table, Words
from extract.readers.scan import ocr
from extract.readers.scan.image import MAX_PIXELS
from extract.source import Note, Source
from patterns.syllables import impossible_share

MEDIA_TYPE = "application/pdf"
_NO_TABLES = (
    "các bảng trong tệp PDF không tách được ô; hãy xem bản gốc / the cells of tables in the PDF cannot be told apart"
)
# Pages of the longest plan with all its annexes, and room.
MAX_PAGES = 1000

# The part of a page that its pictures cover where it is a scan.
_SCAN = 0.5
# Letters below which the text layer of a scan is only what a signing program stamped on it.
_STAMP = 280
# Shares of impossible words from which on a text layer is read anew: over a picture, and where the font may be to blame.
_BAD_LAYER = 0.08
_BAD_FONT = 0.35


@dataclass(slots=True)
class _Seen:
    """A page as pdfium sees it."""

    page: Page
    lost: bool = False
    has_rules: bool = False
    covered: float = 0.0
    too_large: bool = False


def read(data: bytes) -> Source:
    """The source of a PDF.

    Raises:
        EncryptedFile: the file asks for a password.
        DamagedFile: the file cannot be opened.
        TooLarge: the file has more pages than any plan.
        NeedsOcr: no page has words, and tesseract is not installed.
        EmptyFile: neither words nor pictures with words are on any page.
    """
    document = _open(data)
    try:
        if len(document) > MAX_PAGES:
            raise TooLarge(
                f"tệp PDF có {len(document):,} trang, quá {MAX_PAGES:,}; hãy tách tệp / "
                f"the PDF has {len(document):,} pages, more than {MAX_PAGES:,}; split it"
            )
        seen, turned = _seen(document)
        if (convert := legacy.converter(_text(seen))) is not None:
            seen, turned = _seen(document, convert)
        pages = [one.page for one in seen]
        with_rules = [one.page.number for one in seen if one.has_rules]
        if turned and with_rules:
            data = _saved(document)
        notes = (*_recognise(document, seen, pages), *_blank(seen), *overlay.attached(document))
    finally:
        document.close()
    recognised = {page.number for page in pages if page.ocr}
    try:
        _add_tables(data, pages, [number for number in with_rules if number not in recognised], convert)
    except PdfminerException:
        notes = (*notes, Note("tables-not-read", _NO_TABLES))
    if not any(page.has_words for page in pages):
        raise EmptyFile("không trang nào có chữ (chỉ có hình) / no page has words (pictures only)")
    return paragraphs.source(pages, MEDIA_TYPE, "pdf", notes)


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise EncryptedFile(
                "tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi nạp lại / the PDF has a password; remove it and load again"
            ) from None
        raise _damaged() from error
    if not len(document):
        document.close()
        raise _damaged()
    return document


def _damaged() -> DamagedFile:
    return DamagedFile(
        "tệp PDF bị hỏng; hãy lấy lại bản gốc hoặc xuất lại từ Word / a damaged PDF; get the original or export it again"
    )


def _seen(document: pypdfium2.PdfDocument, convert: legacy.Convert | None = None) -> tuple[list[_Seen], bool]:
    """The pages as pdfium sees them, and whether any had to be turned upright."""
    out, turned = [], False
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            out.append(_Seen(Page(index + 1, 595, 842), lost=True))
            continue
        textpage = page.get_textpage()
        try:
            if textpage.count_chars():
                turned |= textlayer.set_upright(page, textpage)
                own = textlayer.lines(page, textpage, index + 1, convert)
                one = _Seen(own, has_rules=_has_rules(page))
            else:
                one = _Seen(Page(index + 1, *page.get_size()), lost=not pdfium.FPDFPage_CountObjects(page))
            drawn = overlay.drawn_in(page, textpage.count_chars())
            _look_at_pictures(page, one)
            if drawn is not None:
                textpage.close()
                page.close()
                page = document[index]
                textpage = page.get_textpage()
                overlay.add(one.page, textlayer.lines_from(page, textpage, drawn.characters, convert), drawn)
            out.append(one)
        finally:
            textpage.close()
            page.close()
    return out, turned


def _text(seen: Sequence[_Seen]) -> str:
    return "\n".join(line.text for one in seen for line in one.page.lines)


def _look_at_pictures(page: pypdfium2.PdfPage, one: _Seen) -> None:
    """Notes how much of a page its pictures cover, and whether one is larger than can be read."""
    width, height = page.get_size()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        one.covered += max(0.0, right - left) * max(0.0, top - bottom) / (width * height)
        across, down = item.get_px_size()
        one.too_large |= across * down > MAX_PIXELS


def _recognise(document: pypdfium2.PdfDocument, seen: Sequence[_Seen], pages: list[Page]) -> tuple[Note, ...]:
    """Puts recognised pages in the place of those without a text layer that can be trusted; notes for the reader."""
    notes: list[Note] = []
    large = [one.page.number for one in seen if one.too_large and not one.page.lines]
    if large:
        notes.append(
            Note("page-too-large", f"ảnh ở trang {_listed(large)} quá lớn, không đọc / pictures too large to be read")
        )
    wanted = [one for one in seen if not one.too_large and _wants_recognition(one)]
    if not wanted:
        return tuple(notes)
    try:
        found = ocr.read_pages(_pictures(document, [one.page.number for one in wanted]))
    except NeedsOcr:
        if not any(one.page.lines for one in seen):
            raise
        numbers = _listed([one.page.number for one in wanted])
        notes.append(
            Note("page-needs-ocr", f"trang {numbers} cần nhận dạng chữ mà máy chưa có tesseract / pages need OCR")
        )
        return tuple(notes)
    for one, page in zip(wanted, found, strict=True):
        if page.has_words and _is_better(page, one.page):
            pages[page.number - 1] = page
    empty = [one.page.number for one in wanted if not pages[one.page.number - 1].has_words]
    if empty and len(empty) < len(seen):
        notes.append(Note("page-without-words", f"trang {_listed(empty)} không có chữ / pages without words"))
    return tuple(notes)


def _blank(seen: Sequence[_Seen]) -> list[Note]:
    """Says which pages hold nothing at all: blank, or lost when the file was damaged. One at the end is what Word leaves."""
    lost = [one.page.number for one in seen if one.lost and not one.page.lines]
    if lost and lost[-1] == len(seen):
        lost.pop()
    if not lost:
        return []
    return [
        Note(
            "page-not-read",
            f"trang {_listed(lost)} trắng hoặc bị hỏng; hãy xem bản gốc / blank or damaged pages; see the original",
        )
    ]


def _wants_recognition(one: _Seen) -> bool:
    text = "\n".join(line.text for line in one.page.lines)
    if not text:
        return one.covered > 0.02 or one.has_rules
    share = impossible_share(text)
    if one.covered >= _SCAN:
        return share > _BAD_LAYER or sum(map(str.isalpha, text)) < _STAMP
    return share > _BAD_FONT and len(text) > 200


def _is_better(page: Page, before: Page) -> bool:
    """Whether what was recognised is better Vietnamese than the text layer was."""
    old = "\n".join(line.text for line in before.lines)
    new = "\n".join(line.text for line in page.lines)
    return len(old) < _STAMP or impossible_share(new) < impossible_share(old)


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:20])) + (", …" if len(numbers) > 20 else "")


def _pictures(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> Iterator[ocr.Picture]:
    for number in numbers:
        page = document[number - 1]
        try:
            dpi = _resolution(page)
            yield ocr.Picture(number, page.render(scale=dpi / 72).to_pil(), dpi)
        finally:
            page.close()


def _resolution(page: pypdfium2.PdfPage) -> float:
    """Pixels to the inch at which a page is rendered: those of its picture, where that is neither coarse nor needlessly fine.

    A page larger than A3 is rendered smaller, so that its picture stays within bounds.
    """
    best = 0.0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, _, right, _ = item.get_bounds()
        if right > left:
            best = max(best, item.get_px_size()[0] * 72 / (right - left))
    width, height = page.get_size()
    return float(min(max(best, 200), 300, 72 * 5000 / max(width, height, 1)))


def _saved(document: pypdfium2.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_tables(data: bytes, pages: list[Page], numbers: list[int], convert: legacy.Convert | None) -> None:
    """Finds the ruled tables of pages and takes their words out of the lines."""
    for number, tables in ruled.ruled_tables(data, numbers).items() if numbers else ():
        page = pages[number - 1]
        page.tables = [_converted(table, convert) for table in tables] if convert is not None else tables
        page.lines = [line for line in page.lines if not any(table.holds(line.box) for table in tables)]


def _converted(table: Table, convert: legacy.Convert) -> Table:
    rows = [tuple(Words(convert(cell.text)) for cell in row) for row in table.rows]
    return replace(table, rows=rows)


def _has_rules(page: pypdfium2.PdfPage) -> bool:
    """Whether lines or boxes stand upright on the page, as in a ruled table and not below a motto."""
    upright = 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        _, bottom, _, top = item.get_bounds()
        upright += top - bottom > 6
        if upright >= 3:
            return True
    return False
