"""A value more than three times worse than the programme's, tenfold off its own row, or more deaths than injured: probably a misprint.

Found: three times worse than the programme by the year of a milestone; deaths by injury that reach the number of injured of the same year; a
better value about ten times (5 to 20) off all others of its row or sentence, the base included, of which one is of the programme's size
(`18 | 17 | 1,6`: the decimal place).
Left alone: other values that are better, however far (some localities are that good), values for a year before the first milestone, values on the
way from a base that the plan names and that is worse still, changes, near matches, values for a group, zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from db.comparison.stances import PENDING
from db.findings import held
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import asked_vi, said_vi, value_en, value_vi, year_vi

_FACTOR = 3
_TENFOLD = (5, 20)
_ALIKE = 2


def is_suspect(row: Row) -> bool:
    """Whether a compared value is more than three times worse than the programme's, and nothing tells that it is meant so."""
    if _ratio(row) <= _FACTOR or row["stance"] == PENDING or held.is_of_a_part(row):
        return False
    return _is_worse(row["value"], row["asked_value"], row) and not _on_the_way(row)


def _is_worse(one: float, other: float, row: Row) -> bool:
    return one > other if row["direction"] == "less" else one < other


def _ratio(row: Row) -> float:
    """How many times the larger of both values is the smaller one; 1 where there is nothing to hold against."""
    value, asked = row["value"], row["asked_value"]
    if not value or not asked or row["said_change"] != row["measure_change"] or row["match"] == "near":
        return 1.0
    if row["unit"] == "count" or row["stance"] == "incomparable":
        return 1.0
    return _times(value, asked)


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each value out of proportion."""
    for row in plan.comparisons:
        if is_suspect(row):
            yield _against_programme(row)
        elif (other := _tenfold_off(plan, row)) is not None:
            yield _against_row(row, other)
    yield from _against_sister(plan)


def _on_the_way(row: Row) -> bool:
    """Whether the plan says where it starts, the start is worse than the value, and the value is of its size."""
    base, value = row["baseline_value"], row["said_value"]
    if not base or not value or not _is_worse(base, value, row):
        return False
    return _times(base, value) <= 2 * _FACTOR


def _tenfold_off(plan: Facts, row: Row) -> float | None:
    """A value of the programme's size in the row or sentence of a better one, from all of which that is about ten times off; else `None`."""
    if _ratio(row) <= _FACTOR or _is_worse(row["value"], row["asked_value"], row) or row["conversion"] is not None:
        return None
    others = [
        other["said_value"]
        for other in plan.comparisons
        if other["quote"] == row["quote"] and other["target"] != row["target"] and _of_one_series(other, row)
    ]
    others = [other for other in (row["baseline_value"], *others) if other]
    if not all(_TENFOLD[0] <= _times(row["said_value"], other) <= _TENFOLD[1] for other in others):
        return None
    return next((other for other in others if _times(other, row["asked_value"]) <= _ALIKE), None)


def _of_one_series(one: Row, other: Row) -> bool:
    """Whether two values are of one measure, group and unit, for other years."""
    return all(one[name] == other[name] for name in ("programme", "measure", "subgroup", "said_unit", "said_per"))


def _times(one: float, other: float) -> float:
    return max(one / other, other / one)


def _against_row(row: Row, other: float) -> Finding:
    written = value_vi(other, unit=row["said_unit"], per=row["said_per"])
    return Finding(
        **evidence(row | {"id": row["target"]}),
        subject=f"{row['measure']} {row['year'] or ''}".strip(),
        found=value_en(row["said_value"], unit=row["said_unit"], per=row["said_per"], year=row["year"]),
        expected=f"of the size of {value_en(other, unit=row['said_unit'], per=row['said_per'])} beside it",
        message_vi=(
            f"{row['short_vi']}: {said_vi(row)}{year_vi(row['year'])} chênh khoảng 10 lần so với {written} cùng dòng, "
            "có thể viết nhầm dấu thập phân."
        ),
        message_en=f"{row['name_en']}: about ten times off the other values of its row; probably a misplaced decimal mark.",
        suggestion_vi="Kiểm tra lại số liệu.",
        programme=row["programme"],
    )


def _against_programme(row: Row) -> Finding:
    times = f"{_ratio(row):.1f}".replace(".", ",")
    return Finding(
        **evidence(row | {"id": row["target"]}),
        subject=f"{row['measure']} {row['year'] or ''}".strip(),
        found=value_en(row["value"], unit=row["unit"], per=row["per"], year=row["year"]),
        expected=value_en(row["asked_value"], unit=row["unit"], per=row["per"], year=row["asked_year"]),
        message_vi=(
            f"{row['short_vi']}: {said_vi(row)}{year_vi(row['year'])} chênh {times} lần so với mức {asked_vi(row)} của "
            f"{row['decision_vi']}, có thể viết nhầm số hoặc mẫu số."
        ),
        message_en=f"{row['name_en']}: {_ratio(row):.1f} times off the value of {row['decision_en']}; probably a misprint.",
        suggestion_vi="Kiểm tra lại số liệu và mẫu số.",
        basis_vi=f"{row['decision_vi']}, chỉ tiêu {row['measure']}",
        programme=row["programme"],
    )


def _against_sister(plan: Facts) -> Iterator[Finding]:
    by_year: dict[tuple[str, str, int | None], list[Row]] = defaultdict(list)
    for row in plan.comparisons:
        if row["value"] is not None and row["stance"] not in ("near", "incomparable"):
            by_year[row["programme"], row["measure"], row["year"]].append(row)
    for (programme, measure, year), found in by_year.items():
        whole = by_year.get((programme, found[0]["below"] or "", year), [])
        if whole and found[0]["value"] >= whole[0]["value"]:
            part, other = found[0], whole[0]
            yield Finding(
                **evidence(part | {"id": part["target"]}),
                subject=f"{measure} {year or ''} sister".strip(),
                found=value_en(part["value"], unit=part["unit"], per=part["per"], year=year),
                expected=f"below {value_en(other['value'], unit=other['unit'], per=other['per'], year=year)}",
                message_vi=(
                    f"{part['short_vi']} ({said_vi(part)}) không nhỏ hơn {other['short_vi'].lower()} ({said_vi(other)}){year_vi(year)}."
                ),
                message_en=f"{part['name_en']} is not below {other['name_en']} of the same year.",
                suggestion_vi="Kiểm tra lại số liệu và mẫu số.",
                against_quote=other["quote"],
                programme=programme,
            )


RULE = Rule(
    code="magnitude-suspect",
    severity="warning",
    name_vi="giá trị chênh lệch bất thường",
    name_en="value out of proportion",
    findings_in=findings_in,
)
