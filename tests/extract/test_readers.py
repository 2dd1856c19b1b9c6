"""Readers: every encoding of text, lists and tables of DOCX, columns and tables of PDF; what bad files get."""

from __future__ import annotations

import hashlib
import io

import docx
import pypdfium2
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from extract import readers
from extract.errors import DamagedFile, EncryptedFile, UnknownKind
from extract.pipeline import extract_file
from extract.structure import text
from tests.conftest import ROOT

FORMATS = ROOT / "tests/data/formats"
_WORDS = "Uỷ ban nhân dân huyện Đức Cơ đề nghị các sở, ngành thực hiện Kế hoạch này."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str) -> None:
    data = _WORDS.encode(encoding)
    if encoding in ("utf-16-le", "utf-16-be"):
        data = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding] + data
    assert text.build(readers.read(data)).text == _WORDS


def test_cp1258_writes_tones_as_marks_of_their_own() -> None:
    data = "Ðe\u0302\u0300 nghi\u0323 ca\u0301c sơ\u0309, nga\u0300nh thư\u0323c hie\u0302\u0323n."
    encoded = data.replace("Ð", "\u0110").replace("e\u0302", "ê").encode("cp1258")
    assert text.build(readers.read(encoded)).text == "Đề nghị các sở, ngành thực hiện."


def test_a_head_that_runs_over_the_pages_is_no_part_of_the_text() -> None:
    words = (
        "Kế hoạch tiêm chủng năm 2024\nTrẻ em dưới 01 tuổi\n12\nKế hoạch tiêm chủng năm 2024\nđược tiêm chủng đầy đủ.\f"
    )
    pages = words + "13\nKế hoạch tiêm chủng năm 2024\nKinh phí thực hiện.\n"
    read = text.build(readers.read(pages.encode()))
    assert [line.strip() for line in read.text.splitlines() if line.strip()] == [
        "Kế hoạch tiêm chủng năm 2024", "Trẻ em dưới 01 tuổi được tiêm chủng đầy đủ.", "Kinh phí thực hiện.",
    ]  # fmt: skip


# --- DOCX --------------------------------------------------------------------------------------------------------------


def docx_text(document: docx.document.Document) -> str:
    out = io.BytesIO()
    document.save(out)
    return text.build(readers.read(out.getvalue())).text


def test_automatic_numbers_are_written_out_and_restart() -> None:
    document = docx.Document()
    for words in ("Một", "Hai"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("Dấu đầu dòng", style="List Bullet")
    lines = docx_text(document).splitlines()
    assert lines[:2] == ["1. Một", "2. Hai"]
    assert lines[2].endswith("Dấu đầu dòng")
    assert lines[2] != "Dấu đầu dòng"


def test_tracked_insertions_stay_and_deletions_go() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Tỷ lệ đạt ")
    for tag, words in (("w:del", "90%"), ("w:ins", "95%")):
        change = OxmlElement(tag)
        change.set(qn("w:id"), "1")
        run = OxmlElement("w:r")
        item = OxmlElement("w:delText" if tag == "w:del" else "w:t")
        item.text = words
        run.append(item)
        change.append(run)
        paragraph._p.append(change)
    assert docx_text(document) == "Tỷ lệ đạt 95%"


def test_tables_stay_in_place_and_merged_cells_come_once() -> None:
    document = docx.Document()
    document.add_paragraph("Trước bảng.")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Mục tiêu 1"
    for column, words in enumerate(("1", "Tỷ lệ tiêm chủng", "95%")):
        table.cell(1, column).text = words
    document.add_paragraph("Sau bảng.")
    assert docx_text(document).splitlines() == [
        "Trước bảng.",
        "Mục tiêu 1 |  | ",
        "1 | Tỷ lệ tiêm chủng | 95%",
        "Sau bảng.",
    ]


# --- whole plans in other formats ----------------------------------------------------------------------------------------


def test_pages_of_a_pdf_are_counted_from_one() -> None:
    plan = extract_file(FORMATS / "quang-ninh-52-kh-ubnd-2021.pdf")
    pages = [record.page for record in plan.targets]
    assert plan.source.pages is not None
    assert all(page is not None and 1 <= page <= plan.source.pages for page in pages)
    assert len(set(pages)) > 1


def test_a_table_over_several_pages_is_one_table() -> None:
    from_pdf = extract_file(FORMATS / "quang-ninh-52-kh-ubnd-2021-annex.pdf")
    from_docx = extract_file(FORMATS / "quang-ninh-52-kh-ubnd-2021-annex.docx")
    values = [(t.measure, t.value, t.year) for t in from_docx.targets]
    assert len(values) > 60
    assert [(t.measure, t.value, t.year) for t in from_pdf.targets] == values


# --- bad files -------------------------------------------------------------------------------------------------------------


def blank_pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def encrypted_pdf() -> bytes:
    """A page behind a user password: the standard security handler, revision 2 (ISO 32000-1, 7.6.3)."""
    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    password, permissions, identity = (b"secret" + pad)[:32], -4, b"0123456789abcdef"
    owner = _rc4(hashlib.md5(password).digest()[:5], password)
    key = hashlib.md5(password + owner + permissions.to_bytes(4, "little", signed=True) + identity).digest()[:5]
    user = _rc4(key, pad)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P %d>>" % (owner.hex().encode(), user.hex().encode(), permissions),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<%s><%s>]>>" % (identity.hex().encode(), identity.hex().encode())
    return (
        out
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer"
        + trailer
        + b"\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


@pytest.mark.parametrize(
    ("data", "error", "advice"),
    [
        (encrypted_pdf(), EncryptedFile, "password"),
        (b"%PDF-1.7\n1 0 obj", DamagedFile, "original"),
        (b"PK\x03\x04 and no more", DamagedFile, "original"),
        (bytes(range(256)) * 4, UnknownKind, ".docx"),
    ],
    ids=["password", "cut pdf", "cut zip", "binary"],
)  # fmt: skip
def test_bad_files_say_what_to_do(data: bytes, error: type[Exception], advice: str) -> None:
    with pytest.raises(error, match=advice):
        readers.read(data)
