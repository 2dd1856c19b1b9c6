"""Figures that look impossible and are not. Patterns read the text in any case."""

from __future__ import annotations

import regex

# Percentages that may be above 100: growth, an index, the gross rate of going to school, what is held against another year, a plan, a norm or an estimate.
MAY_EXCEED = regex.compile(
    r"(?<!\p{L})(?:tốc độ|tăng trưởng|chỉ số|so với|so cùng kỳ|gấp|vượt|đi học chung)(?!\p{L})|"
    r"%\s*(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhu cầu|cùng kỳ|mức|định mức|tiền|lương|chi phí|giá)(?!\p{L})",
    regex.IGNORECASE,
)
# How many of one kind come to a hundred of another (`111 bé trai/100 bé gái`): no part of them. Nor is what is said of a hundred of nothing:
# a total of just a hundred is counted in units (`95/100 hộ`).
PER_HUNDRED_OTHERS = regex.compile(
    r"/\s*100\s+(?:bé|em|trẻ|nam|nữ|con)(?!\p{L})|giới tính khi sinh|(?:tỷ|tỉ) số giới tính|"
    r"/\s*100(?=\s*(?:[.;,)]|$|(?:vào|đến|trong|năm|và|trở|xuống|lên)(?!\p{L})))",
    regex.IGNORECASE,
)
# A change of each year, which is no level to be held against that of another year.
EACH_YEAR = regex.compile(
    r"(?<!\p{L})(?:bình quân|trung bình)\s(?:mỗi|hằng|hàng|một)?\s?năm|(?<!\p{L})(?:mỗi|hằng|hàng) năm (?:giảm|tăng)|"
    r"(?:giảm|tăng)\b[^;.\d]*\d[\d.,]*\s*%?\s*(?:/\s*năm|mỗi năm|một năm|hằng năm|hàng năm)",
    regex.IGNORECASE,
)
