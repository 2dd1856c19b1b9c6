"""Files that hold files: archives (`.zip`) and messages (`.eml`), unpacked into a folder that goes away afterwards.

What is inside is shown below its container (`ho-so.zip/Huyện A/ke-hoach.docx`). Nothing is ever written where a name in an
archive says, so that `../` leads nowhere; what cannot be unpacked is among the files as well, with the reason.
"""

from __future__ import annotations

import codecs
import email
import email.message
import email.policy
import shutil
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import regex

from corpus.files import Found, is_leftover
from extract import photographs, readers, scratch
from extract.errors import DamagedFile, EmptyFile, EncryptedFile, ReadError, TooLarge
from extract.opening import check_regular, no_room, open_failure
from extract.readers import zips
from patterns.documents import HEAD
from patterns.spelling import lower, view

# Archives in one another, files in one of them, bytes of a file and of all files of an archive unpacked.
MAX_DEPTH = 6
MAX_FILES = 20_000
MAX_FILE = 500_000_000
MAX_ALL = 4_000_000_000
# A message of more bytes than a mail server lets through.
MAX_MESSAGE = 200_000_000

_CHUNK = 1 << 20  # bytes copied at a time
_UTF8_NAME = 0x800  # the flag of a zip entry whose name is UTF-8 (APPNOTE.TXT 4.4.4)
_UNICODE_PATH = 0x7075  # the extra field of Info-ZIP with the name in UTF-8 (APPNOTE.TXT 4.6.9)
_LOCKED = 0x1
_DRIVE = regex.compile(r"^[A-Za-z]:")
_UNSEEN = regex.compile(r"\p{C}")


@contextmanager
def unpacked(files: Iterable[Found], *, largest: int = MAX_FILE, most: int = MAX_ALL) -> Iterator[Iterator[Found]]:
    """The files with those inside containers in the place of their containers, and pages photographed one by one as one file.

    They are there until the block ends.

    Args:
        files: what may be containers.
        largest: bytes of one file inside a container.
        most: bytes that all files inside one container may have.
    """
    with scratch.scratch() as folder:
        unpacker = _Unpacker(folder)
        members = (member for found in files for member in unpacker.files(found, _Budget(largest=largest, size=most)))
        yield photographs.bound(members, folder)


@dataclass(slots=True)
class _Budget:
    """What the containers inside one file may still unpack to."""

    largest: int
    size: int
    files: int = MAX_FILES
    names: dict[str, int] = field(default_factory=dict)  # each with how many were given it


class _Unpacker:
    """Gives every unpacked file a place of its own in the folder, whatever its name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def files(self, found: Found, budget: _Budget, depth: int = 0) -> Iterator[Found]:
        """A file, or the files inside it."""
        try:
            kind = _kind(found.path) if found.refused is None else None
        except Exception as error:
            yield _refused(found, error)
            return
        if kind is None:
            yield found
            return
        if depth >= MAX_DEPTH:
            yield _refused(
                found,
                TooLarge(
                    f"tệp nén lồng nhau quá {MAX_DEPTH} lớp; hãy giải nén / archives in archives, more than {MAX_DEPTH} deep; unpack them"
                ),
            )
            return
        members = self._archive(found, budget) if kind == "archive" else self._message(found, budget)
        empty = True
        try:
            for member in members:
                empty = False
                yield from self.files(member, budget, depth + 1)
        except RecursionError:
            empty = False
            yield _refused(
                found,
                TooLarge(
                    "thư lồng nhau quá nhiều lớp; hãy lưu riêng tệp đính kèm / a message nested too deep; save its attachments"
                ),
            )
        except (
            Exception
        ) as error:  # whatever is wrong with one container stands behind its name, and the files after it are read
            empty = False
            yield _refused(found, error)
        if found.unpacked:
            found.path.unlink(missing_ok=True)
        if empty:
            yield _refused(
                found,
                EmptyFile("không có tệp nào bên trong; kiểm tra lại tệp / no files inside; check the file"),
            )

    # --- archives ---------------------------------------------------------------------------------------------------

    def _archive(self, found: Found, budget: _Budget) -> Iterator[Found]:
        with zips.opened(found.path) as archive:
            entries = sorted(((_name(item), item) for item in archive.infolist()), key=lambda entry: entry[0])
            for name, item in entries:
                if item.is_dir() or any(is_leftover(part) or part == "__MACOSX" for part in name.split("/")):
                    continue
                yield self._unpack(archive, item, _member(found, name, budget), budget)

    def _unpack(self, archive: zipfile.ZipFile, item: zipfile.ZipInfo, member: Found, budget: _Budget) -> Found:
        """A file of an archive, unpacked, or with the reason why it could not be."""
        if item.flag_bits & _LOCKED:
            return _refused(
                member,
                EncryptedFile(
                    "tệp nén có mật khẩu; hãy giải nén rồi nạp lại / the archive has a password; unpack it and load the files"
                ),
            )
        budget.files -= 1
        budget.size -= item.file_size
        if budget.files < 0 or budget.size < 0 or item.file_size > budget.largest:
            return _refused(
                member,
                TooLarge(
                    "tệp nén quá lớn khi giải nén; hãy giải nén rồi nạp thư mục / the archive unpacks to too much; unpack it and load the folder"
                ),
            )
        try:
            place = self._place(member)
            with archive.open(item) as packed, place.open("wb") as out:
                shutil.copyfileobj(packed, out, _CHUNK)
        except OSError as error:
            return _refused(member, open_failure(error) if no_room(error) else _damaged())
        except NotImplementedError:
            return _refused(
                member,
                DamagedFile(
                    "nén bằng cách không đọc được; hãy nén lại dạng .zip thường / packed in a way that is not read; pack it again as a plain .zip"
                ),
            )
        except (*zips.DAMAGED, RuntimeError):
            return _refused(member, _damaged())
        return Found(place, member.shown, unpacked=True)

    def _place(self, member: Found) -> Path:
        """A new place; the ending is kept, it tells what a damaged file was meant to be."""
        self._count += 1
        ending = regex.sub(r"[^.A-Za-z0-9]", "", PurePosixPath(member.shown).suffix)
        return self._folder / f"{self._count}{ending[:12]}"

    # --- messages ---------------------------------------------------------------------------------------------------

    def _message(self, found: Found, budget: _Budget) -> Iterator[Found]:
        """The attachments of a message, and its own words where they are a document or there is nothing else."""
        if found.path.stat().st_size > MAX_MESSAGE:
            raise TooLarge("thư quá lớn; hãy lưu riêng tệp đính kèm / the message is too large; save its attachments")
        message = email.message_from_bytes(found.path.read_bytes(), policy=email.policy.default)
        attached = False
        for part in _leaves(message):
            if not _is_attachment(part):
                continue
            attached = True
            name = _clean(part.get_filename() or f"{part.get_content_maintype()}-{self._count + 1}")
            yield self._write(_member(found, name, budget), _content(part))
        body = _body(message)
        if body is None:
            return
        words, ending = body
        if not attached or HEAD.search(lower(view(words.decode("utf-8", "replace")))) is not None:
            yield self._write(_member(found, f"{_clean(_subject(message))}{ending}", budget), words)

    def _write(self, member: Found, data: bytes) -> Found:
        path = self._place(member)
        path.write_bytes(data)
        return Found(path, member.shown, unpacked=True)


def _damaged() -> DamagedFile:
    return DamagedFile(
        "tệp trong tệp nén bị hỏng; hãy nén lại từ bản gốc / damaged inside the archive; pack the original again"
    )


def _kind(path: Path) -> str | None:
    """`archive` or `mail` where a file holds files; a file that cannot be opened holds none.

    Raises:
        NotAFile: there is a pipe or a device under the path.
    """
    check_regular(path)
    try:
        with path.open("rb") as file:
            kind = readers.container(file)
    except (OSError, ReadError):
        return None
    return kind


def _refused(found: Found, error: Exception) -> Found:
    return Found(found.path, found.shown, error)


def _member(container: Found, name: str, budget: _Budget) -> Found:
    """A file in a container: shown below it, under a name that no other file there has."""
    first = shown = f"{container.shown}/{name}"
    stem, dot, ending = shown.rpartition(".")
    # The counting goes on where it stood: thousands of files of one name are not tried against all numbers before theirs.
    number = max(budget.names.get(first, 0), 1)
    while shown in budget.names:
        number += 1
        shown = f"{stem} ({number}).{ending}" if dot else f"{first} ({number})"
    budget.names[shown] = 1
    budget.names[first] = number
    return Found(container.path, shown)


def _clean(name: str) -> str:
    """A name without what leads out of its folder, and without signs that are not seen (surrogates among them)."""
    name = _DRIVE.sub("", unicodedata.normalize("NFC", name).replace("\\", "/"))
    parts = [_UNSEEN.sub("", part).strip() for part in name.split("/")]
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "tệp"


def _name(item: zipfile.ZipInfo) -> str:
    """The name of an entry: UTF-8 where the archive says so or it can be nothing else, else Windows-1258."""
    if item.flag_bits & _UTF8_NAME:
        return _clean(item.filename)
    said = _unicode_path(item.extra)
    if said is not None:
        return _clean(said)
    try:
        raw = item.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return _clean(item.filename)
    for encoding in ("utf-8", "cp1258"):
        try:
            return _clean(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _clean(item.filename)


def _unicode_path(extra: bytes) -> str | None:
    at = 0
    while at + 4 <= len(extra):
        kind, size = int.from_bytes(extra[at : at + 2], "little"), int.from_bytes(extra[at + 2 : at + 4], "little")
        if kind == _UNICODE_PATH and size > 5:
            return extra[at + 9 : at + 4 + size].decode("utf-8", "replace")
        at += 4 + size
    return None


# --- parts of messages -------------------------------------------------------------------------------------------------


def _leaves(part: email.message.Message) -> Iterator[email.message.Message]:
    """The parts of a message that hold no others; a message that is attached is one of them."""
    if part.get_content_maintype() != "multipart":
        yield part
        return
    payload = part.get_payload()
    for inner in payload if isinstance(payload, list) else ():
        if isinstance(inner, email.message.Message):
            yield from _leaves(inner)


def _is_attachment(part: email.message.Message) -> bool:
    """Whether a part is a file of its own: not the words of the message, nor a picture shown among them."""
    if part.get_content_type() == "message/rfc822" or part.get_content_disposition() == "attachment":
        return True
    if part.get("Content-ID") is not None and part.get_content_maintype() == "image":
        return False
    return part.get_filename() is not None or part.get_content_maintype() not in ("text", "multipart", "message")


def _content(part: email.message.Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        return inner.as_bytes() if isinstance(inner, email.message.Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _body(message: email.message.Message) -> tuple[bytes, str] | None:
    """The words of a message as a page or as text, in UTF-8, and the ending of such a file."""
    parts = [part for part in _leaves(message) if not _is_attachment(part) and part.get_content_maintype() == "text"]
    for kind, ending in (("text/html", ".html"), ("text/plain", ".txt")):
        for part in parts:
            data = _content(part)
            if part.get_content_type() == kind and data.strip():
                words = _in_utf8(data, part.get_content_charset())
                # A byte order mark speaks louder than what the page says of its encoding before it was decoded.
                return (codecs.BOM_UTF8 + words if ending == ".html" else words), ending
    return None


def _in_utf8(data: bytes, charset: str | None) -> bytes:
    try:
        return data.decode(charset or "utf-8").encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return data


def _subject(message: email.message.Message) -> str:
    return str(message.get("Subject") or "thư").replace("/", "-")[:120]
