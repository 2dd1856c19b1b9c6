"""A target that is worse than what the locality had reached when the plan was issued.

What was reached by then is what a report, a table or a workbook of results says of a year up to that of issue. Left alone: results of later
years (the plan is ahead of itself), estimates, changes, near matches, ceilings as the programme sets them (`dưới 2%`), and measures known
from surveys alone below the province.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule
from db.findings.wording import value_en, value_in_words, value_vi


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each target that was surpassed before it was set."""
    issued = int((plan.date or "0")[:4])
    kept = {
        row["target"]
        for row in plan.comparisons
        if row["comparator"] in ("<", "<=") and row["value"] == row["asked_value"]
    }
    for row in plan.reached:
        if row["target"] in kept:  # `dưới 2%`, the ceiling of the programme itself: what is below it stays below
            continue
        if row["verdict"] != "not-due" or row["reason"] is not None or row["target"] is None or row["estimated"]:
            continue
        if row["year"] > issued or not row["difference"] or row["direction"] is None:
            continue
        if (row["difference"] > 0) != (row["direction"] == "more"):
            continue
        reached = value_vi(row["value"], unit=row["unit"], per=row["per"])
        asked = value_in_words(
            row["asked_value"],
            high=row["asked_high"],
            comparator=row["asked_comparator"],
            unit=row["unit"],
            per=row["per"],
        )
        yield Finding(
            quote=row["target_quote"],
            quote_start=row["target_start"],
            quote_end=row["target_end"],
            section=row["target_section"],
            page=row["target_page"],
            record=row["target"],
            subject=f"{row['measure'] or row['subject']} {row['asked_year'] or ''} {row['year']}".strip(),
            found=value_en(row["asked_value"], unit=row["unit"], per=row["per"], year=row["asked_year"]),
            expected=f"not worse than {value_en(row['value'], unit=row['unit'], per=row['per'])} reached in {row['year']}",
            message_vi=f"{row['name']}: mức phấn đấu {asked} đến năm {row['asked_year']} kém hơn kết quả đã đạt {reached} năm {row['year']}.",
            message_en="A target that is worse than what was reached already.",
            suggestion_vi="Nâng mức phấn đấu, hoặc giải trình; kiểm tra lại số liệu đã báo cáo.",
            programme=row["programme"],
            against=row["result_document"],
            against_quote=row["quote"],
        )


RULE = Rule(
    code="target-below-reached",
    severity="warning",
    name_vi="mức phấn đấu kém hơn kết quả đã đạt",
    name_en="worse than what was reached already",
    findings_in=findings_in,
)
