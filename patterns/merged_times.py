"""What several times of one sentence say together: a recurrence that another one says already, more exactly, is none of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

import regex

from patterns import agencies
from patterns.time_pieces import Time

_CLAUSE = regex.compile(";")
_HALF_YEARLY = "FREQ=MONTHLY;INTERVAL=6"
_LEADS_TO_DAY = ("", "(")
_LEADS_TO_DAY_OF_COUNT = (*_LEADS_TO_DAY, ",")

# Behind how often something is done, the next thing (`tổ chức điều tra hằng năm, công bố số liệu trong quý I năm sau`); what hands it in is no other.
_NEXT_DUTY = regex.compile(
    rf",\s(?:và\s)?(?!(?:gửi|nộp|trình|báo cáo|tổng hợp|hoàn thành|định kỳ|h[ằà]ng|trước|chậm|lập|xây dựng|có trách nhiệm)(?!\w)){agencies.DUTY}"
)
_DUTY_BEFORE = regex.compile(rf"\W*(?!(?:h[ằà]ng|định kỳ)(?!\w)){agencies.DUTY}")


def merged(low: str, start: int, end: int, times: list[Time]) -> list[Time]:
    """Without the recurrence that another time of the same clause says already (`hằng tháng … trước ngày 18`)."""
    marks = [match.start() for match in _CLAUSE.finditer(low, start, end)]
    clauses = [bisect_right(marks, time.start) for time in times]
    said = {
        (clause, time.recurrence.split(";")[0])
        for clause, time in zip(clauses, times, strict=True)
        if time.recurrence is not None and "BY" in time.recurrence
    }
    days = Counter(
        clause for clause, time in zip(clauses, times, strict=True) if "BYMONTHDAY" in (time.recurrence or "")
    )
    out = []
    for at, (clause, time) in enumerate(zip(clauses, times, strict=True)):
        if time.relation == "every" and time.recurrence is not None and "BY" not in time.recurrence:
            begins = marks[clause - 1] + 1 if clause else start
            is_first_of_two = (
                _DUTY_BEFORE.match(low, begins, time.start) is not None
                and _NEXT_DUTY.match(low, time.end, end) is not None
            )
            if (clause, time.recurrence.split(";")[0]) in said and not is_first_of_two:
                continue
            if time.recurrence == _HALF_YEARLY and days[clause] > 1:
                continue  # `định kỳ (6 tháng, năm) báo cáo … trước ngày 15/6 và 15/12`
            following = next((other for other in times[at + 1 : at + 3] if other.start > time.start), None)
            counts = low[time.start : time.end].find("lần") >= 0
            if (
                following is not None
                and "BY" in (following.recurrence or "")
                and low[time.end : following.start].strip() in (_LEADS_TO_DAY_OF_COUNT if counts else _LEADS_TO_DAY)
            ):
                continue  # `6 tháng (trước ngày 15/6)`, `6 tháng trước ngày 15/6`, `mỗi năm 02 lần, trước ngày 30/9 và 30/4`
        out.append(time)
    return out
