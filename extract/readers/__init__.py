"""Readers: one module a format, one signature, `read(data: bytes) -> Source`.

`read` chooses the reader by what the bytes are, never by the name's ending; the ending only tells damage from text. A new
format is a module of this folder and one line in `READERS`.
"""

from __future__ import annotations

import io
import zipfile
from importlib import import_module
from typing import Protocol, cast

from extract.errors import DamagedFile, EmptyFile, EncryptedFile, UnknownKind
from extract.source import Source

# What `sniff` answers → the module of this folder that reads it.
READERS = {"text": "plain", "docx": "docx", "pdf": "pdf"}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8", b"BM")
# Kinds that are known and have no reader → what to do about them.
_NO_READER = {
    "doc": "tệp Word kiểu cũ (.doc); hãy mở bằng Word, lưu thành .docx rồi nạp lại / an old Word file; save it as .docx",
    "rtf": "tệp RTF; hãy mở bằng Word, lưu thành .docx rồi nạp lại / an RTF file; save it as .docx",
    "odt": "tệp OpenDocument; hãy lưu thành .docx rồi nạp lại / an OpenDocument file; save it as .docx",
    "html": "trang web; hãy lưu nội dung thành .docx hoặc .txt / a web page; save its text as .docx or .txt",
    "image": "tệp ảnh, cần nhận dạng chữ (OCR) trước khi nạp / an image; it needs OCR before loading",
    "spreadsheet": "bảng tính Excel, không phải văn bản / a spreadsheet, not a document",
    "archive": "tệp nén; hãy giải nén rồi nạp thư mục / an archive; unpack it and load the folder",
    "binary": "không nhận ra loại tệp; dùng .txt, .md, .docx hoặc .pdf / unknown kind of file; use .txt, .md, .docx or .pdf",
}


class Reader(Protocol):
    """What a module of this folder offers."""

    def read(self, data: bytes) -> Source:
        """The source of the bytes of a file."""


def read(data: bytes, path: str = "") -> Source:
    """The source of a file.

    Args:
        data: the bytes of the file.
        path: its name, for errors alone.

    Raises:
        ReadError: the file is empty, damaged, encrypted, of no known kind, or has no text.
    """
    kind = sniff(data)
    if kind in ("text", "binary"):
        _check_ending(path)
    if kind not in READERS:
        raise UnknownKind(_NO_READER[kind])
    reader = cast(Reader, import_module(f"{__name__}.{READERS[kind]}"))
    return reader.read(data)


def _check_ending(path: str) -> None:
    """Refuses bytes without a signature whose name promises a kind that has one: what is left of a damaged file."""
    ending = path.lower().rpartition(".")[2]
    if ending in ("docx", "docm"):
        raise DamagedFile(
            "tệp .docx bị hỏng (không phải tệp nén zip); hãy mở và lưu lại bằng Word / "
            "a damaged .docx (no zip archive); open it in Word and save it again"
        )
    if ending == "pdf":
        raise DamagedFile("tệp .pdf bị hỏng; hãy lấy lại bản gốc / a damaged .pdf; get the original again")


def sniff(data: bytes) -> str:
    """The kind of a file by its bytes: a key of `READERS` or a kind that has no reader.

    Raises:
        EmptyFile: there are no bytes, or nothing but white space.
        DamagedFile: a zip archive that cannot be opened.
        EncryptedFile: an Office file with a password.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise EmptyFile("tệp rỗng; kiểm tra lại tệp gốc / the file is empty; check the original")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES):
        return "image"
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<body" in head:
        return "html"
    from extract.readers import plain

    return "text" if plain.decode(data) is not None else "binary"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        raise DamagedFile(
            "tệp nén hoặc tệp Word bị hỏng; hãy lấy lại bản gốc / a damaged archive or Word file; get the original again"
        ) from None
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "spreadsheet"
    return "odt" if "content.xml" in names else "archive"


def _ole_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile(
            "tệp Word có mật khẩu; hãy bỏ mật khẩu rồi nạp lại / the Word file has a password; remove it and load again"
        )
    return "doc" if "WordDocument".encode("utf-16-le") in data else "binary"
