"""What is laid over a PDF page: fields that were filled in, words typed on top; and the files attached to it.

Offices fill the running number and the day in as fields when they sign; the text layer has gaps there. pdfium draws fields into
the page behind its own words, so what they hold is the end of the page's characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.page.pages import Box, Page, PageLine, Piece, Words, union
from extract.source import Note

# A field of one line is no higher, with room around it; what a signing program draws about the signature has several lines.
_HIGHEST = 60.0


@dataclass(frozen=True, slots=True)
class Overlay:
    """Places of fields and typed words, in points from the upper left corner, and how many characters the page has without them."""

    boxes: tuple[Box, ...]
    characters: int


def attached(document: pypdfium2.PdfDocument) -> list[Note]:
    """Says which files are attached: they are not part of the document, and may be its annexes."""
    count = document.count_attachments()
    if count <= 0:
        return []
    listed = ", ".join(f"«{document.get_attachment(index).get_name()}»" for index in range(min(count, 5)))
    message = f"tệp đính kèm trong PDF không được đọc: {listed} / files attached to the PDF are not read"
    return [Note("attachment-not-read", message)]


def drawn_in(page: pypdfium2.PdfPage, characters: int) -> Overlay | None:
    """Draws the fields of a page and what is typed over it into the page; `None` where there is none.

    The page has to be loaded again to see them. `characters` are those that it has without them.
    """
    boxes = []
    rect = pdfium.FS_RECTF()
    height = page.get_height()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT) and pdfium.FPDFAnnot_GetRect(
            annotation, rect
        ):
            boxes.append((rect.left, height - rect.top, rect.right, height - rect.bottom))
        pdfium.FPDFPage_CloseAnnot(annotation)
    low = tuple(box for box in boxes if 0 < box[3] - box[1] <= _HIGHEST)
    if not low or pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return None
    return Overlay(low, characters)


def add(out: Page, drawn: Sequence[PageLine], overlay: Overlay) -> None:
    """Puts what stands in fields into the lines of a page: into the line at its height, else as a line of its own."""
    pieces = [piece for line in drawn for piece in line.pieces]
    for piece in (one for box in overlay.boxes for one in _of_one_line(pieces, box)):
        middle = (piece.box[1] + piece.box[3]) / 2
        at = next((i for i, line in enumerate(out.lines) if line.box[1] - 2 <= middle <= line.box[3] + 2), None)
        if at is None:
            at = next((i for i, line in enumerate(out.lines) if line.box[1] > middle), len(out.lines))
            out.lines.insert(at, PageLine([piece]))
            continue
        line = out.lines[at]
        beside = line.pieces[0]
        own = Words(
            f" {piece.words.text} ", piece.words.doubts
        )  # a word of its own, however near it stands to the next
        level = Piece(own, (piece.box[0], beside.box[1], piece.box[2], beside.box[3]), beside.size)
        out.lines[at] = PageLine(sorted([*line.pieces, level], key=lambda one: one.box[0]), line.kind)


def _of_one_line(pieces: Sequence[Piece], field: Box) -> list[Piece]:
    """What is drawn in a field, where it is one line."""
    inside = [
        piece
        for piece in pieces
        if union(piece.box, field)[2] - union(piece.box, field)[0] < (field[2] - field[0]) + 12
        and _overlap(piece.box, field)
    ]
    level = all(abs(piece.box[3] - inside[0].box[3]) < 0.5 * piece.size for piece in inside)
    return inside if level else []


def _overlap(box: Box, field: Box) -> bool:
    return min(box[3], field[3]) > max(box[1], field[1]) and min(box[2], field[2]) > max(box[0], field[0])
