"""Word files: what is drawn and not typed, what is typed and not meant, what hangs in the text; read, or said to be unread."""

from __future__ import annotations

import io
from typing import Any

import docx
import openpyxl
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image, ImageDraw, ImageFont

from extract import readers
from extract.source import Source
from extract.structure import text

_MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def source(document: Any) -> Source:
    out = io.BytesIO()
    document.save(out)
    return readers.read(out.getvalue())


def words(document: Any) -> list[str]:
    return text.build(source(document)).text.split("\n")


def said(*runs: tuple[str, dict[str, Any]]) -> Any:
    """A document of one paragraph; each run with its look."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for content, look in runs:
        run = paragraph.add_run(content)
        for name, value in look.items():
            setattr(run.font, name, value)
    return document


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        ([("còn 550", {}), ("1", {"superscript": True}), ("/100.000 trẻ em", {})], "còn 550/100.000 trẻ em"),
        ([("đạt 65", {}), ("(2)", {"superscript": True}), ("% số xã", {})], "đạt 65% số xã"),
        ([("sân chơi 500 m", {}), ("2", {"superscript": True})], "sân chơi 500 m2"),
        ([("diện tích 12 km", {}), ("2", {"superscript": True})], "diện tích 12 km2"),
        ([("thuốc H", {}), ("2", {"subscript": True}), ("O", {})], "thuốc H2O"),
        ([("đạt ", {}), ("90", {"strike": True}), ("95%", {})], "đạt 95%"),
        ([("đạt ", {}), ("90", {"double_strike": True}), ("95%", {})], "đạt 95%"),
        ([("đạt ", {}), ("90", {"hidden": True}), ("95%", {})], "đạt 95%"),
        ([("giảm còn ", {}), ("\uf0a3", {"name": "Symbol"}), (" 17%", {})], "giảm còn ≤ 17%"),
    ],
)  # fmt: skip
def test_what_runs_say(runs: list[tuple[str, dict[str, Any]]], read: str) -> None:
    assert words(said(*runs)) == [read]


@pytest.mark.parametrize(
    ("code", "font", "sign"),
    [
        ("F0A3", "Symbol", "≤"),
        ("F0B3", "Symbol", "≥"),
        ("F0B1", "Symbol", "±"),
        ("F025", "Symbol", "%"),
        ("F06D", "Symbol", "μ"),
        ("F0FC", "Wingdings", "-"),
    ],
)
def test_signs_of_symbol_fonts(code: str, font: str, sign: str) -> None:
    document = docx.Document()
    run = document.add_paragraph("a ").add_run()
    element = OxmlElement("w:sym")
    element.set(qn("w:char"), code)
    element.set(qn("w:font"), font)
    run._r.append(element)
    document.paragraphs[0].add_run(" b")
    assert words(document) == [f"a {sign} b"]


def test_equations_are_read_on_one_line() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("còn ")
    half = "<m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f>"
    paragraph._p.append(parse_xml(f"<m:oMath {_MATH}><m:r><m:t>≤</m:t></m:r>{half}</m:oMath>"))
    paragraph.add_run(" số xã")
    assert words(document) == ["còn ≤2/3 số xã"]


@pytest.mark.parametrize(
    ("font", "typed", "read"),
    [
        (".VnTime", "TrÎ em ®­îc khai sinh ®¹t 98,5%", "Trẻ em được khai sinh đạt 98,5%"),
        (".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"),
        ("VNI-Times", "Treû em ñöôïc khai sinh ñaït 98,5%", "Trẻ em được khai sinh đạt 98,5%"),
        (".VnTime", "Trẻ em được khai sinh", "Trẻ em được khai sinh"),  # typed in Unicode, whatever its font is called
    ],
)
def test_a_paragraph_in_an_old_font_inside_a_unicode_file(font: str, typed: str, read: str) -> None:
    document = docx.Document()
    for _ in range(20):
        document.add_paragraph("Ủy ban nhân dân các xã, phường tổ chức thực hiện Kế hoạch này.")
    document.add_paragraph().add_run(typed).font.name = font
    assert words(document)[-1] == read


def test_numbers_that_word_draws_in_empty_cells() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for row, name in zip(table.rows, ("Một", "Hai", "Ba"), strict=True):
        row.cells[0].paragraphs[0].style = document.styles["List Number"]
        row.cells[1].text = name
    assert words(document) == ["1. | Một", "2. | Hai", "3. | Ba"]


def test_a_table_framed_by_one_cell_is_a_table() -> None:
    document = docx.Document()
    frame = document.add_table(rows=1, cols=1).cell(0, 0)
    frame.paragraphs[0].text = "Biểu chỉ tiêu"
    inner = frame.add_table(rows=2, cols=2)
    for cell, name in zip(inner._cells, ("TT", "Chỉ tiêu", "1", "Khai sinh"), strict=True):
        cell.text = name
    read = source(document)
    assert text.build(read).text.split("\n") == ["Biểu chỉ tiêu", "TT | Chỉ tiêu", "1 | Khai sinh"]
    assert len({line.table for line in read.lines if line.cells}) == 1


def _embedded(document: Any, data: bytes, name: str, program: str) -> None:
    """Hangs an object into a new paragraph."""
    part = Part(PackURI(f"/word/embeddings/{name}"), "application/octet-stream", data, document.part.package)
    relation = document.part.relate_to(part, f"{RELATIONSHIP_TYPE.OLE_OBJECT}")
    office = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    document.add_paragraph().add_run()._r.append(
        parse_xml(
            f"<w:object {nsdecls('w')} {office} {relations}>"
            f'<o:OLEObject Type="Embed" ProgID="{program}" r:id="{relation}"/></w:object>'
        )
    )


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["TT", "Chỉ tiêu", "2025"])
    book.active.append([1, "Khai sinh", 98.5])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_embedded_sheet_is_read_in_its_place() -> None:
    document = docx.Document()
    document.add_paragraph("Chi tiết theo biểu:")
    _embedded(document, _workbook(), "sheet.xlsx", "Excel.Sheet.12")
    document.add_paragraph("Hết biểu.")
    read = source(document)
    assert text.build(read).text.split("\n") == [
        "Chi tiết theo biểu:", "TT | Chỉ tiêu | 2025", "1 | Khai sinh | 98,5", "Hết biểu.",
    ]  # fmt: skip
    assert read.notes == ()


def test_an_embedded_document_is_read_in_its_place() -> None:
    inner = docx.Document()
    inner.add_paragraph("Lời trong tệp nhúng.")
    out = io.BytesIO()
    inner.save(out)
    document = docx.Document()
    document.add_paragraph("Trước.")
    _embedded(document, out.getvalue(), "inner.docx", "Word.Document.12")
    assert words(document) == ["Trước.", "Lời trong tệp nhúng."]


def test_an_object_that_is_not_read_says_so_at_its_place() -> None:
    document = docx.Document()
    document.add_paragraph("Biểu đồ:")
    _embedded(document, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "oleObject1.bin", "MSGraph.Chart.8")
    read = source(document)
    assert [note.code for note in read.notes] == ["object-not-read"]
    assert "MSGraph.Chart.8" in read.notes[0].message
    at = read.notes[0].at
    assert at is not None
    assert read.raw[at:].startswith("Biểu đồ:")


def test_a_part_taken_over_from_a_page_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("Trước.")
    page = "<html><body><p>Ủy ban nhân dân xã thực hiện phần này.</p></body></html>".encode()
    part = Part(PackURI("/word/afchunk.htm"), "text/html", page, document.part.package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.A_F_CHUNK)
    chunk = OxmlElement("w:altChunk")
    chunk.set(qn("r:id"), relation)
    document.paragraphs[0]._p.addnext(chunk)
    assert words(document) == ["Trước.", "Ủy ban nhân dân xã thực hiện phần này."]


def _picture(line: str, font: str) -> bytes:
    image = Image.new("RGB", (1400, 160), "white")
    draw = ImageDraw.Draw(image)
    draw.text((30, 50), line, fill="black", font=ImageFont.truetype(font, 36))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.needs("tesseract")
def test_a_picture_of_words_is_recognised_in_its_place(serif: str) -> None:
    document = docx.Document()
    document.add_paragraph("Trước.")
    document.add_picture(io.BytesIO(_picture("- Tỷ lệ trẻ em được khai sinh đạt 98,5% vào năm 2025.", serif)))
    document.add_paragraph("Sau.")
    read = text.build(source(document))
    assert read.text.split("\n") == ["Trước.", "- Tỷ lệ trẻ em được khai sinh đạt 98,5% vào năm 2025.", "Sau."]
    at = read.text.index("98,5")
    assert read.is_ocr(at, at + 4)
    assert not read.is_ocr(0, 6)


def test_endnotes_come_after_the_text() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("đạt 65")
    reference = OxmlElement("w:endnoteReference")
    reference.set(qn("w:id"), "1")
    paragraph.add_run()._r.append(reference)
    paragraph.add_run("% số xã.")
    document.add_paragraph("Hết.")
    notes = f'<w:endnotes {nsdecls("w")}><w:endnote w:id="1"><w:p><w:r><w:t>Theo báo cáo năm 2020.</w:t></w:r></w:p></w:endnote></w:endnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
    part = Part(PackURI("/word/endnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
    assert words(document) == ["đạt 65% số xã.", "Hết.", "Theo báo cáo năm 2020."]
