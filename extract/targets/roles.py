"""What a number in a clause is: a value that the plan sets itself, or the part of a name, a size, a prize, a threshold, a condition, a thing of
the past. What precedes and follows it says so; no more than the words near by are looked at, so that the time grows with the length of the text alone.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import regex

from extract.targets.quantities import BRACKET, NEAR, Clause, Quantity, Spans, is_plain
from patterns import groups, joining, milestones, money, subjects, targets, values

_QUOTED = regex.compile(r'"[^"]{0,300}"')


# A share is rounded to so much, and so many words stand between it and what it says again.
_ROUNDED = 0.6
_FEW_WORDS = 6
# From so many times on how often is counted.
_OFTEN = 2


class Judge:
    """Says what a number is. The places that several numbers are held against are found once for the clause."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        low, start, end = clause.low, clause.start, clause.end
        self.brackets = Spans(match.span() for match in BRACKET.finditer(low, start, end))
        self.quoted = Spans(match.span() for match in _QUOTED.finditer(low, start, end))
        self.past_opens = values.PAST_OPENS.match(low, start, end) is not None
        self.share: Quantity | None = None  # the last share whose subject follows it
        self.valued = False  # a value was found, in these brackets
        self.valued_in: tuple[int, int] | None = None

    @cached_property
    def past(self) -> list[int]:
        """Where the words end that tell of the past."""
        return [match.end() for match in values.PAST.finditer(self.clause.low, self.clause.start, self.clause.end)]

    @cached_property
    def again(self) -> list[int]:
        """Where the words end that set an aim again."""
        return [
            match.end() for match in values.AIMS_AGAIN.finditer(self.clause.low, self.clause.start, self.clause.end)
        ]

    @cached_property
    def commits(self) -> int:
        """Where the first verb ends by which the clause commits itself, or what begins with each; behind the clause where none does."""
        low, start, end = self.clause.low, self.clause.start, self.clause.end
        found = (targets.COMMITS_TO_DO.search(low, start, end), targets.EACH.search(low, start, end))
        return min((match.end() for match in found if match is not None), default=end + 1)

    def role(self, found: Quantity, before: Quantity | None) -> str:
        """`value`, or why the number is none."""
        role = self._role(found, before)
        if role in ("value", "milestone"):
            self.valued, self.valued_in = True, self.brackets.span(found.value.start)
            if found.value.unit in ("percent", "per") or found.value.total is not None:
                follows = subjects.NO_SUBJECT.match(self.clause.low, found.end, self.clause.end) is None
                self.share = found if follows else None
            else:
                self.share = found
        return role

    def _role(self, found: Quantity, before: Quantity | None) -> str:
        clause, value = self.clause, found.value
        low = clause.low
        near = low[max(clause.start, found.start - NEAR) : found.start]
        if values.MISREAD.match(low, value.end, clause.end) is not None:
            return "misread"
        if before is not None and self._says_again(found, before):
            beside = value.unit == "percent" and self.brackets.span(value.start) is not None
            return "again" if beside else "restated"
        if values.FOOTNOTE.match(low, value.start - 1) is not None:
            return "footnote"
        if value.unit is None and (values.GLUED.match(low, value.start, clause.end) or self._ends_name(value.start)):
            return "name"
        if value.unit is None and values.is_rank(low, clause.start, value.start, clause.end):
            return "rank"
        if self.quoted.holds(value.start):
            return "quoted"
        bracket = self.brackets.span(value.start)
        if bracket is not None and self.valued and self._is_milestone(bracket):
            return "milestone"
        if bracket is not None and self.valued and self._counts_share(bracket, before):
            return "beside"
        if (
            bracket is not None
            and groups.PART_OPENS.match(low, bracket[0]) is None
            and (value.unit is None or (self.valued and bracket != self.valued_in))
            and not self._composes(found, bracket)
            and not self._lays_on_each(found, bracket)
            and not self._is_of_area(found, bracket)
        ):
            return "remark"
        if value.unit is None and value.total is None and self._is_of_rate(found):
            return "part of the measure"
        if self._counts_occasions(found, near):
            return "occasions"
        if values.CONDITION_BEFORE.search(near) or values.CONDITION_OPENS.search(near):
            return "condition"
        if found.explicit and values.CONDITION_AFTER.match(low, found.end, clause.end) is not None:
            return "condition"
        if self._is_threshold(found):
            return "threshold"
        if self._is_past(found, near):
            return "past"
        if value.total is not None:
            return "value" if self._counts_whole(found) else "part"
        if value.unit is not None and value.unit != "count":
            pays = (
                values.PAYS_AFTER.match(low, value.end, clause.end) is not None
                and values.PAYS_BEFORE.search(near) is not None
            )
            if not clause.objectives and values.REACHED_AFTER.match(low, value.end, clause.end) is not None:
                return "past"
            return "money" if pays and not clause.objectives else "value"
        if not found.explicit and found.lead < 0 and self._is_label(found, before):
            return "name"
        return self._bare(found, near)

    def _is_milestone(self, bracket: tuple[int, int]) -> bool:
        """Whether brackets say to what the value before them is to come on the way, year by year."""
        return milestones.are_ahead(self.clause.low, *bracket, self.clause.first_year, self.clause.issued)

    def _counts_share(self, bracket: tuple[int, int], before: Quantity | None) -> bool:
        """Whether brackets say about how many the share before them are (`88% trẻ em … (khoảng 990 em)`)."""
        share = before is not None and before.role == "value" and before.value.unit == "percent"
        return share and values.ABOUT_HOW_MANY.fullmatch(self.clause.low, *bracket) is not None

    def _is_of_rate(self, found: Quantity) -> bool:
        """Whether a count belongs to the name of the rate that it stands in (`tỷ lệ trẻ em được tiêm ít nhất 8 mũi đạt trên 95%`)."""
        low, end = self.clause.low, self.clause.end
        if values.RATE_OPENS.search(low, max(self.clause.start, found.start - NEAR), found.start) is None:
            return False
        return values.RATE_COMES.match(low, found.value.end, end) is not None

    def _counts_occasions(self, found: Quantity, near: str) -> bool:
        """Whether a number says how often (`ít nhất 2 lần/năm`), which belongs to what is measured, and not how many times as much."""
        value = found.value
        if value.unit == "times":
            return value.value.is_integer() and values.TIMES_BEFORE.search(near) is None
        if value.unit is not None or values.OCCASIONS.match(self.clause.low, value.end) is None:
            return False
        return not self._is_frequency(found, near)

    def _is_frequency(self, found: Quantity, near: str) -> bool:
        """Whether a number says how often in a period something is to be done, where no share is said of it; once alone says when."""
        low, end = self.clause.low, self.clause.end
        if self._of_share(found) or (not found.explicit and found.value.value < _OFTEN):
            return False
        if values.REPORTS_BEFORE.search(near) is not None:
            return False
        period = values.IN_PERIOD.match(low, found.value.end, end)
        if period is None:
            often = values.HOW_OFTEN.match(low, found.value.end, end)
            period = often if often is not None and values.PERIOD_BEFORE.search(near) is not None else None
        if period is None and not self.clause.objectives and found.value.value >= _OFTEN:
            period = values.TIMES_IN_ALL.match(low, found.value.end, end)
        return period is not None and values.SHARE_COMES.match(low, period.end(), end) is None

    def _of_share(self, found: Quantity) -> bool:
        """Whether how often belongs to a share of those who get it (`98% trẻ uống vitamin A 2 lần/năm`)."""
        share = self.share
        if share is None or share.value.unit != "percent":
            return False
        return values.JOINS_AIMS.search(self.clause.low, share.end, found.start) is None

    def _composes(self, found: Quantity, bracket: tuple[int, int]) -> bool:
        """Whether a count in brackets is a part of what is aimed at before them (`… 20 công trình (gồm 12 công trình cấp xã; …)`)."""
        low, end = self.clause.low, self.clause.end
        return (
            self.clause.objectives
            and self.valued
            and values.COMPOSED.match(low, bracket[0]) is not None
            and subjects.NO_SUBJECT.match(low, found.value.end, end) is None
        )

    def _says_again(self, found: Quantity, before: Quantity) -> bool:
        """Whether a share only says again what so many of a whole are (`8/10 xã, đạt tỷ lệ 80%`), or the other way round."""
        low, end = self.clause.low, self.clause.end
        share, whole = (found.value, before.value) if found.value.unit == "percent" else (before.value, found.value)
        if before.role != "value" or not whole.total or share.unit != "percent" or share.high is not None:
            return False
        same = abs(100 * whole.value / whole.total - share.value) < _ROUNDED
        if found.value.unit == "percent":
            same = same and subjects.NO_SUBJECT.match(low, found.end, end) is not None
            bracket = self.brackets.span(found.value.start)
            if same and bracket is not None and values.ONLY_LEVEL.fullmatch(low, bracket[0] + 1, found.start):
                return True  # `66/75 xã, phường, thị trấn đạt tiêu chuẩn (88%)`
        return same and len(low[before.end : found.start].split()) <= _FEW_WORDS

    def _lays_on_each(self, found: Quantity, bracket: tuple[int, int]) -> bool:
        """Whether brackets say how many of something are to be for each (`… đối thoại với trẻ em (mỗi năm 01 hội nghị)`)."""
        low, end = self.clause.low, self.clause.end
        return (
            not self.valued
            and values.EACH_IN_BRACKETS.fullmatch(low, bracket[0], found.start) is not None
            and targets.COUNTED.match(low, found.value.end, end) is not None
        )

    def _is_of_area(self, found: Quantity, bracket: tuple[int, int]) -> bool:
        """Whether brackets hold the value of an area (`đạt 40% (nông thôn 30%)`)."""
        match = groups.GROUP.search(self.clause.low, bracket[0], found.opens)
        return match is not None and found.value.unit == "percent" and found.opens - match.end() <= 2

    def _is_attended(self, found: Quantity, near: str) -> bool:
        """Whether a number of people is that of each class or event, or of those who are thought to come."""
        low, end = self.clause.low, self.clause.end
        if values.PEOPLE_AFTER.match(low, found.value.end, end) is None:
            return False
        if values.OF_EACH_EVENT.search(near) is not None:
            return True
        if values.ABOUT_BEFORE.search(near) and values.COME_AFTER.match(low, found.value.end, end):
            return True
        return (
            values.THOUGHT_BEFORE.search(near) is not None
            and values.ATTEND_AFTER.match(low, found.value.end, end) is not None
        )

    def _is_label(self, found: Quantity, before: Quantity | None) -> bool:
        """Whether a bare number stands behind what it numbers (`đối tượng 4`, `mức độ 4`): what is counted follows its number."""
        low, value = self.clause.low, found.value
        if subjects.NO_SUBJECT.match(low, value.end, self.clause.end) is None:
            return False
        if before is not None and before.role == "value" and is_plain(low[before.end : found.start]):
            return False
        return values.NOUN_BEFORE.search(low, max(self.clause.start, value.start - 40), value.start) is not None

    def _ends_name(self, at: int) -> bool:
        view = self.clause.view
        return values.NAME_BEFORE.search(view, max(self.clause.start, at - 40), at) is not None

    def _is_threshold(self, found: Quantity) -> bool:
        """Whether the number belongs to the predicate of the share before it (`100% xã có ít nhất 01 điểm vui chơi`)."""
        if self.share is None or found.value.total is not None or found.start - self.share.end > NEAR:
            return False
        low = self.clause.low
        gap = low[self.share.end : found.start]
        joins = [match.end() for match in values.JOINS_AIMS.finditer(gap)]
        if ";" in gap or "trong đó" in gap or "trong số đó" in gap:
            return False
        if found.value.unit in ("percent", "per"):
            part = not joins and values.HAS_SHARE.fullmatch(gap) is not None and self.share.value.unit == "percent"
            return part or values.CONDITION_BEFORE.search("các " + gap) is not None
        own = gap[joins[-1] :] if joins else gap
        if joins and targets.EACH.match(own.lstrip()) is not None:
            return False  # `9/9 huyện có mô hình, mỗi huyện có ít nhất 02 trường`
        if joins and (
            is_plain(own)
            or (
                targets.COMMITS.match(own.lstrip()) is not None
                and not own.lstrip().startswith(("có", "được", "đạt", "nhận"))
            )
        ):
            return False
        said = not joins and self.share.value.unit == "percent" and targets.PREDICATE.search(gap) is not None
        if said and not gap.endswith((" cho ", " tại ", " ở ")):
            return True  # `90% trẻ em được tầm soát ít nhất 5 bệnh`: whatever the verb
        if self.share.value.unit is None:
            return not joins and values.OBJECT_OF_COUNT.search(gap) is not None
        return values.OBJECT_OF.search(gap) is not None

    def _is_past(self, found: Quantity, near: str) -> bool:
        if self.past_opens:
            again = bisect_right(self.again, found.start)
            return again == 0
        if self.clause.objectives:
            match = values.PAST_VALUE.search(near)
            return match is not None and values.AIMS_AGAIN.search(near, match.start() + 3) is None
        index = bisect_right(self.past, found.start)
        if index == 0:
            return False
        again = bisect_right(self.again, found.start)
        return again == 0 or self.again[again - 1] <= self.past[index - 1]

    def _counts_whole(self, found: Quantity) -> bool:
        """Whether `a/b` counts parts of a whole: what is counted follows."""
        low, after = self.clause.low, found.value.end
        words = low[after : after + 6].strip()
        follows = subjects.WORD_FOLLOWS.match(low[after : after + 12]) is not None
        return targets.FROM_BEFORE.search(low, max(0, found.value.start - 6), found.value.start) is not None or (
            follows and not words.startswith(("hằng", "hàng", "và ", "năm"))
        )

    def _bare(self, found: Quantity, near: str) -> str:
        """A number without a sign counts something; outside the objectives only where a verb commits to it."""
        clause, value = self.clause, found.value
        low, end = clause.low, clause.end
        bracket = self.brackets.span(value.start)
        if bracket is not None and self._composes(found, bracket):
            return "value"
        if (
            values.SIZE_BEFORE.search(near)
            or values.PLACE_BEFORE.search(_QUOTED.sub(" ", near))
            or values.TAKEN_PART_BEFORE.search(near)
            or (values.ATTEND_BEFORE.search(near) and values.ATTEND_AFTER.match(low, value.end, end))
        ):
            return "size"
        if self._is_attended(found, near):
            return "size"
        if self._says_where(found) or values.MEANT_BEFORE.search(near) is not None:
            return "named"
        if not clause.objectives and (
            values.FIRST_BEFORE.search(near) is not None or values.MEANT_THAT_HAVE.search(near) is not None
        ):
            return "named"
        if values.PRIZE_ITSELF.match(low, value.end, end) or (
            values.PRIZE_AFTER.match(low, value.end, end) and values.PRIZE_BEFORE.search(near)
        ):
            return "prize"
        if values.is_field(low, value.start, value.end, end):
            return "field"
        if values.MONEY.match(low, value.end, end):  # a norm or a cost, unless it is a level that is aimed at
            if clause.objectives and found.explicit and values.FOR_EACH.match(low, value.end, end) is not None:
                return "value"
            at_least = found.comparator in (">=", ">")
            if money.is_pledged(low, clause.start, found.start, at_least=at_least):
                gift = self.share is not None and money.is_of_gift(low, clause.start, found.start)
                return "beside" if gift else "value"
            reached = clause.objectives and values.LEVEL_OF_MONEY.search(near) is not None
            return "value" if reached and values.COST_BEFORE.search(near) is None else "money"
        if self._is_frequency(found, near) and (found.explicit or values.DONE_IN_PERIOD.match(low, value.end, end)):
            return "value"
        if found.explicit and values.MEASURED_THRESHOLD.match(low, value.end, end):
            return "threshold"
        measured = values.MEASURED.match(low, value.end, end) or values.RATIO.match(low, value.end, end)
        if measured is not None and (
            clause.objectives or values.LEVEL_REACHED.search(low, max(clause.start, value.start - NEAR), value.start)
        ):
            return "value"
        if clause.objectives and values.LIFE_BEFORE.search(near):
            return "value"
        if targets.NEVER_COUNTED.match(low, value.end, end):
            return "uncounted"
        counted = targets.COUNTED.match(low, value.end, end) is not None or self._groups_laid_on(found, near)
        uncounted = not counted and targets.NOT_COUNTED.match(low, value.end, end) is not None
        if clause.objectives:
            return "value" if found.explicit or not uncounted else "uncounted"
        if uncounted:
            return "uncounted"
        if values.EXISTING_AFTER.match(low, value.end, end):
            return "told"
        if values.STANDING_AFTER.match(low, value.end, end) and values.USED_BEFORE.search(near):
            return "told"
        if found.explicit or targets.LAYS_ON.search(near[-40:]) is not None:
            return "value"
        if (
            subjects.WORD_FOLLOWS.match(low, value.end, end)
            and targets.OPENS_WITH_WORK.fullmatch(low, clause.start, found.start) is not None
        ):
            return "value"
        listed = self._listed(found) and subjects.WORD_FOLLOWS.match(low, value.end, end) is not None
        committed = listed or (counted and self.commits <= value.end)
        return "value" if committed else "told"

    def _groups_laid_on(self, found: Quantity, near: str) -> bool:
        return targets.GROUPS_OF_PEOPLE.match(self.clause.low, found.value.end, self.clause.end) is not None and (
            targets.LAYS_ON.search(near[-40:]) is not None or targets.EACH.search(near) is not None
        )

    def _says_where(self, found: Quantity) -> bool:
        """Whether a number says in how many places that is done, or are those, which is counted before it (`mở 40 lớp tại 16 bể bơi`,
        `90% trẻ em tại 05 xã`).
        """
        counted, low = self.share, self.clause.low
        if counted is None or counted.value.unit not in (None, "percent") or counted.value.total is not None:
            return False
        if found.explicit:
            return False
        gap = low[counted.value.end : found.start]
        if len(gap) > NEAR or ";" in gap or values.WHERE_BEFORE.search(gap) is None:
            return False
        return not any(targets.COMMITS.match(gap[match.end() :].lstrip()) for match in values.JOINS_AIMS.finditer(gap))

    def _listed(self, found: Quantity) -> bool:
        """Whether a count goes on a list of things that one verb lays on (`Treo 50 băng rôn, 20 pa nô`)."""
        if self.share is None or self.share.value.unit is not None:
            return False
        gap = self.clause.low[self.share.end : found.start]
        return len(gap) < NEAR and joining.ENDS_ITEM.search(gap) is not None
