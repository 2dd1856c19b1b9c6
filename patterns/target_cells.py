"""Cells and heads of tables of targets: bound, unit, denominator and change that they say. Patterns read the view in lower case."""

from __future__ import annotations

import regex

# Bounds behind a figure: `90% trở lên`.
OR_LESS = regex.compile(r"trở xuống")
OR_MORE = regex.compile(r"trở lên")
# A subject that is a share, whatever is done with it.
SHARE = regex.compile(r"\W*(?:giảm |tăng |nâng |duy trì )?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỷ lệ %)")
# In every how many, where subject or head says it.
PER_IN_SUBJECT = regex.compile(r"(?:trên|/|tính trên)\s?(?P<per>\d{1,3}(?:[.,]000)+)")
PER_IN_HEAD = regex.compile(r"/\s?(?P<per>\d{1,3}(?:[.,\s]?000)+)|^(?P<bare>\d{1,3}(?:[.,]000)+)")
# The same in words: `Người/vạn dân`, `bác sĩ trên 1 vạn dân`; no amount of money, whose large units stand before it (`đồng/triệu …`).
WORDED = {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000}
PER_IN_WORDS = regex.compile(
    r"\p{L}\s?(?:/|trên\s)\s?(?:(?:1|một)\s)?(?P<per>nghìn|ngàn|vạn|triệu)\s(?!đồng|usd|tấn|ha|m[23]|lít|kwh)\p{L}"
)
# A unit that the words of a table or a head name.
UNIT_SAID = regex.compile(r"(?:đơn vị(?: tính)?|đvt|đ/v tính)\s?:\s?(?P<unit>[^;)|]+)")
# A share that stands in brackets behind a title or a head: `Tỷ lệ trẻ em biết bơi theo xã (%)`.
SHARE_BEHIND = regex.compile(r"\(\s?(?P<unit>[%‰])\s?\)\W*$")

# A bound in brackets that a head says for all values below it: `Năm 2030 (≥)`, `Mục tiêu (tối thiểu)`.
BOUND_OF_HEAD = regex.compile(
    r"\(\s?(?P<bound>[<>≤≥]=?|tối thiểu|ít nhất|không dưới|tối đa|không quá|không vượt quá|trên|dưới)\s?%?\s?\)|(?P<bound>[≤≥<>]=?)\s?%?\s*$"
)

# A head that cites a document: its year is none of the column's.
CITES = regex.compile(r"\bsố \d+|kèm theo|căn cứ")

# A row that is a share, or a count, behind its number.
IS_SHARE = regex.compile(r"\W*(?:\d[\d.]*[.)]?\s*)?(?:tỷ lệ|tỉ lệ)\b")
IS_COUNT = regex.compile(r"\W*(?:\d[\d.]*[.)]?\s*)?(?:tổng số|số)\b")
# A table of work says how often or how long it is done.
HOW_OFTEN = regex.compile(r"tần suất|chu kỳ|thời gian|thời lượng|số lần")
# A head that says a year or a stage and nothing about what is counted.
ONLY_YEAR = regex.compile(
    r"(?:(?:đến|hết|cuối|kế hoạch|kh|mục tiêu|chỉ tiêu|giao|chỉ tiêu giao|phấn đấu|thực hiện|ước|chia|phân|theo|các|từng|lộ trình|năm)\s?)*(?:(?:19|20)\d\d)?(?:\s?[-–]\s?(?:19|20)\d\d)?"
)
# A title between rows that says by when they hold and nothing else: `I. Đến năm 2030`, `Chỉ tiêu giai đoạn 2026-2030`.
TIME_OF_GROUP = regex.compile(
    r"\W*(?:(?:[ivxa-z]{1,4}|\d{1,2})[.)]\s*)?(?:(?:các|những|về|nhóm|mục tiêu|chỉ tiêu|phấn đấu|kế hoạch|định hướng|cụ thể|giai đoạn|thời kỳ|vào|trong|từ|(?P<ahead>đến|tới))\s+|"
    r"(?:hết|cuối|năm)\s+)*(?:(?P<from>(?:19|20)\d\d)\s?(?:-|–|đến|tới)\s?(?:hết\s)?(?:năm\s)?)?(?P<year>(?:19|20)\d\d)\W*"
)
# What marks a row as a part.
DASH = regex.compile(r"\s*[-–—+•*]\s*|\s*trong đó\s?:\s*")
# The number of a row: `3`, `3a`, `3.1`.
NUMBER = regex.compile(r"(\d{1,3})(?:[.a-zđ].*)?$")
# Words of a subject that is counted or measured.
COUNTS = regex.compile(r"(?<!\p{L})(?:số|tổng|lượng|lượt|sản lượng|diện tích|quy mô|giá trị|mức)(?!\p{L})")
# A row whose values are changes says so: `Mức giảm …`, `Giảm số … hằng năm`; `Giảm tỷ lệ …` alone names a level to reach.
CHANGE = regex.compile(r"\W*(?:(?:mức|tỷ lệ|tốc độ)\s)?(?P<way>giảm|tăng)\b")
CHANGE_ENDS = regex.compile(r"\b(?P<way>giảm|tăng)(?:\s(?:thêm|trung bình|bình quân|h[ằà]ng năm|mỗi năm))*\W*\Z")
CHANGE_NAMED = regex.compile(r"\W*(?:mức|tỷ lệ|tốc độ)\s(?:giảm|tăng)\b(?! nghèo| dân)")

# So many fewer, as each locality is given it: `Giảm số cặp tảo hôn (cặp)`.
FEWER = regex.compile(r"\W*giảm số\b(?!.*\b(?:còn|xuống|dưới|không quá)\b)")

# `Mức giảm … so với năm 2020`.
AGAINST = regex.compile(r"so với (?:cuối |đầu |cùng kỳ )?(?:năm )?(?P<year>(?:19|20)\d\d)")
# From where the values of a row start, as a note beside them says: `Đầu năm học: 9,1%`, `Hiện trạng năm 2021 là 46`.
STARTS_FROM = regex.compile(
    r"\W*(?:(?:đầu|cuối) (?:năm học|năm|kỳ|học kỳ)(?: trước)?|hiện (?:trạng|nay|đạt|có)|thực trạng|xuất phát(?: điểm)?|mức (?:xuất phát|ban đầu)|(?:ước )?(?:thực hiện|kết quả|đạt)|số liệu|năm (?:học )?(?:trước|(?=(?:19|20)\d\d)))"
    r"\s?(?:(?:cuối )?(?:năm (?:học )?)?(?P<year>(?:19|20)\d\d)(?:\s?-\s?(?P<school>(?:19|20)\d\d))?)?\s?(?::|\blà|\bđạt|\bcòn|\bở mức|,)?\s?(?:là |đạt |còn |khoảng )*"
    r"(?P<value>\d+(?:[.,]\d+)?)\s?(?P<unit>%|‰)?\s?(?:\p{L}+)?\W*"
)
# A line that leaves what it says to the table behind it.
TABLE_FOLLOWS = regex.compile(r"\b(?:bảng|biểu|phụ lục)\s(?:\d+|sau|dưới đây|kèm|chỉ tiêu)")
# A row or title that numbers an objective.
OBJECTIVE = regex.compile(r"\W*(?:[ivxa-z\d]+[.)]\s*)?mục tiêu (?:số )?(\d{1,2})")
