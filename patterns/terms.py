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
_SAME_DAY = regex.compile(
    r"(?<=(?:báo cáo|thông báo|báo|gửi)\s(?:[^;.,]{0,60}\s)?)(?:ngay trong ngày|trong ngày(?=\s(?:khi|nếu|xảy ra|phát hiện)(?!\p{L})))(?!\s+\d)"
)
_HAS_TERM = regex.compile(r"\d\)?\s+(?:ngày|tháng|tuần|giờ)")
_BEFORE_EVENT = regex.compile(
    r"trước (?:khi|thời điểm|lúc|ngày)\s+(?!(?:(?:khai giảng|bước vào|vào|bắt đầu|kết thúc|bế giảng|tổng kết|hết)\s)?năm học(?: mới)?\s20\d\d)(?:(?:bắt đầu|bước vào|kết thúc|vào|tổ chức)\s+)?(?:khai giảng|bế giảng|năm học|học kỳ|kỳ nghỉ|mùa (?:mưa|lũ|bão|hè|khô))(?!\p{L})(?:\s+năm học)?(?:\s+20\d\d(?:\s?-\s?20\d\d)?)?"
)


# So many days before an event: by a day that nobody writes (`chậm nhất 10 ngày trước mỗi đợt chiến dịch`).
_DAYS_BEFORE = regex.compile(
    r"(?:(?:chậm nhất|muộn nhất|ít nhất|tối thiểu)(?:\s+(?:là|vào))?\s+|trước\s+)\d{1,3}\s+(?:ngày|giờ|tuần|tháng)(?:\s+làm việc)?\s+(?:trước|so với)\s+(?:khi|mỗi|ngày|thời điểm|các|đợt|kỳ|buổi|hạn)(?!\p{L})(?!\s+\d)"
)
# A season of a year that is written: before it is before that year ends (`trước mùa lũ năm 2026`).
_SEASON_OF_YEAR = regex.compile(
    r"trước\s+(?:(?:khi|thời điểm)\s+)?(?:(?:vào|bước vào|bắt đầu)\s+)?(?:mùa\s+(?:mưa|lũ|bão|hè|khô|đông|rét|nước nổi|thi|tuyển sinh)(?:,?\s+(?:mưa|lũ|bão|lụt))*|(?:kỳ\s+)?nghỉ hè|dịp hè|hè|tết(?:\s+nguyên đán)?(?:\s+\p{L}+\s\p{L}+)?)\s+(?:năm\s+)?(?P<y>20\d\d)(?![\d/]|\s?[-–]\s?\d)"
)


def seasons_of_years(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước mùa lũ năm 2026`, `trước Tết Nguyên đán năm 2025`."""
    if low.find("trước", start, end) < 0:
        return
    for match in _SEASON_OF_YEAR.finditer(low, start, end):
        yield Time(*match.span(), "before", due=match["y"])


def before_events(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước khi khai giảng năm học`: before something whose day nobody writes."""
    if low.find("trước", start, end) < 0:
        return
    for match in _BEFORE_EVENT.finditer(low, start, end):
        yield Time(match.start(), match.end(), "before")


_SCHOOL_YEAR = r"năm học(?: mới)?\s+(?P<first>20\d\d)\s?[-–]\s?(?P<last>20\d\d)"
_ENDS = r"(?:(?:khi\s+)?(?:kết thúc|bế giảng|tổng kết|hết)|ngày\s+(?:bế giảng|kết thúc))"
_BEGINS = r"(?:(?:khi|thời điểm|lúc)\s+)?(?:(?:khai giảng|bước vào|bắt đầu|vào|ngày khai giảng|tựu trường)\s+)?"
_BEFORE_SCHOOL_YEAR = regex.compile(
    rf"trước\s+(?:(?:thời điểm|lúc)\s+)?(?:(?P<ends>{_ENDS})\s+|{_BEGINS}){_SCHOOL_YEAR}"
)


def before_school_years(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước (khai giảng) năm học 2024-2025`, `trước khi kết thúc năm học 2022 - 2023`: the year in which it begins, or ends; nobody writes the day."""
    if low.find("năm học", start, end) < 0:
        return
    for match in _BEFORE_SCHOOL_YEAR.finditer(low, start, end):
        yield Time(*match.span(), "before", due=match["last"] if match["ends"] else match["first"])


def terms_of_days(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trong 05 ngày làm việc kể từ …`, `chậm nhất 24 giờ`: within a term whose day nobody writes."""
    for match in near(_HAS_TERM, _DAYS_BEFORE, low, start, end):
        yield Time(match.start(), match.end(), "by")
    for match in near(_HAS_TERM, _TERM, low, start, end):
        yield Time(match.start(), match.end(), "within")
    for match in _SAME_DAY.finditer(low, start, end) if low.find("trong ngày", start, end) >= 0 else ():
        yield Time(match.start(), match.end(), "within")
    for pattern in (_AT_MOST, _WORKING_DAYS):
        for match in near(_HAS_TERM, pattern, low, start, end):
            yield Time(match.start(), match.end(), "within")
