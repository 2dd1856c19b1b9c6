"""The table that reviewers send back to the authors of a plan (`bảng tổng hợp góp ý`), as a Word file."""

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

from db.findings.wording import date_vi

Row = dict[str, Any]

# Heads and widths in centimetres of an A4 page laid on its side, margins of Nghị định 30/2020/NĐ-CP (phụ lục I).
_COLUMNS = (
    ("STT", 1.0),
    ("Mục/trang", 2.2),
    ("Nội dung trong văn bản", 7.0),
    ("Đề nghị sửa thành", 6.3),
    ("Căn cứ", 4.6),
    ("Tiếp thu/giải trình", 3.6),
)
_SEVERITIES = {"error": "Sai sót", "warning": "Đề nghị giải trình", "notice": "Lưu ý"}


def write(plan: Row, findings: Sequence[Row], path: Path | BinaryIO) -> None:
    """Writes the table of a plan's findings (rows of the view `finding`)."""
    document = Document()
    _page(document)
    _heading(document, plan)
    table = document.add_table(rows=1, cols=len(_COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    _fill(table.rows[0].cells, [name for name, _ in _COLUMNS], bold=True)
    _repeat(table.rows[0])
    for number, finding in enumerate(findings, 1):
        _fill(table.add_row().cells, _cells(number, finding))
    for row in table.rows:
        for cell, (_, width) in zip(row.cells, _COLUMNS, strict=True):
            cell.width = Cm(width)
    if not findings:
        document.add_paragraph("Không có nội dung góp ý.")
    document.save(str(path) if isinstance(path, Path) else path)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(3), Cm(2), Cm(2), Cm(2)
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.font.size = Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")


def _heading(document: Any, plan: Row) -> None:
    for words, bold in (("BẢNG TỔNG HỢP GÓP Ý", True), (_name(plan), False)):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(words)
        run.bold = bold
        run.font.size = Pt(14 if bold else 12)


def _name(plan: Row) -> str:
    number = f" số {plan['number']}" if plan["number"] else ""
    day = f" ngày {date_vi(plan['issued_on'])}" if plan["issued_on"] else ""
    issuer = f" của {plan['issuer']}" if plan["issuer"] else ""
    return f"Văn bản{number}{day}{issuer}: {plan['title'] or plan['slug']}"


def _cells(number: int, finding: Row) -> list[str]:
    place = " / ".join(
        part
        for part in (
            f"Mục {finding['section']}" if finding["section"] else "",
            f"tr. {finding['page']}" if finding["page"] else "",
        )
        if part
    )
    quote = f"«{' '.join(finding['quote'].split())}»\n" if finding["quote"] else ""
    said = f"{quote}{_SEVERITIES[finding['severity']]}: {finding['message_vi']}"
    grounds = finding["basis_vi"] or finding["rule_vi"]
    note = f"\nÝ kiến: {finding['note']}" if finding["note"] else ""
    return [
        str(number),
        place or "Toàn văn bản",
        said,
        (finding["suggestion_vi"] or "Rà soát lại.") + note,
        grounds,
        "",
    ]


def _fill(cells: Sequence[Any], words: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(cells, words, strict=True):
        paragraph = cell.paragraphs[0]
        for line, part in enumerate(text.split("\n")):
            if line:
                paragraph = cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            run = paragraph.add_run(part)
            run.bold = bold
            run.font.size = Pt(11)
        if bold:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _repeat(row: Any) -> None:
    """Lets the head of the table stand on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
