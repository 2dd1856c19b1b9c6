"""Targets: what the plan wants to reach, one record for each measure, group and year.

Quantified aims are read wherever the plan commits itself, aims without a number only among the specific objectives. What
describes the past or the present (`đặc điểm tình hình`) and the general objectives set no target.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import regex
from spacy.language import Language
from spacy.tokens import Doc

from extract.alignment import Aligner
from extract.component import add_warnings, evidence, outline_of, set_records
from extract.head.document import genre_of
from extract.head.genre import WITHOUT_TARGETS
from extract.records import PlanWarning, Target
from extract.structure.clauses import split, trim
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from extract.targets import tables as target_tables
from extract.targets.context import Context, Governor
from extract.targets.quantities import Accept, Point
from extract.targets.statements import Measure, measures
from patterns import numbers, targets
from patterns.headings import LabelKind

_SILENT_ROLES = frozenset({"situation", "general_objectives", "header", "basis"})


# A clause that begins with its value.
_VALUE_FIRST = regex.compile(r"\W*(?:(?:phấn đấu|có|ít nhất|tối thiểu|trên|khoảng|từ|đạt|hơn|và)\s+)*\d[\d.,]*\s?%")
_FIGURES = regex.compile(r"[\d.,%‰]+")
# A clause that has no subject of its own and is read with the clause before it.
_SHARES_SUBJECT = regex.compile(
    r"\W*(?:và\s+)?(?:(?:đến|vào|trong)?\s*(?:hết\s+)?năm \d{4},?\s+)?(?:(?:thể|cân nặng|chiều cao)\b|(?:tỷ lệ|tỷ suất|con số|chỉ tiêu|mức|số) này\b|trong (?:đó|số đó)\b)"
)


@Language.factory("targets")
def _factory(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    aligner = Aligner.shipped()

    def targets_component(doc: Doc) -> Doc:
        records, warnings = find(outline_of(doc), aligner)
        set_records(doc, "targets", records)
        add_warnings(doc, warnings)
        return doc

    return targets_component


def find(outline: Outline, aligner: Aligner) -> tuple[list[Target], list[PlanWarning]]:
    """The targets of a plan, in reading order, and the places that look like one and were not understood; none of a report or letter."""
    if genre_of(outline) in WITHOUT_TARGETS:
        return [], []
    finder = _Finder(outline, aligner)
    records = [record for block in outline.blocks if not block.paragraph.cells for record in finder.block(block)]
    of_tables, warnings = target_tables.find(outline, aligner)
    return records + of_tables, finder.warnings + warnings


_GOES_ON_WITH = regex.compile(r";\s+(?P<verb>\p{L}+ \p{L}+)(?P<rest>[^%;\d]*?)[.;]?\s*$")
_COMMA = regex.compile(r",\s+(?=\p{L})")
_BESIDE_THE_COMMITMENT = regex.compile(
    r",\s+(?:ưu tiên|trang bị|vay|thực hiện|và |tạo|gắn|trong đó|góp|đồng thời|kịp thời|nhất là|đặc biệt|lồng ghép|tăng cường|phối hợp|hướng dẫn)"
)
_CLOSING_REMARK = regex.compile(r"\s*\((?!(?:năm )?(?:19|20)\d\d\))[^()]*\)\s*$")
_JOINER = regex.compile(r"\s*(?:,\s*và|,|và)\s+")
_AIM_OF_RATE = regex.compile(r"\s*(?:giảm|tăng|nâng|phấn đấu)\s+(?:tỷ|số)")
_NEXT_AIM = regex.compile(r",\s+(?=(?:duy trì|giảm|tăng|phấn đấu|khống chế|nâng|bảo đảm|đảm bảo|hoàn thành)\b)")
_LONGEST_BARE = 120
_LONGEST_HEADING = 160
_DIGIT = regex.compile(r"\d")
_STATES_AFTER_COLON = regex.compile(r":\s+(?=(?:phấn đấu )?(?:giảm|tăng|tỷ lệ|tỷ suất)\b)")


class _Finder:
    def __init__(self, outline: Outline, aligner: Aligner) -> None:
        self.outline = outline
        self.aligner = aligner
        self.low = outline.text.lower
        self.warnings: list[PlanWarning] = []
        self.governor = Governor(outline)
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
        if role in _SILENT_ROLES or block.section < 0:
            return
        context = self.governor.context(block, role)
        start, end = block.body, block.end
        if self._is_heading(block):
            self.governor.note_lead_in(block)
            return
        clauses = self._clauses(start, end)
        found = [
            record
            for before, clause in zip([None, *clauses], clauses, strict=False)
            for record in self._clause(clause, self.governor.of_sentence(clause, before, context), before)
        ]
        if context.objectives and not found:
            yield from self._whole_item(block, context)
        elif context.objectives:
            whole = list(self._attached(found, start, end))
            silent = [self._qualitative(*clause, context) for clause in clauses if self._is_silent_aim(clause, whole)]
            yield from sorted([*whole, *silent], key=lambda record: record.start)
        else:
            yield from self._attached(found, start, end)
        if not found and "%" in self.low[start:end] and context.objectives:
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
        if words.endswith(":") and "%" not in words:
            return True
        if block.index not in self.heads or len(words) >= _LONGEST_HEADING:
            return False
        return not words.endswith((".", ";")) or not self._has_value(block.body, block.end)

    def _has_value(self, start: int, end: int) -> bool:
        return any(
            targets.no_value_until(self.low, start, at, end) is None for at in numbers.candidates(self.low, start, end)
        )

    # --- clauses ---------------------------------------------------------------------------------------------------

    def _clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """The clauses of a paragraph: parts between semicolons, or before a colon that stands for one."""
        parts = split(self.outline.text.view, self.low, start, end, ".;!?")
        out: list[tuple[int, int]] = []
        for part_start, part_end in parts:
            for match in _STATES_AFTER_COLON.finditer(self.low[part_start:part_end]):
                if _DIGIT.search(self.low[part_start : part_start + match.start()]):
                    out.append((part_start, part_start + match.start()))
                    part_start += match.end()
                    break
            shares = out and self._lacks_predicate(*out[-1]) and _VALUE_FIRST.match(self.low, part_start, part_end)
            if shares or (len(out) == 1 and self._is_bare(*out[0])):
                out[-1] = (out[-1][0], part_end)
            else:
                out.append((part_start, part_end))
        return out

    def _lacks_predicate(self, start: int, end: int) -> bool:
        """`100% công chức cấp tỉnh; 80% cán bộ cấp xã được tập huấn`: the first clause shares the predicate of the next."""
        value = _VALUE_FIRST.match(self.low, start, end)
        return value is not None and targets.PREDICATE.search(self.low, value.end(), end) is None

    def _clause(self, clause: tuple[int, int], context: Context, before: tuple[int, int] | None) -> Iterator[Target]:
        start, end = clause
        if next(numbers.candidates(self.low, start, end), None) is None:
            return
        found = measures(self.low, start, end, accept=Accept(objectives=context.objectives))
        if not found:
            return
        aim = self._leading_aim(start, found[0]) if context.objectives else None
        if aim is not None:
            yield self._qualitative(*aim, context)
            found[0].start = (
                aim[1]
                + len(self.low[aim[1] : found[0].points[0].start])
                - len(self.low[aim[1] : found[0].points[0].start].lstrip(" ,"))
            )
        if before is not None and (
            _SHARES_SUBJECT.match(self.low, start, end) or self._repeats(before, start, found[0])
        ):
            found[0].start = before[0]
        elif before is not None and self._is_bare(start, end):
            found[0].start, found[0].subject = before[0], (before[0], found[0].subject[1])
        for measure in found:
            self._bounds(measure, start, end, context)
            yield from self._records(measure, context)
        if context.objectives:
            after = self._trailing_aim(found[-1], end)
            if after is not None:
                yield self._qualitative(*after, context)

    def _repeats(self, before: tuple[int, int], start: int, measure: Measure) -> bool:
        """Whether a clause begins inside the subject of the one before (`tỷ lệ hộ thiếu hụt nhà ở 14%; thiếu hụt thông tin 9%`)."""
        words = self.low[start : measure.points[0].start].split()[:2]
        if (
            len(words) < 2
            or targets.COMMITS.match(self.low, start) is not None
            or targets.SUBJECT_HEAD.match(self.low, start, measure.points[0].start) is not None
        ):
            return False
        return f" {words[0]} {words[1]} " in self.low[slice(*before)] and targets.AIM.match(self.low, start) is None

    def _is_bare(self, start: int, end: int) -> bool:
        """Whether a clause has values and years and says nothing else (`…; ≤ 10‰ vào năm 2030`)."""
        if end - start > _LONGEST_BARE or _DIGIT.search(self.low, start, end) is None:
            return False
        words = self.low[start:end]
        if not targets.may_only_join(words):
            return False
        return not targets.CONNECTORS.sub("", _FIGURES.sub(" ", targets.without_years(words))).strip()

    def _is_silent_aim(self, clause: tuple[int, int], found: list[Target]) -> bool:
        """Whether a clause beside quantified ones states an aim of its own without a number."""
        words = self.low[slice(*clause)]
        if any(record.start < clause[1] and clause[0] < record.end for record in found) or _DIGIT.search(words):
            return False
        return targets.AIM.match(words) is not None and len(words.split()) >= 5

    def _leading_aim(self, start: int, measure: Measure) -> tuple[int, int] | None:
        """`từng bước xóa bỏ tình trạng tảo hôn, duy trì mức giảm …`: an aim without a number before the first value."""
        first = measure.points[0].start
        words = self.low[start:first]
        match = _NEXT_AIM.search(words)
        if (
            match is None
            or targets.AIM.match(words) is None
            or len(targets.YEARS.sub("", words[: match.start()]).split()) < 4
        ):
            return None
        if _AIM_OF_RATE.match(words):
            return None
        return trim(self.low, start, start + match.start())

    def _trailing_aim(self, measure: Measure, end: int) -> tuple[int, int] | None:
        """`… đạt trên 95% và giảm thiểu tỷ lệ …`: an aim without a number after the last value."""
        match = _JOINER.match(self.low[measure.end : end])
        if match is None:
            return None
        start = measure.end + match.end()
        words = self.low[start:end]
        if targets.PURPOSE.match(", " + words) or targets.AIM.match(words) is None or len(words.split()) < 4:
            return None
        return trim(self.low, start, end)

    def _bounds(self, measure: Measure, start: int, end: int, context: Context) -> None:
        """Trims the quote: no clause of purpose, no remark in brackets; outside the objectives the commitment alone."""
        last = max(point.end for point in measure.points)
        tail = self.low[last : measure.end]
        cut = targets.PURPOSE.search(tail)
        if cut is not None:
            measure.end = last + cut.start()
        bracket = _CLOSING_REMARK.search(self.low[last : measure.end])
        if bracket is not None:
            measure.end = last + bracket.start()
        if context.objectives:
            return
        comma = _BESIDE_THE_COMMITMENT.search(self.low[last : measure.end])
        if comma is not None:
            measure.end = last + comma.start()
        first = measure.points[0].start
        head = self.low[measure.start : first]
        each = [*targets.EACH.finditer(self.low, measure.start, measure.points[0].value.start)]
        if each:
            measure.start = each[-1].start()
            return
        commas = list(_COMMA.finditer(head))
        for match in reversed(commas):
            words = head[match.end() :]
            if len(head[: match.start()].split()) <= 2:
                return  # `biên soạn, cấp phát 500 tờ gấp`: two verbs, one commitment
            if targets.COMMITS.match(words) is not None and len(words.split()) >= 1:
                measure.start += match.end()
                return

    # --- records ---------------------------------------------------------------------------------------------------

    def _records(self, measure: Measure, context: Context) -> Iterator[Target]:
        for point in measure.points:
            for year, year_from in _years_of(point, context):
                yield self._target(measure, point, year, year_from, context)

    def _target(
        self, measure: Measure, point: Point, year: int | None, year_from: int | None, context: Context
    ) -> Target:
        value = point.value
        unit = value.unit or "count"
        own = self.outline.text.text[measure.subject[0] : max(measure.end, measure.subject[0])]
        ev = evidence(self.outline, measure.start, measure.end)
        doubtful = self._repaired(value.start, value.end)
        found = self.aligner.align(
            ev["quote"], indicator_no=context.indicator, subject=own, unit=unit, per=value.per, change=point.change
        )
        return Target(
            kind="quantitative",
            indicator_no=context.indicator,
            objective_no=context.objective,
            comparator=point.comparator,
            value=value.value,
            value_high=value.high,
            unit=unit,
            per=value.per if unit == "per" else None,
            total=value.total,
            per_year=measure.per_year and point.change is not None,
            change=point.change,
            year=year,
            year_from=year_from,
            group=point.group,
            baseline_value=point.from_value,
            baseline_year=point.from_year if point.from_year is not None else measure.base_year,
            measure=found.code if found is not None else None,
            match=found.match if found is not None else None,
            measure_score=found.score if found is not None else None,
            subject=_subject(self.outline, measure, point),
            counted=self._counted(value.end) if unit == "count" else None,
            confidence=0.6 if doubtful else (0.95 if context.objectives else 0.85),
            **ev,
        )

    def _counted(self, at: int) -> str | None:
        match = targets.COUNTED.match(self.low, at)
        return self.outline.text.text[match.start("noun") : match.end("noun")] if match is not None else None

    def _repaired(self, start: int, end: int) -> bool:
        """Whether the figures were misread and are repaired in the view: said as a warning, and in the confidence."""
        if self.outline.text.text[start:end].lower() == self.low[start:end]:
            return False
        self.warnings.append(
            PlanWarning(
                code="suspect-reading",
                message=f"số có thể đọc sai: {self.outline.text.text[start:end]} / a figure that may be misread",
                start=start,
                end=end,
            )
        )
        return True

    def _qualitative(self, start: int, end: int, context: Context) -> Target:
        ev = evidence(self.outline, start, end)
        found = self.aligner.align(ev["quote"], indicator_no=context.indicator, kind="qualitative")
        return Target(
            kind="qualitative",
            indicator_no=context.indicator,
            objective_no=context.objective,
            year=context.year,
            year_from=context.year_from,
            measure=found.code if found is not None else None,
            match=found.match if found is not None else None,
            measure_score=found.score if found is not None else None,
            confidence=0.75,
            **ev,
        )

    def _whole_item(self, block: Block, context: Context) -> Iterator[Target]:
        """An item of the specific objectives without any number is an aim as a whole."""
        if not block.labels or block.index in self.heads or block.has(LabelKind.OBJECTIVE) or self._announces(block):
            return
        span = trim(self.low, block.body, block.end)
        if span is None or len(self.low[span[0] : span[1]].split()) < 5 or targets.PAST.search(self.low, *span):
            return
        yield self._qualitative(*span, context)

    def _announces(self, block: Block) -> bool:
        """Whether an item only names what the sub-items below it say (`- Chỉ tiêu 3: Về tử vong trẻ em`, then `+ …`)."""
        if block.index + 1 >= len(self.outline.blocks) or self.low[block.start : block.end].rstrip().endswith(
            (".", ";")
        ):
            return False
        return self.outline.blocks[block.index + 1].has(LabelKind.PLUS) is not None and not block.has(LabelKind.PLUS)

    def _attached(self, found: list[Target], start: int, end: int) -> Iterator[Target]:
        """Gives the last target of a paragraph the clause that goes on with its predicate (`…; triển khai …`)."""
        for record in found:
            rest = self.low[record.end : end]
            match = _GOES_ON_WITH.match(rest)
            if (
                match is not None
                and match["verb"] in self.low[record.start : record.end]
                and record.kind == "quantitative"
            ):
                record = replace(record, **evidence(self.outline, record.start, record.end + match.end("rest")))
            yield record


def _years_of(point: Point, context: Context) -> list[tuple[int | None, int | None]]:
    if not point.years:
        return [(context.year, context.year_from)]
    return [(year.year, year.year_from) for year in point.years]


_AIM_VERB = regex.compile(r"^(?:phấn đấu|giảm|tăng|khống chế|duy trì|nâng)\s+", regex.I)


def _subject(outline: Outline, measure: Measure, point: Point) -> str | None:
    """Who or what is measured, as written: the words before the value, or those after it."""
    low, text = outline.text.lower, outline.text.text
    first = measure.points[0]  # the values behind it have its subject
    before = trim(low, measure.subject[0], first.start if first.own_start < 0 else min(first.start, first.own_start))
    if before is not None and len(low[before[0] : before[1]].split()) >= 3:
        words = _AIM_VERB.sub("", text[before[0] : before[1]])
        return " ".join(words.split())
    after = trim(low, point.end, measure.end)
    if after is None:
        return None
    words = low[after[0] : after[1]]
    stop = targets.PREDICATE.search(words)
    return " ".join(
        text[after[0] : after[0] + (stop.start() if stop is not None and stop.start() > 0 else len(words))].split()
    )
