"""What a plan without a head of its own says of the decision that it comes with: `(Ban hành kèm theo Quyết định số … ngày … của …)`."""

from __future__ import annotations

from dataclasses import replace

from extract.head.header import Header
from extract.structure.outline import Outline
from extract.structure.regions import Region
from patterns import citations, heads

# Paragraphs behind the title among which the line stands.
_NEAR = 3


def completed(outline: Outline, head: Header) -> Header:
    """The head with the day and the issuer of the decision that a plan comes with, where it names neither itself."""
    if head.bodies or head.issued_on is not None or head.symbol is not None:
        return head
    view, low = outline.text.view, outline.text.lower
    title = outline.region(Region.TITLE)
    near = [*title, *outline.blocks[len(title) and title[-1].index + 1 :][:_NEAR]] if title else []
    for block in near:
        comes = heads.COMES_WITH_DECISION.search(low, block.start, block.end)
        if comes is None:
            continue
        found = citations.mentions(view, low, comes.start("document"), block.end)
        if found and found[0].issuer is not None:
            start, end = found[0].issuer
            bodies = (view[start:end].upper(),)
            return replace(head, bodies=bodies, issued_on=found[0].issued_on, dated=found[0].issued_on is not None)
    return head
