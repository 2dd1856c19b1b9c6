"""Old Word files, RTF and OpenDocument: LibreOffice makes a DOCX of them, which the DOCX reader reads.

LibreOffice runs without a window, with a profile of its own for each process of ours (two runs cannot share one), with
macros off and links to other files and hosts not followed, and within a time limit.
"""

from __future__ import annotations

import io
import os
import shutil
from dataclasses import replace
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path

from extract import programs, scratch
from extract.errors import DamagedFile, EncryptedFile, MissingProgram
from extract.readers import zips
from extract.readers.sheet import xlsx
from extract.readers.word import docx
from extract.source import Source

# Seconds for one file; a plan of a hundred pages takes three, the first run of a profile some more.
TIMEOUT = 120

_PROGRAMS = ("soffice", "libreoffice")
# Settings of the profile (org.openoffice.Office.Common): nothing that comes with a document is run or fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document">\
<prop oor:name="WarnAlienFormat" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""
_KINDS = {"doc": "doc", "rtf": "rtf", "odt": "odt", "wordml": "xml", "xls": "xls", "ods": "ods"}
_SHEETS = ("xls", "ods")
# Else LibreOffice opens what is no workbook as text.
_AS = {"xls": ("--infilter=MS Excel 97",)}
_INTO = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
_MEDIA_TYPES = {
    "doc": "application/msword",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "wordml": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}


def read(data: bytes, kind: str) -> Source:
    """The source of a file that LibreOffice can open; `kind` is what `sniff` says of it.

    Raises:
        MissingProgram: LibreOffice is not installed.
        EncryptedFile: the file asks for a password.
        DamagedFile: LibreOffice cannot open the file, or needs too long.
    """
    converted = _converted(data, _KINDS[kind])
    if converted is None:
        if kind == "odt" and _has_password(data):
            raise EncryptedFile(
                "tệp có mật khẩu; hãy bỏ mật khẩu rồi nạp lại / the file has a password; remove it and load again"
            )
        raise DamagedFile(
            "LibreOffice không mở được tệp (tệp hỏng hoặc có mật khẩu); hãy mở bằng Word và lưu thành .docx / "
            "LibreOffice cannot open the file (damaged, or with a password); open it in Word and save it as .docx"
        )
    if kind in _SHEETS:
        return replace(xlsx.read(converted), media_type=_MEDIA_TYPES[kind], reader=kind)
    return docx.read(converted, media_type=_MEDIA_TYPES[kind], reader=kind)


def _has_password(data: bytes) -> bool:
    """Whether an OpenDocument file says that its parts are encrypted (OpenDocument 1.3, part 2, 4.3)."""
    try:
        with zips.opened(io.BytesIO(data)) as archive:
            return b"encryption-data" in archive.read("META-INF/manifest.xml")
    except (DamagedFile, NotImplementedError, RuntimeError, *zips.DAMAGED):
        return False


def _converted(data: bytes, ending: str) -> bytes | None:
    """The file as DOCX or as a workbook; `None` where none came out."""
    into = "xlsx" if ending in _SHEETS else "docx"
    program = next((found for name in _PROGRAMS if (found := shutil.which(name)) is not None), None)
    if program is None:
        raise MissingProgram(
            "cần LibreOffice để đọc .doc, .rtf, .odt, .xls, .ods; cài bằng / LibreOffice is needed: "
            "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui"
        )
    with scratch.scratch() as folder:
        source, out = folder / f"plan.{ending}", folder / "out"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={_profile(os.getpid()).as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            *_AS.get(ending, ()),
            "--convert-to",
            _INTO[into],
            "--outdir",
            str(out),
            str(source),
        ]
        try:
            programs.run(command, seconds=TIMEOUT)
        except programs.OutOfTime:
            return None
        made = out / f"plan.{into}"
        return made.read_bytes() if made.is_file() else None


@lru_cache(maxsize=1)
def _profile(process: int) -> Path:
    """The profile of this process, deleted when it ends; a forked worker gets one of its own."""
    folder = scratch.Scratch()
    (folder.path / "user").mkdir()
    (folder.path / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    # `atexit` does not run in workers; this does, and only in the process that it was made in.
    Finalize(None, folder.remove, exitpriority=0)
    return folder.path
