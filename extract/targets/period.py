"""The years that a document is of: those that it is made for, that of its issue."""

from __future__ import annotations

from extract.head import document
from extract.structure.outline import Outline


def first_year(outline: Outline) -> int | None:
    """The first year that a document is made for: that of its title, else that of its issue; `None` where neither is known."""
    head = document.fields_of(outline)[0]
    return head.period_start or (int(head.issued_on[:4]) if head.issued_on else None)


def year_of_issue(outline: Outline) -> int | None:
    """The year in which a document was issued, where it says so."""
    head = document.fields_of(outline)[0]
    return int(head.issued_on[:4]) if head.issued_on else None
