"""Numbers of documents: `23/QĐ-TTg`, `56/2017/NĐ-CP`, `20-KH/BCĐ57`, `488/UBND-KVGX`, `01/2023/TTLT-BYT-BGDĐT`.

They follow Nghị định 30/2020/NĐ-CP, phụ lục I and III, and Hướng dẫn 36-HD/VPTW for the Party. A symbol is any number of abbreviations of any
bodies, joined by hyphens and slashes, so its shape tells it and no list of them does. Patterns read the view.
"""

from __future__ import annotations

import regex

from patterns import documents

# An abbreviation: capitals with at most two small letters together (`QĐ`, `TTg`, `QĐi`, `GDTrH`), joined by `&` or a full stop
# (`CTTN&BĐG`), a number behind it (`QH15`, `BCĐ57`, `BCĐ1237`).
_WORD = r"\p{Lu}(?:\p{Lu}|\p{Ll}{1,2}(?!\p{Ll}))*"
_PART = rf"{_WORD}(?:&{_WORD}|\.(?=\p{{Lu}}{{2}}){_WORD})*\d{{0,4}}(?![\p{{Ll}}\d])"
_TYPES = "QĐ|NĐ|NQ|NQLT|CT|TT|TTLT|KH|TB|BC|HD|KL|CV|TTr|CTr|QC|ĐA"
# What a line end or a careless hand leaves: a space on one side of a hyphen before capitals, on both sides only behind the type.
_SEPARATOR = rf"(?:[-/]|[-/]\s(?=\p{{Lu}}{{2}}|TTg)|\s[-/](?=\p{{Lu}}{{2}}|TTg)|(?<=[/-]\s?(?:{_TYPES}))\s-\s(?=\p{{Lu}}{{2}}|TTg))"
SYMBOL = rf"{_PART}(?:{_SEPARATOR}{_PART})*(?:\s\d{{2,3}}(?=\s(?:ngày\s\d|của\s\p{{Lu}})))?"

_YEAR = r"(?:19|20)\d\d"
_RUNNING = rf"\d{{1,5}}(?:\.\d{{1,2}}(?=/{_YEAR}/)|[A-Za-zđ])?"
NUMBER = rf"(?P<run>{_RUNNING})\s?(?P<year>/\s?{_YEAR}\s?)?(?:(?P<mark>[/-])(?:(?=\p{{Lu}})|\s(?=\p{{Lu}}{{2}}))|(?<=\d\s?)(?=(?:{_TYPES})[/-]))(?P<symbol>{SYMBOL})"
_NUMBER = regex.compile(NUMBER)

# Where a number may begin, in one pass over a text; a number without a symbol counts only with its sign and a date.
BEGINS = (
    rf"(?<![\p{{L}}\d/.,-]|\d:){_RUNNING}\s?(?:/\s?{_YEAR}\s?)?[/-]\s?\p{{Lu}}|(?<![\p{{L}}\d/.,-]|\d:)\d{{1,5}}\s?(?=(?:{_TYPES})[/-]\p{{Lu}})"
    r"|(?<=[Ss]ố\s?:?\s)\d{1,5}(?=\s*,?\s*(?:ký |ban hành )?ngày\s\d)"
)
_BARE = regex.compile(r"\d{1,5}(?=\s*,?\s*(?:ký |ban hành )?ngày\s\d)")
# A quick look at a paragraph before the pass over it.
MAY_BEGIN = regex.compile(
    r"\d[A-Za-zđ]?\s?[/-]|\d\s?(?:QĐ|NĐ|N[QĐ]|[CT]T|K[HL]|T[BT]|BC|HD|C[TV]|ĐA|QC)|ố\s?:?\s\d{1,5}\s*,?\s*(?:ký |ban hành )?ngày"
)

# Bodies whose abbreviation bears no number: a figure behind one is a mark of a footnote.
_FOOTNOTED = regex.compile(r"(?<=(?:TTg|CP|UBND|HĐND|TW|TU))\d$")
_SPACES = regex.compile(r"\s+")
# A symbol whose hyphen a line end took: type and body run together.
_RUN_TOGETHER = regex.compile(rf"(?<=[/-])(?P<type>{_TYPES})(?=(?:TTg|CP|UBND|HĐND|B\p{{Lu}}{{1,8}})$)")


def number_at(view: str, position: int, end: int) -> regex.Match[str] | None:
    """The number of a document that begins at a position; its symbol has at least two capitals."""
    match = _NUMBER.match(view, position, end)
    if match is None or sum(c.isupper() for c in match["symbol"]) < 2:
        return None
    return match


def bare_at(view: str, position: int, end: int) -> regex.Match[str] | None:
    """A number without a symbol before a date (`Công văn số 1234 ngày …`)."""
    return _BARE.match(view, position, end)


def written(number: str) -> str:
    """A number without what line ends and footnotes put into it, its mark set where it was left out.

    >>> written("27/NQ- TW"), written("20 CT/TW"), written("23/QĐ-TTg1"), written("118/2025/NĐCP")
    ('27/NQ-TW', '20-CT/TW', '23/QĐ-TTg', '118/2025/NĐ-CP')
    """
    match = _NUMBER.fullmatch(number)
    compact = _RUN_TOGETHER.sub(r"\g<type>-", _FOOTNOTED.sub("", _SPACES.sub("", number)))
    if match is None or match["mark"] is not None or match["year"] is not None:
        return compact
    running = _SPACES.sub("", match["run"])
    return running + ("-" if "/" in match["symbol"] else "/") + compact[len(running) :]


_FIRST_PART = regex.compile(r"(?:^\d{1,5}[A-Za-zđ]?(?:/(?:19|20)\d\d)?[/-])(?P<first>[^-/]+)(?P<rest>.*)")


# Abbreviation in capitals → as the types have it; `ND` and `QĐi` are common slips and habits.
_TYPE_OF = {kind.upper(): kind for kind in documents.TYPES.values()} | {"ND": "NĐ", "QĐI": "QyĐ"}


def type_of_symbol(number: str) -> str:
    """The type that the symbol of a number says: `QĐ` of `23/QĐ-TTg`, `L` of a law's number, `CV` of an official letter."""
    match = _FIRST_PART.match(number)
    kind = match["first"].upper() if match is not None else ""
    return "L" if kind.startswith("QH") and kind[2:].isdigit() else _TYPE_OF.get(kind, "CV")


def says_itself(number: str) -> bool:
    """Whether a number is one of a document without any word before it: its symbol begins with a type or names a body and an office."""
    match = _FIRST_PART.match(number)
    return match is not None and (
        type_of_symbol(number) != "CV" or match["first"] == "CV" or match["rest"].startswith("-")
    )


def same_issuer(one: str, other: str) -> bool:
    """Whether the symbols of two numbers end in one body, so that an issuer written once may hold for both."""
    return regex.split("[-/]", one)[-1].lower() == regex.split("[-/]", other)[-1].lower()
