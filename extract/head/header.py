"""The lines above the title as one string: what of them is motto, number, date, stamp; what is left names the issuing bodies.

The string is read whole and not line by line, because portals and recognition break its lines anywhere and run its two columns into
each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from patterns import dates, heads, issuers, places
from patterns.fold import fold_same_length


@dataclass(frozen=True, slots=True)
class Header:
    """What the head says; `bodies` are the names above the number, from the highest to the issuer."""

    bodies: tuple[str, ...] = ()
    number: str | None = None
    symbol: str | None = None
    number_year: str | None = None
    issued_on: str | None = None
    dated: bool = False
    impossible: str = ""  # the words of a date that does not exist
    place: str | None = None  # of the date line
    about: str | None = None  # the subject that a letter names below its number


def read(lines: Sequence[str]) -> Header:
    """The head of these lines, cells of tables apart, as they stand in the view."""
    words = "\n".join(lines)
    words = _without(heads.SIGNATURE_FIELD, words)
    words = _without_stamp(words)
    words = heads.SPLIT_FIGURES.sub("", _without(heads.MARK, words))
    words = _cut(words, [match.span() for match in heads.MOTTO.finditer(fold_same_length(words))])
    about, words = _about(words)
    head, words = _number(Header(about=about), words)
    head, words = _date(head, words)
    return replace(head, bodies=_bodies(words))


def _cut(words: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words without some ranges, a broken line in the place of each."""
    for start, end in sorted(spans, reverse=True):
        words = f"{words[:start]}\n{words[end:]}"
    return words


def _without(pattern: regex.Pattern[str], words: str) -> str:
    return _cut(words, [match.span() for match in pattern.finditer(words)])


def _without_stamp(words: str) -> str:
    """The head without what a mail room stamped on it, whose number and date are not the document's."""
    stamp = heads.INCOMING.search(words)
    return words if stamp is None else _without(heads.INCOMING_LINE, _cut(words, [stamp.span()]))


# --- number and date -------------------------------------------------------------------------------------------------

_SPACE = regex.compile(r"\s")


def _number(head: Header, words: str) -> tuple[Header, str]:
    """The number and its symbol, and the rest; `Số: /KH-UBND` has a symbol and no number."""
    found = [match for match in heads.NUMBER.finditer(words) if match["symbol"] or match["number"]]
    best = next((match for match in found if match["symbol"]), None) or heads.BARE_NUMBER.search(words)
    rest = _cut(words, [match.span() for match in {*found, *([best] if best else [])}])
    if best is None:
        return head, rest
    symbol = _SPACE.sub("", best["symbol"])
    year = f"/{best['year']}" if best["year"] else ""
    number = f"{best['number']}{year}{best['slash'] or '/'}{symbol}" if best["number"] else None
    return replace(head, number=number, symbol=symbol, number_year=best["year"]), rest


def _date(head: Header, words: str) -> tuple[Header, str]:
    """The date of issue as precise as the head gives it, whether the day is there, its words where it does not exist, its place."""
    matches = [
        match for pattern in (heads.DATE, heads.SLASH_DATE, heads.BARE_DATE) for match in pattern.finditer(words)
    ]
    rest = _cut(words, _disjoint([match.span() for match in matches]))
    match = next((match for match in matches if match["y"]), None)
    place = next((_place(match) for match in matches if match.groupdict().get("place")), None)
    if match is None:
        return replace(head, place=place), rest
    whole = bool(match["m"] and match["d"])
    impossible = "" if dates.is_real(match) else match.group()
    return replace(head, issued_on=dates.iso(match), dated=whole, impossible=impossible, place=place), rest


def _disjoint(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _place(match: regex.Match[str]) -> str | None:
    """The place before a date, without its type; the last line of it, where the line before was caught as well."""
    lines = [line.strip() for line in match["place"].split("\n")]
    name = lines[-1]
    if len(lines) > 1 and places.TYPE_BEFORE.match(lines[-2]) is not None and not lines[-2].isupper():
        name = f"{lines[-2]} {name}"
    name = places.TYPE_BEFORE.sub("", name).strip()
    return name or None


# --- the subject of a letter -----------------------------------------------------------------------------------------


def _about(words: str) -> tuple[str | None, str]:
    """What stands behind `V/v` in the head, up to the other column, and the rest."""
    match = heads.ABOUT.search(words)
    if match is None:
        return None, words
    end = heads.ABOUT_ENDS.search(words, match.end())
    stop = end.start() if end is not None else len(words)
    subject = " ".join(words[match.end() : stop].split()).strip(" -*|.")
    return subject or None, f"{words[: match.start()]}\n{words[stop:]}"


# --- bodies ----------------------------------------------------------------------------------------------------------

_LONGEST_BODY = 150
# The first word of a Party committee's name, where the line breaks behind it: `TỈNH` / `ỦY …`.
_COMMITTEE_OF = frozenset({"TỈNH", "THÀNH", "HUYỆN", "QUẬN", "THỊ", "ĐẢNG"})


def _bodies(words: str) -> tuple[str, ...]:
    """The names of bodies, a name over several lines joined and two in one line parted."""
    bodies: list[str] = []
    for line in words.replace("|", "\n").split("\n"):
        _take(bodies, line.strip(" -*_.,:;\"'"))
    return tuple(piece.strip(" -*_.,:;\"'") for body in bodies for piece in issuers.SECOND_BODY.split(body))


def _take(bodies: list[str], piece: str) -> None:
    """Adds a piece of the head: a name of its own, or the rest of the one before."""
    if not piece or len(piece) > _LONGEST_BODY or not any(character.isalpha() for character in piece):
        return
    goes_on = bool(bodies) and issuers.UNFINISHED.search(bodies[-1]) is not None
    if (issuers.BODY_START.match(piece) is not None and not goes_on) or (not bodies and piece in _COMMITTEE_OF):
        bodies.append(piece)
    elif bodies and (goes_on or piece.isupper() or places.TYPE_FIRST.match(piece) is not None):
        bodies[-1] = f"{bodies[-1]} {piece}"
