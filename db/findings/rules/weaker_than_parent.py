"""A value below what the plan that it carries out asks by that year.

Found: the stance against the parent's value is `weaker`. Left alone: near matches, changes, years before the parent's first,
values for a group where the parent asks for all.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.comparison.stances import WEAKER
from db.findings import held
from db.findings.facts import Facts
from db.findings.rule import Finding, Rule, evidence
from db.findings.wording import document_vi, said_vi, value_en, value_in_words, year_vi


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each value, whichever programmes it belongs to, carried out or not."""
    seen = set()
    for row in [*plan.comparisons, *(plan.beside() if plan.parents else [])]:
        if row["parent_stance"] != WEAKER or row["target"] in seen or held.is_of_a_part(row, by="parent"):
            continue
        seen.add(row["target"])
        asked = value_in_words(
            row["parent_value"], comparator=row["parent_comparator"], unit=row["unit"], per=row["per"]
        )
        parent = document_vi({"doc_type": row["parent_type"], "number": row["parent_number"]})
        yield Finding(
            **evidence(row | {"id": row["target"]}),
            subject=f"{row['measure']} {row['year'] or ''}".strip(),
            found=value_en(row["value"], high=row["value_high"], unit=row["unit"], per=row["per"], year=row["year"]),
            expected=value_en(row["parent_value"], unit=row["unit"], per=row["per"], year=row["parent_year"]),
            message_vi=(
                f"{row['short_vi']}: mức phấn đấu{year_vi(row['year'])} là {said_vi(row)}, chưa bảo đảm mức {asked} "
                f"của {parent} mà văn bản này thực hiện."
            ),
            message_en=f"{row['name_en']}: weaker than the value of the plan that it carries out ({row['parent_slug']}).",
            suggestion_vi=f"Điều chỉnh mức phấn đấu{year_vi(row['year'])} thành {asked}, hoặc giải trình lý do.",
            basis_vi=parent,
            against=row["parent"],
            against_quote=row["parent_quote"],
        )


RULE = Rule(
    code="weaker-than-parent",
    severity="warning",
    name_vi="chưa bảo đảm mức của kế hoạch làm căn cứ",
    name_en="weaker than the plan it carries out",
    findings_in=findings_in,
)
