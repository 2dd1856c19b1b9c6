"""Putting a backup back: it is looked at first, people are asked where something newer would go, and what goes is kept as a backup.

The database is replaced by SQLite in one transaction, so that a site that is open on it goes on with what was put back; only one that is
damaged is moved away, and a site has to be started anew then.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from sqlite_utils import Database

from db.load import lock
from db.load.derive import derive
from db.review import audit
from db.review.accounts import Accounts
from db.review.private import keep_private
from db.schema import migrations
from db.schema.database import PATIENCE_MS, open_database, rows, transaction
from db.schema.trouble import writing
from db.site import uploads
from db.upkeep import manifest
from db.upkeep.backup import back_up
from db.upkeep.manifest import BackupError, Manifest, Part
from extract.scratch import scratch

_CHUNK = 2**20
_ROOM = "dọn chỗ trên đĩa và trong thư mục tạm (TMPDIR) rồi chạy lại / make room on the disk and in the temporary folder (TMPDIR) and run again"

# What tells two rows apart that people or loads have written, by table.
_TOLD_APART = {
    "documents": "id",
    "reviews": "finding, state, note, reviewer, decided_at",
    "corrections": "plan, kind, record_key, field, value, state, reviewer, corrected_at",
    "removals": "document, state, reason, reviewer, removed_at",
    "version_answers": "one_identity, other_identity, answer, answered_at",
    "settings": "name, value",
    "programmes": "id",
}


@dataclass(frozen=True, slots=True)
class Loss:
    """What a database has that a backup has not, by table; `None` where it cannot be read."""

    rows: dict[str, int] | None

    def __bool__(self) -> bool:
        return self.rows is None or bool(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put back.

    Attributes:
        made: what the backup says of itself.
        kept: where what was there before is kept, `None` where nothing was.
        moved: whether the database was damaged and moved away as it was: a site that is open on it must be started anew.
        uploaded: how many uploaded files were put back; those that were there stay.
        accounts: whether accounts were put back.
    """

    made: Manifest
    kept: Path | None
    moved: bool
    uploaded: int
    accounts: bool


def look_at(source: Path) -> Manifest:
    """What a backup says of itself, once every part has been found to be what it says.

    Raises:
        BackupError: it is no backup, damaged, or of a newer program.
    """
    with scratch() as folder, _opened(source) as archive:
        made = _checked(source, archive, folder / manifest.DATABASE)
        _counted(source, folder / manifest.DATABASE, made)
        return made


def restore(source: Path, database: Path, *, agreed: Callable[[Loss], bool]) -> Restored | None:
    """Puts a backup back; `None` where nobody agreed to what would go.

    Args:
        source: the backup.
        database: where to.
        agreed: asked where the database has what the backup has not.

    Raises:
        BackupError: the backup will not do, or the database cannot be written.
        LoadRuns: a load is at work.
    """
    with scratch() as folder, _opened(source) as archive, writing(database, BackupError, _ROOM):
        copy = folder / manifest.DATABASE
        made = _checked(source, archive, copy)
        _counted(source, copy, made)
        _bring_up_to_date(copy, made, database)
        with lock.held(database, wait=False):
            loss = _loss(archive, made, database, copy)
            if loss and not agreed(loss):
                return None
            kept, moved = _put_aside(database, damaged=loss.rows is None)
            _put_in_place(copy, database)
        restored = Restored(
            made=made,
            kept=kept,
            moved=moved,
            uploaded=_uploads(archive, made, database),
            accounts=_people(archive, made, database),
        )
    keep_private(database)
    audit.by_command(database, "backup-restored", str(source), made.made_at)
    return restored


# --- the backup ----------------------------------------------------------------------------------------------------------


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(source)
    except zipfile.BadZipFile as error:
        raise BackupError(
            f"{source}: không phải bản sao lưu của kehoach, hoặc bị hỏng / no backup of kehoach, or damaged"
        ) from error
    except OSError as error:
        raise BackupError(f"{source}: không đọc được ({error.strerror}) / cannot be read") from error
    with archive:
        try:
            yield archive
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise BackupError(f"{source}: bản sao lưu bị hỏng / the backup is damaged") from error


def _checked(source: Path, archive: zipfile.ZipFile, copy: Path) -> Manifest:
    """The manifest, after every part was read and found to be what it says; the database is written to a place.

    Raises:
        BackupError: something is missing, besides or other than it says.
    """
    if manifest.NAME not in archive.namelist():
        raise BackupError(f"{source}: không phải bản sao lưu của kehoach / no backup of kehoach")
    made = manifest.read(archive.read(manifest.NAME))
    names = sorted(part.name for part in made.parts)
    if sorted(archive.namelist()) != sorted([*names, manifest.NAME]) or manifest.DATABASE not in names:
        raise BackupError(f"{source}: các tệp khác với bản kê / its files are not those of its manifest")
    unknown = set(made.migrations) - {migration.name for migration in migrations._migrations}
    if unknown:
        raise BackupError(f"{source}: {manifest.newer(made.program)}")
    for part in made.parts:
        target = copy if part.name == manifest.DATABASE else None
        if _read(archive, part, target) != (part.size, part.sha256):
            raise BackupError(f"{source}: {part.name} bị hỏng / is damaged")
    return made


def _read(archive: zipfile.ZipFile, part: Part, target: Path | None) -> tuple[int, str]:
    """Reads a part to its end, into a file that is its owner's alone if one is given; gives its size and fingerprint."""
    digest, size = hashlib.sha256(), 0
    with nullcontext() if target is None else _written(target) as out, archive.open(part.name) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            if out is not None:
                out.write(chunk)
    return size, digest.hexdigest()


@contextmanager
def _written(target: Path) -> Iterator[IO[bytes]]:
    """A new file that is its owner's alone, and is not there if it cannot be written to its end."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _counted(source: Path, copy: Path, made: Manifest) -> None:
    """The database of a backup is whole and has the rows that it says.

    Raises:
        BackupError: it is not.
    """
    try:
        with closing(sqlite3.connect(copy)) as connection:
            whole = [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]
            found = manifest.rows_of(connection) if whole else {}
    except sqlite3.DatabaseError:
        whole = False
    if not whole or found != made.rows:
        raise BackupError(f"{source}: cơ sở dữ liệu trong đó hỏng / the database in it is damaged")


def _bring_up_to_date(copy: Path, made: Manifest, database: Path) -> None:
    """The copy as this program has databases: schema, uploads where they will be, and what a load had not computed yet."""
    with closing(open_database(copy)) as db:
        with transaction(db):
            move_uploads(db, Path(made.database), database.resolve())
        derive(db)
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def move_uploads(db: Database, old: Path, new: Path) -> None:
    """Uploads are known by their paths: those beside a database that now lies elsewhere are found again."""
    before, after = f"{uploads.folder_for(old)}/", f"{uploads.folder_for(new)}/"
    if before == after:
        return
    for table in ("files", "replacements"):
        db.conn.execute(
            f"UPDATE OR REPLACE {table} SET path = ? || substr(path, ?) WHERE substr(path, 1, ?) = ?",
            [after, len(before) + 1, len(before), before],
        )


# --- the database --------------------------------------------------------------------------------------------------------


def compared(database: Path, copy: Path) -> Loss:
    """What a database has that a copy has not."""
    try:
        with closing(open_database(database)) as db:
            db.conn.execute("ATTACH ? AS backup", [str(copy)])
            found = {
                table: rows(
                    db,
                    f"SELECT count(*) AS n FROM (SELECT {names} FROM main.{table} EXCEPT SELECT {names} FROM backup.{table})",
                )[0]["n"]
                for table, names in _TOLD_APART.items()
            }
            whole = [row["quick_check"] for row in rows(db, "PRAGMA quick_check(1)")] == ["ok"]
    except Exception as error:
        if _is_locked(error):
            raise
        return Loss(None)
    return Loss({table: count for table, count in found.items() if count} if whole else None)


def _loss(archive: zipfile.ZipFile, made: Manifest, database: Path, copy: Path) -> Loss:
    """What would go: rows of the database, and accounts, if the backup has any."""
    loss = compared(database, copy) if database.exists() else Loss({})
    if loss.rows is not None and made.has(manifest.ACCOUNTS):
        there = Accounts(database).others(archive.read(manifest.ACCOUNTS))
        return Loss({**loss.rows, "accounts": there} if there else loss.rows)
    return loss


def _is_locked(error: BaseException) -> bool:
    return "locked" in str(error)


def _put_aside(database: Path, *, damaged: bool) -> tuple[Path | None, bool]:
    """Keeps what is there: as a backup, where it is damaged as it is; gives where, and whether it was moved away."""
    if not database.exists():
        return None, False
    stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    if not damaged:
        kept = _free(database, f"-replaced-{stamp}", ".zip")
        back_up(database, kept, with_uploads=False)
        return kept, False
    kept = _free(database, f"-damaged-{stamp}")
    for ending in ("-wal", "-shm", ""):
        beside = database.with_name(f"{database.name}{ending}")
        if beside.exists():
            beside.rename(kept.with_name(f"{kept.name}{ending}"))
    return kept, True


def _free(database: Path, name: str, ending: str = "") -> Path:
    path, number = database.with_name(f"{database.name}{name}{ending}"), 1
    while path.exists():
        number += 1
        path = database.with_name(f"{database.name}{name}-{number}{ending}")
    return path


def _put_in_place(copy: Path, database: Path) -> None:
    """The copy takes the place of what is there in one transaction; who reads meanwhile reads what was there."""
    open_database(database).close()  # a new one is made as such, its owner's alone
    with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(database)) as target:
        target.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        source.backup(target)


# --- what stands beside it -----------------------------------------------------------------------------------------------


def _uploads(archive: zipfile.ZipFile, made: Manifest, database: Path) -> int:
    """Puts uploaded files back where they are missing; gives how many."""
    count = 0
    for part in made.uploads():
        path = uploads.folder_for(database) / part.name.removeprefix(manifest.UPLOADS)
        if path.exists():
            continue
        for folder in (path.parent.parent, path.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        _read(archive, part, path)
        count += 1
    return count


def _people(archive: zipfile.ZipFile, made: Manifest, database: Path) -> bool:
    """Puts accounts back, and the log where there is none: nothing takes lines out of one that is there."""
    log = audit.path_for(database)
    for part in made.parts:
        if part.name == manifest.LOG and not log.exists():
            _read(archive, part, log)
    if not made.has(manifest.ACCOUNTS):
        return False
    Accounts(database).put_back(archive.read(manifest.ACCOUNTS))
    return True
