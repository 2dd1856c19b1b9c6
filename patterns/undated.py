"""Days, months and quarters without a year: they fall in the year of a plan that covers one (`trước ngày 10/6`, `trong quý II`).

Patterns read the view in lower case. What comes back (`hằng năm`, `định kỳ`) is read in `patterns.times`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import regex

from patterns import leaning_days, recurrences
from patterns.time_pieces import (
    AND_DAY,
    DAY,
    FIGURES,
    HOUR,
    LIST,
    MONTH,
    NO_YEAR,
    ONE_DAY,
    ONE_QUARTER,
    QUARTER,
    RELATION,
    ROUND,
    SESSION,
    SPAN_OF_DAYS,
    SPAN_OF_MONTHS,
    TO,
    Time,
    day,
    months_of_year,
    quarter,
    quarters_of_year,
    relation_of,
)
from patterns.vocabulary import Relation

# Two figures with a stroke are a day only where a word says so, or where they stand alone in a cell: `đến 2/3 số xã` is a share.
_SAYS_DAY = r"(?:ngày\s+|(?<=(?:trước|chậm nhất|muộn nhất)\s+(?:là\s+|hết\s+)?))"
_DAYS = rf"(?<![\d/.])(?P<days>{DAY}(?:{AND_DAY}{DAY})*){NO_YEAR.pattern}"
_DAYS_OF_SENTENCE = regex.compile(rf"{RELATION}\s*{HOUR}{_SAYS_DAY}{_DAYS}")
_DAYS_OF_CELL = regex.compile(rf"{RELATION}\s*{HOUR}(?:{_SAYS_DAY}{_DAYS}|{_DAYS}(?=\s*(?:$|[.;,(])))")
_SPAN_OF_QUARTERS = regex.compile(
    rf"(?:(?:từ|trong|vào)\s+)?qu[ýí]\s+(?P<a>{QUARTER}){TO}(?:qu[ýí]\s+)?(?P<b>{QUARTER}){NO_YEAR.pattern}"
)
# `6, 7/2024`: the year behind the last month is that of all.
_MONTHS_WITH_YEAR = rf"(?:{LIST}(?:tháng\s+)?\d{{1,2}})*{LIST}(?:tháng\s+)?\d{{1,2}}(?:\s?/\s?|\s*,?\s+năm\s+)20\d\d"
_MONTHS = regex.compile(
    rf"{RELATION}\s*(?<!\d\s)tháng\s+(?P<months>{MONTH}(?:{LIST}(?:tháng\s+)?{MONTH})*){NO_YEAR.pattern}(?!\s*(?:-|–|đến|hoặc)\s*(?:tháng\s+)?\d)(?!{_MONTHS_WITH_YEAR})"
)
_QUARTERS = regex.compile(
    rf"{RELATION}\s*qu[ýí]\s+(?P<quarters>{QUARTER}(?:(?:{LIST}|,)(?:qu[ýí]\s+)?{QUARTER})*){NO_YEAR.pattern}(?!\s*(?:-|–|đến|hoặc)\s*qu[ýí])"
)
# The first or last months of the year (`6 tháng đầu năm`).
_PART_OF_YEAR = regex.compile(rf"{RELATION}\s*(?P<n>0?[369])\s+tháng\s+(?P<which>đầu|cuối)\s+năm(?!\s+20\d\d|\s+h)")
_HAS_FIGURE = regex.compile(r"\d tháng (?:đầu|cuối) năm|\d\s?/\s?\d|kỳ họp|tháng\s+\d|qu[ýí]\s+[i1-4]")
_COMES_BACK = regex.compile(
    r"h[ằà]ng (?:năm|quý|tháng)|mỗi (?:năm|quý|tháng)|định kỳ|năm (?:sau|trước(?!\s+(?:ngày\s+)?\d))"
)
_YEAR = regex.compile(r"(?<!\p{L})20\d\d")


def undated_in(low: str, start: int, end: int, year: int, *, table: bool = False) -> list[Time]:
    """The times without a year of a sentence, or of a cell, in a plan for `year` alone.

    None where something comes back, or where another year is written.
    """
    if _HAS_FIGURE.search(low, start, end) is None or _comes_back(low, start, end):
        return []
    written = {int(match.group()) for match in _YEAR.finditer(low, start, end)}
    if written - {year}:
        return []
    each_year = [match.span() for match in recurrences.MONTHS_OF_TIMES.finditer(low, start, end)]
    found: list[Time] = []
    for times in _KINDS:
        taken = list(found)
        for time in times(low, start, end, year, table):
            said = any(time.start < other.end and other.start < time.end for other in taken)
            if not said and not any(a <= time.start < b for a, b in each_year):
                found.append(time)
    return sorted((time for time in found if time.due is not None or time.impossible), key=lambda time: time.start)


# A day with its year, which is no date of a document.
_DATED = regex.compile(r"(?:trước|chậm nhất|muộn nhất)\s(?:là\s|hết\s)?(?:ngày\s+)?\d{1,2}\s?/\s?\d{1,2}\s?/\s?20\d\d")


def _comes_back(low: str, start: int, end: int) -> bool:
    """Whether something comes back; reports called periodic do not where their clause writes the year of one of them."""
    for match in _COMES_BACK.finditer(low, start, end):
        stop = low.find(";", match.end(), end)
        if match.group() != "định kỳ" or _DATED.search(low, match.end(), stop if stop >= 0 else end) is None:
            return True
    return False


def joined(found: list[Time], more: list[Time]) -> list[Time]:
    """Times with a year and without, in reading order.

    Where two overlap, the one without says more than a guess that it comes back, also than the period right before it
    (`định kỳ 6 tháng trước ngày 31/5`). In a list whose last one names the year for all (`quý II, quý IV/2024`) none is without.
    """
    ranges = Counter((time.start, time.end) for time in found if time.due is not None)
    lists = [range_ for range_, times in ranges.items() if times > 1]
    more = [time for time in more if not any(start <= time.start and time.end <= end for start, end in lists)]

    def is_said(time: Time) -> bool:
        bare = time.relation == "every" and "BY" not in (time.recurrence or "")
        return any(
            (time.start < other.end and other.start < time.end) or (bare and 0 <= other.start - time.end <= 2)
            for other in more
        )

    return sorted([*(time for time in found if not is_said(time)), *more], key=lambda time: time.start)


def _said(match: regex.Match[str], *, table: bool = False) -> str:
    """What relates the duty to the time; nothing where the time stands alone in a sentence, or only begins something."""
    words = (match["relation"] or "").strip()
    return "" if words == "từ" else words or ("trong" if table else "")


def _spans(low: str, start: int, end: int, year: int, table: bool) -> Iterator[Time]:
    """`từ tháng 4 đến tháng 5`, `Quý II - III`, `từ ngày 01/6 đến ngày 30/6`; one over New Year holds its place and says no day."""
    for match in SPAN_OF_DAYS.finditer(low, start, end):
        alone = table and not low[match.end() : end].strip(" .;,")
        if not (alone or match["word"]) or _has_year(match, low, end):
            continue
        first, due = (day(year, match[m] or match["m2"], match[d]) for m, d in (("m1", "d1"), ("m2", "d2")))
        if first is None or due is None:
            yield Time(*match.span(), "within", impossible=True)
        else:
            yield _span(match, first, due)
    for match in SPAN_OF_MONTHS.finditer(low, start, end):
        if not _has_year(match, low, end) and _EXPLAINS.match(low, match.end(), end) is None:
            yield _span(match, f"{year}-{int(match['a']):02}", f"{year}-{int(match['b']):02}")
    for match in _SPAN_OF_QUARTERS.finditer(low, start, end):
        a, b = quarter(match["a"]), quarter(match["b"])
        yield _span(match, f"{year}-{a * 3 - 2:02}", f"{year}-{b * 3:02}")


# A bracket that says which months are meant, before how much is done in them (`tháng cao điểm (tháng 6 - 8) 01 tin, bài/tuần`).
_EXPLAINS = regex.compile(r"\s?\)\s\d")


def _has_year(match: regex.Match[str], low: str, end: int) -> bool:
    return bool(match["y1"] or match["y2"]) or NO_YEAR.match(low, match.end(), end) is None


def _span(match: regex.Match[str], first: str, due: str) -> Time:
    ordered = first < due
    return Time(*match.span(), "within", due=due if ordered else None, start_date=first if ordered else None)


def _days(low: str, start: int, end: int, year: int, table: bool) -> Iterator[Time]:
    relation: Relation | None = None
    at = start
    for match in (_DAYS_OF_CELL if table else _DAYS_OF_SENTENCE).finditer(low, start, end):
        follows = relation is not None and low[at : match.start()].strip() == ";"  # `trước ngày 10/6; 10/12` in a cell
        if match["relation"] is not None or not (table and follows):
            relation = relation_of(_said(match), "by" if table and match["relation"] is None else None)
        if relation is None:
            continue
        offset, at = match.start("days"), match.start()
        for one in ONE_DAY.finditer(match["days"]):  # `trước ngày 10/6 và 10/12`
            due = day(year, one["m"], one["d"])
            yield Time(at, offset + one.end(), relation, due=due, impossible=due is None)
            at = offset + one.end()


_OF_DAY = regex.compile(r"ngày\s+\d+\s+tháng\s+$")


def _months(low: str, start: int, end: int, year: int, table: bool) -> Iterator[Time]:
    for match in _MONTHS.finditer(low, start, end):
        round_of = ROUND.search(low, start, match.start()) is not None or leaning_days.leans(
            low, start, end, match.span()
        )
        said = _said(match, table=table or round_of)
        if not said or _OF_DAY.search(low, max(start, match.start("months") - 20), match.start("months")) is not None:
            continue
        months = [int(month) for month in FIGURES.findall(match["months"])]
        yield from months_of_year(months, year, relation_of(said, "by"), match.span())


def _quarters(low: str, start: int, end: int, year: int, table: bool) -> Iterator[Time]:
    for match in _QUARTERS.finditer(low, start, end):
        if _said(match, table=table):
            numbers = [quarter(one) for one in ONE_QUARTER.findall(match["quarters"])]
            yield from quarters_of_year(numbers, year, relation_of(_said(match), "within"), match.span())


def _parts(low: str, start: int, end: int, year: int, table: bool) -> Iterator[Time]:
    for match in _PART_OF_YEAR.finditer(low, start, end):
        relation = relation_of(_said(match, table=table), None)
        if relation is None:
            continue
        months = int(match["n"])
        first, last = (1, months) if match["which"] == "đầu" else (13 - months, 12)
        since = f"{year}-{first:02}" if relation == "within" else None
        yield Time(*match.span(), relation, due=f"{year}-{last:02}", start_date=since)


def _sessions(low: str, start: int, end: int, year: int, table: bool) -> Iterator[Time]:
    """`trình HĐND tại kỳ họp cuối năm`."""
    for match in SESSION.finditer(low, start, end):
        if match["y"] is None:
            yield Time(*match.span(), "by", due=str(year))


_Kind = Callable[[str, int, int, int, bool], Iterator[Time]]
# Spans first: their last day alone would be a time too.
_KINDS: tuple[_Kind, ...] = (_spans, _days, _parts, _months, _quarters, _sessions)
