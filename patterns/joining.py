"""Joined parts: how `,`, `;` and `và` part values, groups and subjects that share a clause, and what stands at their edges.

Patterns read the view in lower case.
"""

from __future__ import annotations

import regex

# What joins two parts.
JOINER = regex.compile(r"\s*(?:,\s*và|,|và)\s+")

# Where a part of a clause may end.
BOUNDARY = regex.compile(r"(?:,|\bvà\b|;|:)(?=\s)")
# That values behind belong to the parts before, in their order.
IN_TURN = regex.compile(r"\b(?:lần lượt|tương ứng)\b")
# Words behind values that name once more the years said before: `… vào các năm tương ứng`.
YEARS_AGAIN = regex.compile(
    r"\s*[,(]?\s*(?P<words>(?:(?:vào|trong|đến|cho|tại|theo|ở)\s)?(?:(?:các|những|hai|ba|bốn)\s)?(?:(?:năm|mốc|thời điểm|giai đoạn|thời kỳ)(?:\s(?:năm|thời gian))?\s)?"
    r"(?:tương ứng|lần lượt)(?:\s(?:với\s)?(?:các\s)?(?:năm|mốc|thời điểm|giai đoạn)(?:\s(?:năm|thời gian|trên|nêu trên|nói trên|này|đó))*)?\)?)(?=\s*(?:$|[.;,]))"
)
# What stands between two parts.
NEXT_PART = regex.compile(r"\s*(?:[,;]|và\b)\s*(?:(?:và|còn)\s)?")
# Words that end with what joins them to the next.
ENDS_JOINED = regex.compile(r"(?:\bvà|,)\s*$")
# The last mark or word that joins, before words without figures.
LAST_JOINER = regex.compile(r"(?r)(?:,|:|\bvà)\s+(?=\p{L}[^,:()%]{1,60}\Z)")
# `… và phấn đấu thêm 03 xã`: more of it is laid on, in words of its own.
LAYS_ON_MORE = regex.compile(r"(?:\p{L}+\s){1,3}(?:thêm|mới)\s")
# Verbs and bounds behind what joins, before a value.
VERB_AFTER = regex.compile(
    r"(?:,|\bvà|;)\s+((?:(?:giảm|tăng|phấn đấu|đảm bảo|bảo đảm|có|huy động|nâng|duy trì|khoảng|từ)\s+)*)$"
)
# A rate that names no one whom it is of.
RATE_OF = regex.compile(r"(?:và )?(?:tỷ|tỉ) (?:lệ|suất)(?: \p{L}+){1,2}\s*(?:đạt|còn|là|xuống|giảm|ở mức|lên)*\s*")
# The word that joins, left at the end of a part.
LAST_AND = regex.compile(r"\s+và$")
# What befalls those who are meant is nothing that is aimed at: `100% hộ ở vùng bị ngập và 50% hộ khác được …`.
SUFFERS = regex.compile(r"\b(?:bị|mắc|không)\s\p{L}+")
# What a part begins with that is none of its words, and what it ends with.
LEADING = regex.compile(
    r"(?:[\s,;:→\]]|\bvà\s|\btrong (?:số )?đó[\s,:]|\bđồng thời[\s,]|\bngoài ra[\s,]|\bbên cạnh đó[\s,])+"
)
TRAILING = regex.compile(r"[\s,;]+(?:và|đồng thời|trong đó)\s*\Z")
# What a value counts, up to the end of its part.
COUNTED = regex.compile(
    r"\s\p{L}+(?:/\p{L}+)*(?:\s(?!vào|đến|trong|năm|so|và|hằng|mỗi)\p{L}+){0,2}(?=\s*(?:$|[,;.(]|\s(?:vào|đến|trong|năm|so|và|hằng|mỗi)))"
)
# Brackets of a value that the words before them go on behind (`Toàn bộ số xã (100%) có cộng tác viên`).
CLOSES_VALUE = regex.compile(r"\s?\)\s+(?!(?:và|vào|trong|đến|so với|năm)\s)\p{L}")

# A clause that only says by when what stands before it is done: `hoàn thành trước ngày 01/6/2025`, `thực hiện xong trong quý II/2025`.
FINISHED_BY = regex.compile(
    r"\W*(?:tất cả |phải |phấn đấu |các nội dung (?:trên )?)*(?:hoàn thành|thực hiện|kết thúc|xong|triển khai)(?: xong| hoàn thành| dứt điểm)?\s(?:(?:trước|trong|vào|chậm nhất|đến|hết|từ|là)\s)*(?:hết |cuối |đầu )*"
    r"(?:ngày|tháng|quý|năm|dịp|mùa|\d)[^;.%]{0,40}\Z"
)

# Words that set a part apart from the one before.
AND = regex.compile(r"\bvà\b|\briêng\b")
# What only says how many there are of what was said before, or each has: `…, mỗi xã 01 địa chỉ`, `…, nâng tổng số lên 500 mẹ`, `…, tương đương 120 tin`.
ONLY_HOW_MANY = regex.compile(
    r"[\s,;]*(?:và\s)?(?:mỗi\s(?!năm|quý|tháng|tuần|ngày|lần)\p{L}+(?:\s\p{L}+){0,2}|(?:nâng|đưa)\s(?:tổng số|con số)(?:\s(?:lên|xuống|đạt|là|thành))+|tương đương(?:\svới)?"
    r"|(?:các|những)\snăm\s(?:tiếp theo|sau)[^;.%\d]{0,40})\s*"
)
# What stands between a time and the number of those for whom something is done then.
FOR_SO_MANY = regex.compile(r"(?:\s\p{L}+){0,6}\s(?:cho|với)\s(?:(?:khoảng|hơn|trên|ít nhất|tối thiểu)\s)*")
# What is one event for so many, between its number and theirs: `buổi truyền thông, thực hành dinh dưỡng tại các xã cho`.
EVENT_FOR = regex.compile(
    r"\s?(?:buổi|lớp|cuộc|đợt|khóa|khoá|hội nghị|hội thảo|diễn đàn|chuyến|hội thi|chiến dịch|ngày hội)\s[^;:()%\d]*\scho\s(?:(?:khoảng|hơn|trên|ít nhất|tối thiểu)\s)*"
)
# The mark or word before which the part before a year ends, with verbs of aims behind it.
MARK_BEFORE = regex.compile(
    r"(?r)(?:[;,→]| -|\bvà|\briêng)\s*(?:(?:riêng|phấn đấu|bảo đảm|đảm bảo|cụ thể|và|tiếp tục|sang)[\s,]*)*\Z"
)
# What joins two measures that one year behind both dates, and what sets the second apart as an aim of its own.
LISTS = regex.compile(r"\A[^;:().]*(?:,|\bvà)\s[^;:().]*\Z")
AIMS_ANEW = regex.compile(r"(?:,|\bvà)\s(?:phấn đấu|tiếp tục|từng bước|sau đó|hoàn thành|sớm)\b")
# A preposition before a year.
HAS_LEAD = regex.compile(r"(?:vào|đến|tới|trong|từ|cho|hết|cuối)\b")
# What may stand before the year that a clause begins with: `Phấn đấu đến hết năm 2025, …`.
OPENS = regex.compile(r"(?:[\s,:\-]|\b(?:phấn đấu|cụ thể|bảo đảm|đảm bảo|riêng|và|định hướng|tầm nhìn)\b)*")
# What joins two years and nothing else.
ONLY_JOINS = regex.compile(r"\s*(?:,|và|, và)\s*")

# An item of a list without figures, up to what joins the next.
ENDS_ITEM = regex.compile(r"\A[^;.:\d]*(?:,|\bvà)\s\Z")

# The level that what was said before comes to: `…, đến năm 2027 còn dưới 30 vụ`.
NEW_LEVEL = regex.compile(
    r"(?r)\b(?:còn|xuống|lên)\s(?:(?:còn|dưới|trên|không quá|tối đa|ít nhất|tối thiểu|khoảng|mức)\s)*\Z"
)
# A statement behind a comma that has a verb of its own: `…, hoàn thành chương trình tiểu học 99,9%`.
HAS_OWN_VERB = regex.compile(r"\s(?:và\s)?(?:hoàn thành|đăng ký|tham gia|tiếp cận|sử dụng|thực hiện)(?:\s\p{L}+){2,}\s")
