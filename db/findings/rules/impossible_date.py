"""A date that is in no calendar: `31/9/2022`, `ngày 29 tháng 02 năm 2023`, `tháng 13`.

Found wherever a date is read, in the head, in a citation and in a deadline, and where words call one a day or month (`ngày 31/11 hằng năm`). The
record holds what of the date exists (`2022-09`), a deadline holds none. Left alone: a date that exists and is wrong otherwise (`citation-date`,
`deadline-before-issue`).
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule
from patterns import dates

# The extraction's warning that a date does not exist.
CODE = "date-does-not-exist"


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each impossible date."""
    warned = [row for row in plan.warnings if row["code"] == CODE and row["quote_start"] is not None]
    spans = [(row["quote_start"], row["quote_end"]) for row in warned]
    for match in dates.NAMED.finditer(plan.text):
        known = any(start < match.end() and match.start() < end for start, end in spans)
        if not known and not dates.is_in_calendar(match):
            spans.append(match.span())
    for start, end in sorted(spans):
        yield _finding(plan, start, end)


def _finding(plan: Facts, start: int, end: int) -> Finding:
    begin, stop = plan.sentence(start, end)
    words = plan.text[start:end]
    return Finding(
        subject=words,
        quote=plan.text[begin:stop],
        quote_start=begin,
        quote_end=stop,
        found=words,
        expected="a date that exists",
        message_vi=f"Ngày «{words}» không có trong lịch.",
        message_en=f"There is no such date as “{words}”.",
        suggestion_vi="Đối chiếu ngày, tháng với bản gốc hoặc văn bản được viện dẫn.",
    )


RULE = Rule(
    code="impossible-date",
    severity="error",
    name_vi="ngày không có trong lịch",
    name_en="a date that does not exist",
    findings_in=findings_in,
)
