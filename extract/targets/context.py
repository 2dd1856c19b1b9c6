"""What governs a clause from outside: the year of a heading, a lead-in line or the sentence's own beginning, numbers of indicator and objective.

`Đến năm 2025:` above a list gives its year to the items below it, `Chỉ tiêu 4:` its number to the lines with a plus.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from extract.structure.outline import Block, Outline
from extract.targets.quantities import find_years
from extract.targets.statements import leading_year
from patterns import targets
from patterns.headings import LabelKind

# What a sentence that begins with a year begins with: a quick look before years are read.
_OPENS_WITH_YEAR = regex.compile(r"[^;.%]{0,40}?(?:19|20)\d\d")
# A year, and the first year of its span.
_Years = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Context:
    """What governs a clause: `objectives` says whether it stands among the specific objectives."""

    objectives: bool
    year: int | None
    year_from: int | None
    indicator: int | None
    objective: int | None


class Governor:
    """Walks the paragraphs of a plan in reading order and knows what governs each."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.low = outline.text.lower
        self.lead_in: tuple[int, _Years] | None = None  # the section of the last lead-in line, and its year
        self.opening: _Years | None = None  # the year that the sentence at hand begins with
        self._titles: dict[int, _Years | None] = {}
        self.indicator: tuple[int, int] | None = None  # the section of the last `Chỉ tiêu N`, and its number

    def context(self, block: Block, role: str) -> Context:
        """What governs the clauses of a paragraph that stands in a section of this role."""
        objectives = role == "objectives"
        year: _Years | None = None
        if self.lead_in is not None and self.lead_in[0] == block.section:
            year = self.lead_in[1]
        indicator = block.has(LabelKind.INDICATOR)
        objective = block.has(LabelKind.OBJECTIVE)
        number = int(indicator.text) if indicator is not None else None
        if indicator is not None:
            self.indicator = (block.section, int(indicator.text))
        elif self.indicator is not None and block.has(LabelKind.PLUS) and self.indicator[0] == block.section:
            number = self.indicator[1]
        section = block.section
        while section >= 0:
            node = self.outline.nodes[section]
            for label in self.outline.blocks[node.block].labels:
                if label.kind is LabelKind.OBJECTIVE and objective is None:
                    objective = label
                if label.kind is LabelKind.INDICATOR and number is None:
                    number = int(label.text)
            if year is None and objectives and self.lead_in is not None and self.lead_in[0] == section:
                year = self.lead_in[1]
            if year is None and objectives and node.block != block.index:
                year = self._year_of_title(section)
            section = node.parent
        return Context(
            objectives,
            year[0] if year else None,
            year[1] if year else None,
            number,
            int(objective.text) if objective is not None else None,
        )

    def _year_of_title(self, section: int) -> _Years | None:
        if section not in self._titles:
            self._titles[section] = _single_year(self.outline.nodes[section].title.lower())
        return self._titles[section]

    def note_lead_in(self, block: Block) -> None:
        """Keeps the year of a line that introduces what follows it."""
        year = _single_year(self.low[block.body : block.end])
        if self.low[block.start : block.end].rstrip().endswith(":") and year is not None:
            self.lead_in = (block.section, year)

    def of_sentence(self, clause: tuple[int, int], before: tuple[int, int] | None, context: Context) -> Context:
        """The context of a clause: the year that its sentence begins with governs it too (`Đến năm 2025, …; …`)."""
        if before is None or ";" not in self.low[before[1] : clause[0]]:
            self.opening = None
            opens = _OPENS_WITH_YEAR.match(self.low, *clause)
            year = leading_year(self.low, *clause, find_years(self.low, *clause)) if opens is not None else None
            self.opening = (year.year, year.year_from) if year is not None else None
            return context
        if self.opening is None:
            return context
        return replace(context, year=self.opening[0], year_from=self.opening[1])


def _single_year(words: str) -> _Years | None:
    """The one year, or span of years, that a heading names; `None` where it names none or several."""
    if "năm" not in words and "20" not in words:
        return None
    found = [match for match in targets.YEARS.finditer(words) if not match["base"]]
    if len(found) != 1:
        return None
    match = found[0]
    if targets.IN_NAME.search(words[: match.start()]) is not None:
        return None
    last = match["to"] or match["bare_to"] or match["year"] or match["of_part"] or match["second"]
    if last is None:
        return None
    first = match["from"] or match["bare_from"]
    return (int(last), int(first) if first else None)
