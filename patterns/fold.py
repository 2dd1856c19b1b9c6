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
