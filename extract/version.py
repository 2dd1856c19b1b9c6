"""The version of the extraction: a digest of everything that decides what is read out of a plan."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

PACKAGES = ("extract", "patterns", "corpus")
# What is read at run time; the plans that ship and their annotations decide nothing, and what a programme says only what records mean
# (`db.links`), never what is read.
_SUFFIXES = (".py", ".toml", ".txt", ".tsv")
_LEFT_OUT = frozenset({"__pycache__", "plans", "gold", "programme"})


@lru_cache(maxsize=1)
def version() -> str:
    """Twelve hexadecimal digits that change whenever code, a pattern or the data of these packages change."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        for name, entry in _files(resources.files(package), package):
            digest.update(name.encode())
            digest.update(b"\0")
            digest.update(entry.read_bytes())
            digest.update(b"\0")
    return digest.hexdigest()[:12]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            if entry.name not in _LEFT_OUT:
                yield from _files(entry, path)
        elif entry.name.endswith(_SUFFIXES):
            yield path, entry
