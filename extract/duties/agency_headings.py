"""Headings that name agencies: what a paragraph names at its start, and how its duty stands to them.

A line that stands alone above its duties is made of names to its end (`patterns.agency_lists`): what follows a name that the grammar of
names knows belongs to it, and what follows a general phrase restricts it (`Các sở, ngành chủ trì các dự án`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import regex

from extract.duties import charged_tasks
from extract.structure.outline import Block, Outline
from patterns import agencies, agency_lists, duties
from patterns.headings import LabelKind


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


UNKNOWN = regex.compile(r"[^;:.]{2,80}?(?=\s?(?:$|:\s?$))|[^;:.]{2,60}?(?=\s?:\s)")
# The end of a heading's words: its colon, or the end of the line.
_COLON = regex.compile(r"\s?:(?=\s|$)")
_LONGEST = 240
# Words of a name; what runs on to the full stop beyond them is a sentence whose verb nothing tells from its name.
_LONGEST_NAME = 10


def read(outline: Outline, block: Block) -> tuple[Heading, Place] | None:
    """The agencies that a paragraph names at its start, and how its duty stands to them; `None` where it names none."""
    return None if block.index in charged_tasks.lines(outline) else _Reader(outline, block).read()


def asking(outline: Outline, block: Block) -> Heading | None:
    """The agencies that a sentence asks for all that the items below it say; `None` where it asks none."""
    text, view = outline.text.text, outline.text.view
    match = duties.ASKS_ALL.search(outline.text.lower, block.body, block.end) if not block.labels else None
    if match is None or not agencies.starts(view, match.end()):
        return None
    names = agencies.parse(view, match.end(), block.end)
    if not names:
        return None
    requested = match["request"] is not None
    where = duties.UNDER_CENTRE.match(outline.text.lower, names[-1].end, block.end)
    if where is not None:
        names[-1] = replace(names[-1], end=where.end())
    return heading_of(text, names, names[0].start, names[-1].end, requested, block, block.end, True)


class _Reader:
    """Reads the start of one paragraph."""

    def __init__(self, outline: Outline, block: Block) -> None:
        self.outline, self.block = outline, block
        self.text, self.view, self.low = outline.text.text, outline.text.view, outline.text.lower
        prefix = duties.PREFIX.match(self.low, block.body, block.end)
        self.ordered = prefix is not None
        self.requested = prefix is not None and prefix["request"] is not None
        self.start = prefix.end() if prefix is not None else block.body

    def read(self) -> tuple[Heading, Place] | None:
        start, end = self.start, self.block.end
        names = agencies.parse(self.view, start, end) if agencies.starts(self.view, start) else []
        if not names or agency_lists.is_person(self.view, start):
            return self._filled([], start) if agency_lists.begins(self.view, start) else None
        broken = self._broken()
        if broken is not None:
            return broken, Place.HEADING
        if duties.ANNOUNCES.fullmatch(self.low, names[-1].end, end) is not None:
            return None  # `Hội đồng nhân dân tỉnh giao:` above those who are told
        rest = duties.HEADING_REST.match(self.low, names[-1].end, end)
        if rest is not None and rest["mark"].strip() == "-" and self._goes_on_as_name(rest.end()):
            return self._filled(names, names[-1].end)  # `Trung tâm Văn hóa - Thể thao`
        if rest is not None and self._lists_members(names[-1], rest):
            return self._filled(names, names[-1].end)  # `Các doanh nghiệp viễn thông (Viễn thông A, Công ty B)`
        if rest is not None:
            return self._exact(names, rest)
        if self.block.labels and (joined := agency_lists.JOINED_DUTY.match(self.view, names[-1].end, end)) is not None:
            # the heading filled its line, and the wrap hides where the duty below it begins
            return self._found(names, joined.end()), Place.RUN_ON
        further = agency_lists.FURTHER.match(self.view, names[-1].end, end)
        if further is not None and self.ordered and agency_lists.begins(self.view, further.end()):
            return self._filled(
                names, names[-1].end
            )  # `Đề nghị Văn phòng Tỉnh ủy và các Ban …, Kiểm toán …`: no list knows them all
        if duties.GOES_ON.match(self.low, names[-1].end, end) is not None:
            return self._sentence(names)
        return self._filled(names, names[-1].end)

    def _lists_members(self, name: agencies.Name, rest: regex.Match[str]) -> bool:
        """Whether the bracket behind a general name says who is meant, and so belongs to it."""
        words = rest[0].strip()
        return words.startswith("(") and "," in words and self.low.startswith("các ", name.start)

    def _broken(self) -> Heading | None:
        """The heading whose last name goes on in the line below (`…, Hội Liên hiệp` / `Phụ nữ tỉnh và …`); `None` where none does."""
        block, blocks = self.block, self.outline.blocks
        if not block.labels or block.index + 2 >= len(blocks) or self.view[block.end - 1] in ".;:,":
            return None
        below, after = blocks[block.index + 1], blocks[block.index + 2]
        ends_here = after.section == block.section and deeper(after, below) and not below.labels
        if not ends_here or below.section != block.section or below.paragraph.cells or after.paragraph.cells:
            return None
        if below.end - self.start > _LONGEST or self.view[below.end - 1] in ".;,":
            return None
        flat = self.view[self.start : below.end].replace("\n", " ")
        border, length = block.end - self.start, len(flat)
        if not any(name.start < border < name.end for name in agencies.parse(flat, 0, length)):
            return None
        names = [
            agencies.Name(self.start + name.start, self.start + name.end, name.own, name.head)
            for name in agency_lists.fill(flat, 0, length)
        ]
        return self._found(names, below.end)

    def _stands_alone(self) -> bool:
        """Whether the paragraph is a line above its duties: without a mark at its end, with something below it."""
        words = self.text[self.block.start : self.block.end].rstrip()
        if words.endswith((".", ";", ",")) or len(words) > _LONGEST:
            return False
        blocks = self.outline.blocks
        following = blocks[self.block.index + 1] if self.block.index + 1 < len(blocks) else None
        if following is None or following.region is not self.block.region or following.paragraph.cells:
            return False
        node = self.outline.node(self.block)
        if node is not None and node.block == self.block.index:
            other = self.outline.node(following)
            return following.section == self.block.section or (other is not None and other.parent == self.block.section)
        return following.section == self.block.section and deeper(following, self.block)

    def _goes_on_as_name(self, at: int) -> bool:
        """Whether what follows a dash is another name, or more of this one, and no duty."""
        if self._stands_alone() or agency_lists.begins(self.view, at):
            return True
        return self._colon(at) is not None and duties.DUTY_BEGINS.match(self.low, at) is None

    def _colon(self, at: int) -> regex.Match[str] | None:
        """The colon that ends a heading behind `at`, where no sentence ends before it."""
        colon = _COLON.search(self.view, at, min(self.block.end, self.start + _LONGEST))
        return colon if colon is not None and not _BREAKS.search(self.view, at, colon.start()) else None

    def _exact(self, names: list[agencies.Name], rest: regex.Match[str]) -> tuple[Heading, Place]:
        """The names end where the heading ends."""
        block = self.block
        if rest["mark"].strip() not in (":", "-") or rest.end() >= block.end:
            heading = self._found(names, block.end)
            runs_over = rest["mark"].strip() == "." and len(names[-1].text(self.text).split()) > _LONGEST_NAME
            return replace(heading, sure=False) if runs_over else heading, Place.HEADING
        named = _named_behind(self.outline, names, rest.end(), block.end)
        if named:  # `Các cơ quan báo chí: Báo …, Đài … tăng cường …`
            return self._found(named, block.body), Place.WHOLE
        return self._found(names, rest.end()), Place.RUN_ON

    def _sentence(self, names: list[agencies.Name]) -> tuple[Heading, Place] | None:
        """The words go on with a verb: a duty, or the title of duties below."""
        announces = self.text[self.block.start : self.block.end].rstrip().endswith(":")
        at = names[-1].end
        does = self.ordered and duties.DOES.match(self.low, at, self.block.end) is not None
        if names[-1].own and not does and self._is_of_name(at):
            return self._filled(names, at)
        grounds = duties.GROUNDS.match(self.low, at, self.block.end) is not None
        joined = names[-1].own and not grounds and self.low.startswith((",", " và "), at)
        if joined and self._colon(at) is not None:
            return self._filled(names, at)  # `Phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới: …`
        if self._stands_alone() or announces:
            restricts = joined or not (names[-1].own or grounds)
            if restricts and not announces and self.block.labels:
                return self._filled(names, names[-1].end)
            return self._found(names, self.block.end), Place.HEADING
        return self._found(names, self.block.body), Place.WHOLE

    def _is_of_name(self, at: int) -> bool:
        """Whether the few words up to the colon or the end of a heading belong to the name, though they can be a verb (`Phòng Kế hoạch tổng hợp`)."""
        if agency_lists.WORK_OF_OFFICE.match(self.view, at, self.block.end) is None:
            return False
        return self._colon(at) is not None or self._stands_alone()

    def _filled(self, names: list[agencies.Name], at: int) -> tuple[Heading, Place] | None:
        """The words go on with what no grammar of names knows: they are names as far as the colon, or to the end of the line."""
        block, view = self.block, self.view
        colon = _COLON.search(view, at, block.end)
        end = colon.start() if colon is not None else block.end
        own = names[-1].own if names else True  # without a name that the grammar knows, a head word stands there
        labelled = bool(block.labels) and not block.is_item
        whole = not _BREAKS.search(view, at, end) and end - self.start < _LONGEST
        if whole and (colon is not None or self._stands_alone()) and (own or labelled):
            filled = agency_lists.fill(view, self.start, end)
            runs_on = colon is not None and colon.end() < block.end
            heading = self._found(filled, colon.end() if colon is not None and runs_on else block.end)
            return heading, Place.RUN_ON if runs_on else Place.HEADING
        verb = self._verb(at) if labelled and (own or self.ordered) else None
        if verb is not None:  # names that no list knows among others, and what they are to do
            filled = agency_lists.fill(view, self.start, verb)
            return self._found(filled if len(filled) > len(names) else names, block.body), Place.WHOLE
        if names and (self.ordered or (own and labelled and view[at : at + 1] == " ")):
            heading = self._found(names, block.body)
            open_end = duties.OPEN_END.search(view, names[-1].start, names[-1].end) is not None
            return replace(heading, sure=False) if open_end and not self.ordered else heading, Place.WHOLE
        return None

    def _verb(self, at: int) -> int | None:
        """Where the verb of the sentence begins, in small letters: `Văn phòng Tỉnh ủy và các Ban Xây dựng Đảng … tăng cường …`."""
        for match in agency_lists.BEFORE_DUTY.finditer(self.low, at, min(self.block.end, at + _FURTHEST)):
            if self.view[match.end()].islower():
                return None if _BREAKS.search(self.view, at, match.start()) is not None else match.start()
        return None

    def _found(self, names: list[agencies.Name], body: int) -> Heading:
        while body < self.block.end and self.text[body].isspace():
            body += 1
        start, end = names[0].start, names[-1].end
        return heading_of(self.text, names, start, end, self.requested, self.block, body, True)


_BREAKS = regex.compile(r"[.;](?=\s*\p{L})(?<!;)|[.]\s*$")
_FURTHEST = 600  # characters of names before the verb
_DEPTH = {LabelKind.BULLET: 3, LabelKind.PLUS: 4}


def deeper(one: Block, other: Block) -> bool:
    """Whether a paragraph may stand below another one: its label is of a deeper kind, or it has one and the other none."""
    mine, its = (_DEPTH.get(block.labels[0].kind, 1) if block.labels else 0 for block in (one, other))
    return mine > its or (mine == 0 and its == 0)


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
