"""What looks like a duty or a heading and was not understood: a warning each, with its place."""

from __future__ import annotations

from collections.abc import Iterator

from extract.duties import charged_tasks
from extract.duties.agency_headings import Place
from extract.duties.organisation import Placed
from extract.records import PlanWarning
from extract.structure import tables
from extract.structure.outline import Outline
from patterns import duties
from patterns.tables import AGENTS

_MESSAGES = {
    "heading-not-understood": "chưa chắc về tên cơ quan / the agency's name is not sure",
    "duty-without-agency": "nhiệm vụ không rõ giao cho cơ quan nào / a duty that no agency's heading governs",
}


def warnings(outline: Outline, placed: list[Placed]) -> Iterator[PlanWarning]:
    """The warnings of a plan on its duties; what holds of all records is in `extract.silence`."""
    charged = {
        index for task in charged_tasks.charged_tasks_in(outline) for index in task.blocks
    } | charged_tasks.lines(outline)
    for this in placed:
        heading = this.heading
        if heading is not None and heading.block == this.block.index and not heading.sure:
            yield _warning("heading-not-understood", heading.start, heading.end)
    yield from _without_agency(outline, placed, charged)
    yield from _of_rows(outline)


def _warning(code: str, start: int, end: int) -> PlanWarning:
    return PlanWarning(code=code, message=_MESSAGES[code], start=start, end=end)


def _without_agency(
    outline: Outline, placed: list[Placed], charged: set[int] | frozenset[int]
) -> Iterator[PlanWarning]:
    """Duties that no agency's heading governs: one warning for those of a section, at the first, for one answer settles them all."""
    told: set[int] = set()
    for this in placed:
        block = this.block
        if (
            this.place is Place.ALONE
            and block.section not in told
            and charged.isdisjoint((block.index, outline.nodes[block.section].block if block.section >= 0 else -1))
            and not outline.text.text[block.start : block.end].rstrip().endswith(":")
            and duties.DUTY_BEGINS.match(outline.text.lower, block.body, block.end) is not None
        ):
            told.add(block.section)
            yield _warning("duty-without-agency", block.start, block.end)


def _of_rows(outline: Outline) -> Iterator[PlanWarning]:
    """Rows of a table of tasks that say who does them by a reference alone (`Theo phân công tại Quyết định …`)."""
    for table in tables.tables_in(outline):
        if table.of_indicators or table.find(*AGENTS) is None:
            continue
        for row in table.tasks:
            lead = table.cell(row, *AGENTS)
            if lead is not None and duties.REFERENCE.match(lead.low) is not None:
                yield _warning("duty-without-agency", row.start, row.end)
