"""The title on one line: type and subject, what is set in capitals in the case of a sentence; the years that it covers."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extract.head import place
from extract.vocabulary import PlanKind
from patterns import documents, heads, places, titles
from patterns.syllables import is_syllable


def read(words: Sequence[str], symbol: str | None, about: str | None) -> tuple[str | None, str | None]:
    """The type of a document and its title, from the paragraphs of the title, else from the symbol and the subject of a letter."""
    whole = heads.COMES_WITH_BEHIND.sub("", _one_line(words))
    kind = heads.type_at(whole) if words and (heads.names_type(whole) or heads.names_only_type(words[0])) else None
    if kind is not None:
        return documents.TYPES[kind[0]], _titled(kind[0], whole[kind[2] :].strip(" :-"))
    first = _type_of(symbol)
    if about is not None and (first is None or not whole):
        short = first if first is not None else "CV"
        return short, _titled(_NAMES.get(short, "công văn"), f"về việc {about}")
    if not whole:
        return first, None
    return first, _titled(_NAMES[first], whole) if first is not None else sentence_case(whole)


# Abbreviation → name of the type, the first of several.
_NAMES: dict[str, str] = {}
for _name, _abbreviation in documents.TYPES.items():
    if _name in documents.TITLE_TYPES:
        _NAMES.setdefault(_abbreviation, _name)
_NAMES["CTr"] = "chương trình"
_SLASH = regex.compile(r"[-/]")


def _type_of(symbol: str | None) -> str | None:
    """The type that a symbol begins with (`KH-UBND`)."""
    first = _SLASH.split(symbol)[0] if symbol else ""
    return first if first in _NAMES else None


def _one_line(words: Sequence[str]) -> str:
    whole = " ".join(" ".join(words).split()).strip(" .:;*\"'|-")
    kind = heads.type_at(whole)
    behind = heads.GROUNDS_BEHIND.search(whole, kind[2] + 1 if kind is not None else 1)
    return whole if behind is None else whole[: behind.start()].strip()


def _titled(kind: str, subject: str) -> str:
    subject = titles.ABBREVIATED.sub("về việc ", subject)
    return f"{kind.capitalize()} {_lower_first(sentence_case(subject))}".strip()


def _lower_first(words: str) -> str:
    first = words.split(" ", 1)[0] if words else ""
    if not first or (first.isupper() and len(first) > 1) or not is_syllable(first.lower().strip('",.')):
        return words
    return words[:1].lower() + words[1:]


# --- the case of a sentence ------------------------------------------------------------------------------------------

_WORD = regex.compile(r"[\p{L}\p{M}\d]+(?:[.&/\-'][\p{L}\p{M}\d]+)*")


def sentence_case(subject: str) -> str:
    """A subject set in capitals as a sentence writes it: names of places and bodies with their capitals, abbreviations kept.

    >>> sentence_case("BẢO VỆ TRẺ EM TRÊN ĐỊA BÀN TỈNH NAM ĐỊNH")
    'bảo vệ trẻ em trên địa bàn tỉnh Nam Định'
    """
    letters = [c for c in subject if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.7 * len(letters):
        return subject
    lowered = _WORD.sub(lambda match: _lowered(match.group()), subject)
    for start, name in _names(subject):
        lowered = lowered[:start] + name + lowered[start + len(name) :]
    return titles.with_names(lowered)


def _lowered(word: str) -> str:
    """A word in small letters; an abbreviation, which is no word of Vietnamese, stays."""
    if not word.isupper():
        return word
    if word in titles.SYMBOLS:
        return titles.SYMBOLS[word]
    parts = regex.split(r"([.&/\-'])", word.lower())
    return word.lower() if all(is_syllable(part) for part in parts[::2]) else titles.symbol(word)


def _names(subject: str) -> list[tuple[int, str]]:
    """Where the names of units stand in a subject in capitals, each as long as what it takes the place of."""
    out = []
    found = [*places.UNIT_TYPE.finditer(subject)]
    for number, match in enumerate(found):
        stop = found[number + 1].start() if number + 1 < len(found) else len(subject)
        behind = subject[match.end() : stop]
        name = place.known_at(behind, match["type"].lower())
        if name is not None and behind[: len(name)].lower() == name.lower():
            out.append((match.end(), name))
    return out


# --- the period ------------------------------------------------------------------------------------------------------


def period(title: str) -> tuple[int | None, int | None]:
    """The years that the title says the plan covers: those of its own year before those of a programme that it names."""
    low = titles.DATES_AND_NUMBERS.sub(" ", title.lower().replace("–", "-"))
    spans = [(int(match["a"]), int(match["b"])) for match in titles.SPAN.finditer(low)]
    rest = titles.SPAN.sub(" ", low)
    several = titles.SEVERAL_YEARS.search(rest)
    if several is not None:
        years = sorted(int(year) for year in titles.YEAR.findall(several.group()))
        return years[0], years[-1]
    single = list(titles.ONE_YEAR.finditer(rest))
    own = next((int(match["y"]) for match in single if not match["until"]), None)
    if spans and (own is None or not titles.OF_A_PROGRAMME.search(low)):
        return spans[0]
    if own is not None:
        return own, own
    return spans[0] if spans else (None, int(single[0]["y"]) if single else None)


def plan_kind(title: str, years: tuple[int | None, int | None]) -> PlanKind:
    """`annual` for one year, `multi_year` for a programme over several, `thematic` for one matter of it."""
    if years[0] is not None and years[0] == years[1]:
        return "annual"
    return "multi_year" if years[1] is not None and titles.WHOLE_FIELD.search(title.lower()) else "thematic"
