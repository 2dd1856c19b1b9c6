"""Finding incoming files: every document under the given paths, once, in a stable order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# What word processors, systems and synchronisation leave in folders of documents.
_LEFTOVERS = ("~$", ".", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to load; `shown` is its path as the user gave it (below a folder: the folder's path and the rest)."""

    path: Path
    shown: str


def find(paths: Iterable[Path], *, leave_out: Callable[[Path], bool] = lambda _: False) -> list[Found]:
    """The files under paths: files as given, folders with all below them in the order of their names.

    A path that does not exist is in the list as well, so that it is reported like any file that cannot be read.
    Hidden files and what Word and Windows leave behind (`~$…`, `Thumbs.db`) are passed over inside folders, and so are those that
    `leave_out` says yes to.
    """
    seen: set[Path] = set()
    out = []
    for path in paths:
        inside = path.is_dir()
        for file in _below(path) if inside else (path,):
            if inside and leave_out(file):
                continue
            resolved = file.resolve()
            if resolved not in seen:
                seen.add(resolved)
                out.append(Found(file, file.as_posix()))
    return out


def _below(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.startswith(_LEFTOVERS):
            continue
        if entry.is_dir():
            yield from _below(entry)
        elif entry.is_file():
            yield entry


def sha256(data: bytes) -> str:
    """The fingerprint of a file's bytes."""
    return hashlib.sha256(data).hexdigest()
