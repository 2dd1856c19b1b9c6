"""Numbers as plans write them: `99,99%`, `1.500 lượt`, `6,5 trẻ/1.000 trẻ đẻ sống`, `10/10 xã`, `từ 2 đến 3%`, `một phần ba`.

Vietnamese writes the decimal comma and the point between thousands; some plans write it the other way round. A point (or
comma) before exactly three digits separates thousands, unless the whole part is zero; anything else is a decimal mark.
Patterns read the view (`patterns.spelling`) in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

# --- atomic pieces -------------------------------------------------------------------------------------------------

DIGITS = r"\d{1,3}(?:[.,\s]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?"
NUMBER = rf"(?<![\w.,/\-])(?:{DIGITS})"
PERCENT = r"(?:%|(?:điểm[ ])?phần[ ]trăm|điểm[ ]%)"
PERMILLE = r"(?:‰|phần[ ]nghìn|%o)"
# Who a rate counts: what may stand between `6,5` and `/1.000`, and after the denominator.
_COUNTED = r"(?:trẻ em|trẻ|ca|người|trường hợp|em|bà mẹ|cháu|vụ|bé trai)"
_POPULATION = (
    r"(?:trẻ (?:em )?(?:đẻ|sinh|sơ sinh) (?:ra )?sống|trẻ em|trẻ|ca (?:đẻ|sinh)(?: sống)?|dân số|dân|người(?: dân)?|"
    r"phụ nữ|bà mẹ|học sinh|ca sinh sống|bé gái)"
).replace(" ", "[ ]")
_COUNTED = _COUNTED.replace(" ", "[ ]")  # both stand in a verbose pattern

_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "tư": 4,
}  # fmt: skip
_WORD = "|".join(_WORDS)

# Every place where a value may stand: a number, or a fraction in words. Few texts have fractions in words, and the pattern for
# figures alone is many times faster.
_FIGURES = regex.compile(r"(?<![\w.,/\-])\d|(?<=-)\d")
_FIGURES_OR_WORDS = regex.compile(rf"{_FIGURES.pattern}|\b(?:{_WORD}) phần (?:{_WORD})\b|\bmột nửa\b")

_FIGURE = rf"(?P<a>{DIGITS})"
_VALUE = regex.compile(
    rf"""
    (?P<a>{DIGITS})
    (?:
        \s?(?P<unit>{PERCENT}|{PERMILLE})?\s?(?:-|đến|tới)\s?(?P<high>{DIGITS})\s?(?P<unit_high>{PERCENT}|{PERMILLE})(?![\w])
      | \s?(?P<percent>{PERCENT})
      | \s?(?P<permille>{PERMILLE})
      | (?:\s?{_COUNTED})?\s?(?:/|trên)\s?(?P<per>\d{{1,3}}(?:[.\s,]?000)+|100(?=\sbé[ ]gái))(?:\s{_POPULATION}\b)?
      | \s?/\s?(?P<total>{DIGITS})(?![\d/.,]*[/\-]\w)
      | (?:\s(?:-|đến|tới)\s|-)(?P<high_bare>{DIGITS})(?![\d%/.\-])
    )?
    """,
    regex.VERBOSE,
)
_FRACTION = regex.compile(rf"(?P<n>{_WORD}) phần (?P<d>{_WORD})|một nửa")


@dataclass(frozen=True, slots=True)
class Value:
    """A value in its place. `unit` is `percent`, `per` (with `per`), `count`, or `None` where only a number stands."""

    start: int
    end: int
    value: float
    high: float | None = None
    unit: str | None = None
    per: int | None = None
    total: float | None = None


_GROUPED_DECIMAL = regex.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
_MARKS = regex.compile("[.,]")
_GROUPED = regex.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_SPACE = regex.compile(r"\s")


def candidates(low: str, start: int, end: int) -> Iterator[int]:
    """Where values may begin in a text in lower case, in reading order."""
    words = low.find(" phần ", start, end) >= 0 or low.find("một nửa", start, end) >= 0
    for match in (_FIGURES_OR_WORDS if words else _FIGURES).finditer(low, start, end):
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


def at(text: str, position: int, end: int) -> Value | None:
    """The value that begins at a position of a text in lower case."""
    fraction = _FRACTION.match(text, position, end)
    if fraction is not None:
        top, bottom = (1, 2) if fraction["n"] is None else (_WORDS[fraction["n"]], _WORDS[fraction["d"]])
        return Value(position, fraction.end(), top, unit="count", total=bottom)
    match = _VALUE.match(text, position, end)
    if match is None:
        return None
    value = Value(position, match.end(), parse(match["a"]))
    if match["high"] is not None:
        unit = "per" if "‰" in (match["unit_high"], match["unit"]) else "percent"
        return replace(value, high=parse(match["high"]), unit=unit, per=1000 if unit == "per" else None)
    if match["percent"] is not None:
        return replace(value, unit="percent")
    if match["permille"] is not None:
        return replace(value, unit="per", per=1000)
    if match["per"] is not None:
        return replace(value, unit="per", per=int(parse(match["per"])))
    if match["total"] is not None:
        total = parse(match["total"])
        if total >= 1000 and total % 1000 == 0 and value.value < total:
            return replace(value, unit="per", per=int(total))
        return replace(value, unit="count", total=total)
    if match["high_bare"] is not None:
        return replace(value, high=parse(match["high_bare"]))
    return value
