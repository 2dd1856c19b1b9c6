"""Terms that no calendar dates: so many days from something (`trong 05 ngày kể từ …`), before an event (`trước khi khai giảng`).

Patterns read the view in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from patterns.time_pieces import Time, near

_TERM = regex.compile(
    r"(?:(?:trong(?:\s+(?:vòng|thời hạn|thời gian|khoảng))?|chậm nhất(?:\s+(?:là|sau))?|muộn nhất|sau|không quá|tối đa|thời hạn)\s+)?(?<!\p{L})(?:\p{L}+\s+)?\(?\d{1,3}\)?\s+"
    r"(?:ngày|tháng|tuần|giờ)(?!\s+đầu)(?:\s+làm việc)?(?:(?<=trong\s+(?:vòng|thời hạn)\s[^.;,]{2,40})|,?\s+(?:(?:kể\s+|tính\s+)(?:từ|khi|sau)|từ\s+khi|từ\s+ngày(?!\s+\d)|sau\s+khi))(?!\p{L})"
)
# `chậm nhất 24 giờ`: a term whose beginning the sentence says elsewhere (`báo cáo ngay khi có dịch`); an hour of a day is none.
_AT_MOST = regex.compile(
    r"(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|trong|sau|không quá))*|(?<=báo cáo\s[^;.,]{0,60})trong(?:\s+vòng)?(?=\s+\d{1,3}\s+giờ))\s+\d{1,3}\s+(?:giờ(?!\s*(?:\d|,?\s*ngày))|ngày|tuần|tháng)(?:\s+làm việc)?(?!\p{L}|\s+(?:\d|tháng|h[ằà]ng))"
)
# `trong 01 ngày làm việc`: working days count from when a case comes in, whether that is said or not.
_WORKING_DAYS = regex.compile(
    r"(?:trong(?:\s+(?:vòng|thời hạn|thời gian|khoảng))?|sau|không quá|tối đa|thời hạn)\s+\d{1,3}\s+(?:ngày|giờ)\s+làm việc(?!\p{L})"
)
# `báo cáo ngay trong ngày`: the same day, whichever it is.
_SAME_DAY = regex.compile(r"(?<=(?:báo cáo|thông báo|báo|gửi)\s(?:[^;.,]{0,60}\s)?)ngay trong ngày(?!\s+\d)")
_HAS_TERM = regex.compile(r"\d\)?\s+(?:ngày|tháng|tuần|giờ)")
_BEFORE_EVENT = regex.compile(
    r"trước (?:khi|thời điểm|lúc)\s+(?!(?:khai giảng|bước vào)?\s?năm học\s20\d\d)(?:(?:bắt đầu|bước vào|kết thúc|vào|tổ chức)\s+)?(?:khai giảng|bế giảng|năm học|học kỳ|kỳ nghỉ|mùa (?:mưa|lũ|bão|hè|khô))(?!\p{L})(?:\s+năm học)?(?:\s+20\d\d(?:\s?-\s?20\d\d)?)?"
)


def before_events(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước khi khai giảng năm học`: before something whose day nobody writes."""
    if low.find("trước", start, end) < 0:
        return
    for match in _BEFORE_EVENT.finditer(low, start, end):
        yield Time(match.start(), match.end(), "before")


_BEFORE_SCHOOL_YEAR = regex.compile(
    r"trước\s+(?:(?:khi|thời điểm|lúc)\s+)?(?:(?:khai giảng|bước vào|bắt đầu|ngày khai giảng)\s+)?năm học\s+(?P<year>20\d\d)\s?[-–]\s?20\d\d"
)


def before_school_years(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước (khai giảng) năm học 2024-2025`: before the first of its two years ends, the day of which nobody writes."""
    if low.find("năm học 20", start, end) < 0:
        return
    for match in _BEFORE_SCHOOL_YEAR.finditer(low, start, end):
        yield Time(*match.span(), "before", due=match["year"])


def terms_of_days(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trong 05 ngày làm việc kể từ …`, `chậm nhất 24 giờ`: within a term whose day nobody writes."""
    for match in near(_HAS_TERM, _TERM, low, start, end):
        yield Time(match.start(), match.end(), "within")
    for match in _SAME_DAY.finditer(low, start, end) if low.find("ngay trong ngày", start, end) >= 0 else ():
        yield Time(match.start(), match.end(), "within")
    for pattern in (_AT_MOST, _WORKING_DAYS):
        for match in near(_HAS_TERM, pattern, low, start, end):
            yield Time(match.start(), match.end(), "within")
