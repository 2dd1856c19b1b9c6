"""A later year set weaker than an earlier one, or a rise that falls (`tăng từ 83% lên 82%`).

Values are matched by measure and group, else by the words of their clauses. Left alone: changes, counts of events (a later
period may hold fewer training courses), values whose direction nothing tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import value_en, value_vi
from patterns import directions
from patterns.fold import fold
from patterns.vocabulary import Direction

# How alike the words of two clauses must be to be about one thing, numbers left out.
_ALIKE = 88


def findings_in(plan: Facts) -> Iterator[Finding]:
    """Findings of both kinds."""
    known = [row for row in plan.targets if row["value"] is not None and row["change"] is None and not row["per_year"]]
    of_measure = {row["target"]: row["direction"] for row in plan.measured}
    for row in known:
        if (finding := _upside_down(row)) is not None:
            yield finding
    dated = [row for row in known if row["year"] and row["total"] is None]
    words = {row["id"]: fold(directions.MAY_DIFFER.sub(" ", row["quote"])) for row in dated}
    for one, other in combinations(dated, 2):
        earlier, later = (one, other) if one["year"] < other["year"] else (other, one)
        if earlier["year"] == later["year"] or not _same(earlier, later, words):
            continue
        direction = of_measure.get(later["id"]) or _better(earlier, later)
        if direction is not None and _weaker(earlier, later, direction):
            yield _finding(earlier, later)


def _same(one: Row, other: Row, words: dict[str, str]) -> bool:
    """Whether two values measure one thing in one unit."""
    if any(one[name] != other[name] for name in ("unit", "per", "subgroup", "measure", "match")):
        return False
    if one["measure"] is not None:
        return True
    if one["quote_start"] == other["quote_start"]:
        return bool(one["counted"] == other["counted"] and one["subject"] == other["subject"])
    return bool(fuzz.ratio(words[one["id"]], words[other["id"]]) >= _ALIKE)


def _better(earlier: Row, later: Row) -> Direction | None:
    """Which way is better as both clauses say, bounds first; nothing of events, of which a later period may hold fewer."""
    both = f"{earlier['quote']} ; {later['quote']}"
    if earlier["unit"] == "count" and directions.EVENTS.search(directions.FOUGHT.sub(" ", both)):
        return None
    return directions.better(both, earlier["comparator"], later["comparator"])


def _weaker(earlier: Row, later: Row, direction: Direction) -> bool:
    if direction == "more":
        return bool(later["value"] < earlier["value"])
    return bool((later["value_high"] or later["value"]) > (earlier["value_high"] or earlier["value"]))


def _words(row: Row) -> str:
    return value_vi(
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
