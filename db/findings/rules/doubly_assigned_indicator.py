"""An indicator that is given to two agencies, none of which only coordinates.

Left alone: pairs of which one is the programme's own for that indicator (the agency for child protection beside the Youth Union on participation),
unless both are told to lead it (`chủ trì`, `chịu trách nhiệm`) and it is not the programme's for both; agencies that help with it in the clause
that names it (`chủ trì thực hiện chỉ tiêu 24; phối hợp … thực hiện chỉ tiêu 15`: they lead the first alone); agencies under one heading, committees
below (`UBND các xã`), which carry all indicators out, and a duty on all indicators, which is to watch over them;
items of an indicator (`chỉ tiêu 3.7`), which agencies share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.links.agency_mentions import agency_name
from patterns import agency_names, duties


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for the later of both agencies."""
    laid: dict[int, list[Row]] = defaultdict(list)
    numbers = {row["indicator_no"] for row in plan.targets} - {None}
    for duty in plan.assignments:
        if (
            duty["role"] != "coordinate"
            and duty["agencies"]
            and not (len(numbers) > 1 and numbers <= set(duty["indicators"]))
            and not any(map(agency_names.BODIES_BELOW.match, duty["agencies"]))
        ):
            low = duty["quote"].lower()
            for number in set(duty["indicators"]) - duties.helped_with(low) - duties.named_in_part(low):
                laid[number].append(duty)
    for number, found in sorted(laid.items()):
        distinct = {tuple(duty["agencies"]): duty for duty in reversed(found)}
        if len({_bodies(plan, names) for names in distinct}) < 2:
            continue
        leading = [names for names, duty in distinct.items() if duty["role"] == "lead" or _answers_for(duty, number)]
        own = {names for names in distinct for meant in _meant(plan, number) if _is_own(plan, names, meant)}
        if len(own) > 1 or (own and len(leading) < 2):
            continue
        duty = max(distinct.values(), key=lambda duty: int(duty["position"]))
        names = [" và ".join(names) for names in sorted(distinct, key=lambda names: int(distinct[names]["position"]))]
        other = next(one for one in distinct.values() if one is not duty)
        yield Finding(
            **evidence(duty),
            subject=f"indicator {number}",
            found="; ".join(names),
            expected="one agency in charge",
            message_vi=f"Chỉ tiêu {number} được giao cho nhiều cơ quan: {'; '.join(names)}.",
            message_en=f"Indicator {number} is given to several agencies.",
            suggestion_vi=f"Xác định một cơ quan chủ trì chỉ tiêu {number}, các cơ quan khác phối hợp.",
            against_quote=other["quote"],
        )


def _answers_for(duty: Row, number: int) -> bool:
    """Whether a duty makes its agency answer for the indicator (`chịu trách nhiệm thực hiện chỉ tiêu 4`)."""
    low = duty["quote"].lower()
    return any(number in duties.indicators(low, *match.span()) for match in duties.ANSWERS_FOR.finditer(low))


def _bodies(plan: Facts, names: tuple[str, ...]) -> frozenset[str]:
    """Agencies under the one name that each has, however it is written."""
    return frozenset(agency_name(name, plan.document["level"]) for name in names)


def _meant(plan: Facts, number: int) -> set[int]:
    """The programme's indicators behind a number of the plan: by what its targets measure, else the number itself."""
    numbered = {row["indicator_no"] for row in plan.targets if row["indicator_no"] is not None}
    return {row["indicator"] for row in plan.comparisons if row["indicator_no"] == number} if numbered else {number}


def _is_own(plan: Facts, names: tuple[str, ...], number: int) -> bool:
    """Whether a programme that the plan carries out gives the indicator to these agencies itself."""
    for programme in plan.yardsticks:
        indicator = programme.indicator(number)
        if indicator and any(function in name.lower() for function in indicator.lead for name in names):
            return True
    return False


RULE = Rule(
    code="doubly-assigned-indicator",
    severity="warning",
    name_vi="chỉ tiêu giao cho nhiều cơ quan",
    name_en="indicator given to several agencies",
    findings_in=findings_in,
)
