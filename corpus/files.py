"""Finding incoming files: every document under the given paths, once, in a stable order."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# What word processors, systems and synchronisation leave in folders of documents.
_LEFTOVERS = ("~$", ".", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to load; `shown` is its path as the user gave it (below a folder: the folder's path and the rest).

    `refused` is why it cannot be read, where that is known already: of a file inside an archive that cannot be unpacked.
    `unpacked` says that the file was taken out of an archive and may be deleted once it has been loaded.
    """

    path: Path
    shown: str
    refused: Exception | None = None
    unpacked: bool = False


def find(paths: Iterable[Path], *, leave_out: Callable[[Path], bool] = lambda _: False) -> list[Found]:
    """The files that `walk` comes by."""
    return list(walk(paths, leave_out=leave_out))


def walk(paths: Iterable[Path], *, leave_out: Callable[[Path], bool] = lambda _: False) -> Iterator[Found]:
    """The files under paths, one by one: files as given, folders with all below them in the order of their names.

    A path that does not exist is among them as well, so that it is reported like any file that cannot be read.
    Hidden files and what Word and Windows leave behind (`~$…`, `Thumbs.db`) are passed over inside folders, and so are those that
    `leave_out` says yes to. A path that was given twice, or lies in a folder that was given before, comes once; nothing is
    remembered of single files below a folder, so that there may be millions.
    """
    given: set[Path] = set()
    folders: set[tuple[int, int]] = set()
    for path in paths:
        resolved = path.resolve()
        inside = resolved.exists() and not is_leftover(resolved.name) and not folders.isdisjoint(_above(resolved))
        if inside or resolved in given:
            continue
        if path.is_dir():
            for file in _below(path, folders):
                if not leave_out(file) and not (given and file.resolve() in given):
                    yield Found(file, file.as_posix())
        else:
            yield Found(path, path.as_posix())
        given.add(resolved)


def _above(path: Path) -> Iterator[tuple[int, int]]:
    for folder in path.parents:
        if folder.is_dir():
            yield _identity(folder)


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _below(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """The files below a folder; a folder that links lead to again is not entered again."""
    identity = _identity(folder)
    if identity in seen:
        return
    seen.add(identity)
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.is_dir()) for entry in entries if not is_leftover(entry.name))
    for name, is_folder in found:
        path = folder / name
        if is_folder:
            yield from _below(path, seen)
        elif path.is_file():
            yield path


def is_leftover(name: str) -> bool:
    """Whether a name is of what word processors and systems leave behind."""
    return name.startswith(_LEFTOVERS)


def sha256(data: bytes) -> str:
    """The fingerprint of a file's bytes."""
    return hashlib.sha256(data).hexdigest()
