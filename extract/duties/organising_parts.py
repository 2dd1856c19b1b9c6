"""Which parts of a plan organise its work: `Tổ chức thực hiện` and whatever else offices call it, with or without a label."""

from __future__ import annotations

from extract.duties.agency_headings import Place, asking, read
from extract.head.document import genre_of
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from patterns import duties, headings
from patterns.headings import LabelKind

LONGEST_TITLE = 160
# Roles of sections that lay no duties whoever is named in them.
_NO_DUTIES = frozenset(
    {"situation", "general_objectives", "objectives", "basis", "reporting", "funding", "schedule", "header"}
)


def organising_parts_of(outline: Outline) -> list[tuple[list[Block], int]]:
    """The blocks of each part that organises the work, with its section (-1 where its heading has no label)."""
    tree = _Tree(outline)
    out = []
    for root in tree.roots():
        if root < 0:
            return [(outline.region(Region.BODY), -1)]
        blocks = [block for block in outline.blocks[outline.nodes[root].block :] if tree.below(block.section, root)]
        out.append((blocks, root))
    out = out or _unlabelled(outline) or _of_letter(outline)
    articles = _articles(outline, {block.index for blocks, _ in out for block in blocks})
    closing = _closing_elsewhere(outline, out)
    return [*out, *((some, -1) for some in (articles, closing) if some)]


class _Tree:
    """Which section is below which."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.nodes = outline.nodes
        self._root_of: dict[int, int] = {}

    def roots(self) -> list[int]:
        """The sections whose heading says that they organise the work, or whose headings are all offices; else the one most of which are."""
        named = [index for index in range(len(self.nodes)) if self._organises(index)]
        found = self._mark([*named, *self._all_offices()])
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
        if len(title) >= LONGEST_TITLE or title.endswith((";", ",")):
            return False
        block = self.outline.blocks[node.block]
        if node.kind is LabelKind.ARTICLE and (enforces(self.outline, block) or _charges(self.outline, block)):
            return False
        if headings.DUTIES_OF_AGENCIES.match(title.lower()) is not None:
            return True
        if node.parent < 0 or (
            self.nodes[node.parent].parent < 0 and self.nodes[node.parent].role in ("annex", "body")
        ):
            return headings.role(title) == "organisation"
        if node.kind not in (LabelKind.ROMAN, LabelKind.DECIMAL, LabelKind.CAPITAL, LabelKind.ARTICLE):
            return False
        low = title.lower().strip(" .:")
        return len(low) < 80 and (match := headings.ORGANISING.search(low)) is not None and match.end() >= len(low)

    def _all_offices(self) -> list[int]:
        """The sections, whatever they are called, all of whose headings are offices, two at least."""
        children: dict[int, list[int]] = {}
        for index, node in enumerate(self.nodes):
            children.setdefault(node.parent, []).append(index)
        return [
            parent
            for parent, below in children.items()
            if parent >= 0
            and len(below) > 1
            and self.nodes[parent].role not in _NO_DUTIES
            and all(self._is_office(index) for index in below)
        ]

    def _is_office(self, index: int) -> bool:
        found = read(self.outline, self.outline.blocks[self.nodes[index].block])
        return found is not None and found[1] in (Place.HEADING, Place.RUN_ON)

    def _is_charged(self, index: int) -> bool:
        """Whether a section says of an office what it leads or answers for: `Phòng Tư pháp chủ trì chỉ tiêu 14`."""
        found = read(self.outline, self.outline.blocks[self.nodes[index].block])
        if found is None or found[1] is not Place.WHOLE:
            return False
        return duties.IN_CHARGE.match(self.outline.text.lower, found[0].end) is not None

    def _made_of_agencies(self) -> int | None:
        """The section most of whose subsections are headings of agencies, or say what one is in charge of, at least three; -1 where they are the document's own."""
        counts: dict[int, int] = {}
        totals: dict[int, int] = {}
        for index, node in enumerate(self.nodes):
            totals[node.parent] = totals.get(node.parent, 0) + 1
            if self._is_office(index) or self._is_charged(index):
                counts[node.parent] = counts.get(node.parent, 0) + 1
        fit = [index for index, count in counts.items() if count >= 3 and 2 * count > totals[index]]
        return max(fit, key=lambda index: counts[index], default=None) if fit else self._above_bare_agencies()

    def _above_bare_agencies(self) -> int | None:
        """The section below which three agencies or more stand as headings without labels."""
        counts: dict[int, int] = {}
        for block in self.outline.region(Region.BODY):
            if block.section < 0 or block.labels or self.nodes[block.section].block == block.index:
                continue
            found = read(self.outline, block)
            if found is not None and found[0].sure and found[1] in (Place.HEADING, Place.RUN_ON):
                counts[block.section] = counts.get(block.section, 0) + 1
        return max(
            (index for index, count in counts.items() if count >= 3), key=lambda index: counts[index], default=None
        )


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


def _asked(outline: Outline) -> list[tuple[list[Block], int]]:
    """The items below each sentence that asks agencies for all that they say, with that sentence: how letters lay duties."""
    out: list[tuple[list[Block], int]] = []
    below: list[Block] | None = None
    for block in (*outline.region(Region.OPENING), *outline.region(Region.BODY)):
        if asking(outline, block) is not None:
            below = [block]
            out.append((below, -1))
        elif below is not None and (block.labels or block.paragraph.cells):
            below.append(block)
        elif below is not None and len(below) > 1:
            below = None
    return [(blocks, root) for blocks, root in out if len(blocks) > 1]


def _of_letter(outline: Outline) -> list[tuple[list[Block], int]]:
    """What sentences ask for all that the items below them say, and in a letter whatever else tells an agency what to do."""
    asked = _asked(outline)
    if genre_of(outline) != "letter":
        return asked
    taken = {block.index for blocks, _ in asked for block in blocks if block.labels or block is blocks[0]}
    return sorted([*asked, *_told(outline, taken)], key=lambda part: part[0][0].index)


def _told(outline: Outline, taken: set[int]) -> list[tuple[list[Block], int]]:
    """The paragraphs of a letter that each say what an agency is to do (`Giao Sở A chủ trì …`, `2. Sở B chủ trì …`, `a) Các trường có trách nhiệm:` with its items)."""
    out: list[tuple[list[Block], int]] = []
    below: list[Block] | None = None
    for block in (*outline.region(Region.OPENING), *outline.region(Region.BODY)):
        if block.index in taken or block.paragraph.cells:
            below = None
        elif block.is_item and below is not None:
            below.append(block)
        elif _tells(outline, block, plainly=bool(taken)):
            below = [block]
            out.append((below, -1))
        else:
            below = None
    return out


def _tells(outline: Outline, block: Block, *, plainly: bool) -> bool:
    """Whether a paragraph of a letter says what an agency is to do: by its name at the beginning, or by whom it asks.

    One with a label, or (`plainly`) beside a sentence that asks for all, says that the agency answers for it.
    """
    view, low = outline.text.view, outline.text.lower
    found = read(outline, block)
    if block.labels or (plainly and found is not None):
        return (
            found is not None and not block.is_item and duties.IN_CHARGE.match(low, found[0].end, block.end) is not None
        )
    return found is not None or duties.asked(view, low, block.body, block.end) is not None


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


def _closing_elsewhere(outline: Outline, parts: list[tuple[list[Block], int]]) -> list[Block]:
    """The paragraph that closes a plan behind a part of another kind (a schedule, money) that follows the organising one.

    One behind a part on reporting closes that part.
    """
    body = outline.region(Region.BODY)
    last = body[-1] if body else None
    if last is None or last.labels or last.paragraph.cells or not parts or last.section < 0:
        return []
    before = max((block.index for blocks, _ in parts for block in blocks), default=-1)
    if last.index <= before or outline.role(last) == "reporting":
        return []
    low = outline.text.lower
    said = duties.CLOSES.match(low, last.body, last.end) is not None
    return [last] if said and duties.asked(outline.text.view, low, last.body, last.end) is not None else []


def _charges(outline: Outline, block: Block) -> bool:
    """Whether an article lays a duty on an agency; the pro forma one on carrying out the decision does not."""
    return not enforces(outline, block) and read(outline, block) is not None


def enforces(outline: Outline, block: Block) -> bool:
    """Whether a paragraph is the pro forma one on carrying out the decision (`… chịu trách nhiệm thi hành Quyết định này`)."""
    return duties.ENFORCEMENT.search(outline.text.lower, block.body, block.end) is not None


# --- headings ------------------------------------------------------------------------------------------------------
