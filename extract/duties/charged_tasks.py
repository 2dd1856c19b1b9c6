"""Tasks anywhere in a plan that say who does them: a line (`Cơ quan chủ trì: …`) or a bracket (`(Sở X chủ trì)`) behind the task.

One line may serve several items: then the words of their heading are the task, and where it has none of its own (`Hoạt động 1`) the
items from first to last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.structure.outline import Block, Node, Outline, stage
from extract.structure.regions import Region
from patterns import charge, duties
from patterns.charge import Charge, Key, Part
from patterns.headings import LabelKind

_NO_TASKS = frozenset({"situation", "general_objectives", "objectives", "basis", "header"})


@dataclass(frozen=True, slots=True)
class Task:
    """A task at `text[start:end]` and whom its line charges; `blocks` are the paragraphs of the task and of its lines."""

    start: int
    end: int
    charge: Charge
    blocks: tuple[int, ...]

    def actor(self, text: str) -> str:
        """The agencies as written, those of several items one after the other."""
        items = text[self.charge.names[0].start : self.charge.names[-1].end].split("\n- ")
        return "; ".join(words for item in items if (words := " ".join(item.split()).rstrip(".;,")))


@dataclass(frozen=True, slots=True)
class _Walked:
    """What one walk over a plan finds: the tasks, and the indexes of the paragraphs that are nothing but their lines."""

    tasks: tuple[Task, ...]
    lines: frozenset[int]


def charged_tasks_in(outline: Outline) -> tuple[Task, ...]:
    """The tasks that say who does them, in reading order, those under the heading of an agency among them."""
    return _walked(outline).tasks


def lines(outline: Outline) -> frozenset[int]:
    """The indexes of the paragraphs that only say who does a task, when, or with what money: no duties."""
    return _walked(outline).lines


@stage
def _walked(outline: Outline) -> _Walked:
    walk = _Walk(outline)
    return _Walked(tuple(walk.tasks()), frozenset(walk.lines))


@dataclass(slots=True)
class _Group:
    """Lines one after the other that belong to one task: their keys, the bullets that name agencies, their paragraphs."""

    keys: list[Part] = field(default_factory=list)
    bullets: list[tuple[Block, Key]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


class _Walk:
    """Goes over the paragraphs once and keeps those that no line has served yet."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.view, self.low = outline.text.view, outline.text.lower
        self.blocks = [
            block
            for block in outline.blocks
            if block.region in (Region.BODY, Region.ANNEX) and not block.paragraph.cells
        ]
        self.open: list[Block] = []
        self.lines: set[int] = set()

    def tasks(self) -> Iterator[Task]:
        at = 0
        while at < len(self.blocks):
            block = self.blocks[at]
            if self.outline.role(block) in _NO_TASKS:
                self.open, at = [], at + 1
                continue
            group, at = self._group(at)
            if group is None:
                yield from self._alone(block)
            elif any(key.key in (Key.LEAD, Key.ACT) for key in group.keys):
                following = self.blocks[at] if at < len(self.blocks) else None
                yield from self._served(group, following)
                self.open = []

    def _group(self, at: int) -> tuple[_Group | None, int]:
        """The lines from a paragraph on; `None` where it is none, and the next paragraph."""
        group = _Group()
        while at < len(self.blocks):
            block = self.blocks[at]
            keys = charge.parts(self.low, block.body, block.end)
            if not keys or keys[0].at != block.body or self._is_heading(block, at, keys):
                break
            group.keys += keys
            group.blocks.append(block)
            at += 1
            if keys[-1].start >= keys[-1].end:
                at = self._bullets(group, at, keys[-1])
        if not group.blocks:
            return None, at + 1
        self.lines.update(block.index for block in group.blocks)
        return group, at

    def _is_heading(self, block: Block, at: int, keys: list[Part]) -> bool:
        """Whether a paragraph that ends with the key is the heading of a part (`Phân công thực hiện:` above agencies and their duties)."""
        last = keys[-1]
        if last.start < last.end or last.key not in (Key.LEAD, Key.ACT, Key.TOGETHER):
            return False
        following = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        keyed = charge.parts(self.low, following.body, following.end) if following is not None else []
        if following is not None and keyed and keyed[0].at == following.body:
            return False  # `b) Cơ quan thực hiện:` above `- Đơn vị chủ trì: …`
        if following is None or following.section != block.section or not following.is_item:
            return True
        return charge.charge(self.view, self.low, following.body, following.end) is None

    def _bullets(self, group: _Group, at: int, key: Part) -> int:
        """Takes the items that stand below a key without a value."""
        while at < len(self.blocks):
            block = self.blocks[at]
            if not block.is_item or charge.parts(self.low, block.body, block.end):
                break
            if charge.charge(self.view, self.low, block.body, block.end) is None:
                break
            group.bullets.append((block, key.key))
            group.blocks.append(block)
            at += 1
        return at

    # --- a task of its own -----------------------------------------------------------------------------------------

    def _alone(self, block: Block) -> Iterator[Task]:
        """A paragraph without a line: its own keys or its bracket say who does it, or it waits for a line."""
        keys = charge.parts(self.low, block.body, block.end)
        first = next((key for key in keys if key.key in (Key.LEAD, Key.ACT)), None)
        found = charge.charged(self.view, self.low, keys) if first is not None else None
        if found is not None and first is not None:
            start = self._content(block)
            end = _before(self.low, start, keys[0].at)
            if start < end:
                yield Task(start, end, found, (block.index,))
                self._close(block)
                return
        bracket = charge.bracket(self.view, self.low, block.body, block.end)
        if bracket is not None and bracket[0] == block.body:
            yield from self._in_bracket(block, bracket[1])
            return
        if bracket is not None:
            start = self._content(block)
            yield Task(start, _before(self.low, start, bracket[0]), bracket[1], (block.index,))
            self._close(block)
            return
        self.open.append(block)

    def _in_bracket(self, block: Block, found: Charge) -> Iterator[Task]:
        """The task above a paragraph that is a bracket and nothing else (`(Phòng A chủ trì, phối hợp với Phòng B)`)."""
        self.lines.add(block.index)
        if self.open and self.open[-1].index == block.index - 1:
            task = self.open[-1]
            yield Task(self._content(task), task.end, found, (task.index, block.index))
        self._close(block)

    def _close(self, block: Block) -> None:
        """Forgets what waits: only the headings above may still be served."""
        self.open = []

    def _content(self, block: Block) -> int:
        """Where the words of a task begin, behind its label and `Nội dung:`."""
        match = charge.CONTENT.match(self.low, block.body, block.end)
        return match.end() if match is not None else block.body

    # --- tasks that lines serve ------------------------------------------------------------------------------------

    def _served(self, group: _Group, following: Block | None) -> Iterator[Task]:
        found = charge.charged(self.view, self.low, group.keys)
        own: list[Block] = []
        for block, key in group.bullets:
            said = charge.charge(self.view, self.low, block.body, block.end)
            if said is None:
                continue
            if key is Key.TOGETHER:
                said = Charge((), said.names + said.partners, False, said.rest)
            elif key is Key.LEAD:
                said = Charge(said.names, said.partners, True, said.rest)
            if said.rest < block.end - 1 and duties.DUTY_BEGINS.match(self.low, said.rest, block.end) is not None:
                own.append(block)
                continue
            found = _joined(found, said)
        of_last = self._is_of_last(group.blocks[0], following)
        if found is not None and found.names and (words := self._words(group.blocks[0], of_last=of_last)) is not None:
            start, end, blocks = words
            yield Task(
                start, end, found, (*(block.index for block in blocks), *(block.index for block in group.blocks))
            )
        for block in own:
            said = charge.charge(self.view, self.low, block.body, block.end)
            if said is not None:
                yield Task(block.body, block.end, said, (block.index,))

    def _is_of_last(self, line: Block, following: Block | None) -> bool:
        """Whether lines serve the last of several numbered items alone: further ones follow them."""
        node = self.outline.node(line)
        if following is None or node is None or line.labels or node.kind is not LabelKind.DECIMAL:
            return False
        return self._is_leaf(node) and self._stands_beside(following, node)

    def _words(self, line: Block, *, of_last: bool) -> tuple[int, int, list[Block]] | None:
        """The words of the task that a line serves: one item, or the heading of several."""
        heading, items = self._above(line)
        while items and charge.CONTENT.fullmatch(self.low, items[0].body, items[0].end) is not None:
            items = items[1:]
        tops = _tops(items)
        numbered = len(tops) > 1 and all(top.labels and not top.is_item for top in tops)
        if of_last and numbered:
            items = items[items.index(tops[-1]) :]
            tops = tops[-1:]
        if (
            len(tops) == 1
            or (items and heading is None)
            or (items and heading is not None and self._only_counts(heading))
        ):
            return self._content(items[0]), items[-1].end, items
        if heading is None or self._only_counts(heading):
            return None
        start = self._content(heading)
        return start, _before(self.low, start, heading.end), [heading, *items]

    def _above(self, line: Block) -> tuple[Block | None, list[Block]]:
        """The heading of the section that a line stands in, and the open paragraphs between the two."""
        node = self.outline.node(line)
        if node is None:
            return None, list(self.open)
        heading = self.outline.blocks[node.block]
        if heading.index == line.index:  # the line has a label of its own: `b) Cơ quan thực hiện:` below `a) Nhiệm vụ:`
            above = self.outline.blocks[self.outline.nodes[node.parent].block] if node.parent >= 0 else None
            return above, [block for block in self.open if above is None or block.index > above.index]
        items = [block for block in self.open if block.section == line.section and block.index != heading.index]
        if items or not self._is_leaf(node):
            return heading, items
        # items one after the other (`a)`, `2.1.`), and one line for all of them
        beside = [block for block in self.open if self._stands_beside(block, node)]
        above = self.outline.blocks[self.outline.nodes[node.parent].block] if node.parent >= 0 else None
        return above, beside or [heading]

    def _is_leaf(self, node: Node) -> bool:
        """Whether a section is an item among others: a letter, or a number below a number (`2.1.` below `2.`)."""
        if node.kind is LabelKind.LETTER:
            return True
        above = self.outline.nodes[node.parent] if node.parent >= 0 else None
        return node.kind is LabelKind.DECIMAL and above is not None and above.kind is LabelKind.DECIMAL

    def _stands_beside(self, block: Block, node: Node) -> bool:
        other = self.outline.node(block)
        return other is not None and other.kind is node.kind and other.parent == node.parent

    def _only_counts(self, heading: Block) -> bool:
        return charge.ONLY_COUNTS.match(self.low, heading.body, heading.end) is not None


def _joined(one: Charge | None, other: Charge) -> Charge:
    if one is None:
        return other
    return Charge(one.names + other.names, one.partners + other.partners, one.leads or other.leads, other.rest)


def _before(low: str, start: int, end: int) -> int:
    """The end of words before a line or a bracket, without the mark and the dash that lead to it."""
    while end > start and low[end - 1] in " \n(–-:;,":
        end -= 1
    return end


_RANKS = {LabelKind.LETTER: 1, LabelKind.GROUP: 2, LabelKind.BULLET: 3, LabelKind.PLUS: 4}


def _tops(items: list[Block]) -> list[Block]:
    """The items that are not below another one."""
    ranks = [_RANKS.get(block.labels[0].kind, 1) if block.labels else 5 for block in items]
    if not ranks:
        return []
    if ranks[0] == 5:
        return [item for item, rank in zip(items, ranks, strict=True) if rank == 5]
    return [item for item, rank in zip(items, ranks, strict=True) if rank <= ranks[0]]
