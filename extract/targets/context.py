"""What governs a clause from above: the year of a heading or a lead-in line, numbers of indicator and objective, the words that say what
a list is about.

`Đến năm 2025:` above a list gives its year to the items below it, `Chỉ tiêu 4: Suy dinh dưỡng trẻ em:` its number and its words to what
stands below it, whatever it is labelled with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from extract.structure.outline import Block, Outline
from extract.targets.holding import leading_year
from extract.targets.years import Year, years
from extract.vocabulary import PartRole
from patterns import groups, numbers, subjects, targets
from patterns.headings import Label, LabelKind

# What a sentence that begins with a year begins with: a quick look before years are read.
_OPENS_WITH_YEAR = regex.compile(r"[^;.%]{0,40}?(?:19|20)\d\d")
# A year, and the first year of its span.
_Years = tuple[int, int | None]
# What parts clauses of one sentence.
_GOES_ON = regex.compile(r"[;,]")
# Words above that are longer are a text, not what a list is about.
_LONGEST_ABOVE = 240


@dataclass(frozen=True, slots=True)
class Context:
    """What governs a clause: `objectives` says whether it stands among the specific objectives, `above` are the words above it, the
    nearest first, `per` the denominator that they name.
    """

    objectives: bool
    year: int | None
    year_from: int | None
    indicator: int | None
    objective: int | None
    above: tuple[str, ...] = ()
    per: int | None = None
    yearly: bool = False  # what governs it says that its changes are those of each year
    whom: groups.Opening | None = None  # the narrower group that its item or its sentence begins with
    forms: str | None = None  # the pupils that the heading right above names


@dataclass(frozen=True, slots=True)
class _Lead:
    """A line that introduces what follows it, or an item with the number of an indicator."""

    section: int
    words: str
    years: _Years | None = None
    number: int | None = None
    yearly: bool = False


class Governor:
    """Walks the paragraphs of a plan in reading order and knows what governs each."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.low = outline.text.lower
        self.lead_in: _Lead | None = None
        self.indicator: _Lead | None = None
        self.item = (-1, "")  # the last line that introduces others: its section and words
        self.opening: _Years | None = None  # the year that the sentence at hand begins with
        self.each_year = False  # whether it begins with `Hằng năm`
        self.whom: groups.Opening | None = None  # the narrower group that clauses are of until another one
        self._titles: dict[int, _Years | None] = {}

    def context(self, block: Block, role: PartRole) -> Context:
        """What governs the clauses of a paragraph that stands in a section of this role."""
        objectives = role == "objectives" or self._under_targets(block)
        above: list[str] = []
        found: _Years | None = None
        yearly = False
        lead = self.lead_in
        if lead is not None and lead.section == block.section:
            found, yearly = lead.years, lead.yearly
            above.append(lead.words)
        indicator = self._indicator(block)
        number = indicator.number if indicator is not None else None
        if indicator is not None and not block.has(LabelKind.INDICATOR):
            above.append(indicator.words)
        objective = block.has(LabelKind.OBJECTIVE)
        section = block.section
        while section >= 0:
            node = self.outline.nodes[section]
            for label in self.outline.blocks[node.block].labels:
                if label.kind is LabelKind.OBJECTIVE and objective is None:
                    objective = label
                if label.kind is LabelKind.INDICATOR and number is None:
                    number = int(label.text)
            if found is None and objectives and lead is not None and lead.section == section:
                found = lead.years
                above.append(lead.words)
            if node.block != block.index:
                if found is None:
                    found = self._year_of_title(section) if objectives else self._period_of_title(section)
                yearly = yearly or targets.OPENS_YEARLY.match(node.title.lower()) is not None
                above.append(node.title)
            section = node.parent
        words = tuple(dict.fromkeys(word for word in above if word and len(word) <= _LONGEST_ABOVE))
        return Context(
            objectives,
            found[0] if found else None,
            found[1] if found else None,
            number,
            int(objective.text) if objective is not None else None,
            words,
            _denominator(words),
            yearly,
            forms=self._forms(block),
        )

    def _forms(self, block: Block) -> str | None:
        """The pupils that the line right above names: the item that a `+` stands under, or its heading."""
        section, words = self.item
        if section == block.section and block.has(LabelKind.PLUS) is not None:
            return groups.of_forms(words)
        node = self.outline.nodes[block.section]
        return groups.of_forms(node.title) if node.block != block.index else None

    def _under_targets(self, block: Block) -> bool:
        """Whether a heading of targets stands above, whatever the part is called that it stands in (`2. Chỉ tiêu chủ yếu đến năm 2030`)."""
        return any(
            node.block != block.index
            and node.role == "tasks"
            and targets.HEADS_TARGETS.match(node.title.lower()) is not None
            for node in self.outline.ancestors(block)
        )

    def _indicator(self, block: Block) -> _Lead | None:
        """The indicator that a paragraph states or stands under."""
        own = block.has(LabelKind.INDICATOR)
        bracket = subjects.INDICATOR_IN_BRACKETS.match(self.low, block.body, block.end)
        if own is not None or bracket is not None:
            number = int(own.text) if own is not None else int(bracket["number"]) if bracket is not None else None
            lead = _Lead(block.section, self.outline.text.text[block.body : block.end].strip(), number=number)
            if own is not None:
                self.indicator = lead
            return lead
        known = self.indicator
        if known is None:
            return None
        if known.section == block.section and block.has(LabelKind.PLUS) is not None:
            return known
        first = block.labels[0] if block.labels else None
        return known if first is not None and self._is_below(known, block, first) else None

    def _is_below(self, known: _Lead, block: Block, label: Label) -> bool:
        """Whether a numbered item continues an indicator that opened no section: `3.1` or `a)` below `- Chỉ tiêu 3`."""
        if block.section < 0 or self.outline.nodes[block.section].parent != known.section:
            return False
        if label.kind is LabelKind.DECIMAL:
            return label.text.startswith(f"{known.number}.")
        return label.kind is LabelKind.LETTER

    def body_of(self, block: Block) -> int:
        """Where the words of a paragraph begin, a number of an indicator in brackets left out."""
        bracket = subjects.INDICATOR_IN_BRACKETS.match(self.low, block.body, block.end)
        return bracket.end() if bracket is not None else block.body

    def _year_of_title(self, section: int) -> _Years | None:
        if section not in self._titles:
            self._titles[section] = _single_year(self.outline.nodes[section].title.lower())
        return self._titles[section]

    def _period_of_title(self, section: int) -> _Years | None:
        """The years over which the tasks under a heading that is a period and nothing else are done (`2. Giai đoạn 2031 - 2035`)."""
        if targets.PERIOD.fullmatch(self.outline.nodes[section].title.lower()) is None:
            return None
        return self._year_of_title(section)

    def note_lead_in(self, block: Block) -> None:
        """Keeps the year and the words of a line that introduces what follows it."""
        if self.low[block.start : block.end].rstrip().endswith(":") or self.is_period_alone(block):
            self.item = (block.section, self.outline.text.text[block.body : block.end])
            found = _single_year(self.low[block.body : block.end])
            words = self.outline.text.text[block.body : block.end].strip(" :")
            yearly = targets.OPENS_YEARLY.match(self.low, block.body, block.end) is not None
            if found is not None or yearly or (self.lead_in is None or self.lead_in.section != block.section):
                self.lead_in = _Lead(block.section, words, found, yearly=yearly)

    def is_period_alone(self, block: Block) -> bool:
        """Whether a paragraph names a period and nothing else: it governs what follows it, as a heading does."""
        return targets.PERIOD.fullmatch(self.low, block.body, block.end) is not None

    def of_sentence(self, clause: tuple[int, int], before: tuple[int, int] | None, context: Context) -> Context:
        """The context of a clause: the year and the group that its sentence begins with govern it too (`Đến năm 2025, …; …`)."""
        self.whom = self._whom(clause, before)
        context = replace(context, whom=self.whom) if self.whom is not None else context
        if before is not None and is_period(self.low, *before):
            self.opening = _single_year(self.low[slice(*before)])
        elif before is None or _GOES_ON.search(self.low, before[1], clause[0]) is None:
            self.opening = None
            opens = _OPENS_WITH_YEAR.match(self.low, *clause)
            year: Year | None = None
            if opens is not None:
                near = min(clause[1], opens.end() + 20)
                year = leading_year(self.low, *clause, years(self.low, clause[0], near))
            self.opening = (year.year, year.year_from) if year is not None else None
            self.each_year = targets.OPENS_YEARLY.match(self.low, *clause) is not None
            return context
        if self.each_year:
            context = replace(context, yearly=True)
        if self.opening is None:
            return context
        return replace(context, year=self.opening[0], year_from=self.opening[1])

    def _whom(self, clause: tuple[int, int], before: tuple[int, int] | None) -> groups.Opening | None:
        """The narrower group that a clause is of: that with which it begins, else that of the one before it, as far as that holds."""
        own = groups.opening(self.low, *clause)
        if own is not None or before is None or self.whom is None:
            return own
        ended = not self.whom.of_item and "." in self.low[before[1] : clause[0]]
        return None if ended or groups.ends_opening(self.low, *clause) else self.whom


def is_period(low: str, start: int, end: int) -> bool:
    """Whether a clause names a period and nothing else: what a colon behind it leads to (`Định hướng đến năm 2030: …`)."""
    if low[end : end + 1] != ":":
        return False
    said = targets.AIMS_OF.fullmatch(low, start, end)  # `Mục tiêu cụ thể đến năm 2030 như sau: …`
    return targets.PERIOD.fullmatch(low, *(said.span("period") if said is not None else (start, end))) is not None


def _denominator(above: tuple[str, ...]) -> int | None:
    """The denominator that the nearest words above name (`Tử vong trẻ em trên 1.000 trẻ đẻ sống:`)."""
    match = subjects.DENOMINATOR.search(above[0].lower()) if above else None
    return int(numbers.parse(match["per"])) if match is not None else None


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
    first, last = targets.span_of(match)
    return last, first
