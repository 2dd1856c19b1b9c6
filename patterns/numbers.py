"""Numbers as plans write them: `99,99%`, `1.500 lượt`, `6,5 trẻ/1.000 trẻ đẻ sống`, `10/10 xã`, `từ 2 đến 3%`, `một phần ba`.

Vietnamese writes the decimal comma and the point between thousands; some plans write it the other way round. A point (or
comma) before exactly three digits separates thousands, unless the whole part is zero; anything else is a decimal mark.
Patterns read the view (`patterns.spelling`) in lower case.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import regex

from patterns import proportions
from patterns.vocabulary import Unit

# --- atomic pieces -------------------------------------------------------------------------------------------------

DIGITS = r"\d{1,3}(?:[.,\s]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?"
PERMILLE = r"(?:‰|phần[ ]nghìn|%[o0]{1,2}(?!\w)|o/oo)"
PERCENT = r"(?:%|(?:điểm[ ])?phần[ ]trăm|điểm[ ]%)"
_SIGNS = rf"(?:{PERMILLE}|{PERCENT})"
# What stands between the two ends of a range.
_TO = r"(?:-|÷|~|đến|tới)"
# What a rate counts: between `107` and `/100`; any few words before a bar, but before `trên` only those that are counted so.
_COUNTED = r"(?:trẻ[ ]em|trẻ|ca|người|trường[ ]hợp|em|bà[ ]mẹ|cháu|vụ|bé[ ]trai)"
_SERVES = r"\p{L}+(?:[ ]\p{L}+)?(?=\strên\s(?:\d{1,2}0?[.]000|vạn)\s(?:người[ ])?dân\b)"  # `10 bác sĩ trên 10.000 dân`
_COUNTED_BEFORE_BAR = r"(?:\s\p{L}+){1,4}"
# Whom a rate is over, after the denominator: the first words of a noun phrase.
_POPULATION = (
    r"(?:trẻ (?:em )?(?:đẻ|sinh|sơ sinh) (?:ra )?(?:còn )?sống|trẻ (?:em|sơ sinh)? ?(?:gái|trai)|trẻ em|trẻ|ca (?:đẻ|sinh)(?: sống)?|dân số|dân|"
    r"người(?: dân)?|phụ nữ|bà mẹ|học sinh|ca sinh sống|bé gái)"
).replace(" ", "[ ]")

_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "tư": 4,
}  # fmt: skip
_WORD = "|".join(_WORDS)
_FRACTION_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# A number in words is a value only behind words that make it one (`ít nhất một cơ sở`), and not in `một trong các …`.
_IN_WORDS = r"(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)(?= \p{L})(?! trong\b| phần\b| số\b| nửa\b| lần\b)"
_MAKES_VALUE = r"(?<=\b(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|nhiều nhất)(?: có)? )"

# Every place where a value may stand: figures (glued to a word only where a sign shows that they are a value: `đạt95%`), a fraction, a
# number in words; what is glued to the sign of a share is the mark of a footnote (`24%1`). Few texts have other than figures, and the pattern for figures alone is many times faster.
_FIGURES = regex.compile(r"(?<![\w.,/\-%‰])\d|(?<=-)\d|(?<=\p{Ll}{2})\d(?=[\d.,]*\s?[%‰])")
_OTHERS = rf"\b(?:{_WORD}) phần (?:{_WORD})\b|\bmột nửa\b|[{_FRACTION_SIGNS}]|{_MAKES_VALUE}{_IN_WORDS}"
_HAS_OTHERS = regex.compile(rf" phần |một nửa|[{_FRACTION_SIGNS}]|(?:nhất|thiểu|đa|quá|dưới)(?: có)? \p{{L}}")
_FIGURES_OR_WORDS = regex.compile(rf"{_FIGURES.pattern}|{_OTHERS}")

_VALUE = regex.compile(
    rf"""
    (?P<a>{DIGITS})
    (?:
        \s?(?P<unit>{_SIGNS})?\s?{_TO}\s?(?P<high>{DIGITS})\s?(?P<unit_high>{_SIGNS})(?![\w])
      | \s?(?P<permille>{PERMILLE})
      | \s?(?P<percent>{PERCENT})(?:(?<=%)[1-9]\d?(?=[\s.,;)]|$))?
      | \s?lần(?P<times>)(?!\w)(?=(?:\s+(?:so[ ]với|vào|đến|trong|trở|năm)\b|\s*[;,.)]|\s*$))
      | (?:(?P<part>{_COUNTED_BEFORE_BAR})\s?/|(?P<bar>\s?/)|(?P<part_on>\s(?:{_COUNTED}|{_SERVES}))\s?trên|(?P<on>\s?trên))\s?(?P<per>\d{{1,3}}(?:[.\s,]?000)+|100(?=\s\p{{L}})|vạn(?=\s\p{{L}}))(?:\s{_POPULATION}\b)?
      | \s?/\s?(?P<total>{DIGITS})(?![\d/.,]*[/\-]\w)
      | (?:\s{_TO}\s|-|÷)(?P<high_bare>{DIGITS})(?![\d%/.\-])
    )?
    """,
    regex.VERBOSE,
)
_FRACTION = regex.compile(rf"(?P<n>{_WORD}) phần (?P<d>{_WORD})|một nửa|(?P<sign>[{_FRACTION_SIGNS}])")
_WORDED = regex.compile(_IN_WORDS)


@dataclass(frozen=True, slots=True)
class Value:
    """A value in its place. `unit` is `percent`, `per` (with `per`), `times`, `count`, or `None` where only a number stands;
    `open` says that it may be a rate or a part of a total.
    """

    start: int
    end: int
    value: float
    high: float | None = None
    unit: Unit | None = None
    per: int | None = None
    total: float | None = None
    open: bool = False


_GROUPED_DECIMAL = regex.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
_MARKS = regex.compile("[.,]")
_GROUPED = regex.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_THREE_DECIMALS = regex.compile(r"\d{1,3}[.,]\d{3}")
_SPACE = regex.compile(r"\s")


def candidates(low: str, start: int, end: int) -> Iterator[int]:
    """Where values may begin in a text in lower case, in reading order."""
    others = _HAS_OTHERS.search(low, start, end) is not None
    for match in (_FIGURES_OR_WORDS if others else _FIGURES).finditer(low, start, end):
        yield match.start()


def parse(figures: str) -> float:
    """The number that figures write.

    >>> parse("99,99"), parse("1.500"), parse("0.05"), parse("100.000"), parse("1.234,5")
    (99.99, 1500.0, 0.05, 100000.0, 1234.5)
    """
    figures = _SPACE.sub("", figures)
    if _GROUPED.fullmatch(figures):
        return float(_MARKS.sub("", figures))
    if _GROUPED_DECIMAL.fullmatch(figures):
        return float(figures.replace(".", "").replace(",", "."))
    return float(figures.replace(",", "."))


def parse_share(figures: str) -> float:
    """The number that figures before a sign of a share write: three places behind the mark are decimals, for no share is in thousands.

    >>> parse_share("98,125"), parse_share("99.5")
    (98.125, 99.5)
    """
    return float(figures.replace(",", ".")) if _THREE_DECIMALS.fullmatch(figures) else parse(figures)


def _fraction(match: regex.Match[str]) -> tuple[int, int]:
    if match["sign"] is not None:
        return Fraction(unicodedata.numeric(match["sign"])).limit_denominator(8).as_integer_ratio()
    return (1, 2) if match["n"] is None else (_WORDS[match["n"]], _WORDS[match["d"]])


def at(text: str, position: int, end: int) -> Value | None:
    """The value that begins at a position of a text in lower case."""
    fraction = _FRACTION.match(text, position, end)
    if fraction is not None:
        top, bottom = _fraction(fraction)
        return Value(position, fraction.end(), top, unit="count", total=bottom)
    match = _VALUE.match(text, position, end)
    if match is None:
        worded = _WORDED.match(text, position, end)
        return Value(position, worded.end(), _WORDS[worded.group()]) if worded is not None else None
    value = Value(position, match.end(), parse(match["a"]))
    if match["high"] is not None:
        permille = any(
            sign and regex.fullmatch(PERMILLE, sign, regex.VERBOSE) for sign in (match["unit_high"], match["unit"])
        )
        low_end, high_end = parse_share(match["a"]), parse_share(match["high"])
        return replace(
            value, value=low_end, high=high_end, unit="per" if permille else "percent", per=1000 if permille else None
        )
    if match["permille"] is not None:
        return replace(value, value=parse_share(match["a"]), unit="per", per=1000)
    if match["percent"] is not None:
        return replace(value, value=parse_share(match["a"]), unit="percent")
    if match["times"] is not None:
        return replace(value, unit="times")
    if match["per"] is not None:
        return _over_round(text, value, match)
    if match["total"] is not None:
        return replace(value, unit="count", total=parse(match["total"]))
    if match["high_bare"] is not None:
        return replace(value, high=parse(match["high_bare"]))
    return value


def _over_round(text: str, value: Value, match: regex.Match[str]) -> Value:
    """The value over a round number: a rate, or a part of a total where nothing else is counted before the bar than behind it."""
    if match["per"] == "vạn":
        return replace(value, unit="per", per=10_000)
    per, behind = int(parse(match["per"])), match.end("per")
    part = match["part"] or match["part_on"]
    if part is not None and not proportions.counts_again(text, part, behind):
        return replace(value, unit="per", per=per)
    proportion = proportions.over_round(text, value.start, value.value, per, behind)
    if proportion.rate:
        return replace(value, unit="per", per=per, open=proportion.open)
    return replace(value, end=behind, unit="count", total=float(per), open=proportion.open)
