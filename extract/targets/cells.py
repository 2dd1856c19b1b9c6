"""Values in cells of a table: `< 9`, `Giảm còn 17`, `13/17`, `2 - 3`, `≥ 98,5 %`, `10 % trở lên`; their units and changes.

A cell has fewer words than a clause and more readings: what it means is told by its column and its row as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from extract.vocabulary import Change, Comparator, Unit
from patterns import numbers, target_cells, targets
from patterns.tables import NAMES_YEAR, THREE_BEHIND_COMMA, VALUE

_GOES_ON = regex.compile(r"\s?[/\-]\s?\d")
_DIGIT = regex.compile(r"\d")
_SIGN = regex.compile(r"[<>≤≥]=?")
_SIGNS: dict[str, Comparator] = {"<": "<", ">": ">", "≤": "<=", "≥": ">=", "<=": "<=", ">=": ">="}
_RANGE = regex.compile(rf"(?P<low>{numbers.DIGITS})\s?[%‰]?\s?[÷–~]\s?(?={numbers.DIGITS})")


@dataclass(frozen=True, slots=True)
class CellValue:
    """A value with its comparator; `change` is `decrease` or `increase` where the cell says that it is one and no level."""

    comparator: Comparator
    value: numbers.Value
    change: Change | None = None


def read(low: str, *, decimals: bool = False) -> CellValue | None:
    """The value of a cell in lower case; `None` where it holds none, or more than one.

    `decimals` says that three places behind a comma are decimals.
    """
    low = _RANGE.sub(lambda match: f"{match['low']}-", low)  # of the same meaning for a range
    match = VALUE.match(low)
    if match is None or NAMES_YEAR.fullmatch(low.strip()) is not None:
        return None
    value = numbers.at(low, match.end(), len(low))
    if value is None or _GOES_ON.match(low, value.end) is not None:
        return None
    if decimals and value.unit is None and (places := THREE_BEHIND_COMMA.match(low, value.start)) is not None:
        value = replace(value, value=numbers.parse_share(places[0]))
    rest = low[value.end :]
    words = match["words"]
    if value.total is None and value.per is None and _DIGIT.search(_without_brackets(rest)) is not None:
        return None
    change = _change(words)
    if value.high is not None:
        return CellValue("range", value, change)
    if target_cells.OR_MORE.search(rest) is not None:
        return CellValue(">=", value, change)
    if target_cells.OR_LESS.search(rest) is not None:
        return CellValue("<=", value, change)
    return CellValue(_comparator(words), value, change)


def _without_brackets(words: str) -> str:
    return regex.sub(r"\([^()]*\)|/\s?\d[\d.]*\s\p{L}[\p{L} ]*", " ", words)


def _comparator(words: str) -> Comparator:
    sign = _SIGN.search(words)
    if sign is not None:
        return _SIGNS[sign[0]]
    said = targets.COMPARATOR.search(words if words.endswith(" ") or not words else f"{words} ")
    return targets.sign(said["words"]) if said is not None else "="


def bounded(found: CellValue, head: str) -> CellValue:
    """The value with the bound that its head says; one that has its own, or is all, keeps what it has."""
    said = target_cells.BOUND_OF_HEAD.search(head)
    if said is None or found.comparator != "=" or found.value.value == _ALL:
        return found
    return replace(found, comparator=_SIGNS.get(said["bound"]) or targets.sign(said["bound"]))


_ALL = 100  # all of them, and in an index what was reached the year before


def _change(words: str) -> Change | None:
    """Whether the words before a value make it a change: `giảm 10`, and not `giảm còn 17`."""
    said = targets.change(words, targets.TO_LEVEL)
    return None if said == "same" or (said == "increase" and "nâng" in words) else said


# --- units ---------------------------------------------------------------------------------------------------------

_IN_BRACKETS = regex.compile(r"\((?P<unit>[^()]{1,40})\)")
_SHARE_STATED = regex.compile(r"\d[\d.,]*\s?%(?!o)")
_NO_UNIT = frozenset({"", "tỷ lệ", "tỉ lệ", "tỷ suất"})


def said_unit(words: str) -> str:
    """The unit that a title says for a whole table: `(Đơn vị tính: %)`, `… (%)`; nothing where it says none."""
    match = target_cells.UNIT_SAID.search(words) or target_cells.SHARE_BEHIND.search(words)
    return match["unit"].strip(" .") if match is not None else ""


def unit(value: numbers.Value, words: list[str], subject: str) -> tuple[Unit, int | None]:
    """The unit of a value: its own sign, else the first of the words that says one, else the words of the measure."""
    if value.unit is not None:
        return value.unit, value.per
    for said in words:
        found = _named(said)
        if found is not None:
            return found
    rate = target_cells.PER_IN_SUBJECT.search(subject)
    if rate is not None:
        return "per", int(numbers.parse(rate["per"]))
    for bracket in _IN_BRACKETS.finditer(subject):
        found = _named(bracket["unit"])
        if found is not None:
            return found
    if not any(said.strip() not in _NO_UNIT for said in words[:1]) and target_cells.SHARE.match(subject):
        return "percent", None
    return "count", None


def _named(said: str) -> tuple[Unit, int | None] | None:
    """The unit that words name, a count left out: `%`, `‰`, `trẻ/100.000 trẻ`, `lần`; a share that they state (`hưởng 100%`) is none."""
    said = _SHARE_STATED.sub(" ", said)
    if "‰" in said or "%o" in said or "phần nghìn" in said:
        return "per", 1000
    rate = target_cells.PER_IN_HEAD.search(said)
    if rate is not None:
        return "per", int(numbers.parse(rate["per"] or rate["bare"]))
    worded = target_cells.PER_IN_WORDS.search(said)
    if worded is not None:
        return "per", target_cells.WORDED[worded["per"]]
    if "%" in said or "phần trăm" in said:
        return "percent", None
    return ("times", None) if said.strip() == "lần" else None


# --- changes -------------------------------------------------------------------------------------------------------


def change_of_row(subject: str, unit: str, values: Sequence[float]) -> tuple[Change | None, bool]:
    """Whether the values of a row are changes, and yearly ones; an index of the year before (`106,9`) is a level."""
    if all(value > _ALL for value in values):
        return None, False
    way = target_cells.CHANGE.match(subject) or target_cells.CHANGE_ENDS.search(subject)
    per_year = targets.YEARLY.search(subject) is not None or targets.YEARLY.search(unit) is not None
    if way is None or not (per_year or target_cells.CHANGE_NAMED.match(subject) is not None):
        return None, False
    return "decrease" if way["way"] == "giảm" else "increase", per_year
