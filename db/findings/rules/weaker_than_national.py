"""A value below what a programme that the plan carries out asks by that year.

Found: the stance of the comparison is `weaker`. Left alone: near matches, changes held against levels, values for years
before the first milestone (those are `below-milestone`), values that cannot be converted, values for a group where the programme
asks for all, steps between two milestones where the plan's own later value is no weaker than the programme's, plans older than the programme.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.comparison.stances import WEAKER
from db.findings import held
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.rules.magnitude_suspect import is_suspect
from db.findings.wording import asked_vi, off_vi, said_vi, value_en, year_vi


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each value and programme."""
    for row in plan.comparisons:
        weaker = row["stance"] == WEAKER and row["asked_value"] is not None
        if weaker and not held.is_of_a_part(row) and not held.is_overtaken(plan, row):
            yield _finding(row)


def _finding(row: Row) -> Finding:
    doubt_vi = " Giá trị chênh quá lớn, có thể viết nhầm." if is_suspect(row) else ""
    doubt_en = " The gap is so large that it may be a misprint." if is_suspect(row) else ""
    converted = f" (quy đổi: {row['conversion']})" if row["conversion"] else ""
    parent_vi, parent_en = _parent(row)
    year = row["year"]
    return Finding(
        **evidence(row | {"id": row["target"]}),
        subject=f"{row['measure']} {year or ''}".strip(),
        found=value_en(row["value"], high=row["value_high"], unit=row["unit"], per=row["per"], year=year),
        expected=value_en(
            row["asked_value"], high=row["asked_value_high"], unit=row["unit"], per=row["per"], year=row["asked_year"]
        ),
        message_vi=(
            f"{row['short_vi']}: mức phấn đấu{year_vi(year)} là {said_vi(row)}{converted}, chưa bảo đảm mức {asked_vi(row)} "
            f"của {row['decision_vi']} ({off_vi(row['difference'], unit=row['unit'], per=row['per'])}).{parent_vi}{doubt_vi}"
        ),
        message_en=(
            f"{row['name_en']}: the plan's value is weaker than what {row['decision_en']} asks.{parent_en}{doubt_en}"
        ),
        suggestion_vi=f"Điều chỉnh mức phấn đấu{year_vi(year)} thành {asked_vi(row)}, hoặc giải trình lý do.",
        basis_vi=f"{row['decision_vi']}, chỉ tiêu {row['measure']}",
        programme=row["programme"],
    )


def _parent(row: Row) -> tuple[str, str]:
    """Whether the plan carried out explains it: it is as weak itself."""
    if row["parent_value"] is None or row["parent_stance"] not in ("equal", "stricter"):
        return "", ""
    return (
        " Kế hoạch làm căn cứ cũng đã đặt mức chưa bảo đảm.",
        " The plan that it carries out sets a weak value already.",
    )


RULE = Rule(
    code="weaker-than-national",
    severity="warning",
    name_vi="chưa bảo đảm mức của chương trình",
    name_en="weaker than the programme",
    findings_in=findings_in,
)
