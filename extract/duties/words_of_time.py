"""Which words of a sentence a time belongs to: its clause, its duty among several, the citations it may stand in.

Ranges are offsets into the view in lower case (`low`).
"""

from __future__ import annotations

from bisect import bisect_right

from patterns import delivery
from patterns.times import Time

Range = tuple[int, int]
_YEAR_ONLY = 4  # characters of a date that is a year


def within(ranges: list[Range], time: Time) -> bool:
    """Whether a time stands in one of the ranges of cited documents, which are in order."""
    at = bisect_right(ranges, (time.end, time.end))
    return any(a <= time.start < b or a < time.end <= b for a, b in ranges[max(0, at - 2) : at])


def clause_of(clauses: list[Range], start: int, end: int, time: Time) -> Range:
    """The part of the sentence between semicolons that the time stands in."""
    at = bisect_right(clauses, (time.start, end + 1)) - 1
    return clauses[at] if at >= 0 and time.start <= clauses[at][1] else (start, end)


def duty(low: str, clause: Range, time: Time, following: Time | None) -> Range:
    """The words of the clause that the time belongs to: up to the next time, where several duties are joined."""
    start, end = clause
    year_alone = time.due is not None and len(time.due) == _YEAR_ONLY and time.start_date is None
    if year_alone and low[time.start] != "(" and not low.startswith("kỳ họp", time.start):
        if (then := delivery.AT_END.match(low, start, end)) is not None and time.start < then.end():
            return (then.end(), end)  # `Kết thúc năm 2025, Sở Y tế báo cáo kết quả`
        return (time.start, time.end)
    if time.relation == "within" and time.due is None and time.start <= start + 2:
        comma = low.find(",", time.end, end)  # `Trong 05 ngày kể từ ngày nhận được báo cáo, …`
        start = comma + 1 if comma >= 0 else start
    if time.relation == "every" and following is not None and time.end < following.start < end:
        end = following.start
    return (start, end)


def own(low: str, clause: Range, last: Time | None, time: Time, following: Time | None) -> Range | None:
    """The words of one of several duties joined by commas (`xong trong tháng 5, báo cáo kết quả trước ngày 10/6`).

    From the time before to the mark before the next; `None` where one time stands alone, or the words name no duty of their own.
    """
    start, end = clause
    if last is not None and start <= last.end <= time.start:
        start = last.end
    further = False
    if following is not None and time.end <= following.start < end:
        mark = max(low.rfind(mark, time.end, following.start) for mark in (",", " và "))
        end = mark if mark >= 0 else following.start
        further = delivery.ACTS.match(low, end, following.start) is not None
    if (start, end) == clause:
        return None
    words = low[start:end]
    acts = further and delivery.ACTS.match(words) is not None
    return (start, end) if acts or delivery.COMPLETES.search(words) or delivery.kind(words) is not None else None
