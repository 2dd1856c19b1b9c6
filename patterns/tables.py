"""Tables: what a column holds, by the words of its head and by what stands in its cells.

Patterns read heads and cells in lower case in the one spelling of `patterns.spelling`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, IntFlag
from functools import lru_cache

import regex

from patterns import agencies


class Column(Enum):
    """What a column holds."""

    NUMBER = "number"  # STT, TT
    SUBJECT = "subject"  # what is measured, or the duty
    UNIT = "unit"
    YEAR = "year"  # a value for the year that the head names
    VALUE = "value"  # a value without a year
    BASELINE = "baseline"  # what was reached
    PLACE = "place"  # a locality or unit for which the row or column holds
    ROW_YEAR = "row year"  # the year that the values of a row hold for
    GROUP = "group"  # a part of the population
    LEAD = "lead"  # who is in charge
    IMPLEMENT = "implement"  # who carries it out
    PARTNERS = "partners"
    TIME = "time"
    PRODUCT = "product"
    NOTE = "note"
    OTHER = "other"


FIGURES = (Column.VALUE, Column.YEAR, Column.BASELINE)
AGENTS = (Column.LEAD, Column.IMPLEMENT)

# --- heads ---------------------------------------------------------------------------------------------------------

YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What was reached before, and what is planned: the one that is said first decides (`Kế hoạch thực hiện năm 2025` is planned).
_REACHED = (
    r"(?:ước |kết quả |đã |số liệu |tình hình )*(?:thực hiện|đạt được)|đánh giá (?:thực hiện|kết quả|cả năm|năm)|ước (?:cả )?năm|hiện trạng|thực trạng|hiện có|hiện nay|kết quả|ước (?:đạt|th|tính)|"
    r"(?<!\p{L})th(?!\p{L})|(?<!\p{L})uth(?!\p{L})|số liệu|đã đạt|năm gốc|gốc so sánh|xuất phát|ban đầu|cơ sở so sánh|cùng kỳ"
)
# A plan that is given (`Chỉ tiêu giao`), and no commune called so (`Giao Phong`).
_GIVEN = r"được giao|giao(?= (?:năm|chỉ tiêu|kế hoạch|cho|các|\d)|$)"
_PLANNED = rf"kế hoạch|dự toán|dự báo|(?<!\p{{L}})kh(?!\p{{L}})|mục tiêu|chỉ tiêu|phấn đấu|lộ trình|{_GIVEN}|dự kiến|đến (?:hết |cuối )?năm|định hướng|hoàn thành|cần đạt|phải đạt"
STANCE = regex.compile(rf"(?P<reached>{_REACHED})|(?P<planned>{_PLANNED})")
# A head that names a part of a year: its value is not the one of the year.
PART_OF_YEAR = regex.compile(
    r"(?<!\p{L})(?:\d{1,2} tháng|tháng \d|quý|học kỳ|đầu năm|giữa (?:năm|kỳ)|nửa năm)(?!\p{L})"
)
# How many there are, which a table of localities tells beside what is to be reached of them.
POPULATION = regex.compile(r"\W*(?:tổng số|dân số|hiện có|quy mô)\b(?!.*(?:kế hoạch|chỉ tiêu|giao|phấn đấu|mục tiêu))")
COUNT_ALONE = regex.compile(r"\W*(?:số (?!lượng\b)|dân số|quy mô)\p{L}+")
_SHARE_DONE = regex.compile(
    r"so với|tỷ lệ (?:thực hiện|hoàn thành|đạt)|%\s?(?:thực hiện|hoàn thành|đạt|th)(?!\p{L})|tăng/giảm|chênh lệch|so sánh"
)
_LOCALITY = r"xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|địa phương|thôn|bản|tổ dân phố|khu phố|khóm|ấp|tiểu khu|buôn(?! (?:bán|lậu))"

# A column that counts the whole (`Tổng số xã`), and the one beside it that counts the part which is to be reached (`Số xã đạt năm 2025`).
_THINGS = r"(?:xã|phường|thị trấn|đặc khu|huyện|thôn|bản|ấp|khóm|khu phố|tổ dân phố|buôn|làng|đơn vị|trường|cơ sở|lớp|hộ|gia đình|trẻ em|trẻ|em|cháu|học sinh|cán bộ|người)"
_WHOLE = regex.compile(
    rf"(?:tổng(?: số)?|tổng cộng|toàn bộ|hiện có|(?P<bare>số))(?: hiện có)?(?:[ ,/]+(?:và )?{_THINGS})*(?: (?:hiện có|của \p{{L}}+|toàn \p{{L}}+))?(?:\s?\([^()%]*\))?"
)
_PART = regex.compile(
    r"(?:trong đó\W*)?(?:số )?(?:[\p{L},/]+ ){0,6}?(?:đạt|được|có|hoàn thành|biết|tham gia|phấn đấu|duy trì|đủ)(?!\p{L})(?!.*(?:%|tỷ lệ|tỉ lệ))"
)


def is_part_of(part: str, whole: str) -> bool:
    """Whether the head of a column says that it counts those of the whole beside it of which something is to be said.

    >>> is_part_of("số đạt năm 2023", "tổng số"), is_part_of("số xã đạt chuẩn", "số xã"), is_part_of("nữ", "tổng số")
    (True, True, False)
    """
    match = _WHOLE.fullmatch(whole)
    if match is None or _PART.match(part) is None:
        return False
    return match["bare"] is None or part.startswith(whole)


# The head of a column that counts rows, in any table.
ORDER = r"(?:stt|s\.t\.t|tt|t\.t|t/t|số tt|số thứ tự|thứ tự|no|#)"
# In the order of precedence: `partners` before `lead` (`Cơ quan phối hợp`), `baseline` before `year` (`Thực hiện năm 2020`).
_HEADS: tuple[tuple[Column, str], ...] = (
    (
        Column.NUMBER,
        rf"^(?:{ORDER}|số thứ tự chỉ tiêu|mã(?: số)?(?: (?:chỉ tiêu|nhiệm vụ))?|số(?: hiệu)? (?:chỉ tiêu|mục tiêu)|"
        r"(?:chỉ tiêu|mục tiêu|nhiệm vụ) số|số hiệu|ký hiệu|số)$",
    ),
    (
        Column.NOTE,
        r"(?<!(?:sản phẩm|kết quả)\W{1,3}(?:và )?)ghi chú|nguồn (?:số liệu|dữ liệu|kinh phí|vốn|thông tin)|căn cứ|kinh phí|(?<!(?:19|20)\d\d.*)dự toán(?!.*(?:19|20)\d\d)|ngân sách|vốn|địa điểm|tiền|học phí|đơn giá|mức (?:thu|chi|giá|phí|hỗ trợ|đóng|thưởng)|tọa độ|kinh độ|vĩ độ|điện thoại|năm sinh",
    ),
    (Column.PARTNERS, r"phối hợp"),
    (
        Column.BASELINE,
        rf"^(?!nội dung|nhiệm vụ|công việc|hoạt động|tên|tiến độ|lộ trình)(?!.*(?:cơ quan|đơn vị|thời gian|người|dự kiến|đầu ra))(?:.*?)(?:{_REACHED})",
    ),
    (Column.UNIT, r"^(?:đơn vị(?: tính)?|đvt|đ/v tính|đơn vị đo(?: lường)?|đv tính|đv)$"),
    (
        Column.TIME,
        r"thời (?:gian|hạn|điểm|kỳ)|tiến độ|hoàn thành|lộ trình|hạn (?:chót|cuối)|kỳ hạn|^ngày|trước ngày|chậm nhất|muộn nhất",
    ),
    (
        Column.LEAD,
        r"chủ trì|chịu trách nhiệm|phân công|đầu mối|tham mưu|^trách nhiệm$|theo dõi|(?:cơ quan|đơn vị|ngành)[\p{L} ,]* báo cáo",
    ),
    (
        Column.IMPLEMENT,
        r"(?:cơ quan|đơn vị|phòng, ban|phòng ban|sở, ngành|ngành|tổ chức|bộ phận|người|chủ thể)[\p{L} ,]* thực hiện|phụ trách|"
        r"^(?:cơ quan|đơn vị)(?:,? (?:và )?(?:cơ quan|đơn vị))?$|trách nhiệm thực hiện|^thực hiện$",
    ),
    (Column.PRODUCT, r"sản phẩm|kết quả|đầu ra|yêu cầu"),
    (Column.GROUP, r"^(?:khu vực|đối tượng|phân tổ|giới tính|nhóm(?: đối tượng| tuổi)?|vùng|phân theo|phạm vi)$"),
    (Column.YEAR, YEAR.pattern),
    (
        Column.SUBJECT,
        r"(?:tên )?(?:các )?(?:chỉ tiêu|mục tiêu|chỉ số|nội dung|nhiệm vụ|hoạt động|công việc|giải pháp|tiêu chí|sự kiện|đầu việc|việc|chương trình|danh mục)(?! (?:giao|phấn đấu|kế hoạch|năm))",
    ),
    (
        Column.PLACE,
        rf"^(?:tên )?(?:(?:cụm|nhóm) )?(?:các )?(?:{_LOCALITY}|đơn vị)(?:[ ,/\-]+(?:{_LOCALITY}|đơn vị|hành chính|cấp xã|cấp huyện|thực hiện))*$|^(?:tên )?(?:đơn vị|địa phương|địa bàn|cụm$)",
    ),
    (
        Column.VALUE,
        r"kế hoạch|chỉ tiêu|mục tiêu|mức|giá trị|phấn đấu|số lượng|tỷ lệ|tỷ suất|tổng số|(?<!\p{L})kh(?!\p{L})|giao(?= (?:năm|chỉ tiêu|kế hoạch|cho|các|\d)|$)|^số |^trong đó\W+(?:số|đạt|được|có) ",
    ),
)
_COMPILED = tuple((column, regex.compile(pattern)) for column, pattern in _HEADS)
# The head of a column whose cells name the year of their rows, and such a cell: `2026`, `Kế hoạch năm 2025`, `2026 - 2030`.
_HEADS_YEARS = regex.compile(
    r"(?:các )?(?:năm(?: (?:kế hoạch|thực hiện|đạt|học))?|giai đoạn|mốc(?: thời gian)?|thời (?:gian|điểm|kỳ)|kỳ(?: kế hoạch)?|lộ trình)"
)
_YEAR_OF_ROW = regex.compile(
    r"(?:(?:ước|đến|hết|cuối|kế hoạch|kh|thực hiện|th|uth|mục tiêu|chỉ tiêu|phấn đấu|giai đoạn|năm)\s?)*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?"
    r"(?:\s?\((?:ước|thực hiện|th|kế hoạch|kh|đạt)[\p{L} ]*\))?"
)


def heads_years(head: str) -> bool:
    """Whether a head says that the cells below it name the years of their rows."""
    return _HEADS_YEARS.fullmatch(" ".join(head.split()).strip(" .:*()/")) is not None


_UNIT = regex.compile(r"\(?(?:%|‰|%o)\)?|\([^()\d]{1,25}\)|\(?[^()]{0,20}/\s?\d{1,3}(?:[.,]000)+[^()]{0,20}\)?")
_SHORT_UNIT = regex.compile(r"\(?\p{L}+(?:[ /,]\p{L}+){0,3}\)?")
_HEADS_UNIT = regex.compile(r"(?:\(?(?:đơn vị(?: tính)?|đvt|đv tính|đv)\)?:?)?")


def says_units(first: Iterable[str], cells: Iterable[str]) -> bool:
    """Whether a row says the units of its columns: each of `cells` is one, `first` (those of numbers and subjects) say that or nothing.

    >>> says_units(["", ""], ["(%)", "(em)"]), says_units(["đvt"], ["%", "em"]), says_units([""], ["tiểu học", "thcs"])
    (True, True, False)
    """
    said, found = [words for words in first if words], [words for words in cells if words]
    known = [words for words in found if _UNIT.fullmatch(words) is not None]
    if not found or any(_HEADS_UNIT.fullmatch(words) is None for words in said):
        return False
    if len(known) == len(found):
        return True
    return bool(said) and all(words in known or _SHORT_UNIT.fullmatch(words) is not None for words in found)


def heads_units(low: str) -> bool:
    """Whether words say that units stand beside them: `Đơn vị tính`."""
    return bool(low) and _HEADS_UNIT.fullmatch(low) is not None


_IN_BRACKETS = regex.compile(r"\([^()]+\)")


def is_in_brackets(low: str) -> bool:
    """Whether a cell is one remark in brackets: it goes on with what stands above it.

    >>> is_in_brackets("(mỗi năm)"), is_in_brackets("số lớp (lớp)")
    (True, False)
    """
    return _IN_BRACKETS.fullmatch(low.strip()) is not None


def is_year_of_row(low: str) -> bool:
    """Whether a cell names a year, or a span of years, and nothing else but that it is planned or was reached."""
    return _YEAR_OF_ROW.fullmatch(low.strip()) is not None


# A subject that is measured, and one that is done.
OF_INDICATORS = regex.compile(r"(?:tên |các |hệ thống |nội dung |danh mục )*(?:chỉ tiêu|chỉ số|mục tiêu)(?!.*nhiệm vụ)")
OF_TASKS = regex.compile(
    r"nhiệm vụ|công việc|hoạt động|sự kiện|đầu việc|giải pháp|nội dung (?:công việc|thực hiện|triển khai)|^việc"
)


# A table of money: its unit, and what says that it is a budget (`dự toán chi`, `vay và trả nợ`).
OF_MONEY = regex.compile(r"(?:(?:triệu|tỷ|nghìn|ngàn)\s)?đồng\W*")
OF_BUDGET = regex.compile(r"(?<!\p{L})(?:dự toán|ngân sách|nsnn|nsđp|kinh phí|chi phí|thu|chi|vay|nợ|vốn)(?!\p{L})")
FORECAST = regex.compile(r"(?<!\p{L})dự báo(?!\p{L})")
# A heading under which everything is foreseen and nothing aimed at (`Dự báo đến năm 2030`, not `Dự báo và mục tiêu`).
FORESEEN = regex.compile(r"\W*(?:(?:một số|các|những)\s)?dự báo(?!\p{L})(?!.*(?:mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp))")


def columns(head: str) -> tuple[Column, ...]:
    """What a column with this head may hold, what it most likely holds first; nothing where the head says nothing."""
    words = " ".join(head.split()).strip(" .:*()")
    if not words:
        return ()
    out = [kind for kind, pattern in _COMPILED if pattern.search(words) is not None]
    if Column.BASELINE in out and not _was_reached(words):
        out.remove(Column.BASELINE)
    return tuple(out)


def column(head: str) -> Column:
    """What a column with this head most likely holds."""
    return next(iter(columns(head)), Column.OTHER)


def _was_reached(head: str) -> bool:
    """Whether the head says that its values were reached, before it says that they are planned."""
    said = STANCE.search(head)
    return said is not None and said["reached"] is not None


# A head that says how much, of what: a share, a rate, a number of something.
_SAYS_MEASURE = regex.compile(
    r"%|‰|(?<!\p{L})(?:tỷ lệ|tỉ lệ|tỷ suất|tỷ trọng|chỉ tiêu|mức độ|số (?:lượng|lượt|người|trẻ|xã|trường|hộ|cơ sở|cặp|vụ|ca|lớp|điểm|mô hình|câu lạc bộ))"
)


def says_measure(head: str) -> bool:
    """Whether the head of a column says what is measured, or that its values are planned."""
    said = STANCE.search(head)
    return _SAYS_MEASURE.search(head) is not None or (said is not None and said["planned"] is not None)


_ENDS_IN_UNIT = regex.compile(r"\p{L}[^()]*\((?:%|‰|[^()\d]{1,20}|[^()]{0,20}/\s?1[.,]?0[\d.,]*[^()]{0,20})\)\s*$")


def has_unit(head: str) -> bool:
    """Whether the head of a column ends in the unit of its values: `Trẻ em được đỡ đầu (em)`.

    >>> has_unit("trẻ em được đỡ đầu (em)"), has_unit("tên trường")
    (True, False)
    """
    return _ENDS_IN_UNIT.search(head) is not None


_OF_TWO = regex.compile(r"(?:19|20)\d\d\b(?: \p{L}+)? ?(?:với|so|/) ?[^()]*?(?:19|20)\d\d")


def is_comparison(head: str) -> bool:
    """Whether the values of a column compare two others (`% thực hiện so với kế hoạch`, `DT 2026 với UTH 2025`): neither reached nor planned."""
    return _SHARE_DONE.search(head) is not None or _OF_TWO.search(head) is not None


_QUOTIENT = regex.compile(r"[^=]+=[^=]*\d\)?\s?[/:]\s?\(?\d[^=]*")


def is_quotient(label: str) -> bool:
    """Whether the cell that numbers a column says that its values are worked out as a share of others: `4=3/2`, `(6) = (4):(3)`."""
    return COLUMN_LABEL.fullmatch(label) is not None and _QUOTIENT.fullmatch(label) is not None


# --- cells ---------------------------------------------------------------------------------------------------------


class Content(IntFlag):
    """What the words of a cell may be; `0` is a blank cell."""

    LABEL = 1
    FIGURE = 2
    SHORT = 4  # a word or three: a unit, a name, a group
    TIME = 8
    AGENCY = 16
    WORDS = 32


IS_DITTO = regex.compile(
    r"[\"“”〃'´`]{1,2}|[-–]?\s?(?:nt|n\.t)\s?[-–.]?|[-–]?\s?(?://|\\\\)\s?[-–]?|(?:[-–]\s?)?như trên(?:\s?[-–])?"
)
LABEL = regex.compile(
    r"(?:(?:chỉ tiêu|mục tiêu|nhiệm vụ|ct|cđ|mt|nv)\s?(?:số\s?)?)?(?P<label>\d{1,3}(?:\.\d{1,2})*\.?[a-zđ]?|[ivxl]{1,6}|[a-zđ](?:\.?\d{1,2})*)\s?[.)/:\-]*|\((?:\d{1,2}|[a-zđ])\)"
)
# A cell that numbers its column: `(3)`, `b`, `5=4/3`, `(6) = (4) - (5)`.
COLUMN_LABEL = regex.compile(r"\[?\(?(?P<at>[a-zđ]|\d{1,2})\)?\]?(?:\s?=[\s\d()+\-*/x:,.%\[\]]+)?")
_VERBS = (
    r"giảm|tăng|nâng|hạ|xuống|lên|còn|đạt|duy trì|giữ vững|giữ|phấn đấu|bảo đảm|đảm bảo|hoàn thành|đến|từ|khoảng|ở|mức|là|ước|cơ bản|bình quân|trung bình|cả|thêm|ổn định|"
    r"có|chiếm|tỷ lệ|kéo|được|về|tiếp tục|trong|mỗi|năm|và|nhỏ|lớn|dần|tối|thiểu|đa|ít|nhất|nhiều|không|quá|vượt|thấp|cao|hơn|dưới|trên"
)
VALUE = regex.compile(rf"(?P<words>(?:[<>≤≥=~±]=?\s?|(?:{_VERBS})\s+|(?:{_VERBS})\s?[:≤≥<>=]\s?)*)(?=\d)")
_FIGURE_TAIL = regex.compile(
    r"[\d.,\s]*(?:\s?[-–÷/]\s?\d[\d.,\s]*)?\s?[%‰]?(?:[\s/]*\p{L}[\p{L}\s/.]{0,40}(?:\d[\d.]*(?:\s\p{L}[\p{L}\s]{0,20})?)?)?(?:\([^()]*\))?[\s.;*]*"
)
_TIME = regex.compile(
    r"(?<!\p{L})(?:quý|tháng|năm|hằng|hàng|thường xuyên|định kỳ|trước|trong|sau khi|đột xuất|giai đoạn|cuối|đầu|từ|đến|khi có|theo)(?!\p{L})|\d{1,2}\s?/\s?\d{4}|(?:19|20)\d\d"
)
_LETTERS = regex.compile(r"\p{L}+")
_NUMBERED_WORDS = regex.compile(r"\d{1,2}(?:\.\d{1,2})*[a-zđ]?\s?[.)]\s+\p{L}{2}")  # `1. Trẻ em biết bơi`
_LONGEST_AGENCY = 160
_OF_UNIT = regex.compile(r"[%‰]|/\s?\d")  # `Vụ/1.000 lao động` is no department


def is_blank(cell: str) -> bool:
    """Whether a cell says nothing: blank, a dash, dots."""
    return not cell.strip(" .-–—…*_+•·") or cell == "/"


@lru_cache(maxsize=1 << 14)  # asked for the head, the columns and the rows of a table
def content(low: str, view: str) -> Content:
    """What the words of a cell may be."""
    found = Content(0)
    if is_blank(low):
        return found
    if LABEL.fullmatch(low) is not None:
        found |= Content.LABEL
    value = VALUE.match(low) if _NUMBERED_WORDS.match(low) is None else None
    if value is not None and _FIGURE_TAIL.fullmatch(low, value.end()) is not None and not _is_date(low):
        found |= Content.FIGURE
    words = len(_LETTERS.findall(low))
    if words <= 4 and len(low) <= 30 and not found & Content.FIGURE:
        found |= Content.SHORT
    if len(low) <= 90 and not found & Content.LABEL and _TIME.search(low) is not None:
        found |= Content.TIME
    if len(low) <= _LONGEST_AGENCY and _OF_UNIT.search(low) is None and agencies.starts(view, 0):
        found |= Content.AGENCY
    if (words >= 3 or len(low) >= 16) and not found & Content.FIGURE:
        found |= Content.WORDS
    return found


_DATE = regex.compile(
    r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}|\d{1,2}\s?/\s?(?:19|20)\d\d|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?"
)
# A cell that names a year, as heads do.
_PART_OF_YEAR = regex.compile(r"(?:(?:trong|vào)\s)?0?[369]\stháng\s(?:đầu|cuối)\snăm(?:\s20\d\d)?")
NAMES_YEAR = regex.compile(r"(?:đến |hết |cuối )*năm (?:19|20)\d\d")


def _is_date(low: str) -> bool:
    return (
        _DATE.search(low) is not None
        or NAMES_YEAR.fullmatch(low) is not None
        or _PART_OF_YEAR.fullmatch(low) is not None
    )


_PLACE = regex.compile(rf"(?:{_LOCALITY})\s+(?:\p{{L}}|\d)|(?:ubnd|ủy ban nhân dân)\s")
TOTAL = regex.compile(
    r"(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)|chung(?: (?:cho )?(?:toàn|cả))?)(?: \p{L}+)?"
)


# A row that adds up those above it, of all groups.
GRAND_TOTAL = regex.compile(r"(?:tổng cộng|tổng(?: số)?|cộng)(?: chung| toàn \p{L}+)?(?:\s?\([^()]*\))?\s?[:.]?")
# Figures with a comma before three: decimals where the table separates thousands with points, else it may be either.
THREE_BEHIND_COMMA = regex.compile(r"\d{1,3},\d{3}(?![\d.,])")
_POINTED = regex.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])")
_DECIMAL_COMMA = regex.compile(r"\d,\d{1,2}(?!\d)")
_LARGE_UNIT = regex.compile(r"(?<!\p{L})(?:nghìn|ngàn|vạn|triệu|tỷ)(?!\p{L})")


def has_decimal_comma(cells: Iterable[str]) -> bool:
    """Whether cells of figures use the comma for decimals alone: some separate thousands with points, others have one or two places."""
    words = list(cells)
    return any(_POINTED.search(low) for low in words) and any(_DECIMAL_COMMA.search(low) for low in words)


def in_decimals(unit: str, cells: Iterable[str]) -> bool:
    """Whether three places behind a comma are decimals in a row: of a share, or of a large unit where other cells have one or two."""
    if "%" in unit or "‰" in unit:
        return True
    return _LARGE_UNIT.search(unit) is not None and any(_DECIMAL_COMMA.search(low) for low in cells)


_OF_PLACES = regex.compile(rf"(?<!\p{{L}})(?:{_LOCALITY}|đơn vị|địa bàn)(?!\p{{L}})")


def names_places(head: str) -> bool:
    """Whether a head says that the columns below it are localities: `Chia theo xã`, `Giao cho các đơn vị`."""
    return _OF_PLACES.search(head) is not None


def is_place(low: str) -> bool:
    """Whether words name a locality: `Xã Hà Long`, `Phường 3`."""
    return _PLACE.match(low) is not None


# What marks a row as a part of the one above; in lower case.
DASHED = regex.compile(r"(?:[-–—•*]|trong đó\s?:?|riêng\s)\s*")
# The label of a group of rows: a Roman number or a capital.
GROUP_LABEL = regex.compile(r"[IVXLC]{1,6}|[A-ZĐ]")
# A number in front of the words of a subject: `3a. Tỷ suất …`, `Chỉ tiêu 1: …`, `CT1. …`, `1.2 Tỷ lệ …`.
LABEL_IN_SUBJECT = regex.compile(
    r"(?:(?:chỉ tiêu|mục tiêu|ct)\s?(?:số\s?)?(?P<named>\d{1,3})[a-zđ]?(?:\.\d{1,2})*\s?[.:)\-–]*\s+|"
    r"(?P<label>\d{1,2}(?:\.\d{1,2})*\.?[a-zđ]?)\s?[.):/]+\s*(?=\p{L})|"
    r"(?P<bare>\d{1,2}(?:\.\d{1,2})+|\d{1,2}[a-zđ])\s+(?=\p{L}))"
)
# The label of a group in front of the words of its row, and what words of a group look like.
GROUP_IN_SUBJECT = regex.compile(r"(?:[IVX]{1,5}|[A-ZĐ])\s?[.)]\s+\p{L}|Mục tiêu \d{1,2}\s?[:.]")
SAYS_GROUP = regex.compile(r"(?:[IVX]{1,5}|[A-ZĐ])\s?[.)/]\s|\p{Lu}[^\p{Ll}]+$|Mục tiêu \d")

# A span of years in the head of a column.
SPAN_OF_YEARS = regex.compile(
    r"(?P<from>(?:19|20)\d\d)\s?(?:-|–|đến|tới)\s?(?:năm\s)?(?P<to>(?:19|20)\d\d)", regex.IGNORECASE
)

# What the first cell of a row is: a number, a letter, a sign of a list.
FIRST_CELL = regex.compile(
    r"[*_\s]*(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,6}|[A-Za-zđĐ]|B?\d{1,3}|STT|TT|[-+])[*_\s]*[.)]?[*_\s]*"
)
# Lines that no cell has: the title of a document, a numbered heading, the grounds.
NOT_IN_A_CELL = regex.compile(
    r"^[*_#\s]*(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|NGHỊ QUYẾT|CÔNG VĂN|BÁO CÁO|Phần|PHẦN|Điều \d|Căn cứ |[IVX]{1,5}\.\s|PHỤ LỤC)",
    regex.MULTILINE,
)

# The name that a program gives to a sheet by itself.
UNNAMED_SHEET = regex.compile(r"(?:Sheet|Trang[ _]?tính|Bảng|Table)\s?\d*", regex.IGNORECASE)
