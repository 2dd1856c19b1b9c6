"""The last component: what looks like a record and yields none, and records whose look says that something went wrong, as warnings.

Silence is a fault. Each invariant is a small function over the outline and the records of a plan; each warning has its code, its place and
what to look at. They are few on purpose: what was warned of already at a place is not said twice, and only what a person can check is said.
`docs/warnings.md` lists the codes. Invariants of tables stand with the tables (`extract.targets.readings`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from corpus import programme as programmes
from corpus.programme.citing import meant
from extract.component import add_warnings, impossible_date, needed, outline_of
from extract.records import Assignment, Deadline, Evidence, LegalRef, PlanWarning, Target
from extract.structure.clauses import split
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from patterns import agencies, citations, dates
from patterns import silence as patterns

Span = tuple[int, int]

_READ = frozenset({Region.OPENING, Region.BODY, Region.ANNEX})
# The parts that set tasks for someone.
_SETS_TIMES = frozenset({"organisation", "reporting"})
# How many targets of its own a plan must number before the share without a measure says anything.
_ENOUGH = 9


# The records that the invariants ask for.
_RECORDS = ("targets", "deadlines", "legal_refs", "assignments")


@Language.factory("kehoach_silence", requires=[f"doc._.{kind}" for kind in _RECORDS], assigns=["doc._.warnings"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that warns of what yields no record, and of records that look wrong."""
    return partial(_component, name=name)


def _component(doc: Doc, *, name: str) -> Doc:
    needed(doc, name, *_RECORDS)
    add_warnings(doc, warnings_on(Said.of(doc)))
    return doc


@dataclass(frozen=True)
class Said:
    """A plan as the invariants see it: its outline, its records and what is warned of already."""

    outline: Outline
    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...]
    legal_refs: tuple[LegalRef, ...]
    assignments: tuple[Assignment, ...]
    warned: tuple[PlanWarning, ...]

    @classmethod
    def of(cls, doc: Doc) -> Said:
        """What the components before wrote onto a doc."""
        return cls(
            outline_of(doc),
            tuple(doc._.targets or ()),
            tuple(doc._.deadlines or ()),
            tuple(doc._.legal_refs or ()),
            tuple(doc._.assignments or ()),
            tuple(doc._.warnings or ()),
        )


class Places:
    """Ranges of the text, asked whether a range touches one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with a range."""
        return bisect_left(self._starts, end) > bisect_right(self._ends, start)


def warnings_on(said: Said) -> list[PlanWarning]:
    """The warnings of a plan, in reading order."""
    warned = Places((one.start, one.end) for one in said.warned if one.start is not None and one.end is not None)
    found = [one for invariant in _INVARIANTS for one in invariant(said)]
    kept = [one for one in found if one.start is None or one.end is None or not warned.touch(one.start, one.end)]
    return sorted(kept, key=lambda one: (one.start is None, one.start or 0))


def _places(records: Iterable[Evidence]) -> Places:
    return Places((record.start, record.end) for record in records)


# --- what yields no record -----------------------------------------------------------------------------------------


def _citations(said: Said) -> Iterator[PlanWarning]:
    """`số …/…` in no citation."""
    outline, read = said.outline, _places(said.legal_refs)
    for block in outline.blocks:
        if block.region not in _READ or citations.COMES_WITH.match(outline.text.lower, block.start, block.end):
            continue
        defined = None
        for match in patterns.LIKE_A_NUMBER.finditer(outline.text.view, block.start, block.end):
            if read.touch(*match.span("number")):
                continue
            defined = defined or Places(citations.definitions(outline.text.lower, block.start, block.end))
            number = citations.own_number(f"số: {match['number']}", 0, len(match["number"]) + 4)
            if not defined.touch(*match.span()) and not _is_own(outline, number):
                yield PlanWarning(
                    code="citation-not-understood",
                    message="có thể là văn bản viện dẫn nhưng chưa bóc tách được / may be a citation that was not understood",
                    start=match.start(),
                    end=match.end(),
                )


def _is_own(outline: Outline, number: str | None) -> bool:
    """Whether a number is the plan's own."""
    return number is not None and any(
        citations.own_number(outline.text.view, block.start, block.end) == number
        for block in (*outline.region(Region.HEADER), *outline.region(Region.TITLE))
    )


def _figures(said: Said) -> Iterator[PlanWarning]:
    """A sentence of the objectives with a share or a bound and no target."""
    outline, read = said.outline, _places(said.targets)
    for block in outline.blocks:
        if block.region is not Region.BODY or block.paragraph.cells or outline.role(block) != "objectives":
            continue
        for start, end in _sentences(outline, block):
            match = patterns.AIMED.search(outline.text.lower, start, end)
            if match is None or read.touch(start, end) or patterns.SUPPOSED.search(outline.text.lower, start, end):
                continue
            yield PlanWarning(
                code="figure-without-target",
                message="câu trong phần mục tiêu có số liệu nhưng không thành chỉ tiêu / a figure among the objectives that became no target",
                start=start,
                end=end,
            )


def _times(said: Said) -> Iterator[PlanWarning]:
    """A time with a date in the organising part and no deadline in its sentence."""
    outline = said.outline
    read = _places((*said.deadlines, *said.legal_refs, *said.targets))
    for block in outline.blocks:
        if block.region is not Region.BODY or block.paragraph.cells or outline.role(block) not in _SETS_TIMES:
            continue
        for start, end in _sentences(outline, block):
            match = patterns.DUE.search(outline.text.lower, start, end)
            if match is not None and not read.touch(start, end):
                yield PlanWarning(
                    code="time-without-deadline",
                    message="câu có mốc thời gian nhưng không thành thời hạn / a time that became no deadline",
                    start=start,
                    end=end,
                )


def _sentences(outline: Outline, block: Block) -> Iterable[Span]:
    return split(outline.text.view, outline.text.lower, block.body, block.end, ".;!?")


def _dates(said: Said) -> Iterator[PlanWarning]:
    """A date that is in no calendar, wherever it stands: no record holds it as one."""
    for block in said.outline.blocks:
        if block.region is not Region.OUTSIDE:
            for match in patterns.WHOLE_DATE.finditer(said.outline.text.view, block.start, block.end):
                if not dates.is_real(match):
                    yield impossible_date(*match.span())


# --- records that look wrong ---------------------------------------------------------------------------------------


def _subjects(said: Said) -> Iterator[PlanWarning]:
    """A target whose subject has no letter."""
    for target in said.targets:
        if target.subject is not None and not any(c.isalpha() for c in target.subject):
            yield PlanWarning(
                code="subject-without-letters",
                message="chỉ tiêu chưa rõ đối tượng đo / it is not clear what the target measures",
                start=target.start,
                end=target.end,
            )


def _headings(said: Said) -> Iterator[PlanWarning]:
    """A duty whose words are a heading with items of its own."""
    outline = said.outline
    by_start = {node.start: index for index, node in enumerate(outline.nodes)}
    parents = {node.parent for node in outline.nodes}
    for duty in said.assignments:
        block = outline.block_at(duty.start)
        index = by_start.get(block.start)
        if index is None or index not in parents or block.paragraph.cells or duty.end > block.end:
            continue
        if (
            agencies.starts(outline.text.view, block.body)
            and patterns.VERB.search(outline.text.lower, block.body, block.end) is None
        ):
            yield PlanWarning(
                code="heading-as-duty",
                message="nhiệm vụ có thể chỉ là một đề mục / a duty that may be a heading",
                start=duty.start,
                end=duty.end,
            )


def _names(said: Said) -> Iterator[PlanWarning]:
    """A name of an agency that ends before `,` or `và` with a capital behind it that begins no other name."""
    text = said.outline.text
    for record, names in _named(said):
        for name in names:
            at = text.text.find(name, record.start, record.end)
            match = patterns.GOES_ON.match(text.view, at + len(name), record.end) if at >= 0 else None
            if match is None or agencies.starts(text.view, match.end()):
                continue
            if not any(text.text.startswith(other, match.end()) for other in names):
                yield PlanWarning(
                    code="name-cut",
                    message="tên cơ quan có thể bị cắt / the name of an agency may be cut",
                    start=at,
                    end=match.end() + 1,
                )


def _named(said: Said) -> Iterator[tuple[Evidence, tuple[str, ...]]]:
    for duty in said.assignments:
        yield duty, (*duty.partners, *duty.agencies)
    for deadline in said.deadlines:
        yield deadline, tuple(name for name in (deadline.actor, deadline.recipient) if name is not None)
    for reference in said.legal_refs:
        yield reference, (reference.issuer,) if reference.issuer is not None else ()


def _measures(said: Said) -> Iterator[PlanWarning]:
    """A third of the indicators that a plan takes over from a programme without a measure: then nothing can be called absent."""
    known = programmes.load_all()
    if not any(meant(one, known) for one in said.legal_refs if one.role != "mention"):
        return
    numbered = [one for one in said.targets if one.kind == "quantitative" and one.indicator_no is not None]
    without = [one for one in numbered if one.measure is None and not one.alignments]
    if len(numbered) >= _ENOUGH and len(without) < len(numbered) and 3 * len(without) >= len(numbered):
        yield PlanWarning(
            code="measures-not-recognised",
            message=(
                f"{len(without)} trong {len(numbered)} chỉ tiêu chưa đối chiếu được với chương trình / "
                f"{len(without)} of {len(numbered)} indicators match no measure of the programme"
            ),
            start=without[0].start,
            end=without[0].end,
        )


_INVARIANTS = (_dates, _citations, _figures, _times, _subjects, _headings, _names, _measures)
