"""Who must do what a paragraph says: the agencies' headings of the part that organises the work, and what they govern.

`governing(outline)` is what deadlines (their actor) and assignments read; `places(outline)` also says how each paragraph
of the part stands to its heading. Headings are numbered or not, alone or with the duty behind a colon, or they are the
subject of the duty itself (`14. Ủy ban nhân dân các huyện xây dựng …`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import regex

from extract.outline import Block, Outline, Region
from patterns import agencies, duties, headings
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


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph of the part with what governs it; `root` is the section of the part, -1 where it has none."""

    block: Block
    place: Place
    heading: Heading | None
    root: int


def governing(outline: Outline) -> dict[int, Heading]:
    """For the index of every block under an agency's heading in the part that organises the work: that heading."""
    return {placed.block.index: placed.heading for placed in places(outline) if placed.heading is not None}


def places(outline: Outline) -> list[Placed]:
    """The paragraphs of the parts that organise the work, in reading order, tables left out."""
    out: list[Placed] = []
    for blocks, root in _parts(outline):
        out.extend(_Part(outline, blocks, root).placed())
    return out


# --- the part ------------------------------------------------------------------------------------------------------

_ENDS_SO = regex.compile(
    r"(?:tổ chức (?:triển khai )?thực hiện|phân công (?:nhiệm vụ|trách nhiệm|thực hiện)|trách nhiệm thực hiện)(?:\W|$)"
)
_OF_AGENCIES = regex.compile(
    r"(?:phân công |phân giao )?(?:nhiệm vụ|trách nhiệm)(?: cụ thể)?(?: của| cho)(?: các)? (?:cơ quan|đơn vị|sở|ban|ngành|phòng|địa phương|cấp)"
)
_LONGEST_TITLE = 160


def _parts(outline: Outline) -> list[tuple[list[Block], int]]:
    """The blocks of each part that organises the work, with its section (-1 where its heading has no label)."""
    tree = _Tree(outline)
    out = []
    for root in tree.roots():
        if root < 0:
            return [(outline.region(Region.BODY), -1)]
        blocks = [block for block in outline.blocks[outline.nodes[root].block :] if tree.below(block.section, root)]
        out.append((blocks, root))
    out = out or _unlabelled(outline)
    articles = _articles(outline, {block.index for blocks, _ in out for block in blocks})
    return [*out, (articles, -1)] if articles else out


class _Tree:
    """Which section is below which."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.nodes = outline.nodes
        self._root_of: dict[int, int] = {}

    def roots(self) -> list[int]:
        """The sections whose heading says that they organise the work; where none does, the one made of agencies."""
        found = self._mark([index for index in range(len(self.nodes)) if self._organises(index)])
        if not found and (by_agencies := self._made_of_agencies()) is not None:
            found = [by_agencies] if by_agencies < 0 else self._mark([by_agencies])
        return found

    def _mark(self, roots: list[int]) -> list[int]:
        """The roots that are not below another one; keeps for each section which of them it is below."""
        out = []
        wanted = set(roots)
        for index, node in enumerate(self.nodes):
            if node.parent in self._root_of:
                self._root_of[index] = self._root_of[node.parent]
            elif index in wanted:
                self._root_of[index] = index
                out.append(index)
        return out

    def below(self, section: int, root: int) -> bool:
        """Whether a section is the part or below it."""
        return self._root_of.get(section) == root

    def _organises(self, index: int) -> bool:
        node = self.nodes[index]
        title = node.title
        if len(title) >= _LONGEST_TITLE or title.endswith((";", ",")):
            return False
        block = self.outline.blocks[node.block]
        if node.kind is LabelKind.ARTICLE and (_enforces(self.outline, block) or _charges(self.outline, block)):
            return False
        if _OF_AGENCIES.match(title.lower()) is not None:
            return True
        if node.parent < 0 or (
            self.nodes[node.parent].parent < 0 and self.nodes[node.parent].role in ("annex", "body")
        ):
            return headings.role(title) == "organisation"
        if node.kind not in (LabelKind.ROMAN, LabelKind.DECIMAL, LabelKind.CAPITAL, LabelKind.ARTICLE):
            return False
        low = title.lower().strip(" .:")
        return len(low) < 80 and (match := _ENDS_SO.search(low)) is not None and match.end() >= len(low)

    def _made_of_agencies(self) -> int | None:
        """The section most of whose subsections are headings of agencies, at least three; -1 where they are the document's own."""
        counts: dict[int, int] = {}
        totals: dict[int, int] = {}
        for node in self.nodes:
            totals[node.parent] = totals.get(node.parent, 0) + 1
            block = self.outline.blocks[node.block]
            found = _read(self.outline, block)
            if found is not None and found[1] in (Place.HEADING, Place.RUN_ON):
                counts[node.parent] = counts.get(node.parent, 0) + 1
        fit = [index for index, count in counts.items() if count >= 3 and 2 * count > totals[index]]
        return max(fit, key=lambda index: counts[index], default=None)


def _unlabelled(outline: Outline) -> list[tuple[list[Block], int]]:
    """The part below a heading without a label, as far as the next such heading."""
    body = outline.region(Region.BODY)
    for at, block in enumerate(body):
        low = outline.text.lower[block.start : block.end].strip(" .:")
        if block.labels or len(low) > 60 or headings.role(low) != "organisation":
            continue
        rest: list[Block] = []
        for later in body[at + 1 :]:
            words = outline.text.text[later.start : later.end].strip()
            if not later.labels and words.isupper() and headings.role(words) not in (None, "organisation"):
                break
            rest.append(later)
        return [(rest, -1)]
    return []


def _articles(outline: Outline, taken: set[int]) -> list[Block]:
    """The articles of a decision that begin with the agency that they charge, with what stands below them."""
    out: list[Block] = []
    charged = False
    for block in outline.region(Region.BODY):
        if block.has(LabelKind.ARTICLE) is not None:
            charged = _charges(outline, block)
        if charged and block.index not in taken:
            out.append(block)
    return out


def _charges(outline: Outline, block: Block) -> bool:
    """Whether an article lays a duty on an agency; the pro forma one on carrying out the decision does not."""
    return not _enforces(outline, block) and _read(outline, block) is not None


def _enforces(outline: Outline, block: Block) -> bool:
    return duties.ENFORCEMENT.search(outline.text.lower, block.body, block.end) is not None


# --- headings ------------------------------------------------------------------------------------------------------

_UNKNOWN = regex.compile(r"[^;:.]{2,80}?(?=\s?(?:$|:\s?$))|[^;:.]{2,60}?(?=\s?:\s)")
# What a heading without an agency begins with.
_NO_AGENCY = regex.compile(
    rf"{agencies.DUTY}|(?:chế độ|nội dung|công tác|về|cấp|khen thưởng|khi|để|đến|năm|giai đoạn|trong|lưu ý|hiệu lực)(?!\w)"
)
_OTHER_MATTER = ("reporting", "funding", "schedule", "situation")


def _read(outline: Outline, block: Block) -> tuple[Heading, Place] | None:
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
    if rest is None and duties.GOES_ON.match(low, end, block.end) is not None:
        place = Place.HEADING if text[block.start : block.end].rstrip().endswith(":") else Place.WHOLE
    elif rest is None:
        unknown = _UNKNOWN.match(low, end, block.end)
        labelled = bool(block.labels) and not block.is_item
        if unknown is None or not (names[-1].own or labelled) or view[end : end + 1] not in (" ", ",", "-", ";"):
            return (
                (_heading(text, names, start, end, requested, block, block.body, False), Place.WHOLE)
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
    return _heading(text, names, start, end, requested, block, body, sure), place or Place.HEADING


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


def _heading(
    text: str, names: list[agencies.Name], start: int, end: int, requested: bool, block: Block, body: int, sure: bool
) -> Heading:
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


# --- what governs what ---------------------------------------------------------------------------------------------


class _Part:
    """Walks the paragraphs of a part and keeps the heading of each section, and the last one that has no number."""

    def __init__(self, outline: Outline, blocks: list[Block], root: int) -> None:
        self.outline = outline
        self.blocks = [block for block in blocks if not block.paragraph.cells]
        self.root = root
        self.of_section: dict[int, Heading] = {}
        self.loose: dict[int, Heading] = {}
        self.other_matter: set[int] = set()
        self.closing_from = self._closing_from()
        own = -1 if root < 0 else outline.nodes[root].block
        self.is_plain = not any(block.labels for block in self.blocks if block.index != own)

    def placed(self) -> list[Placed]:
        """The paragraphs in order, the heading of the part itself left out."""
        out = []
        for position, block in enumerate(self.blocks):
            if self.root >= 0 and block.index == self.outline.nodes[self.root].block:
                continue
            heading, place = self._place(block, position)
            out.append(Placed(block, place, heading, self.root))
        return out

    def _above(self, section: int) -> Heading | None:
        """The heading that governs a section: its own, or that of the nearest one above it in the part."""
        while section >= 0 and section != self.root:
            if section in self.of_section:
                return self.of_section[section]
            section = self.outline.nodes[section].parent
        return None

    def _place(self, block: Block, position: int) -> tuple[Heading | None, Place]:
        node = self.outline.node(block)
        opens = node is not None and node.block == block.index and block.section != self.root
        if position >= self.closing_from and not block.is_item and (closing := self._closing(block, opens)) is not None:
            return closing, Place.CLOSING
        if (
            position >= self.closing_from
            and not block.labels
            and duties.CLOSES.match(self.outline.text.lower, block.start)
        ):
            return None, Place.OTHER
        if self._in_other_matter(block, opens):
            return None, Place.OTHER
        above = self._above(node.parent if opens and node is not None else block.section)
        loose = None if opens else self.loose.get(block.section)
        governor = loose or above
        found = self._fits(block, governor, above, opens=opens)
        if found is not None:
            heading, place = found
            if (governor is not None and governor.general and governor.requested) or self._is_requested(block):
                heading = replace(heading, requested=True)
            if opens:
                self.of_section[block.section] = heading
            elif place is not Place.WHOLE or heading.requested:
                self.loose[block.section] = heading
            return heading, place
        if governor is not None:
            return governor, Place.ITEM
        if opens and (likely := self._beside_agencies(block)) is not None:
            self.of_section[block.section] = likely[0]
            return likely
        return None, Place.TITLE if opens and self._is_title(block) else Place.ALONE

    def _fits(
        self, block: Block, governor: Heading | None, above: Heading | None, *, opens: bool
    ) -> tuple[Heading, Place] | None:
        """The heading that a paragraph is, where it may be one below what governs it already."""
        found = _read(self.outline, block)
        if found is None and governor is None and (opens or self.is_plain):
            found = self._subject_inside(block)
        if found is None or (block.has(LabelKind.ARTICLE) and _enforces(self.outline, block)):
            return None
        heading, place = found
        if governor is None:
            return found
        if place is Place.HEADING:
            return found if governor.general or opens or not block.is_item or above is None else None
        if not block.labels and (heading.requested or self._orders(block)):
            return found
        if block.is_item and above is None and place is Place.RUN_ON and not block.has(LabelKind.PLUS):
            return found  # bullets that are headings themselves, one after the other
        if block.is_item and above is None and place is Place.WHOLE and self._same_kind(block, governor):
            return found
        return found if governor.general and place is Place.RUN_ON else None

    def _subject_inside(self, block: Block) -> tuple[Heading, Place] | None:
        """The agencies that a paragraph names after a clause (`Căn cứ chức năng, nhiệm vụ, các phòng xây dựng …`)."""
        view, low, text = self.outline.text.view, self.outline.text.lower, self.outline.text.text
        if duties.OPENS.match(low, block.body, block.end) is None or text[block.start : block.end].rstrip().endswith(
            ":"
        ):
            return None
        names = duties.subject(view, low, block.body, block.end)
        if not names:
            return None
        return _heading(text, names, names[0].start, names[-1].end, False, block, block.body, True), Place.WHOLE

    def _in_other_matter(self, block: Block, opens: bool) -> bool:
        """Whether a paragraph stands in a subsection on reports, money or time, which lays no duties on agencies."""
        if opens:
            title = self.outline.text.text[block.body : block.end]
            if headings.role(title) in _OTHER_MATTER and self._is_title(block):
                self.other_matter.add(block.section)
        section = block.section
        while section >= 0 and section != self.root:
            if section in self.other_matter:
                return True
            section = self.outline.nodes[section].parent
        return False

    def _beside_agencies(self, block: Block) -> tuple[Heading, Place] | None:
        """A heading whose words no list of agencies knows, among sections that are headings of agencies."""
        parent = self.outline.nodes[block.section].parent
        beside = sum(
            self.outline.nodes[section].parent == parent and heading.sure
            for section, heading in self.of_section.items()
        )
        low, view, text = self.outline.text.lower, self.outline.text.view, self.outline.text.text
        match = _UNKNOWN.match(view, block.body, block.end)
        if beside < 2 or match is None or not view[block.body].isupper() or headings.role(match.group()) is not None:
            return None
        if _NO_AGENCY.match(low, block.body, match.end()) is not None:
            return None
        rest = duties.HEADING_REST.match(low, match.end(), block.end)
        if rest is None:
            return None
        runs_on = rest.end() < block.end
        name = agencies.Name(block.body, match.end(), True)
        heading = _heading(
            text, [name], name.start, name.end, False, block, rest.end() if runs_on else block.end, False
        )
        return heading, Place.RUN_ON if runs_on else Place.HEADING

    def _is_requested(self, block: Block) -> bool:
        """Whether the section above says `Đề nghị` and nothing else."""
        node = self.outline.node(block)
        if node is None or node.parent < 0:
            return False
        return self.outline.nodes[node.parent].title.lower().strip(" .:") == "đề nghị"

    def _same_kind(self, block: Block, governor: Heading) -> bool:
        """Whether a bullet stands beside the one that is the heading, and not below it: that one had its duty behind it."""
        other = self.outline.blocks[governor.block]
        return other.is_item and governor.body < other.end and not block.has(LabelKind.PLUS)

    def _orders(self, block: Block) -> bool:
        low = self.outline.text.lower
        return duties.PREFIX.match(low, block.body, block.end) is not None

    def _is_title(self, block: Block) -> bool:
        words = self.outline.words(block).rstrip()
        return len(words) < _LONGEST_TITLE and not words.endswith((".", ";"))

    def _closing_from(self) -> int:
        """The position from which on only paragraphs without a bullet follow: what closes the part stands there."""
        at = len(self.blocks)
        while at > 0 and not self.blocks[at - 1].is_item:
            at -= 1
            if self.blocks[at].labels and at < len(self.blocks) - 1:
                return at + 1
        return at

    def _closing(self, block: Block, opens: bool) -> Heading | None:
        """The agencies that a closing paragraph addresses; `None` where it is none."""
        view, low, text = self.outline.text.view, self.outline.text.lower, self.outline.text.text
        if duties.CLOSING.match(low, block.body, block.end) is None:
            return None
        first = _read(self.outline, block)
        if first is not None and (
            opens or first[1] is not Place.WHOLE or (first[0].requested and not first[0].general)
        ):
            return None
        names = duties.subject(view, low, block.body, block.end)
        if not names:
            return None
        return _heading(text, names, names[0].start, names[-1].end, False, block, block.body, True)
