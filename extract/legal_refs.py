"""Legal references: one record for each mention of another document."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extract.component import evidence, finder, impossible_date
from extract.record_types import LEGAL_REFS
from extract.records import LegalRef, PlanWarning
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from extract.vocabulary import CitationRole
from patterns import citations, grounds, provisions, spelling
from patterns.citations import Mention

_READ = frozenset({Region.OPENING, Region.BODY, Region.ANNEX, Region.FOOTNOTE})
# A note behind the signature stands in no region of its own.
_NOTE = regex.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,2}\)|[¹²³⁴-⁹])\s*\p{Lu}")
# How sure a citation is at most of which letters were misread and are repaired, or a figure may be lost.
_MISREAD, _LOST = 0.75, 0.4
_SPACES = regex.compile(r"\s+")


def citations_in(outline: Outline) -> tuple[list[LegalRef], list[PlanWarning]]:
    """The citations of a plan in reading order, and the dates in them that do not exist."""
    finder = _Finder(outline)
    records = [record for block in outline.blocks if finder.is_read(block) for record in finder.block(block)]
    return records, finder.warnings


create = finder(LEGAL_REFS, citations_in)


class _Finder:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.text, self.view, self.low = outline.text.text, outline.text.view, outline.text.lower
        self.warnings: list[PlanWarning] = []
        self.own, self.own_date = self._own()
        self.carried: CitationRole | None = None

    def _own(self) -> tuple[str | None, str | None]:
        """The plan's own number and its date."""
        number = date = None
        for block in self.outline.blocks:
            if block.region in (Region.HEADER, Region.TITLE):
                number = number or citations.own_number(self.view, block.start, block.end)
                date = date or citations.own_date(self.view, block.start, block.end)
        return number, date

    def is_read(self, block: Block) -> bool:
        """Whether the citations of a paragraph are records: not those of the head, the title and the recipients."""
        return block.region in _READ or (
            block.region is not Region.TITLE and _NOTE.match(self.view, block.start, block.end) is not None
        )

    def block(self, block: Block) -> Iterator[LegalRef]:
        """The citations of one paragraph; one in capitals is a title, whose documents are none of the plan's own mentions."""
        if self._is_title(block) or self._is_of_title(block):
            return
        found = citations.mentions(self.view, self.low, block.start, block.end)
        defined = citations.definitions(self.low, block.start, block.end) if found else []
        # what only defines a short name is no document of its clause: `… (sau đây gọi tắt là Quyết định số 23) và Công văn …`
        found = [one for one in found if not any(a <= one.number_end - 1 < b for a, b in defined)]
        said = self._roles(block, found)
        for mention, role in zip(found, said, strict=True):
            if mention.wrong_date is not None:
                self.warnings.append(impossible_date(*mention.wrong_date))
            if not self._is_own(mention, block):
                yield self._record(mention, role)

    def _is_title(self, block: Block) -> bool:
        """Whether a paragraph is in capitals, what it comes with in brackets behind it or not."""
        bracket = self.view.find("(", block.body, block.end)
        comes = bracket > block.body and citations.COMES_WITH.match(self.low, bracket, block.end) is not None
        return self.view[block.body : bracket if comes else block.end].isupper()

    def _is_of_title(self, block: Block) -> bool:
        """Whether a line in brackets right below the title says what the plan comes with: it is part of the title."""
        above = self.outline.blocks[block.index - 1] if block.index > 0 else None
        if block.region is not Region.OPENING or above is None or above.region is not Region.TITLE:
            return False
        words = self.view[block.start : block.end].strip()
        return words.startswith("(") and words.endswith(")") and citations.COMES_WITH.match(words.lower()) is not None

    def _roles(self, block: Block, found: list[Mention]) -> list[CitationRole]:
        """What the paragraph says of each of its citations; only an opening and a section of grounds say anything."""
        if block.region is Region.OPENING:
            said, self.carried = grounds.roles(self.low, found, block.body, block.end, self.carried)
            return said
        self.carried = None
        if block.region is Region.BODY and found and self.outline.role(block) == "basis":
            return grounds.roles(self.low, found, block.body, block.end, "basis")[0]
        return ["mention"] * len(found)

    def _is_own(self, mention: Mention, block: Block) -> bool:
        """Whether a mention is one of the plan itself: by its number, or under the title of what it comes with."""
        if mention.number is None:
            return False
        if mention.number == self.own:
            said, known = mention.issued_on or "", self.own_date or ""
            return not said or not known or said.startswith(known) or known.startswith(said)
        return (
            self.own is None
            and block.region is Region.ANNEX
            and citations.COMES_WITH.match(self.low, block.start, block.end) is not None
        )

    def _record(self, mention: Mention, role: CitationRole) -> LegalRef:
        end = mention.end
        quoted = self.text[mention.start : end]
        for opened, closed in ("()", "[]"):
            if quoted.count(opened) > quoted.count(closed) and self.text.startswith(closed, end):
                end += 1
        block = self.outline.block_at(mention.start)
        named = provisions.provision(self.low, block.start, mention.start)
        return LegalRef(
            doc_type=mention.doc_type,
            number=mention.number,
            name=self._words(mention.name),
            issued_on=mention.issued_on,
            issuer=self._words(mention.issuer),
            provision=self._words(named),
            role=role,
            confidence=self._sure(mention),
            **evidence(self.outline, mention.start, end),
        )

    def _words(self, span: tuple[int, int] | None) -> str | None:
        """The words as written; as patterns read them where letters of them were misread."""
        if span is None:
            return None
        words = self.view if self._is_misread(*span) else self.text
        return _SPACES.sub(" ", words[span[0] : span[1]]).strip()

    def _sure(self, mention: Mention) -> float:
        """How sure a citation is: less where letters of it were misread, or a figure of its number may be lost."""
        if citations.SPECK_BEFORE.search(self.low, max(0, mention.start - 8), mention.start) is not None:
            return _LOST
        return min(mention.sure, _MISREAD) if self._is_misread(mention.start, mention.end) else mention.sure

    def _is_misread(self, start: int, end: int) -> bool:
        return spelling.typed(self.text[start:end]) != self.view[start:end]
