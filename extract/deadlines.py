"""Deadlines: times by which someone must do something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex
from spacy.language import Language
from spacy.tokens import Doc

from extract.component import add_warnings, evidence, outline_of, set_records
from extract.duties import charged_tasks
from extract.duties.agency_headings import Heading
from extract.duties.organisation import governing, names_given
from extract.records import Deadline, PlanWarning
from extract.structure import tables
from extract.structure.clauses import split
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from patterns import agencies, charge, citations, delivery, time_cells, times
from patterns.charge import Key
from patterns.tables import Column
from patterns.times import Time

_SILENT_ROLES = frozenset({"situation", "general_objectives", "objectives", "basis", "header"})
_DATE_LIKE = regex.compile(r"(?:trước|chậm nhất|đến hết|hạn chót|thời hạn)[^;.]{0,20}\d")


@Language.factory("deadlines")
def _factory(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    def deadlines_component(doc: Doc) -> Doc:
        records, warnings = find(outline_of(doc))
        set_records(doc, "deadlines", records)
        add_warnings(doc, warnings)
        return doc

    return deadlines_component


def find(outline: Outline) -> tuple[list[Deadline], list[PlanWarning]]:
    """The deadlines of a plan in reading order, and the sentences whose times were not understood."""
    finder = _Finder(outline)
    records = [record for block in outline.blocks if not block.paragraph.cells for record in finder.block(block)]
    records += [record for table in tables.find(outline) for record in finder.table(table)]
    return records, finder.warnings


@dataclass(frozen=True, slots=True)
class _Said:
    """Who acts and who receives in a paragraph: what the items below it inherit."""

    section: int
    actor: str | None
    recipient: str | None


_OTHER_RECEIVER = regex.compile(r"(?:trung tâm|cấp có thẩm quyền)")
_TIME_OR_GROUND = regex.compile(
    r"\s*(?:căn cứ|trên cơ sở|theo|trước|chậm nhất|h[ằà]ng|định kỳ|vào|trong|kết thúc|sau|nhiệm vụ|tình hình|đến|quý|tháng|ngày|từ|khi)"
)
_PERSON = regex.compile(
    r"(?:(?:đoàn|tổ) (?:(?:kiểm tra|giám sát|thanh tra|công tác)(?:,? )?)+(?:liên ngành)?(?: của (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))?|đoàn liên ngành(?: của (?:tỉnh|thành phố|huyện))?|cộng tác viên|công chức|cán bộ|trạm y tế|giáo viên|tổng phụ trách|trưởng (?:thôn|bản|khu phố))"
)
_AFTER_GROUND = regex.compile(r",\s+|\)\s+")
_CEREMONY = regex.compile(
    r"\btổ chức (?:buổi )?(?:lễ|hội nghị|hội thi|diễn đàn)(?!\w)"
)  # a day of its own, whatever it is held for
_HANDS_IN = regex.compile(r"báo cáo|gửi|trình|kế hoạch")


# More times than any sentence sets: each record quotes its sentence, and a list of dates would be quoted once for every date.
_MOST_TIMES = 60


class _Finder:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.text, self.view, self.low = outline.text.text, outline.text.view, outline.text.lower
        self.headings: dict[int, Heading] = governing(outline)
        self.charged = {index: task.actor(self.text) for task in charged_tasks.find(outline) for index in task.blocks}
        self.given = names_given(outline)
        self.lines = charged_tasks.lines(outline)
        self.warnings: list[PlanWarning] = []
        self.said: _Said | None = None

    # --- paragraphs ------------------------------------------------------------------------------------------------

    def block(self, block: Block) -> Iterator[Deadline]:
        """The deadlines of one paragraph."""
        if block.region is not Region.BODY or self.outline.role(block) in _SILENT_ROLES:
            return
        heading = self.headings.get(block.index)
        start = (
            heading.body
            if heading is not None and heading.block == block.index and block.start <= heading.body < block.end
            else block.body
        )
        if self.outline.role(block) == "reporting":
            self._remember(block, start)
        if not times.may_say_time(self.low, start, block.end):
            return
        if block.index in self.lines:
            yield from self._time_line(block, heading)
            return
        cited = self._citations(start, block.end)
        for sentence in split(self.view, self.low, start, block.end, ".!?"):
            yield from self._sentence(sentence, block, heading, cited)

    def _time_line(self, block: Block, heading: Heading | None) -> Iterator[Deadline]:
        """The deadlines of a line that only says who does a task, and when; a theme month has none."""
        for part in charge.parts(self.low, block.body, block.end):
            if (
                part.key is not Key.TIME
                or self._of_theme(block)
                or delivery.BY_PLAN.match(self.low, part.start, part.end)
            ):
                continue
            for time in times.find(self.low, part.start, part.end, table=True):
                yield Deadline(
                    kind="task",
                    due=time.due,
                    start_date=time.start_date,
                    relation=time.relation,
                    recurrence=time.recurrence,
                    actor=heading.words if heading is not None else self.charged.get(block.index),
                    recipient=None,
                    confidence=0.85,
                    **evidence(self.outline, block.body, block.end),
                )

    def _of_theme(self, block: Block) -> bool:
        """Whether a section is about a theme month or a feast."""
        titles = (node.title.lower() for node in self.outline.ancestors(block))
        return any(delivery.FESTIVAL.search(title) is not None for title in titles)

    def _citations(self, start: int, end: int) -> list[tuple[int, int]]:
        """Ranges of cited documents: their dates are no times."""
        return citations.spans(self.view, self.low, start, end)

    def _sentence(
        self, sentence: tuple[int, int], block: Block, heading: Heading | None, cited: list[tuple[int, int]]
    ) -> Iterator[Deadline]:
        start, end = sentence
        said = times.find(self.low, start, end)
        if len(said) > _MOST_TIMES:
            self._warn(start, end)
            return
        found = [time for time in said if not any(a <= time.start < b or a < time.end <= b for a, b in cited)]
        found = [time for time in found if not self._festival(start, end, time)]
        if not found:
            if _DATE_LIKE.search(self.low, start, end) is not None and not cited:
                self._warn(start, end)
            return
        stop = end + 1 if end < block.end and self.low[end] in ".!?" else end
        subject = receives = before = None
        for time in found:
            clause = self._clause(start, end, time)
            own = self._subject(*clause)
            subject = own or subject
            words = self._duty(clause, time, found)
            kind, before = self._kind(words, before)
            recipient = self._recipient(words)
            if recipient is None and own is None and kind != "task":
                recipient = receives  # `… về Sở … định kỳ 6 tháng; báo cáo năm gửi trước ngày …`
            receives = recipient
            actor = heading.words if heading is not None else subject or self.charged.get(block.index)
            if heading is None and self.said is not None and self.said.section == block.section and actor is None:
                actor = self.said.actor
                if recipient is None and kind != "task":
                    recipient = self.said.recipient
            yield Deadline(
                kind=kind,
                due=time.due,
                start_date=time.start_date,
                relation=time.relation,
                recurrence=time.recurrence,
                actor=actor,
                recipient=recipient,
                confidence=0.85,
                **evidence(self.outline, start, stop),
            )

    def _kind(self, words: tuple[int, int], before: str | None) -> tuple[str, str | None]:
        """What a duty hands in, and what the next clause may hand on; `before` is that of the clause before."""
        low = self.low[words[0] : words[1]]
        named = delivery.kind(low)
        if named is None and before is not None and delivery.HANDS_ON.search(low) is not None:
            return before, before
        return named or "task", named

    def _festival(self, start: int, end: int, time: Time) -> bool:
        """Whether the time is that of a theme month or a feast: its clause names one and hands nothing in."""
        a, b = self._clause(start, end, time)
        before = self.low[a : time.start]
        if time.due is not None and len(time.due) == len("2024-05-29") and _CEREMONY.search(before) is not None:
            return False
        return delivery.FESTIVAL.search(before) is not None and _HANDS_IN.search(self.low[a:b]) is None

    def _clause(self, start: int, end: int, time: Time) -> tuple[int, int]:
        """The part of the sentence between semicolons that the time stands in."""
        return next(
            (part for part in split(self.view, self.low, start, end, ";") if part[0] <= time.start <= part[1]),
            (start, end),
        )

    def _duty(self, clause: tuple[int, int], time: Time, found: list[Time]) -> tuple[int, int]:
        """The words of the clause that the time belongs to: up to the next time, where several duties are joined."""
        if time.due is not None and len(time.due) == 4:
            return (time.start, time.end)
        others = [other for other in found if clause[0] <= other.start < clause[1] and other.start != time.start]
        start, end = clause
        for other in others:
            if other.due is not None and len(other.due) == 4:
                continue
            if other.start > time.end and time.relation == "every":
                end = min(end, other.start)
        return (start, end)

    # --- who -------------------------------------------------------------------------------------------------------

    def _subject(self, start: int, end: int) -> str | None:
        """Who acts, as written: the agencies at the beginning of the clause, behind a time or a ground."""
        at = start
        for _ in range(4):
            lead = delivery.BEFORE_SUBJECT.match(self.low, at, end)
            if lead is not None:
                at = lead.end()
            person = _PERSON.match(self.low, at, end)
            if person is not None:
                verb = delivery.VERB.search(self.low, person.end(), end)
                if verb is not None and verb.start() - at < 80:
                    return " ".join(self.text[at : verb.start()].split())
            names = agencies.parse(self.view, at, end, self.given) if agencies.starts(self.view, at) else []
            if names and delivery.NO_SUBJECT.match(self.low, at, end) is None:
                relative = delivery.RELATIVE.search(self.low, at, end)
                if relative is not None and relative.start() <= names[-1].end:
                    return " ".join(self.text[at : relative.end()].split()).rstrip(",")
                verb = delivery.VERB.search(self.low, names[-1].end - 1 if names[-1].end > at else at, end)
                stop = names[-1].end
                if verb is not None and _continues(self.low[stop : verb.start()]):
                    stop = max(stop, verb.start())
                return " ".join(self.text[at:stop].split()).rstrip(",")
            comma = _AFTER_GROUND.search(self.low, at, end)
            if comma is None or not self._may_precede(self.low[at : comma.start()]):
                return None
            at = comma.end()
        return None

    def _may_precede(self, words: str) -> bool:
        """Whether words before a comma are a time or a ground, behind which the subject may come."""
        return _TIME_OR_GROUND.match(words) is not None or (
            len(words.split()) <= 4 and not words.startswith(("danh sách", "số"))
        )

    def _recipient(self, clause: tuple[int, int]) -> str | None:
        start, end = clause
        for pattern in (delivery.SENT, delivery.GIVEN):
            for match in pattern.finditer(self.low, start, end):
                if not agencies.starts(self.view, match.end()) and not _OTHER_RECEIVER.match(
                    self.low[match.end() : end]
                ):
                    continue
                names = agencies.parse(self.view, match.end(), end, self.given)
                if names:
                    return " ".join(self.text[names[0].start : names[-1].end].split())
        return None

    def _remember(self, block: Block, start: int) -> None:
        """Keeps who reports to whom for the items below (`- Báo cáo năm gửi trước ngày …`)."""
        actor = self._subject(start, block.end)
        if actor is not None:
            self.said = _Said(block.section, actor, self._recipient((start, block.end)))

    # --- tables ----------------------------------------------------------------------------------------------------

    def table(self, table: tables.Table) -> Iterator[Deadline]:
        """The deadlines of a table of tasks with a column of times."""
        at = table.subject
        if at is None or table.find(Column.TIME) is None:
            return
        for row in table.rows:
            cell, subject = table.cell(row, Column.TIME), row.cells[at]
            lead = table.agent(row)
            if cell is None or subject.blank:
                continue
            cited = citations.spans(cell.view, cell.low, 0, len(cell.low))
            found = time_cells.find(cell.low)
            if not found and not cited and not cell.filled and time_cells.looks_like_time(cell.low):
                self._warn(cell.start, cell.end)
            for time in found:
                if any(a <= time.start < b or a < time.end <= b for a, b in cited):
                    continue
                yield Deadline(
                    kind=delivery.kind(subject.low) or "task",
                    due=time.due,
                    start_date=time.start_date,
                    relation=time.relation,
                    recurrence=time.recurrence,
                    actor=" ".join(lead.text.split()) if lead is not None else None,
                    recipient=self._recipient((subject.start, subject.end)),
                    confidence=0.9,
                    **evidence(self.outline, row.start, row.end),
                )

    def _warn(self, start: int, end: int) -> None:
        self.warnings.append(
            PlanWarning(
                code="deadline-not-understood",
                message="câu có thể nêu thời hạn nhưng chưa bóc tách được / may set a deadline that was not understood",
                start=start,
                end=end,
            )
        )


_OF_SUBJECT = regex.compile(
    r"\s*(?:được|chủ trì chỉ tiêu|có tên|có liên quan|liên quan|thuộc|trên địa bàn|các cấp|cấp|cùng cấp|theo phân công)"
)


def _continues(words: str) -> bool:
    """Whether words between the last agency and the verb belong to the subject (`được phân công chủ trì chỉ tiêu`)."""
    return _OF_SUBJECT.match(words) is not None
