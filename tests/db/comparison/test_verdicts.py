"""What a year's result says: text of the rules in `verdicts`, case by case."""

from __future__ import annotations

import pytest

from db.comparison.stances import Measured, Value
from db.comparison.verdicts import hold
from extract.vocabulary import Comparator, Direction


def _value(value: float, year: int | None, comparator: Comparator = "=") -> Value:
    return Value(value=value, year=year, comparator=comparator, unit="percent")


@pytest.mark.parametrize(
    ("direction", "comparator", "asked", "reached", "verdict"),
    [
        ("more", "=", 90, 91, "exceeded"),
        ("more", "=", 90, 90, "met"),
        ("more", ">=", 90, 90, "met"),
        ("more", "=", 90, 89.9, "missed"),
        ("less", "=", 9, 8, "exceeded"),
        ("less", "=", 9, 9.1, "missed"),
        ("less", "<", 9, 9, "missed"),
        ("less", "<", 9, 8.9, "met"),
        ("more", ">", 90, 90, "missed"),
        ("more", ">", 90, 95, "met"),
    ],
)
def test_a_value_is_held_against_what_is_asked_of_its_year(
    direction: Direction, comparator: Comparator, asked: float, reached: float, verdict: str
) -> None:
    measured = Measured(direction=direction, unit="percent")
    assert hold(measured, _value(reached, 2025), [_value(asked, 2025, comparator)], []).verdict == verdict


MORE = Measured(direction="more", unit="percent")


@pytest.mark.parametrize(
    ("year", "own", "asked", "expected"),
    [
        (2025, [(90, 2025)], [(80, 2025)], ("missed", 0, None, -5)),  # the plan's own figure first
        (2025, [], [(80, 2025)], ("exceeded", None, 0, 5)),  # then the programme's
        (2026, [(80, 2025)], [(90, 2026)], ("missed", None, 0, -5)),  # of a later year, the programme's
        (2026, [(80, 2025)], [(90, 2025)], ("exceeded", 0, None, 5)),
        (2024, [(90, 2025)], [(80, 2025)], ("not-due", 0, None, -5)),
        (2024, [], [(80, 2025)], ("not-due", None, 0, 5)),
        (2025, [(90, 2030)], [(80, 2025)], ("exceeded", None, 0, 5)),
    ],
)
def test_the_plans_own_figure_counts_before_the_programmes(
    year: int, own: list[tuple[float, int]], asked: list[tuple[float, int]], expected: tuple[object, ...]
) -> None:
    held = hold(MORE, _value(85, year), [_value(*one) for one in own], [_value(*one) for one in asked])
    assert (held.verdict, held.own, held.programme, held.difference) == expected


def test_a_level_is_not_held_against_a_change() -> None:
    change = Value(value=10, year=2025, unit="percent", change="decrease")
    held = hold(MORE, _value(85, 2025), [change], [])
    assert (held.verdict, held.reason, held.difference) == ("incomparable", "change-against-level", None)
