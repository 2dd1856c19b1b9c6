"""What looks like a record: shapes that the warnings of `extract.silence` look for. Patterns read the view; those on `lower` say so."""

from __future__ import annotations

import regex

from patterns.dates import FULL

# A date of three parts whose year is written out.
WHOLE_DATE = regex.compile(rf"{FULL}(?<=(?:19|20)\d\d)", regex.IGNORECASE)
# `số 15/…` with letters behind the slash, whatever they are.
LIKE_A_NUMBER = regex.compile(
    r"(?<![\p{L}\d])(?:[Qq]uyết định|[Nn]ghị quyết|[Nn]ghị định|[Kk]ế hoạch|[Cc]hỉ thị|[Tt]hông tư|[Cc]ông văn|[Vv]ăn bản|[Tt]ờ trình|[Cc]hương trình|[Hh]ướng dẫn|[Kk]ết luận)\s"
    r"(?:số\s?:?\s?)?(?P<number>\d{1,5}[a-zđ]?\s?[/-]\s?(?:\d{4}\s?/\s?)?\p{L}[\p{L}\d&/.-]{1,30})"
)
# A share, a rate or a bound that is aimed at, in lower case.
AIMED = regex.compile(
    r"\d\s?(?:%|‰)|(?:đạt|ít nhất|tối thiểu|không quá|giảm (?:còn|xuống)|tăng lên|trên|dưới)\s\d{1,3}(?:[.,]\d+)*\s(?!tuổi|năm|tháng|ngày|giờ|địa bàn|cơ sở)\p{L}"
)
# What makes a sentence speak of a case and of no aim, in lower case.
SUPPOSED = regex.compile(r"(?<!\p{L})(?:có thể|trường hợp|nếu|hiện nay|hiện có|tính đến|so với cùng kỳ)(?!\p{L})")
# A date or a month that something is due by, in lower case.
DUE = regex.compile(
    r"(?:trước|chậm nhất|muộn nhất|hạn cuối|xong|đến hết|định kỳ)\s(?:(?!kỳ)\p{L}+\s){0,3}(?:\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d|\s?(?:xã|phường|trường|%))|ngày\s\d|tháng\s\d|quý\s[iv1-4])"
)
# What says that a line is a task and no heading, in lower case.
VERB = regex.compile(
    r"(?<!\p{L})(?:chủ trì|phối hợp|chỉ đạo|hướng dẫn|tham mưu|tổ chức|thực hiện|triển khai|xây dựng|báo cáo|kiểm tra|tuyên truyền|bố trí|rà soát|đẩy mạnh|tăng cường|cung cấp|lập|trình|gửi|bảo đảm|đảm bảo|theo dõi|tổng hợp|"
    r"quản lý|hỗ trợ|vận động|nâng cao|đề xuất|giám sát|quán triệt|lồng ghép|giao|cử|ban hành|duy trì|phát hiện|xử lý|tiếp nhận|phát động|đưa|huy động|phân bổ|cấp|thẩm định|đăng ký|mở|nghiên cứu|chuẩn bị|tích cực|chủ động|thường xuyên)(?!\p{L})"
)
# What stands behind a name that goes on.
GOES_ON = regex.compile(r"(?:,|\svà)\s(?=\p{Lu}\p{Ll})")
