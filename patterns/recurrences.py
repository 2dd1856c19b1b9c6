"""How often something is due, as RFC 5545 rules: `hằng năm`, `định kỳ 6 tháng`, `ngày 05 hằng tháng`, `ngày 14 của tháng cuối quý`.

Patterns read the view in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from patterns.time_pieces import (
    FIGURES,
    HOUR,
    MONTH,
    NO_YEAR,
    ONE_QUARTER,
    QUARTER,
    RELATION,
    TO,
    YEARLY,
    D,
    Time,
    near,
    quarter,
    relation_of,
)
from patterns.vocabulary import Relation

_HAS_END = regex.compile(r"tháng\s+(?:cuối|đầu)")
_OF_QUARTER = regex.compile(
    rf"{RELATION}\s*{HOUR}ngày\s+{D}\s+(?:của\s+)?tháng\s+(?:cuối|đầu)(?:\s+(?:cùng|tiên))?\s+(?:của\s+)?(?:mỗi\s+|h[ằà]ng\s+)?quý(?:\s+(?:sau|tiếp theo|kế tiếp|liền kề))?"
)
_HAS_ANY_DAY = regex.compile(r"ngày\s+\d|(?:trước|nhất|là)\s+\d{1,2}\s+(?:của\s+)?(?:h[ằà]ng|mỗi)")
_OF_MONTH = regex.compile(
    rf"{RELATION}\s*{HOUR}(?:ngày\s+|(?<=(?:trước|chậm nhất(?:\s+là)?|muộn nhất)\s+)(?=\d{{1,2}}\s+(?:của\s+)?(?:h[ằà]ng|mỗi)\s+tháng)){D}(?![\d/])(?P<tail>\s+(?:(?:của\s+)?(?:h[ằà]ng tháng|mỗi tháng)|(?:của\s+)?tháng (?:sau|kế tiếp|tiếp theo|kế tiếp|liền kề|kế)(?: (?:h[ằà]ng|mỗi) tháng)?))?(?!\s*(?:(?:của\s+)?tháng (?:\d|cuối|đầu)|/))"
)


def of_quarter(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`ngày 14 của tháng cuối quý`, `ngày 05 của tháng đầu quý sau`."""
    for match in near(_HAS_END, _OF_QUARTER, low, start, end):
        rule = f"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY={int(match['d'])}"
        yield Time(match.start(), match.end(), relation_of(match["relation"], "by"), recurrence=rule)


# `báo cáo tháng (trước ngày 15)`: a day right behind the report of a period says its day in each.
_ITS_DAY = r"(?=\s*[(:]?\s*(?:(?:gửi|nộp)\s+)?(?:trước|chậm nhất|muộn nhất|vào)\s)"
_QUARTERLY = regex.compile(rf"(?:h[ằà]ng|mỗi)\s+quý|báo cáo\s+quý{_ITS_DAY}")
_MONTHLY = regex.compile(rf"(?:h[ằà]ng|mỗi)\s+tháng|báo cáo\s+tháng{_ITS_DAY}")


def days_of_month(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`trước ngày 18` in a sentence that says `hằng tháng`; `ngày 05 của tháng liền kề` in any."""
    periods = sorted(
        [(match.start(), True) for match in _MONTHLY.finditer(low, start, end)]
        + [(match.start(), False) for match in _QUARTERLY.finditer(low, start, end)]
    )
    for match in near(_HAS_ANY_DAY, _OF_MONTH, low, start, end):
        said = (match["relation"] or "").strip() or match["tail"]
        if said == "từ" or not said or not (periods or match["tail"]):
            continue
        every_month = _is_of_month(periods, match.start())
        rule = "FREQ=MONTHLY;" + ("" if every_month else "INTERVAL=3;") + f"BYMONTHDAY={int(match['d'])}"
        yield Time(match.start(), match.end(), relation_of(match["relation"], "by"), recurrence=rule)


def _is_of_month(periods: list[tuple[int, bool]], at: int) -> bool:
    """Whether a day is one of each month: by the period right before it, else by any that its sentence names."""
    before = [month for place, month in periods if place <= at]
    return before[-1] if before else not periods or any(month for _, month in periods)


_MONTHS = rf"tháng\s+(?P<m1>0?[1-9]|1[0-2]){TO}(?:tháng\s+)?(?P<m2>0?[1-9]|1[0-2])(?!\s?[/\d])(?:\s+(?:của\s+)?năm\s+(?:sau|tiếp theo|kế tiếp|liền kề))?"
_MONTHS_OF_YEAR = regex.compile(
    rf"(?:(?:trong|từ|vào)\s+)?{_MONTHS}\s*,?\s*(?:của\s+)?{YEARLY}|{YEARLY}\s*[(,]?\s*(?:(?:trong|từ|vào)\s+)?{_MONTHS}\)?"
)


def months_of_year(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`tháng 6 - 8 hằng năm`, `tháng 11 đến tháng 2 hằng năm`: every year within these months, due in the last of them."""
    if low.find("tháng", start, end) < 0:
        return
    for match in _MONTHS_OF_YEAR.finditer(low, start, end):
        first, last = (int(match.captures(name)[-1]) for name in ("m1", "m2"))
        if first != last:
            yield Time(match.start(), match.end(), "within", recurrence=f"FREQ=YEARLY;BYMONTH={last}")


_EVERY_YEAR = regex.compile(YEARLY)
_NEXT_YEAR = r"\s+(?:của\s+)?năm\s+(?:sau|tiếp theo|kế tiếp|liền kề)(?!\p{L})"
_OR = r"\s*(?:,|và|hoặc)\s+"
_PART_OF_YEAR = regex.compile(
    rf"{RELATION}\s*(?<!\d\s)(?:tháng\s+(?P<months>{MONTH}(?:{_OR}(?:tháng\s+)?{MONTH})*)|qu[ýí]\s+(?P<quarters>{QUARTER}(?:{_OR}(?:qu[ýí]\s+)?{QUARTER})*))"
    rf"(?!\s*(?:-|–|đến)\s*(?:tháng\s+|qu[ýí]\s+)?[\div])(?:(?P<behind>\s*,?\s+(?:của\s+)?{YEARLY}|{_NEXT_YEAR})|{NO_YEAR.pattern})"
)
# `02 đợt/năm (tháng 6 và tháng 12)`, `hai đợt mỗi năm (…)`, `mỗi năm học 3 lần (tháng 9, 12 và tháng 3)`: the months in which something
# is done so many times a year.
_SO_OFTEN = r"(?:\d{1,2}|một|hai|ba|bốn)\s+(?:lần|đợt|kỳ|lượt)"
_OF_A_YEAR = r"năm(?:\s+học)?(?!\s+20\d\d)"
_TIMES_A_YEAR = rf"(?:{_SO_OFTEN}\s?(?:/\s?|(?:mỗi|một|trong|h[ằà]ng)\s+){_OF_A_YEAR}|(?:{YEARLY}|(?:mỗi|một|h[ằà]ng)\s+năm\s+học)\s+{_SO_OFTEN})"
_ROUND = r"(?:(?:đợt|lần|kỳ)\s(?:\d|[iv]+|một|hai|ba)\s?:?\s*(?:vào\s+|trong\s+)?)"
MONTHS_OF_TIMES = regex.compile(
    rf"{_TIMES_A_YEAR}\s*[(,:]?\s*(?P<relation>vào\s+|trong\s+)?(?:các\s+)?(?P<months>{_ROUND}?tháng\s+{MONTH}(?:(?:{_OR}|;\s+){_ROUND}?(?:tháng\s+)?{MONTH})*)(?!\s*(?:-|–|đến|/))\)?"
)
_ROUNDS = regex.compile(_ROUND)
_OF_DAY = regex.compile(r"ngày\s+\d+\s+$")


def parts_of_each_year(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`vào quý II hằng năm`, `trong quý I năm sau`, `hằng năm … trong tháng 9 hoặc tháng 10`: a month each; a quarter is its last.

    A bare one in a table is a span, as it is with a year.
    """
    if low.find("tháng", start, end) < 0 and low.find("qu", start, end) < 0:
        return
    for match in MONTHS_OF_TIMES.finditer(low, start, end):
        figures = FIGURES.findall(_ROUNDS.sub("", match["months"]))
        yield from _each_month(match, [int(month) for month in figures], "every")
    first = _EVERY_YEAR.search(low, start, end)
    for match in _PART_OF_YEAR.finditer(low, start, end):
        relation = (match["relation"] or "").strip()
        if relation == "từ" or _OF_DAY.search(low, max(start, match.start() - 12), match.start()) is not None:
            continue
        if match["behind"] is None and (not relation or first is None or first.start() > match.start()):
            continue  # of the year of the plan, or of no year at all
        if match["months"] is not None:
            months = [int(month) for month in FIGURES.findall(match["months"])]
        else:
            back = 2 if relation_of(relation, "every") == "before" else 0  # before a quarter is before its first month
            months = [quarter(one) * 3 - back for one in ONE_QUARTER.findall(match["quarters"])]
        yield from _each_month(match, months, relation_of(relation, "within" if table else "every"))


def _each_month(match: regex.Match[str], months: list[int], relation: Relation) -> Iterator[Time]:
    for month in months:
        yield Time(match.start(), match.end(), relation, recurrence=f"FREQ=YEARLY;BYMONTH={month}")


_TWO_DAYS = r"(?:0?[1-9]|[12]\d|3[01])\s?[-–]\s?(?:0?[1-9]|[12]\d|3[01])\s?/\s?(?:0?[1-9]|1[0-2])(?![\d/])"
_DAYS_OF_EACH_YEAR = regex.compile(
    rf"(?:trong\s+|vào\s+)?(?:các\s+)?ngày\s+(?P<days>{_TWO_DAYS}(?:{_OR}(?:ngày\s+)?{_TWO_DAYS})*)\s*,?\s+(?:của\s+)?{YEARLY}"
)
_LAST_OF_TWO = regex.compile(r"[-–]\s?(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})")


def spans_of_each_year(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`ngày 01-02/6 và 01-02/12 hằng năm`: a span each, due on its last day."""
    for match in near(_HAS_TWO_DAYS, _DAYS_OF_EACH_YEAR, low, start, end):
        for one in _LAST_OF_TWO.finditer(match["days"]):
            rule = f"FREQ=YEARLY;BYMONTH={int(one['m'])};BYMONTHDAY={int(one['d'])}"
            yield Time(match.start(), match.end(), "within", recurrence=rule)


_HAS_TWO_DAYS = regex.compile(r"\d\s?[-–]\s?\d{1,2}\s?/\s?\d")


# --- how often -----------------------------------------------------------------------------------------------------

_HAS_OFTEN = regex.compile(
    r"h[ằà]ng |mỗi |từng |theo (?:tuần|tháng|quý|năm)|định kỳ |sáu tháng|[1369] tháng|(?:năm|tuần)\s*(?:một|0?1|/)\s*lần"
)
_OFTEN = regex.compile(
    r"(?P<lead>(?:theo\s+)?(?:báo cáo\s+)?định kỳ\s+(?:theo\s+|\()?(?:vào\s+)?)?"
    r"(?P<list>(?:h[ằà]ng|mỗi|từng|theo)\s+(?:tuần|tháng|quý|năm)(?:(?:\s*,\s*|\s+và\s+|\s+hoặc\s+)(?:h[ằà]ng\s+)?(?:tuần|tháng|quý|(?:0?6|sáu)\s+tháng|(?:0?1\s+|một\s+)?năm)(?!\s+20\d\d|\s+\d)(?!\p{L}))*"
    r"|(?<=định kỳ\s+(?:theo\s+|\()?)(?:(?:0?[2-9]|hai)\s+tuần|quý|(?:0?[1369]|sáu|ba)\s+tháng|tháng|(?:0?1\s+|một\s+)?năm)(?:\s+(?:một|1|01)\s+lần|/lần)?(?:(?:\s*,\s*|\s+và\s+|\s+hoặc\s+)(?:quý|(?:0?[1369]|sáu|ba)\s+tháng|tháng|(?:0?1\s+|một\s+|cả\s+|h[ằà]ng\s+)?năm)(?!\s+20\d\d|\s+\d)(?!\p{L}))*"
    r"|(?:0?6|sáu)\s+tháng\s*(?:,|và)\s*(?:0?1\s+|một\s+)năm(?=\s+(?:báo cáo|tổng hợp|gửi))"
    r"|(?:0?6|sáu)\s+tháng\s*(?:,|và)\s*h[ằà]ng\s+năm(?=,?\s+(?:báo cáo|tổng hợp|gửi|đánh giá|sơ kết))"
    r"|(?:0?[2-5]|hai|ba)\s+năm\s*(?:(?:một|1|01|/)\s*lần)|(?:0?[2-9]|hai)\s+tuần\s*(?:một|1|01|/)\s*lần|(?:0?[1369]|sáu|ba)\s+tháng\s*(?:một|1|01|/)\s*lần|mỗi\s+(?:0?[1369]|sáu|ba)\s+tháng)(?!\p{L})"
)
_PERIOD = regex.compile(
    r"(?P<years>0?[2-5]|hai|ba)\s+năm\s*(?:một|1|01|/)\s*lần|(?P<weeks>0?[2-9]|hai)\s+tuần|(?P<n>0?\d|sáu|ba)\s+tháng|(?P<unit>tuần|tháng|quý|năm)"
)
_RULES = {"tuần": "FREQ=WEEKLY", "tháng": "FREQ=MONTHLY", "quý": "FREQ=MONTHLY;INTERVAL=3", "năm": "FREQ=YEARLY"}
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "sáu": 6}

# After a recurrence, what makes it part of a target or of the name of a thing; before it, what makes it part of a name.
_OF_TARGET = regex.compile(
    r"\s*(?:,\s*)?(?!(?:0?1|một) lần(?!\w))(?:ít nhất|tối thiểu|trên(?=\s+\d)|từ|giảm|tăng|có(?! báo cáo)|học|đạt|\d|"
    r"(?:(?!báo|gửi|tổng|lập|trình|trước|chậm|đến|vào)\p{L}+,?\s+){1,16}(?:ít nhất|tối thiểu|không dưới|không ít hơn|từ|trên|khoảng)\s+\d|"
    r"(?:(?!báo|gửi|tổng|lập|trình|trước|chậm|đến|vào|ngày|tháng|quý|năm|lần)\p{L}+\s+){1,8}\d[\d.]*\s+(?!tháng|ngày|năm|lần)\p{L})"
)
# How often something is checked, however much of it (`hằng năm kiểm tra tối thiểu 20 cơ sở`): a duty; so many a year are a value (`mỗi năm kiểm tra 04 xã`).
_CHECKS = regex.compile(
    r"\s*,?\s*(?:(?:tổ chức|tiến hành|thực hiện)\s+)?(?:thanh tra|kiểm tra|giám sát|hậu kiểm|thẩm tra)(?!\p{L})"
)
# The same before it: `tổ chức ít nhất 03 đoàn kiểm tra mỗi năm`.
_OF_TARGET_BEFORE = regex.compile(r"(?:ít nhất|tối thiểu|không dưới|trên|từ)\s+\d[\d.]*\s[^;.\d]{0,120}$")
# `tổ chức 02 hội nghị mỗi năm`: a count a year.
_COUNT_BEFORE = regex.compile(
    r"(?<!\p{L})(?<!ngày\s|tháng\s|quý\s)\d[\d.]*\s(?!lần|tháng|ngày|năm)\p{L}+(?:\s\p{L}+){0,3}(?:\s[\"“][^\"”]{1,80}[\"”])?\s*$"
)
_NAME_AFTER = regex.compile(r"\s*(?:của|và 5 năm|, 5 năm|và giai đoạn)\b")
_NAME_BEFORE = regex.compile(
    r"(?:(?<!(?:phòng|sở)\s)kế hoạch|dự toán|ngân sách|trợ cấp|tết|trung thu|kinh tế\s*-\s*xã hội|chương trình công tác|ngày quốc tế|lễ|tháng hành động|5 năm,?|"
    r"quyết toán|bình quân|giảm|tăng|mức|nghị quyết|chỉ tiêu|thường niên|giai đoạn|chế độ|diễn đàn|chính sách|hưởng|tiền lương|mức đóng)"
    r"(?:(?!\svào\s)[^,;.]){0,40}\s*,?\s*(?:và\s+)?$"
)
# `bố trí ngân sách hằng năm`: money is given every year. `… 5 năm, hằng năm của ngành`: still the name.
_GIVES_MONEY = regex.compile(
    r"bố trí (?:đủ |nguồn |đảm bảo )*(?:ngân sách|kinh phí|vốn|nguồn lực)(?:\s(?!trong|theo|từ|vào|tại|dự toán|kế hoạch)\p{L}+){0,6}\s*$"
)
# `làm căn cứ đánh giá, xếp loại cán bộ hằng năm`, `thông qua các đợt cao điểm hằng năm`: a thing that comes every year, not the duty.
_THING_BEFORE = regex.compile(
    r"(?:(?:xếp loại|phân loại|bình xét)|(?:để|vào|tiêu chí|căn cứ|cơ sở|nội dung|chỉ tiêu)\s(?:\p{L}+,?\s){0,6}(?:đánh giá|thi đua|khen thưởng))"
    r"(?:,?\s(?!hằng|hàng|mỗi|báo|gửi|tổng)\p{L}+){0,8}\s*$|"
    r"theo (?:quy định|hướng dẫn)\s[^;.:]{0,120}?(?:văn bản|hướng dẫn|quy định)(?:\s\p{L}+){0,3}\s*$|"
    r"(?:thông qua|lồng ghép (?:vào|trong)|gắn với|(?<!\p{L})nhân (?:dịp|ngày))\s(?!việc)[^,;.:]{1,80}$|"
    r"(?:đưa|lồng ghép|bổ sung|ghi)\s[^;.:]{1,160}?\s(?:vào|trong)\s(?:các\s)?(?:chương trình|kế hoạch|nội dung|nghị quyết|chỉ tiêu)(?:,?\s\p{L}+){0,10}\s*$|"
    r"(?:xây dựng|lập|ban hành)\s(?:các\s)?(?:kế hoạch|chương trình)(?:\s\p{L}+){1,4},\s(?!báo|gửi|tổng|sơ|kiểm|giám|tổ chức|triển khai|rà|đánh)\p{L}+\s\p{L}+\s*$"
)
# Money that is given every year, from which the duty is paid: `từ nguồn chi thường xuyên được giao bổ sung hằng năm cho Sở …`, `Nguồn chi sự nghiệp giao hằng năm`.
_FROM_SOURCE = regex.compile(
    r"từ (?:các )?nguồn [^;,.:]{0,80}?được (?:giao|cấp|bố trí|phân bổ)(?:\s\p{L}+){0,3}\s*$|"
    r"(?:nguồn|kinh phí|ngân sách|dự toán|vốn)(?!\p{L})[^.;:]{0,60}\s(?:được\s)?giao\s*$"
)
_GOES_ON_AS_THING = regex.compile(r"\s*(?:$|[.;:,)]|(?:bao gồm|gồm|như|của|do|theo)(?!\p{L}))")
_TIMES = regex.compile(r"lần$")  # `02 năm một lần` counts: no name of a thing does
_YEARS_BEFORE = regex.compile(r"(?:5|0?5|năm) năm,?\s*(?:và\s+)?$")
_CLAUSE_START = regex.compile(r"(?:^|[;:.(]|,)\s*(?:và\s+)?$")


# `mục tiêu chung và từng năm`, `nhiệm vụ năm 2024 và từng năm`: for which years something is said.
_WITH_ONE_YEAR = regex.compile(r"(?:\svà|,|/)\s+(?:cho\s|của\s)?từng (?:tuần|tháng|quý|năm)$")


# How far back the words before a recurrence are read.
_BACK = 200


def often(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """How often the duty is done, where no day is said; not in the name of a thing, nor in a target."""
    for match in near(_HAS_OFTEN, _OFTEN, low, start, end):
        before = low[max(start, match.start() - _BACK) : match.start()]
        if _is_aim(low, match, end) or _WITH_ONE_YEAR.search(before + match["list"]) is not None:
            continue
        if match["lead"] is None and _OF_TARGET_BEFORE.search(before) is not None:
            continue
        if match["list"].startswith("mỗi") and match["lead"] is None and _COUNT_BEFORE.search(before) is not None:
            continue
        if "theo" in match["list"][:4] and match["lead"] is None:
            continue
        if _is_named(low, match, before, end) and not table:
            continue
        for period in _PERIOD.finditer(match["list"]):
            yield Time(match.start(), match.end(), "every", recurrence=_rule(period))


# A count of times in a period: `kiểm tra 02 lần/năm`, `mỗi năm 02 lần`; of a target where it is a floor, a share or what is given to whom.
_COUNTED = regex.compile(
    r"(?:(?:h[ằà]ng|mỗi|một)\s+(?P<unit>tuần|tháng|quý|năm)(?:\s+học)?\s+(?:(?:ít nhất|tối thiểu)\s+(?=(?:0?1|một)\s))?(?P<n>0?[1-9]|một|hai|ba)\s+lần|"
    r"(?<![\d.,])(?P<n>0?[1-9]|một|hai|ba)\s+lần\s?(?:/\s?|(?:mỗi|một|trong)\s+(?:một\s+|mỗi\s+)?)(?P<unit>tuần|tháng|quý|năm))(?!\p{L})"
)
_OF_TARGET_COUNTED = regex.compile(r"ít nhất|tối thiểu|không quá|tối đa|không ít|không dưới|trên|được|%|lượt")
# What is done again so many times is a duty; how much is given or broadcast is a value (`phát 02 lần/tuần`, `tẩy giun 2 lần/năm`).
_DONE_AGAIN = regex.compile(
    r"(?<!\p{L})(?:báo cáo|gửi|kiểm tra|giám sát|thanh tra|hậu kiểm|quan trắc|họp|giao ban|sơ kết|đánh giá|rà soát|cập nhật|tập huấn|đối thoại|sinh hoạt|hội nghị|diễn đàn|thống kê|khảo sát|tổng hợp)(?!\p{L})"
)
_MONTHS_IN = {"tháng": 1, "quý": 3, "năm": 12}


def counted(low: str, start: int, end: int, table: bool) -> Iterator[Time]:
    """`báo cáo 02 lần/năm`: a count that divides a period into months is that many months, else the period itself."""
    if low.find("lần", start, end) < 0:
        return
    for match in _COUNTED.finditer(low, start, end):
        since = max(low.rfind(";", start, match.start()), start)
        if not table and _OF_TARGET_COUNTED.search(low, since, match.start()) is not None:
            continue
        number, unit = _NUMBERS.get(match["n"]) or int(match["n"]), match["unit"]
        if number > 1 and not table and _DONE_AGAIN.search(low, since, end) is None:
            continue
        months = _MONTHS_IN.get(unit, 0)
        rule = _RULES[unit]
        if number > 1 and months % number == 0 and months:
            each = months // number
            rule = "FREQ=MONTHLY" + (f";INTERVAL={each}" if each > 1 else "")
        yield Time(match.start(), match.end(), "every", recurrence=rule)


_EACH = r"(?:(?:định kỳ|h[ằà]ng|mỗi|theo)\s+)?(?:(?:0?[1369]|sáu|ba)\s+tháng|tuần|tháng|quý|năm)"
_SEVERAL = regex.compile(
    rf"{_EACH}(?:\s*(?:,|/|và)\s*{_EACH})+(?:\s*(?:,|và)\s*(?:định kỳ|đột xuất|thường xuyên|khi có yêu cầu))*\.?"
)


def in_cell(low: str) -> list[Time]:
    """How often, in a cell that says it and nothing else: `6 tháng, năm`; one period alone may be how long something takes."""
    words = low.strip()
    if _SEVERAL.fullmatch(words) is None:
        return []
    return [Time(0, len(low), "every", recurrence=_rule(period)) for period in _PERIOD.finditer(words)]


def _is_aim(low: str, match: regex.Match[str], end: int) -> bool:
    """Whether how often is part of a target (`mỗi năm giảm 2%`); `định kỳ`, and what is done once in so many months, is no part of one."""
    if "định kỳ" in match.group() or _TIMES.search(match["list"]) is not None:
        return False
    if _OF_TARGET.match(low, match.end(), end) is None:
        return False
    return match["list"].startswith("mỗi") or _CHECKS.match(low, match.end(), end) is None


def _is_named(low: str, match: regex.Match[str], before: str, end: int) -> bool:
    """Whether the words are part of the name of a thing (`kế hoạch phát triển kinh tế - xã hội hằng năm`)."""
    if match["lead"] is not None or _TIMES.search(match["list"]) is not None or _GIVES_MONEY.search(before) is not None:
        return False
    if _FROM_SOURCE.search(before) is not None:
        return True
    if _THING_BEFORE.search(before) is not None and _GOES_ON_AS_THING.match(low, match.end(), end) is not None:
        return True
    if _NAME_BEFORE.search(before) is None and _NAME_AFTER.match(low, match.end(), end) is None:
        return False
    return _YEARS_BEFORE.search(before) is not None or _CLAUSE_START.search(before) is None


def _rule(period: regex.Match[str]) -> str:
    if period["years"] is not None:
        return f"FREQ=YEARLY;INTERVAL={_NUMBERS.get(period['years']) or int(period['years'])}"
    if period["weeks"] is not None:
        return f"FREQ=WEEKLY;INTERVAL={_NUMBERS.get(period['weeks']) or int(period['weeks'])}"
    if period["n"] is not None:
        number = _NUMBERS.get(period["n"]) or int(period["n"])
        return "FREQ=YEARLY" if number == 12 else "FREQ=MONTHLY" + (f";INTERVAL={number}" if number > 1 else "")
    return _RULES[period["unit"]]
