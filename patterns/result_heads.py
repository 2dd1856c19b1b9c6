"""Heads of tables in which offices report what was reached, whatever words they choose for them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import regex

from patterns.reached import ESTIMATED
from patterns.tables import ORDER

# The hidden sheet of a form that says whose results it is for, and what its first cell says.
FORM_MARK, FORM_MARK_HEAD = "kehoach", "khóa"


class Head(StrEnum):
    """What a column of such a table holds."""

    CODE = "code"
    ORDER = "order"
    MEASURE = "measure"
    GROUP = "group"
    PLACE = "place"
    UNIT = "unit"
    ASKED = "asked"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"
    SINCE = "since"
    UNTIL = "until"
    YEAR = "year"
    STATUS = "status"
    SOURCE = "source"
    AGENCY = "agency"
    NOTE = "note"


# The first that fits counts: what speaks of shares, sources and agencies before what speaks of results.
_HEADS: tuple[tuple[Head, str], ...] = (
    (Head.ORDER, rf"^{ORDER}\.?$"),
    (Head.CODE, r"^mã\b|^code$"),
    (Head.NUMERATOR, r"^tử số|^số (?:lượng )?(?:đạt|được|thực hiện)\b|numerator"),
    (Head.DENOMINATOR, r"^mẫu số|^tổng số\b|denominator"),
    (Head.STATUS, r"chính thức|^loại số liệu|^trạng thái"),
    (Head.SOURCE, r"^nguồn|source"),
    (Head.NOTE, r"^ghi chú|^giải trình|^nguyên nhân|^note"),
    (Head.AGENCY, r"^(?:cơ quan|đơn vị|sở, ngành)(?:, (?:cơ quan|đơn vị))? (?:cung cấp|báo cáo|chủ trì|theo dõi|phụ trách|thực hiện)|^agency"),
    (Head.UNIT, r"^(?:đơn vị (?:tính|đo)|đvt|đ\.v\.t|unit)\b"),
    (Head.PLACE, r"^(?:tên )?(?:địa phương|địa bàn|đơn vị(?: hành chính)?|huyện|xã|tỉnh)(?:[,/ ].*)?$"),
    (Head.GROUP, r"^(?:nhóm|đối tượng|phân tổ)\b"),
    (Head.SINCE, r"^(?:kỳ số liệu[^\w]*)?từ\b|^ngày bắt đầu|^from$"),
    (Head.UNTIL, r"^(?:kỳ số liệu[^\w]*)?đến\b|^ngày kết thúc|^thời điểm|^to$"),
    (Head.ASKED, r"^(?:mức )?(?:phấn đấu|kế hoạch|mục tiêu|giao|được giao|phải đạt|chỉ tiêu (?:giao|kế hoạch|được giao))\b|^kh\b"),
    (Head.MEASURE, r"^(?:tên )?(?:chỉ tiêu|chỉ số|nội dung|indicator)\b"),
    (Head.VALUE, r"^(?:kết quả|(?:ước )?(?:thực hiện|th)\b|uth\b|đạt được|giá trị|số liệu|mức đạt|tỷ lệ (?:đạt|\()|result|value)"),
    (Head.YEAR, r"^năm(?: (?:số liệu|báo cáo))?$|^year$"),
)  # fmt: skip
_COMPILED = tuple((head, regex.compile(pattern)) for head, pattern in _HEADS)
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def head(words: str) -> Head | None:
    """What the column under a head holds; `None` where the head says nothing that is known.

    >>> [str(head(one)) for one in ("T/T", "Chỉ tiêu", "Đơn vị tính", "Kết quả năm 2024", "Ước TH 2025", "Đơn vị cung cấp", "Đơn vị")]
    ['order', 'measure', 'unit', 'value', 'value', 'agency', 'place']
    """
    low = " ".join(words.lower().split())
    return next((found for found, pattern in _COMPILED if pattern.search(low)), None)


# What a form has columns for, and no plan or report has all of.
_FORM = {Head.MEASURE, Head.NUMERATOR, Head.DENOMINATOR, Head.VALUE, Head.SINCE, Head.UNTIL, Head.STATUS}


def is_form(row: Iterable[str]) -> bool:
    """Whether a row has the heads of a form for results, whatever became of the rest of the file.

    >>> is_form(["Chỉ tiêu", "Tử số", "Mẫu số", "Kết quả", "Kỳ số liệu từ", "Kỳ số liệu đến", "Chính thức / ước thực hiện"])
    True
    >>> is_form(["TT", "Chỉ tiêu", "ĐVT", "Tử số", "Mẫu số", "Kết quả 2024"])
    False
    """
    return {head(words) for words in row if words} >= _FORM


def year(words: str) -> int | None:
    """The one year that words name; `None` where they name none or several.

    >>> year("Kết quả năm 2024"), year("Giai đoạn 2021-2025"), year("Kết quả")
    (2024, None, None)
    """
    found = set(_YEAR.findall(words))
    return int(found.pop()) if len(found) == 1 else None


def says_estimate(words: str) -> bool:
    """Whether a head or a cell says that figures are estimates.

    >>> says_estimate("Ước thực hiện 2025"), says_estimate("Chính thức"), says_estimate("Chính thức / ước thực hiện")
    (True, False, False)
    """
    low = words.lower()
    return ESTIMATED.search(low) is not None and "chính thức" not in low


# The denominator of a rate: a power of ten from a thousand on, its thousands parted or not, perhaps behind those who are counted.
_PER = regex.compile(r"(?:^|/|trên )\s?(?P<per>10{1,2}0?(?:[.,\s]?000)+|1(?:[.,\s]?000)+)(?![\d.,]?\d)")


def scale_of(unit: str | None, *, percent: bool = False) -> float | None:
    """What a part is multiplied with over its whole: 100 for shares, the denominator of a rate; `None` for counts.

    >>> scale_of("%"), scale_of("/100.000"), scale_of("‰"), scale_of("xã"), scale_of(None, percent=True)
    (100.0, 100000.0, 1000.0, None, 100.0)
    >>> scale_of("trẻ/100 000 trẻ"), scale_of("1/1.000"), scale_of("trên 10000"), scale_of("ca/1,000 ca"), scale_of("/2000")
    (100000.0, 1000.0, 10000.0, 1000.0, None)
    """
    low = (unit or "").lower()
    if "‰" in low or "phần nghìn" in low:
        return 1000.0
    rate = _PER.search(low)
    if rate is not None:
        return float("".join(filter(str.isdecimal, rate["per"])))
    return 100.0 if percent or "%" in low or "phần trăm" in low else None
