"""Titles among the items: what only names a group of aims, on a line of its own above them or before a colon in the item itself.

A title commits to nothing: its words are context of the aims that stand under it and no part of their quotes.
"""

from __future__ import annotations

import regex

from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from patterns import subjects, targets

_MOST_WORDS = 14
_CLOSED = (".", ";", ",", ":", "!", "?")


def of_groups(outline: Outline) -> dict[int, int]:
    """For each paragraph under the title of a group, the paragraph that is the title; each title stands for itself."""
    low = outline.text.lower
    open_above: dict[int, list[int]] = {}  # section → items above paragraphs without a label
    out: dict[int, int] = {}
    for block, following in zip(outline.blocks, outline.blocks[1:], strict=False):
        if not _may_name(low, block) or following.section != block.section:
            continue
        if not following.labels:
            open_above.setdefault(block.section, []).append(block.index)
        elif _is_sibling(block, following) and _closes(low, following) and not _has_verb(low, block):
            out[block.index] = block.index
    for found in open_above.values():
        for index in found:
            if len(found) > 1 or not _has_verb(low, outline.blocks[index]):
                out |= dict.fromkeys(_unlabelled(outline, index), index)
    return out


def _may_name(low: str, block: Block) -> bool:
    if block.region is not Region.BODY or not block.is_item or block.paragraph.cells:
        return False
    words = low[block.body : block.end].rstrip()
    return (
        not words.endswith(_CLOSED)
        and len(words.split()) <= _MOST_WORDS
        and not any(letter.isdigit() for letter in words)
    )


def _is_sibling(block: Block, following: Block) -> bool:
    return following.is_item and following.labels[0].kind is block.labels[0].kind


def _closes(low: str, block: Block) -> bool:
    return low[block.start : block.end].rstrip().endswith(".")


def _has_verb(low: str, block: Block) -> bool:
    return any(pattern.match(low, block.body) is not None for pattern in (targets.AIM, targets.COMMITS)) or (
        targets.PREDICATE.search(low, block.body, block.end) is not None
    )


def _unlabelled(outline: Outline, index: int) -> list[int]:
    """A title with the paragraphs without a label behind it, as far as its section goes."""
    title, out = outline.blocks[index], [index]
    for block in outline.blocks[index + 1 :]:
        if block.labels or block.section != title.section or block.region is not Region.BODY:
            break
        out.append(block.index)
    return out


# --- before a colon ------------------------------------------------------------------------------------------------

_BEFORE_COLON = regex.compile(r"\W*(?P<title>[^:;.%\d()\n]{3,120}(?:\([^():;.%\d]*\)[^:;.%\d()\n]*)?):\s+(?=\S)")


def _says_only_what_becomes(low: str, start: int, end: int) -> bool:
    """Whether the words behind a share have no subject, so that it stands before the colon (`Trẻ em khuyết tật: 90% được đi học`)."""
    predicate = targets.PREDICATE.search(low, start, end)
    return predicate is not None and not low[start : predicate.start()].strip()


def before_colon(view: str, low: str, start: int, end: int) -> tuple[int, int] | None:
    """The range of the title that an item begins with, its colon included (`Dạy học vùng cao: 100% điểm trường có …`)."""
    match = _BEFORE_COLON.match(low, start, min(end, start + 200))
    if match is None or match.end() >= end:
        return None
    if any(pattern.match(low, start) is not None for pattern in (subjects.MEASURED, subjects.SCOPE)):
        return None
    after = match.end()
    share = subjects.SHARE_FIRST.match(low, after, end)
    if share is not None:
        behind = subjects.NO_SUBJECT.match(low, share.end(), end) is None and not _says_only_what_becomes(
            low, share.end(), end
        )
    else:
        behind = view[after].isupper() and (
            targets.AIM.match(low, after) is not None or targets.COMMITS.match(low, after) is not None
        )
    return (match.start("title"), after) if behind else None
