"""Headings that name agencies: what a paragraph names at its start, and how its duty stands to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import regex

from extract.structure.outline import Block, Outline
from patterns import agencies, duties


@dataclass(frozen=True, slots=True)
class Heading:
    """Agencies that a heading names, as written, each once.

    `words` is all of it as written (`Công an tỉnh, Sở Y tế`), at `text[start:end]`; `requested` says that it begins
    `Đề nghị`; `body` is the offset where the duty begins in a run-on heading (`Sở Tư pháp: chủ trì …`), the end of
    the heading's block where it stands alone; `block` is the index of that block. `general` says that it has no name of
    its own (`các sở, ban, ngành`), `sure` that its words end where a name ends.
    """

    agencies: tuple[str, ...]
    words: str
    requested: bool
    body: int
    block: int
    start: int
    end: int
    general: bool = False
    sure: bool = True


class Place(Enum):
    """How a paragraph of the part stands to the agencies that govern it."""

    HEADING = "heading"  # names the agencies and no duty
    RUN_ON = "run-on"  # the duty follows the agencies after a colon
    WHOLE = "whole"  # the agencies are the subject of the duty
    ITEM = "item"  # a duty below a heading
    CLOSING = "closing"  # the paragraph at the end that addresses all
    TITLE = "title"  # a heading that names no agency
    OTHER = "other"  # in a subsection on reports, money or time
    ALONE = "alone"  # governed by none


# A duty that begins with a capital right behind the names.
_JOINED_DUTY = regex.compile(rf"\s(?=\p{{Lu}})(?=(?i:{agencies.DUTY}))")
UNKNOWN = regex.compile(r"[^;:.]{2,80}?(?=\s?(?:$|:\s?$))|[^;:.]{2,60}?(?=\s?:\s)")
# What a heading without an agency begins with.
NO_AGENCY = regex.compile(
    rf"{agencies.DUTY}|(?:chế độ|nội dung|công tác|về|cấp|khen thưởng|khi|để|đến|năm|giai đoạn|trong|lưu ý|hiệu lực)(?!\w)"
)


def read(outline: Outline, block: Block) -> tuple[Heading, Place] | None:
    """The agencies that a paragraph names at its start, and how its duty stands to them; `None` where it names none."""
    view, low, text = outline.text.view, outline.text.lower, outline.text.text
    prefix = duties.PREFIX.match(low, block.body, block.end)
    start = prefix.end() if prefix is not None else block.body
    requested = prefix is not None and prefix["request"] is not None
    names = agencies.parse(view, start, block.end) if agencies.starts(view, start) else []
    if not names:
        return None
    end, sure = names[-1].end, True
    rest = duties.HEADING_REST.match(low, end, block.end)
    place = None
    if rest is None and block.labels and (joined := _JOINED_DUTY.match(view, end, block.end)) is not None:
        # the heading filled its line, and the wrap hides where the duty below it begins
        return heading_of(text, names, start, end, requested, block, joined.end(), True), Place.RUN_ON
    if rest is None and duties.GOES_ON.match(low, end, block.end) is not None:
        place = Place.HEADING if text[block.start : block.end].rstrip().endswith(":") else Place.WHOLE
    elif rest is None:
        unknown = UNKNOWN.match(low, end, block.end)
        labelled = bool(block.labels) and not block.is_item
        if unknown is None or not (names[-1].own or labelled) or view[end : end + 1] not in (" ", ",", "-", ";"):
            return (
                (heading_of(text, names, start, end, requested, block, block.body, False), Place.WHOLE)
                if prefix
                else None
            )
        end, sure = unknown.end(), False
        rest = duties.HEADING_REST.match(low, end, block.end)
        names[-1] = agencies.Name(names[-1].start, end, True, names[-1].head)
    body = block.body if place is Place.WHOLE else block.end
    if rest is not None and rest["mark"].strip() in (":", "-") and rest.end() < block.end:
        place, body = Place.RUN_ON, rest.end()
        named = _named_behind(outline, names, rest.end(), block.end)
        if named:  # `Các cơ quan báo chí: Báo …, Đài … tăng cường …`
            names, start, end, place, body = named, named[0].start, named[-1].end, Place.WHOLE, block.body
    while body < block.end and text[body].isspace():
        body += 1
    return heading_of(text, names, start, end, requested, block, body, sure), place or Place.HEADING


def _named_behind(outline: Outline, names: list[agencies.Name], at: int, end: int) -> list[agencies.Name]:
    """The agencies that a general phrase stands for, where they follow its colon and go on with the duty."""
    if any(name.own for name in names):
        return []
    view, low = outline.text.view, outline.text.lower
    while at < end and view[at].isspace():
        at += 1
    named = agencies.parse(view, at, end)
    goes_on = bool(named) and named[0].own and duties.GOES_ON.match(low, named[-1].end, end) is not None
    return named if goes_on else []


def heading_of(
    text: str, names: list[agencies.Name], start: int, end: int, requested: bool, block: Block, body: int, sure: bool
) -> Heading:
    """A heading with these agencies, its words at `text[start:end]` and its duty from `body` on."""
    return Heading(
        agencies=agencies.unique(names, text),
        words=" ".join(text[start:end].split()),
        requested=requested,
        body=body,
        block=block.index,
        start=start,
        end=end,
        general=not any(name.own for name in names),
        sure=sure,
    )
