"""Drafting: the file of a programme out of a decision that was read, for a person to check.

`programme(plan)` gives the TOML text. What the decision does not say, or says in more than one way, is marked `# ?` with the reason. The text
is always one that `corpus.programme.parse` takes: what contradicts itself stands there as a comment.
"""

from __future__ import annotations

from corpus.programme import Programme, ProgrammeError, load_all, parse
from corpus.programme.alignment import Aligner
from corpus.programme.citing import carried_out
from corpus.programme.contradictions import contradictions
from extract.drafting import identifying, measures, writing
from extract.drafting.head import Head, head_of
from extract.drafting.measures import Drafted
from extract.records import Plan


class DraftError(ProgrammeError):
    """Nothing can be drafted; the message says why, in Vietnamese and English."""


def programme(plan: Plan) -> str:
    """The TOML of the programme that a decision issues.

    Raises:
        DraftError: the document sets no target with a figure.
    """
    drafted = measures.drafted(plan)
    if not drafted.measures:
        raise DraftError(
            f"{plan.source.path}: không có chỉ tiêu nào có số, không soạn được chương trình / no target with a figure: there is nothing to draft"
        )
    head = head_of(plan, [level.year for one in drafted.measures for level in one.levels if level.year is not None])
    shipped = load_all()
    head.supplements = _above(plan, shipped, head)
    measures.settle_years(drafted.measures, head.period)
    others = [one for one in shipped if one.key != (head.number, head.issued_on.year)]
    _compare(drafted.measures, others)
    names = [measure.name_vi for one in others for measure in one.measures]
    identifying.identify(drafted.measures, head.title_vi, [plan.text, *names])
    identifying.confirm(drafted.measures, lambda: writing.unchecked(head, drafted))
    return _without_contradictions(head, drafted, plan.source.path)


def _above(plan: Plan, shipped: tuple[Programme, ...], head: Head) -> str | None:
    """The programme that the decision carries out by its own opening: what it supplements."""
    start = min((section.start for section in plan.sections), default=len(plan.text))
    found = carried_out(plan.legal_refs, shipped, title=plan.document.title, opening=plan.text[:start])
    others = [one for one, _ in found if one.key != (head.number, head.issued_on.year)]
    return next((one.id for one in others if one.supplements is None), others[0].id if others else None)


def _compare(drafted: list[Drafted], shipped: list[Programme]) -> None:
    """`same_as`: the measures of programmes that ship which the sentences of a measure mean exactly."""
    aligner = Aligner(shipped)
    for one in drafted:
        found = [
            {f"{hit.programme}:{hit.code}" for hit in aligner.align(target) if hit.match == "exact"}
            for target in one.targets
        ]
        one.same_as = sorted(set.intersection(*found)) if found else []


def _without_contradictions(head: Head, drafted: measures.Draft, path: str) -> str:
    """The text, with the measures that contradict themselves as comments."""
    found = writing.unchecked(head, drafted)
    wrong: dict[str, str] = {}
    for where, vi, en in contradictions(found):
        parts = where.split(".")
        if parts[0] == "measures":
            wrong.setdefault(parts[1], f"{vi} / {en}")
    for one in drafted.measures:
        if one.code in wrong:
            one.left_out = wrong[one.code]
    text = writing.toml(head, drafted)
    if all(one.left_out for one in drafted.measures):
        raise DraftError(
            f"{path}: mọi chỉ tiêu đều mâu thuẫn / every measure contradicts itself: {next(iter(wrong.values()))}"
        )
    parse(text, path)
    return text
