"""Who acts and who receives in a sentence that sets a time: the noun phrase before its verb, and the one behind `gửi`, `về`, `báo cáo`.

What stands before the subject (a time, a ground, a title with a colon, who asks) is peeled off; the subject runs, as written, to its verb.
"""

from __future__ import annotations

import regex

from extract.duties.organisation import names_given
from extract.structure.outline import Outline
from patterns import agencies, delivery, duties, sentences

_LONGEST = 90


class Actors:
    """Reads sentences of one document."""

    def __init__(self, outline: Outline) -> None:
        self.text, self.view, self.low = outline.text.text, outline.text.view, outline.text.lower
        self.given = names_given(outline)

    def subject(self, start: int, end: int) -> str | None:
        """Who acts, as written: the agencies at the beginning of the clause, behind what may stand before them."""
        at = start
        if not self._names(at, end) and (title := sentences.TITLE.match(self.low, at, end)) is not None:
            at = title.end()  # `Báo cáo định kỳ: các phòng, ban …`
        for _ in range(6):
            lead = delivery.BEFORE_SUBJECT.match(self.low, at, end)
            at = lead.end() if lead is not None else at
            if (bodies := sentences.COLLECTIVE.match(self.low, at, end)) is not None:
                return self._words(at, bodies.end())
            person = sentences.PERSON.match(self.low, at, end)
            if person is not None:
                verb = delivery.VERB.search(self.low, person.end(), min(end, at + _LONGEST))
                if verb is not None:
                    return self._words(at, verb.start())
            highest = sentences.HIGHEST.match(self.view, at, end)
            if highest is not None:
                asks = sentences.ASKS.search(self.low, highest.end(), min(end, highest.end() + _LONGEST))
                if asks is not None and self._acts(asks.end(), end):
                    at = asks.end()  # `Phó Thủ tướng Chính phủ … yêu cầu Bộ Y tế …`
                    continue
                further = sentences.AND_HIGHEST.match(self.view, highest.end(), end)
                return self._words(at, further.end() if further is not None else highest.end())
            names = self._names(at, end)
            if names and delivery.NO_SUBJECT.match(self.low, at, end) is None:
                asks = sentences.ASKS.match(self.low, names[-1].end, end)
                if asks is not None and (addressee := sentences.ADDRESSEE.match(self.view, asks.end(), end)):
                    return addressee.group()
                if asks is not None and self._acts(asks.end(), end):
                    at = asks.end()  # `UBND tỉnh yêu cầu các sở …`
                    continue
                return self._phrase(at, names, end)
            comma = sentences.AFTER_GROUND.search(self.low, at, end)
            if comma is None or not self._may_precede(at, comma, end):
                return None
            at = comma.end()
        return None

    def _names(self, at: int, end: int) -> list[agencies.Name]:
        return agencies.parse(self.view, at, end, self.given) if agencies.starts(self.view, at) else []

    def _acts(self, at: int, end: int) -> bool:
        """Whether a body that may act is named at a place."""
        return bool(self._names(at, end)) or sentences.HIGHEST.match(self.view, at, end) is not None

    def _phrase(self, at: int, names: list[agencies.Name], end: int) -> str:
        """The agencies with what tells which of them are meant."""
        stop = names[-1].end
        for which in (delivery.CHARGED, delivery.RELATIVE, delivery.IN_STATE):
            match = which.search(self.low, at, min(end, stop + 200))
            if match is not None and match.start() <= stop and match.end() > match.start():
                return self._words(at, match.end())
        verb = delivery.VERB.search(self.low, stop - 1 if stop > at else at, end)
        if verb is not None and sentences.OF_SUBJECT.match(self.low, stop, verb.start()) is not None:
            stop = max(stop, verb.start())
        return self._words(at, stop)

    def _words(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split()).rstrip(",")

    def _may_precede(self, at: int, comma: regex.Match[str], end: int) -> bool:
        """Whether words before a comma are a time or a ground, or stand before agencies that go on with a verb."""
        if sentences.TIME_OR_GROUND.match(self.low, at, comma.start()) is not None:
            return True
        if (
            sentences.DUTY.match(self.low, at, comma.start()) is not None
            or sentences.THING.match(self.low, at) is not None
        ):
            return False
        if len(self.low[at : comma.start()].split()) <= 4:
            return True
        names = self._names(comma.end(), end)
        return bool(names) and duties.GOES_ON.match(self.low, names[-1].end, end) is not None

    def appointed(self, start: int, end: int) -> str | None:
        """Whom the agency addressed charges with what the clause is about (`Phân công Ban X làm đầu mối …`)."""
        appoints = sentences.APPOINTS.match(self.low, start, end)
        names = self._names(appoints.end(), end) if appoints is not None else []
        if not names or not names[0].own or sentences.APPOINTED.match(self.low, names[-1].end, end) is None:
            return None
        return self._words(names[0].start, names[-1].end)

    def sender(self, start: int, end: int) -> str | None:
        """Who hands in what the duty is about, where the words before a time say so (`do các đơn vị lập gửi trước …`)."""
        for match in delivery.BY_OTHERS.finditer(self.low, start, end):
            names = self._names(match.end(), end)
            if names and delivery.THEY_SEND.fullmatch(self.low, names[-1].end, end) is not None:
                return self._words(match.end(), names[-1].end)
        return None

    def recipient(self, start: int, end: int) -> str | None:
        """Who receives what is handed in, as written."""
        if (purpose := delivery.FOR_COMPILING.search(self.low, start, end)) is not None:
            end = purpose.start()
        for pattern in (delivery.SENT, delivery.GIVEN, delivery.ALSO):
            for match in pattern.finditer(self.low, start, end):
                at = match.end()
                bare = (
                    sentences.BARE.match(self.view, at, end)
                    or sentences.HEAD_OF_OFFICE.match(self.view, at, end)
                    or sentences.HIGHEST.match(self.view, at, end)
                )
                if bare is not None:
                    onward = delivery.TO_REPORT.match(self.low, bare.end(), end)
                    others = self._names(onward.end(), end) if onward is not None else []
                    if others:
                        return self._last_receiver(others, end)
                    further = sentences.AND_NAMES.match(self.low, bare.end(), end)
                    others = self._names(further.end(), end) if further is not None else []
                    return self._words(at, others[-1].end) if others and others[-1].own else bare.group()
                if (person := sentences.PERSON_IN_OFFICE.match(self.low, at, end)) is not None:
                    return self._words(at, person.end())
                if (office := sentences.OFFICE_BY_WORK.match(self.view, at, end)) is not None:
                    where = sentences.WHERE.match(self.low, office.end(), end)
                    return self._words(at, where.end() if where is not None else office.end())
                if not agencies.starts(self.view, at) and sentences.OTHER_RECEIVER.match(self.low, at, end) is None:
                    continue
                names = agencies.parse(self.view, at, end, self.given)
                if names and self._is_bare(names):
                    continue  # `bàn giao học sinh về địa phương`: nobody in particular
                if names:
                    return self._last_receiver(names, end)
                if (body := sentences.OPEN_RECEIVER.match(self.view, at, end)) is not None:
                    return body.group()
        return None

    def _is_bare(self, names: list[agencies.Name]) -> bool:
        """Whether all that is named is a noun in the singular, without a name and without `các`."""
        return len(names) == 1 and not names[0].own and sentences.ANY_ONE.fullmatch(names[0].text(self.low)) is not None

    def _last_receiver(self, names: list[agencies.Name], end: int) -> str:
        """The agencies that receive, with where they are; where they only pass it on to others, those."""
        onward = delivery.TO_REPORT.match(self.low, names[-1].end, end)
        if onward is not None and (others := self._names(onward.end(), end)):
            names = others
        either = sentences.EITHER.match(self.low, names[-1].end, end)
        if either is not None and (others := self._names(either.end(), end)):
            names = [*names, *others]
        where = sentences.WHERE.match(self.low, names[-1].end, end)
        return " ".join(self.text[names[0].start : where.end() if where is not None else names[-1].end].split())
