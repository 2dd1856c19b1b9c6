"""Deadlines: times by which someone must do something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.component import evidence, finder
from extract.duties import charged_tasks, times_of_rows, words_of_time
from extract.duties.actors import Actors
from extract.duties.agency_headings import Heading, deeper
from extract.duties.organisation import headings_over
from extract.head import document
from extract.record_types import DEADLINES
from extract.records import Deadline, PlanWarning
from extract.structure import tables
from extract.structure.clauses import split
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from extract.vocabulary import DeadlineKind
from patterns import charge, citations, delivery, leaning_days, recurrences, sentences, time_cells, times, undated
from patterns.charge import Key
from patterns.times import Time

_SILENT_ROLES = frozenset({"situation", "general_objectives", "objectives", "basis", "header"})


def deadlines_in(outline: Outline) -> tuple[list[Deadline], list[PlanWarning]]:
    """The deadlines of a plan in reading order, and the sentences whose times were not understood."""
    finder = _Finder(outline)
    records = [record for block in outline.blocks if not block.paragraph.cells for record in finder.block(block)]
    for table in tables.tables_in(outline):
        records += times_of_rows.deadlines_of_rows(outline, finder.actors, finder.year, table, finder.warn)
    return records, finder.warnings


create = finder(DEADLINES, deadlines_in)


@dataclass(frozen=True, slots=True)
class _Said:
    """Who acts and who receives in a paragraph: what the items below it inherit."""

    block: Block
    actor: str | None
    recipient: str | None


# More times than any sentence sets: each record quotes its sentence, and a list of dates would be quoted once for every date.
_MOST_TIMES = 60


class _Finder:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.text, self.view, self.low = outline.text.text, outline.text.view, outline.text.lower
        self.headings: dict[int, Heading] = headings_over(outline)
        self.charged = {index: task for task in charged_tasks.charged_tasks_in(outline) for index in task.blocks}
        self.actors = Actors(outline)
        self.lines = charged_tasks.lines(outline)
        plan = document.fields_of(outline)[0]
        self.year = (
            plan.period_start if plan.period_start == plan.period_end else None
        )  # that of a plan that covers one
        self.themed = plan.title is not None and delivery.FESTIVAL.search(plan.title.lower()) is not None
        self.issued_on = plan.issued_on
        self.warnings: list[PlanWarning] = []
        self.said: _Said | None = None

    # --- paragraphs ------------------------------------------------------------------------------------------------

    def block(self, block: Block) -> Iterator[Deadline]:
        """The deadlines of one paragraph."""
        if block.region is not Region.BODY:
            return
        if self.outline.role(block) in _SILENT_ROLES:
            if times.may_say_time(self.low, block.body, block.end):
                yield from self._time_line(block, None)
                yield from self._among_aims(block)
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
        said: tuple[int, int] | None = None
        before: list[Deadline] = []
        for sentence in self._sentences(start, block.end):
            keys = charge.parts(self.low, *sentence) if said is not None else []
            if said is not None and keys and keys[0].at == sentence[0]:
                # `… tài liệu truyền thông. Hoàn thành: tháng 10/2024.`: read on its own it says nothing of what is due
                yield from self._keyed(keys, block, heading, (said[0], self._stop(sentence[1], block)))
                continue
            said = sentence
            records = list(self._sentence(sentence, block, heading, cited))
            if before and delivery.APART_ALONE.match(self.low, *sentence) is not None:
                records = [self._completed(record, sentence, before[-1]) for record in records]
            yield from records
            before = records or before

    def _among_aims(self, block: Block) -> Iterator[Deadline]:
        """The deadlines of aims that tell all offices of a kind to do something (`12/12 xã kiện toàn Ban … trước ngày 31/5/2022`)."""
        if self.outline.role(block) != "objectives":
            return
        for start, end in self._sentences(block.body, block.end):
            offices = sentences.COUNTED_OFFICES.match(self.low, start, end)
            found = self._times(offices.end(), end)[0] if offices is not None else []
            for time in found:
                if offices is None or time.due is None or len(time.due) <= _YEAR or self.low[time.start].isdigit():
                    continue
                yield Deadline(
                    kind=delivery.kind(self.low[start:end]) or "task",
                    due=time.due,
                    start_date=time.start_date,
                    relation=time.relation,
                    recurrence=None,
                    actor=" ".join(self.text[slice(*offices.span("who"))].split()),
                    recipient=self.actors.recipient(start, end),
                    confidence=0.7,
                    **evidence(self.outline, start, self._stop(end, block)),
                )

    def _completed(self, record: Deadline, sentence: tuple[int, int], before: Deadline) -> Deadline:
        """What a sentence that sets a part apart leaves unsaid, from the record of the one before it."""
        kind = before.kind if delivery.kind(self.low[slice(*sentence)]) is None else record.kind
        actor = self.actors.subject(*sentence) or before.actor or record.actor
        return replace(record, kind=kind, actor=actor, recipient=record.recipient or before.recipient)

    def _sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences of a paragraph; one that only sets a part of the one before apart (`Riêng lớp 1 …`) belongs to it."""
        out: list[tuple[int, int]] = []
        for a, b in split(self.view, self.low, start, end, ".!?"):
            if out and delivery.APART.match(self.low, a, b) is not None:
                out[-1] = (out[-1][0], b)
            else:
                out.append((a, b))
        return out

    def _stop(self, end: int, block: Block) -> int:
        """The end of a sentence with its mark."""
        return end + 1 if end < block.end and self.low[end] in ".!?" else end

    def _time_line(self, block: Block, heading: Heading | None) -> Iterator[Deadline]:
        """The deadlines of a line that only says who does a task, and when; a theme month has none."""
        keys = charge.parts(self.low, block.body, block.end)
        if not keys or keys[0].at != block.body:
            return
        for start, end in self._sentences(block.body, block.end):
            said = [key for key in keys if start <= key.at < end]
            yield from self._keyed(said, block, heading, (start, self._stop(end, block)))

    def _keyed(
        self, keys: list[charge.Part], block: Block, heading: Heading | None, quote: tuple[int, int]
    ) -> Iterator[Deadline]:
        """The deadlines of keys with their values (`Thời gian: …`) for the task of a paragraph."""
        themed = self._of_theme(block)
        for part in keys:
            if part.key is not Key.TIME or delivery.BY_PLAN.match(self.low, part.start, part.end):
                continue
            often = recurrences.in_cell(self.low[part.start : part.end])
            for time in often or time_cells.said(self.low, part.start, part.end, self.year):
                if themed and not self._is_ceremony(block, time):
                    continue
                yield Deadline(
                    kind=self._kind_served(block, quote),
                    due=time.due,
                    start_date=time.start_date,
                    relation=time.relation,
                    recurrence=time.recurrence,
                    actor=(heading.words or None) if heading is not None else self._charged(block),
                    recipient=None,
                    confidence=0.4 if time.impossible else 0.85,
                    **evidence(self.outline, *quote),
                )

    def _kind_served(self, block: Block, quote: tuple[int, int]) -> DeadlineKind:
        """What the task hands in that a line of times serves: said in its own sentence, in its task, or by its section."""
        if self.outline.role(block) == "reporting":
            return "report"
        task = self.charged.get(block.index)
        start, end = (task.start, task.end) if task is not None else quote
        return delivery.kind(self.low[start:end]) or "task"

    def _charged(self, block: Block) -> str | None:
        """Whom a line charges with the task of a paragraph."""
        task = self.charged.get(block.index)
        node = self.outline.node(block)
        if task is None and node is not None:
            task = self.charged.get(node.block)  # `2. Thăm hỏi (Hội Phụ nữ chủ trì)` above its items
        return task.actor(self.text) if task is not None else None

    def _is_ceremony(self, block: Block, time: Time) -> bool:
        """Whether a day in a section about a theme month is that of an event whose heading it stands under (`1. Lễ phát động …`)."""
        node = self.outline.node(block)
        a_day = time.due is not None and len(time.due) == len("2024-05-29") and time.start_date is None
        return a_day and node is not None and delivery.EVENT.match(node.title.lower()) is not None

    def _of_theme(self, block: Block) -> bool:
        """Whether a section is about a theme month or a feast."""
        titles = [node.title.lower() for node in self.outline.ancestors(block)]
        if self.themed and any(delivery.WHEN_AND_WHAT.match(title) for title in titles):
            return True
        return any(delivery.is_of_theme(title) for title in titles)

    def _citations(self, start: int, end: int) -> list[tuple[int, int]]:
        """Ranges of cited documents: their dates are no times."""
        return citations.spans(self.view, self.low, start, end)

    def _sentence(
        self, sentence: tuple[int, int], block: Block, heading: Heading | None, cited: list[tuple[int, int]]
    ) -> Iterator[Deadline]:
        start, end = sentence
        every, guessed = self._times(start, end)
        if len(every) > _MOST_TIMES:
            self.warn(start, end)
            return
        found = [time for time in every if not words_of_time.within(cited, time)]
        clauses = split(self.view, self.low, start, end, ";") if found else []
        found = [
            time for time in found if not self._binds_none(words_of_time.clause_of(clauses, start, end, time), time)
        ]
        if self.issued_on is not None and delivery.ORDERED_BEFORE.search(self.low, start, end) is not None:
            found = [time for time in found if time.due is None or time.due >= self.issued_on[: len(time.due)]]
        if not found:
            if delivery.SETS_TIME.search(self.low, start, end) is not None and not cited:
                self.warn(start, end)
            return
        yield from self._records(sentence, found, clauses, guessed, block, heading)

    def _times(self, start: int, end: int) -> tuple[list[Time], list[Time]]:
        """The times of a sentence, and those among them whose year is the plan's, or the one that the sentence writes elsewhere."""
        every = (
            self._heading_times(start, end) or times.times_in(self.low, start, end) or self._year_of_task(start, end)
        )
        years = {int(time.due[:4]) for time in every if time.due is not None and len(time.due) > len("2024-05")}
        year = self.year if self.year is not None else years.pop() if len(years) == 1 else None
        if year is None:
            return every, []
        dated = [time for time in every if time.recurrence is None]
        guessed = [
            time
            for time in undated.undated_in(self.low, start, end, year)
            if not any(time.start < other.end and other.start < time.end for other in dated)
        ]
        return undated.joined(every, guessed), guessed

    def _year_of_task(self, start: int, end: int) -> list[Time]:
        """The year in which clauses that are a task each are done; in a plan for that year alone it says nothing."""
        clauses = split(self.view, self.low, start, end, ";")
        found = [time for clause in clauses for time in leaning_days.task_of_year(self.low, *clause)]
        return [time for time in found if time.due != str(self.year)]

    def _heading_times(self, start: int, end: int) -> list[Time]:
        """The times before the colon of a line that begins with nothing else (`Tháng 02/2024: Ban hành kế hoạch.`)."""
        colon = self.low.find(":", start, min(end, start + _LONGEST_LABEL))
        found = time_cells.said(self.low, start, colon, self.year) if colon >= 0 else []
        if not found or self.low[start : found[0].start].strip() or self.low[found[-1].end : colon].strip():
            return []
        if delivery.OF_AN_AIM.search(self.low, colon, end) is not None and all(
            len(t.due or "") == _YEAR for t in found
        ):
            return []  # `Đến năm 2025: giảm tỷ lệ … xuống 5%`
        return [*found, *times.times_in(self.low, colon, end)]

    def _records(
        self,
        sentence: tuple[int, int],
        found: list[Time],
        clauses: list[tuple[int, int]],
        guessed: list[Time],
        block: Block,
        heading: Heading | None,
    ) -> Iterator[Deadline]:
        """A record for each time of a sentence; of reports one after the other, the last may say to whom all go."""
        records = list(self._each(sentence, found, clauses, guessed, block, heading))
        for at in range(len(records) - 2, -1, -1):
            one, after = records[at], records[at + 1]
            if one.kind == after.kind == "report" and one.recipient is None and one.actor == after.actor:
                records[at] = replace(one, recipient=after.recipient)
        yield from records

    def _each(
        self,
        sentence: tuple[int, int],
        found: list[Time],
        clauses: list[tuple[int, int]],
        guessed: list[Time],
        block: Block,
        heading: Heading | None,
    ) -> Iterator[Deadline]:
        start, end = sentence
        stop = self._stop(end, block)
        own: str | None = None
        receives = before = None
        # who acts in the first clause acts in those behind it (`Sở A chủ trì …; báo cáo kết quả trước ngày …`)
        subject = self.actors.subject(*clauses[0]) if len(clauses) > 1 else None
        read: tuple[int, int] | None = None
        last: Time | None = None
        for time, following in zip(found, [*found[1:], None], strict=True):
            clause = words_of_time.clause_of(clauses, start, end, time)
            if clause != read:
                own, read = self.actors.subject(*clause), clause
            subject = own or subject
            words = words_of_time.duty(self.low, clause, time, following)
            near = words_of_time.own(self.low, clause, last, time, following)
            last = time
            kind, before = self._kind(near or words, before)
            recipient = self.actors.recipient(*(near or words))
            if recipient is None and near is not None and kind != "task":
                recipient = self.actors.recipient(*words)
            if recipient is None and own is None and kind != "task":
                recipient = receives  # `… về Sở … định kỳ 6 tháng; báo cáo năm gửi trước ngày …`
            receives = recipient
            actor = self.actors.sender(clause[0], time.start) or self._actor(block, heading, subject)
            if kind != "task" and (appointed := self.actors.appointed(*clause)) is not None:
                actor = appointed
            alone = delivery.SUMS_UP_ALONE.match(self.low, start, end) is not None
            if actor is None and not alone and (said := self._said_above(block)) is not None:
                actor = said.actor
                if recipient is None and kind != "task":
                    recipient = said.recipient
            if actor == recipient and subject is not None:
                actor = subject  # what others send to the agency of the heading
            yield Deadline(
                kind=kind,
                due=time.due,
                start_date=time.start_date,
                relation=time.relation,
                recurrence=time.recurrence,
                actor=actor,
                recipient=recipient,
                confidence=0.4 if time.impossible else 0.7 if time in guessed else 0.85,
                **evidence(self.outline, start, stop),
            )

    def _actor(self, block: Block, heading: Heading | None, subject: str | None) -> str | None:
        """Who the sentence says acts; else the agencies of the heading, of which a sentence may name some or say them in other words."""
        if heading is None:
            return subject or self._charged(block)
        if subject is not None and heading.block == block.index and subject.startswith(heading.words):
            return subject  # the heading is the sentence's own subject, with what tells which of them are meant
        if subject is None or delivery.LEADS_OTHERS.match(subject.lower()) is not None:
            return heading.words or None  # the issuers of a joint plan together are not written
        if subject in heading.agencies:
            return subject if len(heading.agencies) > 1 else heading.words
        return heading.words if subject.casefold() in heading.words.casefold() else subject

    def _kind(self, words: tuple[int, int], before: DeadlineKind | None) -> tuple[DeadlineKind, DeadlineKind | None]:
        """What a duty hands in, and what the next clause may hand on; `before` is that of the clause before."""
        low = self.low[words[0] : words[1]]
        named = delivery.kind(low)
        if named is None and before is not None and delivery.HANDS_ON.search(low) is not None:
            return before, before
        if named == "report" and delivery.OF_A_CASE.match(low) is not None:
            return "task", named  # notice of a case
        return named or "task", named

    def _binds_none(self, clause: tuple[int, int], time: Time) -> bool:
        """Whether a time is that of a theme month or a feast, or the period that figures cover."""
        a, b = clause
        since = max(a, time.start - _REACH)
        if delivery.IN_FORCE.search(self.low, since, time.start) is not None:
            return True
        if delivery.STRIVEN.match(self.low, a, b) is not None and time.recurrence is None:
            return True
        if delivery.FIGURES_COVER.search(self.low, since, time.start) is not None:
            return True
        over = self.issued_on is not None and time.due is not None and time.due < self.issued_on[: len(time.due)]
        if over and self.low[time.start : time.end].lstrip().startswith(_NAMED):
            return True  # `hội nghị tổ chức tháng 5/2023`: what was done
        until = self.low.startswith(("đến", "hết"), time.start)
        if over and until and delivery.RESULTS_OF.search(self.low, since, time.start) is not None:
            return True
        if time.start_date is not None and delivery.FIGURES_FROM.search(self.low, since, time.start) is not None:
            return True
        counted = delivery.FIGURES_COUNT.search(self.low, a, b)
        if counted is not None and time.end > counted.start():
            return True
        if delivery.FESTIVAL.search(self.low, since, time.start) is None:
            return False
        a_day = time.due is not None and len(time.due) == len("2024-05-29")
        if a_day and delivery.CEREMONY.search(self.low, since, time.start) is not None:
            return False
        return delivery.HANDS_IN.search(self.low, since, min(b, time.end + _REACH)) is None

    # --- who -------------------------------------------------------------------------------------------------------

    def _remember(self, block: Block, start: int) -> None:
        """Keeps who reports to whom for the items below (`- Báo cáo năm gửi trước ngày …`)."""
        actor = self.actors.subject(start, block.end)
        if actor is not None:
            self.said = _Said(block, actor, self.actors.recipient(start, block.end))

    def _said_above(self, block: Block) -> _Said | None:
        """Who reports to whom by the paragraph above an item."""
        said = self.said
        if said is None or said.block.section != block.section:
            return None
        return said if said.block.index == block.index or not said.block.is_item or deeper(block, said.block) else None

    def warn(self, start: int, end: int) -> None:
        """Notes a range that may set a deadline and was not understood."""
        self.warnings.append(
            PlanWarning(
                code="deadline-not-understood",
                message="câu có thể nêu thời hạn nhưng chưa bóc tách được / may set a deadline that was not understood",
                start=start,
                end=end,
            )
        )


# Characters of a date that is a year, and of a time that stands before a colon.
_YEAR = len("2025")
_LONGEST_LABEL = 80
# What a time begins with that no word relates to what is due.
_NAMED = ("tháng", "ngày", "quý")
# How far before a time the words are read that make it bind no one.
_REACH = 300
