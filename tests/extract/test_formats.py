"""Every format staff have: the same plan gives the same records, whatever it comes in; bad files get one clear line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import numpy as np
import pypdfium2
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from extract import readers
from extract.errors import DamagedFile, EncryptedFile, ReadError, TooLarge, UnknownKind
from extract.pipeline import extract_bytes, extract_file
from extract.readers.word import office
from extract.records import Plan
from extract.structure import text
from tests.conftest import PLANS, ROOT
from tests.plans import saved

FORMATS = ROOT / "tests/data/formats"
_OFFICE = pytest.mark.needs("soffice")


def records(plan: Plan) -> dict[str, list[tuple[object, ...]]]:
    """What must be the same in every format."""
    return {
        "targets": [(t.measure, t.comparator, t.value, t.value_high, t.unit, t.year, t.group) for t in plan.targets],
        "deadlines": [(d.kind, d.due, d.recurrence, d.actor, d.recipient) for d in plan.deadlines],
        "legal_refs": [(r.doc_type, r.number, r.issued_on, r.issuer, r.role) for r in plan.legal_refs],
        "assignments": [(a.agencies, a.role, a.partners) for a in plan.assignments],
        "document": [(plan.document.doc_type, plan.document.number, plan.document.title, plan.document.signer)],
    }


@pytest.mark.parametrize(
    "name",
    [
        "cao-bang-kh-ubnd-2023.docx", "cao-bang-kh-ubnd-2023.html", "cao-bang-kh-ubnd-2023.pdf",
        pytest.param("cao-bang-kh-ubnd-2023.odt", marks=_OFFICE),
        "duc-co-kh-2022.docx", "duc-co-kh-2022.pdf", pytest.param("duc-co-kh-2022.doc", marks=_OFFICE),
        "quang-ninh-52-kh-ubnd-2021.docx", "quang-ninh-52-kh-ubnd-2021.pdf",
    ],
)  # fmt: skip
def test_every_format_of_a_plan_gives_the_records_of_its_text(name: str) -> None:
    plain = extract_file(PLANS / f"{Path(name).stem}.txt")
    other = extract_file(FORMATS / name)
    assert other.source.reader == Path(name).suffix[1:]
    assert records(other) == records(plain)


@_OFFICE
def test_rtf_goes_the_same_way(tmp_path: Path) -> None:
    words = "".join(f"\\u{ord(char)}?" if ord(char) > 127 else char for char in "Tỷ lệ trẻ em được tiêm chủng đạt 95%.")
    data = f"{{\\rtf1\\ansi\\uc1 {words}\\par}}".encode("ascii")
    assert text.build(readers.read(data)).text == "Tỷ lệ trẻ em được tiêm chủng đạt 95%."


# --- text ----------------------------------------------------------------------------------------------------------------

_TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam. Uû ban nh©n d©n huyÖn x©y dùng kÕ ho¹ch b¶o vÖ trÎ em."
_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. UÛy ban nhaân daân huyeän xaây döïng keá hoaïch baûo veä treû em."
_WORDS = "Cộng hòa xã hội chủ nghĩa Việt Nam. Ủy ban nhân dân huyện xây dựng kế hoạch bảo vệ trẻ em."


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("words", [_TCVN3, _VNI], ids=["tcvn3", "vni"])
def test_texts_in_old_fonts(words: str, encoding: str) -> None:
    found = text.build(readers.read("\n".join([words] * 4).encode(encoding)))
    assert found.lower.split("\n")[0] == text.build(readers.read(_WORDS.encode())).lower


def test_old_fonts_in_word_files() -> None:
    document = docx.Document()
    for _ in range(4):
        document.add_paragraph(_TCVN3)
    document.add_paragraph("KÕ ho¹ch").runs[0].font.name = ".VnTimeH"
    lines = text.build(readers.read(saved(document))).text.split("\n")
    assert lines[0].startswith("Cộng hoà xã hội")
    assert lines[-1] == "KẾ HOẠCH"


# --- web pages ----------------------------------------------------------------------------------------------------------

_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Cổng</title></head><body>
<div id="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/vb">Văn bản</a></li></ul></div>
<div id="content"><table><tr><td>ỦY BAN NHÂN DÂN<br>HUYỆN BÌNH MINH</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr></table>
<p>KẾ HOẠCH</p><p>Công tác trẻ em năm 2024</p>
<ol type="I"><li>MỤC TIÊU<ol><li>Tỷ lệ trẻ em được tiêm chủng đầy đủ đạt 95%.</li><li value="5">Mọi xã có điểm vui chơi.</li></ol></li></ol>
<table><tr><th>TT</th><th>Chỉ tiêu</th></tr><tr><td rowspan="2">1</td><td>Một</td></tr><tr><td>Hai</td></tr></table>
<p style="display:none">ẩn đi</p><p>Nơi nhận:<br>- Lưu: VT.</p><p>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</p></div>
<div id="related"><h3>Văn bản liên quan</h3><p>Kế hoạch số 9/KH-UBND thực hiện công tác trẻ em, tỷ lệ tiêm chủng 50%.</p></div>
</body></html>"""


def test_the_document_is_found_inside_a_portals_page() -> None:
    found = text.build(readers.read(_PAGE.encode())).text
    assert found.startswith("ỦY BAN NHÂN DÂN\nHUYỆN BÌNH MINH\nCỘNG HÒA")
    assert found.endswith("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
    assert "1. Tỷ lệ trẻ em được tiêm chủng đầy đủ đạt 95%.\n5. Mọi xã có điểm vui chơi." in found
    assert "TT | Chỉ tiêu\n1 | Một" in found
    for words in ("Trang chủ", "50%", "ẩn đi"):
        assert words not in found


_ANNEX = "<table><tr><td>TT</td><td>Nhiệm vụ</td></tr><tr><td>1</td><td>Tập huấn</td></tr></table>"


@pytest.mark.parametrize(
    "annex",
    [
        f"<p><b>PHỤ LỤC</b><br>Phân công nhiệm vụ</p>{_ANNEX}",
        f"<div><h3>Phụ lục 1</h3><p>(Kèm theo Kế hoạch này)</p>{_ANNEX}</div>",
        f"<p>BIỂU CHỈ TIÊU</p>{_ANNEX}<p>DANH MỤC</p>{_ANNEX}",
    ],
)
def test_annexes_behind_the_element_with_the_document_are_of_it(annex: str) -> None:
    links = '<p><a href="/a">Phụ lục của văn bản khác</a></p><table><tr><td>Thứ Hai</td><td>Ba</td></tr><tr><td>1</td><td>2</td></tr></table>'
    long = _PAGE.replace("Mọi xã có", f"{'Mọi thôn, bản, tổ dân phố của các xã, phường, thị trấn ' * 4}có")
    page = long.replace('<div id="related">', f'{annex}<p>Chia sẻ bài viết</p><div id="related">{links}')
    found = text.build(readers.read(page.encode())).text
    assert found.endswith("TT | Nhiệm vụ\n1 | Tập huấn")
    assert "CHỦ TỊCH" in found
    assert (
        "Thứ Hai"
        not in text.build(readers.read(_PAGE.replace('<div id="related">', f'<div id="related">{links}').encode())).text
    )


def test_a_page_that_was_cut_says_so() -> None:
    assert [note.code for note in readers.read(_PAGE[:600].encode()).notes] == ["page-cut"]


# --- word files -----------------------------------------------------------------------------------------------------------


def rewritten(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A Word file with some bytes of one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            words = source.read(item)
            target.writestr(item.filename, words.replace(old, new) if item.filename == part else words)
    return out.getvalue()


def test_macros_are_left_alone() -> None:
    document = docx.Document()
    document.add_paragraph("Tỷ lệ đạt 95%.")
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    data = rewritten(saved(document), "[Content_Types].xml", plain, macros)
    assert text.build(readers.read(data)).text == "Tỷ lệ đạt 95%."


def test_a_text_box_comes_once_and_headers_and_comments_never() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    paragraph = document.add_paragraph("Thân.")
    box = "<w:txbxContent><w:p><w:r><w:t>Trong khung.</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    run = (
        f'<w:r {nsdecls("w")} {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(run))
    document.add_comment(paragraph.runs[0], text="Ghi chú", author="A", initials="A")
    found = text.build(readers.read(saved(document))).text
    assert sorted(found.split("\n")) == ["Thân.", "Trong khung."]


# --- bad files -------------------------------------------------------------------------------------------------------------


def _huge_word() -> bytes:
    return rewritten(saved(docx.Document()), "word/document.xml", b"</w:body>", b" " * 100_000_000 + b"</w:body>")


def _long_pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(5000):
        document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _cut_picture() -> bytes:
    out = io.BytesIO()
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (300, 200)).astype(np.uint8)).save(out, "PNG")
    return out.getvalue()[:3000]


_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "EncryptedPackage".encode("utf-16-le")
_SHEET = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "Workbook".encode("utf-16-le")


@pytest.mark.parametrize(
    ("make", "path", "error"),
    [
        (_huge_word, "a.docx", TooLarge),
        (_long_pdf, "a.pdf", TooLarge),
        (_cut_picture, "a.png", DamagedFile),
        (lambda: _LOCKED, "a.docx", EncryptedFile),
        pytest.param(lambda: _SHEET, "a.xls", DamagedFile, marks=_OFFICE),
        (lambda: (FORMATS / "duc-co-kh-2022.docx").read_bytes()[:20_000], "a.docx", DamagedFile),
        (lambda: (FORMATS / "duc-co-kh-2022.pdf").read_bytes()[:20_000], "a.pdf", DamagedFile),
        pytest.param(lambda: (FORMATS / "duc-co-kh-2022.doc").read_bytes()[:9000], "a.doc", DamagedFile, marks=_OFFICE),
        (lambda: "Chỉ là chữ".encode(), "a.doc", DamagedFile),
        (lambda: b"\x1f\x8b" + bytes(range(200)), "a.gz", UnknownKind),
        (lambda: b"Rar!\x1a\x07\x00", "a.rar", UnknownKind),
    ],
    ids=["huge", "long", "picture", "locked", "sheet", "cut docx", "cut pdf", "cut doc", "text", "gzip", "rar"],
)  # fmt: skip
def test_bad_files_get_one_clear_line(make: object, path: str, error: type[ReadError]) -> None:
    assert callable(make)
    with pytest.raises(error) as found:
        extract_bytes(make(), path=path)
    assert " / " in str(found.value)
    assert "\n" not in str(found.value)


def test_a_wrong_ending_does_not_matter() -> None:
    data = (FORMATS / "duc-co-kh-2022.pdf").read_bytes()
    assert records(extract_bytes(data, path="a.docx")) == records(extract_bytes(data, path="a.pdf"))


def test_elements_that_are_never_closed_end_in_one_clear_line() -> None:
    with pytest.raises(DamagedFile, match="never closed"):
        readers.read(b"<html><body>" + b"<font>" * 5000 + b"x")


def test_tables_in_tables_are_looked_at_once_a_level() -> None:
    nested = "<p>Kế hoạch</p>"
    for _ in range(40):  # twice the time a level would be a matter of days
        nested = f"<table><tr><td>{nested}</td><td>x</td></tr><tr><td>y</td><td>z</td></tr></table>"
    assert "Kế hoạch" in readers.read(f"<html><body>{nested}</body></html>".encode()).raw


def test_a_word_file_whose_pictures_unpack_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.readers.word.docx.MAX_UNPACKED", 10_000)
    with pytest.raises(TooLarge, match="unpacks to"):
        readers.read((FORMATS / "duc-co-kh-2022.docx").read_bytes())


def test_a_password_of_an_open_document_is_seen_in_its_manifest() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>" + " " * 50_000)
    assert office._has_password(out.getvalue())
    assert not office._has_password(b"PK no archive")
