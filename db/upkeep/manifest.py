"""What a backup says of itself: when and of what it was made, how many rows each table had, and a fingerprint of every part."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any

from db.schema.trouble import Trouble

# Of how parts are named and the manifest is written; a program reads its own number and smaller ones.
FORMAT = 1
NAME = "manifest.json"
DATABASE, ACCOUNTS, LOG, UPLOADS = "plans.db", "accounts.json", "audit.jsonl", "uploads/"


class BackupError(Trouble):
    """A backup cannot be made or put back; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file in a backup."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself.

    Attributes:
        program: the version of kehoach that made it.
        made_at: when (UTC); what was written before is in it.
        made_by: the system's user.
        database: the path of the database, by which uploads are known in it.
        migrations: the changes of the schema that it has.
        rows: how many rows each table had.
        parts: its files.
        format: how it is written.
    """

    program: str
    made_at: str
    made_by: str
    database: str
    migrations: tuple[str, ...]
    rows: dict[str, int]
    parts: tuple[Part, ...]
    format: int = FORMAT

    def to_json(self) -> str:
        """As it stands in a backup."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"

    def has(self, name: str) -> bool:
        """Whether there is a part of a name, or below a folder of that name."""
        return any(part.name == name or (name.endswith("/") and part.name.startswith(name)) for part in self.parts)

    def uploads(self) -> list[Part]:
        """The files that were uploaded."""
        return [part for part in self.parts if part.name.startswith(UPLOADS)]


def read(data: bytes) -> Manifest:
    """A manifest as `to_json` writes it.

    Raises:
        BackupError: it is none, or that of a newer program.
    """
    try:
        said: dict[str, Any] = json.loads(data)
        if said["format"] > FORMAT:
            raise BackupError(newer(str(said.get("program"))))
        parts = tuple(Part(**part) for part in said.pop("parts"))
        found = Manifest(**{**said, "parts": parts, "migrations": tuple(said["migrations"])})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BackupError("bản kê hỏng / the manifest is damaged") from error
    if not all(map(_is_plain, (part.name for part in found.parts))):
        raise BackupError("bản kê hỏng / the manifest is damaged")
    return found


def newer(program: str) -> str:
    """What is said of a backup that a newer program made."""
    return f"do kehoach {program} mới hơn tạo; hãy cập nhật chương trình / made by a newer kehoach ({program}); update the program"


def _is_plain(name: str) -> bool:
    """Whether a name is of a part as this program names them: nothing is written elsewhere, whatever a backup says."""
    if name in (DATABASE, ACCOUNTS, LOG):
        return True
    folder, _, rest = name.removeprefix(UPLOADS).partition("/")
    inside = folder not in ("", ".", "..") and rest not in ("", ".", "..") and not {"/", "\\", "\0"} & set(rest)
    return name.startswith(UPLOADS) and inside and not {"\\", "\0"} & set(folder)


def program_version() -> str:
    """The version of this program."""
    return version("kehoach")


def migrations_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The changes of the schema that a database has."""
    return tuple(row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY name"))


def rows_of(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has, but for what SQLite and the search index keep for themselves."""
    names = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not row[0].startswith(("sqlite_", "searchable_fts", "_sqlite_"))
    ]
    return {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}


def digest_of(chunks: Iterable[bytes]) -> str:
    """The fingerprint of what comes in pieces."""
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()
