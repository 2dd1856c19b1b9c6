"""Opening zip archives, Word files among them: whatever a damaged one does to Python's `zipfile` is one failure of ours."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from lzma import LZMAError
from pathlib import Path
from typing import BinaryIO

from extract.errors import DamagedFile

# What reading from an archive raises where it is damaged, and what opening it does (a name that is not in the encoding it says is
# a UnicodeDecodeError).
BROKEN = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, struct.error, ValueError, OverflowError)
DAMAGED = (*BROKEN, KeyError, IndexError)


@contextmanager
def opened(file: Path | BinaryIO) -> Iterator[zipfile.ZipFile]:
    """The archive of a file.

    Raises:
        DamagedFile: it cannot be opened or what is asked of it cannot be read, or it claims to need a newer program than there is.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (NotImplementedError, *DAMAGED) as error:
        raise _failure(error) from error
    try:
        with archive:
            yield archive
    except (NotImplementedError, *BROKEN) as error:
        raise _failure(error) from error


def _failure(error: Exception) -> DamagedFile:
    if isinstance(error, NotImplementedError):
        return DamagedFile(
            "tệp nén hoặc tệp Word đòi phiên bản hay cách nén zip không đọc được, có thể bị hỏng; hãy nén hoặc lưu lại / "
            "the archive or Word file asks for a version of zip or a compression that is not read, it may be damaged; pack or save it again"
        )
    return DamagedFile(
        "tệp nén hoặc tệp Word bị hỏng; hãy lấy lại bản gốc / a damaged archive or Word file; get the original again"
    )
