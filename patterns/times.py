"""Times by which something is due: days, months, quarters, spans and terms of days; how often is in `patterns.recurrences`.

Patterns read the view in lower case. Built from named pieces: a day or month, what relates the duty to it (`trước`, `chậm nhất`,
`trong`), and how often it comes back (`hằng năm`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from patterns import agencies, leaning_days, recurrences, terms
from patterns.merged_times import merged
from patterns.time_pieces import (
    AND_DAY,
    DAY,
    DAY_WORD,
    FIGURES,
    HOUR,
    NO_YEAR,
    ONE_DAY,
    ONE_QUARTER,
    QUARTER,
    RELATION,
    ROUND,
    SPAN_OF_DAYS,
    SPAN_OF_MONTHS,
    TO,
    YEARLY,
    D,
    M,
    Time,
    day,
    months_of_year,
    near,
    quarter,
    quarters_of_year,
    relation_of,
)
from patterns.vocabulary import Relation

__all__ = ["Time", "may_say_time", "times_in"]

# Words and figures without one of which no time is said.
_WORDS = (
    "ngày", "kỳ họp", "tháng", "quý", "quí", " giờ", "tuần kể", "hằng", "hàng", "mỗi năm", "định kỳ", "sơ kết", "tổng kết",
    "hoàn thành", "xong", "chậm nhất", "muộn nhất", "năm 20", "một lần", "lần/", "lần mỗi", "trong vòng", "thời hạn", "trước khi", "năm học 20", "1 lần", "/lần", "/ lần",
)  # fmt: skip
_DAY_AND_MONTH = regex.compile(r"\d/\d")


def may_say_time(low: str, start: int, end: int) -> bool:
    """Whether words have anything that a time is said with: the one pass over a text, before any pattern of a kind."""
    words = low[start:end]
    return any(word in words for word in _WORDS) or ("/" in words and _DAY_AND_MONTH.search(words) is not None)


# A quick look before the pattern of a kind, which has to try every word that may relate a duty to a time.
_HAS_FULL = regex.compile(
    r"\d\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?(?:20\d\d|[2-4]\d(?!\d))|tháng\s+\d{1,2}\s*,?\s+năm\s+20\d\d"
)
_HAS_QUARTER = regex.compile(r"qu[ýí]\s+[i1-4]")
_HAS_MONTH = regex.compile(r"tháng\s+\d")
_HAS_PART = regex.compile(r"[369]\s+tháng\s+[đc]")
_HAS_DAY = regex.compile(r"\d\s?/\s?\d|\d\s+tháng\s+\d")

# --- atomic pieces -------------------------------------------------------------------------------------------------

Y = r"(?P<y>20\d\d)"
_SHORT = r"(?P<y>20\d\d|[2-4]\d(?!\d))"  # two figures only behind two strokes
_DATE = rf"(?:{D}\s?/\s?{M}\s?/\s?{_SHORT}|{D}\s?[.\-]\s?{M}\s?[.\-]\s?{Y}|{D}\s+tháng\s+{M}\s*,?\s+năm\s+{Y})(?![\d/])"

_FULL = regex.compile(rf"{RELATION}\s*{HOUR}{DAY_WORD}(?<![\d/]){_DATE}")
_AND_DATE = regex.compile(rf"{AND_DAY}{_DATE}")
_DAYS = regex.compile(  # 15/6 và 15/12 hằng năm; 15/6 và 15/12 năm 2023
    rf"{RELATION}\s*{HOUR}{DAY_WORD}(?<![\d/])(?P<days>{DAY}(?:{AND_DAY}{DAY})*)"
    rf"(?:\s*,?\s*(?P<yearly>{YEARLY}|(?:của\s+)?(?:mỗi\s+)?năm(?:\s+(?:sau|liền kề|kế tiếp|tiếp theo))(?!\p{{L}})|của (?:mỗi )?năm(?!\s+20))|\s+(?:của\s+)?năm\s+{Y})?"
)
_MONTH = regex.compile(
    rf"{RELATION}\s*tháng\s+(?P<months>(?:0?[1-9]|1[0-2])(?:(?:\s*,\s*|\s+và\s+)(?:tháng\s+)?(?:0?[1-9]|1[0-2]))*)(?![\d])(?:\s?[/\-]\s?{Y}|\s+(?:của\s+)?năm\s+{Y}|\s+(?P<yearly>{YEARLY}))(?!\d)"
)
_YEARLY_MONTH = regex.compile(rf"{YEARLY}\s*[(,]?\s*(?P<in>vào\s+)?tháng\s+{M}(?!\s?[/\d])\)?")
_QUARTER_YEAR = r"(?:\s?/\s?|\s+năm\s+|\s*-\s*)"
_QUARTERS = regex.compile(
    rf"{RELATION}\s*qu[ýí]\s+(?P<q>{QUARTER})(?:{_QUARTER_YEAR}(?P<y1>20\d\d)(?=\s*(?:,|-|–|và|đến)\s*qu))?"
    rf"(?:{TO}(?:qu[ýí]\s+)?(?P<q2>{QUARTER})|(?P<more>(?:\s*(?:,|và)\s*(?:qu[ýí]\s+)?{QUARTER})+))?{_QUARTER_YEAR}{Y}(?!\d)"
)
_PART_OF_YEAR = regex.compile(
    rf"{RELATION}\s*(?P<n>0?[369])\s+tháng\s+(?P<which>đầu|cuối)\s+(?:của\s+)?năm\s+{Y}(?!\d)"
)
_PERIODIC = regex.compile(r"\bđịnh kỳ\b|\b(?:0?6|sáu) tháng\b|\bnăm\b(?! 20)|\bquý\b(?! [iv\d])")
# Two days without a year by which the same report is sent: `báo cáo … trước ngày 15/6 và ngày 05/12`.
_TWO_DAYS = regex.compile(rf"trước\s+(?:ngày\s+)?{DAY}\s+và\s+(?:trước\s+)?(?:ngày\s+)?{DAY}")
_PERIOD = r"giai đoạn\s20\d\d\s?-\s?20\d\d"
_YEAR = regex.compile(
    rf"(?<!\p{{L}})(?:(?:sơ kết|tổng kết|đánh giá giữa kỳ|đánh giá cuối kỳ|kết thúc)(?:(?:\s+(?!công tác)\p{{L}}+){{0,4}}?|(?:\s+(?!công tác|năm)\p{{L}}+){{0,12}}?(?:\s{_PERIOD})?(?=\s(?:vào|trong|cuối)\s))|(?<!mức (?:độ )?)(?:hoàn thành|xong)(?:,?\s+(?!công tác|giai đoạn|đánh giá|xếp loại|thi đua|khen thưởng|làm (?:cơ sở|căn cứ))\p{{L}}+){{0,24}}?)\s+(?:vào\s+|trong\s+|đến\s+(?:hết\s+)?|cuối\s+)*năm\s+{Y}(?![\d/]|\s?-|\s+(?:vào|trong|trước|chậm nhất|muộn nhất)\s+(?:là\s+)?(?:ngày|tháng|qu[ýí]|cuối|đầu|\d))"
)
# A task that begins with its verb and ends in its year, without figures: `Giải quyết hồ sơ còn tồn đọng vào năm 2020`.
_TASK_OF_YEAR = regex.compile(
    rf"\s*(?:hoàn thành|hoàn tất|giải quyết|kết thúc|chấm dứt|tổ chức (?:hội thi|cuộc thi|hội nghị|hội thảo|diễn đàn|liên hoan|đại hội|lễ))\s(?:(?!\d+(?:[.,]\d+)?\s?%)[^.;%])*?\s(?P<when>(?:vào|đến hết|trước|chậm nhất(?: là)?(?: trong| vào)?)\s+(?:cuối\s+)?năm\s+{Y})\s*$"
)
# What somebody must do within a year that opens the sentence: `Trong năm 2026, các xã phải hoàn thành …`.
_OBLIGED_IN_YEAR = regex.compile(
    rf"\W*(?P<when>trong\s+năm\s+{Y}),?\s(?!\d)[^.;:%\d]{{3,160}}?\s(?:phải|có trách nhiệm|cần)\s(?!\d)\p{{L}}"
)
_AND_YEAR = regex.compile(
    rf"(?:(?:\s*,|\s+và)\s+(?:(?!năm)\p{{L}}+\s+){{0,3}}|\s*[,;]\s+{_PERIOD}\s+)(?:vào\s+|trong\s+)?năm\s+{Y}(?![\d/]|\s?-)"
)
# A time in brackets right behind what is due then: `Báo cáo giữa kỳ (năm 2030) và báo cáo tổng kết (tháng 6/2035)`.
_BEHIND = r"(?:báo cáo (?:giữa kỳ|cuối kỳ|sơ kết|tổng kết|kết thúc)|sơ kết|tổng kết|đánh giá (?:giữa kỳ|cuối kỳ|kết thúc)|hoàn thành|nghiệm thu)(?!\p{L})"
_BRACKETED = regex.compile(
    rf"(?<!\p{{L}}){_BEHIND}[^;.()]{{0,120}}(?P<time>\(\s?(?:(?:vào|trong|dự kiến|cuối|đầu)\s+)*(?:tháng\s+{M}(?:\s?/\s?|\s+năm\s+)|qu[ýí]\s+(?P<q>{QUARTER})(?:\s?/\s?|\s+năm\s+)|năm\s+){Y}\s?\))"
)
# The year in which a task is done, in brackets at its end: `Ban hành các văn bản hướng dẫn (trong năm 2026)`.
_BRACKET_AT_END = regex.compile(rf"\((?P<when>(?:hoàn thành\s)?trong\s+năm\s+{Y})\)\W*$")
DUTY_OPENS = regex.compile(rf"\W*(?:tập trung\s|khẩn trương\s|tổ chức\s)?{agencies.DUTY}")
_ENDINGS = ("kết", "đánh giá", "hoàn thành", "xong")  # what `_YEAR` begins with
_BARE_YEAR = regex.compile(r"\s*(?:(?:cuối|hết|trong|đến(?:\s+hết)?)\s+)?(?:năm\s+)?(20\d\d)\s*$")


def times_in(low: str, start: int, end: int, *, table: bool = False) -> list[Time]:
    """The times in a sentence, or in the cell of a table, in reading order; where two overlap, the one that says more."""
    if not may_say_time(low, start, end):
        return []
    found: list[Time] = []
    taken = bytearray(end - start)
    for times in _KINDS:
        begun: dict[tuple[int, int], list[Time]] = {}  # several of one kind may share their words (`15/6 và 15/12`)
        for time in times(low, start, end, table):
            beside = begun.get((time.start, time.end), [])
            if not beside and 1 in taken[time.start - start : time.end - start]:
                continue
            if any((time.due, time.recurrence) == (other.due, other.recurrence) for other in beside):
                continue
            begun.setdefault((time.start, time.end), []).append(time)
            found.append(time)
            taken[time.start - start : time.end - start] = b"\x01" * (time.end - time.start)
    if table and not found and end - start < _LONGEST_CELL and (bare := _BARE_YEAR.match(low[start:end])) is not None:
        found.append(Time(start, end, "by", due=bare[1]))
    return merged(low, start, end, sorted(found, key=lambda time: time.start))


_LONGEST_CELL = 60


def _full(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    begins: regex.Match[str] | None = None
    listed = table
    for match in near(_HAS_FULL, _FULL, low, start, end):
        relation = (match["relation"] or "").strip()
        if relation == "từ":
            begins = match
            continue
        listed = listed or (
            not relation
            and any(before.search(low, start, match.start()) is not None for before in (_AFTER_COLON, _AFTER_WHOM))
        )
        named = _IS_DAY.match(low, match.start()) is not None
        if (
            not relation
            and not table
            and not (named and (listed or leaning_days.in_brackets(low, start, end, match.span())))
        ):
            continue
        time = _day(match, match.start(), relation)
        if begins is not None and _ENDS_THEN.fullmatch(low, begins.end(), match.start()) is not None:
            since = day(begins["y"], begins["m"], begins["d"])
            time = replace(time, start_date=since) if since is not None and since <= (time.due or "") else time
        yield time
        at = match.end()
        while (other := _AND_DATE.match(low, at, end)) is not None:  # `trước ngày 05/6/2026 và ngày 25/11/2026`
            yield _day(other, other.start("d"), relation)
            at = other.end()


# `Khai giảng: Ngày 05/9/2024`: a day behind a colon needs no other word, nor do those behind it.
_AFTER_COLON = regex.compile(r":\s*$")
# The same for some of several: `Tựu trường: Khối 9 ngày 22/8/2026; Khối 6, 7 ngày 28/8/2026`.
_AFTER_WHOM = regex.compile(
    r":\s*(?![^;:.]*\b(?:quyết định|văn bản|kế hoạch|theo|đã|có|được|sinh|ký|ban hành|thành lập)\b)(?:các\s)?(?:khối|lớp|cấp|bậc|nhóm|đợt|vòng|đội|hệ|ca|học sinh|trường|xã|phường|thôn)\s[^;:.]{1,60}$"
)
_IS_DAY = regex.compile(rf"\s*{HOUR}ngày\s")
# `Bắt đầu từ ngày 06/9/2024; kết thúc trước ngày 18/01/2025`: one duty with its first day.
_ENDS_THEN = regex.compile(r"\s?[;,]?\s(?:và\s|đến\s)?(?:kết thúc|hoàn thành|xong)\s*")


def _day(match: regex.Match[str], start: int, relation: str) -> Time:
    due = day(match["y"], match["m"], match["d"])
    return Time(start, match.end(), relation_of(relation, "by"), due=due, impossible=due is None)


def _spans(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    if not table and _ANY_YEAR.search(low, start, end) is None:
        return
    for match in SPAN_OF_MONTHS.finditer(low, start, end):
        if match["y2"] is None:
            continue
        begin = f"{match['y1'] or match['y2']}-{int(match['a']):02}"
        last = f"{match['y2']}-{int(match['b']):02}"
        if begin <= last:
            yield Time(match.start(), match.end(), "within", due=last, start_date=begin)
    for match in SPAN_OF_DAYS.finditer(low, start, end):
        labelled = _AFTER_COLON.search(low, start, match.start()) is not None
        if match["from"] is None and match["word"] is None and not table and not labelled:
            continue  # `15 - 20/11/2025` may be anything
        if match["y2"] is None:
            if table and match["word"] is not None and NO_YEAR.match(low, match.end(), end) is not None:
                yield _span_of_each_year(match)
            continue
        first = day(match["y1"] or match["y2"], match["m1"] or match["m2"], match["d1"])
        due = day(match["y2"], match["m2"], match["d2"])
        none = first is None or due is None
        if none or (first is not None and due is not None and first <= due):
            yield Time(match.start(), match.end(), "within", due=due, start_date=first, impossible=none)


def _span_of_each_year(match: regex.Match[str]) -> Time:
    """`từ ngày 01/6 đến ngày 30/6` in a table of a plan of several years: due on its last day."""
    none = day(2024, match["m2"], match["d2"]) is None
    rule = None if none else f"FREQ=YEARLY;BYMONTH={int(match['m2'])};BYMONTHDAY={int(match['d2'])}"
    return Time(*match.span(), "within", recurrence=rule, impossible=none)


_YEARLY = regex.compile(YEARLY)
# The first day of a span: `từ ngày 06/6 đến ngày 30/7 hằng năm`.
_FROM_DAY = regex.compile(r"từ\s(?:ngày\s)?\d{1,2}\s?[/-]\s?\d{1,2}\s?$")


def _days(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    yearly: bool | None = None
    for match in near(_HAS_DAY, _DAYS, low, start, end):
        relation = (match["relation"] or "").strip()
        if not relation or relation == "từ":
            continue
        if yearly is None:
            yearly = _YEARLY.search(low, start, end) is not None
        every = yearly or _is_periodic(low, *_between_semicolons(low, match.start(), start, end))
        for one in ONE_DAY.finditer(match["days"]):
            d, m = int(one["d"]), int(one["m"])
            if match["y"]:
                due = day(match["y"], m, d)
                yield Time(match.start(), match.end(), relation_of(relation, "by"), due=due, impossible=due is None)
            elif match["yearly"] or every or table:
                none = day(2024, m, d) is None
                rule = None if none else f"FREQ=YEARLY;BYMONTH={m};BYMONTHDAY={d}"
                span = relation.startswith("đến") and _FROM_DAY.search(low, start, match.start("relation")) is not None
                said = "within" if span else relation_of(relation, "by")
                yield Time(match.start(), match.end(), said, recurrence=rule, impossible=none)


_ANY_YEAR = regex.compile(r"20\d\d")


def _between_semicolons(low: str, at: int, start: int, end: int) -> tuple[int, int]:
    """The clause of a sentence that a place stands in."""
    stop = low.find(";", at, end)
    return low.rfind(";", start, at) + 1 or start, stop if stop >= 0 else end


def _is_periodic(low: str, start: int, end: int) -> bool:
    """Whether a clause without any year speaks of reports that come every year (`báo cáo 6 tháng trước ngày 10/6`)."""
    words = low[start:end]
    if "báo cáo" not in words or _ANY_YEAR.search(words) is not None:
        return False
    return _PERIODIC.search(words) is not None or _TWO_DAYS.search(words) is not None


def _parts(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trong 6 tháng đầu năm 2024`: the first or last months of a year as a span."""
    for match in near(_HAS_PART, _PART_OF_YEAR, low, start, end):
        relation = relation_of(match["relation"], "within" if table else None)
        if relation is None:
            continue
        months, year = int(match["n"]), match["y"]
        first, last = (1, months) if match["which"] == "đầu" else (13 - months, 12)
        begin = f"{year}-{first:02}" if relation == "within" else None
        yield Time(match.start(), match.end(), relation, due=f"{year}-{last:02}", start_date=begin)


def _quarters(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    for match in near(_HAS_QUARTER, _QUARTERS, low, start, end):
        year, words = match["y"], (match["relation"] or "").strip()
        first, relation = quarter(match["q"]), relation_of(words, "within")
        if match["q2"] is not None and (relation == "within" or words == "từ"):
            since, due = f"{match['y1'] or year}-{first * 3 - 2:02}", f"{year}-{quarter(match['q2']) * 3:02}"
            yield Time(match.start(), match.end(), "within", due=due, start_date=since)
        elif words != "từ" and match["y1"] is not None and relation == "within" and _follows(match):
            yield Time(
                match.start(), match.end(), "within", due=f"{year}-03", start_date=f"{match['y1']}-{first * 3 - 2:02}"
            )
        elif words != "từ" and match["y1"] is not None:
            for of_year, one in (
                (match["y1"], match["q"]),
                (year, match["q2"] or ONE_QUARTER.findall(match["more"])[-1]),
            ):
                yield from quarters_of_year([quarter(one)], of_year, relation, match.span())
        elif words != "từ":
            several = ONE_QUARTER.findall(match["q2"] or match["more"] or "")
            numbers = [first, *map(quarter, several)]
            yield from quarters_of_year(numbers if match["q2"] is None else numbers[-1:], year, relation, match.span())


def _follows(match: regex.Match[str]) -> bool:
    """Whether the second of two quarters comes right behind the first, over New Year: `Quý IV/2025, Quý I/2026`."""
    others = ONE_QUARTER.findall(match["more"] or "")
    if len(others) != 1 or int(match["y"]) != int(match["y1"]) + 1:
        return False
    return quarter(match["q"]) == 4 and quarter(others[0]) == 1


_AND_MONTH = regex.compile(rf"(?:\s*,|\s+và)\s+tháng\s+{M}(?:\s?/\s?|\s+năm\s+){Y}(?!\d)")


def _further_months(low: str, at: int, end: int, relation: Relation) -> Iterator[Time]:
    """`vào tháng 8/2026 và tháng 8/2027`."""
    while (other := _AND_MONTH.match(low, at, end)) is not None:
        yield Time(other.start("m"), other.end(), relation, due=f"{other['y']}-{int(other['m']):02}")
        at = other.end()


_LABEL = 20  # characters before a month in which what numbers its round stands


def _months(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    for match in near(_HAS_MONTH, _MONTH, low, start, end):
        words = (match["relation"] or "").strip()
        if words == "từ":
            continue
        before = max(start, match.start() - _LABEL)
        round_of = (
            False
            if words
            else ROUND.search(low, before, match.start())
            or _AFTER_COLON.search(low, before, match.start())
            or leaning_days.leans(low, start, end, match.span())
        )
        relation = relation_of(words, "within" if table or round_of else "by")
        months = [int(month) for month in FIGURES.findall(match["months"])]
        if match["yearly"]:
            for month in months:
                rule = f"FREQ=YEARLY;BYMONTH={month}"
                yield Time(match.start(), match.end(), relation if words else "every", recurrence=rule)
        elif words or table or round_of:
            yield from months_of_year(months, match["y"], relation, match.span())
        if words and match["y"] and relation != "within":
            yield from _further_months(low, match.end(), end, relation)
    if low.find("tháng", start, end) < 0:
        return
    for match in _YEARLY_MONTH.finditer(low, start, end):
        relation = "by" if match["in"] is not None else "every"
        yield Time(match.start(), match.end(), relation, recurrence=f"FREQ=YEARLY;BYMONTH={int(match['m'])}")


def _years(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    if low.find("năm", start, end) < 0:
        return
    if (task := _TASK_OF_YEAR.match(low, start, end)) is not None:
        words = task["when"]
        yield Time(task.start("when"), task.end("when"), relation_of(words.split(" năm")[0], "by"), due=task["y"])
        return
    if (task := _OBLIGED_IN_YEAR.match(low, start, end)) is not None:
        yield Time(*task.span("when"), "within", due=task["y"], start_date=task["y"])
        return
    if (task := _BRACKET_AT_END.search(low, start, end)) is not None and DUTY_OPENS.match(low, start, end) is not None:
        yield Time(*task.span("when"), "within", due=task["y"], start_date=task["y"])
        return
    if not any(low.find(word, start, end) >= 0 for word in _ENDINGS):
        return
    for match in _YEAR.finditer(low, start, end):
        yield Time(match.start(), match.end(), "by", due=match["y"])
        at = match.end()
        while (other := _AND_YEAR.match(low, at, end)) is not None:  # `giữa kỳ vào năm 2025 và cuối kỳ vào năm 2030`
            yield Time(other.start("y"), other.end(), "by", due=other["y"])
            at = other.end()


def _bracketed(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    if low.find("(", start, end) < 0 or _ANY_YEAR.search(low, start, end) is None:
        return
    for match in _BRACKETED.finditer(low, start, end):
        a, b = match.span("time")
        if match["m"] is not None:
            yield Time(a, b, "by", due=f"{match['y']}-{int(match['m']):02}")
        elif match["q"] is not None:
            months = quarter(match["q"]) * 3
            yield Time(a, b, "within", due=f"{match['y']}-{months:02}", start_date=f"{match['y']}-{months - 2:02}")
        else:
            yield Time(a, b, "by", due=match["y"])


_Kind = Callable[[str, int, int, bool], Iterator[Time]]
# In the order in which one that says more wins over one that says less.
_KINDS: tuple[_Kind, ...] = (
    _bracketed, leaning_days.days_of_seasons, _spans, leaning_days.joined_days, leaning_days.sessions, leaning_days.days_of_one_year, _full, _parts, _days, recurrences.months_of_year, recurrences.spans_of_each_year, leaning_days.month_of_years, recurrences.parts_of_each_year, _quarters, _months, recurrences.of_quarter, terms.terms_of_days, terms.before_school_years, terms.seasons_of_years, terms.before_events, _years, recurrences.days_of_month, recurrences.counted, recurrences.often,
)  # fmt: skip
