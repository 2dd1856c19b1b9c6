"""Backups: the database as it is at one moment, with accounts, log and uploads, in one file that only its owner reads.

What is written goes on meanwhile: SQLite copies from one snapshot, which neither waits for a load or a reviewer nor holds them up. Uploads are
copied after it, so that no file is missing that the database knows of. The file gets its name when it is whole.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from db.review import accounts, audit
from db.schema.database import PATIENCE_MS, must_exist
from db.schema.trouble import writing
from db.site import uploads
from db.upkeep import manifest
from db.upkeep.manifest import BackupError, Manifest, Part
from extract.scratch import scratch

_CHUNK = 2**20
_ROOM = "dọn chỗ trên đĩa và trong thư mục tạm (TMPDIR) rồi chạy lại / make room on the disk and in the temporary folder (TMPDIR) and run again"


def back_up(
    database: Path, target: Path, *, with_accounts: bool = True, with_uploads: bool = True, force: bool = False
) -> Manifest:
    """Writes a backup of a database; gives what it says of itself.

    Args:
        database: the database.
        target: the file to write.
        with_accounts: accounts (names, roles, hashes of passwords) and the log of who did what go with it.
        with_uploads: files that were uploaded go with it.
        force: whether a file that is there is replaced.

    Raises:
        DatabaseError: there is no database.
        BackupError: the database is damaged, the file is there already or cannot be written.
    """
    must_exist(database)
    _must_be_free(target, force=force)
    with writing(target, BackupError, _ROOM), _replacing(target, force=force) as file, scratch() as folder:
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        copy = folder / manifest.DATABASE
        snapshot(database, copy)
        with closing(sqlite3.connect(copy)) as connection:
            _must_be_whole(database, connection)
            migrations, rows = manifest.migrations_of(connection), manifest.rows_of(connection)
        parts = [(manifest.DATABASE, copy)]
        if with_accounts:
            parts += [(manifest.ACCOUNTS, accounts.path_for(database)), (manifest.LOG, audit.path_for(database))]
        if with_uploads:
            parts += _uploaded(database)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
            written = tuple(part for name, path in parts if (part := _put(archive, name, path)) is not None)
            made = Manifest(
                program=manifest.program_version(),
                made_at=made_at,
                made_by=audit.system_user(),
                database=str(database.resolve()),
                migrations=migrations,
                rows=rows,
                parts=written,
            )
            archive.writestr(manifest.NAME, made.to_json())
    audit.by_command(database, "backed-up", str(target))
    return made


def snapshot(database: Path, copy: Path) -> None:
    """Copies a database as it is at one moment, while others write to it.

    Raises:
        BackupError: it is no database.
    """
    copy.touch(mode=0o600)
    address = f"{database.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(copy)) as target:
            source.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            source.backup(target)  # in one step, from one snapshot
            target.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise BackupError(damaged(database)) from error


def damaged(database: Path) -> str:
    """What is said of a database that cannot be backed up."""
    return (
        f"{database}: cơ sở dữ liệu hỏng nên không sao lưu, bản sao lưu cũ giữ nguyên; xem kehoach doctor / "
        "the database is damaged and was not backed up, an older backup stays; see kehoach doctor"
    )


def _must_be_whole(database: Path, connection: sqlite3.Connection) -> None:
    """A backup that cannot be put back must not take the place of one that can."""
    try:
        said = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    except sqlite3.DatabaseError as error:
        raise BackupError(damaged(database)) from error
    if said != ["ok"]:
        raise BackupError(damaged(database))


def _must_be_free(target: Path, *, force: bool) -> None:
    if target.is_dir():
        raise BackupError(f"{target}: là thư mục; hãy nêu tên tệp / a folder; name a file")
    if not force and target.exists():
        raise BackupError(f"{target}: đã có; thêm --force để thay / is there already; --force replaces it")


@contextmanager
def _replacing(target: Path, *, force: bool) -> Iterator[IO[bytes]]:
    """A file beside the one that is wanted, that takes its place in one step once all is written; readable by its owner alone.

    Its name is always the same, so that what was left by one who was killed is written over.
    """
    new = target.with_name(f".{target.name}.new")
    handle = _own(new)
    try:
        with os.fdopen(handle, "w+b") as file:
            os.fchmod(handle, 0o600)
            file.truncate()
            yield file
            file.flush()
            os.fsync(handle)
            _must_be_free(target, force=force)  # somebody may have been faster
            new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _own(new: Path) -> int:
    """The handle of a file that no other process writes."""
    while True:
        handle = os.open(new, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with suppress(FileNotFoundError):
                if new.stat().st_ino == os.fstat(handle).st_ino:
                    return handle
        except BlockingIOError as error:
            os.close(handle)
            raise BackupError(
                f"{new}: một lần sao lưu khác đang ghi tệp này / another backup is writing this file"
            ) from error
        os.close(handle)  # the other has just put it in its place


def _uploaded(database: Path) -> list[tuple[str, Path]]:
    """The files of the uploads with their names in a backup."""
    folder = uploads.folder_for(database)
    return [
        (f"{manifest.UPLOADS}{path.parent.name}/{path.name}", path)
        for path in sorted(folder.glob("*/*"))
        if path.is_file() and not path.is_symlink()
    ]


def _put(archive: zipfile.ZipFile, name: str, path: Path) -> Part | None:
    """Writes a part; `None` where there is no such file, or no more."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return None
    with file:
        info = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        digest, size = hashlib.sha256(), 0
        with archive.open(info, "w", force_zip64=True) as out:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                out.write(chunk)
    return Part(name=name, size=size, sha256=digest.hexdigest())
