"""The outline of a plan: paragraphs → regions of the document and a tree of sections, each with its role.

Regions follow Nghị định 30/2020/NĐ-CP: the head (issuer, motto, number, place and date), the title, the opening that says
what the plan rests on and carries out, the body, the recipients, the signature, annexes. The body is a tree of labelled
headings and items; a label kind seen before returns to its level, a new one goes a level down.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import regex

from extract.records import Section
from extract.source import LineKind
from extract.text import Paragraph, Text
from patterns import documents, headings
from patterns.headings import Label, LabelKind

ROLES = ("header", "basis", *headings.ROLES, "recipients", "signature", "annex", "body")


class Region(Enum):
    """Which part of the document a paragraph belongs to."""

    OUTSIDE = "outside"  # what a web page or a neighbour adds around the document
    HEADER = "header"
    TITLE = "title"
    OPENING = "opening"
    BODY = "body"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ANNEX = "annex"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Node:
    """A section: a labelled heading or a labelled item, with its place in the tree (`parent` is an index, -1 at the top)."""

    path: str
    label: str
    kind: LabelKind | None
    title: str
    role: str
    start: int
    end: int
    parent: int
    block: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with what the outline knows: `body` is the offset of the first word after its labels.

    `labels` has every label at its start (`- Chỉ tiêu 4:` has two); `section` is the index of the node it stands in.
    """

    paragraph: Paragraph
    index: int
    region: Region
    labels: tuple[Label, ...]
    body: int
    section: int

    @property
    def start(self) -> int:
        return self.paragraph.start

    @property
    def end(self) -> int:
        return self.paragraph.end

    def has(self, kind: LabelKind) -> Label | None:
        """The label of that kind at the start of the paragraph."""
        return next((label for label in self.labels if label.kind is kind), None)

    @property
    def is_item(self) -> bool:
        """Whether the paragraph is an item of a list without a number (`-`, `+`)."""
        return bool(self.labels) and self.labels[0].kind in (LabelKind.BULLET, LabelKind.PLUS)


@dataclass(frozen=True)
class Outline:
    """Blocks in reading order and the sections they stand in."""

    text: Text
    blocks: tuple[Block, ...]
    nodes: tuple[Node, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block:
        """The block that a character stands in."""
        return self.blocks[max(0, bisect_right(self._starts, offset) - 1)]

    def words(self, block: Block) -> str:
        """The words of a block after its labels, as patterns read them."""
        return self.text.view[block.body : block.end]

    def node(self, block: Block) -> Node | None:
        """The section that a block stands in; `None` before the first one."""
        return self.nodes[block.section] if block.section >= 0 else None

    def path(self, block: Block) -> str:
        """The path of the section that a block stands in, `""` before the first one."""
        node = self.node(block)
        return node.path if node is not None else ""

    def role(self, block: Block) -> str:
        """The role of the section that a block stands in."""
        node = self.node(block)
        return node.role if node is not None else block.region.value

    def ancestors(self, block: Block) -> list[Node]:
        """The section of a block and those above it, innermost first."""
        out = []
        index = block.section
        while index >= 0:
            out.append(self.nodes[index])
            index = self.nodes[index].parent
        return out

    def children(self, node_index: int) -> list[int]:
        """The indexes of the sections directly below one."""
        return [index for index, node in enumerate(self.nodes) if node.parent == node_index]

    def region(self, region: Region) -> list[Block]:
        """The blocks of one region, in reading order."""
        return [block for block in self.blocks if block.region is region]

    def sections(self) -> tuple[Section, ...]:
        """The sections as records."""
        return tuple(
            Section(path=n.path, label=n.label, title=n.title, role=n.role, start=n.start, end=n.end)
            for n in self.nodes
        )


def build(text: Text) -> Outline:
    """The outline of a text."""
    regions = _regions(text)
    return _Builder(text, regions).outline()


# --- regions -------------------------------------------------------------------------------------------------------

_RECIPIENTS = regex.compile(r"nơi nhận\s*:?")
_SIGNATURE = regex.compile(
    r"(?:tm|kt|tl|tuq|q)\s*\.\s*\p{L}|(?:phó |quyền )?(?:chủ tịch|giám đốc|chánh văn phòng|cục trưởng|bộ trưởng|thủ tướng|bí thư|"
    r"trưởng (?:phòng|ban)|chủ nhiệm|hiệu trưởng|thứ trưởng)(?: |$|\))"
)
_ANNEX_TITLE = regex.compile(r"(?:phụ lục|biểu mẫu|biểu số|danh mục|bảng phân công|mẫu số)\b")
_FIRST_SECTION = (
    LabelKind.PART,
    LabelKind.CHAPTER,
    LabelKind.ROMAN,
    LabelKind.CAPITAL,
    LabelKind.ARTICLE,
    LabelKind.DECIMAL,
)


def _regions(text: Text) -> list[Region]:
    """The region of each paragraph; a decision and the plan that it encloses are read one after the other."""
    paragraphs = text.paragraphs
    lows = [text.lower[p.start : p.end] for p in paragraphs]
    regions = [Region.BODY] * len(paragraphs)
    head = _first(lows, lambda low: documents.HEAD.search(low) is not None, 60)
    title = _title(text, lows, 0 if head is None else head)
    first = _first_section(text, lows, title)
    enclosed = _enclosed(text, lows, title)
    for index in range(len(paragraphs)):
        if paragraphs[index].kind is LineKind.FOOTNOTE:
            regions[index] = Region.FOOTNOTE
        elif title is not None and index < title:
            regions[index] = Region.HEADER if head is None or index >= head else Region.OUTSIDE
        elif index < first:
            regions[index] = Region.TITLE if title is not None else Region.HEADER
    if title is not None:
        _mark_opening(text, lows, regions, title, first)
    _mark_closing(text, lows, regions, first, enclosed or len(lows))
    if enclosed is not None:
        own = _first_section(text, lows, enclosed)
        for index in range(enclosed, own):
            regions[index] = Region.OPENING
        _mark_closing(text, lows, regions, own, len(lows))
    return regions


_KINDS_THAT_ENCLOSE = ("quyết định", "nghị quyết", "công văn", "chỉ thị")
_ENCLOSED_BY = regex.compile(
    r"\(?\s*(?:được\s+)?(?:ban hành\s+)?kèm theo\s+(?:quyết định|nghị quyết|công văn|chỉ thị|tờ trình)"
)


def _enclosed(text: Text, lows: list[str], title: int | None) -> int | None:
    """The title of the plan that a decision encloses: a title of another type behind the decision's signature."""
    if title is None or not lows[title].lstrip(" \"'").startswith(_KINDS_THAT_ENCLOSE):
        return None
    own = next(kind for kind in _KINDS_THAT_ENCLOSE if lows[title].lstrip(" \"'").startswith(kind))
    signed = False
    for index in range(title + 1, len(lows)):
        signed = signed or (len(lows[index]) < 60 and _SIGNATURE.match(lows[index]) is not None)
        paragraph = text.paragraphs[index]
        if paragraph.cells or lows[index].lstrip().startswith(own):
            continue
        if documents.TITLE_LINE.match(text.view, paragraph.start, paragraph.end) is None:
            continue
        if signed or any(_ENCLOSED_BY.match(low) for low in lows[index + 1 : index + 6]):
            return index
    return None


def _first(lows: list[str], test: Callable[[str], bool], limit: int) -> int | None:
    return next((index for index, low in enumerate(lows[:limit]) if test(low)), None)


def _title(text: Text, lows: list[str], head: int) -> int | None:
    """The paragraph that names the type of the document: alone on its line, or in capitals before the subject."""
    for index in range(head, min(len(lows), head + 60)):
        paragraph = text.paragraphs[index]
        if paragraph.cells and not documents.HEAD.search(lows[index]):
            continue
        if documents.TITLE_LINE.match(text.view, paragraph.start, paragraph.end) is not None:
            return index
        found = headings.label(text.view[paragraph.start : paragraph.end])
        if found is not None and found.kind in _FIRST_SECTION and head > 0:
            return None
    return None


def _first_section(text: Text, lows: list[str], title: int | None) -> int:
    """The first labelled heading after the title; the number of paragraphs where there is none."""
    start = 0 if title is None else title + 1
    for index in range(start, len(lows)):
        found = headings.label(text.view[text.paragraphs[index].start : text.paragraphs[index].end])
        if found is not None and found.kind in _FIRST_SECTION and not text.paragraphs[index].cells:
            return index
    return len(lows)


_CITES = regex.compile(r"\d+\s*/\s*\S*\p{Lu}\S*|\d+-\p{Lu}")


def _mark_opening(text: Text, lows: list[str], regions: list[Region], title: int, first: int) -> None:
    """What stands between title and first section: the title's own lines, then the opening."""
    for index in range(title + 1, first):
        paragraph = text.paragraphs[index]
        cites = _CITES.search(text.view, paragraph.start, paragraph.end) is not None
        own_line = index == title + 1 and not cites and not lows[index].endswith((":", ";"))
        closes = lows[index].endswith((":", ";", ".", ","))
        authority = documents.AUTHORITY.fullmatch(text.view, paragraph.start, paragraph.end) is not None
        opens = documents.OPENING.match(lows[index]) is not None and (cites or closes)
        if authority or (not own_line and (len(lows[index]) > 330 or opens)):
            for later in range(index, first):
                if regions[later] is Region.TITLE:
                    regions[later] = Region.OPENING
            return


def _mark_closing(text: Text, lows: list[str], regions: list[Region], first: int, count: int) -> None:
    """Recipients, signature, annexes, and what a web page adds after them, up to paragraph `count`."""
    nodes_from = min(first, count)
    starts = [i for i in range(nodes_from, count) if _RECIPIENTS.match(lows[i]) is not None]
    signature = _last_signature(lows[:count], regions, starts[-1] if starts else nodes_from)
    index = min([i for i in (starts[-1] if starts else None, signature) if i is not None], default=None)
    if index is None:
        return
    state = Region.RECIPIENTS
    signed = False
    for at in range(index, count):
        if regions[at] is Region.FOOTNOTE:
            continue
        low, paragraph = lows[at], text.paragraphs[at]
        if _RECIPIENTS.match(low) is not None:
            state = Region.RECIPIENTS
        elif state is not Region.ANNEX and _SIGNATURE.match(low) is not None:
            state, signed = Region.SIGNATURE, True
        elif signed and state is not Region.ANNEX and (paragraph.cells or _ANNEX_TITLE.match(low) is not None):
            state = Region.ANNEX
        elif state is Region.SIGNATURE and headings.label(low) is not None and low.startswith("-"):
            state = Region.RECIPIENTS
        elif state is Region.SIGNATURE and signed and len(low) > 60 and at > index + 3:
            state = Region.OUTSIDE
        regions[at] = state


def _last_signature(lows: list[str], regions: list[Region], start: int) -> int | None:
    return next(
        (
            index
            for index in range(start, len(lows))
            if len(lows[index]) < 60 and _SIGNATURE.match(lows[index]) is not None and regions[index] is Region.BODY
        ),
        None,
    )


# --- the tree ------------------------------------------------------------------------------------------------------

_PATH_SEPARATOR = "."


class _Builder:
    """Walks the paragraphs once and keeps the open sections on a stack of (kind, depth of a decimal, node)."""

    def __init__(self, text: Text, regions: list[Region]) -> None:
        self.text = text
        self.regions = regions
        self.nodes: list[Node] = []
        self.blocks: list[Block] = []
        self.stack: list[tuple[LabelKind, int, int]] = []
        self.annex_open = False

    def outline(self) -> Outline:
        for index, (paragraph, region) in enumerate(zip(self.text.paragraphs, self.regions, strict=True)):
            if region is Region.BODY:
                self._body(index, paragraph)
            elif region is Region.ANNEX:
                self._annex(index, paragraph)
            else:
                self.blocks.append(Block(paragraph, index, region, self._labels(paragraph)[0], paragraph.start, -1))
        return Outline(self.text, tuple(self.blocks), tuple(self._closed()))

    def _labels(self, paragraph: Paragraph) -> tuple[tuple[Label, ...], int]:
        """The labels at the start of a paragraph and the offset where its words begin."""
        if paragraph.cells:
            return (), paragraph.start
        out: list[Label] = []
        at = paragraph.start
        for _ in range(3):
            found = headings.label(self.text.view[at : paragraph.end])
            if found is None or (out and found.kind not in (LabelKind.INDICATOR, LabelKind.OBJECTIVE)):
                break
            out.append(found)
            at += found.end
        return tuple(out), at

    def _body(self, index: int, paragraph: Paragraph) -> None:
        labels, body = self._labels(paragraph)
        opens = next((found for found in labels if found.kind not in (LabelKind.BULLET, LabelKind.PLUS)), None)
        if opens is not None and labels[0].kind not in (LabelKind.BULLET, LabelKind.PLUS):
            self._open(opens, index, paragraph, body)
        section = self.stack[-1][2] if self.stack else -1
        self.blocks.append(Block(paragraph, index, Region.BODY, labels, body, section))

    def _annex(self, index: int, paragraph: Paragraph) -> None:
        low = self.text.lower[paragraph.start : paragraph.end]
        labels, body = self._labels(paragraph)
        if not self.annex_open or (_ANNEX_TITLE.match(low) is not None and not paragraph.cells):
            number = labels[0].text if labels and labels[0].kind is LabelKind.ANNEX else ""
            path = "Phụ lục" + (f" {number}" if number[:1].isalnum() and not number.lower().startswith("p") else "")
            self.stack = []
            self._push(LabelKind.ANNEX, 0, path, path, "annex", index, paragraph, body)
            self.annex_open = True
        elif labels and labels[0].kind in (LabelKind.ROMAN, LabelKind.CAPITAL, LabelKind.DECIMAL, LabelKind.LETTER):
            self._open(labels[0], index, paragraph, body)
        section = self.stack[-1][2] if self.stack else -1
        self.blocks.append(Block(paragraph, index, Region.ANNEX, labels, body, section))

    def _open(self, label: Label, index: int, paragraph: Paragraph, body: int) -> None:
        """Opens the section of a label at its level."""
        depth = label.text.count(".") + 1 if label.kind is LabelKind.DECIMAL else 0
        self._return_to(label, depth)
        title = self._heading(paragraph, body)
        parent = self.nodes[self.stack[-1][2]] if self.stack else None
        role = headings.role(title) if len(title) < 200 else None
        if label.kind is LabelKind.ARTICLE and len(title) > 60:
            role = "organisation" if role == "organisation" else None  # a sentence of a decision, no heading of a part
        if parent is not None and not (parent.kind is LabelKind.ARTICLE and parent.role == "body" and role):
            role = role if role is not None and self._may_change(parent.role, role) else parent.role
        self._push(label.kind, depth, label.text, self._path(label, depth), role or "body", index, paragraph, body)

    @staticmethod
    def _may_change(parent: str, role: str) -> bool:
        """Whether a section below may have a role of its own: duties stay duties, objectives may be general ones."""
        if parent in ("objectives", "general_objectives"):
            return role in ("objectives", "general_objectives", "tasks", "situation") and role != "situation"
        return parent == "body" and role != "situation"

    def _return_to(self, label: Label, depth: int) -> None:
        """Closes what the label is not below of."""
        if label.kind in (LabelKind.PART, LabelKind.ANNEX):
            self.stack = []
            return
        for at, (kind, other, node) in enumerate(self.stack):
            same = kind is label.kind and (label.kind is not LabelKind.DECIMAL or other >= depth)
            if label.kind is LabelKind.DECIMAL and kind is LabelKind.DECIMAL and other < depth:
                prefix = label.text.rsplit(".", depth - other)[0]
                same = prefix != self.nodes[node].label and depth > 1 and other > 1
            if same:
                del self.stack[at:]
                return

    def _path(self, label: Label, depth: int) -> str:
        """The path of a section: labels joined by dots, a decimal in the place of the decimals it repeats."""
        above = list(self.stack)
        if label.kind is LabelKind.DECIMAL and depth > 1:
            while above and above[-1][0] is LabelKind.DECIMAL:
                above.pop()
        prefix = self.nodes[above[-1][2]].path if above else ""
        text = f"Điều {label.text}" if label.kind is LabelKind.ARTICLE else label.text
        return f"{prefix}{_PATH_SEPARATOR}{text}" if prefix else text

    def _heading(self, paragraph: Paragraph, body: int) -> str:
        return self.text.view[body : paragraph.end].strip()

    def _push(
        self, kind: LabelKind, depth: int, label: str, path: str, role: str, index: int, paragraph: Paragraph, body: int
    ) -> None:
        parent = self.stack[-1][2] if self.stack else -1
        title = self.text.text[body : paragraph.end].strip()
        if len(title) > 200:
            title = title[:199] + "…"
        self.nodes.append(Node(path, label, kind, title, role, paragraph.start, paragraph.end, parent, index))
        self.stack.append((kind, depth, len(self.nodes) - 1))

    def _closed(self) -> list[Node]:
        """The sections with their ends: where the next one of the same level or above begins."""
        ends = [node.end for node in self.nodes]
        for block in self.blocks:
            index = block.section
            while index >= 0:
                ends[index] = max(ends[index], block.end)
                index = self.nodes[index].parent
        return [
            Node(n.path, n.label, n.kind, n.title, n.role, n.start, end, n.parent, n.block)
            for n, end in zip(self.nodes, ends, strict=True)
        ]
