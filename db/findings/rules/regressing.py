"""A later year set weaker than an earlier one, or a rise that falls (`tăng từ 83% lên 82%`).

Values are matched by measure and group, else by the words of their clauses, below the same headings. Left alone: changes and yearly rates of
change, growth and indexes, counts of events (a later period may hold fewer training courses), values whose direction neither a bound nor a verb
of their clause tells (of clauses that say the same word for word, what they measure may tell it too).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import value_en, value_in_words
from patterns import directions, plausible
from patterns.fold import fold
from patterns.vocabulary import Direction

# How alike the words of two clauses must be to be about one thing, numbers left out.
_ALIKE = 88


def findings_in(plan: Facts) -> Iterator[Finding]:
    """Findings of both kinds."""
    known = [row for row in plan.targets if _is_level(row)]
    of_measure = {row["target"]: row["direction"] for row in plan.measured}
    for row in known:
        if (finding := _upside_down(row)) is not None:
            yield finding
    dated = [row for row in known if row["year"] and row["total"] is None]
    counted = [(tuple(row[name] for name in _COUNTED), row) for row in dated]
    for (kind, one), (other_kind, other) in combinations(counted, 2):
        if kind != other_kind or one["year"] == other["year"] or not _same(one, other):
            continue
        earlier, later = (one, other) if one["year"] < other["year"] else (other, one)
        direction = of_measure.get(later["id"]) or _better(earlier, later)
        if direction is not None and _weaker(earlier, later, direction):
            yield _finding(earlier, later)


# What two values have in common that measure one thing in one unit.
_COUNTED = ("unit", "per", "subgroup", "measure", "match")


def _is_level(row: Row) -> bool:
    """Whether a value is a level, which those of other years can be held against."""
    if row["value"] is None or row["change"] is not None or row["per_year"]:
        return False
    if row["unit"] == "percent" and (row["value"] > 100 or plausible.MAY_EXCEED.search(row["quote"])):
        return row["measure"] is not None
    return plausible.EACH_YEAR.search(row["quote"]) is None


def _same(one: Row, other: Row) -> bool:
    """Whether two values of one unit, group and measure are of one thing."""
    if one["measure"] is not None:
        return True
    if one["quote_start"] == other["quote_start"]:
        later = max(
            one, other, key=lambda row: int(row["position"])
        )  # `… vào năm 2025 và ít nhất 50% vào năm 2030`: it names no one anew
        return bool(
            one["counted"] == other["counted"] and (one["subject"] == other["subject"] or _says_time(later["subject"]))
        )
    if not _same_headings(one, other):
        return False
    return bool(fuzz.ratio(_plain(one["quote"]), _plain(other["quote"])) >= _ALIKE)


def _says_time(subject: str | None) -> bool:
    return subject is not None and not _plain(subject)


@lru_cache(maxsize=1024)
def _plain(quote: str) -> str:
    return fold(directions.MAY_DIFFER.sub(" ", quote))


def _same_headings(one: Row, other: Row) -> bool:
    """Whether two values stand below the same heading, headings of time apart; one that has none but those may belong to any."""
    mine, theirs = _heading(one), _heading(other)
    return not mine or not theirs or mine == theirs


def _heading(row: Row) -> str:
    """The innermost heading of a value, empty where it is one of time (`Đến năm 2025`)."""
    above = json.loads(row["above"] or "[]")
    return "" if not above or directions.OF_TIME.fullmatch(above[0]) else fold(above[0])


def _better(earlier: Row, later: Row) -> Direction | None:
    """Which way is better as both clauses say, bounds first; nothing of events, of which a later period may hold fewer."""
    both = f"{earlier['quote']} ; {later['quote']}"
    if earlier["unit"] == "count" and directions.EVENTS.search(directions.FOUGHT.sub(" ", both)):
        return None
    said = directions.of_bound(earlier["comparator"], later["comparator"]) or directions.of_verb(both)
    if said is not None or not _alike(earlier, later):
        return said
    return directions.of_name(both)


def _alike(one: Row, other: Row) -> bool:
    """Whether two clauses say the same word for word, figures and words of time apart."""
    if one["quote_start"] == other["quote_start"]:
        return True
    return _plain(one["quote"]) == _plain(other["quote"])


def _weaker(earlier: Row, later: Row, direction: Direction) -> bool:
    if direction == "more":
        return bool(later["value"] < earlier["value"])
    return bool((later["value_high"] or later["value"]) > (earlier["value_high"] or earlier["value"]))


def _words(row: Row) -> str:
    return value_in_words(
        row["value"], high=row["value_high"], comparator=row["comparator"], unit=row["unit"], per=row["per"]
    )


def _finding(earlier: Row, later: Row) -> Finding:
    return Finding(
        **evidence(later),
        subject=f"{later['measure'] or later['key']} {later['year']}",
        found=value_en(later["value"], unit=later["unit"], per=later["per"], year=later["year"]),
        expected=f"no weaker than {value_en(earlier['value'], unit=earlier['unit'], per=earlier['per'], year=earlier['year'])}",
        message_vi=(
            f"Mức phấn đấu năm {later['year']} ({_words(later)}) kém hơn mức năm {earlier['year']} ({_words(earlier)}) của cùng chỉ tiêu."
        ),
        message_en=f"The value for {later['year']} is weaker than that for {earlier['year']}.",
        suggestion_vi=f"Kiểm tra lại mức phấn đấu của năm {earlier['year']} và năm {later['year']}.",
        against_quote=earlier["quote"] if earlier["quote"] != later["quote"] else None,
    )


def _upside_down(row: Row) -> Finding | None:
    """`tăng từ 83% lên 82%`: the verb says one thing, the numbers another."""
    base, value = row["baseline_value"], row["value_high"] or row["value"]
    if base is None or base == value:
        return None
    clause = row["quote"]
    rises, falls = directions.RISING.search(clause) is not None, directions.FALLING.search(clause) is not None
    if rises == falls or (value > base) == rises:
        return None
    verb = ("tăng", "rise") if rises else ("giảm", "fall")
    return Finding(
        **evidence(row),
        subject=f"{row['measure'] or row['key']} baseline",
        found=f"{row['baseline_value']:g} to {value:g}",
        expected=f"a {verb[1]}",
        message_vi=f"Ghi là {verb[0]} nhưng số liệu đi từ {_number(base)} đến {_number(value)}.",
        message_en=f"Called a {verb[1]}, and the numbers go from {base:g} to {value:g}.",
        suggestion_vi="Kiểm tra lại số liệu.",
    )


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


RULE = Rule(
    code="regressing",
    severity="error",
    name_vi="mức năm sau kém hơn năm trước",
    name_en="the later year is weaker than the earlier one",
    findings_in=findings_in,
)
