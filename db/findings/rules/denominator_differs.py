"""Denominators that differ: a rate in every 4.000 or 10.000 where the programme counts in every 100.000, or two totals for one kind of unit.

Found: `3/4.000`, whose converted value is shown; `14/16 xã` in one place and `12/15 xã` in another. Left alone: totals of groups that
differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import regex

from db.comparison.stances import number, unit_words
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import said_vi, value_en, value_vi, year_vi
from patterns import places


def findings_in(plan: Facts) -> Iterator[Finding]:
    """Findings of both kinds."""
    yield from _rates(plan)
    yield from _totals(plan)


def _rates(plan: Facts) -> Iterator[Finding]:
    """A finding for each rate whose denominator is not the programme's; the converted value stands beside it."""
    for row in plan.comparisons:
        if row["said_unit"] != "per" or row["unit"] != "per" or row["conversion"] is None:
            continue
        converted = value_vi(row["value"], comparator=row["comparator"], unit=row["unit"], per=row["per"])
        yield Finding(
            **evidence(row | {"id": row["target"]}),
            subject=f"{row['measure']} {row['year'] or ''}".strip(),
            found=value_en(row["said_value"], unit="per", per=row["said_per"], year=row["year"]),
            expected=f"a rate per {row['per']} ({value_en(row['value'], unit='per', per=row['per'])})",
            message_vi=(
                f"{row['short_vi']}{year_vi(row['year'])}: tính trên {number(float(row['said_per']))} trong khi "
                f"{row['decision_vi']} tính trên {number(float(row['per']))}; {said_vi(row)} tương đương {converted}."
            ),
            message_en=f"{row['name_en']}: counted per {row['said_per']}, {row['decision_en']} counts per {row['per']}.",
            suggestion_vi=f"Quy đổi thống nhất theo mẫu số{unit_words('per', row['per'])}: {converted}.",
            basis_vi=f"{row['decision_vi']}, chỉ tiêu {row['measure']}",
            programme=row["programme"],
        )


def _totals(plan: Facts) -> Iterator[Finding]:
    """A finding for each kind of unit that the plan has two numbers of."""
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in plan.targets:
        kind = _kind(row)
        if row["total"] and row["unit"] == "count" and kind:
            by_kind[kind].append(row)
    for kind, found in by_kind.items():
        for group in {row["subgroup"] for row in found}:
            yield from _odd_totals(plan, kind, [row for row in found if row["subgroup"] == group])


def _odd_totals(plan: Facts, kind: str, found: list[Row]) -> Iterator[Finding]:
    """A finding for each total that is not the one said most often, at its first place; the plan's prose counts too (`có 17 huyện`)."""
    said = Counter(row["total"] for row in found)
    for total in said:
        said[total] += len(regex.findall(rf"(?<![\d/]){total:g}\s{kind}\b", plan.text, regex.IGNORECASE))
    usual = said.most_common(1)[0][0]
    first = next(row for row in found if row["total"] == usual)
    seen = {usual}
    for row in found:
        if row["total"] in seen:
            continue
        seen.add(row["total"])
        yield Finding(
            **evidence(row),
            subject=f"total {kind}",
            found=f"{row['total']:g} {kind}",
            expected=f"{usual:g} {kind}",
            message_vi=f"Tổng số {kind} không thống nhất: {number(row['total'])} ở đây, {number(usual)} ở chỗ khác.",
            message_en=f"Two totals for one kind of unit: {row['total']:g} here, {usual:g} elsewhere.",
            suggestion_vi=f"Thống nhất tổng số {kind}.",
            against_quote=first["quote"],
        )


def _kind(row: Row) -> str | None:
    """What kind of unit the total counts, as far as one word says it."""
    match = places.KIND_OF_UNIT.search(str(row["counted"] or ""))
    return match.group().lower() if match else None


RULE = Rule(
    code="denominator-differs",
    severity="warning",
    name_vi="mẫu số hoặc tổng số không thống nhất",
    name_en="denominators or totals differ",
    findings_in=findings_in,
)
