"""Legal references: one record for each mention of another document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex
from spacy.language import Language
from spacy.tokens import Doc

from extract.component import add_warnings, evidence, impossible_date, outline_of, set_records
from extract.records import LegalRef, PlanWarning
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from patterns import citations, documents
from patterns.dates import is_real, iso

_READ = (Region.OPENING, Region.BODY, Region.ANNEX, Region.FOOTNOTE)
_SPACES = regex.compile(r"\s+")


@Language.factory("legal_refs")
def _factory(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    def legal_refs_component(doc: Doc) -> Doc:
        records, warnings = find(outline_of(doc))
        set_records(doc, "legal_refs", records)
        add_warnings(doc, warnings)
        return doc

    return legal_refs_component


def find(outline: Outline) -> tuple[list[LegalRef], list[PlanWarning]]:
    """The citations of a plan in reading order, and what looks like one and was not understood."""
    finder = _Finder(outline)
    records = [record for block in outline.blocks if block.region in _READ for record in finder.block(block)]
    return records, finder.warnings


@dataclass(slots=True)
class _Mention:
    """A citation before it is a record; offsets of the text."""

    type_start: int
    end: int
    doc_type: str
    number: str | None = None
    name: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    shared: bool = False
    number_end: int = -1
    sure: float = 0.97


_BEFORE_NUMBER_OF_LAW = regex.compile(r"\s*[,(]?\s*(?:luật\s+)?số\s*:?\s*")
_OWN_NUMBER = regex.compile(r"[Ss]ố\s*:\s*")


class _Finder:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.text, self.view, self.low = outline.text.text, outline.text.view, outline.text.lower
        self.warnings: list[PlanWarning] = []
        self.own = self._own_number()

    def _own_number(self) -> str | None:
        for block in self.outline.blocks:
            if block.region in (Region.HEADER, Region.TITLE):
                match = _OWN_NUMBER.search(self.view[block.start : block.end])
                if match is not None:
                    number = citations.number_at(self.view, block.start + match.end(), block.end)
                    if number is not None:
                        return _compact(number.group())
        return None

    def block(self, block: Block) -> Iterator[LegalRef]:
        """The citations of one paragraph."""
        mentions: list[_Mention] = []
        at = block.start
        for match in citations.candidates(self.view, block.start, block.end):
            position = match.start()
            if position < at:
                continue
            if match.group()[0].isdigit():
                mention = self._numbered(position, block, mentions)
            else:
                mention = self._named(position, block)
            if mention is None:
                continue
            mentions.append(mention)
            at = mention.end
        self._share_issuers(mentions)
        for mention in mentions:
            if mention.number is None or mention.number != self.own:
                yield self._record(mention, block)

    # --- numbered --------------------------------------------------------------------------------------------------

    def _numbered(self, position: int, block: Block, before: list[_Mention]) -> _Mention | None:
        match = citations.number_at(self.view, position, block.end)
        if match is None:
            self._warn(position, min(position + 20, block.end))
            return None
        number = _compact(self.text[match.start() : match.end()])
        mention = _Mention(position, match.end(), "", number=number, number_end=match.end())
        law = self._law_before(before, position)
        if law is not None:
            before.remove(law)
            mention.type_start, mention.doc_type, mention.name = law.type_start, law.doc_type, law.name
            mention.issued_on = law.issued_on
        elif not self._typed(mention, position, block) and not self._joined(mention, position, before):
            mention.doc_type = citations.type_of_symbol(number)
            mention.sure = 0.8
        self._date_and_issuer(mention, match.end(), block)
        if mention.issuer is None:
            said = citations.issuer_before(self.view, block.start, mention.type_start)
            if said is not None:
                offset = max(block.start, mention.type_start - 160)
                mention.issuer = self._words(offset + said.start("issuer"), offset + said.end("issuer"))
        return mention

    def _law_before(self, before: list[_Mention], position: int) -> _Mention | None:
        """The law whose name stands right before its number: `Luật Trẻ em số 102/2016/QH13`."""
        if not before or before[-1].name is None or before[-1].number is not None:
            return None
        gap = self.low[before[-1].end : position]
        return before[-1] if _BEFORE_NUMBER_OF_LAW.fullmatch(gap) is not None else None

    def _typed(self, mention: _Mention, position: int, block: Block) -> bool:
        since = max(block.start, position - 60)
        match = citations.TYPE_BEFORE.search(self.low[since:position])
        if match is None:
            since = max(block.start, position - 120)
            match = citations.TYPE_AND_ISSUER_BEFORE.search(self.view[since:position])
            if match is None:
                return False
            mention.issuer = self._words(since + match.start("issuer"), since + match.end("issuer"))
        mention.type_start = since + match.start("type")
        mention.doc_type = documents.TYPES.get(match["type"].lower(), "VB")
        return True

    def _joined(self, mention: _Mention, position: int, before: list[_Mention]) -> bool:
        if not before or before[-1].number is None:
            return False
        last = before[-1]
        if citations.JOINED.fullmatch(self.low[last.end : position]) is None:
            return False
        mention.type_start, mention.doc_type, mention.shared = last.type_start, last.doc_type, True
        last.shared = True
        return True

    def _date_and_issuer(self, mention: _Mention, position: int, block: Block) -> None:
        date = citations.date_after(self.view, position, block.end)
        if date is not None:
            mention.issued_on = iso(date)
            mention.end = date.end()
            if not is_real(date):
                self.warnings.append(impossible_date(date.start("d" if date["d"] else "m"), date.end()))
        issuer = citations.issuer_after(self.view, mention.end, block.end)
        if issuer is not None and mention.number is not None:
            mention.number_end = mention.end
            mention.end = issuer.end("issuer")
            if citations.JOINT.search(mention.number) is not None:
                while (other := citations.OTHER_ISSUER.match(self.view, mention.end, block.end)) is not None:
                    mention.end = other.end("issuer")
            mention.issuer = self._words(issuer.start("issuer"), mention.end)
            if date is None:
                date = citations.date_after(self.view, mention.end, block.end)
                if date is not None and "ngày" in date.group().lower():
                    mention.issued_on, mention.end = iso(date), date.end()
        else:
            mention.number_end = mention.end

    def _share_issuers(self, mentions: list[_Mention]) -> None:
        """Numbers joined under one type word have one issuer; the quote of each ends at its own number and date."""
        issuer = None
        for mention in reversed(mentions):
            if not mention.shared:
                issuer = None
                continue
            issuer = mention.issuer or issuer
            mention.issuer = issuer
            mention.end = mention.number_end

    # --- named -----------------------------------------------------------------------------------------------------

    def _named(self, position: int, block: Block) -> _Mention | None:
        low = self.low
        if low.startswith("công ước", position):
            return self._convention(position, block)
        if low.startswith("hiến pháp", position):
            mention = _Mention(position, position + 9, "HP", name=self.text[position : position + 9])
            self._date_and_issuer(mention, mention.end, block)
            return mention
        law = citations.law_at(self.view, low, position, block.end)
        if law is None:
            return None
        kind, end = law
        start = position - 3 if kind == "BL" else position
        mention = _Mention(start, end, kind, name=self._words(start, end), sure=0.92)
        self._date_and_issuer(mention, end, block)
        return mention

    def _convention(self, position: int, block: Block) -> _Mention | None:
        match = citations.CONVENTION.match(self.view, position, block.end)
        if match is None or (match["number"] is None and not match["rest"]):
            return None
        end = match.end()
        mention = _Mention(position, end, "CƯ", sure=0.9)
        if match["issuer"] is not None:
            mention.issuer = self._words(match.start("issuer"), match.end("issuer"))
        if match["number"] is not None:
            mention.number = match["number"]
        else:
            mention.name = self._words(position, end)
        date = citations.date_after(self.view, end, block.end)
        if date is not None:
            mention.issued_on, mention.end = iso(date), date.end()
        return mention

    # --- records ---------------------------------------------------------------------------------------------------

    def _record(self, mention: _Mention, block: Block) -> LegalRef:
        if "(" in self.text[mention.type_start : mention.end] and self.text.startswith(")", mention.end):
            mention.end += 1
        since = max(block.start, mention.type_start - 60)
        provision = citations.PROVISION.search(self.low[since : mention.type_start])
        said = None
        if provision is not None:
            said = self._words(since + provision.start("provision"), since + provision.end("provision"))
        return LegalRef(
            doc_type=mention.doc_type,
            number=mention.number,
            name=mention.name,
            issued_on=mention.issued_on,
            issuer=mention.issuer,
            provision=said,
            role=self._role(mention, block),
            confidence=mention.sure,
            **evidence(self.outline, mention.type_start, mention.end),
        )

    def _role(self, mention: _Mention, block: Block) -> str:
        if block.region is not Region.OPENING:
            return "mention"
        before = self.low[block.start : mention.type_start]
        if citations.DIRECT.search(before) is not None:
            return "implements"
        role = None
        for match in citations.LEAD.finditer(before):
            role = "implements" if match["implements"] else "basis"
        if role is None:
            role = self._role_of_paragraph_before(block)
        return role or "mention"

    def _role_of_paragraph_before(self, block: Block) -> str | None:
        """Grounds that go on in the next paragraph under the same word: `Thực hiện: … ; - Kế hoạch số …`."""
        for index in range(block.index - 1, -1, -1):
            other = self.outline.blocks[index]
            if other.region is not Region.OPENING:
                return None
            match = citations.LEAD.match(self.low[other.start : other.end])
            if match is not None and self.low[other.start : other.end].rstrip().endswith((";", ",", ":")):
                return "implements" if match["implements"] else "basis"
        return None

    def _words(self, start: int, end: int) -> str:
        return _SPACES.sub(" ", self.text[start:end]).strip()

    def _warn(self, start: int, end: int) -> None:
        self.warnings.append(
            PlanWarning(
                code="citation-not-understood",
                message="có thể là văn bản viện dẫn nhưng chưa bóc tách được / may be a citation that was not understood",
                start=start,
                end=end,
            )
        )


def _compact(number: str) -> str:
    return _SPACES.sub("", number)
