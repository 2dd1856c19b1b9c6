"""Names of files that are no UTF-8: those of before Unicode, in Windows-1258 or TCVN3, as people read them.

Python keeps the bytes of such a name as surrogates, which no database, log or page can take. A name that reads as Vietnamese in
one of the old encodings is shown so; of any other the bytes that are no UTF-8 are spelled out (`\\xd5`). `on_disk` finds the way back.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import regex

from patterns.syllables import is_syllable

# From this share of impossible words on, a reading of a name is no Vietnamese.
_SUSPECT = 0.3
_BETWEEN = regex.compile(r"[\s\d!-/:-@\[-`{-~]+")


def is_old(name: str) -> bool:
    """Whether a name has bytes that are no UTF-8."""
    return not name.isascii() and any("\udc80" <= char <= "\udcff" for char in name)


def shown(name: str, beside: Iterable[str] = ()) -> str:
    """The words of a name or path; those of one part are spelled out where another name `beside` it reads the same.

    >>> shown("ke-hoach.txt"), shown("K\\udcd5 ho\\udcb9ch.txt"), shown("\\udcff\\udcfe.txt")
    ('ke-hoach.txt', 'Kế hoạch.txt', '\\\\xff\\\\xfe.txt')
    """
    if not is_old(name):
        return name
    if "/" in name:
        return "/".join(map(shown, name.split("/")))
    raw = os.fsencode(name)
    read = min(_readings(raw), key=lambda one: (_doubt(one), one))
    spelled = raw.decode("utf-8", "backslashreplace")
    if _doubt(read) >= _SUSPECT or any(char.isspace() and char != " " for char in read):
        return spelled
    others = [other for other in beside if other != name]
    return spelled if read in others or any(is_old(other) and shown(other) == read for other in others) else read


def _doubt(read: str) -> float:
    """The share of words that are no Vietnamese, of those that the encoding has a say in: abbreviations and endings are not looked at."""
    words = [word for word in _BETWEEN.split(read) if not word.isascii()]
    return sum(not is_syllable(word.lower()) for word in words) / len(words) if words else 1.0


def _readings(raw: bytes) -> list[str]:
    """A name in the encodings that it may be in."""
    from viparse.normalize.encodings import get_charmap
    from viparse.normalize.tables import convert

    western = raw.decode("latin-1")
    return [
        unicodedata.normalize("NFC", raw.decode("cp1258", "backslashreplace")),
        str(convert(western, get_charmap("tcvn3"), "NFC")),
    ]


def on_disk(path: Path) -> Path | None:
    """The file or folder that is there under a path as it was shown; `None` where there is none."""
    if path.exists():
        return path
    if path.parent == path:
        return None
    folder = on_disk(path.parent)
    if folder is None or not folder.is_dir():
        return None
    names = [name for name in os.listdir(folder) if is_old(name)]
    return next((folder / name for name in names if shown(name, os.listdir(folder)) == path.name), None)
