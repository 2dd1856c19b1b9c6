"""Two plans of one unit in force together say different values for one measure and year.

Found on the younger of both. Left alone: versions of one plan, near matches, changes, and a yearly plan's value for its own year
beside another year's.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi, said_vi, value_en, value_in_words, year_vi


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each value that another plan of the unit contradicts."""
    mine = (plan.document["issued_on"] or "", plan.document["id"])
    older = [row for row in plan.same_unit if (row["issued_on"] or "", row["id"]) < mine]
    own = _said([*plan.comparisons, *plan.beside()], plan, plan.id) if older else {}
    for other in older:
        compared = plan.query(
            "SELECT c.*, t.quote FROM comparisons c JOIN targets t ON t.id = c.target WHERE c.document = ?", other["id"]
        )
        values = _said([*compared, *plan.beside(other["id"])], plan, other["id"])
        seen = set()  # a target that measures the same in several programmes says it once
        for place, row in own.items():
            known = values.get(place)
            if known is None or row["target"] in seen:
                continue
            seen.add(row["target"])
            if abs(row["value"] - known["value"]) > 1e-9:
                yield _finding(row, known, other)


def _said(found: list[Row], plan: Facts, document: str) -> dict[tuple[object, ...], Row]:
    """The values of a plan by programme, measure, year and group, whether or not it carries the programme out; none of near matches."""
    near = {
        (row["target"], row["programme"])
        for row in plan.query(
            "SELECT target, programme FROM alignments WHERE document = ? AND \"match\" = 'near'", document
        )
    }
    out: dict[tuple[object, ...], Row] = {}
    for row in found:
        if (
            row["value"] is not None
            and row["stance"] != "incomparable"
            and (row["target"], row["programme"]) not in near
        ):
            out.setdefault((row["programme"], row["measure"], row["year"], row["subgroup"]), row)
    return out


def _finding(row: Row, known: Row, other: Row) -> Finding:
    said = value_in_words(
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
