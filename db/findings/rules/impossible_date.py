"""A date that is in no calendar: `31/9/2022`, `ngày 29 tháng 02 năm 2023`, `tháng 13`.

Found wherever a date is read, in the head, in a citation and in a deadline. The record holds what of the date exists (`2022-09`), a
deadline holds none. Left alone: a date that exists and is wrong otherwise (`citation-date`, `deadline-before-issue`).
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule

# The extraction's warning that a date does not exist.
CODE = "date-does-not-exist"


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each impossible date."""
    for row in plan.warnings:
        if row["code"] != CODE or row["quote_start"] is None:
            continue
        begin, stop = plan.sentence(row["quote_start"], row["quote_end"])
        yield Finding(
            subject=row["quote"],
            quote=plan.text[begin:stop],
            quote_start=begin,
            quote_end=stop,
            found=row["quote"],
            expected="a date that exists",
            message_vi=f"Ngày «{row['quote']}» không có trong lịch.",
            message_en=f"There is no such date as “{row['quote']}”.",
            suggestion_vi="Đối chiếu ngày, tháng với bản gốc hoặc văn bản được viện dẫn.",
        )


RULE = Rule(
    code="impossible-date",
    severity="error",
    name_vi="ngày không có trong lịch",
    name_en="a date that does not exist",
    findings_in=findings_in,
)
