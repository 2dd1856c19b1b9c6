"""A plan of several years that carries out the programme leaves measures of it out.

Found: the measures meant for the plan's level that no target takes up, as one finding with their list. Left alone: yearly plans, plans on
one theme (those that take up less than half of the programme and are not called after it), plans of departments, which carry out their part,
measures not meant for the level, measures all of whose values fall due after the plan's years, measures of whose subject some target speaks that is
not understood (`8/11 thôn có điểm vui chơi`), and plans of which a good part of the targets is not understood: what seems to be left out may be among
them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.programme.citing import is_named
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule
from patterns import subjects

# A plan that takes up at least this share of a programme's measures means to carry out the whole.
_WHOLE = 0.5
# At least this share of what a plan aims at must be known to be of a programme, before anything is called left out.
_UNDERSTOOD = 0.7
# Where a plan says what it aims at; figures of its tasks are its own affair.
_AIMS = ("objectives", "annex")


def whole_programmes(plan: Facts) -> list[str]:
    """The programmes that a plan of several years takes up as a whole."""
    if plan.document["plan_kind"] != "multi_year" or plan.document["issuer_kind"] == "department":
        return []
    title = str(plan.document["title"] or "")
    out = []
    for programme in plan.yardsticks:
        taken = {row["measure"] for row in plan.comparisons if row["programme"] == programme.id}
        left = _left_out(plan, programme.id)
        # A plan that is called after it means the whole of the programme, however little it takes up.
        if taken and (is_named(title, programme) or len(taken) / (len(taken) + len(left)) >= _WHOLE):
            out.append(programme.id)
    return out


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each programme of which measures are left out."""
    for programme in whole_programmes(plan):
        left = _left_out(plan, programme)
        if left and _is_understood(plan):
            yield _finding(left)


def _left_out(plan: Facts, programme: str) -> list[Row]:
    """The measures of a programme that the plan owes and does not speak of."""
    spoken_of = _spoken_of(plan, programme)
    owed = [row for row in plan.absent if row["programme"] == programme and _falls_due(plan, row)]
    return [row for row in owed if row["measure"] not in spoken_of]


def _falls_due(plan: Facts, row: Row) -> bool:
    """Whether the programme asks for some value of a measure by the end of the plan, or by a later year that the plan sets values for.

    What is asked of several years in a row counts where they begin before the plan's last one.
    """
    end, later = plan.document["period_end"] or 9999, years_beyond(plan, row["programme"])
    return any(
        one["year"] is None or one["year"] <= end or (one["year_from"] or end) < end or one["year"] in later
        for one in plan.milestones_of(row["programme"], row["measure"])
    )


def _spoken_of(plan: Facts, programme: str) -> set[str]:
    """The measures one of whose keys stands in a sentence with a target of which it is not known what it measures."""
    meant = {row["target"] for row in plan.measured if row["programme"] == programme}
    sentences = {_words_about(plan, row).lower() for row in plan.targets if row["id"] not in meant}
    return {
        measure.code
        for yardstick in plan.yardsticks
        if yardstick.id == programme
        for measure in yardstick.measures
        if any(key in words for key in measure.key for words in sentences)
    }


def _words_about(plan: Facts, row: Row) -> str:
    """The sentence of a target, and where it has no subject of its own (`…; được chăm sóc: 95%`) what stands before it in its paragraph."""
    start, end = plan.sentence(row["quote_start"], row["quote_end"])
    if subjects.HAS_PREDICATE.match(plan.text, start) is not None:
        start = plan.text.rfind("\n", 0, start) + 1
    return plan.text[start:end]


def years_beyond(plan: Facts, programme: str) -> set[int]:
    """Years outside the period for which the plan sets values for half of its measures or more (`tầm nhìn đến năm 2030`)."""
    mine = [row for row in plan.comparisons if row["programme"] == programme]
    measures = {row["measure"] for row in mine}
    by_year: dict[int, set[str]] = defaultdict(set)
    for row in mine:
        if row["year"] and row["year_basis"] == "stated":
            by_year[row["year"]].add(row["measure"])
    return {year for year, found in by_year.items() if 2 * len(found) >= len(measures)}


def _is_understood(plan: Facts) -> bool:
    """Whether nearly all of the values that the plan aims at are known to be of some programme; a row with its parts counts once."""
    meant = {row["target"] for row in plan.measured}
    rows = [row for row in plan.targets if row["value"] is not None]
    rows = [row for row in rows if plan.role_at(row["quote_start"]) in _AIMS] or rows
    places = {row["quote_start"] for row in rows}
    known = {row["quote_start"] for row in rows if row["id"] in meant}
    return len(known) >= _UNDERSTOOD * len(places)


def _finding(left: Sequence[Row]) -> Finding:
    first = left[0]
    names = "; ".join(f"{row['measure']} ({row['short_vi'][:1].lower()}{row['short_vi'][1:]})" for row in left)
    return Finding(
        subject="measures left out",
        found=f"{len(left)} absent: {', '.join(row['measure'] for row in left)}",
        expected=f"all measures of {first['decision_en']}",
        message_vi=f"Không đề cập {len(left)} chỉ tiêu của {first['decision_vi']}: {names}.",
        message_en=f"Measures of {first['decision_en']} are left out: {'; '.join(row['name_en'] for row in left)}.",
        suggestion_vi="Bổ sung các chỉ tiêu còn thiếu, hoặc giải trình lý do không đặt.",
        basis_vi=str(first["decision_vi"]),
        programme=first["programme"],
    )


RULE = Rule(
    code="missing-measures",
    severity="warning",
    name_vi="thiếu chỉ tiêu của chương trình",
    name_en="measures of the programme left out",
    findings_in=findings_in,
)
