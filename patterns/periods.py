"""For how long a document holds: the years that it or who cites it names."""

from __future__ import annotations

import regex

# The period in the title of a programme; an outlook beyond it goes on in force.
AFTER_CITATION = regex.compile(
    r"giai đoạn\s+((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\s*(?:,|và)\s*(?:định hướng|tầm nhìn))", regex.IGNORECASE
)
# The same before the citation: `Chương trình … giai đoạn 2016 - 2020 ban hành theo Quyết định số …`.
BEFORE_CITATION = regex.compile(
    r"giai đoạn\s+((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)\s*,?\s*\(?(?:(?:được\s+)?(?:ban hành|phê duyệt)\s+)?(?:kèm\s+)?(?:theo|tại)\s*$",
    regex.IGNORECASE,
)
# A programme named by where it ends: `Chương trình … đến năm 2020`.
UNTIL = regex.compile(
    r"(?:chương trình|đề án|chiến lược|dự án)\b[^;.]*?(?<!định hướng |tầm nhìn )đến năm ((?:19|20)\d\d)(?!\s*(?:,|và)\s*(?:định hướng|tầm nhìn))",
    regex.IGNORECASE,
)
# Where the title of the cited document ends and another citation or thought begins.
TITLE_ENDS = regex.compile(
    r"[;.](?=\s|$)|\b(?:Quyết định|Nghị quyết|Thông tư|Kế hoạch|Nghị định|Chỉ thị|Công văn) số|\btrên địa bàn\b"
)

# The years in the subject of a programme in the register of laws.
OF_SUBJECT = regex.compile(r"(20\d\d)\s*-\s*(20\d\d)|đến năm (?P<end>20\d\d)")

# A year by which a sentence has something done, and a period in which it is: `đưa vào sử dụng tháng 9 năm 2031`, `đến hết năm 2035`.
DONE_IN = regex.compile(
    r"(?<!\p{L})(?:(?:trước|đến|tới|hết|trong|vào|chậm nhất|muộn nhất|sử dụng|hoàn thành|xong)\s+(?:là\s+|ngày\s+)?)"
    r"(?:(?:hết|cuối|đầu|giữa)\s+)?(?:(?:tháng|quý)\s+[\dIVX]{1,3}(?:\s?/\s?|\s+năm\s+)|\d{1,2}/\d{1,2}/|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+|năm\s+)(?P<year>20\d\d)(?!\d)|"
    r"giai đoạn\s+(?P<year>20\d\d)\s*[-–—]\s*20\d\d",
    regex.IGNORECASE,
)
# What such a year belongs to instead: another document, an outlook, a review of the period.
OF_OTHER_TIME = regex.compile(
    r"(?<!\p{L})(?:chiến lược|quy hoạch|đề án|chương trình|nghị quyết|kế hoạch|luật|dự án|tầm nhìn|định hướng|dự báo|ước|tổng kết|báo cáo|dự toán|"
    r"quyết toán|đánh giá|mục tiêu quốc gia)(?!\p{L})",
    regex.IGNORECASE,
)
