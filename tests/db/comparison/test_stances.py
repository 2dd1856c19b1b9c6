"""The rules of comparison, as a table."""

from __future__ import annotations

from typing import Any

import pytest

from db.comparison import stances
from db.comparison.stances import Measured, Value

MORE = Measured(direction="more", unit="percent")
LESS = Measured(direction="less", unit="percent")
RATE = Measured(direction="less", unit="per", per=100000)
COUNT = Measured(direction="more", unit="count")
YEARLY_FALL = Measured(direction="more", unit="percent", per_year=True, change="decrease")


def percent(value: float | None, **fields: Any) -> Value:
    return Value(value=value, unit="percent", **fields)


_MILESTONES = [percent(65, year=2025), percent(75, year=2030)]


@pytest.mark.parametrize(
    ("measured", "value", "references", "stance", "difference"),
    [
        # direction
        (MORE, percent(70, year=2025), _MILESTONES, "stricter", 5),
        (MORE, percent(60, year=2025), _MILESTONES, "weaker", -5),
        (LESS, percent(70, year=2025), _MILESTONES, "weaker", 5),
        (LESS, percent(60, year=2025), _MILESTONES, "stricter", -5),
        # the same number is equal whatever the comparators
        (LESS, percent(9, year=2025, comparator="<="), [percent(9, year=2025, comparator="<")], "equal", 0),
        (MORE, percent(65, year=2025, comparator=">"), _MILESTONES, "equal", 0),
        # the latest milestone that has come due; before the first one none
        (MORE, percent(66, year=2027), _MILESTONES, "stricter", 1),
        (MORE, percent(66, year=2030), _MILESTONES, "weaker", -9),
        (MORE, percent(70, year=2035), _MILESTONES, "weaker", -5),
        (MORE, percent(60, year=2023), _MILESTONES, "pending", None),
        (MORE, percent(60, year=2023), [percent(100)], "weaker", -40),
        # without a year: the last one
        (MORE, percent(75), _MILESTONES, "equal", 0),
        # ranges count by the bound that they guarantee
        (MORE, percent(60, high=70, year=2025), _MILESTONES, "weaker", -5),
        (LESS, percent(8, high=10, year=2025), [percent(9, year=2025)], "weaker", 1),
        (LESS, percent(7, high=9, year=2025), [percent(9, year=2025)], "equal", 0),
        (MORE, percent(66, high=70, year=2025), _MILESTONES, "stricter", 1),
        # no number, near matches
        (MORE, percent(None, year=2025), _MILESTONES, "unquantified", None),
        (MORE, percent(10, year=2025, near=True), _MILESTONES, "near", None),
        # a change is never held against a level, a yearly one never against one over a period
        (LESS, percent(10, year=2025, change="decrease"), [percent(9, year=2025)], "incomparable", None),
        (YEARLY_FALL, percent(2, year=2025, change="decrease"), [percent(2, high=3, year=2030, year_from=2025)], "incomparable", None),
        (
            YEARLY_FALL, percent(2, high=3, year=2030, change="decrease", per_year=True),
            [percent(2, high=3, year=2030, year_from=2025)], "equal", 0,
        ),
        (
            YEARLY_FALL, percent(2.5, year=2030, change="decrease", per_year=True),
            [percent(2, high=3, year=2030, year_from=2025)], "equal", 0,
        ),
        (
            YEARLY_FALL, percent(3, high=5, year=2030, change="decrease", per_year=True),
            [percent(2, high=3, year=2030, year_from=2025)], "stricter", 2,
        ),
        (
            YEARLY_FALL, percent(1, year=2026, change="decrease", per_year=True),
            [percent(2, high=3, year=2030, year_from=2025)], "weaker", -1,
        ),
        # groups: of the same name, else of all; a value for all against groups only where they agree
        (
            LESS, percent(8, year=2025, group="nội thành"),
            [percent(5, year=2025, group="nông thôn"), percent(10, year=2025, group="thành thị")], "stricter", -2,
        ),
        (
            LESS, percent(8, year=2025),
            [percent(5, year=2025, group="nông thôn"), percent(10, year=2025, group="thành thị")], "incomparable", None,
        ),
        (
            LESS, percent(4, year=2025),
            [percent(5, year=2025, group="nông thôn"), percent(10, year=2025, group="thành thị")], "stricter", None,
        ),
        (LESS, percent(8, year=2025, group="miền núi"), [percent(9, year=2025)], "stricter", -1),
        (
            LESS, percent(8, year=2025, group="miền núi"), [percent(5, year=2025, group="nông thôn")], "incomparable", None,
        ),
    ],
)  # fmt: skip
def test_stances(
    measured: Measured, value: Value, references: list[Value], stance: str, difference: float | None
) -> None:
    found = stances.judge(measured, value, references)
    assert found.stance == stance
    if difference is not None:
        assert found.difference == pytest.approx(difference)
    if stance in ("pending", "unquantified", "near", "incomparable"):
        assert found.difference is None


@pytest.mark.parametrize(
    ("measured", "value", "converted", "note"),
    [
        (RATE, Value(value=3, unit="per", per=4000), 75, "3/4.000 = 75/100.000"),
        (RATE, Value(value=0.5, unit="percent"), 500, "0,5% = 500/100.000"),
        (MORE, Value(value=10, unit="count", total=12), 83.333333, "10/12 = 83,33%"),
        (MORE, Value(value=5, unit="per", per=1000), 0.5, "5/1.000 = 0,5%"),
        (MORE, Value(value=65, unit="percent"), 65, None),
        (RATE, Value(value=550, unit="per", per=100000), 550, None),
        (MORE, Value(value=None, unit=None), None, None),
    ],
)
def test_values_are_brought_to_the_unit_of_the_measure(
    measured: Measured, value: Value, converted: float | None, note: str | None
) -> None:
    found = stances.convert(measured, value)
    assert found is not None
    assert found.value.value == (pytest.approx(converted) if converted is not None else None)
    assert found.note == note


@pytest.mark.parametrize(
    ("measured", "value"),
    [
        (MORE, Value(value=144, unit="count")),
        (RATE, Value(value=3, unit="count")),
        (RATE, Value(value=3, unit="count", total=12)),
        (COUNT, Value(value=3, unit="percent")),
    ],
)
def test_what_cannot_be_brought_there(measured: Measured, value: Value) -> None:
    assert stances.convert(measured, value) is None


def test_a_count_becomes_a_share_where_the_number_of_units_is_known() -> None:
    found = stances.convert(MORE, Value(value=144, unit="count"), units_of_kind=161)
    assert found is not None
    assert found.value.value == pytest.approx(89.440994)
    assert found.note == "144/161 = 89,44%"
