"""Opening files: the bytes of what is a file, and in words why there are none."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import TypeGuard

from corpus.files import Found, LinkOut
from extract.errors import MissingFile, NoRoom, NotAFile, OutsideLink, ReadError

# The disk is full, the quota of the account is used up, the file would be larger than the system lets it be.
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def data_of(found: Found) -> bytes:
    """The bytes of a file.

    Raises:
        ReadError: the file is missing or no file, or cannot be read for a reason that is known already.
    """
    if found.refused is not None:
        raise refusal(found.refused) or found.refused
    check_regular(found.path)
    try:
        return found.path.read_bytes()
    except OSError as error:
        raise open_failure(error) from error


def check_regular(path: Path) -> None:
    """Refuses what is no file: reading a pipe or a device may never end.

    Raises:
        NotAFile: there is something else under the path. That nothing is there, or is a folder, is said when it is opened.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise NotAFile(
            "không phải tệp thường (ống dẫn hoặc thiết bị); hãy ghi ra tệp rồi nạp / no regular file (a pipe or a device); write it to a file first"
        )


def refusal(error: Exception) -> ReadError | None:
    """What people are told of an error, where it is one that was foreseen."""
    if isinstance(error, ReadError):
        return error
    if isinstance(error, LinkOut):
        return OutsideLink(
            "liên kết dẫn ra ngoài thư mục đã cho; dùng --follow-links nếu muốn nạp / "
            "a link out of the folder that was given; use --follow-links to load what it leads to"
        )
    return open_failure(error) if isinstance(error, OSError) else None


def no_room(error: BaseException) -> TypeGuard[OSError]:
    """Whether an error says that the disk is full."""
    return isinstance(error, OSError) and error.errno in _NO_ROOM


def open_failure(error: OSError) -> ReadError:
    """Why a file cannot be opened, in words that say what to do."""
    if no_room(error):
        return NoRoom(
            "hết chỗ trên đĩa khi đọc tệp; hãy dọn đĩa (cả thư mục tạm) rồi nạp lại / "
            "the disk is full; make room (in the temporary folder too) and load again"
        )
    if isinstance(error, FileNotFoundError | IsADirectoryError | NotADirectoryError):
        return MissingFile("không tìm thấy tệp; kiểm tra lại đường dẫn / no such file; check the path")
    return MissingFile(
        f"không đọc được ({error.strerror or error}); kiểm tra quyền đọc / cannot be read; check its permissions"
    )
