"""A target starts from another value than the locality has reported for that year.

Both must be of one measure, group, year and unit, and differ by more than rounding. Left alone: estimates, near matches, values of the plan's own
tables, and years for which two reports disagree with each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import value_en, value_vi
from patterns.reached import rounds


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each target whose baseline no report has."""
    for _, rows in groupby(plan.reported_baselines, key=lambda row: (row["id"], row["programme"])):
        found = list(rows)
        if len({row["reported"] for row in found}) == 1 and not _same(found[0]):
            yield _finding(found[0])


def _same(row: Row) -> bool:
    said, reported = row["baseline_value"], row["reported"]
    return rounds(reported, said) or rounds(said, reported)


def _finding(row: Row) -> Finding:
    said, reported = (value_vi(row[name], unit=row["unit"], per=row["per"]) for name in ("baseline_value", "reported"))
    year = row["baseline_year"]
    return Finding(
        **evidence(row),
        subject=f"{row['measure']} {year}",
        found=value_en(row["baseline_value"], unit=row["unit"], per=row["per"]),
        expected=value_en(row["reported"], unit=row["unit"], per=row["per"]),
        message_vi=f"{row['short_vi']}: kế hoạch lấy mức xuất phát {said} năm {year}, số đã báo cáo là {reported}.",
        message_en="The baseline differs from what was reported for the year.",
        suggestion_vi="Thống nhất với số liệu đã báo cáo.",
        programme=row["programme"],
        against=row["result_document"],
        against_quote=row["result_quote"],
    )


RULE = Rule(
    code="baseline-differs",
    severity="warning",
    name_vi="mức xuất phát khác số đã báo cáo",
    name_en="baseline differs from the report",
    findings_in=findings_in,
)
