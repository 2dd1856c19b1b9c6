"""The parts of an official letter on its page, each where Nghị định 30/2020/NĐ-CP (phụ lục I, phần I, mục II) puts it.

The numbers in brackets are those of the boxes of its plan (mục IV): 1 motto, 2 agency, 3 number, 4 place and day, 5b subject, 7 signature,
9a and 9b to whom it goes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from db.letters.sender import Sender
from db.letters.terms import DOTS
from db.views import word

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

# Widths in centimetres: of the two columns at the head and at the foot, and of the motto in bold letters of 14 points.
_HEAD = (6.1, 9.9)
_FOOT = (7.6, 8.4)
_MOTTO = 6.04
# Of a capital in Times New Roman, bold, in thousandths of its size; of the others.
_WIDTHS = (
    {" ": 250, "-": 333, ",": 250, "I": 389, "J": 500, "S": 556, "F": 611, "P": 611, "M": 944, "W": 1000}
    | dict.fromkeys("BELTZ", 667)
    | dict.fromkeys("GHKOQ", 778)
)
_OTHER = 722
_SIZES = {
    "country": 13,
    "motto": 14,
    "agency": 13,
    "number": 13,
    "day": 14,
    "subject": 12,
    "copies": 11,
    "copies_head": 12,
}
# Of the line below a name: a third to a half of it.
_SHARE = 0.42
# How much wider a half of a name may be for a break at a joint.
_AT_JOINT = 0.75
_DOTTED = "…………………………"
# Where the names of several addressees begin: below the colon behind the words `Kính gửi`.
_TO, _COLON = 3.0, 1.76
# Lines left for a hand and a stamp.
_ROOM = 5


def head(document: Any, sender: Sender, *, number: str, day: str, subject: str) -> None:
    """The head: who sends it (2), its number (3) and subject (5b) at the left; the motto (1), place and day (4) at the right."""
    (left, right) = map(word.start, word.add_row(word.table(document, _HEAD, lined=False, beside=0)))
    if sender.superior:
        for line in _named(short_vi(sender.superior).upper(), _HEAD[0]):
            word.paragraph(left, line, size=_SIZES["agency"], align=word.CENTRE)
    names = _named(sender.agency.upper() or _DOTTED, _HEAD[0])
    for line in names:
        word.paragraph(left, line, size=_SIZES["agency"], bold=True, align=word.CENTRE)
    word.rule(left, _SHARE * _width(names[-1], _SIZES["agency"]), _HEAD[0], after=6)
    symbol = sender.symbol or f"{DOTS}-{DOTS}"
    word.paragraph(left, f"Số: {number or DOTS}/{symbol}", size=_SIZES["number"], align=word.CENTRE)
    word.paragraph(left, f"V/v {subject}", size=_SIZES["subject"], align=word.CENTRE, before=6)
    word.paragraph(right, COUNTRY, size=_SIZES["country"], bold=True, align=word.CENTRE)
    word.paragraph(right, MOTTO, size=_SIZES["motto"], bold=True, align=word.CENTRE)
    word.rule(right, _MOTTO, _HEAD[1], after=6)
    lower = max(0, len(names) + bool(sender.superior) - 2) * _SIZES["agency"]
    place = sender.place or _DOTTED[:6]
    word.paragraph(right, f"{place}, {day}", size=_SIZES["day"] - 1, italic=True, align=word.CENTRE, before=lower)


def addressed(document: Any, names: Sequence[str]) -> None:
    """To whom it goes (9a): one on the same line, several below each other under the colon."""
    if len(names) <= 1:
        name = names[0] if names else _DOTTED * 2
        word.paragraph(document, f"Kính gửi: {name}", align=word.CENTRE, before=18, after=12)
        return
    word.paragraph(document, "Kính gửi:", left=_TO, before=18)
    for place, name in enumerate(names, 1):
        end, after = ("", 12) if place == len(names) else (";", 0)
        word.paragraph(document, f"- {name}{end or '.'}", left=_TO + _COLON, before=3, after=after)


def body(document: Any, words: str, *, bold: bool = False, last: bool = False) -> None:
    """A paragraph of the letter (6): both margins straight, its first line set in, 6 points to the next."""
    word.paragraph(document, words, bold=bold, align=word.BOTH, indent=1.27, before=3, after=6, spacing=1.1, keep=last)


def foot(document: Any, sender: Sender) -> None:
    """Who gets it (9b) at the left, who signs (7) at the right; both stay on one page with the end of the letter."""
    word.paragraph(document, size=6, keep=True)
    (left, right) = map(word.start, word.add_row(word.table(document, _FOOT, lined=False, beside=0)))
    word.paragraph(left, "Nơi nhận:", size=_SIZES["copies_head"], bold=True, italic=True)
    kept = f"Lưu: VT, {sender.drafted_by or DOTS}."
    for name in ("Như trên;", *(f"{one.rstrip('.;')};" for one in sender.others), kept):
        word.paragraph(left, f"- {name}", size=_SIZES["copies"])
    for line in (*(one.upper() for one in sender.authorities), sender.title.upper() or _DOTTED):
        word.paragraph(right, line, bold=True, align=word.CENTRE)
    for _ in range(_ROOM):
        word.paragraph(right, align=word.CENTRE)
    word.paragraph(right, sender.signer or _DOTTED, bold=True, align=word.CENTRE)


def annex_head(document: Any, title: str, *, goes_with: str) -> None:
    """The head of an annex: the word, its name, what it goes with, and a line."""
    word.paragraph(document, "Phụ lục", bold=True, align=word.CENTRE)
    word.paragraph(document, title.upper(), bold=True, align=word.CENTRE)
    word.paragraph(document, f"({goes_with})", italic=True, align=word.CENTRE)
    word.rule(document, 5.0, word.SIDEWAYS, after=10)


def short_vi(name: str) -> str:
    """The name of a superior agency with what everybody shortens.

    >>> short_vi("Ủy ban nhân dân tỉnh Bắc Giang")
    'UBND tỉnh Bắc Giang'
    """
    for long, short in (("ủy ban nhân dân", "UBND"), ("uỷ ban nhân dân", "UBND"), ("hội đồng nhân dân", "HĐND")):
        if name.casefold().startswith(long):
            return short + name[len(long) :]
    return name


def _width(words: str, size: int) -> float:
    """How wide capitals in bold letters are, in centimetres; marks of Vietnamese do not widen them."""
    plain = unicodedata.normalize("NFD", words)
    counted = sum(_WIDTHS.get(char, _OTHER) for char in plain if not unicodedata.combining(char))
    return counted * size / 1000 * 2.54 / 72


def _named(name: str, within: float) -> list[str]:
    """A name in as few lines as fit, these as even as they come, and rather where it has a joint of its own (`-`, `VÀ`); that of a people's
    committee breaks before its place.
    """
    if _width(name, _SIZES["agency"]) <= within - 0.1:
        return [name]
    for start in ("ỦY BAN NHÂN DÂN ", "UỶ BAN NHÂN DÂN "):
        if name.startswith(start):
            return [start.strip(), *_named(name[len(start) :], within)]
    parts = name.split()
    if len(parts) == 1:
        return [name]
    at = min(range(1, len(parts)), key=lambda place: _cost(parts, place))
    return [line for half in (parts[:at], parts[at:]) for line in _named(" ".join(half), within)]


def _cost(parts: Sequence[str], at: int) -> float:
    """How wide the wider half of a name is that is broken before a word; less where it has a joint."""
    widest = max(_width(" ".join(half), _SIZES["agency"]) for half in (parts[:at], parts[at:]))
    return widest * (_AT_JOINT if parts[at - 1].endswith(("-", ",")) or parts[at] == "VÀ" else 1.0)
