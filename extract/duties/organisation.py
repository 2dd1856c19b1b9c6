"""Who must do what a paragraph says: the agencies' headings of the part that organises the work, and what they govern.

`headings_over(outline)` is what deadlines (their actor) and assignments read; `places(outline)` also says how each paragraph
of the part stands to its heading. Headings are numbered or not, alone or with the duty behind a colon, or they are the
subject of the duty itself (`14. Ủy ban nhân dân các huyện xây dựng …`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from extract.duties import agency_headings, organising_parts
from extract.duties.agency_headings import UNKNOWN, Heading, Place, deeper, heading_of, read
from extract.duties.organising_parts import LONGEST_TITLE, enforces
from extract.structure.clauses import split
from extract.structure.outline import Block, Outline, stage
from patterns import agencies, agency_lists, duties, headings, spelling
from patterns.headings import LabelKind


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph of the part with what governs it; `root` is the section of the part, -1 where it has none."""

    block: Block
    place: Place
    heading: Heading | None
    root: int


def headings_over(outline: Outline) -> dict[int, Heading]:
    """For the index of every block under an agency's heading in the part that organises the work: that heading."""
    return {placed.block.index: placed.heading for placed in places(outline) if placed.heading is not None}


@stage
def places(outline: Outline) -> list[Placed]:
    """The paragraphs of the parts that organise the work, in reading order, tables left out."""
    parts = organising_parts.organising_parts_of(outline)
    return [placed for blocks, root in parts for placed in _Part(outline, blocks, root).placed()]


@stage
def names_given(outline: Outline) -> regex.Pattern[str] | None:
    """The names that the headings of a plan give agencies and that no grammar reads whole, as `agencies.parse` takes them."""
    headings_of = {id(placed.heading): placed.heading for placed in places(outline) if placed.heading is not None}
    return agencies.known({name for heading in headings_of.values() for name in heading.agencies if not _is_read(name)})


def _is_read(name: str) -> bool:
    """Whether the grammar of names reads a name to its end, or it is too short to tell anything."""
    if " " not in name:
        return True
    view = spelling.view(name)
    found = agencies.parse(view, 0, len(view))
    return len(found) == 1 and found[0].end == len(view)


_MOST_ISSUERS = 4
_OTHER_MATTER = ("reporting", "funding", "schedule", "situation")


def _is_one_of(heading: Heading, governor: Heading) -> bool:
    """Whether what an item names before its colon are some of the several agencies that its heading names."""
    named = [name.casefold() for name in governor.agencies]
    some = all(any(one.startswith(name.casefold()) for one in named) for name in heading.agencies)
    return len(named) > 1 and len(heading.agencies) < len(named) and some


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
        self.asked = agency_headings.asking(outline, self.blocks[0]) if self.blocks else None
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

    def _told(self, block: Block) -> Heading | None:
        """Whom the one paragraph of a part without a heading asks to do what it says (`UBND huyện yêu cầu Phòng A báo cáo …`)."""
        view, low, text = self.outline.text.view, self.outline.text.lower, self.outline.text.text
        if self.root >= 0 or len(self.blocks) > 1 or block.labels:
            return None
        if duties.PREFIX.match(low, block.body, block.end) is not None:
            return None  # `Giao Sở A: Chủ trì …` is read as any heading
        found = duties.asked(view, low, block.body, block.end)
        if found is None:
            return None
        names, requested = found
        return heading_of(text, names, names[0].start, names[-1].end, requested, block, block.body, True)

    def _above(self, section: int) -> Heading | None:
        """The heading that governs a section: its own, or that of the nearest one above it in the part."""
        while section >= 0 and section != self.root:
            if section in self.of_section:
                return self.of_section[section]
            section = self.outline.nodes[section].parent
        return None

    def _place(self, block: Block, position: int) -> tuple[Heading | None, Place]:
        if self.asked is not None and position == 0:
            return self.asked, Place.HEADING
        if (told := self._told(block)) is not None:
            return told, Place.WHOLE
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
        if opens and (common := self._common(block)) is not None:
            self.of_section[block.section] = common
            return common, Place.HEADING
        above = self._above(node.parent if opens and node is not None else block.section)
        loose = None if opens else self._loose(block, above)
        governor = loose or above or self.asked
        if governor is not None and governor.block < block.index and block.end <= governor.end:
            return governor, Place.HEADING  # the rest of a heading that a line break cut
        if position >= self.closing_from and (own := self._own_subject(block, governor)) is not None:
            return own, Place.CLOSING
        found = self._fits(block, governor, above, opens=opens)
        if found is not None:
            heading, place = found
            under = (
                governor is not None and governor.requested and self._is_under(block, heading, governor, opens=opens)
            )
            if under or self._is_requested(block):
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

    def _common(self, block: Block) -> Heading | None:
        """The heading of what the issuers of a joint plan do together (`1. Trách nhiệm chung` beside `2. Công an tỉnh`, `3. Hội Phụ nữ tỉnh`)."""
        if duties.COMMON.match(self.outline.text.lower, block.body, block.end) is None:
            return None
        parent = self.outline.nodes[block.section].parent
        beside = [node for node in self.outline.nodes if node.parent == parent and node.block != block.index]
        found = [read(self.outline, self.outline.blocks[node.block]) for node in beside]
        named = [one[0] for one in found if one is not None and one[0].sure and not one[0].general]
        names = tuple(dict.fromkeys(heading.agencies[0] for heading in named if len(heading.agencies) == 1))
        if not 2 <= len(names) <= _MOST_ISSUERS:
            return None
        return Heading(names, "", False, block.end, block.index, block.body, block.end)

    def _loose(self, block: Block, above: Heading | None) -> Heading | None:
        """The heading without a number that governs a paragraph; under a group an office governs what stands below its own item."""
        loose = self.loose.get(block.section)
        if loose is None or above is None or not (above.general or len(above.agencies) > 1):
            return loose
        item = self.outline.blocks[loose.block]
        return loose if not item.is_item or deeper(block, item) else None

    def _own_subject(self, block: Block, governor: Heading | None) -> Heading | None:
        """The agency of a paragraph without a label behind numbered sentences: each of those is a duty whole, and heads nothing."""
        if governor is None or block.labels or block.index == governor.block:
            return None
        other = self.outline.blocks[governor.block]
        if not other.labels or governor.body != other.body or governor.end >= other.end - 1:
            return None
        found = read(self.outline, block) or self._subject_inside(block)
        if found is None or found[1] is not Place.WHOLE or found[0].agencies == governor.agencies:
            return None
        return found[0]

    def _fits(
        self, block: Block, governor: Heading | None, above: Heading | None, *, opens: bool
    ) -> tuple[Heading, Place] | None:
        """The heading that a paragraph is, where it may be one below what governs it already."""
        found = read(self.outline, block) or (self._reporting(block) if opens else None)
        if found is None and governor is None and (opens or self.is_plain):
            found = self._subject_inside(block)
        if found is None or (block.has(LabelKind.ARTICLE) and enforces(self.outline, block)):
            return None
        heading, place = found
        if governor is None or (governor.general and not heading.general and (block.is_item or opens)):
            return found  # `Các phòng thuộc Sở` is a group: its items open with the office that they are for
        if place is Place.RUN_ON and block.is_item and _is_one_of(heading, governor):
            return found  # `1. Trạm Y tế, Công an xã` / `- Trạm Y tế: …`
        if place is Place.HEADING:
            return found if governor.general or opens or not block.is_item or above is None else None
        if not block.labels and (heading.requested or self._orders(block)):
            return found
        if not block.labels and place is Place.RUN_ON and not self.outline.blocks[governor.block].labels:
            return found  # headings without labels, one alone on its line, the next with its duty behind a colon
        if place is Place.RUN_ON and opens and heading.sure and self._is_office_above(governor):
            return found  # `1. Sở Y tế` / `1.1. Phòng Kế hoạch - Tài chính: …`
        plus = block.has(LabelKind.PLUS) and not self.outline.blocks[governor.block].has(LabelKind.PLUS)
        if block.is_item and above is None and place is Place.RUN_ON and not plus:
            return found  # bullets that are headings themselves, one after the other
        if block.is_item and above is None and place is Place.WHOLE and self._same_kind(block, governor):
            return found
        return found if governor.general and place is Place.RUN_ON else None

    def _is_office_above(self, governor: Heading) -> bool:
        """Whether a heading is an office alone on its line: numbered parts below it that name others are headings of those."""
        return governor.body >= self.outline.blocks[governor.block].end

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
        return heading_of(text, names, names[0].start, names[-1].end, False, block, block.body, True), Place.WHOLE

    def _in_other_matter(self, block: Block, opens: bool) -> bool:
        """Whether a paragraph stands in a subsection on reports, money or time, which lays no duties on agencies."""
        if opens:
            title = self.outline.text.text[block.body : block.end]
            if headings.role(title) in _OTHER_MATTER and self._is_title(block):
                self.other_matter.add(block.section)
        return self._is_of_other_matter(block.section)

    def _is_of_other_matter(self, section: int) -> bool:
        while section >= 0 and section != self.root:
            if section in self.other_matter:
                return True
            section = self.outline.nodes[section].parent
        return False

    def _reporting(self, block: Block) -> tuple[Heading, Place] | None:
        """The agencies of a numbered duty that its title says is a report (`9. Chế độ báo cáo: Các đơn vị gửi báo cáo …`)."""
        view, low, text = self.outline.text.view, self.outline.text.lower, self.outline.text.text
        title = duties.REPORT_TITLE.match(low, block.body, block.end)
        names = agencies.parse(view, title.end(), block.end) if title is not None else []
        if title is None or not names or duties.GOES_ON.match(low, names[-1].end, block.end) is None:
            return None
        found = heading_of(text, names, names[0].start, names[-1].end, False, block, title.end(), True)
        return found, Place.RUN_ON

    def _beside_agencies(self, block: Block) -> tuple[Heading, Place] | None:
        """A heading whose words no list of agencies knows, among sections that are headings of agencies."""
        parent = self.outline.nodes[block.section].parent
        beside = sum(
            self.outline.nodes[section].parent == parent and heading.sure
            for section, heading in self.of_section.items()
        )
        low, view, text = self.outline.text.lower, self.outline.text.view, self.outline.text.text
        match = UNKNOWN.match(view, block.body, block.end)
        if beside < 2 or match is None or not view[block.body].isupper() or headings.role(match.group()) is not None:
            return None
        if agency_lists.NO_AGENCY.match(low, block.body, match.end()) is not None:
            return None
        rest = duties.HEADING_REST.match(low, match.end(), block.end)
        if rest is None:
            return None
        runs_on = rest.end() < block.end
        names = agency_lists.fill(view, block.body, match.end())
        body = rest.end() if runs_on else block.end
        heading = heading_of(text, names, names[0].start, names[-1].end, False, block, body, False)
        return heading, Place.RUN_ON if runs_on else Place.HEADING

    def _is_under(self, block: Block, heading: Heading, governor: Heading, *, opens: bool) -> bool:
        """Whether a heading is one of those that the heading above it asks (`6. Đề nghị Mặt trận và các đoàn thể` / `a) Đoàn Thanh niên: …`)."""
        if governor.general or opens or _is_one_of(heading, governor):
            return True
        return bool(block.labels) and deeper(block, self.outline.blocks[governor.block])

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
        return len(words) < LONGEST_TITLE and not words.endswith((".", ";"))

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
        view, low = self.outline.text.view, self.outline.text.lower
        if (own := self._sums_up(block)) is not None:
            return own
        closes = duties.CLOSING.match(low, block.body, block.end)
        if closes is None or (closes["subject"] is not None and self._is_of_other_matter(block.section)):
            return None
        first = read(self.outline, block)
        if first is not None and (
            opens or first[1] is not Place.WHOLE or (first[0].requested and not first[0].general)
        ):
            return None
        sentences = split(view, low, block.body, block.end)
        asking = next((at for at, (start, _) in enumerate(sentences) if duties.ASKS_FIRST.match(low, start)), 0)
        said = duties.addressed(
            view, low, sentences[asking:]
        )  # what the issuer itself does before it asks is no duty of others
        if not said:
            return None
        return self._addressing(block, said)

    def _addressing(self, block: Block, said: list[list[agencies.Name]]) -> Heading:
        """The heading of those whom the sentences of a closing paragraph tell to do something."""
        low, text = self.outline.text.lower, self.outline.text.text
        opening = said[0]  # who acts, as written: those of the first sentence
        # those of a later sentence that are only called so are the ones before (`…, các đơn vị phản ánh về Sở A`)
        several = any(not name.own for name in opening) or len(opening) > 1
        further = [
            names
            for names in said[1:]
            if not several or not all(duties.CALLED_AGAIN.fullmatch(name.text(low)) for name in names)
        ]
        every = [*opening, *(name for names in further for name in names)]
        return heading_of(text, every, opening[0].start, opening[-1].end, False, block, block.body, True)

    def _sums_up(self, block: Block) -> Heading | None:
        """The agencies of a closing paragraph in which the issuer itself sums up, and whom it tells to do something then."""
        view, low = self.outline.text.view, self.outline.text.lower
        if block.labels or not agencies.starts(view, block.body):
            return None
        names = agencies.parse(view, block.body, block.end)
        if len(names) != 1 or not names[0].own or duties.SUMS_UP_ITSELF.match(low, names[0].end, block.end) is None:
            return None
        sentences = split(view, low, block.body, block.end)
        return self._addressing(block, [names, *duties.addressed(view, low, sentences[1:])])
