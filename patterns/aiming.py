"""Aims: what a clause sets itself to reach, where one ends and the next begins, and what beside it is remark or reason.

Patterns read the view in lower case.
"""

from __future__ import annotations

import regex

from patterns import targets

# An aim about a rate or a count: `giảm tỷ lệ …`.
AIM_OF_RATE = regex.compile(r"\s*(?:giảm|tăng|nâng|phấn đấu)\s+(?:tỷ|số)")
# Where the next aim begins behind a comma.
NEXT_AIM = regex.compile(r",\s+(?=(?:duy trì|giảm|tăng|phấn đấu|khống chế|nâng|bảo đảm|đảm bảo|hoàn thành)\b)")
# Who is to win a title or to meet a standard: `xã đạt tiêu chuẩn Cộng đồng an toàn`.
WINS_TITLE = regex.compile(
    r"\W*(?:và\s)?(?:xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố|thôn|trường|đơn vị|nhà trường|toàn \p{L}+)(?:\s\p{L}+){0,3}?\s(?:được công nhận|đạt)\s(?:đạt\s)?(?:chuẩn|tiêu chuẩn|tiêu chí|danh hiệu)\s\p{L}"
)
# Another number that is to fall, without saying by how much, behind a share that does.
ALSO_LESS = regex.compile(
    r"\svà\s(?P<aim>(?:giảm|hạn chế|ngăn chặn|kéo giảm)\s(?:thiểu\s)?(?:số|tỷ lệ|tình trạng)\s(?:\p{L}+[\s,]+){2}[^;.%]*)"
)
# What a sentence beside values opens with that only explains them.
REMARK = regex.compile(
    r"\W*(?:trong (?:đó|số)|cụ thể|riêng|bao gồm|gồm|theo|căn cứ|trên cơ sở|đối với|các chỉ tiêu|chỉ tiêu|mức|phương pháp|nguồn|ghi chú|đây|số liệu|trường hợp|nếu|khi|việc|kết quả|nội dung)\b|\W*(?:\p{L}+ ){1,4}(?:này|trên|nêu trên)\b"
)
# A sentence that opens with an aim, whatever year stands before it.
OPENS_WITH_AIM = regex.compile(
    rf"(?:\W*(?:h[ằà]ng năm|mỗi năm|từng năm|trong giai đoạn này),?\s+)?{targets.AIM.pattern}"
)
# An aim that nothing of something is left or happens, whatever year it names first (`đến năm 2025 không còn …`, `tiến tới chấm dứt …`).
_NOTHING_LEFT = (
    r"(?:và\s)?(?:(?:phấn đấu|cơ bản|tiến tới|hướng tới|từng bước|quyết tâm)\s)*(?:(?:(?:đến|vào|tới|từ|trong)\s)?(?:(?:hết|cuối)\s)?năm\s(?:19|20)\d\d,?\s)?"
    r"(?:(?:phấn đấu|cơ bản|tiến tới|hướng tới|từng bước|quyết tâm)\s)*"
    r"(?:không (?:để|còn|xảy ra|phát sinh)|không có (?:thêm )?(?:trẻ em|trẻ|học sinh|em|trường hợp|vụ|ca|người|hộ|hôn nhân|cặp|xã|trường|cơ sở)|chấm dứt|xóa bỏ|xoá bỏ)\b"
)
NOTHING_LEFT = regex.compile(rf"\W*{_NOTHING_LEFT}")
# The same behind a value, up to the end of the clause, without a figure of its own.
NOTHING_LEFT_BEHIND = regex.compile(
    rf"(?:,\s+(?:và\s)?|\svà\s)(?P<aim>{_NOTHING_LEFT}(?:[^\d,;]|\b(?:19|20)\d\d\b|,(?!\s(?:phấn đấu|đạt)\b))*)\Z"
)

# The same between two values, the second of a subject of its own.
NOTHING_LEFT_BETWEEN = regex.compile(
    rf"(?:,\s+(?:và\s)?|\svà\s)(?P<aim>{_NOTHING_LEFT}(?:[^\d,;]|\b(?:19|20)\d\d\b)*),\s+(?:và\s)?"
    r"(?=(?:(?:phấn đấu|có|ít nhất|tối thiểu|trên)\s)*\d[\d.,]*\s?%\s\p{L}|(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|mỗi)\s)"
)

# What names general aims, circumstances or a slogan, or leaves values to an annex: nothing to reach stands there.
NOTHING_TO_REACH = regex.compile(
    r"\W*(?:mục tiêu|mục đích) (?:chung|tổng quát|lâu dài)\b|\W*(?:thời gian|địa điểm|hình thức|đối tượng|thành phần|nội dung|kinh phí|hồ sơ|chủ đề|thông điệp|bộ nhận diện|số lượng|ghi chú|lưu ý|căn cứ)\b[^;.]{0,80}?(?::|\bgồm\b|\(kèm)"
    r"|\W*(?:khẩu hiệu|thông điệp|slogan)\b"
    r"|[^;.]{0,160}(?:theo|tại|kèm|xem)\s(?:\p{L}+\s){0,3}phụ lục\b|[^;.]{0,200}\(kèm (?:theo )?phụ lục"
)

# What stands beside a commitment behind a comma: how, with what, by the way.
BESIDE_COMMITMENT = regex.compile(
    r",\s+(?:thời gian|thời hạn|ưu tiên|trang bị|vay|thực hiện|và |tạo|gắn|trong đó|góp|đồng thời|kịp thời|nhất là|đặc biệt|lồng ghép|tăng cường|phối hợp|hướng dẫn)"
)
# Behind a colon the parts of a number, each by its own (`08 bể bơi: 03 bể trong năm 2024, 05 bể …`).
PARTS_BY_NUMBER = regex.compile(r":\s+(?=\d)")
# Another verb behind a comma, where what is counted has none of its own yet (`kiểm tra 100% bến đò, xử lý phương tiện …`).
NEXT_WORK = regex.compile(
    r",\s+(?:kịp thời\s)?(?:xử lý|thông báo|báo cáo|công bố|giám sát|chấn chỉnh|khắc phục|đề xuất|tham mưu|số còn lại|thời lượng|đợt \d)\b"
)
# Whom the work is done with, before the verb that lays on how many: `Phối hợp với Công an huyện kiểm tra 100% …`.
WITH_PARTNERS = regex.compile(
    rf"(?:\W*|[^;:%\d]{{0,120}},\s)(?:chủ trì\s?,?\s(?:và\s)?)?(?:phối hợp|kết hợp)(?:\schặt chẽ)?\s(?:(?:với|cùng)\s)?[^;:%\d]{{3,200}}\s"
    rf"(?=(?:{targets.WORK})\b(?:\s(?!và\b)\p{{L}}+){{0,8}}\s*\Z)"
)
# Brackets that name a source, a time, a doer or the past say nothing of what is meant.
BESIDE_MATTER = regex.compile(
    r"\s*\((?:theo|kèm|chi tiết|xem|tại|hiện|năm|đã|so với|trong đó|kể cả|nếu|có|do|sở|phòng|ban|công an|ubnd|ủy ban|bộ|tính|không|nguồn|thuộc|số|dự kiến|cụ thể)\b|.*\b(?:chủ trì|phối hợp|thực hiện)\b"
)
# What comes before a level that the commitment is to bring about.
WHAT_FOR = regex.compile(
    r"(?:,\s+|\bvà\s+)góp phần\s+(?:(?:đạt|đưa|nâng|hoàn thành)\s+)?(?=(?:tỷ lệ|tỷ trọng|chỉ số|diện tích|sản lượng|tổng|số|mức|tốc độ|giá trị)\s)"
)
# Work of its own before a share that begins a clause; a time or a place is none.
SHARE_BEHIND_WORK = regex.compile(
    r"(?!\W*(?:đến|tới|hết|cuối|đầu|trong|từ|vào|năm|h[ằà]ng)\b)[^;:%\d]*,\s+"
    r"(?=(?:đến (?:hết |cuối )?năm \d{4},?\s+)?(?:(?:phấn đấu|bảo đảm|đảm bảo|có|ít nhất|tối thiểu|trên|khoảng|hơn)\s+)*\Z)"
)
# Verbs of those who lead work.
LEADS = regex.compile(r"\b(?:chủ trì|phối hợp|chỉ đạo)\s")

# The verb of an aim before what it is about.
VERB = regex.compile(r"^(?:phấn đấu|giảm|tăng|khống chế|duy trì|nâng)\s+", regex.I)
# Words behind several things that say their values stand in turn.
IN_TURN = regex.compile(r"\s+(?:lần lượt|tương ứng)\s*$", regex.I)
# A verb without an object of its own and how often: what is done so often is said before it (`xây dựng chuyên mục …, phát mỗi tháng 02 kỳ`).
ONLY_HOW_OFTEN = regex.compile(
    r"(?:\b(?:phát|phát sóng|đăng)\s(?:(?:mỗi|h[ằà]ng)\s(?:tháng|tuần|quý|năm|ngày)\s)?|\p{L}\s(?:mỗi|h[ằà]ng)\s(?:tháng|tuần|quý|năm học|năm|ngày|học kỳ)\s)"
    r"(?:(?:ít nhất|tối thiểu|từ)\s)?\d+\s?(?:lần|kỳ|đợt|số|buổi)(?!\p{L})"
)
# The days of what is done in turns each year (`02 đợt/năm vào ngày 01 tháng 6 và ngày 01 tháng 12`).
DAYS_OF_TURNS = regex.compile(r"(?<=/\s?(?:năm|quý|tháng))\s+vào\s(?:các\s)?ngày\s\d")
# What stands before `mỗi` where it begins what is laid on; behind a number of times it says how often.
BEFORE_EACH = regex.compile(r"(?r)(?<!\b(?:lần|đợt|buổi|kỳ|lượt|cuộc|số|tin|bài|ngày|tháng)\s)\Z")
# What has so many each, and about how many: words between a number and what stands before it that are no verb.
OF_EACH = regex.compile(r"mỗi\s(?:năm học|\p{L}+)|khoảng|chừng")
