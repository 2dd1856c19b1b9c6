"""Folding of Vietnamese for lookup and search: no accents, no capitals, `đ` as `d`."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

_NOT_WORD = regex.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    """The letter below the marks of one character, in lower case."""
    if character in "đĐ":
        return "d"
    decomposed = unicodedata.normalize("NFD", character)
    folded = decomposed[0].lower()
    return folded if len(folded) == 1 else character


def fold_same_length(text: str) -> str:
    """The text without accents and capitals, one character for one, so that a place in it is a place in the text (NFC).

    >>> fold_same_length("Đuối nước")
    'duoi nuoc'
    """
    return "".join(map(_base, text))


def fold(text: str) -> str:
    """Words of a text for lookup: folded, everything but letters and digits made one space.

    >>> fold("Bà Rịa - Vũng  Tàu")
    'ba ria vung tau'
    """
    return _NOT_WORD.sub(" ", fold_same_length(unicodedata.normalize("NFC", text))).strip()


def slug(text: str) -> str:
    """Words of a text for an address.

    >>> slug("Quảng Ninh 52/KH-UBND")
    'quang-ninh-52-kh-ubnd'
    """
    return fold(text).replace(" ", "-")


# The order of Vietnamese dictionaries: letters first (ă and â after a, đ after d, …), tones only where letters are the same.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng


def sort_key(text: str) -> str:
    """A key by which plain comparison sorts words as Vietnamese dictionaries do.

    >>> sorted(["Đà Nẵng", "Da", "Ăn", "An", "Ân", "Ma", "Má", "Mà"], key=sort_key)
    ['An', 'Ăn', 'Ân', 'Da', 'Đà Nẵng', 'Ma', 'Mà', 'Má']
    """
    letters, tones = [], []
    for character in unicodedata.normalize("NFC", text.casefold()):
        base, tone = _without_tone(character)
        at = _LETTERS.find(base)
        letters.append(chr(ord("0") + 20 + at) if at >= 0 else base if base.isdigit() else " ")
        tones.append(str(tone))
    return f"{''.join(letters)}|{''.join(tones)}"


@lru_cache(maxsize=1024)
def _without_tone(character: str) -> tuple[str, int]:
    """A letter without its tone, and the tone's place in the order (0: none)."""
    if character == "đ":
        return character, 0
    decomposed = unicodedata.normalize("NFD", character)
    tone = next((_TONES.index(mark) + 1 for mark in decomposed if mark in _TONES), 0)
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES)), tone
