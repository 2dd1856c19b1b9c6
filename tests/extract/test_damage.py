"""Damage that does not make another kind of file of a file: wrong bytes in texts, pictures that cannot be decoded, archives of other times."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from extract import readers
from extract.errors import DamagedFile, UnknownKind
from extract.pipeline import extract_bytes
from extract.readers.plain import GAP
from extract.readers.scan import tesseract
from tests.plans import HEAD, TAIL

_BODY = "I. MỤC TIÊU\n1. Đến năm 2025, 95% trẻ em được tiêm chủng đầy đủ.\n"
_LONG = _BODY + "2. Các sở, ngành phối hợp thực hiện nhiệm vụ được giao trong lĩnh vực trẻ em.\n" * 400


def _with_wrong_byte(text: str, encoding: str, wrong: bytes = b"\xff") -> bytes:
    data = text.encode(encoding)
    at = data.index("phối".encode())
    return data[:at] + wrong + data[at + 1 :]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_one_wrong_byte_in_a_long_text_is_a_gap_and_a_warning(encoding: str) -> None:
    data = _with_wrong_byte(HEAD + _LONG + TAIL, encoding)
    assert len(data) > 40_000
    plan = extract_bytes(data, path="a.txt")
    assert plan.targets[0].value == 95
    assert plan.text.count(GAP) == 1
    (note,) = (warning for warning in plan.warnings if warning.code == "unreadable-characters")
    assert note.start is not None
    assert plan.text[note.start] == GAP


def test_a_text_cut_inside_a_letter_is_read() -> None:
    data = (HEAD + _BODY + "Tổ chức thực hiện ở").encode()
    assert readers.sniff(data[:-1]) == "text"
    assert readers.read(data[:-1]).raw.endswith(GAP)


def test_half_a_letter_at_the_end_of_utf_16_is_a_gap() -> None:
    assert readers.read((HEAD + _BODY).encode("utf-16") + b"\x41").raw.startswith(HEAD[:20])


def test_a_text_without_accents_is_read_around_a_wrong_byte() -> None:
    data = ("KE HOACH\nDen nam 2025, 95% tre em duoc tiem chung.\n" * 200).encode()
    assert readers.read(data[:3000] + b"\xfe" + data[3000:]).raw.count(GAP) == 1


def test_bytes_that_are_no_text_are_none() -> None:
    noise = bytes((number * 37 + number // 7) % 256 for number in range(5000))
    for data in (noise, _BODY.encode() + noise, bytes(range(128, 256)) * 20):
        with pytest.raises(UnknownKind):
            readers.read(data)


def _tiff_of_unknown_compression() -> bytes:
    out = io.BytesIO()
    Image.new("L", (40, 40), 255).save(out, "TIFF")
    data = bytearray(out.getvalue())
    at = data.index(b"\x03\x01\x03\x00")  # the tag 259, Compression, of type SHORT (TIFF 6.0, section 8)
    data[at + 8 : at + 10] = (60_000).to_bytes(2, "little")
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n" + bytes(40), _tiff_of_unknown_compression(), b"\xff\xd8\xff\xe0" + bytes(100), b"II*\0" + bytes(60)],
    ids=["png", "compression", "jpeg", "tiff"],
)  # fmt: skip
@pytest.mark.parametrize("program", [True, False], ids=["with tesseract", "without"])
def test_a_damaged_picture_is_damaged_on_every_machine(
    data: bytes, program: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "languages", lambda: frozenset({"vie"}) if program else frozenset())
    with pytest.raises(DamagedFile):
        readers.read(data)


def test_an_archive_in_a_compression_that_is_not_read_says_so() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("word/document.xml", "x")
    data = bytearray(out.getvalue())
    for sign, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.find(sign)
        while at >= 0:
            data[at + place] = 96  # the method of APPNOTE.TXT 4.4.5: a JPEG variant
            at = data.find(sign, at + 1)
    with pytest.raises(DamagedFile):
        readers.read(bytes(data), "a.docx")


def test_an_archive_whose_list_of_files_stands_elsewhere_than_it_says_is_damaged() -> None:
    """The places of the files are counted from there: they are before the beginning then."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    data = bytearray(out.getvalue())
    at = data.rindex(b"PK\x05\x06") + 16  # APPNOTE.TXT 4.3.16: offset of the start of the central directory
    data[at : at + 4] = (int.from_bytes(data[at : at + 4], "little") + 239).to_bytes(4, "little")
    with pytest.raises(DamagedFile):
        readers.read(bytes(data), "a.odt")


def test_what_kehoach_itself_prints_is_no_plan() -> None:
    plan = extract_bytes((HEAD + _BODY + TAIL).encode(), path="a.txt")
    for printed in (json.dumps(plan.to_json(with_text=True), ensure_ascii=False), json.dumps([{"plan": 1}], indent=2)):
        with pytest.raises(UnknownKind, match="JSON"):
            readers.read(printed.encode(), str(Path("out.json")))
