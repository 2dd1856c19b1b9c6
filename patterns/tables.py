"""Heads of tables: what a column holds, by the words of its head.

Patterns read the head in lower case in the one spelling of `patterns.spelling`.
"""

from __future__ import annotations

from enum import Enum

import regex


class Column(Enum):
    """What a column holds."""

    NUMBER = "number"  # STT, TT
    SUBJECT = "subject"  # what is measured, or the duty
    UNIT = "unit"
    YEAR = "year"  # a value for the year that the head names
    VALUE = "value"  # a value without a year
    BASELINE = "baseline"  # what was reached
    LEAD = "lead"
    PARTNERS = "partners"
    TIME = "time"
    PRODUCT = "product"
    NOTE = "note"
    OTHER = "other"


# The first that fits; `partners` before `lead` (`Cơ quan phối hợp`), `baseline` before `year` (`Thực hiện năm 2020`).
_HEADS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"(?:stt|tt|số tt|số thứ tự|no\.?)$"),
    (Column.NOTE, r"ghi chú|nguồn (?:số liệu|dữ liệu|kinh phí)|căn cứ"),
    (Column.PARTNERS, r"phối hợp"),
    (
        Column.BASELINE,
        r"thực hiện (?:đến |hết )?(?:năm )?\d{4}|hiện trạng|kết quả|ước thực hiện|thực trạng|đã đạt|năm gốc",
    ),
    (Column.UNIT, r"đơn vị(?: tính)?$|đvt|đơn vị đo"),
    (Column.TIME, r"thời (?:gian|hạn|điểm)|tiến độ|hoàn thành|lộ trình"),
    (
        Column.LEAD,
        r"chủ trì|(?:cơ quan|đơn vị|phòng, ban|sở, ngành|ngành)[\w ,]* (?:thực hiện|phụ trách|theo dõi|báo cáo|tham mưu|chịu trách nhiệm)|"
        r"^(?:cơ quan|đơn vị)(?:, đơn vị)?(?: thực hiện)?$|phân công|trách nhiệm|đầu mối",
    ),
    (Column.PRODUCT, r"sản phẩm|kết quả đầu ra|kinh phí|dự toán"),
    (Column.YEAR, r"(?:19|20)\d\d"),
    (
        Column.SUBJECT,
        r"(?:tên )?(?:các )?(?:chỉ tiêu|mục tiêu|chỉ số|nội dung|nhiệm vụ|hoạt động|công việc|giải pháp|tiêu chí)(?! (?:giao|phấn đấu|kế hoạch|năm))",
    ),
    (Column.VALUE, r"kế hoạch|chỉ tiêu|mục tiêu|mức|giá trị|phấn đấu|số lượng|tỷ lệ"),
)
_COMPILED = tuple((column, regex.compile(pattern)) for column, pattern in _HEADS)


def column(head: str) -> Column:
    """What a column with this head holds."""
    words = " ".join(head.split()).strip(" .:*()")
    for kind, pattern in _COMPILED:
        if words and pattern.search(words) is not None:
            return kind
    return Column.OTHER
