"""A plan of several years takes up a measure, and sets no value for one of the programme's milestones in its period.

The period is that of the title, and further milestones for which the plan sets values for half of its measures or more. Left alone:
measures whose value for an earlier milestone reaches the later one already, values that hold without a year, measures that only a part
(`Riêng trẻ em dân tộc thiểu số …`) or others than theirs have a value of, yearly plans and plans on one theme.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from db.findings import held
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.rules.missing_measures import whole_programmes, years_beyond
from db.findings.wording import value_en, value_in_words


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each measure and milestone without a value."""
    whole = whole_programmes(plan)
    values: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in plan.comparisons:
        values[row["programme"], row["measure"]].append(row)
    values = {place: said for place, said in values.items() if not all(map(_is_of_others, said))}
    start, end = plan.document["period_start"] or 0, plan.document["period_end"] or 9999
    beyond = {one: years_beyond(plan, one) for one in whole}
    seen = set()
    for milestone in plan.milestones:
        place = (milestone["programme"], milestone["measure"], milestone["year"])
        said = values.get(place[:2], [])
        if milestone["programme"] not in whole or not said or place in seen or milestone["year_from"] is not None:
            continue
        seen.add(place)
        year = milestone["year"]
        if (
            year is None
            or not (start <= year <= end or year in beyond[milestone["programme"]])
            or _covered(milestone, said)
            or any(_goes_on(plan, row, year) for row in said)
        ):
            continue
        yield _finding(milestone, said[-1])


def _is_of_others(row: Row) -> bool:
    """Whether a value is of a part of those whom the measure is about, or only near it."""
    return held.is_of_a_part(row) or row["match"] == "near"


def _goes_on(plan: Facts, row: Row, year: int) -> bool:
    """Whether a value for the year that is not known to measure anything stands in the paragraph of a value (`…; phấn đấu đạt 92% vào năm 2025`)."""
    meant = {one["target"] for one in plan.measured if one["programme"] == row["programme"]}
    start, end = plan.text.rfind("\n", 0, row["quote_start"]), plan.text.find("\n", row["quote_end"])
    return any(
        start < one["quote_start"] < end and one["year"] == year and one["unit"] == row["said_unit"]
        for one in plan.targets
        if one["id"] not in meant
    )


def _covered(milestone: Row, said: list[Row]) -> bool:
    """Whether some value speaks of the milestone's year, of all years, or reaches it before."""
    for row in said:
        if row["year_basis"] != "stated" or row["value"] is None:
            return True
        if (row["year_from"] or row["year"]) <= milestone["year"] <= row["year"]:
            return True
        better = (
            row["value"] >= milestone["value"] if row["direction"] == "more" else row["value"] <= milestone["value"]
        )
        if row["year"] < milestone["year"] and better:
            return True
    return False


def _finding(milestone: Row, row: Row) -> Finding:
    asked = value_in_words(
        milestone["value"],
        high=milestone["value_high"],
        comparator=milestone["comparator"],
        unit=row["unit"],
        per=row["per"],
    )
    return Finding(
        **evidence(row | {"id": row["target"]}),
        subject=f"{row['measure']} {milestone['year']}",
        found=f"no value for {milestone['year']}",
        expected=value_en(milestone["value"], unit=row["unit"], per=row["per"], year=milestone["year"]),
        message_vi=(
            f"{row['short_vi']}: chưa có mức phấn đấu cho năm {milestone['year']}; {row['decision_vi']} đặt mức {asked}."
        ),
        message_en=f"{row['name_en']}: no value for {milestone['year']}, for which {row['decision_en']} sets one.",
        suggestion_vi=f"Bổ sung mức phấn đấu đến năm {milestone['year']}: {asked}.",
        basis_vi=f"{row['decision_vi']}, chỉ tiêu {row['measure']}",
        programme=row["programme"],
    )


RULE = Rule(
    code="year-missing",
    severity="notice",
    name_vi="thiếu mức phấn đấu cho một mốc của chương trình",
    name_en="no value for a milestone of the programme",
    findings_in=findings_in,
)
