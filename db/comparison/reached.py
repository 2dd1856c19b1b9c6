"""What was reached in a unit, by measure and year: one of several results, or those of the units below together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlite_utils import Database

from db.comparison import stances
from db.comparison.compare import is_bare_count
from db.comparison.stances import Measured, Value
from db.schema.database import rows
from patterns import groups
from patterns.fold import fold

Row = dict[str, Any]
_Measure = tuple[str, str]
# Programme, measure and group.
_Key = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A value of a year: the result that it is, or what it was summed up from; `others` results say another value."""

    year: int
    value: Value
    result: str | None = None
    numerator: float | None = None
    denominator: float | None = None
    units_counted: int | None = None
    units_expected: int | None = None
    estimated: bool = False
    partial: bool = False
    others: int = 0

    def row(self) -> Row:
        """The columns of `progresses`."""
        return {
            "result": self.result,
            "value": self.value.value,
            "value_high": self.value.high,
            "numerator": self.numerator,
            "denominator": self.denominator,
            "units_counted": self.units_counted,
            "units_expected": self.units_expected,
            "estimated": int(self.estimated),
            "others": self.others,
        }

    @staticmethod
    def nothing() -> Row:
        """The same columns where no value is known."""
        names = ("result", "value", "value_high", "numerator", "denominator", "units_counted", "units_expected")
        return dict.fromkeys(names) | {"estimated": 0, "others": 0}


# Of several results of a year the first counts: corrected by a person, official before estimated, of the whole year, entered in a workbook before
# read from words, from the youngest document.
_RESULTS = """
SELECT r.*, u.unit AS home, h.valid_from, h.valid_to, a.programme, a.measure, coalesce(r.year, r.period_end) AS of_year,
       (r.as_of IS NOT NULL AND length(r.as_of) > 4 AND substr(r.as_of, 6, 2) < '12') AS partial
FROM result_units u
JOIN results r ON r.id = u.result
JOIN units h ON h.code = u.unit
JOIN documents d ON d.id = u.document AND (d.plan = d.id OR (d.plan IS NULL AND d.relation IS NULL))
LEFT JOIN result_alignments a ON a.result = r.id AND a."match" = 'exact'
WHERE u.unit IN ({}) AND r.value IS NOT NULL AND coalesce(r.year, r.period_end) IS NOT NULL
ORDER BY r.corrected IS NULL, r.estimated, partial, r.cell IS NULL, d.genre <> 'report', d.issued_on DESC, r.confidence DESC, r.id
"""
# A unit, and what it was or became where it alone became one other and that came of it alone: a province that no other was merged with.
_SAME = """
SELECT :unit AS code
UNION SELECT c.became FROM unit_changes c WHERE c.unit = :unit
    AND 1 = (SELECT count(*) FROM unit_changes o WHERE o.unit = c.unit) AND 1 = (SELECT count(*) FROM unit_changes o WHERE o.became = c.became)
UNION SELECT c.unit FROM unit_changes c WHERE c.became = :unit
    AND 1 = (SELECT count(*) FROM unit_changes o WHERE o.unit = c.unit) AND 1 = (SELECT count(*) FROM unit_changes o WHERE o.became = c.became)
"""
_BELOW = f"SELECT code FROM units WHERE level = :level AND (parent IN ({_SAME}) OR province IN ({_SAME}))"
_EXPECTED = f"SELECT count(*) AS n FROM ({_BELOW} AND valid_from <= :on AND (valid_to IS NULL OR valid_to >= :on))"
# Units that have results, those above them, and what they were or became: no other unit can have anything, by itself or from below.
_REPORTED = """
WITH own AS (SELECT DISTINCT unit FROM result_units),
around AS (
    SELECT unit AS code FROM own
    UNION SELECT u.province FROM units u JOIN own ON own.unit = u.code
    UNION SELECT u.parent FROM units u JOIN own ON own.unit = u.code
)
SELECT code FROM around
UNION SELECT c.became FROM unit_changes c JOIN around a ON a.code = c.unit
UNION SELECT c.unit FROM unit_changes c JOIN around a ON a.code = c.became
"""
_LEVELS_BELOW = {"province": ("district", "commune"), "district": ("commune",)}


def reported(db: Database) -> set[str]:
    """The units that may have results, by themselves or from units below."""
    return {row["code"] for row in rows(db, _REPORTED)}


class Results:
    """The results of a unit and of those below it, read when they are first asked for; none are looked for where there cannot be any."""

    def __init__(
        self, db: Database, unit: str, level: str, measured: Mapping[_Measure, Measured], *, has_any: bool
    ) -> None:
        self._db = db
        self._unit = unit
        self._levels_below = _LEVELS_BELOW.get(level, ()) if has_any else ()
        self._measured = measured
        self._own = rows(db, _RESULTS.format(_SAME), {"unit": unit}) if has_any else []
        self._aimed: dict[str, list[Row]] = defaultdict(list)
        for place, row in enumerate(self._own):
            row["place"] = place
            if row["aim"] is not None:
                self._aimed[row["aim"]].append(row)
        self._of_own = _by_measure(self._own)

    def measures(self) -> list[tuple[str, str, str | None]]:
        """Programme, measure and group of all that the unit itself has results of."""
        return sorted((key for key in self._of_own if key[:2] in self._measured), key=str)

    def of_measure(
        self,
        programme: str,
        measure: str,
        group: str | None,
        *,
        below: bool,
        aims: Collection[str] = (),
        whole: Callable[[int], int | None] = lambda _: None,
    ) -> Iterator[Reached]:
        """What was reached of a measure, a value a year; with `below` of the units below, where the unit has none of its own.

        What was entered for a target (`aims`: keys) counts whatever its words. `whole` says of how many units a count of a year is.
        """
        measured = self._measured[programme, measure]
        own = list(_chosen(self._with_aimed(self._of_own.get((programme, measure, group), ()), aims), measured, whole))
        yield from own
        if below and measured.unit in ("percent", "per"):
            there = {one.year for one in own}
            yield from (one for one in self._summed(programme, measure, group, measured) if one.year not in there)

    def of_words(
        self, words: str, group: str | None, measured: Measured, *, aims: Collection[str], others: Collection[str]
    ) -> Iterator[Reached]:
        """What was reached of something that no programme asks: results that were entered for it (`aims`: the keys of its targets), and those
        that begin with the very same words (folded) and were not entered for another target of the plan (`others`).
        """
        same = [
            row
            for row in self._own
            if row["measure"] is None
            and row["aim"] not in others
            and groups.canonical(row["subgroup"]) == group
            and f"{fold(row['clause'] or row['subject'] or '')} ".startswith(f"{words} ")
        ]
        yield from _chosen(self._with_aimed(same, aims), measured)

    def _with_aimed(self, found: Sequence[Row], aims: Collection[str]) -> Sequence[Row]:
        """Results and those that were entered for some targets, in the order in which they count."""
        aimed = [row for aim in aims for row in self._aimed.get(aim, ())]
        by_id = {row["id"]: row for row in (*aimed, *found)}
        return sorted(by_id.values(), key=lambda row: int(row["place"])) if aimed else found

    @cached_property
    def _below(self) -> list[tuple[str, dict[_Key, list[Row]]]]:
        """The results of the units of each level below, the upper level first; levels without any are left out."""
        found = (
            (level, rows(self._db, _RESULTS.format(_BELOW), {"unit": self._unit, "level": level}))
            for level in self._levels_below
        )
        return [(level, _by_measure(some)) for level, some in found if some]

    def _summed(self, programme: str, measure: str, group: str | None, measured: Measured) -> Iterator[Reached]:
        """The sum of the numerators over the sum of the denominators of the units below, year by year; never a mean of shares.

        Of the levels below the upper one counts that all units have reported of, else the upper one that any has.
        """
        found: dict[int, list[Reached]] = defaultdict(list)
        for level, by_measure in self._below:
            parts: dict[int, list[Reached]] = defaultdict(list)
            of_unit: dict[str, list[Row]] = defaultdict(list)
            for row in by_measure.get((programme, measure, group), ()):
                of_unit[row["home"]].append(row)
            for rows_of_unit in of_unit.values():
                for one in _chosen([row for row in rows_of_unit if _is_there(row)], measured):
                    if one.numerator is not None and one.denominator:
                        parts[one.year].append(one)
            for year, some in parts.items():
                found[year].append(self._sum(level, year, some, measured))
        for _, sums in sorted(found.items()):
            yield next((one for one in sums if one.units_counted == one.units_expected), sums[0])

    def _sum(self, level: str, year: int, parts: list[Reached], measured: Measured) -> Reached:
        part, whole = (sum(getattr(one, name) or 0 for one in parts) for name in ("numerator", "denominator"))
        asked = {"unit": self._unit, "level": level, "on": f"{year}-12-31"}
        scale = 100 if measured.unit == "percent" else measured.per or 1
        value = round(scale * part / whole, 4)
        return Reached(
            year=year,
            value=Value(value=value, unit=measured.unit, per=measured.per, year=year),
            numerator=part,
            denominator=whole,
            units_counted=len(parts),
            units_expected=int(rows(self._db, _EXPECTED, asked)[0]["n"]),
            estimated=any(one.estimated for one in parts),
            partial=any(one.partial for one in parts),
        )


def _by_measure(found: list[Row]) -> dict[_Key, list[Row]]:
    """Results by programme, measure and group, in the order in which they count."""
    out: dict[_Key, list[Row]] = defaultdict(list)
    for row in found:
        if row["measure"] is not None:
            out[row["programme"], row["measure"], groups.canonical(row["subgroup"])].append(row)
    return out


def _is_there(row: Row) -> bool:
    """Whether the unit of a result was there at the end of its year: what went is counted in what it became."""
    day = f"{row['of_year']}-12-31"
    return (row["valid_from"] or "") <= day and (row["valid_to"] is None or row["valid_to"] >= day)


def _chosen(
    found: Sequence[Row], measured: Measured, whole: Callable[[int], int | None] = lambda _: None
) -> Iterator[Reached]:
    """One value a year of rows in the order in which they count."""
    by_year: dict[int, list[tuple[Row, Value]]] = defaultdict(list)
    for row in found:
        said = Value(
            value=row["value"],
            high=row["value_high"],
            comparator=row["comparator"],
            unit=row["unit"],
            per=row["per"],
            total=row["total"],
            year=row["of_year"],
            group=row["subgroup"],
            # What was entered beside an aim is of its kind; what is read from words is a level.
            per_year=measured.per_year and row["cell"] is not None,
            change=measured.change if row["cell"] is not None else None,
        )
        of_how_many = whole(row["of_year"]) if is_bare_count(said) else None
        converted = stances.convert(measured, said, units_of_kind=of_how_many)
        if converted is not None:
            by_year[row["of_year"]].append((row, converted.value))
    for year, values in sorted(by_year.items()):
        row, value = values[0]
        yield Reached(
            year=year,
            value=value,
            result=row["id"],
            numerator=row["numerator"],
            denominator=row["denominator"],
            estimated=bool(row["estimated"]),
            partial=bool(row["partial"]),
            others=len({one.value for _, one in values} - {value.value}),
        )
