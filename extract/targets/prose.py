"""Targets in prose: what the plan wants to reach, one record for each measure, group and year.

Quantified aims are read wherever the plan commits itself, aims without a number only among the specific objectives. What
describes the past or the present (`đặc điểm tình hình`) and the general objectives set no target.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.component import evidence, finder
from extract.head.document import genre_of
from extract.head.genre import WITHOUT_TARGETS
from extract.record_types import TARGETS
from extract.records import PlanWarning, Target
from extract.structure import tables
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from extract.structure.tables import Table
from extract.targets import aims, restating, shared_years, sharing, splitting, stages, titles
from extract.targets import tables as target_tables
from extract.targets.bounds import attached, commitment, naming
from extract.targets.clauses import clauses
from extract.targets.context import Context, Governor, is_period
from extract.targets.grouping import MOST_VALUES
from extract.targets.quantities import Clause
from extract.targets.statements import Statement
from extract.targets.worded import words_of
from extract.targets.writing import Writer
from extract.vocabulary import PartRole
from patterns import joining, numbers, targets, unit_lists, values
from patterns.headings import GENERAL_OBJECTIVE, LabelKind
from patterns.tables import FORESEEN

# Items that set nothing: notes, and the general objective.
_NO_AIMS = (values.FOOTNOTE, values.NOTE, GENERAL_OBJECTIVE)
_SILENT_ROLES = frozenset({"situation", "general_objectives", "header", "basis"})
_LONGEST_HEADING = 160
_LONGEST_SHARED = 240
# A clause, and what governs it.
_Part = tuple[tuple[int, int], Context]


def targets_in(outline: Outline) -> tuple[list[Target], list[PlanWarning]]:
    """The targets of a plan, in reading order, and the places that look like one and were not understood; none of a report or letter."""
    if genre_of(outline) in WITHOUT_TARGETS:
        return [], []
    finder = _Finder(outline)
    records = [record for block in outline.blocks if not block.paragraph.cells for record in finder.block(block)]
    of_tables, warnings = target_tables.targets_of_tables(outline)
    records += [record for table in tables.tables_in(outline) for record in finder.worded(table)]
    return splitting.doubted(records + of_tables), finder.warnings + warnings


create = finder(TARGETS, targets_in)


class _Finder:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.low = unit_lists.as_one(outline.text.lower)
        self.warnings: list[PlanWarning] = []
        self.governor = Governor(outline)
        self.writer = Writer(outline, self.low, self.warnings)
        self.titles = titles.of_groups(outline)
        self.heads = {node.block for node in outline.nodes} & {
            outline.nodes[block.section].block
            for block in outline.blocks
            if block.section >= 0 and outline.nodes[block.section].block != block.index
        }
        self.heads |= {outline.nodes[node.parent].block for node in outline.nodes if node.parent >= 0}

    def block(self, block: Block) -> Iterator[Target]:
        """The targets of one paragraph."""
        if block.region is not Region.BODY:
            return
        role = self.outline.role(block)
        if block.section < 0 or (role in _SILENT_ROLES and not self._is_purpose(block, role)):
            return
        context = self.governor.context(block, role)
        start, end = self.governor.body_of(block), block.end
        title = self.titles.get(block.index)
        if title == block.index:
            return
        if title is not None:
            context = replace(context, above=(self._title(title), *context.above))
        if context.above and values.SLOGANS.match(context.above[0].lower()) is not None:
            return
        if any(FORESEEN.match(words.lower()) is not None for words in context.above):
            return
        if self._is_heading(block):
            self.governor.note_lead_in(block)
            return
        if any(pattern.match(self.low, start, end) is not None for pattern in _NO_AIMS):
            return
        parts = self._governed(clauses(self.outline.text.view, self.low, start, end), context)
        found = list(self._clauses(parts))
        if context.objectives and not found:
            yield from self._whole_item(block, context)
        else:
            found = list(attached(self.outline, found, end))
            if context.objectives:
                found += self._silent(parts, found)
            yield from sorted(found, key=lambda record: record.start)
        if not found and context.objectives and values.SHARE_OR_MONEY.search(self.low, start, end) is not None:
            self._not_understood(start, end)

    def worded(self, table: Table) -> Iterator[Target]:
        """The targets that a table says in words; what a product says again of its task is none."""
        for row in words_of(self.outline, table):
            said: set[float | None] = set()
            for words in row:
                parts = self._governed(clauses(self.outline.text.view, self.low, words.start, words.end), words.context)
                found = [record for record in self._clauses(parts) if record.kind == "quantitative"]
                for record in found:
                    if record.value not in said:
                        yield replace(record, **evidence(self.outline, words.row.start, words.row.end))
                said.update(record.value for record in found)
                if words.counts and not found:
                    self._not_understood(words.start, words.end)

    def _is_purpose(self, block: Block, role: PartRole) -> bool:
        """Whether a paragraph says what the plan is for, where it may commit itself by number, and not a general objective."""
        above = [node.title.lower() for node in self.outline.ancestors(block) if node.block != block.index]
        return (
            role == "general_objectives"
            and bool(above)
            and ("mục đích" in above[0] or "yêu cầu" in above[0])
            and not any("mục tiêu" in title for title in above)
        )

    def _not_understood(self, start: int, end: int) -> None:
        self.warnings.append(
            PlanWarning(
                code="target-not-understood",
                message="câu có số liệu nhưng chưa bóc tách được mức phấn đấu / a sentence with figures that yielded no target",
                start=start,
                end=end,
            )
        )

    def _is_heading(self, block: Block) -> bool:
        """Whether the paragraph only introduces what follows it."""
        words = self.low[block.body : block.end].rstrip()
        if (words.endswith(":") and "%" not in words) or self.governor.is_period_alone(block):
            return True
        if not self._heads(block) or len(words) >= _LONGEST_HEADING:
            return False
        return not words.endswith((".", ";")) or not self._has_value(block.body, block.end)

    def _heads(self, block: Block) -> bool:
        """Whether a paragraph is the heading of those that follow it: not where it is an aim that a paragraph without a label only follows."""
        if block.index not in self.heads:
            return False
        following = self.outline.blocks[block.index + 1 : block.index + 2]
        ends = self.low[block.body : block.end].rstrip().endswith((".", ";"))
        alone = bool(following) and not following[0].labels and not following[0].paragraph.cells
        return not (ends and alone and targets.AIM.match(self.low, block.body, block.end) is not None)

    def _has_value(self, start: int, end: int) -> bool:
        return any(
            targets.no_value_until(self.low, start, at, end) is None for at in numbers.candidates(self.low, start, end)
        )

    # --- clauses ---------------------------------------------------------------------------------------------------

    def _governed(self, parts: list[tuple[int, int]], context: Context) -> list[_Part]:
        """The clauses of a paragraph, each with what governs it."""
        befores = [None, *parts]
        return [
            (part, self.governor.of_sentence(part, before, context))
            for part, before in zip(parts, befores, strict=False)
        ]

    def _clauses(self, parts: list[_Part]) -> Iterator[Target]:
        before: tuple[int, int] | None = None
        subject = -1  # where the clause begins whose subject others share
        said: list[tuple[Statement, Context, int]] = []
        for part, governed in parts:
            named = titles.before_colon(self.outline.text.view, self.low, *part)
            if named is not None:
                words = self._words(*named)
                part = (named[1], part[1])
                governed = replace(governed, above=(words.rstrip(" :"), *governed.above))
            shares = before is not None and sharing.shares(self.low, subject, before, part)
            shared = subject if shares else -1
            subject = part[0] if shared < 0 else subject
            finished = joining.FINISHED_BY.match(self.low, *part) is not None
            if finished or next(numbers.candidates(self.low, *part), None) is not None:
                said.append((stages.read(self._clause_of(part, governed)), governed, shared))
            before = part
        anew = restating.restated(self.low, [statement for statement, _, _ in said])
        statements = shared_years.carried(self.low, anew)
        owner: Statement | None = None
        for statement, (_, governed, shared) in zip(statements, said, strict=True):
            owner = statement if shared < 0 else owner
            yield from self._clause(statement, governed, shared, owner)

    def _clause_of(self, part: tuple[int, int], governed: Context) -> Clause:
        group = governed.whom.group if governed.whom is not None else None
        view, first_year = self.outline.text.view, self.writer.first_year
        return Clause(self.low, view, *part, governed.objectives, first_year, self.writer.issued, group)

    def _clause(self, statement: Statement, context: Context, shared: int, owner: Statement | None) -> Iterator[Target]:
        """The targets of a clause; `shared` is where the clause begins whose subject it shares, else -1, and `owner` what that states."""
        start, end = statement.clause.start, statement.clause.end
        self._misread(statement)
        found = list(statement.measures)
        if not found:
            return
        aim = aims.leading(self.low, start, found[0]) if context.objectives else None
        if aim is not None:
            yield self.writer.qualitative(*aim, context, beside=True)
            after = (
                aim[1]
                + len(self.low[aim[1] : found[0].aims[0].start])
                - len(self.low[aim[1] : found[0].aims[0].start].lstrip(" ,"))
            )
            found[0] = replace(found[0], quote_start=after)
        if shared >= 0 and not found[0].restates:
            began = found[0].quote_start
            found[1:] = [replace(one, quote_start=shared) if one.quote_start == began else one for one in found[1:]]
            found[0] = sharing.with_subject(self.low, found[0], shared, owner, end)
        above = context.above
        if shared >= 0:
            above = (self._words(shared, start), *above)
        for measure in found:
            if len(measure.aims) > MOST_VALUES:
                self._not_understood(start, end)
                continue
            bounded = naming(commitment(self.low, measure, objectives=context.objectives), context.whom)
            yield from self.writer.quantitative(bounded, replace(context, above=above), shares=shared >= 0)
            above = (self._words(measure.start, measure.aims[-1].end), *context.above)
        after_last = aims.trailing(self.low, found[-1], end) if context.objectives else None
        if after_last is not None:
            yield self.writer.qualitative(*after_last, context, beside=True)

    def _misread(self, statement: Statement) -> None:
        """Says which figures have a letter among them, which nobody can be sure of."""
        for quantity in statement.quantities:
            if quantity.role == "misread":
                words = self.outline.text.text[quantity.value.start : quantity.value.end + 3].strip()
                self.warnings.append(
                    PlanWarning(
                        code="suspect-reading",
                        message=f"số có thể đọc sai: {words} / a figure that may be misread",
                        start=quantity.value.start,
                        end=quantity.value.end,
                    )
                )

    def _words(self, start: int, end: int) -> str:
        """Words that others share, as those that stand above them: the last few, where they are many."""
        return " ".join(self.outline.text.text[max(start, end - _LONGEST_SHARED) : end].split())

    # --- aims without a number -------------------------------------------------------------------------------------

    def _silent(self, parts: list[_Part], found: list[Target]) -> list[Target]:
        """The aims without a number among clauses that hold values."""
        taken = sorted((record.start, record.end) for record in found)
        out, index, until = [], 0, -1
        for (start, end), context in parts:
            while index < len(taken) and taken[index][0] < end:
                until = max(until, taken[index][1])
                index += 1
            if (
                until <= start
                and not is_period(self.low, start, end)
                and aims.is_silent(self.outline.text.view, self.low, start, end)
            ):
                out.append(self.writer.qualitative(start, end, context, beside=True))
        return out

    def _title(self, index: int) -> str:
        block = self.outline.blocks[index]
        return " ".join(self.outline.text.text[block.body : block.end].split())

    def _whole_item(self, block: Block, context: Context) -> Iterator[Target]:
        """An item of the specific objectives without any number is an aim as a whole."""
        if (
            not (block.labels or block.index in self.titles)
            or self._heads(block)
            or block.has(LabelKind.OBJECTIVE)
            or self._announces(block)
        ):
            return
        span = aims.whole(self.outline.text.view, self.low, block.body, block.end)
        if span is not None:
            yield self.writer.qualitative(*span, context)

    def _announces(self, block: Block) -> bool:
        """Whether an item only names what the sub-items below it say (`- Chỉ tiêu 3: Về tử vong trẻ em`, then `+ …`)."""
        if block.index + 1 >= len(self.outline.blocks) or self.low[block.start : block.end].rstrip().endswith(
            (".", ";")
        ):
            return False
        return self.outline.blocks[block.index + 1].has(LabelKind.PLUS) is not None and not block.has(LabelKind.PLUS)
