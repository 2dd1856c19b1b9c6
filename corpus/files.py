"""Finding incoming files: every document under the given paths, once, in a stable order."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import names

# What word processors, systems and synchronisation leave in folders of documents.
_LEFTOVERS = ("~$", ".", "Thumbs.db", "desktop.ini")


class LinkOut(Exception):
    """A symbolic link that leads out of the folder that was given: what it leads to was not."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to load; `shown` is its path as the user gave it (below a folder: the folder's path and the rest), in words that can be stored.

    `refused` is why it cannot be read, where that is known already: of a file inside an archive that cannot be unpacked, of a folder
    that cannot be entered. `unpacked` says that the file was taken out of an archive and may be deleted once it has been loaded.
    """

    path: Path
    shown: str
    refused: Exception | None = None
    unpacked: bool = False


def given(path: Path, refused: Exception | None = None) -> Found:
    """A file as it was given."""
    return Found(path, names.shown(path.as_posix()), refused)


def files_in(paths: Iterable[Path], *, leave_out: Callable[[Path], bool] = lambda _: False) -> list[Found]:
    """The files that `walk` comes by."""
    return list(walk(paths, leave_out=leave_out))


def walk(
    paths: Iterable[Path], *, leave_out: Callable[[Path], bool] = lambda _: False, follow: bool = False
) -> Iterator[Found]:
    """The files under paths, one by one: files as given, folders with all below them in the order of their names.

    A path that does not exist is among them as well, so that it is reported like any file that cannot be read, and so are a folder
    that cannot be entered and a symbolic link out of its folder, unless `follow` says that those are wanted.
    Hidden files and what Word and Windows leave behind (`~$…`, `Thumbs.db`) are passed over inside folders, and so are those that
    `leave_out` says yes to. A path that was given twice, or lies in a folder that was given before, comes once; nothing is
    remembered of single files below a folder, so that there may be millions.
    """
    walker = _Walker(leave_out, follow)
    for path in paths:
        try:
            yield from walker.files(path)
        except (OSError, RuntimeError) as error:  # a name too long, a folder above it closed, links in a ring
            yield given(path, error if isinstance(error, OSError) else OSError(str(error)))


class _Walker:
    """One walk: what was given so far, and the folders that were entered."""

    def __init__(self, leave_out: Callable[[Path], bool], follow: bool) -> None:
        self._leave_out = leave_out
        self._follow = follow
        self._given: set[Path] = set()
        self._folders: set[tuple[int, int]] = set()

    def files(self, path: Path) -> Iterator[Found]:
        """The files under a path."""
        resolved = path.resolve()
        inside = resolved.exists() and not is_leftover(resolved.name) and not self._folders.isdisjoint(_above(resolved))
        if inside or resolved in self._given:
            return
        if path.is_dir():
            for found in self._below(path, names.shown(path.as_posix()), resolved):
                if not (self._given and found.path.resolve() in self._given):
                    yield found
        else:
            yield given(path)
        self._given.add(resolved)

    def _below(self, folder: Path, shown: str, top: Path) -> Iterator[Found]:
        """The files below a folder; a folder that links lead to again is not entered again."""
        try:
            identity = _identity(folder)
            if identity in self._folders:
                return
            self._folders.add(identity)
            with os.scandir(folder) as entries:
                there = sorted(
                    (entry for entry in entries if not is_leftover(entry.name)), key=lambda entry: entry.name
                )
        except OSError as error:
            yield Found(folder, shown, error)
            return
        beside = [entry.name for entry in there]
        for entry in there:
            path, name = folder / entry.name, names.shown(entry.name, beside)
            words = name if shown == "." else f"{shown.rstrip('/')}/{name}"
            if self._leave_out(path):
                continue
            try:
                is_folder, is_file = entry.is_dir(), entry.is_file()
                out = not self._follow and entry.is_symlink() and leads_out(path, top)
            except (OSError, RuntimeError):
                continue  # a link in a ring, or to where no one may look
            if out:
                yield Found(path, words, LinkOut())
            elif is_folder:
                yield from self._below(path, words, top)
            elif is_file:
                yield Found(path, words)


def leads_out(path: Path, top: Path) -> bool:
    """Whether a path is a symbolic link to something that does not lie below a folder (resolved)."""
    return path.is_symlink() and path.exists() and not path.resolve().is_relative_to(top)


def _above(path: Path) -> Iterator[tuple[int, int]]:
    for folder in path.parents:
        if folder.is_dir():
            yield _identity(folder)


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def is_leftover(name: str) -> bool:
    """Whether a name is of what word processors and systems leave behind."""
    return name.startswith(_LEFTOVERS)


def sha256(data: bytes) -> str:
    """The fingerprint of a file's bytes."""
    return hashlib.sha256(data).hexdigest()
