"""Days and years that lean on other words: a year written once behind several days, a day in brackets behind a season, `trong năm 2025`.

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
    HOUR,
    ONE_DAY,
    QUARTER,
    RELATION,
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


def task_of_year(low: str, start: int, end: int) -> Time | None:
    """`Trình HĐND tỉnh ban hành mức hỗ trợ trong năm 2025`: the year of a clause that is one task; it says nothing in a plan for that year."""
    match = _TASK_OF_YEAR.match(low, start, end)
    return Time(*match.span("when"), "within", due=match["y"], start_date=match["y"]) if match is not None else None
