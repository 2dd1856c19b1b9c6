"""Word files that are a heading and a table on pages laid on their side, as offices send them round."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

# What the margins leave of the page, in centimetres; the size of letters in cells, in points.
WIDTH = 24.7
_SIZE, _LEAST_SIZE = 11, 8


class WordTable:
    """A Word file with a heading and one table, written row by row.

    The page is A4 laid on its side, with the margins of Nghị định 30/2020/NĐ-CP (phụ lục I); the head of the table stands on every page, no row
    is parted by the end of one.
    """

    def __init__(self, title: str, below: str, columns: Sequence[tuple[str, float]]) -> None:
        """Begins the file.

        Args:
            title: the heading, in capitals.
            below: the line below it.
            columns: the head of each column and its width in centimetres; where they are wider together than the page (24,7), all are
                narrowed and the letters are smaller.
        """
        together = sum(width for _, width in columns)
        narrowed = min(1.0, WIDTH / together)
        self._columns = [(name, width * narrowed) for name, width in columns]
        self._size = _SIZE if narrowed == 1.0 else max(_LEAST_SIZE, int(_SIZE * narrowed))
        self._document = Document()
        self._page()
        for words, bold in ((title, True), (below, False)):
            self.paragraph(words, bold=bold, centred=True, size=14 if bold else 12)
        self._table: Any = self._document.add_table(rows=1, cols=len(columns))
        self._table.style = "Table Grid"
        self._table.autofit = False
        _narrow_margins(self._table)
        _fill(self._table.rows[0].cells, [name for name, _ in columns], size=self._size, bold=True)
        _mark(self._table.rows[0], "w:cantSplit", "w:tblHeader")

    def _page(self) -> None:
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21.0)
        section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
            Cm(3),
            Cm(2),
            Cm(2),
            Cm(2),
        )
        style: Any = self._document.styles["Normal"]
        style.font.name = "Times New Roman"
        style.font.size = Pt(12)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")

    def paragraph(self, words: str, *, bold: bool = False, centred: bool = False, size: int = 12) -> None:
        """A paragraph at the end of the file."""
        paragraph = self._document.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(words)
        run.bold = bold
        run.font.size = Pt(size)

    def row(self, words: Sequence[str], *, bold: bool = False) -> None:
        """A row of the table; a line break in a cell begins a paragraph."""
        row = self._table.add_row()
        _fill(row.cells, words, size=self._size, bold=bold)
        _mark(row, "w:cantSplit")

    def save(self, path: Path | BinaryIO) -> None:
        """Writes the file."""
        for column, (_, width) in zip(self._table.columns, self._columns, strict=True):
            column.width = Cm(width)  # LibreOffice goes by these, Word by those of the cells
        for row in self._table.rows:
            for cell, (_, width) in zip(row.cells, self._columns, strict=True):
                cell.width = Cm(width)
        self._document.save(str(path) if isinstance(path, Path) else path)


def _fill(cells: Sequence[Any], words: Sequence[str], *, size: int, bold: bool = False) -> None:
    for cell, text in zip(cells, words, strict=True):
        paragraph = cell.paragraphs[0]
        for line, part in enumerate(text.split("\n")):
            if line:
                paragraph = cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            run = paragraph.add_run(part)
            run.bold = bold
            run.font.size = Pt(size)
        if bold:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _mark(row: Any, *marks: str) -> None:
    """Marks a row: `w:tblHeader` lets it stand on every page, `w:cantSplit` keeps it on one."""
    for name in marks:
        mark = OxmlElement(name)
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)


def _narrow_margins(table: Any) -> None:
    """A millimetre beside the words of a cell, so that figures of many years fit into a line."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), "57")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr
    # the schema of Word wants them before the look
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)
