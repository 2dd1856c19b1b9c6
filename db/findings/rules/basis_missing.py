"""A plan takes up a programme's measures and never cites the programme in its opening.

Found: at least eight of its measures are taken up, the programme was in force, and neither the grounds nor the opening cite it.
Left alone: yearly plans and plans on one theme, programmes that supplement another. Where the plan that it carries out cites the
programme, or its title or opening names it without its number, it is only a notice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule
from db.schema.iso_dates import date_vi

_SUBSTANCE = 8


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each programme carried out and not cited."""
    if plan.document["plan_kind"] != "multi_year":
        return
    for programme in plan.programmes:
        if plan.supplements(programme["id"]):
            continue
        taken = {row["measure"] for row in plan.measured if row["programme"] == programme["id"]}
        if len(taken) < _SUBSTANCE or not _in_force(plan, programme):
            continue
        number = str(programme["number"])
        cited = [
            row
            for row in plan.legal_refs
            if (row["number"] or "").casefold() == number.casefold()
            and str(row["issued_on"] or "")[:4] in ("", programme["issued_on"][:4])
        ]
        if any(row["role"] in ("implements", "basis") or not row["section"] for row in cited):
            continue
        name = f"{programme['decision_vi']} ngày {date_vi(programme['issued_on'])} của {programme['issuer']}"
        yield Finding(
            subject=number,
            severity="notice" if programme["id"] in plan.carried_out else None,
            found=f"{len(taken)} measures taken up, cited {'only in passing' if cited else 'nowhere'}",
            expected=f"{number} among the grounds",
            message_vi=(
                f"Văn bản cụ thể hóa {_counted(plan, programme['id'], taken)} của {programme['kind_vi']} "
                f"nhưng phần mở đầu không viện dẫn {name}."
            ),
            message_en=(
                f"Takes up {len(taken)} measures of the {programme['kind_en']} of {programme['decision_en']} "
                "and does not cite it in its opening."
            ),
            suggestion_vi=f"Bổ sung căn cứ: {name}.",
            basis_vi=name,
            programme=programme["id"],
        )


def _counted(plan: Facts, programme: str, taken: Collection[str]) -> str:
    """How many of a programme's indicators are taken up; of one whose indicators have parts, how many parts of how many."""
    known = plan.programme(programme)
    indicators = {measure.indicator for measure in known.measures if measure.code in taken}
    if len(known.measures) == len(known.indicators):
        return f"{len(taken)} chỉ tiêu"
    return f"{len(taken)} chỉ tiêu thành phần thuộc {len(indicators)} chỉ tiêu"


def _in_force(plan: Facts, programme: Row) -> bool:
    """Whether the programme had been issued and was not over when the plan was issued, as precisely as that is known."""
    day = plan.date
    return day is None or (programme["issued_on"][: len(day)] <= day and int(day[:4]) <= programme["period_end"])


RULE = Rule(
    code="basis-missing",
    severity="warning",
    name_vi="không viện dẫn chương trình làm căn cứ",
    name_en="the programme is not cited",
    findings_in=findings_in,
)
