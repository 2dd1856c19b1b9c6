"""Days and years that lean on other words: a year written once behind several days, a day in brackets behind a season, a session, `trong năm 2025`.

Patterns read the view in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from patterns import agencies
from patterns.time_pieces import (
    AND_DAY,
    DAY,
    DAY_AND_MONTH,
    DAY_WORD,
    FIGURES,
    HOUR,
    ONE_DAY,
    QUARTER,
    RELATION,
    SESSION,
    YEARLY,
    D,
    M,
    Time,
    day,
    quarter,
    quarters_of_year,
    relation_of,
)

_Y = r"(?P<y>20\d\d)(?![\d/])"
_OF_YEAR = r"(?:\s?/\s?|\s*,?\s+năm\s+)"
_DAYS_OF_YEAR = regex.compile(
    rf"{RELATION}\s*{HOUR}{DAY_WORD}(?<![\d/])(?P<days>{DAY}(?:{AND_DAY}{DAY})*{AND_DAY}{DAY_AND_MONTH}){_OF_YEAR}{_Y}"
)
_FULL_YEAR = regex.compile(r"20\d\d")

# Seasons and events of a year that nobody needs to date, with the day that stands for them in brackets.
_SEASON = r"(?:mùa|năm học|học kỳ|khai giảng|bế giảng|kỳ nghỉ|nghỉ hè|hè|kỳ thi|kỳ họp|vụ|niên vụ)(?!\p{L})"
_DAY_OF_SEASON = regex.compile(
    rf"(?P<relation>(?:xong |hoàn thành )?trước(?: khi| thời điểm| lúc)?|vào|trong|đến)\s+(?:(?!ngày|tháng|năm 20)\p{{L}}+\s+){{0,2}}?{_SEASON}(?:\s\p{{L}}+){{0,3}}\s?"
    rf"\(\s?(?:vào\s+|tức\s+|từ\s+)?{DAY_WORD}{D}(?:\s?/\s?|\s+tháng\s+){M}{_OF_YEAR}{_Y}\s?\)"
)


def days_of_one_year(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước ngày 05/6 và 30/11/2026`: the year behind the last day is that of all."""
    if low.find("/", start, end) < 0 or _FULL_YEAR.search(low, start, end) is None:
        return
    for match in _DAYS_OF_YEAR.finditer(low, start, end):
        said = (match["relation"] or "").strip()
        if said == "từ" or (not said and not table):
            continue
        offset = match.start("days")
        for number, one in enumerate(ONE_DAY.finditer(match["days"])):
            due = day(match["y"], one["m"], one["d"])
            at = match.start() if number == 0 else offset + one.start()
            last = offset + one.end() == match.end("days")
            yield Time(
                at,
                match.end() if last else offset + one.end(),
                relation_of(said, "by"),
                due=due,
                impossible=due is None,
            )


def days_of_seasons(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước mùa mưa lũ (30/4/2024)`: the day in the brackets, related by the word before the season."""
    if low.find("(", start, end) < 0 or _FULL_YEAR.search(low, start, end) is None:
        return
    for match in _DAY_OF_SEASON.finditer(low, start, end):
        due = day(match["y"], match["m"], match["d"])
        said = match["relation"]
        yield Time(match.start(), match.end(), "before" if "trước" in said else "by", due=due, impossible=due is None)


# What a month or a day leans on instead of a word such as `trong`: the verb of its task, or the bracket behind a task.
_DONE = regex.compile(
    r"(?<!\p{L})(?:thực hiện|triển khai|tổ chức|tiến hành|diễn ra|hoàn thành|hoàn tất|xong|phát động|khai mạc|khởi công|khánh thành|bắt đầu|kết thúc)\s*$"
)
# `Tháng 5/2024, tổ chức lễ phát động`: a time that opens its sentence, before what is done then.
_OPENS = regex.compile(r"[\s\-+]*(?:(?:tuần\s(?:thứ\s)?\S+|đầu|giữa|cuối)(?:\scủa)?\s*)?")
_THEN_DONE = regex.compile(rf",?\s(?:sẽ\s|tiến hành\s)?(?!đạt|giảm|tăng){agencies.DUTY}")
_OPENS_BRACKET = regex.compile(
    r"\(\s?(?:(?:thời gian|hoàn thành|thực hiện|tổ chức|dự kiến|xong)(?:\s(?:thực hiện|hoàn thành|tổ chức|vào|trong))*\s?:?\s)?$"
)
_CLOSES_BRACKET = regex.compile(r"\s?\)(?!\s?\d)")
_TASK = regex.compile(rf"\W*(?:(?:tập trung|khẩn trương|tiếp tục|phối hợp)\s)?{agencies.DUTY}")
_BACK = 60  # characters before a time in which what it leans on stands


def leans(low: str, start: int, end: int, place: tuple[int, int]) -> bool:
    """Whether a month without a word that relates it leans on the verb before it or behind it, or stands in brackets behind a task."""
    if (
        _OPENS.fullmatch(low, max(low.rfind(";", start, place[0]) + 1, start), place[0]) is not None
        and _THEN_DONE.match(low, place[1], end) is not None
    ):
        return True
    return _DONE.search(low, max(start, place[0] - _BACK), place[0]) is not None or in_brackets(low, start, end, place)


def in_brackets(low: str, start: int, end: int, place: tuple[int, int]) -> bool:
    """Whether a time is all that stands in brackets behind a task (`Tổ chức Hội thi (tháng 8/2025)`)."""
    at, behind = place
    if (
        _OPENS_BRACKET.search(low, max(start, at - _BACK), at) is None
        or _CLOSES_BRACKET.match(low, behind, end) is None
    ):
        return False
    clause = max(low.rfind(";", start, at), low.rfind(":", start, at)) + 1 or start
    return _TASK.match(low, max(clause, start), at) is not None


_MONTH_OF_YEARS = regex.compile(
    rf"{RELATION}\s*(?:tháng\s+{M}|qu[ýí]\s+(?P<q>{QUARTER}))\s*,?\s+(?:của\s+)?(?:các\s+)?năm:?\s+(?P<years>20\d\d(?:(?:\s*,|\s+và)\s*(?:năm\s+)?20\d\d)+)(?![\d/]|\s?[-–]\s?\d)"
)


def month_of_years(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`vào tháng 6 các năm 2026, 2028 và 2030`: the month, or the quarter, of each."""
    if low.find("năm", start, end) < 0:
        return
    for match in _MONTH_OF_YEARS.finditer(low, start, end):
        said = (match["relation"] or "").strip()
        if said == "từ":
            continue
        for year in _FULL_YEAR.findall(match["years"]):
            if match["m"] is not None:
                yield Time(*match.span(), relation_of(said, "by"), due=f"{year}-{int(match['m']):02}")
            else:
                yield from quarters_of_year([quarter(match["q"])], int(year), relation_of(said, "within"), match.span())


# A task that begins with its verb and is done within a year, without figures; what goes on or is striven for is never done.
_GOES_ON = r"(?:tiếp tục|duy trì|tăng cường|đẩy mạnh|thường xuyên|nâng cao|phấn đấu|giảm|chủ động|tích cực|thực hiện|triển khai|quan tâm|phát huy|bảo đảm|đảm bảo|tổ chức|phối hợp|chăm sóc|tuyên truyền|truyền thông|theo dõi|kịp thời|định kỳ|h[ằà]ng)(?!\p{L})"
_TASK_OF_YEAR = regex.compile(
    rf"\s*(?!{_GOES_ON})(?:phê duyệt(?!\p{{L}})|{agencies.DUTY})(?:(?!{_GOES_ON})[^.;%\d]|(?<=số )\d[\d/]*[\p{{L}}\d/-]*)*\s(?P<when>trong\s+năm\s+{_Y})\s*$"
)
# The same in years that are named one by one, whatever its verb: so many of them are no aim.
_TASK_OF_YEARS = regex.compile(
    rf"\s*(?:phê duyệt(?!\p{{L}})|{agencies.DUTY})(?:[^.;%\d]|(?<=số )\d[\d/]*[\p{{L}}\d/-]*)*?\s(?P<when>(?:trong|vào|trước)\s+(?:các\s+)?năm:?\s+(?P<years>20\d\d(?:(?:\s*,|\s+và)\s*(?:trong\s+|vào\s+)?(?:năm\s+)?20\d\d)+))(?![\d/])\s*$"
)


def task_of_year(low: str, start: int, end: int) -> list[Time]:
    """`Trình HĐND tỉnh ban hành mức hỗ trợ trong năm 2025`: the year of a clause that is one task, or each of its years.

    The year says nothing in a plan for that year.
    """
    if (several := _TASK_OF_YEARS.match(low, start, end)) is not None:
        years = _FULL_YEAR.findall(several["years"])
        return [Time(*several.span("when"), "by", due=year) for year in years]
    match = _TASK_OF_YEAR.match(low, start, end)
    return [Time(*match.span("when"), "within", due=match["y"], start_date=match["y"])] if match is not None else []


# Days of one month, joined, of which one writes the month: `trong hai ngày 01 và 02/6/2026`.
_JOINED_DAYS = regex.compile(
    rf"(?P<relation>trong|vào|từ)\s+(?:(?:\d{{1,2}}|\p{{L}}+)\s+)?(?:các\s+)?ngày\s+(?P<days>\d{{1,2}}(?:\s*,\s*\d{{1,2}})*\s*(?:và|,)\s*\d{{1,2}})(?:\s?/\s?|\s+tháng\s+){M}(?:\s?/\s?|\s+năm\s+)(?P<y>20\d\d)(?!\d)"
)


def joined_days(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """Days of a month that are named one by one: a span where they follow one another, else a time each."""
    if low.find("ngày", start, end) < 0:
        return
    for match in _JOINED_DAYS.finditer(low, start, end):
        numbers = [int(number) for number in FIGURES.findall(match["days"])]
        due = [day(match["y"], match["m"], number) for number in numbers]
        if None in due:
            yield Time(match.start(), match.end(), "within", impossible=True)
        elif numbers == list(range(numbers[0], numbers[-1] + 1)):
            yield Time(match.start(), match.end(), "within", due=due[-1], start_date=due[0])
        else:
            for one in due:
                yield Time(match.start(), match.end(), "by", due=one)


_EACH_YEAR = regex.compile(YEARLY)


def sessions(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trình HĐND tại kỳ họp cuối năm 2026`; without a year, the session of each."""
    if low.find("kỳ họp", start, end) < 0:
        return
    yearly = _EACH_YEAR.search(low, start, end) is not None
    for match in SESSION.finditer(low, start, end):
        if match["y"]:
            yield Time(match.start(), match.end(), "by", due=match["y"])
        elif not yearly:
            yield Time(match.start(), match.end(), "by", recurrence="FREQ=YEARLY")
