"""PDF files with a text layer: words from pdfium with their places on the page, ruled tables from pdfplumber.

pdfium is fast and gives no layout, so the places of a line's first and last characters are asked for; from them come the
columns of the official head and of the signature, indents, page numbers and running heads. Only pages with ruled lines
are given to pdfplumber, which is some thirty times slower.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce

import pypdfium2
import pypdfium2.raw as pdfium
import regex

from extract.errors import DamagedFile, EncryptedFile, NoTextLayer
from extract.readers import ruled
from extract.readers.assembly import SourceBuilder
from extract.source import LineKind, Source
from patterns import spelling
from patterns.documents import TITLE_LINE
from patterns.headings import is_starter

MEDIA_TYPE = "application/pdf"

# Points between two words of a line from which on they belong to two columns.
COLUMN_GAP = 12.0
# Points that the first line of a paragraph is set in, at least.
INDENT = 9.0
# Share of the page's height at its top and bottom where running heads and page numbers stand.
MARGIN = 0.09
# Where the left column of head and signature ends, as a share of the page's width.
MIDDLE = 0.46

_HYPHENS = regex.compile("[\x02\ufffe]")
_LINE_ENDS = regex.compile(r"[\r\n]+")
_PAGE_NUMBER = regex.compile(r"[-–—\s]*(?:trang|page)?\s*\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—\s]*", regex.IGNORECASE)
_HEAD_ENDS = regex.compile(r"ngày\b.*\btháng\b.*\bnăm\b|độc lập\s*-\s*tự do|^số\s*:")
_RECIPIENTS = regex.compile(r"n[ơo]i nh[ậâ]n\s*:?")
_SIGNATURE = regex.compile(r"(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}|(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC")
_ITEM = regex.compile(r"[-–+]\s*\S|[Nn][ơo]i nh[ậâ]n")
_NOTE = regex.compile(r"[\[(]?\d{1,3}[\])]?\s*(?:\p{L}|$)")
_NOTE_MARK = regex.compile(r"(?<=[\p{L}\d%.,;:)”\"])\s?(\d{1,3})(?![\p{L}\d])")
_DIGITS = regex.compile(r"\d+")

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a line that stand together; left, top, right, bottom in points from the page's upper left corner.

    `size` is the type size of its first character.
    """

    words: str
    box: _Box
    size: float = 0.0

    @property
    def centre(self) -> float:
        return (self.box[0] + self.box[2]) / 2


@dataclass(slots=True)
class _Line:
    """A line of a page: its pieces from left to right."""

    pieces: list[_Piece]
    kind: LineKind = LineKind.BODY
    indented: bool = False
    joins: bool | None = None
    words: str = field(init=False)
    box: _Box = field(init=False)

    def __post_init__(self) -> None:
        self.words = " ".join(piece.words for piece in self.pieces)
        self.box = reduce(_union, (piece.box for piece in self.pieces))


@dataclass(slots=True)
class _Page:
    number: int
    width: float
    height: float
    lines: list[_Line] = field(default_factory=list)
    has_rules: bool = False
    tables: list[ruled.Table] = field(default_factory=list)


def read(data: bytes) -> Source:
    """The source of a PDF.

    Raises:
        EncryptedFile: the file asks for a password.
        DamagedFile: the file cannot be opened.
        NoTextLayer: no page has words: a scan.
    """
    pages = _pages(data)
    empty = [page.number for page in pages if not page.lines]
    if len(empty) == len(pages):
        raise NoTextLayer(
            "tệp PDF không có lớp chữ (bản quét ảnh); cần nhận dạng chữ (OCR) trước khi nạp / "
            "the PDF has no text layer (a scan); it needs OCR before loading"
        )
    _add_tables(data, pages)
    _mark_footnotes(pages)
    _mark_running(pages)
    for page in pages:
        _set_columns(page)
    _mark_paragraphs(pages)
    notes = []
    if empty:
        listed = ", ".join(map(str, empty))
        notes.append(("page-without-text", f"trang {listed} không có chữ (ảnh quét?) / pages without words (scanned?)"))
    return _source(pages, tuple(notes))


# --- from pdfium -----------------------------------------------------------------------------------------------------


def _pages(data: bytes) -> list[_Page]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise EncryptedFile(
                "tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi nạp lại / the PDF has a password; remove it and load again"
            ) from None
        raise DamagedFile(
            "tệp PDF bị hỏng; hãy lấy lại bản gốc hoặc xuất lại từ Word / a damaged PDF; get the original or export it again"
        ) from error
    try:
        return [_page(document, number) for number in range(len(document))]
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> _Page:
    page = document[index]
    textpage = page.get_textpage()
    try:
        out = _Page(index + 1, *page.get_size())
        if textpage.count_chars():
            out.lines = _lines(textpage, out)
            out.has_rules = _has_rules(page)
    finally:
        textpage.close()
        page.close()
    return out


def _has_rules(page: pypdfium2.PdfPage) -> bool:
    """Whether lines or boxes stand upright on the page, as in a ruled table and not below a motto."""
    upright = 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        _, bottom, _, top = item.get_bounds()
        upright += top - bottom > 6
        if upright >= 3:
            return True
    return False


def _lines(textpage: pypdfium2.PdfTextPage, page: _Page) -> list[_Line]:
    """The lines of a page in the order of the file; on pages with a head or a signature, parted at wide gaps."""
    words = _characters(textpage)
    parted = page.number == 1 or _RECIPIENTS.search(words.lower()) is not None or _SIGNATURE.search(words) is not None
    pattern = regex.compile(r"\S+" if parted else r"\S(?:[^\r\n]*\S)?")
    out: list[_Line] = []
    at = 0
    for end in [match.start() for match in _LINE_ENDS.finditer(words)] + [len(words)]:
        pieces: list[_Piece] = []
        for match in pattern.finditer(words, at, end):
            box = _span_box(textpage, match.start(), match.end() - 1, page.height)
            if box is None:
                continue
            size = pdfium.FPDFText_GetFontSize(textpage, match.start())
            text = _HYPHENS.sub("-", _without_notes(textpage, match.group(), match.start(), size))
            if pieces and box[0] - pieces[-1].box[2] <= COLUMN_GAP:
                before = pieces.pop()
                text, size = f"{before.words} {text}".rstrip(), before.size
                box = _union(before.box, box)
            pieces.append(_Piece(text, box, size))
        if pieces:
            out.append(_Line(pieces))
        at = end
    return out


def _without_notes(textpage: pypdfium2.PdfTextPage, words: str, start: int, size: float) -> str:
    """The words without the small raised numbers that point to footnotes."""
    out, at = [], 0
    for match in _NOTE_MARK.finditer(words):
        if pdfium.FPDFText_GetFontSize(textpage, start + match.start(1)) < size * 0.8:
            out.append(words[at : match.start()])
            at = match.end()
    return "".join(out) + words[at:] if at else words


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """The characters of a page, one for each index of pdfium's."""
    count = textpage.count_chars()
    words = str(textpage.get_text_range(0, count))
    if len(words) == count:
        return words
    return "".join(chr(pdfium.FPDFText_GetUnicode(textpage, index) or 32) for index in range(count))


def _span_box(textpage: pypdfium2.PdfTextPage, first: int, last: int, height: float) -> _Box | None:
    """The box of a run of characters on one line, by its first and last one."""
    boxes = []
    for index in (first, last):
        try:
            left, bottom, right, top = textpage.get_charbox(index, loose=True)
        except pypdfium2.PdfiumError:
            return None
        boxes.append((left, height - top, right, height - bottom))
    return _union(*boxes)


def _union(a: _Box, b: _Box) -> _Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


# --- what the places say ---------------------------------------------------------------------------------------------


def _add_tables(data: bytes, pages: list[_Page]) -> None:
    """Finds the ruled tables and takes their words out of the lines."""
    wanted = [page.number for page in pages if page.has_rules]
    for number, tables in ruled.find(data, wanted).items() if wanted else ():
        page = pages[number - 1]
        page.tables = tables
        page.lines = [line for line in page.lines if not any(table.holds(line.box) for table in tables)]


def _mark_running(pages: list[_Page]) -> None:
    """Page numbers, and lines that come back at the top or the foot of most pages, are no part of the text."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_DIGITS.sub("#", line.words) for line in page.lines if _at_edge(line, page)})
    often = max(3, len(pages) // 2)
    for page in pages:
        for line in page.lines:
            if _at_edge(line, page) and (
                _PAGE_NUMBER.fullmatch(line.words) is not None or edges[_DIGITS.sub("#", line.words)] >= often
            ):
                line.kind = LineKind.FURNITURE


def _at_edge(line: _Line, page: _Page) -> bool:
    _, top, _, bottom = line.box
    return bottom < page.height * MARGIN or top > page.height * (1 - MARGIN)


def _set_columns(page: _Page) -> None:
    """Head and signature are read column by column: first the left one, then the right one."""
    body = [index for index, line in enumerate(page.lines) if line.kind is LineKind.BODY]
    if page.number == 1:
        end = _head_end(page, body)
        page.lines[:end] = _columns(page.lines[:end], page.width)
    start = _closing_start(page)
    if start is not None:
        top = page.lines[start].box[1]
        # The signature may be set a little higher than the recipients.
        beside = [
            line for line in page.lines[max(0, start - 4) : start]
            if line.box[1] > top - 25 and line.box[0] > page.width * 0.4
        ]  # fmt: skip
        closing = [*beside, *page.lines[start:]]
        below = [line for line in closing if line.box[1] > top - 25]
        rest = [line for line in closing if line.box[1] <= top - 25]
        page.lines = [line for line in page.lines[:start] if line not in beside] + rest + _columns(below, page.width)


def _head_end(page: _Page, body: list[int]) -> int:
    """How many lines of the first page the official head takes: up to the title."""
    last = 0
    for index in body[:40]:
        line = page.lines[index]
        if TITLE_LINE.match(spelling.view(line.words)) is not None and last:
            return index
        if any(_HEAD_ENDS.search(piece.words.lower()) is not None for piece in line.pieces):
            last = index + 1
        elif line.box[2] - line.box[0] > page.width * 0.65 and len(line.pieces) == 1:
            break
    return last


def _closing_start(page: _Page) -> int | None:
    """The line `Nơi nhận`, or the first line of the signature where there is none."""
    for index, line in enumerate(page.lines):
        if any(_RECIPIENTS.match(piece.words.lower()) is not None for piece in line.pieces):
            return index
    return None


def _columns(lines: list[_Line], width: float) -> list[_Line]:
    """Lines of two columns: those of the left one from the top down, then those of the right one."""
    furniture = [line for line in lines if line.kind is LineKind.FURNITURE]
    pieces = [piece for line in lines if line.kind is not LineKind.FURNITURE for piece in line.pieces]
    left = [piece for piece in pieces if piece.centre < width * MIDDLE]
    right = [piece for piece in pieces if piece.centre >= width * MIDDLE]
    out: list[_Line] = []
    for column in (left, right):
        out.extend(_Line([piece], LineKind.HEAD) for piece in _joined(_rows(column)))
    return out + furniture


def _rows(column: list[_Piece]) -> list[_Piece]:
    """The pieces of a column from the top down, those at one height made one (`Số:      /KH-UBND`)."""
    out: list[_Piece] = []
    for piece in sorted(column, key=lambda piece: (round(piece.box[1] / 4), piece.box[0])):
        if out and abs(out[-1].box[1] - piece.box[1]) < 4:
            out[-1] = replace(out[-1], words=f"{out[-1].words} {piece.words}", box=_union(out[-1].box, piece.box))
        else:
            out.append(piece)
    return out


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """The lines of a column, an item of the recipients that runs on over several lines made one."""
    out: list[_Piece] = []
    for piece in pieces:
        before = out[-1] if out else None
        if (
            before is not None
            and before.words[:1] in "-–+"
            and not before.words.endswith((";", "."))
            and _ITEM.match(piece.words) is None
            and piece.box[1] - before.box[3] < 6
        ):
            out[-1] = replace(before, words=f"{before.words} {piece.words}", box=_union(before.box, piece.box))
        else:
            out.append(piece)
    return out


def _mark_footnotes(pages: list[_Page]) -> None:
    """Lines in small type at the foot of a page, from one that begins with a number on, are read after the body."""
    sizes = Counter(round(line.pieces[0].size) for page in pages for line in page.lines)
    small = sizes.most_common(1)[0][0] * 0.87 if sizes else 0.0
    for page in pages:
        body = [line for line in page.lines if line.kind is LineKind.BODY]
        low = len(body)
        while low and body[low - 1].pieces[0].size < small:
            low -= 1
        first = next((i for i in range(low, len(body)) if _NOTE.match(body[i].words) is not None), len(body))
        for line in body[first:]:
            line.kind = LineKind.FOOTNOTE


def _mark_paragraphs(pages: list[_Page]) -> None:
    """Says of each line whether it begins a paragraph: by its indent, and by the room that was left in the line before.

    A document whose list items stand at the margin shows nothing by its indents; there only a line that was not full
    ends a paragraph for sure.
    """
    before: tuple[_Page, _Line] | None = None
    margins = {page.number: _margins(page) for page in pages}
    lines = [(page, line) for page in pages for line in page.lines if line.kind is LineKind.BODY]
    starters = [(page, line) for page, line in lines if is_starter(line.words)]
    indents = sum(line.box[0] - margins[page.number][0] > INDENT for page, line in starters) * 2 > len(starters)
    for page, line in lines:
        line.indented = line.box[0] - margins[page.number][0] > INDENT
        if before is not None:
            line.joins = _joins(before[1], line, margins[before[0].number][1], indents=indents)
            if before[0] is page and line.box[1] - before[1].box[3] > (line.box[3] - line.box[1]) * 0.9:
                line.joins = False
        before = (page, line)


def _margins(page: _Page) -> tuple[float, float]:
    """Where lines begin and end on a page: the leftmost place that several begin at, and the same on the right."""
    body = [line.box for line in page.lines if line.kind is LineKind.BODY]
    enough = max(2, len(body) // 8)
    lefts = Counter(round(box[0]) for box in body)
    rights = Counter(round(box[2] / 2) * 2 for box in body)
    left = [at for at, count in lefts.items() if count >= enough] or list(lefts) or [0]
    right = [at for at, count in rights.items() if count >= enough] or list(rights) or [0]
    return float(min(left)), float(max(right))


def _joins(before: _Line, line: _Line, right: float, *, indents: bool) -> bool | None:
    """Whether a line goes on with the one before; `None` where the layout does not show it."""
    words = line.words
    first_word = (line.box[2] - line.box[0]) * len(words.split(" ", 1)[0]) / len(words)
    full = before.box[2] + first_word + 2 >= right
    if not full:
        return None if words[0].islower() else False
    if line.indented:
        return False if indents else None
    return True if indents else None


# --- the source ------------------------------------------------------------------------------------------------------


def _source(pages: list[_Page], notes: tuple[tuple[str, str], ...]) -> Source:
    out = SourceBuilder()
    joined = ruled.joined([(page.number, page.tables) for page in pages])
    for page in pages:
        waiting = [(table.top, table.number, rows) for table, rows in joined.get(page.number, ())]
        for line in page.lines:
            while waiting and line.kind is not LineKind.FURNITURE and waiting[0][0] < line.box[1]:
                _put_table(out, *waiting.pop(0)[1:], page=page.number)
            out.line(line.words, page=page.number, kind=line.kind, blank_before=line.indented, joins=line.joins)
        for _, number, rows in waiting:
            _put_table(out, number, rows, page=page.number)
    return out.source(MEDIA_TYPE, "pdf", pages=len(pages), notes=notes)


def _put_table(out: SourceBuilder, number: int, rows: Iterable[tuple[str, ...]], *, page: int) -> None:
    for row in rows:
        out.row(row, table=number, page=page, blank_before=True)
