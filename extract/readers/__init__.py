"""Readers: one module a format, one signature, `read(data: bytes) -> Source`.

`read` chooses the reader by what the bytes are, never by the name's ending; the ending only tells damage from text. A new
format is a module of this folder and one line in `READERS`.
"""

from __future__ import annotations

import io
from dataclasses import replace
from importlib import import_module
from typing import BinaryIO, Protocol, cast

import regex

from extract.errors import DamagedFile, EmptyFile, EncryptedFile, UnknownKind
from extract.readers import aligned, stacked, zips
from extract.readers.plain import GAP
from extract.readers.scan import album
from extract.source import Note, Source
from extract.structure.neighbours import plan_only

# What `sniff` answers → the module of this folder that reads it.
READERS = {"text": "plain", "docx": "word.docx", "pdf": "page.pdf", "html": "html", "image": "scan.image",
           "xlsx": "sheet.xlsx", "csv": "sheet.delimited", "album": "scan.album"}  # fmt: skip
# What LibreOffice makes a DOCX, or a workbook, of first.
OFFICE = ("doc", "rtf", "odt", "wordml", "xls", "ods")
# What holds files of its own: `extract.containers` unpacks it.
CONTAINERS = ("archive", "mail")

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_OTHERS = {b"Rar!": "packed", b"7z\xbc\xaf": "packed", b"\x1f\x8b": "packed", b"BZh": "packed", b"GIF8": "picture", b"RIFF": "picture"}  # fmt: skip
_MAIL = regex.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL_FIELDS = (b"from:", b"subject:", b"mime-version:", b"received:", b"date:")
# The message as a whole is a page with its pictures, and not one that has such a part.
_RELATED = regex.compile(rb"\ncontent-type:\s*multipart/related")
# What `kehoach extract` and `load --format json` print, among others: no document begins like this.
_JSON = regex.compile(rb'\{\s*"|\[\s*\{\s*"')
# Kinds that are known and have no reader → what to do about them.
_NO_READER = {
    "picture": "loại ảnh không đọc được; hãy lưu thành .png, .jpg hoặc .tiff / a kind of picture that is not read; save it as .png, .jpg or .tiff",
    "workbook": "bảng tính nhị phân (.xlsb); hãy lưu thành .xlsx / a binary workbook; save it as .xlsx",
    "slides": "tệp trình chiếu, không phải văn bản / slides, not a document",
    "message": "thư Outlook (.msg); hãy lưu thành .eml hoặc lưu tệp đính kèm / an Outlook message; save it as .eml, or its attachments",
    "packed": "tệp nén không phải .zip; hãy giải nén rồi nạp thư mục / an archive that is no .zip; unpack it and load the folder",
    "archive": "tệp nén; hãy dùng lệnh load hoặc extract với chính tệp này / an archive; its files are read by load and extract",
    "mail": "thư điện tử; hãy dùng lệnh load hoặc extract với chính tệp này / an e-mail; its files are read by load and extract",
    "data": "tệp dữ liệu JSON, không phải văn bản / a file of data in JSON, not a document",
    "binary": "không nhận ra loại tệp; dùng .docx, .pdf, .doc, .odt, .rtf, .html, .txt hoặc ảnh / unknown kind of file; use .docx, .pdf, "
    ".doc, .odt, .rtf, .html, .txt or a picture",
}


class Reader(Protocol):
    """What a module of this folder offers."""

    def read(self, data: bytes) -> Source:
        """The source of the bytes of a file."""


def read(data: bytes, path: str = "") -> Source:
    """The source of a file; where it holds several documents, what stands beside the plan is set apart.

    Args:
        data: the bytes of the file.
        path: its name, for errors alone.

    Raises:
        ReadError: the file is empty, damaged, encrypted, of no known kind, or has no text.
    """
    kind = sniff(data)
    if kind in ("text", "binary"):
        _check_ending(path)
    if kind in OFFICE:
        from extract.readers.word import office

        return _told(plan_only(_with_tables(office.read(data, kind))))
    if kind not in READERS:
        raise UnknownKind(_NO_READER[kind])
    reader = cast(Reader, import_module(f"{__name__}.{READERS[kind]}"))
    return _told(plan_only(_with_tables(reader.read(data))))


def _with_tables(source: Source) -> Source:
    """The source with the rows of tables of which only the places of their words are left."""
    return stacked.with_rows(aligned.with_rows(source))


def _told(source: Source) -> Source:
    """The source with a note on characters that could not be read, and where the first of them stands."""
    gaps = source.raw.count(GAP)
    if not gaps:
        return source
    note = Note(
        "unreadable-characters",
        f"{gaps} ký tự không đọc được, đầu tiên ở đây; đối chiếu với bản gốc / "
        f"{gaps} characters cannot be read, the first of them here; compare with the original",
        source.raw.index(GAP),
    )
    return replace(source, notes=(*source.notes, note))


def _check_ending(path: str) -> None:
    """Refuses bytes without a signature whose name promises a kind that has one: what is left of a damaged file."""
    ending = path.lower().rpartition(".")[2]
    if ending in ("docx", "docm"):
        raise DamagedFile(
            "tệp .docx bị hỏng (không phải tệp nén zip); hãy mở và lưu lại bằng Word / "
            "a damaged .docx (no zip archive); open it in Word and save it again"
        )
    if ending in ("pdf", "doc", "odt", "zip", "png", "jpg", "jpeg", "tif", "tiff"):
        raise DamagedFile(f"tệp .{ending} bị hỏng; hãy lấy lại bản gốc / a damaged .{ending}; get the original again")


def sniff(data: bytes) -> str:
    """The kind of a file by its bytes: a key of `READERS`, one of `OFFICE` or `CONTAINERS`, or a kind that has no reader.

    Raises:
        EmptyFile: there are no bytes, or nothing but white space.
        DamagedFile: a zip archive that cannot be opened.
        EncryptedFile: an Office file with a password.
    """
    if not data[:100_000].strip(b" \t\r\n\0\xef\xbb\xbf") and not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise EmptyFile("tệp rỗng; kiểm tra lại tệp gốc / the file is empty; check the original")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_ZIP):
        return _zip_kind(io.BytesIO(data))
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES):
        return "image"
    if data[4:8] == b"ftyp":
        return "picture"
    if data.startswith(b"BM") and data[6:10] == bytes(4):  # a bitmap; a form may be called `BM.01`
        return "picture"
    other = next((kind for sign, kind in _OTHERS.items() if data.startswith(sign)), None)
    if other is not None:
        return other
    return _text_kind(data)


def _text_kind(data: bytes) -> str:
    """The kind of bytes that may be words: a page, a message, a Word file in XML, plain text."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    fields = _mail_fields(head)
    if any(b"\n" + field in fields for field in _MAIL_FIELDS):
        return "html" if _RELATED.search(fields) is not None else "mail"
    if b'progid="word.document"' in head or b"schemas.microsoft.com/office/word/2003/wordml" in head:
        return "wordml"
    if _JSON.match(head) is not None:
        return "data"
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<body" in head:
        return "html"
    from extract.readers import plain

    text = plain.decode(data)
    if text is None:
        return "binary"
    from extract.readers.sheet import delimited

    return "csv" if delimited.delimiter(text) is not None else "text"


def is_saved_page(data: bytes) -> bool:
    """Whether a file in the form of a message is a web page saved with its pictures (MHTML)."""
    return _RELATED.search(_mail_fields(data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower())) is not None


def _mail_fields(head: bytes) -> bytes:
    """The fields that a message begins with, each behind a line end; nothing where bytes are no message."""
    match = _MAIL.match(head)
    return b"\n" + match[0] if match is not None else b""


def container(file: BinaryIO) -> str | None:
    """One of `CONTAINERS` where a file holds files of its own; only its head is read, and an archive's list of names.

    Raises:
        DamagedFile: a zip archive that cannot be opened.
    """
    head = file.read(8192)
    if head.startswith(_ZIP):
        kind = _zip_kind(file)
    elif head[:1].isalpha() and _MAIL.match(head) is not None:
        kind = _text_kind(head)
    else:
        return None
    return kind if kind in CONTAINERS else None


def _zip_kind(file: BinaryIO) -> str:
    with zips.opened(file) as archive:
        names = set(archive.namelist())
        mimetype = archive.read("mimetype").strip() if "mimetype" in names else b""
    if "[Content_Types].xml" in names:
        return next((kind for part, kind in _PARTS.items() if any(part in name for name in names)), "archive")
    if {"content.xml", "mimetype"} <= names:
        return "ods" if mimetype.endswith(b"spreadsheet") else "odt"
    return "album" if mimetype == album.MEDIA_TYPE.encode() else "archive"


_PARTS = {"word/document": "docx", "xl/workbook.bin": "workbook", "xl/workbook": "xlsx", "ppt/presentation": "slides"}
_STREAMS = {"WordDocument": "doc", "Workbook": "xls", "PowerPoint Document": "slides", "__properties_version1.0": "message"}  # fmt: skip


def _ole_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile(
            "tệp Word có mật khẩu; hãy bỏ mật khẩu rồi nạp lại / the Word file has a password; remove it and load again"
        )
    return next((kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in data), "binary")
