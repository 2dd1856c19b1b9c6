"""What names a measure: a clause without its values, years and verbs, and the chunks of a name that tell it from its sisters.

Patterns read the view in lower case (`patterns.spelling.lower`).
"""

from __future__ import annotations

import regex

# What stands before the name of a measure and is no part of it.
_AIMS = (
    r"phấn đấu|tiếp tục|từng bước|cố gắng|bảo đảm|đảm bảo|duy trì|nâng cao|nâng|tăng|giảm|kéo giảm|hạ|khống chế|kiểm soát|đưa|có|đạt|hằng năm|hàng năm|mỗi năm|"
    r"bình quân|trung bình|ít nhất|tối thiểu|không quá|tối đa|trên|dưới|khoảng|từ|đến|và|là|để|trong|vào|còn|xuống|lên|ở|mức|riêng|toàn tỉnh|cả nước"
)
OPENS = regex.compile(rf"(?:[\W\d_]|\b(?:{_AIMS})\b)+")
# What stands behind it, before the value.
CLOSES = regex.compile(
    r"(?:[\s,;:.()%/–-]|\b(?:đạt|xuống|còn|lên|giảm|tăng|hạ|là|ở|mức|ở mức|từ|đến|tới|vào|dưới|trên|hơn|ít nhất|tối thiểu|không quá|tối đa|khoảng|và|bình quân|trung bình|"
    r"phấn đấu|duy trì|trở lên|trở xuống|hằng năm|hàng năm|mỗi năm|trong|thấp hơn|cao hơn|có|thì|riêng)\b)+\Z"
)
# What the second half of a clause begins with, where the value stands between subject and predicate.
PREDICATE = regex.compile(
    r"\s*(?:đều )?(?:được|có|biết|bị|tham gia|hoàn thành|đạt chuẩn|đạt tiêu chuẩn|thực hiện|tiếp cận)\b"
)
RATE = regex.compile(r"^(?:tỷ|tỉ) (?:lệ|suất)\b\s*(?:(?:các|số)\b\s*)?")
COUNT = regex.compile(r"^(?:số|tổng số|mức giảm|mức tăng)\b\s*(?:các\b\s*)?")
# The kinds of documents that set what others carry out, as the title of one says, the longer first.
KINDS = {
    "kế hoạch hành động quốc gia": "national plan of action",
    "chương trình mục tiêu quốc gia": "national target programme",
    "chương trình": "programme",
    "kế hoạch": "plan",
    "đề án": "scheme",
    "dự án": "project",
    "chiến lược": "strategy",
    "phương án": "scheme",
}
# What the title of a decision says before that which it issues.
ISSUES = regex.compile(
    r"^(?:quyết định|nghị quyết)\s+(?:(?:về việc|về|v/v)\s+)?(?:(?:phê duyệt|ban hành|thông qua|công bố)\s+)?(?:(?:về việc|về)\s+)?",
    regex.IGNORECASE,
)
# Words that join the chunks of a name and are in every one.
_JOINS = (
    r"được|bị|có|biết|do|từ|của|và|hoặc|trong|cho|các|những|về|tại|trên|với|đến|dưới|không|theo|là|đạt|khi|bằng|để|vào|ở|này|đó|đủ|trở lên|trở xuống|nhằm|vì|ra|"
    r"phòng|chống|ngừa|chương trình|kế hoạch|đề án|sang|cấp|loại|số|mức|tổng số|nhất là|riêng|thuộc|dành cho|đối với|gồm|như|nhận|đang|đã|sẽ|thường xuyên|phù hợp|kịp thời|hằng năm|hàng năm"
)
# Those whom nearly every measure of a programme is about; a name is told from others by what stands beside them.
_EVERYBODY = r"trẻ em|trẻ|người dân|người|tỷ lệ|tỷ suất|mức giảm|mức tăng"
BETWEEN_CHUNKS = regex.compile(rf"[^\p{{L}}\s]+|\b(?:{_EVERYBODY}|{_JOINS})\b|\d+")
AGE = regex.compile(r"\b0?(?P<age>\d{1,2}) (?P<of>tháng tuổi|tuổi)\b")
AGES = regex.compile(r"0?\d{1,2}(?:\s?(?:-|–|đến|tới)\s?(?:dưới |đủ |hết )?0?\d{1,2})?\s(?:tháng|tuổi)\b")
# The fall or rise that a longer clause is about: `xóa bỏ tình trạng …, duy trì mức giảm số vụ …`.
RATE_OF_CHANGE = regex.compile(r"\b(?:mức (?:giảm|tăng)|tốc độ (?:giảm|tăng))\b")
# The kind of unit that a share is of, by the first word of a name.
SHARE_OF = {
    "commune": regex.compile(r"(?:xã|phường|thị trấn)\b"),
    "district": regex.compile(r"(?:huyện|quận|thị xã)\b"),
    "province": regex.compile(r"(?:tỉnh)\b"),
}
# What a rate is of, behind its subject: `trên 1.000 trẻ đẻ sống`, `trên tổng số trẻ em`.
DENOMINATOR = regex.compile(r"\btrên (?:tổng số|\d).*")
# Who is counted and nothing else.
PEOPLE = regex.compile(r"(?:học sinh|thiếu nhi|thiếu niên|thanh thiếu niên|trẻ em|trẻ|em|cháu)")
# What a target says that is not about how much harm there is, as a pattern of the file: help for those who suffered it, all of something, more of it.
NOT_HARM = {"được": r"\bđược\b", "100": r"\b100 ?%", "nâng": r"\bnâng\b", "tăng": r"\btăng\b(?! cường)"}
