"""A plan takes up the programme's measures and never cites the programme in its opening.

Found: at least eight of its measures are taken up, and neither the grounds nor the opening name it. Left alone: yearly plans
and plans on one theme. Where the plan that it carries out cites the programme, or its opening names it without its number, it is only
a notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule
from db.findings.wording import date_vi
from patterns.fold import fold

_SUBSTANCE = 8


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each programme carried out and not cited."""
    if plan.document["plan_kind"] != "multi_year":
        return
    for programme in plan.programmes:
        taken = {row["measure"] for row in plan.comparisons if row["programme"] == programme["id"]}
        if len(taken) < _SUBSTANCE:
            continue
        number = str(programme["number"])
        cited = [row for row in plan.legal_refs if (row["number"] or "").casefold() == number.casefold()]
        if any(row["role"] in ("implements", "basis") for row in cited):
            continue
        name = f"Quyết định số {number} ngày {date_vi(programme['issued_on'])} của {programme['issuer']}"
        yield Finding(
            subject=number,
            severity="notice" if programme["id"] in plan.carried_out or _is_named(plan, programme) else None,
            found=f"{len(taken)} measures taken up, cited {'only in passing' if cited else 'nowhere'}",
            expected=f"{number} among the grounds",
            message_vi=f"Văn bản cụ thể hóa {len(taken)} chỉ tiêu của Chương trình nhưng phần mở đầu không viện dẫn {name}.",
            message_en=f"Takes up {len(taken)} measures of {number} and does not cite it in its opening.",
            suggestion_vi=f"Bổ sung căn cứ: {name}.",
            basis_vi=name,
        )


def _is_named(plan: Facts, programme: Row) -> bool:
    """Whether the words before the first section name the programme (`Chương trình hành động quốc gia vì trẻ em`)."""
    opening = plan.text[: plan.sections[0]["text_start"]] if plan.sections else plan.text
    name = fold(str(programme["title_vi"])).split(" giai doan ")[0]
    return name in fold(opening)


RULE = Rule(
    code="basis-missing",
    severity="warning",
    name_vi="không viện dẫn Chương trình làm căn cứ",
    name_en="the programme is not cited",
    findings_in=findings_in,
)
