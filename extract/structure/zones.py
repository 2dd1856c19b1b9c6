"""Where the head of a document begins, its title, its opening and its first section: each line gets its place by evidence.

The head is looked for by what only a head has: motto, number, the issuer's own line. The title begins at the line that names the type
of the document, or, where that line is missing, behind the last piece of the head; it ends where grounds, an addressee, the deciding
body or a heading begins.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extract.source import LineKind
from extract.structure.text import Text
from patterns import documents, headings, heads
from patterns.fold import fold_same_length
from patterns.headings import LabelKind

FIRST_SECTION = (
    LabelKind.PART,
    LabelKind.CHAPTER,
    LabelKind.ROMAN,
    LabelKind.CAPITAL,
    LabelKind.ARTICLE,
    LabelKind.DECIMAL,
)
# Paragraphs among which the head is looked for, those that it takes at most, and those of a title.
_LOOKED_AT = 120
_MOST = 60
_TITLE_LINES = 8
_LONGEST_LINE = 160
_SHORT_LINE = 80
_LONGEST_TITLE = 600


@dataclass(frozen=True, slots=True)
class Zones:
    """Numbers of paragraphs: the head is `[start, title)`, the title `[title, opening)`, the opening `[opening, first)`.

    `typed`: the title's first line names the type of the document.
    """

    start: int
    title: int
    opening: int
    first: int
    typed: bool = False


class Finder:
    """Looks for the zones of one text, line by line."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.paragraphs = text.paragraphs
        self.count = len(text.paragraphs)

    def line(self, index: int) -> str:
        paragraph = self.paragraphs[index]
        return self.text.view[paragraph.start : paragraph.end]

    def low(self, index: int) -> str:
        paragraph = self.paragraphs[index]
        return self.text.lower[paragraph.start : paragraph.end]

    def zones(self) -> Zones:
        evidence = self._evidence()
        title = self._type_line(evidence or 0)
        if title is not None:
            start = title if evidence is None or evidence > title else self._back(evidence)
            opening = self._title_end(title)
            return Zones(start, title, opening, self.first_section(opening), typed=True)
        if evidence is None:
            return Zones(0, 0, 0, self.first_section(0))
        start = self._back(evidence)
        title = self._head_end(start)
        opening = self._untyped_title_end(title)
        return Zones(start, title, opening, self.first_section(opening))

    # --- the head ----------------------------------------------------------------------------------------------------

    def _evidence(self) -> int | None:
        """The first paragraph that only a head has; the motto before all others."""
        first = None
        for index in range(min(self.count, _LOOKED_AT)):
            if self._is_grounds(index) and first is not None:
                break
            line = self.line(index)
            if len(line) > 400:
                continue
            if heads.is_motto(line) or self._is_broken_piece(index):
                return index
            if first is None and (documents.HEAD.search(self.low(index)) is not None or heads.BARE_NUMBER.match(line)):
                first = index
            elif first is not None and index - first > _MOST:
                break
        return first

    def _back(self, evidence: int) -> int:
        """The first of the lines before a piece of evidence that look like a head."""
        start = evidence
        while start > 0 and evidence - start < 12 and self._is_head_like(start - 1):
            start -= 1
        while start < evidence and not any(c.isalpha() for c in self.line(start)):
            start += 1
        return start

    def _is_head_like(self, index: int) -> bool:
        """Whether a line may belong to a head: capitals, a number, a date, a stamp, a line without letters."""
        line = self.line(index).strip()
        letters = [c for c in line if c.isalpha()]
        if not letters:
            return True
        if len(line) > _LONGEST_LINE and not self.paragraphs[index].cells:
            return len(line) < _LONGEST_TITLE and heads.numbers_letter(line)
        if sum(c.isupper() for c in letters) >= 0.7 * len(letters):
            return True
        return self._is_piece(index)

    def _is_piece(self, index: int) -> bool:
        """Whether a line holds a piece that only a head has."""
        line = self.line(index)
        if self._is_broken_piece(index) or heads.is_motto(line) or heads.ABOUT.match(line.strip()) is not None:
            return True
        if heads.own_number(line[:_LONGEST_LINE]):
            return True
        for pattern in (
            heads.BARE_NUMBER,
            heads.DATE,
            heads.BARE_DATE,
            heads.MARK,
            heads.INCOMING,
            heads.INCOMING_LINE,
            heads.SIGNATURE_FIELD,
        ):
            match = pattern.search(line)
            if match is not None and match.start() <= 80:
                return len(line) <= _LONGEST_LINE or bool(self.paragraphs[index].cells)
        return documents.HEAD.search(self.low(index)) is not None

    def _is_broken_piece(self, index: int) -> bool:
        """Whether a short line and one beside it are a piece that was broken between them: `…, ngày 05` / `tháng 7 năm 2027`."""
        for first in (index - 1, index):
            if first < 0 or first + 1 >= self.count or self.paragraphs[first].cells or self.paragraphs[first + 1].cells:
                continue
            above, below = self.line(first), self.line(first + 1)
            if len(above) > _SHORT_LINE or len(below) > _SHORT_LINE:
                continue
            both = f"{above}\n{below}"
            number = heads.NUMBER.search(both) if heads.own_number(both) else None
            found = (heads.DATE.search(both), number, heads.MOTTO.search(fold_same_length(both)))
            if any(one is not None and one.start() < len(above) and one.end() > len(above) + 1 for one in found):
                return True
        return False

    def _head_end(self, start: int) -> int:
        """Behind the last piece of a head that no title follows by its type."""
        end = start
        about = False
        for index in range(start, min(self.count, start + _MOST)):
            if self._stops(index) or self._is_grounds(index):
                break
            if self._is_prose(index) and not self._is_piece(index):
                break
            if self._is_piece(index) or not any(c.isalpha() for c in self.line(index)):
                end = index + 1
                about = about or heads.ABOUT.search(self.line(index)) is not None
            elif about or not self._is_title_like(index):
                end = index + 1
        return end

    # --- the title ---------------------------------------------------------------------------------------------------

    def _type_line(self, start: int) -> int | None:
        """The line that names the type: in capitals, else alone on its line."""
        weak = None
        for index in range(start, min(self.count, start + _MOST)):
            paragraph = self.paragraphs[index]
            filled = [cell for cell in paragraph.cells if cell[0] < cell[1]]
            if (paragraph.cells and len(filled) != 1) or paragraph.kind is LineKind.FOOTNOTE:
                continue
            strength = heads.names_type(self.line(index).strip(" |"))
            if strength == 2:
                return index
            if strength == 1 and weak is None:
                weak = index
            if index > start and (self._is_heading(index) or self._is_grounds(index)):
                break
        return weak

    def _title_end(self, title: int) -> int:
        bare = heads.names_type(self.line(title).strip(" |")) > 0 and len(self.line(title)) < 40
        capitals = True
        length = 0 if bare else len(self.line(title))
        for index in range(title + 1, min(self.count, title + 1 + _TITLE_LINES)):
            line = self.line(index).strip()
            own = bare and index == title + 1
            if self._stops(index) or self._ends_title(index, own=own) or length > _LONGEST_TITLE:
                return index
            if not any(c.isalnum() for c in line):
                if length:
                    return index
                continue
            if length and capitals and not _is_capitals(line) and heads.TITLE_GOES_ON.match(line) is None:
                return index
            capitals = capitals and _is_capitals(line)
            length += len(line)
        return min(self.count, title + 1 + _TITLE_LINES)

    def _untyped_title_end(self, title: int) -> int:
        """The title that follows the head without a line for its type."""
        index = title
        while index < min(self.count, title + 4) and self._is_title_like(index):
            index += 1
        return index

    def _is_title_like(self, index: int) -> bool:
        line = self.line(index).strip()
        if self._stops(index) or self._ends_title(index, own=False) or self.paragraphs[index].cells:
            return False
        return any(c.isalpha() for c in line) and len(line) <= 400 and not line.endswith((".", ";", ":"))

    def _stops(self, index: int) -> bool:
        """What no title and no head goes on behind: a heading, an addressee, the deciding body, a session, what it comes with."""
        paragraph = self.paragraphs[index]
        line = self.line(index)
        if paragraph.kind is LineKind.FOOTNOTE or self._is_heading(index):
            return True
        if len([cell for cell in paragraph.cells if cell[0] < cell[1]]) > 1 and not self._is_piece(index):
            return True
        return heads.ADDRESSEE.match(line.lstrip("| ")) is not None

    def _ends_title(self, index: int, *, own: bool) -> bool:
        paragraph = self.paragraphs[index]
        line = self.line(index)
        if documents.AUTHORITY.fullmatch(self.text.view, paragraph.start, paragraph.end) is not None:
            return True
        if heads.SESSION.match(line) is not None or heads.ENCLOSED.match(line) is not None:
            return True
        if own:
            return self._is_grounds(index) and _closes(line)
        return self._is_grounds(index) or self._is_prose(index)

    # --- lines -------------------------------------------------------------------------------------------------------

    def _is_grounds(self, index: int) -> bool:
        """Whether a line opens as grounds do (`Căn cứ …`) and cites or closes like a sentence."""
        low = self.low(index)
        if _is_capitals(self.line(index)) or documents.OPENING.match(low.lstrip(" -*+")) is None:
            return False
        paragraph = self.paragraphs[index]
        cites = _CITES.search(self.text.view, paragraph.start, paragraph.end) is not None
        return cites or _closes(low)

    def _is_prose(self, index: int) -> bool:
        """Whether a line is a sentence of the body: small letters, of some length, and ended like one."""
        line = self.line(index).strip()
        if self.paragraphs[index].cells or _is_capitals(line):
            return False
        return len(line) > 330 or (len(line) > 40 and line.endswith((".", ";", ":")))

    def _is_heading(self, index: int) -> bool:
        if self.paragraphs[index].cells:
            return False
        line = self.line(index)
        if heads.ABOUT.match(line) is not None:
            return False
        found = headings.label(line)
        return found is not None and found.kind in FIRST_SECTION

    def first_section(self, start: int) -> int:
        """The first heading from a paragraph on, one without a label only behind an opening; the number of paragraphs where there is none."""
        numbered = is_numbered(self.text)
        opened = False
        for index in range(start, self.count):
            paragraph = self.paragraphs[index]
            if paragraph.cells:
                continue
            line = self.line(index)
            if self._is_heading(index):
                return index
            if opened and headings.bare(line, bold=paragraph.bold, numbered=numbered) is LabelKind.HEADING:
                return index
            opened = opened or (documents.OPENING.match(self.low(index)) is not None and not _is_capitals(line))
        return self.count


_CITES = regex.compile(r"\d+\s*/\s*\S*\p{Lu}\S*|\d+-\p{Lu}")


def _closes(line: str) -> bool:
    return line.rstrip().endswith((":", ";", ".", ","))


def _is_capitals(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return sum(c.isupper() for c in letters) >= 0.8 * len(letters)  # so is a line of figures alone


def is_numbered(text: Text) -> bool:
    """Whether a plan numbers its headings (`I.`, `1.`, `Điều 1.`); a plan that does not sets them in capitals or in bold."""
    labels = (
        headings.label(text.view[paragraph.start : paragraph.start + 40])
        for paragraph in text.paragraphs
        if not paragraph.cells and paragraph.kind is LineKind.BODY
    )
    return any(label is not None and label.kind in FIRST_SECTION for label in labels)
