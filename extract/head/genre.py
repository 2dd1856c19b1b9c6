"""What a file is: a plan, a report, a letter, an allocation, a resolution, or no document of an office.

Only plans, allocations and resolutions set targets. The type that the head names decides; a decision is what it issues. A text
without a type is a plan where it is built like one (its head is missing), else it is no document of an office.
"""

from __future__ import annotations

from extract.structure.outline import Outline
from extract.structure.regions import Region
from extract.vocabulary import Genre
from patterns import documents

# What a plan commits itself to is a target; figures of the others are results, instructions or nothing at all. `other` is read
# like a plan, so that a person who says that it is one finds its records.
WITHOUT_TARGETS: frozenset[Genre] = frozenset({"report", "letter"})

# Roles of sections that make a text a plan although its head does not say so.
_BUILT_LIKE_A_PLAN = frozenset({"objectives", "general_objectives", "tasks", "organisation"})


def classify(outline: Outline, doc_type: str | None, title: str | None, *, official: bool) -> Genre:
    """The genre of a document whose head names that type and title; `official`: it has an issuer or a number of an office."""
    subject = (title or "").lower()
    roles = {node.role for node in outline.nodes}
    if doc_type in documents.PLAN_KINDS or doc_type == "QĐ":
        if documents.ALLOCATES.search(subject):
            return "allocation"
        if doc_type == "QĐ":
            return "plan" if documents.ISSUES_PLAN.search(subject) or "objectives" in roles else "letter"
        if documents.LESSON.search(subject) and not official:
            return "other"
        return "plan" if official or roles & _BUILT_LIKE_A_PLAN or outline.region(Region.OPENING) else "other"
    if doc_type in ("NQ", "NQLT"):
        return "resolution"
    if doc_type == "BC":
        return "report"
    if doc_type is not None:
        return "letter"
    if documents.ALLOCATES.search(subject):
        return "allocation"
    return "plan" if roles & _BUILT_LIKE_A_PLAN or _has_head_of_targets(outline) else "other"


# Rows from the top among which the head of a sheet's table stands.
_ROWS = 12


def _has_head_of_targets(outline: Outline) -> bool:
    """Whether a file begins as a table of targets or tasks does (`Chỉ tiêu | ĐVT | 2026 | 2030`): the sheet of a plan."""
    rows = [block for block in outline.blocks if len(block.paragraph.cells) > 1][:_ROWS]
    return any(documents.TARGET_HEAD.search(outline.text.lower, row.start, row.end) is not None for row in rows)
