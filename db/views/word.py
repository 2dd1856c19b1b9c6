"""Word files as Nghị định 30/2020/NĐ-CP (phụ lục I, phần I, mục I) wants them: paper, margins, letters, page numbers, and what is drawn on a page.

Widths are true in LibreOffice and in Word: a table is laid out as it says (`fixed`), and its grid has the widths of its cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

FONT = "Times New Roman"
# A4 and its margins, in centimetres: 20–25 mm above and below, 30–35 mm at the left, 15–20 mm at the right.
LONG, SHORT = 29.7, 21.0
TOP = BOTTOM = 2.0
LEFT, RIGHT = 3.0, 2.0
# What they leave of the width, upright and on its side.
UPRIGHT, SIDEWAYS = SHORT - LEFT - RIGHT, LONG - LEFT - RIGHT
# The size of page numbers and of the words of a document (13 to 14 points).
TEXT_SIZE = 14

CENTRE, BOTH, LEFT_SIDE = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT

# From the margin of a page to its number, in centimetres.
_ABOVE = 1.0
# From the line of a cell to its words, in centimetres.
_BESIDE = 0.15


def new_document(*, sideways: bool = False, size: int = TEXT_SIZE, author: str = "", title: str = "") -> Any:
    """An empty document in Times New Roman, its language Vietnamese, with numbered pages."""
    document = Document()
    style: Any = document.styles["Normal"]
    _set_letters(style.element.get_or_add_rPr(), size)
    for defaults in document.styles.element.iter(qn("w:rPrDefault")):
        _set_letters(defaults.find(qn("w:rPr")), size)
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    document.core_properties.author = document.core_properties.last_modified_by = author
    document.core_properties.title, document.core_properties.comments = title, ""
    document.core_properties.language = "vi-VN"
    _as_of_today(document)
    _lay(document.sections[0], sideways=sideways)
    return document


def _set_letters(properties: Any, size: int) -> None:
    """Letters, size and language of a style; Word prefers a font of the theme to one by name, so that none may stay."""
    for name in ("w:rFonts", "w:sz", "w:szCs", "w:lang"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    fonts = _element("w:rFonts", {f"w:{kind}": FONT for kind in ("ascii", "hAnsi", "eastAsia", "cs")})
    properties.insert(0, fonts)
    for name in ("w:sz", "w:szCs"):
        properties.append(_element(name, {"w:val": str(2 * size)}))
    properties.append(_element("w:lang", {"w:val": "vi-VN", "w:eastAsia": "vi-VN", "w:bidi": "ar-SA"}))


def _as_of_today(document: Any) -> None:
    """Word lays a file out as it does new ones, not as in 2007."""
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = OxmlElement("w:compat")
        settings.append(compat)
    mode = {"w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"}
    compat.append(_element("w:compatSetting", mode))


def new_section(document: Any, *, sideways: bool) -> None:
    """Another part of the document on a page of its own, its pages counted from 1."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _lay(section, sideways=sideways)


def _lay(section: Any, *, sideways: bool) -> None:
    """The paper of a section; the number of its pages in the middle of the upper margin, not on the first."""
    section.orientation = WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT
    width, height = (LONG, SHORT) if sideways else (SHORT, LONG)
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.top_margin, section.bottom_margin = Cm(TOP), Cm(BOTTOM)
    section.left_margin, section.right_margin = Cm(LEFT), Cm(RIGHT)
    section.header_distance = section.footer_distance = Cm(_ABOVE)
    section.different_first_page_header_footer = True
    section._sectPr.append(_element("w:pgNumType", {"w:start": "1"}))
    _in_order(section._sectPr)
    section.header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(TEXT_SIZE)
        if kind:
            run._r.append(_element("w:fldChar", {"w:fldCharType": kind}))
        else:
            code = OxmlElement("w:instrText")
            code.text = words
            run._r.append(code)


# The order in which the schema of Word wants what is said of a section.
_ORDER = ("headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg", "docGrid")


def _in_order(properties: Any) -> None:
    children = list(properties)
    for child in children:
        properties.remove(child)
    seen: set[str] = set()
    for name in _ORDER:
        for child in children:
            if child.tag == qn(f"w:{name}") and (name.endswith("Reference") or name not in seen):
                properties.append(child)
                seen.add(name)


def paragraph(
    where: Any,
    words: str = "",
    *,
    size: float = TEXT_SIZE,
    bold: bool = False,
    italic: bool = False,
    align: Any = None,
    indent: float = 0.0,
    left: float = 0.0,
    before: float = 0.0,
    after: float = 0.0,
    spacing: float = 1.0,
    keep: bool = False,
) -> Any:
    """A paragraph at the end of a document or a cell; `indent` is that of its first line, lengths in centimetres, distances in points."""
    made = where.add_paragraph()
    run = made.add_run(words)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    form = made.paragraph_format
    made.alignment = align
    form.first_line_indent, form.left_indent = Cm(indent), Cm(left)
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), spacing
    form.keep_with_next = keep
    return made


def rule(where: Any, length: float, within: float, *, after: float = 0.0) -> None:
    """A line of a length in the middle of a width, both in centimetres: an empty paragraph with a border below."""
    made = paragraph(where, size=1, after=after)
    made.paragraph_format.line_spacing = Pt(3)
    beside = max(0.0, (within - length) / 2)
    made.paragraph_format.left_indent = made.paragraph_format.right_indent = Cm(beside)
    border = OxmlElement("w:pBdr")
    border.append(_element("w:bottom", {"w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "000000"}))
    properties = made._p.get_or_add_pPr()
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(border)


def table(document: Any, widths: Sequence[float], *, lined: bool = True, beside: float = _BESIDE) -> Any:
    """An empty table whose columns have widths in centimetres, in the grid as in the cells to come (`add_row`).

    `beside` is what is left free at both sides of the words of a cell.
    """
    made = document.add_table(rows=0, cols=len(widths))
    made.style = "Table Grid" if lined else "Normal Table"
    made.autofit = False
    twips = [_twips(width) for width in widths]
    properties = made._tbl.tblPr
    for name in ("w:tblW", "w:tblInd", "w:tblCellMar", "w:tblLook"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(_element("w:tblW", {"w:w": str(sum(twips)), "w:type": "dxa"}))
    layout.addprevious(_element("w:tblInd", {"w:w": "0", "w:type": "dxa"}))
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margins.append(_element(side, {"w:w": str(_twips(beside)), "w:type": "dxa"}))
    layout.addnext(margins)
    for column, width in zip(made._tbl.tblGrid.findall(qn("w:gridCol")), twips, strict=True):
        column.set(qn("w:w"), str(width))
    return made


def _twips(centimetres: float) -> int:
    return round(centimetres * 1440 / 2.54)


def add_row(made: Any, *, head: bool = False, whole: bool = True) -> Sequence[Any]:
    """The cells of a new row of a table, as wide as its grid; a `whole` row is on one page, one of the `head` on every page."""
    row = made.add_row()
    grid = made._tbl.tblGrid.findall(qn("w:gridCol"))
    cells: Sequence[Any] = row.cells
    for cell, column in zip(cells, grid, strict=True):
        properties = cell._tc.get_or_add_tcPr()
        for old in properties.findall(qn("w:tcW")):
            properties.remove(old)
        properties.insert(0, _element("w:tcW", {"w:w": column.get(qn("w:w")), "w:type": "dxa"}))
    for name, wanted in (("w:cantSplit", whole or head), ("w:tblHeader", head)):
        if wanted:
            row._tr.get_or_add_trPr().append(_element(name, {"w:val": "true"}))
    return cells


def fill(
    cell: Any, lines: Iterable[str], *, size: float, bold: bool = False, italic: bool = False, align: Any = None
) -> None:
    """The words of a cell, a paragraph a line."""
    _drop_first(cell)
    for line in list(lines) or [""]:
        paragraph(cell, line, size=size, bold=bold, italic=italic, align=align, after=2)


def start(cell: Any) -> Any:
    """A cell without its first, empty paragraph, so that one can be added that is the first."""
    _drop_first(cell)
    return cell


def _drop_first(cell: Any) -> None:
    first = cell.paragraphs[0]._p if cell.paragraphs else None
    if first is not None and len(cell.paragraphs) == 1 and not cell.paragraphs[0].text:
        cell._tc.remove(first)


def span_down(cells: Sequence[Any]) -> None:
    """Makes one of cells that stand below each other."""
    for number, cell in enumerate(cells):
        mark = _element("w:vMerge", {"w:val": "restart" if not number else "continue"})
        cell._tc.get_or_add_tcPr().append(mark)


def save(document: Any, path: Path | BinaryIO) -> None:
    """Writes the file."""
    document.save(str(path) if isinstance(path, Path) else path)


def _element(name: str, attributes: dict[str, str]) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
