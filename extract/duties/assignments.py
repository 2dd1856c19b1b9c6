"""Duties that the plan lays on agencies: items and paragraphs below their headings, rows of tables that assign tasks.

A component: it reads the outline and writes `doc._.assignments` and spans under the same name.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.component import evidence, finder
from extract.duties import charged_tasks, organisation, silence
from extract.duties.agency_headings import Heading, Place
from extract.duties.charged_tasks import Task
from extract.duties.organisation import Placed
from extract.duties.organising_parts import enforces
from extract.head import document
from extract.record_types import ASSIGNMENTS
from extract.records import Assignment, PlanWarning
from extract.structure import tables
from extract.structure.clauses import split
from extract.structure.outline import Block, Outline
from extract.structure.tables import Cell, Row, Table
from patterns import agencies, agency_cells, agency_names, duties
from patterns.headings import LabelKind
from patterns.tables import AGENTS, Column

# How sure a duty is by where it stands: below a heading alone, behind a colon, with its agencies inside it, at the end.
_CONFIDENCE = {Place.ITEM: 0.95, Place.RUN_ON: 0.95, Place.WHOLE: 0.85, Place.CLOSING: 0.8}
_UNSURE = 0.6


def duties_in(outline: Outline) -> tuple[list[Assignment], list[PlanWarning]]:
    """The duties of a plan in reading order, and the paragraphs that look like duties and name no agency."""
    placed = organisation.places(outline)
    records = [record for duty in _duties(outline, placed) if (record := _record(outline, *duty)) is not None]
    records.extend(_task_records(outline, placed))
    records.extend(_table_records(outline))
    return sorted(records, key=lambda record: record.start), list(silence.warnings(outline, placed))


create = finder(ASSIGNMENTS, duties_in)


# --- paragraphs ----------------------------------------------------------------------------------------------------

_Duty = tuple[Placed, Heading, int, int]


def _duties(outline: Outline, placed: list[Placed]) -> Iterator[_Duty]:
    """Each duty with its heading and its range: an item goes on over the sub-items below it."""
    lines = charged_tasks.lines(outline)
    placed = [this for this in placed if this.block.index not in lines]
    at = 0
    while at < len(placed):
        this = placed[at]
        at += 1
        if this.heading is None or this.place is Place.HEADING or _titles_table(outline, this.block):
            continue
        start = this.block.body if this.place in (Place.ITEM, Place.WHOLE, Place.CLOSING) else this.heading.body
        end = this.block.end
        if _is_only_title(outline, this, placed[at] if at < len(placed) else None):
            continue
        while at < len(placed) and _is_below(outline, this, placed[at]):
            end = placed[at].block.end
            at += 1
        if start < end:
            yield this, this.heading, start, end


_RANKS = {LabelKind.PLUS: 4, LabelKind.BULLET: 3, LabelKind.LETTER: 2, LabelKind.GROUP: 2}


def _rank(block: Block) -> int:
    """How deep the label of a paragraph is: numbers, letters, bullets, pluses; 0 where it has none."""
    return _RANKS.get(block.labels[0].kind, 1) if block.labels else 0


def _is_below(outline: Outline, duty: Placed, other: Placed) -> bool:
    """Whether a paragraph goes on with the duty above it: a sub-item, or what the duty's colon announces."""
    if other.heading is not duty.heading or other.place is not Place.ITEM:
        return False
    mine, its = _rank(duty.block), _rank(other.block)
    words = outline.text.lower[duty.block.start : duty.block.end].rstrip()
    if mine == 0:
        return its >= 3 and duties.INCLUDES.search(words) is not None
    if mine == 3 and other.block.has(LabelKind.GROUP) is not None:
        its = 4  # `(1)` stands below a dash as well as above it
    if its == 4 and mine in (2, 3):
        return True
    return its > mine and words.endswith(":")


def _titles_table(outline: Outline, block: Block) -> bool:
    """Whether a paragraph is the title of the table right below it, and no duty of whoever is named above it."""
    following = outline.blocks[block.index + 1 : block.index + 2]
    if block.labels or not following or not following[0].paragraph.cells:
        return False
    words = outline.text.text[block.start : block.end].rstrip()
    titled = words.isupper() or duties.TITLES_TABLE.match(words.lower()) is not None
    return titled and not words.endswith((".", ";", ":"))


_LONGEST_TITLE = 70


def _is_only_title(outline: Outline, duty: Placed, following: Placed | None) -> bool:
    """Whether the paragraph only announces the items below it and is no duty (`a) Về dinh dưỡng`, `… các nhiệm vụ sau:`)."""
    if duty.place is not Place.ITEM or following is None or following.heading is not duty.heading:
        return False
    mine, its = _rank(duty.block), _rank(following.block)
    if following.place is not Place.ITEM or its <= mine or its == 4:
        return False
    low = outline.text.lower[duty.block.body : duty.block.end].rstrip()
    if duties.LEAD_IN.search(low) is not None and mine < 2:
        return True
    if len(low) > _LONGEST_TITLE or low.endswith((".", ";", ",")):
        return False
    return duties.TITLE_WORDS.match(low) is not None or (mine > 0 and not low.endswith(":"))


def _record(outline: Outline, placed: Placed, heading: Heading, start: int, end: int) -> Assignment | None:
    low, view, text = outline.text.lower, outline.text.view, outline.text.text
    if placed.place is Place.CLOSING and duties.IN_FORCE.match(low, start, end) is not None:
        sentences = split(view, low, start, end)
        start = (
            sentences[1][0] if len(sentences) > 1 else start
        )  # what it takes the place of is nobody's duty, what follows may be
    found = evidence(outline, start, end)
    quote = found["quote"].strip(" .;:-|")
    if (
        not quote
        or duties.NOTE.match(low, start, end) is not None
        or duties.IN_FORCE.match(low, start, end) is not None
        or (placed.block.has(LabelKind.ARTICLE) is not None and enforces(outline, placed.block))
        or (quote.startswith("(") and quote.find(")") == len(quote) - 1)
    ):
        return None  # nothing, a note in brackets, or from when the document holds
    if placed.place is Place.CLOSING and placed.root >= 0:
        found["section"] = outline.nodes[placed.root].path
    opens = heading.end if placed.place in (Place.WHOLE, Place.CLOSING) else start
    while opens < end and text[opens] in " ,":
        opens += 1
    opens = max(opens, start)
    return Assignment(
        agencies=agency_names.within_bodies(heading.agencies, heading.words, document.fields_of(outline)[0].issuer),
        role=duties.role(view, low, opens, end, heading.agencies),
        partners=agencies.unique(duties.partners(view, low, start, end, organisation.names_given(outline)), text),
        indicators=duties.indicators(low, start, end),
        requested=heading.requested,
        confidence=_CONFIDENCE.get(placed.place, _UNSURE) if heading.sure else _UNSURE,
        **found,
    )


# --- tasks with a line that says who does them ---------------------------------------------------------------------


def _task_records(outline: Outline, placed: list[Placed]) -> Iterator[Assignment]:
    """A record for each task that names who does it; what stands under the heading of an agency is that agency's."""
    governed = {this.block.index for this in placed if this.heading is not None}
    for task in charged_tasks.charged_tasks_in(outline):
        if governed.isdisjoint(task.blocks):
            yield _task(outline, task)


def _task(outline: Outline, task: Task) -> Assignment:
    text, who = outline.text.text, task.charge
    return Assignment(
        agencies=agency_names.within_bodies(
            agencies.unique(list(who.names), text), task.actor(text), document.fields_of(outline)[0].issuer
        ),
        role="lead" if who.leads else "implement",
        partners=agencies.unique(list(who.partners), text),
        indicators=duties.indicators(outline.text.lower, task.start, task.end),
        confidence=0.9 if all(name.own for name in who.names) else 0.8,
        **evidence(outline, task.start, task.end),
    )


# --- tables --------------------------------------------------------------------------------------------------------


def _table_records(outline: Outline) -> Iterator[Assignment]:
    """A record for each row of a table that says who does what; a table of indicators lays no duty."""
    for table in tables.tables_in(outline):
        if table.of_indicators or table.find(*AGENTS) is None:
            continue
        for row in table.tasks:
            if _heads_rows(table, row):
                continue
            lead = table.agent(row)
            record = _row(outline, table, row, lead) if lead is not None else None
            if record is not None:
                yield record


def _heads_rows(table: Table, row: Row) -> bool:
    """Whether a row only announces the rows below it: it ends with a colon, or nothing stands beside its words."""
    at = table.subject
    if at is None:
        return False
    beside = [cell for place, cell in enumerate(row.cells) if place > at]
    own = [cell for place, cell in enumerate(row.cells) if place > at and not table.is_of_subject(row, place)]
    said = [cell.low.strip() for cell in (row.cells[at], *own) if not cell.blank]
    return any(words.endswith((":", "sau đây", "dưới đây")) for words in said) or (len(beside) > 2 and len(said) == 1)


def _row(outline: Outline, table: Table, row: Row, lead: Cell) -> Assignment | None:
    """The duty of a row; none where its cell names nobody (`Theo phân công tại Quyết định …`)."""
    said = agency_cells.read(lead.view, lead.low, lead.text)
    if not said.names:
        return None
    other = table.cell(row, Column.PARTNERS)
    partners = said.partners + (agency_cells.read(other.view, other.low, other.text).all if other is not None else ())
    at = table.subject
    words = row.cells[at].low if at is not None else " ".join(cell.low for cell in row.cells)
    kind = table.find(*AGENTS)
    leads = said.leads or (kind is not None and table.columns[kind] is Column.LEAD)
    issuer = document.fields_of(outline)[0].issuer
    names = agency_names.within_bodies(tuple(dict.fromkeys(name.words for name in said.names)), lead.text, issuer)
    return Assignment(
        agencies=names,
        role="lead" if leads else "implement",
        partners=tuple(dict.fromkeys(name.words for name in partners)),
        indicators=duties.indicators(words, 0, len(words)),
        confidence=0.9 if all(name.own for name in said.names) else 0.8,
        **evidence(outline, row.start, row.end),
    )
