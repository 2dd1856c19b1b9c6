"""The last component: what each target means in the programmes that are known. Nothing else of the extraction knows a programme.

The programmes are the component's setting (`programmes`: ids; without it those that ship). A target (and a result) has `alignments`, one for each
programme in which it measures something; `measure` and `match` are those of the first programme in the list that the plan carries out,
and of the first of the list where it carries out none, but for programmes that supplement another of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from corpus import programme as programmes
from corpus.programme import Programme
from corpus.programme.alignment import Aligner
from corpus.programme.citing import Cited, carried_out
from extract.component import needed, outline_of, records_on
from extract.records import Result, Target, TargetAlignment


@Language.factory(
    "kehoach_alignment",
    default_config={"programmes": None},
    requires=["doc._.targets", "doc._.legal_refs"],
    assigns=["doc._.targets", "doc._.results"],
)
def create(nlp: Language, name: str, programmes: list[str] | None) -> Callable[[Doc], Doc]:
    """The component that says what targets and results mean in the programmes with these ids; in all that ship where it is `None`."""
    chosen = known(programmes)
    return partial(_component, name=name, chosen=chosen, aligner=Aligner(chosen))


def _component(doc: Doc, *, name: str, chosen: Sequence[Programme], aligner: Aligner) -> Doc:
    needed(doc, name, "targets", "legal_refs")
    head = doc._.document
    title = head.title if head is not None else None
    carried = first_carried(chosen, doc._.legal_refs, title=title, opening=outline_of(doc).opening)
    # Words, places and keys stay as they are.
    doc._.targets = tuple(aligned(target, aligner, carried) for target in doc._.targets)
    results = records_on(doc, "results")
    if results is not None:
        doc._.results = tuple(replace(one, alignments=_meanings(one, aligner)) for one in results)
    return doc


def known(ids: Sequence[str] | None) -> tuple[Programme, ...]:
    """The programmes with these ids, in this order; all that ship where none are named."""
    shipped = programmes.load_all()
    if ids is None:
        return shipped
    by_id = {programme.id: programme for programme in shipped}
    missing = [one for one in ids if one not in by_id]
    if missing:
        raise programmes.ProgrammeError(f"no such programme: {', '.join(missing)}; known are {', '.join(by_id)}")
    return tuple(by_id[one] for one in ids)


def first_carried(chosen: Sequence[Programme], refs: Iterable[Cited], *, title: str | None, opening: str) -> str | None:
    """The id of the first programme that the plan carries out, or of the first of all; `None` where there is none.

    Programmes that supplement another of the list stand behind it: what they measure is in `alignments`.
    """
    ids = {programme.id for programme in chosen}
    main = [one for one in chosen if one.supplements not in ids]
    found = {programme.id for programme, _ in carried_out(refs, chosen, title=title, opening=opening)}
    first = next((one for one in main if one.id in found), main[0] if main else None)
    return first.id if first is not None else None


def aligned(target: Target, aligner: Aligner, carried: str | None) -> Target:
    """The target with what it means in each programme, and in the one that counts for the plan."""
    found = _meanings(target, aligner)
    main = next((one for one in found if one.programme == carried), None)
    return replace(
        target,
        programme=carried,
        measure=main.measure if main is not None else None,
        match=main.match if main is not None else None,
        measure_score=main.score if main is not None else None,
        alignments=found,
    )


def _meanings(record: Target | Result, aligner: Aligner) -> tuple[TargetAlignment, ...]:
    """What a target or a result measures in each programme."""
    return tuple(
        TargetAlignment(programme=one.programme, measure=one.code, match=one.match, score=one.score)
        for one in aligner.align(record)
    )
