"""Synthetic plans as files: text in several layouts and encodings, Word, PDF with a text layer."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.bench.synthetic import Block, Synthetic

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_PAGE_LINES, _WIDTH = 46, 100


class NoFont(Exception):
    """No font with Vietnamese letters is installed; PDF files need one: apt-get install fonts-dejavu-core."""


def numbered(blocks: list[Block]) -> Iterator[tuple[Block, str]]:
    """The blocks with the mark that each begins with: `I.`, `1.`, `-`."""
    first = second = 0
    for block in blocks:
        mark = ""
        if block.kind == "heading" and block.level == 1:
            first, second = first + 1, 0
            mark = f"{_ROMAN[first - 1]}. "
        elif block.kind == "heading" and block.level == 2:
            second += 1
            mark = f"{second}. "
        elif block.kind == "item":
            mark = "- "
        yield block, mark


# --- text ------------------------------------------------------------------------------------------------------------


def as_text(made: Synthetic) -> bytes:
    """A text file in the plan's layout: UTF-8, or UTF-16 with the line ends of Windows."""
    lines = list(_head(made))
    for block, mark in numbered(made.blocks):
        bold = made.layout == "markdown" and block.kind == "heading"
        lines += ["", f"**{mark}{block.text}**" if bold else f"{mark}{block.text}"]
    lines += ["", "Nơi nhận:", *(f"- {one}" for one in made.recipients), *made.signature]
    for block in made.annex:
        lines += ["", *(_table(block.rows) if block.kind == "table" else [block.text])]
    if made.layout in ("wrapped", "paged"):
        lines = [part for line in lines for part in (textwrap.wrap(line, _WIDTH) or [""])]
    if made.layout == "paged":
        lines = list(_paged(lines))
    text = "\n".join(lines) + "\n"
    return text.replace("\n", "\r\n").encode("utf-16") if made.layout == "windows" else text.encode()


def _head(made: Synthetic) -> Iterator[str]:
    number = f"Số: {made.number}" if made.number else f"Số:      /{_symbol(made)}"
    if made.layout == "markdown":
        yield f"| {'<br>'.join(made.issuer)}<br>{number} | {'<br>'.join(STATE)} |"
        yield "| --- | --- |"
        yield f"| | {made.dateline} |"
    else:
        yield from (*made.issuer, *STATE, number, made.dateline)
    yield from ("", made.doc_type, made.title)


def _symbol(made: Synthetic) -> str:
    return "CTr-UBND" if made.doc_type == "CHƯƠNG TRÌNH" else "KH-UBND"


def _table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield f"| {' | '.join(rows[0])} |"
    yield f"|{' --- |' * len(rows[0])}"
    for row in rows[1:]:
        yield f"| {' | '.join(row)} |"


def _paged(lines: list[str]) -> Iterator[str]:
    for start in range(0, len(lines), _PAGE_LINES):
        if start:
            yield f"\f{start // _PAGE_LINES + 1}"
        yield from lines[start : start + _PAGE_LINES]


# --- Word ------------------------------------------------------------------------------------------------------------


def as_docx(made: Synthetic) -> bytes:
    """A Word file: the head in a table of two columns, items as a list, values in a table where the plan has an annex."""
    document: Any = docx.Document()
    head = document.add_table(1, 2)
    number = f"Số: {made.number}" if made.number else f"Số:      /{_symbol(made)}"
    head.cell(0, 0).text = "\n".join((*made.issuer, number))
    head.cell(0, 1).text = "\n".join((*STATE, made.dateline))
    for words in (made.doc_type, made.title):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(words).bold = True
    for block, mark in numbered(made.blocks):
        if block.kind == "item":
            document.add_paragraph(block.text, style="List Bullet")
        else:
            document.add_paragraph().add_run(f"{mark}{block.text}").bold = block.kind == "heading"
    foot = document.add_table(1, 2)
    foot.cell(0, 0).text = "\n".join(("Nơi nhận:", *(f"- {one}" for one in made.recipients)))
    foot.cell(0, 1).text = "\n".join(made.signature)
    for block in made.annex:
        if block.kind == "table":
            table = document.add_table(0, len(block.rows[0]), style="Table Grid")
            for row in block.rows:
                cells = table.add_row().cells
                for cell, words in zip(cells, row, strict=True):
                    cell.text = words
        else:
            document.add_paragraph(block.text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# --- PDF -------------------------------------------------------------------------------------------------------------

_FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
)


def font_path() -> str:
    """The file of a font with Vietnamese letters.

    Raises:
        NoFont: none is installed.
    """
    path = next((path for path in _FONTS if Path(path).is_file()), None)
    if path is None:
        raise NoFont(NoFont.__doc__)
    return path


@lru_cache(maxsize=1)
def font() -> str:
    """The name under which reportlab draws with that font.

    Raises:
        NoFont: none is installed.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Plan", font_path()))
    return "Plan"


def as_pdf(made: Synthetic) -> bytes:
    """A PDF file on A4 with a text layer: two columns in the head, page numbers, a ruled table where the plan has an annex.

    Raises:
        NoFont: no font with Vietnamese letters is installed.
    """
    from reportlab.lib import colors
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    typeface = font()
    body = ParagraphStyle("body", fontName=typeface, fontSize=11, leading=15, alignment=TA_JUSTIFY, spaceAfter=5)
    middle = ParagraphStyle("middle", parent=body, alignment=TA_CENTER)

    def lines(parts: tuple[str, ...], style: Any = middle) -> Any:
        return Paragraph("<br/>".join(map(escape, parts)), style)

    number = f"Số: {made.number}" if made.number else f"Số:      /{_symbol(made)}"
    story: list[Any] = [
        Table([[lines((*made.issuer, number)), lines((*STATE, made.dateline))]], colWidths=(190, 290)),
        Spacer(1, 8),
    ]
    story += [lines((made.doc_type,)), lines((made.title,))]
    story += [Paragraph(escape(f"{mark}{block.text}"), body) for block, mark in numbered(made.blocks)]
    story.append(
        Table(
            [[lines(("Nơi nhận:", *(f"- {one}" for one in made.recipients)), body), lines(made.signature)]],
            colWidths=(270, 210),
        )
    )
    for block in made.annex:
        if block.kind == "table":
            widths = (28, 250, 70, *[60] * (len(block.rows[0]) - 3))
            cells = [[Paragraph(escape(words), body) for words in row] for row in block.rows]
            story.append(
                Table(
                    cells,
                    colWidths=widths,
                    repeatRows=1,
                    style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]),
                )
            )
        else:
            if block.kind == "heading":
                story.append(PageBreak())
            story.append(lines((block.text,)))
    out = io.BytesIO()

    def page(canvas: Any, document: Any) -> None:
        if document.page > 1:
            canvas.setFont(typeface, 10)
            canvas.drawCentredString(A4[0] / 2, A4[1] - 40, str(document.page))

    SimpleDocTemplate(
        out, pagesize=A4, topMargin=57, bottomMargin=57, leftMargin=85, rightMargin=43, invariant=1
    ).build(story, onFirstPage=page, onLaterPages=page)
    return out.getvalue()


FORMATS: dict[str, Callable[[Synthetic], bytes]] = {"txt": as_text, "docx": as_docx, "pdf": as_pdf}


def write(made: Synthetic, folder: Path, form: str) -> Path:
    """Writes a plan below a folder, those of one province together, and gives the path."""
    province = made.unit.code.split("/")[1][:2]
    path = folder / province / f"{made.name}.{form}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(FORMATS[form](made))
    return path
