"""Uploads: files that staff bring, kept beside the database and loaded in the background by the same loader as on the command line.

An upload is a folder of `plans.db-uploads/`: the files under their own names, `upload.json` (who, when) and `progress.jsonl`, to which
the loader adds a line a file. So progress outlives a restart, an interrupted load can be run again, and the original files
stay where the pages find them.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import db
from corpus.files import Found
from db.load.faults import message_of
from extract import errors
from extract.containers import unpacked
from extract.opening import refusal

Row = dict[str, Any]

# A scan of a few hundred pages; larger ones go through `kehoach load`.
LARGEST_FILE = 50 * 2**20
LARGEST_UPLOAD = 2 * 2**30
MOST_FILES = 5000
_LIMITS = f"{MOST_FILES} tệp, {LARGEST_UPLOAD // 2**20} MB mỗi lần, {LARGEST_FILE // 2**20} MB mỗi tệp / files an upload, in all, a file"

_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{6}")
_OWN = ("upload.json", "progress.jsonl", "loader.log")

# Loaders that this server started, so that each is put to rest when it has ended.
RUNNING: dict[int, subprocess.Popen[bytes]] = {}


class TooLarge(ValueError):
    """A file or an upload is over the limit; the message says which."""


class BadArchive(ValueError):
    """An archive cannot be unpacked; the message says why."""


def folder_for(database: Path) -> Path:
    """Where the uploads of a database stand."""
    return database.with_name(f"{database.name}-uploads")


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload, by its folder."""

    folder: Path

    @property
    def id(self) -> str:
        """Its name in addresses."""
        return self.folder.name

    @classmethod
    def new(cls, database: Path, by: str) -> Upload:
        """An empty upload of somebody."""
        now = datetime.now(UTC)
        folder = folder_for(database) / f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
        folder.parent.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700)
        head = {"by": by, "at": now.isoformat(timespec="seconds")}
        (folder / "upload.json").write_text(json.dumps(head), encoding="utf-8")
        return cls(folder)

    @classmethod
    def with_id(cls, database: Path, identity: str) -> Upload | None:
        """The upload of a name, if there is one."""
        folder = folder_for(database) / identity
        return cls(folder) if _ID.fullmatch(identity) and (folder / "upload.json").is_file() else None

    def head(self) -> Row:
        """Who brought it and when."""
        found: Row = json.loads((self.folder / "upload.json").read_text(encoding="utf-8"))
        return found

    def files(self) -> list[Path]:
        """The files, in the order of their names."""
        return sorted(path for path in self.folder.iterdir() if path.is_file() and path.name not in _OWN)

    async def keep(self, name: str, chunks: AsyncIterator[bytes]) -> Path:
        """Keeps a file as it comes in.

        Raises:
            TooLarge: it, or the upload with it, is over the limit; nothing of it stays.
        """
        files = self.files()
        if len(files) >= MOST_FILES:
            raise TooLarge(f"{MOST_FILES} tệp mỗi lần / files at a time")
        before = sum(path.stat().st_size for path in files)
        path = self._free(name)
        size = 0
        try:
            with path.open("xb") as out:
                async for chunk in chunks:
                    size += len(chunk)
                    if size > LARGEST_FILE:
                        raise TooLarge(f"{LARGEST_FILE // 2**20} MB mỗi tệp / a file")
                    if before + size > LARGEST_UPLOAD:
                        raise TooLarge(f"{LARGEST_UPLOAD // 2**20} MB mỗi lần / an upload")
                    out.write(chunk)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path

    def forget(self, name: str) -> None:
        """Deletes a file of the upload; what became of it stays in the progress."""
        path = self.folder / name
        if path in self.files():
            path.unlink()

    def unpack(self, path: Path) -> int:
        """Puts the files of an archive or a message in its place, those of archives inside it as well; gives how many.

        What cannot be unpacked is said in the progress, under its name.

        Raises:
            BadArchive: nothing in it can be unpacked; the message says why.
            TooLarge: what is in it is over the limit.
        """
        there = [one for one in self.files() if one != path]
        size = sum(one.stat().st_size for one in there)  # of what is kept already
        kept: list[Path] = []
        refused: list[Found] = []
        try:
            with unpacked([Found(path, path.name)], largest=LARGEST_FILE, most=LARGEST_UPLOAD - size) as members:
                for member in members:
                    if isinstance(member.refused, errors.TooLarge) or len(kept) + len(there) >= MOST_FILES:
                        raise TooLarge(_LIMITS)
                    if member.path == path:
                        refused.append(member)
                        continue
                    target = self._free(member.shown)
                    shutil.copyfile(member.path, target)
                    kept.append(target)
        except (TooLarge, OSError):
            _remove(*kept, path)
            raise
        path.unlink()
        if not kept:
            why = next((_why(one) for one in refused), "không đọc được / unreadable")
            raise BadArchive(f"{path.name}: {why}")
        for one in refused:
            self.note({"event": "file", "name": one.shown, "path": one.shown, "result": "failed", "message": _why(one)})
        return len(kept)

    def _free(self, name: str) -> Path:
        """A path for a file of a name: no folders, nothing hidden, never one that is taken."""
        plain = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
        plain = "".join(c for c in plain if c.isprintable() and c not in '<>:"|?*').strip(" .")[-120:] or "tep"
        if plain in _OWN or plain.startswith("~$"):
            plain = f"_{plain}"
        path, number = self.folder / plain, 1
        while path.exists():
            number += 1
            path = self.folder / f"{Path(plain).stem} ({number}){Path(plain).suffix}"
        return path

    # --- loading -------------------------------------------------------------------------------------------------

    def start(self, database: Path) -> None:
        """Loads the files in a process of its own; a file that was loaded is skipped when it is run again."""
        root = str(Path(db.__file__).resolve().parent.parent)
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}
        with (self.folder / "loader.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "db.site.upload_process", str(database.resolve()), str(self.folder.resolve())],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment,
                start_new_session=True,
            )
        RUNNING[process.pid] = process
        self.note({"event": "started", "pid": process.pid})

    def note(self, line: Row) -> None:
        """Adds a line to what is known of the load."""
        with (self.folder / "progress.jsonl").open("a", encoding="utf-8") as out:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")

    def progress(self) -> Row:
        """What became of each file so far: `state` is `new`, `waiting`, `loading`, `done` or `stopped`."""
        lines = self._lines()
        outcomes = {line["name"]: line for line in lines if line.get("event") == "file"}
        for line in lines:
            if line.get("event") == "fault" and line["name"] in outcomes:
                outcomes[line["name"]] = outcomes[line["name"]] | {"fault": line["message"]}
        last = [line for line in lines if line.get("event") in ("started", "begun", "broken", "ended")]
        deriving = [line for line in lines[-1:] if line.get("event") == "deriving"]
        files = [
            {"name": path.name, "size": path.stat().st_size, **outcomes.get(path.name, {"result": None})}
            for path in self.files()
        ]
        # What could not be taken out of an archive has an outcome and no file.
        there = {one["name"] for one in files}
        files += [{"size": None, **line} for name, line in outcomes.items() if name not in there]
        return {
            **self.head(),
            "id": self.id,
            "state": _state(last),
            "broken": last[-1]["message"] if last and last[-1]["event"] == "broken" else None,
            "deriving": deriving[0] if deriving else None,
            "files": files,
            "total": len(files),
            "read": sum(1 for one in files if one["result"]),
            "failed": sum(1 for one in files if one["result"] in ("failed", "waiting")),
        }

    def _lines(self) -> list[Row]:
        try:
            text = (self.folder / "progress.jsonl").read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        out = []
        for line in text.splitlines():
            try:
                out.append(json.loads(line))
            except ValueError:  # the last line may be half written
                continue
        return out


def _state(events: list[Row]) -> str:
    if not events:
        return "new"
    last = events[-1]
    alive = _alive(next(event["pid"] for event in reversed(events) if "pid" in event))
    if last["event"] == "ended":
        return "done"
    if last["event"] == "broken" or not alive:
        return "stopped"
    return "loading" if last["event"] == "begun" else "waiting"


def _alive(process: int) -> bool:
    """Whether a loader still runs: one that this server started, or one of before it was started anew."""
    own = RUNNING.get(process)
    if own is not None:
        if own.poll() is None:
            return True
        del RUNNING[process]
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _why(found: Found) -> str:
    """Why a file cannot be unpacked, in words for the page."""
    error = found.refused or errors.ReadError()
    return str(refusal(error) or message_of(error))


def _remove(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def latest(database: Path, count: int = 20) -> list[Row]:
    """The uploads that came last."""
    folder = folder_for(database)
    if not folder.is_dir():
        return []
    names = sorted((path.name for path in folder.iterdir() if _ID.fullmatch(path.name)), reverse=True)[:count]
    return [upload.progress() for name in names if (upload := Upload.with_id(database, name)) is not None]
