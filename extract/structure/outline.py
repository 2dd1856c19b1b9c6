"""The outline of a plan: paragraphs → regions of the document and a tree of sections, each with its role.

The body is a tree of labelled headings and items, and of headings in capitals or bold where a plan numbers none; a label kind
seen before returns to its level, a new one goes a level down.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from typing import Any, TypeVar

from extract.records import Section
from extract.structure.regions import Region, regions_of
from extract.structure.text import Paragraph, Text
from extract.structure.zones import is_numbered
from extract.vocabulary import HeadingRole, PartRole, SectionRole
from patterns import annexes, headings
from patterns.headings import Label, LabelKind

# Sections below which one may tell how things stand.
_BESIDE_SITUATION = frozenset({"objectives", "general_objectives", "body"})


@dataclass(frozen=True, slots=True)
class Node:
    """A section: a labelled heading or a labelled item, with its place in the tree (`parent` is an index, -1 at the top)."""

    path: str
    label: str
    kind: LabelKind | None
    title: str
    role: SectionRole
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
    def done(self) -> dict[object, Any]:
        """What the stages found out of this outline, each under itself; only `stage` writes and reads it."""
        return {}

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

    def role(self, block: Block) -> PartRole:
        """The role of the section that a block stands in."""
        node = self.node(block)
        return node.role if node is not None else block.region.role

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

    @property
    def opening(self) -> str:
        """The words before the first section: head, title, grounds."""
        return self.text.text[: self.nodes[0].start] if self.nodes else self.text.text

    def sections(self) -> tuple[Section, ...]:
        """The sections as records."""
        return tuple(
            Section(path=n.path, label=n.label, title=n.title, role=n.role, start=n.start, end=n.end)
            for n in self.nodes
        )


Found = TypeVar("Found")


def stage(work: Callable[[Outline], Found]) -> Callable[[Outline], Found]:
    """A function of an outline that is worked out once for each outline, whichever component asks first.

    What it returns is shared by all who ask and is not to be changed.
    """

    @wraps(work)
    def once(outline: Outline) -> Found:
        if work not in outline.done:
            outline.done[work] = work(outline)
        found: Found = outline.done[work]
        return found

    return once


def build(text: Text) -> Outline:
    """The outline of a text."""
    regions = regions_of(text)
    return _Builder(text, regions).outline()


# --- the tree ------------------------------------------------------------------------------------------------------

_PATH_SEPARATOR = "."
_BELOW_NUMBERS = (LabelKind.LETTER, LabelKind.GROUP)


class _Builder:
    """Walks the paragraphs once and keeps the open sections on a stack of (kind, depth of a decimal, node)."""

    def __init__(self, text: Text, regions: list[Region]) -> None:
        self.text = text
        self.regions = regions
        self.nodes: list[Node] = []
        self.blocks: list[Block] = []
        self.stack: list[tuple[LabelKind, int, int]] = []
        self.annex_open = False
        self.numbered = is_numbered(text)

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
        elif not labels and not paragraph.cells:
            line = self.text.view[paragraph.start : paragraph.end]
            bare = headings.bare(line, bold=paragraph.bold, numbered=self.numbered)
            if not self._names_last(line, index) and bare is not None:
                self._open(Label(bare, line.strip(" :*"), 0), index, paragraph, body)
        section = self.stack[-1][2] if self.stack else -1
        self.blocks.append(Block(paragraph, index, Region.BODY, labels, body, section))

    def _names_last(self, line: str, index: int) -> bool:
        """Gives the section that the line above opened its title, where that said nothing but a label (`Phần thứ hai`)."""
        if not self.stack:
            return False
        at = self.stack[-1][2]
        node = self.nodes[at]
        if node.block != index - 1 or node.title or node.kind not in (LabelKind.PART, LabelKind.CHAPTER):
            return False
        if headings.bare(line, bold=True, numbered=False) is None:
            return False
        self.nodes[at] = replace(node, title=line.strip(" :*"), role=headings.role(line) or node.role)
        return True

    def _annex(self, index: int, paragraph: Paragraph) -> None:
        low = self.text.lower[paragraph.start : paragraph.end]
        labels, body = self._labels(paragraph)
        begins = annexes.TITLE.match(low) is not None and not paragraph.cells
        if not self.annex_open or (begins and not self._names_annex(index, low)):
            number = labels[0].text if labels and labels[0].kind is LabelKind.ANNEX else ""
            path = "Phụ lục" + (f" {number}" if number[:1].isalnum() and not number.lower().startswith("p") else "")
            self.stack = []
            self._push(LabelKind.ANNEX, 0, path, path, "annex", index, paragraph, body)
            self.annex_open = True
        elif labels and labels[0].kind in (LabelKind.ROMAN, LabelKind.CAPITAL, LabelKind.DECIMAL, LabelKind.LETTER):
            self._open(labels[0], index, paragraph, body)
        section = self.stack[-1][2] if self.stack else -1
        self.blocks.append(Block(paragraph, index, Region.ANNEX, labels, body, section))

    def _names_annex(self, index: int, low: str) -> bool:
        """Whether a line is the title of the annex whose label is the line above (`PHỤ LỤC I`, then `DANH MỤC NHIỆM VỤ`)."""
        last = self.nodes[-1] if self.nodes else None
        return (
            last is not None
            and last.kind is LabelKind.ANNEX
            and last.block == index - 1
            and not last.title
            and not low.lstrip().startswith("phụ lục")
        )

    def _open(self, label: Label, index: int, paragraph: Paragraph, body: int) -> None:
        """Opens the section of a label at its level."""
        depth = label.text.count(".") + 1 if label.kind is LabelKind.DECIMAL else 0
        self._return_to(label, depth)
        title = self._heading(paragraph, body)
        parent = self.nodes[self.stack[-1][2]] if self.stack else None
        said = headings.role(title)
        if label.kind is LabelKind.ARTICLE and len(title) > 60:
            said = "organisation" if said == "organisation" else None  # a sentence of a decision, no heading of a part
        role: SectionRole = said or "body"
        if parent is not None and not (parent.kind is LabelKind.ARTICLE and parent.role == "body" and said):
            aim = said == "tasks" and title.endswith((".", ";"))  # an aim that speaks of tasks, no heading
            role = said if said is not None and not aim and self._may_change(parent, said) else parent.role
        self._push(label.kind, depth, label.text, self._path(label, depth), role, index, paragraph, body)

    @staticmethod
    def _may_change(parent: Node, role: HeadingRole) -> bool:
        """Whether a section below may have a role of its own: duties stay duties, objectives may be general ones."""
        if role == "situation":  # beside the aims of a part, not among duties
            return parent.kind in (LabelKind.PART, LabelKind.CHAPTER) or parent.role in _BESIDE_SITUATION
        if parent.kind in (LabelKind.PART, LabelKind.CHAPTER) and parent.role != "situation":
            return True  # `Phần II. Nội dung kế hoạch` is an umbrella over objectives and tasks
        if parent.role in ("objectives", "general_objectives"):
            # `Mục tiêu, nhiệm vụ và giải pháp`
            mixed = headings.TASKS_OR_SOLUTIONS.search(parent.title.lower()) is not None
            return mixed or role in ("objectives", "general_objectives", "tasks")
        return parent.role == "body"

    def _return_to(self, label: Label, depth: int) -> None:
        """Closes what the label is not below of."""
        if label.kind in (LabelKind.PART, LabelKind.ANNEX, LabelKind.HEADING):
            self.stack = []
            return
        if label.kind is LabelKind.SUBHEADING:
            self.stack = [open_one for open_one in self.stack[:1] if open_one[0] is LabelKind.HEADING]
            return
        if label.kind is LabelKind.DECIMAL:
            self._return_to_number(label, depth)
            return
        # an article stands below no number, also where those before it are an excerpt's
        closes = (LabelKind.ARTICLE, LabelKind.DECIMAL) if label.kind is LabelKind.ARTICLE else (label.kind,)
        at = next((at for at, (kind, _, _) in enumerate(self.stack) if kind in closes), None)
        if at is not None:
            del self.stack[at:]

    def _return_to_number(self, label: Label, depth: int) -> None:
        """The same for a number: `3.1` is below what is numbered 3, `2` counts on from `1`, a `1` below `a)` begins a list of its own."""
        numbers = [(at, other, self.nodes[node].label) for at, (kind, other, node) in enumerate(self.stack) if kind is LabelKind.DECIMAL]  # fmt: skip
        if not numbers:
            return
        above = [at for at, _, number in numbers if label.text.startswith(f"{number}.")]
        if above:
            del self.stack[above[-1] + 1 :]
            return
        alike = [(at, number) for at, other, number in numbers if other == depth]
        before = [
            at for at, number in alike if number.rsplit(".", 1)[-1] == str(int(label.text.rsplit(".", 1)[-1]) - 1)
        ]
        if before:
            del self.stack[before[-1] :]
        elif not alike or label.text != "1" or self.stack[-1][0] not in _BELOW_NUMBERS or len(alike) > 1:
            del self.stack[
                alike[0][0] if alike else next((at for at, other, _ in numbers if other > depth), len(self.stack)) :
            ]

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
        self,
        kind: LabelKind,
        depth: int,
        label: str,
        path: str,
        role: SectionRole,
        index: int,
        paragraph: Paragraph,
        body: int,
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
