"""Texts typed in the fonts of before Unicode: TCVN3 (`.VnTime`, ABC), VNI (`VNI-Times`) and VISCII.

Such a text looks like `Céng hoµ x· héi` or `Coäng hoøa xaõ hoäi`: letters of another code page that only the font draws as
Vietnamese. Which one it is is decided for a document as a whole, by which reading makes Vietnamese syllables of it; the tables
are viparse's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import regex

from patterns.syllables import UNICODE_LETTER, impossible_share

Convert = Callable[[str], str]

# A document is looked at in so many characters, and is in an old encoding from this share of impossible words on.
_SAMPLE = 20_000
_SUSPECT = 0.12
# Characters that a quick look goes over, at the beginning and in the middle: nearly every text is Unicode all along.
_LOOK = 2000
_ENCODINGS = ("tcvn3", "vni", "viscii")
_LETTERS_BEYOND_ASCII = regex.compile(r"[\u0080-\u024f\u2010-\u2122]")
# Fonts of TCVN3 and of VNI by the names that they all bear: `.VnTime`, `VNI-Times`.
OLD_FONT = regex.compile(r"(?:^|\+)\.?(?:Vn[A-Z]|VNI[- ])")
# Fonts of TCVN3 that draw small letters as capitals: `.VnTimeH`, `.VnArialH`.
CAPITALS_FONT = regex.compile(r"(?:^|\+)\.?Vn\w*H(?:$|[\s,-])")


def converter(text: str) -> Convert | None:
    """What makes Unicode of a document's words; `None` where they are no text in an old encoding."""
    if _is_unicode(text[:_LOOK]) and _is_unicode(text[len(text) // 2 :][:_LOOK]):
        return None
    sample = text[:_SAMPLE]
    if len(_LETTERS_BEYOND_ASCII.findall(sample)) * 40 < len(sample.replace(" ", "")):
        return None
    best, share = None, impossible_share(sample)
    if share < _SUSPECT:
        return None
    for name in _ENCODINGS:
        found = impossible_share(_converted(sample, name))
        if found < share * 0.5:
            best, share = name, found
    if best is None or share > 0.25:
        return None
    chosen = best
    return lambda words: words if UNICODE_LETTER.search(words) is not None else _converted(words, chosen)


def of_font(font: str, words: str) -> Convert | None:
    """What makes Unicode of words set in a font of before Unicode; `None` where they are read better as they stand.

    A paragraph pasted into a file that is Unicode elsewhere: too short to be judged without its font.
    """
    encoding = "vni" if "vni" in font.lower() else "tcvn3"
    if UNICODE_LETTER.search(words) is not None or words.isascii():
        return None
    if impossible_share(_converted(words, encoding)) >= impossible_share(words):
        return None
    return lambda part: _converted(part, encoding)


def _is_unicode(words: str) -> bool:
    """Whether letters that only Unicode has are as frequent as they are in Vietnamese (one in eight)."""
    return len(UNICODE_LETTER.findall(words)) * 20 > len(words)


def _converted(text: str, encoding: str) -> str:
    from viparse.normalize.tables import convert

    if encoding == "vni":  # viparse 0.1.31 lacks these two of the table of VNI-Times
        text = text.replace("aú", "ẳ").replace("AÚ", "Ẳ")
    out = convert(text, _charmap(encoding), "NFC")
    return _with_capitals(out) if encoding == "tcvn3" else out


@lru_cache(maxsize=4)
def _charmap(name: str) -> Any:
    from viparse.normalize.encodings import get_charmap

    return get_charmap(name)


_WORD = regex.compile(r"\p{L}+")
_ASCII = regex.compile(r"[A-Za-z]")


def _with_capitals(text: str) -> str:
    """Words in capitals as such: TCVN3 has no capitals with accents, a font of capitals draws them (`CéNG HOµ`)."""
    return "\n".join(_line_with_capitals(line) for line in text.split("\n"))


def _line_with_capitals(line: str) -> str:
    letters = _ASCII.findall(line)
    if len(letters) > 2 and "".join(letters).isupper() and not any(char.isdigit() for char in line):
        return line.upper()

    def word(match: regex.Match[str]) -> str:
        plain = _ASCII.findall(match[0])
        return match[0].upper() if len(plain) > 1 and "".join(plain).isupper() else str(match[0])

    return str(_WORD.sub(word, line))
