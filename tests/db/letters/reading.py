"""What a Word file says of itself: letters, sizes, margins, widths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

MM = 36000


def tables(document: Any) -> Iterator[Any]:
    """The XML of every table."""
    return iter(document.element.body.iter(qn("w:tbl")))


def grid(table: Any) -> list[int]:
    """The widths of the columns in the grid of a table."""
    return [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]


def widths(row: Any) -> list[int]:
    """The widths that the cells of a row have themselves."""
    return [int(cell.find(qn("w:tcPr")).find(qn("w:tcW")).get(qn("w:w"))) for cell in row.findall(qn("w:tc"))]


def is_true(table: Any) -> bool:
    """Whether a table is laid out as it says, and its grid has the widths of its cells and of the whole."""
    properties = table.find(qn("w:tblPr"))
    return (
        properties.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        and int(properties.find(qn("w:tblW")).get(qn("w:w"))) == sum(grid(table))
        and all(widths(row) == grid(table) for row in table.findall(qn("w:tr")))
    )


def fonts(document: Any) -> set[str]:
    """Every font that the body or the styles in use name, themes too."""
    found = set()
    for part in (document.element.body, document.styles.element.find(qn("w:docDefaults"))):
        for names in part.iter(qn("w:rFonts")):
            found |= set(names.attrib.values())
    return found | set(document.styles["Normal"].element.rPr.find(qn("w:rFonts")).attrib.values())


def margins(section: Any) -> tuple[int, ...]:
    """Above, below, left and right, in millimetres."""
    return tuple(
        round(one / MM)
        for one in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    )


def sizes(paragraph: Any) -> set[float]:
    """The sizes of the letters of a paragraph, in points."""
    return {run.font.size.pt for run in paragraph.runs if run.text}


def line_below(paragraph: Any) -> float | None:
    """How far the line below an empty paragraph is set in at both sides, in centimetres; `None` where there is no line."""
    border = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:bottom')}")
    return None if border is None else float(paragraph.paragraph_format.left_indent.cm)
