"""What character recognition makes of labels, and what the labels around them say they are.

`III.` comes out as `II.` or `IIL`, `5.` as `5,`, a dash as `~`. A plan counts its headings, so the label that must stand there is
known from those before and after it. Everything is repaired in the view that patterns read, one character for one; quotes
keep what was read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import regex

from patterns import spelling

# A heading with a Roman number: what may have been one, then words in capitals to the end of the line, or nearly.
_ROMAN = regex.compile(
    r"(?!1+\W)(?P<label>[IVXLHTỊÏÍÌJl1|!]{1,5}(?:\s?[.,:;]|(?=\s)))\s*"
    r"(?P<words>(?:\p{Lu}+[\s,\-–/()&.:]*){2,}$|(?<=[.,:;]\s*|[IVXLHl]{2}\s+)\p{Lu}\p{Ll}.{4,90}$)"
)
_DECIMAL = regex.compile(r"(?P<label>[\dlIO]{1,2})(?P<mark>\s?[,:;·]|\s)\s?(?=\p{Lu}\p{Ll}*\s)")
_DASH = regex.compile(r"[~=_«»—–¬•·*]{1,2}\s+(?=\p{L}|\d)")


def repaired(lines: Sequence[str]) -> list[str]:
    """The lines as patterns read them, each as long as before; `lines` are the paragraphs of recognised pages in order."""
    out = [
        _DASH.sub(lambda match: "-" + " " * (len(match.group()) - 1), line, count=1) if _DASH.match(line) else line
        for line in lines
    ]
    return _romans(_decimals([words(line) for line in out]))


# What a lone `a` is read as.
_READ_FOR_A = frozenset("38áàảãạâäåq")


def repaired_labels(labels: Sequence[str]) -> list[str]:
    """The labels of the rows of a table from the top down: what stands before `b` is `a`.

    >>> repaired_labels(["2", "3", "b", "3"])
    ['2', 'a', 'b', '3']
    """
    out = list(labels)
    for at, (label, following) in enumerate(pairwise(labels)):
        if label in _READ_FOR_A and following == "b":
            out[at] = "a"
    return out


# A speck between two words that looks like a mark: `duy.trì`, `ngày-01`.
_SPECK_BETWEEN = regex.compile(
    r"(?<=\p{Ll}{2})(?!\S*\.(?:vn|com|gov|edu|org|net)\b)[.'·](?=\p{Ll}{2})|(?<=\b(?:ngày|tháng|năm))[.\-:'·](?=\d)"
)
# `năm` before a year, whatever its vowel was read as.
_YEAR = regex.compile(r"(?<=\b[Nn])[aàáảãạăằắẳẵặâầấẩẫậä]m(?= (?:19|20)\d\d\b)")
_SYLLABLE = regex.compile(r"\p{L}+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def words(line: str) -> str:
    """A recognised line with the tones of its words set right, as long as before.

    Two syllables that make no known word, and would make one if one of them had another tone, are that word
    (`tố chức`), unless one of them makes a known word with its other neighbour; a mark between two words in small letters
    is a speck.

    >>> words("Phối hợp với tố chức chính trị, duy.trì trình độ")
    'Phối hợp với tổ chức chính trị, duy trì trình độ'
    """
    line = _YEAR.sub("ăm", _SPECK_BETWEEN.sub(" ", line))
    found = [(match[0], match.start(), match.end()) for match in _SYLLABLE.finditer(line)]
    pairs = list(pairwise(found))
    seen = [_pair(line, *pair) for pair in pairs]
    known, by_tones = _compounds()
    is_known = [pair is not None and spelling.view(pair) in known for pair in seen]
    out = list(line)
    for at, (pair, (first, second)) in enumerate(zip(seen, pairs, strict=True)):
        beside = is_known[max(0, at - 1) : at + 2]
        if pair is None or any(beside) or (first[0].istitle() and second[0].istitle()):  # a name
            continue
        right = by_tones.get(_toneless(pair))
        if right is not None and sum(a != b for a, b in zip(pair.split(), right.split(), strict=True)) == 1:
            old = line[first[1] : second[2]]
            out[first[1] : second[2]] = [new.upper() if a.isupper() else new for a, new in zip(old, right, strict=True)]
    return "".join(out)


def _pair(line: str, first: tuple[str, int, int], second: tuple[str, int, int]) -> str | None:
    """Two syllables with one space between them, in small letters."""
    if second[1] != first[2] + 1 or line[first[2]] != " ":
        return None
    return f"{first[0]} {second[0]}".lower()


@lru_cache(maxsize=8192)
def _toneless(word: str) -> str:
    marks = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))


@lru_cache(maxsize=1)
def _compounds() -> tuple[frozenset[str], dict[str, str]]:
    """The known words of two syllables, and those that are alone with their letters, tones left out."""
    listed = (Path(__file__).parent / "data" / "compounds.txt").read_text(encoding="utf-8").splitlines()
    known = frozenset(line for line in listed if line and not line.startswith("#"))
    by_tones: dict[str, list[str]] = {}
    for word in known:
        by_tones.setdefault(_toneless(word), []).append(word)
    return known, {letters: found[0] for letters, found in by_tones.items() if len(found) == 1}


def _romans(lines: list[str]) -> list[str]:
    """Headings that are counted with Roman numbers get the numbers that fit best what was read and count on from I.

    A dynamic programme over the headings: each goes on with the next number, leaves one out (its heading was not
    recognised at all) or begins anew with I; every step costs what it differs from what was read.
    """
    found = [(index, match) for index, line in enumerate(lines) if (match := _ROMAN.match(line)) is not None]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _, match in found:
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for last, (cost, path) in best.items():
            for number, step in ((last + 1, 0.0), (last + 2, 1.0), (1, 0.0 if last == 0 else 1.2)):
                total = cost + step + _distance(match["label"], _roman(number))
                if number not in following or total < following[number][0]:
                    following[number] = total, (*path, number)
        best = following
    numbers = min(best.values())[1]
    for (index, match), number in zip(found, numbers, strict=True):
        label, room = f"{_roman(number)}.", match.start("words")
        if len(label) <= room and _distance(match["label"], _roman(number)) <= 1.3:
            lines[index] = label.ljust(room) + lines[index][room:]
    return lines


# Strokes that recognition makes other letters of.
_STROKES = str.maketrans({"H": "II", "L": "I", "T": "I", "J": "I", "l": "I", "1": "I", "|": "I", "!": "I", "Ï": "I", "Í": "I", "Ì": "I", "Ị": "I"})  # fmt: skip


def _distance(read: str, roman: str) -> float:
    """What it costs to take what was read for a Roman number: a lost or doubled stroke less than another letter."""
    mark = read.rstrip(" .,:;") != read
    letters = read.rstrip(" .,:;").translate(_STROKES)
    found = _edits(letters, roman)
    # `I.` is read `L` or `IL`: the last letter may be the full stop.
    return (
        found if mark or not letters else min(found, _edits(letters[:-1], roman) + 0.1 if len(letters) > 1 else found)
    )


def _edits(read: str, roman: str) -> float:
    """The weighted edit distance of two short words."""
    row = [0.0]
    for char in roman:
        row.append(row[-1] + (0.6 if char == "I" else 2.0))
    for char in read:
        above, row = row, [row[0] + (0.6 if char == "I" else 2.0)]
        for at, wanted in enumerate(roman, 1):
            change = 0.0 if char == wanted else 1.5
            lost = 0.6 if wanted == "I" else 2.0
            extra = 0.6 if char == "I" else 2.0
            row.append(min(above[at - 1] + change, row[-1] + lost, above[at] + extra))
    return row[-1]


def _roman(number: int) -> str:
    tens, rest = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[rest]


def _decimals(lines: list[str]) -> list[str]:
    """Labels `5.` whose full stop was read as something else."""
    for index, line in enumerate(lines):
        match = _DECIMAL.match(line)
        if match is None:
            continue
        label = spelling.repaired(match["label"])
        if label.isdigit() and 0 < int(label) < 40 and (match["mark"].strip() or _counts_on(lines, index, int(label))):
            lines[index] = (label + ".").ljust(match.end()) + line[match.end() :]
    return lines


def _counts_on(lines: list[str], index: int, number: int) -> bool:
    """Whether the label before is the number before."""
    for line in reversed(lines[max(0, index - 40) : index]):
        found = regex.match(r"(\d{1,2})\.\s?\p{L}", line)
        if found is not None:
            return int(found[1]) == number - 1
    return number == 1


# Signs for one letter: recognition gives both capital đ and the Icelandic letter that looks like it, at times one after the other.
ETH = regex.compile("[ĐÐ]*Ð[ĐÐ]*")
