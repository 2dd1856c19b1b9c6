"""Two plans of one unit in force together say different values for one measure and year.

Found on the younger of both. Left alone: versions of one plan, near matches, changes, and a yearly plan's value for its own year
beside another year's.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi, said_vi, value_en, value_vi, year_vi


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each value that another plan of the unit contradicts."""
    mine = (plan.document["issued_on"] or "", plan.document["id"])
    older = [row for row in plan.same_unit if (row["issued_on"] or "", row["id"]) < mine]
    for other in older:
        values = {
            (row["programme"], row["measure"], row["year"], row["subgroup"]): row
            for row in plan.query(
                "SELECT c.*, t.quote FROM comparisons c JOIN targets t ON t.id = c.target "
                "WHERE c.document = ? AND c.value IS NOT NULL AND c.stance NOT IN ('near', 'incomparable')",
                other["id"],
            )
        }
        seen = set()
        for row in plan.comparisons:
            place = (row["programme"], row["measure"], row["year"], row["subgroup"])
            known = values.get(place)
            if known is None or row["value"] is None or row["stance"] in ("near", "incomparable") or place in seen:
                continue
            seen.add(place)
            if abs(row["value"] - known["value"]) > 1e-9:
                yield _finding(row, known, other)


def _finding(row: Row, known: Row, other: Row) -> Finding:
    said = value_vi(
        known["value"], high=known["value_high"], comparator=known["comparator"], unit=known["unit"], per=known["per"]
    )
    return Finding(
        **evidence(row | {"id": row["target"]}),
        subject=f"{row['measure']} {row['year'] or ''} {other['slug']}".strip(),
        found=value_en(row["value"], high=row["value_high"], unit=row["unit"], per=row["per"], year=row["year"]),
        expected=value_en(
            known["value"], high=known["value_high"], unit=known["unit"], per=known["per"], year=known["year"]
        ),
        message_vi=(
            f"{row['short_vi']}{year_vi(row['year'])}: {said_vi(row)} ở đây, {said} trong {document_vi(other)} của cùng đơn vị."
        ),
        message_en=f"{row['name_en']}: another plan of the unit ({other['slug']}) sets another value for the year.",
        suggestion_vi="Thống nhất mức phấn đấu giữa hai văn bản.",
        basis_vi=document_vi(other),
        against=other["id"],
        against_quote=known["quote"],
    )


RULE = Rule(
    code="same-unit-conflict",
    severity="warning",
    name_vi="khác với kế hoạch khác của cùng đơn vị",
    name_en="another plan of the unit says otherwise",
    findings_in=findings_in,
)
