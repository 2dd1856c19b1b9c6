"""Signs of symbol fonts in Unicode: what Word draws with Symbol or Wingdings and keeps as a character of the private area.

Symbol has an encoding of its own (Adobe, PostScript Language Reference, appendix E.6): figures and most marks stand where ASCII has
them, `F0A3` is ≤ and `F0B3` is ≥. The others draw bullets and boxes.
"""

from __future__ import annotations

import regex

# Code points of the Symbol font that are neither those of ASCII nor Greek letters.
_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x2A: "*", 0x2D: "-", 0x40: "≅", 0x5E: "⊥", 0x7E: "~", 0xA2: "′", 0xA3: "≤", 0xA4: "/", 0xA5: "∞",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB6: "∂",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_GREEK = dict(
    zip(
        [*range(0x41, 0x5B), *range(0x61, 0x7B)],
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
PRIVATE = regex.compile(r"[\uf020-\uf0ff]")
_BULLET = "-"


def sign(code: int, font: str = "Symbol") -> str:
    """What a symbol font draws at a code point (with or without the `F000` of the private area)."""
    code &= 0xFF
    if "symbol" not in font.lower():
        return _BULLET
    ascii_sign = chr(code) if 0x20 <= code < 0x40 or code in (0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D) else _BULLET
    return _SYMBOL.get(code) or _GREEK.get(code) or ascii_sign


def in_unicode(words: str, font: str = "Symbol") -> str:
    """Words whose characters of the private area are what their font draws there, one for one."""
    if PRIVATE.search(words) is None:
        return words
    return str(PRIVATE.sub(lambda match: sign(ord(match[0]), font), words))
